"""Descriptions: what an event or a session says, as plain text for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from eventnotes.formats._plain_text import QUOTATION_MARKS, plain, plain_line
from eventnotes.model import Event, Framework, Lesson, Link, Quote, Session, Speaker

People = Mapping[str, Speaker]


def of_event(event: Event, people: People, untimed: Iterable[Session]) -> str:
    """The event's summary, hosts and items, the sessions that stand nowhere else, and where all is told."""
    parts = [plain(event.summary or "")]
    hosts = ", ".join(one.name for one in event.organizers)
    parts.append(f"Organized by {hosts}" if hosts else "")
    parts += _items(event, people)
    listed = "\n".join(f"- {summary(one, people)}{_by(one, people)}{_from(one)}" for one in untimed)
    parts.append(f"Sessions without a day or a time:\n{listed}" if listed else "")
    post = event.write_up
    if post is not None and post.url:
        parts.append(f"Write-up: {f'{post.title}, ' if post.title else ''}{post.url}")
    return "\n\n".join(one for one in parts if one)


def of_session(session: Session, people: People) -> str:
    """Who spoke, what the programme announced, what was said, and the links."""
    facts = {
        "Speakers" if len(session.speakers) > 1 else "Speaker": _people(session.speakers, people),
        "Moderators" if len(session.moderators) > 1 else "Moderator": _people(session.moderators, people),
        "Kind": session.kind,
        "Track": session.track,
    }
    parts = ["\n".join(f"{label}: {value}" for label, value in facts.items() if value)]
    parts.append(plain(session.abstract or ""))
    parts += _items(session, people)
    parts.append("\n".join(_link(one) for one in session.links))
    return "\n\n".join(one for one in parts if one)


def summary(session: Session, people: People) -> str:
    """The session's title, or who spoke, or what it was."""
    return plain_line(session.title) if session.title else _names(session.speakers, people) or session.kind or "Session"


def _by(session: Session, people: People) -> str:
    names = _names(session.speakers, people)
    return f" ({names})" if names and session.title else ""


def _from(session: Session) -> str:
    """What is known of the time of a session: a time of day, or a day."""
    return f", {session.start.removeprefix('T')}" if session.start else ""


def _names(ids: Iterable[str], people: People) -> str:
    return ", ".join(_name(one, people) for one in ids)


def _name(who: str, people: People) -> str:
    return people[who].name if who in people else who


def _people(ids: Iterable[str], people: People) -> str:
    told = []
    for one in ids:
        said = roles(people[one]) if one in people else ""
        told.append(_name(one, people) + (f" ({said})" if said else ""))
    return "; ".join(told)


def roles(person: Speaker) -> str:
    """The roles that a person had, on one line."""
    told = (", ".join(part for part in (one.title, one.organization) if part) for one in person.roles)
    return "; ".join(one for one in told if one)


def _items(owner: Event | Session, people: People) -> Iterator[str]:
    for quote in owner.quotes:
        yield _quote(quote, people)
    if owner.lessons:
        yield "\n".join(["Lessons:", *(_lesson(one, people) for one in owner.lessons)])
    for framework in owner.frameworks:
        yield _framework(framework, people)


def _quote(quote: Quote, people: People) -> str:
    words = plain(quote.text) or quote.text
    said = words if quote.kind == "indirect" or words.startswith(QUOTATION_MARKS) else f"“{words}”"
    who = _name(quote.speaker, people) if quote.speaker else quote.attribution
    how = "paraphrasing" if who and quote.kind == "indirect" else "paraphrased" if quote.kind == "indirect" else None
    relayed = f"(via {_name(quote.relayed_by, people)})" if quote.relayed_by else None
    whose = " ".join(one for one in (how, who, relayed) if one)
    return f"{said}\n— {whose}" if whose else said


def _lesson(lesson: Lesson, people: People) -> str:
    who = f" ({_name(lesson.speaker, people)})" if lesson.speaker else ""
    lines = [f"- {plain_line(lesson.text)}{who}"]
    if lesson.details:
        lines.append(_indented(plain(lesson.details)))
    for action in lesson.actions:
        facts = [action.owner, f"due {action.due}" if action.due else None]
        known = ", ".join(one for one in facts if one)
        mark = "x" if action.done else " "
        lines.append(f"  [{mark}] {plain_line(action.text)}{f' ({known})' if known else ''}")
    return "\n".join(lines)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))


def _framework(framework: Framework, people: People) -> str:
    who = _name(framework.speaker, people) if framework.speaker else framework.attribution
    lines = [f"{plain_line(framework.name)}{f' ({who})' if who else ''}:"]
    for number, one in enumerate(framework.elements, 1):
        text = f" — {plain_line(one.text)}" if one.text else ""
        lines.append(f"{f'{number}.' if framework.ordered else '-'} {plain_line(one.title)}{text}")
    return "\n".join(lines)


def _link(link: Link) -> str:
    kind, title = (link.rel or "").capitalize(), link.title or ""
    label = ", ".join(one for one in ("" if kind.lower() in title.lower() else kind, title) if one)
    return f"{label}: {link.url}" if label else link.url
