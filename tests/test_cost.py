"""What hostile input may cost: the sources of costly.py are read in bounds, and what a body may hold is limited."""

from __future__ import annotations

import subprocess
import sys

import pytest

import costly
import eventnotes as en
from eventnotes.inspection import inspected
from eventnotes.limits import DEFAULT, Limits

FRONT = "---\nevent: {name: A, start: 2024}\n---\n\n"
TALK = f"{FRONT}## T\n\n- **Kind:** talk\n"


@pytest.mark.parametrize("group", costly.GROUPS)
def test_costly_sources_are_read_and_checked_within_bounds(group: str) -> None:
    command = [sys.executable, costly.__file__, group]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    last = done.stdout.splitlines()[-1:]
    assert (done.returncode, done.stderr) == (0, ""), f"ended at {last}"


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
