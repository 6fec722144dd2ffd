"""Replacement: files are written as a whole, so that after a fault the old one is there or the new one, never a mix."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = ".eventnotes-"
_SUFFIX = ".tmp"
_STALE = 3_600  # seconds: what is older was left by a process that was killed

_ADVICE = {
    errno.EACCES: "it takes permission to write both the file and its folder",
    errno.EPERM: "see who owns the file and its folder, and whether they are locked",
    errno.EROFS: "write to another place",
    errno.ENOSPC: "free some space and try again",
    errno.EDQUOT: "free some space and try again",
    errno.EBUSY: "it is mounted by itself or in use; write to it where it really lies",
    errno.ENOENT: "make its folder first",
    errno.EEXIST: "it is not overwritten, so name another file",
}
# A file system without hard links, such as FAT, says one of these (link(2)).
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)


def write_file(
    path: str | os.PathLike[str],
    new: bytes,
    *,
    old: bytes | None = None,
    root: str | os.PathLike[str] | None = None,
) -> None:
    """Create a file, or replace it as a whole; mode, and where permitted owner, group and access control list, stay.

    A file that holds `new` already is not touched. Its temporary is `.eventnotes-*.tmp` in the same folder; those that
    killed processes left there more than an hour ago are removed.

    Args:
        path: the file; a link stays, and the file it leads to is replaced.
        new: what the file is to hold.
        old: what the caller has read and edited, so that nobody's changes since then are lost; without it, what the
            file holds now.
        root: the folder that a link must not lead out of; by default the folder that the path names.

    Raises:
        OSError: where the file cannot be written, is no regular file, has several hard links, lies outside of the
            root, or changed meanwhile; its text says what to do.
    """
    with _named(path) as name:
        target = _resolved(name, root)
        status = _status(target, name)
        held = Path(target).read_bytes() if status else None
        if old is not None and held != old:
            raise _changed(name)
        if status is None:
            _put(name, target, (new,))
        elif held != new:
            _refuse_protected(target, status, name)
            _put(name, target, (new,), status, lambda: Path(target).read_bytes() == held)


def write_pieces(
    path: str | os.PathLike[str], pieces: Iterable[bytes], *, root: str | os.PathLike[str] | None = None
) -> None:
    """Create a file, or replace it as a whole, with pieces that are written as they come; see `write_file`.

    Args:
        path: the file; a link stays, and the file it leads to is replaced.
        pieces: what the file is to hold; an error that they raise leaves the file as it was.
        root: the folder that a link must not lead out of; by default the folder that the path names.

    Raises:
        OSError: as `write_file`.
    """
    with _named(path) as name:
        target = _resolved(name, root)
        status = _status(target, name)
        if status is not None:
            _refuse_protected(target, status, name)
        _put(name, target, pieces, status, lambda: _is_as_it_was(target, status))


def _is_as_it_was(target: str, status: os.stat_result | None) -> bool:
    now = os.stat(target)
    return status is not None and (now.st_mtime_ns, now.st_size) == (status.st_mtime_ns, status.st_size)


def create_file(path: str | os.PathLike[str], new: bytes, *, root: str | os.PathLike[str] | None = None) -> None:
    """Create a file as a whole, and never overwrite one; arguments as of `write_file`.

    Raises:
        FileExistsError: where something stands there already, or appears meanwhile.
        OSError: where the file cannot be written.
    """
    with _named(path) as name:
        target = _resolved(name, root)
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "")
        _put(name, target, (new,))


@contextmanager
def _named(path: str | os.PathLike[str]) -> Iterator[str]:
    """Let errors of the system name the file the caller named, not the temporary, and say what to do."""
    name = os.fspath(path)
    try:
        yield name
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, advised(error), name) from error


def advised(error: OSError) -> str:
    """What the system says of an error in writing, and what to do."""
    said = os.strerror(error.errno or 0)
    return f"{said}; {_ADVICE[error.errno]}" if error.errno in _ADVICE else said


def _resolved(name: str, root: str | os.PathLike[str] | None) -> str:
    """The file a path leads to, links followed inside the root only."""
    within = os.path.realpath(root if root is not None else os.path.dirname(name) or os.curdir)
    target = os.path.realpath(name)
    if not Path(target).is_relative_to(within):
        raise OSError(f"{name} leads out of its folder, to {target}; write to that file by its own name")
    return target


def _status(target: str, name: str) -> os.stat_result | None:
    try:
        status = os.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise OSError(f"{name} is not a regular file; name another, or write to standard output")
    return status


def _refuse_protected(target: str, status: os.stat_result, name: str) -> None:
    """Refuse what its folder would let us replace: one of several hard links, and a file without write permission."""
    if status.st_nlink > 1:
        _drop(one.path for one in _temporaries(os.path.dirname(target)) if os.path.samestat(one.stat(), status))
        if os.stat(target).st_nlink > 1:
            raise OSError(f"{name} has several hard links; replacing it would part them")
    os.close(os.open(target, os.O_WRONLY))


def _put(
    name: str,
    target: str,
    new: Iterable[bytes],
    status: os.stat_result | None = None,
    is_as_it_was: Callable[[], bool] = lambda: True,
) -> None:
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f"{PREFIX}{os.urandom(8).hex()}{_SUFFIX}")
    with _synced(folder):
        try:
            _fill(temporary, new, target, status)
            _sweep(folder, os.stat(temporary).st_mtime - _STALE)
            if status is None:
                _enter(temporary, target)
            else:
                if not os.path.isfile(target) or not is_as_it_was():
                    raise _changed(name)
                os.replace(temporary, target)
        except BaseException:
            _drop([temporary])
            raise


def _changed(name: str) -> OSError:
    return OSError(f"{name} changed meanwhile; it is left as it is now: read it again")


def _fill(temporary: str, new: Iterable[bytes], target: str, status: os.stat_result | None) -> None:
    """Write a temporary with the mode and the owner of the file it is to replace, and bring it to the disk."""
    bits = 0o666 if status is None else 0o600
    with open(temporary, "xb", opener=lambda path, flags: os.open(path, flags, bits)) as file:
        if status is not None and sys.platform != "win32":  # which has neither
            for owner in ((status.st_uid, status.st_gid), (-1, status.st_gid)):
                with suppress(PermissionError):
                    os.fchown(file.fileno(), *owner)
                    break
            _copy_attributes(target, file.fileno())
            os.fchmod(file.fileno(), stat.S_IMODE(status.st_mode))
        file.writelines(new)
        file.flush()
        os.fsync(file.fileno())


def _copy_attributes(target: str, handle: int) -> None:
    """Give an open file the access control list and the other extended attributes of another, as far as permitted."""
    if sys.platform == "linux":  # elsewhere Python cannot
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(target, name))


def _enter(temporary: str, target: str) -> None:
    """Give a temporary its name, unless a file has that name by now."""
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "") from None
        os.rename(temporary, target)
    else:
        os.unlink(temporary)


@contextmanager
def _synced(folder: str) -> Iterator[None]:
    """Bring to the disk what is done in a folder; opened beforehand, so that one that cannot be is told in time."""
    if sys.platform == "win32":  # where a folder cannot be opened
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno != errno.EINVAL:  # a file system that cannot sync folders (fsync(2))
                raise
    finally:
        os.close(handle)


def _sweep(folder: str, before: float) -> None:
    """Remove the temporaries that were written before a time."""
    with suppress(OSError):
        _drop(one.path for one in _temporaries(folder) if one.stat(follow_symlinks=False).st_mtime < before)


def _temporaries(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from (one for one in entries if one.name.startswith(PREFIX) and one.name.endswith(_SUFFIX))


def _drop(paths: Iterable[str]) -> None:
    for path in paths:
        with suppress(OSError):
            os.unlink(path)
