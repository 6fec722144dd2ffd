"""`eventnotes fmt`: labels, attributions and front matter in their canonical spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from eventnotes.cli._options import limit_option, limits_of, pass_over_option, standard_input
from eventnotes.cli._output import write_output

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from eventnotes.document import Document
    from eventnotes.inspection import Checked
    from eventnotes.limits import Limits


@click.command(short_help="Write labels, attributions and front matter one way.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@pass_over_option
@limit_option
def fmt(paths: tuple[str, ...], check: bool, diff: bool, pass_over: bool, changes: tuple[tuple[str, int], ...]) -> None:
    """Format write-ups in place: files, folders, or - from standard input to standard output.

    Prose is not touched, and what a write-up says stays the same: the new text is read back before it is written. The
    names of files that change go to standard output. A file with errors is left as it is.

    Exits with 0; with 1 where a file has errors, cannot be written, or, with --check, would change; 2 on wrong usage.
    """
    import os
    import sys
    from collections import Counter

    from eventnotes.diagnostic import printable

    for path in paths:
        if path != "-" and not os.path.exists(path):
            raise click.UsageError(f"{printable(path)} does not exist")
    folders = [path for path in paths if os.path.isdir(path)]
    outcomes: Counter[str] = Counter()
    for found, named in _documents(paths, limits_of(changes), pass_over):
        root = next((one for one in folders if found.path.startswith(os.path.join(one, ""))), None)
        outcomes[_outcome(found, named, root, check, diff)] += 1
    sys.stdout.flush()
    click.echo(_summary(outcomes, check or diff), err=True)
    raise click.exceptions.Exit(1 if outcomes["failed"] or (check and outcomes["formatted"]) else 0)


def _documents(paths: tuple[str, ...], limits: Limits, pass_over: bool) -> Iterator[tuple[Document | Checked, bool]]:
    from itertools import groupby

    from eventnotes.document import read
    from eventnotes.inspection import documents

    for is_input, group in groupby(paths, lambda path: path == "-"):
        if is_input:
            for _ in group:
                yield read(data=standard_input(limits.size + 1), limits=limits), True
        else:
            yield from documents(list(group), limits, pass_over)


def _outcome(found: Document | Checked, named: bool, root: str | None, check: bool, diff: bool) -> str:
    """Format one file: `formatted`, `left` where there is nothing to change, `failed`, or `passed` over."""
    import sys

    from eventnotes.diagnostic import InvalidWriteUp, printable
    from eventnotes.formatting import formatted
    from eventnotes.inspection import Checked, is_passed_over
    from eventnotes.report.diff import diff as show

    if not isinstance(found, Checked) and is_passed_over(found, named):
        return "passed"
    try:
        result = None if isinstance(found, Checked) else formatted(found)
    except InvalidWriteUp:
        result = None
    if isinstance(found, Checked) or result is None:
        _tell_errors(found)
        return "failed"
    _tell_left(found.path, result.left)
    is_changed = bool(result.edits)
    if diff:
        sys.stdout.writelines(show(found.text, result.edits, printable(found.path, None)))
    elif is_changed or found.path == "-":
        try:
            _put(found, result.text, root, check)
        except click.ClickException as error:
            error.show()
            return "failed"
    return "formatted" if is_changed else "left"


def _put(document: Document, text: str, root: str | None, check: bool) -> None:
    """Replace the file, and name it; with `check` only name it."""
    from functools import partial

    from eventnotes.diagnostic import named
    from eventnotes.replacement import write_file

    if not check:
        write_output(text.encode(), document.path, partial(write_file, old=document.data, root=root))
    if text != document.text and (check or document.path != "-"):
        click.echo(named(document.path))


def _tell_errors(found: Document | Checked) -> None:
    import sys

    from eventnotes.decoding import lines_of
    from eventnotes.diagnostic import Severity
    from eventnotes.report.text import explained

    lines = lines_of(found.text).split("\n")
    for diagnostic in found.diagnostics:
        if diagnostic.severity is Severity.ERROR:
            sys.stderr.write(explained(diagnostic, lines))


def _tell_left(path: str, lines: tuple[int, ...]) -> None:
    from eventnotes.diagnostic import named

    if lines:
        first, *others = lines
        said = "left as it is: written otherwise, the write-up would say something else"
        more = f" (and {len(others):,} more)" if others else ""
        click.echo(f"{named(path)}:{first}: {said}{more}", err=True)


def _summary(outcomes: Counter[str], is_trial: bool) -> str:
    done, left, failed, passed = (outcomes[one] for one in ("formatted", "left", "failed", "passed"))
    parts = [f"{_files(done)} {'would be ' if is_trial else ''}formatted"]
    parts += [f"{left:,} left as {'it was' if left == 1 else 'they were'}"] if left else []
    parts += [f"{failed:,} not formatted"] if failed else []
    return ", ".join(parts) + (f"; {_files(passed)} passed over (no write-up)" if passed else "")


def _files(number: int) -> str:
    return f"{number:,} file{'' if number == 1 else 's'}"
