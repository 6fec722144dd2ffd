"""Inspection: files → documents → rules → diagnostics in the order of the text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple, TypeVar

from eventnotes.configuration import Asked, Configuration
from eventnotes.configuration.settings import Settings
from eventnotes.diagnostic import Diagnostic, Severity
from eventnotes.document import Document, read
from eventnotes.inspection.acquaintance import Acquaintance
from eventnotes.inspection.baseline import Baseline, Baselines, Sifted
from eventnotes.inspection.findings import NOTHING, USUAL, is_passed_over, look
from eventnotes.inspection.fixing import Fixed, Look, Trial, fixed
from eventnotes.inspection.walk import files
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.rules import Beside
from eventnotes.source import Span, SyntaxProblem
from eventnotes.when import When

Path = str | os.PathLike[str]


class Mending(NamedTuple):
    """How fixes are made.

    Attributes:
        write: takes a document and what became of it; says whether the file is that now.
        unsafe: whether fixes are made that may lose what the author meant.
    """

    write: Callable[[Document, Fixed], bool]
    unsafe: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was looked at."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    is_write_up: bool
    """False for a file of a folder that is no write-up and was passed over."""
    text: str = ""
    """The source, with LF line ends, for reports that quote it; empty where nothing was found."""
    events: int = 1
    """How many events it holds."""
    names: tuple[str, ...] = ()
    """What its speakers are called."""
    known: int = 0
    """How many findings are silent because a baseline knows them."""
    fixed: int = 0
    """How many findings there were before they were mended."""


def check(
    *paths: Path,
    limits: Limits | None = None,
    require: bool = False,
    config: Path | None = None,
    isolated: bool = False,
) -> Iterator[Diagnostic]:
    """Every finding of files and folders, in the order of the files and of their text.

    Args:
        paths: files, each read whatever it is; and folders, in which files that are no write-ups are passed over.
        limits: what each source may cost; by default what the configuration says.
        require: make a Markdown file of a folder that is no write-up an error.
        config: a file whose settings are taken; by default those of the nearest folder around each file.
        isolated: take no settings from files.

    Raises:
        FileNotFoundError: for a path that does not exist.
        InvalidConfiguration: for a configuration that cannot be used.
    """
    changed = () if limits is None else tuple((name, getattr(limits, name)) for name in limits.__slots__)
    file = None if config is None else os.fspath(config)
    for one in inspect(paths, Configuration(Asked(limits=changed), file, isolated), require):
        yield from one.diagnostics


def inspect(
    paths: Iterable[Path],
    configuration: Configuration | None = None,
    require: bool = False,
    pass_over: bool = False,
    baselines: Baselines | None = None,
    jobs: int = 1,
    today: When | None = None,
    before: Callable[[str], bytes | None] | None = None,
    mending: Mending | None = None,
) -> Iterator[Checked]:
    """Each file of the paths with its findings; errors as of `check`.

    Args:
        paths: files and folders.
        configuration: what finds the settings of a file.
        require: make a Markdown file that is passed over an error.
        pass_over: pass over named files as in a folder: a Markdown file that is no write-up, one with another ending,
            one that is excluded.
        baselines: known findings; by default those that the settings name.
        jobs: how many processes may work on it, with 0 as many as there are processors; with 1 none is started.
        today: the day, for rules that ask for it.
        before: what finds the bytes that a file was before, for rules that compare.
        mending: how fixes are made; none are by default.

    Raises:
        ChildProcessError: where one of the processes was killed.
    """
    baselines, met = baselines or Baselines(), Acquaintance()
    told: set[tuple[Diagnostic, ...]] = {()}
    named = _files(paths, configuration or Configuration(), pass_over, baselines, before)
    work = partial(_looked_at_or_refused, require=require, pass_over=pass_over, baselines=baselines, today=today)
    shared = (
        _shared(work, named, jobs) if mending is None else map(partial(work, elsewhere=met, mending=mending), named)
    )
    for count, (one, total) in enumerate(_added_up(shared), 1):
        settings = one.settings
        if (refusal := _over_limits(count, total, one.path, settings.limits)) is not None:
            yield refusal
            return
        if settings.broken not in told:
            told.add(settings.broken)
            yield Checked(settings.broken[0].path, settings.broken, is_write_up=True, events=0)
        if "near-duplicate-speaker" in settings.codes:
            if mending is None and met.know_near(one.checked.names):
                one = work(one.file, elsewhere=met)  # noqa: PLW2901 - what is found with the others in mind
            met.meet(one.path, one.checked.names, settings.limits)
        if one.sifted is not None:
            baseline = baselines.of(settings)
            assert baseline is not None
            baseline.note(one.sifted)
        yield one.checked


def documents(
    paths: Iterable[Path], configuration: Configuration, pass_over: bool = False
) -> Iterator[tuple[Document | Checked, bool, Settings]]:
    """Each file of the paths, read, whether it counts whatever it is, and its settings; or why it cannot be read.

    Args:
        paths: files and folders.
        configuration: what finds the settings of a file.
        pass_over: pass over named files as in a folder.

    Raises:
        FileNotFoundError: for a path that does not exist.
        InvalidConfiguration: for a configuration that cannot be used.
    """
    opened = map(partial(_opened, pass_over=pass_over), _files(paths, configuration, pass_over))
    for count, (one, total) in enumerate(_added_up(opened), 1):
        if (refusal := _over_limits(count, total, one.path, one.settings.limits)) is not None:
            yield refusal, True, one.settings
            return
        yield one.found, one.counts, one.settings


class _File(NamedTuple):
    """A file that is to be looked at: whether it was named by itself, and what it held before."""

    path: str
    named: bool
    settings: Settings
    former: bytes | None = None


class _Opened(NamedTuple):
    """A file that was read: what reading gives, and whether it counts whatever it is."""

    path: str
    size: int
    settings: Settings
    found: Document | Checked
    counts: bool


class _LookedAt(NamedTuple):
    """What was found in a file, and what of it its baseline was asked for."""

    file: _File
    size: int
    checked: Checked
    sifted: Sifted | None

    @property
    def path(self) -> str:
        """The file's path."""
        return self.file.path

    @property
    def settings(self) -> Settings:
        """The file's settings."""
        return self.file.settings


