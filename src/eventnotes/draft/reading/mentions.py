"""Mentions: where the persons of a source are named, by full name first, by surname or first name later."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import attrgetter

from eventnotes.draft.forms import INNER, KNOWN, LIKELY, compiled, people_in
from eventnotes.draft.lexicon import (
    AMBIGUOUS,
    HONORIFICS,
    NAMESAKES,
    ORGANIZATION_WORDS,
    TOPIC_WORDS,
)
from eventnotes.draft.reading.employers import is_of, is_place
from eventnotes.draft.reading.names import is_given, names
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.singles import NEVER_NAMES, TITLE, Single, ends_longer, handles, may_be_single, singles
from eventnotes.draft.reading.view import View

_TITLES = re.compile(rf"\A(?:{TITLE.pattern}\s+)+")
PROFILE = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter\.com|x\.com|github\.com|speakerdeck\.com|bsky\.app/profile"
    r"|(?:\w+\.)?linkedin\.com/(?:in|pub)|[\w.]*mastodon[\w.]*/)/?@?[\w.%-]+/?(?:[?#].*)?\Z"
)
"""The address of a person's page."""
_WORD = re.compile(r"[^\W\d_a-zß-öø-ÿ](?<![^\W_].)[^\W_]*(?:['’-](?!s\b)(?=[^\W\d_])[^\W_]*)*")
_SMALL = re.compile(r"[a-zß-öø-ÿ]{4,}")
_NAME_PART = re.compile(
    r"(?:[^\W\d_a-z]\.?|[^\W\d_a-z][^\W\d_]*[a-zß-öø-ÿ][^\W\d_]*(?:[’'-][^\W\d_]+)*|van|von|de|da|del|der|den|la)"
)
_NO_SURNAMES = ORGANIZATION_WORDS | NAMESAKES
_SHORT = 60
"""Characters that a line has at least which is broken for its length."""
_SHORTEST = 3
"""Letters that what somebody is called for short has at least."""
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{3}")
_WHO = r"(?P<who>[^\W\d_A-Z]+(?:\s[^\W\d_A-Z]+){1,2})(?=\s*(?:\(|$))"
_SMALL_NAMES = {"heading": re.compile(rf"\s[–—|-]\s+{_WHO}"), "paragraph": re.compile(rf"\A[Bb]y\s+{_WHO}")}
"""Names in small letters: behind a dash in a heading, or in a line that says by whom a talk was."""


@dataclass(eq=False)
class Figure:
    """A person in a source.

    Attributes:
        name: the fullest form, as first written.
        known: whether the name alone tells a person.
    """

    name: str
    known: bool
    mentions: list[Mention] = field(default_factory=list)

    @property
    def parts(self) -> list[str]:
        """The words of the name, without titles."""
        return _bare(self.name).split()

    @property
    def first(self) -> tuple[int, int]:
        """Where the post names the person first: the number of the block, and the place in it."""
        places = ((one.block.number, one.start) for one in self.mentions if one.block.kind != "header")
        return min(places, default=(0, 0))


@dataclass(eq=False)
class Mention:
    """One naming of a person: its range in a block's plain text."""

    figure: Figure
    block: Block
    start: int
    end: int
    full: bool


_start = attrgetter("start")


