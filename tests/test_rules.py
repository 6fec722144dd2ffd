"""Rules and codes: every page is whole, its examples do what it says, and every code that is found has a page."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from textwrap import dedent

import pytest

import eventnotes as en
from eventnotes import rules
from eventnotes.codes import PAGES
from eventnotes.configuration.settings import Settings
from eventnotes.diagnostic import Severity
from eventnotes.inspection import inspected
from eventnotes.limits import DEFAULT
from eventnotes.rules import RULES, Beside, Rule
from eventnotes.when import When

SOURCES = Path(en.__file__).parent


def example(rule: Rule, kind: str) -> str:
    """The source below `reported:` or `accepted:` in a rule's docstring."""
    page = inspect.cleandoc(rule.page)
    found = re.search(rf"^{kind}:\n\n((?:    .*\n|\n)+)", page + "\n", re.MULTILINE)
    assert found is not None, f"{rule.code} has no {kind} example"
    return dedent(found[1]).strip("\n") + "\n"


def beside(rule: Rule) -> Beside:
    """What a rule's example is looked at with: before, the file was as its accepted one."""
    before = en.load(text=example(rule, "accepted")) if rule.needs == "before" else None
    return Beside(today=When("2024-06-01"), before=before)


def codes_of(text: str, rule: Rule | None = None) -> list[str]:
    """What the rules that are on find, and this one."""
    settings = Settings(rules=tuple(one for one in RULES if one.is_on or one is rule))
    known = beside(rule) if rule is not None else Beside()
    checked = inspected(en.read(text=text), named=True, settings=settings, beside=known)
    return [one.code for one in checked.diagnostics]


@pytest.mark.parametrize("rule", RULES, ids=[one.code for one in RULES])
def test_the_examples_of_a_rule_are_its_test(rule: Rule) -> None:
    assert codes_of(example(rule, "reported"), rule) == [rule.code]
    assert codes_of(example(rule, "accepted"), rule) == []


@pytest.mark.parametrize("rule", RULES, ids=[one.code for one in RULES])
def test_a_rule_s_page_says_what_why_and_shows_both(rule: Rule) -> None:
    page = inspect.cleandoc(rule.page)
    assert re.fullmatch(r"[A-Z][^\n]*\.\n\n.*", page, re.DOTALL)
    assert re.findall(r"^(\w+):$", page, re.MULTILINE) == ["reported", "accepted"]
    assert max(map(len, page.split("\n"))) <= 120


@pytest.mark.parametrize("rule", RULES, ids=[one.code for one in RULES])
def test_a_rule_yields_places_in_the_event_and_what_to_do(rule: Rule) -> None:
    event = en.load(text=example(rule, "reported"))
    found = list(rule.find(event, beside(rule)))
    assert len(found) == 1
    for finding in found:
        value: object = event
        for step in finding.loc:
            value = value[step] if isinstance(step, int) and isinstance(value, tuple) else getattr(value, str(step))
        assert finding.message[0] == finding.message[0].lower()
        assert not finding.message.endswith(".")
        assert "\n" not in finding.message + finding.help
        assert finding.help != ""
        assert not finding.words or finding.words in str(value)


def test_every_rule_is_listed_under_its_own_name() -> None:
    modules = [
        module
        for _, module in inspect.getmembers(rules, inspect.ismodule)
        if "rules._" not in module.__name__ and not module.__name__.endswith("required")
    ]
    assert len(modules) > 10
    functions = [
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__
    ]
    assert {one.function for one in RULES} == set(functions)
    assert [one.code for one in RULES] == [one.function.__name__.replace("_", "-") for one in RULES]
    assert len({one.code for one in RULES}) == len(RULES) == 28
    assert not {one.code for one in RULES} & set(PAGES)


def test_errors_are_few_and_missing_facts_are_warnings() -> None:
    errors = {one.code for one in RULES if one.severity is Severity.ERROR}
    assert errors == {
        *("unknown-speaker", "ambiguous-speaker", "unknown-quote", "dangling-placeholder"),
        *("end-before-start", "unknown-timezone"),
    }
    assert {one.severity for one in RULES if one.code not in errors} == {Severity.WARNING}


