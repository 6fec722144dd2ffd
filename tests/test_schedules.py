"""Programmes read: schedule.json and schedule.xml of pretalx, frab and c3voc, their faults, and hostile ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import eventnotes as en
from eventnotes.diagnostic import Severity
from eventnotes.inspection import inspected
from eventnotes.limits import DEFAULT
from eventnotes.model import Event
from eventnotes.when import When

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "schedule"
PUBLISHED = {  # and what the schema, which came later, finds in each
    "pretalx-democon": set[str](),
    "pretalx-rc3": {"pattern", "additionalProperties"},
    "frab-camp2019": {"pattern", "format"},
    "hub-schedule2": set[str](),
}
needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="../shared is not here")

TALK: dict[str, Any] = {
    "id": 26,
    "guid": "8079583e-8321-506c-95af-fd2903a5f075",
    "code": "G9JGWY",
    "date": "2024-05-01T09:30:00+01:00",
    "start": "09:30",
    "duration": "00:45",
    "room": "Loft",
    "slug": "pyday-26-why-null",
    "url": "https://pyday.example/talk/G9JGWY/",
    "title": "Why *null*?",
    "subtitle": "A *sad* story",
    "track": "Languages",
    "type": "Talk",
    "language": "en",
    "abstract": "About **nothing**.",
    "description": "- one\r\n- two",
    "recording_license": "CC-BY",
    "do_not_record": False,
    "persons": [
        {"id": 7, "public_name": "Ana Lima", "biography": "Works at\nHarbour."},
        {"id": 8, "public_name": "Bo Ek"},
    ],
    "links": [{"url": "https://pyday.example/null", "title": "Null"}],
    "attachments": [{"url": "/files/null.pdf", "title": "Slides", "type": "slides"}],
}


def schedule(*talks: dict[str, Any], zone: str | None = "Europe/Lisbon", **conference: Any) -> dict[str, Any]:
    rooms: dict[str, list[dict[str, Any]]] = {}
    for one in talks:
        rooms.setdefault(str(one["room"]), []).append(one)
    day = {
        "index": 1,
        "date": "2024-05-01",
        "day_start": "2024-05-01T04:00:00+01:00",
        "day_end": "2024-05-02T03:59:00+01:00",
        "rooms": rooms,
    }
    about = {
        "acronym": "pyday",
        "title": "PyDay Lisbon",
        "start": "2024-05-01",
        "end": "2024-05-01",
        "daysCount": 1,
        "timeslot_duration": "00:05",
        **({"time_zone_name": zone} if zone else {}),
        **conference,
        "days": [day],
    }
    return {"schedule": {"version": "v1", "base_url": "https://pyday.example/", "conference": about}}


def as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False)


def as_xml(data: dict[str, Any], *, base: bool = True) -> str:
    """The schedule.xml that says the same as a schedule.json of version 1, as the XSD of c3voc has it."""
    about = data["schedule"]["conference"]
    names = {"daysCount": "days"}
    facts = {names.get(key, key): value for key, value in about.items() if key not in ("days", "rooms")}
    lines = [f"<version>{data['schedule']['version']}</version>", "<conference>", *_elements(facts)]
    lines += [f"<base_url>{escape(data['schedule']['base_url'])}</base_url>"] if base else []
    lines.append("</conference>")
    for day in about["days"]:
        lines.append(
            f'<day index="{day["index"]}" date="{day["date"]}" start="{day["day_start"]}" end="{day["day_end"]}">'
        )
        for room, talks in day["rooms"].items():
            lines += [f"<room name={quoteattr(room)}>", *(line for one in talks for line in _talk(one)), "</room>"]
        lines.append("</day>")
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<schedule>", *lines, "</schedule>", ""])


def _elements(facts: dict[str, Any]) -> list[str]:
    return [f"<{key}>{escape(str(value))}</{key}>" for key, value in facts.items() if value is not None]


def _talk(talk: dict[str, Any]) -> list[str]:
    ids = " ".join(f'{key}="{talk[key]}"' for key in ("guid", "id", "code") if key in talk)
    inside = {"guid", "id", "code", "persons", "links", "attachments", "recording_license", "do_not_record", "answers"}
    lines = [f"<event {ids}>", *_elements({key: value for key, value in talk.items() if key not in inside})]
    optout = str(talk.get("do_not_record", False)).lower()
    lines.append(
        f"<recording><license>{talk.get('recording_license', '')}</license><optout>{optout}</optout></recording>"
    )
    people = [f'<person id="{one["id"]}">{escape(one["public_name"])}</person>' for one in talk["persons"]]
    lines.append(f"<persons>{''.join(people)}</persons>")
    for key, name in (("links", "link"), ("attachments", "attachment")):
        found = []
        for one in talk.get(key, ()):
            kind = f' type="{one["type"]}"' if "type" in one else ""
            found.append(f"<{name} href={quoteattr(one['url'])}{kind}>{escape(one.get('title', ''))}</{name}>")
        lines.append(f"<{key}>{''.join(found)}</{key}>")
    return [*lines, "</event>"]


def told(text: str, format: str) -> tuple[dict[str, Any], list[str]]:
    """The event as plain data, and what was found."""
    document = en.read(text=text, format=format)
    data = document.event.model_dump(mode="json", exclude_defaults=True) if document.event is not None else {}
    return data, [f"{one.line}:{one.column}: {one.severity} {one.code} {one.message}" for one in document.diagnostics]


def event_of(data: dict[str, Any], format: str = "schedule-json") -> Event:
    return en.load(text=as_json(data) if format == "schedule-json" else as_xml(data), format=format)


def test_a_programme_in_the_terms_of_the_model() -> None:
    later = {
        **TALK,
        "id": 27,
        "guid": "x",
        "code": "C",
        "title": "Before",
        "date": "2024-05-01T09:00:00+01:00",
        "room": "Hall",
    }
    later |= {"start": "09:00", "persons": [TALK["persons"][1]], "subtitle": None, "abstract": "", "description": None}
    later |= {"links": [], "attachments": [], "url": "", "recording_license": "", "do_not_record": None}
    assert told(as_json(schedule(TALK, later, keywords=["python"], url="https://pyday.example/")), "schedule-json") == (
        {
            "eventnotes": 1,
            "id": "pyday-lisbon",
            "name": "PyDay Lisbon",
            "start": "2024-05-01",
            "end": "2024-05-01",
            "timezone": "Europe/Lisbon",
            "website": "https://pyday.example/",
            "tags": ["python"],
            "speakers": [
                {"id": "bo-ek", "name": "Bo Ek", "extra": {"id": 8}},
                {"id": "ana-lima", "name": "Ana Lima", "bio": "Works at\nHarbour.", "extra": {"id": 7}},
            ],
            "sessions": [
                {
                    "id": "before",
                    "title": "Before",
                    "kind": "Talk",
                    "start": "2024-05-01T09:00",
                    "end": "2024-05-01T09:45",
                    "room": "Hall",
                    "track": "Languages",
                    "speakers": ["bo-ek"],
                    "language": "en",
                    "extra": {"id": 27, "guid": "x", "code": "C", "slug": "pyday-26-why-null"},
                },
                {
                    "id": "why-null",
                    "title": "Why \\*null\\*?",
                    "kind": "Talk",
                    "start": "2024-05-01T09:30",
                    "end": "2024-05-01T10:15",
                    "room": "Loft",
                    "track": "Languages",
                    "speakers": ["ana-lima", "bo-ek"],
                    "language": "en",
                    "links": [
                        {"url": "https://pyday.example/talk/G9JGWY/"},
                        {"url": "https://pyday.example/null", "title": "Null"},
                        {"url": "https://pyday.example/files/null.pdf", "title": "Slides", "rel": "slides"},
                    ],
                    "abstract": "A \\*sad\\* story\n\nAbout **nothing**.\n\n- one\n- two",
                    "extra": {
                        "id": 26,
                        "guid": "8079583e-8321-506c-95af-fd2903a5f075",
                        "code": "G9JGWY",
                        "slug": "pyday-26-why-null",
                        "recording_license": "CC-BY",
                        "do_not_record": False,
                    },
                },
            ],
            "notes": "## <!-- session: before -->\n\n## <!-- session: why-null -->",
            "extra": {
                "version": "v1",
                "base_url": "https://pyday.example/",
                "acronym": "pyday",
                "timeslot_duration": "00:05",
            },
        },
        [],
    )


def test_xml_says_the_same_as_json() -> None:
    people = [{"id": one["id"], "public_name": one["public_name"]} for one in TALK["persons"]]
    data = schedule({**TALK, "persons": people, "title": 'A < B & "C" ⌛ 𝔘'})
    assert event_of(data, "schedule-xml") == event_of(data)


@pytest.mark.parametrize("format", ["schedule-json", "schedule-xml"])
@pytest.mark.parametrize(
    ("changes", "zone", "start", "end"),
    [
        ({"duration": "01:30"}, "Europe/Lisbon", "2024-05-01T09:30", "2024-05-01T11:00"),
        ({"duration": "2:00:30"}, "Europe/Lisbon", "2024-05-01T09:30", "2024-05-03T10:00"),
        ({"duration": "00:45:30"}, "Europe/Lisbon", "2024-05-01T09:30", "2024-05-01T10:15:30"),
        ({"duration": 30}, "Europe/Lisbon", "2024-05-01T09:30", "2024-05-01T10:00"),
        ({"duration": "00:00"}, "Europe/Lisbon", "2024-05-01T09:30", None),
        ({"duration": ""}, "Europe/Lisbon", "2024-05-01T09:30", None),
        ({"end": "2024-05-01T12:00:00+01:00"}, "Europe/Lisbon", "2024-05-01T09:30", "2024-05-01T12:00"),
        ({}, "UTC", "2024-05-01T09:30+01:00", "2024-05-01T10:15+01:00"),
        ({}, None, "2024-05-01T09:30+01:00", "2024-05-01T10:15+01:00"),
        ({"date": "2024-05-01T08:30:00Z"}, None, "2024-05-01T08:30Z", "2024-05-01T09:15Z"),
        ({"date": "2024-05-01"}, "Europe/Lisbon", "2024-05-01T09:30", "2024-05-01T10:15"),
        ({"date": ""}, "Europe/Lisbon", "2024-05-01T09:30", "2024-05-01T10:15"),
        ({"date": "", "start": "9:30:00"}, "Europe/Lisbon", "2024-05-01T09:30", "2024-05-01T10:15"),
        ({"date": "", "start": "00:30"}, "Europe/Lisbon", "2024-05-02T00:30", "2024-05-02T01:15"),
        ({"date": "", "start": ""}, "Europe/Lisbon", None, None),
        ({"date": "2024-05-01", "start": ""}, "Europe/Lisbon", "2024-05-01", "2024-05-01T00:45"),
        (
            {"date": "2024-03-31T00:30:00Z", "duration": "01:00"},
            "Europe/Lisbon",
            "2024-03-31T00:30",
            "2024-03-31T02:30",
        ),
        ({"date": "2024-10-27T00:30:00Z"}, "Europe/Lisbon", "2024-10-27T00:30Z", "2024-10-27T01:15Z"),
        ({"date": "2024-10-27T01:30:00+01:00"}, "Europe/Lisbon", "2024-10-27T01:30", "2024-10-27T01:15Z"),
        ({"date": "2024-10-27T01:30:00+00:00"}, "Europe/Lisbon", "2024-10-27T01:30+00:00", "2024-10-27T02:15"),
    ],
)
def test_times(format: str, changes: dict[str, Any], zone: str | None, start: str | None, end: str | None) -> None:
    session = event_of(schedule({**TALK, **changes}, zone=zone), format).sessions[0]
    assert (session.start, session.end) == (start, end)


def test_a_start_that_contradicts_the_date_is_kept() -> None:
    assert event_of(schedule({**TALK, "start": "10:30"})).sessions[0].extra["start"] == "10:30"


def place_of(text: str, words: str, nth: int = 1) -> str:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return f"{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"


FAULTS = {
    "duration": ({"duration": "99:99"}, "99:99", 'error date "99:99" is no duration'),
    "long": ({"duration": "9999:00", "date": "9998-12-31T09:00:00+00:00"}, "9999:00", 'error date "9999:00": '),
    "date": ({"date": "2024-13-01T09:00:00+01:00"}, "2024-13-01T", "error date "),
    "no-day": ({"date": "2024-02-30T09:00:00+01:00"}, "2024-02-30T", "error date "),
    "end": ({"end": "soon"}, "soon", 'error date "soon" is no date or time of a schedule'),
    "clock": ({"date": "", "start": "noon"}, "noon", 'error date "noon" is no time of day'),
    "link": ({"url": "javascript:1"}, "javascript:1", 'warning url "javascript:1" is no address; it is kept in extra'),
}


@pytest.mark.parametrize("format", ["schedule-json", "schedule-xml"])
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_at_its_place(format: str, name: str) -> None:
    changes, words, message = FAULTS[name]
    data = schedule({**TALK, "title": "Ünï ⌛ 𝔘", **changes})
    text = as_json(data) if format == "schedule-json" else as_xml(data)
    place = place_of(text, f'"{words}' if format == "schedule-json" else words)
    _, found = told(text, format)
    assert len(found) == 1
    assert found[0].startswith(f"{place}: {message}")


@pytest.mark.parametrize(
    ("changes", "words", "message"),
    [
        ({"title": 5}, None, None),
        ({"title": ["a"]}, "[", "error type title should be text"),
        ({"persons": ["Ana"]}, '"Ana"', "error type this item of persons should be a mapping"),
        ({"persons": [{"id": 7}]}, "{", "warning missing this person has no name, and is left out"),
        ({"links": "x"}, '"x"', "error type this item of links should be a mapping"),
        ({"links": [{"title": "Null"}]}, "{", "warning url there is no address here; it is kept in extra"),
        ({"abstract": "a\u0007"}, '"a\\u0007"', "error text abstract should be text without control characters"),
        ({"answers": [float("1e400")]}, "Infinity", "error json-syntax not JSON: Infinity"),
    ],
)
def test_data_of_another_type_is_told_at_its_place(changes: dict[str, Any], words: str | None, message: str) -> None:
    text = as_json(schedule({**TALK, **changes}))
    _, found = told(text, "schedule-json")
    if words is None:
        assert found == []
    else:
        key = next(iter(changes))
        start = text.index(words, text.index(f'"{key}"', text.index('"guid"')) + len(key) + 2)
        assert found[0].startswith(f"{place_of(text[:start] + chr(0), chr(0))}: {message}")


@pytest.mark.parametrize(
    ("text", "format", "finding"),
    [
        ("{}", "schedule-json", "1:1: error type-root this schedule has no conference"),
        ("[]", "schedule-json", "1:1: error type-root this schedule has no conference"),
        ('{"schedule": {"conference": 5}}', "schedule-json", "1:1: error type-root this schedule has no conference"),
        ('{"schedule": {"conference": {}}}', "schedule-json", "1:29: error missing this conference has no title"),
        (
            "<schedule>\n<conference>\n</conference></schedule>",
            "schedule-xml",
            "2:1: error missing this conference has no title",
        ),
        ("<html/>", "schedule-xml", '1:1: error type-root this is no schedule: its first element is "html"'),
        ("<schedule/>", "schedule-xml", "1:1: error type-root this schedule has no conference"),
        ("<schedule>", "schedule-xml", "1:10: error xml-syntax not XML: no element found"),
        (
            "<schedule>\nÜ & ü</schedule>",
            "schedule-xml",
            "2:3: error xml-syntax not XML: not well-formed (invalid token)",
        ),
        ("<a>𝔘𝔘</b>", "schedule-xml", "1:8: error xml-syntax not XML: mismatched tag"),
        ("<a>&all;</a>", "schedule-xml", "1:4: error xml-syntax not XML: undefined entity"),
        (
            '<?xml version="1.0" encoding="UTF-16"?><a/>',
            "schedule-xml",
            '1:1: error encoding the encoding "UTF-16" is not read',
        ),
        (
            " \n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
            "schedule-xml",
            "2:1: error xml-doctype a DOCTYPE is not read: its entities can unfold without end, or fetch files",
        ),
        ("<a>" * 65, "schedule-xml", "1:193: error limit-depth 65 is over the limit of 64 (depth)"),
    ],
)
def test_what_is_no_schedule_is_refused_at_its_place(text: str, format: str, finding: str) -> None:
    assert told(text, format) == ({}, [finding])


@pytest.mark.parametrize(
    ("limit", "size", "finding"),
    [
        ("keys", 1, "2:1: error limit-keys 2 is over the limit of 1 (keys)"),
        ("values", 4, "2:1: error limit-values 5 is over the limit of 4 (values)"),
        ("text", 3, "1:11: error limit-text 4 is over the limit of 3 (text)"),
    ],
)
def test_limits_hold_for_xml(limit: str, size: int, finding: str) -> None:
    text = '<schedule><version>long</version>\n<a b="" c=""/>\n<d/></schedule>'
    document = en.read(text=text, format="schedule-xml", limits=DEFAULT.but(limit, size))
    assert [f"{one.line}:{one.column}: {one.severity} {one.code} {one.message}" for one in document.diagnostics] == [
        finding
    ]


def test_people_are_told_apart_by_the_ids_of_the_conference() -> None:
    people = [{"id": 1, "public_name": "Mo"}, {"id": 2, "public_name": "Mo"}, {"id": 1, "public_name": "Mo"}]
    event = event_of(schedule({**TALK, "persons": people}))
    assert [one.extra["id"] for one in event.speakers] == [1, 2]
    assert event.sessions[0].speakers == tuple(str(one.id) for one in event.speakers)
    assert len(set(event.sessions[0].speakers)) == 2


@pytest.mark.parametrize(
    ("keywords", "tags"), [(["craft", "a, b", ""], ["craft", "a, b"]), ("craft,, a ", ["craft", "a"])]
)
def test_keywords_are_a_list_or_a_text_with_commas(keywords: object, tags: list[str]) -> None:
    event, found = told(as_json(schedule(TALK, keywords=keywords)), "schedule-json")
    assert (event["tags"], found) == (tags, [])


@pytest.mark.parametrize("keywords", [777, ["craft", 777]])
def test_a_keyword_that_is_no_text_is_told(keywords: object) -> None:
    text = as_json(schedule(TALK, keywords=keywords))
    _, found = told(text, "schedule-json")
    assert found == [f"{place_of(text, '777')}: error type this item of keywords should be text"]


def test_rooms_that_are_no_mapping_are_told() -> None:
    data = schedule(TALK)
    data["schedule"]["conference"]["days"][0]["rooms"] = [{"name": "Loft", "events": [TALK]}]
    text = as_json(data)
    event, found = told(text, "schedule-json")
    assert event["name"] == "PyDay Lisbon"
    assert found == [f"{place_of(text, '[', 2)}: error type rooms should be a mapping"]


def test_a_talk_in_no_room_is_read_from_xml() -> None:
    text = as_xml(schedule(TALK)).replace('<room name="Loft">', "").replace("</room>\n</day>", "</day>")
    (session,) = en.load(text=text.replace("<room>Loft</room>", ""), format="schedule-xml").sessions
    assert (session.title, session.room) == ("Why \\*null\\*?", None)


def test_whoever_is_listed_and_does_not_speak_is_kept() -> None:
    people = [{"name": "Zoe"}, {"guid": "z", "name": "Zed"}, "Zachary"]
    data = schedule(TALK)
    data["schedule"]["persons"] = people
    assert event_of(data).extra["persons"] == people


def test_a_list_of_tracks_that_is_none_is_kept() -> None:
    assert event_of(schedule({**TALK, "track": {"slug": "py"}}, tracks=5)).extra["tracks"] == 5


def test_what_is_no_language_is_kept() -> None:
    session = event_of(schedule({**TALK, "language": "German, formal"})).sessions[0]
    assert (session.language, session.extra["language"]) == (None, "German, formal")


def test_the_second_version_is_read() -> None:
    talk = {
        "guid": "270fa44c-821a-577f-8ca3-33e8d4a8c2a7",
        "start": "2024-12-27T10:30:00+01:00",
        "end": "2024-12-27T11:00:00+01:00",
        "room": {"name": "Saal 1", "guid": "b"},
        "track": {"slug": "ccc"},
        "title": "Opening",
        "type": "TALK",
        "abstract": {"de": "Hallo", "en": "Hello"},
        "participants": [
            {"guid": "p", "name": "Ana", "role": "SPEAKER"},
            {"guid": "q", "name": "Bo", "role": "MODERATOR"},
        ],
    }
    about = {"title": "38C3", "time_zone_name": "Europe/Berlin", "tracks": [{"name": "CCC", "slug": "ccc"}]}
    people = [{"guid": "p", "name": "Ana", "biography": "Bio"}, {"guid": "z", "name": "Zoe"}]
    data = {"schedule": {"version": "2", "conference": about, "events": [talk], "persons": people}}
    event, found = told(json.dumps(data), "schedule-json")
    assert found == []
    assert event["speakers"] == [
        {"id": "ana", "name": "Ana", "bio": "Bio", "extra": {"guid": "p"}},
        {"id": "bo", "name": "Bo", "extra": {"guid": "q"}},
    ]
    assert event["sessions"] == [
        {
            "id": "opening",
            "title": "Opening",
            "kind": "TALK",
            "start": "2024-12-27T10:30",
            "end": "2024-12-27T11:00",
            "room": "Saal 1",
            "track": "CCC",
            "speakers": ["ana"],
            "moderators": ["bo"],
            "abstract": "Hello",
            "extra": {"guid": "270fa44c-821a-577f-8ca3-33e8d4a8c2a7", "abstract": {"de": "Hallo"}},
        }
    ]
    assert event["extra"]["persons"] == [people[1]]


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ('{"schedule": {"conference": {"title": "A"}}}', "schedule-json"),
        (
            '\ufeff {\n"$schema" : "a\\"b", "generator":{"name":"c"},"schedule":{"conference": {"title": "A"}}}',
            "schedule-json",
        ),
        ('{"name": "A", "extra": {"schedule": {"conference": {"title": "B"}}}}', "json"),
        ('{"name": "A", "schedule": {"conference": {}}}', "json"),
        ('{"schedule": [], "name": "A"}', "json"),
    ],
)
def test_a_json_file_is_known_by_how_it_begins(text: str, format: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    document = en.read(path)
    assert document.format.name == format
    assert document.event is not None
    assert document.event.name == "A"
    assert en.read(path, format="json").format.name == "json"


@needs_corpus
@pytest.mark.parametrize("name", PUBLISHED)
def test_published_programmes_are_read_whole(name: str) -> None:
    path = CORPUS / f"validator__json__examples__{name}.json"
    source = json.loads(path.read_text(encoding="utf-8"))
    judge = "schema2" if "events" in source["schedule"] else "schema"
    schema = json.loads((CORPUS / f"validator__json__{judge}.json").read_text(encoding="utf-8"))
    assert {one.schema_path[-1] for one in jsonschema_rs.validator_for(schema).iter_errors(source)} == PUBLISHED[name]
    document = en.read(path)
    assert (document.format.name, document.diagnostics) == ("schedule-json", ())
    assert document.event is not None
    conference = source["schedule"]["conference"]
    talks = source["schedule"].get("events") or [
        one for day in conference["days"] for room in day["rooms"].values() for one in room
    ]
    assert {one.extra["guid"] for one in document.event.sessions} == {one["guid"] for one in talks}
    by_guid = {one.extra["guid"]: one for one in document.event.sessions}
    names = {one.id: one.name for one in document.event.speakers}
    for talk in talks:
        session = by_guid[talk["guid"]]
        assert session.start is not None
        stated = When(talk["date"] if "date" in talk else talk["start"])
        assert session.start.at(document.event).earliest == stated.earliest
        people = talk.get("persons") or talk.get("participants") or []
        assert [names[one] for one in session.speakers] == [
            (one.get("public_name") or one["name"]).strip() for one in people
        ]
        assert session.room == (talk["room"] if isinstance(talk["room"], str) else talk["room"]["name"])


@needs_corpus
def test_xml_that_the_xsd_of_c3voc_accepts_says_the_same() -> None:
    source = json.loads((CORPUS / "validator__json__examples__pretalx-democon.json").read_text(encoding="utf-8"))
    for day in source["schedule"]["conference"]["days"]:
        for talks in day["rooms"].values():
            for talk in talks:
                talk["persons"] = [{"id": one["id"], "public_name": one["public_name"]} for one in talk["persons"]]
    del source["schedule"]["conference"]["rooms"]
    text = as_xml(source)
    judge = etree.XMLSchema(etree.parse(CORPUS / "validator__xsd__schedule.xml.xsd"))
    assert judge.validate(etree.fromstring(text.encode())), judge.error_log
    assert event_of(source, "schedule-xml") == event_of(source)


def mutated(text: str) -> st.SearchStrategy[str]:
    """The text with a few pieces taken out, doubled, or replaced."""
    pieces = st.sampled_from(["", "<", ">", "&", '"', "{", "]", "null", "5", "\x00", "]]>", "<!--", "<![CDATA[", "𝔘"])
    edits = st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 40), pieces), max_size=4)

    def edited(changes: list[tuple[int, int, str]]) -> str:
        result = text
        for start, size, piece in changes:
            result = result[:start] + piece + result[start + size :]
        return result

    return edits.map(edited)


@given(
    st.one_of(
        mutated(as_json(schedule(TALK))).map(lambda text: (text, "schedule-json")),
        mutated(as_xml(schedule(TALK))).map(lambda text: (text, "schedule-xml")),
    )
)
def test_any_text_gives_an_event_or_a_finding_at_a_place_in_it(source: tuple[str, str]) -> None:
    text, format = source
    document = en.read(text=text, format=format)
    assert document.event is not None or any(one.severity is Severity.ERROR for one in document.diagnostics)
    lines = text.split("\n")
    assert all(1 <= one.line <= len(lines) + 1 and one.column >= 1 for one in document.diagnostics)


@needs_corpus
@pytest.mark.parametrize("name", PUBLISHED)
def test_published_programmes_pass_the_check_as_write_ups(name: str) -> None:
    event = en.load(CORPUS / f"validator__json__examples__{name}.json")
    document = en.read(data=en.write(event, "markdown"))
    assert document.event == event
    found = inspected(document, named=True).diagnostics
    assert {one.severity for one in found} <= {Severity.WARNING}
    assert {one.code for one in found} <= {"speaker-double-booked", "bad-link", "unsplit-name"}
