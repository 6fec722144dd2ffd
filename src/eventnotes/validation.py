"""Validation: plain data becomes an Event; what is invalid is reported at its place and left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from eventnotes.diagnostic import printable, quoted
from eventnotes.formats.markdown.dates import known_date
from eventnotes.model import SCHEMA_VERSION, Event
from eventnotes.slips import slips
from eventnotes.source import Loc, Remedy, SyntaxProblem, Tree

_ROUNDS = 50
_WORD = re.compile("'([a-z]+)'")
_CODES = {
    "missing": "missing",
    "one_line": "text",
    "text": "text",
    "id": "id",
    "url": "url",
    "language": "language",
    "timezone": "timezone",
    "when": "date",
    "literal_error": "choice",
    "greater_than_equal": "number",
    "less_than_equal": "number",
    "finite_number": "number",
    "json_value": "json-value",
    "attribution_beside_speaker": "attribution",
    "duplicate_id": "duplicate-id",
}
_OF_TEXT = ("text", "id", "url", "language", "timezone")
_TYPES = {
    "tuple_type": "should be a list",
    "model_type": "should be a mapping",
    "dict_type": "should be a mapping",
    "bool_type": "should be true or false",
    "float_type": "should be a number",
    "int_type": "should be a whole number",
}
_HELP = {
    "text": "write plain text on one line, in quotes if need be",
    "id": "write it like opening-keynote, or leave it out: it is derived",
    "url": "write the whole address, percent-encoded where it has spaces",
    "language": "write a language tag such as en or pt-BR",
    "timezone": "write an IANA name such as Europe/London",
    "date": "write it like 2017-10-05 or 2017-10-05T09:30+01:00, in quotes or not",
    "attribution": "keep speaker for someone who is listed, attribution for everyone else",
    "duplicate-id": "give one of the two another id, or none",
    "json-value": "write it as text, in quotes",
}


class Validated:
    """An event built from a tree, with the way from its locations back to the tree's.

    Attributes:
        event: None where nothing can be built.
        data: what it was built from: the tree's data, which is changed, without what is invalid.
        problems: what was invalid and left out, at the tree's locations.
        left_out: those locations; a rule does not report again that nothing is there.
    """

    def __init__(self, tree: Tree) -> None:
        self.event: Event | None = None
        self.problems: list[SyntaxProblem] = []
        self.left_out = set(tree.left_out)
        self.data = tree.data
        self._tree = tree
        self._former: dict[int, list[int]] = {}
        self._kept: list[Any] = []
        self._context: dict[str, Any] = {}
        if tree.data is not None:
            self._build()

    def _build(self) -> None:
        for attempt in range(_ROUNDS):
            self._context.clear()
            if attempt == 0 and self._tree.is_normal:
                self._context["is_normal"] = True
            try:
                self.event = Event.model_validate(self.data, context=self._context)
                return
            except ValidationError as error:
                errors = list(_expanded(error.errors(include_url=False)))
            for one in errors:
                if one["type"] == "duplicate_id" or attempt == 0:
                    self._report(one)
            if not self._leave_out(errors):
                return

    def origin(self, loc: Loc) -> Loc:
        """The location in the tree of what stands at a location in the event."""
        moved: dict[Loc, list[int]] = self._context.get("moved", {})
        found: Loc = ()
        for step in loc:
            order = moved.get(found)
            found = (*found, order[step] if order and isinstance(step, int) else step)
        return self._before_leaving_out(found)

    def _before_leaving_out(self, loc: Loc) -> Loc:
        value, found = self.data, list[str | int]()
        for step in loc:
            former = self._former.get(id(value)) if isinstance(step, int) else None
            found.append(former[step] if former is not None and isinstance(step, int) and step < len(former) else step)
            value = _inside(value, step)
        return tuple(found)

    def _report(self, error: dict[str, Any]) -> None:
        loc = error["loc"]
        field = printable(next((str(step) for step in reversed(loc) if isinstance(step, str)), "event"))
        where = self._before_leaving_out(loc)
        if where in self.left_out:
            return
        self.left_out.add(where)
        code = _CODES.get(error["type"], "type")
        if code in _OF_TEXT and not isinstance(error["input"], str):
            code = "type"
        if loc == ("eventnotes",):
            self.problems.append(_version_problem(error["input"], where))
        elif code == "missing":
            help = f"write {field}: …"
            self.problems.append(SyntaxProblem(code, f"{field} is missing here", where[:-1], help, at_key=True))
        else:
            message, help = _message(error, field, code), _HELP.get(code, "change it, or leave it out")
            words = error["input"] if isinstance(error["input"], str) else ""
            remedy = _remedy(code, error, where) if words else None
            help = f"write {remedy.texts[0]}" if remedy is not None else help
            self.problems.append(SyntaxProblem(code, message, where, help, words=words, nth=0, remedy=remedy))

    def _leave_out(self, errors: list[Any]) -> bool:
        """Remove what is invalid; False where nothing is left to build from."""
        items: dict[int, tuple[list[Any], set[int], Any, str | int]] = {}
        for error in errors:
            loc = error["loc"][:-1] if error["type"] == "missing" else error["loc"]
            if error["loc"] == ("name",) and self._tree.default_name is not None:
                self.data = {**(self.data or {}), "name": self._tree.default_name}
                continue
            if not loc:
                return False
            parent, owner, key = self._parent(loc)
            if isinstance(parent, dict):
                parent.pop(loc[-1], None)
                if not parent and isinstance(owner, dict):
                    owner.pop(key, None)
            elif isinstance(parent, list):
                items.setdefault(id(parent), (parent, set(), owner, key))[1].add(int(loc[-1]))
            else:
                return False
        for values, gone, owner, key in items.values():
            former = self._former.get(id(values), list(range(len(values))))
            kept = [place for place in range(len(values)) if place not in gone]
            owner[key] = [values[place] for place in kept]
            self._kept.append(owner[key])
            self._former[id(owner[key])] = [former[place] for place in kept]
        return True

    def _parent(self, loc: Loc) -> tuple[Any, Any, str | int]:
        owner: Any = None
        value: Any = self.data
        key: str | int = ""
        for step in loc[:-1]:
            owner, key, value = value, step, _inside(value, step)
        return value, owner, key


def _expanded(errors: list[Any]) -> Iterator[dict[str, Any]]:
    """Pydantic's errors, each at the value that is at fault."""
    for error in errors:
        if error["type"] == "default_factory_not_called":
            continue
        context = error.get("ctx", {})
        loc = tuple(error["loc"])
        if error["type"] == "duplicate_id":
            for inner, one in context["repeated"]:
                yield {**error, "loc": (*loc, *inner), "ctx": {"id": one}}
        elif error["type"] == "json_value":
            for inner, what in context["faults"]:
                yield {**error, "loc": (*loc, *inner), "msg": f"holds {what}"}
        else:
            yield {**error, "loc": loc}


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _message(error: dict[str, Any], field: str, code: str) -> str:
    found, context = error["input"], error.get("ctx", {})
    if code == "duplicate-id":
        return f"the id {quoted(context['id'])} is used twice"
    if code == "attribution":
        return str(error["msg"])
    if code == "json-value":
        return f"{field} {error['msg']}"
    if code == "choice":
        return f"{field} should be {context['expected']}, not {_shown(found)}"
    if code == "date" and "reason" in context:
        return str(context["reason"])
    said = _TYPES.get(error["type"]) or (
        "should be text" if code == "type" and _CODES.get(error["type"]) in _OF_TEXT else ""
    )
    said = said or error["msg"][:1].lower() + error["msg"][1:]
    return f"{field} {said.removeprefix('input ')}, not {_shown(found)}"


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return quoted(value) if isinstance(value, str) else "nothing" if value is None else quoted(str(value))


def _remedy(code: str, error: dict[str, Any], where: Loc) -> Remedy | None:
    """What mends a date in another form, or a word that is one slip from the one it should be."""
    found: list[str] = []
    if code == "date":
        known = known_date(error["input"])
        found = [known] if known is not None else []
    elif code == "choice":
        found = slips(error["input"], _WORD.findall(error.get("ctx", {}).get("expected", "")))
    if len(found) != 1:
        return None
    place = next((at for at, step in enumerate(where) if isinstance(step, int)), None)
    if place is None:
        return Remedy((found[0],), part=error["input"], changes=(where,), meant=found[0])
    return Remedy((found[0],), part=error["input"], changes=(where[:place],))


def _version_problem(found: Any, where: Loc) -> SyntaxProblem:
    if isinstance(found, int) and found > SCHEMA_VERSION:
        message = f"this is written for schema version {found}; this eventnotes reads up to {SCHEMA_VERSION}"
        return SyntaxProblem("schema-version", message, where, "upgrade eventnotes: pip install --upgrade eventnotes")
    message = f"{_shown(found)} is no schema version"
    return SyntaxProblem("schema-version", message, where, f"write eventnotes: {SCHEMA_VERSION}, or leave it out")
