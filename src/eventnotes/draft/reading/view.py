"""View: a source as recognisers see it, blocks of plain text in which every character knows its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pyromark

from eventnotes.draft.reading.highlighted import Highlighted
from eventnotes.draft.reading.hypertext import html_blocks
from eventnotes.draft.reading.native import PEOPLE, Written, written_in
from eventnotes.draft.reading.runs import Block, Kind
from eventnotes.formats.markdown.labels import meaning

_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS)
_PEERS = dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("‐‑–—", "-")
_PEERS |= {"\xa0": " ", "\u2009": " "}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ASIDE = re.compile(r"^(?![ \t]*[‐‑–—*+-])(.*[^\s:.!?…]\n)[–—](?= [^\W\d_])(?!.*\n[–—])", re.MULTILINE)
"""A dash that begins a line within a sentence: no item of a list."""
_MARKS = {"Strong", "Emphasis", "Strikethrough", "Link", "Image"}
_LEAVES: dict[str, Kind] = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "TableCell": "cell",
    "HtmlBlock": "html",
    "CodeBlock": "code",
}
_HEADING_ATTRIBUTES = re.compile(r"(?<=\S)\s*\{[#.:][^{}\n]*\}\s*\Z")
_UNSPACED = re.compile(r"^#{1,5}#(?=[^\s#!])", re.MULTILINE)
"""How a heading begins that has no space."""
_UNSPACED_ONE = re.compile(r"#(?!(?:[a-z]\S*|\S+(?:[ \t,]+#\S+)+)[ \t]*$)(?=[^\s#!])", re.MULTILINE)
"""How one of the highest level does; not a line of tags."""
_ENDS = (".", "!", "?", ":", ";", ",", "…")
_CLOSING = "\"”“»’')"
_UNLIKE_HEADING = re.compile(
    r"[\"“‘«*>|-]|\d+[.)]\s|https?:"
    r"|(?i:talk|title|topic|subject|speakers?|presenters?|panell?ists?|date|time|when|where|venue|location|hosts?|organi[sz]ers?)\s?:\s"
)
_SMALL = re.compile(r"\W*<(?:small|sub|sup|figcaption)\b")
_CONTINUES = re.compile(r"\s*[\"“‘«a-z]")
_LABEL = re.compile(
    r"[ \t]*(?:\*\*(?P<bold>[^*:\n]{1,60})(?::\*\*|\*\*:)|[*_]?(?P<plain>[A-Z][A-Za-z ()]{0,30}):[ \t])"
)
"""How a line begins that has a label."""
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:|\[\d{1,3}\]:?\s")
"""How a note at the foot of a page begins."""
_LONGEST_HEADING = 110
_LONGEST_PROSE = 20_000
"""A block with more characters is no prose; it is kept, and nothing is looked for in it."""
_MOST_BLOCKS = 50_000


@dataclass
class _Open:
    """What is open while the parser's events go by."""

    shadow: str
    """The text that is parsed: that of the source, character for character, with what Markdown knows for all others."""
    lists: list[tuple[int, bool, int]] = field(default_factory=list)
    """Of each open list: its number, whether it is ordered, and how many items it has had."""
    count: int = 0
    depth: int = 0
    leaf: Block | None = None
    quotes: int = 0
    fresh: bool = False
    """Whether nothing of the present item has been seen yet."""


