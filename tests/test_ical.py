"""Calendars: what is written, byte for byte and as other programs read it."""

from __future__ import annotations

import re
import zoneinfo
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import icalendar
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.conversion import losses
from eventnotes.formats.ical import files
from eventnotes.model import Event
from eventnotes.testing import events

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = set(
    re.findall(
        r"\S+",
        "BEGIN END VERSION PRODID NAME X-WR-CALNAME X-WR-TIMEZONE TZID TZOFFSETFROM TZOFFSETTO TZNAME RRULE UID"
        " RELATED-TO DTSTART DTEND DTSTAMP SUMMARY TRANSP LOCATION GEO URL CATEGORIES CONFERENCE DESCRIPTION",
    )
)


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def lines_of(event: Event) -> list[str]:
    """The content lines of the event's calendar, held to what no reader looks at."""
    data = en.write(event, "ical")
    assert data.endswith(b"\r\n")
    assert all(len(one) <= 75 and not set(one) & {10, 13} for one in data.split(b"\r\n"))
    assert b"".join(one.encode() for one in data.decode().split("\r\n")) == data.replace(b"\r\n", b"")
    lines = data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert "\r\n".join(lines).splitlines() == lines
    assert {re.split("[:;]", one)[0] for one in lines} <= NAMES
    assert set(re.findall(r"^DT[A-Z]+;TZID=([^:]*)", "\n".join(lines), re.MULTILINE)) <= {
        one[5:] for one in lines if one.startswith("TZID:")
    }
    uids = [one for one in lines if one.startswith("UID:")]
    assert len(uids) == len(set(uids)) == lines.count("BEGIN:VEVENT")
    return lines


def made(**data: Any) -> Event:
    return Event.model_validate(data)


def inside(event: Event, name: str) -> list[str]:
    return [one for one in lines_of(event) if re.match(rf"{name}[:;]", one)]


