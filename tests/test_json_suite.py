"""JSONTestSuite (RFC 8259): what has to be refused, what has to be read, and what either way must not crash."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import eventnotes as en
from eventnotes.formats._json_tree import json_places, read_json
from eventnotes.limits import DEFAULT, Limits
from eventnotes.source import Loc, Unreadable

FOLDER = Path(__file__).parents[2] / "shared" / "corpus" / "json-test-suite"
# One file holds a number of 81 characters, and by default a number may have 40.
LIMITS = DEFAULT.but("number", 81)
FILES = {one.name.partition("__")[2].removesuffix(".json"): one for one in sorted(FOLDER.glob("*__[yni]_*.json"))}

pytestmark = pytest.mark.skipif(not FILES, reason="the corpus is not here")


def of(kind: str) -> list[Any]:
    return [pytest.param(path, id=name) for name, path in FILES.items() if name.startswith(kind)]


def values(data: Any, loc: Loc = ()) -> list[tuple[Loc, Any]]:
    """Every value inside, by location."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(loc, data), *(found for key, value in inner for found in values(value, (*loc, key)))]


def first_wins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def test_the_suite_is_whole() -> None:
    counts = {kind: sum(name.startswith(kind) for name in FILES) for kind in ("y_", "n_", "i_")}
    assert counts == {"y_": 95, "n_": 187, "i_": 35}


@pytest.mark.parametrize("path", of("y_"))
def test_what_is_json_is_read(path: Path) -> None:
    text = path.read_bytes().decode()
    data, problems = read_json(text, 0, LIMITS)
    assert data == json.loads(text, object_pairs_hook=first_wins)
    assert json.dumps(data) == json.dumps(json.loads(text, object_pairs_hook=first_wins))
    expected = ["duplicate-key"] if path.stem.partition("__")[2].startswith("y_object_duplicated_key") else []
    assert [one.code for one in problems] == expected


def test_the_default_limits_refuse_one_file_that_is_json_by_name() -> None:
    documents = {name: en.read(path, format="json") for name, path in FILES.items() if name.startswith("y_")}
    over = {name: str(one.diagnostics[0]) for name, one in documents.items() if "limit" in one.diagnostics[0].code}
    long = "y_number_double_close_to_zero"
    assert over == {long: f"{FILES[long]}:1:2: error limit-number 81 is over the limit of 40 (number)"}


@pytest.mark.parametrize("path", of("y_"))
def test_every_value_of_what_is_json_has_its_place(path: Path) -> None:
    text = path.read_bytes().decode()
    data, _ = read_json(text, 0, LIMITS)
    places = json_places(text, 0)
    assert set(places) == {loc for loc, _ in values(data)}
    for loc, value in values(data):
        key, span = places[loc]
        assert json.loads(text[span.start : span.end], object_pairs_hook=first_wins) == value
        if loc and isinstance(loc[-1], str):
            assert json.loads(text[key.start : key.end]) == loc[-1]
    moved = json_places(text, 1_000)
    assert [(one.start - 1_000, other.end - 1_000) for one, other in moved.values()] == [
        (one.start, other.end) for one, other in places.values()
    ]


@pytest.mark.parametrize("limits", [DEFAULT, Limits.unlimited()], ids=["default", "unlimited"])
@pytest.mark.parametrize("path", of("n_"))
def test_what_is_no_json_is_refused_at_a_place(path: Path, limits: Limits) -> None:
    data = path.read_bytes()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = None
    if text is not None:
        with pytest.raises(Unreadable) as refused:
            read_json(text, 0, limits)
        where = refused.value.problem.where
        assert 0 <= int(where[0]) <= len(text)
    document = en.read(data=data, format="json", limits=limits)
    assert document.event is None
    refusals = {"json-syntax", "encoding", "control-character", "empty", "limit-depth"}
    assert {one.code for one in document.diagnostics} & refusals


@pytest.mark.parametrize("path", of("i_"))
def test_what_parsers_disagree_on_never_crashes(path: Path) -> None:
    for limits in (DEFAULT, Limits.unlimited()):
        document = en.read(data=path.read_bytes(), format="json", limits=limits)
        assert document.event is None
        assert document.diagnostics != ()
