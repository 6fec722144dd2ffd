"""Laws 3 to 6 of reading: it never raises, loses no word, tells places that exist, and says the same every time."""

from __future__ import annotations

import json
import re
from itertools import count
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.diagnostic import Diagnostic, Severity
from eventnotes.formats._yaml_writer import write_yaml
from eventnotes.inspection import inspected
from eventnotes.testing import fragments

KINDS = (en.Session, en.Speaker, en.Quote, en.Lesson, en.Framework)

# ~ stands for a word of its own, which is then found nowhere else.
POST = "title: ~;date: 2024-05-01;date: ~;tags: [~, ~];layout: ~;x: &a ~;draft: no;~: {~: [~, 1.10]};author: ~;evnt: ~"
EVENT = """start: 2024-05-01;start: ~;end: 2024-05-02;speakers: [~ ~, "~ ~, ~, ~"];strat: ~;quotes: [{id: a~, text: ~}]
venue: {name: ~, nmae: ~};summary: é~;extra: {~: 1.10};organizers: [~, {website: http://~}];tags: ~;lessons: [~, ~]
sessions: [{title: ~, start: T10:00, speakers: [~]}];notes: ~ ~;frameworks: [{name: ~, elements: [~]}];online: ~
sessions: [~, {title: ~}, {id: late, track: ~, start: ~, tags: [~], quotes: [~], ro: ~}]"""
MESS = "event: ~;event:;  name: ~;    - ~;  tags: |;y: *a;\t~;~;1: ~;? ~;- ~;# ~;  <<: {~: ~};---;x: [;'"
BODIES = (
    *(
        "~ ~\n",
        "# ~",
        "## ~",
        "### ~ — ~",
        "## Day 2",
        "## Lightning talks",
        "## Takeaways",
        "~\n===",
        "~\n---",
        "***",
        "# ~ #",
    ),
    *(
        "- **Speaker:** ~ ~, ~, ~",
        "- **Time:** 09:30–10:15",
        "- **Time:** ~",
        "- **Kind:** ~\n- **~:** ~",
        "**Speaker:** ~",
    ),
    *(
        "Speakers: ~ (~), ~ and ~",
        "**Moderator:** ~; ~",
        "- **Slides:** <https://~>\n- **Tags:** ~, ~",
        "Speaker: [~](http://~)",
        "## Late\n\n- **Speaker:** ~\n- **Tags:** ~",
    ),
    *(
        "> ~\n>\n> — ~",
        "> ~\n> — ~, ~ (via ~)",
        "> é~\n>\n> — paraphrasing ~",
        "> ~",
        "> ~\n> —",
        "> > ~\n> >\n> > — ~",
    ),
    *(
        "**Lesson:** ~",
        "**Lesson (~):** ~\n~",
        "**Lessons:**\n\n- ~\n- ~",
        "**Lessons (~):**\n\n- ~\n\n  ~\n\n  - [x] ~ (owner: ~)",
    ),
    *(
        "**Framework: ~**\n\n1. **~** — ~\n2. ~",
        "**Framework (~): ~**",
        '- **~** — ~ ~, ~ [~](http://~)\n- "~" by ~',
        "- ~",
    ),
    *(
        "- [ ] ~ (due: ~)",
        "1. ~",
        "    ~",
        "\t~",
        "```\n~\n```",
        "~~~\n~",
        "<div>~</div>",
        "<!-- ~ -->",
        "<!-- text -->",
    ),
    *(
        "<!-- /session -->",
        "<!-- quote: ~ -->",
        "- <!-- lesson: ~ -->",
        "<!-- id: ~ -->",
        "## <!-- session: ~ -->",
        "{#~}",
    ),
    *(
        "| ~ | ~ |\n|---|---|\n| ~ | ~ |",
        "[~]: http://~ '~'",
        "![~](~)",
        "~  \n~\\\n~",
        "**~**",
        "*~",
        "`~",
        "~: ~",
        "—~",
    ),
    *(
        "\u00a0~",
        "~\u2028~",
        "\ufeff~",
        "e\u0301~",
        "👩\u200d💻 ~",
        "\u202e~",
        "&amp;~",
        "\\~",
        "~ — ~",
        "﷽ ~",
        "İ~",
        "ß~",
    ),
)
GLUE = st.sampled_from(("\n", "\n\n", "\n\n\n", " "))


def lines_of(pieces: str) -> list[str]:
    return pieces.replace("\n", ";").split(";")


