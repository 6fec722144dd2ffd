"""Plain events: what people write, and only what a Markdown write-up has words for."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from eventnotes.ids import slug
from eventnotes.model import Event, Session
from eventnotes.notes import placeholder
from eventnotes.testing._hostile import one_line, without_repeated_ids

_Data = dict[str, Any]
_NAMES = ("Ana Lima", "Bo Ek", "Siân Prydderch", "Mei-Ling O’Neill")
_TITLES = ("Parsing for people", "What’s new in 3.14?", "Policy; digital", "*Move fast*", "Why `null`?", "Q&A: a café")
_SENTENCES = (
    *("Ask first, build later.", "It took them *three* years (and two ministers).", "“Nobody reads it,” he said."),
    *("The code is [here](https://a.example).", "We ran `make`\nand left.", "C++ & Rust – why?", "Até 9:30; boa!"),
)
_BLOCKS = (
    *("#### In the break", "* * *", "> Words on a door.", "- tea\n- cake", "1. knock\n2. enter", "Two lines\\\nof it."),
    *("```python\nprint('# no')\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "<!-- a remark -->", "![hall](hall.jpg)"),
)
_DAYS = ("Day 1", "Day 2: tools", "Thursday", "2 May 2024", "2024-05-01")
_LISTED = {"Keynotes": "keynote", "Lightning talks": "lightning talk", "Panels": "panel", "Workshops": "workshop"}
_PAGE = "https://a.example/x"


@st.composite
def plain_events(draw: st.DrawFn) -> Event:
    """Events as people write them: names, prose, and only what a Markdown write-up has words for."""
    people = [{"name": one, **draw(_person(one))} for one in _NAMES[: draw(st.integers(0, len(_NAMES)))]]
    known = tuple(one.get("id", slug("speaker", one["name"])) for one in people)
    facts = {**draw(_facts()), **draw(_items(known)), "speakers": people}
    shape = draw(st.sampled_from(("talk", "event", "event", "days")))
    if shape == "days":
        facts |= {"start": "2024-05-01", "end": "2024-05-02", "timezone": "Europe/Lisbon"}
    least, most = (1, 1) if shape == "talk" else (0, 3)
    facts["sessions"] = draw(st.lists(_session(known, is_dated=shape == "days"), min_size=least, max_size=most))
    without_repeated_ids(facts)
    event = Event.model_validate(facts)
    event = event.replace(sessions=[one.replace(notes="\n\n".join(draw(_story(one)))) for one in event.sessions])
    blocks = draw(_story(event))
    if shape == "talk":
        return event.replace(notes="\n\n".join([placeholder("session", str(event.sessions[0].id)), *blocks]))
    listed = {**facts, "sessions": [*event.sessions, *draw(st.lists(_listed(known), max_size=4 if known else 0))]}
    return _arranged(draw, Event.model_validate(listed), len(event.sessions), blocks, has_days=shape == "days")


def _arranged(draw: st.DrawFn, event: Event, told: int, blocks: list[str], has_days: bool) -> Event:
    """The event with its sessions in its story: those that are told below headings, the others in lists."""
    carriers = st.sampled_from(("## ", "## ", "### "))
    days = st.sampled_from([f"## {day}" for day in _DAYS])
    for session in draw(st.permutations(event.sessions[:told])):
        blocks += draw(st.lists(days, max_size=int(has_days)))
        blocks.append(placeholder("session", str(session.id), draw(carriers)))
        blocks += draw(st.lists(st.sampled_from(("## Afterwards", *_SENTENCES)), max_size=1))
    for heading, kind in _LISTED.items():
        ids = [str(one.id) for one in event.sessions[told:] if one.kind == kind]
        if ids:
            blocks += [f"## {heading}", *draw(st.lists(st.sampled_from(_SENTENCES), max_size=1))]
            blocks += [placeholder("session", one, "- ") for one in ids]
    return event.replace(notes="\n\n".join(blocks))


@st.composite
def _story(draw: st.DrawFn, owner: Event | Session) -> list[str]:
    """The blocks of a story: narrative, and its items but the sessions, in any order."""
    blocks = [placeholder("quote", str(one.id)) for one in owner.quotes]
    blocks += [placeholder("framework", str(one.id)) for one in owner.frameworks]
    blocks += draw(st.lists(st.sampled_from(_BLOCKS) | prose(), max_size=2))
    lessons = [
        placeholder("lesson", str(one.id), "- " if one.details or one.actions else draw(st.sampled_from(("", "- "))))
        for one in owner.lessons
    ]
    heading = draw(st.sampled_from(("", "", "#### Key takeaways")))
    if heading and lessons and all(one.startswith("- ") for one in lessons):
        lessons = ["\n\n".join([heading, *lessons])]
    return draw(st.permutations([*blocks, *lessons]))


def prose() -> st.SearchStrategy[str]:
    """One or two paragraphs of plain sentences."""
    paragraphs = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3).map(" ".join)
    return st.lists(paragraphs, min_size=1, max_size=2).map("\n\n".join)


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[_Data]:
    return st.fixed_dictionaries({}, optional=fields)


def _joined(*parts: st.SearchStrategy[_Data]) -> st.SearchStrategy[_Data]:
    return st.tuples(*parts).map(lambda found: {key: value for one in found for key, value in one.items()})


def _one_of(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


def _given_id() -> st.SearchStrategy[_Data]:
    return _one_of({}, {}, {}, {"id": "first"}, {"id": "the-second"}, {"id": "x3"}, {"id": "opening"})


@cache
def _facts() -> st.SearchStrategy[_Data]:
    titles, languages, url = st.sampled_from(_TITLES), _one_of("en", "pt-BR"), st.just(_PAGE)
    days = st.dates(date(2005, 1, 1), date(2035, 1, 1)).map(date.isoformat)
    dates = _some(start=days | _one_of("2017", "2017-10", "2017-10-05T09:30+01:00"))
    tags = st.lists(_one_of("open-data", "trip report", "python"), unique=True)
    named = st.lists(_joined(st.just({"name": "NHS"}), _some(website=url)), max_size=2)
    address = {"address": st.just("1 High Street"), "region": st.just("Fife"), "country": _one_of("GB", "No")}
    place = {"name": st.just("Ropewalk Hall"), "locality": st.just("Lisboa"), "website": url}
    venue = _some(**place, **address, latitude=st.just(38.7), longitude=st.just(-9))
    said = {"language": languages, "tags": tags, "summary": prose()}
    moments = days | _one_of("2024-05-02T11:01:00-05:00", "2024-05")
    post = {"title": titles, "published": moments, "updated": moments, "authors": named, "url": url}
    extra = {"layout": st.just("post"), "published": st.just(True), "weight": st.just(10), "nav": _one_of({"a": [1.5]})}
    write_up = _some(**said, **post, license=_one_of("CC0-1.0", _PAGE), status=_one_of("draft", "reviewed"))
    write_up = _joined(write_up, _some(extra=_some(**extra)))
    places = {"venue": venue, "online": url, "website": url, "timezone": st.just("Europe/London")}
    event = {"series": titles, "organizers": named, "write_up": write_up, "extra": _one_of({"hashtag": "DD24"})}
    return _joined(titles.map(lambda one: {"name": one}), _given_id(), dates, _some(**said, **places, **event))


def _person(name: str) -> st.SearchStrategy[_Data]:
    roles = _one_of({"organization": "NHS"}, {"title": "Head of Data", "organization": "HM Treasury"})
    links = _one_of([{"url": _PAGE}], [{"url": "mailto:a@b.example", "title": "Mail", "rel": "contact"}])
    aliases = st.just([f"@{slug('speaker', name)}"])
    of_theirs = st.just(f"p-{slug('speaker', name)}")
    said = {"pronouns": st.just("she/her"), "bio": prose(), "aliases": aliases, "links": links, "id": of_theirs}
    return _some(roles=st.lists(roles, max_size=2), **said)


@cache
def _items(known: tuple[str, ...]) -> st.SearchStrategy[_Data]:
    sentences, titles = st.sampled_from(_SENTENCES).map(one_line), st.sampled_from(_TITLES)
    by, relay = (_some(**({key: st.sampled_from(known)} if known else {})) for key in ("speaker", "relayed_by"))
    others = _one_of(*({"attribution": who} for who in ("one of his residents", "Klaus Schwab, WEF")))
    texts = prose() | _one_of("First this:\n\n- read\n- run", "> inside\n\nafter")
    words = st.fixed_dictionaries({"text": texts, "kind": _one_of("direct", "indirect")})
    more = _some(owner=st.sampled_from(_NAMES), due=_one_of("2024-05-01", "2024-06"), done=st.booleans())
    actions = st.lists(_joined(titles.map(lambda one: {"text": one}), more), max_size=2)
    lessons = _joined(st.fixed_dictionaries({"text": sentences}), by, _some(details=prose(), actions=actions))
    elements = st.lists(st.fixed_dictionaries({"title": titles}, optional={"text": sentences}), min_size=1, max_size=4)
    frameworks = st.fixed_dictionaries({"name": titles, "ordered": st.booleans(), "elements": elements})
    whose = by | _one_of({"attribution": "the night crew"})
    kinds = {"quotes": _joined(words, by | others, relay), "lessons": lessons, "frameworks": _joined(frameworks, whose)}
    return _some(**{kind: st.lists(_joined(one, _given_id()), max_size=2) for kind, one in kinds.items()})


@cache
def _session(known: tuple[str, ...], is_dated: bool) -> st.SearchStrategy[_Data]:
    """A session below a heading, or one that is the whole post."""
    clocks: tuple[_Data, ...] = ({}, {"start": "T09:30"}, {"start": "T09:30", "end": "T10:15"})
    if is_dated:
        moments = ("2024-05-01T09:30", "2024-05-01T10:15"), ("2024-05-02T23:30", "2024-05-03T00:30")
        zoned = ("2024-05-01T09:30+01:00", "2024-05-01T10:15+01:00"), ("2024-05-02", None)
        clocks = ({}, *({"start": start, **({"end": end} if end else {})} for start, end in (*moments, *zoned)))
    kinds = _one_of("keynote", "talk", "panel")
    links = st.lists(_link(), max_size=3)
    people = _one_of({}, *({"speakers": known[:size], "moderators": known[size:]} for size in range(len(known) + 1)))
    titled = st.fixed_dictionaries({"title": st.sampled_from(_TITLES)}, optional={"kind": kinds})
    names = st.fixed_dictionaries({"speakers": st.just(known[:2])}, optional={"kind": kinds})
    where = {"room": st.just("Loft, behind the shop"), "track": st.just("Streets"), "language": _one_of("en", "pt-BR")}
    said = {"links": links, "tags": _one_of(["trust"], ["trust", "open data"]), "abstract": _one_of("Why they *lie*.")}
    extra = _some(extra=_one_of({"Sponsor": "Saltmarsh Buses"}, {"Level": "easy", "Seats": "40"}))
    shown = _joined(titled, people) | (names if known else st.nothing())
    return _joined(shown, _one_of(*clocks), _some(**where, **said), extra, _given_id(), _items(known))


@cache
def _listed(known: tuple[str, ...]) -> st.SearchStrategy[_Data]:
    """A session that is an item of a list."""
    titled = {"title": st.sampled_from(_TITLES), "kind": st.sampled_from(tuple(_LISTED.values()))}
    speakers = st.sampled_from(known).map(lambda one: [one]) if known else st.nothing()
    links = _some(links=st.lists(_one_of({"url": _PAGE, "title": "site"}, {"url": _PAGE, "rel": "slides"}), max_size=2))
    return _joined(st.fixed_dictionaries({**titled, "speakers": speakers}), links)


def _link() -> st.SearchStrategy[_Data]:
    rels = _one_of("slides", "recording", "transcript", "code", "paper")
    titles = _one_of("Late buses, with workings", "Notes & *more*")
    return st.fixed_dictionaries(
        {"url": _one_of(_PAGE, "https://a.example/b_(c)")}, optional={"title": titles, "rel": rels}
    )
