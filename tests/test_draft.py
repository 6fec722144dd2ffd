"""Drafts of real posts: nothing invented, nothing lost, and what the seed says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import eventnotes as en
from eventnotes.draft import Draft, draft, text_of

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
POSTS = sorted((SHARED / "corpus" / "write-ups").rglob("*.m*")) if SHARED.is_dir() else []
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent")
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"</?h[1-6]\b[^<>]*>")
"""What a heading in HTML has besides its words."""


def seed() -> Draft:
    (path,) = (SHARED / "seed").iterdir()
    return draft(text_of(path.read_bytes()))


def drafts() -> Iterator[tuple[Path, Draft]]:
    for path in POSTS:
        yield path, draft(text_of(path.read_bytes()))


WHO_SAID = """# Tram Days 2019

Bo Ek, CTO at Kumo, opened the day. “Nobody reads a dashboard at a bus stop,” Ek said.

Hanne Brekke of Volta once said “Every tram is a promise that somebody made to us.”

> Rain is late.
>
> — Bo Ek

> Snow is later than rain.
>
> — the poet (via Bo Ek)

Ek’s plan has three steps:

1. Ask
2. Build
3. Show
"""


def test_who_said_what_rests_on_the_words_that_name_them() -> None:
    made = draft(WHO_SAID)
    voices = ("speaker", "attribution", "relayed_by")
    told = [(one.path, one.exact, made.place(one.start)) for one in made.evidence if one.path.endswith(voices)]
    assert told == [
        ("quotes[0].speaker", "Ek", ("", 3)),
        ("quotes[1].attribution", "Hanne Brekke", ("", 5)),
        ("quotes[1].attribution", "Volta", ("", 5)),
        ("quotes[2].speaker", "Bo Ek", ("", 9)),
        ("quotes[3].attribution", "the poet", ("", 13)),
        ("quotes[3].relayed_by", "Bo Ek", ("", 13)),
        ("frameworks[0].speaker", "Ek", ("", 15)),
    ]


def value_at(event: en.Event, path: str) -> object:
    """The value at a path such as `sessions[0].quotes[1].text`."""
    value: object = event
    for name, index in re.findall(r"(\w+)|\[(\d+)\]", path):
        value = getattr(value, name) if name else value[int(index)]  # type: ignore[index]
    return value


@needs_shared
def test_evidence_quotes_the_source_and_names_a_value_of_the_event() -> None:
    seen = 0
    for path, made in drafts():
        for one in [*made.evidence, *made.cuts]:
            assert made.source[one.start : one.end] == one.exact, path
            assert one.exact.strip(), path
            assert 0 < one.confidence <= 1, path
        for one in made.evidence:
            assert value_at(made.event, one.path), (path, one)
            seen += 1
    assert len(POSTS) == 80
    assert seen > 500


@needs_shared
def test_every_item_has_evidence() -> None:
    for path, made in drafts():
        event, paths = made.event, {one.path for one in made.evidence}
        for owner, prefix in [(event, ""), *((one, f"sessions[{place}].") for place, one in enumerate(event.sessions))]:
            for name, field in (("quotes", "text"), ("lessons", "text"), ("frameworks", "name")):
                for place, item in enumerate(getattr(owner, name)):
                    told = [one for one in ("speaker", "attribution", "relayed_by") if getattr(item, one, None)]
                    assert {f"{prefix}{name}[{place}].{one}" for one in (field, *told)} <= paths, path
        assert {f"speakers[{place}].name" for place, _ in enumerate(event.speakers)} <= paths, path


@needs_shared
def test_every_word_outside_the_cuts_is_in_the_draft_in_order() -> None:
    for path, made in drafts():
        body = body_of(made)
        text = made.markdown
        words = iter(_WORD.findall(text[text.index("\n---\n", 4) :]))
        missing = next((word for word in _WORD.findall(_TAG.sub("", body)) if word not in words), None)
        assert missing is None, (path, missing)


def body_of(made: Draft) -> str:
    """The source below its header, without what was cut."""
    pieces, place = [], made.body
    for one in sorted(made.cuts, key=lambda cut: cut.start):
        pieces.append(made.source[place : one.start])
        place = max(place, one.end)
    return "".join([*pieces, made.source[place:]])


@needs_shared
def test_the_draft_reads_back_as_the_event() -> None:
    for path, made in drafts():
        document = en.read(text=made.markdown)
        assert document.event == made.event, path
        assert made.markdown.partition("\n---\n")[2].strip(), path  # the narrative stands in the body
        assert made.event.write_up is not None
        assert made.event.write_up.status == "draft"


@needs_shared
def test_the_seed() -> None:
    made = seed()
    event = made.event
    assert event.name == "Transformation Beyond Digital"
    assert [one.name for one in event.organizers] == ["Shaping Cloud"]
    assert event.start is None
    people = {one.name: [(role.title, role.organization) for role in one.roles] for one in event.speakers}
    assert people == {
        "Geoff Connell": [("CIO", "Norfolk County Council"), ("President", "Socitm")],
        "Mike Ibbitson": [(None, "London Borough of Ealing")],
        "Derrick McCourt": [("Public Sector General Manager", "Microsoft")],
    }
    assert [(one.title, one.speakers) for one in event.sessions] == [
        ("Start with policy; Deliver with digital; Design with data", ("geoff-connell",)),
        ("Transformation needs context", ("mike-ibbitson",)),
        ("Industrial Revolution 4.0", ("derrick-mccourt",)),
    ]
    said = {one.text: one for _, one in event.every(en.Quote)}
    schwab = said[
        "a fusion of technologies that is blurring the lines between the physical, digital, and biological spheres."
    ]
    assert (schwab.attribution, schwab.relayed_by) == ("Klaus Schwab, World Economic Forum", "derrick-mccourt")
    resident = said["they like their GP because they know there is more than one way to treat a patient"]
    assert (resident.kind, resident.attribution) == ("indirect", "one of his residents")
    assert [[part.title for part in one.elements] for _, one in event.every(en.Framework)] == [
        ["Start with policy", "Deliver with digital", "Design with data"],
        ["Engage your citizens", "Empower your employees", "Optimise your organisation", "Transform your services"],
    ]
    assert len([*event.every(en.Lesson)]) >= 5
    assert [one.form for one in made.cuts] == ["comment-form"]
    assert made.cuts[0].exact.startswith("Leave a Reply")


@needs_shared
def test_the_draft_of_the_seed_passes_check_with_warnings_only(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(seed().markdown)
    assert [one for one in en.check(str(tmp_path / "draft.md")) if one.severity.value == "error"] == []


SAID = """Ana Lima, CTO at Clinic, spoke.

