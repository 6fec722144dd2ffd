"""The examples: every fact they are to hold, in every format that can be written, and clean under `check`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

import eventnotes as en
from eventnotes.cli import eventnotes

FOLDER = Path(__file__).parents[1] / "examples"
MARKDOWN = ("one-talk.md", "transformation-beyond-digital.md", "two-days-of-civic-data.md")
ALL = (*MARKDOWN, "winter-meetup.event.yaml")


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """What `eventnotes convert` makes of the write-up that retells the seed."""
    source = str(FOLDER / "transformation-beyond-digital.md")
    result = CliRunner().invoke(eventnotes, ["convert", source, "--to", "json"])
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def session_of(told: dict[str, Any], speaker: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = [one for one in told["sessions"] if speaker in one["speakers"]]
    assert len(found) == 1
    return found[0]


def test_there_are_no_other_examples() -> None:
    assert sorted(one.name for one in FOLDER.iterdir()) == sorted(["README.md", *ALL])


def test_the_seed_s_event_has_its_name_and_host_and_no_date(told: dict[str, Any]) -> None:
    assert told["eventnotes"] == 1
    assert told["name"] == "Transformation Beyond Digital"
    assert told["organizers"] == [{"name": "Shaping Cloud"}]
    assert told["venue"] == {"name": "Microsoft"}
    assert not {"start", "end", "timezone"} & set(told)
    assert not {"start", "end"} & {key for session in told["sessions"] for key in session}


def test_its_three_speakers_have_the_roles_they_had_then(told: dict[str, Any]) -> None:
    assert told["speakers"] == [
        {
            "id": "geoff-connell",
            "name": "Geoff Connell",
            "roles": [
                {"title": "CIO", "organization": "Norfolk County Council"},
                {"title": "President", "organization": "Socitm"},
            ],
        },
        {"id": "mike-ibbitson", "name": "Mike Ibbitson", "roles": [{"organization": "London Borough of Ealing"}]},
        {
            "id": "derrick-mccourt",
            "name": "Derrick McCourt",
            "roles": [{"title": "Public Sector General Manager", "organization": "Microsoft"}],
        },
    ]


def test_its_sessions_are_bound_to_them(told: dict[str, Any]) -> None:
    assert [(one["title"], one["speakers"]) for one in told["sessions"]] == [
        ("Start with policy; Deliver with digital; Design with data", ["geoff-connell"]),
        ("Local context and digital fluency", ["mike-ibbitson"]),
        ("Industrial Revolution 4.0", ["derrick-mccourt"]),
    ]


def test_schwab_s_words_are_direct_and_relayed_by_mccourt(told: dict[str, Any]) -> None:
    words = "a fusion of technologies that is blurring the lines between the physical, digital, and biological spheres."
    assert session_of(told, "derrick-mccourt")["quotes"] == [
        {
            "id": "a-fusion-of-technologies-that",
            "text": words,
            "kind": "direct",
            "attribution": "Klaus Schwab, World Economic Forum",
            "relayed_by": "derrick-mccourt",
        }
    ]


def test_the_resident_s_remark_is_indirect_and_relayed_by_ibbitson(told: dict[str, Any]) -> None:
    assert session_of(told, "mike-ibbitson")["quotes"] == [
        {
            "id": "they-like-their-gp-because",
            "text": "They like their GP because the GP knows that there is more than one way to treat a patient.",
            "kind": "indirect",
            "attribution": "one of his residents",
            "relayed_by": "mike-ibbitson",
        }
    ]


def test_the_two_frameworks_hold_their_elements_in_order(told: dict[str, Any]) -> None:
    found = [(session["speakers"], one) for session in told["sessions"] for one in session.get("frameworks", ())]
    said = [
        (who, one["name"], one["ordered"], one["speaker"], [part["title"] for part in one["elements"]])
        for who, one in found
    ]
    steps = ["Engage your citizens", "Empower your employees", "Optimise your organisation", "Transform your services"]
    assert said == [
        (
            ["geoff-connell"],
            "Three moves, in this order",
            True,
            "geoff-connell",
            ["Start with policy", "Deliver with digital", "Design with data"],
        ),
        (["derrick-mccourt"], "4 easy steps to Transformation", True, "derrick-mccourt", steps),
    ]


def test_at_least_five_lessons_say_whose_point_they_are(told: dict[str, Any]) -> None:
    owners = [told, *told["sessions"]]
    lessons = [one for owner in owners for one in owner.get("lessons", ())]
    points = [one.get("speaker", "the author") for one in lessons]
    assert {one: points.count(one) for one in points} == {"geoff-connell": 2, "mike-ibbitson": 2, "the author": 7}
    assert "frameworks" not in told
    assert "quotes" not in told


def test_the_author_sets_herself_an_action(told: dict[str, Any]) -> None:
    assert [one["actions"] for one in told["lessons"] if "actions" in one] == [
        [{"text": "Collect colleagues’ ideas on how the digital team could be easier to approach", "done": False}]
    ]


@pytest.mark.parametrize("name", ALL)
def test_every_example_reads_back_equal_from_what_is_written(name: str, tmp_path: Path) -> None:
    event = en.load(FOLDER / name)
    for target in (tmp_path / "out.json", tmp_path / "out.yaml"):
        assert en.convert(FOLDER / name, target) == {}
        again = en.read(target)
        assert again.diagnostics == ()
        assert again.event == event
        assert en.write(event, target.suffix[1:]) == target.read_bytes()
    as_json = json.loads((tmp_path / "out.json").read_bytes())
    assert yaml.safe_load((tmp_path / "out.yaml").read_bytes()) == as_json


def test_every_example_passes_check() -> None:
    found = [(one.path, one.code, str(one.severity)) for one in en.check(FOLDER)]
    assert found == [(str(FOLDER / "transformation-beyond-digital.md"), "missing-date", "warning")]
    result = CliRunner().invoke(eventnotes, ["check", str(FOLDER)])
    assert result.exit_code == 0
    assert result.stdout.endswith("\n4 write-ups checked: 1 warning; 1 file passed over (no write-up)\n")


def _front_matter(name: str) -> dict[str, Any]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return found


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_examples_keep_under_event_only_what_markdown_has_no_words_for(name: str) -> None:
    facts = {"name", "series", "start", "end", "timezone", "venue", "organizers", "website", "tags"}
    assert set(_front_matter(name)["event"]) <= facts


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_examples_place_every_item_by_its_own_words(name: str) -> None:
    source = (FOLDER / name).read_text(encoding="utf-8")
    event = en.load(FOLDER / name)
    items = [*event.every(en.Quote), *event.every(en.Lesson), *event.every(en.Framework)]
    assert len(items) + len(event.sessions) >= 4
    for kind in ("session", "quote", "lesson", "framework", "text", "id"):
        assert f"<!-- {kind}:" not in source
    assert "<!-- text -->" not in source


def test_the_conference_shows_the_whole_grammar() -> None:
    event = en.load(FOLDER / "two-days-of-civic-data.md")
    assert (str(event.start), str(event.end), event.timezone) == ("2024-10-26", "2024-10-27", "Europe/London")
    kinds = Counter(one.kind or "" for one in event.sessions)
    assert kinds == {"keynote": 1, "": 6, "panel": 1, "workshop": 1, "lightning talk": 4}
    panel = next(one for one in event.sessions if one.kind == "panel")
    assert (panel.moderators, len(panel.speakers)) == (("rukhsana-mirza",), 3)
    timed = [one for one in event.sessions if one.start is not None]
    assert {one.start[:10] for one in timed if one.start is not None} == {"2024-10-26", "2024-10-27"}
    assert {one.room for one in timed} == {"Main Hall", "Loft", "Reading Room"}
    assert {one.track for one in event.sessions} == {None, "Streets", "Records"}
    lightning = [one.title for one in event.sessions if one.kind == "lightning talk"]
    assert lightning[0] == "Benches, a love story"
    done = [(action.text, action.done) for _, lesson in event.every(en.Lesson) for action in lesson.actions]
    assert done[0] == ("Ask the parks team who keeps the list", True)


def test_the_note_on_one_talk_is_one_session() -> None:
    event = en.load(FOLDER / "one-talk.md")
    assert [one.title for one in event.sessions] == ["The spreadsheet as a place"]
    assert event.notes == "<!-- session: the-spreadsheet-as-a-place -->"
