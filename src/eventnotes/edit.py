"""Edit: the atomic replacement of a file."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

PREFIX = ".eventnotes-"


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
