"""Merging: what changed between two texts or data, carried over to a third that says the first in its own way."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

_tokens = re.compile(r"\w+|\s+|[^\w\s]").findall
_LONGEST = 4_000


def merged_text(own: str, old: str, new: str) -> str:
    """The text `own`, which says `old` in its own wrapping and marks, changed as `old` was changed into `new`.

    Where its words cannot be told to be those of `old`, it is `new`.
    """
    if old == new:
        return own
    if own == old or len(own) > _LONGEST or len(old) > _LONGEST or len(new) > _LONGEST:
        return new
    mine, before, after = (_tokens(text) for text in (own, old, new))
    places = _matches([*map(_fold, before)], [*map(_fold, mine)])
    starts = [0]
    for token in mine:
        starts.append(starts[-1] + len(token))
    pieces, position = [], 0
    changes = SequenceMatcher(None, [*map(_fold, before)], [*map(_fold, after)], autojunk=False).get_opcodes()
    for kind, first, last, start, end in changes:
        if kind == "equal":
            continue
        span = _span(places, first, last, len(before), len(mine))
        if span is None or starts[span[0]] < position:
            return new
        pieces += [own[position : starts[span[0]]], *after[start:end]]
        position = starts[span[1]]
    return "".join([*pieces, own[position:]])


def _fold(token: str) -> str:
    """A token as it is compared: one line break is a space."""
    return token if token.strip() else "\n\n" if token.count("\n") > 1 else " "


def _matches(before: list[str], mine: list[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, before, mine, autojunk=False).get_matching_blocks()
    return {block.a + place: block.b + place for block in blocks for place in range(block.size)}


def _span(places: dict[int, int], first: int, last: int, size: int, mine: int) -> tuple[int, int] | None:
    """Where the tokens first to last of the old text stand in the own one; None where that cannot be told."""
    start = places[first] if first in places and last > first else places.get(first - 1, -1 if first == 0 else -2) + 1
    if last == first and first and first - 1 not in places:
        start = places.get(first, -1)
    if start < 0:
        return None
    if last == first:
        return start, start
    if last - 1 in places:
        return start, places[last - 1] + 1
    end = mine if last == size else places.get(last, -1)
    return (start, end) if end >= start else None


def merged_data(own: Any, old: Any, new: Any) -> Any:
    """The data `own`, which says `old` in its own forms, changed as `old` was changed into `new`."""
    if repr(old) == repr(new):
        return own
    if isinstance(own, dict) and isinstance(old, dict) and isinstance(new, dict):
        return _merged_mapping(own, old, new)
    if isinstance(own, list) and isinstance(old, list) and isinstance(new, list) and len(own) == len(old):
        return _merged_list(own, old, new)
    return new


def _merged_mapping(own: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    found = {key: value for key, value in own.items() if key in new or key not in old}
    order = [*new]
    for place, key in enumerate(order):
        if key in own:
            found[key] = merged_data(own[key], old[key], new[key]) if key in old else new[key]
        elif key not in old or repr(old[key]) != repr(new[key]):
            found = _with_after(found, [one for one in order[:place] if one in found], key, new[key])
    return found


def _with_after(data: dict[str, Any], before: list[str], key: str, value: Any) -> dict[str, Any]:
    """A mapping with one more key, after the last of those that stand before it."""
    items = [*data.items()]
    place = [*data].index(before[-1]) + 1 if before else 0
    return dict([*items[:place], (key, value), *items[place:]])


def _merged_list(own: list[Any], old: list[Any], new: list[Any]) -> list[Any]:
    matcher = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new], autojunk=False)
    found: list[Any] = []
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            found += own[start:end]
        elif kind == "replace" and end - start == last - first:
            found += [
                merged_data(*three) for three in zip(own[start:end], old[start:end], new[first:last], strict=True)
            ]
        else:
            found += new[first:last]
    return found
