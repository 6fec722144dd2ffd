"""`eventnotes check --jobs`: the same output as of one process, and what signals leave behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import hostile
from eventnotes.report import REPORTS

CASES = Path(__file__).parent / "conformance" / "cases"
FEW = str(CASES / "rules")
WARNED = "---\nevent: A\n---\n\n**Lesson (Bo):** a\n"
SHARED = """
import os, signal, sys
from eventnotes.processes import shared

def work(item):
    if item == 100 and "raise" in sys.argv:
        raise ValueError("at 100")
    if item == 100 and "kill" in sys.argv:
        os.kill(os.getpid(), signal.SIGKILL)
    if item == 100 and "exit" in sys.argv:
        os._exit(3)
    return item * item

def items():
    for item in range(1_000):
        if item == 100 and "broken" in sys.argv:
            raise ValueError("no more")
        global taken
        taken = item
        yield item

found, ahead = [], 0
try:
    for one in shared(work, items(), int(sys.argv[1])):
        found.append(one)
        ahead = max(ahead, taken - len(found))
except Exception as error:
    print(type(error).__name__, error)
assert found == [item * item for item in range(len(found))]
print(len(found), ahead <= (4 * int(sys.argv[1]) + 1) * 32)
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("no process is left")
"""


def sharing(*arguments: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", SHARED, *arguments], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


def check(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "eventnotes", "check", *arguments]
    return subprocess.run(command, capture_output=True, check=False)


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_results_come_in_the_order_of_the_items_which_are_not_taken_far_ahead(jobs: str) -> None:
    assert sharing(jobs) == ["1000 True", "no process is left"]


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_what_is_raised_comes_in_its_place(jobs: str) -> None:
    assert sharing(jobs, "raise") == ["ValueError at 100", "100 True", "no process is left"]
    assert sharing(jobs, "broken") == ["ValueError no more", "100 True", "no process is left"]


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_process_that_ends_is_an_error(jobs: str) -> None:
    said, found, end = sharing(jobs, "kill")
    assert said == "ChildProcessError a process that had work to do was killed by SIGKILL"
    assert (found in {"0 True", "32 True", "64 True", "96 True"}, end) == (True, "no process is left")
    assert sharing(jobs, "exit")[0] == "ChildProcessError a process that had work to do ended with exit code 3"


def test_each_report_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    def reports(jobs: str) -> dict[str, bytes]:
        asked = [f"--report={name}:{tmp_path / name}" for name in REPORTS]
        done = check(str(CASES), "--jobs", jobs, *asked)
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
        return {name: (tmp_path / name).read_bytes() for name in REPORTS}

    one = reports("1")
    assert min(map(len, one.values())) > 5_000
    assert reports("3") == reports("0") == one


@pytest.mark.parametrize(
    "arguments",
    [
        ["--limit", "files=50"],
        ["--limit", "total=9000"],
        ["--limit", "size=300"],
        ["--limit", f"files={10**30}"],
        ["--require", "--strict"],
        ["--select", "all", "--today", "2030-01-01"],
        ["--pass-over", str(CASES / "days" / "day-numbers.md")],
    ],
)
def test_options_mean_the_same(arguments: list[str]) -> None:
    one, many = check(FEW, *arguments), check(FEW, *arguments, "--jobs", "2")
    assert (many.returncode, many.stdout, many.stderr) == (one.returncode, one.stdout, one.stderr)


def test_what_a_rule_finds_across_files_is_found_by_any_number_of_processes(tmp_path: Path) -> None:
    for number, name in enumerate(("Anna Lima", "Bo Ek", "Ana Lima", "Cy Dow")):
        for copy in range(40):
            text = f"---\nevent: {{name: A, start: 2024-05-01, speakers: [{name}]}}\n---\n"
            (tmp_path / f"{copy:02}-{number}.md").write_text(text, encoding="utf-8")
    one = check(str(tmp_path), "--select", "near-duplicate-speaker")
    assert b"near-duplicate-speaker" in one.stdout
    for jobs in ("2", "3"):
        assert check(str(tmp_path), "--select", "near-duplicate-speaker", "--jobs", jobs).stdout == one.stdout


@pytest.mark.skipif(not hostile.KIT.exists(), reason="the kit is not here")
def test_hostile_input_is_told_the_same(tmp_path: Path) -> None:
    hostile.build(tmp_path)
    one, many = check(str(tmp_path)), check(str(tmp_path), "--jobs", "2")
    assert (many.returncode, many.stdout, many.stderr) == (one.returncode, one.stdout, one.stderr) != (0, b"", b"")


def test_a_number_of_jobs_is_none_below_zero(tmp_path: Path) -> None:
    done = check(str(tmp_path), "--jobs", "-1")
    assert (done.returncode, b"-1 is not in the range x>=0" in done.stderr) == (2, True)


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A check by two processes, in a group of its own, which waits for somebody to read what it prints."""
    for number in range(2_000):
        (tmp_path / f"{number:04}.md").write_text(WARNED, encoding="utf-8")
    command = [sys.executable, "-m", "eventnotes", "check", str(tmp_path), "--jobs", "2"]
    former = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # which a shell takes from what is in its background
    with subprocess.Popen(command, stdout=-1, stderr=-1, start_new_session=True) as process:
        assert process.stdout is not None
        assert b"0000.md:2:8: warning missing-date" in process.stdout.readline()
        yield process
        process.kill()
    signal.signal(signal.SIGINT, former)


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="utf-8")
    return [int(one) for one in children.split()]


def assert_all_end(pids: list[int]) -> None:
    end = time.monotonic() + 60
    while any(is_running(one) for one in pids):
        assert time.monotonic() < end, f"still there: {pids}"
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc")
def test_ctrl_c_says_what_was_done_and_leaves_no_process(waiting: subprocess.Popen[bytes]) -> None:
    pids = workers(waiting)
    assert len(pids) == 2
    os.killpg(waiting.pid, signal.SIGINT)
    out, err = waiting.communicate(timeout=60)
    assert waiting.returncode == 130
    said = re.fullmatch(rb"stopped after ([0-9,]+) files?\n", err)
    assert said is not None
    assert out.count(b"missing-date") <= int(said[1].replace(b",", b"")) < 2_000
    assert_all_end(pids)


@pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc")
def test_a_killed_process_is_an_error_line_and_not_a_hang(waiting: subprocess.Popen[bytes]) -> None:
    pids = workers(waiting)
    os.kill(pids[0], signal.SIGKILL)
    _, err = waiting.communicate(timeout=60)
    said = r"Error: a process that had work to do was killed by SIGKILL; stopped after [0-9,]+ files?\n"
    assert (waiting.returncode, re.fullmatch(said, err.decode()) is not None) == (1, True)
    assert_all_end(pids)


@pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_the_one_that_started_it(waiting: subprocess.Popen[bytes], number: int) -> None:
    pids = workers(waiting)
    waiting.send_signal(number)
    waiting.communicate(timeout=60)
    assert waiting.returncode == -number
    assert_all_end(pids)
