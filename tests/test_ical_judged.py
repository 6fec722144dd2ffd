"""Calendars as other people's programs read them: the same events, titles and instants in each, in both profiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

import eventnotes as en
from eventnotes.formats._plain_text import plain_line
from eventnotes.formats.ical import files
from eventnotes.model import Event
from judges import calendars, libical

EXAMPLES = Path(__file__).parents[1] / "examples"
ZONES = ("Europe/London", "Asia/Kolkata", "America/New_York", "Africa/Casablanca")
Read = list[tuple[str, str | None, str | None]]


def shown(moment: Any) -> str | None:
    """A date, or an instant in UTC."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return moment.isoformat() if isinstance(moment, date) else None


def events() -> list[Event]:
    """The write-up of the seed with the date that it lacks; and the two-day example in four zones."""
    two_days = en.load(EXAMPLES / "two-days-of-civic-data.md")
    dated = en.load(EXAMPLES / "transformation-beyond-digital.md").replace(start="2017-11-02")
    return [dated, *(two_days.replace(timezone=zone) for zone in ZONES)]


def expected(event: Event) -> Read:
    """The event, and its timed sessions, resolved by the model."""
    whole = ("2017-11-02", "2017-11-03") if event.end is None else ("2024-10-26", "2024-10-28")
    found: Read = [(event.name, *whole)]
    for one in event.sessions:
        if one.start is not None:
            start, end = (shown(when.at(event).earliest) if when else None for when in (one.start, one.end))
            found.append((plain_line(str(one.title)), start, end))
    return found


def ended(read: Read) -> Read:
    """What was read, with the end that a day has if none is stated (RFC 5545 §3.6.1)."""
    found: Read = []
    for name, start, end in read:
        is_day = start is not None and len(start) == 10
        found.append(
            (name, start, str(date.fromisoformat(str(start)) + timedelta(days=1)) if is_day and not end else end)
        )
    return found


def by_icalendar(texts: Sequence[str]) -> list[Read]:
    found = []
    for text in texts:
        calendar: Any = icalendar.Calendar.from_ical(text.encode())
        assert [one.errors for one in calendar.walk()] == [[] for _ in calendar.walk()]
        parts = calendar.walk("VEVENT")
        times = [[shown(one[key].dt) if key in one else None for key in ("DTSTART", "DTEND")] for one in parts]
        found.append([(str(one["SUMMARY"]), start, end) for one, (start, end) in zip(parts, times, strict=True)])
    return found


def by_vobject(texts: Sequence[str]) -> list[Read]:
    found = []
    for text in texts:
        calendar = vobject.readOne(text)
        calendar.validate()
        found.append(
            [
                (
                    one.summary.value,
                    shown(one.dtstart.value),
                    shown(one.dtend.value if "dtend" in one.contents else None),
                )
                for one in calendar.vevent_list
            ]
        )
    return found


def by_ical(texts: Sequence[str]) -> list[Read]:
    found = []
    for text in texts:
        calendar: Any = IcsCalendarStream.calendar_from_ics(text)
        found.append(
            [
                (one.summary, shown(one.dtstart), shown(one.dtend if "dtend" in one.model_fields_set else None))
                for one in calendar.events
            ]
        )
    return found


def by_libical(texts: Sequence[str]) -> list[Read]:
    found = libical(texts)
    assert [one["holds"] for one in found] == [1] * len(texts)
    assert all(one["errors"] == 0 or "STRUCTURED-DATA" in text for one, text in zip(found, texts, strict=True))
    return [[tuple(event) for event in one["events"]] for one in found]


def by_ical_js(texts: Sequence[str]) -> list[Read]:
    return [[tuple(event) for event in one["icalJs"]] for one in calendars(texts)]


JUDGES: dict[str, Callable[[Sequence[str]], list[Read]]] = {
    "icalendar": by_icalendar,
    "vobject": by_vobject,
    "ical": by_ical,
    "libical": by_libical,
    "ical.js": by_ical_js,
}


@pytest.fixture(scope="module", params=["core", "rich"])
def written(request: pytest.FixtureRequest) -> tuple[str, list[Event], list[str]]:
    """A profile, events, and their calendars."""
    told = events()
    return request.param, told, [en.write(one, "ical", profile=request.param).decode() for one in told]


@pytest.mark.parametrize("judge", JUDGES)
def test_a_judge_reads_the_same_titles_at_the_same_instants(
    judge: str, written: tuple[str, list[Event], list[str]]
) -> None:
    _, told, texts = written
    assert [ended(one) for one in JUDGES[judge](texts)] == [expected(one) for one in told]


def test_node_ical_reads_the_same_titles_at_the_same_starts(written: tuple[str, list[Event], list[str]]) -> None:
    profile, told, texts = written
    read = [one["nodeIcal"] for one in calendars(texts)]
    wanted = [[[name, start if start and "T" in start else "date"] for name, start, _ in expected(one)] for one in told]
    assert read == wanted, profile


@pytest.mark.parametrize("judge", JUDGES)
def test_several_write_ups_in_one_calendar(judge: str) -> None:
    first, second, *_ = events()
    text = b"".join(en.write_all([first, second], "ical")).decode()
    assert [ended(one) for one in JUDGES[judge]([text])] == [[*expected(first), *expected(second)]]


def test_what_no_judge_looks_at(written: tuple[str, list[Event], list[str]]) -> None:
    profile, told, texts = written
    several = b"".join(en.write_all(told[:2], "ical", profile=profile)).decode()
    parts = [b"".join(pieces).decode() for one in told for _, pieces in files([one], is_rich=profile == "rich")]
    for text in (*texts, several, *parts):
        assert text.endswith("\r\n")
        assert "\n" not in text.replace("\r\n", "")
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        lines = text.replace("\r\n ", "").split("\r\n")
        uids = [line for line in lines if line.startswith("UID:")]
        assert len(uids) == len(set(uids)) >= lines.count("BEGIN:VEVENT") >= 1
        used = {
            line.partition("TZID=")[2].partition(":")[0]
            for line in lines
            if line.startswith(("DTSTART;TZID", "DTEND;T"))
        }
        assert used == {line.removeprefix("TZID:") for line in lines if line.startswith("TZID:")}
        assert lines.count("BEGIN:VTIMEZONE") == len(used)


def test_a_judge_sees_what_is_wrong() -> None:
    lines = ("UID:1", "DTSTAMP:20240501T000000Z", "SUMMARY:a", "SUMMARY:b", "DTSTART:20240501T093000Z")
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])
    assert libical([text])[0]["holds"] == 0
