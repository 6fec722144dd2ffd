"""The rich profile of calendars: RFC 9073 around it, and nothing lost; several events in a file, and one a file."""

from __future__ import annotations

import json
import re
import zoneinfo
from pathlib import Path
from typing import Any

import icalendar
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.diagnostic import Severity
from eventnotes.formats.ical import files
from eventnotes.model import Event
from eventnotes.testing import events, plain_events

EXAMPLES = Path(__file__).parents[1] / "examples"
ZONES = (None, "Europe/London", "Asia/Kolkata", "America/New_York", "Africa/Casablanca")
STARTS = ("2024-10-27", "2024-03-31T00:30", "2024-05-01T09:30:00.5+02:00")


def two_days() -> Event:
    return en.load(EXAMPLES / "two-days-of-civic-data.md")


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def made(**data: Any) -> Event:
    return Event.model_validate({"name": "PyDay", "start": "2024-05-01", **data})


def canonical(event: Event | None) -> bytes:
    assert event is not None
    return en.write(event, "json")


@settings(max_examples=3 * settings().max_examples)
@given(st.one_of(events(), plain_events()), st.sampled_from(STARTS), st.sampled_from(ZONES))
def test_any_dated_event_reads_back_equal(event: Event, start: str, zone: str | None) -> None:
    event = event.replace(start=start, timezone=zone)
    data = en.write(event, "ical", profile="rich")
    document = en.read(data=data, format="ical")
    assert {one.severity for one in document.diagnostics} <= {Severity.WARNING}
    assert "not-read" not in {one.code for one in document.diagnostics}
    assert canonical(document.event) == canonical(event)
    assert en.write(en.load(data=data, format="ical"), "ical", profile="rich") == data
    assert all(len(one) <= 75 for one in data.split(b"\r\n"))


