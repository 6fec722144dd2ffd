"""Inspection: files → documents → rules → diagnostics in the order of the text."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eventnotes.diagnostic import Diagnostic, Severity
from eventnotes.document import Document, read
from eventnotes.folders import files
from eventnotes.limits import DEFAULT, Limits
from eventnotes.rules import ON, Rule
from eventnotes.source import Span, SyntaxProblem

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
    for path, named in files([os.fspath(one) for one in paths]):
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


def inspected(document: Document, named: bool, require: bool = False, rules: Iterable[Rule] = ON) -> Checked:
    """A document with the findings of reading and of the rules, in all events of its source.

    Args:
        document: what was read.
        named: whether it was named by itself, so that it counts whatever it is.
        require: whether one that is no write-up is an error.
        rules: those that look at its event.
    """
    if is_passed_over(document, named):
        if require:
            message, help = "this is no write-up", "add an event: line to its front matter, or check without --require"
            missing = _refused(document.path, "not-a-write-up", message, help)
            return Checked(document.path, missing.diagnostics, is_write_up=True, text=document.text)
        return Checked(document.path, (), is_write_up=False)
    if document.format.events is not None:
        return _all_inspected(document, rules)
    found = document.diagnosed(_problems(document, rules))
    return Checked(document.path, found, is_write_up=True, text=document.text if found else "")


def _all_inspected(document: Document, rules: Iterable[Rule]) -> Checked:
    """The source of a document with the findings in all its events."""
    count = 0
    placed: list[tuple[Span, SyntaxProblem]] = []
    for count, one in enumerate(document.events(), 1):  # noqa: B007
        placed += one.placed(_problems(one, rules))
    found = document.shown(placed)
    return Checked(document.path, found, is_write_up=True, text=document.text if found else "", events=count)


def _problems(document: Document, rules: Iterable[Rule]) -> list[SyntaxProblem]:
    """What reading and the rules found in an event."""
    problems = list(document.problems)
    if document.event is not None:
        for rule in rules:
            found = [*rule.function(document.event)]
            if found:
                document.add_findings(rule.code, rule.severity, found, problems)
    return problems


def _refused(path: str, code: str, message: str, help: str) -> Checked:
    found = Diagnostic(path, 1, 1, 1, 1, Severity.ERROR, code, message, help)
    return Checked(path, (found,), is_write_up=True)