class Mentions:
    """All mentions in a view.

    Attributes:
        figures: the persons, in the order of their first full mention.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.figures: list[Figure] = []
        self._by_block: dict[Block, list[Mention]] = {}
        self._masks: dict[Block, str] = {}
        self._by_key: dict[tuple[str, ...], Figure] = {}
        labelled = view.labels
        for block in view.told:
            if block in labelled:
                for start, end in labelled[block]:
                    self._add(Mention(self._figure(block.text[start:end], True), block, start, end, full=True))
                continue
            last = None
            for name in names(_parted(block)):
                if is_place(block.text, name.start, known=name.known) or (last and is_of(block, last, name)):
                    continue
                last = name
                figure = self._figure(name.text, name.known)
                self._add(Mention(figure, block, name.start, name.end, full=True))
            if block.links or block.strong:
                self._find_marked(block)
            self._find_cased(block)
        self._find_titled()
        self._find_given()
        self._find_short()

    def _find_titled(self) -> None:
        """Persons in the title above the post: those whom the name alone tells, or the post names too."""
        title = self.view.header.get("title")
        for name in names(title.text) if title is not None else ():
            parts = [folded(one) for one in _bare(name.text).split()]
            if title is not None and (name.known or (parts[0], parts[-1]) in self._by_key):
                self._add(Mention(self._figure(name.text, name.known), title, name.start, name.end, full=True))

    def _find_marked(self, block: Block) -> None:
        """Names that are the whole of a link or of bold words, though a part of them is a common word."""
        for link in block.links:
            if PROFILE.match(link.url):
                self._find_linked(block, link.start, link.end)
        for start, end in [*((one.start, one.end) for one in block.links), *block.strong]:
            words = block.text[start:end].split()
            if 1 < len(words) < 4 and is_given(words[0]) and all(one[0].isupper() for one in words):
                plain = all(re.fullmatch(r"[^\W\d_]+", one) and not one.isupper() for one in words)
                if plain and words[-1].lower() not in _NO_SURNAMES and not self.within(block, start, end):
                    self._add(Mention(self._figure(" ".join(words), True), block, start, end, full=True))

    def _find_cased(self, block: Block) -> None:
        """Names in capitals that are a line, and names in small letters where only a name stands."""
        spans = [(start, end) for start, end in block.lines if block.text[start:end].isupper()]
        if spans and not _CAPITALS.search(block.text):
            spans = []
        if (pattern := _SMALL_NAMES.get(block.kind)) and (small := pattern.search(block.text)):
            spans.append(small.span("who"))
        for start, end in spans:
            written = block.text[start:end].strip()
            words = written.title().split()
            if not 1 < len(words) < 4 or not is_given(words[0]) or words[0] in AMBIGUOUS or self.at(block, start):
                continue
            if not any(one.lower() in NEVER_NAMES for one in words) and all(map(_NAME_PART.fullmatch, words)):
                self._add(Mention(self._figure(written, True), block, start, start + len(written), full=True))

    def _find_linked(self, block: Block, start: int, end: int) -> None:
        """A name that is a link to a person's page is known, whatever its words are."""
        words = block.text[start:end].split()
        if not 1 < len(words) < 5 or not all(_NAME_PART.fullmatch(one) for one in words):
            return
        if any(one.lower() in NEVER_NAMES for one in words):
            return
        inside = self.within(block, start, end)
        if inside:
            inside[0].figure.known = True
        else:
            self._add(Mention(self._figure(" ".join(words), True), block, start, end, full=True))

    def _figure(self, written: str, known: bool) -> Figure:
        parts = [folded(one) for one in _bare(written).split()]
        key = (parts[0], parts[-1])
        figure = self._by_key.get(key) or self._longer(parts)
        if figure is None:
            figure = self._by_key[key] = Figure(" ".join(written.split()), known)
            self.figures.append(figure)
        figure.known |= known
        return figure

    def _longer(self, parts: list[str]) -> Figure | None:
        """A person whose name ends in these parts, or has a longer or shorter first name: `Christopher`, `Chris`."""
        for one in reversed(self.figures):
            own = [folded(part) for part in one.parts]
            if len(own) > len(parts) and own[-len(parts) :] == parts:
                return one
            if len(own) > 1 and len(parts) > 1 and own[-1] == parts[-1] and _is_short_for(own[0], parts[0]):
                return one
        return None

    def _add(self, mention: Mention) -> None:
        insort(self._by_block.setdefault(mention.block, []), mention, key=_start)
        mention.figure.mentions.append(mention)
        self._masks.pop(mention.block, None)

    def _find_given(self) -> None:
        """Persons who are named by the given name alone, where they gave a talk, or with a link to their page."""
        taken = {part for one in self.figures for part in one.parts}
        for block in self.view.told:
            for start, end in handles(block, named=bool(self.of(block))):
                self._add(Mention(self._figure(block.text[start:end], True), block, start, end, full=True))
            links = ((one, block.text[one.start : one.end]) for one in block.links if PROFILE.match(one.url))
            linked = [Single(one.start, one.end, word, "given") for one, word in links if is_given(word)]
            for start, end, word, kind in [*singles(block, taken), *linked]:
                if word not in taken and self.at(block, start) is None and self._is_person(word, kind):
                    longer = [one for one in self.figures if _is_short_for(word.casefold(), folded(one.parts[0]))]
                    figure = longer[0] if len(longer) == 1 else self._figure(block.text[start:end], kind != "unknown")
                    self._add(Mention(figure, block, start, end, full=figure not in longer))

    def _is_person(self, word: str, kind: str) -> bool:
        """Whether a single name is no word, and nowhere that of a place or a tool: `in Paris`, `using Julia`."""
        may_be = may_be_single(word, kind)
        if kind == "titled" or not may_be:
            return may_be
        is_place = re.search(rf"\b(?:in|at|near|using) {word}\b(?!['’])", self._told) is not None
        return not is_place and (kind == "given" or not self.says_small([word]))

    def _find_short(self) -> None:
        """Mentions by one part of the name, below the full one."""
        parts: dict[str, list[Figure]] = {}
        for figure in self.figures:
            if figure.known:
                for word in {figure.parts[0], figure.parts[-1]}:
                    if len(word) > 1 and not word.endswith(".") and word not in HONORIFICS:
                        parts.setdefault(word, []).append(figure)
        for block in self.view.told:
            for match in _WORD.finditer(block.text) if any(one in block.text for one in parts) else ():
                word = match[0]
                if word in parts and not self.at(block, match.start()):
                    self._short(block, *match.span(), word, parts[word])

    def _short(self, block: Block, start: int, end: int, word: str, figures: list[Figure]) -> None:
        text = block.text
        if word in AMBIGUOUS or (word.lower() in TOPIC_WORDS and text[:start].strip()[-1:] in ("", ".")):
            return
        following = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if following and following[0][0].isupper() and following[0].lower() not in TOPIC_WORDS:
            return  # a longer name, of somebody or something else
        if ends_longer(text, start):
            return
        earlier = [one for one in figures if _is_above(one.mentions[0], block, start)]
        if earlier:
            figure = max(earlier, key=lambda one: _latest(one, block, start))
            self._add(Mention(figure, block, start, end, full=False))

    @cached_property
    def _told(self) -> str:
        return "\n".join([one.text for one in self.view.blocks])

    def says_small(self, words: list[str]) -> bool:
        """Whether the source has a word in small letters too, as it has no name's."""
        return any(_stands(one.lower(), self._told) for one in words if _SMALL.fullmatch(one.lower()))

    def at(self, block: Block, place: int) -> Mention | None:
        """The mention that covers a place."""
        named = self._by_block.get(block, [])
        until = bisect_right(named, place, key=_start)
        return next((one for one in named[max(0, until - 2) : until] if place < one.end), None)

    def within(self, block: Block, start: int, end: int) -> list[Mention]:
        """The mentions in a range of a block."""
        named = self._by_block.get(block, [])
        inside = named[bisect_left(named, start, key=_start) : bisect_left(named, end, key=_start)]
        return [one for one in inside if one.end <= end]

    def of(self, block: Block) -> list[Mention]:
        """The mentions in a block."""
        return self._by_block.get(block, [])

    def masked(self, block: Block) -> str:
        """A block's text with the names of persons masked; every other character stays in its place."""
        mask = self._masks.get(block)
        if mask is None:
            pieces, place = [], 0
            for one in self._by_block.get(block, ()):
                if one.start < place:
                    continue
                first = KNOWN if one.figure.known else LIKELY
                pieces += [block.text[place : one.start], first, INNER * (one.end - one.start - 1)]
                place = one.end
            mask = self._masks[block] = "".join([*pieces, block.text[place:]])
        return mask

    def lined(self, block: Block) -> str:
        """A block's masked text with a line feed at the end of every short line."""
        masked = self.masked(block)
        if not block.breaks:
            return masked
        lines = ((masked[start:end], masked[end : end + 1], start, end) for start, end in block.lines)
        return "".join(line + ("\n" if _is_short(block, start, end) else mark) for line, mark, start, end in lines)


