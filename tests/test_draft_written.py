"""Drafts of posts that have labels, lists and quotes as a write-up has them: what a reader takes, in their words."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.draft import Draft, draft, draft_notes, notes_in

ROOT = Path(__file__).resolve().parents[1]
TOP = "# TramConf 2022\n\nTramConf 2022 was held in Porto on 2–3 June 2022.\n\n"


def kept(block: str, below: str = "It was a good hour.") -> Draft:
    """The draft of a post with a block, which keeps its words without a guard, and reads back."""
    made = draft(f"{TOP}{block}\n\n{below}\n")
    body = made.markdown.partition("\n---\n\n")[2]
    assert body == f"{TOP}{block}\n\n{below}\n"
    assert en.read(text=made.markdown).event == made.event
    assert all(made.source[one.start : one.end] == one.exact for one in made.evidence)
    return made


def people(made: Draft) -> list[tuple[str, list[tuple[str | None, str | None]]]]:
    return [(one.name, [(role.title, role.organization) for role in one.roles]) for one in made.event.speakers]


@pytest.mark.parametrize(
    "block",
    [
        "Speaker: Bo Ek, Kumo\nRoom: Blue",
        "**Speaker:** Bo Ek, Kumo\n**Room:** Blue",
        "**Speaker**: Bo Ek, Kumo<br>\n**Room**: Blue",
        "- **Speaker:** Bo Ek, Kumo\n- **Room:** Blue",
        "* **Presenter:** Bo Ek, Kumo\n* **Room:** Blue",
        "Presenter: Bo Ek (Kumo)\n\nRoom: Blue",
    ],
)
def test_labels_below_a_heading_are_what_a_reader_takes_them_for(block: str) -> None:
    made = kept(f"## Queues that drain\n\n{block}")
    assert people(made) == [("Bo Ek", [(None, "Kumo")])]
    assert [(one.title, one.speakers, one.room) for one in made.event.sessions] == [
        ("Queues that drain", ("bo-ek",), "Blue")
    ]
    found = {one.path: (one.exact, one.recogniser, one.confidence) for one in made.evidence}
    assert found["speakers[0].name"] == ("Bo Ek", "labelled", 0.97)
    assert found["speakers[0].roles[0].organization"] == ("Kumo", "labelled", 0.97)
    assert found["sessions[0].title"] == ("Queues that drain", "labelled", 0.97)
    assert found["sessions[0].room"] == ("Blue", "labelled", 0.97)


def test_moderators_panelists_times_and_links_are_taken() -> None:
    made = kept(
        "## Scaling people (Panel)\n\nModerator: Iga Lis\nPanelists: Sam Field (Tidewater), Ruta Kalns (Amber Soft)\n"
        "Kind: panel\nTime: 10:00–11:30\nSlides: https://example.org/x.pdf",
        "Ruta Kalns sat at the end of the row and said little.",
    )
    (session,) = made.event.sessions
    assert people(made) == [
        ("Iga Lis", []),
        ("Sam Field", [(None, "Tidewater")]),
        ("Ruta Kalns", [(None, "Amber Soft")]),
    ]
    assert (session.moderators, session.speakers, session.kind) == (("iga-lis",), ("sam-field", "ruta-kalns"), "panel")
    assert (str(session.start), str(session.end)) == ("T10:00", "T11:30")
    assert [(one.url, one.rel) for one in session.links] == [("https://example.org/x.pdf", "slides")]
    assert {"sessions[0].moderators[0]", "sessions[0].start", "sessions[0].links[0]", "sessions[0].kind"} <= {
        one.path for one in made.evidence
    }


def test_times_below_the_heading_of_a_day_are_of_that_day() -> None:
    made = kept("## Friday\n\n### Queues that drain\n\n- **Speaker:** Bo Ek\n- **Time:** 10:00")
    assert str(made.event.sessions[0].start) == "2022-06-03T10:00"


def test_labels_above_all_else_make_the_post_a_session() -> None:
    source = (
        "---\ntitle: How to read a map\ndate: 2023-11-18\n---\n\n- **Session:** Maps as places\n"
        "- **Speaker:** Bo Ek, Engineer at Kumo\n- **Time:** 18:45\n\nShe began at sea.\n\n## Her rules\n\nNone.\n"
    )
    made = draft(source)
    assert [(one.title, one.speakers) for one in made.event.sessions] == [("Maps as places", ("bo-ek",))]
    assert made.markdown.partition("\n---\n")[2] == source.partition("\n---\n")[2]
    assert en.read(text=made.markdown).event == made.event


def test_lists_of_talks_and_numbered_lessons_stay_as_they_are() -> None:
    made = kept(
        "## Lightning talks\n\n* **Zero to trams** – Bo Ek\n"
        "* **Why I walk** – Ewa Nowak ([slides](https://example.org/walk.pdf))\n\n"
        "## My takeaways\n\n1. Document all stops.\n2. Walk more.",
        "Thanks!",
    )
    assert [(one.title, one.kind, one.speakers) for one in made.event.sessions] == [
        ("Zero to trams", "lightning talk", ("bo-ek",)),
        ("Why I walk", "lightning talk", ("ewa-nowak",)),
    ]
    assert [one.text for one in made.event.lessons] == ["Document all stops.", "Walk more."]
    found = {one.path: one.exact for one in made.evidence}
    assert (found["sessions[1].links[0]"], found["sessions[1].kind"]) == ("slides", "Lightning talks")


def test_lessons_and_frameworks_of_a_session_stay_in_it() -> None:
    made = kept(
        "## Queues that drain\n\nSpeaker: Bo Ek, Kumo\n\nQuick.\n\n**Lesson (Ek):** Watch three people first.\n\n"
        "**Framework (Ek): Two moves**\n\n- **Ask** — before you build\n- Wait\n\n### Lessons\n\n- Watch queues.",
    )
    (session,) = made.event.sessions
    assert [(one.text, one.speaker) for one in session.lessons] == [
        ("Watch three people first.", "bo-ek"),
        ("Watch queues.", None),
    ]
    assert [(one.name, one.speaker, [part.title for part in one.elements]) for one in session.frameworks] == [
        ("Two moves", "bo-ek", ["Ask", "Wait"])
    ]


def test_an_attribution_that_names_who_told_it_stays() -> None:
    made = kept(
        "## Queues that drain\n\nSpeaker: Bo Ek, Kumo\n\n> The file remembers more than the people do.\n>\n"
        "> — paraphrasing a boatyard owner (via Ek)",
    )
    (quote,) = made.event.sessions[0].quotes
    assert (quote.kind, quote.attribution, quote.relayed_by) == ("indirect", "a boatyard owner", "bo-ek")


@pytest.mark.parametrize(
    ("labels", "role"),
    [
        ("Speaker: Bo Ek, director of Kumo\nRoom: Blue", ("director", "Kumo")),
        ("Speaker: Bo Ek, Head of Data\nRoom: Blue", ("Head of Data", None)),
        ("Speaker: Bo Ek, CTO at Kumo\nTime: in the evening\nRoom: Blue", ("CTO", "Kumo")),
    ],
)
def test_what_a_reader_would_misread_is_told_above_the_labels(labels: str, role: tuple[str, str | None]) -> None:
    made = draft(f"{TOP}## Queues that drain\n\n{labels}\n\nIt was a good hour.\n")
    assert people(made) == [("Bo Ek", [role])]
    assert [(one.title, one.speakers, one.room) for one in made.event.sessions] == [
        ("Queues that drain", ("bo-ek",), "Blue")
    ]
    assert f"\n\n{labels}\n\nIt was a good hour.\n" in made.markdown
    document = en.read(text=made.markdown)
    assert document.event == made.event
    assert [one for one in document.diagnostics if one.severity.value == "error"] == []


@pytest.mark.parametrize(
    "labels",
    [
        "Speaker: Bo Ek, Kumo\nDate: 2 June",
        "**Speaker:** Bo Ek, Kumo  \n**Level:** Beginner",
        "*Speaker: Bo Ek, Kumo*\n*Hall: Blue*",
        "Speaker: Bo Ek, Kumo<br>Level: Beginner",
        "Bo Ek, Kumo\nSlides: https://example.org/x",
    ],
)
def test_no_role_goes_on_in_a_line_that_begins_with_a_label(labels: str) -> None:
    assert people(draft(f"{TOP}## Queues that drain\n\n{labels}\n\nIt was a good hour.\n")) == [
        ("Bo Ek", [(None, "Kumo")])
    ]


@pytest.mark.parametrize("label", ["Speaker: TBA", "Speaker: Bo Ek – head of trams", "Speakers: Bo Ek, Kumo"])
def test_what_is_no_name_makes_nobody(label: str) -> None:
    made = draft(f"{TOP}## Queues that drain\n\n{label}\nRoom: Blue\n\nIt was a good hour.\n")
    assert [one.name for one in made.event.speakers] == (["Bo Ek"] if "Bo Ek" in label else [])
    assert en.read(text=made.markdown).event == made.event


def test_a_draft_whose_guards_are_removed_has_no_errors(tmp_path: Path) -> None:
    made = kept(
        "## Lightning talks\n\n* **Zero to trams** – Bo Ek\n\n## Queues\n\nSpeaker: Ewa Nowak\n\n"
        "## My takeaways\n\n1. Document all stops.\n2. Walk more."
    )
    (tmp_path / "draft.md").write_text(made.markdown.replace("<!-- text -->\n\n", ""))
    assert [one.code for one in en.check(str(tmp_path / "draft.md"))] == ["draft-not-reviewed"]


def test_in_a_folder_labels_below_the_heading_name_who_spoke(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TOP)
    (tmp_path / "01.md").write_text("# Opening keynote\n\nSpeaker: Sofie de Vries, CEO at Lowland\n\nShe was short.\n")
    made = draft_notes(notes_in(str(tmp_path)))
    assert people(made) == [("Sofie de Vries", [("CEO", "Lowland")])]
    assert [(one.title, one.speakers) for one in made.event.sessions] == [("Opening keynote", ("sofie-de-vries",))]


FACTS = "---\nevent:\n  name: TramConf\n  start: 2022-06-02\n{}---\n\n{}\n"


@pytest.mark.parametrize(
    ("front", "body", "sign"),
    [
        ("status: draft\n", "It rained.", "it has event: and status: draft"),
        ("status: reviewed\n", "It rained.", "it has event: and status: reviewed"),
        ("", "> Rain.\n>\n> — Bo Ek <!-- id: wet -->", "it has event: and the comment <!-- id: wet -->"),
    ],
)
def test_a_write_up_is_refused(tmp_path: Path, front: str, body: str, sign: str) -> None:
    (tmp_path / "done.md").write_text(FACTS.format(front, body))
    result = CliRunner().invoke(eventnotes, ["draft", str(tmp_path / "done.md")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"Error: {tmp_path / 'done.md'}: it is a write-up already: {sign}; `eventnotes check` reads it, "
        "and a draft is made of the post that it was before\n"
    )


def test_facts_of_the_event_above_a_post_are_kept() -> None:
    made = draft(FACTS.format("", "## Queues that drain\n\n- **Speaker:** Bo Ek\n\nIt was a good hour."))
    assert made.markdown == (
        "---\nstatus: draft\nevent:\n  name: TramConf\n  start: '2022-06-02'\n---\n\n## Queues that drain\n\n"
        "- **Speaker:** Bo Ek\n\nIt was a good hour.\n"
    )


@pytest.mark.parametrize("name", ["one-talk.md", "transformation-beyond-digital.md"])
def test_a_write_up_with_facts_alone_above_it_loses_nothing(name: str) -> None:
    source = (ROOT / "examples" / name).read_text(encoding="utf-8")
    before, made = en.read(text=source).event, draft(source)
    assert before is not None
    for one in before.sessions:
        same = next(other for other in made.event.sessions if other.title == one.title)
        assert (same.speakers, same.start, same.end, same.links) == (one.speakers, one.start, one.end, one.links)
        assert {(said.text, said.speaker) for said in one.quotes} <= {(said.text, said.speaker) for said in same.quotes}
        assert {lesson.text for lesson in one.lessons} <= {lesson.text for lesson in same.lessons}
        assert {part.name for part in one.frameworks} <= {part.name for part in same.frameworks}
    assert [line for line in source.partition("\n---\n")[2].split("\n") if line not in made.markdown.split("\n")] == []


def test_a_folder_is_drafted_into_itself_twice_alike(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TOP)
    (tmp_path / "01.md").write_text(
        "# Queues that drain\n\nSpeaker: Bo Ek, Kumo\n\n“Nobody reads a dashboard here,” Ek said.\n"
    )
    out = tmp_path / "out.md"
    first = CliRunner().invoke(eventnotes, ["draft", str(tmp_path), "-o", str(out)])
    text = out.read_text()
    again = CliRunner().invoke(eventnotes, ["draft", str(tmp_path), "-o", str(out)])
    told = f"{tmp_path}: the notes of one event: README.md, 01.md\n"
    assert (first.exit_code, first.stderr, again.exit_code) == (0, told, 0)
    assert again.stderr == f"{told}{tmp_path}: passed over, as write-ups already: out.md\n"
    assert out.read_text() == text
    other = CliRunner().invoke(eventnotes, ["draft", str(tmp_path), "-o", str(tmp_path / "01.md")])
    assert other.exit_code == 2
    assert "01.md is read, and would be written over" in other.stderr


def test_a_folder_of_write_ups_alone_has_no_notes(tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text(FACTS.format("status: draft\n", "It rained."))
    with pytest.raises(ValueError, match=r"no notes are in it: .*, besides what is a write-up already: out\.md$"):
        notes_in(str(tmp_path))


@pytest.mark.parametrize("heading", ["3. Queues that drain", "Talk 2: Queues that drain", "“Queues that drain”"])
def test_a_labelled_talk_is_titled_without_its_number_and_marks(heading: str) -> None:
    made = draft(f"{TOP}## {heading}\n\nSpeaker: Bo Ek, Kumo\nRoom: Blue\n\nIt was short.\n")
    assert made.markdown.partition("\n---\n\n")[2] == (
        f"{TOP}## {heading}\n\n- **Session:** Queues that drain\n- **Speaker:** Bo Ek, Kumo\n- **Room:** Blue\n\n"
        "It was short.\n"
    )
    assert en.read(text=made.markdown).event == made.event


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        (("Dr Bo Ek", "Dr Mo Ek"), [("Dr Bo Ek", ()), ("Dr Mo Ek", ())]),
        (("Bo Ek", "Dr Bo Ek"), [("Bo Ek", ("Dr Bo Ek",))]),
        (("Ana Lima", "Ana B. Lima"), [("Ana Lima", ("Ana B. Lima",))]),
        (("José Lima", "Jose Lima"), [("José Lima", ("Jose Lima",))]),
    ],
)
def test_who_is_named_in_two_ways_by_labels_is_one_person(
    names: tuple[str, str], listed: list[tuple[str, tuple[str, ...]]]
) -> None:
    one, two = names
    made = kept(f"## Queues that drain\n\nSpeaker: {one}\n\nGood.\n\n## Ways to the lake\n\nSpeaker: {two}")
    assert [(person.name, person.aliases) for person in made.event.speakers] == listed
    ids = [person.id for person in made.event.speakers]
    assert [session.speakers for session in made.event.sessions] == [(ids[0],), (ids[-1],)]


def test_a_title_before_a_linked_name_in_a_label_belongs_to_the_name() -> None:
    made = kept("## Queues that drain\n\nSpeaker: Dr [Bo Ek](https://example.org/bo), Kumo")
    assert people(made) == [("Dr Bo Ek", [(None, "Kumo")])]
