"""Content lines: values escaped, and lines folded at 75 octets (RFC 5545 §3.1 and §3.3.11)."""

from __future__ import annotations

import re
from collections.abc import Iterable

PRODID = "-//eventnotes//eventnotes//EN"
_WIDTH = 75
_ENDS_LINE = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # what str.splitlines() takes for the end of a line
_LONGEST = 100_000
_SPECIAL = re.compile("[\\\\;,\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_WRITTEN = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", **dict.fromkeys(_ENDS_LINE, " ")}


def escaped(text: str) -> str:
    """Text as a value: no character of it ends the value, the line, or what a reader takes for a line."""
    return _SPECIAL.sub(lambda match: _WRITTEN.get(match[0], "\ufffd"), text)


def text_line(name: str, text: str, language: str | None = None) -> str:
    """A property of type TEXT, with the language of the text where it is known."""
    return f"{name}{f';LANGUAGE={language}' if language else ''}:{escaped(text)}"


def cut(text: str) -> str:
    """A text that is no longer than what readers take."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, none of which cuts a character."""
    data = line.encode()
    if len(data) <= _WIDTH:
        return data
    pieces, start, room = [], 0, _WIDTH
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _WIDTH - 1
    return b"\r\n ".join([*pieces, data[start:]])


def joined(lines: Iterable[str]) -> bytes:
    """Content lines as bytes, each with CR LF at its end."""
    return b"".join(folded(line) + b"\r\n" for line in lines)