def _parted(block: Block) -> str:
    """A block's text with a line feed wherever no name goes on: at the end of a short line, or of words in a link."""
    if not (block.breaks or block.links or block.strong):
        return block.text
    ends = [place for start, place in block.lines if _is_short(block, start, place)]
    for start, end in [*((one.start, one.end) for one in block.links), *block.strong]:
        if " " in block.text[start:end]:
            ends += [start - 1, end]
    if not ends:
        return block.text
    letters = [*block.text]
    for place in ends:
        if 0 < place < len(letters) and letters[place] == " ":
            letters[place] = "\n"
    return "".join(letters)


def _is_short(block: Block, start: int, end: int) -> bool:
    """Whether a line of the source ended though there was room for another word."""
    if end - start >= _SHORT or end >= len(block.text) or block.at(end) - block.at(start) >= _SHORT:
        return False
    return block.link_at(end, end + 1) is None


@lru_cache(maxsize=20_000)
def _bare(name: str) -> str:
    return _TITLES.sub("", name)


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word as names are compared: without case, accents and dots."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(one for one in plain if one.isalnum()).casefold()


def _is_short_for(one: str, other: str) -> bool:
    """Whether one of two folded first names begins the other: `Chris` and `Christopher`."""
    shorter, longer = sorted((one, other), key=len)
    return _SHORTEST <= len(shorter) < len(longer) - 1 and longer.startswith(shorter)


