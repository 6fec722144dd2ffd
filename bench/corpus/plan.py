"""The facts of one generated event, before they are written down."""

import datetime
import math
from dataclasses import dataclass, field
from random import Random

from corpus.cast import Person, cast
from corpus.prose import Prose
from corpus.vocabulary import PLACES, TOPICS, Place

MEDIAN, FLOOR, SIGMA = 7450, 1200, 0.53


@dataclass
class Session:
    """One session; `form` is how the body shows it."""

    title: str
    kind: str = ""
    people: list[Person] = field(default_factory=list)
    moderator: Person | None = None
    form: str = "labels"  # or "heading" (`## Title — Name`) or "list" (an item under `## Lightning talks`)
    day: int = 0
    start: str = ""
    end: str = ""

    @property
    def everybody(self) -> list[Person]:
        """Speakers, and the moderator."""
        return [*self.people, self.moderator] if self.moderator else self.people


@dataclass
class Plan:
    """Everything that front matter and body must agree on, and the habits of the author."""

    rng: Random
    prose: Prose
    size: int
    series: str
    place: Place
    start: datetime.date
    days: int
    sessions: list[Session]
    listed: list[Person]
    label_style: str  # "list", "paragraphs" or "lines"
    one_talk: bool  # the labels open the body: the whole post is one session
    day_headings: bool

    @property
    def name(self) -> str:
        """Of the event: its series and year."""
        return f"{self.series} {self.start.year}"

    @property
    def end(self) -> datetime.date:
        """The last day."""
        return self.date(self.days - 1)

    @property
    def scale(self) -> float:
        """How much there is to tell, 1 for the median file."""
        return float((self.size / MEDIAN) ** 0.85)

    def date(self, day: int) -> datetime.date:
        """The date of a day, counted from 0."""
        return self.start + datetime.timedelta(days=day)

    def chance(self, probability: float) -> bool:
        """True as often as this."""
        return self.rng.random() < probability


def plan(rng: Random) -> Plan:
    topic = rng.choice(TOPICS)
    prose = Prose(rng, topic)
    size = FLOOR + (MEDIAN - FLOOR) * math.exp(SIGMA * rng.gauss(0, 1))
    sessions = _sessions(rng, prose, size)
    days = rng.choice((2, 2, 3)) if len(sessions) >= 4 and rng.random() < 0.35 else 1
    return Plan(
        rng=rng,
        prose=prose,
        size=round(size),
        series=rng.choice(topic.series),
        place=rng.choice(PLACES),
        start=datetime.date(2012, 1, 9) + datetime.timedelta(days=rng.randrange(14 * 365)),
        days=days,
        sessions=sessions,
        listed=_arrange(rng, sessions, days),
        label_style=rng.choices(("list", "paragraphs", "lines"), (6, 2, 2))[0],
        one_talk=len(sessions) == 1 and rng.random() < 0.7,
        day_headings=days > 1 and rng.random() < 0.75,
    )


def _sessions(rng: Random, prose: Prose, size: float) -> list[Session]:
    count = 1 if rng.random() < 0.05 else round(6.1 * (size / MEDIAN) ** 0.6 + rng.gauss(0, 1.3))
    sessions = [Session(prose.say_new("titles"), _kind(rng)) for _ in range(min(12, max(1, count)))]
    if len(sessions) > 2 and rng.random() < 0.5:
        sessions[0].kind = "keynote"
    return sessions


def _kind(rng: Random) -> str:
    return rng.choice(("panel", "workshop", "talk", "roundtable")) if rng.random() < 0.3 else ""


def _arrange(rng: Random, sessions: list[Session], days: int) -> list[Person]:
    """Give every session its people, form and time; returns the people whom the front matter lists."""
    _fill_seats(rng, sessions)
    _end_with_a_list(rng, sessions)
    _set_times(rng, sessions, days)
    listed = _listed(rng, sessions)
    _name_speakers_in_headings(rng, sessions, listed)
    return listed


def _fill_seats(rng: Random, sessions: list[Session]) -> None:
    seats = [_seats(rng, session.kind) for session in sessions]
    roster = cast(rng, min(14, sum(seats)))
    queue = list(roster)
    for session, count in zip(sessions, seats, strict=True):
        session.people = [queue.pop(0) for _ in range(min(count, len(queue)))]
        rest = [person for person in roster if person not in session.people]
        session.people += rng.sample(rest, min(count - len(session.people), len(rest)))
        if session.kind in ("panel", "roundtable") and len(session.people) > 2:
            session.moderator = session.people.pop()


def _seats(rng: Random, kind: str) -> int:
    if kind in ("panel", "roundtable"):
        return rng.randint(3, 5)
    return 2 if rng.random() < 0.15 else 1


def _end_with_a_list(rng: Random, sessions: list[Session]) -> None:
    if len(sessions) < 4 or rng.random() > 0.15:
        return
    for session in sessions[-rng.randint(2, 3) :]:
        session.people, session.moderator = session.people[:1], None
        session.kind, session.form = "lightning talk", "list"


def _listed(rng: Random, sessions: list[Session]) -> list[Person]:
    """Those whom the front matter lists: all of them take part."""
    seated = list(dict.fromkeys(person for session in sessions for person in session.everybody))
    return rng.sample(seated, min(len(seated), rng.choice((1, 2, 2, 3, 3, 3, 4, 4, 5, 6))))


def _name_speakers_in_headings(rng: Random, sessions: list[Session], listed: list[Person]) -> None:
    for session in sessions:
        alone = len(session.people) == 1 and not session.moderator and session.form == "labels"
        if alone and session.people[0] in listed and rng.random() < 0.35:
            session.form = "heading"


def _set_times(rng: Random, sessions: list[Session], days: int) -> None:
    """Sessions follow each other from the morning on; those of a list have no times."""
    per_day = math.ceil(len(sessions) / days)
    length = 30 if per_day > 7 else rng.choice((30, 45, 45)) if per_day > 5 else rng.choice((30, 45, 60))
    clock = 0
    for number, session in enumerate(sessions):
        session.day, slot = divmod(number, per_day)
        if slot == 0:
            clock = rng.choice((9 * 60, 9 * 60 + 30, 10 * 60))
        if session.form != "list":
            session.start, session.end = _clock(clock), _clock(clock + length)
        clock += length + rng.choice((0, 15, 15) if per_day > 7 else (0, 15, 30))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
