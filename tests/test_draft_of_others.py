"""Posts as other people write them: what a draft says of speakers, talks, quotations, dates and organizers."""

from __future__ import annotations

from eventnotes.draft import draft
from eventnotes.model import Event, Framework, Lesson, Quote


def event_of(post: str) -> Event:
    return draft(post).event


def talks_of(post: str) -> list[tuple[str | None, list[str]]]:
    event = event_of(post)
    names = {one.id: one.name for one in event.speakers}
    return [(one.title, [names[speaker] for speaker in one.speakers]) for one in event.sessions]


def quotes_of(post: str) -> list[tuple[str, str | None]]:
    event = event_of(post)
    names = {one.id: one.name for one in event.speakers}
    said = [one for _, one in event.every(Quote)]
    return [(one.text, names[one.speaker] if one.speaker else one.attribution) for one in said]


def test_a_line_of_names_below_a_heading_tells_who_spoke() -> None:
    post = (
        "# TramConf 2021\n\nIt rained.\n\n## Opening Keynote\n\nWanjiru Kamau, Mei Lin and Bo Ek\n\nIt was long.\n\n"
        "## Rain in Three Charts\n\nThabo Nkosi\n\nI liked it.\n\n## Organizers\n\nAna Lima\n"
    )
    assert talks_of(post) == [
        ("Opening Keynote", ["Wanjiru Kamau", "Mei Lin", "Bo Ek"]),
        ("Rain in Three Charts", ["Thabo Nkosi"]),
    ]


def test_a_list_of_talks_tells_titles_speakers_and_organizations() -> None:
    post = (
        "# TramConf 2021\n\nWe had this agenda:\n\n"
        "- [Trams for Towns](https://example.org/1) - [Zyx Qwert](https://twitter.com/zyx), Kumo\n"
        "- Rain in Three Charts - [Mei Lin](https://twitter.com/mei), Porto Water\n"
        "- Maps of Old Harbours - [Thabo Nkosi](https://www.linkedin.com/in/thabo)\n"
    )
    assert talks_of(post) == [
        ("Trams for Towns", ["Zyx Qwert"]),
        ("Rain in Three Charts", ["Mei Lin"]),
        ("Maps of Old Harbours", ["Thabo Nkosi"]),
    ]
    roles = {one.name: [role.organization for role in one.roles] for one in event_of(post).speakers}
    assert roles == {"Zyx Qwert": ["Kumo"], "Mei Lin": ["Porto Water"], "Thabo Nkosi": []}


def test_a_heading_above_this_talk_is_a_title_and_a_heading_of_a_day_is_none() -> None:
    post = (
        "# Notes from TramConf\n\nIt rained.\n\n## June 3, 2021 - Talks\n\nMei Lin gave a talk.\n\n"
        "## June 4, 2021 - More\n\nWe ate.\n\n## Rain in Three Charts\n\nThis talk was short.\n"
    )
    assert talks_of(post) == [(None, ["Mei Lin"]), ("Rain in Three Charts", [])]
    event = event_of(post)
    assert (str(event.start), str(event.end)) == ("2021-06-03", "2021-06-04")


def test_the_name_of_an_event_is_no_title_of_the_talk_below_it() -> None:
    assert talks_of("# TramConf 2021\n\n## Mei Lin\n\nShe spoke of rain.\n\n## Bo Ek\n\nHe sang.\n") == [
        (None, ["Mei Lin"]),
        (None, ["Bo Ek"]),
    ]
    assert talks_of("# Rain in Charts\n\n## Mei Lin\n\nShe spoke of rain.\n") == [("Rain in Charts", ["Mei Lin"])]


def test_a_given_name_alone_is_a_speaker_where_it_gave_a_talk() -> None:
    assert [one.name for one in event_of("# TramConf\n\nThe session was pitched by Ingrid. Mary ate.\n").speakers] == [
        "Ingrid"
    ]


