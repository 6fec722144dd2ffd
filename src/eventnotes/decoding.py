"""Decoding: the bytes of a source become text, and offsets in it become lines and columns."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from functools import cache, cached_property

from eventnotes.source import Bundle, Span, SyntaxProblem

_BOM = b"\xef\xbb\xbf"
_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# Unix has the first two, Windows the last.
_FOR_BYTES = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_CONTROL = bytes([*range(9), 11, 12, *range(13, 32)])
_CONTROL_TEXT = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x80-\\x9f]")
_C1 = b"\xc2"  # begins U+0080 to U+009F in UTF-8
_c1_control = re.compile(rb"\xc2[\x80-\x9f]").search


class Source:
    """Bytes that became text.

    Attributes:
        path: the file as it was named; `-` for text or bytes given by name.
        data: the file's bytes.
        text: the bytes decoded, with their own line ends and byte order mark.
        plain: the text as formats read it: lines end in LF, no byte order mark, no control characters.
        problems: what in it was no text.
    """

    __slots__ = ("__dict__", "data", "path", "plain", "problems", "text")

    def __init__(self, path: str, data: bytes, repair: Callable[[bytes], bytes] | None = None) -> None:
        self.path = path
        self.data = data
        self.problems: list[SyntaxProblem] = []
        if repair is not None:
            data = repair(data)
        try:
            self.text = data.decode()
        except UnicodeDecodeError as error:
            self.text = data.decode(errors="replace")
            self.problems.append(_not_utf8(data, error.start))
            if data.startswith(_UTF16_OR_32):
                self.plain = ""
                return
        self.plain = lines_of(self.text)
        if len(data.translate(None, _CONTROL)) != len(data) or (_C1 in data and _c1_control(data)):
            self._find_controls()

    def _find_controls(self) -> None:
        """Report control characters, and read a replacement character (U+FFFD) in their place."""
        marked = self.text.removeprefix("\ufeff").replace("\r\n", "\n")
        first = _CONTROL_TEXT.search(marked)
        if first:
            others = len(marked) - len(_CONTROL_TEXT.sub("", marked)) - 1
            more = f", and {others:,} more" if others else ""
            message = f"a control character, U+{ord(first.group()):04X}{more}"
            help = "remove it; lines end in LF or CR LF" if first.group() == "\r" else "remove it"
            self.problems.append(SyntaxProblem("control-character", message, Span(*first.span()), help))
        self.plain = _CONTROL_TEXT.sub("\ufffd", marked.replace("\r", "\n"))

    @classmethod
    def of_files(cls, path: str, data: bytes, files: list[tuple[str, bytes]]) -> Source:
        """The text of several files inside of the bytes of a source."""
        sources = [cls(name, content) for name, content in files]
        whole = cls(path, b"")
        whole.data = data
        whole.text = whole.plain = bundle = Bundle((one.path, one.plain) for one in sources)
        for one, part in zip(sources, bundle.parts, strict=True):
            for problem in one.problems:
                assert isinstance(problem.where, Span)
                where = Span(problem.where.start + part.start, problem.where.end + part.start)
                whole.problems.append(replace(problem, where=where))
        return whole

    def place(self, offset: int) -> tuple[str, int, int]:
        """The file, and the 1-based line and column, in code points, of an offset in the plain text."""
        offset = min(max(offset, 0), len(self.plain))
        path, first = self.path, 0
        if isinstance(self.plain, Bundle) and self.plain.parts:
            part = [one for one in self.plain.parts if one.start <= offset][-1]
            path, first = f"{path}/{part.name}", bisect_right(self._lines, part.start) - 1
        line = bisect_right(self._lines, offset)
        return path, line - first, offset - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.plain))]


def _not_utf8(data: bytes, at: int) -> SyntaxProblem:
    if data.startswith(_UTF16_OR_32):
        return SyntaxProblem("encoding", "this is UTF-16 or UTF-32, not UTF-8", Span(0, 1), "save the file as UTF-8")
    before = lines_of(data[:at].removeprefix(_BOM).decode())
    place = Span(len(before), len(before) + 1)
    message = f"the byte 0x{data[at]:02x} is not UTF-8"
    return SyntaxProblem("encoding", message, place, "save the file as UTF-8")


def lines_of(text: str) -> str:
    """The text without byte order mark, its line ends as LF."""
    if text[:1] == "\ufeff":
        text = text[1:]
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


Lines = Callable[[str], list[str]]


def lines_by_path(text: str) -> Lines:
    """The lines of a source by the path of a finding: of a source that is several files, those of the file."""

    @cache
    def lines(name: str | None) -> list[str]:
        if name is not None and isinstance(text, Bundle):
            part = next(one for one in text.parts if one.name == name)
            return text[part.start : part.end].split("\n")
        return lines_of(text).split("\n")

    def of(path: str) -> list[str]:
        parts = text.parts if isinstance(text, Bundle) else ()
        return lines(next((one.name for one in parts if path.endswith(f"/{one.name}")), None))

    return of


def opened(path: str, flags: int = os.O_RDONLY) -> int:
    """A file that is opened for its bytes; one that is no regular file is not waited for."""
    return os.open(path, flags | _FOR_BYTES)


def file_bytes(path: str, most: int) -> tuple[bytes, int]:
    """The bytes of a regular file, and how many they are; of one that is over `most` not all.

    Raises:
        OSError: where it cannot be read, or is no regular file.
    """
    handle = opened(path)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            if stat.S_ISDIR(status.st_mode):
                raise IsADirectoryError(21, "is a folder, not a file", path)
            raise OSError(22, "is not a regular file", path)
        if status.st_size > most:
            return b"", status.st_size
        expected = status.st_size or most  # asking for more than is there costs a page table
        data = os.read(handle, expected + 1)
        if len(data) > expected:
            data += os.read(handle, most + 1 - len(data))
    except OSError as error:
        error.filename = path  # which reading does not say
        raise
    finally:
        os.close(handle)
    return data, len(data)
