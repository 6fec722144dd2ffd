"""The fault procedures, as far as they need neither special rights nor minutes; `make hostile` does all of them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import hostile
import procedures

NAMES = [procedures.name_of(one) for one in procedures.PROCEDURES]
DEAR = {"kill-at-every-syscall", "errno-at-every-syscall", "disk-full", "no-network"}
TRACED = {"no-write", "no-exec"} if shutil.which("strace") is None else set[str]()
OF_KIT = {"low-recursion", "low-memory"} if not hostile.KIT.exists() else set[str]()


def test_what_is_promised_under_faults_holds() -> None:
    chosen = [one for one in NAMES if one not in DEAR | TRACED | OF_KIT]
    command = [sys.executable, procedures.__file__, "--rounds", "3", *chosen]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"{len(chosen)} of {len(chosen)} fault procedures hold\n", "")
    assert len(chosen) >= 17


@pytest.mark.skipif(not hostile.KIT.exists(), reason="the kit is not here")
def test_there_is_a_procedure_for_each_of_the_kit() -> None:
    assert [one["name"] for one in hostile.kit().FAULTS] == NAMES


def test_the_page_names_tests_that_exist() -> None:
    root = Path(__file__).parents[1]
    page = (root / "docs" / "reliability.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[a-z_/]+\.py)`", page))
    assert len(named) > 10
    assert [one for one in sorted(named) if not (root / one).exists()] == []
    assert set(re.findall(r"`make ([a-z]+)`", page)) <= set(
        re.findall(r"^([a-z]+):", (root / "Makefile").read_text(), re.MULTILINE)
    )
