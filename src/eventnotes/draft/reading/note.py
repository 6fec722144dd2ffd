"""Note: the notes of one talk among others: its heading, what its front matter says as labels, its body."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from eventnotes.characters import is_url
from eventnotes.diagnostic import printable
from eventnotes.draft.reading.header import Header, header_of, pairs
from eventnotes.draft.reading.soundness import Fault
from eventnotes.draft.reading.source import lines_between
from eventnotes.formats.markdown.dates import known_date
from eventnotes.formats.markdown.days import time_label
from eventnotes.formats.markdown.labels import Label, meaning

_HEADING = re.compile(r"\s*#{1,6}[ \t]+(?P<words>[^\n]*)(?:\n|\Z)")
_ALSO = {"start": "time", "description": "abstract", "summary": "abstract", "lang": "language"}
"""Keys of front matter that are called otherwise as labels."""
_WORD = re.compile(r"\w+")
_TITLED = re.compile(r"\s*[\w\"'“*_][^\n]{1,100}(?<![.:;,!?…\s])[ \t]*(?:\n(?:=+|-+|)[ \t]*(?:\n|\Z)|\Z)")
"""What begins with a line that may be a title: underlined, or alone."""
_NUMBERED = re.compile(r"(?:\d{4}-\d\d-\d\d|0\d+)[\s._-]+(?=\w)")


class Piece(NamedTuple):
    """A part of what becomes of a file, and the file's line in which it begins."""

    text: str
    line: int


def introduction(text: str) -> list[Piece]:
    """A file that tells of an event, as it is, with its front matter; nothing where it is empty."""
    return [Piece(text.rstrip("\n") + "\n\n", 1)] if text.strip() else []


def note_of(text: str, talk: str = "") -> tuple[list[Piece], list[Fault]]:
    """The notes of a talk, and what of their front matter is not among them.

    Args:
        text: the file.
        talk: of a talk's, the name of the file, which is its heading where it has none; labels may say what a session
            has. Of others, all front matter but the title is cut.
    """
    header = header_of(text)
    lines = {key: text.count("\n", 0, match.start()) + 1 for key, match in reversed([*pairs(text, 0, header.body)])}
    title = str(header.write_up.get("title") or "")
    body = text[header.body :].strip("\n")
    line = text.count("\n", 0, text.find(body, header.body)) + 1
    heading = _HEADING.match(body)
    if talk and body and not (title or heading or _TITLED.match(body)):
        title = _called(talk)
    labels = [*_labels(header.raw, _unclosed(heading["words"]) if heading else title)] if talk else []
    pieces = [Piece(f"# {title}\n\n", lines.get("title", 1))] if title and heading is None else []
    if heading is not None and labels:
        pieces.append(Piece(f"{heading[0].rstrip()}\n\n", line))
        rest = body[heading.end() :].lstrip("\n")
        line += body.count("\n", 0, len(body) - len(rest))
        body = rest
    pieces += [Piece(f"- **{name}:** {value}\n", lines.get(key, 1)) for key, name, value in labels]
    if labels:
        pieces.append(Piece("\n", line))
    if body:
        pieces.append(Piece(f"{body}\n\n", line))
    taken = {key for key, _, _ in labels}
    if heading is None or _WORD.findall(heading["words"]) == _WORD.findall(title):
        taken.add("title")
    return pieces, [*_cut(text, header, taken)]


def _called(name: str) -> str:
    """The words of a file's name, without the number or date before them."""
    words = os.path.splitext(name)[0].strip()
    numbered = _NUMBERED.match(words)
    words = words[numbered.end() :] if numbered else words
    words = words if " " in words else re.sub(r"[-_]+", " ", words).strip() or words
    return words[:1].upper() + words[1:]


def _unclosed(words: str) -> str:
    """The words of a heading, without the marks that may close it."""
    words = words.strip()
    before = words.rstrip("#")
    return before.rstrip() if before.endswith((" ", "\t")) else words


def _labels(raw: dict[str, Any], title: str) -> Iterator[tuple[str, str, str]]:
    """What front matter says of a talk: keys, and the labels that say it; one that makes it a session is among them."""
    found = []
    for key, value in raw.items():
        name = str(key).lower().replace("_", " ").replace("-", " ")
        name = _ALSO.get(name, name)
        label = meaning(name)
        said = _said(value, label) if label is not None else None
        if label is not None and said and key != "title":
            is_many = label.meaning in ("person", "moderator") and isinstance(value, list) and len(value) > 1
            found.append((key, f"{name.capitalize()}{'s' if is_many else ''}", said, label))
    if found and title and not any(label.qualifies for *_, label in found):
        yield "title", "Session", title
    yield from ((key, name, said) for key, name, said, _ in found)


def _said(value: Any, label: Label) -> str | None:
    """A value of front matter as that of a label; None where it is none."""
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(one, str) for one in values):
        return None
    words = [" ".join(one.split()) for one in values]
    if label.meaning == "time":
        day = known_date(words[0])
        return (time_label(day, None, None) if day else words[0]) if len(words) == 1 else None
    if label.meaning == "link":
        return f"<{words[0]}>" if len(words) == 1 and is_url(words[0]) else None
    if label.meaning in ("line", "text", "title") and len(words) > 1:
        return None
    return ", ".join(words)


def _cut(text: str, header: Header, taken: Collection[str]) -> Iterator[Fault]:
    """What front matter says that no label has."""
    first, last = lines_between(text, 0, header.body)
    if header.faults and not header.raw:
        yield from header.faults
        yield Fault("cut", "front-matter", first, last)
    elif left := [str(key) for key in header.raw if key not in taken]:
        said = f"front-matter: {', '.join(map(printable, left))}; draft the note by itself to keep that"
        yield Fault("cut", said, first, last)