@st.composite
def fronts(draw: st.DrawFn) -> str:
    """Front matter, most often without faults of syntax."""

    def some(pieces: str) -> list[str]:
        return draw(st.lists(st.sampled_from(lines_of(pieces)), max_size=4, unique_by=lambda one: one.split(":")[0]))

    kind = draw(st.sampled_from(("yaml", "yaml", "yaml", "mess", "toml", "json", "")))
    if kind == "yaml":
        return "\n".join(["---", *some(POST), "event:", "  name: ~", *(f"  {one}" for one in some(EVENT)), "---", ""])
    if kind == "mess":
        lines = draw(st.lists(st.sampled_from(lines_of(f"{MESS};{POST}")), max_size=6))
        fence = draw(st.sampled_from(("---", "+++", ";;;", "--- ", "----")))
        return "\n".join([fence, *lines, fence, ""])
    toml = '+++\ntitle = "~"\ndate = 2024-05-01\n[event]\nname = "~"\ntags = ["~"]\n[event.venue]\nname = "é~"\n+++\n'
    return {"toml": toml, "json": '{"event": {"name": "~", "tags": ["~"], "~": 1},\n "title": "~"}\n', "": ""}[kind]


@st.composite
def sources(draw: st.DrawFn) -> str:
    """A post made of pieces that mean something together, each of its words once."""
    number = count(10)
    front = draw(fronts())
    body = draw(st.lists(st.one_of(st.sampled_from(BODIES), fragments()), max_size=8))
    glue = draw(st.lists(GLUE, min_size=len(body), max_size=len(body)))
    text = front + "".join(one for pair in zip(body, glue, strict=True) for one in pair)
    text = text.replace("~~~", "\0").replace("~~", "")
    return re.sub("~", lambda _: f"w{next(number)}x", text).replace("\0", "~~~")


def findings(text: str) -> tuple[Diagnostic, ...]:
    return inspected(en.read(text=text), named=True).diagnostics


def normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(sources())
@example("---\nevent:\n  name: A\n---\n\n" + "> é\n>\n> — B (via C)\n")
def test_places_lie_in_the_file_and_do_not_depend_on_how_it_is_written(text: str) -> None:
    text = normal(text).removeprefix("\ufeff")
    found = findings(text)
    lines = text.split("\n")
    for one in found:
        assert (one.line, one.column) <= (one.end_line, one.end_column)
        for line, column in ((one.line, one.column), (one.end_line, one.end_column)):
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1
    assert list(found) == sorted(found, key=lambda one: (one.line, one.column, one.end_line, one.end_column))
    assert findings(text.replace("\n", "\r\n")) == found
    assert findings("\ufeff" + text) == found
    assert findings("\ufeff" + text.replace("\n", "\r\n")) == found


UNSEEN = ("[~]: https://~", "[~]: <https://~> '~'", "<!-- ~ -->", "<!--\n~\n-->", "[~]:\n  https://~")
ABOVE = (
    *("## ~", "## ~ ~\n\n<!-- id: t -->", "~\n===", "## Talks", "## Takeaways", "**Speaker:** ~", "- **Speaker:** ~"),
    *(
        "**Lessons:**",
        "**Lessons (~):**",
        "**Framework: ~**",
        "> ~\n>\n> — ~",
        "> ~\n>",
        "- ~",
        "- **~** — ~",
        "<!-- text -->",
    ),
)
BELOW = (
    *("- **Speaker:** ~\n- **Kind:** ~", "**Kind:** ~", "Speaker: ~", "- ~\n- ~", "1. ~", "- **~** — ~", "- [ ] ~"),
    *("> — ~", "> ~\n>\n> — ~", "~", "<!-- /session -->", "- <!-- lesson: a -->", "## ~"),
)


@st.composite
def unseen(draw: st.DrawFn) -> str:
    """A post in which link definitions and comments stand within what is read as items, and below items of lists."""
    number, pieces = count(10), list[str]()
    for _ in range(draw(st.integers(1, 3))):
        pieces += [draw(st.sampled_from(ABOVE)), *draw(st.lists(st.sampled_from(UNSEEN), max_size=2))]
        pieces.append(draw(st.sampled_from(BELOW)))
        inside = draw(st.lists(st.sampled_from((*UNSEEN, "~", "- [ ] ~", "    ~", "- ~")), max_size=4))
        pieces += ["  " + one.replace("\n", "\n  ") for one in inside]
    glue = draw(st.lists(st.sampled_from(("\n", "\n\n", "\n\n")), min_size=len(pieces), max_size=len(pieces)))
    text = "".join(one for pair in zip(pieces, glue, strict=True) for one in pair)
    return "---\nevent: A\n---\n\n" + re.sub("~", lambda _: f"w{next(number)}x", text)


