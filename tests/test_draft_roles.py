"""Roles as people write them: which words are title and organization, and where the words of a role end."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft
from eventnotes.draft.people.phrases import read_phrase, role_before


def told(text: str, *, strict: bool = True) -> list[tuple[str, str]]:
    return [
        (text[slice(*one.title)], text[slice(*one.organization)])
        for one in read_phrase(text, 0, len(text), strict=strict)
    ]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("head of trams at Harbour Clinic, opened the day", [("head of trams", "Harbour Clinic")]),
        ("the Chief Tram Officer at New Kumo. She sang", [("Chief Tram Officer", "New Kumo")]),
        ("Director, Office of Open Trams, gave a talk", [("Director", "Office of Open Trams")]),
        ("Analyst, Office of Maps, City of Porto", [("Analyst", "Office of Maps, City of Porto")]),
        ("Director, Product and Innovation - Delft Learning", [("Director, Product and Innovation", "Delft Learning")]),
        (
            "Manager, Mobile Programs, General Tram Administration",
            [("Manager, Mobile Programs", "General Tram Administration")],
        ),
        ("co-lead of the Tram Managers community.", [("co-lead", "Tram Managers community")]),
        (
            "a Professor in the Department of Rails at Porto University in St. Ives. He",
            [("Professor in the Department of Rails", "Porto University in St. Ives")],
        ),
        ("an R2D designer and web developer, discussed his team", [("designer and web developer", "R2D")]),
        (
            "White Tower Presidential Tram Fellow and Chair of KMN.",
            [("White Tower Presidential Tram Fellow and Chair", "KMN")],
        ),
        (
            "principal at Porto Consulting, author, podcaster, and tram lover — sang",
            [("principal", "Porto Consulting"), ("author", ""), ("podcaster", "")],
        ),
        (
            "Chief Scientist at K2M.ai, founder of TraMS and co-founder of R-Rails, presented:",
            [("Chief Scientist", "K2M.ai"), ("founder", "TraMS"), ("co-founder", "R-Rails")],
        ),
        (
            "Fast.tr co-creator, University of Porto Honorary Professor, presented:",
            [("co-creator", "Fast.tr"), ("Honorary Professor", "University of Porto")],
        ),
        ("head of site trams here in Porto", [("head of site trams", "")]),
        ("product manager at KMN, and her colleague, a tram researcher", [("product manager", "KMN")]),
        ("tram analyst, joined the party", [("tram analyst", "")]),
        ("Engineer at kumo, used to be a painter", [("Engineer", "kumo")]),
        ("Tram Manager of SH:24 – a company of the town", [("Tram Manager", "SH:24")]),
        ("National Institutes of Trams (NIT), and", [("", "National Institutes of Trams (NIT)")]),
        ("Head of Trams, Kumo, said", [("Head of Trams", "Kumo")]),
        ("Sr. Tram Engineer, Kumo", [("Sr. Tram Engineer", "Kumo")]),
        ("founder and keeper of Kumo", [("founder", "")]),
        ("Co-Founder, CEO and Head Tram Driver of Kumo", [("Co-Founder, CEO and Head Tram Driver", "Kumo")]),
        ("developer and founder of kumo", [("developer and founder", "kumo")]),
        ("head of trams at Kumo’s, said", [("head of trams", "Kumo’s")]),
        ("CTO at Kumo in Porto, said", [("CTO", "Kumo")]),
        ("professor at Kumo University in Porto, said", [("professor", "Kumo University in Porto")]),
        ("researcher at the Centre for Women in Tech", [("researcher", "Centre for Women in Tech")]),
        ("Tram Coordinator University of Porto", [("Tram Coordinator", "University of Porto")]),
        ("tram scientist and Kumo Institute fellow", [("tram scientist", ""), ("fellow", "Kumo Institute")]),
        ("PhD, MBA, professor of trams, Kumo University", [("professor of trams", "Kumo University")]),
        ("MBA, FACP, sang", []),
        ("Founder, Digital Trams & Full Rail Capital.", [("Founder", "Digital Trams & Full Rail Capital")]),
        ("founder of Data Kumo, sang", [("founder", "Data Kumo")]),
        ("Kumo University), trams and bells (led by Bo", [("", "Kumo University")]),
        ("Kumo University in Kenya, sang", [("", "Kumo University")]),
        ("author of Trams in Anger, sang", [("author", "")]),
        ("engineer on the tram team at Kumo, sang", [("engineer on the tram team", "Kumo")]),
        ("previously CTO at Kumo, sang", [("CTO", "Kumo")]),
        ("PhD student at Kumo", [("PhD student", "Kumo")]),
        ("Analyst, Kumo Bank spoke", [("Analyst", "Kumo Bank")]),
        ("Kumo’s Director of Tram Policy, sang", [("Director of Tram Policy", "Kumo")]),
        ("chairman of Open Data Porto and", [("chairman", "Open Data Porto")]),
        ("TramConf Porto co-organizer, sang", [("co-organizer", "TramConf Porto")]),
        ("KMN board member, sang", [("board member", "KMN")]),
        ("Kumo Lab manager, sang", [("manager", "Kumo Lab")]),
        ("captain of the tram team, sang", [("captain", "tram team")]),
        ("member of the Kumo steering committee, sang", [("member", "Kumo steering committee")]),
        ("Secretary of Food and Rain, sang", [("Secretary of Food and Rain", "")]),
        ("Director, Kumo Society, @trams", [("Director", "Kumo Society")]),
        ("Director, Kumo Society, Kenya", [("Director", "Kumo Society")]),
        ("Tram Growth at Kumo, sang", [("Tram Growth", "Kumo")]),
        ("Director, Tram Events, Kumo University", [("Director, Tram Events", "Kumo University")]),
        ("Director, Kumo – Trams and all of us", [("Director", "Kumo")]),
        ("first engineer at KMN to take a tram", [("first engineer", "KMN")]),
        ("How to Become (or meet) a Tram Driver", []),
        ("1:30 pm", []),
        ("CTO at Kumo – Trams for all", [("CTO", "Kumo")]),
        ("CTO at Kumo Agency - KMN", [("CTO", "Kumo Agency - KMN")]),
        ("Kumo – Head of Maps", [("Head of Maps", "Kumo")]),
        ("Kumo, Head of Trams", [("Head of Trams", "Kumo")]),
        ("Ph.D. candidate at Kumo, sang", [("Ph.D. candidate", "Kumo")]),
        ("and the tram stopped", []),
        ("which is nice", []),
        ("Porto", []),
        ("amazing tram engineer at Kumo, sang", [("tram engineer", "Kumo")]),
        ("engineer at Kumo in the harbour, sang", [("engineer", "Kumo")]),
        ("organizer of Kumo Porto for giving us trams", [("organizer", "Kumo Porto")]),
        ("creator of Tramlang, sang", [("creator", "Tramlang")]),
        ("contributor to Tramlang, sang", [("contributor", "Tramlang")]),
        ("Director, Emerging Technologies at Kumo", [("Director, Emerging Technologies", "Kumo")]),
        ("Professor at the Kumo Univ. of Trams, sang", [("Professor", "Kumo Univ. of Trams")]),
        ("Tram Engineer / Kumo", [("Tram Engineer", "Kumo")]),
        ("CTO of KMN and the Harbour Institute, sang", [("CTO", "KMN"), ("CTO", "Harbour Institute")]),
        ("Code for Trams, director", [("director", "Code for Trams")]),
        ("engineer, Digital Tramworks", [("engineer", "Digital Tramworks")]),
        ("CTO, Data for Trams, sang", [("CTO", "Data for Trams")]),
        ("Director, Customer Success", [("Director, Customer Success", "")]),
        ("Professor, Computer Vision, Kumo University", [("Professor, Computer Vision", "Kumo University")]),
        ("CTO of Brown and Green Council, sang", [("CTO", "Brown and Green Council")]),
        ("from Kumo Collective and Tramly, sang", [("", "Kumo Collective"), ("", "Tramly")]),
        ("Kumo’s co-founder and CEO, sang", [("co-founder and CEO", "Kumo")]),
        (
            "Head of Product and co-chair of the Tram Association",
            [("Head of Product and co-chair", "Tram Association")],
        ),
        ("Visiting Fellow, Graduate School of Trams, sang", [("Visiting Fellow", "Graduate School of Trams")]),
        ("director of Women in Trams, sang", [("director", "Women in Trams")]),
        ("Deputy Chief Officer for Government Innovation", [("Deputy Chief Officer for Government Innovation", "")]),
        ("leader of the Kumo Bank’s Open Data initiative", [("leader", "Kumo Bank’s Open Data initiative")]),
        ("CTO at Kumo; Xyz Qwert of Volta Grid", [("CTO", "Kumo")]),
        ("CTO at Kumo and Xyz Qwert from Volta Grid", [("CTO", "Kumo")]),
        ("from Harbour Tram Center|HTC, sang", [("", "Harbour Tram Center")]),
        ("Kumo Developer Advocacy Team", [("", "Kumo Developer Advocacy Team")]),
        ("KMN 2019 chair", [("chair", "KMN")]),
        ("FE developer, Kumo", [("FE developer", "Kumo")]),
        ("Co-founder Tram-Box", [("Co-founder", "Tram-Box")]),
        ("Senior Tram Engineer KMN Labs", [("Senior Tram Engineer", "KMN Labs")]),
        ("moderator, tram engineer, Kumo", [("tram engineer", "Kumo")]),
        ("CEO of Kumo, and Xyz Qwert Asdf, Director of Volta", [("CEO", "Kumo")]),
        ("Dean, Faculty of Law, Kumo University", [("Dean", "Faculty of Law, Kumo University")]),
    ],
)
def test_the_words_of_a_role_end_where_they_do(phrase: str, expected: list[tuple[str, str]]) -> None:
    assert told(phrase) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("KMN’s Acting Administrator ", [("Acting Administrator", "KMN")]),
        ("Former U.S. Chief Tram Officer ", [("Former U.S. Chief Tram Officer", "")]),
        ("Then R2D visual and UX designer ", [("visual and UX designer", "R2D")]),
        (
            "Former Presidential Fellow and current R2D team member ",
            [("Former Presidential Fellow", ""), ("team member", "R2D")],
        ),
        (
            "Office of Trams and Budget (OTB) Federal Tram Officer (FTO) ",
            [("Federal Tram Officer (FTO)", "Office of Trams and Budget (OTB)")],
        ),
        ("we welcome Performance Analysts from Tram Service (TS), ", [("Performance Analysts", "Tram Service (TS)")]),
        ("We met the deputy mayor, ", [("deputy mayor", "")]),
        ("Then Kumo’s founder - ", [("founder", "Kumo")]),
        ("Kumo’s ", [("", "Kumo")]),
        ("Our speaker, ", []),
        ("Next was ", []),
    ],
)
def test_a_role_stands_before_a_name(before: str, expected: list[tuple[str, str]]) -> None:
    found = role_before(before, 0, len(before))
    assert [(before[slice(*one.title)], before[slice(*one.organization)]) for one in found] == expected


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("Mei Lin, now CTO at Kumo, gave a talk.", {"Mei Lin": [("CTO", "Kumo")]}),
        (
            "Mei Lin (CTO) and Bo Ek (head of maps) of Kumo gave a talk.",
            {"Mei Lin": [("CTO", "Kumo")], "Bo Ek": [("head of maps", "Kumo")]},
        ),
        ("Mei Lin (among others) gave a talk.", {"Mei Lin": []}),
        (
            "Then Professor Emeritus Mei Lin of Porto University spoke.",
            {"Mei Lin": [("Professor Emeritus", "Porto University")]},
        ),
        ("KMNS’ own Mei Lin gave a talk.", {"Mei Lin": [(None, "KMNS")]}),
        (
            "Mei Lin, tram engineer [Twitter](https://twitter.com/meilin), gave a talk.",
            {"Mei Lin": [("tram engineer", None)]},
        ),
        (
            "Mei Lin (Volta) and Bo Ek (head of maps) of Kumo gave a talk.",
            {"Mei Lin": [(None, "Volta")], "Bo Ek": [("head of maps", "Kumo")]},
        ),
        (
            "Mei Lin, head of maps at [Kumo Labs](https://kumo.org), and Xyz gave a talk.",
            {"Mei Lin": [("head of maps", "Kumo Labs")]},
        ),
        (
            "Mei Lin (School of Trams, Kumo University) gave a talk.",
            {"Mei Lin": [(None, "School of Trams, Kumo University")]},
        ),
        (
            "The day had insights from Kumo’s head of maps, Mei Lin, who gave a talk.",
            {"Mei Lin": [("head of maps", "Kumo")]},
        ),
        ("Mei Lin (Harbour Labs, head of maps) gave a talk.", {"Mei Lin": [("head of maps", "Harbour Labs")]}),
        (
            "Mei Lin, head of maps for the City of Porto [@porto](https://twitter.com/porto), gave a talk.",
            {"Mei Lin": [("head of maps", "City of Porto")]},
        ),
        ("Mei Lin gave a talk. She is product manager at Kumo.", {"Mei Lin": [("product manager", "Kumo")]}),
        ("Mei Lin, professor of law of Kumo, gave a talk.", {"Mei Lin": [("professor of law", "Kumo")]}),
        ("Head of maps Mei Lin from Kumo gave a talk.", {"Mei Lin": [("Head of maps", "Kumo")]}),
        ("Software engineer Mei Lin, Tram Works, gave a talk.", {"Mei Lin": [("Software engineer", "Tram Works")]}),
        ("Mei Lin, head of maps (Kumo), gave a talk.", {"Mei Lin": [("head of maps", "Kumo")]}),
        ("Mei Lin, Chief Tram Officer (CTO), gave a talk.", {"Mei Lin": [("Chief Tram Officer (CTO)", None)]}),
        ("Mei Lin (CEO Volta Grid) gave a talk.", {"Mei Lin": [("CEO", "Volta Grid")]}),
        ("Mei Lin from iTram gave a talk.", {"Mei Lin": [(None, "iTram")]}),
        ("The Tram Times’ Mei Lin gave a talk.", {"Mei Lin": [(None, "Tram Times")]}),
        (
            "Mei Lin, [A Tram Near You](https://atramnearyou.org), gave a talk.",
            {"Mei Lin": [(None, "A Tram Near You")]},
        ),
        (
            "A talk led by Mei Lin, Thabo Nkosi – Engineers at Kumo",
            {"Mei Lin": [("Engineer", "Kumo")], "Thabo Nkosi": [("Engineer", "Kumo")]},
        ),
        (
            "Wanjiru Kamau, CTO of Kumo, and Mei Lin, Porto University, gave a talk.",
            {"Wanjiru Kamau": [("CTO", "Kumo")], "Mei Lin": [(None, "Porto University")]},
        ),
        (
            "Mei Lin and Thabo Nkosi are both doctoral students in the Porto Tram Lab, and gave a talk.",
            {
                "Mei Lin": [("doctoral student", "Porto Tram Lab")],
                "Thabo Nkosi": [("doctoral student", "Porto Tram Lab")],
            },
        ),
        (
            "Mei Lin of Kumo, and chair of the Tram Peer Group, opened the day.",
            {"Mei Lin": [(None, "Kumo"), ("chair", "Tram Peer Group")]},
        ),
        ("Our moderator, Ngozi Adeyemi, opened the day.", {"Ngozi Adeyemi": [("moderator", None)]}),
        (
            "The panelists were Mei Lin, CTO at Kumo, Forest Vadla, Deputy Director at Volta, and Bo Ek.",
            {"Mei Lin": [("CTO", "Kumo")], "Forest Vadla": [("Deputy Director", "Volta")], "Bo Ek": []},
        ),
        ("Mei Lin gave a talk. She is the chair of the Tram Board.", {"Mei Lin": [("chair", "Tram Board")]}),
        ("Mei Lin and Bo Tanaka gave a talk. He is a tram engineer.", {"Mei Lin": [], "Bo Tanaka": []}),
        ("Mei Lin from [kumo](https://kumo.example) gave a talk.", {"Mei Lin": [(None, "kumo")]}),
        (
            "[Mei Lin, CTO, Kumo](https://kumo.example/lin) Hearing of trams gave a talk.",
            {"Mei Lin": [("CTO", "Kumo")]},
        ),
        (
            "Mei Lin and Bo Tanaka, engineers at Kumo, gave a talk.",
            {"Mei Lin": [("engineer", "Kumo")], "Bo Tanaka": [("engineer", "Kumo")]},
        ),
        (
            "Mei Lin and Bo Tanaka, both from Kumo, gave a talk.",
            {"Mei Lin": [(None, "Kumo")], "Bo Tanaka": [(None, "Kumo")]},
        ),
        ("Mei Lin (kumo tram works) gave a talk.", {"Mei Lin": [(None, "kumo tram works")]}),
        ("Mei Lin ([slides](a.pdf)) gave a talk.", {"Mei Lin": []}),
        ("## Mei Lin\n\nShe is a tram engineer at Kumo. She gave a talk.", {"Mei Lin": [("tram engineer", "Kumo")]}),
        (
            "Mei Lin gave a talk. She is currently working as a tram engineer at Kumo.",
            {"Mei Lin": [("tram engineer", "Kumo")]},
        ),
        (
            "The panelists were Mei Lin, head of trams at Volta, Bo Tanaka, a driver, and Ann Li.",
            {"Mei Lin": [("head of trams", "Volta")], "Bo Tanaka": [("driver", None)], "Ann Li": []},
        ),
        (
            "Speakers:\n\n- Mei Lin - Kumo\n- Bo Tanaka - Volta",
            {"Mei Lin": [(None, "Kumo")], "Bo Tanaka": [(None, "Volta")]},
        ),
        ("## Tips for Tram Drivers - Mei Lin\n\nShe gave a talk.", {"Mei Lin": []}),
        ("Mei Lin (Kumo, Inc.) gave a talk.", {"Mei Lin": [(None, "Kumo, Inc")]}),
        ("Mei Lin, one of the founders of Kumo, gave a talk.", {"Mei Lin": [("founder", "Kumo")]}),
        ("Porto Mayor Mei Lin gave a talk.", {"Mei Lin": [("Mayor", "Porto")]}),
        ("Speaker: Mei Lin - [LinkedIn](https://www.linkedin.com/in/meilin/)", {"Mei Lin": []}),
    ],
)
def test_each_has_the_role_that_is_told_of_her(
    post: str, expected: dict[str, list[tuple[str | None, str | None]]]
) -> None:
    event = draft(f"# TramConf 2021\n\n{post}\n").event
    found = {one.name: [(role.title, role.organization) for role in one.roles] for one in event.speakers}
    assert found == expected


def named(phrase: str) -> list[tuple[str, str]]:
    return [
        (phrase[slice(*one.title)], phrase[slice(*one.organization)])
        for one in read_phrase(phrase, 0, len(phrase), strict=False, named=True)
    ]


@pytest.mark.parametrize(
    ("phrase", "organization"),
    [
        ("Graduate School", "Graduate School"),
        ("Kumo in her talk", "Kumo"),
        ("Kumo’s Porto office", "Kumo"),
        ("New Kumo Times, said", "New Kumo Times"),
        ("University of Kumo, Zyr Qworl at Volta", "University of Kumo"),
        ("Kenya's Ministry of Trams", "Ministry of Trams"),
        ("Kumo Works ltd.", "Kumo Works ltd"),
        ("Università degli Studi", "Università degli Studi"),
    ],
)
def test_an_organization_ends_where_it_does(phrase: str, organization: str) -> None:
    assert named(phrase) == [("", organization)]


def test_a_country_alone_is_no_organization() -> None:
    assert named("Kenya") == []


@pytest.mark.parametrize("told", ["from Kumo gave a talk.", "(Kumo) gave a talk."])
def test_an_organization_is_of_all_who_are_named_with_it(told: str) -> None:
    event = draft(f"# TramConf 2021\n\nMei Lin and Thabo Nkosi {told}\n").event
    found = [(one.name, [role.organization for role in one.roles]) for one in event.speakers]
    assert found == [("Mei Lin", ["Kumo"]), ("Thabo Nkosi", ["Kumo"])]


def test_a_title_right_before_a_name_is_that_persons_alone() -> None:
    event = draft(
        "# TramConf 2021\n\nThe panelists were Mei Lin of Kumo, PHP consultant Thabo Nkosi and Bo Ek.\n"
    ).event
    found = [(one.name, [(role.title, role.organization) for role in one.roles]) for one in event.speakers]
    assert found == [("Mei Lin", [(None, "Kumo")]), ("Thabo Nkosi", [("PHP consultant", None)]), ("Bo Ek", [])]


def test_who_has_an_organization_of_her_own_shares_none() -> None:
    event = draft("# TramConf 2021\n\nMei Lin (Volta) and Thabo Nkosi (Kumo) gave a talk.\n").event
    assert [[role.organization for role in one.roles] for one in event.speakers] == [["Volta"], ["Kumo"]]


@pytest.mark.parametrize("end", ["<br/>\n", "  \n", "\n"])
def test_an_organization_stands_below_the_title_below_a_name(end: str) -> None:
    post = (
        f"# TramConf 2021\n\n## Trams for towns\n\nMei Lin (@meilin){end}Head of Trams{end}Kumo\n\nShe gave a talk.\n"
    )
    (mei,) = draft(post).event.speakers
    assert [(one.title, one.organization) for one in mei.roles] == [("Head of Trams", "Kumo")]


@pytest.mark.parametrize(
    "told",
    [
        "Mei Lin, {}, gave a talk.",
        "Our {} Mei Lin gave a talk.",
        "Their {}, Mei Lin, spoke.",
        "The {}, Mei Lin, spoke.",
    ],
)
@pytest.mark.parametrize("office", ["director", "treasurer", "lawyer"])
def test_an_office_without_an_organization_is_told(told: str, office: str) -> None:
    (mei,) = draft(f"# TramConf 2021\n\nA day of trams.\n\n{told.format(office)}\n").event.speakers
    assert [(one.title, one.organization) for one in mei.roles] == [(office, None)]


def test_what_a_sentence_says_somebody_is_is_doubted_without_an_organization() -> None:
    made = draft("# TramConf 2021\n\nMei Lin gave a talk. She is a director.\n")
    assert made.event.speakers[0].roles == ()
    assert "<!-- maybe role: She is a director (she-is, 0.50) -->" in made.markdown


def test_an_office_in_two_words_is_no_part_of_a_name() -> None:
    event = draft("# TramConf 2021\n\nCode for San Jose Co-Leader Kofi Mensah spoke on trams.\n").event
    assert [one.name for one in event.speakers] == ["Kofi Mensah"]
