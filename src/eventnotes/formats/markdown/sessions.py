"""Sessions: headings and the labels below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from eventnotes.characters import is_url
from eventnotes.diagnostic import quoted
from eventnotes.formats._people import URL, Person, speaker_line, speaker_names
from eventnotes.formats._shapes import Settling, person_data
from eventnotes.formats.markdown.attribution import split_id
from eventnotes.formats.markdown.blocks import Block
from eventnotes.formats.markdown.days import times
from eventnotes.formats.markdown.items import link_data
from eventnotes.formats.markdown.labels import FOLDED, Labelled, label_item, label_lines
from eventnotes.formats.markdown.mentions import Mentions, fold
from eventnotes.slips import slips
from eventnotes.source import Loc, Remedy

_LINK = re.compile(rf"\[(?P<title>[^\[\]]*)\]\({URL}\)|<(?P<auto>[^<>\s]+)>|(?P<bare>\S+)")
_LINKED = re.compile(r"\]\(|<[^<>\s]+>")
_DASH = re.compile(r"(?<![ \t])[ \t]++(?:—|–|-)[ \t]+")
_ONCE = ("title", "line", "time", "text")
"""Meanings of which a session has one."""
_LONGEST = 1_000  # characters of a heading in which names are looked for

Places = dict[tuple[str | int, ...], tuple[int, int]]


@dataclass(slots=True)
class LabelBlock:
    """The labels of a session, and the number of the first block after them."""

    labels: list[Labelled]
    after: int

    @property
    def qualifies(self) -> bool:
        """Whether one of the labels alone makes what is above it a session."""
        return any(label.known is not None and label.known.qualifies for label in self.labels)


def heading_text(source: str) -> str:
    """The inline text of a heading, ATX or setext, on one line."""
    source = source.strip(" \t\n")
    if "\n" in source:
        return " ".join(line.strip(" \t") for line in source.split("\n")[:-1])
    text = source.lstrip("#").lstrip(" \t")
    inside = text.rstrip("#")
    return inside.rstrip(" \t") if inside[-1:] in ("", " ", "\t") else text


def label_block(text: str, found: list[Block], at: int) -> LabelBlock | None:
    """The labels that begin with block `at`: one list, or a run of paragraphs."""
    if at >= len(found):
        return None
    block = found[at]
    if block.kind == "list":
        if text.find("**", block.start, block.start + 6) < 0:
            return None
        items = [label_item(text, start, end) for start, end in block.items]
        labels = [item for item in items if item is not None]
        return LabelBlock(labels, at + 1) if len(labels) == len(items) else None
    labels = []
    while at < len(found) and found[at].kind == "paragraph":
        block = found[at]
        may_be = text.startswith("**", block.start) or text.find(":", block.start, block.start + 40) > 0
        lines = label_lines(text, block.start, block.end) if may_be else None
        if lines is None:
            break
        labels += lines
        at += 1
    return LabelBlock(labels, at) if labels else None


class SessionLabels:
    """Reads a label block into data of Session; people are given as the speakers' data until ids are derived.

    Findings go to `settling` with ranges of the body as their places.
    """

    def __init__(self, source: str, mentions: Mentions, settling: Settling, day: str | None) -> None:
        self.source = source
        self.mentions = mentions
        self.settling = settling
        self.day = day
        self.data: dict[str, Any] = {}
        self.places: Places = {}

    def read(self, block: LabelBlock) -> None:
        """Fill `data` and `places` from every label."""
        for label in block.labels:
            known = label.known
            if known is None:
                self._keep(label)
            elif not label.value:
                continue
            elif known.field in self.data and known.meaning in _ONCE:
                self._refuse_second(label)
            else:
                self.places.setdefault((known.field,), label.place)
                self._fill(known.meaning, known.field, label, label.place, known.rel)
                filled = self.data.get(known.field)
                if isinstance(filled, list) and len(filled) > self.settling.limits.items:
                    return  # it is refused as a whole

    def _keep(self, label: Labelled) -> None:
        """Keep a label that no session has."""
        if label.value and label.label in self.data.get("extra", {}):
            self._refuse_second(label)
            return
        self._suspect(label)
        self.data.setdefault("extra", {})[label.label] = label.value
        self.places["extra", label.label] = label.place

    def _refuse_second(self, label: Labelled) -> None:
        place = (label.start, label.place[1])
        self._problem("given-twice", f"{label.label} is given twice", place, "keep one of the two")

    def _suspect(self, label: Labelled) -> None:
        near = slips(label.label, FOLDED)
        if near:
            name = near[0].capitalize()
            message = f"{quoted(label.label)} looks like the label {name}; it is kept in extra"
            place, help = (label.start, label.place[1]), f"write **{name}:**"
            changes: tuple[Loc, ...] = (("speakers",), ("sessions",), ("notes",))
            remedy = Remedy((name,), part=label.label, changes=changes, label=help) if len(near) == 1 else None
            self.settling.problem("unread-label", message, place, help, severity="warning", remedy=remedy)

    def _fill(self, meaning: str, field: str, label: Labelled, place: tuple[int, int], rel: str | None) -> None:
        value = label.value
        if meaning in ("person", "moderator"):
            text, own_id = split_id(value)
            person = speaker_line(text)
            person.id = own_id
            self._people(field, [(text, person)], place)
        elif meaning in ("people", "moderators"):
            self._people(field, speaker_names(value), place)
        elif meaning == "time":
            self._time(value, place)
        elif meaning == "tags":
            self.data.setdefault(field, []).extend(tag.strip() for tag in value.split(",") if tag.strip())
        elif meaning == "link":
            for link in _links(value, rel):
                self.places[(field, len(self.data.setdefault(field, [])))] = place
                self.data[field].append(link)
        else:
            self.data[field] = value

    def _people(self, field: str, people: list[tuple[str, Person]], place: tuple[int, int]) -> None:
        known = self.data.setdefault(field, [])
        for written, person in people:
            if not person.name:
                continue
            if person.unclear:
                person_data(person, place, self.settling)
            at = self._name_place(place, person.name, written)
            self.places[(field, len(known))] = at
            known.append(self.mentions.meet(person, at))

    def _time(self, value: str, place: tuple[int, int]) -> None:
        found = times(value, self.day)
        if found is None:
            help = "write it like 09:30–10:15 or 2017-10-05 09:30–10:15"
            self._problem("date", f"{quoted(value)} is not a time", place, help)
            return
        self.data["start"] = found[0]
        if found[1]:
            self.data["end"] = found[1]
            self.places[("end",)] = place

    def _problem(self, code: str, message: str, place: tuple[int, int], help: str) -> None:
        self.settling.problem(code, message, place, help)

    def _name_place(self, place: tuple[int, int], name: str, written: str) -> tuple[int, int]:
        first, last = (name, name) if name in written else (name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1])
        start = self.source.find(first, *place)
        end = self.source.find(last, max(start, place[0]), place[1])
        return (start, end + len(last)) if start >= 0 and end >= 0 else place


def _links(value: str, rel: str | None) -> Iterator[dict[str, str]]:
    if not _LINKED.search(value) and not all(is_url(one.rstrip(",;")) for one in value.split()):
        yield link_data(value, "", rel)
        return
    for match in _LINK.finditer(value):
        url = match["url"] or match["auto"] or match["bare"].rstrip(",;")
        if url:
            yield link_data(url, match["title"] or "", rel)


def title_and_names(heading: str, mentions: Mentions) -> tuple[str, list[Person]] | None:
    """A heading `Title — Name, Name` in which every name is listed: its title and those people, as named here."""
    if len(heading) > _LONGEST or (" — " not in heading and " – " not in heading and " - " not in heading):
        return None
    for match in list(_DASH.finditer(heading))[:-4:-1]:
        title, names = heading[: match.start()].strip(), heading[match.end() :]
        people = [person for _, person in speaker_names(names)]
        if title and people and all(mentions.find(person.name) is not None for person in people):
            return title, people
    return None


def is_just_names(heading: str, speakers: list[Any]) -> bool:
    """Whether a heading says no more than who speaks."""
    if len(heading) > _LONGEST:
        return False
    folded = fold(heading)
    names = {fold(one["name"]) for one in speakers if isinstance(one, dict)}
    if not any(name in folded for name in names):
        return False
    found = [fold(person.name) for _, person in speaker_names(heading)]
    return bool(found) and set(found) <= names
