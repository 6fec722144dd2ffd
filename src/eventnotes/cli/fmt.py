"""`eventnotes fmt`: labels, attributions and front matter in their canonical spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from eventnotes.cli._options import limit_option, limits_of, standard_input

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventnotes.document import Document
    from eventnotes.inspection import Checked
    from eventnotes.limits import Limits


@click.command(short_help="Write labels, attributions and front matter in the canonical way.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@limit_option
def fmt(paths: tuple[str, ...], check: bool, diff: bool, changes: tuple[tuple[str, int], ...]) -> None:
    """Format write-ups in place: files, folders, or - for standard input to standard output.

    Prose is not touched, and what a write-up says stays the same: the new text is read back before it is written. The
    names of changed files go to standard output. A file with errors is left as it is.

    Exits with 0, with 1 where a file has errors or cannot be written, or with --check would change, 2 on wrong usage.
    """
    import os

    from eventnotes.diagnostic import printable
    from eventnotes.formatting import formatted
    from eventnotes.inspection import Checked, is_passed_over

    for path in paths:
        if path != "-" and not os.path.exists(path):
            raise click.UsageError(f"{printable(path)} does not exist")
    count = dict.fromkeys(("formatted", "left", "failed", "passed over"), 0)
    for found, named in _documents(paths, limits_of(changes)):
        if isinstance(found, Checked) or _has_errors(found):
            _tell(found)
            count["failed"] += 1
        elif is_passed_over(found, named):
            count["passed over"] += 1
        else:
            result = formatted(found)
            _tell_left(found.path, result.left)
            is_changed = result.text != found.text
            is_written = _show(found, result.text, check, diff) if is_changed or found.path == "-" else True
            count["failed" if not is_written else "formatted" if is_changed else "left"] += 1
    click.echo(_summary(count, check or diff), err=True)
    raise click.exceptions.Exit(1 if count["failed"] or (check and count["formatted"]) else 0)


def _documents(paths: tuple[str, ...], limits: Limits) -> Iterator[tuple[Document | Checked, bool]]:
    from itertools import groupby

    from eventnotes.document import read
    from eventnotes.inspection import documents

    for is_input, group in groupby(paths, lambda path: path == "-"):
        if is_input:
            for _ in group:
                yield read(data=standard_input(limits.size + 1), limits=limits), True
        else:
            yield from documents(list(group), limits)
