"""`eventnotes convert`: write-ups into other formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from eventnotes.cli._options import from_option, limit_option, limits_of

if TYPE_CHECKING:
    from eventnotes.document import Document
    from eventnotes.formats import Format
    from eventnotes.limits import Limits


@click.command(short_help="Write the event in another format.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o", "--output", metavar="FILE", help="File to write; a folder for several sources; - for standard output."
)
@click.option(
    "--to", "target_format", metavar="FORMAT", help="Format to write; by default the output's ending, or json."
)
@from_option
@limit_option
def convert(
    sources: tuple[str, ...],
    output: str | None,
    target_format: str | None,
    source_format: str | None,
    changes: tuple[tuple[str, int], ...],
) -> None:
    """Convert write-ups: files, or - for standard input. What is found in them is told on standard error."""
    import os

    target = _target(target_format, output)
    limits = limits_of(changes)
    folder = output if output is not None and len(sources) > 1 else None
    if len(sources) > 1 and (folder is None or not os.path.isdir(folder)):
        raise click.UsageError("several sources need -o with a folder that exists")
    failed = False
    taken: set[str] = set()
    for source in sources:
        document = _read(source, source_format, limits)
        if _tell(document):
            failed = True
            continue
        place = output
        if folder is not None:
            place = _place_in(folder, source, target, taken)
        assert document.event is not None
        assert target.write is not None
        _write(target.write(document.event), place)
    raise click.exceptions.Exit(1 if failed else 0)


def _target(name: str | None, output: str | None) -> Format:
    from eventnotes import formats

    try:
        found = formats.find(name) if name else formats.of_path(output or "-") or formats.find("json")
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint="--to") from None
    if found.write is None:
        names = ", ".join(one.name for one in formats.FORMATS if one.write)
        raise click.UsageError(f"{found.name} cannot be written yet; these can: {names}")
    return found


def _read(source: str, source_format: str | None, limits: Limits) -> Document:
    import sys

    from eventnotes.document import read

    try:
        if source == "-":
            return read(data=sys.stdin.buffer.read(limits.size + 1), format=source_format, limits=limits)
        return read(source, format=source_format, limits=limits)
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint="--from") from None
    except OSError as error:
        raise click.UsageError(f"{source}: {error.strerror or error}") from None


def _tell(document: Document) -> bool:
    """Say on standard error what was found; whether it has errors."""
    import sys

    from eventnotes.diagnostic import Severity
    from eventnotes.document import lines_of
    from eventnotes.report.text import explained

    lines = lines_of(document.text).split("\n") if document.diagnostics else []
    for diagnostic in document.diagnostics:
        sys.stderr.write(explained(diagnostic, lines))
    return document.event is None or any(one.severity is Severity.ERROR for one in document.diagnostics)


def _place_in(folder: str, source: str, target: Format, taken: set[str]) -> str:
    import os

    stem = os.path.basename(source) if source != "-" else "standard-input"
    for suffix in (".event.yaml", ".event.yml", ".event.json", os.path.splitext(stem)[1]):
        if suffix and stem.endswith(suffix):
            stem = stem.removesuffix(suffix)
            break
    name = stem + target.suffixes[0]
    if name.casefold() in taken:
        raise click.UsageError(f"two sources would be written to {name}; convert them one by one")
    taken.add(name.casefold())
    return os.path.join(folder, name)


def _write(data: bytes, place: str | None) -> None:
    import sys

    from eventnotes.edit import write_file

    if place is None or place == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        write_file(place, data)
    except OSError as error:
        raise click.ClickException(f"{place}: {error.strerror or error}") from None
