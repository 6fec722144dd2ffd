"""Any event: every field of every class, and texts that are made to be misread."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from eventnotes.building import PLURALS
from eventnotes.model import Event, Session
from eventnotes.schema import schema
from eventnotes.when import When

_Data = dict[str, Any]
_IDS = ("a", "b", "c", "ana-lima", "x--", "session-1")
_PLACEHOLDERS = (
    "<!-- quote: a -->¦- <!-- lesson: a -->¦- <!-- lesson: b -->\n\n- <!-- lesson: c -->"
    "¦<!-- /session -->¦<!-- id: a -->¦<!-- lesson: a -->¦<!-- framework: a -->¦- <!-- session: b -->"
    "¦## <!-- session: c -->¦<!-- session: a -->¦  <!-- quote: c -->¦<!-- quote: c --> "
    "¦> <!-- quote: a -->¦## <!-- quote: b -->¦- <!-- quote: a -->¦<!-- text -->"
)
_BLOCKS = (
    "# Heading¦## Lessons learned¦### Lightning talks¦## Day 2¦## Talk — Ana Lima¦Setext\n===¦Setext\n---¦---¦+++¦***"
    "¦```¦~~~¦```yaml\n---\n```¦    indented¦\tindented¦<div>¦<script>¦</script>¦<pre>\n\n¦> quoted¦>¦> — Ana¦— Ana"
    "¦> words\n>\n> — Ana Lima, NHS (via Bo)¦> words\n> -- paraphrasing¦1. ¦1. one\n2. two¦10) ten¦- [x] done"
    "¦- [ ] do (owner: Ana, due: 2024-05-01)¦- **Speaker:** Ana Lima, CTO, NHS¦**Time:** 09:30–10:15¦Speaker: Bo Ek¦-"
    "¦- **Kind:** talk\n- **Other:** x¦**Lesson:** one¦**Lesson (Ana):** two¦**Lessons:**\n\n- three¦**A** — b¦- item"
    "¦**Framework: Four**\n\n1. **A** — b¦| a | b |\n| - | - |¦[x]: https://example.org 'y'¦[^1]: note¦Term\n: meaning"
    "¦::: note¦  \n¦ \n\n\n¦{{< quote >}}¦#!/bin/sh¦BEGIN:VCALENDAR¦> > —¦..."
)
_INLINE = (
    "[ ]¦[x]¦1. ¦- ¦# ¦> ¦--¦–¦—¦ — Ana Lima¦, ¦; ¦: ¦ at ¦ by ¦(via Bo)¦*¦**¦_a_¦`¦``¦~~¦\\¦\\*¦|¦[a](b)¦![¦](¦<!--"
    '¦<https://example.org>¦https://example.org/a_(b)¦mailto:a@b.org¦&amp;¦&#9;¦{#a}¦@ana¦#tag¦{{ a }}¦{% raw %}¦]]>¦"'
    "¦null¦~¦yes¦No¦1.10¦0123¦0x1F¦1e3¦09:30¦2017-10-05¦2017-10-05T09:30Z¦!tag¦&a¦*a¦? ¦ #¦\t¦  ¦\u00a0¦\u2028¦\u2029"
    "¦\u200b¦\u200d¦\ufeff¦\u202e¦\u00ad¦\x7f¦e\u0301¦ß¦İ¦ﬁ¦漢字¦עברית¦👩\u200d💻¦\uffff¦\U0010ffff¦$x$¦-->¦'¦=1+1"
)
_OUTER = "\t\n \u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000\ufeff"
_CONTROLS = "".join(chr(code) for code in (*range(32), *range(0x80, 0xA0)) if code not in (9, 10))


def fragments() -> st.SearchStrategy[str]:
    """Markdown that is made to be misread, and any text that the model allows.

    In it are lines that look like placeholders, guards, headings, fences, labels, attributions, list items and link
    definitions, values that YAML would type, dashes, commas, invisible characters, and all of Unicode but surrogates
    and controls. It is never empty; it may begin and end with white space.
    """
    pieces = [st.sampled_from(one.split("¦")) for one in (_PLACEHOLDERS, _BLOCKS, _INLINE)]
    found = st.lists(st.one_of(*pieces, _any_text()), min_size=1, max_size=5)
    return st.builds(str.join, st.sampled_from(("\n\n", "\n", " ", "")), found)


def whens() -> st.SearchStrategy[When]:
    """Dates and times of every precision: years 0002-9998, floating, zoned, any fraction, or a time of day alone."""
    days = st.dates(date(2, 1, 1), date(9998, 12, 31)).map(date.isoformat)
    usual = st.dates(date(2017, 10, 28), date(2017, 10, 30)).map(date.isoformat)
    hours = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
    fractions = st.just("") | st.text("0123456789", min_size=1, max_size=30).map(".{}".format)
    seconds = st.builds(":{:02}{}".format, st.integers(0, 59), fractions)
    clocks = st.builds("T{}{}".format, hours, st.just("") | seconds)
    zones = st.sampled_from(("", "Z", "+01:00", "-00:00")) | st.builds("{}{}".format, st.sampled_from("+-"), hours)
    shortened = st.builds(lambda day, size: day[:size], days, st.sampled_from((4, 7, 10)))
    return st.one_of(shortened, st.builds("{}{}{}".format, usual | days, clocks, zones), clocks).map(When)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any valid event: every field of every class is there at times, and every text may be hostile."""
    data = draw(_filled("Event"))
    without_repeated_ids(data)
    event = Event.model_validate(data)
    return _told(draw, event, fragments()) if draw(st.booleans()) else event


