"""Documents: the only place where bytes become text and data becomes typed."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from eventnotes import formats
from eventnotes.diagnostic import Diagnostic, InvalidWriteUp, Severity, printable
from eventnotes.edit import apply, differences
from eventnotes.formats import Format, Updated
from eventnotes.limits import DEFAULT, Limits
from eventnotes.model import Event
from eventnotes.source import Loc, Occurrences, Span, SyntaxProblem, Tree, Unreadable, covers, line_and_column
from eventnotes.validation import Validated

if TYPE_CHECKING:
    import frontmatter

Path = str | os.PathLike[str]

_BOM = b"\xef\xbb\xbf"
_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = bytes([*range(9), 11, 12, *range(13, 32)])
_CONTROL_TEXT = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x80-\\x9f]")
_c1_control = re.compile(rb"\xc2[\x80-\x9f]").search  # U+0080 to U+009F in UTF-8
_UNTEXT = ("encoding", "control-character")
_BLANK = " \t\n\ufeff"


class Document:
    """A source that has been read.

    Attributes:
        path: the file as it was named; `-` for text or bytes given by name.
        data: the file's bytes.
        text: the bytes decoded, with their own line ends and byte order mark.
        format: the format it was read in.
        event: the event; None where nothing can be built.
        is_write_up: whether it is marked as a write-up.
    """

    __slots__ = (
        "__dict__",
        "_source",
        "_tree",
        "_validated",
        "data",
        "event",
        "format",
        "is_write_up",
        "limits",
        "path",
        "problems",
        "text",
    )

    def __init__(self, path: str, data: bytes, format: Format, limits: Limits) -> None:
        self.path = path
        self.data = data
        self.format = format
        self.limits = limits
        self.problems: list[SyntaxProblem] = []
        self.event: Event | None = None
        self.is_write_up = True
        self._tree: Tree | None = None
        self._validated: Validated | None = None
        self.text = self._decoded()
        if self._source.strip(_BLANK):
            self._read()
        elif not self.problems:
            self.problems.append(
                SyntaxProblem("empty", "there is nothing in it", Span(0, 1), "write at least the event's name")
            )

    def _decoded(self) -> str:
        data = self.data if self.format.repair is None else self.format.repair(self.data)
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            text = data.decode(errors="replace")
            self.problems.append(_encoding_problem(data, error.start))
            if data.startswith(_UTF16_OR_32):
                self._source = ""
                return text
        self._source = lines_of(text)
        if len(data.translate(None, _CONTROL)) != len(data) or _c1_control(data):
            self._find_controls(text)
        return text

    def _find_controls(self, text: str) -> None:
        """Report control characters, and read a replacement character (U+FFFD) in their place."""
        marked = text.removeprefix("\ufeff").replace("\r\n", "\n")
        first = _CONTROL_TEXT.search(marked)
        if first:
            others = len(marked) - len(_CONTROL_TEXT.sub("", marked)) - 1
            more = f", and {others:,} more" if others else ""
            message = f"a control character, U+{ord(first.group()):04X}{more}"
            help = "remove it; lines end in LF or CR LF" if first.group() == "\r" else "remove it"
            self.problems.append(SyntaxProblem("control-character", message, Span(*first.span()), help))
        self._source = _CONTROL_TEXT.sub("\ufffd", marked.replace("\r", "\n"))

    def _read(self) -> None:
        assert self.format.read is not None
        try:
            tree = self.format.read(self._source, self.limits)
        except Unreadable as error:
            self.problems.append(error.problem)
            return
        self._tree = tree
        self.is_write_up = tree.is_write_up
        validated = Validated(tree)
        self._validated = validated
        self.event = validated.event
        if tree.problems or validated.problems:
            self.problems += tree.problems
            self.problems += validated.problems

    @property
    def is_broken_above(self) -> bool:
        """Whether bytes above the body are no text, so that a marker may have been lost."""
        above = self._tree.body_start if self._tree is not None else 0
        return any(
            isinstance(one.where, Span) and one.code in _UNTEXT and one.where.start < above for one in self.problems
        )

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What reading found, in the order of the text; rules are `eventnotes.check`'s."""
        return self.diagnosed(self.problems)

    def diagnosed(self, problems: list[SyntaxProblem]) -> tuple[Diagnostic, ...]:
        """Problems at their lines and columns, in the order of the text; beyond `limits.findings` they are counted."""
        if not problems:
            return ()
        source = self._source
        spans = sorted(self._placed(problems, source), key=lambda pair: pair[0])
        found = [self._diagnostic(span, one, source) for span, one in spans[: self.limits.findings]]
        if len(spans) > self.limits.findings:
            span, _ = spans[self.limits.findings]
            message = f"{len(spans) - self.limits.findings} more findings are not shown"
            problem = SyntaxProblem("limit-findings", message, span, "mend the first ones, or raise --limit findings=…")
            found.append(self._diagnostic(span, problem, source))
        return tuple(found)

    def _placed(self, problems: list[SyntaxProblem], source: str) -> list[tuple[Span, SyntaxProblem]]:
        """Problems with their ranges; what is said twice of one place is said once, what is guarded not at all."""
        guarded = self._tree.guarded if self._tree is not None else []
        placed: dict[tuple[Span, str, str], tuple[Span, SyntaxProblem]] = {}
        for one in problems:
            span = self._span(one, source)
            if not (one.words and covers(guarded, span.start)):
                placed.setdefault((span, one.code, one.message), (span, one))
        return list(placed.values())

    def add_findings(self, code: str, severity: Severity, found: Iterable[Any], problems: list[SyntaxProblem]) -> None:
        """Add a rule's findings on the event as problems of the source, but for values that reading left out."""
        assert self._validated is not None
        kind: Literal["error", "warning"] = "error" if severity is Severity.ERROR else "warning"
        for one in found:
            loc = self._validated.origin(one.loc)
            if loc not in self._validated.left_out:
                problems.append(SyntaxProblem(code, one.message, loc, one.help, kind, words=one.words, nth=one.nth))

    def _span(self, problem: SyntaxProblem, source: str) -> Span:
        where = problem.where
        if isinstance(where, Span):
            return where
        if self._tree is None:
            return self._unread_span(where, problem.at_key, source)
        span = self._tree.locate(where, problem.at_key)
        if problem.words and (problem.nth or source.find("\n", span.start, span.end) >= 0):
            return self._occurrences.find(span, problem.words, max(problem.nth, 1))
        return span

    @cached_property
    def _occurrences(self) -> Occurrences:
        return Occurrences(self._source)

    def _unread_span(self, loc: Loc, at_key: bool, source: str) -> Span:
        """The place of a value in a source that was refused before it became a tree."""
        from eventnotes.formats.places import any_places

        places = any_places(self.format.name, source)
        while loc and loc not in places:
            loc = loc[:-1]
        return places[loc][0 if at_key else 1] if loc in places else Span(0, 1)

    def _diagnostic(self, span: Span, problem: SyntaxProblem, source: str) -> Diagnostic:
        line, column = line_and_column(source, span.start)
        end_line, end_column = line_and_column(source, max(span.end, span.start))
        severity = Severity(problem.severity)
        message, help = printable(problem.message, None), printable(problem.help, None)
        return Diagnostic(self.path, line, column, end_line, end_column, severity, problem.code, message, help)

    def update(self, event: Event) -> Updated:
        """The document's text with the smallest edits that make it say `event`; nothing is written to the file.

        Lines of which nothing changed keep their bytes: comments, key order, quoting, wrapping, line ends. What cannot
        be changed in its place is written anew and named in the text's `rewritten`.

        Raises:
            ValueError: for a document with errors, an event beyond the limits, or front matter in TOML or JSON.
        """
        error = next((one for one in self.diagnostics if one.severity is Severity.ERROR), None)
        if self.event is None or self._tree is None or error is not None:
            raise ValueError(f"a text with errors is not changed; mend them first: {error}")
        if self.format.update is None:
            raise ValueError(f"a text in {self.format.name} is not changed in its place; write the event anew")
        new = self.format.update(self._tree.reading, self.event, event)
        return Updated(apply(self.text, differences(self._source, new)), new.rewritten)

    def post(self) -> frontmatter.Post:
        """The document as python-frontmatter has it: metadata by our YAML rules, and the body byte for byte.

        Raises:
            ValueError: for a document that is not Markdown.
        """
        if self.format.name != "markdown":
            raise ValueError(f"a frontmatter.Post holds Markdown, and this is {self.format.name}")
        from eventnotes.formats.markdown.posts import post_of

        return post_of(self.text.removeprefix("\ufeff"))


