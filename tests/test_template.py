"""`eventnotes new` and `template.fill`: whole write-ups, and that what is given is what is read from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.inspection import inspected
from eventnotes.template import Kind, Planned, fill
from eventnotes.testing import fragments, whens

GOLDEN = Path(__file__).parent / "templates"
ARGUMENTS = {
    "meetup": "--name|Quayside Data Meetup|--start|2024-05-01|--venue|Ropewalk Hall|--session|Parsing for people"
    "|--speaker|Ana Lima, CTO, Harbour Clinic|--speaker|Bo Ek (NHS)|--session|Open questions",
    "conference": "--kind|conference|--name|Data: the conference|--start|2024-05-01|--end|2024-05-03"
    "|--website|https://example.org/|--session|Read the C #|--speaker|Ana Lima",
    "talk": "--kind|talk|--name|Quayside Data Meetup|--start|2024-05-01T18:30|--session|*Parsing* for people"
    "|--speaker|Ana Lima, CTO, Harbour Clinic; Chair, Socitm",
    "nothing-known": "--name|Quayside Data Meetup",
    "talk-nothing-known": "--kind|talk|--name|Quayside Data Meetup",
    "speakers-only": "--name|Quayside Data Meetup|--speaker|Ana Lima, CTO, Harbour Clinic|--speaker|Bo Ek",
    "told-apart": "--name|Quayside Data Meetup|--session|Parsing {#parsing}|--speaker|Ana Lima, NHS|--speaker|Lima",
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(eventnotes, ["new", *arguments], prog_name="eventnotes")


def found(text: str) -> list[str]:
    return [one.code for one in inspected(en.read(text=text), named=True).diagnostics]


def amiss(text: str) -> list[str]:
    """What is found, but for what is said of names that were given so."""
    of_names = {"near-duplicate-speaker", "unsplit-name", "unfilled-field", "invisible-character"}
    return [one for one in found(text) if one not in of_names]


@pytest.mark.parametrize("name", ARGUMENTS)
def test_a_write_up_is_printed_whole(name: str) -> None:
    result = run(*ARGUMENTS[name].split("|"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (GOLDEN / f"{name}.md").read_text(encoding="utf-8")
    assert found(result.stdout) == ([] if "--start" in ARGUMENTS[name] else ["missing-date"])
    event = en.load(text=result.stdout)
    assert not any((event.quotes, event.lessons, event.frameworks, event.tags, event.organizers, event.series))
    assert not any(one.quotes or one.lessons or one.frameworks or one.start for one in event.sessions)


def test_every_golden_file_has_its_arguments() -> None:
    assert {one.stem for one in GOLDEN.iterdir()} == set(ARGUMENTS)


def test_a_speaker_belongs_to_the_session_before_or_to_the_first() -> None:
    def sessions(*arguments: str) -> list[tuple[str | None, tuple[str, ...]]]:
        result = run("--name", "PyDay", *arguments)
        assert result.exit_code == 0, result.stderr
        return [(one.title, one.speakers) for one in en.load(text=result.stdout).sessions]

    a, b, one, two = "--session=A", "--session=B", "--speaker=One", "--speaker=Two"
    assert sessions(a, one, b, two) == [("A", ("one",)), ("B", ("two",))]
    assert sessions(a, b, one, two) == [("A", ()), ("B", ("one", "two"))]
    assert sessions(one, a, b, one, two) == [("A", ("one",)), ("B", ("one", "two"))]
    assert sessions(one, two) == [(None, ("one", "two"))]
    assert sessions() == []


ONE_LINE = "should be one line of text, without control characters or white space around it"
REFUSED = {
    "--name=A --start=soon": """\
start should be a date or time in ISO 8601, not "soon"; \
write it like 2017-10-05 or 2017-10-05T09:30+01:00, in quotes or not""",
    "--name=A --website=example.org": """\
website should be an absolute URL: http://… or https://…, not "example.org"; \
write the whole address, percent-encoded where it has spaces""",
    "--name=A --start=2024-05-02 --end=2024-05-01": """\
the event ends at 2024-05-01, before it starts at 2024-05-02; swap or correct the two""",
    "--name=A --speaker=Ana,a,b,c": """\
