"""Who organized an event, in the many ways in which posts tell it."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft
from eventnotes.draft.event.hosting import FORMS
from eventnotes.draft.reading.view import View

TOLD = {
    "Last night Volta Grid held a meetup in Porto.": ["Volta Grid"],
    "Last night, Volta Grid held a meetup in Porto.": ["Volta Grid"],
    "On Wednesday, March 1, the Carpenters hosted the second of three career panels.": ["Carpenters"],
    "On Wednesday, March 1, the Carpenters will host the second of three career panels.": ["Carpenters"],
    "The Tram Curation Centre's most recent Data Management Forum took place last week in London.": [
        "Tram Curation Centre"
    ],
    "Some notes from Kumo’s online panel on speed.": ["Kumo"],
    "The Tram Agency presented the event, with thanks to Ana Lima.": ["Tram Agency"],
    "For a new event it was extremely well run by Ana Lima and the rest of the team.": ["Ana Lima"],
    "Hats off to Bo Ek and crew for a superb venue!": ["Bo Ek"],
    "Hats off to Bo Ek and crew!": ["Bo Ek"],
    "A big thank-you to Ana Lima, Bo Ek, and the rest of the organizers for inviting me up.": ["Ana Lima", "Bo Ek"],
    "Thanks to Ana Lima, Bo Ek and the other organisers.": ["Ana Lima", "Bo Ek"],
    "Thanks to the organizers, Ana Lima and Bo Ek.": ["Ana Lima", "Bo Ek"],
    "I want to thank the organisers Ana Lima and Bo Ek for a wonderful day.": ["Ana Lima", "Bo Ek"],
    "TramConf is organised every year by the Porto Tram Society.": ["Porto Tram Society"],
    "TramConf is an annual conference organised by the Porto Tram Society.": ["Porto Tram Society"],
    "TramConf, organised by the Porto Tram Society, took place in May.": ["Porto Tram Society"],
    "The conference, which was organised by Volta Grid, took place in May.": ["Volta Grid"],
    "The Porto Tram Society organises TramConf every year.": ["Porto Tram Society"],
    "The Porto Tram Society, which organises TramConf, rang the bell.": ["Porto Tram Society"],
    "Every month the Porto Tram Society runs a meetup for drivers.": ["Porto Tram Society"],
    "This week, Kumo and Volta Grid co-hosted a hackathon.": ["Kumo", "Volta Grid"],
    "Yesterday Kumo hosted its annual summit in Oslo.": ["Kumo"],
    "Kumo recently hosted its annual summit in Oslo.": ["Kumo"],
    "Earlier this month Kumo ran a two-day workshop.": ["Kumo"],
    "Together with Volta Grid, Kumo organised a workshop on bells.": ["Volta Grid", "Kumo"],
    "The event was a collaboration between Kumo and Volta Grid.": ["Kumo", "Volta Grid"],
    "The event was a joint effort of Kumo and Volta Grid.": ["Kumo", "Volta Grid"],
    "The event was jointly organised by Kumo and Volta Grid.": ["Kumo", "Volta Grid"],
    "The summit was convened by the Ministry of Trams.": ["Ministry of Trams"],
    "The hackathon was put on by Kumo.": ["Kumo"],
    "It is run by volunteers from Kumo.": ["Kumo"],
    "The meetup is run by Ana Lima and Bo Ek.": ["Ana Lima", "Bo Ek"],
    "I attended a workshop at Porto University, hosted by the Department of Trams.": ["Department of Trams"],
    "I went to Kumo's annual developer conference.": ["Kumo"],
    "I had the pleasure of attending the Porto Tram Society's spring meeting.": ["Porto Tram Society"],
    "We joined the monthly meetup of the Porto Tram Society.": ["Porto Tram Society"],
    "We were at the monthly meeting of the Porto Tram Club.": ["Porto Tram Club"],
    "Kumo organized a one-day event on bells.": ["Kumo"],
    "Kumo has been organising this event since 2012.": ["Kumo"],
    "Kumo teamed up with Volta Grid to host a hackathon.": ["Kumo", "Volta Grid"],
    "Kumo and Volta Grid joined forces to run a workshop.": ["Kumo", "Volta Grid"],
    "Kumo brought together 200 drivers for a day of talks.": ["Kumo"],
    "Our hosts, Kumo, rang the bell.": ["Kumo"],
    "Thanks to our hosts at Kumo.": ["Kumo"],
    "Thanks to Ana Lima for organising this meetup.": ["Ana Lima"],
    "Many thanks to Ana Lima and Bo Ek for putting together such a great event.": ["Ana Lima", "Bo Ek"],
    "Kudos to Ana Lima for organising.": ["Ana Lima"],
    "Organized by Kumo and held in Oslo, the event drew 200.": ["Kumo"],
    "Hosted by Kumo, the event drew 200.": ["Kumo"],
    "Organizer: Kumo": ["Kumo"],
    "Organised by: Kumo": ["Kumo"],
    "Hosts: Ana Lima and Bo Ek": ["Ana Lima", "Bo Ek"],
    "The event's organizers, Ana Lima and Bo Ek, opened the day.": ["Ana Lima", "Bo Ek"],
    "Ana Lima, one of the organizers, opened the day.": ["Ana Lima"],
    "Ana Lima, the founder and organizer of the meetup, opened the day.": ["Ana Lima"],
    "Ana Lima and Bo Ek organized the event.": ["Ana Lima", "Bo Ek"],
    "Ana Lima organises the meetup every month.": ["Ana Lima"],
    "We at Kumo hosted our first hackathon last week.": ["Kumo"],
    "The Kumo team hosted its first hackathon last week.": ["Kumo team"],
    "Members of the Porto Tram Society organised a hackathon.": ["Porto Tram Society"],
    "The Porto chapter of Trams International held its first meeting.": ["Porto chapter of Trams International"],
    "The first meeting of Trams for All was held in Porto.": ["Trams for All"],
    "The event was put together by Ana Lima of Kumo.": ["Ana Lima"],
    "The symposium was sponsored and organised by Kumo.": ["Kumo"],
    "The day was hosted at Kumo by the Porto Tram Society.": ["Porto Tram Society"],
    "A Kumo-organised workshop took place.": ["Kumo"],
    "The Kumo Foundation's first public hearing event was in May.": ["Kumo Foundation"],
    "Kumo launched a series of webinars.": ["Kumo"],
    "FerryCon is Kumo's yearly conference.": ["Kumo"],
    "FerryCon is the annual conference of the Porto Tram Society.": ["Porto Tram Society"],
    "FerryCon, the annual conference of the Porto Tram Society, was held in May.": ["Porto Tram Society"],
    "The event was hosted by Kumo, and made possible by its organizers Ana Lima, Bo Ek, and Li Wei.": [
        "Kumo",
        "Ana Lima",
        "Bo Ek",
        "Li Wei",
    ],
    "The workshop was organised by rTrams and pyTrams in Oslo.": ["rTrams", "pyTrams"],
    "The Porto Tram Group Women of Wonders (PTG WOW) Oslo recently hosted a technical session.": [
        "Porto Tram Group Women of Wonders (PTG WOW) Oslo"
    ],
    "Organised by Ana Lima (Kumo) and Bo Ek (Volta), the workshop drew 30 people.": ["Ana Lima", "Bo Ek"],
    "The Oslo Tram User Group had its monthly meetup on Tuesday.": ["Oslo Tram User Group"],
    "The conference chairs were Ana Lima and Bo Ek.": ["Ana Lima", "Bo Ek"],
    "Thanks @anna and @bob for organizing!": ["@anna", "@bob"],
    "Secured a win in the hackathon organized by Kumo, Volta Grid, and Tram AI.": ["Kumo", "Volta Grid", "Tram AI"],
    "My notes from the June 2016 meetup of the Porto Tram chapter.": ["Porto Tram chapter"],
    "It was a day hosted at the lovely Story Hall, in Porto, by Kumo and Volta Grid.": ["Kumo", "Volta Grid"],
    "It was very well organized, thanks to Ana, Bo, and Wei for taking the initiatives.": ["Ana", "Bo", "Wei"],
    "On Wednesday I went to a meeting of the Royal Tram Society in Porto.": ["Royal Tram Society"],
    "On 15-16 May 2014, the University of Porto hosted an impressive array of tram researchers.": [
        "University of Porto"
    ],
    "The day, which is well organised by local agency, Kumo, was warm.": ["Kumo"],
    "The hackathon was hosted by the university of St. Gallen.": ["university of St. Gallen"],
    "This talk is co-sponsored by Kumo, Volta Grid, and Tram AI.": ["Kumo", "Volta Grid", "Tram AI"],
    "Kumo hosted well over a hundred participants at the Tram Hall.": ["Kumo"],
    "Kumo invited us to share what we found at this event.": ["Kumo"],
    "Kumo wants to invite you to take part in its workshop.": ["Kumo"],
    "We had the pleasure of teaming up with Kumo for a workshop.": ["Kumo"],
    "Last week Kumo wrapped up its hackathon.": ["Kumo"],
    "Kumo's developer relations team organised a workshop.": ["Kumo"],
    "The Kumo project organised the meetup.": ["Kumo project"],
    "Thanks to everyone who came and rang a bell, to Ana Lima and Bo Ek for organising.": ["Ana Lima", "Bo Ek"],
    "This meetup was hosted by Ana Lima.": ["Ana Lima"],
    "TramConf was hosted by Ana Lima, Bo Ek and Li Wei.": ["Ana Lima", "Bo Ek", "Li Wei"],
    "I attended a day organised by [tram lab](/t), in Porto.": ["tram lab"],
    "The 5th edition was organised by Kumo in Oslo.": ["Kumo"],
    "A huge thank you to Ana Lima and Bo Ek who organised the event.": ["Ana Lima", "Bo Ek"],
    "Shoutout to Ana Lima for organising.": ["Ana Lima"],
    "We were hosted by Kumo at their Oslo office.": ["Kumo"],
    "Kumo kindly offered to host the meetup.": ["Kumo"],
    "Last month Kumo and friends ran a hackathon.": ["Kumo"],
    "The panel was organised by Women in Trams Porto.": ["Women in Trams Porto"],
    "Ana Lima, TramConf organiser, opened the day.": ["Ana Lima"],
    "We co-organised the workshop with Kumo.": ["Kumo"],
    "FerryConf is organised by volunteers from the Porto Tram Society.": ["Porto Tram Society"],
    "FerryConf is an event by Kumo.": ["Kumo"],
    "Last week tram.io hosted a meetup.": ["tram.io"],
    "The event was hosted by [TramWorks Inc.](https://t.org) in Porto.": ["TramWorks Inc."],
    "I went to Les Trams’ annual conference.": ["Les Trams"],
    "At Kumo, we hosted our first meetup.": ["Kumo"],
    "The organizers of the event, Ana Lima and Bo Ek, opened it.": ["Ana Lima", "Bo Ek"],
    "FerryConf 2019, presented by Kumo, was held in May.": ["Kumo"],
    "Ana Lima and Bo Ek did a great job organising it.": ["Ana Lima", "Bo Ek"],
    "Kumo, the organization behind the event, rang the bell.": ["Kumo"],
    "Kumo, the charity which organises the event, rang the bell.": ["Kumo"],
    "The nonprofit that organizes the conference, Kumo, rang the bell.": ["Kumo"],
    "The people behind the conference are Ana Lima and Bo Ek.": ["Ana Lima", "Bo Ek"],
    "We, the members of Porto Tram Club conducted a hackathon.": ["Porto Tram Club"],
    "Join Kumo on Tuesday, May 3 for talks on trams.": ["Kumo"],
    "I was delighted to be asked by [Kumo](https://kumo.org) to present at the event.": ["Kumo"],
    "Last week I attended Kumo's 2007 Tram Conference.": ["Kumo"],
    "O evento foi organizado pelo Kumo.": ["Kumo"],
    "L’événement était organisé par Kumo.": ["Kumo"],
    "Die Veranstaltung wurde von Volta Grid organisiert.": ["Volta Grid"],
    "Het evenement werd georganiseerd door Volta Grid.": ["Volta Grid"],
    "The Tram Students' Association is hosting the third conference.": ["Tram Students' Association"],
    "It was organised by Politecnico di Porto, in Italy.": ["Politecnico di Porto"],
    "On Thursday the Porto Developers .Net User Group held a meetup.": ["Porto Developers .Net User Group"],
    "Kumo Bells and Initiatives and the Center for Arts hosted their second symposium.": [
        "Kumo Bells and Initiatives",
        "Center for Arts",
    ],
    "The workshop was organised by Professor Bo Ek and Dean Ana Lima.": ["Bo Ek", "Ana Lima"],
    "The [Kumo Connector](https://kumo.org) project hosted a two-day workshop.": ["Kumo Connector"],
    "The roadshow, initiated by Kumo, came to Porto.": ["Kumo"],
    "The conference was co-chaired by Ana Lima, from Kumo, and Bo Ek from Volta.": ["Ana Lima", "Bo Ek"],
    "Kumo invites you to its second summit.": ["Kumo"],
    "Kumo is excited to announce its first conference.": ["Kumo"],
    "I saw Ana Lima and Bo Ek. Then Ana organised the meetup.": ["Ana Lima"],
    "It was organised by Kumo and the City of Porto.": ["Kumo", "City of Porto"],
    "On behalf of the Tram Club I thank everyone who came to our conference.": ["Tram Club"],
    "The summit is a project of the Tram Initiative.": ["Tram Initiative"],
    "Thanks to Ana, Bo and all the folks at Kumo for organising it!": ["Kumo"],
    "We thank our host, the Tram Library, and our sponsors Kumo and Volta.": ["Tram Library"],
    "The conference was first organised in 2009 by Ana Lima.": ["Ana Lima"],
    "Kumo on May 5, 2019 organised the Tram Hackathon.": ["Kumo"],
    "Harbour Clinic was the host of this year's conference.": ["Harbour Clinic"],
    "This year's host was Harbour Clinic.": ["Harbour Clinic"],
    "Kumo, in partnership with the Ministry of Trams, convened ninety drivers.": ["Kumo", "Ministry of Trams"],
    "The day was organised by Kumo, together with Tram Lab and Volta Grid.": ["Kumo", "Tram Lab", "Volta Grid"],
    "Our colleagues at Kumo and Volta Grid put this together in three months.": ["Kumo", "Volta Grid"],
    "Last week Kumo invited drivers and designers to a workshop.": ["Kumo"],
    "The Porto Tram Club teamed up with Volta Grid for a workshop on bells.": ["Porto Tram Club", "Volta Grid"],
    "Convened by Volta Grid and run by Tram Lab, it drew 350 drivers.": ["Volta Grid", "Tram Lab"],
    "Kumo’s April meeting was held in Porto.": ["Kumo"],
    "Last night we hosted a meetup here at Kumo.": ["Kumo"],
    "TramConf is the annual hackathon of Kumo.": ["Kumo"],
    "Kumo is behind TramConf, which I liked.": ["Kumo"],
    "About thirty Porto Tram Club members gathered on Thursday.": ["Porto Tram Club"],
    "The event was a cooperation between Kumo and Volta Grid.": ["Kumo", "Volta Grid"],
    "The day was a partnership between the Association of Tram Nurses and Kumo.": [
        "Association of Tram Nurses",
        "Kumo",
    ],
    "The Port of Almuth and Almuth Digital organised a workshop.": ["Port of Almuth", "Almuth Digital"],
    "Tram Riders and Ferry Porto jointly organised a mapathon.": ["Tram Riders", "Ferry Porto"],
    "In the week of Old Bells, the Tram Agency and Volta Grid held a dialogue.": ["Tram Agency", "Volta Grid"],
    "Kumo this week convened its first dialogue.": ["Kumo"],
    "Kumo was finally able to hold the event.": ["Kumo"],
    "I liked the hackathon that Volta Grid organised for them.": ["Volta Grid"],
    "It was run by volunteers of the non-profit Tram Lab.": ["Tram Lab"],
    "The Tram Lab threw its first meetup, and twenty came.": ["Tram Lab"],
    "The day was organised by the Centre for Bells (Oslo).": ["Centre for Bells"],
}
NOT_TOLD = [
    "FerryConf co-organizer Ana Lima will share what she saw.",
    "It was in Porto, Portugal, which ran April 12-14.",
    "Each month Kumo hosts a live question session on bells.",
    "Led by Kumo tram driver Ana Lima, a panel of experts spoke.",
    "The workshop, a fringe event of TramConf, was warm.",
    "They run on Tram 2.0, which could be run by anybody.",
    "In a panel hosted by Ana Lima, drivers spoke of bells.",
    "On a Women's Day event I rode the tram.",
    "Kumo provided the venue.",
    "Thanks to Kumo for hosting us!",
    "Thanks to Kumo for hosting the meetup and to Volta Grid for the pizza.",
    "The meetup took place at Kumo, who also sponsored the pizza.",
    "Ana Lima hosted the session on bells.",
    "Ana Lima kicked off the event with a talk.",
    "Bo Ek opened the conference.",
    "Kumo sponsored the event.",
    "The panel was moderated by Bo Ek.",
    "The talk was given by Bo Ek of Kumo.",
    "The event was held at Kumo.",
    "Lunch was provided by Kumo.",
    "The website is run by Kumo.",
    "Kumo runs a tram network.",
    "Ana Lima of Kumo held a talk on bells.",
    "I work at Kumo, where we run a lot of services.",
    "I recently hosted a webinar for Kumo about bells.",
    "Big thanks to the organisers of it for inviting Tram Lab to run workshops.",
    "Thank you to our sponsors Kumo, Volta Grid and Tram Lab.",
    "The evening was kicked off by Ana Lima of Kumo.",
    "I'm one of the organisers of the meetup.",
    "To organize the event, a few trams joined hands.",
    "Both host companies are in Porto.",
    "Scotland held the largest tram conference.",
    "Join Slack for more.",
    "Kumo hosted FerryConf’s first day.",
    "It was the Tram Developers’ European Meeting.",
    "The slides are hosted on tram.io by day.",
    "Join us on Tuesday.",
    "Join Ana Lima for a talk.",
    "The talk was presented by Ana Lima.",
    "Ana Lima did a great job explaining trams.",
    "Kumo is a company that runs trams.",
    "Kumo, the company behind the Tram app, had a booth.",
    "Kumo held a workshop on bells at the conference.",
    "The Tram Fund launched a grant at the conference.",
    "Kumo organised a similar event two years ago.",
    "Kumo hosted a party on its roof.",
    "TramConf 2019 brought together hundreds of drivers.",
    "We celebrated International Women’s Day 2019.",
    "The discussion was coordinated by Ana Lima.",
    "I liked a talk at the conference by Ana Lima.",
    "Kumo and Volta met on Tuesday in Porto.",
    "Kumo invited us to their office for the meetup.",
    "Ana Lima organises the Tram meetup in Warsaw.",
    "The panel featured Ana Lima, organiser of PyTram.",
    "The Data Tram, run by Kumo for the city’s many drivers and their quiet riders, shows maps. It was a fine event.",
    "It was the biggest gathering of Trammers in Porto.",
    "The day was hosted at Volta Hall and sponsored by Kumo.",
    "Kumo’s bell ran all day at the event.",
]


def organizers(sentence: str) -> list[str]:
    post = f"# Notes of the day\n\n{sentence}\n\nIt rained all day and we rode the tram home.\n"
    return [one.name for one in draft(post).event.organizers]


@pytest.mark.parametrize(("sentence", "names"), TOLD.items())
def test_a_sentence_tells_who_organized(sentence: str, names: list[str]) -> None:
    assert sorted(organizers(sentence)) == sorted(names)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_who_spoke_paid_or_runs_something_else_did_not_organize(sentence: str) -> None:
    assert organizers(sentence) == []


def test_what_is_told_at_the_end_counts_where_it_is_plain() -> None:
    post = "# TramConf\n\n" + "We rode the tram home in the rain.\n\n" * 30
    assert [one.name for one in draft(post + "Hats off to Bo Ek and crew!\n").event.organizers] == ["Bo Ek"]
    assert draft(post + "Kumo held a meetup last year.\n").event.organizers == ()


def test_what_every_form_needs_stands_where_it_does() -> None:
    proofs = [(form, View(proof).blocks[0].text) for form in FORMS if form.needs for proof, _ in form.proofs]
    assert [(form.name, proof) for form, proof in proofs if not form.may_stand(proof)] == []


@pytest.mark.parametrize(
    "lines", ["organizers: [Kumo, 'Tram Lab']", "organizers:\n  - Kumo\n  - Tram Lab", 'hosts:\n- "Kumo"\n- Tram Lab']
)
def test_front_matter_lists_who_organized(lines: str) -> None:
    event = draft(f"---\ntitle: TramConf\n{lines}\ntags: [rain]\n---\n\nIt rained.\n").event
    assert [one.name for one in event.organizers] == ["Kumo", "Tram Lab"]


def test_an_organization_that_is_named_again_with_fewer_words_is_one() -> None:
    sentences = "It was organised by the Porto Tram Society (PTS). Thanks to the Porto Tram Society for organising it."
    assert organizers(sentences) == ["Porto Tram Society (PTS)"]


def test_whose_a_numbered_event_of_the_title_is() -> None:
    post = "# 5th Porto Tram Salon\n\nMay 5 was the day of Kumo’s 5th Porto Tram Salon.\n"
    assert [one.name for one in draft(post).event.organizers] == ["Kumo"]


def test_front_matter_may_tell_who_organized_in_a_sentence() -> None:
    post = "---\ntitle: Bells\ndescription: The Tram Lab organized a workshop.\n---\n\nTramConf was wet.\n"
    assert [one.name for one in draft(post).event.organizers] == ["Tram Lab"]


def test_the_name_of_the_event_tells_whose_it_is_whatever_its_words() -> None:
    post = "# Tram Fika No. 3\n\nKumo’s Tram Fika is a day with buns.\n\nIt rained.\n"
    assert [one.name for one in draft(post).event.organizers] == ["Kumo"]
    post = "# Notes\n\nI spoke at the Annual Meeting of the Porto Tram Society in Oslo.\n\nIt rained.\n"
    assert [one.name for one in draft(post).event.organizers] == ["Porto Tram Society"]
    post = "# Drivers’ Week in review\n\nEvery May the Porto Tram Guild runs Drivers’ Week.\n\nIt rained.\n"
    assert [one.name for one in draft(post).event.organizers] == ["Porto Tram Guild"]


@pytest.mark.parametrize(
    ("told", "organizers"),
    [
        ("Mayor Ewa Nowak and community organizer Bo Ek discussed trams.", []),
        ("“Trams for every town” was a workshop run by Bo Ek.", []),
        ("The event was run by Bo Ek.", ["Bo Ek"]),
    ],
)
def test_who_ran_a_workshop_did_not_organize_the_event(told: str, organizers: list[str]) -> None:
    event = draft(f"# Tram Forum 2021\n\nIt rained a lot in Porto.\n\n{told}\n").event
    assert [one.name for one in event.organizers] == organizers
