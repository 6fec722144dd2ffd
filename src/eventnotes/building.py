"""What happens when an event is built: absent ids are derived and the notes are put in normal form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, Self, TypeVar

from pydantic_core import PydanticCustomError

from eventnotes.ids import derive, slug
from eventnotes.notes import KINDS, normal, without


class _Replaceable(Protocol):
    def replace(self, **changes: Any) -> Self: ...


_Owner = TypeVar("_Owner", bound=_Replaceable)
PLURALS = {kind: f"{kind}s" for kind in ("session", "speaker", "quote", "lesson", "framework")}
_INSIDE = ("quote", "lesson", "framework")
_NAMED_BY = {"session": "title", "speaker": "name", "quote": "text", "lesson": "text", "framework": "name"}


def forgiving(value: Any) -> Any:
    """Keyword arguments with CR LF as LF, and, outside `extra`, without what reads as absent: None and ''."""
    if isinstance(value, dict):
        present = ((key, inner) for key, inner in value.items() if inner is not None and inner != "")
        return {key: _with_lf(inner) if key == "extra" else forgiving(inner) for key, inner in present}
    if isinstance(value, list | tuple):
        return [forgiving(inner) for inner in value]
    return _with_lf(value)


def _with_lf(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\r\n", "\n") if "\r" in value and type(value) is str else value
    if isinstance(value, dict):
        return {key: _with_lf(inner) for key, inner in value.items()}
    return [_with_lf(inner) for inner in value] if isinstance(value, list | tuple) else value


def identifying_text(kind: str, item: Mapping[str, Any]) -> str:
    """What the id of an item is derived from: its name, title or text; of a session without a title, its speakers."""
    found = item.get(_NAMED_BY[kind])
    if kind == "session" and not found:
        given = [item.get("speakers"), item.get("moderators")]
        people = [one for values in given if isinstance(values, list | tuple) for one in values]
        found = " ".join(one for one in people if isinstance(one, str)) or item.get("kind")
    return _text(found)


def build(event: Any, context: dict[str, Any] | None) -> None:
    """Give a validated event its ids and its normal form, in place.

    Args:
        event: an Event fresh from validation; the items in it are copied before they are changed.
        context: where given, `context["moved"]` gets, by location of a sequence, the former index of each item; with
            `context["is_normal"]` the notes are known to be in normal form.

    Raises:
        PydanticCustomError: `duplicate_id`, with the location of every id that was used before in its context.
    """
    own = event.__dict__
    if own["id"] is None:
        own["id"] = slug("event", own["name"])
        event.model_fields_set.add("id")
    for name in ("venue", "write_up"):
        if own[name] is not None and all(one in (None, (), {}) for one in own[name].__dict__.values()):
            own[name] = None
    _derive_ids(event)
    if context is not None and "is_normal" in context:
        return
    moved: dict[tuple[str | int, ...], list[int]] = {}
    sessions = list(own["sessions"])
    for index, session in enumerate(sessions):
        sessions[index] = _arranged(session, _INSIDE, ("sessions", index), moved, copy=True)
    own["sessions"] = tuple(sessions)
    _arranged(event, (*_INSIDE, "session"), (), moved, copy=False)
    if context is not None and moved:
        context["moved"] = moved


def set_ids(data: dict[str, Any], kinds: list[str]) -> None:
    """Give every item of an event that is still plain data the id that building would give it.

    Args:
        data: fields of Event; what is not of the model's shape is passed over.
        kinds: whose ids to derive; a session's may depend on its speakers'.
    """
    sessions = mappings(data.get("sessions"))
    for kind in kinds:
        name = PLURALS[kind]
        owners = (data, *sessions) if kind in _INSIDE else (data,)
        items = [item for owner in owners if name in owner for item in mappings(owner[name])]
        known = [(_text(item.get("id")), identifying_text(kind, item)) for item in items]
        for item, one in zip(items, derive(kind, known), strict=True):
            item.setdefault("id", one)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def without_gone(old: _Owner, new: _Owner) -> _Owner:
    """What `old` was changed to, its notes without the placeholders of the items that only `old` has."""
    notes = getattr(new, "notes", None)
    gone = _placed(old) - _placed(new) if notes and "<!-- " in notes else set()
    cleared = without(notes, gone) if notes and gone else notes
    return new if cleared == notes else new.replace(notes=cleared)


def _placed(owner: Any) -> set[tuple[str, str]]:
    """Kind and id of every item that may stand in the notes of an event or session."""
    items = ((kind, one) for kind in KINDS for one in getattr(owner, PLURALS[kind], ()))
    return {(kind, one.id or slug(kind, identifying_text(kind, one.__dict__))) for kind, one in items}


def mappings(values: Any) -> list[dict[str, Any]]:
    """The mappings of what should be a list of them."""
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def _derive_ids(event: Any) -> None:
    repeated: list[tuple[tuple[str | int, ...], str]] = []
    for kind, name in PLURALS.items():
        owners = [event, *event.sessions] if kind in _INSIDE else [event]
        items = [item for owner in owners for item in owner.__dict__[name]]
        ids = [item.id for item in items]
        if None in ids:
            ids = derive(kind, [(item.id, "" if item.id else identifying_text(kind, item.__dict__)) for item in items])
            _set_ids(event, name, owners, items, ids)
        if len(set(ids)) < len(ids):
            repeated += _repeated(name, owners, ids)
    if repeated:
        loc, one = repeated[0]
        context = {"id": one, "loc": loc, "repeated": repeated}
        raise PydanticCustomError("duplicate_id", "id {id} is used twice", context)


def _set_ids(event: Any, name: str, owners: list[Any], items: list[Any], ids: list[str]) -> None:
    fresh = iter(item if item.id else item.model_copy(update={"id": one}) for item, one in zip(items, ids, strict=True))
    sessions = list(event.sessions)
    for place, owner in enumerate(owners):
        values = tuple(next(fresh) for _ in getattr(owner, name))
        if owner is event:
            event.__dict__[name] = values
        elif values:
            sessions[place - 1] = owner.model_copy(update={name: values})
    if len(owners) > 1:
        event.__dict__["sessions"] = tuple(sessions)


def _repeated(name: str, owners: list[Any], ids: list[str]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Location and text of every id that was used before."""
    seen: set[str] = set()
    places = [(place, index) for place, owner in enumerate(owners) for index in range(len(getattr(owner, name)))]
    for (owner, index), one in zip(places, ids, strict=True):
        if one in seen:
            path = ("sessions", owner - 1) if owner else ()
            yield (*path, name, index, "id"), one
        seen.add(one)


def _arranged(owner: Any, kinds: tuple[str, ...], loc: tuple[str | int, ...], moved: dict[Any, Any], copy: bool) -> Any:
    own = owner.__dict__
    ids = {kind: [item.id for item in own[PLURALS[kind]]] for kind in kinds}
    notes, order = normal(own["notes"] or "", ids)
    changes: dict[str, Any] = {} if notes == (own["notes"] or "") else {"notes": notes or None}
    for kind in kinds:
        if order[kind] != ids[kind]:
            name = PLURALS[kind]
            places = {one: place for place, one in enumerate(ids[kind])}
            former = [places[one] for one in order[kind]]
            changes[name] = tuple(own[name][index] for index in former)
            moved[(*loc, name)] = former
    if not changes:
        return owner
    if copy:
        return owner.model_copy(update=changes)
    own.update(changes)
    owner.model_fields_set.update(changes)
    return owner
