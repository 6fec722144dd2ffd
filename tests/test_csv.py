"""CSV: packages and tables, written and read; cells that are no formulas; zip files that are not what they seem."""

from __future__ import annotations

import io
import json
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.conversion import losses
from eventnotes.formats import find, given
from eventnotes.formats.csv.tables import tables
from eventnotes.limits import DEFAULT, Limits
from laws import EXAMPLES


def event_of(**data: Any) -> en.Event:
    """An event of plain data."""
    return en.Event(**data)


EVENT = event_of(
    name="PyDay",
    start="2024-05-01",
    tags=["a; b", "c\\d"],
    organizers=[{"name": "Harbour", "website": "https://example.org"}],
    speakers=[{"name": "=1+2", "aliases": ["'Ana"], "roles": [{"title": "CTO"}, {"organization": "Clinic"}]}],
    sessions=[
        {
            "id": "opening",
            "title": "Parsing, for people",
            "start": "T09:30",
            "speakers": ["speaker-1-2"],
            "moderators": ["speaker-1-2"],
            "links": [{"url": "https://example.org/slides", "rel": "slides"}],
            "quotes": [{"id": "q", "text": '"Ask first"\n- then build', "speaker": "speaker-1-2"}],
        }
    ],
    lessons=[{"id": "watch", "text": "Watch", "actions": [{"text": "Ask", "done": True}], "evidence": ["q"]}],
    frameworks=[{"id": "steps", "name": "Steps", "elements": [{"title": "One"}], "ordered": False}],
    write_up={"authors": [{"name": "Lina"}], "extra": {"layout": "post"}},
    venue={"name": "Hall", "latitude": -38.5},
    extra={"": None, "n": [1, 2.5, "-x"]},
)
TABLES = {
    "organizers": "event,position,name,website\npyday,1,Harbour,https://example.org\n",
    "authors": "event,position,name,website\npyday,1,Lina,\n",
    "speakers": "speaker,event,position,name,aliases,pronouns,bio\npyday/speaker-1-2,pyday,1,'=1+2,''Ana,,\n",
    "roles": "speaker,position,title,organization\npyday/speaker-1-2,1,CTO,\npyday/speaker-1-2,2,,Clinic\n",
    "session_speakers": "session,role,position,speaker\n"
    "pyday/opening,speaker,1,pyday/speaker-1-2\npyday/opening,moderator,1,pyday/speaker-1-2\n",
    "actions": "lesson,position,text,owner,due,done\npyday/watch,1,Ask,,,true\n",
    "elements": "framework,position,title,text\npyday/steps,1,One,\n",
    "links": "event,of,owner,position,url,title,rel\n"
    "pyday,session,pyday/opening,1,https://example.org/slides,,slides\n",
    "lessons": "lesson,event,session,position,text,details,speaker,evidence,tags\npyday/watch,pyday,,1,Watch,,,q,\n",
    "extra": "event,of,owner,position,key,value\n"
    'pyday,event,pyday,1,,null\npyday,event,pyday,2,n,"[1,2.5,""-x""]"\npyday,write_up,pyday,1,layout,"""post"""\n',
}