def test_a_quotation_is_of_who_is_named_above_it() -> None:
    post = (
        "# TramConf 2021\n\n## Mei Lin\n\n“Rain is a kind of data.” That was her first line.\n\n## Thanks\n\n"
        "Thabo Nkosi closed his talk by saying...\n\n“A tram is a promise to everybody.”\n"
    )
    assert sorted(quotes_of(post), reverse=True) == [
        ("Rain is a kind of data.", "Mei Lin"),
        ("A tram is a promise to everybody.", "Thabo Nkosi"),
    ]


def test_a_block_quote_of_nobody_stays_in_the_text_and_is_doubted() -> None:
    made = draft("# TramConf 2021\n\nWe went.\n\n> All the trams of the town were late that day.\n")
    assert quotes_of("# TramConf 2021\n\nWe went.\n\n> All the trams of the town were late that day.\n") == []
    assert "> All the trams of the town were late that day." in made.markdown
    assert [one.form for one in made.findings.doubted if one.kind == "quote"] == ["block"]


def test_two_persons_organize() -> None:
    post = "# TramConf 2021\n\nThe event was organised by Mei Lin and Thabo Nkosi in May.\n"
    assert [one.name for one in event_of(post).organizers] == ["Mei Lin", "Thabo Nkosi"]


def test_a_post_of_a_social_network_is_not_given_to_the_speaker_above_it() -> None:
    post = "# TramConf 2021\n\n## Rain in Charts\n\nMei Lin gave a talk.\n\n> Great talk on rain, thanks! - @somebody\n"
    assert talks_of(post) == [("Rain in Charts", ["Mei Lin"])]
    assert quotes_of(post) == []


def test_a_theme_above_several_titled_talks_is_no_talk() -> None:
    post = (
        "# TramConf 2021\n\n## Life on rails\n\nWanjiru Kamau gave a talk titled ‘Trams: what small towns want’. It "
        "was long.\n\nLater Tomasz Nowak presented his talk on ‘Rain in Three Charts’. It was short.\n"
    )
    assert talks_of(post) == [
        ("Trams: what small towns want", ["Wanjiru Kamau"]),
        ("Rain in Three Charts", ["Tomasz Nowak"]),
    ]


def test_a_label_below_a_speaker_gives_the_title() -> None:
    post = "# Trams, March\n\n## Presenters\n\n### Priya Raman\n\n- Talk: Trams for towns.\n- Slides: none\n"
    assert talks_of(post) == [("Trams for towns", ["Priya Raman"])]


def test_their_talk_is_of_those_whom_the_sentence_above_names() -> None:
    post = (
        "# TramConf 2021\n\nThe last talk was given by Mei Lin and Amara Diallo. Their talk “Trams for Towns” was "
        "the best of the day.\n"
    )
    assert talks_of(post) == [("Trams for Towns", ["Mei Lin", "Amara Diallo"])]


def test_a_quotation_goes_on_while_nobody_else_is_named() -> None:
    post = (
        "# TramConf 2021\n\nThabo Nkosi gave a talk. Thabo Nkosi said “a tram is a promise to the town”. When the rain "
        "came, “we all looked at the timetable again”.\n"
    )
    assert quotes_of(post) == [
        ("a tram is a promise to the town", "Thabo Nkosi"),
        ("we all looked at the timetable again", "Thabo Nkosi"),
    ]


def test_somebody_who_is_no_known_person_is_named_as_the_text_does() -> None:
    post = (
        "# TramConf 2021\n\nZyrka, a project manager at the depot: “I have never been late in all my years.”\n\n"
        "The depot team says of the plan that “it is a long road to better trams”.\n\n"
        "Comments from the passengers:\n\n- “It was worth every minute of the wait”\n"
    )
    assert quotes_of(post) == [
        ("I have never been late in all my years.", "Zyrka"),
        ("it is a long road to better trams", "The depot team"),
        ("It was worth every minute of the wait", "passengers"),
    ]


