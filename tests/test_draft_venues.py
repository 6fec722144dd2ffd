"""Where an event was held, and what is no place although it stands where one would."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft

HELD = {
    "It was held at the Old Tram Hall and sold out.": "Old Tram Hall",
    "The meetup took place last week in Kyoto.": "Kyoto",
    "The camp happened on May 4, 2019 at Kumo in Porto.": "Kumo in Porto",
    "It was held in Brno in 2013 and in Ghent in 2014.": "Brno",
    "It was held in Brno in January 2010.": "Brno",
    "We gathered in Brno for TramConf.": "Brno",
    "This time it was held at Kumo's offices.": "Kumo",
    "- **Venue:** Depot 7, Harbour Street 3, Ghent": "Depot 7, Harbour Street 3, Ghent",
}
NOT_HELD = (
    "Kumo hosted the second of our “Women in Trams: Summer Series” events.",
    "It was hosted by the Women in Engineering group of the town.",
    "It was held on 2018-03-18 at 7pm.",
    "I had a work meeting in Raleigh that day.",
    "I met Ana Lima, who works at Kumo.",
    "The people whom I met at Trams Conferences are friends.",
    "It happened at TramConf 2018 that two of us spoke.",
)


@pytest.mark.parametrize(("sentence", "venue"), HELD.items())
def test_a_draft_says_where_an_event_was_held(sentence: str, venue: str) -> None:
    event = draft(f"# TramCamp\n\nA day of trams and timetables.\n\n{sentence}\n").event
    assert event.venue is not None
    assert event.venue.name == venue


@pytest.mark.parametrize("sentence", NOT_HELD)
def test_what_is_no_place_is_no_venue(sentence: str) -> None:
    assert draft(f"# TramCamp\n\nA day of trams and timetables.\n\n{sentence}\n").event.venue is None


def test_where_one_met_for_an_event_is_not_its_name() -> None:
    post = (
        "---\ntitle: Ladies That Tram – Rain with no budget\n---\n\nWe met at KumHub for our first event of the year.\n"
    )
    assert draft(post).event.name == "Ladies That Tram"
