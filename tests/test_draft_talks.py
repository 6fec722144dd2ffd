"""Drafts of talks: a title and who gave it side by side, however they are written, and talks without a title."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft

PAIRS = (
    ("Wanjiru Kamau", "Trams for Small Towns"),
    ("Marta Silva", "Rain in Three Charts"),
    ("Bo Ek", "Maps and Ferries"),
)
WAYS = (
    "{title} by {name}",
    "{title}, by {name} of Kumo",
    "{title} (led by {name})",
    "{title} - {name}",
    "{title} – {name}, Kumo",
    "{title} ({name})",
    "{title} with {name}",
    "{title} por {name}",
    "“{title}” by {name} (Kumo)",
    "{name} - {title}",
    "{name}: {title}",
    "{name} — “{title}”",
    "{name} (Kumo): {title}",
)
PLACES = ("## {}\n\nIt was short.\n\n", "- {}\n", "- **{}**\n", "- [{}](https://example.org/v)\n", "- 10:30 {}\n")


def talks(text: str) -> list[tuple[str | None, list[str]]]:
    """The titles of a draft's sessions, and who spoke in each."""
    event = draft(text).event
    names = {one.id: one.name for one in event.speakers}
    return [(one.title, [names[speaker] for speaker in one.speakers]) for one in event.sessions]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", WAYS)
def test_a_title_and_a_name_are_told_apart_wherever_they_stand(way: str, place: str) -> None:
    lines = "".join(place.format(way.format(name=name, title=title)) for name, title in PAIRS)
    assert talks(f"# Harbour Day 2019\n\nThe talks were:\n\n{lines}") == [(title, [name]) for name, title in PAIRS]


@pytest.mark.parametrize(
    "office", ["Kumo", "Director of Maps, Kumo", "Chief Executive", "ODI", "Head of Data at Harbour Clinic"]
)
def test_an_office_behind_a_dash_is_no_title(office: str) -> None:
    assert talks(f"# Notes\n\n## Wanjiru Kamau - {office}\n\nShe spoke about trams.") == [(None, ["Wanjiru Kamau"])]


def test_where_no_talk_has_a_title_everybody_who_is_sure_to_have_spoken_gave_one() -> None:
    text = "# Harbour Day 2019\n\nWanjiru Kamau gave a talk. Bo Ek, head of maps, says that trams are late. {}"
    assert talks(text.format("")) == [(None, ["Wanjiru Kamau"])]
    assert talks(text.format("Then he presented his maps.")) == [(None, ["Wanjiru Kamau"])]
    assert talks(text.format("Bo Ek showed his maps.")) == [(None, ["Wanjiru Kamau"]), (None, ["Bo Ek"])]


def test_where_many_talks_have_a_title_none_is_without() -> None:
    more = (*PAIRS, ("Jun Tanaka", "Ferries at Night"), ("Ewa Nowak", "Clinics by Tram"))
    lines = "".join(f"- {title} by {name}\n" for name, title in more)
    text = f"# Harbour Day 2019\n\nAmara Diallo gave a talk.\n\nThe talks were:\n\n{lines}"
    assert talks(text) == [(title, [name]) for name, title in more]


def test_whoever_is_billed_beside_a_speaker_spoke_too() -> None:
    text = "# Harbour Day 2019\n\n## Trams for Small Towns — Wanjiru Kamau and Zoltar Bim\n\nWanjiru Kamau spoke."
    assert talks(text) == [("Trams for Small Towns", ["Wanjiru Kamau", "Zoltar Bim"])]


@pytest.mark.parametrize("heading", ["Lessons", "Books", "Our team", "Thanks", "Winners", "Quotes"])
def test_a_list_of_other_things_that_people_made_is_no_list_of_talks(heading: str) -> None:
    lines = "".join(f"- {title} by {name}\n" for name, title in PAIRS)
    assert [title for title, _ in talks(f"# Harbour Day 2019\n\n## {heading}\n\n{lines}") if title] == []


def test_talks_in_a_table_are_told_by_its_headings_or_by_its_names() -> None:
    rows = "".join(f"| 10:00 | {name} | {title} |\n" for name, title in PAIRS)
    for head in ("| Time | Speaker | Talk |\n", "| | | |\n"):
        found = talks(f"# Harbour Day 2019\n\n{head}|---|---|---|\n{rows}")
        assert found == [(title, [name]) for name, title in PAIRS]


