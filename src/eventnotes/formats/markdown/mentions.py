"""Mentions: whom a name in the text means, among those listed so far."""

from __future__ import annotations

from typing import Any

from eventnotes.formats._people import Person, speaker_line

Speaker = dict[str, Any]


class Mentions:
    """The people of an event as the text introduces them; speakers are plain data until their ids are derived."""

    def __init__(self, listed: list[Any]) -> None:
        self.introduced: list[Speaker] = []
        self.introduced_at: list[tuple[int, int]] = []
        self._as_written: dict[str, Speaker] = {}
        self._meant: dict[str, Speaker | None] = {}
        """Whom names in other words meant that were looked for since somebody was last entered."""
        self._by_name: dict[str, Speaker] = {}
        self._by_word: dict[str, list[Speaker]] = {}
        self._contents: dict[tuple[int, str], _Contents] = {}
        """By identity of a speaker, and field."""
        for speaker in listed:
            if isinstance(speaker, dict) and isinstance(speaker.get("name"), str):
                self._enter(speaker)

    def _enter(self, speaker: Speaker) -> None:
        self._as_written.setdefault(speaker["name"], speaker)
        self._meant.clear()
        aliases = speaker.get("aliases")
        folded = fold(speaker["name"])
        if folded or speaker["name"]:
            self._by_name.setdefault(folded, speaker)
        for name in (*(aliases if isinstance(aliases, list) else ()), speaker.get("id")):
            if isinstance(name, str) and name:
                self._by_name.setdefault(fold(name), speaker)
        for word in folded.split():
            known = self._by_word.setdefault(word, [])
            if not known or known[-1] is not speaker:
                known.append(speaker)

    def find(self, name: str) -> Speaker | None:
        """The listed person of that name, alias, or one word that only their name has; None for nobody or several."""
        found = self._as_written.get(name)
        if found is not None:
            return found
        if name not in self._meant:
            folded = fold(name)
            found = self._by_name.get(folded)
            if found is None:
                candidates = self._by_word.get(folded, ())
                found = candidates[0] if len(candidates) == 1 else None
            self._meant[name] = found
        return self._meant[name]

    def find_with_roles(self, line: str, longest: int) -> Speaker | None:
        """The listed person of a name, or of a speaker line, no longer than this, with roles that they have here."""
        found = self.find(line)
        if found is None and "," in line and len(line) <= longest:
            person = speaker_line(line)
            listed = self.find(person.name)
            if listed and person.roles and self.has_roles(listed, person.roles):
                found = listed
        return found

    def meet(self, person: Person, place: tuple[int, int]) -> Speaker:
        """The listed person that a speaker line means, with what it adds; introduced where nobody is listed so.

        Args:
            person: the speaker line.
            place: the range of its name in the body.
        """
        speaker = self.find(person.id or person.name)
        if speaker is None:
            speaker = person.data()
            self.introduced.append(speaker)
            self.introduced_at.append(place)
            self._enter(speaker)
            return speaker
        for field, values in (("aliases", person.aliases), ("roles", person.roles), ("links", person.links)):
            if values and isinstance(speaker.get(field, []), list):
                contents = self._contents_of(speaker, field)
                contents.add([one for one in values if _comparable(one) not in contents.whole])
        for alias in person.aliases:
            self._meant.clear()
            self._by_name.setdefault(fold(alias), speaker)
        return speaker

    def has_roles(self, speaker: Speaker, named: list[dict[str, str]]) -> bool:
        """Whether all roles that are named beside a person are among theirs; the organization or title may do."""
        if not isinstance(speaker.get("roles"), list):
            return False
        contents = self._contents_of(speaker, "roles")
        return all(
            _comparable(one) in contents.whole or (len(one) == 1 and one.get("organization") in contents.parts)
            for one in named
        )

    def _contents_of(self, speaker: Speaker, field: str) -> _Contents:
        key = (id(speaker), field)
        if key not in self._contents:
            speaker[field] = list(speaker.get(field, []))
            self._contents[key] = _Contents(speaker[field])
        return self._contents[key]


def fold(name: str) -> str:
    """A name as it is compared: case and white space do not count."""
    return " ".join(name.casefold().split())


def _comparable(value: Any) -> Any:
    """Something that is equal for equal values, and can be looked up."""
    texts = isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    return frozenset(value.items()) if texts else repr(value)


class _Contents:
    """A list of a speaker's and, for looking up, what it holds."""

    def __init__(self, values: list[Any]) -> None:
        self.values = values
        self.whole: set[Any] = set()
        self.parts: set[str] = set()
        """The texts in its mappings."""
        self._note(values)

    def add(self, values: list[Any]) -> None:
        self.values += values
        self._note(values)

    def _note(self, values: list[Any]) -> None:
        self.whole.update(map(_comparable, values))
        for one in values:
            if isinstance(one, dict):
                self.parts.update(part for part in one.values() if isinstance(part, str))
