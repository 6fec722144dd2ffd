"""Persons: which words of a text are a person's name, and where the name ends."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft
from eventnotes.draft.reading.header import header_of
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.names import names
from eventnotes.draft.reading.view import View


def found(post: str) -> list[str]:
    header = header_of(post)
    return [one.name for one in Mentions(View(post, header.body, header.blocks)).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ľubomír Štúr and İlke Żuk sang.", ["Ľubomír Štúr", "İlke Żuk"]),
        ("Laura D'heer, Niamh O’Dowd and Amit McBride sang.", ["Laura D'heer", "Niamh O’Dowd", "Amit McBride"]),
        (
            "Jun'ichi Morita, Ma’moun Haddad and D'Angelo Russo won’t sing.",
            ["Jun'ichi Morita", "Ma’moun Haddad", "D'Angelo Russo"],
        ),
        ("Then Blessing Etim and Precious Dube sang.", ["Blessing Etim", "Precious Dube"]),
        ("Then Guy Mensah and Ana Dev sang.", ["Guy Mensah", "Ana Dev"]),
        ("Then Kim Min-jun and Ngozi wa Kamau sang.", ["Kim Min-jun", "Ngozi wa Kamau"]),
        (
            "Then Ana Lima y Marta Silva sang with José Ortega y Gasset.",
            ["Ana Lima", "Marta Silva", "José Ortega y Gasset"],
        ),
        ("Then Trần Trung Vinh and Lê Hoàng Gia Đại sang.", ["Trần Trung Vinh", "Lê Hoàng Gia Đại"]),
        ("EWA NOWAK, CTO at Kumo, sang.", ["EWA NOWAK"]),
        ("EWA NOWAK TRAM FORUM", []),
        ("AnaEwa Tram sang at EwaCon.", ["AnaEwa Tram"]),
        ("Then KC McTram and JP Kowalski sang.", ["KC McTram", "JP Kowalski"]),
        ("By Shaloo Grag (Managing Director, Kumo)", ["Shaloo Grag"]),
        ("Keynoten av Ana Lima handlet om trikken", ["Ana Lima"]),
        ("The Ewa Nowak Memorial Prize went to Bo Tanaka.", ["Bo Tanaka"]),
        ("He works at the Ewa Nowak National Laboratory, in Porto.", []),
        ("We flew to Enugu Nigeria for it.", []),
        ("Then Arjun Sen and Sen. Ana Judge sang.", ["Arjun Sen", "Ana Judge"]),
        ("Then Noor al-Masri and Pieter van ’t Hof sang.", ["Noor al-Masri", "Pieter van ’t Hof"]),
        ("Then Lakshmi N and Ana L. sang.", ["Lakshmi N", "Ana L."]),
        ("Professor Emeritus Joan Holm sang.", ["Joan Holm"]),
        ("Then A R Ramesh sang A Journey and A Marta.", ["A R Ramesh"]),
        ("We met Ann Arbor, Red Hat, Milton Keynes and Zorvan Quill.", ["Zorvan Quill"]),
        ("Migrating Zorvan, Zorvan Prediction, Derek Treatment, Zorvan Clement", ["Zorvan Clement"]),
    ],
)
def test_a_name_has_the_words_that_are_a_persons(text: str, expected: list[str]) -> None:
    assert [one.text for one in names(text)] == expected


@pytest.mark.parametrize("year", [" ’13", " '13", " (’13)"])
def test_the_year_of_a_class_is_in_a_names_range_and_no_quotation(year: str) -> None:
    post = f"# Tram Forum 2013\n\nIt rained. As Ewa Nowak{year} put it, “trams are the slow lifts of a town.”\n"
    made = draft(post)
    assert [(one.text, one.speaker) for one in made.event.quotes] == [
        ("trams are the slow lifts of a town.", "ewa-nowak")
    ]


@pytest.mark.parametrize("honorific", ["Dr.", "Prof. Dr.", "Ms", "Sir"])
def test_an_honorific_stands_before_a_name_and_is_no_part_of_it(honorific: str) -> None:
    text = f"Then {honorific} Ewa Nowak sang."
    (name,) = names(text)
    assert (text[name.start : name.end], name.text) == (f"{honorific} Ewa Nowak", "Ewa Nowak")


@pytest.mark.parametrize("nickname", ['"The Bell"', "“Bell”", "'Bell Boy'", "‘Bell’", "(Bell)"])
def test_a_nickname_stands_inside_a_name(nickname: str) -> None:
    assert found(f"# TramConf\n\nThen Tomasz {nickname} Nowak sang.\n") == ["Tomasz Nowak"]


@pytest.mark.parametrize("word", ["that", "what", "format"])
def test_a_word_that_ends_in_at_leads_to_no_place(word: str) -> None:
    assert found(f"# TramConf\n\nI liked the {word} Ewa Nowak had.\n") == ["Ewa Nowak"]
    assert found("# TramConf\n\nI liked it at Ewa Nowak.\n") == []


@pytest.mark.parametrize(
    "told", ["(Jules Halden)", "(KMN Jules Halden)", "from Jules Halden", "also of the Jules Halden"]
)
def test_what_stands_between_a_name_and_its_end_is_no_person(told: str) -> None:
    assert found(f"# TramConf\n\nThen Ewa Nowak {told} sang.\n") == ["Ewa Nowak"]


def test_attributes_behind_a_link_are_no_words() -> None:
    link = '[Ewa Nowak](https://kumo.example){:target="_blank"}{:rel="noopener"}'
    post = f"# TramConf\n\n{link}, CTO of Kumo, gave a talk on {{: and : }}.\n"
    header = header_of(post)
    block = View(post, header.body, header.blocks).blocks[-1]
    assert block.text == "Ewa Nowak, CTO of Kumo, gave a talk on {: and : }."
    start = block.text.index("CTO of Kumo")
    assert post[slice(*block.span(start, start + 11))] == "CTO of Kumo"


def test_no_name_goes_on_below_a_short_line() -> None:
    assert found("# TramConf\n\nTrams for Small Towns\nEwa Nowak\nPorto @Kumo\n") == ["Ewa Nowak"]


def test_a_name_goes_on_below_a_line_that_was_full() -> None:
    lines = "All of us sang for more than an hour, and the last of all was Ewa\nNowak, who sang of trams.\n"
    assert found(f"# TramConf\n\n{lines}") == ["Ewa Nowak"]


def test_no_name_goes_on_beyond_the_words_of_a_link() -> None:
    post = "[Ewa Nowak](https://kumo.example/ewa) de [Kumo](https://kumo.example) sang, **Bo Tanaka** Porto."
    assert found(f"# TramConf\n\n{post}\n") == ["Ewa Nowak", "Bo Tanaka"]


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("10:00\nJUN TANAKA\nTRAMS FOR TOWNS\nWe ride.", ["JUN TANAKA"]),
        ("# maps of rain - marta silva (volta grid)\n\nA good talk.", ["marta silva"]),
        ("# test trams — marta silva\n\nA good talk.", ["marta silva"]),
        ("MARK YOUR CALENDARS\nWe meet again.", []),
        ("# trams - old and new\n\nA good talk.", []),
        ("It was about maps - marta silva said so.", []),
    ],
)
def test_names_in_capitals_are_a_line_and_in_small_letters_end_a_heading(post: str, expected: list[str]) -> None:
    assert found(post) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Next, Amy gave a talk on trams.", ["Amy"]),
        ("Kumo’s Amy and Bruno hosted a seminar.", ["Amy", "Bruno"]),
        ("Amy, head of maps at Kumo, shared a map.", ["Amy"]),
        ("Amy from Kumo showed a map.", ["Amy"]),
        ("We got it at Amy’s short talk.", ["Amy"]),
        ("After lunch came a workshop by Amy.", ["Amy"]),
        ("First up was Amy with a map.", ["Amy"]),
        ("Then it was Amy’s turn.", ["Amy"]),
        ("Thanks to our speakers (Amy, Bruno, and Clara).", ["Amy", "Bruno", "Clara"]),
        ("Speaker: Amy", ["Amy"]),
        ("A map by @tramline was next: @amyk showed it.", ["@amyk"]),
        (
            "Then Dr. Quill and Baroness Holm sang, and Lord Lind of Porto.",
            ["Dr. Quill", "Baroness Holm", "Lord Lind of Porto"],
        ),
        ("Ewa Nowak sang. Dr. Nowak bowed.", ["Ewa Nowak"]),
        ("As Amy put it, “trams are slow.”", ["Amy"]),
        ("“Trams are slow,” said Amy.", ["Amy"]),
        ("“Trams are slow.” – Amy", ["Amy"]),
        ("Amy ended with a warning: “trams are slow.”", ["Amy"]),
        ("Zyrkan gave a lightning talk on trams.", ["Zyrkan"]),
        ("I saw Zyrkan’s talk on trams.", ["Zyrkan"]),
        ("Then 李婷婷 gave a talk on trams.", ["李婷婷"]),
        ("Amy of Volta Grid talked about trams.", ["Amy"]),
        ("Dr. Quill from Volta Grid talked about trams.", ["Dr. Quill"]),
        ("Zyrkan gave a talk on trams. We flew home from an office in Zyrkan.", []),
        ("They gave a talk on trams. Lots gave a talk, and lots of us slept.", []),
        ("Amy made tea.", []),
        ("The University of Victoria presented a map.", []),
        ("In the week in Victoria we saw that Victoria presented a map.", []),
        ("A talk by Mark Two was next. May led to June.", []),
        ("The Lord Mayor and a Professor Emeritus sang.", []),
    ],
)
def test_one_word_names_a_person_by_what_stands_beside_it(sentence: str, expected: list[str]) -> None:
    assert found(f"# Tram Forum 2019\n\nIt rained.\n\n{sentence}\n") == expected


@pytest.mark.parametrize(
    "byline", ["by [ewa nowak](https://twitter.com/ewa)", "by ewa nowak", "By [ewa nowak](https://e.org)"]
)
def test_a_name_in_small_letters_is_one_where_only_a_name_stands(byline: str) -> None:
    event = draft(f"rain.js\n=======\n\n{byline}\n\n* rain has an API\n").event
    assert [one.name for one in event.speakers] == ["ewa nowak"]
    assert draft("# Rain\n\nby all means\n").event.speakers == ()
