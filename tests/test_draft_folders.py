"""Drafts of folders of notes: what front matter says of a talk, which files they are made of, and their lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.draft import Draft, draft_notes, notes_in

README = "---\ntitle: My notes\nauthor: Jo Wu\nevent: {start: soon}\n---\n\n# DataConf 2022\n\nIt rained.\n"
QUEUES = """---
title: Queues that drain
speaker: Amit Rao, engineer at Postal
slides: https://example.org/q.pdf
video: none yet
start: 2022-06-02 09:30:00 +0200
tags: [queues, lines]
date: 2022-06-09
---

A queue is a promise.

Share this:   Tweet  Email
"""


def made_of(folder: Path, **files: str) -> Draft:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return draft_notes(notes_in(str(folder)))


def test_what_front_matter_says_of_a_talk_becomes_labels(tmp_path: Path) -> None:
    made = made_of(tmp_path, b=QUEUES)
    assert made.source == (
        "# Queues that drain\n\n"
        "- **Speaker:** Amit Rao, engineer at Postal\n"
        "- **Slides:** <https://example.org/q.pdf>\n"
        "- **Time:** 2022-06-02 09:30:00+02:00\n"
        "- **Tags:** queues, lines\n\n"
        "A queue is a promise.\n\nShare this:   Tweet  Email\n\n"
    )
    cut = "front-matter: video, date; draft the note by itself to keep that"
    assert [tuple(one) for one in made.faults] == [("cut", cut, 1, 9, "b.md")]
    assert [one.name for one in made.event.speakers] == ["Amit Rao"]
    (session,) = made.event.sessions
    assert (str(session.start), session.tags) == ("2022-06-02T09:30:00+02:00", ("queues", "lines"))
    assert [(one.rel, one.url) for one in session.links] == [("slides", "https://example.org/q.pdf")]
    told = {one.path: made.place(one.start) for one in made.evidence}
    assert [told[f"sessions[0].{one}"] for one in ("title", "speakers[0]", "links[0]", "start", "tags")] == [
        *(("b.md", line) for line in (2, 3, 4, 6, 7)),
    ]
    assert next(made.place(one.start) for one in made.evidence if one.exact == "Amit Rao") == ("b.md", 3)
    assert [made.place(one.start) for one in made.cuts] == [("b.md", 13)]


@pytest.mark.parametrize(
    ("note", "source"),
    [
        ("---\ntitle: A\nspeakers: [Bo Ek, Cy Dow]\n---\nRain.\n", "# A\n\n- **Speakers:** Bo Ek, Cy Dow\n\nRain.\n\n"),
        ("---\nspeaker: [Bo Ek, Cy Dow]\n---\n# A\nRain.\n", "# A\n\n- **Speakers:** Bo Ek, Cy Dow\n\nRain.\n\n"),
        ("---\ntitle: A\nroom: Blue\n---\n", "# A\n\n- **Session:** A\n- **Room:** Blue\n\n"),
        (
            "---\nstart: 2 June 2022\n---\n## A ##\n\nRain.",
            "## A ##\n\n- **Session:** A\n- **Time:** 2022-06-02\n\nRain.\n\n",
        ),
        ("---\nlayout: post\n---\nRain.\n", "# A\n\nRain.\n\n"),
        ("---\nroom: Blue\n---\n- Rain\n", "# A\n\n- **Session:** A\n- **Room:** Blue\n\n- Rain\n\n"),
        ("Rain at noon\n\nIt fell.", "Rain at noon\n\nIt fell.\n\n"),
        ("Rain at noon\n===\nIt fell.", "Rain at noon\n===\nIt fell.\n\n"),
        (".. title: A\n.. speaker: Bo Ek\n\nRain.\n", "# A\n\n- **Speaker:** Bo Ek\n\nRain.\n\n"),
    ],
)
def test_labels_stand_below_the_heading(tmp_path: Path, note: str, source: str) -> None:
    assert made_of(tmp_path, a=note, b="# B\n\nSnow.").source == f"{source}# B\n\nSnow.\n\n"


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("queues-that-drain", "Queues that drain"),
        ("03 - queues - a promise", "Queues - a promise"),
        ("2022-06-02-Queues", "Queues"),
        ("2022", "2022"),
        ("5-whys", "5 whys"),
        ("été", "Été"),
    ],
)
def test_a_note_that_names_no_talk_is_that_of_its_file(tmp_path: Path, name: str, heading: str) -> None:
    made = made_of(
        tmp_path,
        **{"0": "# First\n\nBo Ek spoke.\n", name: "Jo Wu spoke and said: “a queue is a promise that drains”.\n"},
    )
    titles = {one.title: [quote.speaker for quote in one.quotes] for one in made.event.sessions}
    assert titles == {"First": [], heading: ["jo-wu"]}
    assert f"# {heading}\n\nJo Wu spoke" in made.source
    assert en.read(text=made.markdown).event == made.event


def test_the_lines_of_a_note_are_those_of_its_file(tmp_path: Path) -> None:
    headed = "---\nspeaker: Cy Dow\n---\n\n\n# C\n\n\n\nHe came.\n"
    made = made_of(tmp_path, readme=README, a="\n\n# A\n\nBo Ek spoke.\n", b=QUEUES, c=headed)
    for file in ("readme", "a", "b", "c"):
        lines = (tmp_path / f"{file}.md").read_text().split("\n")
        for words in (
            "It rained.",
            "Bo Ek spoke.",
            "A queue is",
            "Queues that",
            "q.pdf",
            "My notes",
            "He came",
            "Cy Dow",
            "# C",
        ):
            place = made.place(made.source.index(words))
            assert place is not None
            assert place[0] != f"{file}.md" or words in lines[place[1] - 1]


def test_an_introduction_keeps_its_front_matter(tmp_path: Path) -> None:
    made = made_of(
        tmp_path, README=README, index="---\ntitle: Index\nlayout: x\n---\nSnow.\n", b="# B\n\nBo Ek spoke.\n"
    )
    assert made.event.write_up is not None
    assert (made.event.write_up.title, made.event.write_up.authors[0].name) == ("My notes", "Jo Wu")
    assert (made.event.name, made.event.extra) == ("DataConf 2022", {"start": "soon"})
    date = (
        'start should be a date or time in ISO 8601, not "soon"; write it like 2017-10-05 or 2017-10-05T09:30+01:00, '
        "in quotes or not"
    )
    assert [tuple(one) for one in made.faults] == [
        ("kept in extra", date, 4, 4, "README.md"),
        ("cut", "front-matter: layout; draft the note by itself to keep that", 1, 4, "index.md"),
    ]
    assert en.read(text=made.markdown).event == made.event


def test_the_command_line_tells_what_one_event_is_made_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes" / "sub").mkdir(parents=True)
    for name, text in (
        ("README.md", "# DataConf 2022\n\nIt rained.\n"),
        ("b.md", QUEUES),
        ("c.md", "---\ntitle: A: b\n---\n\n# C\n\nBo Ek spoke.\n"),
        ("pic.txt", "photo"),
        ("page.html", "<p>x</p>"),
        ("empty.md", "\n"),
        (".hidden", ""),
    ):
        (tmp_path / "notes" / name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(eventnotes, ["draft", "notes", "-o", "x.md"])
    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        "",
        (
            "notes: the notes of one event: README.md, b.md, c.md, pic.txt\n"
            "notes: passed over: empty.md, page.html, sub/\n"
            "notes/b.md:1-9: cut: front-matter: video, date; draft the note by itself to keep that\n"
            "notes/c.md:2: not read: not YAML: mapping values are not allowed in this context; put the value in quotes "
            "if it holds a colon followed by a space\n"
            "notes/c.md:1-3: cut: front-matter\n"
            "notes/b.md:13: cut: share-bar\n"
        ),
    )


def test_of_many_files_some_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(15):
        (tmp_path / f"{number:02}.md").write_text(f"# Talk {number}\n\nBo Ek spoke.\n", encoding="utf-8")
    done = CliRunner().invoke(eventnotes, ["draft", ".", "--to", "json"])
    names = ", ".join(f"{number:02}.md" for number in range(12))
    assert done.stderr == f".: the notes of one event: {names} and 3 more\n"


def test_what_is_cut_from_a_page_is_shown_in_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = "Bo Ek gave a talk on trams. " + "It rained on them all. " * 12
    (tmp_path / "page.html").write_text(f"<body><nav>Home, and more</nav><article><p>{words}</p></article></body>")
    done = CliRunner().invoke(eventnotes, ["draft", "page.html", "-o", "x.md"])
    assert (done.exit_code, done.stderr) == (0, 'page.html: cut: outside-article: "Home, and more"\n')
