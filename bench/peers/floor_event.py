"""An event as large as that of a generated write-up, and the models that validate it: the floor's typed part."""

from typing import Literal

from models import Line, Speaker, Strict, Venue


class Quote(Strict):
    """What somebody said."""

    id: Line
    text: Line
    kind: Literal["direct", "indirect"] = "direct"
    speaker: str | None = None
    attribution: str | None = None
    relayed_by: str | None = None


class Action(Strict):
    """What somebody wants to do."""

    text: Line
    owner: str | None = None
    due: str | None = None
    done: bool = False


class Lesson(Strict):
    """What was learned."""

    id: Line
    text: Line
    details: str | None = None
    speaker: str | None = None
    actions: tuple[Action, ...] = ()


class Element(Strict):
    """A part of a framework."""

    title: Line
    text: str | None = None


class Framework(Strict):
    """A named list."""

    id: Line
    name: Line
    ordered: bool = True
    elements: list[Element]
    speaker: str | None = None


class Session(Strict):
    """A part of the event."""

    id: Line
    title: Line
    kind: str | None = None
    start: str | None = None
    end: str | None = None
    room: str | None = None
    speakers: tuple[str, ...] = ()
    notes: str | None = None
    quotes: tuple[Quote, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    frameworks: tuple[Framework, ...] = ()


class WholeEvent(Strict):
    """The event with front matter and body."""

    name: Line
    start: str | None = None
    end: str | None = None
    timezone: str | None = None
    venue: Venue | None = None
    organizers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str | None = None
    speakers: tuple[Speaker, ...] = ()
    sessions: tuple[Session, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    notes: str | None = None


QUOTES = (1, 1, 3, 1, 2, 2)  # of each session
PROSE = "In Göteborg they tried publishing raw data for a year – and wrote down everything that went wrong. "


def event() -> dict[str, object]:
    """Six sessions, eight speakers, ten quotes, twelve lessons and two frameworks: the mean of the corpus."""
    return {
        "name": "Open Data Day 2018",
        "start": "2018-05-24",
        "end": "2018-05-25",
        "timezone": "Europe/London",
        "venue": {"name": "Pierhead Building", "locality": "Cardiff", "region": "Wales", "country": "GB"},
        "organizers": ["Nordic Data Commons"],
        "tags": ["open-data", "statistics"],
        "summary": PROSE,
        "speakers": [_speaker(number) for number in range(8)],
        "sessions": [_session(number) for number in range(6)],
        "lessons": [_lesson(number) for number in range(3)],
        "notes": PROSE * 6,
    }


def _speaker(number: int) -> dict[str, object]:
    return {"name": f"Zoë Blomqvist {number}", "roles": [{"title": "Service Designer", "organization": "Stad Gent"}]}


def _lesson(number: int) -> dict[str, object]:
    action = {"text": "write up bad joins for the team", "owner": "Ana", "due": "2018-07-01"}
    text = "Never let bus timetables depend on one person"
    return {"id": f"lesson-{number}", "text": text, "actions": [action] if number % 6 == 0 else []}


def _quote(number: int) -> dict[str, object]:
    text = "Every time you skip checking totals, you borrow from next year."
    return {"id": f"quote-{number}", "text": text, "speaker": "zoe"}


def _framework() -> dict[str, object]:
    elements = [{"title": title, "text": "budget for versioning data sets"} for title in ("Find", "Fix", "Follow up")]
    return {"id": "find-fix", "name": "Find, fix, follow up", "elements": elements}


def _session(number: int) -> dict[str, object]:
    return {
        "id": f"session-{number}",
        "title": "The long road to better bus timetables",
        "start": "T09:30",
        "end": "T10:15",
        "room": "Main hall",
        "speakers": ["zoe-blomqvist"],
        "notes": PROSE * 5,
        "quotes": [_quote(number)] * QUOTES[number],
        "lessons": [_lesson(number)] * (1 + number % 2),
        "frameworks": [_framework()] if number in (1, 4) else [],
    }