def test_an_author_who_says_so_spoke() -> None:
    header = "---\ntitle: TramConf 2021\nauthor: Zyrka Qwert\n---\n"
    assert talks_of(f"{header}\nIt rained. On Monday I gave a talk on trams.\n") == [(None, ["Zyrka Qwert"])]
    assert [
        one.name for one in event_of(f"{header}\nIt was an honour to be one of the panelists, I thought.\n").speakers
    ] == []
    assert [
        one.name for one in event_of(f"{header}\nMei Lin spoke. She said “I gave my first talk here”.\n").speakers
    ] == ["Mei Lin"]


def test_a_session_has_whom_its_text_names_first() -> None:
    post = (
        "# TramConf 2021\n\n## Trams for towns\n\nMei Lin gave a talk. Thabo Nkosi asked some good questions.\n\n"
        "## Rain in Three Charts\n\nIn this talk Wanjiru Kamau showed a map.\n"
    )
    assert talks_of(post) == [
        ("Trams for towns", ["Mei Lin"]),
        ("Rain in Three Charts", ["Wanjiru Kamau"]),
    ]


def test_a_post_whose_title_names_its_talk_has_one() -> None:
    header = "---\ntitle: Trams for Towns – Webinar Recap\n---\n"
    post = f"{header}\nMei Lin spoke first.\n\n## Ask people\n\nThabo Nkosi spoke next.\n"
    assert talks_of(post) == [("Trams for Towns", ["Mei Lin", "Thabo Nkosi"])]


def test_words_in_quotation_marks_are_of_the_one_who_speaks_in_the_session() -> None:
    post = (
        '# TramConf 2021\n\n## Trams for towns - Mei Lin\n\n- rain\n- "we all wait for the same tram in the rain"\n'
        '- see the chapter "How Trams Came to Our Town"\n\n### After that\n\n> “You will never wait alone at a stop.”\n'
    )
    assert quotes_of(post) == [
        ("we all wait for the same tram in the rain", "Mei Lin"),
        ("You will never wait alone at a stop.", "Mei Lin"),
    ]


def test_a_speaker_may_be_called_as_a_field_is() -> None:
    made = draft("# TramConf 2021\n\n## Trams for towns\n\nMei Extrana gave a talk.\n")
    assert [one.id for one in made.event.speakers] == ["mei-extrana"]
    assert "Mei Extrana" in made.markdown


def test_single_marks_enclose_a_quotation_only_where_somebody_is_said_to_say_it() -> None:
    post = (
        "# Notes\n\n## Trams for Towns\n\nMei Lin gave a talk. She said: ‘Nobody’s tram should wait in the rain.’ "
        "The ‘slow trams for all the towns’ plan and the users' maps of towns were long.\n"
    )
    assert quotes_of(post) == [("Nobody’s tram should wait in the rain.", "Mei Lin")]


def test_what_has_a_maker_and_what_a_theme_was_are_titles() -> None:
    post = (
        "# Notes\n\nMei Lin and Bo Ek gave talks. He spoke.\n\n"
        '"How we all learned to wait for trams in the rain" by Bo Ek\n\n'
        "This year's theme was “caring for your trams, your maps and yourself in rain” and she liked it.\n"
    )
    assert quotes_of(post) == []


def test_lessons_are_what_stands_below_a_label_in_bold_and_in_lines() -> None:
    post = (
        "# Notes from TramConf\n\nIt rained.\n\n## What we learned\n\n**Ask the riders early.** It saves time.\n\n"
        "**Count all stops twice.** It rained.\n\n## Key takeaways\n\n- Mei\n  - Draw short maps\n- Bo\n"
        "  - Paint the stops red\n"
    )
    assert [one.text for _, one in event_of(post).every(Lesson)] == [
        "Ask the riders early.",
        "Count all stops twice.",
        "Draw short maps",
        "Paint the stops red",
    ]


def test_a_list_of_talks_or_books_is_no_framework_and_no_lessons() -> None:
    post = (
        "# Notes from TramConf\n\nThere were three talks:\n\n1. Trams for Towns\n2. Rain in Charts\n3. Old Maps\n\n"
        "My favourite books:\n\n- Rain\n- Trams\n- Maps\n\nWe will meet again and it was fun.\n"
    )
    event = event_of(post)
    assert ([*event.every(Framework)], [*event.every(Lesson)]) == ([], [])


