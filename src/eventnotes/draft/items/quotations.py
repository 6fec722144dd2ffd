"""Quotations: every range that may be somebody's words: in quotation marks, in a block quote, behind a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventnotes.draft.claim import Words
from eventnotes.draft.forms import KNOWN, compiled
from eventnotes.draft.items.attributions import attribution_of
from eventnotes.draft.items.sayings import labelled
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block, without_marks

_MARKED = re.compile(
    r"[“«»„\"‘'](?:(?<=“)((?:[^“”\n]|“[^“”\n]{1,80}”){8,1500}?)(?:”|\"(?=[\s.,;:)]|$)|\s“(?=\s))"
    r"|(?<![^\s(«]«)(?<=«)\s?([^«»\n]{8,1500})\s?»|(?<=»)([^«»\n]{8,1500})«|(?<=“)(?P<unclosed>[^“”\n]{40,1500})\Z|(?<=„)([^„“”\n]{8,1500})[“”]"
    r"|(?<=\")(?<![^\W_]\")(?<!\"\")(?:([^\"“”\n]{8,1500})”|([^\"\n]{8,1500})\"(?![^\W_]))"
    r"|(?<=‘)(?<!\w‘)((?:[^‘’“”\n]|’(?=\w)){15,600})’(?!\w)"
    r"|(?<=')(?<![\w']')((?:[^'\"“”\n]|'(?=\w)){15,600})'(?![\w']))"
)
"""It begins with a class of characters, because Python's search skips to one of those fast."""
_NOT_QUOTING = ("code", "rule", "header", "heading", "cell")
_CALLOUT = re.compile(r"\[!(?!quote|cite)[\w-]+\]", re.IGNORECASE).match
_MARK = re.compile(r"[\"“”]")
_ATTRIBUTE = re.compile(r"(?<!\btext)(?<!\bquote)(?<!\bcontent)=\Z|\{[{%](?:(?!\b(?:text|quote|content)=)[^{}%])*\Z")
"""What stands before a value in quotation marks, of a tag or a shortcode, that is no text."""
_BY = re.compile(r"[\"”’'»]\s+(?:\([^()]*\)\s+)?by\s+[^\W\d_a-z]")
"""What follows a title that has a maker."""
_NEAR = 200
_LEAST_WORDS = 5
_LEAST_WORDS_APART = 3
"""How many words a quotation has that stands in a block of its own."""


class Quotation(NamedTuple):
    """Words that may be somebody's.

    Attributes:
        words: what is quoted.
        start, end: its range in the block's text, with its marks.
        kind: what tells that it may be a quotation.
        labelled: whether a label calls what it stands in a quotation.
        more: the further paragraphs of a block quote.
    """

    words: Words
    start: int
    end: int
    kind: str
    labelled: bool = False
    more: tuple[Words, ...] = ()

    @property
    def text(self) -> str:
        """All that is quoted, on one line."""
        return " ".join(one.text for one in (self.words, *self.more))

    @property
    def block(self) -> Block:
        """The block that it begins in."""
        return self.words.block

    @property
    def opens(self) -> bool:
        """Whether nothing stands before it in its block, but for a name."""
        return self.kind == "block" or not self.block.text[: self.start].strip(' *_-\n"“')

    @property
    def ends(self) -> bool:
        """Whether nothing stands behind it in its block."""
        return not self.block.text[self.end :].strip(' *_.,\n"”')

    @property
    def alone(self) -> bool:
        """Whether nothing stands beside it in its block."""
        return self.opens and self.ends


def quotations(mentions: Mentions) -> Iterator[Quotation]:
    """Whatever may be quoted in a source, in its order."""
    below = quoting = False
    for block in mentions.view.blocks:
        label = labelled(block.text)
        alone = label is not None and label.end() == len(block.text)
        if block.kind == "heading":
            quoting = "uote" in block.text
        elif may_quote(block):
            if block.quoted:
                yield from (one._replace(labelled=quoting or below) for one in _in_block_quote(mentions, block))
            elif label is None and not below:
                yield from _in_marks(block)
            elif not alone:
                yield from _behind_label(mentions, block, label.end() if label else 0)
        elif is_embedded(block):
            yield from (one._replace(kind="embedded") for one in _in_marks(block))
        below = below if block.kind == "item" and not alone else alone


def may_quote(block: Block) -> bool:
    """Whether somebody may be quoted in a block: text of the post, but no post of a social network and no callout."""
    return block.kind not in _NOT_QUOTING and not is_embedded(block) and not (block.quoted and _CALLOUT(block.text))


def is_embedded(block: Block) -> bool:
    """Whether a block is a post of a social network."""
    return bool(block.tag) or "pic.twitter.com" in block.text or "https://t.co/" in block.text


def _behind_label(mentions: Mentions, block: Block, start: int) -> Iterator[Quotation]:
    """What a label calls a quotation: `Quote of the day:`, or `Quotes` above a list."""
    marked = [*_in_marks(block)]
    if any(one.start >= start - 1 for one in marked):
        yield from (one._replace(labelled=True) for one in marked)
        return
    end = _signature(mentions, block)
    words = trimmed(block, start, end)
    if len(words.text.split()) >= _LEAST_WORDS and words.text[-1:] != ":" and not _MARK.search(words.text):
        yield Quotation(words, start, end, "behind-label", True)


