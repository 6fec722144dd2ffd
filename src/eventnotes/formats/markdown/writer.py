"""Writer: an event becomes a post that reads back equal; what Markdown has no words for stands under `event:`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from eventnotes.building import PLURALS, identifying_text, mappings
from eventnotes.formats._people import line_of
from eventnotes.formats._short_forms import is_stated, shortened
from eventnotes.formats.markdown.above import facts_of, front_matter
from eventnotes.formats.markdown.reader import Reading
from eventnotes.formats.markdown.telling import Key, Plan, Telling, entries, plurals_of
from eventnotes.ids import derive, slug
from eventnotes.limits import DEFAULT
from eventnotes.model import Event
from eventnotes.source import Unreadable

Data = dict[str, Any]

_ROUNDS = 40
_INSIDE = ("quotes", "lessons", "frameworks")


@dataclass(frozen=True, slots=True)
class Written:
    """An event as Markdown.

    Attributes:
        text: the post.
        unnatural: how many items and fields stand under `event:` because Markdown has no words for them.
    """

    text: str
    unnatural: int


def write(event: Event) -> bytes:
    """The event as a post: front matter, and its notes with every item in its place.

    Raises:
        ValueError: for an event beyond the default limits of reading; it names the limit.
    """
    return written(event).text.encode()


def written(event: Event) -> Written:
    """The event as a post, and how much of it Markdown has no words for; errors as of `write`."""
    data = data_of(event)
    draft = natural(event, data, Plan(introduced=introducible(data)))
    return Written(draft.text, draft.unnatural()) if draft is not None else _under_event(event, data)


def data_of(event: Event) -> Data:
    """The event as plain data, without what has its default."""
    return event.model_dump(mode="json", exclude_defaults=True)


def natural(event: Event, data: Data, plan: Plan, own_ids: frozenset[Key] = frozenset()) -> Draft | None:
    """A draft that reads back as the event, its plan mended until it does; None where no plan does it.

    Args:
        event: what to write.
        data: the same as plain data.
        plan: where to begin; it is changed.
        own_ids: items whose id is to be given even where reading would derive it.
    """
    for _ in range(_ROUNDS):
        draft = Draft(data, plan, needed_ids(data, plan.under_event, own_ids | _entered(data, plan)))
        if says(draft.reading, event, data):
            return draft
        if not draft.mend():
            break
    return None


def _under_event(event: Event, data: Data) -> Written:
    """Everything under `event:`, for narrative that no body can hold as it is (a fence never closed)."""
    facts = {key: shortened(value, key) for key, value in data.items() if key != "eventnotes"}
    text = front_matter({}, facts)
    reading = reading_of(text)
    if not says(reading, event, data):
        raise ValueError("this event cannot be written as Markdown; write it as json or yaml")
    return Written(text, 1 + sum(1 for name in PLURALS.values() for _ in data.get(name, ())))


def reading_of(text: str) -> Reading:
    """What reading a post gives; raises ValueError where it is beyond a limit."""
    try:
        reading = Reading(text, DEFAULT)
        problems = reading.tree().problems  # the last of the limits are looked at there
    except Unreadable as error:
        raise ValueError(f"this event is beyond what a write-up may hold: {error.problem.message}") from None
    over = next((one for one in problems if one.code.startswith("limit-")), None)
    if over is not None:
        raise ValueError(f"this event is beyond what a write-up may hold: {over.message}")
    return reading


def says(reading: Reading, event: Event, data: Data) -> bool:
    """Whether what was read is the event, as canonical JSON.

    Args:
        reading: what was read; it is changed: what the model states by default is stated.
        event: the event.
        data: the same as plain data; where what was read equals it, no second event is built.
    """
    found = reading.data
    if isinstance(found.get("name"), str):
        found.setdefault("id", slug("event", found["name"]))
    found.setdefault("eventnotes", 1)
    _state_defaults(found)
    if found == data and _extras(found) == _extras(data):
        return True
    try:
        back = Event.model_validate(found)
    except ValueError:
        return False
    return back.model_dump_json(exclude_defaults=True) == event.model_dump_json(exclude_defaults=True)


def _state_defaults(data: Data) -> None:
    for owner in (data, *mappings(data.get("sessions"))):
        for one in mappings(owner.get("quotes")):
            one.setdefault("kind", "direct")
        for one in mappings(owner.get("frameworks")):
            one.setdefault("ordered", True)
        for lesson in mappings(owner.get("lessons")):
            for one in mappings(lesson.get("actions")):
                one.setdefault("done", False)


def _extras(data: Data) -> str:
    """All `extra` there is, with the types of its values: Python takes 1, 1.0 and True for equal."""
    owners = [data, data.get("write_up", {}), *data.get("sessions", ())]
    items = [one for owner in owners for name in (*_INSIDE, "speakers") for one in mappings(owner.get(name))]
    return repr([one["extra"] for one in (*owners, *items) if "extra" in one])


def introducible(event: Data, under_event: Set[Key] = frozenset()) -> set[str]:
    """Ids of the speakers, last in the list, whom the labels of sessions can introduce in the order of the list.

    Args:
        event: data of Event.
        under_event: the items without a place in the body; where one of them would have to, nobody is introduced.
    """
    told: list[str] = []
    named = {who for name in _INSIDE for one in event.get(name, ()) for who in _named(one)}
    for session in event.get("sessions", ()):
        told += [who for who in _speaking(session) if who not in named and who not in told]
        named |= {who for name in _INSIDE for one in session.get(name, ()) for who in _named(one)}
    last = len(told)
    found = set()
    for person in reversed(event.get("speakers", ())):
        known = {key: value for key, value in person.items() if key != "id"}
        if person["id"] not in told[:last] or line_of(known) is None:
            break
        last = told.index(person["id"])
        found.add(person["id"])
    labelled = [one for one in event.get("sessions", ()) if ("session", one["id"]) not in under_event]
    return found if found <= {who for one in labelled for who in _speaking(one)} else set()


def _entered(event: Data, plan: Plan) -> set[Key]:
    """Sessions with an entry under `event:` that would not find them in the body: their id is not the title's own."""
    own = [one for one in event.get("sessions", ()) if one["id"] != slug("session", identifying_text("session", one))]
    return {("session", one["id"]) for one in own if plan.fields.get(one["id"]) or _holds(one, plan.under_event)}