def test_a_numbered_session_of_several_talks_is_no_talk() -> None:
    lines = "".join(f"- {title} by {name}\n" for name, title in PAIRS)
    assert talks(f"# Harbour Day 2019\n\n## Session 1: Towns by the Sea\n\n{lines}") == [
        (title, [name]) for name, title in PAIRS
    ]


def test_a_heading_that_counts_talks_has_its_title_below() -> None:
    text = "# Harbour Day 2019\n\n## Talk 1\n\n{}Trams for Small Towns\n\nWanjiru Kamau spoke of trams.\n"
    for label in ("", "Topic: ", "**Title:** "):
        assert talks(text.format(label)) == [("Trams for Small Towns", ["Wanjiru Kamau"])]
    below = "# Harbour Day 2019\n\n## Wanjiru Kamau\n\n{}\n\nShe spoke of trams.\n"
    for line in ("### Trams for Small Towns", "*Trams for Small Towns*", "“Trams for Small Towns”"):
        assert talks(below.format(line)) == [("Trams for Small Towns", ["Wanjiru Kamau"])]


def test_a_talk_without_a_title_is_told_only_where_at_most_three_have_one() -> None:
    title = "---\ntitle: TramConf 2021\n---\n\n"
    told = "## Notes\n\nEwa Nowak gave a talk about ferries.\n"
    named = [("Maps for night shifts", ["Kwame Mensah"]), ("Rain in charts", ["Marta Silva"]), ("Ice", ["Bo Ek"])]
    named.append(("Ferries", ["Mei Lin"]))
    for number in range(4):
        headed = "".join(f"## {one} — {who}\n\nText.\n\n" for one, [who] in named[:number])
        assert talks(title + headed + told) == [*named[:number], (None, ["Ewa Nowak"])]
    headed = "".join(f"## {one} — {who}\n\nText.\n\n" for one, [who] in named)
    assert talks(title + headed + told) == named


@pytest.mark.parametrize("heading", ["Quantum Widgets — Maria Jensen", "Offene Daten - Peter Müller"])
def test_a_topic_before_a_name_that_is_known_is_no_name(heading: str) -> None:
    event = draft(f"# Tram Day 2019\n\n## {heading}\n\nText.\n\n## Petra Holm – Graph Theory\n\nText.\n").event
    title, name = heading.replace("—", "-").split(" - ")
    assert [(one.title, one.speakers) for one in event.sessions] == [
        (title, (event.speakers[0].id,)),
        ("Graph Theory", ("petra-holm",)),
    ]
    assert [one.name for one in event.speakers] == [name, "Petra Holm"]


def test_a_name_that_nobody_knows_is_taken_beside_the_title_of_a_post_or_as_others_are() -> None:
    title = "Timetables for a Widely Spread Town"
    assert talks(f"# {title} by Zorvik Quellan (Engineer @ Kumo) @zq\n\nIt was short.") == [(title, ["Zorvik Quellan"])]
    beside = [("Trams for Small Towns", ["Wanjiru Kamau"]), (title, ["Zorvik Quellan"])]
    text = "".join(f"## {one} - {who}\n\nIt was short.\n\n" for one, (who,) in beside)
    assert talks(f"# Harbour Day 2019\n\n{text}") == beside


@pytest.mark.parametrize("below", ["_May 3, 2019 - Ewa Nowak_", "*Ewa Nowak, May 3, 2019, 2:30pm EST*", "by Ewa Nowak"])
def test_the_parts_of_a_talk_whose_speaker_stands_below_the_title_of_the_post_are_no_talks(below: str) -> None:
    parts = "### Hurry\n\nBo Ek spoke of hurry at length.\n\n### Patience\n\nJun Tanaka spoke of patience at length.\n"
    found = talks(f"## You Wait Too Long for Trams\n\n{below}\n\n{parts}")
    assert [one for one in found if one[0]] == [("You Wait Too Long for Trams", ["Ewa Nowak"])]


def test_whoever_is_announced_above_and_named_in_one_section_alone_gave_the_talk_of_its_heading() -> None:
    above = "# Harbour Day 2019\n\nWe heard two talks, by Ewa Nowak and Bo Ek.\n\n"
    first = "## Timetables are promises\n\nNowak explained how buses wait.\n\n"
    second = "## Maps for night shifts\n\nEk showed maps.\n"
    assert talks(above + first + second) == [
        ("Timetables are promises", ["Ewa Nowak"]),
        ("Maps for night shifts", ["Bo Ek"]),
    ]


