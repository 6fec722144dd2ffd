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
    refuse_missing,
    refusing,
)
from eventnotes.cli._output import write_output
from eventnotes.cli._places import keep_apart
from eventnotes.cli._targets import is_folder, places, refuse_output, target_of, write_folder

if TYPE_CHECKING:
    from eventnotes.cli._batch import Batch
    from eventnotes.configuration import Configuration
    from eventnotes.conversion import Losses
    from eventnotes.formats import Format
    from eventnotes.when import When


_LONGEST_NAME = 100  # characters of an id in the name of a file, which may have 255 in all


def _when(context: click.Context, option: click.Parameter, value: str | None) -> When | None:
    from eventnotes.when import When

    try:
        return None if value is None else When(value)
    except ValueError as error:
        raise click.BadParameter(str(error), context, option) from None


@click.command(short_help="Write the event in another format.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="File to write; a folder for several sources, or with a slash; - for standard output.",
)
@click.option(
    "--to",
    "target_format",
    metavar="FORMAT",
    help="Format to write: markdown, json, yaml, jsonl, csv, ical, jsonld or html; by default that of the output's "
    "ending, and json where there is none.",
)
@click.option(
    "--start",
    metavar="WHEN",
    callback=_when,
    help="When the event began, in place of what the source says: 2017-11-02 or 2017-11-02T09:30.",
)
@click.option("--losses", "report", metavar="FILE", help="File for what the target does not hold, as JSON.")
@click.option("--no-loss", is_flag=True, help="Write nothing that would not hold everything, and exit with 1.")
@click.option(
    "--profile",
    type=click.Choice(["core", "rich"]),
    help="Of a calendar: core, for every client, or rich, which loses nothing.",
)
@click.option("--split", is_flag=True, help="Write a calendar as files of one component each, as servers take them.")
@click.option("--table", type=click.Choice(["sessions"]), help="Write one flat table of CSV, not a package.")
@click.option("--excel", is_flag=True, help="Begin tables of CSV with a byte order mark, which Excel needs.")
@click.option(
    "--list", "is_listing", is_flag=True, help="Print the key, start and name of each event, and write nothing."
)
@click.option("--uid", "keys", multiple=True, metavar="KEY", help="Convert the event of this key alone; repeatable.")
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
    is_listing: bool,
    keys: tuple[str, ...],
    source_format: str | None,
    config: str | None,
    isolated: bool,
    changes: tuple[tuple[str, int], ...],
    **options: str | bool | None,
) -> None:
    """Convert write-ups: files, folders, or - for standard input. What is found in them is told on standard error.

    A folder is converted into a folder of the same layout, or into one file where the format holds several events. What
    in it is no write-up is passed over, and a faulty one does not stop the others.
    """
    import gc

    from eventnotes.cli._batch import Batch
    from eventnotes.inspection.walk import holds_write_ups

    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    if is_listing:
        _refuse_unheeded({"to": target_format, "losses": report, "no-loss": no_loss, **options})
    target = target_of(target_format, None if is_listing else output, "json", options)
    if no_loss:
        _refuse_unknown_losses(target)
    _check_sources(sources, source_format)
    with refusing():
        configuration = configuration_of(config, isolated, changes)
        folders = [one for one in sources if holds_write_ups(one, configuration)]
        refuse_output(len(sources) == 1 and not folders, output, target, report)
        into_folder = not is_listing and is_folder(bool(folders), output, target)
        streams = target.files is not None if into_folder else target.write_all is not None
        if not is_listing and not into_folder:
            _refuse_several(target, sources, bool(folders), keys)
        keep_apart([*sources, config], *places(target, output, into_folder), report)
        batch = Batch(target, configuration, source_format, start, keys, no_loss=no_loss, keep=bool(report))
        if is_listing:
            write_output(_listed(batch, sources), output)
        elif streams:
            _stream(batch, sources, output, into_folder, report)
        elif output is not None and into_folder:
            _mirror(batch, sources, output, configuration, report)
        else:
            for document in batch.documents(sources):
                for _, _, data in batch.events(document, every=False):
                    write_output(data, output)
    if folders and not is_listing:
        batch.summarize()
    batch.tell_unknown_keys()
    if report is not None:
        write_output(_as_json(batch.lost), report)
    raise click.exceptions.Exit(1 if batch.failed else 0)


