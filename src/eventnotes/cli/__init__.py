"""The command line: one file a command, each with its imports inside."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from eventnotes import __version__
from eventnotes.cli.check import check
from eventnotes.cli.convert import convert
from eventnotes.cli.draft import draft
from eventnotes.cli.explain import explain
from eventnotes.cli.fmt import fmt
from eventnotes.cli.new import new
from eventnotes.cli.schema import schema
from eventnotes.cli.upgrade import upgrade


@click.group(context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def eventnotes() -> None:
    """Event write-ups as data: begin, check, format and convert them."""


for command in (check, convert, draft, explain, fmt, new, schema, upgrade):
    eventnotes.add_command(command)


def main() -> None:
    """Run the command line; 130 on Ctrl-C, 141 where the reader of a pipe has gone."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115 - it stands in for a closed stream until the end
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # a TextIO in typeshed
    try:
        code = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        code = 141
        _discard(sys.stdout)
    except OSError as error:
        code = 1
        _discard(sys.stdout)
        sys.stderr.write(f"eventnotes: {_told(error)}\n")
    except MemoryError:
        code = 1
        sys.stderr.write("eventnotes: there is not enough memory\n")
    except KeyboardInterrupt as stop:
        code = 130
        sys.stderr.write(f"{' '.join(('stopped', *stop.args))}\n")
    sys.exit(code)


def _run() -> int:
    if "_EVENTNOTES_COMPLETE" in os.environ:
        eventnotes.main(prog_name="eventnotes")
    try:
        # click's own `main` turns a closed pipe into exit code 1 (pallets/click, core.py, Command.main)
        with eventnotes.make_context("eventnotes", sys.argv[1:]) as context:
            eventnotes.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    return 0


def _told(error: OSError) -> str:
    """Which file it concerns, and what is wrong; what names no file is the current folder, or the stream written to."""
    from eventnotes.diagnostic import printable
    from eventnotes.replacement import advised

    if error.errno is None:
        return printable(str(error), None)
    if error.filename:
        return printable(f"{error.filename}: {error.strerror}", None)
    if isinstance(error, FileNotFoundError):
        return "the current folder is gone; go to another"
    return f"standard output: {advised(error)}"


def _discard(stream: TextIO) -> None:
    """Let what is left in the stream's buffer go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
