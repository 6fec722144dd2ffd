"""Events of which something was changed, so that they may be valid or not."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

import eventnotes
from eventnotes import testing
from eventnotes.model import Event, WriteUp
from judges.values import VALUES

_VALUES = [value for value in VALUES if not isinstance(found := json.loads(value), float) or math.isfinite(found)]
_KEYS = (
    *Event.model_fields,
    *WriteUp.model_fields,
    "text",
    "speaker",
    "attribution",
    "kind",
    "done",
    "due",
    "rel",
    "Name",
    "",
    "$ref",
)
_PIECES = (
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\x00",
    "\x85",
    "\xa0",
    "\u2028",
    "\ufeff",
    "\x7f",
    "-",
    "Z",
    ":99999",
    "/",
    "\\",
    "😀",
    "١",
    "A",
    "a",
)


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """The canonical JSON of any event after one to three changes: keys, types, texts, items, or whole parts."""
    data = json.loads(eventnotes.write(draw(testing.events()), "json"))
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(data))
        owner, key = draw(st.sampled_from(places)) if places else (data, "name")
        change = draw(st.sampled_from((_replaced, _removed, _added, _edited, _edited, _copied)))
        change(draw, owner, key, places)
    return json.dumps(data, ensure_ascii=draw(st.booleans()))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every value inside, as the mapping or list that holds it and its key or index there."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _replaced(draw: st.DrawFn, owner: Any, key: Any, places: list[Any]) -> None:
    owner[key] = json.loads(draw(st.sampled_from(_VALUES)))


def _removed(draw: st.DrawFn, owner: Any, key: Any, places: list[Any]) -> None:
    del owner[key]


def _added(draw: st.DrawFn, owner: Any, key: Any, places: list[Any]) -> None:
    value = json.loads(draw(st.sampled_from(_VALUES)))
    if isinstance(owner, list):
        owner.append(value)
    else:
        owner[draw(st.sampled_from(_KEYS))] = value


def _edited(draw: st.DrawFn, owner: Any, key: Any, places: list[Any]) -> None:
    texts = [(one, name) for one, name in places if isinstance(one[name], str)]
    owner, key = draw(st.sampled_from(texts)) if texts else (owner, key)
    text = str(owner.get(key, "") if isinstance(owner, dict) else owner[key])
    place = draw(st.sampled_from((0, len(text), len(text) // 2)))
    owner[key] = text[:place] + draw(st.sampled_from(_PIECES)) + text[place:]


def _copied(draw: st.DrawFn, owner: Any, key: Any, places: list[Any]) -> None:
    source, name = draw(st.sampled_from(places)) if places else (owner, key)
    copied = json.loads(json.dumps(source[name]))
    if isinstance(owner, list):
        owner.append(copied)
    else:
        owner[key] = copied