_Sized = TypeVar("_Sized", _Opened, _LookedAt)


def _files(
    paths: Iterable[Path],
    configuration: Configuration,
    pass_over: bool,
    baselines: Baselines | None = None,
    before: Callable[[str], bytes | None] | None = None,
) -> Iterator[_File]:
    """Files with their settings, up to the first beyond the limit; their baselines are opened."""
    for count, found in enumerate(files([os.fspath(one) for one in paths], configuration, pass_over), 1):
        file = _File(*found, before(found[0]) if before is not None else None)
        if baselines is not None:
            baselines.of(file.settings)
        yield file
        if count > file.settings.limits.files:
            return


def _opened(file: _File, pass_over: bool) -> _Opened:
    path, named, settings, _ = file
    try:
        document = read(path, limits=settings.limits)
    except OSError as error:
        if named and isinstance(error, FileNotFoundError):
            raise
        message = f"cannot be read: {error.strerror or error}"
        help = "let your user read it, or exclude it" if isinstance(error, PermissionError) else ""
        return _Opened(path, 0, settings, _refused(path, "unreadable-file", message, help), True)
    counts = (named and not pass_over) or not path.lower().endswith((".md", ".markdown"))
    return _Opened(path, len(document.data), settings, document, counts)


def _looked_at_or_refused(file: _File, **asked: Any) -> _LookedAt:
    try:
        return _looked_at(file, **asked)
    except MemoryError:
        help = "split it, or let the process use more memory"
        refusal = _refused(file.path, "unreadable-file", "cannot be checked: there is not enough memory for it", help)
        return _LookedAt(file, 0, refusal, None)


def _looked_at(
    file: _File,
    require: bool,
    pass_over: bool,
    baselines: Baselines,
    today: When | None,
    elsewhere: Acquaintance | None = None,
    mending: Mending | None = None,
) -> _LookedAt:
    path, size, settings, found, counts = _opened(file, pass_over)
    if isinstance(found, Checked):
        return _LookedAt(file, size, found, None)
    baseline, beside = baselines.of(settings), Beside(today, former(found, file.former), elsewhere, file.named)
    checked = inspected(found, counts, require, settings, baseline, beside, mending)
    return _LookedAt(file, size, checked, baseline.sifted(path) if baseline is not None else None)


