"""`eventnotes new --from`: a programme becomes a write-up to fill in, and keeps the conference's own ids."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.ids import derive
from eventnotes.inspection import inspected
from eventnotes.model import Event
from eventnotes.skeleton import begin
from test_schedules import CORPUS, PUBLISHED, TALK, as_json, as_xml, needs_corpus, schedule

SKELETON = """\
---
title: PyDay Lisbon
event:
  name: PyDay Lisbon
  start: '2024-05-01'
  end: '2024-05-01'
  timezone: Europe/Lisbon
---

<!-- Why you went, and what it was like. Nothing in a comment such as this one is
data: write over it, or leave it. -->

## Why \\*null\\*?

- **Kind:** Talk
- **Speakers:** Ana Lima and Bo Ek
- **Time:** 2024-05-01 09:30–10:15
- **Room:** Loft
- **Track:** Languages
- **Language:** en
- **Link:** <https://pyday.example/talk/G9JGWY/>
- **guid:** 8079583e-8321-506c-95af-fd2903a5f075

<!-- What was said, in your own words. Move what you use below this comment:

> The words of a speaker.
>
> — Ana Lima

**Lesson (Ana Lima):** What you learned.
-->

## What I took home

<!-- A list below this heading is read as lessons:

- What you would tell a colleague, in one sentence.
  - [ ] What you will do about it (owner: Full Name, due: 2024-06-01)
-->
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(eventnotes, ["new", *arguments], prog_name="eventnotes")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    second = {**TALK, "id": 27, "guid": "c9edea6f-1da1-4772-a0a9-6dd4e33f11bb", "code": "ABCDEF", "slug": "closing"}
    second |= {"title": "Closing", "date": "2024-05-02T16:00:00+01:00", "start": "16:00", "persons": []}
    for name, talks in (("one", [TALK]), ("two", [TALK, second])):
        Path(f"{name}.json").write_text(as_json(schedule(*talks)), encoding="utf-8")
        Path(f"{name}.xml").write_text(as_xml(schedule(*talks)), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["one.json", "one.xml"])
def test_a_write_up_is_printed_whole(folder: Path, name: str) -> None:
    result = run("--from", name)
    assert (result.exit_code, result.stderr, result.stdout) == (0, "", SKELETON)
    assert inspected(en.read(text=result.stdout), named=True).diagnostics == ()


@pytest.mark.parametrize("chosen", ["27", "ABCDEF", "closing", "CLOSING", "c9edea6f-1da1-4772-a0a9-6dd4e33f11bb"])
def test_sessions_are_chosen_by_any_id_of_theirs(folder: Path, chosen: str) -> None:
    event = en.load(text=run("--from", "two.xml", "--session", chosen).stdout)
    assert [one.title for one in event.sessions] == ["Closing"]
    assert event.speakers == ()


@pytest.mark.parametrize("name", ["two.json", "two.xml"])
def test_a_programme_comes_from_standard_input_and_a_session_by_its_title(folder: Path, name: str) -> None:
    data = Path(name).read_bytes()
    result = CliRunner().invoke(eventnotes, ["new", "--from", "-", "--session", "why *null*?"], input=data)
    assert [one.title for one in en.load(text=result.stdout).sessions] == ["Why \\*null\\*?"]


def test_several_days_have_headings(folder: Path) -> None:
    text = run("--from", "two.json").stdout
    assert re.findall("^##.*", text, re.MULTILINE) == [
        "## Wednesday 1 May 2024",
        "### Why \\*null\\*?",
        "## Thursday 2 May 2024",
        "### Closing",
        "## What I took home",
    ]
    assert [one.at(event) for event in [en.load(text=text)] for one in (s.start for s in event.sessions) if one] == [
        "2024-05-01T09:30+01:00",
        "2024-05-02T16:00+01:00",
    ]


def test_a_filled_session_goes_back_into_a_calendar_under_the_ids_of_the_conference(folder: Path) -> None:
    text = run("--from", "two.json").stdout
    notes = "Null, again.\n\n> So it goes.\n>\n> — Ana Lima\n\n**Lesson (Lima):** Ask first.\n\n## Thursday"
    event = en.load(text=text.replace("## Thursday", notes, 1))
    session = event.sessions[0]
    assert (session.quotes[0].speaker, session.lessons[0].speaker) == ("ana-lima", "ana-lima")
    calendar = en.write(event, "ical").decode().replace("\r\n ", "")
    assert re.findall(r"^UID:(.*)\r", calendar, re.MULTILINE)[1:] == [
        "8079583e-8321-506c-95af-fd2903a5f075",
        "c9edea6f-1da1-4772-a0a9-6dd4e33f11bb",
    ]
    assert "“So it goes.”\\n— Ana Lima" in calendar
    assert "- Ask first. (Ana Lima)" in calendar


