"""Markup: CommonMark as HTML in which nothing runs and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

import pyromark

from eventnotes.characters import ID
from eventnotes.notes import KINDS

Item = Callable[[str, str, int, bool], str | None]
"""What stands for an item in notes: its kind, its id, the level of its heading (0: none), whether a list holds it."""

_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS)
_SHIELD = "x "  # what begins with a word is a paragraph, whatever follows
_DEEPEST = 40  # containers inside one another; browsers flatten beyond 512
_EVENTS_A_CHARACTER = 8  # parsers fill up the short rows of a table, so that a small text can give any number of cells
_placeholder = re.compile(rf"<!-- ({'|'.join(KINDS)}): ({ID}) -->\s*").fullmatch
_is_address = re.compile(r"(?:https?://|mailto:)[^\x00-\x20\x7f]+", re.IGNORECASE).fullmatch
_tag_name = re.compile(r"<([A-Za-z]+)").match
_TAGS = {
    "Paragraph": ("<p>", "</p>\n"),
    "BlockQuote": ("<blockquote>", "</blockquote>\n"),
    "Emphasis": ("<em>", "</em>"),
    "Strong": ("<strong>", "</strong>"),
    "Table": ("<table>\n", "</tbody>\n</table>\n"),
    "TableHead": ("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n"),
    "TableRow": ("<tr>", "</tr>\n"),
    "Item": ("<li>", "</li>\n"),
    "CodeBlock": ("<pre><code>", "</code></pre>\n"),
}


def no_item(kind: str, item_id: str, level: int, is_listed: bool) -> None:
    """Text in which no items stand."""


class Outline:
    """The headings of a page, which go down one level at a time whatever levels the texts use."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def level(self, wished: int) -> int:
        """The level that a heading gets, below those that are open."""
        while self._open and self._open[-1] >= wished:
            self._open.pop()
        self._open.append(wished)
        return min(len(self._open) + 1, 6)


def blocks(markdown: str, base: str | None, outline: Outline, item: Item = no_item) -> str:
    """CommonMark as blocks of HTML. Tags and comments in it are left out, their words are not.

    Args:
        markdown: the text.
        base: the address to which links are relative, if it is known.
        outline: the headings of the page.
        item: what stands in the place of an item.
    """
    writing = _Writing(base, outline, item)
    most = 10_000 + _EVENTS_A_CHARACTER * len(markdown)
    for count, event in enumerate(_PARSER.events(markdown)):
        if count > most:
            return f"<pre>{escape(markdown)}</pre>"
        writing.take(event)
    return "".join(writing.pieces)


def inline(markdown: str, base: str | None = None) -> str:
    """CommonMark inline as HTML for inside a paragraph or heading."""
    return blocks(_SHIELD + markdown, base, Outline()).removeprefix(f"<p>{_SHIELD}").removesuffix("</p>\n")