def test_a_small_event_byte_for_byte() -> None:
    event = made(
        name="PyDay, Lisbon",
        start="2024-05-01",
        timezone="Asia/Kolkata",
        venue={"name": "Harbour Hall", "locality": "Lisboa", "latitude": 38.7, "longitude": -9},
        online="https://a.example/live",
        website="https://a.example/",
        tags=["a;b", "c"],
        language="en",
        summary="Talks *about* [tools](https://a.example/t).\n\n- one\n- two",
        speakers=[{"name": "Ana Lima", "roles": [{"title": "CTO", "organization": "NHS"}, {"title": "Chair"}]}],
        sessions=[
            {
                "title": "Why `null`?",
                "start": "T23:30",
                "end": "T00:15",
                "room": "Loft",
                "track": "Streets",
                "kind": "talk",
                "speakers": ["ana-lima"],
                "language": "pt",
                "links": [
                    {"url": "https://a.example/s", "rel": "slides", "title": "All"},
                    {"url": "https://a.example/n"},
                ],
                "abstract": "A *plain* one.",
                "quotes": [{"text": "So it goes.", "speaker": "ana-lima"}, {"text": "He lied", "kind": "indirect"}],
                "lessons": [{"text": "Ask", "details": "Twice.", "actions": [{"text": "Go", "due": "2024-06"}]}],
                "frameworks": [{"name": "Two", "elements": [{"title": "A", "text": "b"}, {"title": "C"}]}],
            },
            {"title": "Closing", "speakers": ["ana-lima", "bo"]},
        ],
        write_up={"updated": "2024-05-03T10:00:00+02:00", "title": "Notes", "url": "https://b.example/n"},
    )
    assert lines_of(event) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//eventnotes//eventnotes//EN",
        "NAME:PyDay\\, Lisbon",
        "X-WR-CALNAME:PyDay\\, Lisbon",
        "X-WR-TIMEZONE:Asia/Kolkata",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Kolkata",
        "BEGIN:STANDARD",
        "DTSTART:20230101T053000",
        "TZOFFSETFROM:+0530",
        "TZOFFSETTO:+0530",
        "TZNAME:IST",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, 'https://a.example/#2024-05-01')}",
        "DTSTART;VALUE=DATE:20240501",
        "SUMMARY;LANGUAGE=en:PyDay\\, Lisbon",
        "TRANSP:TRANSPARENT",
        "LOCATION:Harbour Hall\\, Lisboa",
        "GEO:38.700000;-9.000000",
        "URL:https://a.example/",
        "CATEGORIES:a\\;b,c",
        "CONFERENCE;VALUE=URI:https://a.example/live",
        (
            "DESCRIPTION;LANGUAGE=en:Talks about tools (https://a.example/t).\\n\\n- one\\n- two\\n\\n"
            "Sessions without a day or a time:\\n- Closing (Ana Lima\\, bo)\\n\\nWrite-up: Notes\\, https://b.example/n"
        ),
        "DTSTAMP:20240503T080000Z",
        "END:VEVENT",
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, 'https://a.example/#2024-05-01#session/why-null')}",
        f"RELATED-TO:{uuid5(NAMESPACE_URL, 'https://a.example/#2024-05-01')}",
        "DTSTART;TZID=Asia/Kolkata:20240501T233000",
        "DTEND;TZID=Asia/Kolkata:20240502T001500",
        "SUMMARY;LANGUAGE=pt:Why null?",
        "LOCATION:Loft\\, Harbour Hall\\, Lisboa",
        "URL:https://a.example/n",
        "CONFERENCE;VALUE=URI:https://a.example/live",
        (
            "DESCRIPTION;LANGUAGE=en:Speaker: Ana Lima (CTO\\, NHS\\; Chair)\\nKind: talk\\nTrack: Streets\\n\\n"
            "A plain one.\\n\\n“So it goes.”\\n— Ana Lima\\n\\nHe lied\\n— paraphrased\\n\\n"
            "Lessons:\\n- Ask\\n  Twice.\\n  [ ] Go (due 2024-06)\\n\\nTwo:\\n1. A — b\\n2. C\\n\\n"
            "Slides\\, All: https://a.example/s\\nhttps://a.example/n"
        ),
        "DTSTAMP:20240503T080000Z",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@pytest.mark.parametrize(
    ("start", "end", "timezone", "lines"),
    [
        ("2024-05-01", None, None, ["DTSTART;VALUE=DATE:20240501"]),
        ("2024-05-01", "2024-05-03", None, ["DTSTART;VALUE=DATE:20240501", "DTEND;VALUE=DATE:20240504"]),
        ("2024-05-01", "2024-05", None, ["DTSTART;VALUE=DATE:20240501"]),
        ("2024-05-03", "2024-05-01", None, ["DTSTART;VALUE=DATE:20240503"]),
        ("2024-05-01T09:30", "T17:00", None, ["DTSTART:20240501T093000", "DTEND:20240501T170000"]),
        ("2024-05-01T22:30", "T01:00", None, ["DTSTART:20240501T223000", "DTEND:20240502T010000"]),
        ("2024-05-01T12:30", "T01:00", None, ["DTSTART:20240501T123000"]),
        ("2024-05-01T09:30", "2024-05-01T09:30", None, ["DTSTART:20240501T093000"]),
        ("2024-05-01T09:30", "2024-05-02", None, ["DTSTART;VALUE=DATE:20240501", "DTEND;VALUE=DATE:20240503"]),
        ("2024-05-01", "2024-05-02T17:00", None, ["DTSTART;VALUE=DATE:20240501", "DTEND;VALUE=DATE:20240503"]),
        ("2024-05-01T09:30+02:00", "T10:00", None, ["DTSTART:20240501T073000Z", "DTEND:20240501T080000Z"]),
        ("2024-05-01T09:30:07.5Z", "2024-05-01T10:00", None, ["DTSTART:20240501T093007Z"]),
        (
            "2024-05-01T09:30Z",
            "2024-05-01T10:30",
            "Europe/London",
            ["DTSTART;TZID=Europe/London:20240501T103000"],
        ),
        (
            "2024-10-27T01:30+01:00",  # half past one comes twice
            "2024-10-27T01:30Z",
            "Europe/London",
            ["DTSTART;TZID=Europe/London:20241027T013000", "DTEND:20241027T013000Z"],
        ),
        ("0002-01-01T00:00", None, "America/New_York", ["DTSTART;TZID=America/New_York:00020101T000000"]),
        ("9998-12-31", "9998-12-31", None, ["DTSTART;VALUE=DATE:99981231", "DTEND;VALUE=DATE:99990101"]),
    ],
)
def test_dates_and_times(start: str, end: str | None, timezone: str | None, lines: list[str]) -> None:
    event = made(name="PyDay", start=start, end=end, timezone=timezone)
    found = lines_of(event)
    event_lines = found[found.index("BEGIN:VEVENT") :]
    assert [one for one in event_lines if re.match("DT(START|END)", one)] == lines