def tables_of(data: bytes) -> dict[str, str]:
    """The tables of a package, with LF line ends."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def package(*changes: tuple[str, str, str], event: en.Event = EVENT, **more: str) -> bytes:
    """A package of an event in which, in tables, something stands in place of something else; and more files."""
    held = tables_of(en.write(event, "csv"))
    for name, old, new in changes:
        assert held[f"{name}.csv"].count(old) == 1
        held[f"{name}.csv"] = held[f"{name}.csv"].replace(old, new)
    return zipped({**held, **{f"{name}.csv": text for name, text in more.items()}})


def zipped(files: dict[str, str | bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def found(data: bytes, **more: Any) -> list[str]:
    """What is found in a package, in all its events."""
    documents = en.read_all(data=data, format="csv", **more)
    return [str(one).removeprefix("-/") for document in documents for one in document.diagnostics]


def convert(*arguments: str) -> Result:
    return CliRunner().invoke(eventnotes, ["convert", *arguments])


class TestWriting:
    def test_each_class_has_its_table(self) -> None:
        held = tables_of(en.write(EVENT, "csv"))
        assert [*held] == ["datapackage.json", *(f"{one}.csv" for one in tables())]
        shown = {name: held[f"{name}.csv"].replace("\r\n", "\n") for name in TABLES}
        assert shown == TABLES
        quotes = held["quotes.csv"].split("\r\n", 1)
        assert quotes[0].startswith("quote,event,session,position,text,kind,speaker,attribution,relayed_by,source_url,")
        expected = 'pyday/q,pyday,pyday/opening,1,"""Ask first""\n- then build",direct,pyday/speaker-1-2,,,,,,,\r\n'
        assert quotes[1] == expected
        assert 'pyday,1,pyday,PyDay,,2024-05-01,,,Hall,,,,,-38.5,,,,,a\\; b; c\\\\d,,,"' in held["events.csv"]

    def test_lines_end_in_cr_lf_and_the_same_events_give_the_same_bytes(self) -> None:
        data = en.write(EVENT, "csv")
        assert en.write(EVENT.replace(name="PyDay"), "csv") == data
        for name, text in tables_of(data).items():
            if name.endswith(".csv"):
                inside = text.replace('"""Ask first""\n- then build"', "").replace("\r\n", "")
                assert "\r" not in inside
                assert text.endswith("\r\n")

    def test_events_of_one_id_keep_apart(self) -> None:
        events = [EVENT, en.Event(name="Pyday 2"), EVENT.replace(name="PyDay"), EVENT]
        data = b"".join(en.write_all(events, "csv"))
        keys = [line.partition(",")[0] for line in tables_of(data)["roles.csv"].split("\r\n")]
        assert keys[1::2] == ["pyday/speaker-1-2", "pyday-3/speaker-1-2", "pyday-4/speaker-1-2", ""]
        documents = [*en.read_all(data=data, format="csv")]
        assert [one.event for one in documents] == events
        assert [one.key for one in documents] == ["pyday", "pyday-2", "pyday-3", "pyday-4"]
        assert [one.line for one in documents] == [2, 7, 8, 13]  # notes have lines of their own

    def test_large_tables_go_through_files(self) -> None:
        events = [EVENT.replace(summary="long " * 5_000 + str(number)) for number in range(20)]
        data = b"".join(en.write_all(iter(events), "csv"))
        assert [one.event for one in en.read_all(data=data, format="csv")] == events

    def test_excel_needs_a_mark_at_the_beginning(self) -> None:
        data = en.write(EVENT, "csv", excel=True)
        held = tables_of(data)
        assert {text[0] for name, text in held.items() if name.endswith(".csv")} == {"\ufeff"}
        encodings = {one["encoding"] for one in json.loads(held["datapackage.json"])["resources"]}
        assert encodings == {"utf-8-sig"}
        assert en.load(data=data, format="csv") == EVENT

    def test_one_table_of_sessions(self) -> None:
        head = "event_name,event_start,event_end,event_timezone,event_website,title,kind,start,end,room,track,"
        head += "speakers,moderators,language,tags,links,abstract\r\n"
        line = "PyDay,2024-05-01,,,,\"Parsing, for people\",,T09:30,,,,'=1+2,'=1+2,,,https://example.org/slides,\r\n"
        assert en.write(EVENT, "csv", table="sessions").decode() == head + line
        assert en.write(EVENT, "csv", table="sessions", excel=True).decode() == "\ufeff" + head + line
        assert b"".join(en.write_all([EVENT, EVENT], "csv", table="sessions")).decode() == head + line * 2
        again = en.load(data=(head + line).encode(), format="csv")
        assert [(one.title, one.start, one.links[0].url) for one in again.sessions] == [
            ("Parsing, for people", "T09:30", "https://example.org/slides")
        ]
        assert [(one.id, one.name) for one in again.speakers] == [("speaker-1-2", "=1+2")]
        assert again.sessions[0].speakers == again.sessions[0].moderators == ("speaker-1-2",)


