"""Places of values in a source that was refused before it became a tree, and in TOML that is no source."""

from __future__ import annotations

from eventnotes.formats._json_tree import json_places
from eventnotes.formats._shapes import Settling
from eventnotes.formats._toml_tree import read_toml, toml_places
from eventnotes.formats._trees import Places
from eventnotes.formats._yaml_places import yaml_places
from eventnotes.formats.markdown.front_matter import FrontMatter, section
from eventnotes.limits import DEFAULT

__all__ = ["any_places", "read_toml", "toml_places"]


def any_places(name: str, text: str) -> Places:
    """The ranges of every key and value of a source, by location in its own data.

    Args:
        name: the format's name.
        text: the source.
    """
    if name in ("json", "jsonld", "schedule-json"):
        return json_places(text, 0)
    if name == "yaml":
        return yaml_places(text, 0)
    place = section(text)
    return FrontMatter(text, place, Settling(DEFAULT)).places() if place is not None else {}