@pytest.mark.parametrize("start", [None, "2017", "2017-10", "T09:30"])
def test_an_event_without_a_day_is_refused_with_the_remedy(start: str | None) -> None:
    known = "no date" if start is None else f"no day: its start is {start}"
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the whole message follows
        en.write(made(name="PyDay", start=start), "ical")
    assert str(refused.value) == (
        f'a calendar needs a day, and "PyDay" has {known}; give the event a date, or convert with --start 2017-11-02'
    )


@pytest.mark.parametrize("timezone", ["Mars/Olympus", "/etc/localtime", "America", "A" * 64])
def test_a_timezone_that_does_not_exist_is_refused(timezone: str) -> None:
    with pytest.raises(ValueError, match="there is no time zone") as refused:
        en.write(made(name="PyDay", start="2024-05-01", timezone=timezone), "ical")
    assert str(refused.value) == f'there is no time zone "{timezone}"; write an IANA name such as Europe/London'


def test_a_session_without_a_date_and_a_time_is_listed_and_no_component() -> None:
    sessions = [{"title": "A", "start": "2024-05-01"}, {"speakers": ["bo"]}, {"kind": "panel"}, {"start": "2024-05"}]
    event = made(name="PyDay", start="2024-05-01", sessions=sessions)
    assert lines_of(event).count("BEGIN:VEVENT") == 1
    said = "Sessions without a day or a time:\\n- A\\, 2024-05-01\\n- bo\\n- panel\\n- Session\\, 2024-05"
    assert inside(event, "DESCRIPTION") == [f"DESCRIPTION:{said}"]


def test_a_time_of_day_on_one_of_several_days_is_on_none_of_them() -> None:
    sessions = [{"title": "A", "start": "T09:30", "end": "T10:00"}, {"title": "B", "start": "2024-05-02T09:30"}]
    event = made(name="PyDay", start="2024-05-01", end="2024-05-02", sessions=sessions)
    assert inside(event, "SUMMARY") == ["SUMMARY:PyDay", "SUMMARY:B"]
    assert inside(event, "DESCRIPTION") == ["DESCRIPTION:Sessions without a day or a time:\\n- A\\, 09:30"]
    assert losses(event, en.write(event, "ical"), "ical") == {"sessions": 1}


def test_a_description_says_nothing_twice() -> None:
    links = [
        {"rel": rel, "title": title, "url": f"https://a.example/{rel}"}
        for rel, title in (("slides", "Slides"), ("paper", "On forms"), ("recording", None))
    ]
    quotes = [{"text": "«Oui»"}, {"text": "Yes"}]
    session = {"title": "T", "start": "2024-05-01T09:30", "links": links, "quotes": quotes}
    (description,) = inside(made(name="A", start="2024-05-01", sessions=[session]), "DESCRIPTION")
    assert description == (
        "DESCRIPTION:«Oui»\\n\\n“Yes”\\n\\nSlides: https://a.example/slides\\n"
        "Paper\\, On forms: https://a.example/paper\\nRecording: https://a.example/recording"
    )


