"""Where commands write: formats by their endings, and files kept apart from what is read and from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventnotes.formats import Format

Identity = tuple[int, int] | str


def format_of_output(output: str | None) -> Format | None:
    """The format that an output's ending stands for; None for standard output, a folder and a name without ending.

    Raises:
        click.UsageError: for an ending that no format has.
    """
    import os

    from eventnotes import formats
    from eventnotes.diagnostic import printable

    if output is None or os.path.isdir(output):
        return None
    found, suffix = formats.of_path(output), os.path.splitext(output)[1]
    if found is not None or not suffix:
        return found
    known = ", ".join(dict.fromkeys(one for each in formats.FORMATS if each.write for one in each.suffixes))
    others = "".join(f"; {one}" for one in formats.unusable())
    said = f"no format has the ending {suffix}; there are {known}, or name a format with --to{others}"
    raise click.UsageError(printable(f"{output}: {said}", None))


def files_of_package(folder: str) -> list[str]:
    """The files of a package that is written into a folder.

    Raises:
        click.UsageError: where one is there already, and the folder holds no package of ours.
    """
    import os

    from eventnotes.diagnostic import printable
    from eventnotes.formats.csv.tables import tables
    from eventnotes.packages import DESCRIPTOR, is_package

    files = [os.path.join(folder, one) for one in (DESCRIPTOR, *(f"{name}.csv" for name in tables()))]
    others = ", ".join(os.path.basename(one) for one in files if os.path.lexists(one))
    if others and not is_package(folder):
        said = f"{folder} holds {others} of no package of eventnotes; name another folder"
        raise click.UsageError(printable(said, None))
    return files


def keep_apart(read: Iterable[str | None], *written: str | None) -> None:
    """Refuse to write a file that is read, or one file twice.

    Args:
        read: files, packages, and folders of write-ups.
        written: files.

    Raises:
        click.UsageError: naming the file.
    """
    import os

    from eventnotes.diagnostic import printable
    from eventnotes.packages import is_package, package_files

    sources = [one for one in read if one is not None and one != "-"]
    folders = [one for one in sources if os.path.isdir(one)]
    sources += [file for one in folders if is_package(one) for file in package_files(one)]
    taken, before = set(map(_identity, sources)), set[Identity]()
    for place in written:
        if place is None or place == "-":
            continue
        identity = _identity(place)
        if identity in taken or any(_is_write_up_of(one, place) for one in folders):
            raise click.UsageError(printable(f"{place} is read, and would be written over; name another file", None))
        if identity in before:
            raise click.UsageError(printable(f"two outputs would be written to {place}; name two files", None))
        before.add(identity)


def _identity(path: str) -> Identity:
    """What is the same for two names of one file."""
    import os

    try:
        status = os.stat(path)
    except OSError:
        return os.path.realpath(path)
    return status.st_dev, status.st_ino


def _is_write_up_of(folder: str, path: str) -> bool:
    """Whether a file exists that is looked at as one of a folder."""
    import os

    from eventnotes.inspection.walk import is_candidate

    within = os.path.join(os.path.realpath(folder), "")
    return is_candidate(os.path.basename(path)) and os.path.isfile(path) and os.path.realpath(path).startswith(within)
