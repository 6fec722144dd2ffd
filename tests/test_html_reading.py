"""Pages read: JSON-LD and microformats, each finding at its place, as mf2py reads them, and at bounded cost."""

from __future__ import annotations

import json
import re
import warnings
from itertools import pairwise
from pathlib import Path
from typing import Any

import mf2py
import pytest
from hypothesis import given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.formats.html.tags import attributes, tokens
from eventnotes.model import Event

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "html"
_NONE = "-:1:1: error empty there is no event in this page that a program can read"
_DATA = '<script type="application/ld+json">'


def read(page: str) -> tuple[list[Event | None], list[str]]:
    """The events of a page, and what was found in it."""
    documents = list(en.read_all(text=page, format="html"))
    return [one.event for one in documents], [str(found) for one in documents for found in one.diagnostics]


def told(page: str) -> dict[str, Any]:
    """What the one event of a page says beside its schema version and derived id."""
    events, findings = read(page)
    assert findings == []
    assert len(events) == 1
    assert events[0] is not None
    dumped = events[0].model_dump(mode="json", exclude_defaults=True, exclude={"eventnotes", "id"})
    assert isinstance(dumped, dict)
    return dumped


def test_json_ld_of_a_page_with_each_finding_at_its_place() -> None:
    page = f"""<!DOCTYPE html>
<html><head><title>PyDay <script></title>
<!-- {_DATA}{{"@type": "Event", "name": "Not this"}}</script> -->
<SCRIPT data-x='>' Type="Application/LD+JSON; charset=utf-8" >
 {{"@context": "https://schema.org", "@type": "WebSite", "name": "Site"}}
</SCRIPT>
<script>var x = '{{"@type": "Event"}}';</script>
</head><body>{_DATA}
[{{"@type": "Event", "name": "A &amp; B </b>",
  "startDate": "2024-13-01"}}]</script>
"""
    events, findings = read(page)
    assert [one and one.name for one in events] == ["A &amp; B </b>"]
    assert findings == ['-:10:16: error date start should be a date or time in ISO 8601, not "2024-13-01"']


def test_a_page_with_several_events() -> None:
    page = f"""{_DATA}{{"@type": "Event", "name": "A", "subEvent": {{"@type": "Event", "name": "in A"}}}}</script>
{_DATA}{{"@type": "Event", "name": "B", "endDate": "x"}}</script>"""
    events, findings = read(page)
    assert [(one.name, len(one.sessions)) for one in events if one] == [("A", 1), ("B", 0)]
    assert findings == ['-:2:79: error date end should be a date or time in ISO 8601, not "x"']
    assert [str(one) for one in en.read(text=page, format="html").diagnostics] == [
        "-:2:36: warning several-events this holds several events; the first is read"
    ]


@pytest.mark.parametrize(
    ("page", "findings"),
    [
        ("<p>hi", [_NONE]),
        (f'{_DATA}{{"@type": "Person"}}</script>', [_NONE]),
        (f'\n{_DATA}{{"a" "b"}}</script>', ["-:2:41: error json-syntax not JSON: Expecting ':' delimiter"]),
        (f'{_DATA}{{"@type": "Event", "name": "A"}}', []),
        (f'{_DATA}{{"@type": "Event", "name": "A"}}</head>', ["-:1:67: error json-syntax not JSON: Extra data"]),
        (
            f'{_DATA}[</script>\n{_DATA}{{"@type": "Event", "name": "A"}}</script>',
            ["-:1:37: error json-syntax not JSON: Expecting value"],
        ),
        (
            f'<meta charset=utf-7>{_DATA}{{"@type": "Event", "name": "A"}}</script>',
            ['-:1:1: error encoding the page says that it is "utf-7", and it is read as UTF-8'],
        ),
        (f'<meta charset=latin1>{_DATA}{{"@type": "Event", "name": "A"}}</script>', []),
        (
            f'<meta http-equiv=a content="text/html; charset=latin1">{_DATA}{{"@type": "Event", "name": "É"}}</script>',
            ['-:1:1: error encoding the page says that it is "latin1", and it is read as UTF-8'],
        ),
        (
            _DATA + '{"@type": "Event", "name": "A", "x": "' + "y" * 256_001 + '"}</script>',
            ["-:1:73: error limit-text 256,001 is over the limit of 256,000 (text)"],
        ),
        (
            "<b class=h-event>" + "<i class=p-category>x</i>" * 10_001,
            ["-:1:1: error limit-items 10,001 is over the limit of 10,000 (items)"],
        ),
    ],
)  # fmt: skip
def test_what_is_found_in_a_page(page: str, findings: list[str]) -> None:
    assert read(page)[1] == findings


