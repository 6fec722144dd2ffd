"""`eventnotes convert`: write-ups into other formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from eventnotes.cli._options import (
    config_option,
    configuration_of,
    from_option,
    isolated_option,
    limit_option,
    refusing,
    standard_input,
)
from eventnotes.cli._output import tell, write_output

if TYPE_CHECKING:
    from eventnotes.conversion import Losses
    from eventnotes.document import Document
    from eventnotes.formats import Format, Option
    from eventnotes.limits import Limits
    from eventnotes.model import Event
    from eventnotes.when import When

_SHOWN = 6  # paths of what is lost, in one line


def _when(context: click.Context, option: click.Parameter, value: str | None) -> When | None:
    from eventnotes.when import When

    try:
        return None if value is None else When(value)
    except ValueError as error:
        raise click.BadParameter(str(error), context, option) from None


class _Converting(click.Command):
    """A command with an option for everything that formats let choose."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        from eventnotes.formats import FORMATS

        found = {one.name: one for format in FORMATS for one in format.options}
        return [*super().get_params(ctx), *map(_option, found.values())]


def _option(one: Option) -> click.Option:
    values = click.Choice(one.values) if one.values else None
    return click.Option([f"--{one.name}"], type=values, is_flag=not one.values, default=None, help=one.help)


@click.command(cls=_Converting, short_help="Write the event in another format.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o", "--output", metavar="FILE", help="File to write; a folder for several sources; - for standard output."
)
@click.option(
    "--to", "target_format", metavar="FORMAT", help="Format to write; by default the output's ending, or json."
)
@click.option(
    "--start",
    metavar="WHEN",
    callback=_when,
    help="When the event began, in place of what the source says: 2017-11-02 or 2017-11-02T09:30.",
)
@click.option("--losses", "report", metavar="FILE", help="File for what the target does not hold, as JSON.")
@click.option("--no-loss", is_flag=True, help="Write nothing that would not hold everything, and exit with 1.")
@from_option
@config_option
@isolated_option
@limit_option
def convert(
    sources: tuple[str, ...],
    output: str | None,
    target_format: str | None,
    start: When | None,
    report: str | None,
    no_loss: bool,
    source_format: str | None,
    config: str | None,
    isolated: bool,
    changes: tuple[tuple[str, int], ...],
    **options: str | bool | None,
) -> None:
    """Convert write-ups: files, or - for standard input. What is found in them is told on standard error."""
    import os

    target = _target(target_format, output, options)
    folder = output if output is not None and len(sources) > 1 else None
    if len(sources) > 1 and (folder is None or not os.path.isdir(folder)):
        raise click.UsageError("several sources need -o with a folder that exists")
    with refusing():
        configuration = configuration_of(config, isolated, changes)
        limits = [configuration.of_folder(os.path.dirname(one) or ".").limits for one in sources]
    failed = False
    lost: dict[str, Losses] = {}
    places = [output] if folder is None else _places(folder, sources, target)
    for source, place, limit in zip(sources, places, limits, strict=True):
        event = _event(_read(source, source_format, limit), start)
        data = _written(event, target, source) if event is not None else None
        if event is not None and data is not None:
            lost[source] = _losses(event, data, target, source)
        if data is None or (no_loss and lost[source]):
            failed = True
        else:
            write_output(data, place)
    if report is not None:
        write_output(_as_json(lost), report)
    raise click.exceptions.Exit(1 if failed else 0)


def _event(document: Document, start: When | None) -> Event | None:
    """The event, begun at `start` if that is given; None where the document has errors, which are told."""
    if tell(document) or document.event is None:
        return None
    return document.event if start is None else document.event.replace(start=start)


def _losses(event: Event, data: bytes, target: Format, source: str) -> Losses:
    """What the target does not hold, told in a line on standard error."""
    import sys

    from eventnotes.conversion import losses
    from eventnotes.diagnostic import printable

    found = losses(event, data, target)
    if found:
        shown = ", ".join(f"{path} ({count})" for path, count in list(found.items())[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more; --losses FILE lists all" if len(found) > _SHOWN else ""
        sys.stderr.write(f"{printable(source, None)}: not held by {target.name}: {shown}{more}\n")
    return found


def _as_json(lost: dict[str, Losses]) -> bytes:
    import json

    return (json.dumps(lost, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _written(event: Event, target: Format, source: str) -> bytes | None:
    """The event in a format; None, and a line on standard error, where the format cannot hold it."""
    import sys

    from eventnotes.diagnostic import printable

    assert target.write is not None
    try:
        return target.write(event)
    except ValueError as error:
        sys.stderr.write(printable(f"{source}: {error}", None) + "\n")
        return None


def _target(name: str | None, output: str | None, options: dict[str, str | bool | None]) -> Format:
    from eventnotes import formats
    from eventnotes.conversion import writable

    try:
        found = formats.find(name) if name else formats.of_path(output or "-") or formats.find("json")
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint="--to") from None
    try:
        return writable(found.name, **options)
    except LookupError as error:
        raise click.UsageError(str(error)) from None


def _read(source: str, source_format: str | None, limits: Limits) -> Document:
    from eventnotes.diagnostic import printable
    from eventnotes.document import read

    try:
        if source == "-":
            return read(data=standard_input(limits.size + 1), format=source_format, limits=limits)
        return read(source, format=source_format, limits=limits)
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint="--from") from None
    except OSError as error:
        raise click.UsageError(f"{printable(source)}: {error.strerror or error}") from None


def _places(folder: str, sources: tuple[str, ...], target: Format) -> list[str]:
    """The file that each source is written to; refused before anything is written where two would be the same."""
    import os

    from eventnotes.diagnostic import printable

    names = [_stem(source) + target.suffixes[0] for source in sources]
    taken: set[str] = set()
    for name in names:
        if name.casefold() in taken:
            raise click.UsageError(f"two sources would be written to {printable(name)}; convert them one by one")
        taken.add(name.casefold())
    return [os.path.join(folder, name) for name in names]


def _stem(source: str) -> str:
    import os

    name = os.path.basename(source) if source != "-" else "standard-input"
    suffixes = (".event.yaml", ".event.yml", ".event.json", os.path.splitext(name)[1])
    return next((name.removesuffix(suffix) for suffix in suffixes if suffix and name.endswith(suffix)), name)