class TestLoneTables:
    def test_events(self) -> None:
        text = "name,start,tags,venue_name,colour\nA,2024,x; y,Hall,red\n\nB,,,,\n"
        first, second = en.read_all(text=text, format="csv")
        assert first.event == event_of(
            name="A", start="2024", tags=["x", "y"], venue={"name": "Hall"}, extra={"colour": "red"}
        )
        assert [str(one) for one in first.diagnostics] == [
            '-:1:28: warning unknown-key Event has no field "colour"; it is kept in extra'
        ]
        assert (second.event, second.diagnostics, second.line) == (en.Event(name="B"), (), 4)

    def test_sessions(self) -> None:
        text = "title,event_name,speakers,start\nOne,A,Ana Lima; Bo,T09:00\nTwo,B,,\nThree,A,Bo,\n"
        first, second = [one.event for one in en.read_all(text=text, format="csv")]
        assert first is not None
        assert second is not None
        assert [one.title for one in first.sessions] == ["One", "Three"]
        assert [one.speakers for one in first.sessions] == [("ana-lima", "bo"), ("bo",)]
        assert (second.name, [one.title for one in second.sessions]) == ("B", ["Two"])

    def test_a_row_of_an_event_alone(self) -> None:
        lone, event = event_of(name="A", start="2024"), event_of(name="B", sessions=[{"title": "T"}])
        data = b"".join(en.write_all([lone, event], "csv", table="sessions"))
        assert data.splitlines()[1:] == [b"A,2024" + b"," * 15, b"B,,,,,T" + b"," * 11]
        assert [one.event for one in en.read_all(data=data, format="csv")] == [lone, event]
        assert losses(lone, en.write(lone, "csv", table="sessions"), given(find("csv"), table="sessions")) == {}

    def test_events_of_one_name_are_told_apart_by_their_start(self) -> None:
        text = "event_name,event_start,title\nA,,One\nA,2024-01,Two\nA,2024-02,Three\nA,,Four\nA,2024-01,Five\n"
        told = [one.event for one in en.read_all(text=text, format="csv") if one.event is not None]
        assert [(one.start, [session.title for session in one.sessions]) for one in told] == [
            ("2024-01", ["One", "Two", "Five"]),
            ("2024-02", ["Three", "Four"]),
        ]

    def test_what_rows_say_of_their_event_in_different_ways_is_told(self) -> None:
        text = "event_name,event_timezone,title\nA,UTC,One\nA,,Two\nA,Asia/Kolkata,Three\n"
        (document,) = en.read_all(text=text, format="csv")
        assert document.event is not None
        assert document.event.timezone == "UTC"
        assert [str(one) for one in document.diagnostics] == [
            '-:4:3: error given-twice event_timezone was "UTC" in a row of this event above, which is read'
        ]

    def test_other_columns_of_the_event_are_its_fields_or_kept(self) -> None:
        text = "event_name,title,event_venue,event_price\nA,One,,\nA,Two,Hall,free\n"
        (document,) = en.read_all(text=text, format="csv")
        assert document.event is not None
        assert (document.event.venue, document.event.extra) == (en.model.Venue(name="Hall"), {"price": "free"})
        assert [str(one) for one in document.diagnostics] == [
            '-:1:30: warning unknown-key Event has no field "price"; it is kept in extra'
        ]

    def test_columns_of_the_event_are_those_of_the_table_of_events(self) -> None:
        head = (
            "event_name,event_tags,event_venue_name,event_venue_latitude,event_organizers,event_speakers,title,speakers"
        )
        text = f"{head}\nA,x; y,''=Hall,38.5,B; C,Cy; Ana,One,Ana; Bo\n"
        event = en.load(text=text, format="csv")
        assert event.venue == en.model.Venue(name="'=Hall", latitude=38.5)
        assert (event.tags, [one.name for one in event.organizers]) == (("x", "y"), ["B", "C"])
        assert [one.name for one in event.speakers] == ["Cy", "Ana", "Bo"]
        assert event.sessions[0].speakers == ("ana", "bo")
        (found,) = en.read(text=text.replace("38.5", "north"), format="csv").diagnostics
        assert str(found) == '-:2:16: error type latitude should be a number, not "north"'

    def test_rows_are_the_sessions_of_an_event(self) -> None:
        document = en.read(text="event_name,title,event_sessions\nA,One,\nA,Two,3\n", format="csv")
        assert [str(one) for one in document.diagnostics] == [
            "-:3:7: error csv-columns event_sessions is not read: each row is a session of its event"
        ]
        assert document.event == event_of(name="A", sessions=[{"title": "One"}, {"title": "Two"}])

    def test_names_in_a_table_of_events(self) -> None:
        event = en.load(text="name,speakers,organizers\nA,Ana; Bo,B; C\n", format="csv")
        assert [one.name for one in event.speakers] == ["Ana", "Bo"]
        assert [one.name for one in event.organizers] == ["B", "C"]

    def test_an_apostrophe_that_guards_nothing_is_part_of_a_name(self) -> None:
        event = en.load(text="event_name,title,speakers\nA,'Quoted',''t Hart; Bo\n", format="csv")
        assert (event.sessions[0].title, [one.name for one in event.speakers]) == ("'Quoted'", ["'t Hart", "Bo"])

    def test_the_table_of_sessions_of_a_package(self) -> None:
        text = tables_of(en.write(EVENT, "csv"))["sessions.csv"]
        event = en.load(text=text, format="csv")
        assert (event.name, [(one.id, one.title) for one in event.sessions]) == (
            "pyday",
            [("opening", "Parsing, for people")],
        )

    def test_semicolons_as_excel_writes_them_where_1_5_is_a_number(self) -> None:
        assert en.load(text='name;venue_name\nA;"x;y"\n', format="csv").venue == en.model.Venue(name="x;y")

    def test_byte_order_mark_and_cr_line_ends(self) -> None:
        for data in (b"\xef\xbb\xbfname\r\nA\r\n", b"name\nA", b'\xef\xbb\xbf"name"\r\n"A"\r\n'):
            assert en.load(data=data, format="csv").name == "A"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("place\nA\n", "-:1:1: error csv-columns no column is called name or title"),
            ("name,name\nA,B\n", '-:1:6: error duplicate-key the column "name" is there twice'),
            ("name,start\nA,2024,x\n", "-:2:8: error csv-columns this row has 3 cells, and the header 2"),
            ("name,start\nA\n", "-:2:1: error csv-columns this row has 1 cells, and the header 2"),
            ('name\n"A\nB\n', "-:2:1: error csv-syntax this quote is never closed"),
            ('name\nA"B\n', "-:2:2: error csv-syntax a quote stands inside a cell"),
            ('name\n"A"B\n', "-:2:4: error csv-syntax something stands after the quote that closes a cell"),
            ("name,\nA,x\n", '-:2:3: error csv-columns "x" stands in a column without a name'),
            ('name,start\n"A\nB",soon\n', "-:2:2: error text name should be one line of text"),
            ("event_name,title,event_start\n,A,soon\n", "-:2:1: error missing this session is of no event"),
            ("title\nA\n", "-:1:1: error csv-columns these are sessions, and no column event_name says of which event"),
        ],
    )
    def test_faults_are_told_at_their_cell(self, text: str, said: str) -> None:
        told = [str(one) for document in en.read_all(text=text, format="csv") for one in document.diagnostics]
        assert told[0].startswith(said)

    @pytest.mark.parametrize("name", [one for one in tables() if one not in ("events", "sessions")])
    def test_another_table_of_a_package_is_not_taken_for_events_or_sessions(self, name: str) -> None:
        text = tables_of(en.write(EVENT, "csv"))[f"{name}.csv"]
        told = [str(one) for document in en.read_all(text=text, format="csv") for one in document.diagnostics]
        assert told == ["-:1:1: error csv-columns this is one table of a package, and the others are missing"]

    def test_a_fault_in_a_row_keeps_no_other_from_being_read(self) -> None:
        read = [*en.read_all(text="name,start\nA,soon\nB,1,2\nC,2024\n", format="csv")]
        assert [one.event and one.event.name for one in read] == ["A", "C", None]
        assert [one.line for document in read for one in document.diagnostics] == [2, 3]


