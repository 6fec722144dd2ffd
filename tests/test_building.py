"""Building an event: ids are derived, and the notes are put in normal form."""

from __future__ import annotations

import json
import re
from collections import Counter
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import eventnotes
from eventnotes import testing
from eventnotes.building import PLURALS, set_ids
from eventnotes.ids import derive, slug
from eventnotes.model import Event, Framework, Lesson, Quote, Session, Speaker
from eventnotes.notes import normal, placeholder, placeholders, trimmed, without

ITEMS: dict[str, Any] = {
    "session": Session,
    "speaker": Speaker,
    "quote": Quote,
    "lesson": Lesson,
    "framework": Framework,
}


def built(**fields: Any) -> Event:
    """An event from whatever building takes, not only from the types that the fields have."""
    return Event(**{"name": "a", **fields})


def hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:6]


class TestIds:
    @pytest.mark.parametrize(
        ("kind", "text", "expected"),
        [
            ("event", "PyDay Lisbon 2024", "pyday-lisbon-2024"),
            ("speaker", "Siân Prydderch", "sian-prydderch"),
            ("speaker", "Mei-Ling O’Neill", "mei-ling-oneill"),
            ("speaker", "Łukasz Żółć Ægir Đặng Þór ßen", "lukasz-zolc-aegir-dang-thor-ssen"),
            ("speaker", "ＡＢＣ ﬁn Ⅷ", "abc-fin-viii"),
            ("speaker", "2Pac", "speaker-2pac"),
            ("speaker", "李小龙", f"speaker-{hashed('李小龙')}"),
            ("session", "C++ & Rust: *why* `not`?", "c-rust-why-not"),
            ("session", "Read [the docs](https://example.org/a_b) now", "read-the-docs-now"),
            ("quote", "One two, three – four five six seven.", "one-two-three-four-five"),
            ("lesson", "Ask!", "ask"),
            ("lesson", "…", f"lesson-{hashed('…')}"),
            ("framework", "One two three four five six", "one-two-three-four-five-six"),
            ("session", f"{'a' * 50} {'b' * 50}", "a" * 50),
            ("session", "a" * 100, "a" * 80),
        ],
    )
    def test_an_id_is_derived_from_what_an_item_says(self, kind: str, text: str, expected: str) -> None:
        assert slug(kind, text) == expected

    @given(st.sampled_from(sorted(ITEMS)), testing.fragments())
    def test_every_text_gives_an_id(self, kind: str, text: str) -> None:
        assert re.fullmatch(r"[a-z][a-z0-9-]*", slug(kind, text))
        assert len(slug(kind, text)) <= 80 + len("framework-")

    def test_a_session_without_a_title_is_named_for_its_people(self) -> None:
        sessions = [{"speakers": ["ana", "bo"], "moderators": ["cy"]}, {"kind": "panel"}, {}]
        ids = [one.id for one in built(sessions=sessions).sessions]
        assert ids == ["ana-bo-cy", "panel", f"session-{hashed('')}"]

    def test_given_ids_are_kept_and_others_derived(self) -> None:
        event = built(name="Ä b", id=None, speakers=[{"name": "C", "id": "own"}, {"name": "D"}])
        assert (event.id, [one.id for one in event.speakers]) == ("a-b", ["own", "d"])
        assert built(id="other").id == "other"

    def test_equal_wishes_get_a_hash_of_their_own_text(self) -> None:
        names = ["Ana", "ANA", "Bo", "Ana"]
        expected = [f"ana-{hashed('Ana')}", f"ana-{hashed('ANA')}", "bo", f"ana-{hashed('Ana')}-2"]
        assert derive("speaker", [(None, name) for name in names]) == expected
        assert derive("speaker", [("ana", ""), (None, "Ana")]) == ["ana", f"ana-{hashed('Ana')}"]

    def test_a_hash_that_another_has_by_itself_counts_up(self) -> None:
        wish = f"x {hashed('x')}"
        assert derive("speaker", [(None, "x"), (None, "X"), (None, wish)])[0] == f"x-{hashed('x')}-2"
        assert derive("speaker", [(None, "x"), (f"x-{hashed('x')}", ""), ("x", "")])[0] == f"x-{hashed('x')}-2"

    @given(st.lists(st.tuples(st.sampled_from([None, None, "a", "b"]), testing.fragments() | st.sampled_from("aAbB"))))
    def test_ids_are_unique_unless_given_twice_and_others_stay(self, items: list[tuple[str | None, str]]) -> None:
        given = [one for one, _ in items if one]
        ids = derive("quote", items)
        assert [one for one, (own, _) in zip(ids, items, strict=True) if own] == given
        assert max(Counter(ids).values(), default=0) <= max(Counter(given).values(), default=1)
        assert derive("quote", [*items, (None, "some words of its own here")])[:-1] == ids

    @given(testing.events())
    def test_plain_data_gets_the_ids_that_building_gives(self, event: Event) -> None:
        data = json.loads(eventnotes.write(event, "json"))
        for owner in (data, *data.get("sessions", ())):
            for item in (one for name in PLURALS.values() for one in owner.get(name, ()) if isinstance(one, dict)):
                del item["id"]
        expected = Event.model_validate(data)
        set_ids(data, list(PLURALS))
        for kind, model in ITEMS.items():
            owners = [data, *data.get("sessions", ())] if kind not in ("session", "speaker") else [data]
            ids = [one["id"] for owner in owners for one in owner.get(PLURALS[kind], ())]
            assert sorted(ids) == sorted(item.id for _, item in expected.every(model))

    @pytest.mark.parametrize("kind", ITEMS)
    def test_an_id_given_twice_is_refused_at_the_second(self, kind: str) -> None:
        least: dict[str, Any] = {"speaker": {"name": "a"}, "framework": {"name": "a", "elements": []}, "session": {}}
        item = {**least.get(kind, {"text": "a"}), "id": "x"}
        plural = PLURALS[kind]
        assert duplicate(**{plural: [item, {**item, "id": "y"}, item]}) == (plural, 2, "id")
        if kind in ("quote", "lesson", "framework"):
            sessions = [{"title": "s"}, {"title": "t", plural: [{**item, "id": None}, item]}]
            assert duplicate(**{plural: [item], "sessions": sessions}) == ("sessions", 1, plural, 1, "id")
            sessions = [{plural: [{**item, "id": None}, item, item]}]
            assert duplicate(sessions=sessions) == ("sessions", 0, plural, 2, "id")

    def test_ids_of_different_classes_may_be_equal(self) -> None:
        event = built(quotes=[{"text": "a"}], lessons=[{"text": "a"}], sessions=[{"title": "a"}])
        assert (event.id, event.quotes[0].id, event.lessons[0].id, event.sessions[0].id) == ("a", "a", "a", "a")


