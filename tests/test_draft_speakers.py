"""Speakers: who of those named in a post spoke, though no form says so."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft

RECORDING = "https://www.youtube.com/watch?v=harbour"


def speakers(post: str) -> list[str]:
    return [one.name for one in draft(f"# Harbour Transport Day 2019\n\nIt rained.\n\n{post}").event.speakers]


def test_who_is_named_with_the_recording_of_a_talk_spoke() -> None:
    items = ["Ewa Nowak - Maps for night shifts", "Kwame Mensah - Trams and how to draw them"]
    post = "".join(f"* [{one}]({RECORDING}{place})\n" for place, one in enumerate(items))
    assert speakers(f"What I saw:\n\n{post}") == ["Ewa Nowak", "Kwame Mensah"]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Speakers were", ["Ewa Nowak", "Kwame Mensah", "Anna Lindqvist", "Tomasz Zielinski"]),
        ("Thanks to the organizers and sponsors", []),
        ("The following team members joined the sprint:", []),
    ],
)
def test_the_heading_of_a_list_of_names_tells_whether_they_spoke(lead: str, expected: list[str]) -> None:
    names = ["Ewa Nowak", "Kwame Mensah", "Anna Lindqvist", "Tomasz Zielinski"]
    items = "".join(f"- {one}\n" for one in names)
    assert speakers(f"## {lead}\n\n{items}") == expected


def test_who_opens_the_section_of_a_talk_spoke() -> None:
    post = "## Testing embedded systems\n\n**Itamar Nowak**\n\nHe said little of the trams. His slides were few.\n"
    assert speakers(post) == ["Itamar Nowak"]


@pytest.mark.parametrize("small", ["for", "of", "to"])
def test_who_is_only_the_aim_of_words_did_not_speak(small: str) -> None:
    assert speakers(f"There was a picture {small} Ewa Nowak on the wall.\n") == []


def test_who_is_named_by_a_handle_alone_gave_the_talk_by_it() -> None:
    assert speakers("The best talk was by @trampilot on rain.\n") == ["@trampilot"]
    assert speakers("A photo by @trampilot shows it.\n") == []


def test_who_is_named_by_a_given_name_alone_gave_the_talk_that_is_hers() -> None:
    assert speakers("The best of it was Darren’s session on rain.\n") == ["Darren"]
    assert speakers("The best of it was Darren’s hat.\n") == []


def test_a_long_row_of_names_is_no_layout() -> None:
    names = ["Ewa Nowak", "Kwame Mensah", "Anna Lindqvist", "Tomasz Zielinski", "Mei Lin", "Priya Raman", "Lars Holm"]
    assert speakers(f"{', '.join(names)} and I gathered for dinner.\n") == []
    assert speakers("## Participants\n\n" + "".join(f"- {one}, Porto University\n" for one in names)) == []


def test_who_is_named_together_with_somebody_did_the_same() -> None:
    told = (
        "Ewa Nowak (Kumo), Kwame Mensah of Volta Grid, Mei Lin, head of maps, and our own Bo Ek debated on the stage."
    )
    assert sorted(speakers(f"{told}\n")) == ["Bo Ek", "Ewa Nowak", "Kwame Mensah", "Mei Lin"]
    assert speakers("Mei Lin, head of maps, and our own Bo Ek were at lunch.\n") == []


@pytest.mark.parametrize("away", ["developed by", "inspired by", "a book by", "according to", "quoting", "a photo by"])
def test_whose_work_is_told_of_did_not_speak(away: str) -> None:
    assert speakers(f"Mei Lin gave a talk. She had maps, {away} Ewa Nowak, who walked and measured.\n") == ["Mei Lin"]


def test_who_owns_one_of_many_sections_spoke() -> None:
    said = [("Ewa Nowak", "Nurses ride at night"), ("Kwame Mensah", "Depots need doors"), ("Mei Lin", "Bells matter")]
    post = (
        "".join(f"## {words}\n\nIt rained in the hall.\n\nMore of {one} on rain.\n\n" for one, words in said)
        + "## Next\n\nWe ate.\n"
    )
    assert speakers(post) == ["Ewa Nowak", "Kwame Mensah", "Mei Lin"]
    assert speakers("It rained. More of Ewa Nowak on rain.\n") == []


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("@trampilot & @bell_ringer gave a talk", ["@bell_ringer", "@trampilot"]),
        ("Tips on rain from @trampilot of @kumo", ["@trampilot"]),
        ("Maps for night shifts - @trampilot", ["@trampilot"]),
        ("How we use rails/@kumo packages", []),
    ],
)
def test_a_heading_may_name_speakers_by_handles(heading: str, expected: list[str]) -> None:
    assert sorted(speakers(f"## {heading}\n\nIt rained.\n\n## Bells\n\nThey rang.\n")) == expected


def test_a_place_with_a_given_name_in_it_is_nobody() -> None:
    assert speakers("Ewa Nowak of the Los Angeles Times gave a talk. Then the Port Arthur News spoke.\n") == [
        "Ewa Nowak"
    ]


def test_several_authors_in_one_name_are_not_the_one_who_spoke() -> None:
    post = "---\ntitle: Trams\nauthor: Ewa Nowak, Mei Lin, Bo Ek\n---\n\nI gave a talk on trams at TramCamp 2019.\n"
    assert not draft(post).event.speakers


@pytest.mark.parametrize(
    "told",
    [
        "Ewa Nowak was up next.",
        "It was then the turn of Ewa Nowak.",
        "Kicking things off was Ewa Nowak.",
        "Then we listened to Ewa Nowak on ferries.",
        "We had Ewa Nowak on ferries.",
        "This was followed by Ewa Nowak on ferries.",
        "Thanks to Ewa Nowak for the great talk.",
        "Ewa Nowak is talking about ferries.",
    ],
)
def test_a_sentence_in_running_text_tells_who_spoke(told: str) -> None:
    assert speakers(f"It was sunny by now. {told} It took an hour.\n") == ["Ewa Nowak"]


@pytest.mark.parametrize(
    "told",
    ["The prize went to Ewa Nowak.", "Ewa Nowak organized the day.", "Ewa Nowak was in the audience."],
)
def test_who_did_something_else_at_the_event_did_not_speak(told: str) -> None:
    assert speakers(f"It was sunny by now. {told} It took an hour.\n") == []


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("## Drawing trams - Darren\n\nIt rained.", ["Darren"]),
        ("## Darren from Kumo\n\nHis talk was short.", ["Darren"]),
        ("## Drawing trams - Porto\n\nIt rained.", []),
        ("Darren and Ewa kicked off the day.", ["Darren", "Ewa"]),
        ("The first talk of the day was by Darren from Kumo.", ["Darren"]),
        ("Darren from Kumo Works spoke of rain.", ["Darren"]),
    ],
)
def test_who_has_one_name_spoke_where_it_says_so(post: str, expected: list[str]) -> None:
    assert speakers(f"{post}\n") == expected


def test_a_title_and_an_organization_speak_for_who_has_them() -> None:
    told = "There was much to see of {}, on rain.\n"
    assert speakers(told.format("Ewa Nowak, head of maps at Kumo")) == ["Ewa Nowak"]
    assert speakers(told.format("Ewa Nowak, head of maps")) == []


@pytest.mark.parametrize("given", ["Praveen", "Kirill", "Seung", "Olumide", "Xiaoyu", "Ayşe", "Itamar", "Giannis"])
def test_given_names_of_many_countries_are_known(given: str) -> None:
    assert speakers(f"{given} Qwertz talked about rain.\n") == [f"{given} Qwertz"]


def test_the_name_of_a_university_is_nobody() -> None:
    assert speakers("Ewa Nowak from Università degli Studi di Macerata gave a talk.\n") == ["Ewa Nowak"]


@pytest.mark.parametrize(
    "sentence",
    [
        "As Ewa Nowak explained in her last blog post, trams are slow.",
        "As Ewa Nowak tweeted, trams are slow.",
        "Ewa Nowak took this picture of the hall.",
        "## Participant list\n\n1. Ewa Nowak (Porto)\n2. Bo Ek (Ghent)\n3. Mei Lin (Brno)",
    ],
)
def test_whoever_wrote_took_pictures_or_was_there_is_no_speaker(sentence: str) -> None:
    assert draft(f"# Tram Day 2019\n\nA day of trams.\n\n{sentence}\n\nIt rained.\n").event.speakers == ()


def test_an_author_whose_name_a_site_does_not_tell_is_no_speaker() -> None:
    for author, found in (("admin", []), ("Ewa Nowak", ["Ewa Nowak"])):
        made = draft(f"---\ntitle: Tram Day 2019\nauthor: {author}\n---\n\nI gave a talk on trams.\n").event
        assert [one.name for one in made.speakers] == found


@pytest.mark.parametrize(
    "told",
    [
        "La segunda charla fue la de Ewa Nowak.",
        "Al volver fue el turno de Ewa Nowak.",
        "A palestra de Ewa Nowak foi a última.",
        "Keynoten av Ewa Nowak handlet om trikken.",
        "Dann kam der Vortrag von Ewa Nowak.",
        "La présentation de Ewa Nowak était courte.",
    ],
)
def test_a_talk_is_told_of_in_other_languages(told: str) -> None:
    assert speakers(f"{told}\n") == ["Ewa Nowak"]


@pytest.mark.parametrize(
    "sentence",
    [
        "He quoted from *The Mythical Tram* by Ewa Nowak.",
        "You can read more in *Trams for all* by Ewa Nowak.",
        "It reminded me of the film *The Red Tram* by Ewa Nowak.",
        "We had lunch at *The Blue Lantern* with Ewa Nowak.",
    ],
)
def test_whose_work_is_named_did_not_speak(sentence: str) -> None:
    assert speakers(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I ended up at a table with Mei Lin and Bo Ek, and we talked about beehives all night.",
        "At lunch I sat beside an old colleague, Mei Lin, and we compared notes.",
    ],
)
def test_whom_one_sat_beside_did_not_speak(sentence: str) -> None:
    assert speakers(sentence) == []


def test_who_stands_in_brackets_behind_a_title_spoke() -> None:
    assert speakers("Then came *An atlas of rain* (Ewa Nowak).") == ["Ewa Nowak"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the discussion, Ewa Nowak objected that Lisbon has hills.",
        "Ewa Nowak wanted to know what happens when it rains.",
        "Ewa Nowak asked from the back of the room who would pay.",
        "An idea that was first put forward by Ewa Nowak in 1961.",
        "Ewa Nowak had to cancel because of a strike.",
        "The prize for the best poster went to Ewa Nowak.",
        "Ewa Nowak sponsored the soup.",
        "My colleague Ewa Nowak joined me on the tram.",
    ],
)
def test_who_asked_helped_or_stayed_away_did_not_speak(sentence: str) -> None:
    assert speakers(f"Mei Lin gave a talk about rain.\n\n{sentence}") == ["Mei Lin"]


def test_a_recap_that_ends_with_what_is_to_come_tells_who_spoke() -> None:
    post = (
        "Bo Ek looked back, laughed and announced that version 4 will be released soon. "
        "Ewa Nowak described her depot and walked us through it.\n\n"
        "Recordings will be available soon. Join us next year!"
    )
    assert speakers(post) == ["Bo Ek", "Ewa Nowak"]


def test_the_event_itself_is_nobody() -> None:
    assert speakers("The third Harbour Rails Unconference took place on Friday. It was packed.") == []
