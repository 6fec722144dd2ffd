"""The fault procedures, as far as they need neither special rights nor minutes; `make hostile` does all of them."""

from __future__ import annotations

import shutil
import subprocess
import sys

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
