"""Drafts: where speakers are from, beside what they are told to be."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft


def test_the_organization_of_a_role_is_no_speaker() -> None:
    made = draft("# TramConf 2021\n\nA panel of Mei Lin (CTO, Kumo) and Bo Ek (head of maps, Volta Grid) followed.\n")
    assert [one.name for one in made.event.speakers] == ["Mei Lin", "Bo Ek"]


@pytest.mark.parametrize(
    "heard",
    [
        "We heard from Mei Lin of Kumo, Bo Ek of Volta and Thabo Nkosi of Harbour.",
        "We were joined by Mei Lin from Kumo, Bo Ek from Volta and Thabo Nkosi from Harbour.",
        "We heard from Mei Lin, CTO at Kumo, Bo Ek, head of maps at Volta, and Thabo Nkosi of Harbour.",
    ],
)
def test_all_of_a_row_are_heard_each_with_what_she_is(heard: str) -> None:
    event = draft(f"# TramConf 2021\n\n{heard}\n").event
    found = [(one.name, [role.organization for role in one.roles]) for one in event.speakers]
    assert found == [("Mei Lin", ["Kumo"]), ("Bo Ek", ["Volta"]), ("Thabo Nkosi", ["Harbour"])]


def test_a_likely_name_between_two_persons_is_no_employer() -> None:
    event = draft("# TramConf 2021\n\nMei Lin moderated the panel with Bo Ek, Lin Chao and Ewa Nowak.\n").event
    assert [(one.name, one.roles) for one in event.speakers] == [
        ("Mei Lin", ()),
        ("Bo Ek", ()),
        ("Lin Chao", ()),
        ("Ewa Nowak", ()),
    ]


def test_a_title_between_two_names_is_of_the_second() -> None:
    event = draft("# TramConf 2021\n\nA panel with Mei Lin, councillor Bo Ek and Ewa Nowak spoke of trams.\n").event
    assert {one.name: [role.title for role in one.roles] for one in event.speakers} == {
        "Mei Lin": [],
        "Bo Ek": ["councillor"],
        "Ewa Nowak": [],
    }


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Mei Lin (Germany) spoke.", None),
        ("Mei Lin (New Zealand/Norway) spoke.", None),
        ("Mei Lin (Kumo, Norway) spoke.", (None, "Kumo")),
        ("Mei Lin (UTTS, US) spoke.", (None, "UTTS")),
        ("Mei Lin (SRE - Kumo) spoke.", ("SRE", "Kumo")),
        ("Kumo fellow Mei Lin spoke.", ("fellow", "Kumo")),
        ("Mei Lin, Volta Grid VP, spoke.", ("VP", "Volta Grid")),
    ],
)
def test_countries_are_no_employers_and_titles_stand_behind_one(told: str, role: tuple[str | None, str] | None) -> None:
    (mei,) = draft(f"# TramConf 2021\n\nA day of trams.\n\n{told}\n").event.speakers
    assert [(one.title, one.organization) for one in mei.roles] == ([role] if role else [])


def roles_of(told: str) -> list[tuple[str, str | None, str | None]]:
    event = draft(f"# TramConf 2021\n\n{told}\n\nEwa Nowak and Bo Ek gave a talk.\n").event
    return [(one.name, role.title, role.organization) for one in event.speakers for role in one.roles]


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        ("Ewa Nowak, a Kumo engineer, spoke.", [("Ewa Nowak", "engineer", "Kumo")]),
        ("Ewa Nowak, a Danish engineer, spoke.", [("Ewa Nowak", "Danish engineer", None)]),
        ("Kumo Community Manager Ewa Nowak spoke.", [("Ewa Nowak", "Community Manager", "Kumo")]),
        ("Porto City Manager Ewa Nowak spoke.", [("Ewa Nowak", "City Manager", "Porto")]),
        ("Kumo Group employee Ewa Nowak spoke.", [("Ewa Nowak", "employee", "Kumo Group")]),
        (
            "Two of the Kumo Fellows, Ewa Nowak and Bo Ek, spoke.",
            [("Ewa Nowak", "Fellow", "Kumo"), ("Bo Ek", "Fellow", "Kumo")],
        ),
        (
            "Volta Grid engineers Ewa Nowak and Bo Ek spoke.",
            [("Ewa Nowak", "engineer", "Volta Grid"), ("Bo Ek", "engineer", "Volta Grid")],
        ),
        (
            "Ewa Nowak and Bo Ek, both contributors of Falco, spoke.",
            [("Ewa Nowak", "contributor", "Falco"), ("Bo Ek", "contributor", "Falco")],
        ),
        ("Ewa Nowak, Kumo CEO Bo Ek and others spoke.", [("Bo Ek", "CEO", "Kumo")]),
        (
            "Ewa Nowak, director of the Three Rivers Tram Board, spoke.",
            [("Ewa Nowak", "director", "Three Rivers Tram Board")],
        ),
        (
            "Ewa Nowak, head of digital collections at the National Museum, spoke.",
            [("Ewa Nowak", "head of digital collections", "National Museum")],
        ),
        ("* **Ewa Nowak** – code. She spoke.\n* **Bo Ek** – law. He spoke.", []),
        ("Ewa Nowak, a GP at the health centre, spoke.", [("Ewa Nowak", "GP", None)]),
        (
            "Ewa Nowak, cartographer and author of The Tram Book, spoke.",
            [("Ewa Nowak", "cartographer and author", None)],
        ),
        ("- Ewa Nowak likes trams\n- Ewa: most founders hire drivers too early", []),
    ],
)
def test_a_name_before_a_title_is_whose_title_it_is(told: str, roles: list[tuple[str, str, str]]) -> None:
    assert roles_of(told) == roles


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        ("Ewa Nowak from Lisbon spoke.", []),
        ("Ewa Nowak (Austin, TX) spoke.", []),
        ("Ewa Nowak, a teacher from Porto, spoke.", [("Ewa Nowak", "teacher", None)]),
        ("Ewa Nowak, mayor of Porto, spoke.", [("Ewa Nowak", "mayor", "Porto")]),
        ("The Foundation’s director, Ewa Nowak, spoke.", [("Ewa Nowak", "director", None)]),
        ("Ewa Nowak, engineer at the Dutch railways, spoke.", [("Ewa Nowak", "engineer", None)]),
        ("I met Ewa Nowak at the Tram Museum.", []),
        ("Ewa Nowak of TramConf 2021 spoke.", []),
        ("Ewa Nowak of the charity Code for Porto spoke.", [("Ewa Nowak", None, "Code for Porto")]),
        ("Ewa Nowak of kumo.io spoke.", [("Ewa Nowak", None, "kumo.io")]),
        ("Ewa Nowak from the Kumo core team spoke.", [("Ewa Nowak", None, "Kumo core team")]),
        ("Ewa Nowak from Kumo’s design team spoke.", [("Ewa Nowak", None, "Kumo")]),
        ("Ewa Nowak, who’s a developer at Kumo, spoke.", [("Ewa Nowak", "developer", "Kumo")]),
        ("Ewa Nowak, who heads the tram department of Volta Grid, spoke.", [("Ewa Nowak", None, "Volta Grid")]),
        ("Ewa Nowak from our sponsor Baltic Rail spoke.", [("Ewa Nowak", None, "Baltic Rail")]),
        ("Ewa Nowak, Minister of State for Trams, spoke.", [("Ewa Nowak", "Minister of State for Trams", None)]),
        ("Ewa Nowak, Minister of Energy of Volta, spoke.", [("Ewa Nowak", "Minister of Energy", "Volta")]),
        ("Ewa Nowak, the report’s author, spoke.", [("Ewa Nowak", "author", None)]),
        ("Ewa Nowak, one of three trustees of the Tram Trust, spoke.", [("Ewa Nowak", "trustee", "Tram Trust")]),
        ("Ewa Nowak, Chair of Trustees, Tram Trust, spoke.", [("Ewa Nowak", "Chair of Trustees", "Tram Trust")]),
        (
            "Ewa Nowak (CEO of Kumo and author of Trams) spoke.",
            [("Ewa Nowak", "CEO", "Kumo"), ("Ewa Nowak", "author", None)],
        ),
        ("Ewa Nowak (Kumo, Berlin) spoke.", [("Ewa Nowak", None, "Kumo")]),
        ("Ewa Nowak (Day 2) and Bo Ek (20 minutes) spoke.", []),
        ("Ewa Nowak, then at Kumo, spoke.", [("Ewa Nowak", None, "Kumo")]),
        (
            "Ewa Nowak, Head of User Research in the Tram Service, spoke.",
            [("Ewa Nowak", "Head of User Research", "Tram Service")],
        ),
        ("Ewa Nowak from npm spoke.", [("Ewa Nowak", None, "npm")]),
        ("Ewa Nowak from local startup Kumo spoke.", [("Ewa Nowak", None, "Kumo")]),
        ("Ewa Nowak of the Dutch think-tank [Kumo](https://kumo.example) spoke.", [("Ewa Nowak", None, "Kumo")]),
        ("[Kumo](https://kumo.example) developer Ewa Nowak spoke.", [("Ewa Nowak", "developer", "Kumo")]),
        ("Ewa Nowak, leads the data team at Kumo.", [("Ewa Nowak", None, "Kumo")]),
        ("Ewa Nowak, who looks after schools at Kumo, spoke.", [("Ewa Nowak", None, "Kumo")]),
        ("Ewa Nowak, whose team at Kumo builds doors, spoke.", [("Ewa Nowak", None, "Kumo")]),
        ("Ewa Nowak, organizer of the Porto Rust meetup, spoke.", [("Ewa Nowak", "organizer", "Porto Rust meetup")]),
        ("Ewa Nowak, a Kumo community manager, spoke.", [("Ewa Nowak", "community manager", "Kumo")]),
        (
            "Ewa Nowak, director of the Tram Lab at Porto University, spoke.",
            [("Ewa Nowak", "director", "Tram Lab at Porto University")],
        ),
    ],
)
def test_an_employer_is_no_place_event_or_kind(told: str, roles: list[tuple[str, str, str]]) -> None:
    assert roles_of(told) == roles


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        (
            "Then councillor Ewa Nowak and Bo Ek of Kumo spoke.",
            [("Ewa Nowak", "councillor", None), ("Bo Ek", None, "Kumo")],
        ),
        (
            "Ewa Nowak, a fellow at Kumo and a board member of Volta Grid, spoke.",
            [("Ewa Nowak", "fellow", "Kumo"), ("Ewa Nowak", "board member", "Volta Grid")],
        ),
        ("Former chair Ewa Nowak, now at Kumo, spoke.", [("Ewa Nowak", None, "Kumo")]),
        (
            "Ewa Nowak, founder of Kumo and author of Trams at Night, spoke.",
            [("Ewa Nowak", "founder", "Kumo"), ("Ewa Nowak", "author", None)],
        ),
        ("- Ewa Nowak (Kumo) - Laws with developers", [("Ewa Nowak", None, "Kumo")]),
        ("They were Ewa Nowak, Kumo; and Bo Ek, Volta.", [("Ewa Nowak", None, "Kumo"), ("Bo Ek", None, "Volta")]),
        ("Ewa Nowak of Kumo spoke. Later Ewa Nowak, a tram engineer, sang.", [("Ewa Nowak", None, "Kumo")]),
    ],
)
def test_what_is_told_of_one_is_joined_with_nothing_else(told: str, roles: list[tuple[str, str, str]]) -> None:
    assert roles_of(told) == roles


def test_a_role_on_a_short_line_ends_with_it() -> None:
    assert roles_of("**Ewa Nowak** – Head of Trams at Kumo\n**Xyz Qwert** – Founder, Volta") == [
        ("Ewa Nowak", "Head of Trams", "Kumo")
    ]


def test_a_first_name_that_begins_a_sentence_behind_a_name_is_hers() -> None:
    assert roles_of("First was Ewa Nowak. Ewa is a tram engineer at Kumo.") == [("Ewa Nowak", "tram engineer", "Kumo")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Minister for Rail Mei Lin", ("Minister for Rail", None)),
        ("Secretary of State for Transport Mei Lin", ("Secretary of State for Transport", None)),
        ("Deputy Minister of Culture Mei Lin", ("Deputy Minister of Culture", None)),
        ("KMN Director of Public Works Mei Lin", ("Director of Public Works", "KMN")),
        ("Mayor of Porto Mei Lin", ("Mayor", "Porto")),
        ("Mei Lin, curator at the Bibliothèque municipale de Lyon,", ("curator", "Bibliothèque municipale de Lyon")),
        ("Mei Lin (ministère de la Culture)", (None, "ministère de la Culture")),
        ("Mei Lin of the Universitat politècnica de Porto", (None, "Universitat politècnica de Porto")),
        ("Mei Lin, data officer at the city of Porto,", ("data officer", "city of Porto")),
        ("Mei Lin of the city of Porto", (None, "city of Porto")),
        ("Mei Lin, CEO of the tram hosting company Volta Cloud,", ("CEO", "Volta Cloud")),
        ("Mei Lin, founder of the small software firm Volta,", ("founder", "Volta")),
        ("Mei Lin, undersecretary for digital affairs,", ("undersecretary for digital affairs", None)),
        ("Mei Lin, a Moroccan engineer,", ("Moroccan engineer", None)),
        ("Mei Lin (Porto MC)", (None, "Porto MC")),
        ("Mei Lin, poet in residence at the Tram Library,", ("poet in residence", "Tram Library")),
        ("Mei Lin, who works at Kumo as a tram engineer,", ("tram engineer", "Kumo")),
        ("Mei Lin, Member of Parliament,", ("Member of Parliament", None)),
    ],
)
def test_titles_and_organizations_of_many_kinds_are_whole(words: str, expected: tuple[str | None, str | None]) -> None:
    (one,) = draft(f"# TramConf 2021\n\n{words} gave a talk.\n").event.speakers
    assert [(role.title, role.organization) for role in one.roles] == [expected]


@pytest.mark.parametrize("words", ["Mei Lin (that’s me)", "Mei Lin, two Brazilians and a cat"])
def test_what_is_said_beside_a_name_need_be_no_organization(words: str) -> None:
    (one,) = draft(f"# TramConf 2021\n\n{words} gave a talk.\n").event.speakers
    assert one.roles == ()


def test_what_the_last_of_several_does_is_told_of_the_last() -> None:
    post = "# TramConf 2021\n\nMei Lin, Ewa Nowak and Bo Ek, who teaches at Kumo College, gave talks.\n"
    found = {one.name: [role.organization for role in one.roles] for one in draft(post).event.speakers}
    assert found["Bo Ek"] == ["Kumo College"]
    assert [found.get(one, []) for one in ("Mei Lin", "Ewa Nowak")] == [[], []]