@settings(max_examples=settings().max_examples // 4 + 1)
@given(st.lists(st.one_of(events(), plain_events()), max_size=3))
def test_any_dated_events_in_one_calendar_read_back_equal(given: list[Event]) -> None:
    told = [
        one.replace(start=f"20{at:02}-05-01", timezone="Europe/London", id=f"e{at}") for at, one in enumerate(given)
    ]
    data = b"".join(en.write_all(told, "ical", profile="rich"))
    if told:
        assert [canonical(one.event) for one in en.read_all(data=data, format="ical")] == [*map(canonical, told)]


@pytest.mark.parametrize("example", sorted(one for one in EXAMPLES.iterdir() if one.name != "README.md"))
def test_an_example_loses_nothing(example: Path, tmp_path: Path) -> None:
    event = en.load(example).replace(start="2024-10-26")
    en.dump(event, tmp_path / "a.yaml")
    assert en.convert(tmp_path / "a.yaml", tmp_path / "a.ics", profile="rich") == {}
    assert en.load(tmp_path / "a.ics") == event
    en.convert(tmp_path / "a.ics", tmp_path / "back.yaml")
    assert (tmp_path / "back.yaml").read_bytes() == (tmp_path / "a.yaml").read_bytes()


def _data(name: str, *json: str) -> str:
    escaped = "".join(json).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return f'STRUCTURED-DATA;VALUE=TEXT;FMTTYPE=application/json;SCHEMA="urn:eventnotes:schema:1:{name}":{escaped}'


def test_what_it_adds_to_the_core() -> None:
    event = made(
        venue={"name": "Harbour Hall", "latitude": 38.7, "longitude": -9, "website": "https://a.example/"},
        speakers=[
            {
                "name": "Ana Lima",
                "roles": [{"title": "CTO", "organization": "NHS"}],
                "links": [{"url": "https://a.example/al"}],
            },
            {"name": "Bo; Ek"},
        ],
        sessions=[
            {"title": "A", "start": "T09:30", "room": "Loft", "speakers": ["ana-lima", "x"], "moderators": ["bo-ek"]}
        ],
        summary="One & *two*\n\nThree",
    )
    core, rich = (unfolded(en.write(event, "ical", profile=profile)) for profile in ("core", "rich"))
    assert core == unfolded(en.write(event, "ical"))
    added = [re.sub("^(UID:).*", r"\1", one) for one in rich if one not in core]
    styled = "STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:"
    assert added == [
        f"{styled}<p>One &amp\\; two</p><p>Three</p>",
        _data(
            "event",
            '{"eventnotes":1,"id":"pyday","name":"PyDay","start":"2024-05-01","venue":{"name":"Harbour Hall",',
            '"latitude":38.7,"longitude":-9.0,"website":"https://a.example/"},"summary":"One & *two*\\n\\nThree",',
            '"speakers":[{"id":"ana-lima","name":"Ana Lima","roles":[{"title":"CTO","organization":"NHS"}],',
            '"links":[{"url":"https://a.example/al"}]},{"id":"bo-ek","name":"Bo; Ek"}],"sessions":[],',
            '"notes":"## <!-- session: a -->"}',
        ),
        "BEGIN:VLOCATION",
        "UID:",
        "NAME:Harbour Hall",
        "URL:https://a.example/",
        "END:VLOCATION",
        f"{styled}<p>Speakers: Ana Lima (CTO\\, NHS)\\; x<br>Moderator: Bo\\; Ek</p>",
        _data(
            "session",
            '{"id":"a","title":"A","start":"T09:30","room":"Loft","speakers":["ana-lima","x"],"moderators":["bo-ek"]}',
        ),
        "BEGIN:PARTICIPANT",
        "UID:",
        "PARTICIPANT-TYPE:SPEAKER",
        "SUMMARY:Ana Lima",
        "DESCRIPTION:CTO\\, NHS",
        "URL:https://a.example/al",
        "END:PARTICIPANT",
        "BEGIN:PARTICIPANT",
        "UID:",
        "PARTICIPANT-TYPE:SPEAKER",
        "SUMMARY:x",
        "END:PARTICIPANT",
        "BEGIN:PARTICIPANT",
        "UID:",
        "PARTICIPANT-TYPE:ACTIVE",
        "SUMMARY:Bo\\; Ek",
        "END:PARTICIPANT",
        "BEGIN:VLOCATION",
        "UID:",
        "NAME:Loft",
        "END:VLOCATION",
    ]
    uids = [one for one in rich if one.startswith("UID:")]
    assert len(uids) == len(set(uids)) == 7


def test_what_a_text_of_a_calendar_cannot_hold_is_escaped_in_the_data() -> None:
    event = made(summary="a\u2028b\u2029c\x7fd", extra={"k\u2028": "\U0001d518"})
    data = en.write(event, "ical", profile="rich")
    assert not set("\u2028\u2029\x7f") & set(data.decode())
    assert en.load(data=data, format="ical") == event


def test_long_texts_are_cut_in_the_description_and_kept_in_the_data() -> None:
    event = made(
        summary=f"{'x' * 99_999}yz", sessions=[{"title": str(at), "abstract": "y" * 200_000} for at in range(2)]
    )
    lines = unfolded(en.write(event, "ical", profile="rich"))
    described = next(one for one in lines if one.startswith("DESCRIPTION:"))
    assert described == f"DESCRIPTION:{'x' * 99_999}…"
    assert en.load(data=en.write(event, "ical", profile="rich"), format="ical") == event


def test_an_event_that_was_added_by_hand_is_read_among_the_others() -> None:
    event = made(sessions=[{"title": "A", "start": "T09:30"}])
    lines = unfolded(en.write(event, "ical", profile="rich"))
    uid = lines[lines.index("BEGIN:VEVENT") + 1].removeprefix("UID:")
    added = ["BEGIN:VEVENT", "UID:1", f"RELATED-TO:{uid}", "DTSTART:20240501T103000", "SUMMARY:B", "END:VEVENT"]
    read = en.load(text="\r\n".join([*lines[:-1], *added, lines[-1]]), format="ical")
    assert [(one.title, one.start) for one in read.sessions] == [("A", "T09:30"), ("B", "2024-05-01T10:30")]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('{"eventnotes":1', '{"eventnotes":9', "error schema-version this is written for schema version 9;"),
        ('{"eventnotes":1', '{"eventnotes":', "error json-syntax not JSON: Expecting value"),
        ('"name":"PyDay"', '"name":5', 'error type name should be text, not "5"'),
        ('"title":"A"', '"title":"A"\\,"title":"B"', 'error duplicate-key "title" is given twice'),
        ('"id":"a"', '"nested":' + "[" * 70 + "]" * 70 + '\\,"id":"a"', "error limit-depth 65 is over the limit of 64"),
    ],
)
def test_faults_in_the_data_are_told_at_its_line(old: str, new: str, finding: str) -> None:
    lines = unfolded(en.write(made(sessions=[{"title": "A", "start": "T09:30"}]), "ical", profile="rich"))
    text = "\n".join(one.replace(old, new) for one in lines)
    line = next(at for at, one in enumerate(lines, 1) if old in one)
    found = [
        f"{one.line} {one.severity} {one.code} {one.message}" for one in en.read(text=text, format="ical").diagnostics
    ]
    assert len(found) == 1
    assert found[0].startswith(f"{line} {finding}")


