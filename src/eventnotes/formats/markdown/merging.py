"""Merging: what changed between two tellings of an event, carried over to a body in its author's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Any

from eventnotes.formats.markdown.labels import FOLDED, Label
from eventnotes.formats.markdown.telling import Key, Telling

Merge = Callable[[str, str, str], str]
Spans = dict[Key, tuple[int, int]]

Meaning = tuple[Any, int]
"""What a label says, and which of those that say it this one is."""
Labels = dict[Meaning, str]

_label = re.compile(
    r"^(?:[-*+][ \t]+)?(?:\*\*(?P<bold>[^*:\n]+)(?::\*\*|\*\*:)|(?P<plain>[A-Za-z][A-Za-z ()]{0,30}?):(?=[ \t]))",
    re.MULTILINE,
).finditer


class BodyMerge:
    """The merging of a body: items as they are known by id, and what stands between them.

    Args:
        own: the body that was read.
        spans: where its items stand; of a session, its heading and labels.
        old: a telling of the event that was read.
        new: a telling of the event that it is to say.
        merge: what carries the change from the second text to the third over to the first.
    """

    def __init__(self, own: str, spans: Spans, old: Telling, new: Telling, merge: Merge) -> None:
        self.own, self.old, self.new = own, old.text, new.text
        self.own_spans, self.old_spans, self.new_spans = spans, old.items, new.items
        self.merge = merge
        self.items = {key: self._item(key) for key in self.new_spans}

    def _item(self, key: Key) -> str:
        new = _cut(self.new, self.new_spans[key])
        if key not in self.own_spans or key not in self.old_spans:
            return new
        merge = self._head if key[0] == "session" else self.merge
        return merge(_cut(self.own, self.own_spans[key]), _cut(self.old, self.old_spans[key]), new)

    def _head(self, own: str, old: str, new: str) -> str:
        return own if old == new else _merged_head(own, old, new, self.merge)

    def text(self) -> str:
        """The merged body."""
        pieces = []
        own = old = new = 0
        for key in [*self._anchors(), None]:
            ends = [
                spans[key][0] if key is not None else len(data)
                for spans, data in ((self.own_spans, self.own), (self.old_spans, self.old), (self.new_spans, self.new))
            ]
            between = (
                self._without(self.own, self.own_spans, own, ends[0]),
                self._without(self.old, self.old_spans, old, ends[1]),
                self._within(new, ends[2]),
            )
            pieces.append(self.merge(*between))
            if key is not None:
                pieces.append(self.items[key])
                own, old, new = self.own_spans[key][1], self.old_spans[key][1], self.new_spans[key][1]
        return "".join(pieces)

    def _anchors(self) -> list[Key]:
        """The items that stand in all three texts in the same order."""
        known = sorted((key for key in self.own_spans if key in self.old_spans), key=lambda key: self.own_spans[key])
        before, after = [key for key in self.old_spans if key in known], [*self.new_spans]
        for one in (before, after):
            blocks = SequenceMatcher(None, known, one, autojunk=False).get_matching_blocks()
            known = [key for block in blocks for key in known[block.a : block.a + block.size]]
        return known

    def _without(self, text: str, spans: Spans, start: int, end: int) -> str:
        """What stands between two places, without the items there and the white space after each."""
        pieces = []
        for first, last in sorted(span for span in spans.values() if start <= span[0] and span[1] <= end):
            pieces.append(text[start:first])
            start = last + len(text[last:end]) - len(text[last:end].lstrip(" \t\n"))
        return "".join([*pieces, text[start:end]])

    def _within(self, start: int, end: int) -> str:
        """What stands between two places of the new text, with the items there as they are known."""
        pieces = []
        for key, (first, last) in self.new_spans.items():
            if start <= first and last <= end:
                pieces += [self.new[start:first], self.items[key]]
                start = last
        return "".join([*pieces, self.new[start:end]])


def _cut(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def _merged_head(own: str, old: str, new: str, merge: Merge) -> str:
    """A heading with its labels, each changed, added or removed by itself, in the form that its labels have."""
    parts = [_labels(text) for text in (own, old, new)]
    if any(one is None for one in parts):
        return merge(own, old, new)
    (top, mine), (old_top, before), (new_top, after) = [one for one in parts if one is not None]
    found = {key: text for key, text in mine.items() if key in after or key not in before}
    before, after = ({key: _styled(text, mine) for key, text in one.items()} for one in (before, after))
    order = [*after]
    for place, key in enumerate(order):
        if key in found:
            found[key] = merge(found[key], before.get(key, ""), after[key]) if key in before else after[key]
        elif key not in before or before[key] != after[key]:
            found = _with_label(found, [one for one in order[:place] if one in found], key, after[key])
    return merge(top, old_top, new_top) + "".join(_spaced(found, mine, own[len(top) :]))


def _spaced(labels: Labels, own: Labels, text: str) -> Iterator[str]:
    """The labels with what stood between them, line breaks and their marks; a new one gets what most have."""
    matches = [match for match in _label(text) if match["bold"] or _known(match["plain"])]
    gaps = {key: piece[len(piece.rstrip()) :] for key, piece in zip(own, _pieces(text, matches), strict=True)}
    gaps.popitem()
    usual = Counter(gaps.values()).most_common(1)[0][0] if gaps else "\n"
    last = [*labels][-1]
    for key, label in labels.items():
        yield label if key == last else label + gaps.get(key, usual)


def _with_label(labels: Labels, above: list[Meaning], key: Meaning, text: str) -> Labels:
    items = [*labels.items()]
    place = [*labels].index(above[-1]) + 1 if above else 0
    return dict([*items[:place], (key, text), *items[place:]])


def _styled(text: str, labels: Labels) -> str:
    """A label as the others are written: in a list, as a bold line, or plain."""
    first = next(iter(labels.values()))
    if first[:1] in "-*+" and first[1:2] in " \t":
        return first[0] + text[1:]
    bold = text.removeprefix("- ")
    return bold if first.startswith("**") else bold.replace("**", "", 2)


def _labels(head: str) -> tuple[str, Labels] | None:
    """What stands above the labels of a head, and each label by what it means; None where there are none."""
    matches = [match for match in _label(head) if match["bold"] or _known(match["plain"])]
    if not matches:
        return None
    found: Labels = {}
    for match, text in zip(matches, _pieces(head, matches), strict=True):
        known = _known(match["bold"] or match["plain"])
        meaning = (known.field, known.rel) if known is not None else match["bold"]
        number = sum(1 for one, _ in found if one == meaning)
        found[meaning, number] = text.rstrip()
    return head[: matches[0].start()], found


def _pieces(head: str, matches: list[re.Match[str]]) -> Iterator[str]:
    for match, end in zip(matches, [*(one.start() for one in matches[1:]), len(head)], strict=True):
        yield head[match.start() : end]


def _known(name: str) -> Label | None:
    return FOLDED.get(" ".join(name.lower().split()))
