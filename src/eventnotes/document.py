"""Documents: sources that have been read, the only place where data becomes typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from eventnotes.decoding import Source
from eventnotes.diagnostic import Diagnostic, Fix, InvalidWriteUp, Severity, printable
from eventnotes.edit import apply, differences
from eventnotes.formats import Format, Updated
from eventnotes.intake import Path, taken
from eventnotes.limits import DEFAULT, Limits
from eventnotes.model import Event
from eventnotes.source import Ignore, Loc, Occurrences, Span, SyntaxProblem, Tree, Unreadable, covers
from eventnotes.validation import Validated

if TYPE_CHECKING:
    import frontmatter

Mender = Callable[[Span, SyntaxProblem], Fix | None]

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

    def __init__(
        self, source: Source, format: Format, limits: Limits, tree: Tree | None, problems: Iterable[SyntaxProblem] = ()
    ) -> None:
        self.path, self.data, self.text = source.path, source.data, source.text
        self.format = format
        self.limits = limits
        self.problems = [*problems]
        self.event: Event | None = None
        self.is_write_up = True
        self._source = source
        self._tree = tree
        self._validated: Validated | None = None
        if tree is not None:
            self.is_write_up = tree.is_write_up
            self._validated = Validated(tree)
            self.event = self._validated.event
            if tree.problems or self._validated.problems:
                self.problems += tree.problems
                self.problems += self._validated.problems

    def __repr__(self) -> str:
        name = self.event.name if self.event is not None else None
        return f"<Document {self.path!r} of {name!r}, problems: {len(self.problems):,}>"

    @property
    def key(self) -> str | None:
        """What the source calls this event among its others, such as its UID; None where it has no name for it."""
        return self._tree.key if self._tree is not None else None

    @property
    def line(self) -> int:
        """The line of the source in which the event begins."""
        return self._source.place(self._tree.locate((), False).start)[1] if self._tree is not None else 1

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

    def events(self) -> Iterator[Document]:
        """A document for each event of the source, read anew where the source may hold several."""
        if self.format.events is None or self._tree is None:
            return iter((self,))
        return documents_of(self.path, self.data, self.format, self.limits)

    def diagnosed(self, problems: list[SyntaxProblem]) -> tuple[Diagnostic, ...]:
        """Problems at their lines and columns, in the order of the text; beyond `limits.findings` they are counted."""
        return self.shown(self.placed(problems)) if problems else ()

    def shown(self, spans: list[tuple[Span, SyntaxProblem]], fix: Mender | None = None) -> tuple[Diagnostic, ...]:
        """Problems that `placed` has placed, as `diagnosed` gives them, each with what `fix` finds to mend it."""
        told = spans[: self.limits.findings]
        found = [self._diagnostic(span, one, fix(span, one) if fix is not None else None) for span, one in told]
        if len(spans) > self.limits.findings:
            span, _ = spans[self.limits.findings]
            message = f"{len(spans) - self.limits.findings} more findings are not shown"
            problem = SyntaxProblem("limit-findings", message, span, "mend the first ones, or raise --limit findings=…")
            found.append(self._diagnostic(span, problem))
        return tuple(found)

    def placed(
        self, problems: Iterable[SyntaxProblem], heeded: set[tuple[str, Span]] | None = None
    ) -> list[tuple[Span, SyntaxProblem]]:
        """Problems with their ranges, in the order of the text.

        What is said twice of one place is said once, what is guarded or ignored not at all.

        Args:
            problems: what was found.
            heeded: takes in the codes of comments that silenced something, each with its place.
        """
        source = self.source
        guarded = self._tree.guarded if self._tree is not None else []
        placed: dict[tuple[Span, str, str], tuple[Span, SyntaxProblem]] = {}
        for one in problems:
            span = self._span(one, source)
            silencing = _silencing(one, span, self.ignores) if self.ignores else []
            if heeded is not None:
                heeded.update(silencing)
            if not (silencing or (one.words and covers(guarded, span.start))):
                placed.setdefault((span, one.code, one.message), (span, one))
        return sorted(placed.values(), key=lambda pair: pair[0])

    @property
    def source(self) -> str:
        """The text that places count in: with LF line ends, and without byte order mark."""
        return self._source.plain

    @property
    def ignores(self) -> list[Ignore]:
        """Comments that silence findings."""
        return self._tree.ignores if self._tree is not None else []

    def add_findings(self, code: str, severity: Severity, found: Iterable[Any], problems: list[SyntaxProblem]) -> None:
        """Add a rule's findings on the event as problems of the source, but for values that reading left out."""
        assert self._validated is not None
        kind: Literal["error", "warning"] = "error" if severity is Severity.ERROR else "warning"
        for one in found:
            loc = self._validated.origin(one.loc)
            if loc not in self._validated.left_out:
                more = {"words": one.words, "nth": one.nth, "is_optional": True, "remedy": one.remedy}
                problems.append(SyntaxProblem(code, one.message, loc, one.help, kind, **more))

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
        return Occurrences(self._source.plain)

    def _unread_span(self, loc: Loc, at_key: bool, source: str) -> Span:
        """The place of a value in a source that was refused before it became a tree."""
        from eventnotes.formats.places import any_places

        places = any_places(self.format.name, source)
        while loc and loc not in places:
            loc = loc[:-1]
        return places[loc][0 if at_key else 1] if loc in places else Span(0, 1)

    def key_of(self, problem: SyntaxProblem) -> Span | None:
        """The range of the key in front of the value that a problem is about; None for a problem of the text."""
        where = problem.where
        return None if self._tree is None or isinstance(where, Span) else self._tree.locate(where, True)

    def _diagnostic(self, span: Span, problem: SyntaxProblem, fix: Fix | None = None) -> Diagnostic:
        path, line, column = self._source.place(span.start)
        _, end_line, end_column = self._source.place(max(span.end, span.start))
        severity = Severity(problem.severity)
        message, help = printable(problem.message, None), printable(problem.help, None)
        return Diagnostic(path, line, column, end_line, end_column, severity, problem.code, message, help, fix)

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
        return Updated(apply(self.text, differences(self._source.plain, new)), new.rewritten)

    def post(self) -> frontmatter.Post:
        """The document as python-frontmatter has it: metadata by our YAML rules, and the body byte for byte.

        Raises:
            ValueError: for a document that is not Markdown.
        """
        if self.format.name != "markdown":
            raise ValueError(f"a frontmatter.Post holds Markdown, and this is {self.format.name}")
        from eventnotes.formats.markdown.posts import post_of

        return post_of(self.text.removeprefix("\ufeff"))