class TestFindings:
    def test_a_finding_names_the_table_its_line_and_the_column_of_its_cell(self, tmp_path: Path) -> None:
        target = tmp_path / "package.zip"
        target.write_bytes(package(("sessions", "T09:30", "soon")))
        result = CliRunner().invoke(eventnotes, ["check", str(target)])
        assert result.exit_code == 1
        assert result.stdout.startswith(f"{target}/sessions.csv:2:46: error date start should be a date or time in ")
        assert '  2 | …Parsing, for people",,soon,,,,,,,<!-- quote: q -->\n' in result.stdout
        assert f"    | {' ' * 23}^^^^\n" in result.stdout
        assert result.stdout.endswith("1 write-up checked: 1 error\n")

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (("quotes", "direct", "odd"), "quotes.csv:3:15: error choice kind should be 'direct' or 'indirect'"),
            (("events", "-38.5", "far"), 'events.csv:2:44: error type latitude should be a number, not "far"'),
            (("extra", '"""post"""', "post"), "extra.csv:4:31: error json-syntax not JSON: Expecting value"),
            (("extra", ",n,", ",,"), 'extra.csv:3:21: error duplicate-key "" is given twice'),
            (("session_speakers", "moderator", "chair"), "session_speakers.csv:3:15: error choice role should be"),
            (("actions", "true", "yes"), 'actions.csv:2:21: error type done should be true or false, not "yes"'),
            (
                ("roles", "pyday/speaker-1-2,2", "pyday/nobody,2"),
                'roles.csv:3:1: error csv-key "pyday/nobody" is no key',
            ),
            (
                ("links", "pyday,session,", "pyday,place,"),
                'links.csv:2:13: error csv-key "pyday/opening" is no key in a',
            ),
            (("lessons", "pyday/watch,pyday", "pyday/watch,"), "lessons.csv:2:13: error csv-key event is empty here"),
            (
                ("quotes", "q,pyday,pyday/", "q,nobody,pyday/"),
                'quotes.csv:2:9: error csv-key "nobody" is no key in events',
            ),
            (
                ("roles", "1-2,1,CTO", "1-2,first,CTO"),
                'roles.csv:2:19: error type position should be a number, not "fi',
            ),
            (
                ("session_speakers", "role", "part"),
                'session_speakers.csv:1:1: error csv-columns there is no column "ro',
            ),
            (("session_speakers", "role", "part"), 'session_speakers.csv:1:9: warning not-read the column "part" is n'),
            (("extra", "value", "text"), 'extra.csv:1:1: error csv-columns there is no column "value"'),
            (("authors", "Lina", "Lina,x"), "authors.csv:2:16: error csv-columns this row has 5 cells"),
        ],
    )
    def test_faults_of_a_package(self, change: tuple[str, str, str], said: str) -> None:
        assert any(one.startswith(said) for one in found(package(change)))

    def test_rules_point_at_cells_too(self) -> None:
        documents = en.read(data=package(("quotes", "direct,pyday/speaker-1-2", "direct,nobody")), format="csv")
        (told,) = en.inspection.inspected(documents, named=True).diagnostics
        assert str(told) == '-/quotes.csv:3:22: error unknown-speaker "nobody" is not among the speakers'

    def test_other_tables_are_named(self) -> None:
        said = 'rooms.csv:1:1: warning not-read "rooms.csv" is none of the tables, and is not read'
        assert found(package(rooms="a\nb\n"))[0] == said

    def test_rows_are_put_in_the_order_of_their_positions(self) -> None:
        event = event_of(name="A", organizers=[{"name": "B"}, {"name": "C"}])
        assert en.load(data=package(("organizers", "a,1,B", "a,3,B"), event=event), format="csv").organizers == (
            en.model.Organization(name="C"),
            en.model.Organization(name="B"),
        )

    def test_limits_are_those_of_one_event(self) -> None:
        data = b"".join(en.write_all([EVENT] * 40, "csv"))
        assert found(data, limits=DEFAULT.but("values", 80)) == []
        assert "(values)" in found(data, limits=DEFAULT.but("values", 10))[0]


