"""Table: what a draft has found, where, and how sure, in lines that the terminal holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventnotes.draft import Draft

_LEAST = 20  # columns of words beside what they are; where there are fewer, they stand below
_APART = "  "


def table_of(made: Draft) -> Iterator[str]:
    """A line for each value that was found, and one above them; on a narrow terminal two."""
    from shutil import get_terminal_size

    from eventnotes.diagnostic import printable

    columns = get_terminal_size().columns
    found = made.evidence
    rows = [("found", "line", "sure")]
    rows += [(one.path, str(made.source.count("\n", 0, one.start) + 1), f"{one.confidence:.2f}") for one in found]
    words = ["words", *(printable(" ".join(one.exact.split()), None) for one in found)]
    sizes = [max(map(len, column)) for column in zip(*rows, strict=True)]
    room = columns - len(_APART.join(" " * size for size in (*sizes, 0)))
    is_narrow = room < _LEAST
    if is_narrow:
        sizes[0] = max(sizes[0] + min(room + len(_APART), 0), 1)
        room = columns - len(_APART)
    for (path, line, sure), said in zip(rows, words, strict=True):
        shown = path if len(path) <= sizes[0] else f"…{path[1 - sizes[0] :]}"
        row = _APART.join((f"{shown:<{sizes[0]}}", f"{line:>{sizes[1]}}", sure))
        below = f"{_APART}{_clipped(said, room)}"
        yield from (row, below) if is_narrow else (row + below,)


def _clipped(text: str, columns: int) -> str:
    """As much of a text as so many columns hold."""
    from eventnotes.diagnostic import fitting, width

    return text if width(text) <= columns else f"{fitting(text, columns - 1)}…"
