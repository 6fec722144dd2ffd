"""Reader: the events of a page, from its JSON-LD, else from its microformats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from eventnotes.diagnostic import quoted
from eventnotes.formats._json_tree import json_places, read_json
from eventnotes.formats._trees import Places, placed
from eventnotes.formats.html import microformats
from eventnotes.formats.html.tags import Token, attributes, tokens
from eventnotes.formats.jsonld.reader import event_trees
from eventnotes.limits import Limits
from eventnotes.source import Span, SyntaxProblem, Tree, Unreadable

_charset = re.compile(r"charset\s*=\s*[\"']?([^\s\"';]+)", re.IGNORECASE).search
_UTF8 = ("utf-8", "utf8", "us-ascii", "ascii")


def events(text: str, limits: Limits) -> Iterator[Tree]:
    """Each event of a page that is no part of another. Nothing is fetched, and nothing of the page is run.

    Raises:
        Unreadable: for a page in which there is none, or that is beyond a limit.
    """
    problems: list[SyntaxProblem] = []
    raw, places = _data(_scripts(text, problems), problems, limits)
    trees = event_trees(raw, problems, places, limits)
    if not trees:
        data, found = microformats.events(text, limits)
        trees = event_trees(data, problems, lambda: found, limits)
    if not trees:
        raise Unreadable(problems[0] if problems else _no_event())
    yield from trees


def _no_event() -> SyntaxProblem:
    help = "a page says what it is about in JSON-LD of schema.org, or in elements of the class h-event"
    return SyntaxProblem("empty", "there is no event in this page that a program can read", Span(0, 1), help)


def _scripts(text: str, problems: list[SyntaxProblem]) -> list[Token]:
    """The texts of a page's JSON-LD; an encoding that it cannot have is a problem."""
    found, is_data = [], False
    for token in tokens(text):
        if token.kind == "text":
            if is_data and token.words.strip():
                found.append(token)
        elif token.name == "meta" and "charset" in token.words.lower():
            problems += _charset_problems(text, token)
        is_data = token.kind == "start" and token.name == "script" and _is_jsonld(token)
    return found


def _charset_problems(text: str, meta: Token) -> Iterator[SyntaxProblem]:
    given = attributes(meta.words)
    inside = _charset(given.get("content", ""))
    name = given.get("charset") or (inside[1] if inside else "utf-8")
    if name.lower() not in _UTF8 and (not text.isascii() or name.lower() == "utf-7"):
        message = f"the page says that it is {quoted(name)}, and it is read as UTF-8"
        yield SyntaxProblem("encoding", message, meta.span, 'save it as UTF-8, and write <meta charset="utf-8">')


def _is_jsonld(token: Token) -> bool:
    kind = attributes(token.words).get("type", "").partition(";")[0]
    return kind.strip().lower() == "application/ld+json"


def _data(scripts: list[Token], problems: list[SyntaxProblem], limits: Limits) -> tuple[list[Any], Any]:
    """What the page's JSON-LD holds, by block, and what gives its places; a block that is no JSON is a problem."""
    raw: list[Any] = []
    read: list[Token] = []
    values = limits.values
    for one in scripts:
        try:
            data, found = read_json(one.words, one.span.start, limits.but("values", values))
        except Unreadable as error:
            problems.append(placed(error.problem, partial(json_places, one.words, one.span.start)))
            continue
        raw.append(data)
        read.append(one)
        problems += found
        values -= one.words.count(",")

    def places() -> Places:
        return {
            (at, *loc): spans
            for at, one in enumerate(read)
            for loc, spans in json_places(one.words, one.span.start).items()
        }

    return raw, places
