"""Memory that does not suffice: a line for the file, and the others are checked."""

from __future__ import annotations

import resource
from contextlib import suppress
from pathlib import Path

from click.testing import CliRunner

from commands import run
from eventnotes.cli import eventnotes

LARGE = '{"name": "A", "extra": {"x": "' + "a" * 4_900_000 + '"}}'


def after(*command: str, spare: int) -> None:
    """Import all that a command needs, then allow so many bytes more than what is used."""
    with suppress(SystemExit):
        CliRunner().invoke(eventnotes, command)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + spare
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def test_a_file_for_which_memory_does_not_suffice_is_refused(tmp_path: Path) -> None:
    large, small = tmp_path / "large.event.json", tmp_path / "small.event.json"
    large.write_text(LARGE)
    small.write_text('{"name": "A", "start": "soon"}')
    done = run("check", str(large), before=lambda: after("check", str(small), spare=6_000_000))
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        f"{large}:1:1: error unreadable-file cannot be checked: there is not enough memory for it\n"
        "  help: split it, or let the process use more memory\n\n"
        "1 write-up checked: 1 error\n"
    )


def test_a_command_for_which_memory_does_not_suffice_says_so(tmp_path: Path) -> None:
    large, small = tmp_path / "large.json", tmp_path / "small.json"
    large.write_text(LARGE)
    small.write_text('{"name": "A"}')
    done = run("convert", str(large), before=lambda: after("convert", str(small), spare=6_000_000))
    assert (done.code, done.out, done.err) == (1, "", "eventnotes: there is not enough memory\n")