def _stands(word: str, text: str) -> bool:
    """Whether a text has a word, and not only as a part of others."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not _LETTER.match(text, place - 1, place) and not _LETTER.match(text, end):
            return True
        place = text.find(word, end)
    return False


_LETTER = re.compile(r"\w")


def _is_above(mention: Mention, block: Block, start: int) -> bool:
    return (mention.block.number, mention.start) < (block.number, start)


def _latest(figure: Figure, block: Block, start: int) -> tuple[int, int]:
    places = [(one.block.number, one.start) for one in figure.mentions]
    return max((one for one in places if one < (block.number, start)), default=(-1, -1))


def figures_in(mentions: Mentions, block: Block, start: int, end: int) -> tuple[Figure, ...]:
    """The persons that are named in a range of a block."""
    found = [mentions.at(block, place) for place, _ in people_in(mentions.masked(block), start, end)]
    return tuple(dict.fromkeys(one.figure for one in found if one is not None))


def figures_within(mentions: Mentions, block: Block, start: int, end: int) -> tuple[Figure, ...]:
    """The persons whose whole names stand in a range of a block."""
    return tuple(dict.fromkeys(one.figure for one in mentions.within(block, start, end)))


def figures_meant(mentions: Mentions, block: Block, start: int, end: int) -> tuple[Figure, ...]:
    """The persons in a sentence; where a pronoun is all that it has, those in the sentence or the heading above.

    Of the paragraph above, the one person whom its last sentence with a name has.
    """
    found = figures_in(mentions, block, start, end)
    if found or not _PRONOUN.search(block.text, start, end):
        return found
    before = [one for one in block.sentences if one[1] <= start]
    if before:
        return figures_in(mentions, block, *before[-1])
    above = mentions.view.above(block)
    if above is None or above.kind not in ("paragraph", "heading") or block.kind != "paragraph":
        return ()
    named = (figures_in(mentions, above, *one) for one in reversed(above.sentences))
    last = next((one for one in named if one), ())
    return last if len(last) == 1 or above.kind == "heading" else ()


_PRONOUN = compiled(r"\b(?i:he|she|they|his|her|their)\b")
