"""Inspection: files → documents → rules → diagnostics in the order of the text."""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eventnotes.diagnostic import Diagnostic, Severity
from eventnotes.document import Document, read
from eventnotes.limits import DEFAULT, Limits
from eventnotes.replacement import PREFIX
from eventnotes.rules import ON, Beside, Rule

Path = str | os.PathLike[str]

_SKIPPED = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".tox"}
_DEEPEST = 200
_SORTED_AT_ONCE = 4_000
_NOTHING = Beside()
_SUFFIXES = (".md", ".markdown", ".event.yaml", ".event.yml", ".event.json")


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was looked at."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    is_write_up: bool
    """False for a file of a folder that is no write-up and was passed over."""
    text: str = ""
    """The source, with LF line ends, for reports that quote it; empty where nothing was found."""


def check(*paths: Path, limits: Limits = DEFAULT, require: bool = False) -> Iterator[Diagnostic]:
    """Every finding of files and folders, in the order of the files and of their text.

    Args:
        paths: files, each read whatever it is; and folders, in which files that are no write-ups are passed over.
        limits: what each source may cost.
        require: make a Markdown file of a folder that is no write-up an error.

    Raises:
        FileNotFoundError: for a path that does not exist.
    """
    for one in inspect(paths, limits, require):
        yield from one.diagnostics


def inspect(
    paths: Iterable[Path], limits: Limits = DEFAULT, require: bool = False, pass_over: bool = False
) -> Iterator[Checked]:
    """Each file of the paths with its findings; arguments and errors as of `check`.

    Args:
        paths: files and folders.
        limits: what each source may cost, and all of them.
        require: make a Markdown file that is passed over an error.
        pass_over: pass over a named Markdown file that is no write-up, as in a folder.
    """
    for one, named in documents(paths, limits, pass_over):
        yield one if isinstance(one, Checked) else inspected(one, named, require)


def documents(
    paths: Iterable[Path], limits: Limits = DEFAULT, pass_over: bool = False
) -> Iterator[tuple[Document | Checked, bool]]:
    """Each file of the paths, read, and whether it counts whatever it is; where it cannot be read, the finding.

    Args:
        paths: files and folders.
        limits: what each source may cost, and all of them.
        pass_over: let a named Markdown file count only where it is a write-up, as in a folder.

    Raises:
        FileNotFoundError: for a path that does not exist.
    """
    total = count = 0
    for path, named in _files([os.fspath(one) for one in paths]):
        count += 1
        if count > limits.files:
            yield _refused(path, "limit-files", f"more than {limits.files:,} files", f"--limit files={count * 2}"), True
            return
        try:
            document = read(path, limits=limits)
        except OSError as error:
            if named and isinstance(error, FileNotFoundError):
                raise
            yield _refused(path, "unreadable-file", f"cannot be read: {error.strerror or error}", ""), True
            continue
        total += len(document.data)
        if total > limits.total:
            message, help = f"more than {limits.total:,} bytes in all", f"--limit total={total * 2}"
            yield _refused(path, "limit-total", message, help), True
            return
        yield document, (named and not pass_over) or not path.lower().endswith((".md", ".markdown"))


def is_passed_over(document: Document, named: bool) -> bool:
    """Whether a document is no write-up and does not count; it does where it was named by itself."""
    return not (document.is_write_up or named or document.is_broken_above)


def inspected(
    document: Document, named: bool, require: bool = False, rules: Iterable[Rule] = ON, beside: Beside = _NOTHING
) -> Checked:
    """A document with the findings of reading and of the rules.

    Args:
        document: what was read.
        named: whether it was named by itself, so that it counts whatever it is.
        require: whether one that is no write-up is an error.
        rules: those that look at its event.
        beside: what they may know besides.
    """
    if is_passed_over(document, named):
        if require:
            message, help = "this is no write-up", "add an event: line to its front matter, or check without --require"
            missing = _refused(document.path, "not-a-write-up", message, help)
            return Checked(document.path, missing.diagnostics, is_write_up=True, text=document.text)
        return Checked(document.path, (), is_write_up=False)
    problems = list(document.problems)
    if document.event is not None:
        for rule in rules:
            found = [*rule.find(document.event, beside)]
            if found:
                document.add_findings(rule.code, rule.severity, found, problems)
    if not problems:
        return Checked(document.path, (), is_write_up=True)
    return Checked(document.path, document.diagnosed(problems), is_write_up=True, text=document.text)


def _refused(path: str, code: str, message: str, help: str) -> Checked:
    found = Diagnostic(path, 1, 1, 1, 1, Severity.ERROR, code, message, help)
    return Checked(path, (found,), is_write_up=True)


def _files(paths: list[str]) -> Iterator[tuple[str, bool]]:
    """Files of the paths in a stable order, each with whether it was named by itself."""
    for path in paths:
        if os.path.isdir(path):
            root = os.path.realpath(path)
            for found in _walk(path, root, 0):
                yield found, False
        else:
            yield path, True


def _walk(folder: str, root: str, depth: int) -> Iterator[str]:
    try:
        packed = _packed(folder)
    except OSError:
        return
    for name in _in_order(packed):
        path = os.path.join(folder, name)
        is_link = os.path.islink(path)
        if not is_link and os.path.isdir(path):
            if name not in _SKIPPED and depth < _DEEPEST:
                yield from _walk(path, root, depth + 1)
        elif _is_candidate(name) and (not is_link or _is_inside(path, root)):
            yield path


def _packed(folder: str) -> bytearray:
    """The names in a folder as they come, each ended by a zero byte, so that a walk holds no object a name."""
    packed = bytearray()
    with os.scandir(folder) as entries:
        for entry in entries:
            packed += os.fsencode(entry.name) + b"\0"
    return packed


def _in_order(packed: bytearray) -> Iterator[str]:
    """The names in the order of their bytes, a few thousand taken out and sorted at a time."""
    last = b""
    while names := heapq.nsmallest(_SORTED_AT_ONCE, _after(last, packed)):
        yield from map(os.fsdecode, names)
        last = names[-1]


def _after(last: bytes, packed: bytearray) -> Iterator[bytes]:
    start = 0
    while start < len(packed):
        end = packed.find(0, start)
        name = bytes(packed[start:end])
        if name > last:
            yield name
        start = end + 1


def _is_candidate(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) and not name.startswith(PREFIX)


def _is_inside(path: str, root: str) -> bool:
    target = os.path.realpath(path)
    return os.path.isfile(target) and os.path.commonpath([target, root]) == root
