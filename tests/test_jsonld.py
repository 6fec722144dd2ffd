"""JSON-LD: what is written, as triples and as types of schema.org; what sites publish, as it is read."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import eventnotes as en
from eventnotes.conversion import losses
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.testing import events, plain_events
from eventnotes.when import When
from judges.schema_org import quads

EXAMPLES = Path(__file__).parents[1] / "examples"
TWO_DAYS = EXAMPLES / "two-days-of-civic-data.md"
WINTER = EXAMPLES / "winter-meetup.event.yaml"


def read(data: Any) -> tuple[Event, list[str]]:
    """The event in JSON-LD data, and what was found."""
    text = data if isinstance(data, str) else json.dumps(data, indent=1)
    document = en.read(text=text, format="jsonld")
    assert document.event is not None, document.diagnostics
    return document.event, [str(one) for one in document.diagnostics]


def told(data: Any) -> dict[str, Any]:
    """What the event says beside its schema version, its notes and derived ids."""
    event, findings = read(data)
    assert findings == []
    dumped = event.model_dump(mode="json", exclude_defaults=True, exclude={"eventnotes", "id", "notes"})
    assert isinstance(dumped, dict)
    return dumped


def test_a_write_up_as_triples() -> None:
    event = Event.model_validate(
        {
            "name": "PyDay",
            "start": "2024-05-01",
            "timezone": "Europe/Lisbon",
            "venue": {"name": "Hall", "locality": "Lisboa"},
            "online": "https://a.example/live",
            "organizers": [{"name": "Club"}],
            "speakers": [{"name": "Ana Lima", "roles": [{"title": "CTO", "organization": "NHS"}]}],
            "sessions": [
                {
                    "title": "*Parsing*",
                    "start": "T09:30",
                    "room": "Loft",
                    "track": "Tools",
                    "speakers": ["ana-lima"],
                    "moderators": ["bo"],
                    "links": [{"url": "https://a.example/s.pdf", "rel": "slides"}],
                    "quotes": [
                        {"text": "Ask first.", "speaker": "ana-lima", "language": "en"},
                        {"text": "He lied", "kind": "indirect", "attribution": "a guard", "relayed_by": "ana-lima"},
                    ],
                    "frameworks": [
                        {"name": "Two", "elements": [{"title": "A", "text": "b"}], "speaker": "ana-lima"},
                        {"name": "Kinds", "ordered": False, "elements": [{"title": "C", "text": "d"}]},
                    ],
                }
            ],
            "lessons": [{"text": "Ask", "evidence": ["ask-first"], "actions": [{"text": "Go", "due": "2024-06"}]}],
            "write_up": {
                "title": "A day",
                "published": "2024-05-03",
                "license": "CC0-1.0",
                "authors": [{"name": "Cy"}],
            },
        }
    )
    assert quads(en.write(event, "jsonld"), "https://a.example/post") == TRIPLES.strip().split("\n")


TRIPLES = """
<#event-pyday> a s:Event
<#event-pyday> s:eventAttendanceMode s:MixedEventAttendanceMode
<#event-pyday> s:location <#venue>
<#event-pyday> s:location _:c14n5
<#event-pyday> s:name "PyDay"
<#event-pyday> s:organizer _:c14n11
<#event-pyday> s:performer <#speaker-ana-lima>
<#event-pyday> s:startDate "2024-05-01"^^s:Date
<#event-pyday> s:subEvent <#session-parsing>
<#event-pyday> s:subjectOf <#lesson-ask>
<#framework-kinds> a s:CreativeWork
<#framework-kinds> a s:ItemList
<#framework-kinds> s:itemListElement _:c14n6
<#framework-kinds> s:itemListOrder s:ItemListUnordered
<#framework-kinds> s:name "Kinds"
<#framework-two> a s:HowTo
<#framework-two> s:creator <#speaker-ana-lima>
<#framework-two> s:name "Two"
<#framework-two> s:step _:c14n1
<#lesson-ask> a s:Statement
<#lesson-ask> s:isBasedOn <#quote-ask-first>
<#lesson-ask> s:potentialAction _:c14n8
<#lesson-ask> s:text "Ask"
<#quote-ask-first> a s:Quotation
<#quote-ask-first> s:inLanguage "en"
<#quote-ask-first> s:spokenByCharacter <#speaker-ana-lima>
<#quote-ask-first> s:text "Ask first."
<#quote-he-lied> a s:Statement
<#quote-he-lied> s:contributor _:c14n12
<#quote-he-lied> s:creator "a guard"
<#quote-he-lied> s:text "He lied"
<#session-parsing> a s:Event
<#session-parsing> s:location _:c14n15
<#session-parsing> s:name "Parsing"
<#session-parsing> s:performer _:c14n3
<#session-parsing> s:performer _:c14n9
<#session-parsing> s:startDate "2024-05-01T09:30+01:00"^^s:Date
<#session-parsing> s:superEvent _:c14n2
<#session-parsing> s:workFeatured <#framework-kinds>
<#session-parsing> s:workFeatured <#framework-two>
<#session-parsing> s:workFeatured <#quote-ask-first>
<#session-parsing> s:workFeatured <#quote-he-lied>
<#session-parsing> s:workFeatured _:c14n4
<#speaker-ana-lima> a s:Person
<#speaker-ana-lima> s:affiliation _:c14n14
<#speaker-ana-lima> s:name "Ana Lima"
<#speaker-bo> a s:Person
<#venue> a s:Place
<#venue> s:address _:c14n13
<#venue> s:name "Hall"
_:c14n0 a s:BlogPosting
_:c14n0 s:about <#event-pyday>
_:c14n0 s:author _:c14n7
_:c14n0 s:datePublished "2024-05-03"^^s:Date
_:c14n0 s:headline "A day"
_:c14n0 s:license <https://spdx.org/licenses/CC0-1.0>
_:c14n1 a s:HowToStep
_:c14n1 s:name "A"
_:c14n1 s:position "1"^^<http://www.w3.org/2001/XMLSchema#integer>
_:c14n1 s:text "b"
_:c14n10 a s:Organization
_:c14n10 s:name "NHS"
_:c14n11 a s:Organization
_:c14n11 s:name "Club"
_:c14n12 a s:Role
_:c14n12 s:contributor <#speaker-ana-lima>
_:c14n12 s:roleName "relayed by"
_:c14n13 a s:PostalAddress
_:c14n13 s:addressLocality "Lisboa"
_:c14n14 a s:OrganizationRole
_:c14n14 s:affiliation _:c14n10
_:c14n14 s:roleName "CTO"
_:c14n15 a s:Place
_:c14n15 s:containedInPlace <#venue>
_:c14n15 s:name "Loft"
_:c14n2 a s:EventSeries
_:c14n2 s:name "Tools"
_:c14n3 a s:Role
_:c14n3 s:performer <#speaker-ana-lima>
_:c14n3 s:roleName "speaker"
_:c14n4 a s:PresentationDigitalDocument
_:c14n4 s:url <https://a.example/s.pdf>
_:c14n5 a s:VirtualLocation
_:c14n5 s:url <https://a.example/live>
_:c14n6 a s:ListItem
_:c14n6 s:description "d"
_:c14n6 s:name "C"
_:c14n6 s:position "1"^^<http://www.w3.org/2001/XMLSchema#integer>
_:c14n7 a s:Person
_:c14n7 s:name "Cy"
_:c14n8 a s:Action
_:c14n8 s:actionStatus s:PotentialActionStatus
_:c14n8 s:endTime "2024-06"^^s:DateTime
_:c14n8 s:name "Go"
_:c14n9 a s:Role
_:c14n9 s:performer <#speaker-bo>
_:c14n9 s:roleName "moderator"
"""


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            WINTER,
            {
                "timezone": 1,
                "speakers[].bio": 1,
                "sessions[].abstract": 1,
                "sessions[].notes": 1,
                "sessions[].lessons[].details": 1,
                "notes": 1,
                "extra": 1,
            },
        ),
        (
            TWO_DAYS,
            {
                "timezone": 1,
                "sessions[].notes": 9,
                "sessions[].quotes[].text": 1,
                "lessons[].details": 1,
                "notes": 1,
                "write_up.extra": 1,
            },
        ),
        (EXAMPLES / "transformation-beyond-digital.md", {"sessions[].notes": 3, "notes": 1}),
        (EXAMPLES / "one-talk.md", {"sessions[].notes": 1}),
    ],
    ids=lambda one: one.name if isinstance(one, Path) else "",
)
def test_what_is_lost_of_the_examples(example: Path, expected: dict[str, int]) -> None:
    event = en.load(example)
    data = en.write(event, "jsonld")
    assert losses(event, data, "jsonld") == expected
    assert compared(event, en.load(data=data, format="jsonld")) == expected
    assert en.write(en.load(data=data, format="jsonld"), "jsonld") == data


def compared(event: Event, back: Event) -> dict[str, int]:
    """What JSON of ours holds of one event and not of another, found without the comparison of `losses`."""

    def leaves(one: Event) -> Counter[tuple[str, str]]:
        found: Counter[tuple[str, str]] = Counter()
        pending: list[tuple[str, Any]] = [("", json.loads(en.write(one, "json")))]
        while pending:
            path, value = pending.pop()
            name = path.rpartition(".")[2]
            if name == "extra":
                found[path, json.dumps(value)] += 1
            elif isinstance(value, dict):
                pending += [(f"{path}.{key}".strip("."), inner) for key, inner in value.items()]
            elif isinstance(value, list):
                pending += [(f"{path}[]", inner) for inner in value]
            elif name == "notes":
                lines = [line for line in value.split("\n") if line.strip() and "<!-- " not in line]
                found[path, "\n".join(lines)] += bool(lines)
            elif name in ("start", "end") and len(value) > 10 - 7 * (value[0] == "T"):
                found[path, str(When(value).at(one))] += 1
            else:
                found[path, str(value)] += 1
        return found

    missing = leaves(event) - leaves(back)
    counted: Counter[str] = Counter()
    for (path, _), count in missing.items():
        counted[path] += count
    return dict(counted)


@given(plain_events())
def test_what_was_read_is_held(event: Event) -> None:
    read_once = en.load(data=en.write(event, "jsonld"), format="jsonld")
    assert en.load(data=en.write(read_once, "jsonld"), format="jsonld") == read_once


@given(events())
def test_whatever_is_written_can_be_read(event: Event) -> None:
    document = en.read(data=en.write(event, "jsonld"), format="jsonld")
    assert document.diagnostics == ()
    assert document.event is not None
    assert document.event.name == event.name
    assert len(document.event.sessions) == len(event.sessions)


def test_a_graph_of_a_site_with_references_strings_and_lists() -> None:
    page = {"@type": "WebPage", "@id": "https://x.example/#webpage", "name": "P"}
    whole = {
        "@type": ["BusinessEvent", "EducationEvent"],
        "@id": "https://x.example/#event",
        "name": "DjangoCon",
        "startDate": "2024-05-01 09:00",
        "endDate": "2024-05-03t18:00:00+0200",
        "location": "Vigo",
        "organizer": "DSF",
        "keywords": "web, python",
        "performer": [
            "Ana Lima",
            {"@type": "Person", "name": "Bo Ek", "jobTitle": "CTO", "worksFor": {"name": "NHS"}, "image": "b.png"},
        ],
        "offers": {"@type": "Offer", "price": 0},
        "url": "/events/1",
        "subEvents": [
            {
                "@type": "Event",
                "name": "Talk *one*",
                "startDate": "2024-05-01T10:00",
                "performer": {"@type": "Person", "name": "Bo Ek"},
                "location": {"@type": "Place", "name": "Vigo"},
            },
            {"@id": "#t2"},
        ],
    }
    second = {
        "@type": "Event",
        "@id": "#t2",
        "name": "T2",
        "superEvent": {"@id": "https://x.example/#event"},
        "location": {"@type": "Place", "name": "R1"},
    }
    third = {"@type": "schema:Event", "schema:name": "T3", "schema:superEvent": {"@id": "https://x.example/#event"}}
    assert told([{"@context": "http://schema.org", "@graph": [page, whole, second, third]}]) == {
        "name": "DjangoCon",
        "start": "2024-05-01T09:00",
        "end": "2024-05-03T18:00:00+02:00",
        "venue": {"name": "Vigo"},
        "organizers": [{"name": "DSF"}],
        "tags": ["web", "python"],
        "speakers": [
            {"id": "ana-lima", "name": "Ana Lima"},
            {
                "id": "bo-ek",
                "name": "Bo Ek",
                "roles": [{"title": "CTO", "organization": "NHS"}],
                "extra": {"image": "b.png"},
            },
        ],
        "sessions": [
            {"id": "talk-one", "title": "Talk \\*one\\*", "start": "2024-05-01T10:00", "speakers": ["bo-ek"]},
            {"id": "t2", "title": "T2", "room": "R1"},
            {"id": "t3", "title": "T3"},
        ],
        "extra": {"offers": {"@type": "Offer", "price": 0}, "url": "/events/1"},
    }


def test_values_with_types_and_languages_and_what_is_left_of_a_place() -> None:
    place = {
        "@type": "Place",
        "name": "Hall",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "1 A St",
            "postalCode": "123",
            "addressCountry": {"@type": "Country", "name": "FR"},
        },
        "geo": {"latitude": "1.5", "longitude": 2},
    }
    assert told(
        {
            "@context": {"@vocab": "https://schema.org/"},
            "@type": "https://schema.org/Event",
            "https://schema.org/name": {"@value": "Café", "@language": "fr"},
            "startDate": {"@type": "Date", "@value": "2024-05-01"},
            "superEvent": {"@type": "EventSeries", "name": "Cafés"},
            "location": [place, {"@type": "VirtualLocation", "url": "https://a.example/l"}],
            "description": ["One.", "Two."],
        }
    ) == {
        "name": "Café",
        "series": "Cafés",
        "start": "2024-05-01",
        "venue": {"name": "Hall", "address": "1 A St", "country": "FR", "latitude": 1.5, "longitude": 2.0},
        "online": "https://a.example/l",
        "summary": "One.",
        "extra": {"location": {"address": {"postalCode": "123"}}, "description": "Two."},
    }


def test_findings_stand_at_their_place_in_the_text() -> None:
    text = (
        '{"@type": "Event",\n "name": "x",\n "startDate": "soon",\n "subEvent": {"@type": "Event", "endDate": "May 1"}}'
    )
    assert read(text)[1] == [
        '-:3:15: error date start should be a date or time in ISO 8601, not "soon"',
        '-:4:44: error date end should be a date or time in ISO 8601, not "May 1"',
    ]


def test_values_of_no_use_are_kept_as_they_are() -> None:
    given_values = {"url": 4, "description": True, "subEvent": "x", "organizer": {"url": "https://a.example"}}
    assert told({"@type": "Event", "name": "x", **given_values}) == {"name": "x", "extra": given_values}


def test_people_of_one_name_with_different_addresses_are_two() -> None:
    people = [{"@type": "Person", "@id": f"https://a.example/{one}", "name": "Bo Ek"} for one in (1, 2)]
    speakers = told({"@type": "Event", "name": "x", "performer": people})["speakers"]
    assert speakers == [{"id": "bo-ek", "name": "Bo Ek"}, {"id": "bo-ek-2", "name": "Bo Ek"}]


def test_ten_thousand_people_of_one_name_and_as_many_events() -> None:
    people = [{"@type": "Person", "@id": f"https://a.example/{one}", "name": "Bo Ek"} for one in range(10_000)]
    speakers = told({"@type": "Event", "name": "x", "performer": people})["speakers"]
    assert [one["id"] for one in speakers[-2:]] == ["bo-ek-9999", "bo-ek-10000"]
    text = json.dumps([{"@type": "Event", "name": f"Day {one}"} for one in range(10_000)])
    days = [one.event for one in en.read_all(text=text, format="jsonld")]
    assert [one.name for one in days if one] == [f"Day {one}" for one in range(10_000)]


def test_events_that_refer_to_each_other_in_a_ring() -> None:
    ring = [
        {"@id": "#a", "@type": "Event", "name": "A", "superEvent": {"@id": "#b"}},
        {"@id": "#b", "@type": "Event", "name": "B", "superEvent": {"@id": "#a"}},
    ]
    event, findings = read({"@graph": ring})
    assert (event.name, [one.title for one in event.sessions], findings) == ("A", ["B"], [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("[]", "-:1:1: error empty there is no event of schema.org in it"),
        ('{"@type": "Person", "name": "Event"}', "-:1:1: error empty there is no event of schema.org in it"),
        ('{"@type" "Event"}', "-:1:10: error json-syntax not JSON: Expecting ':' delimiter"),
        ('{"@type": "Event"}', "-:1:1: error missing name is missing here"),
    ],
)
def test_what_holds_no_event_is_refused(text: str, finding: str) -> None:
    document = en.read(text=text, format="jsonld")
    assert (document.event, [str(one) for one in document.diagnostics]) == (None, [finding])


def test_a_role_that_the_model_has_no_word_for_is_kept() -> None:
    def performed(name: str, role: str) -> dict[str, Any]:
        return {"@type": "Role", "roleName": role, "performer": {"@type": "Person", "name": name}}

    session = {"@type": "Event", "name": "Talk", "performer": [performed("Cy", "Moderators"), performed("Bo", "Chair")]}
    data = {"@type": "Event", "name": "A", "performers": performed("Ana", "Host"), "subEvent": session}
    event = en.load(text=json.dumps(data), format="jsonld")
    assert [one.name for one in event.speakers] == ["Ana", "Cy", "Bo"]
    assert event.extra == {"performers": {"roleName": "Host", "performer": "Ana"}}
    (talk,) = event.sessions
    assert (talk.moderators, talk.speakers) == (("cy",), ("bo",))
    assert talk.extra == {"performer": {"roleName": "Chair", "performer": "Bo"}}


def test_what_references_unfold_to_is_limited() -> None:
    person = {"@type": "Person", "@id": "#p", "name": "P", "description": "word " * 40}
    data = [person, *({"@type": "Event", "name": f"E{at}", "performer": {"@id": "#p"}} for at in range(20))]
    text = json.dumps(data)
    assert len([*en.read_all(text=text, format="jsonld")]) == 20
    (refused,) = en.read_all(text=text, format="jsonld", limits=Limits(size=2_000, unfolded=1_000))
    assert [str(one) for one in refused.diagnostics] == [
        "-:1:1: error limit-unfolded 3,093 is over the limit of 3,000 (unfolded)"
    ]
