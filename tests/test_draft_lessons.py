"""Lessons: what leads them in, what heads them, and sentences that say so of themselves."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft
from eventnotes.model import Lesson

ABOUT = "# Notes from TramConf 2019\n\nMei Lin of Kumo gave a talk about trams. It rained.\n\n"
ADVICE = ["Ask the riders early", "Count all the stops twice", "Draw short maps"]
BULLETS = "".join(f"- {one}\n" for one in ADVICE)


def lessons_of(text: str) -> list[str]:
    return [one.text for _, one in draft(f"{ABOUT}{text}\n\nIt rained.\n").event.every(Lesson)]


@pytest.mark.parametrize(
    "above",
    [
        "The three things I will remember:",
        "Our plan for the coming year:",
        "What I want to do when I'm back at work:",
        "Three things I'd do differently:",
        "Insights:",
        "We learned a lot, too:",
        "She advised participants to:",
        "## What I'm going to do differently",
        "Points to ponder:",
        "The panel agreed on a few things:",
        "## If you go",
        "## Ideas for our team",
        "## What I want to improve",
        "## What I wish I had known",
        "## What we should do at our institute",
        "## Looking ahead",
        "## To do",
        "## Note to self",
        "## Tips\n\nHere is what I wish somebody had told me:",
    ],
)
def test_what_leads_in_a_list_of_lessons(above: str) -> None:
    assert lessons_of(f"{above}\n\n{BULLETS}") == ADVICE


@pytest.mark.parametrize(
    "above",
    ["My notes:", "Throughout the day, several themes emerged:", "## Some notes"],
)
def test_what_leads_in_something_else(above: str) -> None:
    assert lessons_of(f"{above}\n\n{BULLETS}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I learned that nobody reads a map at night.",
        "We have learned that people come back if there is food.",
        "I'd suggest newcomers to sit in the second row.",
        "We recommend starting with a small room.",
        "If we were to organise it again, we would start with a small room.",
        "If you plan to host a day like this, start a year ahead.",
        "In hindsight, we should have rented a bigger room.",
        "For the next edition, we plan to have a quiet room.",
        "The next step is to ask riders in all towns.",
        "The workshop concluded that stops need better lights.",
        "The underlying theme was that stops need better lights.",
        "I left with the conviction that riders read maps.",
        "As health workers, we need to ask riders more often.",
        "Her recommendation for towns is to ask riders more often.",
        "My goal for next time is to ask riders more often.",
    ],
)
def test_sentences_that_say_that_they_are_lessons(sentence: str) -> None:
    assert lessons_of(f"There were many people. {sentence} Then we had lunch.") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "I learned about trams, buses and boats.",
        "I would recommend watching the video of her talk.",
        "I recommend the meeting to everyone.",
        "If you plan to come, check out the programme.",
        "The next step was to find a seat.",
        "I was left feeling that it had been short.",
    ],
)
def test_sentences_that_only_sound_like_it(sentence: str) -> None:
    assert lessons_of(f"There were many people. {sentence} Then we had lunch.") == []


def test_bold_paragraphs_below_a_sentence_that_announces_lessons() -> None:
    told = "Here are the most important messages of the day for those who had to work."
    bold = "\n\n".join(f"**{one}.** It is so in Porto." for one in ADVICE)
    assert lessons_of(f"{told}\n\n{bold}") == [f"{one}." for one in ADVICE]


def test_what_is_said_of_the_next_event_is_no_lesson() -> None:
    told = "Some thoughts that I took home:\n\nMaps are a form of welcome.\n\nBells matter less than lamps.\n\n"
    event = draft(f"{ABOUT}{told}The next summit is to be in Porto.").event
    assert [one.text for one in event.lessons] == ["Maps are a form of welcome.", "Bells matter less than lamps."]


def test_lines_with_letters_are_a_list() -> None:
    lines = "\n".join(f"{letter}) {one}" for letter, one in zip("abc", ADVICE, strict=True))
    assert lessons_of(f"Recommendations from the round table:\n\n{lines}") == ADVICE


def test_advice_that_goes_on_from_a_question() -> None:
    told = "What did I learn? Nobody likes to be told. Ask people first, and listen to them."
    assert lessons_of(told) == ["Nobody likes to be told.", "Ask people first, and listen to them."]


def test_talks_below_a_title_that_tells_of_lessons_are_none() -> None:
    post = (
        "# What I learned at TramConf 2019\n\nI was lucky.\n\n**Trams at night** – Ewa Nowak, Porto Trams\n\n"
        "Ewa has no drivers.\n\n**A tram is no bus** – Bo Ek & Mei Lin, Kumo\n\nThey argued about rails.\n\n"
        "My takeaways:\n\n1. Trust people with a key.\n2. Turn up.\n"
    )
    assert [one.text for _, one in draft(post).event.every(Lesson)] == ["Trust people with a key.", "Turn up."]


def test_sections_of_what_was_learned_tell_readers_what_to_do() -> None:
    told = "Offer tea to all who come. They like it.\n\nPrint few maps, since riders keep them.\n\nSee the film."
    assert lessons_of(f"## What we learned\n\n{told}") == [
        "Offer tea to all who come.",
        "Print few maps, since riders keep them.",
    ]


def test_lessons_of_a_school_are_none() -> None:
    told = "We started the tram lesson at 1:05 p.m. today. Mei Lin gave us an insight into trams: how they ring."
    assert lessons_of(told) == []


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_each_short_paragraph_or_line_below_a_heading_of_lessons(between: str) -> None:
    said = ["Two tracks are enough.", "People come for the food.", "Bells matter less than lamps."]
    assert lessons_of(f"## What we learned\n\n{between.join(said)}\n\n## Photos") == said


def test_paragraphs_of_what_else_was_learned() -> None:
    told = "As for what else we learned:\n\nBells matter less than lamps.\n\nTwo tracks are enough.\n\n## Photos"
    assert lessons_of(told) == ["Bells matter less than lamps.", "Two tracks are enough."]


def test_what_stood_out_of_the_event_itself_is_praise() -> None:
    assert lessons_of("What struck me was how warm this conference was. I had lunch.") == []