def _holds(session: Data, under_event: Set[Key]) -> bool:
    """Whether items of a session stand under `event:`."""
    return any((name[:-1], one["id"]) in under_event for name in _INSIDE for one in session.get(name, ()))


def _speaking(session: Data) -> list[str]:
    return [*session.get("speakers", ()), *session.get("moderators", ())]


def _named(item: Data) -> list[str]:
    return [item[key] for key in ("speaker", "relayed_by") if key in item]


def needed_ids(event: Data, under_event: set[Key], told: Set[Key] = frozenset()) -> set[Key]:
    """The items to which a comment gives their id: those told, and those for which reading would derive another."""
    own = {*told}
    for kind, items in plurals_of(event, under_event):
        if not items:
            continue
        ids = [one["id"] for one in items]
        texts = [identifying_text(kind, one) for one in items]
        given = [one if (kind, one) in under_event | own else None for one in ids]
        while True:
            derived = derive(kind, list(zip(given, texts, strict=True)))
            wrong = [place for place, one in enumerate(ids) if derived[place] != one]
            if not wrong:
                break
            for place in wrong:
                given[place] = ids[place]
                own.add((kind, ids[place]))
    return own


class Draft:
    """An attempt at a post, and what reading it gives.

    Attributes:
        told: the body.
        post: data of WriteUp for the top level of the front matter.
        facts: what stands under `event:`.
    """

    def __init__(
        self, event: Data, plan: Plan, own_ids: set[Key] | None = None, untold: Set[str] = frozenset()
    ) -> None:
        self.event = event
        self.plan = plan
        self.told = Telling(event, plan, needed_ids(event, plan.under_event) if own_ids is None else own_ids, untold)
        listed = [one for one in event.get("speakers", ()) if one["id"] not in plan.introduced]
        self.facts = facts_of(event, listed, entries(event, plan, self.told.left))
        self.post = event.get("write_up", {})
        if plan.post_under_event:
            self.post, self.facts = {}, self.facts | {"write_up": self.post}
        elif "status" in self.post and "status" in self.post.get("extra", {}):  # the key is the site's
            self.facts |= {"write_up": {"status": self.post["status"]}}
            self.post = {key: one for key, one in self.post.items() if key != "status"}

    @cached_property
    def text(self) -> str:
        """The whole post."""
        return front_matter(self.post, self.facts, self.plan.above) + self.told.text

    @cached_property
    def reading(self) -> Reading:
        """What reading the post gives."""
        return reading_of(self.text)

    def unnatural(self) -> int:
        """How many items and fields stand under `event:` for want of words."""
        fields = sum(len(one) for one in self.told.left.values())
        return len(self.plan.under_event) + fields + self.plan.post_under_event

    def mend(self) -> bool:
        """Change the plan where reading disagrees; False where nothing is left to try."""
        ways = (self._say_anew, self._guard, self._list_speakers, self._give_up_items, self._give_up_post)
        return any(way() for way in ways)

    def _say_anew(self) -> bool:
        """Give up the words of items that reading does not give back, or of all, if it gives other speakers."""
        words = self.plan.words
        if not words:
            return False
        found = {(one.kind, one.start): _head(one.data) for one in self.reading.items()}
        items, places = self._items(), self.told.items
        gone = {key for key in words if key not in places or found.get((key[0], places[key][0])) != _head(items[key])}
        if not gone and not self.plan.introduced and self._differs("speakers"):
            gone = {*words}
        for key in gone:
            del words[key]
        return bool(gone)

    def _guard(self) -> bool:
        """Set guards before narrative that was taken for an item, or for the end of a session."""
        told, body = self.told, self.reading.body
        expected = {(kind, start) for (kind, _), (start, _) in told.items.items()}
        taken = [one.start for one in self.reading.items() if (one.kind, one.start) not in expected]
        taken += [one for one in body.guards if one not in told.guards]
        ends = {start: told.ends[one] for (_, one), (start, _) in told.items.items() if one in told.ends}
        taken += [one.item.end for one in body.sessions if one.item.end < ends.get(one.item.start, 0)]
        before = len(self.plan.guards)
        self._guard_at(sorted({*taken}))
        return len(self.plan.guards) > before

    def _guard_at(self, places: list[int]) -> None:
        """Guard the lines of narrative in which blocks stand that hold these places, in ascending order."""
        text, found, narrative = self.reading.body.text, self.reading.body.found, self.told.narrative
        block_starts, starts = [one.start for one in found], [one.start for one in narrative]
        last = counted = offset = -1
        for place in places:
            at = bisect_right(block_starts, place) - 1
            is_inside = at >= 0 and place < found[at].end
            line = text.rfind("\n", 0, found[at].start if is_inside else place) + 1
            at = bisect_right(starts, line) - 1
            if at < 0 or line >= narrative[at].end:
                continue
            if at != last:
                last, counted, offset = at, narrative[at].start, narrative[at].offset
            offset += line - counted
            counted = line
            self.plan.guards.add((narrative[at].owner, offset))

    def _give_up_items(self) -> bool:
        """Move items that reading does not give back, and fields of sessions, under `event:`."""
        found = {(one.kind, one.start): one.data for one in self.reading.items()}
        ends = {story.item.start: story.item.end for story in self.reading.body.sessions}
        before = len(self.plan.under_event) + sum(map(len, self.plan.fields.values()))
        items = self._items()
        for key, (start, _) in self.told.items.items():
            data = found.get((key[0], start))
            if key[0] != "session":
                if data is None or _shown(data) != _shown(items[key]):
                    self.plan.under_event.add(key)
            elif data is None or data.get("id") != key[1] or ends.get(start) != self.told.ends.get(key[1], ends[start]):
                self.plan.under_event.add(key)
            else:
                self._give_up_fields(key, data, items[key])
        return len(self.plan.under_event) + sum(map(len, self.plan.fields.values())) > before

    def _items(self) -> dict[Key, Data]:
        owners = [self.event, *self.event.get("sessions", ())]
        found = {(name[:-1], one["id"]): one for owner in owners for name in _INSIDE for one in owner.get(name, ())}
        return found | {("session", one["id"]): one for one in self.event.get("sessions", ())}

    def _give_up_fields(self, key: Key, data: Data, wanted: Data) -> None:
        names = {*data, *wanted} - {"id", "notes", *_INSIDE}
        differing = {name for name in names if _shown(data.get(name)) != _shown(wanted.get(name))}
        already = self.plan.fields.setdefault(key[1], set())
        if (differing <= already and differing) or "title" in differing or differing - wanted.keys():
            self.plan.under_event.add(key)
        already |= differing

    def _list_speakers(self) -> bool:
        """List all speakers under `event:`, where the body introduces others than those there are."""
        if not self.plan.introduced or not self._differs("speakers"):
            return False
        fewer = self.plan.introduced & introducible(self.event)
        self.plan.introduced = fewer if fewer < self.plan.introduced else set()
        return True

    def _differs(self, field: str) -> bool:
        return bool(_shown(self.reading.data.get(field, [])) != _shown(self.event.get(field, [])))

    def _give_up_post(self) -> bool:
        """Say anew what is said of the post, or move it under `event:`, where its keys read as something else."""
        if self.plan.post_under_event or not self._differs("write_up"):
            return False
        self.plan.post_under_event, self.plan.above = not self.plan.above, ""
        return True


def _head(item: Data) -> Any:
    """What an item says, without what is told inside of it."""
    return _shown({key: value for key, value in item.items() if key not in ("id", "notes", *_INSIDE)})


def _shown(value: Any, key: str = "") -> Any:
    """Data as they are compared: in any order of fields, with the types of numbers, without stated defaults."""
    if isinstance(value, dict) and key != "extra":
        return {name: _shown(one, name) for name, one in value.items() if not is_stated(value, name)}
    return [_shown(one, key) for one in value] if isinstance(value, list) else repr(value)
