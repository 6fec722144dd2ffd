"""Limits: each holds in every format up to its value, and what is over it is told with its value and what to do."""

from __future__ import annotations

import os
import sys
from dataclasses import fields
from pathlib import Path

import pytest

import eventnotes as en
from eventnotes.decoding import file_bytes
from eventnotes.formats.csv.zips import unpacked
from eventnotes.inspection import inspected
from eventnotes.limits import DEFAULT, Limits
from eventnotes.packages import package_bytes

FRONT = "---\nevent: {name: A, start: 2024}\n---\n\n"
TALK = f"{FRONT}## T\n\n- **Kind:** talk\n"
REMEDIES = {
    "depth": "nest less deeply",
    "values": "split the source",
    "unfolded": "write less by alias",
    "text": "shorten it",
    "line": "shorten it",
    "items": "split the list",
    "keys": "put them under one key of extra",
    "number": "write it as text, in quotes",
}
NESTED = '{"name": "A",\n "x": {"é": [1]}}'
NUMBER = '{"name": "A", "x": "99999",\n "é": -1.5}'
TEXT = '{"name": "A",\n "notes": "éééé ab"}'
LIST = '{"name": "A",\n "é": [1, 2, 3]}'
TAGS = '{"name": "A",\n "tags": ["a", "b", "c"]}'
KEYS = '{"name": "A",\n "venue": {"name": "B", "q": 1, "w": 2}}'
VENUE = '{"name": "B", "q": 1, "w": 2}'
LINE = '{"name": "A",\n "venue": {"name": "Boo"}}'
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTART:20240101
SUMMARY:A
{}
END:VEVENT
END:VCALENDAR"""
TOML = '+++\nevent = "A"\n{}\n+++\n'
SCHEDULE = "<schedule><conference><title>A</title></conference>\n{}</schedule>"


@pytest.mark.parametrize(
    ("format", "name", "value", "text", "place", "words"),
    [
        ("json", "depth", 3, NESTED, "2:13", "["),
        ("json", "depth", 3, '{"name": "A", "x": [],\n "y": [], "z": {"é": [1]}}', "2:22", "["),
        ("json", "values", 5, NESTED, "1:10", '"A"'),
        ("json", "values", 7, '{"name": "A[,{",\n "x": [{"y": {}}, []], "z": 1}', "2:22", ","),
        ("json", "number", 4, NUMBER, "2:7", "-1.5"),
        ("json", "text", 7, TEXT, "2:11", '"éééé ab"'),
        ("json", "items", 3, LIST, "2:7", "[1, 2, 3]"),
        ("json", "items", 3, TAGS, "2:10", '["a", "b", "c"]'),
        ("json", "keys", 2, KEYS, "2:11", VENUE),
        ("json", "line", 3, LINE, "2:20", '"Boo"'),
        ("yaml", "depth", 3, NESTED, "2:13", "["),
        ("yaml", "values", 8, NESTED, "2:14", "1"),
        ("yaml", "number", 4, NUMBER, "2:7", "-"),
        ("yaml", "text", 7, TEXT, "2:11", '"'),
        ("yaml", "items", 3, LIST, "2:14", "3"),
        ("yaml", "items", 3, TAGS, "2:21", '"'),
        ("yaml", "keys", 2, KEYS, "2:11", VENUE + "}"),
        ("yaml", "line", 3, LINE, "2:20", '"Boo"'),
        ("yaml", "unfolded", 11, "name: A\nx: &x ab\nz: *x", "3:4", "*"),
        ("markdown", "depth", 3, TOML.format("x = 1\ny = {z = [[1]]}"), "4:11", "["),
        ("markdown", "depth", 3, TOML.format("x = []\ny = []\nz = {z = [[1]]}"), "5:11", "["),
        ("markdown", "depth", 3, TOML.format("x = ']['\ny = [{z = [1]}]"), "4:11", "["),
        ("markdown", "depth", 3, TOML.format('a . "b".c = 2'), "3:1", 'a . "b".c'),
        ("markdown", "depth", 3, TOML.format("[a.b.c]"), "3:2", "a.b.c"),
        ("markdown", "number", 4, TOML.format('x = "12345"\né = -0x1'), "4:5", "-0x1"),
        ("markdown", "number", 10, TOML.format("x = 2024-05-01"), "3:5", "2024-05-01"),
        ("markdown", "values", 9, TOML.format("x = [1,,,,,,,,,]"), "2:1", "e"),
        ("markdown", "values", 9, TOML.format("a = 1\n" * 8), "2:1", "e"),
        ("markdown", "values", 9, TOML.format("[a]\n" * 9), "2:1", "e"),
        ("markdown", "text", 3, TOML.format('x = "äbc"'), "3:5", '"äbc"'),
        ("markdown", "items", 3, TOML.format("x = [1, 2, 3]"), "3:5", "[1, 2, 3]"),
        ("ical", "text", 12, CALENDAR.format("COMMENT:abcdef\n  ghijk"), "8:1", "COMMENT:abcdef\n  ghijk"),
        ("ical", "items", 3, CALENDAR.format("CATEGORIES:a,b,\n  c"), "8:1", "CATEGORIES:a,b,\n  c"),
        ("ical", "items", 2, CALENDAR.format("RDATE:20240102,20240103"), "8:1", "RDATE:20240102,20240103"),
        ("ical", "keys", 3, CALENDAR.format("COMMENT;A=1;B=2;C=3:x"), "8:1", "COMMENT;A=1;B=2;C=3:x"),
        ("ical", "depth", 3, CALENDAR.format("BEGIN:VALARM\nEND:VALARM"), "8:1", "BEGIN:VALARM"),
        ("ical", "values", 10, CALENDAR.format("\nCOMMENT:a"), "11:1", "END:VCALENDAR"),
        ("schedule-xml", "depth", 4, SCHEDULE.format("<day><a><b/></a></day>"), "2:9", "<b"),
        ("schedule-xml", "keys", 2, SCHEDULE.format("<day é='' b=''/>"), "2:1", "<day"),
        ("schedule-xml", "values", 6, SCHEDULE.format("<day é='' b=''/>"), "2:1", "<day"),
        ("schedule-xml", "text", 5, SCHEDULE.format("<version>é&amp;bcd</version>"), "2:1", "<version"),
        ("html", "values", 12, "<p class='h-event'><i class='p-name'>A</i>" + "<b><br>" * 5, "1:74", "<br>"),
        ("csv", "keys", 3, "name,start,url\nA,2024-01-01,\n", "1:12", "url"),
        ("jsonl", "items", 3, '{"name": "A"}\n' + TAGS.replace("\n", ""), "2:23", '["a", "b", "c"]'),
    ],
)
def test_a_limit_holds_up_to_its_value(format: str, name: str, value: int, text: str, place: str, words: str) -> None:
    def found(most: int) -> list[en.Diagnostic]:
        documents = en.read_all(text=text, format=format, limits=DEFAULT.but(name, most))
        return [one for document in documents for one in document.diagnostics if one.code.startswith("limit-")]

    assert found(value) == []
    (over,) = found(value - 1)
    assert str(over) == f"-:{place}: error limit-{name} {value} is over the limit of {value - 1} ({name})"
    assert over.help == f"{REMEDIES[name]}, or raise the limit with --limit {name}={value}"
    *lines, last = text.split("\n")[over.line - 1 : over.end_line]
    assert "\n".join([*lines, last[: over.end_column - 1]])[over.column - 1 :] == words


def test_limits_are_changed_one_by_one() -> None:
    changed = DEFAULT.but("depth", 3)
    assert (changed.depth, DEFAULT.depth) == (3, 64)
    assert changed.but("depth", 64) == DEFAULT
    with pytest.raises(KeyError, match=r"^'deepness'$"):
        DEFAULT.but("deepness", 3)
    unlimited = {one.name: getattr(Limits.unlimited(), one.name) for one in fields(Limits)}
    assert unlimited == {**dict.fromkeys(unlimited, sys.maxsize), "depth": 200}


def test_the_tables_of_a_folder_are_limited_together(tmp_path: Path) -> None:
    event = en.Event(name="A", speakers=(en.Speaker(name="Bo"),), sessions=(en.Session(title="T"),))
    for name, data in unpacked(en.write(event, "csv"), DEFAULT):
        (tmp_path / name).write_bytes(data)
    size = sum(one.stat().st_size for one in tmp_path.glob("*.csv"))
    assert en.read(tmp_path, limits=DEFAULT.but("size", size)).event == event
    (found,) = en.read(tmp_path, limits=DEFAULT.but("size", size - 1)).diagnostics
    assert found.code == "limit-size"
    assert package_bytes(str(tmp_path), 3) == (b"", min(tmp_path.glob("*.csv")).stat().st_size)


class TestFiles:
    def test_up_to_the_limit_a_file_is_read_and_beyond_it_only_measured(self, tmp_path: Path) -> None:
        path = tmp_path / "a"
        path.write_bytes(b"abcd")
        assert [file_bytes(str(path), most) for most in (5, 4, 3)] == [(b"abcd", 4), (b"abcd", 4), (b"", 4)]
        path.write_bytes(b"")
        assert file_bytes(str(path), 4) == (b"", 0)

    @pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="Linux has it")
    def test_of_a_file_that_does_not_say_how_long_it_is_no_more_is_read_than_the_limit_and_one(self) -> None:
        whole = Path("/proc/version").read_bytes()
        assert file_bytes("/proc/version", len(whole)) == (whole, len(whole))
        assert file_bytes("/proc/version", 4) == (whole[:5], 5)

    def test_of_a_file_that_grows_meanwhile_no_more_is_read_than_the_limit_and_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path, measure = tmp_path / "a", os.fstat

        def grown(handle: int) -> os.stat_result:
            status = measure(handle)
            with path.open("ab") as file:
                file.write(b"efgh")
            return status

        monkeypatch.setattr(os, "fstat", grown)
        for most, expected in ((9, b"abcdefgh"), (8, b"abcdefgh"), (6, b"abcdefg"), (4, b"abcde")):
            path.write_bytes(b"abcd")
            assert file_bytes(str(path), most) == (expected, len(expected))

    def test_what_is_no_file_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(IsADirectoryError) as refused:
            file_bytes(str(tmp_path), 9)
        assert str(refused.value) == f"[Errno 21] is a folder, not a file: '{tmp_path}'"
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(OSError, match="regular") as caught:
            file_bytes(str(tmp_path / "pipe"), 9)
        assert str(caught.value) == f"[Errno 22] is not a regular file: '{tmp_path / 'pipe'}'"
        before = len(os.listdir("/proc/self/fd"))
        for _ in range(3):
            with pytest.raises(IsADirectoryError):
                file_bytes(str(tmp_path), 9)
        assert len(os.listdir("/proc/self/fd")) == before


def said(text: str, /, **changes: int) -> list[str]:
    limits = DEFAULT
    for name, value in changes.items():
        limits = limits.but(name, value)
    document = en.read(text=text, limits=limits)
    assert en.read(text=text, limits=Limits.unlimited()).event is not None
    return [str(one) for one in document.diagnostics]


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("**Lesson:** é\n\n", "9:1"),
        ("> é\n> — B\n\n", "11:1"),
        ("## T\n\n- **Kind:** talk\n\n", "13:1"),
        ("**Framework: é**\n\n", "9:1"),
        ("## T\n\n- **Speaker:** B\n\n", "13:1"),
    ],
)
def test_the_items_of_a_body_are_limited(item: str, place: str) -> None:
    assert said(FRONT + item * 3, items=2) == [f"-:{place}: error limit-items 3 is over the limit of 2 (items)"]
    assert said(FRONT + item * 2, items=2) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("**Lessons:**\n\n- a\n- é\n- c\n", "9:1"),
        ("## Takeaways\n\n- a\n- é\n- c\n", "9:1"),
        ("**Framework: x**\n\n- a\n- é\n- c\n", "9:1"),
        ("## Talks\n\n- **a** — B\n- **é** — C\n- **c** — D\n", "9:1"),
        ("## T\n\n- **Speakers:** A, Bé, C\n", "7:17"),
        ("## T\n\n- **Kind:** x\n- **Tags:** a, é\n- **Tags:** c\n", "8:13"),
    ],
)
def test_the_lists_of_a_body_are_limited(body: str, place: str) -> None:
    assert said(FRONT + body, items=2) == [f"-:{place}: error limit-items 3 is over the limit of 2 (items)"]
    assert said(FRONT + body, items=3) == []


def test_lists_inside_items_are_limited_where_an_item_is_long() -> None:
    body = f"**Lessons:**\n\n- a {'é' * 30}\n\n  - [ ] b\n  - [ ] c\n  - [ ] d\n"
    assert said(FRONT + body, items=2, line=40) == ["-:7:3: error limit-items 3 is over the limit of 2 (items)"]


def test_values_of_a_body_are_its_blocks_and_what_is_read_into_lists() -> None:
    front = "---\nevent: A\n---\n\n"
    assert said(f"{front}a\n\n# b\n\n***\n\n- c\n- d\n", values=5) == [
        "-:11:1: error limit-values 6 is over the limit of 5 (values)"
    ]
    assert said(f"{front}# T\n\n- **Kind:** talk\n- **Tags:** a,b,c\n", values=5) == [
        "-:8:13: error limit-values 6 is over the limit of 5 (values)"
    ]


def test_texts_of_a_body_are_limited_where_they_are_read() -> None:
    assert said(f"{TALK}- **Abstract:** {'é' * 11}\n", text=10) == [
        "-:8:17: error limit-text 11 is over the limit of 10 (text)"
    ]
    assert said(f"{FRONT}{'é' * 11}\n", text=10) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("## sixsix\n\n- **Kind:** talk\n", "5:1"),
        ("## T\n\n- **Kind:** sixsix\n", "7:13"),
        ("## T\n\n- **Speaker:** sixsix\n", "7:16"),
        ("> a\n> — sixsix\n", "6:5"),
        ("**Framework: a**\n\n- sixsix\n", "7:3"),
        ("**Lesson:** sixsix\n", "5:1"),
        ("**Lessons:**\n\n- a\n  - [ ] sixsix\n", "7:3"),
    ],
)
def test_fields_of_one_line_are_limited_in_a_body(body: str, place: str) -> None:
    assert said(FRONT + body, line=5) == [f"-:{place}: error limit-line 6 is over the limit of 5 (line)"]
    assert said(FRONT + body, line=6) == []


def test_values_of_data_are_counted_before_it_is_built() -> None:
    refused = "error limit-values 4 is over the limit of 3 (values)"
    assert said('{"event": "A",\n "x": "a,b,c,d", "y": [1, 2, 3, 4]}\n', values=3)[0].startswith("-:2:")
    three = '{"name": "A,,,[{",\n "x": []}'
    assert en.read(text=three, format="json", limits=DEFAULT.but("values", 3)).event is not None
    for text, column in (('"x": [1]}', 8), ('"x": [], "y": 1}', 9), ('"x": {"y": {}}}', 8)):
        source = three.replace('"x": []}', text)
        document = en.read(text=source, format="json", limits=DEFAULT.but("values", 3))
        assert [str(one) for one in document.diagnostics] == [f"-:2:{column}: {refused}"]
    assert said("+++\nevent = 'A'\n[a]\n[b]\n[c]\n[d]\n+++\n", values=3) == [f"-:2:1: {refused}"]
    assert said("+++\nevent = 'A,,,,,'\nx = [1,2,3,4,5]\n+++\n", values=3) == [f"-:2:1: {refused}"]


def test_places_far_down_count_code_points() -> None:
    text = FRONT + "é漢😀\n\n" * 3_001 + "> 漢😀\n> — é (via Zoë)\n"
    document = en.read(text=text)
    assert document.event is not None
    found = inspected(document, named=True).diagnostics
    assert [str(one) for one in found] == ['-:6008:12: error unknown-speaker "zoe" is not among the speakers']
    assert (found[0].end_line, found[0].end_column) == (6008, 15)


def test_what_the_post_says_is_limited() -> None:
    front = "---\nevent: A\ntags: 'a, b, c'\n---\n"
    assert said(front, items=2) == ["-:3:7: error limit-items 3 is over the limit of 2 (items)"]
    assert said("---\nevent: A\ntitle: sixsix\n---\n", line=5) == [
        "-:3:8: error limit-line 6 is over the limit of 5 (line)"
    ]
