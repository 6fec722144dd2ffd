"""The hooks of pre-commit, run by pre-commit itself in a repository that has them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

MANIFEST = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
GOOD = "---\nevent: {name: A, start: 2024}\n---\n"
FAULTY = "---\nevent: {name: A, start: 2024}\n---\n\n**Lesson (Bo):** a\n"
LOOSE = "---\nevent: {name: A, start: 2024}\n---\n\n## T\n**Presenter**: Bo Ek\n"
BIN = Path(sys.executable).parent


def run(*arguments: str) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment["PATH"] = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    environment |= {"PRE_COMMIT_HOME": ".home", "PRE_COMMIT_COLOR": "never"}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose hooks are those of the manifest, run from where the tests run."""
    monkeypatch.chdir(tmp_path)
    hooks: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    local = [{**one, "language": "system"} for one in hooks]
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}))
    Path("other.md").write_text("Only words.\n\n**Presenter**: Bo Ek\n", encoding="utf-8")
    Path("code.py").write_text("x = 1\n")
    assert run("git", "init", "--quiet") == (0, "")
    return tmp_path


def hook(name: str, *files: str) -> tuple[int, str]:
    assert run("git", "add", "--all", ":!.home")[0] == 0
    return run("pre-commit", "run", name, *(["--files", *files] if files else ["--all-files"]))


def test_the_manifest_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("pre-commit", "validate-manifest", str(MANIFEST)) == (0, "")
    hooks = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert [(one["id"], one["language"]) for one in hooks] == [
        ("eventnotes-check", "python"),
        ("eventnotes-fmt", "python"),
    ]
    (pattern,) = {one["files"] for one in hooks}
    taken = re.compile(pattern).search
    assert all(taken(f"posts/{name}") for name in ("a.md", "A.MD", "a.markdown", "a.event.yaml", "a.event.json"))
    assert not any(taken(name) for name in ("a.mdx", "a.yaml", "event.yaml", "package.json", "amd"))


def test_the_check_passes_over_what_is_no_write_up(repository: Path) -> None:
    Path("good.md").write_text(GOOD, encoding="utf-8")
    assert hook("eventnotes-check") == (0, f"eventnotes check{'.' * 57}Passed\n")
    assert hook("eventnotes-check", "other.md")[0] == 0
    assert "Skipped" in hook("eventnotes-check", "code.py")[1]


def test_the_check_shows_a_fault_at_its_place(repository: Path) -> None:
    Path("faulty.md").write_text(FAULTY, encoding="utf-8")
    Path("::error::x.md").write_text(FAULTY, encoding="utf-8")
    code, said = hook("eventnotes-check")
    assert code == 1
    assert '\nfaulty.md:5:11: error unknown-speaker "bo" is not among the speakers\n' in said
    assert '\n./::error::x.md:5:11: error unknown-speaker "bo" is not among the speakers\n' in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_the_files_of_a_commit_are_checked_together(repository: Path) -> None:
    for number in range(12):
        Path(f"{number}.md").write_text(GOOD, encoding="utf-8")
    Path("faulty.md").write_text(FAULTY, encoding="utf-8")
    said = hook("eventnotes-check")[1]
    assert said.count(" checked: ") == 1
    assert "\n13 write-ups checked: 1 error; 1 file passed over (no write-up)\n" in said


def test_fmt_formats_write_ups_and_leaves_other_files_alone(repository: Path) -> None:
    Path("loose.md").write_text(LOOSE, encoding="utf-8")
    code, said = hook("eventnotes-fmt")
    assert code == 1
    assert "files were modified by this hook" in said
    assert Path("loose.md").read_text(encoding="utf-8").endswith("## T\n\n- **Speaker:** Bo Ek\n")
    assert Path("other.md").read_text(encoding="utf-8") == "Only words.\n\n**Presenter**: Bo Ek\n"
    assert hook("eventnotes-fmt")[0] == 0


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This checkout as a repository that others name in their configuration, and its commit."""
    folder = tmp_path_factory.mktemp("published")
    root = MANIFEST.parent
    for name in ("src", "schemas"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (MANIFEST.name, "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, folder)
    git = ("git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@b.example")
    assert run(*git, "init", "--quiet") == (0, "")
    assert run(*git, "add", "--all")[0] == 0
    assert run(*git, "commit", "--quiet", "--message", "A") == (0, "")
    return folder, run(*git, "rev-parse", "HEAD")[1].strip()


def test_from_a_scratch_repository_a_bad_file_fails_and_good_ones_pass(
    published: tuple[Path, str], repository: Path
) -> None:
    folder, commit = published
    hooks = [{"id": "eventnotes-check"}, {"id": "eventnotes-fmt"}]
    configuration = {"repos": [{"repo": str(folder), "rev": commit, "hooks": hooks}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration))
    Path("good.md").write_text(GOOD, encoding="utf-8")
    Path("good.event.yaml").write_text("name: A\nstart: '2024'\n", encoding="utf-8")
    assert run("pre-commit", "install-hooks")[0] == 0
    for name in ("check", "fmt"):
        assert hook(f"eventnotes-{name}") == (0, f"eventnotes {name}{'.' * (62 - len(name))}Passed\n")
    Path("bad.md").write_text(FAULTY, encoding="utf-8")
    code, said = hook("eventnotes-check")
    assert code == 1
    assert '\nbad.md:5:11: error unknown-speaker "bo" is not among the speakers\n' in said
    assert "good" not in said
    Path("bad.event.yaml").write_text("name: A\nstart: 2024-13\n", encoding="utf-8")
    assert "\nbad.event.yaml:2:8: error date " in hook("eventnotes-check", "bad.event.yaml")[1]
