"""Labels: `**Speaker:** Ana Lima` and its kin, the facts of a session as a reader of the post sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    "Moderator": Label("moderator", "moderators", qualifies=True),
    "Moderators": Label("moderators", "moderators", qualifies=True),
    "Moderator(s)": Label("moderators", "moderators", qualifies=True),
    "Chair": Label("moderator", "moderators", qualifies=True),
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

_BOLD = re.compile(r"\*\*(?P<label>[^*:\n]{1,60}?)(?::\*\*|\*\*:)[ \t]*(?P<value>.*)", re.DOTALL)
_PLAIN = re.compile(r"(?P<label>[A-Za-z][A-Za-z ()]{0,30}?):[ \t]+(?P<value>\S.*)")
_LINE_END = re.compile(r"(?:[ \t]*<br[ \t]*/?>|[ \t]{2,}|\\)[ \t]*$")


class Labelled(NamedTuple):
    """A label line: the label as written, its value, and where both stand in the text that was split."""

    label: str
    value: str
    start: int
    value_start: int

    @property
    def known(self) -> Label | None:
        """What the label means; None where no session has such a label."""
        return FOLDED.get(" ".join(self.label.lower().split()))


def bold_label(text: str) -> Labelled | None:
    """An item `**Label:** value`; its value folded to one line."""
    match = _BOLD.fullmatch(text.strip(" \t\n"))
    if match is None:
        return None
    start = len(text) - len(text.lstrip(" \t\n"))
    value = one_line(match["value"])
    return Labelled(match["label"].strip(), value, start, start + match.start("value"))


def label_lines(paragraph: str) -> list[Labelled] | None:
    """The label lines of a paragraph, bold or plain; None if a line of it is none or its label is not known."""
    found = []
    for start, line in _lines(paragraph):
        match = _BOLD.fullmatch(line) or _PLAIN.fullmatch(line)
        if match is None:
            return None
        indent = len(paragraph[start:]) - len(paragraph[start:].lstrip(" \t"))
        offset = start + indent
        labelled = Labelled(match["label"].strip(), match["value"].strip(), offset, offset + match.start("value"))
        if labelled.known is None:
            return None
        found.append(labelled)
    return found


def _lines(paragraph: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in paragraph.split("\n"):
        if line.strip():
            yield start, _LINE_END.sub("", line).strip(" \t")
        start += len(line) + 1


def one_line(text: str) -> str:
    """Inline text that was wrapped, on one line; hard breaks become spaces."""
    if "\n" not in text:
        return text.strip(" \t")
    return " ".join(piece for piece in (_LINE_END.sub("", line).strip(" \t") for line in text.split("\n")) if piece)
