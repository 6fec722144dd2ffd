"""Documents: sources given in every way, bytes that become text, recovery from what is wrong, and frontmatter.Post."""

from __future__ import annotations

import gc
import json
import os
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import frontmatter
import pytest

import eventnotes as en
from eventnotes.formats import FORMATS
from eventnotes.formats.markdown.posts import Handler
from eventnotes.limits import DEFAULT, Limits

NAMES = ", ".join(one.name for one in FORMATS)
DATE = "should be a date or time in ISO 8601"
ONE_LINE = "should be one line of text, without control characters or white space around it"
POST = "---\nevent:\n  name: PyDay\n  start: 2024-05-01\n---\n\nIt was *good*.\n"


def said(document: en.Document) -> list[str]:
    return [str(one) for one in document.diagnostics]


@pytest.mark.parametrize("given", [{}, {"text": "a", "data": b"a"}])
def test_exactly_one_source_is_given(given: dict[str, Any]) -> None:
    with pytest.raises(TypeError) as refused:
        en.read(**given)
    assert str(refused.value) == "give one of: a path, text=…, data=…"


@pytest.mark.parametrize("source", [b"---\nevent: A\n---\n", 3])
def test_a_source_of_another_type_is_refused(source: Any) -> None:
    with pytest.raises(TypeError):
        en.read(source)