@pytest.mark.parametrize(
    "below", ["Panelist Ewa Nowak explained how buses wait.", "It rained, panelist Ewa Nowak said."]
)
def test_what_a_panelist_said_is_no_talk(below: str) -> None:
    assert talks(f"# Harbour Day 2019\n\nIt rained.\n\n## Timetables are promises\n\n{below}\n") == [
        (None, ["Ewa Nowak"])
    ]


def test_tips_that_are_counted_are_no_talks() -> None:
    tips = "## Tip #1: Ride early\n\nEwa Nowak spoke of mornings.\n\n## Tip #2: Ride late\n\nBo Ek spoke of nights.\n"
    assert talks(f"# Harbour Day 2019\n\n{tips}") == [(None, ["Ewa Nowak"]), (None, ["Bo Ek"])]


def test_a_line_that_names_the_speaker_again_is_no_title() -> None:
    text = "# Harbour Day 2019\n\n## Ewa Nowak\n\n*Ewa Nowak, Kumo*\n\nShe spoke of trams.\n"
    assert talks(text) == [(None, ["Ewa Nowak"])]


@pytest.mark.parametrize(
    "title",
    [
        "Guest lecture: Ana Lima - Rain in three charts",
        "Recap: “Rain in three charts” with Ana Lima",
        "Rain in three charts, by Ana Lima",
        "Harbour Data Meetup #12: Rain in three charts",
        "Tram Talk: Rain in three charts (Ana Lima)",
        "TramConf 2019: Ana Lima – Rain in three charts",
    ],
)
def test_the_title_of_a_post_that_is_one_talk_tells_what_it_was_called_and_who_gave_it(title: str) -> None:
    text = f'---\ntitle: "{title}"\n---\n\nOn Tuesday we met at Kumo. Ana Lima gave a talk and showed rain.\n'
    assert talks(text) == [("Rain in three charts", ["Ana Lima"])]
    short = text.replace("Ana Lima gave", "Ana gave")
    assert "Ana Lima" not in title or talks(short) == [("Rain in three charts", ["Ana Lima"])]


@pytest.mark.parametrize(
    "text",
    [
        "A panel moderated by Ewa Nowak closed the day. On stage were Ana Lima, Bo Ek and Mei Lin.",
        "It ended with a panel. Ewa Nowak moderated, and Ana Lima, Bo Ek and Mei Lin answered questions.",
        "The panel “Who owns rain?” brought together Ana Lima (Kumo), Bo Ek and Mei Lin, moderated by Ewa Nowak.",
        "## Who owns rain?\n\nEwa Nowak moderated a panel. Ana Lima (Kumo), Bo Ek and Mei Lin disagreed.",
    ],
)
def test_all_who_sat_on_a_panel_and_whoever_moderated_it_are_of_one_session(text: str) -> None:
    [(title, people)] = talks(f"# Harbour Day 2019\n\n{text}\n")
    assert title in (None, "Who owns rain?")
    assert sorted(people) == ["Ana Lima", "Bo Ek", "Ewa Nowak", "Mei Lin"]


@pytest.mark.parametrize("heading", ["Keynote", "Opening keynote", "Panel discussion", "Fireside chat"])
def test_a_heading_that_tells_the_kind_of_a_talk_stands_for_its_title_where_somebody_gave_it(heading: str) -> None:
    text = "# Harbour Day 2019\n\nIt rained.\n\n## {}\n\n{}\n\n## Lunch\n\nWe had soup.\n"
    assert talks(text.format(heading, "Ewa Nowak opened the day.")) == [(heading, ["Ewa Nowak"])]
    assert talks(text.format(heading, "It was long.")) == []


def test_a_heading_without_a_space_begins_a_section_though_text_follows() -> None:
    text = "#Harbour Day 2019\n\n##Rain in three charts\nAna Lima gave a talk.\n##Maps - Bo Ek\nHe drew maps.\n"
    assert talks(text) == [("Rain in three charts", ["Ana Lima"]), ("Maps", ["Bo Ek"])]


