"""The model: values that are built from anything of their shape, checked, and then never change."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections import deque
from datetime import date
from typing import Any
from unicodedata import category
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from pydantic import BaseModel, TypeAdapter, ValidationError

import eventnotes
from eventnotes import testing
from eventnotes.model import Action, Event, Framework, Lesson, Link, Quote, Role, Session, Speaker, Venue, WriteUp
from eventnotes.texts import Markdown, OneLine

ONE_LINE = "should be one line of text, without control characters or white space around it"


def built(**fields: Any) -> Event:
    """An event from whatever building takes, not only from the types that the fields have."""
    return Event(**{"name": "a", **fields})


def refused(model: type[BaseModel], /, **fields: Any) -> list[tuple[str, str]]:
    """What is said of each field that does not fit, by its path."""
    with pytest.raises(ValidationError) as caught:
        model(**fields)
    return [(".".join(map(str, error["loc"])), error["msg"]) for error in caught.value.errors()]


def fits(texts: TypeAdapter[str], text: str) -> bool:
    try:
        return texts.validate_python(text) == text
    except ValidationError:
        return False


class TestValues:
    def test_nothing_can_be_changed(self) -> None:
        event = built(venue=Venue(name="b"))
        for value, field in ((event, "name"), (event.venue, "name"), (event, "speakers")):
            with pytest.raises(ValidationError, match="Instance is frozen"):
                setattr(value, field, "c")
        with pytest.raises(AttributeError):
            event.tags.append("c")  # type: ignore[attr-defined]

    def test_types_are_not_converted(self) -> None:
        assert refused(Event, name=5) == [("name", ONE_LINE)]
        assert refused(Event, name="a", tags="b") == [("tags", "Input should be a valid tuple")]
        assert refused(Event, name="a", start=2017)[0][0] == "start"
        assert refused(Event, name="a", eventnotes="1") == [("eventnotes", "Input should be 1")]
        assert refused(Event, name="a", eventnotes=2) == [("eventnotes", "Input should be 1")]
        assert refused(Event, name="a", eventnotes=True) == [("eventnotes", "Input should be 1")]
        assert refused(Venue, latitude="51") == [("latitude", "Input should be a valid number")]
        assert refused(Venue, latitude=91, longitude=float("nan")) == [
            ("latitude", "Input should be less than or equal to 90"),
            ("longitude", "Input should be a finite number"),
        ]
        assert refused(Action, text="a", done=1) == [("done", "Input should be a valid boolean")]
        assert refused(Quote, text="a", kind="other") == [("kind", "Input should be 'direct' or 'indirect'")]
        assert refused(Venue, city="Rome") == [("city", "Extra inputs are not permitted")]
        assert refused(Speaker) == [("name", "Field required")]

    def test_which_characters_a_text_may_hold(self) -> None:
        lines, texts = TypeAdapter(OneLine), TypeAdapter(Markdown)
        every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
        controls = {one for one in every if category(one) == "Cc"} - {"\t", "\n", "\x7f"}
        white = {one for one in every if category(one) in ("Zs", "Zl", "Zp")} | {"\t", "\ufeff"}
        assert {one for one in every if not fits(lines, one)} == controls | white | {"\n"}
        assert {one for one in every if not fits(texts, one)} == controls
        for one in white:
            assert [fits(lines, text) for text in (f"a{one}b", f"{one}b", f"a{one}", one)] == [
                True,
                False,
                False,
                False,
            ]
        for one in (*controls, "\n"):
            assert [fits(lines, text) for text in (f"a{one}b", f"{one}b", f"a{one}")] == [False] * 3

    def test_every_fault_is_told_once_and_at_its_place(self) -> None:
        quotes = [{"text": "\x00"}, {"text": "a", "language": "english language", "source": {"url": "b"}}]
        assert refused(Event, name=" a", timezone="c d", sessions=[{"id": "A", "quotes": quotes}]) == [
            ("name", ONE_LINE),
            ("timezone", "should be an IANA time zone like Europe/London"),
            ("sessions.0.id", "should be an id: a-z, 0-9 and hyphens, a letter first"),
            ("sessions.0.quotes.0.text", "should be text without control characters"),
            ("sessions.0.quotes.1.source.url", "should be an absolute URL: http://…, https://… or mailto:…"),
            ("sessions.0.quotes.1.language", "should be a language tag (BCP 47) like en or pt-BR"),
        ]

    def test_replace_builds_and_checks_a_changed_value(self) -> None:
        speaker = Speaker(name="Ana Lima", roles=(Role(title="CTO"),), extra={"a": None, "b": ""})
        changed = speaker.replace(name="Bo Ek", pronouns="he/him")
        assert (changed.name, changed.pronouns, changed.roles, changed.extra) == (
            *("Bo Ek", "he/him", speaker.roles),
            {"a": None, "b": ""},
        )
        assert speaker.name == "Ana Lima"
        assert changed.replace(pronouns=None) == speaker.replace(name="Bo Ek")
        with pytest.raises(ValidationError, match="should be one line of text"):
            speaker.replace(name="a\nb")
        with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
            speaker.replace(nome="Ana")

    @given(testing.events())
    def test_equal_events_are_replaced_alike(self, event: Event) -> None:
        again = Event.model_validate_json(event.model_dump_json())
        assert again == event
        assert again.replace(name="x") == event.replace(name="x")
        assert again.replace(quotes=(), sessions=()) == event.replace(quotes=(), sessions=())

    def test_sequences_are_tuples_whatever_they_were(self) -> None:
        expected = built(tags=("b", "c"), speakers=(Speaker(name="d"),))
        for kind in (list, tuple, deque):
            assert built(tags=kind(["b", "c"]), speakers=kind([{"name": "d"}])) == expected
        assert built(tags=(one for one in "bc"), speakers=[Speaker(name="d")]) == expected
        assert (type(expected.tags), type(expected.speakers)) == (tuple, tuple)

    @given(testing.events())
    def test_events_survive_pickle_copy_and_json(self, event: Event) -> None:
        assert pickle.loads(pickle.dumps(event)) == event
        assert copy.deepcopy(event) == copy.copy(event) == event
        assert Event.model_validate_json(eventnotes.write(event, "json")) == event
        assert Event.model_validate(event.model_dump()) == event

    @given(testing.events(), testing.events())
    def test_equal_values_hash_alike_unless_they_have_extra_data(self, event: Event, other: Event) -> None:
        again = pickle.loads(pickle.dumps(event))
        if re.search(r'\n *"extra": \{', eventnotes.write(event, "json").decode()):
            with pytest.raises(TypeError, match=r"^unhashable: this \w+ has extra data$"):
                hash(event)
        else:
            assert hash(again) == hash(event)
            assert len({event, again}) == 1
        assert event == other or eventnotes.write(event, "json") != eventnotes.write(other, "json")

    def test_extra_data_makes_a_value_unhashable(self) -> None:
        with pytest.raises(TypeError) as error:
            hash(built(speakers=[Speaker(name="b", extra={"c": 1})]))
        assert str(error.value) == "unhashable: this Speaker has extra data"
        assert hash(Speaker(name="b", extra={})) == hash(Speaker(name="b"))

    @pytest.mark.parametrize("empty", [None, ""])
    def test_empty_reads_as_absent(self, empty: Any) -> None:
        fields = dict.fromkeys(set(Event.model_fields) - {"name"}, empty)
        assert built(**{**fields, "name": "a"}) == Event(name="a")
        nested = built(venue={"name": empty, "region": "b"}, sessions=[{"quotes": empty, "title": empty}])
        assert nested == built(venue=Venue(region="b"), sessions=[Session()])
        assert refused(Event, name=empty) == [("name", "Field required")]
        assert refused(Event, name="a", tags=["b", empty])[0][0] == "tags.1"

    def test_cr_lf_reads_as_lf(self) -> None:
        event = built(notes="b\r\n\r\nc", lessons=[{"text": "d", "details": "e\r\nf"}], extra={"g": ["\r\n"]})
        assert (event.lessons[0].details, event.extra) == ("e\nf", {"g": ["\n"]})
        assert event.notes == "b\n\nc\n\n- <!-- lesson: d -->"
        assert refused(Event, name="a", summary="b\rc") == [("summary", "should be text without control characters")]
        assert refused(Event, name="a\r\nb") == [("name", ONE_LINE)]

    def test_extra_holds_what_json_holds(self) -> None:
        extra = {"": None, "a": ["", {"b": [1, 1.5, True, -(2**63), 2**63 - 1]}], "extra": {"c": None}}
        assert built(extra=extra).extra == extra
        assert built(extra={"a": (1, ("b",))}).extra == {"a": [1, ["b"]]}

    @pytest.mark.parametrize(
        ("value", "what"),
        [
            (float("inf"), "a number that is not finite"),
            (2**63, "a whole number beyond 64 bits"),
            (-(2.0**63), "a whole number beyond 64 bits"),
            (1e300, "a whole number beyond 64 bits"),
            (date(2017, 1, 1), "a date, which JSON does not have"),
            ({1: 2}, "a key that is not text"),
            ("\ud800", "a control character or surrogate"),
            ("a\rb", "a control character or surrogate"),
            ({"\x00": 1}, "a key with a control character"),
        ],
    )
    def test_extra_refuses_what_json_does_not_hold(self, value: Any, what: str) -> None:
        assert refused(Event, name="a", extra={"b": [0, value]}) == [("extra", f"holds {what}")]

    def test_extra_that_holds_itself_is_refused(self) -> None:
        endless: dict[str, Any] = {}
        endless["a"] = [endless, endless]
        with pytest.raises(ValidationError, match="holds more than 190 levels"):
            Event.model_validate({"name": "a", "extra": endless})

    def test_attribution_stands_beside_no_speaker(self) -> None:
        said = [("attribution", "attribution stands only where no speaker is named")]
        assert refused(Quote, text="a", speaker="b", attribution="c") == said
        assert refused(Framework, name="a", elements=[], attribution="c", speaker="b") == said
        assert refused(Quote, text="a", speaker="B", attribution="c")[0][0] == "speaker"
        assert Quote(text="a", speaker="b", attribution="").speaker == "b"
        assert Quote(text="a", speaker=None, attribution="c").attribution == "c"

    def test_what_a_default_says_is_written_out(self) -> None:
        lesson = Lesson(text="a", actions=(Action(text="b"),))
        event = built(quotes=[Quote(text="d")], lessons=[lesson], frameworks=[{"name": "e", "elements": []}])
        data = json.loads(eventnotes.write(event, "json"))
        assert (data["eventnotes"], data["quotes"][0]["kind"]) == (1, "direct")
        assert (data["lessons"][0]["actions"][0]["done"], data["frameworks"][0]["ordered"]) == (False, True)

    def test_every_item_comes_with_its_session(self) -> None:
        session = Session(title="s", quotes=(Quote(text="b"),))
        event = built(quotes=[Quote(text="c")], sessions=[session], speakers=[Speaker(name="d")])
        assert [(one and one.title, quote.text) for one, quote in event.every(Quote)] == [(None, "c"), ("s", "b")]
        assert list(event.every(Session)) == [(None, event.sessions[0])]
        assert list(event.every(Speaker)) == [(None, event.speakers[0])]
        assert list(event.every(Lesson)) == []


GOOD_URLS = (
    "http://a https://example.org HTTP://EXAMPLE.ORG/ https://a.b.c./d?e=f#g http://a:0 http://a:65535/ http://a: http://u:p@a"
    " http://127.0.0.1:8000 http://[::1]:80/ http://[2001:db8::ff00:42:8329] http://bücher.example/ü http://a_b http://a/'\"<>"
)
BAD_URLS = (
    "a //a http:// http:a ftp://a file:///a javascript:alert(1) http://a:65536 http://a:b http://-a http://a..b http://[1::2::3]"
    " http://a\\b http://a/\\ http://%61 http://a\uff0fb http://:80 http://@a"
)


class TestUrls:
    @pytest.mark.parametrize("url", GOOD_URLS.split())
    def test_an_address_is_kept_as_written(self, url: str) -> None:
        assert built(website=url).website == url
        assert Link(url=url).url == url

    @pytest.mark.parametrize("url", [*BAD_URLS.split(), "http://a b", "http://a\u2003b", " http://a", "http://a\n"])
    def test_what_is_no_address_is_refused(self, url: str) -> None:
        assert refused(Event, name="a", online=url) == [("online", "should be an absolute URL: http://… or https://…")]
        said = "should be an absolute URL: http://…, https://… or mailto:…"
        assert refused(Link, url=url) == [("url", said)]

    def test_mail_stands_in_links_only(self) -> None:
        assert Link(url="mailto:ana@example.org").url == "mailto:ana@example.org"
        assert refused(WriteUp, url="mailto:a@b") == [("url", "should be an absolute URL: http://… or https://…")]

    @given(testing.events())
    def test_what_is_accepted_can_be_taken_apart(self, event: Event) -> None:
        for speaker in event.speakers:
            for link in speaker.links:
                parts = urlsplit(link.url)
                assert parts.scheme in ("http", "https", "mailto")
                assert bool(parts.hostname) == (parts.scheme != "mailto")
                assert parts.port is None or 0 <= parts.port <= 65535
