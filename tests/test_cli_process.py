"""The command line as a process: its streams, its start-up, and that nothing a stream does gives a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "---\nevent: {name: A, start: 2024}\n---\n"
HEAVY = (
    "pydantic",
    "pydantic_core",
    "yaml",
    "frontmatter",
    "pyromark",
    "click",
    "eventnotes.model",
    "eventnotes.formats",
)


def run(*arguments: str, redirect: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m eventnotes …` through a shell, so that streams can be closed and sent anywhere."""
    command = ["sh", "-c", f'exec "$@" {redirect}', "sh", sys.executable, "-m", "eventnotes", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, timeout=60, check=False)


def python(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.split()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = f"import sys, eventnotes; print(*[one for one in {HEAVY} if one in sys.modules])"
    assert python(code) == []


def test_the_command_line_imports_nothing_heavy_for_help() -> None:
    heavy = [one for one in HEAVY if one != "click"]
    for arguments in (["--help"], ["--version"], ["check", "--help"], ["convert", "--help"], ["new", "--help"]):
        code = f"""
import sys, eventnotes.cli
sys.argv = ["eventnotes", *{arguments}]
try:
    eventnotes.cli.main()
except SystemExit as ended:
    print("code", ended.code, *[one for one in {heavy} if one in sys.modules])
"""
        assert python(code)[-2:] == ["code", "0"]


def test_public_names_are_imported_when_they_are_used() -> None:
    assert python("import eventnotes, sys; eventnotes.Diagnostic; print('yaml' in sys.modules)") == ["False"]
    assert python("from eventnotes import *; print(read, Event.__name__, check)")[0] == "<function"
    names = python("import eventnotes; print(*dir(eventnotes))")
    assert set(python("import eventnotes; print(*eventnotes.__all__)")) < set(names)
    found = python("import eventnotes; print(*[one for one in dir(eventnotes) if not hasattr(eventnotes, one)])")
    assert found == []
    assert python("import eventnotes\ntry: eventnotes.nope\nexcept AttributeError as e: print(e)") == (
        ["module", "'eventnotes'", "has", "no", "attribute", "'nope'"]
    )


def test_the_process_ends_with_the_code_of_the_command(folder: Path) -> None:
    (folder / "bad.md").write_text("---\n", encoding="utf-8")
    done = run("check", "good.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"1 write-up checked: nothing to report\n", b"")
    assert run("check", "bad.md").returncode == 1
    assert run("check", "nope.md").returncode == 2
    assert run("nonsense").returncode == 2
    assert run("explain", "date").returncode == 0


def test_a_reader_that_leaves_ends_it_without_a_word(folder: Path) -> None:
    for number in range(3_000):
        (folder / f"{number}.md").write_text("---\n", encoding="utf-8")
    for report in ("text", "json"):
        command = (
            f"{sys.executable} -m eventnotes check --report {report} . | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
        )
        done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=False)
        assert (done.stdout, done.stderr) == (b"141\n", b"")


@pytest.mark.parametrize("command", ["check", "convert"])
def test_a_full_device_is_one_line(folder: Path, command: str) -> None:
    done = run(command, "good.md", redirect=">/dev/full")
    assert (done.returncode, done.stderr) == (
        1,
        b"eventnotes: standard output: No space left on device; free some space and try again\n",
    )


def test_a_current_folder_that_is_gone_is_told(folder: Path) -> None:
    command = f"mkdir gone && cd gone && rmdir ../gone && exec {sys.executable} -m eventnotes check ."
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, b"eventnotes: the current folder is gone; go to another\n")


