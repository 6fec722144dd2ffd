"""Faults of YAML: what the parser refuses, as problems at their places with advice."""

from __future__ import annotations

import re

import yaml

from eventnotes.diagnostic import printable
from eventnotes.formats._shapes import over
from eventnotes.source import Span, SyntaxProblem

_is_key = re.compile(r"[ \t]+[A-Za-z_-]+:").fullmatch


def depth_problem(text: str, offset: int, limit: int) -> SyntaxProblem:
    """The problem that brackets are nested too deeply, at the first one beyond the limit."""
    depth = place = 0
    for match in re.finditer(r"[\[\]{}]", text):
        depth, place = depth + 1 if match.group() in "[{" else max(depth - 1, 0), match.start()
        if depth > limit:
            break
    return over("depth", limit + 1, limit, Span(offset + place, offset + place + 1))


def syntax_problem(error: yaml.YAMLError, text: str, offset: int) -> SyntaxProblem:
    """The problem that PyYAML found, at its place."""
    if isinstance(error, yaml.reader.ReaderError):
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)  # libyaml counts bytes up to it
        assert found is not None
        place, said, help = found.start(), str(error.reason), "remove the character"
    else:
        assert isinstance(error, yaml.MarkedYAMLError)
        assert error.problem_mark is not None
        place = error.problem_mark.index
        said = " ".join(part for part in (error.problem, error.context) if part)
        help = _advice(said, text, place)
    span = Span(offset + place, offset + min(place + 1, len(text)))
    return SyntaxProblem("yaml-syntax", f"not YAML: {printable(said)}", span, help)


def _advice(said: str, text: str, place: int) -> str:
    line = text.rfind("\n", 0, place) + 1
    if "mapping values" in said and line and _is_key(text, line, place + 1):
        return "the line above holds a value already; move it below, with a key of its own such as name:"
    if "mapping values" in said:
        return "put the value in quotes if it holds a colon followed by a space"
    if text[place : place + 1] == "\t":
        return "indent with spaces, not tabs"
    if "block mapping" in said or "could not find expected" in said:
        return "check the indentation and the colon after the key"
    return "check quotes, brackets and indentation around here"