def without_repeated_ids(data: _Data) -> None:
    """Remove every id that is there a second time in its class."""
    for kind in PLURALS.values():
        seen = set()
        for item in [one for owner in (data, *data.get("sessions", ())) for one in owner.get(kind, ())]:
            if isinstance(item, dict) and item.get("id") in seen:
                del item["id"]
            seen.add(item.get("id", "") if isinstance(item, dict) else "")


def _told(draw: st.DrawFn, event: Event, prose: st.SearchStrategy[str]) -> Event:
    sessions = [one.replace(notes=_story(draw, one, prose)) for one in event.sessions]
    return event.replace(sessions=sessions, notes=_story(draw, event, prose))


def _story(draw: st.DrawFn, owner: Event | Session, prose: st.SearchStrategy[str]) -> str:
    blocks = [*(owner.notes or "").split("\n\n"), *draw(st.lists(prose, max_size=2))]
    sessions = [one for one in blocks if one.startswith("## <!-- session: ")]
    others = draw(st.permutations([one for one in blocks if one and one not in sessions]))
    return "\n\n".join([*others, *draw(st.permutations(sessions))])


def _any_text(without: str = "", **size: int) -> st.SearchStrategy[str]:
    allowed = st.characters(exclude_categories=["Cs"], exclude_characters=_CONTROLS + without)
    return st.text(allowed, **({"min_size": 1, "max_size": 8} | size))


def one_line(text: str) -> str:
    """A text as a field of one line can hold it."""
    return text.replace("\n", " ").strip(_OUTER) or "-"


def _urls() -> st.SearchStrategy[str]:
    hosts = ("example.org", "EXAMPLE.org.", "a-b.c_d", "localhost", "127.0.0.1", "[2001:db8::f]", "bücher.例え")
    tails = ("", "/", "/a_(b)?c=d&e#f", "/%20", "?a,b;c", "#'\"<>|", "/*_`")
    odd = _any_text(_OUTER + "\\\x7f", min_size=0).map("/{}".format)
    ports = st.sampled_from(("", "", ":")) | st.integers(0, 65535).map(":{}".format)
    starts = st.sampled_from(("https://", "http://", "HTTPS://", "http://a:b@"))
    return st.builds("{}{}{}{}".format, starts, st.sampled_from(hosts), ports, st.sampled_from(tails) | odd)


@cache
def _texts() -> dict[str, st.SearchStrategy[str]]:
    subtags = st.lists(st.text("abcXYZ019", min_size=1, max_size=8).map("-{}".format), max_size=2).map("".join)
    languages = st.builds("{}{}".format, st.text("enDEx", min_size=2, max_size=8), subtags)
    mail = _any_text(_OUTER + "\\\x7f").map("mailto:{}@example.org".format)
    zones = ("Europe/London", "Europe/Lisbon", "America/New_York", "UTC", "Etc/GMT+3", "Mars/Base", "/", "-_+")
    return {
        **dict.fromkeys(("Line", "Inline"), (fragments() | _any_text()).map(one_line)),
        "Markdown": fragments(),
        "Id": st.sampled_from(_IDS) | st.text("az09-", max_size=5).map("i{}".format),
        "Url": _urls(),
        "LinkUrl": _urls() | mail,
        "Language": st.sampled_from(("en", "pt-BR")) | languages,
        "TimeZone": st.sampled_from(zones),
        "When": whens(),
    }


def _extra() -> st.SearchStrategy[_Data]:
    texts = st.just("") | fragments()
    numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(-(2.0**63), 2.0**63, exclude_min=True, exclude_max=True)
    leaves: st.SearchStrategy[Any] = st.none() | st.booleans() | numbers | texts
    inside = st.recursive(leaves, lambda one: st.lists(one) | st.dictionaries(texts, one), max_leaves=4)
    return st.dictionaries(texts, inside, max_size=3)


@cache
def _filled(name: str) -> st.SearchStrategy[_Data]:
    """Data of a class by its definition in the schema: what it requires, and some of its other fields."""
    definition = schema("event") if name == "Event" else schema("event")["$defs"][name]
    fields = {key: _value(field) for key, field in definition["properties"].items()}
    required = {key: fields.pop(key) for key in definition.get("required", ())}
    items = [key for key in fields if key in PLURALS.values()]
    chosen = [st.lists(st.sampled_from(keys), unique=True, max_size=12) for keys in (sorted(fields), items) if keys]

    @st.composite
    def data(draw: st.DrawFn) -> _Data:
        optional = {key: fields[key] for keys in chosen for key in draw(keys)}
        filled = {key: draw(one) for key, one in {**required, **optional}.items()}
        if "speaker" in filled:
            filled.pop("attribution", None)
        return filled

    return data()


def _value(field: _Data) -> st.SearchStrategy[Any]:
    field = next((one for one in field.get("anyOf", ()) if one.get("type") != "null"), field)
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return _extra() if name == "Extra" else _texts()[name] if name in _texts() else _filled(name)
    if "const" in field or "enum" in field:
        return st.sampled_from(field.get("enum") or [field["const"]])
    if field["type"] == "array":
        return st.lists(_value(field["items"]), max_size=3)
    if field["type"] == "number":
        return st.integers(-90, 90) | st.floats(field["minimum"], field["maximum"])
    return st.booleans()
