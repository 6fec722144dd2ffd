"""Findings: what reading and the rules find in a document, at its places, less what is silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eventnotes.configuration.selection import objection
from eventnotes.configuration.settings import Settings
from eventnotes.document import Document
from eventnotes.rules import Beside
from eventnotes.rules._installed import RuleFailed
from eventnotes.source import Remedy, Span, SyntaxProblem


def is_passed_over(document: Document, named: bool) -> bool:
    """Whether a document is no write-up and does not count; it does where it was named by itself."""
    return not (document.is_write_up or named or document.is_broken_above)


USUAL, NOTHING = Settings(), Beside()
"""What is asked, and what is known besides, where nobody says."""
_NO_WRITE_UP = SyntaxProblem(
    "not-a-write-up",
    "this is no write-up",
    Span(0, 0),
    "add an event: line to its front matter, or check without --require",
)


def look(
    document: Document, named: bool = True, settings: Settings = USUAL, beside: Beside = NOTHING
) -> list[tuple[Span, SyntaxProblem]]:
    """What reading and the rules find, at its places, less what is silent; arguments as of `inspected`."""
    if is_passed_over(document, named):
        return document.placed([replace(_NO_WRITE_UP, remedy=_marked(document))])
    problems = settings.wanted(document.problems)
    if document.event is not None:
        for rule in settings.rules:
            try:
                found = [*rule.find(document.event, beside)]
            except RuleFailed as failure:
                problems.append(SyntaxProblem("broken-rule", str(failure), Span(0, 0)))
                continue
            if found:
                document.add_findings(rule.code, rule.severity, found, problems)
    if not document.ignores:
        return document.placed(problems) if problems else []
    heeded: set[tuple[str, Span]] = set()
    placed = document.placed(problems, heeded)
    idle = settings.wanted(_idle(document, settings, heeded, beside.unmet))
    return sorted([*placed, *document.placed(idle)], key=lambda pair: pair[0])


def _marked(document: Document) -> Remedy | None:
    """The remedy of a post without a marker: it names the version of the schema, and is called by its title."""
    root = document.format.root
    if root is None or document.event is None:
        return None
    edit = root(document.source, document.limits).added("eventnotes", 1)
    return Remedy(edits=(edit,), label="add eventnotes: 1", changes=((),))


def _idle(
    document: Document, settings: Settings, heeded: set[tuple[str, Span]], unmet: frozenset[str]
) -> Iterator[SyntaxProblem]:
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
            elif document.event is not None and settings.asks(code, unmet):
                message = f"nothing to ignore here: there is no {code}"
                yield SyntaxProblem("unused-ignore", message, place, f"remove {code} from the comment", "warning")