def former(document: Document, data: bytes | None) -> Event | None:
    """The event that a file told when it held these bytes; None where it held none."""
    if data is None:
        return None
    if data == document.data:
        return document.event
    return read(data=data, format=document.format.name, limits=document.limits).event


def _shared(look: Callable[[_File], _LookedAt], named: Iterator[_File], jobs: int) -> Iterator[_LookedAt]:
    """What is found in each file; by several processes, if that is asked for."""
    if jobs == 1:
        return map(look, named)
    from eventnotes.processes import cores, shared

    return shared(look, named, jobs or cores())


def _added_up(found: Iterable[_Sized]) -> Iterator[tuple[_Sized, int]]:
    """Each file with the size of all files so far."""
    total = 0
    for one in found:
        total += one.size
        yield one, total


def _over_limits(count: int, total: int, path: str, limits: Limits) -> Checked | None:
    """Why no more files are looked at, where there are too many or they are too large."""
    if count > limits.files:
        return _refused(path, "limit-files", f"more than {limits.files:,} files", f"--limit files={count * 2}")
    if total > limits.total:
        message, help = f"more than {limits.total:,} bytes in all", f"--limit total={total * 2}"
        return _refused(path, "limit-total", message, help)
    return None


def inspected(
    document: Document,
    named: bool,
    require: bool = False,
    settings: Settings = USUAL,
    baseline: Baseline | None = None,
    beside: Beside = NOTHING,
    mending: Mending | None = None,
) -> Checked:
    """A document with the findings of reading and of the rules, in all events of its source.

    Args:
        document: what was read.
        named: whether it was named by itself, so that it counts whatever it is.
        require: whether one that is no write-up is an error.
        settings: what is asked of write-ups.
        baseline: findings that are known and silent.
        beside: what rules may know besides the event.
        mending: how fixes are made before findings are told; none are by default.
    """
    settings = settings.of(document.path)
    if is_passed_over(document, named) and not require:
        if baseline is not None:
            baseline.sift(document.path, (), document.source, settings)
        return Checked(document.path, (), is_write_up=False)
    see = partial(look, named=named, settings=settings, beside=beside)
    number = 0
    if mending is not None:
        mended = fixed(document, see, mending.unsafe)
        if mended.number and mending.write(document, mended):
            document, number = mended.document, mended.number
    found, events, names = _all_placed(document, see)
    placed = found
    if baseline is not None:
        placed = baseline.sift(document.path, found, document.source, settings, beside.unmet)
    known = len(found) - len(placed)
    checked = Checked(document.path, (), True, events=events, names=tuple(names), known=known, fixed=number)
    if not placed:
        return checked
    trial = Trial(document, see, found) if any(one.remedy is not None for _, one in placed) else None
    shown = document.shown(placed, trial.fix if trial is not None else None)
    return replace(checked, diagnostics=shown, text=document.text)


def _all_placed(document: Document, see: Look) -> tuple[list[tuple[Span, SyntaxProblem]], int, list[str]]:
    """What is found in all events of a source, in the order of its text; how many they are, and all their speakers."""
    if document.format.events is None:
        return see(document), 1, _names(document)
    count, names, placed = 0, list[str](), dict[tuple[Span, str, str], tuple[Span, SyntaxProblem]]()
    for count, one in enumerate(document.events(), 1):  # noqa: B007 - the last one counts them
        names += _names(one)
        for span, problem in see(one):
            placed.setdefault((span, problem.code, problem.message), (span, problem))
    return sorted(placed.values(), key=lambda pair: pair[0]), count, names


def _names(document: Document) -> list[str]:
    return [one.name for one in document.event.speakers] if document.event is not None else []


def _refused(path: str, code: str, message: str, help: str) -> Checked:
    found = Diagnostic(path, 1, 1, 1, 1, Severity.ERROR, code, message, help)
    return Checked(path, (found,), is_write_up=True)
