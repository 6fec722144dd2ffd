"""Plain text of CommonMark, for targets that hold no markup."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pyromark

QUOTATION_MARKS = ('"', "'", "“", "„", "«", "‘", "‚", "‹", "»", "「", "—")
"""What the words of a quote begin with that are in quotation marks already."""
_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS)
_may_be_marked = re.compile(r"[*_`\[\]<>&\\]").search
_MARKS = re.compile(r"[\\`*_\[\]<>&|]")
_BEGINS_BLOCK = re.compile(r"^(\d{0,9})([-+#=~:.)])")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_BLOCKS = ("Paragraph", "BlockQuote", "HtmlBlock", "Heading", "CodeBlock", "List", "Table")
_ROWS = ("TableHead", "TableRow")
_OUTER = "\t \u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000\ufeff"
_SHIELD = "x "  # what begins with a word is a paragraph, whatever follows


def plain(markdown: str) -> str:
    """The words of a CommonMark text: paragraphs a blank line apart, lists with their marks, links with their address.

    HTML is left out, and so are comments.
    """
    telling = _Telling(has_addresses=True)
    for event in _PARSER.events(markdown):
        telling.take(event)
    return "".join(telling.pieces).strip("\n")


def plain_line(inline: str) -> str:
    """The words of CommonMark inline, on one line; the text as it is where it has no words."""
    if not _may_be_marked(inline):
        return inline
    telling = _Telling(has_addresses=False)
    for event in _PARSER.events(_SHIELD + inline):
        telling.take(event)
    return " ".join("".join(telling.pieces).removeprefix(_SHIELD).split()) or inline


def one_line(text: str) -> str:
    """A plain text on one line, without white space around it."""
    return text.replace("\r", "").replace("\n", " ").strip(_OUTER)


@lru_cache(maxsize=4)
def marked(text: str) -> str:
    """CommonMark that says a plain text: as it is where that says it, else escaped, its lines kept by hard breaks."""
    if plain(text) == text:
        return text
    paragraphs = [part.strip().split("\n") for part in _BLANK_LINES.split(text) if part.strip()]
    return "\n\n".join("\\\n".join(_escaped(one.strip()) for one in lines) for lines in paragraphs)


def _escaped(line: str) -> str:
    return _BEGINS_BLOCK.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", line))


def marked_line(text: str) -> str:
    """CommonMark inline that says a plain text of one line."""
    return text if plain_line(text) == text else _MARKS.sub(r"\\\g<0>", text)


class _Telling:
    """Plain text as it is put together from the events of the parser."""

    def __init__(self, has_addresses: bool) -> None:
        self.pieces: list[str] = []
        self._has_addresses = has_addresses
        self._gap = 0
        self._is_fresh = True
        self._indent = ""
        self._numbers: list[int | None] = []
        self._links: list[tuple[str, int]] = []

    def take(self, event: Any) -> None:
        """Add what one event says."""
        if event.__class__ is str:
            self._say({"SoftBreak": " ", "HardBreak": "\n"}.get(event, ""))
            return
        kind, value = next(iter(event.items()))
        if kind == "Start":
            self._open(value if isinstance(value, str) else next(iter(value)), value)
        elif kind == "End":
            self._close(value if isinstance(value, str) else next(iter(value)))
        elif kind in ("Text", "Code"):
            self._say(value)
        elif kind == "InlineHtml":
            self._say("\n" if value.startswith(("<br", "<BR")) else "")
        elif kind == "TaskListMarker":
            self._say("[x] " if value else "[ ] ")

    def _say(self, text: str) -> None:
        if not text:
            return
        if self._gap and self.pieces:
            self.pieces.append("\n" * self._gap + self._indent)
        self._gap, self._is_fresh = 0, False
        self.pieces.append(text.replace("\n", "\n" + self._indent))

    def _apart(self, lines: int) -> None:
        if not self._is_fresh:
            self._gap = max(self._gap, lines)

    def _open(self, name: str, value: Any) -> None:
        if name in _BLOCKS:
            self._apart(1 if name == "List" and self._numbers else 2)
        if name == "List":
            self._numbers.append(value["List"])
        elif name == "Item":
            self._item()
        elif name in _ROWS:
            self._apart(1)
            self._is_fresh = True
        elif name == "TableCell":
            self._say("" if self._is_fresh else " | ")
        elif name == "Link":
            self._links.append((value["Link"]["dest_url"], len(self.pieces)))

    def _item(self) -> None:
        number = self._numbers[-1]
        self._apart(1)
        self._say("- " if number is None else f"{number}. ")
        self._numbers[-1] = number if number is None else number + 1
        self._indent += "  "
        self._is_fresh = True

    def _close(self, name: str) -> None:
        if name == "Item":
            self._indent = self._indent[:-2]
            self._is_fresh = False
        elif name == "List":
            self._numbers.pop()
            self._apart(1 if self._numbers else 2)
        elif name == "CodeBlock" and self.pieces:
            self.pieces[-1] = self.pieces[-1].rstrip()
        elif name == "Link":
            self._address(*self._links.pop())

    def _address(self, url: str, start: int) -> None:
        if self._has_addresses and url not in ("", "".join(self.pieces[start:]).strip()):
            self._say(f" ({url})")
