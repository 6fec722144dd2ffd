"""The commands that are measured: ours, its peers, and the floor."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

PEERS = Path(__file__).resolve().parent / "peers"
NODE_PACKAGES = ("gray-matter", "js-yaml", "ajv", "ajv-formats")
FRONT, WHOLE = "front matter", "front matter + body"


@dataclass(frozen=True)
class Contender:
    """A command that takes a folder as its last argument; all but ours print the number of valid files."""

    key: str
    title: str
    does: str
    command: tuple[str, ...]
    packages: tuple[str, ...] = ()
    folder: str = "posts"  # or "yaml": the extracted front matter
    counts: bool = True

    def arguments(self, corpus: Path) -> list[str]:
        """The command over this corpus."""
        return [*self.command, str(corpus / self.folder)]


def _python(script: str) -> tuple[str, ...]:
    return sys.executable, str(PEERS / script)


def _yaml_in_c() -> str:
    """check-jsonschema without ruamel.yaml's C parser is no peer: say so."""
    return "" if find_spec("_ruamel_yaml") else " (slow here: no ruamel.yaml.clib)"


CONTENDERS = (
    Contender(
        key="us",
        title="`eventnotes check`",
        does=f"{WHOLE}; typed, positions, all rules",
        command=(sys.executable, "-m", "eventnotes", "check"),
        packages=("eventnotes",),
        counts=False,
    ),
    Contender(
        key="read",
        title="`eventnotes.read` in a loop",
        does=f"{WHOLE}; typed, positions, no rules",
        command=_python("read_only.py"),
    ),
    Contender(
        key="check-jsonschema",
        title=f"check-jsonschema{_yaml_in_c()}",
        does=f"{FRONT}, extracted beforehand; JSON Schema",
        command=_python("check_jsonschema_cli.py"),
        packages=("check-jsonschema", "ruamel.yaml", "ruamel.yaml.clib"),
        folder="yaml",
    ),
    Contender(
        key="jsonschema",
        title="python-frontmatter + jsonschema",
        does=f"{FRONT}; JSON Schema",
        command=_python("frontmatter_jsonschema.py"),
        packages=("python-frontmatter", "PyYAML", "jsonschema"),
    ),
    Contender(
        key="markdown-it",
        title="python-frontmatter + pydantic + markdown-it-py",
        does=f"{WHOLE}; front matter typed, body parsed but not read",
        command=_python("frontmatter_pydantic_markdown.py"),
        packages=("pydantic", "pydantic-core", "markdown-it-py"),
    ),
    Contender(
        key="gray-matter",
        title="gray-matter + ajv (Node)",
        does=f"{FRONT}; JSON Schema",
        command=("node", str(PEERS / "gray_matter_ajv.mjs")),
    ),
    Contender(
        key="floor",
        title="floor",
        does="read, libyaml in C, pyromark to HTML, one pydantic-core validation",
        command=_python("floor.py"),
        packages=("pyromark",),
    ),
)


def install_node_packages() -> None:
    """Into the ignored `node_modules` beside the peer; a failure shows when the peer is tried."""
    npm = shutil.which("npm")
    if npm and not (PEERS / "node_modules").is_dir():
        subprocess.run([npm, "install", "--no-package-lock", "--silent"], cwd=PEERS, check=False)


def versions(contenders: Iterable[Contender]) -> list[str]:
    """`name version` of Python, Node and every library in the comparison."""
    names = [package for contender in contenders for package in contender.packages]
    found = [f"Python {sys.version.split()[0]}", *(f"{name} {_version(name)}" for name in names)]
    return found + _node_versions()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "(not installed)"


def _node_versions() -> list[str]:
    node = shutil.which("node")
    if not node:
        return []
    number = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    manifests = [PEERS / "node_modules" / name / "package.json" for name in NODE_PACKAGES]
    found = [json.loads(path.read_text(encoding="utf-8")) for path in manifests if path.is_file()]
    return [f"Node {number.removeprefix('v')}", *(f"{manifest['name']} {manifest['version']}" for manifest in found)]
