"""Shapes: how the plain data of a source becomes data in the model's terms."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from eventnotes.diagnostic import quoted
from eventnotes.formats._people import Person, role, speaker_line
from eventnotes.formats._synonyms import field_for
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.slips import slips
from eventnotes.source import Loc, Remedy, Span, SyntaxProblem, Unreadable

Kind = Literal["line", "text", "core", "lines", "one", "many", "extra"]


@dataclass(slots=True)
class Field:
    """What a source may give for a field of the model."""

    kind: Kind
    shape: Shape | None = None
    required: bool = False


@dataclass(slots=True)
class Shape:
    """The fields of a class, and what a plain string in its place means."""

    name: str
    fields: dict[str, Field]
    short: str | None = None
    keeps_extra: bool = False


@dataclass(slots=True)
class Settling:
    """What settling a source needs and finds."""

    limits: Limits
    problems: list[SyntaxProblem] = field(default_factory=list)
    left_out: set[Loc] = field(default_factory=set)
    """Locations in the source whose value was reported, so that nobody reports it as missing."""
    former: dict[Loc, list[int]] = field(default_factory=dict)
    """By location of a list in the source from which empty items were dropped, the former index of each item."""

    def problem(self, code: str, message: str, where: Loc, help: str = "", **more: Any) -> None:
        """Note a finding at the place of a value."""
        self.problems.append(SyntaxProblem(code, message, where, help, **more))


@cache
def event_shape() -> Shape:
    """The shape of Event."""
    return _shape_of(Event)


@cache
def _shape_of(model: type[BaseModel]) -> Shape:
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    short = required[0] if len(required) == 1 and required[0] != "elements" else None
    if model.__name__ in ("Venue", "Role"):
        short = "name" if model.__name__ == "Venue" else "title"
    fields = {name: _field_of(info.annotation, name in required, info) for name, info in model.model_fields.items()}
    return Shape(model.__name__, fields, short if model is not Event else None, "extra" in fields)


def _field_of(annotation: Any, required: bool, info: Any = None) -> Field:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        annotation = next(one for one in typing.get_args(annotation) if one is not type(None))
    metadata = [*getattr(info, "metadata", ()), *getattr(annotation, "__metadata__", ())]
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    origin = typing.get_origin(annotation)
    if origin is tuple:
        inner = _field_of(typing.get_args(annotation)[0], False)
        return Field("many", inner.shape, required) if inner.kind == "one" else Field("lines", None, required)
    if origin is dict:
        return Field("extra", None, required)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Field("one", _shape_of(annotation), required)
    if annotation in (bool, int, float) or (origin is Literal and isinstance(typing.get_args(annotation)[0], int)):
        return Field("core", None, required)
    multi_line = any(getattr(one, "kind", None) == "text" for one in metadata)
    return Field("text" if multi_line else "line", None, required)


def settle(raw: dict[str, Any], shape: Shape, loc: Loc, settling: Settling) -> dict[str, Any]:
    """Data of a source in the model's terms: shorthands written out, what is empty left out, unknown keys in `extra`.

    Args:
        raw: a mapping of the source.
        shape: the class it stands for.
        loc: where it stands in the source, for findings.
        settling: limits, and the list that findings go to.
    """
    settled: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    fields = shape.fields
    for key, value in raw.items():
        known = fields.get(key)
        if known is None:
            unknown[key] = value
        elif value is None or value == "" or value == {}:
            continue
        elif known.kind == "line":
            if isinstance(value, str) and len(value) > settling.limits.line:
                settling.problems.append(over("line", len(value), settling.limits.line, (*loc, key)))
                settling.left_out.add((*loc, key))
            else:
                settled[key] = value
        elif known.kind in ("text", "core"):
            settled[key] = value
        elif value != [] or known.required:
            nested = _nested(value, known, (*loc, key), settling)
            if nested != {}:
                settled[key] = nested
    if unknown:
        _keep_unknown(unknown, shape, settled, loc, settling)
    return settled


def _nested(value: Any, known: Field, loc: Loc, settling: Settling) -> Any:
    if known.kind == "extra":
        return value
    if known.kind == "one":
        return _one(value, known.shape, loc, settling)
    values = [value] if isinstance(value, str | dict) else value
    if not isinstance(values, list):
        return values
    if len(values) > settling.limits.items:
        raise Unreadable(over("items", len(values), settling.limits.items, loc))
    if None in values or "" in values:
        settling.former[loc] = [place for place, one in enumerate(values) if one is not None and one != ""]
        values = [values[place] for place in settling.former[loc]]
    if known.kind == "lines":
        return values
    return [_one(one, known.shape, (*loc, place), settling) for place, one in enumerate(values)]


def _one(value: Any, shape: Shape | None, loc: Loc, settling: Settling) -> Any:
    assert shape is not None
    if isinstance(value, dict):
        return settle(value, shape, loc, settling)
    if not isinstance(value, str) or shape.short is None:
        return value
    if shape.name == "Speaker":
        return person_data(speaker_line(value), loc, settling)
    if shape.name == "Role":
        return role_data(value, loc, settling)
    return {shape.short: value}


def person_data(person: Person, loc: Loc, settling: Settling) -> dict[str, Any]:
    """A speaker line's person as data of Speaker."""
    if person.unclear:
        settling.problem(
            "unclear-role",
            f"{quoted(person.unclear)} has more than a title and an organization",
            loc,
            "write it as `title at organization`, or under event: as {name: …, roles: [{title: …, organization: …}]}",
            severity="warning",
        )
    return person.data()