def test_the_same_event_has_the_same_uids_whatever_stands_before_it() -> None:
    first, second = {"title": "A", "start": "T09:30"}, {"title": "B", "start": "T10:30"}
    both = inside(made(name="PyDay", start="2024-05-01", sessions=[first, second]), "UID")
    turned = inside(made(name="PyDay", start="2024-05-01", sessions=[second, first]), "UID")
    assert (both[0], sorted(both)) == (turned[0], sorted(turned))
    assert inside(made(name="PyDay", start="2024-05-02"), "UID") != both[:1]
    website = "https://a.example/2024"
    named = [made(name=name, start="2024-05-01", website=website) for name in ("PyDay", "PyDay Lisbon")]
    assert inside(named[0], "UID") == inside(named[1], "UID")
    hours = [made(name="PyDay", start=f"2024-05-01T{hour}", website=website) for hour in ("09:30", "10:00")]
    assert inside(hours[0], "UID") == inside(hours[1], "UID") == inside(named[0], "UID")


def test_the_years_of_a_series_have_uids_of_their_own() -> None:
    first = made(
        name="PyDay", start="2024-05-01", website="https://a.example/", sessions=[{"title": "A", "start": "T09:30"}]
    )
    years = [first, first.replace(start="2025-05-01")]
    assert not set(inside(years[0], "UID")) & set(inside(years[1], "UID"))


GUIDS = ("A0A0FCFE-b7fb-46e3-84b6-97a5406016b4", "c9edea6f-1da1-4772-a0a9-6dd4e33f11bb")


def test_a_session_keeps_the_uid_that_the_programme_gave_it() -> None:
    sessions = [{"title": str(at), "start": "T09:30", "extra": {"guid": guid}} for at, guid in enumerate(GUIDS)]
    found = inside(made(name="PyDay", start="2024-05-01", sessions=sessions), "UID")
    assert found[1:] == [f"UID:{guid.lower()}" for guid in GUIDS]


def test_what_comes_from_a_calendar_goes_back_under_its_uids() -> None:
    source = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a.example//EN\n"
        "BEGIN:VEVENT\nUID:day-1\\, 2024@a.example\nDTSTART:20240501\nSUMMARY:PyDay\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:talk@a.example\nRELATED-TO:day-1\\, 2024@a.example\nDTSTART:20240501T093000\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )
    event = en.load(text=source, format="ical")
    post = en.load(data=en.write(event, "markdown"))
    assert inside(post, "UID") == ["UID:day-1\\, 2024@a.example", "UID:talk@a.example"]
    assert inside(post, "RELATED-TO") == ["RELATED-TO:day-1\\, 2024@a.example"]
    assert en.load(data=en.write(post, "ical"), format="ical").extra == {"UID": "day-1, 2024@a.example"}
    names = [name for name, _ in files([post])]
    assert names == [f"{uuid5(NAMESPACE_URL, 'day-1, 2024@a.example')}.ics", "talk@a.example.ics"]


@pytest.mark.parametrize("uid", ["../../etc/passwd", ".hidden", "a/b", "a\\b", "CON:", "x" * 101, "a\n", "é", ""])
def test_no_uid_leaves_the_folder_of_its_files(uid: str) -> None:
    event = made(name="PyDay", start="2024-05-01", extra={"UID": uid})
    (name,) = [name for name, _ in files([event])]
    assert re.fullmatch(r"[0-9a-f-]{36}\.ics", name)


@pytest.mark.parametrize("uid", ["", " a", "a\nb", "x" * 256, 5, ["a"]])
def test_what_cannot_be_a_uid_is_none(uid: object) -> None:
    plain = inside(made(name="PyDay", start="2024-05-01"), "UID")
    assert inside(made(name="PyDay", start="2024-05-01", extra={"UID": uid}), "UID") == plain


@pytest.mark.parametrize("guids", [(GUIDS[0], GUIDS[0].lower()), ("x\n", 5), ("", None)])
def test_what_is_no_uuid_or_is_used_twice_is_no_uid(guids: tuple[object, object]) -> None:
    sessions = [{"title": str(at), "start": "T09:30", "extra": {"guid": guid}} for at, guid in enumerate(guids)]
    plain = [{"title": str(at), "start": "T09:30"} for at in range(2)]
    found = inside(made(name="PyDay", start="2024-05-01", sessions=sessions), "UID")
    assert found == inside(made(name="PyDay", start="2024-05-01", sessions=plain), "UID")


