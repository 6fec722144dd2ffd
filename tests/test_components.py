"""Components of a calendar: what stands in what, and what is wrong with the lines, told with what to do."""

from __future__ import annotations

import pytest

from eventnotes.formats.ical.components import Component, read_components
from eventnotes.limits import DEFAULT
from eventnotes.source import Span, SyntaxProblem, Unreadable

BEGINS = "a calendar begins with BEGIN:VCALENDAR"
ENDS = "END:VCALENDAR"
UNOPENED = "remove the line, or write its BEGIN"
YEARLY = "write FREQ=YEARLY, or RDATE"
ZONE = "BEGIN:VTIMEZONE\nBEGIN:STANDARD\n{}\nEND:STANDARD\nEND:VTIMEZONE\nEND:VCALENDAR"


def drawn(component: Component) -> str:
    """A component: its properties, and its parts in brackets."""
    inside = [f"{one.name}={one.value}" for one in component.properties]
    return " ".join([*inside, *(f"{one.name}({drawn(one)})" for one in component.parts)])


def test_components_hold_their_lines_and_one_another() -> None:
    text = """begin:vcalendar
A:1
BEGIN:VEVENT
\x20
b;C=d;e="f:g",h:2
  3
BEGIN:VALARM
END:VALARM
END:VEVENT

END:VCALENDAR
"""
    root, problems = read_components(text, DEFAULT)
    assert problems == []
    assert drawn(root) == "VCALENDAR(A=1 VEVENT(B=2 3 VALARM()))"
    assert (root.name, root.span, root.properties) == ("", (0, 0), [])
    assert [(one.name, text[one.span.start : one.span.end]) for one in root.every()] == [
        ("", ""),
        ("VCALENDAR", "begin:vcalendar"),
        ("VEVENT", "BEGIN:VEVENT\n "),
        ("VALARM", "BEGIN:VALARM"),
    ]
    (found,) = root.parts[0].parts[0].properties
    assert found.parameters == {"C": "d", "E": 'f:g",h'}
    assert (found.head, text[found.span.start : found.span.end]) == ('B;C=d;e="f:g",h', 'b;C=d;e="f:g",h:2\n  3')


@pytest.mark.parametrize(
    "text", ["", "\n \n", "VERSION:2.0\n", "no line\nBEGIN:VCALENDAR\n", "BEGIN:VCARD\nEND:VCARD\n"]
)
def test_what_does_not_begin_with_a_calendar_is_none(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_components(text, DEFAULT)
    end = len(text.partition("\n")[0]) if text.strip() else 1
    assert refused.value.problem == SyntaxProblem("ical-syntax", "this is no calendar", Span(0, end), BEGINS)


@pytest.mark.parametrize(
    ("lines", "message", "place", "help"),
    [
        ("é\nEND:VCALENDAR", "this is no line of a calendar", (16, 17), "write NAME:value, or remove the line"),
        ("END:é\nEND:VCALENDAR", '"É" ends here and is not open', (16, 21), UNOPENED),
        ("END:VCALENDAR\nA:1", "A stands outside the calendar", (30, 33), "move it before END:VCALENDAR"),
        ("A:1", "VCALENDAR has no end", (0, 15), "write END:VCALENDAR"),
        (f"BEGIN:VEVENT\n{ENDS}\nEND:VEVENT\n{ENDS}", '"VCALENDAR" ends here and is not open', (29, 42), UNOPENED),
        (ZONE.format("TZOFFSETTO:1"), '"1" is no offset from UTC', (47, 59), "write it like +0100"),
        (ZONE.format("RRULE:FREQ=DAILY"), "the rule of a time zone is not yearly", (47, 63), YEARLY),
    ],
)  # fmt: skip
def test_a_fault_of_the_lines_is_told_at_its_place(lines: str, message: str, place: tuple[int, int], help: str) -> None:
    _, problems = read_components(f"BEGIN:VCALENDAR\n{lines}\n", DEFAULT)
    assert problems == [SyntaxProblem("ical-syntax", message, Span(*place), help)]


def test_every_component_that_is_open_at_the_end_is_told() -> None:
    _, problems = read_components("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", DEFAULT)
    assert [(one.message, one.where) for one in problems] == [
        ("VCALENDAR has no end", (0, 15)),
        ("VEVENT has no end", (16, 28)),
    ]


def test_data_in_a_calendar_is_as_long_as_a_file_for_its_own_limits_hold() -> None:
    limits = DEFAULT.but("text", 12)
    text = "BEGIN:VCALENDAR\nSTRUCTURED-DATA:" + "a" * 99 + "\nEND:VCALENDAR"
    assert read_components(text, limits)[1] == []
