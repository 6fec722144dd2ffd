"""`eventnotes upgrade`: write-ups of older versions of the schema, written for the newest."""

from __future__ import annotations

import click

from eventnotes.cli._options import config_option, configuration_of, isolated_option, limit_option, pass_over_option
from eventnotes.cli._rewriting import rewrite


@click.command(short_help="Write write-ups for the newest version of the schema.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@pass_over_option
@config_option
@isolated_option
@limit_option
def upgrade(
    paths: tuple[str, ...],
    check: bool,
    diff: bool,
    pass_over: bool,
    config: str | None,
    isolated: bool,
    changes: tuple[tuple[str, int], ...],
) -> None:
    """Upgrade write-ups in place: files, folders, or - from standard input to standard output.

    A file that names no version of the schema gets eventnotes: 1. What it says stays the same: the new text is read
    back before it is written. Older versions are read without it, too. The names of files that change go to standard
    output. A file with errors is left as it is, and so is one of a newer version.

    Exits with 0; with 1 where a file has errors, cannot be written, or, with --check, would change; 2 on wrong usage.
    """
    from functools import partial

    from eventnotes.upgrading import upgraded

    configuration = partial(configuration_of, config, isolated, changes)
    failed = rewrite(paths, configuration, pass_over, upgraded, "upgraded", check=check, diff=diff)
    raise click.exceptions.Exit(1 if failed else 0)
