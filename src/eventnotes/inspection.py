"""Inspection: files → documents → rules → diagnostics in the order of the text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from eventnotes.baseline import Baseline, Baselines, Sifted
from eventnotes.configuration import Asked, Configuration
from eventnotes.diagnostic import Diagnostic, Severity
from eventnotes.document import Document, read
from eventnotes.limits import Limits
from eventnotes.rules._installed import RuleFailed
from eventnotes.selection import objection
from eventnotes.settings import Settings
from eventnotes.source import Span, SyntaxProblem
from eventnotes.walk import files

Path = str | os.PathLike[str]


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
    known: int = 0
    """How many findings are silent because a baseline knows them."""


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
) -> Iterator[Checked]:
    """Each file of the paths with its findings; errors as of `check`.

    Args:
        paths: files and folders.
        configuration: what finds the settings of a file.
        require: make a Markdown file that is passed over an error.
        pass_over: pass over a named Markdown file that is no write-up, and one that is excluded, as in a folder.
        baselines: known findings; by default those that the settings name.
        jobs: how many processes may work on it, with 0 as many as there are processors; with 1 none is started.

    Raises:
        ChildProcessError: where one of the processes was killed.
    """
    baselines = baselines or Baselines()
    told: set[tuple[Diagnostic, ...]] = {()}
    named = _files(paths, configuration or Configuration(), pass_over, baselines)
    look = partial(_looked_at, require=require, pass_over=pass_over, baselines=baselines)
    for count, (one, total) in enumerate(_added_up(_shared(look, named, jobs)), 1):
        settings = one.settings
        if (refusal := _over_limits(count, total, one.path, settings.limits)) is not None:
            yield refusal
            return
        if settings.broken not in told:
            told.add(settings.broken)
            yield Checked(settings.broken[0].path, settings.broken, is_write_up=True)
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
        pass_over: let a named Markdown file count only where it is a write-up that is not excluded, as in a folder.

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


class _Opened(NamedTuple):
    """A file that was read: what reading gives, and whether it counts whatever it is."""

    path: str
    size: int
    settings: Settings
    found: Document | Checked
    counts: bool


class _LookedAt(NamedTuple):
    """What was found in a file, and what of it its baseline was asked for."""

    path: str
    size: int
    settings: Settings
    checked: Checked
    sifted: Sifted | None


_File = tuple[str, bool, Settings]
_Sized = TypeVar("_Sized", _Opened, _LookedAt)


def _files(
    paths: Iterable[Path], configuration: Configuration, pass_over: bool, baselines: Baselines | None = None
) -> Iterator[_File]:
    """Files with their settings, up to the first beyond the limit; their baselines are opened."""
    for count, file in enumerate(files([os.fspath(one) for one in paths], configuration, pass_over), 1):
        if baselines is not None:
            baselines.of(file[2])
        yield file
        if count > file[2].limits.files:
            return


def _opened(file: _File, pass_over: bool) -> _Opened:
    path, named, settings = file
    try:
        document = read(path, limits=settings.limits)
    except OSError as error:
        if named and isinstance(error, FileNotFoundError):
            raise
        message = f"cannot be read: {error.strerror or error}"
        return _Opened(path, 0, settings, _refused(path, "unreadable-file", message, ""), True)
    counts = (named and not pass_over) or not path.lower().endswith((".md", ".markdown"))
    return _Opened(path, len(document.data), settings, document, counts)


def _looked_at(file: _File, require: bool, pass_over: bool, baselines: Baselines) -> _LookedAt:
    path, size, settings, found, counts = _opened(file, pass_over)
    if isinstance(found, Checked):
        return _LookedAt(path, size, settings, found, None)
    baseline = baselines.of(settings)
    checked = inspected(found, counts, require, settings, baseline)
    return _LookedAt(path, size, settings, checked, baseline.sifted(path) if baseline is not None else None)


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


def is_passed_over(document: Document, named: bool) -> bool:
    """Whether a document is no write-up and does not count; it does where it was named by itself."""
    return not (document.is_write_up or named or document.is_broken_above)


_USUAL = Settings()
_NO_WRITE_UP = SyntaxProblem(
    "not-a-write-up",
    "this is no write-up",
    Span(0, 0),
    "add an event: line to its front matter, or check without --require",
)


def inspected(
    document: Document,
    named: bool,
    require: bool = False,
    settings: Settings = _USUAL,
    baseline: Baseline | None = None,
) -> Checked:
    """A document with the findings of reading and of the rules, in all events of its source.

    Args:
        document: what was read.
        named: whether it was named by itself, so that it counts whatever it is.
        require: whether one that is no write-up is an error.
        settings: what is asked of write-ups.
        baseline: findings that are known and silent.
    """
    settings = settings.of(document.path)
    is_passed = is_passed_over(document, named)
    if is_passed:
        placed, events = document.placed([_NO_WRITE_UP] if require else ()), 1
    else:
        placed, events = _all_placed(document, settings)
    before = len(placed)
    if baseline is not None:
        placed = baseline.sift(document.path, placed, document.source, settings)
    known = before - len(placed)
    if not placed:
        return Checked(document.path, (), is_write_up=require or not is_passed, events=events, known=known)
    found = document.shown(placed)
    return Checked(document.path, found, is_write_up=True, text=document.text, events=events, known=known)


def _all_placed(document: Document, settings: Settings) -> tuple[list[tuple[Span, SyntaxProblem]], int]:
    """What is found in all events of a source, in the order of its text, and how many they are."""
    if document.format.events is None:
        return _placed(document, settings), 1
    count, placed = 0, dict[tuple[Span, str, str], tuple[Span, SyntaxProblem]]()
    for count, one in enumerate(document.events(), 1):  # noqa: B007 - the last one counts them
        for span, problem in _placed(one, settings):
            placed.setdefault((span, problem.code, problem.message), (span, problem))
    return sorted(placed.values(), key=lambda pair: pair[0]), count


def _placed(document: Document, settings: Settings) -> list[tuple[Span, SyntaxProblem]]:
    """What reading and the rules find, at its places, less what is silent."""
    problems = settings.wanted(document.problems)
    if document.event is not None:
        for rule in settings.rules:
            try:
                found = [*rule.function(document.event)]
            except RuleFailed as failure:
                problems.append(SyntaxProblem("broken-rule", str(failure), Span(0, 0)))
                continue
            if found:
                document.add_findings(rule.code, rule.severity, found, problems)
    if not document.ignores:
        return document.placed(problems) if problems else []
    heeded: set[tuple[str, Span]] = set()
    placed = document.placed(problems, heeded)
    idle = settings.wanted(_idle(document, settings, heeded))
    return sorted([*placed, *document.placed(idle)], key=lambda pair: pair[0])


def _idle(document: Document, settings: Settings, heeded: set[tuple[str, Span]]) -> Iterator[SyntaxProblem]:
    """Comments that cannot be followed, and those that silence nothing although they could."""
    for one in document.ignores:
        if not one.codes:
            help = "write <!-- eventnotes: ignore CODE -->, in YAML and TOML # eventnotes: ignore CODE"
            yield SyntaxProblem("bad-ignore", "this names nothing to ignore", one.where, help, "warning")
        for code, place in one.codes:
            if (code, place) in heeded:
                continue
            if (said := objection(code)) is not None:
                help = "`eventnotes explain` lists the codes"
                yield SyntaxProblem("bad-ignore", said, place, help, "warning")
            elif document.event is not None and settings.asks(code):
                message = f"nothing to ignore here: there is no {code}"
                yield SyntaxProblem("unused-ignore", message, place, f"remove {code} from the comment", "warning")


def _refused(path: str, code: str, message: str, help: str) -> Checked:
    found = Diagnostic(path, 1, 1, 1, 1, Severity.ERROR, code, message, help)
    return Checked(path, (found,), is_write_up=True)