def test_what_is_moved_out_of_a_comment_is_data(folder: Path) -> None:
    text = SKELETON.replace("Move what you use below this comment:", "-->").replace("learned.\n-->", "learned.", 1)
    session = en.load(text=text).sessions[0]
    assert [(one.text, one.speaker) for one in session.quotes] == [("The words of a speaker.", "ana-lima")]
    assert [(one.text, one.speaker) for one in session.lessons] == [("What you learned.", "ana-lima")]


def test_facts_that_are_given_win(folder: Path) -> None:
    options = [
        "--name",
        "PyDay",
        "--venue",
        "Ropewalk Hall",
        "--start",
        "2024-04-30",
        "--website",
        "https://a.example/",
    ]
    event = en.load(text=run("--from", "one.json", *options).stdout)
    assert (event.name, event.start, event.website) == ("PyDay", "2024-04-30", "https://a.example/")
    assert event.venue is not None
    assert event.venue.name == "Ropewalk Hall"
    assert event.write_up is not None
    assert event.write_up.title == "PyDay"


REFUSED = {
    "--from one.json --session clsing": 'no session has the id or title "clsing"; convert --to json shows the ids',
    "--from two.json --session clsing": 'no session has the id or title "clsing"; did you mean "closing"?',
    "--from one.json --kind talk": "--kind and --speaker do not go with --from: the programme says both",
    "--from one.json --speaker Ana": "--kind and --speaker do not go with --from: the programme says both",
    "--from none.json": "none.json: No such file or directory",
    "--from .": ".: is a folder, not a file",
    "--from one.json -o out.yaml": "out.yaml: a write-up is Markdown; name a file that ends in .md",
    "--from one.json --website a": """\
website should be an absolute URL: http://… or https://…, not "a"; \
write the whole address, percent-encoded where it has spaces""",
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.items())
def test_what_cannot_be_begun_is_wrong_usage(folder: Path, arguments: str, message: str) -> None:
    result = run(*arguments.split(" "))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"\n\nError: {message}\n")


def test_faults_of_the_programme_are_told(folder: Path) -> None:
    Path("bad.json").write_text(as_json(schedule({**TALK, "duration": "long"})), encoding="utf-8")
    result = run("--from", "bad.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'bad.json:27:21: error date "long" is no duration\n' in result.stderr


def test_a_calendar_is_a_programme_too(folder: Path) -> None:
    assert run("--from", "two.json", "-o", "notes.md").exit_code == 0
    en.convert("notes.md", "notes.ics")
    event = en.load(text=run("--from", "notes.ics").stdout)
    assert [one.title for one in event.sessions] == ["Why \\*null\\*?", "Closing"]


@pytest.mark.parametrize("name", ["A-->B", "<b>Ana", "Ana, Lima", "— Ana", "`Ana", "Ana Lima (she)", "Null and Void"])
@pytest.mark.parametrize("title", ["<!-- x", "`", "# A #", "A — Ana", "Lessons", "Day 2", "{#x}", "---"])
def test_names_and_titles_that_look_like_something_else(name: str, title: str) -> None:
    programme = Event.model_validate(
        {
            "name": "PyDay",
            "start": "2024-05-01",
            "speakers": [{"name": name}, {"name": "Bo"}],
            "sessions": [
                {
                    "title": title,
                    "start": "T09:30",
                    "speakers": [derive("speaker", [(None, name)])[0]],
                },
                {"title": "Two", "start": "T10:30", "speakers": ["bo"]},
            ],
        }
    )
    event = en.load(text=begin(programme))
    assert [one.name for one in event.speakers] == [name, "Bo"]
    assert [(one.title, one.start, one.speakers) for one in event.sessions] == [
        (one.title, one.start, one.speakers) for one in programme.sessions
    ]


@needs_corpus
@pytest.mark.parametrize("name", PUBLISHED)
def test_published_programmes_become_skeletons_that_pass_the_check(name: str, tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    source = CORPUS / f"validator__json__examples__{name}.json"
    assert run("--from", str(source), "-o", str(path)).exit_code == 0
    checked = CliRunner().invoke(eventnotes, ["check", str(path)])
    assert checked.exit_code == 0
    programme, event = en.load(source), en.load(path)
    kept = ("title", "start", "end", "room", "track", "kind", "speakers", "moderators", "language")
    for one, other in zip(programme.sessions, event.sessions, strict=True):
        assert all(getattr(one, field) == getattr(other, field) for field in kept)
        assert one.extra["guid"] == other.extra["guid"]
    uids = set(re.findall(rb"^UID:(.*)\r", en.write(event, "ical"), re.MULTILINE))
    assert {str(one.extra["guid"]).encode() for one in programme.sessions} < uids
    assert json.loads(en.write(event, "json"))["timezone"] == programme.timezone if programme.timezone else True
