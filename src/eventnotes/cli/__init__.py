"""The command line: one file a command, each with its imports inside."""

from __future__ import annotations

import os
import sys

import click

from eventnotes import __version__
from eventnotes.cli.check import check
from eventnotes.cli.convert import convert
from eventnotes.cli.explain import explain
from eventnotes.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def eventnotes() -> None:
    """Event write-ups as data: check them, and convert them."""


for command in (check, convert, explain, schema):
    eventnotes.add_command(command)


def main() -> None:
    """Run the command line; 130 on Ctrl-C, 141 where the reader of a pipe has gone."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        try:
            code = eventnotes.main(standalone_mode=False, prog_name="eventnotes")
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except click.Abort:
            click.echo("stopped", err=True)
            code = 130
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 141
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.stderr.write(f"eventnotes: {error.strerror or error}\n")
        code = 1
    sys.exit(code if isinstance(code, int) else 0)
