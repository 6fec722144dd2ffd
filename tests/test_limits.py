"""Limits: each holds in every format up to its value, and what is over it is told with its value and what to do."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import eventnotes as en
from eventnotes.decoding import file_bytes
from eventnotes.formats.csv.zips import unpacked
from eventnotes.limits import DEFAULT, Limits
from eventnotes.packages import package_bytes
from eventnotes.source import Span, SyntaxProblem, Unreadable
from eventnotes.testing import events

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
        ("json", "depth", 4, '{"name": "A",\n "x": [[], [[1]]]}', "2:13", "["),
        ("json", "values", 5, NESTED, "1:10", '"A"'),
        ("json", "values", 7, '{"name": "A[,{",\n "x": [{"y": {}}, []], "z": 1}', "2:22", ","),
        ("json", "number", 4, NUMBER, "2:7", "-1.5"),
        ("json", "text", 7, TEXT, "2:11", '"éééé ab"'),
        ("json", "items", 3, LIST, "2:7", "[1, 2, 3]"),
        ("json", "items", 3, TAGS, "2:10", '["a", "b", "c"]'),
        ("json", "keys", 2, KEYS, "2:11", VENUE),
        ("json", "line", 3, LINE, "2:20", '"Boo"'),
        ("yaml", "depth", 3, NESTED, "2:13", "["),
        ("yaml", "values", 5, NESTED, "2:14", "1"),
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
        ("markdown", "depth", 3, TOML.format("x = [[], [[1]]]"), "3:11", "["),
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
        ("ical", "items", 4, CALENDAR.format("CATEGORIES:a,b\nCATEGORIES:c,d"), "8:1", "CATEGORIES:a,b"),
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


def test_findings_up_to_the_limit_are_all_told() -> None:
    text = "name: A\ntags: [' b', ' c', ' d']\n"
    for most, codes in ((4, ["text"] * 3), (3, ["text"] * 3), (2, ["text", "text", "limit-findings"])):
        found = en.read(text=text, format="yaml", limits=DEFAULT.but("findings", most)).diagnostics
        assert [one.code for one in found] == codes
    assert str(found[2]) == "-:2:20: error limit-findings 1 more findings are not shown"


def told(text: str, values: int) -> list[str]:
    document = en.read(text=text, limits=DEFAULT.but("values", values))
    return [str(one) for one in document.diagnostics]


def test_values_of_data_are_counted_before_it_is_built() -> None:
    refused = "error limit-values 4 is over the limit of 3 (values)"
    assert told('{"event": "A",\n "x": "a,b,c,d", "y": [1, 2, 3, 4]}\n', 3)[0].startswith("-:2:")
    three = '{"name": "A,,,[{",\n "x": []}'
    assert en.read(text=three, format="json", limits=DEFAULT.but("values", 3)).event is not None
    for text, column in (('"x": [1]}', 8), ('"x": [], "y": 1}', 9), ('"x": {"y": {}}}', 8)):
        source = three.replace('"x": []}', text)
        document = en.read(text=source, format="json", limits=DEFAULT.but("values", 3))
        assert [str(one) for one in document.diagnostics] == [f"-:2:{column}: {refused}"]
    assert told("+++\nevent = 'A'\n[a]\n[b]\n[c]\n[d]\n+++\n", 3) == [f"-:2:1: {refused}"]
    assert told("+++\nevent = 'A,,,,,'\nx = [1,2,3,4,5]\n+++\n", 3) == [f"-:2:1: {refused}"]


def count(value: Any) -> int:
    """The values in plain data: each text, number, list and mapping is one; keys are none."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(count, inner))


@given(events())
def test_an_event_has_as_many_values_in_json_as_in_yaml(event: en.Event) -> None:
    values = count(json.loads(en.write(event, "json")))
    for format in ("json", "yaml"):
        data = en.write(event, format)
        for most, codes in ((values, []), (values - 1, ["limit-values"])):
            document = en.read(data=data, format=format, limits=Limits.unlimited().but("values", most))
            assert [one.code for one in document.diagnostics] == codes


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


class TestZips:
    def refused(self, data: bytes, limits: Limits = DEFAULT) -> SyntaxProblem:
        with pytest.raises(Unreadable) as caught:
            unpacked(data, limits)
        return caught.value.problem

    def test_as_many_files_as_may_be_are_read(self) -> None:
        files = {f"{one}.csv": b"" for one in range(1_001)}
        assert self.refused(zipped(files)) == SyntaxProblem(
            *("large-zip", "1,001 files are over the limit of 1,000", Span(0, 0), "keep the tables alone in it"),
        )
        files.popitem()
        assert unpacked(zipped(files), DEFAULT) == [*files.items()]

    def test_all_files_together_are_ten_times_as_large_as_one_may_be(self) -> None:
        data = zipped({"a.csv": b"x" * 19, "b.csv": b"y" * 12})
        message = "31 bytes inside are over the limit of 30, 10 times that of size"
        help = "split it, or raise the limit with --limit size=4"
        assert self.refused(data, Limits(size=3)) == SyntaxProblem("large-zip", message, Span(0, 0), help)
        assert len(unpacked(data, Limits(size=4))) == 2
        assert len(unpacked(zipped({"a.csv": b"x" * 30}), Limits(size=3))) == 1

    def test_what_grows_a_hundred_times_is_read_where_it_is_small(self) -> None:
        data = zipped({"a.csv": b"x" * 100_000}, zipfile.ZIP_DEFLATED)
        assert unpacked(data, DEFAULT) == [("a.csv", b"x" * 100_000)]
        message = '"a.csv" grows more than 100 times when it is unpacked'
        assert self.refused(zipped({"a.csv": b"x" * 100_001}, zipfile.ZIP_DEFLATED)) == SyntaxProblem(
            "large-zip", message, Span(0, 0), "pack it without compression"
        )

    def test_a_file_that_is_shorter_than_it_says_is_refused(self) -> None:
        data = zipped({"a.csv": b"name\nA\n"})
        at = data.index(b"PK\x01\x02") + 24  # the size in the directory
        message = 'this is no sound zip file: "a.csv" is not as long as it says'
        assert self.refused(data[:at] + b"\x09" + data[at + 1 :]) == SyntaxProblem(
            "zip-bad", message, Span(0, 0), "make it anew"
        )