def duplicate(**fields: Any) -> tuple[str | int, ...]:
    with pytest.raises(ValidationError) as caught:
        built(**fields)
    (error,) = caught.value.errors()
    assert (error["type"], error["msg"], error["loc"]) == ("duplicate_id", "id x is used twice", ())
    place: tuple[str | int, ...] = error["ctx"]["loc"]
    return place


KNOWN = {"quote": ("a", "b"), "lesson": ("a", "b", "c"), "framework": ("a",), "session": ("a", "b", "c")}
LINES = ("text", "text  ", "    code", "  ", "\t", "", "- item", *(placeholder("lesson", one, "- ") for one in "abc"))
BLOCKS = (placeholder("quote", "a"), placeholder("session", "a", "## "), placeholder("session", "b", "- "), *LINES)
NOTES = st.builds(
    str.join,
    st.sampled_from(("\n", "\n\n", "\n \n", "\n\n\n")),
    st.lists(testing.fragments() | st.sampled_from(BLOCKS) | st.sampled_from(BLOCKS), max_size=8),
)
KEPT = st.fixed_dictionaries({kind: st.lists(st.sampled_from(ids), unique=True) for kind, ids in KNOWN.items()})
QUOTE, LESSON, SECOND, FRAMEWORK, TALK = (
    *("<!-- quote: q -->", "- <!-- lesson: l -->", "- <!-- lesson: m -->", "<!-- framework: f -->"),
    "## <!-- session: s -->",
)
OF_NOTHING = [QUOTE, f"{LESSON}\n{SECOND}", FRAMEWORK, TALK]


