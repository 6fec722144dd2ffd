"""Template: a write-up to fill in, made from the facts that are known beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import indent
from typing import Any, Literal, NamedTuple

from eventnotes.characters import FORBIDDEN, LINE
from eventnotes.diagnostic import quoted
from eventnotes.document import Document, read
from eventnotes.formats._people import Person, speaker_line
from eventnotes.formats._yaml_writer import write_yaml
from eventnotes.formats.markdown.attribution import split_id
from eventnotes.formats.markdown.mentions import fold
from eventnotes.inspection import inspected

Kind = Literal["meetup", "conference", "talk"]

_is_line = re.compile(LINE.removesuffix("$") + r"\Z").match
_MOST_DAYS = 14  # with a heading each
_OF_FACTS = {
    "missing-date",
    "floating-time",
    "near-duplicate-speaker",
    "unsplit-name",
    "unfilled-field",
    "invisible-character",
}
_UNTELLABLE = "these speakers and sessions cannot be told apart in a post; write their names in full"
_FACTS = {
    "name": "",
    "start": "2024-05-01",
    "end": "2024-05-02",
    "timezone": "Europe/Lisbon",
    "venue": "what the place is called",
    "website": "https://example.org/",
    "series": "what it is one of",
    "organizers": "[who held it]",
    "tags": "[one, another]",
}
_POST = """\
---
# The post. Your site generator's own keys can stand here too.
{title}# date: 2024-05-03
# author: Full Name
event:
  # The event. Take away the # where you know more.
{facts}---

"""
_INTRODUCTION = """\
<!-- Why you went, and what it was like. Nothing in a comment such as this one is
data: write over it, or leave it. -->

"""
_EXAMPLE = """\
<!-- A session is a heading with labels below it:

{marks} Title of the session

- **Speaker:** Full Name, Role, Organization
- **Time:** 09:30–10:15
-->

"""
_STORY = """\
<!-- What was said, in your own words. More labels of a session: Time, Kind, Room,
Track, Slides, Recording, Tags. What is written like this becomes data:

> The words of a speaker.
>
> — Full Name

**Lesson (Name):** What a speaker taught you. Without the name it is your own.

**Framework (Name): What it is called**

1. **First part** — what it means.
2. **Second part** — what it means.
-->

"""
_SHORT_STORY = "<!-- What was said, in your own words. -->\n\n"
_DAY = "<!-- The sessions of this day, each under a heading of its own. -->\n\n"
_LESSONS = """\
## What I took home

<!-- A list below this heading is read as lessons:

- What you would tell a colleague, in one sentence.
  - [ ] What you will do about it (owner: Full Name, due: 2024-06-01)
