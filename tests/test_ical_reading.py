"""Calendars read: our own, those of other programs, and hostile ones; and what converting into them loses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.diagnostic import Severity
from eventnotes.formats._plain_text import marked, marked_line, plain, plain_line
from eventnotes.model import Event
from eventnotes.testing import fragments

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "ics"
EXAMPLES = ROOT / "examples"


def calendar(*lines: str, about: tuple[str, ...] = ()) -> str:
    inside = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20240501T000000Z", *lines, "END:VEVENT"]
    return "\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a.example//EN", *about, *inside, "END:VCALENDAR", ""]
    )


def told(text: str) -> tuple[dict[str, Any], list[str]]:
    """The event as plain data, and what was found."""
    document = en.read(text=text, format="ical")
    data = document.event.model_dump(mode="json", exclude_defaults=True) if document.event is not None else {}
    return data, [f"{one.line}: {one.severity} {one.code} {one.message}" for one in document.diagnostics]


def test_an_event_and_its_sessions() -> None:
    text = calendar(
        "DTSTART;VALUE=DATE:20240501",
        "DTEND;VALUE=DATE:20240503",
        "SUMMARY;LANGUAGE=en:PyDay\\, Lisbon",
        "LOCATION:Harbour Hall",
        "GEO:38.7;-9",
        "URL:https://a.example/",
        "CATEGORIES:a\\,b,c",
        "CATEGORIES:d\\\\,e",
        "CONFERENCE;VALUE=URI:https://a.example/live",
        "DESCRIPTION:What is *new*?\\n- a",
        ' nd "more"',
        'ORGANIZER;CN="Ana Lima":mailto:ana@a.example',
        "RRULE:FREQ=YEARLY",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:2",
        "RELATED-TO;RELTYPE=PARENT:1",
        "DTSTART;TZID=Europe/Lisbon:20240501T093000",
        "DURATION:PT45M",
        "SUMMARY:Why *null*?",
        "LOCATION:Loft\\, Harbour Hall",
        "URL:https://a.example/null",
        "DESCRIPTION:Plain",
        "CONFERENCE;VALUE=URI:https://a.example/live",
        about=("X-WR-CALNAME:PyDays", "X-WR-TIMEZONE:Europe/Lisbon"),
    )
    assert told(text) == (
        {
            "eventnotes": 1,
            "id": "pyday-lisbon",
            "name": "PyDay, Lisbon",
            "start": "2024-05-01",
            "end": "2024-05-02",
            "timezone": "Europe/Lisbon",
            "venue": {"name": "Harbour Hall", "latitude": 38.7, "longitude": -9.0},
            "online": "https://a.example/live",
            "website": "https://a.example/",
            "tags": ["a,b", "c", "d\\", "e"],
            "language": "en",
            "summary": 'What is \\*new\\*?\\\n\\- and "more"',
            "sessions": [
                {
                    "id": "why-null",
                    "title": "Why \\*null\\*?",
                    "start": "2024-05-01T09:30",
                    "end": "2024-05-01T10:15",
                    "room": "Loft",
                    "links": [{"url": "https://a.example/null"}],
                    "abstract": "Plain",
                    "extra": {"UID": "2"},
                }
            ],
            "notes": "## <!-- session: why-null -->",
            "extra": {
                "X-WR-CALNAME": "PyDays",
                "UID": "1",
                'ORGANIZER;CN="Ana Lima"': "mailto:ana@a.example",
                "RRULE": "FREQ=YEARLY",
            },
        },
        [],
    )


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["DTSTART:20240501T093007Z"], "2024-05-01T09:30:07Z", None),
        (["DTSTART:20240501T093000"], "2024-05-01T09:30", None),
        (["DTSTART;VALUE=DATE:20240501", "DTEND;VALUE=DATE:20240501"], "2024-05-01", "2024-05-01"),
        (["DTSTART;value=date:20240501"], "2024-05-01", None),
        (["DTSTART;VALUE=DATE:20240501", "DURATION:P1W"], "2024-05-01", "2024-05-07"),
        (["DTSTART:20240501T233000Z", "DURATION:P1DT30M"], "2024-05-01T23:30Z", "2024-05-03T00:00Z"),
        (["DTSTART;TZID=/a.example/1/Asia/Kolkata:20240501T093000"], "2024-05-01T09:30", None),
        (
            ["DTSTART;TZID=Asia/Kolkata:20240501T093000", "DTEND;TZID=Europe/London:20240501T093000"],
            "2024-05-01T09:30",
            "2024-05-01T09:30+01:00",
        ),
    ],
)
def test_dates_and_times(lines: list[str], start: str, end: str | None) -> None:
    data, found = told(calendar("SUMMARY:PyDay", *lines))
    assert (data["start"], data.get("end"), found) == (start, end, [])


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("DTSTART:20241399T990000Z", '10: error date "20241399T990000Z" is no date or time of a calendar'),
        ("DTSTART:00000101T000000Z", '10: error date "00000101T000000Z" is no date or time of a calendar'),
        ("DTSTART;VALUE=BINARY:AAAA", '10: error date "AAAA" is no date or time of a calendar'),
        ("DTSTART;TZID=Mars/Olympus:20240501T093000", '10: error timezone there is no time zone "Mars/Olympus"'),
        ("DTSTART;TZID=America:20240501T093000", '10: error timezone there is no time zone "America"'),
        ("DTSTART;TZID=/etc/localtime:20240501T093000", '10: error timezone there is no time zone "/etc/localtime"'),
        ("SUMMARY:Other", "10: error duplicate-key SUMMARY stands twice in this event; the first is read"),
        ("LOCATION Hall", "10: error ical-syntax this is no line of a calendar"),
        ('ATTENDEE;CN="Ada:mailto:a@a.example', "10: error ical-syntax this is no line of a calendar"),
        ("END:VTODO", '10: error ical-syntax "VTODO" ends here and is not open'),
        ("URL:nowhere", '10: error url website should be an absolute URL: http://… or https://…, not "nowhere"'),
    ],
)
def test_a_fault_is_told_at_its_line_and_the_rest_is_read(line: str, finding: str) -> None:
    data, found = told(calendar("SUMMARY:PyDay", "COMMENT:folded", " twice", line))
    assert (data["name"], data["extra"], found) == ("PyDay", {"UID": "1", "COMMENT": "foldedtwice"}, [finding])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("BEGIN:VCARD\nEND:VCARD\n", "1: error ical-syntax this is no calendar"),
        ("/etc/passwd", "1: error ical-syntax this is no calendar"),
        (calendar("DTSTART:20240501T093000Z"), "4: error missing this event has no SUMMARY"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "1: error empty there is no event in this calendar"),
        ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 80, "65: error limit-depth 65 is over the limit of 64 (depth)"),
        (
            calendar("CATEGORIES:" + "a," * 10_000),
            "7: error limit-items 10,001 is over the limit of 10,000 (items)",
        ),
        (calendar("COMMENT:" + "a" * 256_001), "7: error limit-text 256,001 is over the limit of 256,000 (text)"),
        (calendar("COMMENT" + ";A=b" * 1001 + ":"), "7: error limit-keys 1,001 is over the limit of 1,000 (keys)"),
        (
            calendar(*(f"X-{one}:a" for one in range(1001))),
            "4: error limit-keys 1,002 is over the limit of 1,000 (keys)",
        ),
    ],
)
def test_what_cannot_be_read_says_why(text: str, finding: str) -> None:
    assert told(text) == ({}, [finding])


def test_other_events_and_components_are_told() -> None:
    more = ("END:VEVENT", "BEGIN:VTODO", "BEGIN:VALARM", "END:VALARM", "END:VTODO", "BEGIN:VEVENT", "SUMMARY:B")
    data, found = told(calendar("SUMMARY:A", *more))
    assert data["name"] == "A"
    assert found == [
        '9: warning not-read "VTODO" is not read (1 in this calendar)',
        '10: warning not-read "VALARM" is not read (1 in this calendar)',
        "13: warning several-events this calendar holds 2 events; one and its sessions are read",
    ]


def test_only_a_parent_makes_a_session_and_other_relations_are_kept() -> None:
    head, end = "BEGIN:VEVENT\nSUMMARY:A\n", "END:VEVENT\n"
    others = "RELATED-TO;RELTYPE=SIBLING:3\nRELATED-TO;RELTYPE=x-follows:4\n"
    text = f"BEGIN:VCALENDAR\n{head}UID:1\nRELATED-TO;RELTYPE=CHILD:2\n{end}{head}UID:2\nRELATED-TO:1\n{others}{end}"
    text += f"{head}UID:3\nRELATED-TO;RELTYPE=sibling:2\n{end}{head}UID:4\nRELATED-TO:elsewhere\n{end}END:VCALENDAR\n"
    told_of = [one.event for one in en.read_all(text=text, format="ical")]
    assert [one and one.extra for one in told_of] == [
        {"UID": "1", "RELATED-TO;RELTYPE=CHILD": "2"},
        {"UID": "3", "RELATED-TO;RELTYPE=sibling": "2"},
        {"UID": "4", "RELATED-TO": "elsewhere"},
    ]
    assert told_of[0] is not None
    assert [one.extra for one in told_of[0].sessions] == [
        {"UID": "2", "RELATED-TO;RELTYPE=SIBLING": "3", "RELATED-TO;RELTYPE=x-follows": "4"}
    ]


def test_a_zone_that_the_file_defines_and_iana_does_not_know_is_told() -> None:
    zone = ("BEGIN:VTIMEZONE", "TZID:Custom", "BEGIN:STANDARD", "TZOFFSETTO:+9999", "END:STANDARD", "END:VTIMEZONE")
    data, found = told(calendar("SUMMARY:A", "DTSTART;TZID=Custom:20240501T093000", about=zone))
    assert data["start"] == "2024-05-01T09:30"
    assert found == [
        '7: error ical-syntax "+9999" is no offset from UTC',
        '14: warning timezone the time zone "Custom" has no IANA name; its times are read without a zone',
    ]


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("Europe/Londno", 'there is no time zone "Europe/Londno"'),
        (" Custom", 'the time zone "Custom" has no IANA name'),
    ],
)
@pytest.mark.parametrize(("zone", "timezone"), [("", None), (";TZID=Asia/Tokyo", "Asia/Tokyo")])
def test_a_stated_zone_that_is_none_is_told(stated: str, said: str, zone: str, timezone: str | None) -> None:
    about = ("BEGIN:VTIMEZONE", "TZID:Custom", "END:VTIMEZONE", f"X-WR-TIMEZONE:{stated}")
    data, found = told(calendar("SUMMARY:A", f"DTSTART{zone}:20240501T093000", about=about))
    assert (data["start"], data.get("timezone")) == ("2024-05-01T09:30", timezone)
    assert found == [f"7: warning timezone {said}; times are read as if none were stated for the calendar"]


def test_a_zone_is_stated_for_the_calendar_in_which_it_stands() -> None:
    first = calendar("SUMMARY:A", "DTSTART:20240501T093000", about=("X-WR-TIMEZONE:Asia/Tokyo",))
    text = first + calendar("SUMMARY:B", "DTSTART:20240502T093000", about=("X-WR-TIMEZONE:Europe/Lisbon",))
    events = [one.event for one in en.read_all(text=text, format="ical")]
    assert [one and one.timezone for one in events] == ["Asia/Tokyo", "Europe/Lisbon"]


def test_a_line_may_be_folded_inside_a_character() -> None:
    data = calendar("SUMMARY:caf\u00e9").replace("\n", "\r\n").encode().replace(b"\xc3\xa9", b"\xc3\r\n \xa9")
    document = en.read(data=data, format="ical")
    assert document.event is not None
    assert (document.event.name, document.diagnostics) == ("café", ())


def test_reading_opens_no_file_and_expands_no_rule() -> None:
    hostile = calendar("SUMMARY:A", "RRULE:FREQ=SECONDLY", "ATTACH:file:///etc/passwd")
    with patch("builtins.open", side_effect=AssertionError("a file was opened")):
        data, found = told(hostile)
    assert (data["extra"], found) == ({"UID": "1", "RRULE": "FREQ=SECONDLY", "ATTACH": "file:///etc/passwd"}, [])


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
def test_calendars_of_other_programs_give_an_event_or_a_finding_at_its_place() -> None:
    paths = sorted(CORPUS.rglob("*.ics"))
    assert len(paths) == 161
    events = 0
    for path in paths:
        document = en.read(path)
        errors = [one for one in document.diagnostics if one.severity is Severity.ERROR]
        events += document.event is not None
        assert document.event is not None or errors, path
        assert all(1 <= one.line <= document.text.count("\n") + 1 for one in document.diagnostics), path
    assert events > 80


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
def test_every_event_of_the_calendars_of_other_programs_is_read() -> None:
    events, sessions = 0, 0
    for path in sorted(CORPUS.rglob("*.ics")):
        documents = list(en.read_all(path))
        for one in documents:
            errors = [found for found in one.diagnostics if found.severity is Severity.ERROR]
            assert one.event is not None or errors, path
            events += one.event is not None
            sessions += len(one.event.sessions) if one.event is not None else 0
        assert all(found.code != "several-events" for one in documents for found in one.diagnostics), path
    assert events > 250
    assert sessions == 0


@given(fragments())
def test_plain_text_is_read_as_commonmark_that_says_it(text: str) -> None:
    words = " ".join(plain(text).split()) or "x"
    assert plain_line(marked_line(words)) == words
    assert plain(marked(words)) == words


@given(st.lists(st.text("ab*_-+#1.)>|[]`~=: ", min_size=1, max_size=12), min_size=1, max_size=4))
def test_lines_are_read_as_lines(lines: list[str]) -> None:
    text = "\n".join(one.strip() for one in lines if one.strip()) or "x"
    assert plain(marked(text)) == text


def test_what_is_not_held_is_found_by_reading_back(tmp_path: Path) -> None:
    lost = en.convert(EXAMPLES / "two-days-of-civic-data.md", tmp_path / "talks.ics")
    assert list(lost.items())[:9] == [
        ("series", 1),
        ("venue.name", 1),
        ("venue.address", 1),
        ("venue.locality", 1),
        ("venue.country", 1),
        ("organizers", 2),
        ("speakers", 13),
        ("sessions[].kind", 3),
        ("sessions[].speakers", 11),
    ]
    assert lost["sessions"] == 5
    assert str(lost).startswith("series (1), venue.name (1), ")
    assert en.convert(EXAMPLES / "two-days-of-civic-data.md", tmp_path / "talks.yaml") == {}


def test_what_a_calendar_holds_is_no_loss() -> None:
    session = {"title": "Why null?", "start": "T09:30", "end": "T10:15", "room": "Loft", "abstract": "An *odd* one."}
    event = Event.model_validate(
        {"name": "PyDay", "start": "2024-05-01", "timezone": "Asia/Kolkata", "venue": {"name": "Hall"}, "tags": ["a"]}
        | {"sessions": [session], "website": "https://a.example/", "language": "en", "notes": "Said."}
    )
    assert dict(en.conversion.losses(event, en.write(event, "ical"), "ical")) == {
        "sessions[].abstract": 1,
        "notes": 1,
    }


def test_the_command_line_tells_what_is_lost(tmp_path: Path) -> None:
    source, target, report = str(EXAMPLES / "one-talk.md"), tmp_path / "talk.ics", tmp_path / "losses.json"
    started = ["convert", source, "-o", str(target), "--start", "2024-05-01", "--losses", str(report)]
    refused = CliRunner().invoke(eventnotes, [*started, "--no-loss"])
    assert (refused.exit_code, refused.stdout, target.exists()) == (1, "", False)
    done = CliRunner().invoke(eventnotes, started)
    assert (done.exit_code, done.stdout) == (0, "")
    assert refused.stderr == done.stderr.replace(": not held", ": not written: not held")
    lost = json.loads(report.read_bytes())[source]
    assert lost == en.conversion.losses(en.load(source).replace(start="2024-05-01"), target.read_bytes(), "ical")
    shown = ", ".join(f"{path} ({count})" for path, count in list(lost.items())[:6])
    assert done.stderr == (f"{source}: not held by ical: {shown} and {len(lost) - 6} more; --losses FILE lists all\n")
    kept = CliRunner().invoke(eventnotes, ["convert", source, "--to", "yaml", "--no-loss"])
    assert (kept.exit_code, kept.stderr) == (0, "")


SEVERAL = """\
BEGIN:VCALENDAR
X-WR-CALNAME:All
BEGIN:VEVENT
UID:a
RELATED-TO:z
DTSTART;TZID=Europe/Lisbon:20240501T093000
SUMMARY:A
END:VEVENT
BEGIN:VEVENT
UID:c
RELATED-TO:b
DTSTART:20240502T103000Z
SUMMARY:C
LOCATION Hall
END:VEVENT
BEGIN:VEVENT
UID:b
DTSTART:20240502T093000Z
DTEND:never
SUMMARY:B
END:VEVENT
BEGIN:VEVENT
DTSTART:20240503
SUMMARY:D
END:VEVENT
BEGIN:VEVENT
UID:e
RELATED-TO:f
SUMMARY:E
END:VEVENT
BEGIN:VEVENT
UID:f
RELATED-TO:e
SUMMARY:F
END:VEVENT
END:VCALENDAR
"""


def test_each_event_of_a_calendar_is_read_with_its_sessions_and_its_faults() -> None:
    found = [
        (
            one.key,
            one.line,
            one.event and (one.event.name, one.event.start, one.event.timezone),
            [session.title for session in one.event.sessions] if one.event else None,
            [f"{said.line} {said.code}" for said in one.diagnostics],
        )
        for one in en.read_all(text=SEVERAL, format="ical")
    ]
    assert found == [
        ("a", 3, ("A", "2024-05-01T09:30", "Europe/Lisbon"), [], []),
        ("b", 16, ("B", "2024-05-02T09:30Z", None), ["C"], ["14 ical-syntax", "19 date"]),
        (None, 22, ("D", "2024-05-03", None), [], []),
        ("e", 26, ("E", None, None), ["F"], []),
    ]


def test_a_calendar_without_events_is_told_once_and_a_broken_one_is_refused() -> None:
    for text in ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "x"):
        (document,) = en.read_all(text=text, format="ical")
        assert document.event is None
        assert len(document.diagnostics) == 1


def test_the_events_of_a_calendar_are_listed_and_chosen_by_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("all.ics").write_text(SEVERAL.replace("LOCATION Hall\n", "").replace("DTEND:never\n", ""), encoding="utf-8")
    Path("a\tb.md").write_text("---\nevent: Post\n---\n", encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(eventnotes, ["convert", *arguments])
        return result.exit_code, result.stdout, result.stderr

    listed = "a\t2024-05-01T09:30\tA\nb\t2024-05-02T09:30Z\tB\nd\t2024-05-03\tD\ne\t\tE\n"
    assert run("all.ics", "--list") == (0, listed, "")
    assert run("all.ics", "a\tb.md", "--list", "--uid", "b", "--uid", "post") == (
        0,
        "b\t2024-05-02T09:30Z\tB\npost\t\tPost\n",
        "",
    )
    assert run("all.ics", "--list", "-o", "list.txt") == (0, "", "")
    assert Path("list.txt").read_text(encoding="utf-8") == listed
    code, shown, said = run("all.ics", "--uid", "b")
    assert (code, json.loads(shown)["name"], said) == (0, "B", "")
    code, shown, said = run("all.ics", "--uid", "b", "--uid", "d", "--to", "jsonl")
    assert (code, [json.loads(one)["name"] for one in shown.splitlines()], said) == (0, ["B", "D"], "")
    none = 'no event has the key "x"; --list prints those that there are\n'
    assert run("all.ics", "--uid", "x", "-o", "x.json") == (1, "", none)
    assert not Path("x.json").exists()
    several = "several events need -o with a folder to write to, or --to with one of"
    assert several in run("all.ics", "--uid", "a", "--uid", "b")[2]


def test_a_calendar_is_split_into_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = str(EXAMPLES / "two-days-of-civic-data.md")
    result = CliRunner().invoke(eventnotes, ["convert", source, "--to", "ical", "--split", "-o", "parts"])
    assert result.exit_code == 0
    assert len(list(Path("parts").iterdir())) == 9
    assert all(one.read_bytes().count(b"BEGIN:VEVENT") == 1 for one in Path("parts").iterdir())
    refused = CliRunner().invoke(eventnotes, ["convert", source, "--to", "ical", "--split"])
    assert (refused.exit_code, refused.stderr.splitlines()[-1]) == (
        2,
        "Error: --split needs -o with a folder to write to",
    )
    twice = CliRunner().invoke(eventnotes, ["convert", source, source, "--to", "ical", "-o", "all.ics"])
    assert twice.exit_code == 1
    assert twice.stderr.endswith("would have the same UID; give one of them another id, or another start\n")
    assert not Path("all.ics").exists()