def _encoding_problem(data: bytes, at: int) -> SyntaxProblem:
    """What to say of bytes that are not UTF-8 from there on."""
    if data.startswith(_UTF16_OR_32):
        return SyntaxProblem("encoding", "this is UTF-16 or UTF-32, not UTF-8", Span(0, 1), "save the file as UTF-8")
    before = lines_of(data[:at].removeprefix(_BOM).decode())
    place = Span(len(before), len(before) + 1)
    return SyntaxProblem("encoding", f"the byte 0x{data[at]:02x} is not UTF-8", place, "save the file as UTF-8")


def lines_of(text: str) -> str:
    """The text without byte order mark, its line ends as LF."""
    if text[:1] == "\ufeff":
        text = text[1:]
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read(
    source: Path | frontmatter.Post | None = None,
    /,
    *,
    text: str | None = None,
    data: bytes | None = None,
    format: str | None = None,
    limits: Limits = DEFAULT,
) -> Document:
    """Read a write-up. Its content never raises: what is wrong is in `diagnostics`, and what could be read in `event`.

    Args:
        source: a path, or a `frontmatter.Post`; a str is always a path.
        text: the source itself, in place of a path.
        data: the source's bytes, in place of a path.
        format: `markdown`, `json`, `yaml`, `ical`, `schedule-json` or `schedule-xml`; by default what the file's
            ending and beginning say, or markdown.
        limits: what it may cost.

    Raises:
        OSError: where the file cannot be read.
        LookupError: for a format that does not exist.
        TypeError: unless exactly one source is given.
    """
    if (source is not None) + (text is not None) + (data is not None) != 1:
        raise TypeError("give one of: a path, text=…, data=…")
    path = "-"
    if text is not None:
        data = text.encode("utf-8", "surrogatepass")
    elif isinstance(source, str | os.PathLike):
        path = os.fspath(source)
    elif source is not None:
        if not hasattr(source, "metadata"):
            raise TypeError(f"a source is a path or a frontmatter.Post, not {type(source).__name__}; bytes go to data=")
        from eventnotes.formats.markdown.posts import text_of

        data, format = text_of(source).encode(), format or "markdown"
    chosen = formats.find(format) if format else formats.of_path(path) or formats.FORMATS[0]
    if chosen.read is None:
        raise LookupError(f"{chosen.name} cannot be read")
    if data is None:
        return _read_file(path, chosen, limits, is_named=format is not None)
    return _sized(path, data, len(data), chosen, limits)