def test_a_counted_list_is_a_framework_also_where_its_items_are_lines() -> None:
    post = "# Notes\n\nA good stop rests on three pillars:\n\n• Light\n• Maps\n• Calm\n\nIt rained.\n"
    assert [[part.title for part in one.elements] for _, one in event_of(post).every(Framework)] == [
        ["Light", "Maps", "Calm"]
    ]


def test_a_pronoun_means_the_last_who_is_said_to_speak() -> None:
    post = (
        "# TramConf 2021\n\nEwa Nowak and Mei Lin gave a talk. Nowak said that it rains, Lin added that trams wait. "
        "“Some towns have no rails at all,” she said.\n"
    )
    assert quotes_of(post) == [("Some towns have no rails at all", "Mei Lin")]


def test_a_surname_with_one_wrong_letter_is_the_person_s() -> None:
    post = "# TramConf 2021\n\nAmara Martinez gave a talk.\n\n“Every step is a win for the town,” Mortinez said.\n"
    assert quotes_of(post) == [("Every step is a win for the town", "Amara Martinez")]


def test_who_signs_a_block_quote_need_be_nobody_that_is_known() -> None:
    post = (
        "# TramConf 2021\n\n## Rain — Bo Ek\n\n> Rain is what the town makes of it.\n> \\- Zyrk Qvale\n\nHe smiled.\n"
    )
    assert quotes_of(post) == [("Rain is what the town makes of it.", "Zyrk Qvale")]


def test_the_title_of_a_talk_is_no_quotation() -> None:
    post = (
        "# TramConf 2021\n\nThen Mei Lin spoke about [“What we learned from our rain”](https://example.org/session/2), "
        "and Bo Ek gave a talk called “How we all wait for trams”.\n"
    )
    assert quotes_of(post) == []


def test_lines_of_names_and_titles_are_talks_and_sayings_are_none() -> None:
    post = "---\ntitle: TramConf 2021\n---\n\n## Talks\n\n"
    talks = (
        "Bo Ek - Trams for Small Towns\nHe spoke.\n\nMei Lin - Rain in Three Charts\n\nEwa Nowak - The Oldest Maps\n"
    )
    assert talks_of(post + talks) == [
        ("Trams for Small Towns", ["Bo Ek"]),
        ("Rain in Three Charts", ["Mei Lin"]),
        ("The Oldest Maps", ["Ewa Nowak"]),
    ]
    sayings = (
        "“Trams wait for us all” - Bo Ek\n\n“Rain is what you make of it” - Mei Lin\n\n“Maps are old” - Ewa Nowak\n"
    )
    assert [title for title, _ in talks_of(post + sayings) if title] == []


def test_a_handle_behind_a_title_and_a_given_name_with_a_profile_are_speakers() -> None:
    post = "# TramConf 2021\n\n## Rain in three charts - @silva\n\n- rain\n\n## Trams for towns - @boek\n\n- trams\n"
    assert talks_of(post) == [("Rain in three charts", ["@silva"]), ("Trams for towns", ["@boek"])]
    post = "# TramConf 2021\n\nAfter lunch [Angela](https://twitter.com/angela) presented her trams.\n"
    assert talks_of(post) == [(None, ["Angela"])]


def test_days_and_times_before_a_title_are_no_part_of_it() -> None:
    post = (
        "# Notes from TramConf\n\nIt rained.\n\n## Talks\n\n"
        "- May 3, 10:00 Trams for Towns - Mei Lin\n- May 3, [11:00] Rain in Charts - Bo Ek\n"
    )
    assert talks_of(post) == [("Trams for Towns", ["Mei Lin"]), ("Rain in Charts", ["Bo Ek"])]


def test_a_heading_that_could_be_a_name_is_a_title_where_nobody_of_that_name_spoke() -> None:
    post = (
        "# Notes from TramConf\n\nIt rained.\n\n## Universal Typography\n\nMei Lin spoke about fonts.\n\n"
        "## Touchy Subjects\n\nBo Ek told us about touch.\n"
    )
    assert talks_of(post) == [("Universal Typography", ["Mei Lin"]), ("Touchy Subjects", ["Bo Ek"])]


