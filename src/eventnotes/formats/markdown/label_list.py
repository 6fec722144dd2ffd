"""Label list: the labels of a session as they are written, `- **Label:** value`, one an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from eventnotes.formats._people import speaker_names
from eventnotes.formats.markdown.body import Body
from eventnotes.formats.markdown.days import time_label, times
from eventnotes.formats.markdown.labels import LABELS, Labelled
from eventnotes.formats.markdown.sessions import LabelBlock, label_block
from eventnotes.source import Edit, Span

_BLANK = " \t\n"
_CLOCKS = re.compile(r"[0-9 \t:.,–—-]+(?:(?:to|until)[0-9 \t:.]+)?", re.IGNORECASE)
"""Times of 24 hours without a zone; others stay as the author has them."""
_SAY_MORE = ("Panel", "Chair")
_CONTINUATION = re.compile(r"\n[ \t]*")


def label_list(body: Body, at: int) -> Iterator[Edit]:
    """The edit that makes one list of a session's labels, a blank line around it; none where they are written so.

    Args:
        body: the body that was read.
        at: the block that begins the session.

    Yields:
        At most one edit, whose range is one of the body.
    """
    first = at + (body.found[at].kind == "heading")
    first += body.id_at(first) is not None
    labels = label_block(body.text, body.found, first)
    if labels is None or _is_parted(body, first, labels):
        return
    start, end = _lines(body.text, body.found[first].start, body.found[labels.after - 1].end)
    marker = "*" if _is_dashed_list(body, labels.after) else "-"
    text = "\n".join(f"{marker} **{_name(one)}:** {_value(body.text, one)}".rstrip(" ") for one in labels.labels)
    if start and _line(body.text, body.text.rfind("\n", 0, start - 1) + 1):
        text = "\n" + text
    if _line(body.text, end + 1):
        text += "\n"
    if text != body.text[start:end]:
        yield Edit(Span(start, end), text)


def _is_parted(body: Body, first: int, labels: LabelBlock) -> bool:
    """Whether something that is no block, a link's definition, stands between the paragraphs of the labels."""
    pairs = pairwise(body.found[first : labels.after])
    return any(body.text[one.end : other.start].strip(_BLANK) for one, other in pairs)


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """A range from the beginning of its first line to the end of its last line that is not blank."""
    line = text.rfind("\n", 0, start) + 1
    start = start if text[line:start].strip(_BLANK) else line
    end = start + len(text[start:end].rstrip(_BLANK))
    after = text.find("\n", end)
    return start, len(text) if after < 0 else after


def _line(text: str, start: int) -> str:
    """What a line holds, without white space around it."""
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end].strip(_BLANK)


def _is_dashed_list(body: Body, at: int) -> bool:
    """Whether a block is a list that one of dashes above it would run into."""
    if at >= len(body.found) or body.found[at].kind != "list":
        return False
    return body.text[body.found[at].start : body.found[at].end].lstrip(_BLANK)[:1] == "-"


def _name(label: Labelled) -> str:
    """The first name in the table of labels that means the same; an unknown label, and a word that says more, stay."""
    if label.known is None:
        return label.label
    own = next(name for name in LABELS if name.lower() == " ".join(label.label.lower().split()))
    name = own if own.startswith(_SAY_MORE) else next(name for name, known in LABELS.items() if known == label.known)
    if own.endswith("(s)"):
        one = name.removesuffix("(s)").removesuffix("s")
        return one if len(speaker_names(label.value)) < 2 else f"{one}s"
    return name


def _value(text: str, label: Labelled) -> str:
    if label.known is not None and label.known.meaning == "time" and _CLOCKS.fullmatch(label.value):
        found = times(label.value, None)
        spelled = time_label(*found, None) if found is not None else None
        if spelled is not None:
            return spelled
    return _CONTINUATION.sub("\n  ", text[slice(*label.place)].strip(" \t"))
