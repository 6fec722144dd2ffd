"""Zip files: several files in one, written as they come, and read without trusting what they say of themselves."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from tempfile import SpooledTemporaryFile

from eventnotes.diagnostic import quoted
from eventnotes.limits import Limits
from eventnotes.source import Span, SyntaxProblem, Unreadable

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name (APPNOTE 4.4.6)
_PIECE = 1 << 18
_MOST = 1_000
_RATIO = 100
_TIMES = 10  # what is inside may be this many times the limit of size
_READ, _PASSED_OVER = (".csv", ".json"), (".md", ".txt")
_safe_name = re.compile(r"[^\x00-\x1f\x7f-\x9f/\\:*?\"<>|]+").fullmatch


def packed(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """A zip file of these files, in pieces. It is not compressed: what compressing gives differs between machines."""
    with SpooledTemporaryFile(_PIECE) as whole:
        with zipfile.ZipFile(whole, "w") as archive:
            for name, pieces in files:
                info = zipfile.ZipInfo(name, _EPOCH)
                info.create_system = 3  # what Unix writes, everywhere
                info.external_attr = 0o100644 << 16
                with archive.open(info, "w") as file:
                    for piece in pieces:
                        file.write(piece)
        whole.seek(0)
        while piece := whole.read(_PIECE):
            yield piece


def unpacked(data: bytes, limits: Limits) -> list[tuple[str, bytes]]:
    """The name and the bytes of each file in a zip file that is to be read, in its order; nothing is extracted.

    Raises:
        Unreadable: for what is no sound zip file, or beyond a limit.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        found = [one for one in archive.infolist() if not one.filename.startswith("__MACOSX/")]
        _check_size(found, limits)
        names = _names(found)
        return [(names[one.orig_filename], _content(archive, one)) for one in found if one.orig_filename in names]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise _refused("zip-bad", f"this is no sound zip file: {error}", "make it anew") from None


def _refused(code: str, message: str, help: str) -> Unreadable:
    return Unreadable(SyntaxProblem(code, message, Span(0, 0), help))


def _check_size(found: list[zipfile.ZipInfo], limits: Limits) -> None:
    most, size = limits.size * _TIMES, sum(one.file_size for one in found)
    if len(found) > _MOST:
        raise _refused(
            "large-zip", f"{len(found):,} files are over the limit of {_MOST:,}", "keep the tables alone in it"
        )
    if size > most:
        help = f"split it, or raise the limit with --limit size={-(-size // _TIMES)}"
        raise _refused(
            "large-zip", f"{size:,} bytes inside are over the limit of {most:,}, {_TIMES} times that of size", help
        )
    for one in found:
        if one.file_size > _RATIO * max(one.compress_size, 1_000):
            message = f"{quoted(one.orig_filename)} grows more than {_RATIO} times when it is unpacked"
            raise _refused("large-zip", message, "pack it without compression")


def _names(found: list[zipfile.ZipInfo]) -> dict[str, str]:
    """By name in the zip file, that of each file which is read, without the folder that all stand in."""
    files = [one for one in found if not one.orig_filename.endswith("/")]
    folder = files[0].orig_filename.rpartition("/")[0] if files else ""
    prefix = f"{folder}/" if _safe_name(folder) and folder != ".." else ""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for one in files:
        name = one.orig_filename.removeprefix(prefix)
        if not _safe_name(name) or name in (".", "..") or not one.orig_filename.startswith(prefix):
            raise _refused(
                "zip-name", f"{quoted(one.orig_filename)} is no name for a table", "put all files side by side"
            )
        if (one.external_attr >> 16) & 0o170000 == 0o120000:
            raise _refused("zip-name", f"{quoted(name)} is a link", "put the file itself there")
        if name.casefold() in taken:
            raise _refused("zip-name", f"{quoted(name)} is in it twice", "keep one of the two")
        taken.add(name.casefold())
        if name.lower().endswith(_READ):
            names[one.orig_filename] = name
        elif not name.lower().endswith(_PASSED_OVER):
            raise _refused(
                "zip-name", f"{quoted(name)} is neither a table nor a text", "keep .csv, .json, .md and .txt alone"
            )
    if not names:
        raise _refused("empty", "there is no table in it", "add events.csv")
    return names


def _content(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    with archive.open(one) as file:
        data = file.read(one.file_size + 1)
    if len(data) != one.file_size:
        raise zipfile.BadZipFile(f"{quoted(one.filename)} is not as long as it says")
    return data