def literal_codes() -> set[str]:
    """Every code that the sources give to a finding."""
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                place = {"SyntaxProblem": 0, "problem": 0, "_problem": 0, "_refused": 1}.get(name)
                if place is not None and len(node.args) > place and isinstance(node.args[place], ast.Constant):
                    found.add(str(ast.literal_eval(node.args[place])))
    return found - {""}


def test_every_code_that_is_found_has_a_page() -> None:
    found = {one for one in literal_codes() if re.fullmatch(r"[a-z]+(-[a-z]+)*", one)}
    assert len(found) > 20
    assert found <= set(PAGES) | {one.code for one in RULES}
    assert {f"limit-{name}" for name in ("depth", "files", "total", "size", "findings")} <= set(PAGES)
    assert {one for one in PAGES if one.startswith("limit-")} == {f"limit-{name}" for name in DEFAULT.__slots__}


@pytest.mark.parametrize("code", PAGES)
def test_a_code_s_page_begins_with_what_is_wrong_in_one_line(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    first, _, rest = PAGES[code].partition("\n\n")
    assert re.fullmatch(r"[A-Z`].*\.", first)
    assert "\n" not in first
    assert rest == rest.strip()


SPEAKERS = "  speakers: [Ana Lima, {name: Bo Ek, aliases: [Bob]}]\n"
FRONT = f"---\nevent:\n  name: PyDay\n  start: 2024-05-01\n  end: 2024-05-02\n{SPEAKERS}---\n\n"
TALK = "## A\n\n- **Speaker:** Ana\n- **Time:** "


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("**Lesson (Anna Lima):** x", '9:11 "anna-lima" is not among the speakers; did you mean Ana Lima?'),
        ("**Lesson (Zoë):** x", '9:11 "zoe" is not among the speakers'),
        ("> x\n>\n> — Ana (via Limo)", '11:14 "limo" is not among the speakers; did you mean Ana Lima?'),
        ("**Framework: Five ways**\n\n- a\n- b", "9:14 the name says Five, and there are 2 elements"),
        ("**Framework: 3 ways**", "9:1 the framework has no elements"),
        ("<!-- lesson: x -->", '9:1 the placeholder "<!-- lesson: x -->" names no lesson here'),
        (
            f"{TALK}2024-05-03 09:00",
            "12:13 the session starts at 2024-05-03T09:00, outside the event (2024-05-01 to 2024-05-02)",
        ),
        (f"{TALK}15:00–14:00", "12:13 the session ends at T14:00, before it starts at T15:00"),
        ("## A\n\n**Room:** Loft", '11:1 "Room" looks like a label and is not read as one'),
        ("Words.\n\nPresenters: Ana", '11:1 "Presenters" looks like a label and is not read as one'),
    ],
)
def test_findings_in_a_body(body: str, message: str) -> None:
    found = [
        f"{one.line}:{one.column} {one.message}"
        for one in inspected(en.read(text=FRONT + body), named=True).diagnostics
    ]
    assert found == [message]


BOOKED = """---
event:
  name: PyDay
  start: 2024-05-01
  timezone: {zone}
  speakers: [Ana Lima]
  sessions:
    - {{title: One, speakers: [ana-lima], start: {first}, end: {second}}}
    - {{title: Two, speakers: [ana-lima], start: {third}, end: {fourth}}}
---
"""
D, Z = "2024-05-01T", "+01:00"


@pytest.mark.parametrize(
    ("times", "clash"),
    [
        ((f"{D}09:00", f"{D}10:00", f"{D}09:30", f"{D}10:30"), True),
        ((f"{D}09:00", f"{D}10:00", f"{D}10:00", f"{D}10:30"), False),
        ((f"{D}09:00{Z}", f"{D}10:00{Z}", f"{D}08:30Z", f"{D}08:45Z"), True),
        ((f"{D}09:00{Z}", f"{D}10:00{Z}", f"{D}09:30Z", f"{D}10:30Z"), False),
        (("T09:00", "T10:00", f"{D}09:59", f"{D}10:30"), True),
        (("T09:00", "T10:00", "T09:59", "T10:30"), True),
        (("2024-05-01", "2024-05-02", f"{D}09:59", f"{D}10:30"), False),
        ((f"{D}09:00:30", f"{D}10:00", f"{D}09:59", f"{D}10:30"), True),
    ],
)
@pytest.mark.parametrize("zone", ["", "Europe/Lisbon"])
def test_nobody_speaks_in_two_places_at_once(times: tuple[str, str, str, str], clash: bool, zone: str) -> None:
    first, second, third, fourth = times
    text = BOOKED.format(zone=zone, first=first, second=second, third=third, fourth=fourth)
    found = [str(one) for one in inspected(en.read(text=text), named=True).diagnostics]
    said = '-:9:31: warning speaker-double-booked ana-lima is in "One" at the same time'
    assert found == ([said] if clash else [])


