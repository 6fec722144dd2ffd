"""Comments that silence findings: what they cover, what they cannot, and that writers keep them in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.configuration.settings import Settings
from eventnotes.formatting import formatted
from eventnotes.inspection import inspected
from eventnotes.rules import Beside
from eventnotes.when import When

FRONT = "---\nevent: {name: A, start: 2024-05-01, speakers: [Ana Lima]}\n---\n\n"


def told(text: str, format: str = "markdown", **settings: object) -> list[str]:
    document = en.read(text=text, format=format)
    found = inspected(document, named=True, settings=Settings(**settings)).diagnostics  # type: ignore[arg-type]
    return [f"{one.line}:{one.column} {one.severity} {one.code} {one.message}" for one in found]


def ignore(*codes: str) -> str:
    return f"<!-- eventnotes: ignore {', '.join(codes)} -->\n\n"


LINA = "**Lesson (Lina):** Ask.\n\n"
TALK = "## Talk\n\n- **Speaker:** Ana Lima\n- **Time:** 2024-06-01 10:00–09:00\n\nWords.\n\n"


@pytest.mark.parametrize(
    "body",
    [
        ignore("unknown-speaker") + LINA,
        ignore("unknown-speaker") + "> Said.\n>\n> — Ana Lima (via Limo)\n",
        ignore("unknown-speaker") + "**Lessons (Lina):**\n\n- One\n- Two\n",
        ignore("count-mismatch") + "**Framework: Five ways**\n\n- One\n- Two\n",
        ignore("end-before-start", "session-outside-event") + TALK,
        ignore("end-before-start") + ignore("session-outside-event") + TALK,
        "<!-- eventnotes: ignore unknown-speaker -- she was there -->\n" + LINA,
        "<!--eventnotes:  ignore unknown-speaker-->\n" + LINA,
        "<!--\neventnotes: ignore\nempty-framework, --\nreason -- why\n-->\n**Framework (Lina): X**\n",
        "Words.\n<!-- eventnotes: ignore unknown-speaker -->\n" + LINA,
        TALK.replace("10:00–09:00", "09:00–10:00").replace("06-01", "05-01") + ignore("unknown-speaker") + LINA,
    ],
)
def test_a_comment_silences_the_next_block_and_what_belongs_to_it(body: str) -> None:
    assert told(FRONT + body) == []
    without = "".join(line for line in body.splitlines(keepends=True) if "eventnotes:" not in line)
    assert without == body or "\nignore" in body or told(FRONT + without) != []


def test_only_the_next_block_is_covered_and_only_the_codes_that_are_named() -> None:
    message = 'error unknown-speaker "lina" is not among the speakers; did you mean Ana Lima?'
    unused = "warning unused-ignore nothing to ignore here: there is no"
    assert told(FRONT + ignore("unknown-speaker") + LINA + LINA.replace("Ask", "Act")) == [f"9:11 {message}"]
    assert told(FRONT + ignore("empty-framework") + LINA) == [f"5:25 {unused} empty-framework", f"7:11 {message}"]
    assert told(FRONT + LINA + ignore("unknown-speaker")) == [f"5:11 {message}", f"7:25 {unused} unknown-speaker"]
    assert told(FRONT + ignore("unknown-speaker") + "Words.\n\n" + LINA) == [
        f"5:25 {unused} unknown-speaker",
        f"9:11 {message}",
    ]


def test_a_comment_inside_other_blocks_is_words() -> None:
    message = 'error unknown-speaker "lina" is not among the speakers; did you mean Ana Lima?'
    for block in ("> <!-- eventnotes: ignore unknown-speaker -->\n\n", "```\n" + ignore("x") + "```\n\n"):
        assert [line.split(" ", 1)[1] for line in told(FRONT + block + LINA)] == [message]


@pytest.mark.parametrize(
    ("comment", "findings"),
    [
        (
            "<!-- eventnotes: ignore unknown-speakr -->",
            ['25 warning bad-ignore no finding has the code "unknown-speakr"; did you mean unknown-speaker?'],
        ),
        (
            "<!-- eventnotes: ignore yaml-syntax, date -->",
            [
                "25 warning bad-ignore yaml-syntax is an error of reading, which is always reported",
                "38 warning bad-ignore date is an error of reading, which is always reported",
            ],
        ),
        ("<!-- eventnotes: ignore -->", ["6 warning bad-ignore this names nothing to ignore"]),
        ("<!-- eventnotes: ignore -- she was there -->", ["6 warning bad-ignore this names nothing to ignore"]),
        ("<!-- eventnotes: ignor unknown-speaker -->", ["6 warning bad-ignore this names nothing to ignore"]),
        ("<!-- eventnotes: ignore x --> words", ["1 warning bad-ignore this names nothing to ignore"]),
    ],
)
def test_a_comment_that_cannot_be_followed_is_told(comment: str, findings: list[str]) -> None:
    found = told(f"{FRONT}{comment}\n\n{LINA}")
    assert found[:-1] == [f"5:{one}" for one in findings]
    assert found[-1].startswith("7:11 error unknown-speaker")


def test_a_comment_must_not_part_labels_from_their_heading() -> None:
    found = told(f"{FRONT}## Talk\n\n{ignore('end-before-start')}- **Speaker:** Ana Lima\n")
    assert found[0] == "7:1 warning bad-ignore this parts the labels below it from their heading"
    assert [line.split(" ")[2] for line in found] == ["bad-ignore", "unused-ignore", "unread-label"]


ONE_TALK = f"""\
---
event: {{name: A, start: 2024-05-01, speakers: [Ana Lima]}}
---

