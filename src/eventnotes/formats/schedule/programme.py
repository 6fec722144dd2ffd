"""Programme: what a conference publishes of its talks, in the model's terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin

from eventnotes.characters import FORBIDDEN, is_language, is_link
from eventnotes.diagnostic import quoted
from eventnotes.formats._plain_text import marked_line
from eventnotes.formats._trees import event_tree
from eventnotes.formats.schedule.times import Day, after, duration, instant, moment, on_day
from eventnotes.ids import derive
from eventnotes.limits import Limits
from eventnotes.source import Loc, Locate, Span, SyntaxProblem, Tree, Unreadable
from eventnotes.when import zone_of

_EMPTY: tuple[Any, ...] = (None, "", [], {})
_FORM = "write it like 2024-05-01T09:30:00+01:00"
_MODERATES = ("MODERATOR", "HOST")


def tree_of(raw: Any, problems: list[SyntaxProblem], locate: Locate, limits: Limits) -> Tree:
    """The event that a schedule describes: its talks in the order of time, and everyone who speaks.

    Args:
        raw: the data of a schedule.json, version 1 or 2.
        problems: what was found while reading it.
        locate: the place of a value in it.
        limits: what it may cost.

    Raises:
        Unreadable: for data that is no schedule, or is beyond a limit.
    """
    raw = _with_lf(raw)
    schedule = raw.get("schedule") if isinstance(raw, dict) else None
    conference = schedule.get("conference") if isinstance(schedule, dict) else None
    if not isinstance(schedule, dict) or not isinstance(conference, dict):
        help = "a schedule holds schedule, and that a conference"
        raise Unreadable(SyntaxProblem("type-root", "this schedule has no conference", Span(0, 1), help))
    programme = _Programme(schedule, conference, problems, locate)
    whole = programme.event(raw.get("generator"))

    def find(loc: Loc, at_key: bool) -> Span:
        known = next(size for size in range(len(loc), -1, -1) if loc[:size] in whole.origins)
        return locate(whole.origins[loc[:known]], at_key and known == len(loc))

    return event_tree(whole.told(), problems, find, limits)


def line(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split()).strip("\ufeff")


def _with_lf(value: Any) -> Any:
    """The same data with LF line ends."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    if isinstance(value, dict):
        return {key: _with_lf(one) for key, one in value.items()}
    return [_with_lf(one) for one in value] if isinstance(value, list) else value


