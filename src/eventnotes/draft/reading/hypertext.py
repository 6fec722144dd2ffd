"""Hypertext: the blocks that stand in a block of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.reading.runs import Block, Link

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)|<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)"
    r"(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)/?>|\n[ \t]*(?=#{1,6}\s)|\n",
    re.DOTALL,
)
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)")
_CLASS = re.compile(r"class\s*=\s*[\"']([^\"']*)")
_BLOCK_TAGS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "nav",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "table",
        "tr",
        "td",
        "th",
        "figure",
        "figcaption",
        "iframe",
        "video",
        "form",
        "dl",
        "dt",
        "dd",
        "center",
        "details",
        "summary",
        "br",
        "hr",
    ]
)
_MARKED = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]*)\]\((?P<url>[^()\s]*)\)|\*\*(?P<bold>[^*\n]+)\*\*")
_HEADING = re.compile(r"[ \t]*(#{1,6})[ \t]+")


def html_blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """Paragraphs, headings and items in a range of HTML; a line `# …` hidden in it is a heading."""
    reading = _Reading(text)
    place = start
    for match in _TOKEN.finditer(text, start, end):
        reading.text_between(place, match.start())
        place = match.end()
        if match["tag"]:
            yield from reading.tag(match)
        elif match[0][0] == "\n":
            yield from reading.line_end(match)
    reading.text_between(place, end)
    yield from reading.flush()


class _Reading:
    def __init__(self, text: str) -> None:
        self.source = text
        self.block: Block | None = None
        self.tag_name = ""
        self.quotes = 0
        self.links: list[tuple[int, str]] = []
        self.marks: list[int] = []
        self.lists = 0
        self.items = 0
        self.ordered = False
        self.embed = ""

    def text_between(self, start: int, end: int) -> None:
        if start >= end or (self.block is None and not self.source[start:end].strip()):
            return
        if self.block is None:
            self.block = self._fresh(start)
            if match := _HEADING.match(self.source, start, end):
                self.block.kind, self.block.level = "heading", len(match[1])
                start = match.end()
        for match in _MARKED.finditer(self.source, start, end):
            self.block.add_raw(self.source, start, match.start())
            begin = len(self.block.text)
            self.block.add_raw(self.source, *match.span("bold" if match["bold"] else "words"))
            if match["bold"]:
                self.block.strong.append((begin, len(self.block.text)))
            else:
                self.block.links.append(Link(begin, len(self.block.text), match["url"]))
            start = match.end()
        self.block.add_raw(self.source, start, end)
        self.block.end = end

    def _fresh(self, start: int) -> Block:
        block = Block("paragraph", start, start)
        if self.tag_name[:1] == "h" and self.tag_name[1:].isdigit():
            block.kind, block.level = "heading", int(self.tag_name[1:])
        elif self.tag_name == "li":
            block.kind, block.list, block.index = "item", -self.lists, self.items
            block.ordered, block.depth = self.ordered, 1
        block.quoted = self.quotes > 0
        block.tag = self.embed
        return block

    def tag(self, match: re.Match[str]) -> Iterator[Block]:
        name, closes = match["tag"].lower(), bool(match["close"])
        if name in _BLOCK_TAGS:
            yield from self.flush()
            self._note(name, closes, match)
        elif name == "a":
            self._link(closes, match["attributes"])
        elif name in ("b", "strong") and self.block is not None:
            if not closes:
                self.marks.append(len(self.block.text))
            elif self.marks:
                self.block.strong.append((self.marks.pop(), len(self.block.text)))

    def _note(self, name: str, closes: bool, match: re.Match[str]) -> None:
        if name == "blockquote":
            self.quotes = max(self.quotes + (-1 if closes else 1), 0)
            kind = _CLASS.search(match["attributes"])
            self.embed = "embed" if not closes and kind and "tweet" in kind[1] else ""
        elif name in ("ul", "ol") and not closes:
            self.lists, self.items, self.ordered = match.start() + 1, 0, name == "ol"
        elif name == "li" and not closes:
            self.items += 1
        if name != "br":
            self.tag_name = "" if closes else name

    def _link(self, closes: bool, attributes: str) -> None:
        if self.block is None:
            self.block = self._fresh(0)
            self.block.start = -1
        if not closes:
            url = _HREF.search(attributes)
            self.links.append((len(self.block.text), url[1] if url else ""))
        elif self.links:
            start, url_text = self.links.pop()
            if url_text:
                self.block.links.append(Link(start, len(self.block.text), url_text))

    def line_end(self, match: re.Match[str]) -> Iterator[Block]:
        if self.block is None:
            return
        if self.block.kind == "heading" or _HEADING.match(self.source, match.end()):
            yield from self.flush()
        else:
            self.block.add_break(match.start(), match.end(), hard=False)

    def flush(self) -> Iterator[Block]:
        block, self.block = self.block, None
        self.links, self.marks = [], []
        if block is not None and block.text.strip():
            block.start = block.at(0) if block.start < 0 else block.start
            block.end = max(block.end, block.at(len(block.text) - 1) + 1)
            yield block