def test_a_str_alone_is_always_a_path(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as refused:
        en.read(POST)
    assert refused.value.filename == POST
    path = tmp_path / "post.md"
    path.write_text(POST)
    assert en.read(str(path)).path == en.read(path).path == str(path)
    assert en.load(path) == en.load(text=POST) == en.load(data=POST.encode())
    assert en.read(text=POST).path == "-"


def test_what_python_shows_of_a_document_and_an_event_is_what_they_hold() -> None:
    document = en.read(text=POST.replace("event:", "event:\n  foo: 1"))
    assert repr(document) == "<Document '-' of 'PyDay', problems: 1>"
    shown = (
        "Event(eventnotes=1, id='pyday', name='PyDay', start='2024-05-01', notes='It was *good*.', extra={'foo': 1})"
    )
    assert repr(document.event) == shown
    assert repr(en.read(text="---\n")) == "<Document '-' of None, problems: 1>"
    assert repr(en.Quote(text="Ask.")) == "Quote(text='Ask.', kind='direct')"


def test_the_format_is_the_one_named_or_the_ending_s_or_markdown(tmp_path: Path) -> None:
    for name, expected in (
        ("a.YAML", "yaml"),
        ("a.yml", "yaml"),
        ("a.json", "json"),
        ("a.Markdown", "markdown"),
        ("a", "markdown"),
    ):
        (tmp_path / name).write_text("name: A")
        assert en.read(tmp_path / name).format.name == expected
    assert en.load(tmp_path / "a", format="yaml").name == "A"
    for call in (lambda: en.read(text="", format="ics"), lambda: en.write(en.Event(name="A"), "ics")):
        with pytest.raises(LookupError) as refused:
            call()
        assert str(refused.value) == f"no format is called 'ics'; that of .ics files is ical; there are {NAMES}"


def test_files_are_read_where_the_system_knows_no_files_to_wait_for(tmp_path: Path) -> None:
    """Windows has none, and no flags for them."""
    (tmp_path / "a.md").write_text("---\nevent: A\n---\n")
    en.dump(en.Event(name="B"), tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as package:
        package.extractall(tmp_path / "b")
    program = (
        "import os; del os.O_NONBLOCK, os.O_CLOEXEC; import eventnotes as en; print(*(en.load(one).name for one in "
    )
    done = subprocess.run(
        [sys.executable, "-c", program + "('a.md', 'b')))"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("A B\n", "")


def test_what_is_no_regular_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.md")
    for path, kind, message in (
        (tmp_path, IsADirectoryError, f"[Errno 21] is a folder, not a file: '{tmp_path}'"),
        (tmp_path / "fifo.md", OSError, f"[Errno 22] is not a regular file: '{tmp_path / 'fifo.md'}'"),
        (Path("/dev/zero"), OSError, "[Errno 22] is not a regular file: '/dev/zero'"),
        (tmp_path / "no.md", FileNotFoundError, f"[Errno 2] No such file or directory: '{tmp_path / 'no.md'}'"),
    ):
        with pytest.raises(kind) as refused:
            en.read(path)
        assert str(refused.value) == message


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_byte_order_mark_and_crlf_change_nothing_but_the_text(bom: str, newline: str) -> None:
    source = bom + POST.replace("\n", newline)
    document = en.read(data=source.encode())
    assert (document.text, document.data) == (source, source.encode())
    assert document.event == en.load(text=POST)
    assert document.diagnostics == ()
    assert document.event is not None
    assert document.event.notes == "It was *good*."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"---\nevent: A\n---\n\xe9t\xe9\n", "-:4:1: error encoding the byte 0xe9 is not UTF-8"),
        (b"\xef\xbb\xbf---\r\nevent: A\r\n---\r\nab\xff", "-:4:3: error encoding the byte 0xff is not UTF-8"),
        (POST.encode("utf-16"), "-:1:1: error encoding this is UTF-16 or UTF-32, not UTF-8"),
        (POST.encode("utf-32"), "-:1:1: error encoding this is UTF-16 or UTF-32, not UTF-8"),
        (b"\xfe\xff" + POST.encode("utf-16-be"), "-:1:1: error encoding this is UTF-16 or UTF-32, not UTF-8"),
        (b"---\nevent: '\xc3\xa9\xed\xa0\x80'\n---\n", "-:2:10: error encoding the byte 0xed is not UTF-8"),
    ],
)
def test_what_is_not_utf_8_is_an_error_at_its_first_byte(data: bytes, message: str) -> None:
    document = en.read(data=data)
    assert said(document)[0] == message
    assert document.data == data
    assert document.diagnostics[0].help == "save the file as UTF-8"


@pytest.mark.parametrize(
    ("text", "message", "notes"),
    [
        ("é\x1b[2Jb", "-:4:2: error control-character a control character, U+001B", "é\ufffd[2Jb"),
        ("a\x85\0", "-:4:2: error control-character a control character, U+0085, and 1 more", "a\ufffd\ufffd"),
        ("a\rb", "-:4:2: error control-character a control character, U+000D", "a\nb"),
        ("a\r\r\nb", "-:4:2: error control-character a control character, U+000D", "a\n\nb"),
    ],
)
def test_control_characters_are_an_error_and_read_as_replaced(text: str, message: str, notes: str) -> None:
    document = en.read(text=f"---\nevent: A\n---\n{text}")
    assert said(document) == [message]
    assert document.event is not None
    assert document.event.notes == notes
    assert document.text.endswith(text)


def test_reading_recovers_and_leaves_out_only_what_is_wrong() -> None:
    text = """name: A
start: 2024-02-30
website: nope
speakers: [Ana Lima, {name: Bo, pronouns: ' x'}, {bio: no name}]
sessions:
  - {title: One, start: '9:30', speakers: [ana-lima]}
  - 7
  - {title: Two}
tags: [a, ' b', c]
"""
    document = en.read(text=text, format="yaml")
    assert said(document) == [
        "-:2:8: error date 2024-02-30 does not exist: that month has no day 30",
        '-:3:10: error url website should be an absolute URL: http://… or https://…, not "nope"',
        f'-:4:43: error text pronouns {ONE_LINE}, not " x"',
        "-:4:50: error missing name is missing here",
        f'-:6:25: error date start {DATE}, not "9:30"',
        '-:7:5: error type sessions should be a mapping, not "7"',
        f'-:9:11: error text tags {ONE_LINE}, not " b"',
    ]
    assert document.event is not None
    assert [one.name for one in document.event.speakers] == ["Ana Lima", "Bo"]
    assert [(one.title, one.speakers) for one in document.event.sessions] == [("One", ("ana-lima",)), ("Two", ())]
    assert document.event.tags == ("a", "c")


@pytest.mark.parametrize("count", [3, 60])
def test_every_value_that_is_left_out_is_reported(count: int) -> None:
    document = en.read(text=f"name: A\nextra: {{a: [{', '.join(['.nan'] * count)}]}}\n", format="yaml")
    assert document.event is not None
    assert document.event.extra == {"a": []}
    assert said(document) == [
        f"-:2:{13 + 6 * one}: error json-value a holds a number that is not finite" for one in range(count)
    ]


def test_a_fault_of_one_field_says_nothing_of_others() -> None:
    text = "name: A\nquotes: [{id: No, text: x}]\nlessons: [{text: x, actions: [{text: y, due: soon}]}]\n"
    document = en.read(text=text, format="yaml")
    assert [(one.line, one.column, one.code) for one in document.diagnostics] == [(2, 15, "id"), (3, 46, "date")]


def test_a_date_that_is_wrong_is_not_missing_too(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text(POST.replace("05-01", "02-30"))
    assert [one.code for one in en.check(path)] == ["date"]


def test_narrative_in_two_places_is_an_error_at_the_second() -> None:
    document = en.read(text=POST.replace("---\n\n", "  notes: Front.\n---\n\n"))
    assert said(document) == ["-:8:1: error given-twice the narrative stands in the body and under event: too"]
    assert document.event is not None
    assert document.event.notes == "Front.\n\nIt was *good*."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "-:1:1: error empty there is nothing in it"),
        ("\ufeff \n\n", "-:1:1: error empty there is nothing in it"),
        ("---", "-:1:1: error front-matter-unclosed front matter opens here and no line --- closes it"),
        ("+++\na = 1\n", "-:1:1: error front-matter-unclosed front matter opens here and no line +++ closes it"),
        ("---\n---\nx", "-:1:1: error front-matter-empty the front matter is empty"),
        ("---\n- a\n---\nx", "-:1:1: error type-root an event is a mapping, and this is a list"),
        ("---\nfoo\n---\nx", "-:1:1: error type-root an event is a mapping, and this is text"),
        ("---\nevent:\n---\nx", "-:1:1: error missing the event has no name"),
        ("just words", "-:1:1: error missing the event has no name"),
        ("---\nevent: [a]\n---\nx", "-:2:8: error type event: takes a name or a mapping"),
    ],
)
def test_what_gives_no_event_says_why(text: str, message: str) -> None:
    document = en.read(text=text)
    assert message in said(document)
    assert document.event is None