> {text}
>
> — {who}
"""


@pytest.mark.parametrize("text", ["Rain.", "Nobody reads a dashboard at a bus stop in the rain."])
def test_what_a_reader_sees_as_a_quote_stays_one(text: str) -> None:
    source = SAID.format(text=text, who="Ana Lima")
    made = draft(source)
    assert [(one.text, one.speaker) for one in made.event.quotes] == [(text, "ana-lima")]
    assert made.markdown == (
        "---\nstatus: draft\nevent:\n  name: Ana Lima, CTO at Clinic, spoke.\n"
        "  speakers: ['Ana Lima, CTO, Clinic']\n  sessions:\n  - id: ana-lima\n    speakers: [ana-lima]\n---\n\n"
        f"Ana Lima, CTO at Clinic, spoke.\n\n<!-- session: ana-lima -->\n\n> {text}\n>\n> — Ana Lima\n"
    )


def test_the_words_of_an_attribution_stay() -> None:
    made = draft(SAID.format(text="Nobody reads a dashboard.", who="Ana Lima, CTO at Clinic"))
    assert [(one.text, one.speaker, one.attribution) for one in made.event.quotes] == [
        ("Nobody reads a dashboard.", "ana-lima", None)
    ]
    assert made.markdown.endswith(
        "<!-- session: ana-lima -->\n\n> Nobody reads a dashboard.\n>\n> — Ana Lima, CTO at Clinic\n"
    )
    assert en.read(text=made.markdown).event == made.event


def test_an_attribution_that_says_more_than_who_is_listed_stays_text() -> None:
    made = draft(SAID.format(text="Nobody reads a dashboard.", who="Ana Lima, on stage"))
    assert [(one.text, one.speaker) for one in made.event.quotes] == [("Nobody reads a dashboard.", "ana-lima")]
    assert "<!-- text -->\n\n> Nobody reads a dashboard.\n>\n> — Ana Lima, on stage\n" in made.markdown
    assert en.read(text=made.markdown).event == made.event


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("> Rain.\n> — the minister of trams\n", ("Rain.", "direct", "the minister of trams", None)),
        ("> Rain\n> -- paraphrasing the minister\n", ("Rain", "indirect", "the minister", None)),
        ("> Rain\n>\n> *Snow*\n>\n> – the poet (via Ana Lima)\n", ("Rain\n\n*Snow*", "direct", "the poet", "ana-lima")),
        ("> - Rain\n>\n> — the poet\n", ("- Rain", "direct", "the poet", None)),
    ],
)
def test_attributions_of_all_kinds(quote: str, expected: tuple[str, str, str, str | None]) -> None:
    made = draft(f"Ana Lima, CTO at Clinic, spoke.\n\n{quote}\nThe end.\n")
    (said,) = made.event.quotes
    assert (said.text, said.kind, said.attribution, said.relayed_by) == expected
    assert en.read(text=made.markdown).event == made.event
    words = iter(_WORD.findall(made.markdown.partition("\n---\n")[2]))
    assert all(word in words for word in _WORD.findall(quote))


@pytest.mark.parametrize(
    ("before", "relayed_by"),
    [
        ("Ewa Nowak talked of rails.", "ewa-nowak"),
        ("Trams are long. Later I read the wall.", None),
    ],
)
def test_somebody_relays_what_others_said_only_where_the_words_before_speak_of_them(
    before: str, relayed_by: str | None
) -> None:
    made = draft(
        f"# Tram Day 2019\n\n## Trams, by Ewa Nowak\n\n{before}\n\n> A tram runs on rails.\n>\n> Kofi Asante\n"
    )
    assert [(one.attribution, one.relayed_by) for _, one in made.event.every(en.Quote)] == [("Kofi Asante", relayed_by)]


def test_words_are_the_title_of_a_talk_or_a_quotation_and_not_both() -> None:
    said = '"Garbage collectors I have known" ***wow***\n"GC is a philosophy of forgetting" - Ada Quist'
    event = draft(f"JSConf Oddity 2020\n\nday 2\n-----\nTALK Prof. Ada Quist {said}\n").event
    titles = {one.title for one in event.sessions}
    assert not titles & {one.text for _, one in event.every(en.Quote)}


@pytest.mark.parametrize(
    ("post", "source"), [("# Tram Day\r\n\r\nRain\x07.\r\n", "# Tram Day\n\nRain\ufffd.\n"), ("a\ud800", "a\ufffd")]
)
def test_text_from_python_may_have_any_line_ends_and_characters(post: str, source: str) -> None:
    made = draft(post)
    assert made.source == source
    assert en.read(text=made.markdown).event == made.event


def test_elements_keep_their_question_marks() -> None:
    text = "# Tram Day 2019\n\n## Open Timetables – Ewa Nowak\n\nShe asked three questions:\n\n{}"
    made = draft(text.format("- What do we keep?\n- What do we drop?\n- What do we write down!\n"))
    ((_, framework),) = made.event.every(en.Framework)
    assert [one.title for one in framework.elements] == [
        "What do we keep?",
        "What do we drop?",
        "What do we write down!",
    ]
    assert "**Framework: three questions**\n\n- What do we keep?" in made.markdown