class _Writing:
    """HTML as it is put together from the events of the parser."""

    def __init__(self, base: str | None, outline: Outline, item: Item) -> None:
        self.pieces: list[str] = []
        self._base = base
        self._outline = outline
        self._item = item
        self._ends: list[str] = []
        self._heading: tuple[int, int] | None = None
        self._session = ""
        self._html: list[str] = []
        self._empty_cells = 0
        self._cell = "td"

    def take(self, event: Any) -> None:
        """Add what one event says."""
        if event.__class__ is str:
            self.pieces.append({"SoftBreak": "\n", "HardBreak": "<br>\n", "Rule": "<hr>\n"}.get(event, ""))
            return
        kind, value = next(iter(event.items()))
        if kind == "Start":
            self._start(value if isinstance(value, str) else next(iter(value)), value)
        elif kind == "End":
            self._end(value if isinstance(value, str) else next(iter(value)))
        elif kind == "Text":
            self.pieces.append(escape(value))
        elif kind == "Code":
            self.pieces.append(f"<code>{escape(value)}</code>")
        elif kind == "Html":
            self._html.append(value)
        elif kind == "InlineHtml":
            self._inline_html(value)
        elif kind == "TaskListMarker":
            self.pieces.append("☑ " if value else "☐ ")

    def _start(self, name: str, value: Any) -> None:
        if name == "HtmlBlock":
            self._html = []
        elif name == "Heading":
            self._heading, self._session = (len(self.pieces), int(value["Heading"]["level"][1])), ""
        elif name == "TableCell":
            self._start_cell()
        else:
            self._open(*self._tags(name, value))

    def _end(self, name: str) -> None:
        if name == "HtmlBlock":
            self._end_html()
        elif name == "Heading":
            self._end_heading()
        elif name == "TableCell":
            self._end_cell()
        else:
            self._close()
            if name == "TableHead":
                self._cell = "td"

    def _tags(self, name: str, value: Any) -> tuple[str, str]:
        """The tags with which something begins and ends."""
        if name in _TAGS:
            self._cell = "th" if name == "TableHead" else self._cell
            self._empty_cells = 0
            return _TAGS[name]
        if name == "List":
            number = value["List"]
            if number is None:
                return "<ul>\n", "</ul>\n"
            return f'<ol start="{number}">\n' if number != 1 else "<ol>\n", "</ol>\n"
        if name in ("Link", "Image"):
            is_mail = value[name]["link_type"] == "Email"
            return self._link(f"mailto:{value[name]['dest_url']}" if is_mail else value[name]["dest_url"], name)
        return "", ""

    def _link(self, target: str, name: str) -> tuple[str, str]:
        """A link; an image is one too, for a page that is opened fetches nothing."""
        address = self.address(target)
        if address is None or "</a>" in self._ends:
            return "", ""
        mark = ' class="image"' if name == "Image" else ""
        return f'<a{mark} href="{escape(address)}">', "</a>"

    def address(self, target: str) -> str | None:
        """The absolute address of a link; None where it has none that is safe to follow."""
        if self._base is not None and not _is_address(target):
            try:
                target = urljoin(self._base, target)
            except ValueError:
                return None
        return target if _is_address(target) else None

    def _open(self, start: str, end: str) -> None:
        if len(self._ends) >= _DEEPEST:
            start, end = "", " " if "\n" in end else ""
        self._ends.append(end)
        self.pieces.append(start)

    def _close(self) -> None:
        self.pieces.append(self._ends.pop())

    def _start_cell(self) -> None:
        self._open("", "")
        self._ends[-1] = str(len(self.pieces))

    def _end_cell(self) -> None:
        """Write a cell; empty ones at the end of a row, with which parsers fill it up, are not written."""
        words = "".join(self.pieces[int(self._ends[-1]) :])
        del self.pieces[int(self._ends.pop()) :]
        if not words:
            self._empty_cells += 1
            return
        tag = self._cell
        self.pieces.append(f"<{tag}></{tag}>" * self._empty_cells + f"<{tag}>{words}</{tag}>")
        self._empty_cells = 0

    def _end_heading(self) -> None:
        assert self._heading is not None
        start, wished = self._heading
        words = "".join(self.pieces[start:])
        del self.pieces[start:]
        self._heading = None
        told = self._item("session", self._session, wished, False) if self._session and not words.strip() else None
        if told is not None:
            self.pieces.append(told)
        elif words.strip():
            level = self._outline.level(wished)
            self.pieces.append(f"<h{level}>{words}</h{level}>\n")

    def _end_html(self) -> None:
        """Items that stand in HTML, and the words of what else it says."""
        other: list[str] = []
        for line in self._html:
            found = _placeholder(line)
            told = self._item(found[1], found[2], 0, self._ends[-1:] == ["</li>\n"]) if found else None
            if told is None:
                other.append(line)
            else:
                self._tell(other)
                self.pieces.append(told)
                other = []
        self._tell(other)
        self._html = []

    def _tell(self, html: list[str]) -> None:
        words = words_of("".join(html))
        if words:
            self.pieces.append(f"<p>{escape(words)}</p>\n")

    def _inline_html(self, value: str) -> None:
        found = _placeholder(value)
        if found and found[1] == "session" and self._heading is not None:
            self._session = found[2]
        elif value[:3].lower() == "<br":
            self.pieces.append("<br>\n")


def words_of(html: str) -> str:
    """The words of HTML, without its tags, comments, scripts and styles; linear in its length."""
    pieces, at = [], 0
    while (start := html.find("<", at)) >= 0:
        pieces.append(html[at:start])
        name = _tag_name(html, start)
        is_comment = html.startswith("<!--", start)
        if name is None and not is_comment and not html.startswith(("</", "<!", "<?"), start):
            pieces.append("<")
            at = start + 1
            continue
        end = html.find("-->" if is_comment else ">", start)
        if end >= 0 and name is not None and name[1].lower() in ("script", "style"):
            end = html.find(f"</{name[1]}", end)
            end = html.find(">", end) if end >= 0 else -1
        if end < 0:
            at = len(html)
            break
        at = end + (3 if is_comment else 1)
        pieces.append(" ")
    pieces.append(html[at:])
    return " ".join(unescape("".join(pieces)).split())