class _Item:
    """A mapping of a schedule: what the model takes from it, and the rest, which goes to `extra`.

    Attributes:
        data: fields of the model.
        origins: by location in the data, where it stands in the schedule.
    """

    def __init__(self, programme: _Programme, raw: dict[str, Any], loc: Loc) -> None:
        self._programme = programme
        self.loc = loc
        self.rest = {key: value for key, value in raw.items() if value not in _EMPTY}
        self.data: dict[str, Any] = {}
        self.origins: dict[Loc, Loc] = {(): loc}

    def fault(self, code: str, message: str, where: Loc, help: str, severity: Any = "error") -> None:
        """Note a finding at a place of the schedule."""
        self._programme.fault(code, message, (*self.loc, *where), help, severity)

    def text(self, key: str) -> str:
        """The text under a key, which leaves the rest; empty where there is none. Of several languages it is one."""
        value = self.rest.pop(key, "")
        if isinstance(value, dict) and value and all(isinstance(one, str) for one in value.values()):
            chosen = "en" if "en" in value else next(iter(value))
            self.rest[key] = {other: text for other, text in value.items() if other != chosen}
            value = value[chosen]
        if isinstance(value, str):
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        self.fault("type", f"{key} should be text", (key,), "write it as text, or leave it out")
        return ""

    def put(self, field: str, value: Any, *origin: str | int) -> None:
        """Set a field of the model, unless there is nothing to say."""
        if value not in _EMPTY and field not in self.data:
            self.data[field] = value
            self.origins[(field,)] = (*self.loc, *origin)

    def take(self, field: str, *keys: str, of: Callable[[str], str] = line) -> None:
        """Set a field of the model from the first of these keys that says something; the others stay."""
        for key in keys:
            if field not in self.data and key in self.rest:
                self.put(field, of(self.text(key)), key)

    def texts(self, key: str) -> Iterator[str]:
        """The texts of a list, which leaves the rest; a text by itself lists them with commas."""
        values = self.rest.pop(key, [])
        told = values.split(",") if isinstance(values, str) else values if isinstance(values, list) else [values]
        for place, one in enumerate(told):
            if isinstance(one, str):
                yield from (line(one),) if line(one) else ()
            else:
                where = (key, place) if isinstance(values, list) else (key,)
                self.fault("type", f"this item of {key} should be text", where, "write it as text, or leave it out")

    def mappings(self, key: str) -> Iterator[tuple[dict[str, Any], Loc]]:
        """The mappings of a list, which leaves the rest."""
        values = self.rest.pop(key, [])
        for place, one in enumerate(values if isinstance(values, list) else [values]):
            if isinstance(one, dict):
                yield one, (key, place)
            elif one not in _EMPTY:
                self.fault("type", f"this item of {key} should be a mapping", (key, place), "write keys and values")

    def told(self) -> dict[str, Any]:
        """The fields, and the rest as `extra`."""
        extra = {key: value for key, value in self.rest.items() if value not in _EMPTY}
        return {**self.data, "extra": extra} if extra else self.data

    def hold(self, field: str, items: list[_Item]) -> None:
        """Set a field to a list of items, with their places."""
        self.put(field, [one.told() for one in items])
        for place, one in enumerate(items):
            self.origins |= {(field, place, *loc): origin for loc, origin in one.origins.items()}


