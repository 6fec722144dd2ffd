"""What hostile input may cost: the sources of costly.py are read and checked in bounds."""

from __future__ import annotations

import subprocess
import sys

import pytest

import costly


@pytest.mark.parametrize("group", costly.GROUPS)
def test_costly_sources_are_read_and_checked_within_bounds(group: str) -> None:
    command = [sys.executable, costly.__file__, group]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    last = done.stdout.splitlines()[-1:]
    assert (done.returncode, done.stderr) == (0, ""), f"ended at {last}"
