"""Ids: slugs derived from what an item says, unique within its class."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

# Letters that Unicode does not decompose (UAX 15) and that Latin alphabets write this way in ASCII.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
_words = re.compile(r"[a-z0-9]+").findall
_typographic = re.compile("[\\x00-\\x7f‘“”–—…]*").fullmatch  # what is not ASCII parts words
_GAP = r"\x00-&(-/:-@[\\^-`{-\x7f‘“”–—…"  # what parts words and is no part of a link's target
_five_plain_words = re.compile(rf"[{_GAP}]*+" + rf"[{_GAP}]++".join(["([A-Za-z0-9]++)"] * 5) + rf"(?=[{_GAP}])").match
_marked_ascii = re.compile("[\\x00-\\x7f\u0300-\u034e\u0350-\u036f]*").fullmatch
_not_ascii = re.compile("[^\\x00-\\x7f]+")
_link_targets = re.compile(r"\]\([^)]*\)")
_LONGEST = 80
_OF_FIVE_WORDS = {"quote": 5, "lesson": 5}
_LONGEST_TEXT = 400  # NFKD is superlinear in runs of combining marks


def words(text: str) -> tuple[str, ...]:
    """The words of a text in ASCII letters and digits, lower case, accents and Markdown link targets removed."""
    return _words_of(text[:_LONGEST_TEXT])


@lru_cache(maxsize=256)  # the name of a speaker is asked for by ids, by rules, and for its namesakes
def _words_of(text: str) -> tuple[str, ...]:
    if "](" in text:
        text = _link_targets.sub(" ", text)
    text = text.lower().replace("'", "")
    if text.isascii():
        return tuple(_words(text))
    text = text.replace("’", "")
    if not _typographic(text):
        decomposed = unicodedata.normalize("NFKD", text)
        if _marked_ascii(decomposed):
            text = decomposed.encode("ascii", "ignore").decode().lower()
        else:
            text = _not_ascii.sub(_without_marks, unicodedata.normalize("NFKD", text.translate(_LETTERS))).lower()
    return tuple(_words(text))


def _without_marks(match: re.Match[str]) -> str:
    return "".join([one for one in match.group() if not unicodedata.combining(one)])


def slug(kind: str, text: str) -> str:
    """The id that `text` gives alone: `[a-z][a-z0-9-]*`, of a quote's or lesson's first five words, else of all."""
    plain = _five_plain_words(text, 0, _LONGEST_TEXT) if kind in _OF_FIVE_WORDS else None
    joined = "-".join(plain.groups() if plain is not None else words(text)[: _OF_FIVE_WORDS.get(kind)]).lower()
    if len(joined) > _LONGEST:
        joined = joined[:_LONGEST].rpartition("-")[0] or joined[:_LONGEST]
    if not joined:
        return f"{kind}-{_short_hash(text)}"
    return joined if joined[0] > "9" else f"{kind}-{joined}"


def derive(kind: str, items: Sequence[tuple[str | None, str]]) -> list[str]:
    """The id of each item of a class: the given one, else derived from its text.

    Where derived ids would equal each other or a given one, each gets a short hash of its own text, and equal texts
    count up in order; so adding an item does not rename the others.

    Args:
        kind: `speaker`, `session`, `quote`, `lesson` or `framework`.
        items: the id (or None) and the text of each, in order.
    """
    wished = [given or slug(kind, text) for given, text in items]
    if len(set(wished)) == len(wished):
        return wished
    counts = Counter(wished)
    taken = {one for one, (given, _) in zip(wished, items, strict=True) if given or counts[one] == 1}
    numbers: Counter[str] = Counter()
    for place, (given, text) in enumerate(items):
        if given or counts[wished[place]] == 1:
            continue
        base = f"{wished[place]}-{_short_hash(text)}"
        numbers[base] += 1
        while (candidate := base if numbers[base] == 1 else f"{base}-{numbers[base]}") in taken:
            numbers[base] += 1
        taken.add(candidate)
        wished[place] = candidate
    return wished


def _short_hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
