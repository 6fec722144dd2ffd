"""Skeleton: a write-up to fill in, begun from the programme that the conference published."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from eventnotes.conversion import write
from eventnotes.diagnostic import InvalidWriteUp, quoted
from eventnotes.document import load
from eventnotes.formats._plain_text import plain_line
from eventnotes.model import Event, Session, Speaker, WriteUp
from eventnotes.when import When

_KEPT = frozenset(("id", "title", "kind", "start", "end", "room", "track", "speakers", "moderators", "language"))
_OWN_IDS = ("guid", "code", "id")
_MARKS = ("slug", *_OWN_IDS)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_INTRODUCTION = """\
<!-- Why you went, and what it was like. Nothing in a comment such as this one is
data: write over it, or leave it. -->"""
_PLACE = """\
<!-- What was said, in your own words. Move what you use below this comment:

> The words of a speaker.
>
> — {name}

**Lesson{whose}:** What you learned.
-->"""
_LESSONS = """\
## What I took home

<!-- A list below this heading is read as lessons:

- What you would tell a colleague, in one sentence.
  - [ ] What you will do about it (owner: Full Name, due: 2024-06-01)
-->"""


def begin(programme: Event, ids: Sequence[str] = (), **changes: Any) -> str:
    """A write-up in Markdown: the sessions of a programme, and below each a place for notes, quotes and lessons.

    Announcements, biographies and what `extra` holds stay in the programme; of the conference's own ids each session
    keeps one, so that a calendar made of the write-up names it as the conference does.

    Args:
        programme: the event as it was announced.
        ids: which sessions, by an id of theirs or their title; all where none is given.
        changes: fields of Event that are known better.

    Raises:
        ValueError: for an id that no session has, or a change that does not fit the model; it says what to do.
    """
    known = _checked({"name": programme.name, **changes})
    names = {one.id: one.name for one in programme.speakers}
    sessions = [_session(one, names) for one in _chosen(programme, ids)]
    speaking = {who for one in sessions for who in (*one.speakers, *one.moderators)}
    facts = {key: getattr(programme, key) for key in ("name", "start", "end", "timezone", "venue", "online", "website")}
    event = Event(
        **{**facts, **known},
        speakers=tuple(Speaker(id=one.id, name=one.name) for one in programme.speakers if one.id in speaking),
        sessions=tuple(sessions),
        notes="\n\n".join(_story(sessions, programme)),
        write_up=WriteUp(title=known["name"]),
    )
    return write(event, "markdown").decode()


def _checked(changes: dict[str, Any]) -> dict[str, Any]:
    """The changes as an event holds them."""
    try:
        event = load(text=json.dumps(changes), format="json")
    except InvalidWriteUp as error:
        found = error.diagnostics[0]
        raise ValueError("; ".join(filter(None, (found.message, found.help)))) from None
    return {key: getattr(event, key) for key in changes}


def _chosen(programme: Event, ids: Sequence[str]) -> Iterable[Session]:
    """The sessions with these ids or titles, in the order of the programme."""
    found: dict[str, list[Session]] = {}
    for one in programme.sessions:
        marks = {str(one.id), *(str(one.extra[key]) for key in _MARKS if key in one.extra)}
        for mark in (*marks, plain_line(one.title) if one.title else ""):
            found.setdefault(mark.casefold(), []).append(one)
    for wished in ids:
        if wished.casefold() not in found:
            near = get_close_matches(wished.casefold(), found, 1)
            advice = f"did you mean {quoted(near[0])}?" if near else "convert --to json shows the ids"
            raise ValueError(f"no session has the id or title {quoted(wished)}; {advice}")
    wanted = {one.id for wished in ids for one in found[wished.casefold()]}
    return [one for one in programme.sessions if one.id in wanted or not ids]


def _session(session: Session, names: Mapping[str | None, str]) -> Session:
    known = {key: getattr(session, key) for key in session.model_fields_set & _KEPT}
    own = next(((key, str(session.extra[key])) for key in _OWN_IDS if session.extra.get(key)), None)
    page = tuple(one for one in session.links[:1] if one.rel is None)
    name = next((names[one] for one in (*session.speakers, *session.moderators) if one in names), "")
    told = name if name and not any(mark in name for mark in ("--", "<", ">")) else ""
    place = _PLACE.format(name=told or "Full Name", whose=f" ({told})" if told else "")
    return Session(**known, links=page, notes=place, extra=dict([own]) if own else {})


def _story(sessions: Sequence[Session], programme: Event) -> Iterator[str]:
    """The narrative around the sessions: a heading for each day, if there are several."""
    yield _INTRODUCTION
    days = [(day, list(group)) for day, group in groupby(sessions, lambda one: _day(one.start, programme))]
    marks = "###" if len(days) > 1 else "##"
    for day, group in days:
        if len(days) > 1:
            yield f"## {day}"
        for one in group:
            yield f"{marks} <!-- session: {one.id} -->"
    yield _LESSONS


def _day(start: When | None, programme: Event) -> str:
    """The heading of a day, which gives its date to the times below it."""
    dated = start.at(programme) if start is not None else None
    if dated is None or dated[0] == "T" or len(dated) < 10:
        return "Without a date"
    date = When(dated[:10]).earliest
    return f"{_WEEKDAYS[date.weekday()]} {date.day} {_MONTHS[date.month - 1]} {date.year}"
