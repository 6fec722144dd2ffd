"""When an event was, in the many ways in which posts tell it."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft

DATES = {
    "# TramConf 2019\n\nTramConf took place on 3-5 May.": "2019-05-03 2019-05-05",
    "# TramConf 2019\n\nTramConf took place May 3rd through 5th in Porto.": "2019-05-03 2019-05-05",
    "# TramConf 2019\n\nThis year it was held from Friday 3 May to Sunday 5 May.": "2019-05-03 2019-05-05",
    "# TramConf 2019\n\nIt ran from the 3rd to the 5th of May.": "2019-05-03 2019-05-05",
    "# TramConf\n\nIt ran from 3rd – 5th May 2019.": "2019-05-03 2019-05-05",
    "# TramConf\n\nOn Saturday, the 4th of May 2019, 200 drivers met in Porto.": "2019-05-04",
    "# TramConf\n\nOn Saturday May 4th 2019 200 drivers met in Porto.": "2019-05-04",
    "# TramConf\n\nOn May the 4th, 2019 drivers met in Porto.": "2019-05-04",
    "# TramConf\n\n**Date:** 4 May 2019\n**Venue:** Porto": "2019-05-04",
    "# TramConf\n\n**When:** Saturday, May 4, 2019, 6pm": "2019-05-04",
    "# Old Maps\n\nPresented by Ewa Nowak - August 27, 2019\n\nIt rained.": "2019-08-27",
    "---\ntitle: Trams\ndate: 2019-05-04\n---\n\nWe met on Saturday, May 4 to ring bells.": "2019-05-04",
    "---\ntitle: Trams\ndate: 2019-05-04\n---\n\nIt rained.\n\n- **When:** Sat, May 4, 6pm": "2019-05-04",
    "---\ntitle: Trams\ndate: 2019-06-01\n---\n\nWe met on Saturday, May 4 to ring bells.": "",
    "# May 2019 tram meeting\n\nThe next meeting will be on Monday the 14th of May.": "2019-05-14",
    "# June Tram Club meetup 2019\n\nIt rained.": "2019-06",
    "# TramConf 2019\n\nI went from Wednesday the 24th of August until Friday the 26th.": "2019-08-24 2019-08-26",
    "# Tramwaje\n\nKonferencja w dniach 18-20. października 2013 w Porto.": "2013-10-18 2013-10-20",
    "# TramConf\n\nDate: Sat 4 May 2019 18:00": "2019-05-04",
    "Title: Rain on rails\nDate: 2019-05-04 14:00\nTags: rain\n---": "",
    "title= Rain on rails\ndate=2019-05-04\ntype=post\n~~~~~~": "",
    "# TramConf 2019\n\nIt ran from October 19th, 6PM - October 20th, 6AM.": "2019-10-19 2019-10-20",
    "# TramConf\n\nIt ran from May 3, 2019 to May 5, 2019.": "2019-05-03 2019-05-05",
    "# TramConf\n\nThe workshop will be held on the 12th and 13th of May 2019.": "2019-05-12 2019-05-13",
    "# TramConf - May '19\n\nIt rained.": "2019-05",
    "# TramConf\n\nLast night we had our May 2019 meetup.": "2019-05",
    "# TramConf\n\nDate: May 2019": "2019-05",
    "# TramConf\n\nAt the end of May 2019 we attended it.\n\nIt rained.\n\nIt ran on May 30, 2019.": "2019-05-30",
    "---\ntitle: Rain\ndate: 2019-05-14\n---\n\nWe met on May 4. In 2012 it had rained.": "",
    "---\ntitle: Rain\ndate: 2019-05-14\n---\n\nWe met on May 4. In 2019 it rained.": "2019-05-04",
    "# TramConf\n\n4/5 May 2019, Porto": "2019-05-04 2019-05-05",
    "# TramConf\n\nPorto, May 4, 2019\n\nIt rained.": "2019-05-04",
    "# TramConf\n\n*Porto, 4-5 May 2019*\n\nIt rained.": "2019-05-04 2019-05-05",
    "# TramConf (May 4-5, 2019)\n\nIt rained.": "2019-05-04 2019-05-05",
    "# TramConf, 4 May 2019\n\nIt rained.": "2019-05-04",
    "# TramConf - 2019-05-04\n\nIt rained.": "2019-05-04",
    "# 2019-05-04 TramConf\n\nIt rained.": "2019-05-04",
    "# TramConf May 2019\n\nIt rained.": "2019-05",
    "# TramConf notes\n\nThe 2019 edition was held 4-5 May in Porto.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nLast week (May 4-5, 2019) I went to TramConf in Porto.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nTramConf 2019 (4-5 May) was great.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nAt TramConf on 4 May 2019, Ana Lima spoke.": "2019-05-04",
    "# TramConf notes\n\nI spent May 4-5, 2019 in Porto for TramConf.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nNotes from the tram meetup of 4 May 2019.": "2019-05-04",
    "# TramConf notes\n\nIn May 2019 I went to Porto for TramConf.": "2019-05",
    "# TramConf notes\n\nIn early May 2019 TramConf took place.": "2019-05",
    "# TramConf notes\n\nThe second TramConf was on Thursday 2nd May, 2019.": "2019-05-02",
    "# TramConf notes\n\nTramConf took place between 3 and 5 May 2019.": "2019-05-03 2019-05-05",
    "# TramConf notes\n\nTramConf took place between May 3 and 5, 2019.": "2019-05-03 2019-05-05",
    "# TramConf notes\n\nTramConf took place 3 & 4 May 2019.": "2019-05-03 2019-05-04",
    "# TramConf notes\n\nTramConf, April 30 - May 2, 2019, Porto.": "2019-04-30 2019-05-02",
    "# TramConf notes\n\nTramConf, 30 April - 2 May 2019, Porto.": "2019-04-30 2019-05-02",
    "# TramConf notes\n\nLe 4 mai 2019, on a fait une conférence.": "2019-05-04",
    "# TramConf notes\n\nEl 4 de mayo de 2019 se celebró la conferencia.": "2019-05-04",
    "# TramConf notes\n\nPosted on 4 May 2019\n\nIt rained.": "",
    "# TramConf notes\n\nBy Ana Lima, 4 May 2019\n\nIt rained.": "",
    "# TramConf notes\n\nMay 4, 2019 by Ana Lima\n\nIt rained.": "",
    "# TramConf notes\n\nPublished: May 4, 2019. It rained.": "",
    "# TramConf notes\n\nKumo was founded on May 4, 2017 in Porto. It rained.": "",
    "# TramConf 2019\n\n## Friday, 3 May\n\nIt rained.\n\n## Saturday, 4 May\n\nIt rained.": "2019-05-03 2019-05-04",
    "# TramConf 2019\n\n## Day 1 (3 May)\n\nIt rained.\n\n## Day 2 (4 May)\n\nIt rained.": "2019-05-03 2019-05-04",
    "# TramConf 2019\n\n## Day 1 - May 3\n\nIt rained.\n\n## Day 2 - May 4\n\nIt rained.": "2019-05-03 2019-05-04",
    "# TramConf 2019\n\n## 06.11. - Wednesday\n\nRain.\n\n## 07.11. - Thursday\n\nIt rained.": "2019-11-06 2019-11-07",
    "# TramConf 2019\n\n## 2019-05-03\n\nIt rained.\n\n## 2019-05-04\n\nIt rained.": "2019-05-03 2019-05-04",
    "# TramConf notes\n\nThe next TramConf will be held on 4 May 2021.": "",
    "# TramConf 2019\n\nIt took place in Porto. Next year's will be on 4 May 2020.": "",
    "# TramConf notes\n\nTramConf happened over the weekend of May 4th and 5th, 2019.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nDate: 25.05.2019": "2019-05-25",
    "# TramConf notes\n\nDate: May 4th, 2019 from 6 to 9": "2019-05-04",
    "# TramConf notes\n\nThe event took place on 4th and 5th of May, 2019 in Porto.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nOn 4-5 of May 2019 we met.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nOn the 4th & 5th May 2019, we met.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nOn May 4 & 5, 2019 we met.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nOn May 4th-5th 2019 we met.": "2019-05-04 2019-05-05",
    "# TramConf notes\n\nOn 4 and 5 of May, 2019, we met.": "2019-05-04 2019-05-05",
    "# TramConf\n\n📅 4 May 2019\n📍 Porto": "2019-05-04",
    "# TramConf\n\n🗓 May 4-5, 2019 · Porto": "2019-05-04 2019-05-05",
    "# TramConf\n\n- Date: 4 May 2019\n- Place: Porto": "2019-05-04",
    "# TramConf\n\n**When?** 4 May 2019": "2019-05-04",
    "# TramConf\n\n**Conference dates:** May 4-5, 2019": "2019-05-04 2019-05-05",
    "# TramConf\n\n## May 4, 2019\n\nAna Lima spoke.": "2019-05-04",
    "# TramConf\n\n> Porto, May 4-5, 2019": "2019-05-04 2019-05-05",
    "# TramConf\n\n_4th May 2019, Porto, Portugal_": "2019-05-04",
    "# TramConf\n\n(May 4, 2019)": "2019-05-04",
    "# TramConf\n\nPorto | 4-5 May 2019": "2019-05-04 2019-05-05",
    "# TramConf\n\nSaturday 4 May 2019, 18:00, Old Tram Hall": "2019-05-04",
    "# TramConf\n\nOld Tram Hall, Saturday 4 May 2019": "2019-05-04",
    "---\ntitle: TramConf\nevent_date: 2019-05-04\n---\n\nIt rained.": "2019-05-04",
    "---\ntitle: TramConf\nevent: TramConf\ndate: 2019-05-04\n---\n\nIt rained.": "",
    "---\ntitle: TramConf\ndate: 2019-05-14\nsummary: Held May 4-5, 2019.\n---\n\nRain.": "2019-05-04 2019-05-05",
    "---\ntitle: TramConf 2019\ndate: 2019-05-14\n---\n\nOn May 4 we rode.": "2019-05-04",
    "---\ntitle: TramConf\ndate: 2019-05-14\n---\n\nOn May 4 we rode.": "",
    "# TramConf 2019\n\nThe two-day event ran on May 4 and 5 in Porto.": "2019-05-04 2019-05-05",
    "# TramConf 2019\n\nWhen: 4-5 May": "2019-05-04 2019-05-05",
    "# TramConf 2019\n\n4-5 May, Porto": "2019-05-04 2019-05-05",
    "# TramConf 2019\n\nMay 4-5 • Porto": "2019-05-04 2019-05-05",
    "# TramConf 2019\n\nSaturday, May 4": "2019-05-04",
    "# TramConf 2019\n\nWe met in Porto (4-5 May).": "2019-05-04 2019-05-05",
    "# TramConf 2019\n\nWe met in Porto from May 4 – 5.": "2019-05-04 2019-05-05",
    "# Tram Meetup 12\n\nThe twelfth tram meetup, 4th of May 2019.": "2019-05-04",
    "# Tram Meetup\n\nTram meetup of 2019-05-04 in Porto.": "2019-05-04",
    "# Tram Meetup\n\nMeeting minutes for May 4, 2019": "2019-05-04",
    "# Tram Meetup\n\nNotes from May 4th, 2019": "2019-05-04",
    "# May 2019 Tram Meetup\n\nIt rained.": "2019-05",
    "# Tram Meetup (May 2019)\n\nIt rained.": "2019-05",
    "# Tram Conference, Porto, Spring 2019\n\nIt rained.": "",
    "# Tram Conference\n\nIt took place last May in Porto.": "",
    "# Tram Conference\n\nThe conference took place in Porto at the end of May 2019.": "2019-05",
    "# Tram Conference\n\nThe conference ran for three days, starting on May 4, 2019.": "2019-05-04",
    "# Tram Conference\n\nThe conference kicked off on Monday 6 May 2019 with trams.": "2019-05-06",
    "# Tram Conference\n\nTen of us headed to Porto on 6-8 May 2019 for it.": "2019-05-06 2019-05-08",
    "# Tram Conference\n\nLast modified: 2019-05-08\n\nIt rained.": "",
    "# Tram Conference\n\n*Last updated on May 8, 2019*\n\nIt rained.": "",
    "# Tram Conference\n\nWritten by Ana Lima on May 8, 2019\n\nIt rained.": "",
    "# Tram Conference\n\nAna Lima - May 8, 2019 - 5 min read\n\nIt rained.": "",
    "# Tram Conference\n\nMay 8, 2019 · 5 min read\n\nIt rained.": "",
    "# Tram Conference\n\nSubmitted May 8, 2019 in Events\n\nIt rained.": "",
    "# Tram Conference\n\nThe call for papers opened on May 8, 2018.\n\nIt rained.": "",
    "# Tram Conference\n\nThe video was released on May 8, 2019.\n\nIt rained.": "",
}
"""Posts, and the days that they give to their event."""


@pytest.mark.parametrize(("post", "days"), DATES.items())
def test_a_post_tells_the_days(post: str, days: str) -> None:
    event = draft(f"{post}\n\nAnd we rode the tram home.\n").event
    assert " ".join(str(one) for one in (event.start, event.end) if one is not None) == days


def test_headings_of_a_diary_are_no_days_of_an_event() -> None:
    post = "# Notes of 2021\n\n## 3 June\n\nIt rained.\n\n## 8 September\n\nIt rained.\n"
    assert draft(post).event.start is None


def test_the_post_s_own_stamp_in_the_text_is_no_date_of_the_event() -> None:
    post = "title: Trams\ndate: 2008-03-04 07:00:29\n---\n\nOn 29 February 2008 we held a conference in Porto.\n"
    assert str(draft(post).event.start) == "2008-02-29"


def test_a_month_in_the_header_gives_a_day_its_year() -> None:
    post = "---\ntitle: Rain\nsubtitle: Tram conference, January 2017\n---\n\nOn Friday 13 January, I attended it.\n"
    assert str(draft(post).event.start) == "2017-01-13"


def test_a_label_far_below_gives_a_date_unless_it_is_of_the_next_event() -> None:
    talk = "".join(
        f"## Bell {one}\n\n{'It rang in the rain, and we talked of trams all day long. ' * 2}\n\n" for one in "abcdefg"
    )
    below = f"---\ntitle: Tram Conference\ndate: 2019-06-01\n---\n\n{talk}When: 5/31/2019 1:45 PM\n"
    assert str(draft(below).event.start) == "2019-05-31"
    assert draft(below.replace("5/31", "7/31")).event.start is None


def test_a_year_of_two_digits_is_read_only_if_nothing_else_can_be_meant() -> None:
    assert str(draft("# 10-18-23 Trams\n\nIt rained.\n").event.start) == "2023-10-18"
    assert draft("# 18-10-23 Trams\n\nIt rained.\n").event.start is None
