"""`eventnotes check`: find what is wrong, each finding at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from eventnotes.cli._options import from_option, limit_option, limits_of, pass_over_option, standard_input
from eventnotes.cli._output import is_colored, write_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from eventnotes.inspection import Checked
    from eventnotes.limits import Limits

    Report = Callable[[Iterable[Checked]], Iterable[str]]


@click.command(short_help="Find what is wrong, each finding at its place.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--report",
    "reports",
    multiple=True,
    default=("text",),
    metavar="NAME[:FILE]",
    help="text (the default), concise, json, github, gitlab, sarif or junit; to a file if named; repeatable.",
)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--require", is_flag=True, help="A Markdown file of a folder that is no write-up is an error.")
@pass_over_option
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    metavar="N",
    help="Check in N processes, with 0 in as many as there are processors; by default in none but this one.",
)
@from_option
@limit_option
def check(
    paths: tuple[str, ...],
    reports: tuple[str, ...],
    strict: bool,
    require: bool,
    pass_over: bool,
    jobs: int,
    source_format: str | None,
    changes: tuple[tuple[str, int], ...],
) -> None:
    """Check write-ups: files, folders, or - for standard input.

    Exits with 0 where there are no errors, 1 where there are (with --strict warnings count), 2 on wrong usage.
    """
    import gc
    import os
    import sys

    from eventnotes.diagnostic import Severity, printable

    for path in paths:
        if path != "-" and not os.path.exists(path):
            raise click.UsageError(f"{printable(path)} does not exist")
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    failed, files = False, 0

    def watched(checked: Iterable[Checked]) -> Iterator[Checked]:
        nonlocal failed, files
        for one in checked:
            failed = failed or any(found.severity in failing for found in one.diagnostics)
            files += 1
            yield one

    asked = _asked(reports, strict)
    try:
        _report(watched(_checked(paths, source_format, limits_of(changes), require, pass_over, jobs)), asked)
        sys.stdout.flush()
    except KeyboardInterrupt:
        raise KeyboardInterrupt(_after(files)) from None
    except ChildProcessError as error:
        raise click.ClickException(f"{error}; stopped {_after(files)}") from None
    raise click.exceptions.Exit(1 if failed else 0)


def _after(files: int) -> str:
    return f"after {files:,} file{'' if files == 1 else 's'}"


def _checked(
    paths: tuple[str, ...], source_format: str | None, limits: Limits, require: bool, pass_over: bool, jobs: int
) -> Iterator[Checked]:
    from itertools import groupby

    from eventnotes.document import read
    from eventnotes.inspection import inspect, inspected

    for is_input, group in groupby(paths, lambda path: path == "-"):
        if is_input:
            for _ in group:
                yield inspected(
                    read(data=standard_input(limits.size + 1), format=source_format, limits=limits), named=True
                )
        elif source_format is None:
            yield from inspect(list(group), limits, require, pass_over, jobs)
        else:
            for path in group:
                yield _checked_as(path, source_format, limits)


def _checked_as(path: str, source_format: str, limits: Limits) -> Checked:
    from eventnotes.diagnostic import printable
    from eventnotes.document import read
    from eventnotes.inspection import inspected

    try:
        return inspected(read(path, format=source_format, limits=limits), named=True)
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint="--from") from None
    except OSError as error:
        raise click.UsageError(f"{printable(path)}: {error.strerror or error}") from None


def _asked(reports: tuple[str, ...], strict: bool) -> list[tuple[str, str, Report]]:
    """Each report that is asked for: its name, its file or none, and how to make it."""
    import sys
    from functools import partial

    from eventnotes.report import REPORTS

    asked: list[tuple[str, str, Report]] = []
    for name, _, file in (one.partition(":") for one in reports):
        if name not in REPORTS:
            message = f"no report is called {name!r}; there are {', '.join(REPORTS)}"
            raise click.BadParameter(message, param_hint="--report")
        if file and any(file == other for _, other, _ in asked):
            raise click.BadParameter(f"two reports would be written to {file!r}", param_hint="--report")
        make = REPORTS[name]
        if name == "text":
            make = partial(make, color=not file and is_colored(sys.stdout))
        if name == "junit":
            make = partial(make, strict=strict)
        asked.append((name, file, make))
    return asked


def _report(checked: Iterator[Checked], asked: list[tuple[str, str, Report]]) -> None:
    import sys

    from eventnotes.report import FOR_PEOPLE

    found = checked if len(asked) == 1 else list(checked)
    for name, file, make in asked:
        pieces = make(found)
        if file:
            write_output("".join(pieces).encode(errors="backslashreplace"), file)
        elif name in FOR_PEOPLE:
            sys.stdout.writelines(pieces)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(piece.encode(errors="backslashreplace") for piece in pieces)
