"""Seven faults planted in the two-day example: each is found once, at its exact place, however the file is written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import eventnotes as en

EXAMPLE = Path(__file__).parents[1] / "examples" / "two-days-of-civic-data.md"


class Fault(NamedTuple):
    """A fault: what of the example is replaced by what, with ⟦…⟧ around the place and ~ for text before it."""

    code: str
    severity: str
    before: str
    after: str
    message: str


FAULTS = (
    Fault(
        "date",
        "error",
        "  tags:\n    - civic-data\n",
        "  sessions: [{title: Coffee ~, start: ⟦2024-10-32T08:30⟧}]\n  tags:\n    - civic-data\n",
        'start should be a date or time in ISO 8601, not "2024-10-32T08:30"',
    ),
    Fault(
        "unknown-speaker",
        "error",
        "> — paraphrasing Goh\n",
        "> — paraphrasing a neighbour ~ (via ⟦Wilchek⟧)\n",
        '"wilchek" is not among the speakers; did you mean Tomasz Wilczek?',
    ),
    Fault(
        "duplicate-key",
        "error",
        "    - Marlhaven Library   # lent the hall, the chairs and the bell\n",
        "    - {name: Marlhaven ~, ⟦name⟧: Marlhaven Library}\n",
        '"name" is given twice',
    ),
    Fault(
        "unknown-key",
        "error",
        '    - name: "Estuary Data Club"\n      website:',
        '    - {name: "Estuary Data Club ~", ⟦websit⟧: "http://example.org"}\n    - name: Tide Club\n      website:',
        'Organization has no field "websit"; did you mean website?',
    ),
    Fault(
        "end-before-start",
        "error",
        "- **Time:** 14:00–15:00\n",
        "- **Time:** ⟦15:00–14:00⟧\n",
        "the session ends at 2024-10-26T14:00, before it starts at 2024-10-26T15:00",
    ),
    Fault(
        "dangling-placeholder",
        "error",
        "The board by the cloakroom filled",
        "⟦<!-- quote: lost-words -->⟧\n\nThe board by the cloakroom filled",
        'the placeholder "<!-- quote: lost-words -->" names no quote here',
    ),
    Fault(
        "unread-label",
        "warning",
        "She kept it short.",
        "⟦**Speeker:** ~ Eze⟧\n\nShe kept it short.",
        '"Speeker" looks like the label Speaker and is not read as one',
    ),
)
PADS = {"ascii": "and more", "accents": "é—ñ", "astral": "👩\u200d💻 e\u0301 漢字", "hebrew": "עברית"}


def planted(pad: str) -> tuple[str, list[tuple[int, int, int, int, str, str, str]]]:
    """The example with every fault in it, and what is expected of each, in the order of the text."""
    marked = EXAMPLE.read_text(encoding="utf-8")
    for number, fault in enumerate(FAULTS):
        assert marked.count(fault.before) == 1
        marked = marked.replace(fault.before, fault.after.replace("⟦", f"⟦{number}:").replace("~", pad))
    lines, expected = [], []
    for number, line in enumerate(marked.split("\n"), 1):
        plain = line
        if place := re.search(r"⟦(\d):(.*?)⟧", line):
            fault = FAULTS[int(place[1])]
            first = place.start() + 1
            last = first + len(place[2])
            expected.append((number, first, number, last, fault.severity, fault.code, fault.message))
            plain = line[: place.start()] + place[2] + line[place.end() :]
        lines.append(plain)
    assert "⟦" not in "".join(lines)
    return "\n".join(lines), expected


def found(path: Path) -> list[tuple[int, int, int, int, str, str, str]]:
    return [
        (one.line, one.column, one.end_line, one.end_column, str(one.severity), one.code, one.message)
        for one in en.check(path)
    ]


@pytest.mark.parametrize("pad", PADS.values(), ids=PADS)
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_seven_faults_are_seven_findings_at_their_places(pad: str, bom: str, newline: str, tmp_path: Path) -> None:
    text, expected = planted(pad)
    path = tmp_path / "planted.md"
    path.write_bytes((bom + text.replace("\n", newline)).encode())
    assert len(expected) == 7
    assert found(path) == expected
    document = en.read(path)
    assert document.event is not None
    assert document.text == bom + text.replace("\n", newline)
    assert (len(document.event.sessions), len(document.event.speakers)) == (14, 13)


def test_without_the_faults_there_is_nothing_to_find() -> None:
    assert found(EXAMPLE) == []


@pytest.mark.parametrize("fault", FAULTS, ids=[one.code for one in FAULTS])
def test_each_fault_alone_is_one_finding(fault: Fault, tmp_path: Path) -> None:
    path = tmp_path / "planted.md"
    text = EXAMPLE.read_text(encoding="utf-8").replace(fault.before, fault.after.replace("~", "é"))
    path.write_text(re.sub("[⟦⟧]", "", text), encoding="utf-8")
    assert [(code, message) for *_, code, message in found(path)] == [(fault.code, fault.message)]