@pytest.mark.parametrize(
    ("heading", "title", "people"),
    [
        ("Maps for nurses (Kwame Mensah, Zolta Grid)", "Maps for nurses", ["Kwame Mensah"]),
        ("Maps for nurses | Kwame Mensah | Zolta Grid", "Maps for nurses", ["Kwame Mensah"]),
        ("Kwame Mensah’s “Maps for nurses”", "Maps for nurses", ["Kwame Mensah"]),
        ("Kwame Mensah's talk: Maps for nurses", "Maps for nurses", ["Kwame Mensah"]),
        ("“Maps for nurses”: Kwame Mensah on nights", "Maps for nurses", ["Kwame Mensah"]),
        ("Kwame Mensah with Ana Lima: Maps for nurses", "Maps for nurses", ["Kwame Mensah", "Ana Lima"]),
        (
            "Kwame Mensah in conversation with Ana Lima",
            "Kwame Mensah in conversation with Ana Lima",
            ["Kwame Mensah", "Ana Lima"],
        ),
    ],
)
def test_a_heading_tells_the_title_and_everybody_who_spoke(heading: str, title: str, people: list[str]) -> None:
    assert talks(f"# Harbour Day 2019\n\n## {heading}\n\nIt was short.\n") == [(title, people)]


def test_a_meeting_of_a_panel_is_one_talk() -> None:
    text = "---\ntitle: Harbour Tram Salon 5 - Trams for Towns\n---\n\nIt was a panel discussion.\n\n{}\n"
    people = "Ana Lima opened it.\n\nThen Bo Ek spoke."
    assert talks(text.format(people)) == [("Trams for Towns", ["Ana Lima", "Bo Ek"])]


@pytest.mark.parametrize("title", ["Our lunch with Ana Lima", "Harbour Data Meetup: Rain in three charts"])
def test_the_title_of_a_meeting_is_that_of_no_talk_where_several_spoke(title: str) -> None:
    text = f"---\ntitle: '{title}'\n---\n\nAna Lima gave a talk.\n\nThen Bo Ek gave a talk.\n"
    assert talks(text) == [(None, ["Ana Lima"]), (None, ["Bo Ek"])]


def test_links_to_recordings_that_look_the_same_are_talks() -> None:
    titles = ["Trams for Small Towns", "Rain in Three Charts", "Maps and Ferries", "Ferries at Night"]
    links = "".join(f"- [{one}](https://youtu.be/{place})\n" for place, one in enumerate(titles))
    assert talks(f"# Harbour Day 2019\n\nWhat I liked:\n\n{links}") == [(one, []) for one in titles]


@pytest.mark.parametrize("heading", ["Everything else", "Lunch", "The after-party", "Hallway track", "Arriving"])
def test_what_is_beside_the_talks_is_no_talk(heading: str) -> None:
    text = f"# Harbour Day 2019\n\n## {heading}\n\nEwa Nowak gave a talk about rain. She was great.\n"
    assert talks(text) == [(None, ["Ewa Nowak"])]


@pytest.mark.parametrize("heading", ["Notes by Ewa Nowak", "Slides by Ewa Nowak", "Announcements"])
def test_what_was_written_down_or_announced_is_no_talk(heading: str) -> None:
    assert all(title is None for title, _ in talks(f"# Harbour Day 2019\n\n## {heading}\n\nIt rained.\n"))


@pytest.mark.parametrize("mark", ["", "**", "*"])
@pytest.mark.parametrize("parted", ["\n\n", "\n", "  \n", "\n\nRoom: Blue\n\n"])
@pytest.mark.parametrize("titles_first", [True, False])
def test_labels_tell_titles_and_who_gave_them(mark: str, parted: str, *, titles_first: bool) -> None:
    pairs = [
        (f"{mark}Title:{mark} {title}", f"{mark}Speaker:{mark} {name}, Kumo")[:: 1 if titles_first else -1]
        for name, title in PAIRS
    ]
    text = "# Harbour Day 2019\n\nIt rained.\n\n" + "\n\n".join(parted.join(pair) for pair in pairs)
    assert talks(text + "\n\nThat was all.\n") == [(title, [name]) for name, title in PAIRS]


@pytest.mark.parametrize("sign", ["", "🔒 "])
def test_a_line_below_a_heading_of_names_is_the_title_and_one_of_a_role_is_none(sign: str) -> None:
    post = (
        f"# Tram Day 2019\n\n## Talks\n\n### Ewa Nowak (Kumo)\n\n{sign}Maps for night shifts\n\nIt was short.\n\n"
        f"### Bo Ek & Mei Lin\n\n{sign}Predicting the unpredictable\n\nA tour of the rails.\n\n"
        f"### Kofi Asante\n\n{sign}Head of maps at Kumo\n\nHe gave a talk.\n\n"
        f"### Marta Silva\n\n{sign}Volta Grid Transport\n\nShe gave a talk.\n"
    )
    event = draft(post).event
    names = {one.id: one.name for one in event.speakers}
    assert [(one.title, [names[key] for key in one.speakers]) for one in event.sessions] == [
        ("Maps for night shifts", ["Ewa Nowak"]),
        ("Predicting the unpredictable", ["Bo Ek", "Mei Lin"]),
        (None, ["Kofi Asante"]),
        (None, ["Marta Silva"]),
    ]


