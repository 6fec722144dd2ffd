"""Plausible: values that nobody would write, and that no draft has."""

from __future__ import annotations

import pytest

import eventnotes as en
from eventnotes.draft import draft
from eventnotes.draft.claim import Words
from eventnotes.draft.plausible import plausible
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.names import names
from eventnotes.draft.reading.view import View
from eventnotes.draft.talks.sessions import TOPIC
from eventnotes.draft.titles import session

POST = "# Tram Days 2019\n\nEwa Nowak opened the day.\n\n{}\n"


def lessons(source: str) -> list[str]:
    return [one.text for _, one in draft(source).event.every(en.Lesson)]


@pytest.mark.parametrize(
    "item",
    [
        "Bo:",
        "{.img-fluid}",
        "https://example.org/bells",
        "...",
        "These key messages are at the heart of our work with depots.",
        "This is the second post of our series on bells.",
    ],
)
def test_what_leads_in_points_elsewhere_or_has_no_words_is_no_lesson(item: str) -> None:
    source = POST.format(f"Takeaways:\n\n- Ask people before you build.\n- {item}\n- Publish the boring tables first.")
    assert lessons(source) == ["Ask people before you build.", "Publish the boring tables first."]


def test_a_lesson_may_begin_with_this() -> None:
    told = ["This community builds its own bells.", "These tables are worth a look."]
    assert lessons(POST.format("Takeaways:\n\n" + "\n".join(f"- {one}" for one in told))) == told


@pytest.mark.parametrize("nobody", ["Both", "Committees", "To"])
def test_a_word_for_nobody_organizes_nothing(nobody: str) -> None:
    event = draft(POST.format(f"It was organized by {nobody}.")).event
    assert [one.name for one in event.organizers] == []


def test_a_label_may_say_what_a_sentence_may_not() -> None:
    source = "## Bells\n\n- **Session:** This post is a talk\n- **Speaker:** Ewa Nowak\n\nShe rang.\n"
    assert [one.title for one in draft(source).event.sessions] == ["This post is a talk"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("'\"Trams at night\" by Ewa Nowak'", '"Trams at night" by Ewa Nowak'),
        ("Trams at night»", "Trams at night"),
    ],
)
def test_a_name_has_both_quotation_marks_or_none(title: str, name: str) -> None:
    assert draft(f"---\ntitle: {title}\n---\n\nIt rained.\n").event.name == name


@pytest.mark.parametrize(
    "above", ["= Trams at night =", "= Trams at night", "# Event Name:- Trams at night", "# Title: Trams at night"]
)
def test_marks_of_other_markup_are_no_part_of_a_name(above: str) -> None:
    assert draft(f"{above}\n\nit rained all day.\n").event.name == "Trams at night"


def test_an_icon_is_no_name() -> None:
    source = (
        "---\ntitle: Trams at night\n---\n\n[:fontawesome-brands-meetup: Meetup](https://meetup.example/){ .button }\n"
    )
    assert draft(source).event.name == "Trams at night"


@pytest.mark.parametrize(
    ("title", "is_left"),
    [("10:30am - 10:35am", False), ("2 pm", False), ("14:00–14:30", False), ("1984", True), ("9 to 5", True)],
)
def test_a_time_is_no_title(title: str, is_left: bool) -> None:
    mentions = Mentions(View(f"{title}, Ewa Nowak\n"))
    words = Words(mentions.view.blocks[0], 0, len(title))
    claimed = session("sessions", TOPIC, words, tuple(mentions.figures))
    told = plausible(claimed)
    assert told is not None
    assert [one.text for one in told.parts.get("title", ())] == [title] * is_left


@pytest.mark.parametrize(
    "words",
    [
        "Milton Keynes",
        "Addis Ababa",
        "And Mira",
        "Die Mira",
        "A DJ",
        "A Julia",
        "Mira Prediction",
        "Julia Localization",
    ],
)
def test_places_and_such_are_no_persons(words: str) -> None:
    assert [one.text for one in names(f"We met {words} on Friday.")] == []


@pytest.mark.parametrize("name", ["Andy Dries", "Zach Nation", "Milton Friedman", "Mira Clement"])
def test_names_that_only_look_like_it_are_names(name: str) -> None:
    assert [one.text for one in names(f"We met {name} on Friday.")] == [name]


@pytest.mark.parametrize(
    "line",
    [
        "It’s a crowd at the depot, photo by Kwame Mensah",
        "While it was hard to choose among the many topics of the day",
        "<small>Ewa Nowak, Depot of Porto</small>",
    ],
)
def test_a_sentence_or_a_caption_that_stands_alone_is_no_talk(line: str) -> None:
    source = f"Tram Days 2019\n\nEwa Nowak opened the day.\n\n{line}\n\nEwa Nowak gave a talk on bells there.\n"
    assert draft(source).markdown.endswith(f"\n\n{line}\n\nEwa Nowak gave a talk on bells there.\n")
