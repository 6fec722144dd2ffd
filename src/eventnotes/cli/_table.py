"""Table: what a draft has found, where, and how sure, in lines that the terminal holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventnotes.draft import Draft
    from eventnotes.draft.evidence import Evidence

_LEAST = 20  # columns of words beside what they are; where there are fewer, they stand below
_LONGEST_PLACE = 20
_APART = "  "


def table_of(made: Draft) -> Iterator[str]:
    """A line for each value that was found, and one above them; on a narrow terminal two."""
    from shutil import get_terminal_size

    from eventnotes.diagnostic import printable

    columns = get_terminal_size().columns
    found = made.evidence
    rows = [_head(made), *(_row(made, one) for one in found)]
    words = ["words", *(printable(" ".join(one.exact.split()), None) for one in found)]
    first, *others = [max(map(len, column)) for column in zip(*rows, strict=True)]
    room = columns - first - sum(others) - len(_APART) * len(rows[0])
    is_narrow = room < _LEAST
    if is_narrow:
        first = max(first + min(room + len(_APART), 0), 1)
        room = columns - len(_APART)
    for (path, *facts), said in zip(rows, words, strict=True):
        shown = path if len(path) <= first else f"…{path[1 - first :]}"
        row = _APART.join([f"{shown:<{first}}", *(f"{one:>{size}}" for one, size in zip(facts, others, strict=True))])
        below = f"{_APART}{_clipped(said, room)}"
        yield from (row, below) if is_narrow else (row + below,)


def _head(made: Draft) -> tuple[str, ...]:
    if not made.origins:
        return "found", "sure"
    return "found", "place" if made.origins[0].file else "line", "sure"


def _row(made: Draft, one: Evidence) -> tuple[str, ...]:
    """What a value is, where in its file it stands, if that has lines that can be told, and how sure it is."""
    sure, place = f"{one.confidence:.2f}", made.place(one.start)
    if place is None:
        return one.path, sure
    file, line = place
    where = f"{file}:{line}" if file else str(line)
    return one.path, where if len(where) <= _LONGEST_PLACE else f"…{where[1 - _LONGEST_PLACE :]}", sure


def _clipped(text: str, columns: int) -> str:
    """As much of a text as so many columns hold."""
    from eventnotes.diagnostic import fitting, width

    return text if width(text) <= columns else f"{fitting(text, columns - 1)}…"
