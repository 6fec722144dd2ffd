"""What a body may hold: its blocks, lists, texts and lines are limited, each told at its place."""

from __future__ import annotations

import pytest

import eventnotes as en
from eventnotes.formats._shapes import Settling
from eventnotes.formats.markdown.allowance import check_lines
from eventnotes.inspection import inspected
from eventnotes.limits import DEFAULT, Limits
from eventnotes.source import Loc, Span, Unreadable

FRONT = "---\nevent: {name: A, start: 2024}\n---\n\n"
TALK = f"{FRONT}## T\n\n- **Kind:** talk\n"


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


def test_every_line_of_an_event_s_data_is_measured_but_ids() -> None:
    settling = Settling(DEFAULT.but("line", 5).but("items", 2))
    talk = {"speaker": "sixsix", "title": "sixsix", "quotes": [{"text": "sixsix", "source": {"title": "sixsix"}}]}
    data = {
        "id": "sixsix",
        "ours": "sixsix",
        "name": "sixsix",
        "series": "five5",
        "notes": "sixsix",
        "venue": {"name": "sixsix", "city": "five5"},
        "speakers": ["sixsix", {"name": "sixsix"}],
        "sessions": [talk, {"id": "sixsix", "room": "sixsix"}],
        "tags": "sixsix",
        "links": {"title": "sixsix"},
    }
    check_lines(data, settling, lambda loc, at_key: Span(0, 0))
    message, help = "6 is over the limit of 5 (line)", "shorten it, or raise the limit with --limit line=6"
    assert {one.where: (one.code, one.message, one.help) for one in settling.problems} == dict.fromkeys(
        [
            *(("name",), ("venue", "name"), ("speakers", 1, "name"), ("sessions", 0, "title")),
            *(("sessions", 0, "quotes", 0, "source", "title"), ("sessions", 1, "room")),
        ],
        ("limit-line", message, help),
    )
    asked: list[tuple[object, bool]] = []

    def locate(loc: Loc, at_key: bool) -> Span:
        asked.append((loc, at_key))
        return Span(3, 4)

    with pytest.raises(Unreadable) as refused:
        check_lines({"sessions": [{"tags": ["a", "b"], "speakers": ["a", "b", "c"]}]}, settling, locate)
    assert (refused.value.problem.code, refused.value.problem.where) == ("limit-items", (3, 4))
    assert asked == [(("sessions", 0, "speakers", 2), False)]


@pytest.mark.parametrize(
    ("body", "name", "value", "place"),
    [
        ("**Lessons:**\n\n- a\n- ééé\n- b\n", "text", 6, "8:1-9:1"),
        ("**Framework: x**\n\n- a\n- ééé\n- b\n", "text", 6, "8:1-9:1"),
        ("**Lessons:**\n\n- a\n  b\n  c\n- d\n  e\n", "values", 9, "10:1-12:1"),
        ("## Talks\n\n- **a** — B, C\n- **é** — C, D; E\n", "values", 16, "8:3-9:1"),
        ("## T\n\n- **Speaker:** A, B; C [D] <E>\n- **Kind:** talk\n", "values", 12, "7:16-7:31"),
    ],
)
def test_what_is_read_into_a_list_is_limited_up_to_its_value(body: str, name: str, value: int, place: str) -> None:
    assert said(FRONT + body, **{name: value}) == []
    (found,) = en.read(text=FRONT + body, limits=DEFAULT.but(name, value - 1)).diagnostics
    assert f"{found.line}:{found.column}-{found.end_line}:{found.end_column}" == place
    assert (found.code, found.message) == (f"limit-{name}", f"{value} is over the limit of {value - 1} ({name})")
