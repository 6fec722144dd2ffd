"""Commands that change write-ups in place: every file of the paths is read, changed, and replaced or shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from eventnotes.cli._options import (
    config_option,
    configuration_of,
    isolated_option,
    limit_option,
    pass_over_option,
    refuse_missing,
    refusing,
    standard_input,
)
from eventnotes.cli._output import replace

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator

    from eventnotes.configuration import Configuration
    from eventnotes.document import Document
    from eventnotes.formatting import Formatted
    from eventnotes.inspection import Checked

    Change = Callable[[Document], Formatted]


def rewriting_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that changes write-ups in place, by the names that `rewrite` takes them by."""
    for option in (
        limit_option,
        isolated_option,
        config_option,
        pass_over_option,
        click.option("--diff", is_flag=True, help="Write nothing; print what would change."),
        click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change."),
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    ):
        command = option(command)
    return command


def rewrite(
    change: Change,
    done: str,
    *,
    paths: tuple[str, ...],
    check: bool,
    diff: bool,
    pass_over: bool,
    **configured: Any,
) -> None:
    """Change the files of the paths, say what was done, and end the command.

    Args:
        change: what is to become of a document without errors; raises InvalidWriteUp for one with errors.
        done: what a file is called that was changed.
        paths: files, folders, or - from standard input to standard output.
        check: write nothing, and end with 1 where a file would change.
        diff: write nothing, and show what would change.
        pass_over: pass over named files as in a folder.
        configured: arguments of `configuration_of`.
    """
    import os
    import sys
    from collections import Counter

    refuse_missing(paths)
    folders = [path for path in paths if os.path.isdir(path)]
    outcomes: Counter[str] = Counter()
    with refusing():
        for found, named in _documents(paths, configuration_of(**configured), pass_over):
            outcomes[_outcome(found, named, folders, change, check, diff)] += 1
    sys.stdout.flush()
    click.echo(_summary(outcomes, done, check or diff), err=True)
    raise click.exceptions.Exit(1 if outcomes["failed"] or (check and outcomes["changed"]) else 0)


def _documents(
    paths: tuple[str, ...], configuration: Configuration, pass_over: bool
) -> Iterator[tuple[Document | Checked, bool]]:
    from itertools import groupby

    from eventnotes.document import read
    from eventnotes.inspection import documents

    for is_input, group in groupby(paths, lambda path: path == "-"):
        if is_input:
            limits = configuration.of_folder(".").limits
            for _ in group:
                yield read(data=standard_input(limits.size + 1), limits=limits), True
        else:
            yield from ((found, named) for found, named, _ in documents(list(group), configuration, pass_over))


def _outcome(
    found: Document | Checked, named: bool, folders: list[str], change: Change, check: bool, diff: bool
) -> str:
    """Change one file: `changed`, `left` where there is nothing to change, `failed`, or `passed` over."""
    import sys

    from eventnotes.diagnostic import InvalidWriteUp, printable
    from eventnotes.inspection import Checked
    from eventnotes.inspection.findings import is_passed_over
    from eventnotes.report.diff import diff as show

    if not isinstance(found, Checked) and is_passed_over(found, named):
        return "passed"
    try:
        result = None if isinstance(found, Checked) else change(found)
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
            _put(found, result.text, folders, check)
        except click.ClickException as error:
            error.show()
            return "failed"
    return "changed" if is_changed else "left"


def _put(document: Document, text: str, folders: list[str], check: bool) -> None:
    """Replace the file, and name it; with `check` only name it."""
    from eventnotes.diagnostic import named

    if not check:
        replace(document, text.encode(), folders)
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


def _summary(outcomes: Counter[str], word: str, is_trial: bool) -> str:
    from eventnotes.report.text import counted, passed_over

    done, left, failed, passed = (outcomes[one] for one in ("changed", "left", "failed", "passed"))
    parts = [f"{counted(done, 'file')} {'would be ' if is_trial else ''}{word}"]
    parts += [f"{left:,} left as {'it was' if left == 1 else 'they were'}"] if left else []
    parts += [f"{failed:,} not {word}"] if failed else []
    return ", ".join(parts) + passed_over(passed, not (done or left or failed))