def test_an_h_event_with_its_sessions_people_and_places() -> None:
    page = """<article class="h-event vevent"><h1 class="p-name">Py<br>Day</h1>
<time class="dt-start" datetime="2024-05-01 09:30">1 May</time> to
<span class="dt-end"><b class="value">5:15 p.m.</b></span>
<a class="u-url" href="https://a.example/">more</a> <span class="p-category">web</span>
<data class="p-category" value="py">
<p class="p-location h-card"><b class="p-name">Hall</b><span class="p-adr h-adr"><i class="p-locality">Lisboa</i></span>
 <span class="h-geo"><data class="p-latitude" value="38.7"><data class="p-longitude" value="-9"></span></p>
<span class="p-organizer h-card">Club</span> <span class="p-speaker">Ana Lima</span> <b class="p-mood">gay</b>
<div class="e-content"><p>On <em>tools</em>.</p><script>no</script></div>
<ul><li class="h-event"><b class="p-name">One</b> <b class="p-speaker h-card">Bo</b><li class="h-event">Two</ul>
</article><div class="vcard">Cy</div>"""
    assert told(page) == {
        "name": "PyDay",
        "start": "2024-05-01T09:30",
        "end": "2024-05-01T17:15",
        "venue": {"name": "Hall", "locality": "Lisboa", "latitude": 38.7, "longitude": -9.0},
        "website": "https://a.example/",
        "organizers": [{"name": "Club"}],
        "tags": ["web", "py"],
        "summary": "On tools.",
        "speakers": [{"id": "ana-lima", "name": "Ana Lima"}, {"id": "bo", "name": "Bo"}],
        "sessions": [{"id": "one", "title": "One", "speakers": ["bo"]}, {"id": "two", "title": "Two"}],
        "notes": "## <!-- session: one -->\n\n## <!-- session: two -->",
        "extra": {"p-mood": ["gay"]},
    }


def test_what_stands_in_a_session_is_kept_with_it() -> None:
    page = "".join(f'<div class="h-event"><b class="p-name">{name}</b>' for name in "ABCDEFG")
    event = en.load(text=page, format="html")
    (session,) = event.sessions
    assert (event.name, session.title) == ("A", "B")
    assert re.findall('"name": \\["([A-Z])"\\]', json.dumps(session.extra)) == ["C", "D", "E"]


def test_findings_in_microformats_stand_at_their_element() -> None:
    page = '<div class="h-event">\n<b class="p-name">A</b>\n<i class="dt-start">soon</i></div>'
    assert read(page)[1] == ['-:3:1: error date start should be a date or time in ISO 8601, not "soon"']


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")
def test_the_microformats_tests_as_mf2py_reads_them() -> None:
    compared = 0
    for file in sorted(CORPUS.iterdir()):
        page = file.read_text(encoding="utf-8")
        events, findings = read(page)
        if events == [None]:
            assert findings == [_NONE], file.name
            events = []
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            items = mf2py.parse(doc=page)["items"]
        expected = [said(one["properties"]) for one in items if one["type"] == ["h-event"]]
        if file.name.endswith("dt-property.html"):  # the class value-title, which mf2py passes over
            expected[0] |= {"start": "2013-03-14", "others": expected[0]["others"] + 1}
        assert [ours(one) for one in events if one is not None] == expected, file.name
        compared += len(expected)
    assert compared == 14


def said(properties: dict[str, list[Any]]) -> dict[str, Any]:
    """What mf2py says of an event, as far as it is compared."""
    location = properties.get("location", [None])[0]
    return {
        "name": properties["name"][0],
        "start": moment(properties.get("start", [None])[0]),
        "end": moment(properties.get("end", [None])[0]),
        "url": properties.get("url", [None])[0],
        "location": location["value"] if isinstance(location, dict) else location,
        "others": len(properties.get("start", [None])) - 1,
    }


def moment(text: str | None) -> str | None:
    """A time as the model spells it."""
    if text is None:
        return None
    text = "2013-02-03" if text == "2013-034" else text
    return re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text.replace(" ", "T"))


def ours(event: Event) -> dict[str, Any]:
    """The same of an event that we read."""
    return {
        "name": event.name,
        "start": event.start,
        "end": event.end,
        "url": event.website,
        "location": event.venue and event.venue.name,
        "others": len(event.extra.get("startDate", [])),
    }


@given(st.text("<>!-/ab=\"' \n&", max_size=60))
def test_tokens_cover_a_page_in_order(page: str) -> None:
    found = list(tokens(page))
    assert all(one.span.start < one.span.end for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for one in found:
        if one.kind == "text":
            assert page[one.span.start : one.span.end] == one.words
        else:
            assert one.words in page[one.span.start : one.span.end]


def test_attributes_of_a_tag() -> None:
    words = ' A=1 b = \'x &amp; "y"\' c d="e>f" = a=2 g=h/i /'
    assert attributes(words) == {"a": "1", "b": 'x & "y"', "c": "", "d": "e>f", "g": "h/i"}
    assert [(one.kind, one.name) for one in tokens(f"<X{words}>y</X >")] == [("start", "x"), ("text", ""), ("end", "x")]


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        *[(one, "missing") for one in ("<a ", "</a", "<!--", "<![", "<a b='")],
        *[(one, "limit-values") for one in ("<a b=\"'>", "<i class='p-name'>")],
        ("<p class='h-event p-name'>", "limit-items"),
        ("<title>x", "limit-text"),
    ],
)
def test_a_page_of_four_million_characters_is_read_or_refused(unit: str, code: str) -> None:
    page = "<b class=h-event>" + unit * (4_000_000 // len(unit))
    assert [one.code for one in en.read(text=page, format="html").diagnostics] == [code]
