"""Trees of data-first sources: settled data, and the way back from the model's locations to the text's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from eventnotes.formats._shapes import Settling, event_shape, settle
from eventnotes.limits import Limits
from eventnotes.source import Loc, Locate, Span, SyntaxProblem, Tree, Unreadable

Places = dict[Loc, tuple[Span, Span]]


def event_tree(raw: Any, problems: list[SyntaxProblem], locate: Locate, limits: Limits) -> Tree:
    """The tree of a source whose root mapping is an event."""
    if not isinstance(raw, dict):
        raise Unreadable(not_a_mapping(raw, locate((), False)))
    settling = Settling(limits, problems)
    try:
        data = settle(raw, event_shape(), (), settling)
    except Unreadable as error:
        raise Unreadable(_at(locate, error.problem)) from None

    def find(loc: Loc, at_key: bool) -> Span:
        return locate(before_dropping(loc, settling), at_key)

    return Tree(data, find, settling.problems, left_out=settling.left_out)


def before_dropping(loc: Loc, settling: Settling) -> Loc:
    """A location in settled data as it was in the source, where empty items of lists still stood."""
    if not settling.former:
        return loc
    found: Loc = ()
    for depth, step in enumerate(loc):
        former = settling.former.get(loc[:depth])
        found = (*found, former[step] if former and isinstance(step, int) and step < len(former) else step)
    return found


def not_a_mapping(raw: Any, span: Span) -> SyntaxProblem:
    """The problem that a source's root is something else than a mapping."""
    if raw is None:
        return SyntaxProblem("empty", "there is nothing in it", span, "write at least the event's name")
    what = {"list": "a list", "str": "text", "bool": "true or false"}.get(type(raw).__name__, "a number")
    return SyntaxProblem(
        "type-root", f"an event is a mapping, and this is {what}", span, "write keys and values: `name: …`"
    )


def lookup(read_places: Callable[[], Places]) -> Locate:
    """A function that finds a location's range, reading the places once, at the first question."""
    places = cache(read_places)

    def locate(loc: Loc, at_key: bool) -> Span:
        known = places()
        for tried in _nearest(loc):
            if tried in known:
                return known[tried][0 if (at_key and tried == loc) or _is_extra(tried, loc, at_key) else 1]
        return Span(0, 1)

    return locate


def _is_extra(tried: Loc, loc: Loc, at_key: bool) -> bool:
    return at_key and len(tried) == len([step for step in loc if step != "extra"])


def _nearest(loc: Loc) -> list[Loc]:
    """The location itself, without the `extra` steps that a source need not write, then each one around it."""
    candidates = [loc]
    if "extra" in loc:
        candidates.append(tuple(step for step in loc if step != "extra"))
    longest = max(candidates, key=len)
    return [one[:size] for size in range(len(longest), -1, -1) for one in candidates if size <= len(one)]


def placed(problem: SyntaxProblem, read_places: Callable[[], Places]) -> SyntaxProblem:
    """A problem at its range in the text, where it names a location."""
    return _at(lookup(read_places), problem)


def _at(locate: Locate, problem: SyntaxProblem) -> SyntaxProblem:
    where = problem.where
    return problem if isinstance(where, Span) else replace(problem, where=locate(where, problem.at_key))