class TestNormalForm:
    @pytest.mark.parametrize(
        ("notes", "blocks"),
        [
            ("", OF_NOTHING),
            (" \n\t\n", OF_NOTHING),
            ("\n\ntext \n\n", ["text ", *OF_NOTHING]),
            ("    code\n", ["    code", *OF_NOTHING]),
            (f"a\n{FRAMEWORK}\nb\n{QUOTE}", ["a", FRAMEWORK, "b", QUOTE, f"{LESSON}\n{SECOND}", TALK]),
            (f"a\n\n \n\n\n{QUOTE}\n\n\t\n\nb", ["a", QUOTE, "b", *OF_NOTHING[1:]]),
            (f"a\n\n  \n\n{QUOTE}", ["a", *OF_NOTHING]),
            (f"{QUOTE}\n\n \nb", [QUOTE, "b", *OF_NOTHING[1:]]),
            (f"{QUOTE}\n\n  b  \n\n{FRAMEWORK}", [QUOTE, "  b  ", FRAMEWORK, f"{LESSON}\n{SECOND}", TALK]),
            (f"a\n{LESSON}\nb", [f"a\n{LESSON}\nb", QUOTE, SECOND, FRAMEWORK, TALK]),
            (f"{SECOND}\n \n\n{LESSON}\n", [f"{SECOND}\n{LESSON}", QUOTE, FRAMEWORK, TALK]),
            (f"{QUOTE}\n\n{LESSON}", [QUOTE, f"{LESSON}\n{SECOND}", FRAMEWORK, TALK]),
            (f"{QUOTE}\n\nb\n\n{QUOTE}", [QUOTE, "b", QUOTE, *OF_NOTHING[1:]]),
            (
                "<!-- lesson: l -->\n<!-- session: s -->",
                ["<!-- lesson: l -->", "<!-- session: s -->", QUOTE, SECOND, FRAMEWORK],
            ),
            ("###### <!-- session: s -->\na", ["###### <!-- session: s -->", "a", *OF_NOTHING[:-1]]),
            ("- <!-- session: s -->\na", ["- <!-- session: s -->\na", *OF_NOTHING[:-1]]),
            *(
                (text, [text, *OF_NOTHING])
                for text in (f"> {QUOTE}", f" {QUOTE}", f"{QUOTE} ", f"a {QUOTE}", f"- {QUOTE}")
            ),
            *(
                (text, [text, *OF_NOTHING])
                for text in (f"## {FRAMEWORK}", "<!-- quote: other -->", "<!-- quote:q -->", "#####" + TALK)
            ),
            (
                "- <!-- lesson: x -->\n\n- <!-- lesson: y -->",
                ["- <!-- lesson: x -->", "- <!-- lesson: y -->", *OF_NOTHING],
            ),
        ],
    )
    def test_every_item_has_its_place(self, notes: str, blocks: list[str]) -> None:
        found, _ = normal(notes, {"quote": ["q"], "lesson": ["l", "m"], "framework": ["f"], "session": ["s"]})
        assert found == "\n\n".join(blocks)
        assert normal("", {"quote": []}) == ("", {"quote": []})

    @given(NOTES, KEPT)
    def test_normal_is_normal_already(self, notes: str, items: dict[str, list[str]]) -> None:
        once, order = normal(notes, items)
        assert normal(once, items) == (once, order)
        assert normal(once, order) == (once, order)

    @given(NOTES, KEPT)
    def test_the_order_of_items_is_that_of_their_first_placeholders(
        self, notes: str, items: dict[str, list[str]]
    ) -> None:
        once, order = normal(notes, items)
        first = dict.fromkeys((one.kind, one.id) for one in placeholders(once) if one.id in items[one.kind])
        assert {kind: [one for other, one in first if other == kind] for kind in items} == order
        assert {kind: sorted(ids) for kind, ids in order.items()} == {kind: sorted(ids) for kind, ids in items.items()}

    @given(NOTES, KEPT)
    def test_no_line_of_text_is_lost_or_moved(self, notes: str, items: dict[str, list[str]]) -> None:
        before, after = (
            [one for one in text.split("\n") if one.strip(" \t")] for text in (notes, normal(notes, items)[0])
        )
        assert after[: len(before)] == before
        assert all(one.id in items[one.kind] for one in placeholders("\n".join(after[len(before) :])))

    @given(NOTES, KEPT)
    def test_one_blank_line_is_around_blocks_and_none_outside(self, notes: str, items: dict[str, list[str]]) -> None:
        once, _ = normal(notes, items)
        assert once == trimmed(once)
        unseen = {(kind, one) for kind, ids in items.items() for one in ids}
        for one in placeholders(once):
            if (one.kind, one.id) in unseen and not one.in_list:
                assert re.search(r"\A\Z|[^ \t\n][ \t]*\n\n\Z", once[: one.start])
                assert re.match(r"\Z|\n\n[ \t]*[^ \t\n]", once[one.end :])
            unseen.discard((one.kind, one.id))

    @given(NOTES, KEPT, st.data())
    def test_nothing_goes_with_an_item_but_its_placeholder(
        self, notes: str, items: dict[str, list[str]], data: st.DataObject
    ) -> None:
        once, _ = normal(notes, items)
        every = [(kind, one) for kind, ids in items.items() for one in ids]
        gone = set(data.draw(st.lists(st.sampled_from(every), unique=True) if every else st.just([])))
        first: dict[tuple[str, str], str] = {}
        for mark in placeholders(once):
            first.setdefault((mark.kind, mark.id), once[mark.start : mark.end])
        lines = [one for one in once.split("\n") if one.strip(" \t")]
        for one in gone:
            lines.remove(first[one])
        assert [one for one in without(once, gone).split("\n") if one.strip(" \t")] == lines


