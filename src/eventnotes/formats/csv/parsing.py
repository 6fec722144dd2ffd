"""Parsing: the text of a table becomes rows whose cells have places (RFC 4180)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from eventnotes.diagnostic import quoted
from eventnotes.formats._patterns import repeated
from eventnotes.formats._shapes import over
from eventnotes.limits import Limits
from eventnotes.source import Span, SyntaxProblem, Unreadable

_QUOTED = '"(' + repeated('[^"]++|""') + ')"'
_cells = {one: re.compile(rf'(?:{_QUOTED}|([^"\n{one}]*+))({one}|\n|\Z)').match for one in ",;"}
_SHOWN = 40


@dataclass(slots=True)
class Sheet:
    """A table that was read.

    Attributes:
        name: the file's name without its ending; empty for a table by itself.
        header: the name of each column.
        rows: where each row begins, and its cells; as many as the header has.
        problems: what could not be read.
    """

    name: str
    header: list[str]
    rows: list[tuple[int, list[str]]]
    problems: list[SyntaxProblem] = field(default_factory=list)
    text: str = ""
    start: int = 0
    end: int = 0
    delimiter: str = ","

    def place(self, row: int | None, column: str | None) -> Span:
        """The range of a cell, of a row where no such column is named, and in the header where no row is."""
        start = self.start if row is None else self.rows[row][0]
        spans = [span for _, span in _row(self.text, start, self.end, self.delimiter)[0]]
        if column in self.header:
            return spans[self.header.index(column)]
        return Span(spans[0].start, spans[-1].end)


def parsed(name: str, text: str, start: int, end: int, limits: Limits) -> Sheet:
    """The table in a range of a text.

    Raises:
        Unreadable: for quotes that do not match, and a header that cannot be one.
    """
    header = text[start : text.find("\n", start, end) if "\n" in text[start:end] else end]
    delimiter = ";" if ";" in header and "," not in header else ","  # how Excel writes CSV where 1,5 is a number
    cells, position = _row(text, start, end, delimiter)
    if len(cells) > limits.keys:
        raise Unreadable(over("keys", len(cells), limits.keys, cells[limits.keys][1]))
    sheet = Sheet(name, [one.strip() for one, _ in cells], [], [], text, start, end, delimiter)
    _check_header(sheet, cells)
    while position < end:
        row_start = position
        cells, position = _row(text, position, end, delimiter)
        values = [value for value, _ in cells]
        if len(values) == len(sheet.header):
            sheet.rows.append((row_start, values))
        elif values != [""]:
            sheet.problems.append(_uneven(sheet, cells))
    return sheet


def _row(text: str, position: int, end: int, delimiter: str) -> tuple[list[tuple[str, Span]], int]:
    """The cells of the row that begins at a place, with their ranges, and where the next one begins."""
    cells = []
    match_cell = _cells[delimiter]
    while True:
        match = match_cell(text, position, end)
        if match is None:
            raise Unreadable(_unmatched(text, position, end))
        inside, plain, separator = match.groups()
        value = plain if inside is None else inside.replace('""', '"')
        cells.append((value, Span(position, match.end() - len(separator))))
        position = match.end()
        if separator != delimiter:
            return cells, position


def _unmatched(text: str, position: int, end: int) -> SyntaxProblem:
    if text[position] != '"':
        at = text.find('"', position, end)
        message, help = "a quote stands inside a cell", 'put the whole cell in quotes, and write "" for one in it'
        return SyntaxProblem("csv-syntax", message, Span(at, at + 1), help)
    closing = re.compile(_QUOTED).match(text, position, end)
    if closing is None:
        message, help = "this quote is never closed", 'close it at the end of the cell, and write "" for a quote in it'
        return SyntaxProblem("csv-syntax", message, Span(position, position + 1), help)
    message, help = "something stands after the quote that closes a cell", 'write "" for a quote inside a cell'
    return SyntaxProblem("csv-syntax", message, Span(closing.end(), closing.end() + 1), help)


def _check_header(sheet: Sheet, cells: list[tuple[str, Span]]) -> None:
    seen: set[str] = set()
    for name, (_, span) in zip(sheet.header, cells, strict=True):
        if name and name in seen:
            message = f"the column {quoted(name)} is there twice"
            raise Unreadable(SyntaxProblem("duplicate-key", message, span, "keep one of the two"))
        seen.add(name)


def _uneven(sheet: Sheet, cells: list[tuple[str, Span]]) -> SyntaxProblem:
    has, wants = len(cells), len(sheet.header)
    span = cells[wants][1] if has > wants else cells[-1][1]
    message = f"this row has {has:,} cells, and the header {wants:,}"
    return SyntaxProblem("csv-columns", message, span, "put cells with commas in quotes, and leave none out")


def unnamed(sheet: Sheet) -> Iterator[SyntaxProblem]:
    """Cells with something in them that no column of the header names."""
    for at, name in enumerate(sheet.header):
        if not name:
            for start, values in sheet.rows:
                if values[at]:
                    span = _row(sheet.text, start, sheet.end, sheet.delimiter)[0][at][1]
                    message = f"{quoted(values[at], _SHOWN)} stands in a column without a name"
                    yield SyntaxProblem("csv-columns", message, span, "give the column a name")
                    break
