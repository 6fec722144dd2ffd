"""Measures the writing of a calendar by us and by icalendar's components: `python bench/calendars.py [--json]`."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC

import icalendar

import eventnotes as en
from eventnotes.formats.ical.description import of_session

SESSIONS, ROUNDS = 1_000, 9


def conference() -> en.Event:
    """An event of 1,000 timed sessions with a speaker, a room, a tag and an abstract each."""
    sessions = [
        {
            "title": f"Talk {number}, with a title; and more",
            "start": f"2024-05-{1 + number % 28:02}T{8 + number % 10:02}:30+01:00",
            "end": f"2024-05-{1 + number % 28:02}T{9 + number % 10:02}:15+01:00",
            "room": f"Room {number % 7}",
            "speakers": ["ana-lima"],
            "tags": ["data", "open, free"],
            "abstract": "What the programme said of it, in two sentences. The second is as long as the first was.",
        }
        for number in range(SESSIONS)
    ]
    speaker = {"name": "Ana Lima", "roles": [{"title": "CTO", "organization": "Harbour Clinic"}]}
    return en.Event.model_validate(
        {"name": "PyDay", "start": "2024-05-01", "speakers": [speaker], "sessions": sessions}
    )


def by_icalendar(event: en.Event) -> bytes:
    """The same sessions, by the components of icalendar."""
    people = {str(one.id): one for one in event.speakers}
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//eventnotes//bench//EN")
    for session in event.sessions:
        assert session.start is not None
        assert session.end is not None
        part = icalendar.Event()
        part.add("uid", f"{session.id}@example.org")
        part.add("dtstart", session.start.earliest.astimezone(UTC))
        part.add("dtend", session.end.earliest.astimezone(UTC))
        part.add("dtstamp", session.start.earliest.astimezone(UTC))
        part.add("summary", session.title)
        part.add("location", session.room)
        part.add("categories", list(session.tags))
        part.add("description", of_session(session, people))
        calendar.add_component(part)
    return calendar.to_ical()


def timed(write: Callable[[], bytes]) -> float:
    """Milliseconds of CPU that one call takes."""
    start = time.process_time()
    write()
    return (time.process_time() - start) * 1000


def main() -> None:
    event = conference()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(timed(lambda: en.write(event, "ical")))
        theirs.append(timed(lambda: by_icalendar(event)))
    one, other = statistics.median(ours), statistics.median(theirs)
    if "--json" in sys.argv:
        print(json.dumps({"ours": one, "theirs": other}))
        return
    print(f"{SESSIONS:,} sessions: eventnotes {one:.0f} ms, icalendar {icalendar.__version__} {other:.0f} ms,", end=" ")
    print(f"{other / one:.1f} times as much")


if __name__ == "__main__":
    main()