@pytest.mark.parametrize("redirect", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_give_no_traceback(folder: Path, redirect: str) -> None:
    (folder / "bad.md").write_text("---\n", encoding="utf-8")
    for arguments, code in ((["check", "good.md"], 0), (["check", "bad.md"], 1), (["check", "nope.md"], 2)):
        done = run(*arguments, redirect=redirect)
        assert b"Traceback" not in done.stderr
        assert done.returncode == code


@pytest.mark.parametrize(
    "arguments",
    [["convert", "good.md"], ["convert", "good.md", "--to", "jsonl"], ["schema"], ["new", "--name=A"], ["fmt", "-"]],
    ids=" ".join,
)
def test_what_cannot_be_put_out_is_told(folder: Path, arguments: list[str]) -> None:
    whole = run(*arguments, redirect="<good.md")
    assert (whole.returncode, whole.stdout.strip() != b"") == (0, True)
    done = run(*arguments, redirect="<good.md >&-")
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == b"Error: standard output is closed"


def test_a_closed_standard_input_is_an_empty_one(folder: Path) -> None:
    done = run("check", "-", redirect="<&-")
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr


ASCII = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LANG": "C", "LC_ALL": "C"}


def test_output_that_must_be_ascii_is_escaped(folder: Path) -> None:
    (folder / "שלום.md").write_text("---\nevent: {name: שלום, start: שלום}\n---\n", encoding="utf-8")
    done = run("check", ".", **ASCII)
    assert done.returncode == 1
    assert done.stdout.isascii()
    assert b".md:2:28: error date start should be" in done.stdout
    assert b"\\u05e9\\u05dc\\u05d5\\u05dd.md:2:28: " in run("check", ".", PYTHONIOENCODING="ascii").stdout
    found = json.loads(run("check", ".", "--report", "json", **ASCII).stdout)
    assert [one["code"] for one in found] == ["date"]
    for command in (["check", "לא.md"], ["convert", "לא.md"], ["explain", "לא"]):
        done = run(*command, **ASCII)
        assert (done.returncode, b"Traceback" in done.stderr) == (2, False)


def test_converted_data_is_utf_8_whatever_the_locale(folder: Path) -> None:
    (folder / "a.md").write_text("---\nevent: {name: שלום, start: 2024}\n---\n", encoding="utf-8")
    done = run("convert", "a.md", **ASCII)
    assert json.loads(done.stdout.decode("utf-8"))["name"] == "שלום"


def test_a_link_to_nothing_is_named(folder: Path) -> None:
    (folder / "dangling.md").symlink_to("nope.md")
    done = run("check", "dangling.md")
    assert b"dangling.md" in done.stdout + done.stderr
    assert done.returncode in (1, 2)


def test_a_report_that_cannot_be_written_is_named(folder: Path) -> None:
    done = run("check", "good.md", "--report", "json:nope/out.json")
    assert b"nope/out.json" in done.stdout + done.stderr
    assert done.returncode in (1, 2)


def test_a_file_whose_name_looks_like_an_option_is_checked(folder: Path) -> None:
    (folder / "--fix.md").write_text(GOOD, encoding="utf-8")
    assert run("check", ".").stdout == b"2 write-ups checked: nothing to report\n"
    assert run("check", "--", "--fix.md").returncode == 0


def test_interrupting_ends_it_with_one_line(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    command = [sys.executable, "-m", "eventnotes", "check", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(b"-" * 1_000_000)  # more than a pipe holds, so that this ends when it is read
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)  # by now it waits for more
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr is not None
        assert process.stderr.read().strip() == b"stopped after 0 files"


def test_no_command_opens_a_socket_writes_a_file_or_starts_a_process(folder: Path) -> None:
    code = """
import sys, os
sys.argv = ["eventnotes", "check", "."]
def watch(event, arguments):
    acts = event.split(".")[0] in ("socket", "subprocess") or event in ("os.system", "os.exec", "os.fork", "os.rename")
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if acts or writes and "__pycache__" not in str(arguments[0]):
        os.write(2, f"{event} {arguments}".encode())
sys.addaudithook(watch)
from eventnotes.cli import main
main()
"""
    unmeasured = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, env=unmeasured, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"1 write-up checked: nothing to report\n", b"")


# Root may read everything; without CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH it may not (prctl(2), capabilities(7)).
UNPRIVILEGED = """
import ctypes, os, sys
for capability in (1, 2):
    ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-m", "eventnotes", *sys.argv[1:]])
"""


HELP = "  help: let your user read it, or exclude it"


@pytest.mark.parametrize("arguments", [["check", "posts"], ["convert", "posts", "--to=jsonl"], ["fmt", "posts"]])
def test_a_folder_that_cannot_be_read_is_told(folder: Path, arguments: list[str]) -> None:
    closed = folder / "posts" / "closed"
    closed.mkdir(parents=True, mode=0)
    command = [sys.executable, "-c", UNPRIVILEGED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    said = "posts/closed:1:1: error unreadable-file cannot be read: Permission denied"
    assert (done.returncode, (done.stdout + done.stderr).splitlines()[:2]) == (1, [said, HELP])
    done = subprocess.run([*command, "posts/closed/a.md"], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, "Error: posts/closed/a.md: Permission denied")
