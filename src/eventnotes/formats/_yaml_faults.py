"""Faults of YAML: what the parser refuses, as problems at their places with advice."""

from __future__ import annotations

import re

import yaml

from eventnotes.diagnostic import quoted
from eventnotes.formats._shapes import over
from eventnotes.source import Span, SyntaxProblem


def depth_problem(text: str, offset: int, limit: int) -> SyntaxProblem:
    """The problem that brackets are nested too deeply, at the first one beyond the limit."""
    depth = place = 0
    for match in re.finditer(r"[\[\]{}]", text):
        depth, place = depth + (1 if match.group() in "[{" else -1), match.start()
        if depth > limit:
            break
    return over("depth", limit + 1, limit, Span(offset + place, offset + place + 1))


def syntax_problem(error: yaml.YAMLError, text: str, offset: int) -> SyntaxProblem:
    """The problem that PyYAML found, at its place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        place = min(mark.index, len(text))
        said = " ".join(part for part in (getattr(error, "problem", None), getattr(error, "context", None)) if part)
        return SyntaxProblem(
            "yaml-syntax", f"not YAML: {quoted(said)[1:-1]}", _line_span(text, place, offset), _advice(said)
        )
    place = min(getattr(error, "position", 0), max(len(text) - 1, 0))
    reason = getattr(error, "reason", "unreadable")
    return SyntaxProblem(
        "yaml-syntax", f"not YAML: {reason}", Span(offset + place, offset + place + 1), "remove the character"
    )


def _line_span(text: str, place: int, offset: int) -> Span:
    return Span(offset + place, offset + min(place + 1, len(text)))


def _advice(said: str) -> str:
    if "mapping values" in said:
        return "put the value in quotes if it holds a colon followed by a space"
    if "tab" in said or "\\t" in said:
        return "indent with spaces, not tabs"
    if "expected <block end>" in said or "could not find expected" in said:
        return "check the indentation and the colon after the key"
    return "check quotes, brackets and indentation around here"