def test_invalid_write_up_lists_the_errors_and_holds_all() -> None:
    text = "name: A\nfoo: 1\nstart: never\nend: later\n"
    with pytest.raises(en.InvalidWriteUp) as refused:
        en.load(text=text, format="yaml")
    error = refused.value
    assert str(error) == f'-:3:8: error date start {DATE}, not "never"\n-:4:6: error date end {DATE}, not "later"'
    assert [one.code for one in error.diagnostics] == ["unknown-key", "date", "date"]
    assert isinstance(error, ValueError)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.diagnostics, type(again)) == (str(error), error.diagnostics, en.InvalidWriteUp)
    assert en.load(text="name: A\nfoo: 1\n", format="yaml").extra == {"foo": 1}


def test_size_is_refused_by_name_before_and_after_reading(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text(POST)
    small = DEFAULT.but("size", 10)
    size = len(POST)
    for document in (en.read(path, limits=small), en.read(text=POST, limits=small)):
        assert said(document) == [f"{document.path}:1:1: error limit-size {size} bytes are over the limit of 10 (size)"]
        assert document.diagnostics[0].help == f"split the file, or raise the limit with --limit size={size}"
        assert (document.event, document.data) == (None, b"")
    assert en.read(path, limits=DEFAULT.but("size", size)).diagnostics == ()


@pytest.mark.parametrize(
    ("name", "limit", "text", "message"),
    [
        ("line", 5, "name: sixsix", "-:1:7: error limit-line 6 is over the limit of 5 (line)"),
        ("keys", 1, "name: A\nx: 1\ny: 2", "-:1:1: error limit-keys 2 is over the limit of 1 (keys)"),
        ("items", 1, "name: A\ntags: [a, b]", "-:2:11: error limit-items 2 is over the limit of 1 (items)"),
        ("text", 5, "name: A\nnotes: sixsix", "-:2:8: error limit-text 6 is over the limit of 5 (text)"),
    ],
)
def test_limits_of_the_model_s_shapes(name: str, limit: int, text: str, message: str) -> None:
    assert said(en.read(text=text, format="yaml", limits=DEFAULT.but(name, limit))) == [message]
    assert en.read(text=text, format="yaml", limits=Limits.unlimited()).event is not None


def test_what_is_empty_is_absent_and_what_stands_after_it_is_read() -> None:
    data: dict[str, object] = {
        "name": "A",
        "start": None,
        "venue": "",
        "series": {},
        "tags": ["", "a", None, "b", ""],
        "organizers": [],
    }
    data |= {"speakers": "Bo", "summary": "x", "write_up": {"url": "", "title": "T"}}
    event = en.load(
        text=json.dumps({**data, "frameworks": {"name": "F", "ordered": False, "elements": "e"}}), format="json"
    )
    assert (event.tags, event.summary, event.write_up) == (("a", "b"), "x", en.model.WriteUp(title="T"))
    assert (event.start, event.venue, event.series, event.organizers) == (None, None, None, ())
    assert [one.name for one in event.speakers] == ["Bo"]
    assert [(one.name, one.ordered, len(one.elements)) for one in event.frameworks] == [("F", False, 1)]
    only = {"name": "A", "tags": [None, "a"], "speakers": ["", {"name": "Bo"}], "topics": ["", 1]}
    document = en.read(text=json.dumps(only), format="json")
    assert document.event is not None
    assert (document.event.tags, document.event.extra) == (("a",), {"topics": ["", 1]})


@pytest.mark.parametrize(
    ("format", "text", "message"),
    [
        ("json", '{"name": "A",\n "é": [1, 2, 3]}', "-:2:7: error limit-items 3 is over the limit of 2 (items)"),
        ("json", '{"name": "A", "x": [[1, 2, 3]]}', "-:1:21: error limit-items 3 is over the limit of 2 (items)"),
        ("yaml", "name: A\né: [1, 2, 3]", "-:2:11: error limit-items 3 is over the limit of 2 (items)"),
        ("markdown", '{"event": "A",\n "é": [1, 2, 3]}\n', "-:2:7: error limit-items 3 is over the limit of 2 (items)"),
        (
            "markdown",
            "+++\nevent = 'A'\nx = [1, 2, 3]\n+++\n",
            "-:3:5: error limit-items 3 is over the limit of 2 (items)",
        ),
    ],
)
def test_places_in_sources_that_are_refused(format: str, text: str, message: str) -> None:
    assert said(en.read(text=text, format=format, limits=DEFAULT.but("items", 2))) == [message]


def test_every_id_that_is_used_again_is_reported_and_derived_anew() -> None:
    text = """name: A
speakers: [{id: x, name: Ana}, {id: x, name: Bo}]
sessions:
  - {id: x, title: One, lessons: [{id: y, text: Ask.}]}
  - {id: x, title: Two, lessons: [{id: y, text: Build.}, {id: y, text: Ship.}]}
"""
    document = en.read(text=text, format="yaml")
    places = ["2:37", "5:10", "5:40", "5:63"]
    names = {"2:37": "x", "5:10": "x", "5:40": "y", "5:63": "y"}
    assert said(document) == [
        f'-:{place}: error duplicate-id the id "{names[place]}" is used twice' for place in places
    ]
    assert document.event is not None
    assert [one.id for one in document.event.speakers] == ["x", "bo"]
    assert [one.id for one in document.event.sessions] == ["x", "two"]
    assert [one.id for session in document.event.sessions for one in session.lessons] == ["y", "build", "ship"]


def test_findings_beyond_the_limit_are_counted() -> None:
    text = "name: A\ntags: [" + ", ".join(["' b'"] * 30) + "]\n"
    document = en.read(text=text, format="yaml", limits=DEFAULT.but("findings", 3))
    assert said(document)[3:] == ["-:2:26: error limit-findings 27 more findings are not shown"]
    assert document.diagnostics[3].help == "mend the first ones, or raise --limit findings=…"
    assert len(en.read(text=text, format="yaml").diagnostics) == 30


def test_a_post_is_given_with_its_metadata_by_our_rules() -> None:
    text = "---\ntitle: T\nversion: 1.10\ndraft: no\nday: 2024-05-01\n---\n\n  Body.\n\n"
    post = en.read(text=text).post()
    assert post.metadata == {"title": "T", "version": 1.1, "draft": "no", "day": "2024-05-01"}
    assert post.content == "\n  Body.\n\n"
    assert frontmatter.dumps(post) == "---\ntitle: T\nversion: 1.1\ndraft: 'no'\nday: '2024-05-01'\n---\n\n  Body.\n\n"
    assert en.read(text="No front matter.").post().metadata == {}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_post_of_any_line_ends_has_its_front_matter(newline: str) -> None:
    post = en.read(text="\ufeff" + POST.replace("\n", newline)).post()
    assert post.metadata == {"event": {"name": "PyDay", "start": "2024-05-01"}}
    assert post.content == f"{newline}It was *good*.{newline}"


def test_a_post_is_taken_as_it_is() -> None:
    post = frontmatter.Post("Body.\n", title="T", event={"name": "A", "start": "2024-05-01"})
    document = en.read(post)
    assert document.text == "---\ntitle: T\nevent:\n  name: A\n  start: '2024-05-01'\n---\nBody.\n"
    assert (document.event, document.path) == (en.load(text=document.text), "-")
    assert en.load(frontmatter.loads("---\nevent: A\nday: 2024-05-01\n---\nx")).notes == "x"
    assert en.read(frontmatter.Post("# Heading")).text == "# Heading"


def test_metadata_of_a_post_that_no_json_holds_is_written_as_yaml_has_it() -> None:
    post = frontmatter.loads("---\nevent: A\nday: 2024-05-01\nat: 2024-05-01 09:30:00\n---\nx")
    post["pair"] = (1, 2)
    written = "---\nat: 2024-05-01 09:30:00\nday: 2024-05-01\nevent: A\npair:\n- 1\n- 2\n---\nx"
    assert sorted(en.read(post).text.split("\n")) == sorted(written.split("\n"))
    found = en.read(frontmatter.loads("---\nevent: A\nall: !!set {b}\n---\nx"))
    assert [one.code for one in found.diagnostics] == ["yaml-tag"]


def test_metadata_of_a_post_without_end_costs_no_more_than_its_anchors() -> None:
    endless: list[object] = []
    endless.append(endless)
    bomb: list[object] = ["x"] * 9
    for _ in range(8):
        bomb = [bomb] * 9
    codes = [
        [one.code for one in en.read(frontmatter.Post("x", event="A", all=one)).diagnostics] for one in (endless, bomb)
    ]
    assert codes == [["yaml-cycle"], ["limit-values"]]


@pytest.mark.parametrize(
    ("text", "format", "message"),
    [
        ("{}", "json", "a frontmatter.Post holds Markdown, and this is json"),
        ("---\na: [\n---\n", None, "not YAML: did not find expected node content while parsing a flow node"),
        ("---\na: 1\n", None, "front matter opens here and no line --- closes it"),
        ("---\n- a\n---\n", None, "an event is a mapping, and this is a list"),
    ],
)
def test_what_is_no_post_says_why(text: str, format: str | None, message: str) -> None:
    with pytest.raises(ValueError, match=r"\A.+\Z") as refused:
        en.read(text=text, format=format).post()
    assert str(refused.value) == message


def test_our_handler_reads_the_three_languages_for_frontmatter(tmp_path: Path) -> None:
    for text in (
        "---\na: 1.10\nb: no\n---\nBody",
        "+++\na = 1.1\nb = 'no'\n+++\nBody",
        '{"a": 1.1, "b": "no"}\nBody',
    ):
        (tmp_path / "post.md").write_text(text)
        post = frontmatter.load(str(tmp_path / "post.md"), handler=Handler())
        assert (post.metadata, post.content) == ({"a": 1.1, "b": "no"}, "Body")
    assert not Handler().detect("Body")


def test_what_was_read_is_freed_without_a_collection() -> None:
    items = "> c\n> — Ana\n\n**Lesson (Ana):** d\n\n**Framework (Ana): E**\n\n1. f\n"
    text = f"---\nevent: A\n---\n\n## B\n\n- **Speaker:** Ana\n\n{items}"
    en.read(text=text)
    gc.collect()
    gc.disable()
    try:
        en.read(text=text)
        assert gc.collect() == 0
    finally:
        gc.enable()
