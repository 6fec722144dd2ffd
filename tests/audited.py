"""Commands over many files, watched by Python's audit hooks: python tests/audited.py OUTPUTS FILE...

Each file is checked, and converted into every format, to a file of the folder OUTPUTS. What a command may not do is
printed: open a socket, start a process, run code of the current folder, or change a file that is not in OUTPUTS;
temporaries without a name count as memory. With PLANTED in the environment each of these is done once, to be found.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from tempfile import gettempdir
from typing import Any

from click.testing import CliRunner

from eventnotes.cli import eventnotes
from eventnotes.formats import FORMATS

ACTING = ("ctypes", "ftplib", "http", "smtplib", "socket", "sqlite3", "subprocess", "urllib", "webbrowser")
STARTING = ("os.exec", "os.fork", "os.forkpty", "os.kill", "os.posix_spawn", "os.spawn", "os.system", "pty.spawn")
CHANGING = ("chmod", "chown", "link", "mkdir", "remove", "rename", "rmdir", "symlink", "truncate", "utime")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def watch(outputs: str) -> None:
    """Print everything from now on that a command may not do."""
    allowed, here = os.path.realpath(outputs) + os.sep, os.path.realpath(".") + os.sep

    def is_output(path: Any) -> bool:
        if isinstance(path, int) or os.path.isdir(path):  # a temporary without a name, open(2) O_TMPFILE
            return True
        return os.path.realpath(os.fsdecode(path)).startswith(allowed)

    def acts(event: str, arguments: tuple[Any, ...]) -> bool:
        first, _, second = event.partition(".")
        if event == "open":
            return isinstance(arguments[2], int) and bool(arguments[2] & WRITING) and not is_output(arguments[0])
        if event == "exec":
            name = getattr(arguments[0], "co_filename", "<")
            return name[0] != "<" and os.path.realpath(name).startswith(here)
        if first == "os" and second in CHANGING:
            return not all(
                is_output(one) and not os.path.isdir(one) for one in arguments if isinstance(one, str | bytes)
            )
        return event in STARTING or first in ACTING

    def tell(event: str, arguments: tuple[Any, ...]) -> None:
        if acts(event, arguments):
            os.write(1, f"{event} {arguments!r}\n".encode(errors="backslashreplace"))

    sys.addaudithook(tell)


def run(outputs: str, path: str) -> Iterator[int]:
    """Check a path, and convert a file without errors into every format: the exit codes."""
    yield CliRunner().invoke(eventnotes, ["check", path]).exit_code
    for one in FORMATS if os.path.isfile(path) else ():
        if one.write is not None or one.write_all is not None:
            arguments = ["convert", path, "--to", one.name, "-o", f"{outputs}/out{one.suffixes[0]}"]
            code = CliRunner().invoke(eventnotes, arguments).exit_code
            yield code
            if code and one is FORMATS[0]:
                return


def planted() -> None:
    """Everything that a command may not do."""
    import socket
    import subprocess

    socket.socket().close()
    subprocess.run(["true"], check=True)
    with open("planted", "w", encoding="utf-8"):
        os.rename("planted", "other")
    exec(compile("", "planted.py", "exec"))


def main(outputs: str, *paths: str) -> None:
    sys.dont_write_bytecode = True
    gettempdir()  # which Python tries out by writing there, once
    watch(outputs)
    if "PLANTED" in os.environ:
        planted()
    codes = [code for path in paths for code in run(outputs, path)]
    print(f"{len(codes)} commands, {codes.count(0)} of them with exit code 0")


if __name__ == "__main__":
    main(*sys.argv[1:])
