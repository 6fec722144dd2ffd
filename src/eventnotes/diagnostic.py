"""Diagnostics: findings at a place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from eventnotes.source import Edit

_QUOTED = 120
# The runner of GitHub acts on `##[command]` anywhere in a line (its ActionCommand.cs), others on `##vso[` and the like.
UNSAFE = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufffe\\uffff"
    "\\ud800-\\udfff\\U000e0000-\\U000e007f]"
    r"|(?<=#)#(?=[A-Za-z]{0,20}\[)"
)
"""What acts on a terminal or on the log of a build."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a finding: the text with these edits was read back, and says what was meant."""

    label: str
    """What is done, in one line: `write Ana Lima`."""
    edits: tuple[Edit, ...]
    """Ranges of the text and what replaces them; they count code points as the text has lines that end in LF, and no
    byte order mark.
    """
    is_safe: bool
    """False where something may be lost that its author meant; then it is made only where that is asked for."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding at a place. Lines and columns are 1-based and count code points; the end is not included."""

    path: str
    """The file as it was named, or `-`."""
    line: int
    """First line of the place."""
    column: int
    """First column of the place, in code points."""
    end_line: int
    """Line in which the place ends."""
    end_column: int
    """Column after the last one of the place."""
    severity: Severity
    """`error`, or `warning`, which fails only under --strict."""
    code: str
    """Stable kebab-case name, such as `unknown-speaker`."""
    message: str
    """What is wrong, in one line."""
    help: str = ""
    """What to do about it, in one line; may be empty."""
    fix: Fix | None = None
    """What mends it, where that is certain."""

    @property
    def place(self) -> str:
        """Where it is, as `path:line:column`."""
        return f"{named(self.path)}:{self.line}:{self.column}"

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} {self.code} {self.message}"


class InvalidWriteUp(ValueError):
    """A source that cannot be loaded. Its text lists every error at its place.

    Attributes:
        diagnostics: everything found, errors and warnings, in the order of the text.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(str(one) for one in diagnostics if one.severity is Severity.ERROR))

    def __reduce__(self) -> tuple[type[InvalidWriteUp], tuple[tuple[Diagnostic, ...]]]:
        return type(self), (self.diagnostics,)


def printable(text: str, longest: int | None = _QUOTED) -> str:
    """Text of a source as a message may show it: control, bidirectional and invisible characters, and what is a command
    in the log of a build, escaped, and cut short.
    """
    if longest is not None and len(text) > longest:
        text = text[: longest - 1] + "…"
    return UNSAFE.sub(_escaped, text)


def named(path: str) -> str:
    """A file as a line may begin with it: the runner of GitHub takes a line that begins with `::` for a command."""
    shown = printable(path, None)
    return f"./{shown}" if shown.lstrip().startswith(":") else shown


def quoted(value: object, longest: int = _QUOTED) -> str:
    """A value of a source in a message: `"…"`, escaped and cut short."""
    return f'"{printable(value if isinstance(value, str) else repr(value), longest)}"'


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    names = {9: "\\t", 10: "\\n", 13: "\\r"}
    return names.get(code) or (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def width(text: str) -> int:
    """Columns of a terminal that the text takes (UAX 11): wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text
    )


def fitting(text: str, most: int) -> str:
    """As much of the beginning of a text as so many columns hold, and no more than four characters a column."""
    columns = 0
    for place, one in enumerate(text[: 4 * most]):
        columns += width(one)
        if columns > most:
            return text[:place]
    return text[: 4 * most]
