"""Titles that are links, bold, emphasised or in quotation marks in running text, and what is none."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft

TALKS = [
    (
        (
            "**Dr. Ewa Nowak (Kumo)** – *Trams as graphs*. Nowak showed maps.\n\n"
            "**Bo Ek, MA (Porto University)** – *Rain: a model*. Ek compared two.\n\n"
            "**Mei Lin & Lars Holm** – *From rain to trams*. It had code."
        ),
        [
            ("Trams as graphs", ["Ewa Nowak"]),
            ("Rain: a model", ["Bo Ek"]),
            ("From rain to trams", ["Mei Lin", "Lars Holm"]),
        ],
    ),
    (
        "**Ewa Nowak, “Trams as graphs”.** She showed maps.\n\n**Bo Ek, “Rain in towns”.** He showed rain.",
        [("Trams as graphs", ["Ewa Nowak"]), ("Rain in towns", ["Bo Ek"])],
    ),
    ("Next, Ewa Nowak on *Trams for towns*. It was short.", [("Trams for towns", ["Ewa Nowak"])]),
    ("After that: Bo Ek, “Rain for beginners”.", [("Rain for beginners", ["Bo Ek"])]),
    ("*Trams for towns* was a joint talk by Ewa Nowak and Bo Ek.", [("Trams for towns", ["Ewa Nowak", "Bo Ek"])]),
    ("The series hosted Ewa Nowak. Her topic was “Maps and rain”.", [("Maps and rain", ["Ewa Nowak"])]),
    ("I stayed for Bo Ek’s *Rain for beginners*, which was full.", [("Rain for beginners", ["Bo Ek"])]),
    ("The second paper, “Rain in towns” by Ewa Nowak, was drier.", [("Rain in towns", ["Ewa Nowak"])]),
    ("Ewa Nowak read a paper on “Rain in towns”.", [("Rain in towns", ["Ewa Nowak"])]),
    ("Jun Tanaka gave a talk called “Trams for towns”.", [("Trams for towns", ["Jun Tanaka"])]),
    ("Her keynote, “Rain in three charts,” was short, Mei Lin said.", [("Rain in three charts", ["Mei Lin"])]),
    (
        "Ngozi Okafor gave a fine talk on ‘Trams: what a town’s people need’.",
        [("Trams: what a town’s people need", ["Ngozi Okafor"])],
    ),
    ("We saw “Trams for towns” by Jun Tanaka.", [("Trams for towns", ["Jun Tanaka"])]),
    ("I heard the *Trams for Towns* talk led by Leilani Kealoha.", [("Trams for Towns", ["Leilani Kealoha"])]),
    ("The best of the talks was *Rain Is No Excuse* by Piotr Nowak.", [("Rain Is No Excuse", ["Piotr Nowak"])]),
    (
        "Jun Tanaka presented [Trams for Towns](https://example.org/trams).",
        [("Trams for Towns", ["Jun Tanaka"])],
    ),
    (
        "We saw a fine talk by Jun Tanaka: [Trams for Towns](https://example.org/trams)",
        [("Trams for Towns", ["Jun Tanaka"])],
    ),
    (
        "**What a timetable promises** presented by Ewa Nowak was full to the last seat.",
        [("What a timetable promises", ["Ewa Nowak"])],
    ),
    (
        "In _Trams are us: rails for everybody_ by Bo Ek we saw maps.",
        [("Trams are us: rails for everybody", ["Bo Ek"])],
    ),
    (
        "The day finished with a workshop, **How small towns plan their trams**, with Kofi Asante and Marta Silva.",
        [("How small towns plan their trams", ["Kofi Asante", "Marta Silva"])],
    ),
    (
        (
            "[Rain in three charts](https://example.org/session/3) by Ewa Nowak was next, and then "
            "[Trams for small towns](https://example.org/session/4) by Bo Ek."
        ),
        [("Rain in three charts", ["Ewa Nowak"]), ("Trams for small towns", ["Bo Ek"])],
    ),
    (
        "**Trams for towns**\nWanjiru Kamau\n\n**Rain in three charts**\nMarta Silva\n\n**Old maps of towns**\nBo Ek\n",
        [
            ("Trams for towns", ["Wanjiru Kamau"]),
            ("Rain in three charts", ["Marta Silva"]),
            ("Old maps of towns", ["Bo Ek"]),
        ],
    ),
    (
        "A panel session was held, titled “Showing what drivers do for research”. Mei Lin spoke first.",
        [("Showing what drivers do for research", ["Mei Lin"])],
    ),
    (
        "A full hall sat in “How small towns plan their trams,” led by Ewa Nowak.",
        [("How small towns plan their trams", ["Ewa Nowak"])],
    ),
    (
        "Ewa Nowak talked to us on the topic of “How small towns plan their trams”.",
        [("How small towns plan their trams", ["Ewa Nowak"])],
    ),
    (
        "Ewa Nowak gave a talk on “Trams for Towns”, then Bo Ek spoke about “Rain in Charts”.",
        [("Trams for Towns", ["Ewa Nowak"]), ("Rain in Charts", ["Bo Ek"])],
    ),
    (
        "The talks were *Trams for Towns* (Ewa Nowak) and *Rain in Charts* (Bo Ek).",
        [("Trams for Towns", ["Ewa Nowak"]), ("Rain in Charts", ["Bo Ek"])],
    ),
    (
        "Ewa Nowak took the stage after lunch. The talk “Trams for Towns” was about rails.",
        [("Trams for Towns", ["Ewa Nowak"])],
    ),
    ("The first talk was “Trams for Towns”. It was given by Ewa Nowak.", [("Trams for Towns", ["Ewa Nowak"])]),
    (
        "Ewa Nowak gave [a talk called Trams for Towns](https://example.org/talks/1).",
        [("Trams for Towns", ["Ewa Nowak"])],
    ),
    (
        "The talk of the day was “Trams for Towns”.\n\nEwa Nowak spoke of rails.\n\nThen Bo Ek spoke.",
        [("Trams for Towns", ["Ewa Nowak", "Bo Ek"])],
    ),
    ("Mei Lin gave the second talk of the day: “Rain in three charts.”", [("Rain in three charts.", ["Mei Lin"])]),
    ("Mei Lin gave a talk on how it rains: *Rain in three charts*.", [("Rain in three charts", ["Mei Lin"])]),
    (
        "- *Trams for towns*, Ewa Nowak: who rides them.\n- *Rain in charts*, Bo Ek: how it falls.",
        [("Trams for towns", ["Ewa Nowak"]), ("Rain in charts", ["Bo Ek"])],
    ),
    ("Mei Lin gave a fine talk on “the rain in our town”.", [("the rain in our town", ["Mei Lin"])]),
    ("We saw a talk about »Rain in three charts« by Mei Lin.", [("Rain in three charts", ["Mei Lin"])]),
    ("Next was Mei Lin. She spoke on “Rain in three charts”.", [("Rain in three charts", ["Mei Lin"])]),
    ("“Rain in Three Charts” – Mei Lin, Kumo\n\nShe drew rain.", [("Rain in Three Charts", ["Mei Lin"])]),
    (
        "Speakers included Ewa Nowak (“Trams for Towns”) and Bo Ek (“Rain in charts”).",
        [("Trams for Towns", ["Ewa Nowak"]), ("Rain in charts", ["Bo Ek"])],
    ),
    (
        "## Ewa Nowak\n\nHer talk, “Trams for towns”, was long.\n\n## Bo Ek\n\nHis talk, “Rain in charts”, was short.",
        [("Trams for towns", ["Ewa Nowak"]), ("Rain in charts", ["Bo Ek"])],
    ),
    ("His talk, *Trams for towns*, was short, Bo Ek told us.", [("Trams for towns", ["Bo Ek"])]),
    ("I went to *Rain is a timetable*, led by Mei Lin and Bo Ek.", [("Rain is a timetable", ["Mei Lin", "Bo Ek"])]),
    ("First up was Ewa Nowak, a driver, with **Trams for towns**.", [("Trams for towns", ["Ewa Nowak"])]),
    ("Jun Tanaka opened the day with “Trams for towns”.", [("Trams for towns", ["Jun Tanaka"])]),
    ("I really enjoyed Ewa Nowak's *How to lose a timetable*.", [("How to lose a timetable", ["Ewa Nowak"])]),
    ("Then came *An atlas of rain* (Kofi Asante).", [("An atlas of rain", ["Kofi Asante"])]),
    ("In *Tests that nobody reads* Bo Ek argued for fewer.", [("Tests that nobody reads", ["Bo Ek"])]),
    (
        "In “Trams at speed,” Ewa Nowak and Bo Ek of the Kumo Society showed a depot.",
        [("Trams at speed", ["Ewa Nowak", "Bo Ek"])],
    ),
    ("“Teaching With Old Maps” looked at how to draw, Mei Lin said.", [("Teaching With Old Maps", ["Mei Lin"])]),
    (
        "Ewa Nowak opened with a talk on “Trams for towns”, followed by Bo Ek, who spoke.",
        [("Trams for towns", ["Ewa Nowak"])],
    ),
    (
        "After lunch I'd signed up for “Rain, bells and tired ears”. Two drivers, Bo Ek and Mei Lin, had walked it.",
        [("Rain, bells and tired ears", ["Bo Ek", "Mei Lin"])],
    ),
    ("For me, the highlight was Mei Lin's *Trams at the edge*.", [("Trams at the edge", ["Mei Lin"])]),
    ("**Trams at the edge**. Mei Lin gave a fast tour.", [("Trams at the edge", ["Mei Lin"])]),
    ("Mei Lin took the stage to present *Trams at the edge*.", [("Trams at the edge", ["Mei Lin"])]),
]
NONE = [
    "The theme of the conference was “How small towns plan their trams”, and Bo Ek gave a talk.",
    "Ewa Nowak gave a talk, and [Tram Club’s YouTube channel](https://www.youtube.com/c/trams) has it.",
    "“Nobody reads a dashboard at a bus stop,” said Bo Ek, who gave the keynote.",
    "Ewa Nowak spoke of her book *Rails and Rain in the North*, which is out now.",
    "Bo Ek of [Harbour Trams](https://example.org/), who led the session, likes “dry feet”.",
    "We met at [TramConf 2021](https://example.org/), and Bo Ek gave a talk.",
    "Mei Lin showed [the Tram Simulator](https://github.com/example/trams), and the hall fell silent.",
    "Bo Ek talked about *The Shape of Everyday Rain* by Jun Tanaka.",
    "We had lunch at **The Old Tram Hall** with Ana Lima and Bo Ek.",
    "I attended **Porto Tram Congress** with my colleague Bo Ek.",
    "Bo Ek ended with “Trams are a promise that a town makes.”",
    "The report “Trams and Rain” looked at fares.",
    "Her book *Trams and Towns* explored fares, said Bo Ek.",
    "He has written *Trams and Their Towns* with Ana Lima.",
    "Ana Lima works with **Women in Transport** to open data.",
]


def titles_of(text: str) -> list[tuple[str | None, list[str]]]:
    """The titled sessions of the post, each with the names of those who spoke."""
    event = draft(f"---\ntitle: TramConf 2021\n---\n\n{text}\n").event
    names = {one.id: one.name for one in event.speakers}
    return [(one.title, [names[key] for key in one.speakers]) for one in event.sessions if one.title]


@pytest.mark.parametrize(("text", "expected"), TALKS)
def test_marked_words_are_titles_where_the_text_around_them_tells_of_a_talk(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert titles_of(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_quotations_books_and_places_are_no_titles(text: str) -> None:
    assert titles_of(text) == []


def test_bold_words_that_begin_paragraphs_are_titles_where_what_follows_tells_of_a_talk() -> None:
    post = (
        "**Trams at scale.** Ewa Nowak and Bo Ek, engineers at Kumo, described their depot.\n\n"
        "**State of the rails.** In this session, Jun Tanaka walked through forty stops.\n\n"
        "**Panel: Who drives next?** Moderated by Mei Lin, the panel featured Kofi Asante and Marta Silva.\n"
    )
    assert titles_of(post) == [
        ("Trams at scale", ["Ewa Nowak", "Bo Ek"]),
        ("State of the rails", ["Jun Tanaka"]),
        ("Who drives next?", ["Mei Lin", "Kofi Asante", "Marta Silva"]),
    ]