class TestZips:
    def test_a_folder_around_the_tables_and_texts_beside_them_are_no_fault(self) -> None:
        held = tables_of(en.write(EVENT, "csv"))
        around: dict[str, str | bytes] = {f"package/{name}": text for name, text in held.items()}
        around |= {"package/": "", "package/README.md": "About.", "__MACOSX/package/._events.csv": b"\0"}
        assert en.load(data=zipped(around, zipfile.ZIP_DEFLATED), format="csv") == EVENT

    @pytest.mark.parametrize(
        "name", ["../x.csv", "/x.csv", "..\\x.csv", "C:x.csv", "a\n.csv", "EVENTS.csv", "a.zip", ".."]
    )
    def test_names_that_no_table_has_are_refused(self, name: str) -> None:
        (said,) = found(zipped({"events.csv": "name\nA\n", name: "x"}))
        assert said.removeprefix("-:").startswith("1:1: error zip-name ")

    def test_links_are_refused(self) -> None:
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            info = zipfile.ZipInfo("events.csv")
            info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
        assert found(whole.getvalue()) == ['-:1:1: error zip-name "events.csv" is a link']

    def test_what_grows_is_refused_before_it_does(self) -> None:
        bomb = zipped({"events.csv": b"\0" * 10_000_000}, zipfile.ZIP_DEFLATED)
        assert found(bomb) == ['-:1:1: error large-zip "events.csv" grows more than 100 times when it is unpacked']

    def test_many_files_and_many_bytes_are_refused(self) -> None:
        many = zipped({f"{one}.csv": b"" for one in range(1_001)})
        assert found(many) == ["-:1:1: error large-zip 1,001 files are over the limit of 1,000"]
        data = zipped({"events.csv": b"name\n" + b"x" * 99_000}, zipfile.ZIP_DEFLATED)
        said = "-:1:1: error large-zip 99,005 bytes inside are over the limit of 10,000, 10 times that of size"
        assert found(data, limits=Limits(size=1_000)) == [said]

    @pytest.mark.parametrize(
        "damage",
        [
            lambda data: data[:60],
            lambda data: data.replace(b"name\nA", b"name\nB", 1),
            lambda data: data.replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0"),
            lambda data: data.replace(b"PK\x01\x02\x14\x03\x14\0\0\0\0\0", b"PK\x01\x02\x14\x03\x14\0\0\0\x63\0"),
        ],
        ids=["cut short", "checksum", "encrypted", "method"],
    )
    def test_what_is_not_sound_is_refused(self, damage: Any) -> None:
        data = zipped({"events.csv": "name\nA\n"})
        assert damage(data) != data
        (said,) = found(damage(data))
        assert said.startswith("-:1:1: error zip-bad this is no sound zip file: ")

    def test_nothing_in_it(self) -> None:
        assert found(zipped({})) == ["-:1:1: error empty there is no table in it"]
        assert found(zipped({"sessions.csv": "title\nA\n", "quotes.csv": "text\nB\n"})) == [
            "sessions.csv:1:1: error csv-columns there is no table of events among these"
        ]


