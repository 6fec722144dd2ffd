"""Commands of eventnotes that are watched: in a copy of this process, in a shell, under strace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import faults
from eventnotes.cli import main as eventnotes

COMMAND = [sys.executable, "-m", "eventnotes"]


class Ended:
    """How a command ended: its exit code, negative for a signal, and what it said."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code, self.out, self.err = code, out.decode(), err.decode()

    def must(self, *codes: int, lines: int | None = None) -> Ended:
        """Demand an exit code, no traceback, and so many lines on standard error."""
        said = f"{self.code}: {self.err}"
        assert self.code in codes, said
        assert "Traceback" not in self.err, said
        assert lines is None or self.err.count("\n") == lines, said
        return self


def started(arguments: list[str], out: int, err: int, before: Callable[[], None] = lambda: None) -> int:
    """A copy of this process that runs a command: its process id."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        # a shell takes Ctrl-C from what it runs in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.argv = ["eventnotes", *arguments]
        before()
        eventnotes()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(BaseException):
            sys.stderr.flush()
        os._exit(code)


def run(*arguments: str, before: Callable[[], None] = lambda: None) -> Ended:
    """A command to its end, in a copy of this process."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = started([*arguments], out.fileno(), err.fileno(), before)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0)
        err.seek(0)
        return Ended(code, out.read(), err.read())


def shell(line: str, **environment: str) -> Ended:
    """A line of the shell, in which `eventnotes` is our command."""
    kept = faults.environment() | environment
    script = f'eventnotes() {{ {" ".join(COMMAND)} "$@"; }}; {line}'
    done = subprocess.run(["bash", "-c", script], env=kept, capture_output=True, check=False)
    return Ended(done.returncode, done.stdout, done.stderr)


def interrupted(number: int, after: float) -> Ended:
    """`fmt`, sent a signal some seconds after it has named its first file."""
    reading, out = os.pipe()
    with tempfile.TemporaryFile() as err:
        child = started(["fmt", "."], out, err.fileno())
        os.close(out)
        os.read(reading, 1)
        time.sleep(after)
        os.kill(child, number)
        while os.read(reading, 65_536):
            pass
        os.close(reading)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        err.seek(0)
        return Ended(code, b"", err.read())


def traced(calls: str, *arguments: str) -> list[tuple[str, str]]:
    """The system calls of a command, of these kinds, after its start."""
    with tempfile.NamedTemporaryFile() as log:
        command = ["strace", "-f", "-qq", "-s", "200", "-o", log.name, f"--trace={calls}", *COMMAND, *arguments]
        done = subprocess.run(command, env=faults.environment(), capture_output=True, check=False)
        Ended(done.returncode, done.stdout, done.stderr).must(0, 1)
        return faults.calls(Path(log.name).read_text(encoding="utf-8", errors="replace"))
