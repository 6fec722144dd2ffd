"""Updating: a post says another event; what did not change keeps its bytes, what did changes in its place."""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import suppress
from typing import Any

from eventnotes.edit import apply
from eventnotes.formats._format import Updated
from eventnotes.formats._merging import merged_data, merged_text
from eventnotes.formats._yaml_edits import Unfit, yaml_edits
from eventnotes.formats.markdown.above import front_matter, post_keys
from eventnotes.formats.markdown.front_matter import FrontMatter
from eventnotes.formats.markdown.merging import BodyMerge, Merge, Spans
from eventnotes.formats.markdown.reader import Reading
from eventnotes.formats.markdown.telling import Key, Plan
from eventnotes.formats.markdown.writer import (
    Draft,
    data_of,
    introducible,
    natural,
    needed_ids,
    reading_of,
    says,
    written,
)
from eventnotes.model import Event

Data = dict[str, Any]

_KINDS = ("session", "quote", "lesson", "framework")


def update(reading: object, old: Event, new: Event) -> Updated:
    """The text that was read, changed as little as makes it say the new event.

    Each of these is tried until one reads back as the event: words changed in their place; changed items written anew;
    the front matter written anew; everything written anew.

    Args:
        reading: what was read.
        old: the event that it gave.
        new: the event that it is to say.

    Raises:
        ValueError: where the new event is beyond the limits of reading, or front matter that is no YAML has to change.
    """
    assert isinstance(reading, Reading)
    updating = _Updating(reading, data_of(old), data_of(new))
    for found in updating.attempts(new):
        with suppress(ValueError):
            if says(reading_of(found), new, updating.new):
                return Updated(found, updating.rewritten)
    return Updated(written(new).text, ("the whole text",))


class _Updating:
    def __init__(self, reading: Reading, old: Data, new: Data) -> None:
        self.reading = reading
        self.before, self.new = old, new
        self.items = {(one.kind, one.data["id"]): one for one in reading.items()}
        speakers = needed_ids({"speakers": old.get("speakers", [])}, set())
        self.own_ids = speakers | {(one.kind, one.data["id"]) for one in reading.body.with_ids}
        self.rewritten: tuple[str, ...] = ()

    def _plan(self, event: Data) -> Plan:
        """What of an event stands under `event:` in this text; what is new in it stands in the body."""
        body, front = self.reading.body, self.reading.front
        given = front.event if front is not None else {}
        owners = [given, *(one for one in given.get("sessions", ()) if isinstance(one, dict))]
        above = {(kind, one["id"]) for kind in _KINDS for owner in owners for one in owner.get(f"{kind}s", ())}
        merged = [story.item for story in body.sessions if story.item.entry is not None]
        speakers = {one["id"] for one in event.get("speakers", ())}
        introduced = {one["id"] for one in body.mentions.introduced}
        listed = {one["id"] for one in given.get("speakers", ())}
        if not speakers <= listed | introduced:
            introduced |= introducible(event) - listed
        return Plan(
            under_event=above - {*self.items},
            fields={one.data["id"]: set(one.entry.fields) for one in merged if one.entry is not None},
            introduced=introduced & speakers,
            post_under_event="write_up" in given,
        )

    def attempts(self, event: Event) -> Iterator[str]:
        """Texts, from the one with the smallest changes on."""
        plan = self._plan(self.new)
        ids = needed_ids(self.new, plan.under_event) | self.own_ids
        untold = self._untold(ids)
        old = Draft(self.before, self._plan(self.before), self.own_ids, untold)
        yield self._text(old, Draft(self.new, plan, ids, untold), merged_text, untold)
        draft = natural(event, self.new, plan, frozenset(self.own_ids))
        if draft is None:
            return
        old = Draft(self.before, self._plan(self.before), self.own_ids)
        yield self._text(old, draft, merged_text)
        yield self._text(old, draft, self._rewrite)
        self.rewritten = ("the front matter",)
        yield front_matter(draft.post, draft.facts) + self._body(old, draft, merged_text)

    def _untold(self, ids: set[Key]) -> set[str]:
        """Sessions that say in both events the same, in the same words, so that nothing in them need be compared."""
        if self.before.get("speakers") != self.new.get("speakers") or ids != self.own_ids:
            return set()
        before = {one["id"]: one for one in self.before.get("sessions", ())}
        return {one["id"] for one in self.new.get("sessions", ()) if before.get(one["id"]) == one}

    def _rewrite(self, own: str, old: str, new: str) -> str:
        if old == new:
            return own
        self.rewritten = (*self.rewritten, " ".join(new.split())[:40])
        return new

    def _text(self, old: Draft, new: Draft, merge: Merge, untold: Set[str] = frozenset()) -> str:
        self.rewritten = ()
        return self._above(old, new) + self._body(old, new, merge, untold)

    def _body(self, old: Draft, new: Draft, merge: Merge, untold: Set[str] = frozenset()) -> str:
        return BodyMerge(self.reading.body.text, self._spans(untold), old.told, new.told, merge).text()

    def _spans(self, untold: Set[str]) -> Spans:
        text = self.reading.body.text
        told = [story for story in self.reading.body.sessions if story.head and story.item.data["id"] not in untold]
        heads = {story.item.start: story.head for story in told}
        spans = {}
        for key, one in self.items.items():
            end = heads.get(one.start, one.end) if key[0] == "session" else one.end
            spans[key] = (one.start, one.start + len(text[one.start : end].rstrip(" \t\n")))
        return spans

    def _above(self, old: Draft, draft: Draft) -> str:
        """The front matter with what changed in it."""
        text, front = self.reading.text, self.reading.front
        if (draft.post, draft.facts) == (old.post, old.facts):
            return text[: self.reading.start]
        if front is None:
            return front_matter(draft.post, draft.facts)
        start, end, language = front.place.start, front.place.end, front.place.language
        if language != "yaml":
            raise ValueError(f"front matter in {language.upper()} is not changed; change it by hand, or use YAML")
        try:
            edits = yaml_edits(text[start:end], front.raw, self._raw(old, draft, front))
        except Unfit:
            self.rewritten = (*self.rewritten, "the front matter")
            return front_matter(draft.post, draft.facts)
        return text[:start] + apply(text[start:end], edits) + text[end : self.reading.start]

    def _raw(self, old: Draft, draft: Draft, front: FrontMatter) -> Data:
        """What the front matter holds, with what changed in it, by the keys that the file uses."""
        keys = {loc: str(key[0]) for loc, key in front.keys.items() if loc[:1] == ("write_up",) and len(loc) == 2}
        names = {str(loc[1]): key for loc, key in keys.items()}
        before, after = ({**post_keys(one.post, names), "event": _event(one, front.raw)} for one in (old, draft))
        merged: Data = merged_data(front.raw, before, after)
        if before.get("title") != after.get("title") and isinstance(merged.get("event"), dict):
            merged["event"] = {"name": draft.facts["name"], **merged["event"]}
        return merged


def _event(draft: Draft, raw: Data) -> Any:
    return draft.facts["name"] if isinstance(raw.get("event"), str) and [*draft.facts] == ["name"] else draft.facts