def test_whoever_is_named_beside_titles_in_headings_of_one_form_spoke() -> None:
    post = (
        "# Notes from TramConf\n\nIt rained.\n\n## Mei Lin: Trams for Towns\n\nIt was short.\n\n"
        "## Bo Ek: Rain in Charts\n\nIt was long.\n"
    )
    assert talks_of(post) == [("Trams for Towns", ["Mei Lin"]), ("Rain in Charts", ["Bo Ek"])]


def test_everybody_who_is_billed_with_a_company_gave_the_talk() -> None:
    post = (
        "# Notes from TramConf\n\nIt rained.\n\nThe talks:\n\n"
        "- Trams for Towns - Mei Lin, Kumo; Ewa Nowak, Harbour Labs\n"
        "- Rain in Charts - Bo Ek, Kumo & Jun Tanaka, Volta\n"
    )
    assert talks_of(post) == [
        ("Trams for Towns", ["Mei Lin", "Ewa Nowak"]),
        ("Rain in Charts", ["Bo Ek", "Jun Tanaka"]),
    ]


def test_a_panel_discussion_is_a_talk_of_its_panelists() -> None:
    post = "# Notes from TramConf\n\nIt rained.\n\n## Panel Discussion\n\nPanelists: Mei Lin, Bo Ek\n\nIt was short.\n"
    assert talks_of(post) == [("Panel Discussion", ["Mei Lin", "Bo Ek"])]


def test_a_section_is_of_whom_its_programme_names_and_of_nobody_who_only_introduced_or_asked() -> None:
    post = (
        "# Tram Forum 2021\n\n## Programme\n\n| Talk | Speaker |\n|---|---|\n| Trams for old towns | Ewa Nowak |\n"
        "| Rain in three charts | Mei Lin |\n| Ice at sea | Jun Tanaka |\n| Bells | Kofi Asante |\n\n"
        "## Trams for old towns\n\nPeople walk, says Nowak. A listener, Bo Ek, showed a card.\n\n"
        "## Rain in three charts\n\nAna Lima opened and introduced our first speaker, Mei Lin. "
        "Mei Lin spoke about rain.\n"
    )
    found = dict(talks_of(post))
    assert (found["Trams for old towns"], found["Rain in three charts"]) == (["Ewa Nowak"], ["Mei Lin"])


def test_the_only_person_whom_a_section_names_gave_its_talk() -> None:
    post = (
        "# Tram Forum 2021\n\n## Talks\n\n### Trams for old towns\n\nMei Lin spoke about trams.\n\n"
        "### Boring parts of maps\n\nI like maps. Bo Ek has a stammer and uses a cane.\n"
    )
    assert talks_of(post) == [("Trams for old towns", ["Mei Lin"]), ("Boring parts of maps", ["Bo Ek"])]


def test_talks_below_the_chair_of_a_session_are_told_beside_it() -> None:
    post = (
        "# Tram Forum 2021\n\n## Session 1: Data\n\nChair: Ana Lima\n\n**Sampling by foot** (Ewa Nowak). She walks.\n\n"
        "**A vocabulary of mud** (Mei Lin). She sang.\n"
    )
    assert talks_of(post)[1:] == [("Sampling by foot", ["Ewa Nowak"]), ("A vocabulary of mud", ["Mei Lin"])]


def test_whoever_moderated_a_panel_may_be_told_in_a_later_sentence() -> None:
    post = (
        "# Tram Forum 2021\n\n**Ewa Nowak – Deploying on Fridays.** Do it.\n\n**Bo Ek – The log is true.** Yes.\n\n"
        "**Panel – Is rain dead?** With Ewa Nowak, Bo Ek and Jun Tanaka. Moderated by Mei Lin. No.\n"
    )
    assert talks_of(post)[-1] == ("Is rain dead?", ["Ewa Nowak", "Bo Ek", "Jun Tanaka", "Mei Lin"])
