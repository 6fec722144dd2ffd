"""Roles: the many places in which a post tells what somebody is."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft


def roles(post: str) -> dict[str, list[tuple[str | None, str | None]]]:
    """The roles in a post, by name."""
    speakers = draft(f"# TramConf 2021\n\n{post}\n").event.speakers
    return {one.name: [(role.title, role.organization) for role in one.roles] for one in speakers if one.roles}


@pytest.mark.parametrize(
    "line",
    [
        "- Trams for towns – Ewa Nowak, Kumo; Bo Ek, Volta; Mei Lin, Harbour",
        "- Trams for towns – Ewa Nowak, Kumo\n- Rain for trams – Bo Ek, Volta\n- Bells – Mei Lin, Harbour",
        "## Ewa Nowak / Kumo / @ewa\n\n## Bo Ek / Volta\n\n## Mei Lin / Harbour / @mei",
    ],
)
def test_a_mark_ends_the_organization_behind_a_name(line: str) -> None:
    found = roles(f"{line}\n\nThe talks by Ewa Nowak, Bo Ek and Mei Lin were short.")
    assert found == {"Ewa Nowak": [(None, "Kumo")], "Bo Ek": [(None, "Volta")], "Mei Lin": [(None, "Harbour")]}


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("Ewa Nowak—head of maps at Kumo—gave a talk.", [("head of maps", "Kumo")]),
        ("Ewa Nowak (who is head of maps at Kumo) gave a talk.", [("head of maps", "Kumo")]),
        ("Ewa Nowak, with trams in her past, is now with Kumo. She gave a talk.", [(None, "Kumo")]),
        ("Ewa Nowak gave a talk. She leads the trams at Kumo.", [(None, "Kumo")]),
        ("Ewa Nowak gave a talk on how her team at Kumo counts trams.", [(None, "Kumo")]),
        ("Ewa Nowak gave a talk. Her talk at Kumo was short.", []),
        ("Ewa Nowak (CTO @Kumo) gave a talk.", [("CTO", "Kumo")]),
        ("Ewa Nowak at Porto Tram Summit 2021 gave a talk.", []),
        ("Ewa Nowak (presenter) gave a talk.", []),
        ("Ewa Nowak (Center for Trams) gave a talk.", [(None, "Center for Trams")]),
        ("Trams for all - Ewa Nowak, kumo\nIt rained on the talk by Ewa Nowak.", [(None, "kumo")]),
        ("Trams for all - Ewa Nowak, Kumo\nIt rained on the talk by Ewa Nowak.", [(None, "Kumo")]),
        ("Speaker: Ewa Nowak - Port of Volta Bells", [(None, "Port of Volta Bells")]),
        ("The panel had Ewa Nowak, Bo Ek, Xyz Qwert and Mei Lin on it.", []),
        ("Ewa Nowak Software Engineer, Kumo\n\nThe talk by Ewa Nowak was short.", [("Software Engineer", "Kumo")]),
    ],
)
def test_a_role_is_told_in_many_places(post: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert roles(post).get("Ewa Nowak", []) == expected
