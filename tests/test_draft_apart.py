"""Who is told of at an event, but did not speak there."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft


def speakers(text: str) -> list[str]:
    """Who spoke, by the draft of a post."""
    return [one.name for one in draft(f"# Tram Day 2019\n\n{text}\n").event.speakers]


@pytest.mark.parametrize(
    "sentence",
    [
        "She began with a quote by Ewa Nowak and walked on.",
        "The method is based on work by the Polish engineer Ewa Nowak, and it told us when to leave.",
        "I read her book on rain (co-written with Ewa Nowak) before the talk.",
        "The session was in a hall named after Ewa Nowak, who opened it in 1901.",
        "The poster of the talk was designed by Ewa Nowak.",
        "She studied under Prof. Ewa Nowak and gave talks for years.",
        "The panel spoke of the directive that Commissioner Ewa Nowak announced in spring.",
        "In the talk she showed Ewa Nowak’s book.",
        "There was a talk near the Ewa Nowak statue.",
        "The session of Ewa Nowak, who was ill, took place in June.",
        "Next year, Ewa Nowak gives a talk on bells.",
        "In April we meet at the depot, where Ewa Nowak will give a talk on bells.",
        "Photo: Ewa Nowak",
        "We had planned for a talk by Ewa Nowak, but she caught the flu.",
        "A talk by Ewa Nowak was planned, but she couldn’t make it.",
    ],
)
def test_whose_work_is_told_of_did_not_speak_whatever_stands_beside(sentence: str) -> None:
    assert speakers(f"Mei Lin gave a talk about rain.\n\n{sentence}") == ["Mei Lin"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the break I ran into Ewa Nowak, whom I had not seen for years. She was well.",
        "I sat next to Ewa Nowak, who finished everything.",
        "Her colleague Ewa Nowak had saved the maps.",
        "My former boss Ewa Nowak answered at once.",
        "Together with my colleagues Ewa Nowak and Bo Ek I took the tram.",
        "Ewa Nowak of the Porto Cyclists asked if trams carry bells.",
        "Data scientist Ewa Nowak wondered how much rain there was.",
        "There was an architect named Ewa Nowak. She drew it.",
    ],
)
def test_who_was_met_or_is_somebodys_friend_did_not_speak(sentence: str) -> None:
    assert speakers(f"Mei Lin gave a talk about rain.\n\n{sentence}") == ["Mei Lin"]


@pytest.mark.parametrize(
    "sentence",
    [
        "My colleague Ewa Nowak gave a talk on bells.",
        "I was inspired by Ewa Nowak’s talk on bells.",
        "There was a walk through game development by Ewa Nowak in the session.",
        "Next was Ewa Nowak with a talk on bells.",
        "A talk named after a book by Bo Ek was given by Ewa Nowak.",
    ],
)
def test_who_spoke_is_told_of_in_many_ways(sentence: str) -> None:
    assert speakers(sentence) == ["Ewa Nowak"]


@pytest.mark.parametrize(
    "sentence",
    [
        "She praised the team led by Ewa Nowak.",
        "The talk was about Ewa Nowak.",
        "We sat in the room Ewa Nowak for the session.",
        "She told us that Ewa Nowak himself reviewed it.",
        "Years ago Ewa Nowak introduced me to the depot.",
        "Ewa Nowak helped me with the maps.",
        "Lin started with Ewa Nowak, the Pole who drew it first.",
        "They remembered Ewa Nowak, who started Tram Day and died last year.",
        "She referred to the bill introduced by Ewa Nowak.",
        "“What if Ewa Nowak had built the trams?” was a talk.",
        "Gracias a Ewa Nowak, Bo Ek y Ana Lima: a great session.",
        "## Up next\n\nEwa Nowak on bells.",
        "When Secretary Ewa Nowak took office, nobody counted trams.",
        "It was great to see Ewa Nowak, who now lives in Porto.",
        "Lin came to Porto for a thesis with Ewa Nowak and now rides trams. Her talk was short.",
    ],
)
def test_who_is_told_of_in_what_others_say_did_not_speak(sentence: str) -> None:
    assert speakers(f"Mei Lin gave a talk about rain.\n\n{sentence}") == ["Mei Lin"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Park Ki-hoon, Jiu-ning Chen and Oh Hye-rin gave talks.", ["Park Ki-hoon", "Jiu-ning Chen", "Oh Hye-rin"]),
        ("A talk about the Pop-up Park and the April Summer of Rain was given by Ewa Nowak.", ["Ewa Nowak"]),
        ("## Trams at the council (Cllr Ewa Nowak & Bo Ek, Porto Council)\n\nBells.", ["Ewa Nowak", "Bo Ek"]),
        ("Christopher Lima gave a talk. Chris talked about rain.", ["Christopher Lima"]),
        ("Chris Lima gave a talk. Later Christopher Lima talked about rain.", ["Chris Lima"]),
    ],
)
def test_a_person_is_named_in_many_ways(sentence: str, expected: list[str]) -> None:
    assert speakers(sentence) == expected


@pytest.mark.parametrize(
    ("told", "spoke"),
    [
        ("We heard from experts of eight towns.", ["Ewa Nowak"]),
        ("You can hear from experts of eight towns.", []),
    ],
)
def test_an_event_with_a_key_to_register_is_over_if_somebody_heard_it(told: str, spoke: list[str]) -> None:
    head = "---\ntitle: Tram Summit 2021\nregistration_url: https://example.org/r\n---\n\n"
    post = f"{head}{told}\n\n## Trams for all\n\nEwa Nowak, head of maps at Kumo, gave a talk on trams.\n"
    assert [one.name for one in draft(post).event.speakers] == spoke
