"""Speaker lines: `Geoff Connell, CIO, Norfolk County Council; President, Socitm`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from eventnotes.formats._patterns import repeated

URL = "(?P<url>" + repeated(r"[^()\s]++|\([^()\s]*\)", 1) + ")"
"""An address in the brackets of a link; brackets in it are in pairs (CommonMark 6.3)."""
_LINKED = re.compile(rf"\[(?P<name>[^\[\]]+)\]\({URL}\)")
_HANDLE = re.compile(r"(?<!\s)\s*\((?P<handle>@[\w.@-]+)\)")
_IN_BRACKETS = re.compile(r"(?<!\s)\s*\((?P<inside>[^()]+)\)$")
_BETWEEN = re.compile(r",\s*+(?:(?:and|&)\s+)?|(?<!\s)\s++(?:and|&)\s+")
_BRACKET = re.compile(r"[()\[\]]")


@dataclass(slots=True)
class Person:
    """A person as a line of text introduces them."""

    name: str
    roles: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    unclear: str = ""
    """The role that has too many pieces, as written."""
    id: str | None = None

    def data(self) -> dict[str, Any]:
        """As data of Speaker; what is empty is left out."""
        fields = {"id": self.id, "name": self.name, "aliases": self.aliases, "roles": self.roles, "links": self.links}
        return {key: value for key, value in fields.items() if value}


def speaker_line(text: str) -> Person:
    """One person: the first comma ends the name, `;` separates roles.

    `[Name](url)`, `(@handle)` and `(Organization)` after the name are read; a handle becomes an alias.
    """
    text = text.strip()
    split = _split_outside_brackets if "(" in text or "[" in text else _split_plain
    name, comma, rest = split(text)
    person = _named(name)
    for piece in rest.split(";") if comma else ():
        if piece.strip():
            found, unclear = role(piece)
            person.roles.append(found)
            if unclear:
                person.unclear = piece.strip()
    return person


def line_of(person: dict[str, Any]) -> str | None:
    """The speaker line that reads as these data of Speaker; None where there is none."""
    return _proven(line_for(person), person)


def line_for(person: dict[str, Any]) -> str:
    """A speaker line for these data of Speaker, not proved to read as them."""
    roles = "; ".join(_role_of(one) for one in person.get("roles", ()))
    return f"{_name_of(person)}, {roles}" if roles else _name_of(person)


def name_of(person: dict[str, Any]) -> str | None:
    """The name that reads as these data of Speaker among several, with an organization at most."""
    roles = person.get("roles", ())
    text = f"{_name_of(person)} ({roles[0]['organization']})" if [*map(set, roles)] == [{"organization"}] else None
    return _proven(text or _name_of(person), person)


def _name_of(person: dict[str, Any]) -> str:
    links, handles = person.get("links", ()), person.get("aliases", ())
    name = f"[{person['name']}]({links[0]['url']})" if links else str(person["name"])
    return f"{name} ({handles[0]})" if handles else name


def _role_of(one: dict[str, str]) -> str:
    text = ", ".join(one.values())
    return text if role(text) == (one, False) else " at ".join(one.values())


def _proven(text: str, person: dict[str, Any]) -> str | None:
    found = speaker_line(text)
    return text if not found.unclear and found.data() == person else None


def speaker_names(text: str) -> list[tuple[str, Person]]:
    """Several people, `Ana Lima (NHS), Bo Ek and Cy Dow`: each as written, and as a person."""
    if "(" not in text and "[" not in text:
        pieces = [piece.strip() for piece in _BETWEEN.split(text)]
        return [(piece, Person(piece)) for piece in pieces if piece]
    pieces = [piece.strip() for piece in _split_names(text)]
    return [(piece, _named(piece)) for piece in pieces if piece]


def _split_names(text: str) -> Iterator[str]:
    """The pieces of a text between commas and the like that stand in no brackets: none is closed next."""
    brackets = [match.start() for match in _BRACKET.finditer(text)]
    start = 0
    for match in _BETWEEN.finditer(text):
        following = bisect_left(brackets, match.end())
        if following == len(brackets) or text[brackets[following]] in "([":
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def role(text: str) -> tuple[dict[str, str], bool]:
    """Title and organization of a role, and whether it has more pieces than that.

    The last ` at ` splits them; else one piece is the organization, two are title and organization.
    """
    title, at, organization = text.strip().rpartition(" at ")
    if at:
        return _role(title, organization), False
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if len(pieces) < 2:
        return _role("", "".join(pieces)), False
    return _role(", ".join(pieces[:-1]), pieces[-1]), len(pieces) > 2


def _role(title: str, organization: str) -> dict[str, str]:
    return {key: value.strip() for key, value in (("title", title), ("organization", organization)) if value.strip()}


def _named(text: str) -> Person:
    text = text.strip()
    person = Person(text)
    if "(" not in text and "[" not in text:
        return person
    if "(@" in text and (handle := _HANDLE.search(text)):
        person.aliases.append(handle["handle"])
        text = text[: handle.start()] + text[handle.end() :]
    if text.endswith(")") and (brackets := _IN_BRACKETS.search(text)) and text[brackets.start() - 1] != "]":
        person.roles.append({"organization": brackets["inside"].strip()})
        text = text[: brackets.start()]
    if "](" in text and (linked := _LINKED.search(text)):
        person.links.append({"url": linked["url"]})
        text = text[: linked.start()] + linked["name"] + text[linked.end() :]
    person.name = text.strip()
    return person


def _split_plain(text: str) -> tuple[str, str, str]:
    return text.partition(",")


def _split_outside_brackets(text: str) -> tuple[str, str, str]:
    """The text at its first comma that is in no brackets."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth <= 0:
            return text[:place], ",", text[place + 1 :]
    return text, "", ""