class _Programme:
    """A schedule that is being read."""

    def __init__(
        self,
        schedule: dict[str, Any],
        conference: dict[str, Any],
        problems: list[SyntaxProblem],
        locate: Locate,
    ) -> None:
        self._problems = problems
        self._locate = locate
        about = {key: value for key, value in schedule.items() if key not in ("conference", "events")}
        self._about = _Item(self, about, ("schedule",))
        self._whole = _Item(self, conference, ("schedule", "conference"))
        self._events = schedule.get("events")
        self._base = next((str(one["base_url"]) for one in (schedule, conference) if one.get("base_url")), "")
        self._listed = {str(one["guid"]): one for one in _mappings(schedule.get("persons")) if one.get("guid")}
        self._people: dict[str, _Item] = {}
        self._names: dict[str, dict[str, Any]] = {}
        self._timezone: str | None = None

    def fault(self, code: str, message: str, where: Loc, help: str, severity: Any) -> None:
        """Note a finding at a place of the schedule."""
        self._problems.append(SyntaxProblem(code, message, self._locate(where, False), help, severity))

    def event(self, generator: Any) -> _Item:
        """The conference, with its sessions and speakers."""
        whole = self._whole
        whole.take("name", "title")
        if "name" not in whole.data:
            where = self._locate(whole.loc, False)
            raise Unreadable(SyntaxProblem("missing", "this conference has no title", where, "write its title"))
        whole.take("timezone", "time_zone_name")
        timezone = whole.data.get("timezone")
        self._timezone = timezone if zone_of(timezone) is not None else None  # the model says that there is none
        for field in ("start", "end"):
            self._moment(whole, field, field, whole.text(field))
        whole.take("website", "url", of=str.strip)
        whole.take("summary", "description", of=str.strip)
        venue = _Item(self, {key: whole.rest.pop(key) for key in ("venue", "city") if key in whole.rest}, whole.loc)
        venue.take("name", "venue")
        venue.take("locality", "city")
        whole.put("venue", venue.data)
        whole.rest |= venue.rest
        whole.put("tags", list(whole.texts("keywords")), "keywords")
        sessions = [one for one in self._sessions() if one.data]
        sessions.sort(key=lambda one: instant(one.data.get("start"), self._timezone))
        self._name_people(sessions)
        whole.hold("sessions", sessions)
        about = self._about.rest
        if isinstance(about.get("persons"), list):
            about["persons"] = [one for one in about["persons"] if not self._speaks(one)]
        whole.rest = {**({"generator": generator} if generator else {}), **about, **whole.rest}
        whole.rest.pop("daysCount", None)
        return whole

    def _sessions(self) -> Iterator[_Item]:
        """The talks of version 1, which stand in the rooms of days, and of version 2, which stand in a list."""
        for day, loc in self._whole.mappings("days"):
            about = _Item(self, day, (*self._whole.loc, *loc))
            begins = about.text("day_start") or about.text("start")
            date = about.text("date")
            known = Day(date if self._moment(about, "date", "date", date) else "", begins[11:16])
            rooms = about.rest.get("rooms", {})
            if not isinstance(rooms, dict):
                about.fault("type", "rooms should be a mapping", ("rooms",), "write each room's name, and its talks")
                continue
            for room, events in rooms.items():
                inside = _Item(self, {room: events}, (*about.loc, "rooms"))
                for one, place in inside.mappings(room):
                    yield self._session(_Item(self, one, (*inside.loc, *place)), known, room)
        flat = _Item(self, {"events": self._events}, ("schedule",))
        for one, place in flat.mappings("events"):
            yield self._session(_Item(self, one, (*flat.loc, *place)), Day(), "")

    def _session(self, item: _Item, day: Day, room: str) -> _Item:
        item.take("title", "title", of=lambda text: marked_line(line(text)))
        item.take("kind", "type")
        self._times(item, day)
        for key in ("room", "track"):
            if isinstance(item.rest.get(key), dict):
                item.rest[key] = self._named(item.rest[key], f"{key}s")
            item.take(key, key)
        item.put("room", line(room))
        if is_language(str(item.rest.get("language", ""))):
            item.take("language", "language")
        self._links(item)
        for raw, loc in (*item.mappings("persons"), *item.mappings("participants")):
            role = "moderators" if raw.get("role") in _MODERATES else "speakers"
            self._person(item, raw, loc, role)
        said = {key: item.text(key) for key in ("subtitle", "abstract", "description") if key in item.rest}
        told = {key: marked_line(line(text)) if key == "subtitle" else text for key, text in said.items() if text}
        place = next((key for key, text in told.items() if FORBIDDEN.search(text)), next(iter(told), ""))
        item.put("abstract", "\n\n".join(dict.fromkeys(told.values())), place)
        return item

    def _named(self, reference: dict[str, Any], key: str) -> Any:
        """What a reference to a room or track calls it: by its own name, else the name of the one that is listed."""
        if key not in self._names:
            listed = _mappings(self._whole.rest.get(key))[::-1]  # the first of a slug counts
            self._names[key] = {str(one["slug"]): one.get("name") for one in listed if one.get("slug")}
        slug = reference.get("slug")
        return reference.get("name") or self._names[key].get(str(slug), slug)

    def _times(self, item: _Item, day: Day) -> None:
        date, clock = item.text("date"), item.text("start")
        if "T" in date or "T" in clock:
            key, stated = ("date", date) if "T" in date else ("start", clock)
            self._moment(item, "start", key, stated)
            if key == "date" and not clock.startswith(date[11:16]):
                item.rest["start"] = clock
        elif clock:
            day = Day(date) if date and self._moment(item, "date", "date", date) else day
            found = on_day(clock, day)
            if found is None:
                item.fault("date", f"{quoted(clock)} is no time of day", ("start",), "write it like 09:30")
            item.put("start", found, "start")
            item.data.pop("date", None)
        else:
            self._moment(item, "start", "date", date)
        self._end(item)

    def _end(self, item: _Item) -> None:
        size, stated = item.text("duration"), item.text("end")
        found = duration(size) if size else None
        if size and found is None:
            item.fault("date", f"{quoted(size)} is no duration", ("duration",), "write it like 00:45")
        if stated:
            self._moment(item, "end", "end", stated)
        elif found and "start" in item.data:
            try:
                item.put("end", after(item.data["start"], found, self._timezone), "duration")
            except ValueError as error:
                item.fault("date", f"{quoted(size)}: {error}", ("duration",), "write a shorter one")

    def _moment(self, item: _Item, field: str, key: str, text: str) -> bool:
        try:
            item.put(field, moment(text, self._timezone) if text else None, key)
        except ValueError:
            item.fault("date", f"{quoted(text)} is no date or time of a schedule", (key,), _FORM)
            return False
        return True

    def _links(self, item: _Item) -> None:
        links: list[_Item] = []
        for key, rel in (("url", None), ("recording_url", "recording"), ("video_download_url", "recording")):
            if key in item.rest:
                links += self._link(item, {"url": item.text(key), "rel": rel}, (key,))
        for key, rel in (("links", None), ("attachments", "attachment")):
            for raw, loc in [*item.mappings(key)]:
                links += self._link(item, {**raw, "rel": raw.get("type") or rel}, loc)
        item.hold("links", links)

    def _link(self, item: _Item, raw: dict[str, Any], loc: Loc) -> Iterator[_Item]:
        """A link, its address made whole; what is none stays in the rest, with a warning."""
        link = _Item(self, raw, (*item.loc, *loc))
        url = link.text("url")
        if url and not is_link(url) and self._base[:4] == "http":
            try:
                url = urljoin(self._base, url)
            except ValueError:
                url = ""
        if is_link(url):
            link.put("url", url, *(("url",) if len(loc) > 1 else ()))
            link.take("title", "title")
            link.take("rel", "rel")
            link.rest = {}
            yield link
        elif raw.get("url") or len(loc) > 1:
            what = f"{quoted(raw['url'])} is no address" if raw.get("url") else "there is no address here"
            message = f"{what}; it is kept in extra"
            item.fault("url", message, loc, "write the whole address: https://…", "warning")
            item.rest.setdefault(str(loc[0]), []).append({key: raw[key] for key in raw if key != "rel"})

    def _person(self, item: _Item, raw: dict[str, Any], loc: Loc, role: str) -> None:
        raw = {**self._listed.get(str(raw.get("guid")), {}), **raw}
        who = next((f"{key} {raw[key]}" for key in ("guid", "id", "code", "name", "public_name") if raw.get(key)), None)
        person = _Item(self, raw, (*item.loc, *loc))
        person.take("name", "public_name", "name", "full_name")
        if "name" not in person.data or who is None:
            item.fault("missing", "this person has no name, and is left out", loc, "write public_name", "warning")
            return
        if who not in self._people:
            self._people[who] = person
            person.rest.pop("role", None)
            person.take("bio", "biography", "description", of=str.strip)
            self._links(person)
        named = item.data.setdefault(role, [])
        item.origins.setdefault((role,), (*item.loc, *loc[:1]))
        if who not in named:
            named.append(who)

    def _speaks(self, person: Any) -> bool:
        return isinstance(person, dict) and f"guid {person.get('guid')}" in self._people

    def _name_people(self, sessions: list[_Item]) -> None:
        """List those who speak in the order of the sessions, and name them in these by the ids of the list."""
        found = dict.fromkeys(
            who for one in sessions for role in ("speakers", "moderators") for who in one.data.get(role, ())
        )
        people = [self._people[who] for who in found]
        ids = dict(zip(found, derive("speaker", [(None, one.data["name"]) for one in people]), strict=True))
        for session in sessions:
            for role in ("speakers", "moderators"):
                if role in session.data:
                    session.data[role] = [ids[who] for who in session.data[role]]
        for who, person in zip(found, people, strict=True):
            person.data = {"id": ids[who], **person.data}
        self._whole.hold("speakers", people)


def _mappings(values: Any) -> list[dict[str, Any]]:
    """The mappings of a list; none of what is no list."""
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []
