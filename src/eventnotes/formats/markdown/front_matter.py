"""Front matter: the block above a post, and what its keys say of the post and of the event."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

from eventnotes.characters import is_language, is_url
from eventnotes.diagnostic import printable, quoted
from eventnotes.formats._comments import ignores
from eventnotes.formats._json_tree import json_places, read_json
from eventnotes.formats._shapes import Field, Settling, Shape, event_shape, over, settle
from eventnotes.formats._toml_tree import read_toml, toml_places
from eventnotes.formats._trees import Places, before_dropping, lookup, not_a_mapping
from eventnotes.formats._yaml_places import yaml_places
from eventnotes.formats._yaml_tree import read_yaml
from eventnotes.formats.markdown.dates import known_date, post_date
from eventnotes.limits import Limits
from eventnotes.slips import slips
from eventnotes.source import Ignore, Loc, Locate, Remedy, Span, SyntaxProblem, Unreadable

_JSON_START = re.compile(r'\{\s*["}]')
_CLOSING = {line: re.compile(rf"\n{re.escape(line)}[ \t]*$", re.MULTILINE) for line in ("---", "+++", ";;;")}
MARKERS = ("event", "eventnotes")
_UPDATED = ("lastmod", "last_modified_at", "updated")
_SUMMARY = ("description", "summary")
_LINES = ("title", "lang", "language", "license", "canonical_url", "status")


class Section(NamedTuple):
    """Front matter in its source: its language and where its inside and the body begin and end, in code points."""

    language: str
    start: int
    end: int
    body: int


_READERS: dict[str, Callable[[str, int, Limits], tuple[Any, list[SyntaxProblem]]]] = {
    "yaml": lambda text, offset, limits: read_yaml(text, offset, post_shape(), limits),
    "toml": read_toml,
    "json": read_json,
}
_PLACES: dict[str, Callable[[str, int], Places]] = {"yaml": yaml_places, "toml": toml_places, "json": json_places}


def post_shape() -> Shape:
    """What front matter may hold: the post's own keys as text, the event's facts by the model."""
    if "Post" not in _SHAPES:
        fields = {key: Field("line") for key in _LINES}
        fields |= {key: Field("text") for key in ("date", "publishDate", *_UPDATED, *_SUMMARY)}
        fields |= {key: Field("lines") for key in ("author", "authors", "tags", "categories")}
        _SHAPES["Post"] = Shape("Post", {**fields, "event": Field("one", event_shape())})
    return _SHAPES["Post"]


_SHAPES: dict[str, Shape] = {}


def section(text: str) -> Section | None:
    """Where the front matter of a post stands; None where it has none.

    Raises:
        Unreadable: where it is opened and not closed.
    """
    line_end = text.find("\n")
    first = (text if line_end < 0 else text[:line_end]).rstrip(" \t")
    if first in ("---", "+++", ";;;"):
        start = line_end + 1 if line_end >= 0 else len(text)
        closing = _CLOSING[first].search(text, start - 1)
        if closing is None or line_end < 0:
            problem = SyntaxProblem(
                "front-matter-unclosed",
                f"front matter opens here and no line {first} closes it",
                Span(0, len(first)),
                f"write a line {first} where it ends",
            )
            raise Unreadable(problem)
        body = closing.end() + 1 if closing.end() < len(text) else len(text)
        return Section({"-": "yaml", "+": "toml", ";": "json"}[first[0]], start, closing.start() + 1, body)
    if first[:1] == "{" and _JSON_START.match(text):
        return Section("json", 0, *_json_end(text))
    return None


def _json_end(text: str) -> tuple[int, int]:
    try:
        _, end = json.JSONDecoder(strict=True).raw_decode(text)
    except (ValueError, RecursionError):
        end = text.find("\n}\n") + 2
        end = end if end > 1 else len(text)
    line_end = text.find("\n", end)
    stop = len(text) if line_end < 0 else line_end
    return stop if text[end:stop].strip(" \t") else end, min(stop + 1, len(text))


class FrontMatter:
    """Front matter that was read: data of the event, of the post, and where both stand.

    Attributes:
        event: settled fields of Event; a string under `event:` is its name.
        write_up: fields of WriteUp.
        is_write_up: whether a marker (`event:` or `eventnotes:`) stands at the top level.
    """

    def __init__(self, text: str, place: Section, settling: Settling) -> None:
        self.text = text
        self.place = place
        self.settling = settling
        self.event: dict[str, Any] = {}
        self.write_up: dict[str, Any] = {}
        self.raw: dict[str, Any] = {}
        self.keys: dict[Loc, Loc] = {}
        self.is_write_up = False

    def read(self) -> None:
        """Fill the attributes.

        Raises:
            Unreadable: for a syntax error, an exceeded limit, nothing inside, or a root that is no mapping.
        """
        start, end = self.place.start, self.place.end
        raw, problems = _READERS[self.place.language](self.text[start:end], start, self.settling.limits)
        self.settling.problems += problems
        if not isinstance(raw, dict):
            span = Span(0, max(len(self.text[:start].rstrip("\n")), 1))
            if raw is None:
                help = "write the post's title and an event: block, or remove the two lines"
                raise Unreadable(SyntaxProblem("front-matter-empty", "the front matter is empty", span, help))
            raise Unreadable(not_a_mapping(raw, span))
        self.raw = raw
        self.is_write_up = any(marker in raw for marker in MARKERS)
        if not self.is_write_up:
            self._near_marker(raw)
        self._read_event(raw)
        self._read_post(raw)

    def join_write_up(self, data: dict[str, Any]) -> None:
        """Add what the top level says of the post to an event's data; `event: write_up:` may say some of it."""
        given = data.get("write_up", {})
        if not isinstance(given, dict):
            if self.write_up:
                help = "write its fields at the top level, or below write_up:"
                self.settling.problem("type", "write_up should be a mapping", ("write_up",), help)
            given = {}
        for field in (one for one in given if one in self.write_up):
            if field == "extra" and isinstance(given[field], dict):
                for key in (one for one in given[field] if one in self.write_up[field]):
                    self._refuse_second(key, ("write_up", field, key))
                self.write_up[field] = {**given[field], **self.write_up[field]}
            else:
                self._refuse_second(field, ("write_up", field))
        if self.write_up:
            data["write_up"] = {**given, **self.write_up}

    def _refuse_second(self, name: str, where: Loc) -> None:
        message = f"{printable(name)} stands here and under event: too"
        self.settling.problem("given-twice", message, where, "keep one of the two")

    def places(self) -> Places:
        """The ranges of every key and value, by location in the front matter."""
        start, end = self.place.start, self.place.end
        return _PLACES[self.place.language](self.text[start:end], start)

    def locate(self, loc: Loc, at_key: bool) -> Span:
        """The range of the value, or key, that gave what stands at a location of the event."""
        loc = before_dropping(loc, self.settling)
        for size in range(len(loc), 0, -1):
            if loc[:size] in self.keys:
                return self._lookup((*self.keys[loc[:size]], *loc[size:]), at_key)
        if loc == ("write_up", "title"):
            return self._lookup(("title",), False)
        if loc[:1] == ("event",):
            return self._lookup(loc, at_key)
        return self._lookup(("event", *loc), at_key) if loc else Span(0, max(self.place.start - 1, 1))

    @cached_property
    def _lookup(self) -> Locate:
        return lookup(self.places)

    def ignores(self) -> list[Ignore]:
        """Comments that silence findings."""
        start, end = self.place.start, self.place.end
        return ignores(self.text[start:end], start, self.place.language)

    def _near_marker(self, raw: dict[str, Any]) -> None:
        for key in raw:
            slipped = slips(key, MARKERS) if isinstance(key, str) and key != "events" else []
            for near in slipped[:1]:
                message = f"{quoted(key)} is one slip away from {near}:, which makes a post a write-up"
                where, help = ("write_up", "extra", key), f"write {near}:"
                remedy = Remedy((near,), part=key, changes=((),)) if len(slipped) == 1 else None
                self.settling.problem("unknown-key", message, where, help, at_key=True, remedy=remedy)
                self.is_write_up = True

    def _read_event(self, raw: dict[str, Any]) -> None:
        given = raw.get("event")
        if isinstance(given, str):
            self.event = {"name": given.strip()} if given.strip() else {}
            self.keys[("name",)] = ("event",)
        elif isinstance(given, dict):
            self.event = settle(given, event_shape(), (), self.settling)
        elif given is not None:
            help = "write the event's name, or its fields below it"
            self.settling.problem("type", "event: takes a name or a mapping", ("event",), help)
            self.settling.left_out |= {("start",), ("name",)}
        if raw.get("eventnotes") is not None:
            self.event.setdefault("eventnotes", raw["eventnotes"])
            self.keys[("eventnotes",)] = ("eventnotes",)

    def _read_post(self, raw: dict[str, Any]) -> None:
        hugo_date = isinstance(raw.get("event"), str) and isinstance(raw.get("publishDate"), str)
        extra: dict[str, Any] = {}
        for key, value in raw.items():
            if key in MARKERS:
                continue
            if key in _FIELDS and (value is None or value == "" or value == []):
                continue
            if key == "date" and hugo_date:
                self._event_date(value)
            elif key in _FIELDS and (key != "publishDate" or hugo_date) and self._take(key, value):
                continue
            else:
                extra[key] = value
                self.keys[("write_up", "extra", key)] = (key,)
        if extra:
            self.write_up["extra"] = extra

    def _event_date(self, value: Any) -> None:
        moment = post_date(value) if isinstance(value, str) else None
        if moment is None:
            self.settling.problem("date", f"{quoted(value)} is no date", ("start",), "write it like 2017-10-05")
            self.settling.left_out.add(("start",))
        else:
            self.event.setdefault("start", moment)
        self.keys[("start",)] = ("date",)

    def _take(self, key: str, value: Any) -> bool:
        """Take a key of the post for the write-up; False where its value is not ours."""
        field = _FIELDS[key]
        if field in self.write_up and field != "tags":
            return False
        if key == "date" and isinstance(value, dict):
            return self._material_dates(value)
        taken = _VALUES[field](value)
        if taken is None:
            if field in ("published", "updated") and isinstance(value, str):
                message = f"{quoted(value)} is not a date that any site generator writes; it is kept in extra"
                where, known = ("write_up", "extra", key), known_date(value)
                changes = (("write_up", field), where)
                remedy = Remedy((known,), changes=changes, meant=known) if known is not None else None
                help = f"write {known}" if known is not None else "write it like 2017-10-05"
                self.settling.problem("unread-date", message, where, help, severity="warning", remedy=remedy)
            return False
        limits = self.settling.limits
        if isinstance(taken, list) and len(taken) > limits.items:
            raise Unreadable(over("items", len(taken), limits.items, (key,)))
        if field in ("title", "license") and len(taken) > limits.line:
            self.settling.problems.append(over("line", len(taken), limits.line, ("write_up", field)))
        known = self.write_up.get(field, [])
        has = set(known)
        self.write_up[field] = [*known, *(one for one in taken if one not in has)] if known else taken
        self.keys.setdefault(("write_up", field), (key,))
        return True

    def _material_dates(self, value: dict[str, Any]) -> bool:
        dates = {key: post_date(value[key]) for key in value if isinstance(value[key], str)}
        if not dates.get("created") or set(value) - {"created", "updated"} or None in dates.values():
            return False
        self.write_up["published"] = dates["created"]
        self.keys[("write_up", "published")] = ("date", "created")
        if dates.get("updated"):
            self.write_up["updated"] = dates["updated"]
            self.keys[("write_up", "updated")] = ("date", "updated")
        return True


def _one_line(value: Any) -> str | None:
    return " ".join(value.split("\n")).strip() or None if isinstance(value, str) else None


def _authors(value: Any) -> list[dict[str, Any]] | None:
    found = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            found.append({"name": one.strip()})
        elif isinstance(one, dict) and isinstance(one.get("name"), str) and set(one) <= {"name", "url", "website"}:
            website = one.get("website") or one.get("url")
            found.append({"name": one["name"], **({"website": website} if website else {})})
        else:
            return None
    return found


def _tags(value: Any) -> list[str] | None:
    values = [piece.strip() for piece in value.split(",")] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) or one is None for one in values):
        return None
    return [one.strip() for one in values if one and one.strip()]


def _text(value: Any) -> str | None:
    return value.strip("\n") or None if isinstance(value, str) else None


_VALUES: dict[str, Callable[[Any], Any]] = {
    "title": _one_line,
    "published": lambda value: post_date(value) if isinstance(value, str) else None,
    "updated": lambda value: post_date(value) if isinstance(value, str) else None,
    "authors": _authors,
    "tags": _tags,
    "summary": _text,
    "language": lambda value: value if isinstance(value, str) and is_language(value) else None,
    "license": _one_line,
    "url": lambda value: value if isinstance(value, str) and is_url(value) else None,
    "status": lambda value: value if value in ("draft", "reviewed") else None,
}
_FIELDS: dict[str, str] = {
    "title": "title",
    "date": "published",
    "published": "published",
    "publishDate": "published",
    **dict.fromkeys(_UPDATED, "updated"),
    "author": "authors",
    "authors": "authors",
    "tags": "tags",
    "categories": "tags",
    **dict.fromkeys(_SUMMARY, "summary"),
    "lang": "language",
    "language": "language",
    "license": "license",
    "canonical_url": "url",
    "status": "status",
}
