"""`eventnotes check`: find what is wrong, each finding at its place."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import click

from eventnotes.cli._mending import files_of
from eventnotes.cli._options import (
    config_option,
    configuration_of,
    from_option,
    isolated_option,
    limit_option,
    pass_over_option,
    refuse_missing,
    refusing,
    standard_input,
)
from eventnotes.cli._output import is_colored, write_output
from eventnotes.cli._places import keep_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from eventnotes.cli._git import Revision
    from eventnotes.configuration import Configuration
    from eventnotes.configuration.settings import Settings
    from eventnotes.inspection import Checked, Mending
    from eventnotes.inspection.baseline import Baselines
    from eventnotes.when import When

    Report = Callable[[Iterable[Checked]], Iterable[str]]


def _codes(context: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    from eventnotes.configuration.selection import objection

    codes = tuple(one.strip() for one in value.split(",") if one.strip())
    if not codes and option.name == "select":
        raise click.BadParameter("this names no code; default and all are groups of codes", context, option)
    for code in codes:
        advice = "; eventnotes explain lists them all"
        if (said := objection(code, groups=option.name == "select", advice=advice)) is not None:
            raise click.BadParameter(said, context, option)
    return codes


def _day(context: click.Context, option: click.Parameter, value: str | None) -> When | None:
    if value is None:
        return None
    from eventnotes.when import When

    try:
        day = When(value)
    except ValueError:
        day = None
    if day is None or day.precision != "day":
        raise click.BadParameter(f"{value!r} is not a day such as 2024-06-01", context, option)
    return day


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
    "--select", callback=_codes, metavar="CODES", help="Report these alone; default and all are groups of codes."
)
@click.option("--ignore", callback=_codes, metavar="CODES", help="Do not report these.")
@click.option(
    "--baseline",
    metavar="FILE",
    help="Do not report the known findings in this file, by default eventnotes-baseline.jsonl.",
)
@click.option(
    "--write-baseline",
    "written",
    is_flag=True,
    help="Write what is found as known; from a baseline that exists, only remove what is gone.",
)
@click.option(
    "--grow-baseline", "grow", is_flag=True, help="With --write-baseline, add what is new to one that exists."
)
@click.option("--fix", "fixes", is_flag=True, help="Mend what certainly can be, in the files, and report the rest.")
@click.option("--diff", is_flag=True, help="Write nothing; print what --fix would change.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="Mend, too, where something may be lost.")
@click.option("--against", metavar="REF", help="Compare with a commit of git: ids that are gone are reported.")
@click.option("--today", callback=_day, metavar="DAY", help="Report actions that are due before this day.")
@config_option
@isolated_option
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
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    baseline: str | None,
    written: bool,
    grow: bool,
    fixes: bool,
    diff: bool,
    unsafe: bool,
    against: str | None,
    today: When | None,
    config: str | None,
    isolated: bool,
    jobs: int,
    source_format: str | None,
    changes: tuple[tuple[str, int], ...],
) -> None:
    """Check write-ups: files, folders, or - for standard input.

    Exits with 0 where there are no errors, 1 where there are (with --strict warnings count), 2 on wrong usage. What was
    mended does not count; with --diff, what would be does.
    """
    import gc

    from eventnotes.inspection.baseline import NAME

    refuse_missing(paths)
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    asked = [one for one in _asked(reports, strict) if one[1] or not diff]
    keep_apart([*paths, baseline or NAME, config], *(file for _, file, _ in asked if file))
    if diff and written:
        raise click.UsageError("--write-baseline does not go with --diff, which writes nothing")
    files, tally = files_of(paths, fixes, diff, unsafe), _Tally(strict)
    with refusing(), _revision(against) as revision:
        baselines = _baselines(baseline, written, grow, isolated)
        configuration = configuration_of(config, isolated, changes, select, ignore or (), baseline)
        mending = files.mending if files is not None else None
        before = revision.file if revision is not None else None
        run = _Run(require, pass_over, baselines, today, before, mending)
        checked = _checked(paths, source_format, configuration, jobs, run)
        _report_all(tally.counted(checked), asked, tally)
    if not diff:  # what would be mended is still known
        _end(baselines, written)
    raise click.exceptions.Exit(1 if tally.has_failed or (files is not None and files.have_failed) else 0)


class _Tally:
    """Counts the files of a run, and whether one has findings that fail it."""

    def __init__(self, strict: bool) -> None:
        from eventnotes.diagnostic import Severity

        self.files = 0
        self.has_failed = False
        self._failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}

    def counted(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        for one in checked:
            self.has_failed = self.has_failed or any(found.severity in self._failing for found in one.diagnostics)
            self.files += 1
            yield one

    def __str__(self) -> str:
        from eventnotes.report.text import counted

        return f"after {counted(self.files, 'file')}"


def _report_all(checked: Iterator[Checked], asked: list[tuple[str, str, Report]], tally: _Tally) -> None:
    import sys

    try:
        _report(checked, asked)
        sys.stdout.flush()
    except KeyboardInterrupt:
        raise KeyboardInterrupt(str(tally)) from None
    except ChildProcessError as error:
        raise click.ClickException(f"{error}; stopped {tally}") from None


class _Run(NamedTuple):
    """What is asked of every file; arguments of `inspect`."""

    require: bool
    pass_over: bool
    baselines: Baselines
    today: When | None
    before: Callable[[str], bytes | None] | None
    mending: Mending | None


@contextmanager
def _revision(ref: str | None) -> Iterator[Revision | None]:
    if ref is None:
        yield None
        return
    from eventnotes.cli._git import Revision

    revision = Revision(ref)
    try:
        yield revision
    finally:
        revision.close()


def _baselines(baseline: str | None, written: bool, grow: bool, isolated: bool) -> Baselines:
    """The baselines of the run; one that an option names is read at once."""
    import os

    from eventnotes.diagnostic import printable
    from eventnotes.inspection.baseline import NAME, Baselines

    if grow and not written:
        raise click.UsageError("--grow-baseline goes with --write-baseline")
    is_usual = written or (os.path.exists(NAME) and not isolated)
    baselines = Baselines(written, grow, NAME if is_usual else None)
    if baseline:
        if not written and not os.path.exists(baseline):
            message = f"{printable(baseline)} does not exist; --write-baseline writes it"
            raise click.BadParameter(message, param_hint="--baseline")
        baselines.open(baseline)
    return baselines


def _end(baselines: Baselines, written: bool) -> None:
    """Write the baselines, or say what in them is gone."""
    from eventnotes.diagnostic import named
    from eventnotes.report.text import counted

    for path, one in baselines.opened.items():
        if written:
            write_output(one.text(), path)
            click.echo(f"{named(path)}: {counted(one.left().total(), 'known finding')}", err=True)
        elif one.gone:
            said = f"{counted(one.gone, 'known finding')} can go; --write-baseline removes what is no longer found"
            click.echo(f"{named(path)}: {said}", err=True)


def _checked(
    paths: tuple[str, ...],
    source_format: str | None,
    configuration: Configuration,
    jobs: int,
    run: _Run,
) -> Iterator[Checked]:
    import os
    from itertools import groupby

    from eventnotes.inspection import inspect

    for is_input, group in groupby(paths, lambda path: path == "-"):
        if is_input or source_format is not None:
            for path in group:
                settings = configuration.of_folder("." if is_input else os.path.dirname(path) or ".")
                yield _checked_as(path, source_format, settings, run)
        else:
            yield from inspect(list(group), configuration, jobs=jobs, **run._asdict())


def _checked_as(path: str, source_format: str | None, settings: Settings, run: _Run) -> Checked:
    """What is found in standard input, or in a file of a format that is named."""
    from eventnotes.diagnostic import printable
    from eventnotes.document import read
    from eventnotes.inspection import former, inspected
    from eventnotes.rules import Beside

    limits = settings.limits
    try:
        if path == "-":
            document = read(data=standard_input(limits.size + 1), format=source_format, limits=limits)
        else:
            document = read(path, format=source_format, limits=limits)
        data = run.before(path) if run.before is not None and path != "-" else None
        beside = Beside(run.today, former(document, data), is_alone=True)
        baseline = run.baselines.of(settings)
        return inspected(document, not run.pass_over, run.require, settings, baseline, beside, run.mending)
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
    for name, colon, file in (one.partition(":") for one in reports):
        if name not in REPORTS:
            message = f"no report is called {name!r}; there are {', '.join(REPORTS)}"
            raise click.BadParameter(message, param_hint="--report")
        if colon and not file:
            said = f"{name}: names no file; write {name}:FILE, or {name} for standard output"
            raise click.BadParameter(said, param_hint="--report")
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