class View:
    """A source: its header's lines, its blocks in order, and the top-level blocks they stand in.

    Args:
        text: the source, LF line ends.
        body: where the body begins.

    Attributes:
        blocks: leaves: headings, paragraphs, items of lists, cells, lines of HTML.
        tops: ranges of the top-level blocks.
        header: blocks of the front matter, by key.
    """

    def __init__(self, text: str, body: int = 0, header: dict[str, Block] | None = None) -> None:
        self.text = text
        self.body = body
        self.header = header or {}
        self.blocks: list[Block] = []
        self.tops: list[tuple[int, int]] = []
        self._parse()
        listings = Highlighted(text, body)
        for block in self.blocks:
            if listings.meets(block.start, block.end) or len(block.text) > _LONGEST_PROSE or _NOTE.match(block.text):
                block.kind = "code"
        self._promote()
        for number, block in enumerate(self.blocks):
            block.number = number
        for block in self.header.values():
            block.number = -1

    def _parse(self) -> None:
        source = self.text[self.body :]
        opened = _Open(source)
        if not source.isascii():
            told = _ASIDE.sub(r"\1,", source) if "\n–" in source or "\n—" in source else source
            opened.shadow = _NOT_ASCII.sub(lambda match: _PEERS.get(match[0], "x"), told)
        if "##" in source:
            opened.shadow = _UNSPACED.sub(lambda match: f"{match[0][:-1]} ", opened.shadow)
        events: Any = _PARSER.events_with_range(opened.shadow)
        for event, place in events:
            start, end = place["start"] + self.body, place["end"] + self.body
            if event.__class__ is str:
                self._mark(event, start, end, opened)
                continue
            ((name, value),) = event.items()
            if name == "Start":
                kind, detail = (value, None) if value.__class__ is str else next(iter(value.items()))
                if opened.depth == 0:
                    self.tops.append((start, end))
                opened.depth += 1
                self._start(kind, detail, start, end, opened)
            elif name == "End":
                opened.depth -= 1
                self._end(value if value.__class__ is str else next(iter(value)), opened)
            elif name == "InlineHtml" and value[:3] == "<br" and opened.leaf is not None:
                opened.leaf.add_break(start, end, hard=True)
            elif name in ("Text", "Code"):
                self._words(value, start, end, opened, code=name == "Code")
        self._open_html()

    def _mark(self, event: str, start: int, end: int, opened: _Open) -> None:
        if event == "Rule":
            if opened.depth == 0:
                self.tops.append((start, end))
            self._add(Block("rule", start, end))
        elif opened.leaf is not None:
            opened.leaf.add_break(start, end, hard=event == "HardBreak" or self._is_label(opened.leaf, end))

    def _is_label(self, block: Block, place: int) -> bool:
        """Whether a line of a block begins with a label of a session, or with any, as the first line does."""
        label = _LABEL.match(self.text, place)
        return label is not None and (
            meaning(label["bold"] or label["plain"]) is not None or _LABEL.match(self.text, block.start) is not None
        )

    def _start(self, kind: str, detail: Any, start: int, end: int, opened: _Open) -> None:
        if kind == "List":
            opened.count += 1
            opened.lists.append((opened.count, detail is not None, 0))
            opened.leaf = None
        elif kind == "Item":
            number, ordered, count = opened.lists[-1]
            opened.lists[-1] = (number, ordered, count + 1)
            opened.fresh, opened.leaf = True, None
        elif kind == "BlockQuote":
            opened.quotes += 1
        elif kind in _LEAVES:
            opened.leaf = self._leaf(kind, detail, start, end, opened)
        elif kind in _MARKS:
            if opened.leaf is None and opened.lists:
                opened.leaf = self._leaf("Paragraph", None, start, end, opened)
            if opened.leaf is not None:
                opened.leaf.open_mark(kind, self._url(detail["dest_url"], start, end, opened) if detail else "")

    def _url(self, parsed: str, start: int, end: int, opened: _Open) -> str:
        """The address of a link as the source has it; none where several are parsed alike."""
        shadow = opened.shadow
        if self.text.isascii():
            return parsed
        inside = shadow.find(parsed, start - self.body, end - self.body)
        defined = rf"\]:\s*<?({re.escape(parsed)})(?=[\s>]|\Z)"
        places = [inside] if inside >= 0 else [one.start(1) for one in re.finditer(defined, shadow)]
        written = {self.text[self.body + one : self.body + one + len(parsed)] for one in places}
        return written.pop() if len(written) == 1 else "" if written else parsed

    def _end(self, kind: str, opened: _Open) -> None:
        if kind == "List":
            opened.lists.pop()
            opened.leaf = None
        elif kind == "BlockQuote":
            opened.quotes -= 1
        elif kind in _LEAVES:
            opened.leaf = None
        elif kind in _MARKS and opened.leaf is not None:
            opened.leaf.close_mark(kind)

    def _words(self, value: str, start: int, end: int, opened: _Open, *, code: bool) -> None:
        if opened.leaf is None and opened.lists:
            opened.leaf = self._leaf("Paragraph", None, start, end, opened)
        if opened.leaf is not None:
            opened.leaf.end = max(opened.leaf.end, end)
            inner = start + (end - start - len(value)) // 2 if code else start
            opened.leaf.add_text(self.text, value, inner, inner + len(value) if code else end, code=code)

    def _leaf(self, kind: str, detail: Any, start: int, end: int, opened: _Open) -> Block:
        block = Block(_LEAVES[kind], start, end)
        if kind == "Heading":
            unspaced = _UNSPACED.match(self.text, start)
            block.level = len(unspaced[0]) if unspaced else int(detail["level"][1])
        if opened.lists and block.kind == "paragraph":
            block.kind = "item" if opened.fresh else "paragraph"
        if opened.lists:
            block.list, block.ordered, block.index = opened.lists[-1]
            block.depth = len(opened.lists)
        block.quoted = opened.quotes > 0
        opened.fresh = False
        self._add(block)
        return block

    def _add(self, block: Block) -> None:
        if len(self.blocks) >= _MOST_BLOCKS:
            raise ValueError(f"it has more than {_MOST_BLOCKS:,} blocks; split it")
        block.top = len(self.tops) - 1
        self.blocks.append(block)

    def _open_html(self) -> None:
        """HTML blocks give the blocks that stand in them."""
        found: list[Block] = []
        for block in self.blocks:
            if block.kind != "html":
                found.append(block)
                continue
            for inner in html_blocks(self.text, block.start, block.end):
                inner.top, inner.in_html = block.top, True
                found.append(inner)
        self.blocks = found

    def _promote(self) -> None:
        """Make headings of paragraphs that look like nothing else: bold ones, `#Title`, bare lines in plain text."""
        plain = not any(one.kind == "heading" for one in self.blocks)
        level = 1
        for number, block in enumerate(self.blocks):
            if block.kind == "heading":
                level = block.level
                block.text = _HEADING_ATTRIBUTES.sub("", block.text, 1)
            elif block.kind == "paragraph" and not block.list and not block.quoted:
                match = _UNSPACED_ONE.match(self.text, block.start)
                if match and "\n" not in self.text[block.start : block.end].rstrip() and match.end() <= block.end:
                    block.kind, block.level = "heading", 1
                    block.cut(1)
                elif self._is_bold_heading(block):
                    block.kind, block.level, block.bold = "heading", min(level + 1, 6), True
                elif plain and self._is_bare_heading(number):
                    block.kind, block.level, block.bare = "heading", 2 if number else 1, True

    @staticmethod
    def _is_bold_heading(block: Block) -> bool:
        text = block.text.strip()
        whole = [one for one in block.strong if one[0] <= 0 and one[1] >= len(block.text.rstrip(" :"))]
        return (
            bool(whole) and 2 < len(text) <= _LONGEST_HEADING and not text.rstrip('"”»').endswith((".", ":", ",", ";"))
        )

    def _is_bare_heading(self, number: int) -> bool:
        block = self.blocks[number]
        text = block.text.strip()
        following = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
        return (
            following is not None
            and 2 < len(text) <= _LONGEST_HEADING
            and "\n" not in self.text[block.start : block.end].strip()
            and text[0].isupper() | text[0].isdigit()
            and not text.rstrip(_CLOSING).endswith(_ENDS)
            and "![" not in self.text[block.start : block.end]
            and not _UNLIKE_HEADING.match(text)
            and not _SMALL.match(self.text, block.start)
            and not _CONTINUES.match(following.text)
        )

    @cached_property
    def small(self) -> str:
        """The text of all blocks in small letters, each on lines of its own."""
        return "\n".join([one.small for one in self.blocks])

    @cached_property
    def told(self) -> list[Block]:
        """The blocks in which the post tells something: no code, no rules, and nothing embedded."""
        return [one for one in self.blocks if one.kind not in ("code", "rule") and not one.tag]

    @cached_property
    def headings(self) -> list[Block]:
        """The headings of the body, in order."""
        return [one for one in self.blocks if one.kind == "heading"]

    @cached_property
    def written(self) -> list[Written]:
        """What a reader of write-ups takes of the source as it stands."""
        return written_in(self.text, self.body)

    @cached_property
    def labels(self) -> dict[Block, list[tuple[int, int]]]:
        """The blocks of labels, as a reader of write-ups takes them, and the ranges in which they name persons."""
        found: dict[Block, list[tuple[int, int]]] = {}
        for item in self.written:
            for loc, place in item.places.items() if item.kind == "session" else ():
                told = self.place_of(*place)
                if told is not None and told[0].kind != "heading":
                    named = found.setdefault(told[0], [])
                    if len(loc) > 1 and loc[0] in PEOPLE:
                        named.append(told[1:])
        return found

    def place_of(self, start: int, end: int) -> tuple[Block, int, int] | None:
        """Where a range of the source begins in a block, and the range of the block's plain text."""
        place = max(bisect_right(self._starts, start) - 1, 0)
        block = next((one for one in self.blocks[place : place + 2] if one.end > start), None)
        if block is None:
            return None
        numbers = range(len(block.text))
        first, last = (bisect_left(numbers, one, key=block.at) for one in (start, end))
        return (block, first, last) if first < last else None

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.blocks]

    def section(self, heading: Block) -> list[Block]:
        """The blocks below a heading, up to the next one of its level or higher."""
        found = []
        for block in self.blocks[heading.number + 1 :]:
            if block.kind == "heading" and block.level <= heading.level:
                break
            found.append(block)
        return found

    def heading_above(self, block: Block) -> Block | None:
        """The nearest heading above a block of the body."""
        numbers = self._heading_numbers
        place = bisect_right(numbers, block.number) - 1
        if place >= 0 and numbers[place] == block.number:
            place -= 1
        return self.blocks[numbers[place]] if place >= 0 else None

    @cached_property
    def _heading_numbers(self) -> list[int]:
        return [one.number for one in self.headings]

    def lists(self) -> Iterator[list[Block]]:
        """The items of each list of the body."""
        by_list: dict[int, list[Block]] = {}
        for block in self.blocks:
            if block.kind == "item":
                by_list.setdefault(block.list, []).append(block)
        yield from by_list.values()

    def before(self, block: Block) -> Block | None:
        """The block above."""
        return self.blocks[block.number - 1] if block.number > 0 else None

    def after(self, block: Block) -> Block | None:
        """The block right below."""
        return self.blocks[block.number + 1] if block.number + 1 < len(self.blocks) else None

    def above(self, block: Block) -> Block | None:
        """The block above, images passed over."""
        above = self.before(block)
        while above is not None and above.kind == "paragraph" and not above.text.strip():
            above = self.before(above)
        return above