def _read_file(path: str, format: Format, limits: Limits, *, is_named: bool) -> Document:
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            if stat.S_ISDIR(status.st_mode):
                raise IsADirectoryError(21, "is a folder, not a file", path)
            raise OSError(22, "is not a regular file", path)
        if status.st_size > limits.size:
            return _sized(path, b"", status.st_size, format, limits)
        with open(handle, "rb", closefd=False, buffering=0) as file:
            expected = status.st_size or limits.size  # asking for more than is there costs a page table
            data = file.read(expected + 1)
            if len(data) > expected:
                data += file.read(limits.size + 1 - len(data))
    finally:
        os.close(handle)
    return _sized(path, data, len(data), format if is_named else formats.of_content(format, data), limits)


def _sized(path: str, data: bytes, size: int, format: Format, limits: Limits) -> Document:
    if size <= limits.size:
        return Document(path, data, format, limits)
    document = Document(path, b"", format, limits)
    message = f"{size:,} bytes are over the limit of {limits.size:,} (size)"
    help = f"split the file, or raise the limit with --limit size={size}"
    document.problems[:] = [SyntaxProblem("limit-size", message, Span(0, 0), help)]
    return document


def load(
    source: Path | frontmatter.Post | None = None,
    /,
    *,
    text: str | None = None,
    data: bytes | None = None,
    format: str | None = None,
    limits: Limits = DEFAULT,
) -> Event:
    """The event of a write-up; arguments as of `read`.

    Raises:
        InvalidWriteUp: holding every error of syntax and model, each at its line and column.
        OSError: where the file cannot be read.
    """
    document = read(source, text=text, data=data, format=format, limits=limits)
    if document.event is None or any(one.severity is Severity.ERROR for one in document.diagnostics):
        raise InvalidWriteUp(document.diagnostics)
    return document.event
