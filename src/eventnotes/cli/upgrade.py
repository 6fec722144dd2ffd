"""`eventnotes upgrade`: write-ups of older versions of the schema, written for the newest."""

from __future__ import annotations

from typing import Any

import click

from eventnotes.cli._rewriting import rewrite, rewriting_options


@click.command(short_help="Write write-ups for the newest version of the schema.")
@rewriting_options
def upgrade(**options: Any) -> None:
    """Upgrade write-ups in place: files, folders, or - from standard input to standard output.

    A file that names no version of the schema gets eventnotes: 1. What it says stays the same: the new text is read
    back before it is written. Older versions are read without it, too. The names of files that change go to standard
    output. A file with errors is left as it is, and so is one of a newer version.

    Exits with 0; with 1 where a file has errors, cannot be written, or, with --check, would change; 2 on wrong usage.
    """
    from eventnotes.upgrading import upgraded

    rewrite(upgraded, "upgraded", **options)