def _in_marks(block: Block) -> Iterator[Quotation]:
    for match in _MARKED.finditer(block.text):
        words = trimmed(block, *match.span(match.lastindex or 1))
        before = block.text[max(0, match.start() - _NEAR) : match.start()]
        if len(words.text.split()) >= _LEAST_WORDS and not _ATTRIBUTE.search(before) and not _is_made(words):
            single = "single" if match[0][0] in "‘'" else "marks"
            one = Quotation(words, *match.span(), "unclosed" if match["unclosed"] else single)
            link = block.link_at(words.start, words.end)
            if not (one.alone and link and link.start <= words.start and words.end <= link.end):
                yield one


def _is_made(words: Words) -> bool:
    """Whether words are the title of what somebody has made."""
    return words.text[-1] not in ".!?," and _BY.match(words.block.text, words.end) is not None


def _in_block_quote(mentions: Mentions, block: Block) -> Iterator[Quotation]:
    above = mentions.view.before(block)
    if attribution_of(mentions.view, block):
        return
    masked = mentions.masked(block)
    if _SIGNED_LINE.match(masked) or _NO_QUOTE.search(block.text):
        return
    end = _signature(mentions, block)
    fronted = _FRONTED.match(masked)
    start = fronted.end() if fronted and not (fronted["dash"] and block.text.rstrip(' \n"”')[-1:] not in ".!?") else 0
    marked = [one for one in _in_marks(block) if not _is_told_inline(mentions, one.words)]
    yield from marked
    words = trimmed(block, start, end)
    covered = any(one.words.start == words.start and 2 * len(one.words.text) > len(words.text) for one in marked)
    if covered or len(words.text.split()) < _LEAST_WORDS_APART or _is_told_inline(mentions, words):
        return
    if above is None or not _goes_on(mentions, above, block):
        yield Quotation(words, start, end, "block", more=tuple(_more(mentions, block)))


def _more(mentions: Mentions, block: Block) -> Iterator[Words]:
    """The paragraphs of a block quote below its first, but for a signature."""
    last = block
    for below in mentions.view.blocks[block.number + 1 :]:
        if not _goes_on(mentions, last, below) or _SIGNED_LINE.match(mentions.masked(below)):
            return
        yield trimmed(below, 0, len(below.text))
        last = below


def _goes_on(mentions: Mentions, above: Block, block: Block) -> bool:
    """Whether a paragraph belongs to the block quote of the one above."""
    gap = mentions.view.text[above.end : block.start].split("\n")
    both = above.quoted and block.quoted and above.top == block.top and {above.kind, block.kind} == {"paragraph"}
    return both and all(line.strip() for line in gap[1:-1])


def _signature(mentions: Mentions, block: Block) -> int:
    """Where the words of a block end that somebody has signed, or else its text."""
    masked = mentions.masked(block)
    *above, last = block.lines
    signed = (_SIGNED_LINE.match(masked, last[0]) if above else None) or _SIGNED.search(masked)
    return signed.start() if signed else len(block.text)


_CAPITAL = r"(?:[A-ZÀ-Þ@][\w.’'&/-]*|of|the|de|van|von)"
_UNKNOWN = rf"{_CAPITAL}(?:\s+{_CAPITAL}){{0,4}}(?:\s*[,(][^\n]{{2,80}})?[\s*_.)]*"
_NAME = rf"(?:[^\n{KNOWN}]{{0,60}}?<PERSON>[^\n]{{0,120}}|{_UNKNOWN})$"
_SIGNED = compiled(
    rf"(?:(?:[–—~]|--|(?<=\s)-(?=\s+(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s+)?[{KNOWN}])|(?<=[.!?\"”’]\s)[/-])\s*"
    rf"|\(\s*(?:the\s+)?(?=[{KNOWN}])|\((?:Source:|from|by)\s+){_NAME}"
)
_SIGNED_LINE = compiled(rf"\s*[–—~-]{{1,2}}\s*{_NAME}|<MARKS>(?={KNOWN})<PERSON><PAREN>(?:\s*,[^.!?\n]{{2,60}})?\W*$")
_FRONTED = compiled(r"^<MARKS><PERSON><PAREN>[*_]*\s*(?::|--?>|→|(?P<dash>[–—]|--?))[*_]*\s+")
_NO_QUOTE = compiled(
    r"(?i:\b(?:(?:originally|first|cross-?|also|re-?)\s?(?:published|posted|appeared)"
    r"|this (?:post|article|entry) (?:was|is|has)\b)"
    r"|\A\W*(?:update|note|disclaimer|edit|idea|tip|warning|examples?|definition|source|summary|image|video"
    r"|key [a-z]+|lesson|takeaway|insight|rule|context|aside|tl;?dr|in short|bottom line)\s*:)"
    r"|(?:[–—-]\s*|\()@\w+\W*\Z"
    r"|\A\W*(?:(?:<DAY>)\b,?\s*)?(?:<MONTH>\s+\d|\d{1,2}(?:st|nd|rd|th)?\s+<MONTH>)[\w\s,.–-]{0,40}\Z"
)
"""A block quote about the post itself, a post of a social network, a line that tells a day."""


def _is_told_inline(mentions: Mentions, words: Words) -> bool:
    """Whether a block quote only lifts words out of a paragraph that has them too."""
    told = words.text.rstrip(" .,!?")
    return any(told in one.text for one in mentions.view.blocks if not one.quoted and one.kind == "paragraph")


def trimmed(block: Block, start: int, end: int) -> Words:
    """A range of a block without the white space and quotation marks around it."""
    return Words(block, *without_marks(block.text, start, end, " \n\"“”‘'", " \n\"“”’',"))