"a,b,c" has more than a title and an organization; write it as `title at organization`""",
    "--name=A --speaker=,NHS": "a speaker has no name; write it like Ana Lima, CTO, Harbour Clinic",
    "--name=A --session=A\n\nB": f'session {ONE_LINE}, not "A\\n\\nB"',
    "--name=": f'name {ONE_LINE}, not ""',
    "--name=A --venue=\udc80": f'venue {ONE_LINE}, not "\\udc80"',
    "--name=A --kind=talk --session=A --session=B": "a talk is one session; for several write a meetup or a conference",
    "--name=A --kind=party": "Invalid value for '--kind': 'party' is not one of 'meetup', 'conference', 'talk'.",
    "--start=2024": "Missing option '--name'.",
    "--name=A -o out.yaml": "out.yaml: a write-up is Markdown; name a file that ends in .md",
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.items())
def test_what_the_model_does_not_take_is_wrong_usage(arguments: str, message: str) -> None:
    result = run(*arguments.split(" "))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"\n\nError: {message}\n")


def test_a_file_is_created_and_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("--name", "PyDay", "-o", "post.md")
    assert (result.exit_code, result.output) == (0, "")
    written = (tmp_path / "post.md").read_text(encoding="utf-8")
    assert written == fill("PyDay")
    again = run("--name", "Else", "-o", "post.md")
    assert again.exit_code == 2
    assert again.stderr.endswith("\n\nError: post.md: File exists; it is not overwritten, so name another file\n")
    assert (tmp_path / "post.md").read_text(encoding="utf-8") == written
    assert [one.name for one in tmp_path.iterdir()] == ["post.md"]
    missing = run("--name", "PyDay", "-o", "nowhere/post.md")
    assert (missing.exit_code, missing.stderr) == (
        1,
        "Error: nowhere/post.md: No such file or directory; make its folder first\n",
    )
    assert run("--name", "PyDay", "-o", "-").stdout == written


def test_days_get_headings_where_both_ends_are_known_and_near() -> None:
    def days(start: str | None, end: str | None) -> int:
        return fill("A", kind="conference", start=start, end=end).count("\n## Day ")

    assert [days("2024-05-01", end) for end in ("2024-05-01", "2024-05-02", "2024-05-14", "2024-05-15")] == [
        0,
        2,
        14,
        0,
    ]
    assert days("2024-05-01T09:00", "2024-05-02T17:00+01:00") == 2
    assert [days("2024-05", "2024-06"), days(None, "2024-05-02"), days("2024-05-01", None)] == [0, 0, 0]


# Properties

lines = (fragments() | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)).map(
    lambda text: " ".join(text.split()).strip("\ufeff\u200b ") or "-"
)
words = st.sampled_from(
    ("Ana", "Lima", "Bo Ek", "ana lima", "Ana Lima", "José", "Jose", "李 雷", "D'Arcy", "Q&A", "x.y")
)
roles = st.sampled_from(("NHS", "CTO, Harbour Clinic", "Head of Data at HM Treasury", "CTO, A; Chair, B"))
people = words | st.builds("{}, {}".format, words, roles)
planned = st.builds(Planned, lines, st.lists(people, max_size=3))


def accepted(make: Callable[[], str]) -> str | None:
    """What is made, or None where it is refused in one line."""
    try:
        return make()
    except ValueError as refused:
        said = str(refused)
    assert said
    assert "\n" not in said
    return None


def told(event: en.Event) -> list[tuple[str | None, list[str]]]:
    names = {one.id: one.name.casefold() for one in event.speakers}
    return [(one.title, [names[who] for who in one.speakers]) for one in event.sessions]


@given(lines, st.sampled_from(("meetup", "conference")), st.lists(planned, max_size=4), lines)
def test_what_is_given_is_what_is_read(name: str, kind: Kind, sessions: list[Planned], venue: str) -> None:
    text = fill(name, kind=kind, start="2024-05-01", end="2024-05-02", venue=venue, sessions=sessions)
    assert amiss(text) == []
    event = en.load(text=text)
    assert (event.name, event.start, event.end, event.venue) == (
        name,
        "2024-05-01",
        "2024-05-02",
        en.model.Venue(name=venue),
    )
    wanted = [(one.title, [line.partition(",")[0].casefold() for line in one.speakers]) for one in sessions]
    assert told(event) == wanted
    roles = {one.name.casefold(): {(role.title, role.organization) for role in one.roles} for one in event.speakers}
    for line in [line for one in sessions for line in one.speakers]:
        alone = en.load(text=f"name: A\nspeakers: ['{line.replace(chr(39), chr(39) * 2)}']", format="yaml").speakers[0]
        assert {(role.title, role.organization) for role in alone.roles} <= roles[alone.name.casefold()]


@given(lines, lines, st.lists(people, max_size=3))
def test_a_talk_is_one_session_whatever_it_is_called(name: str, title: str, speakers: list[str]) -> None:
    text = fill(name, kind="talk", start="2024", sessions=[Planned(title, speakers)])
    assert amiss(text) == []
    event = en.load(text=text)
    assert (event.name, event.start) == (name, "2024")
    assert told(event) == [(title, [line.partition(",")[0].casefold() for line in speakers])]


@given(st.lists(st.builds(Planned, st.none() | st.text() | lines, st.lists(st.text() | lines, max_size=2)), max_size=3))
def test_any_text_is_refused_in_one_line_or_read_back(sessions: list[Planned]) -> None:
    text = accepted(lambda: fill("PyDay", start="2024", sessions=sessions))
    if text is not None:
        assert amiss(text) == []
        titles = [one.title for one in sessions if one.title is not None]
        assert [one.title for one in en.load(text=text).sessions if one.title] == titles


@given(whens(), whens())
def test_dates_of_every_precision_are_read_back_or_refused(start: str, end: str) -> None:
    text = accepted(lambda: fill("PyDay", kind="conference", start=start, end=end))
    if text is not None:
        event = en.load(text=text)
        assert (event.start, event.end) == (start, end)
    else:
        told = en.read(text=f"name: A\nstart: {start}\nend: {end}\n", format="yaml")
        assert [one.code for one in inspected(told, named=True).diagnostics] == ["end-before-start"]