<!-- eventnotes: ignore end-before-start -->
{ignore("session-outside-event -- it is")}- **Speaker:** Ana Lima
- **Time:** 2024-06-01 10:00–09:00

Words.
"""


def test_comments_above_the_labels_of_one_talk_are_about_them() -> None:
    assert told(ONE_TALK) == []
    event = en.load(text=ONE_TALK)
    assert [one.title for one in event.sessions] == [None]
    assert event.sessions[0].notes == "Words."
    assert en.write(event, format="markdown").decode().partition("\n---\n")[2] == ONE_TALK.partition("\n---\n")[2]
    assert en.load(data=en.write(event, format="markdown")) == event
    assert en.read(text=ONE_TALK).update(event.replace(end="2024-05-01")).count("eventnotes: ignore") == 2
    words = ONE_TALK.replace("- **Speaker", "Words.\n\n- **Speaker")
    assert en.load(text=words).sessions == ()


PIECES = st.sampled_from(
    [
        *(
            "<!-- eventnotes: ignore a -->",
            "<!-- eventnotes: ignore -->",
            "<!-- eventnotes: ignore b --> x",
            "<!-- c -->",
        ),
        *(
            "- **Speaker:** Ana",
            "**Speaker:** Ana",
            "<!-- session: s -->",
            "## <!-- session: s -->",
            "## Talk",
            "Words",
        ),
        *("<!-- text -->", "> q\n>\n> — Ana", "<!-- id: s -->"),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=5), st.lists(PIECES, max_size=3), st.booleans())
def test_whatever_stands_around_comments_is_written_and_read_back(
    notes: list[str], inside: list[str], is_talk: bool
) -> None:
    session = {"id": "s", "title": "S", "speakers": ["ana"], "notes": "\n\n".join(inside)}
    event = en.Event(
        name="A",
        notes="\n\n".join(notes),
        speakers=(en.Speaker(name="Ana"),),
        sessions=(en.Session(**session),) if is_talk else (),  # type: ignore[arg-type]
    )
    data = en.write(event, format="markdown")
    assert en.load(data=data) == event
    assert en.write(en.load(data=data), format="markdown") == data


def test_errors_of_reading_are_not_silenced() -> None:
    text = "---\nevent:\n  name: A\n  start: 2024-13  # eventnotes: ignore date\n---\n"
    assert told(text) == [
        '4:10 error date start should be a date or time in ISO 8601, not "2024-13"',
        "4:40 warning bad-ignore date is an error of reading, which is always reported",
    ]
    keys = "---\nevent:\n  name: A\n  start: 2024\n  {}: x  # eventnotes: ignore unknown-key\n---\n"
    assert told(keys.format("colour")) == []
    assert [line.split(" ", 1)[1] for line in told(keys.format("venu"))] == [
        'error unknown-key Event has no field "venu"; did you mean venue?',
        "warning unused-ignore nothing to ignore here: there is no unknown-key",
    ]


YAML = """\
name: A  # eventnotes: ignore missing-date
# eventnotes: ignore unknown-timezone -- it will be known

# another comment
timezone: Europe/Londno
summary: |
  # eventnotes: ignore nothing
series: "x # eventnotes: ignore nothing"
sessions:
- title: T
  start: T10:00
  # eventnotes: ignore end-before-start
  end: T09:00