def test_data_of_others_is_kept_as_it_is() -> None:
    given = 'STRUCTURED-DATA;VALUE=TEXT;FMTTYPE=application/ld+json;SCHEMA="https://schema.org/Event":{"name":"B"}'
    lines = [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "DTSTART:20240501T093000",
        "SUMMARY:A",
        given,
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    event = en.load(text="\n".join(lines), format="ical")
    assert event.name == "A"
    assert event.extra == {given.rpartition(":{")[0]: '{"name":"B"}'}


def test_the_command_line_offers_the_profiles(tmp_path: Path) -> None:
    source = str(EXAMPLES / "two-days-of-civic-data.md")
    rich = CliRunner().invoke(eventnotes, ["convert", source, "--to", "ical", "--profile", "rich"])
    assert (rich.exit_code, rich.stderr) == (0, "")
    assert rich.stdout_bytes == en.write(two_days(), "ical", profile="rich")
    wrong = CliRunner().invoke(eventnotes, ["convert", source, "--to", "json", "--profile", "rich"])
    assert (wrong.exit_code, wrong.stderr.splitlines()[-1]) == (2, "Error: json has no option profile")


def test_several_events_share_the_zones_of_all_their_years() -> None:
    years = [
        made(start=f"{year}-05-01", timezone="Europe/London", sessions=[{"title": "A", "start": "T09:30"}])
        for year in (2024, 1970)
    ]
    lines = unfolded(b"".join(en.write_all(years, "ical")))
    assert lines.count("BEGIN:VTIMEZONE") == 1
    assert "DTSTART:19720319T020000" in lines
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//eventnotes//eventnotes//EN"]
    assert not any(one.startswith(("NAME", "X-WR")) for one in lines)
    both = [made(start="2024-05-01T09:30", timezone=zone) for zone in ("Asia/Kolkata", "Europe/London")]
    with pytest.raises(ValueError, match="same UID") as refused:
        b"".join(en.write_all(both, "ical"))
    assert (
        str(refused.value)
        == '"PyDay" and "PyDay" would have the same UID; give one of them another id, or another start'
    )
    lines = unfolded(b"".join(en.write_all([both[0], both[1].replace(id="other")], "ical")))
    assert [one for one in lines if one.startswith("TZID:")] == ["TZID:Asia/Kolkata", "TZID:Europe/London"]


@pytest.mark.parametrize("is_rich", [False, True])
def test_split_into_one_component_a_file(is_rich: bool) -> None:
    event = two_days()
    whole = icalendar.Calendar.from_ical(en.write(event, "ical", profile="rich" if is_rich else "core"))
    parts = {name: b"".join(pieces) for name, pieces in files([event], is_rich=is_rich)}
    assert len(parts) == len(whole.walk("VEVENT")) > 7
    for name, data in parts.items():
        part: Any = icalendar.Calendar.from_ical(data)
        (one,) = part.walk("VEVENT")
        assert name == f"{one['UID']}.ics"
        assert re.fullmatch(r"[0-9a-f-]{36}\.ics", name)
        assert one.to_ical() in [other.to_ical() for other in whole.walk("VEVENT")]
        zoned = "tzid" in one["DTSTART"].params or "TZID" in one["DTSTART"].params
        assert len(part.walk("VTIMEZONE")) == int(zoned)


def test_every_zone_is_one_that_a_calendar_can_be_written_in() -> None:
    assert set(filter(None, ZONES)) <= zoneinfo.available_timezones()
    assert json.loads(canonical(made(timezone="Asia/Kolkata")))["timezone"] == "Asia/Kolkata"
