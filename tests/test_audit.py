"""What reading and converting may do, by Python's audit hooks: nothing but read, and write the output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import audited
import hostile

EXAMPLES = Path(__file__).parents[1] / "examples"


def audit(folder: Path, *paths: str, **environment: str) -> list[str]:
    """The lines that `audited` prints."""
    (folder / "outputs").mkdir()
    unmeasured = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    done = subprocess.run(
        [sys.executable, audited.__file__, "outputs", *paths],
        cwd=folder,
        env=unmeasured | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_what_is_forbidden_is_found(tmp_path: Path) -> None:
    found = [one.split(" ")[0] for one in audit(tmp_path, PLANTED="1")]
    assert found == ["socket.__new__", "subprocess.Popen", "open", "os.rename", "exec", "0"]


def test_examples_are_only_read(tmp_path: Path) -> None:
    (done,) = audit(tmp_path, *(str(one) for one in sorted(EXAMPLES.iterdir())))
    commands, _, accepted = done.partition(" commands, ")
    assert int(commands) > 20
    assert int(accepted.split()[0]) > 15


@pytest.mark.skipif(not hostile.KIT.exists(), reason="the kit is not here")
def test_hostile_input_is_only_read(tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    kit.mkdir()
    (done,) = audit(kit, *(one["file"] for one in hostile.build(kit)))
    commands, _, accepted = done.partition(" commands, ")
    assert int(commands) > 1_000
    assert int(accepted.split()[0]) > 500