-->
"""


class Planned(NamedTuple):
    """A session that is known beforehand."""

    title: str | None
    """Its title, CommonMark inline; None where only its speakers are known."""
    speakers: Sequence[str] = ()
    """A line for each, such as `Ana Lima, CTO, Harbour Clinic`."""

    @property
    def people(self) -> list[Person]:
        """The speakers, as their lines are read."""
        return [speaker_line(line) for line in self.speakers]


def fill(
    name: str,
    *,
    kind: Kind = "meetup",
    start: str | None = None,
    end: str | None = None,
    venue: str | None = None,
    website: str | None = None,
    sessions: Sequence[Planned] = (),
) -> str:
    """A write-up in Markdown that holds these facts, and comments that say what else can be written and how.

    Checking it finds nothing, but for `missing-date` where `start` is not given.

    Args:
        name: the event's name.
        kind: `meetup`; `conference`, which gets a heading for each day; or `talk`, a post that is one session.
        start: when the event began, in ISO 8601.
        end: when it ended, in ISO 8601.
        venue: what the place is called.
        website: the event's home page.
        sessions: those that are known.

    Raises:
        ValueError: for a value that does not fit the model; it says what to write.
    """
    given = {"name": name, "start": start, "end": end, "venue": venue, "website": website}
    facts = {key: str(value) for key, value in given.items() if value is not None}
    _refuse(facts, kind, sessions)
    if kind == "talk":
        sessions = sessions or [Planned(None)]
    days = _days(start, end) if kind == "conference" else 0
    people = _listed(one for session in sessions for one in session.people)
    problem = ""
    for is_plain in (True, False):  # the plain way reads best, and cannot hold every name and title
        told = [one for one in sessions if is_plain or one.title or kind == "talk"]
        text = _front_matter(facts, [] if is_plain else people) + _body(kind, told, days, is_plain)
        document = read(text=text)
        problem = _problem(document) or ("" if _said(document) == (people, _wanted(told)) else _UNTELLABLE)
        if not problem:
            return text
    raise ValueError(problem)


def _refuse(facts: dict[str, str], kind: Kind, sessions: Sequence[Planned]) -> None:
    """Refuse what would be another text where it stands, and what is unclear."""
    titles = [("session", session.title) for session in sessions if session.title is not None]
    speakers = [("speaker", line) for session in sessions for line in session.speakers]
    for key, value in (*facts.items(), *titles, *speakers):
        if not _is_line(value) or FORBIDDEN.search(value):
            message = "should be one line of text, without control characters or white space around it"
            raise ValueError(f"{key} {message}, not {quoted(value)}")
    for person in (person for session in sessions for person in session.people):
        if not person.name:
            raise ValueError("a speaker has no name; write it like Ana Lima, CTO, Harbour Clinic")
        if person.unclear:
            advice = "write it as `title at organization`"
            raise ValueError(f"{quoted(person.unclear)} has more than a title and an organization; {advice}")
    if kind == "talk" and len(sessions) > 1:
        raise ValueError("a talk is one session; for several write a meetup or a conference")


def _days(start: str | None, end: str | None) -> int:
    """How many days there are headings for: none where it is one, or too many, or not known."""
    try:
        count = (date.fromisoformat((end or "")[:10]) - date.fromisoformat((start or "")[:10])).days + 1
    except ValueError:
        return 0
    return count if 1 < count <= _MOST_DAYS else 0


def _front_matter(facts: dict[str, str], speakers: list[dict[str, Any]]) -> str:
    lines = [
        write_yaml({key: facts[key]}) if key in facts else f"# {key}: {example}\n" for key, example in _FACTS.items()
    ]
    if speakers:
        lines.append(write_yaml({"speakers": speakers}))
    return _POST.format(title=write_yaml({"title": facts["name"]}), facts=indent("".join(lines), "  "))


def _body(kind: Kind, sessions: Sequence[Planned], days: int, is_plain: bool) -> str:
    if kind == "talk":
        title, lines = sessions[0]
        return f"{_labels([title or ''], lines)}{_STORY}{_LESSONS}"
    marks = "###" if days else "##"
    first, *others = [_session(one, marks, is_plain) for one in sessions] or [_EXAMPLE.format(marks=marks)]
    told = f"{first}{_STORY}" + "".join(f"{one}{_SHORT_STORY}" for one in others)
    if days:
        told = f"## Day 1\n\n{told}" + "".join(f"## Day {number}\n\n{_DAY}" for number in range(2, days + 1))
    return f"{_INTRODUCTION}{told}{_LESSONS}"


def _session(session: Planned, marks: str, is_plain: bool) -> str:
    """A heading with labels; the plain way its heading is its title, else a label is, which takes every text."""
    heading = session.title or ", ".join(person.name for person in session.people)
    while not is_plain and split_id(heading)[1]:
        heading = split_id(heading)[0].rstrip() or "Session"
    closing = f" {marks}" if heading.endswith("#") else ""
    titles = [session.title] if session.title and not is_plain else []
    return f"{marks} {heading}{closing}\n\n{_labels(titles, session.speakers)}"


def _labels(titles: list[str], lines: Sequence[str]) -> str:
    labels = [f"**Session:** {one}" for one in titles] + [f"**Speaker:** {one}" for one in lines or [""]]
    return "".join(f"- {one.rstrip()}\n" for one in labels) + "\n"


def _problem(document: Document) -> str:
    """What is wrong with a write-up, in one line, other than with a fact that was given or is not known."""
    found = [one for one in inspected(document, named=True).diagnostics if one.code not in _OF_FACTS]
    return "; ".join(filter(None, (found[0].message, found[0].help))) if found else ""


def _listed(people: Iterable[Person]) -> list[dict[str, Any]]:
    """Data of the speakers; who is named twice is listed once, with all that is said of them."""
    found: dict[str, dict[str, Any]] = {}
    for person in people:
        known = found.setdefault(fold(person.name), {})
        for field, value in person.data().items():
            if field == "name":
                known.setdefault(field, value)
            else:
                known[field] = [*known.get(field, []), *(one for one in value if one not in known.get(field, []))]
    return list(found.values())


def _wanted(sessions: Sequence[Planned]) -> list[tuple[str | None, list[str]]]:
    return [(one.title, [fold(person.name) for person in one.people]) for one in sessions]


def _said(document: Document) -> tuple[list[dict[str, Any]], list[tuple[str | None, list[str]]]]:
    """The speakers of a write-up, and its sessions by title and names."""
    event = document.event
    assert event is not None
    names = {one.id: fold(one.name) for one in event.speakers}
    speakers = [one.model_dump(mode="json", exclude_defaults=True, exclude={"id"}) for one in event.speakers]
    return speakers, [(one.title, [names[person] for person in one.speakers]) for one in event.sessions]