class TestCommandLine:
    def test_a_folder_is_a_package_and_a_package_is_a_source(self, tmp_path: Path) -> None:
        target = tmp_path / "package"
        result = convert(str(EXAMPLES[0].parent), "--to", "csv", "-o", f"{target}/")
        assert (result.exit_code, result.stdout) == (0, "")
        assert sorted(one.name for one in target.iterdir()) == sorted(
            ["datapackage.json", *(f"{one}.csv" for one in tables())]
        )
        assert [one.event for one in en.read_all(target)] == [en.load(one) for one in EXAMPLES]
        checked = CliRunner().invoke(eventnotes, ["check", "--report", "concise", str(target)])
        assert checked.stdout.splitlines()[0].startswith(f"{target}/events.csv:3:")
        again = convert(str(target), "-o", str(tmp_path / "again.zip"))
        assert (again.exit_code, again.stderr) == (0, "")
        whole = convert(str(EXAMPLES[0].parent), "-o", str(tmp_path / "whole.zip"))
        assert whole.exit_code == 0
        assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "whole.zip").read_bytes()

    def test_one_csv_file_is_one_table(self, tmp_path: Path) -> None:
        target = str(tmp_path / "x.csv")
        refused = convert(str(EXAMPLES[0]), "-o", target)
        said = f"Error: {target} would be one of several files; name a .zip or a folder, or choose one with --table\n"
        assert (refused.exit_code, refused.stderr.endswith(said)) == (2, True)
        assert convert(str(EXAMPLES[0]), "-o", target, "--table", "sessions").exit_code == 0
        assert Path(target).read_bytes() == en.write(en.load(EXAMPLES[0]), "csv", table="sessions")

    def test_options_of_another_format_are_refused(self) -> None:
        refused = convert(str(EXAMPLES[0]), "--to", "json", "--excel")
        assert (refused.exit_code, refused.stderr.endswith("Error: json has no option excel\n")) == (2, True)

    def test_why_a_source_is_not_read_at_all_is_told_once(self, tmp_path: Path) -> None:
        bad, large = tmp_path / "bad.zip", tmp_path / "large.jsonl"
        bad.write_bytes(zipped({"../events.csv": "name\nA\n"}))
        large.write_text('{"name": "A"}\n' * 10)
        command = ["check", "--report", "concise", "--limit", "size=139", str(bad), str(large)]
        assert CliRunner().invoke(eventnotes, command).stdout.splitlines() == [
            f'{bad}:1:1: error zip-name "../events.csv" is no name for a table',
            f"{large}:1:1: error limit-size 140 bytes are over the limit of 139 (size)",
        ]

    def test_packages_are_checked_by_several_processes(self, tmp_path: Path) -> None:
        for name in ("a.zip", "b.zip"):
            (tmp_path / name).write_bytes(package(("sessions", "T09:30", "soon")))
        paths = [str(tmp_path / "a.zip"), str(tmp_path / "b.zip")]
        done = [CliRunner().invoke(eventnotes, ["check", "--jobs", jobs, *paths]) for jobs in ("1", "2")]
        assert done[0].stdout == done[1].stdout
        assert done[1].stdout.count("…Parsing, for people") == 2


