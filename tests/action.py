"""The steps of a composite action, run as the runner of GitHub runs them: its inputs, files, variables and shell."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_INPUT = re.compile(r"\$\{\{ *inputs\.([a-z]+) *\}\}")
_FILES = ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")


class Step(NamedTuple):
    """What a step came to."""

    name: str
    code: int
    output: str


class Job:
    """A job on a runner: a folder with the checkout, one for what is temporary, and what steps leave to later ones."""

    def __init__(self, workspace: Path, temporary: Path, action: Path) -> None:
        self.workspace, self.temporary = workspace, temporary
        self.action: dict[str, Any] = yaml.safe_load(action.read_text(encoding="utf-8"))
        kept = {name: os.environ[name] for name in os.environ if not name.startswith(("GITHUB_", "RUNNER_", "COV"))}
        self.environment = kept | {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(workspace),
            "GITHUB_ACTION_PATH": str(action.parent),
            "RUNNER_TEMP": str(temporary),
            "RUNNER_OS": "Linux",
        }

    def run(self, first: int = 0, **inputs: str) -> Iterator[Step]:
        """Run the steps from the first one on, with inputs; after one that fails none is run."""
        declared = self.action["inputs"]
        assert inputs.keys() <= declared.keys(), f"no input is called {inputs.keys() - declared.keys()}"
        values = {name: str(one.get("default", "")) for name, one in declared.items()} | inputs
        for step in self.action["runs"]["steps"][first:]:
            done = self._step(step, values)
            yield done
            if done.code:
                return

    def _step(self, step: dict[str, Any], values: dict[str, str]) -> Step:
        assert step["shell"] == "bash"
        own = {name: _INPUT.sub(lambda one: values[one[1]], text) for name, text in step.get("env", {}).items()}
        script = self.temporary / "step.sh"
        script.write_text(_INPUT.sub(lambda one: values[one[1]], step["run"]), encoding="utf-8")
        files = {name: str(self.temporary / name) for name in _FILES}
        for path in files.values():
            Path(path).write_text("", encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace,
            env=self.environment | files | own,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self._take(files)
        return Step(step["name"], done.returncode, done.stdout)

    def _take(self, files: dict[str, str]) -> None:
        """What a step leaves in the files of the runner is there for the next ones."""
        self.environment |= dict(_variables(Path(files["GITHUB_ENV"]).read_text(encoding="utf-8")))
        for folder in Path(files["GITHUB_PATH"]).read_text(encoding="utf-8").splitlines():
            self.environment["PATH"] = f"{folder}{os.pathsep}{self.environment['PATH']}"


def _variables(text: str) -> Iterator[tuple[str, str]]:
    """`name=value`, and `name<<END`, lines, `END`."""
    lines = iter(text.splitlines())
    for line in lines:
        name, several, end = line.partition("<<")
        if several and "=" not in name:
            yield name, "\n".join(iter(lambda: next(lines), end))
        else:
            name, _, value = line.partition("=")
            yield name, value
