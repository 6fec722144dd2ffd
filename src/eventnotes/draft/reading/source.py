"""Source: the text of a post from its bytes."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventnotes.decoding import lines_of
from eventnotes.limits import DEFAULT, Limits


class Origin(NamedTuple):
    """Where a part of a source comes from.

    Attributes:
        start: where it begins in the source.
        file: of a folder, the file that it stands in.
        line: the file's line in which it begins.
    """

    start: int
    file: str = ""
    line: int = 1


def lines_between(text: str, start: int, end: int) -> tuple[int, int]:
    """The first and the last line of a range, 1-based; line ends behind it do not count."""
    first = text.count("\n", 0, start) + 1
    return first, first + text[start:end].rstrip("\n").count("\n")


def text_of(data: bytes, limits: Limits = DEFAULT) -> str:
    """The text of a post, LF line ends.

    Raises:
        ValueError: for what is no text in UTF-8, or is over the limit of size.
    """
    if len(data) > limits.size:
        raise ValueError(f"it is over the limit of {limits.size:,} bytes (size); raise it with --limit size=…")
    if b"\0" in data[:4096]:
        raise ValueError("this is no text; give a post in Markdown, HTML or plain text")
    try:
        return plain_text(data.decode())
    except UnicodeDecodeError as error:
        raise ValueError(
            f"the byte 0x{data[error.start]:02x} at {error.start:,} is not UTF-8; save the file as UTF-8"
        ) from None


def plain_text(text: str) -> str:
    """The text with LF line ends, without byte order mark; U+FFFD for what no event can hold."""
    return _unprintable("\ufffd", lines_of(text))


_unprintable = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x80-\\x9f\\ud800-\\udfff]").sub