- {title: U, start: T10:00, end: T09:00}  # eventnotes: ignore end-before-start
"""


def test_comments_of_yaml_cover_their_line_or_the_next() -> None:
    assert told(YAML, "yaml") == []
    bare = "".join(line.partition("# eventnotes: ignore")[0].rstrip() + "\n" for line in YAML.splitlines())
    assert [line.split(" ")[2] for line in told(bare.replace('"x', '"x"'), "yaml")] == [
        *("missing-date", "unknown-timezone", "end-before-start", "end-before-start")
    ]
    front = "".join(f"  {line}" if line.strip() else line for line in YAML.splitlines(keepends=True))
    assert told(f"---\nevent:\n{front}---\n\nWords.\n") == []
    assert told("---\nevent: A # eventnotes: ignore missing-date\n---\n") == []
    assert told("---\n# eventnotes: ignore missing-date\nevent: A\n---\n") == []
    assert [one.split(" ")[2] for one in told("---\n# eventnotes: ignore missing-date\n\n---\nA.\n")] != []


def test_comments_of_toml_cover_their_line_or_the_next() -> None:
    text = '+++\n# eventnotes: ignore missing-date\n[event]\nname = "A"  # eventnotes: ignore missing-date\n+++\n'
    assert told(text) == ["4:34 warning unused-ignore nothing to ignore here: there is no missing-date"]
    string = '+++\n[event]\nname = "A # eventnotes: ignore nothing"\nstart = 2024-05-01\n+++\n'
    assert told(string) == []


def test_what_is_not_looked_for_is_not_missed() -> None:
    text = FRONT + ignore("empty-framework") + "Words.\n"
    assert [line.split(" ")[2] for line in told(text)] == ["unused-ignore"]
    assert told(text, rules=()) == []
    assert told(text, silent=frozenset({"unused-ignore"})) == []
    assert told("---\nevent: [\n---\n\n" + ignore("empty-framework"))[0].split(" ")[2] == "yaml-syntax"


@pytest.mark.parametrize(("today", "codes"), [(None, []), ("2024-05-01", ["unused-ignore"]), ("2024-07-01", [])])
def test_a_comment_is_idle_only_where_its_rule_was_told_what_it_needs(today: str | None, codes: list[str]) -> None:
    action = "  lessons:\n  - text: Ask.\n    actions:\n    - {text: Tell, due: 2024-06-01}"
    text = f"---\nevent:\n  name: A\n  start: 2024\n{action} # eventnotes: ignore overdue-action\n---\n"
    document = en.read(text=text)
    beside = Beside(today=When(today) if today is not None else None)
    assert [one.code for one in inspected(document, named=True, beside=beside).diagnostics] == codes


@pytest.mark.parametrize(("is_alone", "codes"), [(True, []), (False, ["unused-ignore"])])
def test_names_elsewhere_are_not_known_of_a_file_that_is_alone(is_alone: bool, codes: list[str]) -> None:
    text = FRONT.replace("Ana Lima]}\n", "Ana Lima]}  # eventnotes: ignore near-duplicate-speaker\n")
    found = inspected(en.read(text=text), named=True, beside=Beside(is_alone=is_alone))
    assert [one.code for one in found.diagnostics] == codes


def test_reading_heeds_comments_too() -> None:
    text = "---\ntitle: A\ndate: soon  # eventnotes: ignore unread-date\nevent: A\n---\n"
    assert en.read(text=text).diagnostics == ()
    assert [one.code for one in en.read(text=text.partition("#")[0] + "\nevent: A\n---\n").diagnostics] == [
        "unread-date"
    ]


POST = f"""\
---
event:
  # eventnotes: ignore missing-date -- nobody knows
  name: A
  speakers: [Ana Lima]
---

Words.

{ignore("unknown-speaker")}> Ask.
>
> — Ana Lima (via lino)

{ignore("end-before-start")}## Talk

- **Speaker:** Ana Lima
- **Time:** 10:00–09:00

Words.

{ignore("unknown-speaker")}**Lesson (lina):** Ask.

<!-- eventnotes: ignore nothing-left -->
"""


def test_writers_keep_comments_in_their_place() -> None:
    document = en.read(text=POST)
    assert document.event is not None
    written = en.write(document.event, format="markdown").decode()
    assert written.partition("\n---\n")[2] == POST.partition("\n---\n")[2]
    as_yaml = en.load(data=en.write(document.event, format="yaml"), format="yaml")
    assert en.write(as_yaml, format="markdown").decode() == written


def test_an_update_keeps_comments_in_their_place() -> None:
    document = en.read(text=POST)
    assert document.event is not None
    assert document.update(document.event.replace(end="2024")) == POST.replace("name: A\n", "name: A\n  end: '2024'\n")
    (session,) = document.event.sessions
    changed = session.replace(lessons=(session.lessons[0].replace(text="Ask twice."),), room="Aula")
    new = document.update(document.event.replace(sessions=(changed,)))
    assert new.rewritten == ()
    assert [line for line in new.splitlines() if line not in POST.splitlines()] == [
        "- **Room:** Aula",
        "**Lesson (lina):** Ask twice. <!-- id: ask -->",
    ]
    assert [line for line in POST.splitlines() if line not in new.splitlines()] == ["**Lesson (lina):** Ask."]
    assert [line.split(" ")[2] for line in told(new)] == [line.split(" ")[2] for line in told(POST)] == ["bad-ignore"]


def test_fmt_keeps_comments_in_their_place() -> None:
    ugly = POST.replace("— Ana", "-- Ana").replace("- **Speaker:**", "- **Speaker**:").replace("name: A", "name: 404")
    result = formatted(en.read(text=ugly)).text
    assert result == POST.replace("name: A", "name: '404'")


@given(st.text("aA:#-,<!> \n'\"|[]{}eventnotes: ignore", max_size=60), st.sampled_from(["markdown", "yaml"]))
def test_no_comment_breaks_a_reading(text: str, format: str) -> None:
    for source in (f"<!-- eventnotes: ignore {text} -->\n", f"a: 1 # eventnotes: ignore {text}\n", f"{FRONT}{text}"):
        for line in told(source, format):
            assert line.split(" ")[1] in ("error", "warning")