def test_a_break_is_no_session_and_quoted_words_of_a_title_are() -> None:
    post = (
        "---\ntitle: Notes from “Building for the next billion” by Ewa Nowak\n---\n\n"
        "She gave a talk at Tram Forum 2021.\n\n"
        "## Coffee break\n\nIt was hot.\n\n## Social event\n\nIt was loud.\n"
    )
    (session,) = draft(post).event.sessions
    assert (session.title, session.speakers) == ("Building for the next billion", ("ewa-nowak",))


@pytest.mark.parametrize("prefix", ["Attended ", "Attended: ", "I saw ", "B. ", "Conversation: "])
def test_what_begins_the_line_of_a_talk_is_no_part_of_its_title(prefix: str) -> None:
    text = f"# Harbour Day 2019\n\n## Talks\n\n- {prefix}Model Trams for Three Towns - Ewa Nowak. It was short.\n"
    assert talks(text) == [("Model Trams for Three Towns", ["Ewa Nowak"])]


def test_names_of_python_keep_their_underscores_at_the_edge_of_a_title() -> None:
    text = (
        "# Harbour Day 2019\n\n## Talks\n\n- `__del__` is no __good__ - Bo Ek\n- Never write `__all__`, by Ewa Nowak\n"
    )
    assert talks(text) == [(r"\_\_del\_\_ is no good", ["Bo Ek"]), (r"Never write \_\_all\_\_", ["Ewa Nowak"])]


def test_whoever_is_told_of_beside_the_speaker_of_a_section_gave_no_talk() -> None:
    text = "# Harbour Day 2019\n\n## Trams for small towns\n\nEwa Nowak gave a talk. Her colleague Bo Ek built a map.\n"
    assert talks(text) == [("Trams for small towns", ["Ewa Nowak"])]


def talks_told(post: str) -> list[tuple[str | None, list[str]]]:
    event = draft(post).event
    names = {one.id: one.name for one in event.speakers}
    return [(one.title, [names[speaker] for speaker in one.speakers]) for one in event.sessions]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            (
                "The talk by Mei Lin was on rain.\n\nNext, Ewa Nowak on *Trams as a service*. It was long.\n\n"
                "I liked the talk by Bo Ek, “Rain for all”, in which he showed maps."
            ),
            [(None, ["Mei Lin"]), ("Trams as a service", ["Ewa Nowak"]), ("Rain for all", ["Bo Ek"])],
        ),
        ("Next month: *The Tram of Life*, introduced by Ewa Nowak.", []),
        (
            "**Session 1 - Trams for All by Engr. Ewa Nowak**\n\nEngr. Ewa Nowak spoke.",
            [("Trams for All", ["Ewa Nowak"])],
        ),
        ("### Fireside chat: Ewa Nowak + Bo Ek\n\nThey talked.", [(None, ["Ewa Nowak", "Bo Ek"])]),
        (
            "The moderator is Professor Ewa Nowak. On stage are Bo Ek, who edits; Mei Lin of Kumo; and Lars Holm.",
            [(None, ["Ewa Nowak", "Bo Ek", "Mei Lin", "Lars Holm"])],
        ),
        ("### 10:00 Room A: Trams for all? (Ewa Nowak)\n\nShe spoke.", [("Trams for all?", ["Ewa Nowak"])]),
    ],
)
def test_talks_are_told_in_order(told: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert talks_told(f"# Notes from Tram Forum 2021\n\nIt rained.\n\n{told}\n") == expected


def test_a_title_of_a_post_is_no_talk_where_others_have_titles() -> None:
    post = (
        "# Seminar: Trams in the humanities (Porto, 12 May 2017)\n\nMany came.\n\n"
        "**Ewa Nowak (Kumo)** – *Trams as graphs*. She showed maps.\n\n**Bo Ek** – *Rain: a model*. He showed rain.\n"
    )
    assert talks_told(post) == [("Trams as graphs", ["Ewa Nowak"]), ("Rain: a model", ["Bo Ek"])]