class TestFrictionless:
    """The package as `frictionless validate` judges it."""

    def validated(self, path: Path) -> tuple[int, list[tuple[str, str]]]:
        command = [str(Path(sys.executable).parent / "frictionless"), "validate", str(path), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        tasks = json.loads(done.stdout)["tasks"]
        return done.returncode, [(one["name"], error["type"]) for one in tasks for error in one["errors"]]

    def test_folder_and_zip_are_valid_and_a_broken_key_is_not(self, tmp_path: Path) -> None:
        events = [EVENT, *map(en.load, EXAMPLES), EVENT]
        for excel in (False, True):
            (tmp_path / "all.zip").write_bytes(b"".join(en.write_all(events, "csv", excel=excel)))
            assert self.validated(tmp_path / "all.zip") == (0, [])
        folder = tmp_path / "package"
        with zipfile.ZipFile(tmp_path / "all.zip") as archive:
            archive.extractall(folder)
        assert self.validated(folder / "datapackage.json") == (0, [])
        (tmp_path / "broken.zip").write_bytes(package(("roles", "pyday/speaker-1-2,2", "pyday/nobody,2")))
        assert self.validated(tmp_path / "broken.zip") == (1, [("roles", "foreign-key")])
        (tmp_path / "twice.zip").write_bytes(package(("roles", "pyday/speaker-1-2,2", "pyday/speaker-1-2,1")))
        assert self.validated(tmp_path / "twice.zip") == (1, [("roles", "primary-key")])