def role_data(text: str, loc: Loc, settling: Settling) -> dict[str, Any]:
    """A role written as a string."""
    found, unclear = role(text)
    return person_data(Person("", [found], unclear=text), loc, settling)["roles"][0] if unclear else found


def _keep_unknown(unknown: dict[str, Any], shape: Shape, settled: dict[str, Any], loc: Loc, settling: Settling) -> None:
    if len(unknown) > settling.limits.keys:
        raise Unreadable(over("keys", len(unknown), settling.limits.keys, loc))
    known = ", ".join(shape.fields)
    slipped = {key: slips(key, shape.fields) for key in unknown}
    for key in unknown:
        near = slipped[key][0] if slipped[key] else None
        if near and near not in settled:
            settling.left_out.add((*loc, near))
            settling.problem(
                "unknown-key",
                f"{shape.name} has no field {quoted(key)}; did you mean {near}?",
                (*loc, key),
                f"write {near}, or move {quoted(key)} under extra:" if shape.keeps_extra else f"write {near}",
                at_key=True,
                remedy=_renamed(loc, key, [*slipped.values()], near),
            )
        elif not shape.keeps_extra:
            message = f"{shape.name} has no field {quoted(key)}"
            settling.problem("unknown-key", message, (*loc, key), f"its fields are {known}", at_key=True)
        else:
            settling.problem(
                "unknown-key",
                f"{shape.name} has no field {quoted(key)}; it is kept in extra",
                (*loc, key),
                _advice(shape.name, key, settled),
                severity="warning",
                at_key=True,
            )
    if shape.keeps_extra:
        given = settled.get("extra", {})
        if isinstance(given, dict):
            for key in given.keys() & unknown.keys():
                message = f"{quoted(key)} stands here and under extra: too"
                settling.problem("duplicate-key", message, (*loc, key), "keep one of the two", at_key=True)
            settled["extra"] = {**given, **{key: value for key, value in unknown.items() if key not in given}}


def _advice(kind: str, key: str, settled: dict[str, Any]) -> str:
    """What to do about a key that is kept in `extra`."""
    meant = field_for(kind, key)
    if meant is None or meant in settled:
        return "move it under extra: to say that it is meant"
    return f"write {meant}, if that is what it says; else move it under extra:"


def _renamed(loc: Loc, key: str, slipped: list[list[str]], near: str) -> Remedy | None:
    """The remedy of a key that is one slip from this field, where no other is as near to it."""
    is_certain = [one for one in slipped if near in one] == [[near]]
    return Remedy((near,), part=key, changes=_changed(loc, key, near)) if is_certain else None


def _changed(loc: Loc, key: str, near: str) -> tuple[Loc, ...]:
    """What is different once a key of a mapping has its right name; an item may then be another, or be there at all."""
    if any(isinstance(step, int) for step in loc):
        return (loc[:1], ("notes",), ("sessions",))
    if near == "speakers":  # whom the words of the body then name
        return ((),)
    derived = "id" if near == "name" else "notes"  # where an item has its placeholder
    return ((*loc, near), (*loc, "extra", key), (derived,))


_REMEDIES = {
    "depth": "nest less deeply",
    "values": "split the source",
    "unfolded": "write less by alias",
    "text": "shorten it",
    "line": "shorten it",
    "items": "split the list",
    "keys": "put them under one key of extra",
    "number": "write it as text, in quotes",
}


def over(name: str, value: int, limit: int, where: Span | Loc) -> SyntaxProblem:
    """The problem that a limit is exceeded."""
    message = f"{value:,} is over the limit of {limit:,} ({name})"
    help = f"{_REMEDIES[name]}, or raise the limit with --limit {name}={value}"
    return SyntaxProblem(f"limit-{name}", message, where, help)


def check_size(data: Any, limits: Limits) -> None:
    """Refuse data in which a text, a list or a number of values is over its limit; iterative.

    Raises:
        Unreadable: naming the limit and the place.
    """
    pending: list[tuple[Loc, Any]] = [((), data)]
    count = 0
    while pending:
        loc, value = pending.pop()
        count += 1
        if isinstance(value, str) and len(value) > limits.text:
            raise Unreadable(over("text", len(value), limits.text, loc))
        if isinstance(value, list):
            if len(value) > limits.items:
                raise Unreadable(over("items", len(value), limits.items, loc))
            pending.extend(((*loc, index), inner) for index, inner in enumerate(value))
        elif isinstance(value, dict):
            pending.extend(((*loc, key), inner) for key, inner in value.items())
        if count > limits.values:
            raise Unreadable(over("values", count, limits.values, loc))