class TestStory:
    def test_of_items_that_go_the_notes_keep_no_placeholder(self) -> None:
        lessons = [{"text": text} for text in ("a", "b", "c")]
        notes = (
            "One.\n\n- <!-- lesson: a -->\n- <!-- lesson: b -->\n\n<!-- quote: q -->\n\n- <!-- lesson: c -->\n\nTwo."
        )
        event = built(notes=notes, lessons=lessons, quotes=[{"text": "q"}])
        assert event.replace(lessons=()).notes == "One.\n\n<!-- quote: q -->\n\nTwo."
        assert event.replace(lessons=event.lessons[1:2], quotes=()).notes == "One.\n\n- <!-- lesson: b -->\n\nTwo."
        assert event.replace(lessons=[{"text": text} for text in "cba"]).notes == event.notes
        assert event.replace(lessons=(), notes=notes).notes == notes
        session = built(sessions=[{"title": "s", "notes": "<!-- lesson: a -->", "lessons": lessons[:1]}]).sessions[0]
        assert session.replace(lessons=()).notes is None
        assert session.replace(lessons=[{"text": "a"}, {"text": "d"}]).notes == "<!-- lesson: a -->"

    def test_items_follow_the_story(self) -> None:
        session = {"id": "s", "notes": "<!-- quote: b -->\n<!-- quote: a -->", "quotes": [{"text": "a"}, {"text": "b"}]}
        event = built(notes="## <!-- session: t -->\n\nend", sessions=[session, {"id": "t"}])
        assert [one.id for one in event.sessions] == ["t", "s"]
        assert [one.id for one in event.sessions[1].quotes] == ["b", "a"]
        assert event.sessions[1].notes == "<!-- quote: b -->\n\n<!-- quote: a -->"
        assert event.notes == "## <!-- session: t -->\n\nend\n\n## <!-- session: s -->"

    def test_an_item_of_a_session_has_its_place_there_and_not_in_the_event(self) -> None:
        event = built(notes="<!-- quote: b -->", sessions=[{"id": "s", "quotes": [{"text": "b"}]}])
        assert event.notes == "<!-- quote: b -->\n\n## <!-- session: s -->"
        assert event.sessions[0].notes == "<!-- quote: b -->"

    def test_without_items_and_text_there_are_no_notes(self) -> None:
        assert built().notes is None
        assert built(notes=" \n\n", sessions=[{"notes": "\t\n"}]).sessions[0].notes is None

    def test_what_was_given_is_not_changed(self) -> None:
        session = Session(title="s", notes="\n\nb", quotes=(Quote(text="c"),))
        event = built(sessions=[session], speakers=[{"name": "d"}])
        assert (session.id, session.notes, session.quotes[0].id) == (None, "\n\nb", None)
        assert event.sessions[0].notes == "b\n\n<!-- quote: c -->"

    @given(testing.events())
    def test_building_twice_changes_nothing(self, event: Event) -> None:
        text = eventnotes.write(event, "json")
        assert eventnotes.write(Event.model_validate(event), "json") == text
        assert eventnotes.write(event.replace(), "json") == text
        assert eventnotes.write(Event.model_validate_json(text), "json") == text

    @given(testing.events() | testing.plain_events())
    def test_every_item_of_an_event_has_an_id_and_one_place(self, event: Event) -> None:
        owners: tuple[Event | Session, ...] = (event, *event.sessions)
        for owner in owners:
            kinds = ("quote", "lesson", "framework", *(("session",) if owner is event else ()))
            ids = {kind: [one.id for one in getattr(owner, PLURALS[kind])] for kind in kinds}
            assert normal(owner.notes or "", ids) == (owner.notes or "", ids)
        for kind in ITEMS.values():
            found = [item.id for _, item in event.every(kind)]
            assert None not in found
            assert len(set(found)) == len(found)
