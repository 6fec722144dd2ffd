"""The mapping at the root of a source, which says of which version it is, and how a key is added to it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from eventnotes.formats._yaml_places import yaml_places
from eventnotes.source import Edit, Span

_OPENING = re.compile(r"\{(\s*)(\}?)")
_INDENT = re.compile("[ ]*")


class Root(NamedTuple):
    """A mapping in its text: front matter, or a whole YAML or JSON.

    Attributes:
        language: `yaml`, `toml` or `json`; empty for a post without front matter.
        text: the whole source.
        start: where the mapping's own text begins.
        end: where that ends.
        data: what it holds.
    """

    language: str
    text: str
    start: int
    end: int
    data: dict[str, Any]

    def added(self, key: str, value: int) -> Edit:
        """The edit that puts a key in front of the others."""
        if self.language == "json":
            return self._in_braces(f'"{key}": {value}', self.text.index("{", self.start))
        if self.language == "toml":
            return Edit(Span(self.start, self.start), f"{key} = {value}\n")
        if self.language == "yaml":
            return self._in_yaml(f"{key}: {value}")
        return Edit(Span(0, 0), f"---\n{key}: {value}\n---\n" + ("" if self.text[:1] == "\n" else "\n"))

    def _in_braces(self, entry: str, opening: int) -> Edit:
        match = _OPENING.match(self.text, opening)
        assert match is not None
        between = "" if match[2] else f",{match[1] or ' '}"
        return Edit(Span(match.end(1), match.end(1)), entry + between)

    def _in_yaml(self, entry: str) -> Edit:
        places = yaml_places(self.text[self.start : self.end], self.start)
        opening = places[()][1].start
        if self.text[opening] == "{":
            return self._in_braces(entry, opening)
        first = min(key.start for loc, (key, _) in places.items() if len(loc) == 1)
        line = self.text.rfind("\n", 0, first) + 1
        indent = _INDENT.match(self.text, line)
        assert indent is not None
        place = self.start or line  # what a file begins with may be a comment on all of it, or a directive
        return Edit(Span(place, place), f"{indent[0]}{entry}\n")
