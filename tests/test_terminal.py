"""Colour: on a terminal that can, as NO_COLOR and FORCE_COLOR wish; never in a file."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

FAULTY = "---\nevent: {name: A, strat: 2024}\n---\n\n**Lesson (Bo):** a\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "faulty.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "warned.md").write_text("---\nevent: A\n---\n", encoding="utf-8")
    return tmp_path


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "eventnotes", "check", *arguments]


def on_terminal(*arguments: str, **environment: str) -> str:
    """What a terminal is sent."""
    ours, theirs = pty.openpty()
    with open(ours, "rb", buffering=0) as terminal:
        subprocess.run(command(*arguments), stdout=theirs, env={**os.environ, **environment}, timeout=60, check=False)
        os.close(theirs)
        return terminal.read(100_000).decode().replace("\r\n", "\n")


def piped(*arguments: str, **environment: str) -> str:
    wished = {**os.environ, **environment}
    done = subprocess.run(command(*arguments), capture_output=True, env=wished, timeout=60, check=False)
    return done.stdout.decode()


def test_a_terminal_is_sent_colours_around_the_same_words(folder: Path) -> None:
    sent = on_terminal("faulty.md", "warned.md", TERM="xterm")
    assert sent.startswith(
        "\x1b[1mfaulty.md:2:18:\x1b[0m \x1b[1;31merror\x1b[0m unknown-key "
        'Event has no field "strat"; did you mean start?\n'
        "  \x1b[34m2 |\x1b[0m event: {name: A, strat: 2024}\n"
        "  \x1b[34m  |\x1b[0m                  \x1b[1;31m^^^^^\x1b[0m\n"
        '  \x1b[36mhelp:\x1b[0m write start, or move "strat" under extra:\n'
    )
    assert "\x1b[1;33mwarning\x1b[0m missing-date" in sent
    assert re.sub(r"\x1b\[[0-9;]*m", "", sent) == piped("faulty.md", "warned.md")


@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"TERM": "dumb", "FORCE_COLOR": ""}, False),
        ({"TERM": "xterm", "FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_the_environment_decides_on_a_terminal(folder: Path, environment: dict[str, str], colored: bool) -> None:
    assert ("\x1b[" in on_terminal("faulty.md", **environment)) == colored


def test_a_pipe_is_sent_colours_only_where_they_are_forced(folder: Path) -> None:
    assert "\x1b" not in piped("faulty.md", TERM="xterm")
    assert "\x1b" in piped("faulty.md", FORCE_COLOR="1")
    assert "\x1b" not in piped("faulty.md", FORCE_COLOR="1", NO_COLOR="1")


@pytest.mark.parametrize("report", ["text", "concise", "json", "github", "gitlab", "sarif", "junit"])
def test_a_file_holds_no_colours_and_neither_do_other_reports(folder: Path, report: str) -> None:
    piped("faulty.md", "--report", f"{report}:out", FORCE_COLOR="1")
    assert b"\x1b" not in (folder / "out").read_bytes()
    assert report == "text" or "\x1b" not in on_terminal("faulty.md", "--report", report, FORCE_COLOR="1")


def test_data_is_utf_8_whatever_the_locale(folder: Path) -> None:
    ascii_only = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LANG": "C", "LC_ALL": "C"}
    (folder / "a.md").write_text("---\nevent: {name: é, start: é}\n---\n", encoding="utf-8")
    for report in ("json", "github", "gitlab", "sarif", "junit"):
        assert piped(".", "--report", report, **ascii_only) == piped(".", "--report", report)
    assert piped(".", "--report", "concise", **ascii_only).isascii()