def _refuse_unheeded(options: dict[str, str | bool | None]) -> None:
    """Refuse options that a listing does not heed."""
    given = ", ".join(f"--{name}" for name, value in options.items() if value)
    if given:
        raise click.UsageError(f"--list converts nothing; leave out {given}")


def _refuse_unknown_losses(target: Format) -> None:
    """Refuse to promise to lose nothing where that cannot be seen."""
    if not target.lossless and target.read is None and target.events is None:
        raise click.UsageError(f"{target.name} cannot be read, so that nobody knows what it loses; leave out --no-loss")


def _refuse_several(target: Format, sources: tuple[str, ...], holds_folder: bool, keys: tuple[str, ...]) -> None:
    """Refuse more than one event where they would go into one file, and the format holds no more."""
    from eventnotes.formats import FORMATS

    if target.write_all is not None:
        return
    if target.files is not None:
        raise click.UsageError("--split needs -o with a folder to write to")
    if holds_folder or len(keys) > 1:
        names = ", ".join(one.name for one in FORMATS if one.write_all)
        what = "several events need" if len(keys) > 1 else "a folder needs"
        raise click.UsageError(f"{what} -o with a folder to write to, or --to with one of {names}")
    if len(sources) > 1:
        raise click.UsageError(
            "several sources need -o with a folder: one that exists, or a name with a slash behind it"
        )


def _check_sources(sources: tuple[str, ...], source_format: str | None) -> None:
    from eventnotes import formats

    try:
        if source_format is not None:
            formats.find(source_format)
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint="--from") from None
    refuse_missing(sources)


def _stream(batch: Batch, sources: tuple[str, ...], output: str | None, into_folder: bool, report: str | None) -> None:
    """All events into one target, as they are read; nothing is written where there is none."""
    import os
    from itertools import chain

    from eventnotes.configuration import InvalidConfiguration
    from eventnotes.diagnostic import printable

    target = batch.target
    events = (one for document in batch.documents(sources) for _, one, _ in batch.events(document, every=True))
    first = next(events, None)
    if first is None:
        return
    try:
        if output is not None and into_folder and target.files is not None:
            files = target.files(chain((first,), events))
            if target.write_all is None:  # what they are called is known only now
                found = [*files]
                keep_apart(sources, *(os.path.join(output, name) for name, _ in found), report)
                files = iter(found)
            write_folder(files, output)
        elif target.write_all is not None:
            write_output(target.write_all(chain((first,), events)), output)
    except InvalidConfiguration:
        raise
    except ValueError as error:
        raise click.ClickException(printable(str(error), None)) from None


def _listed(batch: Batch, sources: tuple[str, ...]) -> bytes:
    """A line for each event: its key, its start and its name, with tabs between them."""
    from eventnotes.diagnostic import printable

    lines = []
    for document in batch.documents(sources):
        for one, event in batch.read(document, every=True):
            lines.append(
                "\t".join(printable(part or "", None) for part in (one.key or event.id, event.start, event.name))
            )
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _mirror(
    batch: Batch, sources: tuple[str, ...], output: str, configuration: Configuration, report: str | None
) -> None:
    """Each source into a file of its own, in the same place of the folder; of several events each into one."""
    import os

    from eventnotes.document import read
    from eventnotes.inspection.findings import is_passed_over
    from eventnotes.inspection.walk import files
    from eventnotes.mirror import Mirror

    def counts(path: str) -> bool:
        try:
            return path in sources or not is_passed_over(read(path), named=False)
        except OSError:  # told when it is its turn
            return False

    mirror = Mirror(output, batch.target.suffixes[0], sources, batch.divides, report)
    harm = mirror.harm(lambda: (path for path, _, _ in files(sources, configuration, False)), counts)
    if harm is not None:
        raise click.UsageError(harm)
    for document in batch.documents(sources):
        place = os.path.join(output, mirror.name(document.path))
        events = batch.events(document, every=True)
        if batch.target.write_all is not None:
            written = [one for _, one, _ in events]
            if written:
                write_output(batch.target.write_all(written), place, root=output)
            continue
        for number, (_, event, data) in enumerate(events, 1):
            name = f"{number:04}-{str(event.id)[:_LONGEST_NAME]}{batch.target.suffixes[0]}"
            write_output(data, os.path.join(place, name) if batch.divides(document.path) else place, root=output)


def _as_json(lost: dict[str, Losses]) -> bytes:
    import json

    return (json.dumps(lost, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
