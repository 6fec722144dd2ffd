"""Agenda: the sessions of an event by day and time, each leading to what is told of it."""

from __future__ import annotations

from html import escape
from itertools import groupby

from eventnotes.formats.html.story import title
from eventnotes.formats.html.words import Words
from eventnotes.model import Event, Session


def agenda(event: Event, words: Words) -> str:
    """The agenda; nothing where there are not two sessions of which a time is known."""
    timed: list[Session] = []
    untimed: list[Session] = []
    for one in event.sessions:
        (timed if one.start is not None and words.calendar.clock(one.start) else untimed).append(one)
    if len(timed) < 2:
        return ""
    timed.sort(key=lambda one: _order(one, words))
    days = [(day, list(found)) for day, found in groupby(timed, lambda one: words.calendar.day(one.start))]
    parts = []
    for day, sessions in days:
        if day and len(days) > 1:
            parts.append(f"<h3>{words.calendar.worded_day(day)}</h3>\n")
        parts.append(_listed(sessions, words))
    if untimed:
        parts.append(_listed(untimed, words))
    head = f'<h2 id="agenda">{words.label("Agenda")}</h2>\n'
    return f'<nav class="agenda" aria-labelledby="agenda">\n{head}{"".join(parts)}</nav>\n'


def _order(one: Session, words: Words) -> tuple[str, str]:
    assert one.start is not None
    at = one.start.at(words.event)
    instant = at.earliest.isoformat() if at[0] != "T" else str(at)
    return words.calendar.day(one.start), instant


def _listed(sessions: list[Session], words: Words) -> str:
    return f"<ol>\n{''.join(_entry(one, words) for one in sessions)}</ol>\n"


def _entry(one: Session, words: Words) -> str:
    who = words.names(one.speakers) if one.title else ""
    about = ", ".join(part for part in (who, escape(one.room or "")) if part)
    named = f'<a href="#session-{one.id}"{words.lang(one.language)}>{title(one, words, is_plain=True)}</a>'
    told = f"{named}{f' <span>{about}</span>' if about else ''}"
    return f'<li><span class="clock">{words.calendar.clocks(one.start, one.end)}</span> <span>{told}</span></li>\n'
