"""Soundness: what a header says that no event can hold stands in `extra`, and is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic_core import PydanticCustomError

from eventnotes.characters import json_values
from eventnotes.diagnostic import printable
from eventnotes.source import Loc, Span, SyntaxProblem, Tree
from eventnotes.validation import Validated

if TYPE_CHECKING:
    from eventnotes.draft.reading.header import Header


class Fault(NamedTuple):
    """What a header says that a draft cannot take.

    Attributes:
        fate: what became of it.
        said: what is wrong with it, and what to do.
        first, last: its lines.
        file: of a folder, the note that it stands in.
    """

    fate: Literal["kept in extra", "not read", "cut"]
    said: str
    first: int
    last: int
    file: str = ""


Lines = Callable[[Loc | Span, bool], tuple[int, int]]
"""The first and the last line of the value, or of its key (second argument), at a location of the event."""


def fault_of(problem: SyntaxProblem, lines: Lines, fate: Literal["kept in extra", "not read"]) -> Fault:
    """A problem at its place."""
    said = f"{problem.message}{' ' if problem.message.endswith('?') else '; '}{problem.help}"
    return Fault(fate, said, *lines(problem.where, problem.at_key))


def sound(header: Header, problems: Iterable[tuple[SyntaxProblem, Any]] = ()) -> Header:
    """A header of which an event can hold all.

    Args:
        header: what stands above a post; it stays as it is.
        problems: what was found wrong with it before, each with the value that is left out for it.
    """
    given = {**header.event, "write_up": header.write_up}
    data = {"name": "-", **deepcopy(given)}
    validated = Validated(Tree(data, lambda _, __: Span(0, 0), default_name="-"))
    found = [*problems, *((one, value_at(given, one.where)) for one in validated.problems)]
    data = validated.data or {}
    write_up = data.pop("write_up", {})
    if "name" not in header.event or ("name",) in validated.left_out:
        data.pop("name", None)
    for one, value in found:
        if value is not None and not isinstance(one.where, Span):
            _keep(write_up if one.where[0] == "write_up" else data, one.where, value)
    faults = [fault_of(one, header.lines, "kept in extra") for one, _ in found]
    return replace(header, event=data, write_up=write_up, faults=[*header.faults, *faults])


def _keep(owner: dict[str, Any], loc: Loc, value: Any) -> None:
    """Put a value into `extra`, under its path."""
    try:
        json_values({"": value})
    except PydanticCustomError:
        value = printable(str(value), None)
    extra = owner["extra"] = {**owner.get("extra", {})}
    path = "".join(f"[{one}]" if isinstance(one, int) else f".{printable(one)}" for one in loc).removeprefix(".")
    extra[path if extra.get(path, value) == value else f"event.{path}"] = value


def value_at(value: Any, loc: Loc | Span) -> Any:
    """What stands at a location in plain data; None where nothing does, and for a range of a text."""
    if isinstance(loc, Span):
        return None
    for step in loc:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