@settings(max_examples=10 * settings().max_examples)
@given(sources() | unseen())
@example("---\nevent: w10x\n---\n\n**Lesson:** w11x\n\n> w12x\n> — w13x\n")
@example("---\nevent: A\n---\n\n## w10x\n\n[w11x]: https://w12x\n\n- **Speaker:** w13x\n")
@example("---\nevent: A\n---\n\n**Lessons:**\n\n[w11x]: https://w12x\n\n- w13x\n\n  [w14x]: https://w15x\n\n  w16x\n")
@example("---\nevent: A\n---\n\n**Framework: w10x**\n\n- w13x\n\n  [w14x]: https://w15x\n")
def test_reading_loses_no_word(text: str) -> None:
    document = en.read(text=text)
    if document.event is None:
        assert any(one.severity is Severity.ERROR for one in document.diagnostics)
        return
    kept = document.event.model_dump_json()
    lines = normal(text).split("\n")
    errors = [one for one in document.diagnostics if one.severity is Severity.ERROR]
    reported = " ".join(line for one in errors for line in lines[one.line - 1 : one.end_line])
    if any(one.code == "duplicate-key" for one in errors):  # the place is the key's, and the value may be long
        reported += text.split("\n---", maxsplit=1)[0]
    comments = " ".join(re.findall(r"^\s*#.*|<!-- (?:id|text).*?-->|\{#.*?\}|[&*]a\b", normal(text), re.MULTILINE))
    lost = [
        one for one in re.findall(r"w\d+x", text) if one not in kept and one not in reported and one not in comments
    ]
    assert lost == []


@given(sources())
def test_reading_is_the_same_every_time(text: str) -> None:
    first, second = en.read(text=text), en.read(data=text.encode())
    assert first.diagnostics == second.diagnostics
    assert first.event == second.event
    if first.event is not None and second.event is not None:
        assert en.write(first.event, "json") == en.write(second.event, "json")


@given(st.binary(max_size=60), st.sampled_from(("markdown", "json", "yaml", "ical")))
def test_any_bytes_give_an_event_or_an_error(data: bytes, format: str) -> None:
    document = en.read(data=data, format=format)
    assert document.data == data
    assert document.event is not None or any(one.severity is Severity.ERROR for one in document.diagnostics)


@given(
    st.text(max_size=60),
    st.sampled_from(("markdown", "json", "yaml", "ical")),
    st.sampled_from(
        ("", "---\n", "{", "a: [", "+++\n", "BEGIN:VCALENDAR\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\n")
    ),
)
def test_any_text_gives_an_event_or_an_error(text: str, format: str, start: str) -> None:
    document = en.read(text=start + text, format=format)
    assert document.event is not None or any(one.severity is Severity.ERROR for one in document.diagnostics)
    for one in inspected(document, named=True).diagnostics:
        assert one.code
        assert one.message
        assert "\n" not in str(one)


FIELDS = sorted({name for kind in (en.Event, *KINDS) for name in kind.model_fields})
POST_KEYS = (
    "title",
    "date",
    "author",
    "tags",
    "lang",
    "status",
    "published",
    "description",
    "canonical_url",
    "eventnotes",
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(("", "a", " b", "2024-05-01", "T09:30", "http://a", "a-b", "A, b, c, d", "direct", "Body", "\x00")),
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from((*FIELDS, "x")), inner, max_size=4)
    ),
    max_leaves=20,
)
EVENTS = st.fixed_dictionaries(
    {"eventnotes": st.just(1)}, optional=dict.fromkeys([*en.Event.model_fields][1:], ANYTHING)
)
POSTS = st.fixed_dictionaries({}, optional=dict.fromkeys(POST_KEYS, ANYTHING))
BODY = "\n\n# T\n\n- **Speaker:** A, B\n\n> x\n> — A\n\n**Lesson (A):** y\n\n**Framework: z**\n\n- a\n"


@given(EVENTS, POSTS)
@example({"name": "A", "sessions": 3, "speakers": True, "quotes": {"text": 1}}, {})
def test_values_of_any_type_in_any_field_give_an_event_or_an_error(event: dict[str, Any], post: dict[str, Any]) -> None:
    whole = {**post, "event": event}
    sources = {
        "json": json.dumps(event),
        "yaml": write_yaml(event),
        "markdown": json.dumps(whole, ensure_ascii=False) + BODY,
        "": f"---\n{write_yaml(whole)}---{BODY}",
    }
    for kind, text in sources.items():
        document = en.read(text=text, format=kind or "markdown")
        errors = [one for one in inspected(document, named=True).diagnostics if one.severity is Severity.ERROR]
        assert document.event is not None or errors
        for one in errors:
            assert "Pydantic" not in one.message
            assert "default factory" not in one.message