def test_the_stamp_is_told_by_the_write_up_the_environment_or_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    post = {"published": "2024-05-02"}
    event = made(name="PyDay", start="2024-05-01T09:00", timezone="Asia/Kolkata")
    assert inside(event, "DTSTAMP") == ["DTSTAMP:20240501T033000Z"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1714694400")
    assert inside(event, "DTSTAMP") == ["DTSTAMP:20240503T000000Z"]
    assert inside(event.replace(write_up=post), "DTSTAMP") == ["DTSTAMP:20240502T000000Z"]
    assert inside(event.replace(write_up={**post, "updated": "2025"}), "DTSTAMP") == ["DTSTAMP:20250101T000000Z"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH") as refused:
        en.write(event, "ical")
    assert str(refused.value) == 'SOURCE_DATE_EPOCH is a number of seconds, not "today"'


def test_what_readers_take_for_line_ends_is_never_written() -> None:
    event = made(name="a\u2028BEGIN:VEVENT\u2029b\x7f", start="2024-05-01", summary="c\n\u2028d\\n,;")
    assert inside(event, "SUMMARY") == ["SUMMARY:a BEGIN:VEVENT b\ufffd"]
    assert inside(event, "DESCRIPTION") == ["DESCRIPTION:c  d\\\\n\\,\\;"]


def dated(event: Event) -> Event:
    """The event with a day and a time zone that exist, where it has none."""
    if event.start is None or event.start.precision in ("year", "month", "time"):
        event = event.replace(start="2017-10-28")
    return event.replace(timezone="Europe/London") if event.timezone not in zoneinfo.available_timezones() else event


@given(events().map(dated), st.booleans())
def test_any_dated_event_is_a_calendar_without_faults(event: Event, is_floating: bool) -> None:
    event = event.replace(timezone=None) if is_floating else event
    lines = lines_of(event)
    data = en.write(event, "ical")
    assert data == en.write(event, "ical")
    calendar: Any = icalendar.Calendar.from_ical(data)
    parts = calendar.walk("VEVENT")
    assert [one.errors for one in calendar.walk()] == [[] for _ in calendar.walk()]
    assert [str(one["UID"]) for one in parts] == [one[4:] for one in lines if one.startswith("UID:")]
    shown = "".join(
        " " if one in "\x0b\x0c\r\u2028\u2029" else "\ufffd" if one == "\x7f" else one for one in event.name
    )
    assert str(parts[0]["SUMMARY"]) == shown
    again = en.read(data=data, format="ical")
    assert [one for one in again.diagnostics if one.code != "limit-line"] == []
    assert again.event is not None
    assert again.event.name == shown.replace("\n", " ")
    assert len(again.event.sessions) == len(parts) - 1
    assert again.event.website == event.website or event.website is None


def test_the_command_line_writes_a_calendar_and_takes_the_date_that_is_missing(tmp_path: Path) -> None:
    source, target = str(EXAMPLES / "transformation-beyond-digital.md"), tmp_path / "talks.ics"
    refused = CliRunner().invoke(eventnotes, ["convert", source, "-o", str(target)])
    assert (refused.exit_code, refused.stdout, target.exists()) == (1, "", False)
    assert refused.stderr == (
        f'{source}: a calendar needs a day, and "Transformation Beyond Digital" has no date; '
        "give the event a date, or convert with --start 2017-11-02\n"
    )
    result = CliRunner().invoke(eventnotes, ["convert", source, "-o", str(target), "--start", "2017-11-02"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_bytes() == en.write(en.load(source).replace(start="2017-11-02"), "ical")
    wrong = CliRunner().invoke(eventnotes, ["convert", source, "--to", "ical", "--start", "2017-02-30"])
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert wrong.stderr.endswith(
        "Error: Invalid value for '--start': 2017-02-30 does not exist: that month has no day 30\n"
    )
    wrong = CliRunner().invoke(eventnotes, ["convert", source, "--to", "ical", "--start", "May"])
    assert wrong.stderr.endswith("Error: Invalid value for '--start': 'May' should be a date or time in ISO 8601\n")
