"""The event's name, in the many ways in which posts tell it."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft
from eventnotes.draft.event.naming import WEIGHTS

TITLES = {
    "Seminar: Trams in the Humanities (Porto, 12 May 2017)": "Seminar: Trams in the Humanities",
    "Recap: Harbour Transport Day 2019": "Harbour Transport Day 2019",
    "Harbour Transport Day 2019 recap": "Harbour Transport Day 2019",
    "Notes from TramConf 2018": "TramConf 2018",
    "My TramConf 2018": "TramConf 2018",
    "Porto Tram Meetup: 13-Apr-2018": "Porto Tram Meetup",
    "Bells for Trams comes to the Lowlands": "Bells for Trams",
    "My notes from TramConf 2018": "TramConf 2018",
    "TramConf 2018 – Day 2": "TramConf 2018",
    "TramConf 2018: Day two": "TramConf 2018",
    "TramConf 2018 Trip Report": "TramConf 2018",
    "Trip report: TramConf Porto 2018": "TramConf Porto 2018",
    "What I learned at TramConf 2018": "TramConf 2018",
    "Thoughts on FerryCamp": "FerryCamp",
    "Speaking at FerryCamp": "FerryCamp",
    "What We Heard at FerryCamp": "FerryCamp",
    "FerryCamp 2018 Was a Success": "FerryCamp 2018",
    "Kumo Goes to FerryCamp": "FerryCamp",
    "Notes from the International Conference on Tram Systems": "International Conference on Tram Systems",
    "Back from FerryCamp 2015": "FerryCamp 2015",
    "Highlights of the Lagos Data Summit": "Lagos Data Summit",
    "5 lessons from the Lagos Data Summit": "Lagos Data Summit",
    "Reflections on the 2nd Annual Lagos Data Summit": "2nd Annual Lagos Data Summit",
    "A weekend at the Porto Tram Hackathon": "Porto Tram Hackathon",
    "Webinar recap: How to Count Buses": "How to Count Buses",
    "Event: Counting Buses Together": "Counting Buses Together",
    "Maps for Night Shifts—Harbour Transport Summit Recap": "Harbour Transport Summit",
    "Volta Grid at the Nordic Grid Forum 2022": "Nordic Grid Forum 2022",
    "Tram Tuesday Meetup #14: Bells": "Tram Tuesday Meetup #14",
    "Ferry Week 2020 in review": "Ferry Week 2020",
    "TramCon Gdansk wrap-up": "TramCon Gdansk",
    "TramCon Genova wrap-up": "TramCon Genova",
    "Ten talks you should not miss from RailsideCon": "RailsideCon",
    "KUMO2019 slides and videos": "KUMO2019",
    "Musings from TramCamp 2019": "TramCamp 2019",
    "How I survived TramConf 2019": "TramConf 2019",
    "Live blogging TramConf 2019": "TramConf 2019",
    "Photos from FerryCamp": "FerryCamp",
    "Volta Grid Hosts the Porto Tram Summit": "Porto Tram Summit",
    "Demo Hack Night! Now with bells": "Demo Hack Night",
    "Home from TramConf 2019": "TramConf 2019",
    "Trip to TramConf 2019": "TramConf 2019",
    "Welcome to the Porto Tram Summit": "Porto Tram Summit",
    "Mi experiencia en el Porto Tram Summit": "Porto Tram Summit",
    "Retour sur TramCamp 2019": "TramCamp 2019",
    "Compte-rendu de TramCamp 2019": "TramCamp 2019",
    "Crónica de TramCamp 2019": "TramCamp 2019",
    "Nachlese TramCamp 2019": "TramCamp 2019",
    "On FerryCamp 2019": "FerryCamp 2019",
    "Reflecting on TramConf 2019": "TramConf 2019",
    "Looking back at the Porto Tram Summit": "Porto Tram Summit",
    "Looking forward to TramConf 2019": "TramConf 2019",
    "Getting ready for TramConf 2019": "TramConf 2019",
    "Returning from FerryCamp 2015": "FerryCamp 2015",
    "Porto Tram Week 2019: The Good, the Bad and the Rainy": "Porto Tram Week 2019",
}
LEADS = {
    "Last week I attended Harbour Transport Day in Porto.": "Harbour Transport Day",
    "I just got back from TramConf 2018 and it was loud.": "TramConf 2018",
    "Two weeks ago I had the chance to speak at FerryCamp 2015.": "FerryCamp 2015",
    "In May, Volta Grid hosted the first Nordic Grid Forum in Oslo.": "Nordic Grid Forum",
    "The Lagos Data Summit 2019 took place last month.": "Lagos Data Summit 2019",
    "On Tuesday we held our monthly Tram Builders Meetup.": "Tram Builders Meetup",
    "I was lucky to join the Better Buses Together conference last week.": "Better Buses Together conference",
    "This is what I saw on my first visit to RailsideCon.": "RailsideCon",
    "The Conference on Tram Systems was great.": "Conference on Tram Systems",
    "Here are my notes from the Porto Tram Summit.": "Porto Tram Summit",
    "Last week, our team won the Tram Apps Competition.": "Tram Apps Competition",
    "I flew to Porto for the Bergen Tram Summit.": "Bergen Tram Summit",
    "I spoke at [the Bergen Tram Summit](https://tram.example).": "Bergen Tram Summit",
    "In 2018 I moved to Porto in Jan 2019. The Lagos Data Summit was great.": "Lagos Data Summit",
    "Teacamp 4 took place in Porto.": "Teacamp 4",
    "In May we ran a Porto Night Mapathon.": "Porto Night Mapathon",
    "Over the two days of TRAMCON:POWER, I heard a lot about bells.": "TRAMCON:POWER",
    "The Workshop on Tram Data took place in Porto.": "Workshop on Tram Data",
    "Last week I attended tram-conf 2018.": "tram-conf 2018",
    "Last week I spoke at the [tramdoe meetup](https://tramdoe.example).": "tramdoe meetup",
    "On 4 May, people met at **tramsLEX 6**. It rained.": "tramsLEX 6",
}
KEPT = ["Buses and Bells", "Why I ride the tram", "Ana Lima, CTO at Clinic, spoke."]


@pytest.mark.parametrize(("title", "name"), TITLES.items())
def test_a_title_gives_the_name(title: str, name: str) -> None:
    assert draft(f"# {title}\n\nIt rained, and we talked of trams all day.\n").event.name == name


@pytest.mark.parametrize(("title", "name"), TITLES.items())
def test_a_title_of_the_front_matter_gives_the_name(title: str, name: str) -> None:
    assert draft(f'---\ntitle: "{title}"\n---\n\nIt rained, and we talked of trams all day.\n').event.name == name


@pytest.mark.parametrize(("lead", "name"), LEADS.items())
def test_the_first_sentence_gives_the_name_where_the_title_does_not(lead: str, name: str) -> None:
    assert draft(f"# Why I ride the tram\n\n{lead} It rained.\n\nWe ate.\n").event.name == name


@pytest.mark.parametrize(
    "sentence",
    [
        "It ran in Porto from 6th to 10th August 2019.",
        "On 14 October 2022 the Port of Almuth opened its sheds for all.",
        "From Monday 21 September to Friday 25 September 2020 it rained.",
    ],
)
def test_no_day_is_a_part_of_the_name(sentence: str) -> None:
    assert draft(f"# Trams\n\n{sentence}\n\nWe rode home.\n").event.name == "Trams"


@pytest.mark.parametrize("title", KEPT)
def test_a_title_stands_where_nothing_else_names_an_event(title: str) -> None:
    assert draft(f"# {title}\n\nIt rained, and nobody minded.\n").event.name == title


def test_what_a_talk_is_called_is_no_name_of_an_event() -> None:
    post = "# Open Harbour\n\nAna Lima of Kumo gave a talk called “Rails for Small Towns”. It rained.\n"
    assert draft(post).event.name == "Open Harbour"


def test_a_title_on_the_lines_below_its_key_is_read() -> None:
    post = "---\ntitle: >-\n  Notes from the Lagos\n  Data Summit 2019\ndate: 2019-05-01\n---\n\nIt rained.\n"
    assert draft(post).event.name == "Lagos Data Summit 2019"


def test_a_name_of_the_title_is_written_out_as_the_text_has_it() -> None:
    post = "# Bells—Harbour Summit Recap\n\nAt the Harbour Citizen Services Summit we rang bells.\n"
    assert draft(post).event.name == "Harbour Citizen Services Summit"


def test_tags_name_the_event_of_a_talk() -> None:
    post = "---\ntitle: Ana Lima's Keynote\ncategories: [TRAM 2019]\n---\n\nShe spoke of bells.\n"
    assert draft(post).event.name == "TRAM 2019"


def test_evidence_names_a_cue_that_speaks_for_the_name() -> None:
    made = draft("# Trip report\n\nLast week I attended TramConf 2018.\n")
    (name,) = [one for one in made.evidence if one.path == "name"]
    assert name.exact == "TramConf 2018"
    assert WEIGHTS[name.form] == max(WEIGHTS[one] for one in ("after-attended", "coined", "year-at-end"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("TramClub Meeting 2019-05-25", "TramClub Meeting"),
        ("2019-05-25 TramClub Meeting", "TramClub Meeting"),
        ("Tram Club Meetup - 3 December 2020", "Tram Club Meetup"),
        ("Tram Club Meetup, March 5, 2019", "Tram Club Meetup"),
        ("05/25/2019: Tram Club Meetup", "Tram Club Meetup"),
        ("Tram Club 68<sup>th</sup> Meetup", "Tram Club 68th Meetup"),
    ],
)
def test_a_day_and_tags_in_a_title_are_no_part_of_the_name(title: str, name: str) -> None:
    assert draft(f'---\ntitle: "{title}"\n---\n\nIt rained, and we talked of trams all day.\n').event.name == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("I went to the 2017 Trams for Porto Brigade Congress.", "2017 Trams for Porto Brigade Congress"),
        ("In many ways, the Trams for Porto Summit is a celebration.", "Trams for Porto Summit"),
        ("I attended FerryWest ’11 in May.", "FerryWest ’11"),
        ('It was called "Rails for Towns: What Next?" and was online.', "Rails for Towns: What Next?"),
        ("Last week, I attended the first [t11y Camp](http://t11y.org/camp/) in Oslo.", "t11y Camp"),
        ("We attended the [KUMO open science codefest](http://kumo.io/codefest).", "KUMO open science codefest"),
        (
            "It was named “rTrams Community Celebration: Then & Now”, and held online.",
            "rTrams Community Celebration: Then & Now",
        ),
    ],
)
def test_a_name_in_a_sentence_is_whole(sentence: str, name: str) -> None:
    assert draft(f"# Rain on rails\n\n{sentence} It rained.\n").event.name == name


def test_the_title_of_an_exported_post_gives_the_name() -> None:
    assert draft("---\npost_title: Porto Tram Conference\n---\n\nIt rained.\n").event.name == "Porto Tram Conference"