@pytest.mark.parametrize("start", ["2024", "2024-05-01\n  end: 2024-05-02"])
@pytest.mark.parametrize("later", ["T09:59", f"{D}09:59"])
def test_at_a_time_of_no_known_day_nobody_is_anywhere(start: str, later: str) -> None:
    text = BOOKED.format(zone="", first="T09:00", second="T10:00", third=later, fourth=later.replace("09:59", "10:30"))
    document = en.read(text=text.replace("start: 2024-05-01\n", f"start: {start}\n"))
    assert [str(one) for one in inspected(document, named=True).diagnostics] == []


def test_each_session_is_compared_with_the_one_that_ends_last_before_it() -> None:
    times = [("09:00", "12:00"), ("09:30", "10:00"), ("10:30", "11:00"), ("12:00", "12:30"), ("08:00", "09:00")]
    sessions = [
        {"title": start, "speakers": ["ana", "bo", "ana"], "start": f"{D}{start}", "end": f"{D}{end}"}
        for start, end in times
    ]
    people = [{"name": "Ana"}, {"name": "Bo"}]
    data = {"name": "A", "start": "2024-05-01", "speakers": people, "sessions": sessions}
    event = en.Event.model_validate(data)
    document = en.read(data=en.write(event, "json"), format="json")
    found = [one.message for one in inspected(document, named=True).diagnostics]
    assert found == [f'{who} is in "09:00" at the same time' for who in ("ana", "bo")] * 2


def test_names_that_many_share_are_not_all_listed() -> None:
    people = [{"name": f"Ana B{number}"} for number in range(30)]
    lessons = [{"text": "Ask.", "speaker": "ana"}]
    event = en.Event.model_validate({"name": "A", "start": "2024", "speakers": people, "lessons": lessons})
    document = en.read(data=en.write(event, "json"), format="json")
    (found,) = inspected(document, named=True).diagnostics
    names = " or ".join(f"Ana B{number}" for number in range(20))
    assert found.message == f'"ana" may be {names} or 10 more'


def test_times_that_cannot_be_compared_are_not_judged() -> None:
    text = BOOKED.format(zone="", first=f"{D}09:00", second=f"{D}10:00", third=f"{D}09:00Z", fourth=f"{D}10:00Z")
    assert codes_of(text) == ["floating-time"]


def lines_of(body: str) -> list[int]:
    return [one.line for one in inspected(en.read(text=f"{FRONT}{body}"), named=True).diagnostics]


@pytest.mark.parametrize("line", ["**Rom:** a", "- **Rom:** a", "<!-- quote: a -->", "- <!-- lesson: a -->"])
def test_each_of_two_equal_lines_is_reported(line: str) -> None:
    assert lines_of(f"x\n\n{line}\n\ny\n\n{line}\n") == [11, 15]
    assert lines_of(f"x\n\n```\n{line}\n```\n\n{line}\n") == [15]
    assert lines_of(f"x {line}\n\n{line}\n") == [11]


@pytest.mark.parametrize(
    "body",
    [
        "**Lesson (Ana):** x",
        "**Lesson (Bob):** x",
        "**Lesson (bo ek):** x",
        "**Framework: Four-day weeks**\n\n- a",
        "**Framework: 3.5 ways**\n\n- a",
        "**Framework: 24 hours**\n\n- a",
        f"{TALK}23:30–00:30",
        f"{TALK}2024-05-02 23:30–00:30",
        "```\n**Speaker:** Ana\n```",
        "<!-- text -->\n\n**Speaker:** Ana",
        "He said: Speaker: no label",
        "**Note:** x",
        "<!-- just a comment -->",
    ],
)
def test_what_is_meant_so_is_not_reported(body: str) -> None:
    assert codes_of(FRONT + body) == []
