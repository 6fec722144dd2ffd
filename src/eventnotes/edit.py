"""Edit: changes of ranges of a text, and the atomic replacement of a file."""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path

from eventnotes.source import Edit

PREFIX = ".eventnotes-"


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text with ranges of it replaced; its byte order mark and its line ends stay as they are.

    Args:
        text: the text as the file has it.
        edits: what to replace, in any order; ranges do not overlap, and count the text without its byte order mark
            and with CR LF as one character. Of insertions at one place the first given comes first.
    """
    shift = text.startswith("\ufeff")
    ends = [match.start() - number - shift for number, match in enumerate(re.finditer("\r\n", text))]
    newline = "\r\n" if 2 * len(ends) > text.count("\n") else "\n"
    pieces, position = [], 0
    for span, new in sorted(edits, key=lambda one: one.span):
        start, end = (place + shift + bisect_left(ends, place) for place in span)
        pieces += [text[position:start], new.replace("\n", newline)]
        position = end
    return "".join([*pieces, text[position:]])


def write_file(path: str | os.PathLike[str], new: bytes) -> None:
    """Create a file, or replace it so that a crash, a full disk or a signal leaves the old or the new one.

    Raises:
        OSError: where it cannot be written, has several hard links, or changed meanwhile.
    """
    target = os.path.realpath(path)
    if not os.path.isdir(os.path.dirname(target)):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fspath(path))
    old, mode = None, None
    if os.path.lexists(target):
        status = os.stat(target)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(f"{os.fspath(path)} is not a regular file")
        if status.st_nlink > 1:
            raise OSError(f"{os.fspath(path)} has several hard links; replacing it would part them")
        old, mode = Path(target).read_bytes(), stat.S_IMODE(status.st_mode)
        if old == new:
            return
    _replace(target, new, old, mode)


def _replace(target: str, new: bytes, old: bytes | None, mode: int | None) -> None:
    folder = os.path.dirname(target)
    handle, temporary = tempfile.mkstemp(prefix=PREFIX, suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fchmod(file.fileno(), mode if mode is not None else 0o666 & ~_umask())
            os.fsync(file.fileno())
        if old is None:
            os.link(temporary, target)
            os.unlink(temporary)
        else:
            if Path(target).read_bytes() != old:
                raise OSError(f"{target} changed meanwhile")
            os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(folder)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: str) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
