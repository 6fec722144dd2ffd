"""Escaping: what a message shows of a source acts on no terminal and in no log, and says which character it was."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventnotes.diagnostic import UNSAFE, Diagnostic, Fix, Severity, named, printable, quoted, width
from eventnotes.inspection import Checked
from eventnotes.report import REPORTS
from eventnotes.report.changes import dumped
from eventnotes.report.text import explained
from eventnotes.source import Edit, Span

INVISIBLE = {
    *(0x061C, 0xFEFF, 0xFFFE, 0xFFFF),
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xE0000, 0xE0080),
}


def acts(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or ord(character) in INVISIBLE


def test_each_character_that_acts_is_escaped_so_that_it_can_be_told_and_no_other_is() -> None:
    for character in map(chr, [*range(0x11000), *range(0xE0000, 0xE0200)]):
        shown = printable(character)
        assert (shown != character) == acts(character), ascii(character)
        assert shown == character or shown.encode("ascii").decode("unicode_escape") == character
    told = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\x00", "\x1b": "\\x1b", "\x7f": "\\x7f", "\xff": "\xff"}
    told |= {
        "\x9b": "\\x9b",
        "\u061c": "\\u061c",
        "\u202e": "\\u202e",
        "\uffff": "\\uffff",
        "\U000e0041": "\\U000e0041",
    }
    assert {one: printable(one) for one in told} == told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("##[error]x", "#\\x23[error]x"),
        ("a ##vso[task.x]", "a #\\x23vso[task.x]"),
        ("###[x", "##\\x23[x"),
        (f"##{'a' * 20}[", f"#\\x23{'a' * 20}["),
        (f"##{'a' * 21}[", f"##{'a' * 21}["),
        ("## [x", "## [x"),
        ("#[x", "#[x"),
        ("## Talk", "## Talk"),
    ],
)
def test_what_a_runner_takes_for_a_command_anywhere_in_a_line_is_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_what_is_long_is_cut_before_it_is_escaped() -> None:
    assert printable("é" * 120) == "é" * 120
    assert printable("é" * 121) == "é" * 119 + "…"
    assert printable("\n" * 121) == "\\n" * 119 + "…"
    assert printable("é" * 999, None) == "é" * 999
    assert printable("abcd", 3) == "ab…"
    assert printable("abc", 3) == "abc"
    assert quoted("é" * 120) == f'"{"é" * 120}"'
    assert quoted("é" * 121) == f'"{"é" * 119}…"'
    assert quoted("abcd", 3) == '"ab…"'


def test_values_that_are_no_text_are_shown_as_python_says_them() -> None:
    assert [quoted(one) for one in ("a\n", 1.5, None, ["a\n"], {"é": 1})] == [
        *('"a\\n"', '"1.5"', '"None"', "\"['a\\n']\"", "\"{'é': 1}\""),
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.md", "a.md"),
        ("::a.md", "./::a.md"),
        (" :a", "./ :a"),
        ("\n::a", "\\n::a"),
        ("a::b", "a::b"),
        ("a" * 999, "a" * 999),
    ],
)
def test_a_name_that_begins_a_line_begins_no_command(path: str, name: str) -> None:
    assert named(path) == name


def test_the_width_of_a_text_is_that_of_a_terminal() -> None:
    assert [width(one) for one in ("", "ab", "é", "e\u0301", "漢字", "Ａ", "ｱ", "a漢e\u0301")] == [
        0,
        2,
        1,
        1,
        4,
        2,
        1,
        4,
    ]


@given(st.text() | st.lists(st.sampled_from('#[]aé\n"\\\x1b\u202e\ud800\U000e0001')).map("".join))
def test_json_of_a_report_says_the_text_and_nothing_in_it_acts(text: str) -> None:
    for indent in (None, 2):
        said = dumped({text: [text]}, indent)
        assert json.loads(said) == {text: [text]}
        assert not UNSAFE.search(said.replace("\n", ""))
        assert said.count("\n") == (4 if indent else 0)


def explained_line(line: str, start: int, end: int) -> tuple[str, str]:
    """What the text report shows of a line, and what it puts below."""
    found = Diagnostic("a.md", 1, start + 1, 1, end + 1, Severity.ERROR, "text", "said", "do")
    said, shown, below, help, *rest = explained(found, [line]).split("\n")
    assert (said, help, rest) == (f"a.md:1:{start + 1}: error text said", "  help: do", ["", ""])
    assert (shown[:6], below[:6]) == ("  1 | ", "    | ")
    return shown[6:], below[6:]


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "below"),
    [
        ("abc def", 4, 7, "abc def", "    ^^^"),
        ("abc", 3, 3, "abc", "   ^"),
        ("\ta\x1bb", 1, 3, " a\\x1bb", " ^^^^^"),
        ("漢字 é", 1, 2, "漢字 é", "  ^^"),
        ("x" * 68, 60, 68, "x" * 68, " " * 60 + "^" * 8),
        ("x" * 69, 0, 69, "x" * 68 + "…", "^" * 68),
        ("x" * 69, 34, 35, "x" * 68 + "…", " " * 34 + "^"),
        ("x" * 34 + "ab" + "y" * 68, 35, 36, "…" + "x" * 21 + "ab" + "y" * 45 + "…", " " * 23 + "^"),
        ("x" * 99 + "ab", 100, 101, "…" + "x" * 21 + "ab", " " * 23 + "^"),
        ("漢" * 40, 1, 2, "漢" * 34 + "…", "  ^^"),
        ("漢" * 40 + "a" + "漢" * 40, 40, 41, "…" + "漢" * 11 + "a" + "漢" * 22 + "…", " " * 23 + "^"),
        ("a" + "\u0301" * 999, 0, 1, "a" + "\u0301" * 271 + "…", "^"),
    ],
)
def test_a_line_is_shown_around_the_place_that_is_marked_below(
    line: str, start: int, end: int, shown: str, below: str
) -> None:
    assert explained_line(line, start, end) == (shown, below)


@given(st.text(st.sampled_from("ab \té漢字\u0301\x1b#[")).filter(str.strip), st.integers(0, 200), st.integers(0, 200))
def test_whatever_stands_in_a_line_it_fits_and_the_marks_stand_below_the_place(
    line: str, start: int, size: int
) -> None:
    line = line * 9
    start = min(start, len(line))
    end = min(start + size, len(line))
    shown, below = explained_line(line, start, end)
    assert width(shown) <= 70
    assert width(below) <= 70
    inside = printable(line[start:end].replace("\t", " "), None)
    before = len(below) - len(below.lstrip())
    at = next(place for place in range(len(shown) + 1) if width(shown[:place]) == before)
    marked = next(shown[at:place] for place in range(len(shown), -1, -1) if width(shown[at:place]) <= below.count("^"))
    assert inside.lstrip("\u0301")[:1] in marked or not inside


def test_a_fix_is_told_in_lines_and_columns_of_the_file_and_nothing_in_it_acts() -> None:
    text = "\ufeffé1\r\nab{x}\r\n"
    edits = (Edit(Span(1, 2), "{\x1b}"), Edit(Span(3, 9), "]("))
    region = {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 3}
    second = {"startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 1}
    for is_safe, mark in ((True, ""), (False, " (unsafe)")):
        fix = Fix("write {\n} [a](b)" + "é" * 200, edits, is_safe)
        found = Diagnostic("a.md", 1, 2, 1, 3, Severity.ERROR, "text", "said", "do", fix)
        checked = [Checked("a.md", (found,), is_write_up=True, text=text)]
        (told,) = json.loads("".join(REPORTS["json"](checked)))
        assert told["fix"] == {
            "label": "write {\\n} [a](b)" + "é" * 200,
            "is_safe": is_safe,
            "edits": [
                {"line": 1, "column": 2, "end_line": 1, "end_column": 3, "text": "{\x1b}"},
                {"line": 2, "column": 1, "end_line": 3, "end_column": 1, "text": "]("},
            ],
        }
        (result,) = json.loads("".join(REPORTS["sarif"](checked)))["runs"][0]["results"]
        assert result["fixes"] == [
            {
                "description": {"text": "write {{\\n}} [a\\](b)" + "é" * 200 + mark},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": "a.md"},
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": "{\x1b}"}},
                            {"deletedRegion": second, "insertedContent": {"text": "]("}},
                        ],
                    }
                ],
            }
        ]
    without = Checked("a.md", (Diagnostic("a.md", 1, 2, 1, 3, Severity.ERROR, "text", "said"),), is_write_up=True)
    assert json.loads("".join(REPORTS["json"]([without])))[0]["fix"] is None
    assert "fixes" not in json.loads("".join(REPORTS["sarif"]([without])))["runs"][0]["results"][0]


def explanation(place: tuple[int, int, int, int], lines: list[str], color: bool = False, **more: Any) -> str:
    """What the text report says of a finding."""
    return explained(Diagnostic("a.md", *place, Severity.WARNING, "text", "said", **more), lines, color)


def test_a_finding_is_explained_with_its_line_what_to_do_and_what_is_done() -> None:
    lines = ["one", "  ", "three é"]
    first = "a.md:1:2: warning text said\n  1 | one\n    |  ^^\n"
    assert explanation((1, 2, 1, 4), lines) == f"{first}\n"
    assert explanation((1, 2, 3, 1), lines) == f"{first}\n"
    assert explanation((1, 2, 1, 4), lines, help="do") == f"{first}  help: do\n\n"
    for is_safe, label in ((True, "fix:"), (False, "unsafe fix:")):
        fix = Fix("do\n", (), is_safe)
        assert explanation((1, 2, 1, 4), lines, fix=fix) == f"{first}  {label} do\\n\n\n"
        assert explanation((1, 2, 1, 4), lines, help="do\\n", fix=fix) == f"{first}  {label} do\\n\n\n"
        assert explanation((1, 2, 1, 4), lines, help="as", fix=fix) == f"{first}  help: as\n  {label} do\\n\n\n"
    for line in (0, 2, 4, 9):
        assert explanation((line, 1, line, 2), lines, help="do") == f"a.md:{line}:1: warning text said\n  help: do\n\n"
    far = [*([""] * 99), "x"]
    assert explanation((100, 1, 100, 1), far) == "a.md:100:1: warning text said\n  100 | x\n      | ^\n\n"


def test_colours_stand_around_the_words_of_a_finding() -> None:
    margin, mark, help = "\x1b[34m{} |\x1b[0m", "\x1b[1;33m{}\x1b[0m", "\x1b[36m{}\x1b[0m"
    said = f"\x1b[1ma.md:1:2:\x1b[0m {mark.format('warning')} text said\n"
    said += f"  {margin.format(1)} one\n  {margin.format(' ')}  {mark.format('^^')}\n"
    said += f"  {help.format('help:')} as\n  {help.format('fix:')} do\n\n"
    assert explanation((1, 2, 1, 4), ["one"], color=True, help="as", fix=Fix("do", (), True)) == said
