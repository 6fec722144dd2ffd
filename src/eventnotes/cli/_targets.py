"""Targets: what commands write a draft or converted events in, and where to, as far as both can be known beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from eventnotes.cli._output import write_output
from eventnotes.cli._places import files_of_package, format_of_output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventnotes.conversion import Losses
    from eventnotes.formats import Format


_SHOWN = 6  # paths of what is lost, in one line


def target_of(name: str | None, output: str | None, default: str, options: dict[str, str | bool | None]) -> Format:
    """The format to write, with these options.

    Args:
        name: what was asked for; by default what the output's ending says.
        output: the place.
        default: the format's name where neither says one.
        options: what the format lets choose, by name.

    Raises:
        click.UsageError: for a format that does not exist or cannot be written, and an option that it does not have.
    """
    from eventnotes import formats
    from eventnotes.conversion import writable

    try:
        found = formats.find(name) if name else format_of_output(output) or formats.find(default)
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint="--to") from None
    try:
        return writable(found.name, **options)
    except LookupError as error:
        raise click.UsageError(str(error)) from None


def is_folder(any_folder: bool, output: str | None, target: Format) -> bool:
    """Whether the output is a folder: by its name, because it is one, or because a folder goes into it."""
    import os

    if output is None or output == "-":
        return False
    if output.endswith(("/", os.sep)) or os.path.isdir(output):
        return True
    if target.files is not None:
        return target.write_all is None or not (os.path.splitext(output)[1] or os.path.lexists(output))
    return any_folder and not os.path.isfile(output) and target.write_all is None


def refuse_output(
    is_single: bool,
    output: str | None,
    target: Format,
    report: str | None,
    choice: str = ", or choose one with --table",
) -> None:
    """Refuse a place that does not fit what is written there.

    Args:
        is_single: whether one file is converted.
        output: the place.
        target: the format that is written.
        report: the place of what else is told.
        choice: how else to write a package, to end the advice with.

    Raises:
        click.UsageError: saying what fits.
    """
    import os
    import sys

    from eventnotes.diagnostic import printable

    is_package = target.files is not None and target.write_all is not None
    if output is None or output == "-":
        if is_package and sys.stdout.isatty():
            raise click.UsageError(f"a package is no text: name a file or a folder with -o{choice}")
        if report == "-":
            raise click.UsageError("two outputs would be written to standard output; name a file")
    elif is_package and os.path.splitext(output)[1].lower() in target.suffixes[1:]:
        name = f"name a {target.suffixes[0]} or a folder"
        raise click.UsageError(f"{printable(output)} would be one of several files; {name}{choice}")
    elif is_single and target.files is None and os.path.isdir(output) and not output.endswith(("/", os.sep)):
        said = f"{output} is a folder; name a file, or {os.path.join(output, '')} to write into it"
        raise click.UsageError(printable(said, None))


def places(target: Format, output: str | None, into_folder: bool) -> list[str | None]:
    """The files that are written, as far as they are known before anything is read.

    Raises:
        click.UsageError: for a file that would be a folder, and the ending of another way to write the format.
    """
    import os

    from eventnotes import formats
    from eventnotes.conversion import check_ending
    from eventnotes.diagnostic import printable

    if output is None or not into_folder:
        try:
            check_ending(output or "-", target)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        return [output]
    name = output.rstrip("/" + os.sep)
    if not os.path.isdir(output) and formats.of_path(name) is not None:
        file = f"name a file {name}, or a folder" if output != name else "name a folder"
        several = ", ".join(one.name for one in formats.FORMATS if one.write_all)
        more = f"; in one file, several events are {several}" if output == name and target.files is None else ""
        raise click.UsageError(printable(f"{output} would be a folder; {file} without this ending{more}", None))
    return [*files_of_package(output)] if target.name == "csv" else []


def write_folder(files: Iterable[tuple[str, Iterable[bytes]]], folder: str) -> None:
    """Write files into a folder, each by its name."""
    import os

    for name, pieces in files:
        write_output(pieces, os.path.join(folder, name), root=folder)


def not_held(found: Losses, target: Format, more: str | None = None) -> str:
    """What a target does not hold, in one line.

    Args:
        found: what is lost; something.
        target: the format that was written.
        more: how to see all; without it all is told here.
    """
    told = list(found.items())
    shown = ", ".join(f"{path} ({count})" for path, count in (told if more is None else told[:_SHOWN]))
    rest = f" and {len(told) - _SHOWN} more; {more}" if more is not None and len(told) > _SHOWN else ""
    return f"not held by {target.name}: {shown}{rest}"
