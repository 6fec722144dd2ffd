"""`eventnotes fmt`: labels, attributions and front matter in their canonical spelling."""

from __future__ import annotations

import click

from eventnotes.cli._options import config_option, configuration_of, isolated_option, limit_option, pass_over_option
from eventnotes.cli._rewriting import rewrite


@click.command(short_help="Write labels, attributions and front matter one way.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@pass_over_option
@config_option
@isolated_option
@limit_option
def fmt(
    paths: tuple[str, ...],
    check: bool,
    diff: bool,
    pass_over: bool,
    config: str | None,
    isolated: bool,
    changes: tuple[tuple[str, int], ...],
) -> None:
    """Format write-ups in place: files, folders, or - from standard input to standard output.

    Prose is not touched, and what a write-up says stays the same: the new text is read back before it is written. The
    names of files that change go to standard output. A file with errors is left as it is.

    Exits with 0; with 1 where a file has errors, cannot be written, or, with --check, would change; 2 on wrong usage.
    """
    from functools import partial

    from eventnotes.formatting import formatted

    configuration = partial(configuration_of, config, isolated, changes)
    failed = rewrite(paths, configuration, pass_over, formatted, "formatted", check=check, diff=diff)
    raise click.exceptions.Exit(1 if failed else 0)
