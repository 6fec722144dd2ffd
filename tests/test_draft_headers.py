"""Drafts of posts whose front matter says what no event can hold: nothing of it is lost, and each fault is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.draft import Draft, draft
from eventnotes.model import Event

POST = "Bo Ek spoke about trams at Tram Days 2019.\n"
URL_ADVICE = "write the whole address, percent-encoded where it has spaces"


def made_below(*lines: str) -> Draft:
    """The draft of a post below these lines of front matter."""
    return draft("\n".join(["---", "title: Recap", *lines, "---", "", POST]))


def told(made: Draft) -> list[tuple[str, str]]:
    """The lines of what could not be taken, and what is said of it."""
    lines = made.source.split("\n")
    return [("\n".join(lines[one.first - 1 : one.last]).strip(), one.said) for one in made.faults]


def test_a_faulty_value_takes_nothing_with_it() -> None:
    made = made_below(
        *("date: 2023-05-04", "author: Ann Bee", "tags: [a, b]", "layout: post", "event:", "  name: Tram Days"),
        *("  start: May 3, 2019", "  website: example.org", "  hall: 5", "  language: en"),
    )
    assert made.markdown.startswith(
        "---\ntitle: Recap\ndate: '2023-05-04'\nauthor: Ann Bee\ntags: [a, b]\nstatus: draft\nlayout: post\nevent:\n"
        "  name: Tram Days\n  language: en\n"
    )
    assert made.event.extra == {"hall": 5, "start": "May 3, 2019", "website": "example.org"}
    date = 'start should be a date or time in ISO 8601, not "May 3, 2019"; write 2019-05-03'
    address = f'website should be an absolute URL: http://… or https://…, not "example.org"; {URL_ADVICE}'
    assert told(made) == [("start: May 3, 2019", date), ("website: example.org", address)]


KEPT = (
    *("# of the site", "layout: post", 'title:  "Recap"', "date: 2019-05-03 10:00:00 +0200", "categories: [News]"),
    *("tags:", "- trams  # and bells", 'description: ""', "cover:", "    src: /a.png"),
)
FACTS = "  name: Tram Days 2019\n  speakers: [Bo Ek]\n  sessions:\n  - id: bo-ek\n    speakers: [bo-ek]\n"


def test_front_matter_stays_as_its_author_wrote_it() -> None:
    made = draft("\n".join(["---", *KEPT, "---", "", POST]))
    above = "\n".join(KEPT)
    assert made.markdown == f"---\n{above}\nstatus: draft\nevent:\n{FACTS}---\n\n{POST}\n<!-- session: bo-ek -->\n"
    assert en.read(text=made.markdown).event == made.event


def test_a_status_of_the_site_stays_and_that_of_the_draft_stands_below_the_event(tmp_path: Path) -> None:
    made = made_below("status: published")
    status = "  write_up:\n    status: draft\n"
    assert made.markdown.startswith(f"---\ntitle: Recap\nstatus: published\nevent:\n{FACTS}{status}---\n")
    assert en.read(text=made.markdown).event == made.event
    path = tmp_path / "post.md"
    path.write_text(made.markdown, encoding="utf-8")
    assert [one.code for one in en.check(path)] == ["missing-date", "draft-not-reviewed"]
    with pytest.raises(ValueError, match=r"^it is a write-up already: it has event: and status: draft; "):
        draft(made.markdown)


@pytest.mark.parametrize(
    "above",
    [
        ".. title: Recap\n.. date: 2019-05-03\n",
        '@def title = "Recap"\n@def date = "2019-05-03"\n',
        "title=Recap\ndate=2019-05-03\ntype=post\nof trams\n~~~~~~",
        "Title: Recap\nDate: 2019-05-03\n---",
        "Title: Recap\nDate: 2019-05-03\n",
    ],
)
def test_front_matter_of_other_kinds_is_written_as_yaml(above: str) -> None:
    made = draft(f"{above}\n{POST}")
    kind = "type: post of trams\n" if "type" in above else ""
    assert made.markdown.startswith(
        f"---\ntitle: Recap\ndate: '2019-05-03'\nstatus: draft\n{kind}event:\n{FACTS}---\n\nBo"
    )


@pytest.mark.parametrize(
    "above",
    [
        '{"title": "Recap", "layout": "post"}',
        "  title: Recap\n  layout: post",
        "? title\n: Recap\n? layout\n: post",
        "title: Recap\nlayout: post\n...",
        "title: Recap\nlayout: post\nevent:",
    ],
)
def test_front_matter_below_which_nothing_can_stand_is_written_anew(above: str) -> None:
    made = draft(f"---\n{above}\n---\n\n{POST}")
    assert made.markdown.startswith(f"---\ntitle: Recap\nstatus: draft\nlayout: post\nevent:\n{FACTS}---\n")


@pytest.mark.parametrize(
    ("lines", "extra", "said"),
    [
        (["place: Hall"], {"place": "Hall"}, []),
        (
            ["session: Trams"],
            {"session": "Trams"},
            [
                (
                    "session: Trams",
                    (
                        'Event has no field "session"; did you mean sessions? '
                        'write sessions, or move "session" under extra:'
                    ),
                )
            ],
        ),
        (
            ["venue: {name: Depot, hall: 5}"],
            {"venue.hall": 5},
            [
                (
                    "venue: {name: Depot, hall: 5}",
                    (
                        'Venue has no field "hall"; its fields are name, address, locality, region, country, latitude, '
                        "longitude, website"
                    ),
                )
            ],
        ),
        (
            ["organizers: [Volta, {name: Grid, website: grid}]"],
            {"organizers[1].website": "grid"},
            [
                (
                    "organizers: [Volta, {name: Grid, website: grid}]",
                    f'website should be an absolute URL: http://… or https://…, not "grid"; {URL_ADVICE}',
                )
            ],
        ),
        (
            ["extra: {hall: 1}", "hall: 2"],
            {"hall": 1, "event.hall": 2},
            [("hall: 2", '"hall" stands here and under extra: too; keep one of the two')],
        ),
        (
            ["speakers: [Ana Lima]"],
            {"speakers": [{"name": "Ana Lima"}]},
            [
                (
                    "speakers: [Ana Lima]",
                    "a draft finds speakers in the text alone; look whether they are there, and add what is not",
                )
            ],
        ),
        (
            ["write_up: {title: Other}"],
            {},
            [("title: Recap", "title stands here and under event: too; keep one of the two")],
        ),
    ],
)
def test_what_an_event_cannot_hold_is_kept_and_told(
    lines: list[str], extra: dict[str, Any], said: list[tuple[str, str]]
) -> None:
    made = made_below("event:", "  name: Tram Days", *(f"  {one}" for one in lines))
    assert (made.event.name, made.event.extra, told(made)) == ("Tram Days", extra, said)
    assert en.read(text=made.markdown).event == made.event


def test_an_author_with_a_faulty_address_stays() -> None:
    made = made_below("author: {name: Ann Bee, url: example.org}")
    assert made.event.write_up is not None
    assert [one.name for one in made.event.write_up.authors] == ["Ann Bee"]
    assert made.event.write_up.extra == {"write_up.authors[0].website": "example.org"}
    assert [said for _, said in told(made)] == [
        f'website should be an absolute URL: http://… or https://…, not "example.org"; {URL_ADVICE}'
    ]


def test_an_event_without_a_name_keeps_its_facts() -> None:
    made = made_below("event:", "  start: 2019-05-03", "  venue: Depot")
    assert (made.event.name, str(made.event.start), made.event.venue and made.event.venue.name) == (
        ("Tram Days 2019", "2019-05-03", "Depot")
    )
    assert [one.path for one in made.evidence if one.path in ("start", "venue.name")] == []


def test_front_matter_that_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("post.md").write_text(f"---\ntitle: Recap: trams\n---\n\n{POST}", encoding="utf-8")
    Path("kept.md").write_text(f"---\nevent: {{name: A, start: soon}}\n---\n\n{POST}", encoding="utf-8")
    done = CliRunner().invoke(eventnotes, ["draft", "post.md"])
    assert (done.exit_code, done.stderr) == (
        0,
        (
            "post.md:2: not read: not YAML: mapping values are not allowed in this context; put the value in quotes "
            "if it holds a colon followed by a space\npost.md:1-3: cut: front-matter\n"
        ),
    )
    done = CliRunner().invoke(eventnotes, ["draft", "kept.md"])
    assert done.stderr == (
        'kept.md:2: kept in extra: start should be a date or time in ISO 8601, not "soon"; write it like 2017-10-05 or '
        "2017-10-05T09:30+01:00, in quotes or not\n"
    )


SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | st.text("aä-:1 /\r\x07", max_size=8)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "url", "x"]), inner),
    max_leaves=6,
)
FIELDS = st.sampled_from([*Event.model_fields, "session", "place"])


@settings(max_examples=150, deadline=None)
@given(event=st.dictionaries(FIELDS, VALUES, max_size=4) | VALUES, title=VALUES, author=VALUES)
def test_whatever_stands_above_a_post_makes_a_draft_that_is_no_write_up_with_errors(
    event: Any, title: Any, author: Any
) -> None:
    above = json.dumps({"title": title, "author": author, "event": event}, ensure_ascii=False)
    above = above.replace("NaN", ".nan").replace("-Infinity", "-.inf").replace("Infinity", ".inf")
    made = draft(f"---\n{above}\n---\n\n{POST}")
    document = en.read(text=made.markdown)
    assert [str(one) for one in document.diagnostics if one.severity == "error"] == []
    assert document.event == made.event


def test_lines_above_a_row_of_tildes_are_a_header() -> None:
    made = draft(f"title=Recap\ndate=2023-05-04\ntype=post\nauthor=Ann Bee\n~~~~~~\n\n{POST}")
    assert made.event.write_up is not None
    assert (made.event.write_up.title, made.event.write_up.extra) == ("Recap", {"type": "post"})
    assert [one.name for one in made.event.speakers] == ["Bo Ek"]
