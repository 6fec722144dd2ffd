"""Labels: `**Speaker:** Ana Lima` and its kin, the facts of a session as a reader of the post sees them."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Meaning = Literal["title", "person", "people", "moderator", "moderators", "time", "line", "tags", "link", "text"]


class Label(NamedTuple):
    """What a label's value means, the field of Session it fills, and whether it alone makes a heading a session."""

    meaning: Meaning
    field: str
    qualifies: bool = False
    rel: str | None = None


# Reader and writer share this table; of several labels for one field the first is the one written.
LABELS: dict[str, Label] = {
    "Session": Label("title", "title", qualifies=True),
    "Kind": Label("line", "kind", qualifies=True),
    "Speaker": Label("person", "speakers", qualifies=True),
    "Speakers": Label("people", "speakers", qualifies=True),
    "Speaker(s)": Label("people", "speakers", qualifies=True),
    "Presenter": Label("person", "speakers", qualifies=True),
    "Presenters": Label("people", "speakers", qualifies=True),
    "Presenter(s)": Label("people", "speakers", qualifies=True),
    "Panelist": Label("person", "speakers", qualifies=True),
    "Panelists": Label("people", "speakers", qualifies=True),
    "Panelist(s)": Label("people", "speakers", qualifies=True),
    "Panellist": Label("person", "speakers", qualifies=True),
    "Panellists": Label("people", "speakers", qualifies=True),
    "Panellist(s)": Label("people", "speakers", qualifies=True),
    "Moderator": Label("moderator", "moderators", qualifies=True),
    "Moderators": Label("moderators", "moderators", qualifies=True),
    "Moderator(s)": Label("moderators", "moderators", qualifies=True),
    "Chair": Label("moderator", "moderators", qualifies=True),
    "Chair(s)": Label("moderators", "moderators", qualifies=True),
    "Chairs": Label("moderators", "moderators", qualifies=True),
    "Time": Label("time", "start"),
    "Room": Label("line", "room"),
    "Track": Label("line", "track"),
    "Language": Label("line", "language"),
    "Tags": Label("tags", "tags"),
    "Slides": Label("link", "links", rel="slides"),
    "Recording": Label("link", "links", rel="recording"),
    "Video": Label("link", "links", rel="recording"),
    "Transcript": Label("link", "links", rel="transcript"),
    "Code": Label("link", "links", rel="code"),
    "Paper": Label("link", "links", rel="paper"),
    "Link": Label("link", "links"),
    "Abstract": Label("text", "abstract"),
}
FOLDED = {name.lower(): label for name, label in LABELS.items()}

_BOLD = r"\*\*(?P<label>[^*:\n]{1,60}?)(?::\*\*|\*\*:)[ \t]*"
_item = re.compile(
    r"(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?P<bold>(?=\*))" + _BOLD + r"(?P<value>.*)", re.DOTALL | re.ASCII
).fullmatch
_line = re.compile(
    r"[ \t]*(?:" + _BOLD + r"(?P<value>[^\n]*)|(?P<plain>[A-Za-z][A-Za-z ()]{0,30}?):[ \t]+(?P<text>\S[^\n]*))",
    re.ASCII,
).fullmatch
_inner_block = re.compile(r"\n[ \t]*(?:[-*+>#`~|]|[0-9]+[.)]|\n)").search
_wrapped = re.compile(_BOLD + r"(?P<value>.*)", re.DOTALL | re.ASCII).fullmatch
_hard_break = re.compile(r"(?<![ \t])[ \t]*+(?:(?:<br[ \t]*+/?>|\\)[ \t]*+)?\Z")

_MAY_BREAK = (" ", "\t", "\\", ">")


class Labelled(NamedTuple):
    """A label in a body: as written, its value on one line, what it means, and its range and the value's."""

    label: str
    value: str
    known: Label | None
    """None where no session has such a label."""
    start: int
    place: tuple[int, int]


def label_item(text: str, start: int, end: int) -> Labelled | None:
    """A list item `- **Label:** value`."""
    match = _item(text, start, end)
    if match is None:
        return None
    value = match["value"].rstrip(" \t\n")
    if "\n" in value and _inner_block(value):
        return None
    label, at = match["label"], match.start("value")
    place = (at, at + len(value))
    return Labelled(label.strip(), one_line(value), meaning(label), match.start("bold"), place)


def label_lines(text: str, start: int, end: int) -> list[Labelled] | None:
    """The label lines of a paragraph, bold or plain; None if a line of it is none or its label is not known."""
    found: list[Labelled] = []
    first = start
    while start < end:
        line_end = text.find("\n", start, end)
        stop = end if line_end < 0 else line_end
        match = _line(text, start, stop)
        if match is not None:
            group, field = ("plain", "text") if match["label"] is None else ("label", "value")
            label = match[group]
            known = meaning(label)
            if known is None:
                return None
            value, at = _unbroken(match[field]), match.start(field)
            place = (at, at + len(value))
            found.append(Labelled(label.strip(), value, known, match.start(group), place))
        elif text[start:stop].strip():
            return _wrapped_label(text, first, end) if len(found) == 1 else None
        start = stop + 1
    return found


def _wrapped_label(text: str, start: int, end: int) -> list[Labelled] | None:
    """A paragraph that is one bold label whose value was wrapped."""
    match = _wrapped(text, start, end)
    if match is None:
        return None
    label, value, at = match["label"], match["value"].rstrip(" \t\n"), match.start("value")
    known = meaning(label)
    if known is None or "**" in value or "  \n" in value or "\\\n" in value:
        return None
    return [Labelled(label.strip(), one_line(value), known, start, (at, at + len(value)))]


def meaning(label: str) -> Label | None:
    """What a label means; case and white space do not count."""
    return LABELS.get(label) or FOLDED.get(" ".join(label.lower().split()))


def one_line(text: str) -> str:
    """Inline text that was wrapped, on one line; hard breaks become spaces."""
    if "\n" not in text:
        return text.strip(" \t")
    pieces = [_unbroken(line).strip(" \t") for line in text.split("\n")]
    return " ".join([one for one in pieces if one])


def _unbroken(line: str) -> str:
    """A line without the hard break and the white space at its end."""
    return _hard_break.sub("", line) if line[-1:] in _MAY_BREAK else line