def document_of(path: str, data: bytes, format: Format, limits: Limits) -> Document:
    """The document of bytes that were read from a path; of several events the first."""
    try:
        source = _decoded(path, data, format, limits)
    except Unreadable as error:
        return Document(Source(path, b""), format, limits, None, [error.problem])
    tree, problems = None, [*source.problems]
    if source.plain.strip(_BLANK):
        try:
            tree = format.read(source.plain, limits) if format.read is not None else _first(source, format, limits)
        except Unreadable as error:
            problems.append(error.problem)
    elif not problems:
        problems.append(_nothing())
    return Document(source, format, limits, tree, problems)


def _silencing(problem: SyntaxProblem, span: Span, ignores: list[Ignore]) -> list[tuple[str, Span]]:
    """The codes of comments that silence a problem; an error of reading no comment silences."""
    if problem.severity == "error" and not problem.is_optional:
        return []
    return [
        code
        for one in ignores
        if one.over.start <= span.start < one.over.end
        for code in one.codes
        if code[0] == problem.code
    ]


def documents_of(path: str, data: bytes, format: Format, limits: Limits) -> Iterator[Document]:
    """A document for each event of bytes that may hold several, as soon as it is read; at least one.

    What is no text is found by the first of them, and why nothing more can be read by the last.
    """
    if format.events is None:
        yield document_of(path, data, format, limits)
        return
    try:
        source = _decoded(path, data, format, limits)
    except Unreadable as error:
        yield Document(Source(path, b""), format, limits, None, [error.problem])
        return
    problems = source.problems
    for one in _trees(source, format, limits):
        if isinstance(one, Tree):
            yield Document(source, format, limits, one, problems)
        else:
            yield Document(source, format, limits, None, [*problems, one])
        problems = []
    if problems:
        yield Document(source, format, limits, None, problems)


def _decoded(path: str, data: bytes, format: Format, limits: Limits) -> Source:
    files = format.unpack(data, limits) if format.unpack is not None else []
    return Source.of_files(path, data, files) if files else Source(path, data, format.repair)


def _nothing() -> SyntaxProblem:
    return SyntaxProblem("empty", "there is nothing in it", Span(0, 1), "write at least the event's name")


def _trees(source: Source, format: Format, limits: Limits) -> Iterator[Tree | SyntaxProblem]:
    """The trees of a source; at the end why no more can be read, or that there is none."""
    assert format.events is not None
    found = bool(source.problems)
    try:
        for tree in format.events(source.plain, limits) if source.plain.strip(_BLANK) else ():
            found = True
            yield tree
    except Unreadable as error:
        yield error.problem
        return
    if not found:
        yield _nothing()


def _first(source: Source, format: Format, limits: Limits) -> Tree:
    """The first tree of a source; that there are others is said at the second."""
    trees = _trees(source, format, limits)
    first = next(trees, _nothing())
    if not isinstance(first, Tree):
        raise Unreadable(first)
    second = next(trees, None)
    if second is not None:
        where = second.locate((), False) if isinstance(second, Tree) else second.where
        message, help = "this holds several events; the first is read", "read them all with eventnotes.read_all"
        first.problems.append(SyntaxProblem("several-events", message, where, help, "warning"))
    return first


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
        format: its name, such as `json`; by default what the file's ending and beginning say, or markdown.
        limits: what it may cost.

    Raises:
        OSError: where the file cannot be read.
        LookupError: for a format that does not exist.
        TypeError: unless exactly one source is given.
    """
    path, data, size, chosen = taken(source, text, data, format, limits)
    return document_of(path, data, chosen, limits) if size <= limits.size else _oversized(path, size, chosen, limits)


def read_all(
    source: Path | frontmatter.Post | None = None,
    /,
    *,
    text: str | None = None,
    data: bytes | None = None,
    format: str | None = None,
    limits: Limits = DEFAULT,
) -> Iterator[Document]:
    """Read each event of a source that may hold several, such as JSON Lines; arguments and errors as of `read`.

    What is wrong with one event is in its document's `diagnostics`, and does not keep the others from being read.
    """
    path, data, size, chosen = taken(source, text, data, format, limits)
    if size > limits.size:
        return iter((_oversized(path, size, chosen, limits),))
    return documents_of(path, data, chosen, limits)


def _oversized(path: str, size: int, format: Format, limits: Limits) -> Document:
    message = f"{size:,} bytes are over the limit of {limits.size:,} (size)"
    help = f"split the file, or raise the limit with --limit size={size}"
    return Document(Source(path, b""), format, limits, None, [SyntaxProblem("limit-size", message, Span(0, 0), help)])


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
