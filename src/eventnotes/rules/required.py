"""Required fields: the rule that a team makes by naming the fields its write-ups have to hold."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.rules._finding import Finding
from eventnotes.source import Loc


class Required:
    """The function of the rule that demands fields; it can be pickled, and is named as a function is.

    Args:
        paths: fields of an event, such as `start` or `sessions.speakers`. What a list demands, each of its items has to
            hold; an empty list holds nothing to demand it of.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self.__name__ = "missing_field"
        self._wanted = [path.split(".") for path in dict.fromkeys(paths)]

    def __call__(self, event: Event) -> Iterator[Finding]:
        """Each field that is missing."""
        for names in self._wanted:
            for loc in _missing(event, names, ()):
                yield Finding(loc, f"{'.'.join(names)} is required here, and missing", f"write {loc[-1]}")


def objection(path: str) -> str | None:
    """Why a field cannot be required; None where it can."""
    model: type[BaseModel] | None = Event
    above = ""
    for name in path.split("."):
        if model is None:
            return f"{above} has no fields, and so no {quoted(name)}"
        if name not in model.model_fields:
            near = get_close_matches(name, model.model_fields, n=1)
            return f"{model.__name__} has no field {quoted(name)}" + (f"; did you mean {near[0]}?" if near else "")
        above, model = name, _class_in(model.model_fields[name].annotation)
    return None


def _missing(value: Any, names: list[str], loc: Loc) -> Iterator[Loc]:
    """The locations at which a field is missing."""
    if isinstance(value, tuple) and names:
        for at, one in enumerate(value):
            yield from _missing(one, names, (*loc, at))
    elif names and value is not None:
        yield from _missing(getattr(value, names[0]), names[1:], (*loc, names[0]))
    elif value is None or value in ("", (), {}):
        yield loc


def _class_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_class_in, typing.get_args(annotation))), None)
