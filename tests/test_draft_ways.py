"""Ways of telling who gave which talk: a title and a name side by side, in lists and headings, with links behind."""

import pytest

from eventnotes.draft import draft

TALKS = {
    "Building the Ferry App": ("Rob Miller",),
    "Rails for Everyone": ("Bo Ek", "Mei Lin"),
    "What the harbour taught us about queues": ("Kwame Mensah",),
    "Scaling maps with Postgres": ("Ewa Nowak",),
}
TITLE_FIRST = (
    *("{t} - {n}", "{t} – {n}", "{t} — {n}", "{t} | {n}", "{t} // {n}", "{t} by {n}", "{t}, by {n}", "{t} with {n}"),
    *("{t} ({n})", "“{t}” {n}", "“{t}” by {n}", "“{t}”, {n}", "“{t}” ({n})", "*{t}* {n}", "**{t}** {n}"),
    *(
        "**{t}** - {n}",
        "**{t}** by {n}",
        "**{t}** ({n})",
        "**{t}**, {n}",
        "*{t}*, {n}",
        "*{t}* by {n}",
        "[{t}](/a) {n}",
    ),
    *(
        "[{t}](/a) by {n}",
        "[{t}](/a) - {n}",
        "[{t}](/a) ({n})",
        "[{t}](/a), {n}",
        "[{t} by {n}](/a)",
        "[{t} - {n}](/a)",
    ),
)
NAME_FIRST = (
    *("{n}: {t}", "{n} - {t}", "{n} – {t}", "{n} — {t}", "{n} | {t}", "{n} on {t}", "{n} “{t}”", "{n}: “{t}”"),
    *(
        "{n}, “{t}”",
        "{n} - “{t}”",
        "{n} on “{t}”",
        "**{n}** - {t}",
        "**{n}**: {t}",
        "{n}: [{t}](/a)",
        "{n} - [{t}](/a)",
    ),
    *("[{n} - {t}](/a)", "[{n}: {t}](/a)"),
)
BEHIND = ("", ": [Slides](/s), [Video](/v)", " [Slides](/s)", " ([slides](/s))", " - [slides](/s)", " | [Slides](/s)")


def told(talks: str) -> dict[str | None, tuple[str, ...]]:
    """The talks of a post, and the names of who spoke."""
    event = draft(f"# TramCon 2019\n\nWe went to TramCon 2019. These were the talks:\n\n{talks}").event
    names = {one.id: one.name for one in event.speakers}
    return {one.title: tuple(names[key] for key in one.speakers) for one in event.sessions}


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("way", [*TITLE_FIRST, *NAME_FIRST])
def test_a_talk_is_told_in_every_way(way: str, behind: str) -> None:
    lines = [way.format(t=title, n=" and ".join(names)) + behind for title, names in TALKS.items()]
    assert told("".join(f"- {one}\n" for one in lines)) == TALKS
    assert told("".join(f"## {one}\n\nThis was about boats.\n\n" for one in lines)) == TALKS


@pytest.mark.parametrize("role", [", CTO at Kumo", " (CTO, Kumo)", " (Kumo)"])
@pytest.mark.parametrize("way", [one for one in TITLE_FIRST if one.endswith("{n}")])
def test_what_somebody_is_stands_behind_the_name(way: str, role: str) -> None:
    lines = [way.format(t=title, n=" and ".join(names)) + role for title, names in TALKS.items()]
    assert told("".join(f"- {one}\n" for one in lines)) == TALKS


@pytest.mark.parametrize(
    "way", ["{n}, CTO at Kumo", "{n} - head of maps", "{n} (Kumo)", "{n} of Kumo", "{n}: the host"]
)
def test_what_somebody_is_is_no_talk(way: str) -> None:
    lines = [way.format(n=" and ".join(names)) for names in TALKS.values()]
    assert not {*told("".join(f"- {one}\n" for one in lines))} - {None}
