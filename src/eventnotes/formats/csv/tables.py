"""Tables: which table holds which class of the model, and the columns of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from eventnotes import model
from eventnotes.formats._shapes import Shape, event_shape

Type = Literal["string", "list", "integer", "number", "boolean", "reference", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: what its header says.
        type: what its cells hold; a list is one cell, a reference is the key of a row of another table.
        path: where the value stands in the data of the row's item; empty for the keys that say whose row it is.
        table: the table that a reference leads to.
        required: whether a row cannot do without.
        description: what it means.
    """

    name: str
    type: Type
    path: tuple[str, ...] = ()
    table: str = ""
    required: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the package.

    Attributes:
        name: the file's name without its ending.
        columns: in order.
        keys: the columns that tell a row from all others.
        shape: the class that a row is an item of; None for one that joins two others, and for `extra`.
        description: what a row is.
    """

    name: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]
    shape: Shape | None
    description: str


ITEMS = {
    "sessions": "session",
    "speakers": "speaker",
    "quotes": "quote",
    "lessons": "lesson",
    "frameworks": "framework",
}
"""By table of items that have keys, what one of them is called."""
PARTS = {"speakers": "roles", "lessons": "actions", "frameworks": "elements"}
"""By table of items, the table of what each of them consists of."""
NAMES = ("speakers", "organizers")
"""Lists of an event that have tables of their own, and in a table by itself a cell of names."""
_OWNERS_OF = {
    "roles": "speaker",
    "actions": "lesson",
    "elements": "framework",
    "organizers": "event",
    "authors": "event",
}
_PEOPLE = ("speaker", "relayed_by")
_POSITION = Column("position", "integer", required=True, description="Its place among its siblings, from 1.")
_EVENT = Column("event", "reference", (), "events", True, "The event it belongs to.")
_OWNERS = (
    Column("of", "string", required=True, description="Whose it is: event, write_up, session, speaker, quote, …"),
    Column("owner", "string", required=True, description="The key of that item in its table."),
)


def _columns(shape: Shape, kind: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[Column]:
    """The columns of a class's own values; what is one other object is laid out flat."""
    for name, field in shape.fields.items():
        info = kind.model_fields[name]
        said, here = info.description or "", (*path, name)
        if field.kind == "one" and field.shape is not None:
            yield from _columns(field.shape, getattr(model, field.shape.name), here)
        elif name in _PEOPLE and not path:
            yield Column(name, "reference", here, "speakers", False, said)
        elif field.kind == "core":
            yield Column("_".join(here), _core(name), here, "", False, said)
        elif field.kind in ("line", "text") and (path or name != "id" or shape.name == "Event"):
            yield Column("_".join(here), "string", here, "", field.required and not path, said)
        elif field.kind == "lines" and name not in ("speakers", "moderators"):
            yield Column("_".join(here), "list", here, "", False, said)


def _core(name: str) -> Type:
    return "integer" if name == "eventnotes" else "number" if name.endswith("itude") else "boolean"


def _item(name: str, shape: Shape) -> Table:
    key, kind = ITEMS[name], getattr(model, shape.name)
    first = [
        Column(key, "string", required=True, description="Its key: the event's and its own id, joined by a slash.")
    ]
    first.append(_EVENT)
    if name in ("quotes", "lessons", "frameworks"):
        first.append(
            Column("session", "reference", (), "sessions", False, "The session it belongs to; none: the event.")
        )
    columns = (*first, _POSITION, *_columns(shape, kind))
    return Table(name, columns, (key,), shape, _first_line(kind))


def _part(name: str, shape: Shape) -> Table:
    owner, kind = _OWNERS_OF[name], getattr(model, shape.name)
    first = Column(owner, "reference", (), f"{owner}s", True, f"The {owner} it belongs to.")
    return Table(name, (first, _POSITION, *_columns(shape, kind)), (owner, "position"), shape, _first_line(kind))


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def _shape(*path: str) -> Shape:
    shape = event_shape()
    for step in path:
        found = shape.fields[step].shape
        assert found is not None
        shape = found
    return shape


@cache
def tables() -> dict[str, Table]:
    """Every table, by name, in the order of the package."""
    key = Column("event", "string", required=True, description="Its key: the id, with a number where that is taken.")
    events = Table(
        "events", (key, *_columns(event_shape(), model.Event)), ("event",), event_shape(), _first_line(model.Event)
    )
    joined = (
        Column("session", "reference", (), "sessions", True, "The session."),
        Column("role", "string", required=True, description="What the person did in it: speaker or moderator."),
        _POSITION,
        Column("speaker", "reference", (), "speakers", True, "The person."),
    )
    values = (
        _EVENT,
        *_OWNERS,
        _POSITION,
        Column("key", "string", required=False, description="What the source calls it."),
        Column("value", "json", required=True, description="The value, as JSON."),
    )
    link_shape = _shape("sessions", "links")
    links = (_EVENT, *_OWNERS, _POSITION, *_columns(link_shape, model.Link))
    found = (
        events,
        _item("sessions", _shape("sessions")),
        _item("speakers", _shape("speakers")),
        _part("roles", _shape("speakers", "roles")),
        Table(
            "session_speakers", joined, ("session", "role", "position"), None, "Who spoke in or moderated a session."
        ),
        _item("quotes", _shape("quotes")),
        _item("lessons", _shape("lessons")),
        _part("actions", _shape("lessons", "actions")),
        _item("frameworks", _shape("frameworks")),
        _part("elements", _shape("frameworks", "elements")),
        Table("links", links, ("of", "owner", "position"), link_shape, _first_line(model.Link)),
        _part("organizers", _shape("organizers")),
        _part("authors", _shape("write_up", "authors")),
        Table("extra", values, ("of", "owner", "position"), None, "What a source holds and the model does not."),
    )
    return {one.name: one for one in found}


def put(data: dict[str, Any], column: Column, found: Any) -> None:
    """Put the value of a cell where it stands in the data of its row's item."""
    for step in column.path[:-1]:
        data = data.setdefault(step, {})
    data[column.path[-1]] = found


def inside(value: Any, path: tuple[str, ...]) -> Any:
    """The value at a path of nested data; None where there is none."""
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value
