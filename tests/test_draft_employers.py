"""Drafts: where speakers are from, beside what they are told to be."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft


def test_the_organization_of_a_role_is_no_speaker() -> None:
    made = draft("# TramConf 2021\n\nA panel of Mei Lin (CTO, Kumo) and Bo Ek (head of maps, Volta Grid) followed.\n")
    assert [one.name for one in made.event.speakers] == ["Mei Lin", "Bo Ek"]


@pytest.mark.parametrize(
    "heard",
    [
        "We heard from Mei Lin of Kumo, Bo Ek of Volta and Thabo Nkosi of Harbour.",
        "We were joined by Mei Lin from Kumo, Bo Ek from Volta and Thabo Nkosi from Harbour.",
        "We heard from Mei Lin, CTO at Kumo, Bo Ek, head of maps at Volta, and Thabo Nkosi of Harbour.",
    ],
)
def test_all_of_a_row_are_heard_each_with_what_she_is(heard: str) -> None:
    event = draft(f"# TramConf 2021\n\n{heard}\n").event
    found = [(one.name, [role.organization for role in one.roles]) for one in event.speakers]
    assert found == [("Mei Lin", ["Kumo"]), ("Bo Ek", ["Volta"]), ("Thabo Nkosi", ["Harbour"])]


def test_a_likely_name_between_two_persons_is_no_employer() -> None:
    event = draft("# TramConf 2021\n\nMei Lin moderated the panel with Bo Ek, Lin Chao and Ewa Nowak.\n").event
    assert [(one.name, one.roles) for one in event.speakers] == [
        ("Mei Lin", ()),
        ("Bo Ek", ()),
        ("Lin Chao", ()),
        ("Ewa Nowak", ()),
    ]


def test_a_title_between_two_names_is_of_the_second() -> None:
    event = draft("# TramConf 2021\n\nA panel with Mei Lin, councillor Bo Ek and Ewa Nowak spoke of trams.\n").event
    assert {one.name: [role.title for role in one.roles] for one in event.speakers} == {
        "Mei Lin": [],
        "Bo Ek": ["councillor"],
        "Ewa Nowak": [],
    }
