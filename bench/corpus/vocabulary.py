"""The words of the generated write-ups: names.toml and words.toml, typed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Place:
    """Where an event takes place."""

    locality: str
    country: str
    timezone: str
    venue: str
    region: str = ""


@dataclass(frozen=True)
class Topic:
    """What an event is about; each list of words fills the slot of its name."""

    series: tuple[str, ...]
    tags: tuple[str, ...]
    thing: tuple[str, ...]
    practice: tuple[str, ...]
    group: tuple[str, ...]
    tool: tuple[str, ...]


@dataclass(frozen=True)
class Framework:
    """A named list of elements."""

    name: str
    elements: tuple[str, ...]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def _frozen(lists: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in lists.items()}


_names, _words = _load("names.toml"), _load("words.toml")

NAMES: dict[str, tuple[str, ...]] = _frozen(_names["names"])
PLACES = tuple(Place(**place) for place in _names["places"])
PATTERNS: dict[str, tuple[str, ...]] = _frozen(_words["patterns"])
HEADINGS: dict[str, tuple[str, ...]] = _frozen(_words["headings"])
TOPICS = tuple(Topic(**_frozen(topic)) for topic in _words["topics"])
FRAMEWORKS = tuple(Framework(**_frozen(framework)) for framework in _words["frameworks"])
CODE = tuple((str(code["language"]), str(code["text"])) for code in _words["code"])
