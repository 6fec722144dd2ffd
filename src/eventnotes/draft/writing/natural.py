"""Natural: items that Markdown has words for where they stand, so that the post's own blocks become them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.items.attributions import ATTRIBUTED, attribution_of
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View
from eventnotes.formats.markdown.mentions import Mentions
from eventnotes.limits import DEFAULT
from eventnotes.notes import placeholder

Data = dict[str, Any]
_MARKUP = re.compile(r"([\\`*_\[\]<>])")
_WORD = re.compile(r"\w+")
_PARTED = re.compile(r"[\s>]*")
"""What stands between two paragraphs of a block quote."""
_MARK = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_ITEM = re.compile(r"[ \t]*(?:[-*+•–—]|\d{1,9}[.)])[ \t]+")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]+\]:[^\n]*", re.MULTILINE)
_MARKS = re.compile(r"[*_`~\[]*+")
_CLOSING_MARKS = re.compile(r"[*_`~]*+(?:\](?:\([^()\s]*\)|\[[^\[\]\n]*\]))?[*_`~]*+")


class Replacement(NamedTuple):
    """A range of the source, the placeholder that stands there instead, and fields of the item that change."""

    start: int
    end: int
    text: str
    changes: Data


def quote_in_place(view: View, claim: Claim, item: Data, listed: Mentions) -> Replacement | None:
    """A block quote that is the quotation and nothing else, but for its attribution, which says who of those listed."""
    block = claim.words.block
    if claim.form == ATTRIBUTED:
        return _as_it_stands(view, block, item, listed)
    several = [claim.words, *claim.parts.get("more", ())]
    blocks = [one for one in view.blocks if one.top == block.top]
    has_attributes = "\n{:" in view.text[slice(*view.tops[block.top])]
    if not block.quoted or block.list or has_attributes or blocks[: len(several)] != [one.block for one in several]:
        return None
    between = [view.text[above.span[1] : below.span[0]] for above, below in pairwise(several)]
    after = [Words(several[-1].block, several[-1].end, len(several[-1].block.text))]
    after += [Words(one, 0, len(one.text)) for one in blocks[len(several) :]]
    speaker = listed.find(item["speaker"]) if "speaker" in item else None
    who = speaker["name"] if speaker is not None else item.get("attribution", "")
    links = {link.url for one in after for link in one.block.links if link.start >= one.start}
    if (
        _words([Words(block, 0, claim.words.start)])
        or not all(map(_PARTED.fullmatch, between))
        or _words(after) not in ([], _WORD.findall(who))
        or not links <= {one["url"] for one in (speaker or {}).get("links", ())}
    ):
        return None
    return Replacement(*view.tops[block.top], placeholder("quote", item["id"]), {"text": _marked_up(view, several)})


def _marked_up(view: View, several: Sequence[Words]) -> str:
    """Paragraphs of a block quote in the marks of the source, those around them too where one would stay open."""
    start, end = several[0].span[0], several[-1].span[1]
    said = _unspaced(one.text for one in several)
    opening = _MARKS.match(view.text[several[0].block.start : start][::-1])
    closing = _CLOSING_MARKS.match(view.text, end)
    before, after = len(opening[0]) if opening else 0, len(closing[0]) if closing else 0
    for wider in ((before, after), (0, after), (before, 0), (0, 0)):
        text = _MARK.sub("", view.text[start - wider[0] : end + wider[1]]).strip()
        defined = "\n".join(_DEFINITION.findall(view.text)) if "[" in text else ""
        if not _MARKUP.search(text) or _unspaced(one.text for one in View(f"{text}\n\n{defined}").blocks) == said:
            return text
    return "\n\n".join(escaped(one.text) for one in several)


def _as_it_stands(view: View, block: Block, item: Data, listed: Mentions) -> Replacement | None:
    """A block quote with an attribution that says the same to a reader."""
    read = attribution_of(view, block)
    if read is None:
        return None
    speaker, relay = listed.find_with_roles(read.who, DEFAULT.line), listed.find(read.relayed_by)
    same = (speaker or {}).get("id") == item.get("speaker") and (relay or {}).get("id") == item.get("relayed_by")
    same &= bool(relay) or not read.relayed_by
    return Replacement(*view.tops[block.top], placeholder("quote", item["id"]), {}) if same else None


def _unspaced(texts: Iterable[str]) -> str:
    return "".join("".join(one.split()) for one in texts)


def escaped(text: str) -> str:
    """Plain text as inline Markdown that says the same."""
    return _MARKUP.sub(r"\\\1", text) if _MARKUP.search(text) else text


def framework_in_place(view: View, claim: Claim, item: Data) -> Replacement | None:
    """A list of which every item is an element."""
    elements = claim.parts["elements"]
    items = [one.block for one in elements]
    if not _is_list(view, items) or any(
        words.text != one.text.strip() for words, one in zip(elements, items, strict=True)
    ):
        return None
    if items[0].ordered and [_number(view, one) for one in items] != [
        f"{place}." for place in range(1, len(items) + 1)
    ]:
        return None
    start, end = view.tops[items[0].top]
    changes = {} if items[0].ordered else {"ordered": False}
    return Replacement(start, end, placeholder("framework", item["id"]), changes)


def lessons_in_place(view: View, claims: Sequence[Claim], items: Sequence[Data]) -> Replacement | None:
    """A list of which every item is a lesson."""
    blocks = [one.words.block for one in claims]
    whole = all(one.words.text == one.words.block.text.strip() for one in claims)
    if not whole or blocks[0].ordered or not _is_list(view, blocks):
        return None
    start, end = view.tops[blocks[0].top]
    return Replacement(start, end, "\n".join(placeholder("lesson", one["id"], "- ") for one in items), {})


def _is_list(view: View, items: Sequence[Block]) -> bool:
    """Whether blocks are the items of a list at the top level, each plain text on one line, and all that is in it."""
    same = all(one.kind == "item" and one.depth == 1 and one.list == items[0].list for one in items)
    return same and _is_alone(view, items) and all(_is_plain(view, one) for one in items)


def _is_alone(view: View, blocks: Sequence[Block]) -> bool:
    """Whether blocks are all that stands in their top-level block."""
    tops = {one.top for one in blocks}
    return len(tops) == 1 and [one for one in view.blocks if one.top in tops] == [*blocks]


def _is_plain(view: View, block: Block) -> bool:
    """Whether an item's line is a list's mark and plain words: no emphasis, no box to tick."""
    start, end = block.at(0), block.at(len(block.text) - 1) + 1
    mark = view.text[view.text.rfind("\n", 0, start) + 1 : start]
    written = view.text[start:end]
    return written == block.text and bool(_ITEM.fullmatch(mark)) and not re.search(r"[\\`*_\[\]<>\n]", written)


def _words(several: Iterable[Words]) -> list[str]:
    return [word for one in several for word in _WORD.findall(one.text)]


def _number(view: View, block: Block) -> str:
    line = view.text.rfind("\n", 0, block.at(0)) + 1
    return view.text[line : block.at(0)].strip()
