"""Fixing: what is certain is mended, nothing else is touched, and a second run changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

import eventnotes as en
from eventnotes.formats.markdown.labels import LABELS as OF_SESSIONS
from eventnotes.inspection import inspected
from eventnotes.inspection.findings import look
from eventnotes.inspection.fixing import Fixed, Trial, fixed
from eventnotes.model import Event
from eventnotes.source import Edit, Remedy, Span, SyntaxProblem
from generating import generated

ROOT = Path(__file__).parents[1]
EXAMPLES = [one for one in sorted((ROOT / "examples").glob("*.md")) if one.name != "README.md"]
POSTS = [one.read_text(encoding="utf-8") for one in EXAMPLES] + generated(7, 24)
FRONT = "---\ntitle: A day\nevent:\n  name: PyDay\n  start: 2024-05-01\n  speakers: [Geoff Connell, Ana Lima]\n---\n\n"


def mended(text: str, unsafe: bool = False, format: str = "markdown") -> Fixed:
    return fixed(en.read(text=text, format=format), look, unsafe)


def text_of(text: str, unsafe: bool = False, format: str = "markdown") -> str:
    return mended(text, unsafe, format).document.text


# Every kind of fix


START, NAMED, TITLE = "  start: 2024-05-01\n", "event:\n  name: PyDay\n", "title: A day\n"
PEOPLE = "  speakers: [Geoff Connell, Ana Lima]\n"


@pytest.mark.parametrize(
    ("part", "bad", "good"),
    [
        (START, "  strat: 2024-05-01\n", START),
        (START, "  start: 1 May 2024\n", START),
        (START, "  start: Wednesday, May 1st, 2024\n", START),
        (START, "  start: '2024/05/1'\n", "  start: '2024-05-01'\n"),
        (START, '  start: "2024-5-1" # or so\n', '  start: "2024-05-01" # or so\n'),
        (START, "  start: May 2024\n", "  start: 2024-05\n"),
        (START, f"{START}  end: 13/05/2024\n", f"{START}  end: 2024-05-13\n"),
        (START, f"{START}  timezone: Europe/Lisbno\n", f"{START}  timezone: Europe/Lisbon\n"),
        (NAMED, "evnet:\n  name: PyDay\n", NAMED),
        (NAMED, "event:\n  nmae: PyDay\n", NAMED),
        (TITLE, f"{TITLE}date: 2 May 2024\n", f"{TITLE}date: 2 May 2024\n"),
        (TITLE, f"{TITLE}date: 2024/05/02\n", f"{TITLE}date: 2024-05-02\n"),
        (PEOPLE, "  speekers: [Geoff Connell, Ana Lima]\n", PEOPLE),
        (PEOPLE, "  speakers: [Geoff Connell, Ana\u00a0Lima]\n", PEOPLE),
    ],
)
def test_front_matter_is_mended(part: str, bad: str, good: str) -> None:
    body = "> Ask.\n>\n> — Ana Lima\n\n**Lesson (Connell):** Ask first.\n"
    right = FRONT.replace(part, good) + body
    assert text_of(FRONT.replace(part, bad) + body) == right
    assert mended(right).number == 0


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("**Lesson (Conell):** Ask.\n", "**Lesson (Geoff Connell):** Ask.\n"),
        ("**Lesson (Geof Connell):** Ask.\n", "**Lesson (Geoff Connell):** Ask.\n"),
        ("**Lessons (Lmia):**\n\n- Ask.\n", "**Lessons (Ana Lima):**\n\n- Ask.\n"),
        ("> Ask.\n>\n> — Geoff Conell\n", "> Ask.\n>\n> — Geoff Connell\n"),
        ("> Ask.\n> — Lima (via Conell)\n", "> Ask.\n> — Lima (via Geoff Connell)\n"),
        ("## T\n\n**Speeker:** Bo Ek\n\nWords.\n", "## T\n\n**Speaker:** Bo Ek\n\nWords.\n"),
        ("## T\n\n- **Speaker:** Bo Ek\n- **Romm:** Loft\n", "## T\n\n- **Speaker:** Bo Ek\n- **Room:** Loft\n"),
        ("## T\n\n- **Speakre:** Bo Ek\n- **Tiem:** 9:30\n", "## T\n\n- **Speaker:** Bo Ek\n- **Time:** 9:30\n"),
        (
            "## T\n\n- **Speakre:** Bo Ek\n- **Vidoe:** https://a.org/v\n",
            "## T\n\n- **Speaker:** Bo Ek\n- **Video:** https://a.org/v\n",
        ),
        ("## T\u200bx\n\n- **Speaker:** Bo Ek\n", "## Tx\n\n- **Speaker:** Bo Ek\n"),
        ("**Lesson:** A.\n\n**Leson:** B.\n", "**Lesson:** A.\n\n**Lesson:** B.\n"),
        ("**Framework (Geof Connell): Ways**\n\n- a\n", "**Framework (Geoff Connell): Ways**\n\n- a\n"),
    ],
)
def test_bodies_are_mended(bad: str, good: str) -> None:
    assert text_of(FRONT + bad) == FRONT + good
    assert mended(FRONT + good).number == 0


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "name: A\nstart: 2024\nspeakers: [Geoff Connell]\nquotes:\n- {text: Ask., attribution: Geoff Connell}\n",
            "name: A\nstart: 2024\nspeakers: [Geoff Connell]\nquotes:\n- {text: Ask., speaker: geoff-connell}\n",
        ),
        (
            "name: A\nstart: 2024\nspeakers: [Ana Lima]\nlessons:\n- text: Ask.\n  speaker: 'ana-lmia' # her\n",
            "name: A\nstart: 2024\nspeakers: [Ana Lima]\nlessons:\n- text: Ask.\n  speaker: 'ana-lima' # her\n",
        ),
        (
            "name: A\nstart: 2024\nquotes: [{id: ask-it, text: Ask.}]\nlessons: [{text: A, evidence: [ask-ti]}]\n",
            "name: A\nstart: 2024\nquotes: [{id: ask-it, text: Ask.}]\nlessons: [{text: A, evidence: [ask-it]}]\n",
        ),
        (
            "name: A\nstart: 2024\nwrite_up: {status: reveiwed}\n",
            "name: A\nstart: 2024\nwrite_up: {status: reviewed}\n",
        ),
        (
            'name: A\nstart: 2024\nspeakers: [Ana Lima]\nlessons:\n- text: Ask.\n  speaker: "ana-lmia" # her\n',
            'name: A\nstart: 2024\nspeakers: [Ana Lima]\nlessons:\n- text: Ask.\n  speaker: "ana-lima" # her\n',
        ),
        (
            "name: A\nstart: 2024\nspeakers:\n- name: 'Zoë\u00a0O''Brien'\n- name: \"Jos\\u00e9\\u00a0Silva\"\n",
            "name: A\nstart: 2024\nspeakers:\n- name: 'Zoë O''Brien'\n- name: \"José Silva\"\n",
        ),
        ("nmae: A\nstart: 2024\n", "name: A\nstart: 2024\n"),
        ("name: A\nstart: 2024\nsessions:\n- titel: Opening\n", "name: A\nstart: 2024\nsessions:\n- title: Opening\n"),
        ("name: A\nstart: 2024\nspeakers:\n- nmae: Ana\n", "name: A\nstart: 2024\nspeakers:\n- name: Ana\n"),
    ],
)
def test_yaml_is_mended(bad: str, good: str) -> None:
    assert text_of(bad, format="yaml") == good
    assert mended(good, format="yaml").number == 0


TOML = """+++
title = "A day"

[event]
name = "PyDay"
start = 2024-05-01
speakers = ["Geoff Connell", "Ana Lima"]
+++

**Lesson (Ana Lima):** Ask.
"""
TOML_START = "start = 2024-05-01\n"
TOML_PEOPLE = 'speakers = ["Geoff Connell", "Ana Lima"]\n'
TOML_TABLES = '[[event.speakers]]\nname = "Ana Lima"\n[[event.quotes]]\ntext = "Ask."\n'


@pytest.mark.parametrize(
    ("part", "bad", "good"),
    [
        (TOML_START, "strat = 2024-05-01\n", TOML_START),
        (TOML_START, '"strat" = 2024-05-01\n', '"start" = 2024-05-01\n'),
        (TOML_START, "start = '2024/05/1' # or so\n", "start = '2024-05-01' # or so\n"),
        (TOML_START, 'start = "1 May 2024"\n', 'start = "2024-05-01"\n'),
        (TOML_START, f'{TOML_START}timezone = "Europe/Lisbno"\n', f'{TOML_START}timezone = "Europe/Lisbon"\n'),
        (TOML_START, f'{TOML_START}venu = "Casa"\n', f'{TOML_START}venue = "Casa"\n'),
        (TOML_START, f'{TOML_START}venue = {{nmae = "Casa"}}\n', f'{TOML_START}venue = {{name = "Casa"}}\n'),
        (TOML_START, f'{TOML_START}venue.nmae = "Casa"\n', f'{TOML_START}venue.name = "Casa"\n'),
        ("[event]\n", "[evnet]\n", "[event]\n"),
        ('title = "A day"\n', 'date = "2024/05/02"\n', 'date = "2024-05-02"\n'),
        (TOML_PEOPLE, 'speekers = ["Geoff Connell", "Ana Lima"]\n', TOML_PEOPLE),
        (TOML_PEOPLE, 'speakers = ["Geoff Connell", "Ana\u00a0Lima"]\n', TOML_PEOPLE),
        (TOML_PEOPLE, TOML_TABLES.replace("name", "nmae"), TOML_TABLES),
        (TOML_PEOPLE, f"{TOML_TABLES}speaker = 'ana-lmia'\n", f"{TOML_TABLES}speaker = 'ana-lima'\n"),
        (TOML_PEOPLE, f'{TOML_TABLES}attribution = "Ana Lmia"\n', f'{TOML_TABLES}speaker = "ana-lima"\n'),
        (
            TOML_PEOPLE,
            f"{TOML_PEOPLE}[[event.sessions]]\ntitle = 'A'\nspeakers = ['geoff-connell', 'ana-lmia'] # both\n",
            f"{TOML_PEOPLE}[[event.sessions]]\ntitle = 'A'\nspeakers = ['geoff-connell', 'ana-lima'] # both\n",
        ),
        ("(Ana Lima)", "(Lmia)", "(Ana Lima)"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_toml_is_mended(part: str, bad: str, good: str, end: str) -> None:
    assert part in TOML
    faulty, right = (TOML.replace(part, one).replace("\n", end) for one in (bad, good))
    assert text_of(faulty) == right
    assert mended(right).number == 0


@pytest.mark.parametrize(
    "more",
    [
        'quotes = [\n  {txet = "Ask."},\n]',
        'quotes = [{text = "Ask.", speaker = "ana-lmia"}]',
        'quotes = [\n  {text = "Ask.", attribution = "Ana Lmia"},\n]',
        'start = """\n1 May 2024"""',
        '[[event.sessions]]\ntitle = "A"\nspeakers = [\n  "ana-lmia"]',
        '[[event.sessoins]]\ntitle = "A"\n[[event.sessoins]]\ntitle = "B"',
    ],
)
def test_a_fix_in_toml_whose_place_is_not_known_is_not_made(more: str) -> None:
    bad = TOML.replace(TOML_START if "start" in more else TOML_PEOPLE, f"{TOML_PEOPLE}{more}\n")
    assert look(en.read(text=bad))
    assert text_of(bad, unsafe=True) == bad


def test_json_is_mended() -> None:
    people = '"speakers": [{"name": "Ana Lima"}],\n'
    bad = f'{{"nmae": "A", "start": "2 May 2024", {people} "lessons": [{{"text": "B", "speaker": "lmia"}}]}}\n'
    good = f'{{"name": "A", "start": "2024-05-02", {people} "lessons": [{{"text": "B", "speaker": "ana-lima"}}]}}\n'
    assert text_of(bad, format="json") == good


def test_a_placeholder_is_mended_where_it_stands() -> None:
    quote = "{id: ask-first, text: Ask., source: 'https://a.org/'}"
    head = f"---\nevent:\n  name: A\n  start: 2024\n  quotes: [{quote}]\n---\n"
    assert text_of(head + "One.\n\n<!-- quote: ask-frist -->\n\nTwo.\n") == (
        head + "One.\n\n<!-- quote: ask-first -->\n\nTwo.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        FRONT.replace("2024-05-01", "02/11/2017"),
        FRONT.replace("2024-05-01", "Friday 1 May 2024"),
        FRONT.replace("2024-05-01", "soon"),
        FRONT + "**Lesson (Zoe):** Ask.\n",
        FRONT + "**Lesson (Dana):** Ask.\n",
        FRONT.replace("Ana Lima", "Tom Ek") + "**Lesson (Tim):** Ask.\n",
        FRONT.replace("Ana Lima", "Bo Connall") + "**Lesson (Connoll):** Ask.\n",
        FRONT + "> Ask.\n>\n> — Ana Lima, Poet\n",
        FRONT + "## T\n\n**Speakerz:** Bo Ek\n",
        FRONT + "> Ask.\n>\n> — a friend of Geoff Conell\n",
        "---\nevent: {name: A, start: 2024, venues: x, venu: y}\n---\n",
        "---\nevents: A\n---\n",
    ],
)
def test_what_is_not_certain_is_left(text: str) -> None:
    found = mended(text)
    assert (found.document.text, found.number, found.edits) == (text, 0, ())


def test_what_may_lose_something_is_made_only_where_it_is_asked_for() -> None:
    text = FRONT + "> Ask.\n>\n> — Ana Lima, Poet\n\n**Lesson (Lina):** Ask.\n\n**Lesson (Connally):** Do.\n"
    safe = text.replace("(Lina)", "(Ana Lima)")
    assert text_of(text) == safe
    assert fixed(en.read(text=safe), look).number == 0
    both = safe.replace("(Connally)", "(Geoff Connell)").replace("Ana Lima, Poet", "Ana Lima")
    assert text_of(text, unsafe=True) == both


def test_a_key_whose_value_is_wrong_too_is_left() -> None:
    text = "name: A\nstart: 2024\nonlin: not a url\n"
    assert text_of(text, format="yaml") == text


def test_line_ends_the_byte_order_mark_and_everything_else_stay() -> None:
    text = (FRONT + "Words  \nwrapped.\t\n\n**Lesson (Lina):** Ask.\n").replace("2024-05-01", "1 May 2024")
    wild = "\ufeff" + text.replace("\n", "\r\n").replace("Words", "Wörds 🎉")
    done = mended(wild)
    good = wild.replace("1 May 2024", "2024-05-01").replace("(Lina)", "(Ana Lima)")
    assert done.document.data == good.encode()
    assert done.number == 2


def test_bytes_that_are_no_text_are_never_written() -> None:
    data = (FRONT.replace("start", "strat") + "caf\u00e9\n").encode("latin-1")
    document = en.read(data=data)
    assert fixed(document, look).document is document
    assert [one.fix for one in inspected(document, named=True).diagnostics] == [None, None]


def test_a_mended_file_keeps_its_name(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text(FRONT.replace("start", "strat"), encoding="utf-8")
    done = fixed(en.read(path), look)
    assert (done.document.path, done.document.text, done.number) == (str(path), FRONT, 1)


def test_one_that_comes_to_light_by_another_is_mended_too() -> None:
    text = FRONT.replace("speakers", "speekers") + "**Lesson (Lmia):** Ask.\n"
    assert text_of(text) == FRONT + "**Lesson (Ana Lima):** Ask.\n"


def test_a_fix_says_what_it_does_and_where() -> None:
    (found,) = inspected(en.read(text=FRONT + "**Lesson (Lmia):** Ask.\n"), named=True).diagnostics
    assert found.fix is not None
    ((span, text),) = found.fix.edits
    assert (found.fix.label, found.fix.is_safe, text) == ("write Ana Lima", True, "Ana Lima")
    assert (FRONT + "**Lesson (Lmia):** Ask.\n")[span.start : span.end] == "Lmia"


# What proves a fix

PROVED = FRONT + "Words of a story.\n\n**Lesson (Zoe):** Ask first.\n"
PLACE = PROVED.index("Zoe")


def tried(remedy: Remedy, place: Span | None = None, text: str = PROVED) -> bool:
    document = en.read(text=text)
    (span, problem) = next(one for one in look(document) if one[1].code == "unknown-speaker")
    trial = Trial(document, look)
    return (
        trial.fix(place or span, SyntaxProblem(problem.code, problem.message, problem.where, remedy=remedy)) is not None
    )


LESSON = ("lessons", 0, "speaker")
NAME_ANA = (Edit(Span(PLACE, PLACE + 3), "Ana"),)
BELOW = PROVED.index("  start")


@pytest.mark.parametrize(
    ("remedy", "holds"),
    [
        (Remedy(("Ana Lima",), changes=(LESSON,), meant="ana-lima"), True),
        (Remedy(("Ana Lima",), changes=((),)), True),
        (Remedy(("Ana Lima",), changes=(LESSON,), meant="geoff-connell"), False),  # another is meant
        (Remedy(("Ana Lima",), changes=(("notes",), LESSON), meant="ana-lima"), False),  # it is said in another place
        (Remedy(("Ana Lima",), changes=(("notes",),)), False),  # another place changes
        (Remedy(("Ana Lima",)), False),  # likewise
        (
            Remedy(edits=(Edit(Span(BELOW, BELOW), "  end: 2025\n"), *NAME_ANA), changes=(LESSON,)),
            False,
        ),  # more is said
        (Remedy(edits=(Edit(Span(BELOW, BELOW + 20), ""), *NAME_ANA), changes=(LESSON,)), False),  # less is said
        (Remedy(edits=(Edit(Span(4, 4), "["),), changes=((),)), False),  # there is no event any more
        (Remedy(("Zora",), changes=(LESSON,)), False),  # the finding is still there
        (Remedy(("Ana",), part="Zo", changes=((),)), False),  # likewise
        (Remedy((), changes=((),)), False),
        (Remedy(edits=(Edit(Span(PLACE - 10, PLACE + 6), ""),), changes=(LESSON,)), False),  # the lesson is gone
        (Remedy(edits=(Edit(Span(0, 4), ""), Edit(Span(PLACE, PLACE + 3), "Ana")), changes=((),)), False),
        (Remedy(edits=(Edit(Span(PLACE, PLACE + 3), "Ana"),), label="name Ana", changes=(LESSON,)), True),
    ],
)
def test_a_fix_is_made_only_where_what_was_meant_is_said(remedy: Remedy, holds: bool) -> None:
    assert tried(remedy) is holds


def test_a_fix_that_brings_another_error_is_not_made() -> None:
    text = PROVED.replace("Ana Lima]", "Ana Lima, Ana Bell]")
    assert tried(Remedy(("Ana",), changes=(LESSON,)), text=text) is False
    assert tried(Remedy(("Ana Bell",), changes=(LESSON,)), text=text) is True


def test_readings_are_limited() -> None:
    document = en.read(text=PROVED)
    trial = Trial(document, look)
    assert (len(PROVED), trial.readings) == (149, 1 + 2_309)
    remedy = Remedy(("Zoe", "Ana Lima"), changes=(LESSON,))
    problem = SyntaxProblem("unknown-speaker", "", LESSON, remedy=remedy)
    assert trial.fix(Span(PLACE, PLACE + 3), problem) is not None
    assert trial.readings == 1 + 2_306  # Zoe, in quotes too, and Ana Lima
    trial.readings = 0
    assert trial.fix(Span(PLACE, PLACE + 3), SyntaxProblem("unknown-speaker", "", LESSON, remedy=remedy)) is None
    many = FRONT + "".join(f"**Lesson (Lmia):** Ask {number}.\n\n" for number in range(60))
    assert text_of(many) == many.replace("Lmia", "Ana Lima")


def test_of_fixes_that_touch_each_other_the_first_is_made_first() -> None:
    document = en.read(text=PROVED)
    (place, problem) = look(document)[0]
    first = Remedy(("Ana Lima",), changes=(LESSON,))
    second = Remedy(("Geoff Connell",), changes=(LESSON,))
    found = [(place, SyntaxProblem(problem.code, "a", LESSON, remedy=one)) for one in (first, second)]
    (one,) = Trial(document, look, found).chosen(unsafe=False)
    assert one.fix.label == "write Ana Lima"


def test_together_fixes_say_what_each_says() -> None:
    looks: list[str] = []

    def counting(document: en.Document) -> list[tuple[Span, SyntaxProblem]]:
        looks.append(document.text)
        found = look(document)
        both = "Lmia" not in document.text and "Lina" not in document.text
        return [*found, (Span(0, 1), SyntaxProblem("x", "both at once", Span(0, 1)))] if both else found

    text = FRONT + "**Lesson (Lmia):** A.\n\n**Lesson (Lina):** B.\n"
    done = fixed(en.read(text=text), counting)
    assert (done.document.text, done.number) == (text.replace("Lmia", "Ana Lima"), 1)


# Fifty faults


class Fault(NamedTuple):
    """A clean post, the range in it that a fault is planted in, the fault, and what mends it."""

    post: str
    start: int
    end: int
    fault: str
    mend: str
    known: frozenset[str]
    """The words that the fault is compared with."""
    is_name: bool = False

    @property
    def faulty(self) -> str:
        return self.post[: self.start] + self.fault + self.post[self.end :]

    @property
    def right(self) -> str:
        return self.post[: self.start] + self.mend + self.post[self.end :]

    @property
    def near(self) -> list[str]:
        """The known words that are one slip from the fault, found the slow way."""
        fault = self.fault.lower()
        near = [one for one in self.known if one == fault or one in one_slip_from(fault)]
        return [one for one in near if not self.is_name or one[0] == fault[0]]


def one_slip_from(word: str) -> set[str]:
    """All words that are one letter more, less, other, or two swapped away."""
    letters = "abcdefghijklmnopqrstuvwxyz_/-"
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    other = {a + one + b[1:] for a, b in cuts if b for one in letters}
    return less | swapped | other | {a + one + b for a, b in cuts for one in letters}


def slip(word: str, random: Random) -> str:
    """The word with one slip, not in its first letter."""
    at = random.randrange(1, len(word) - 1)
    kind = random.randrange(4)
    other = random.choice("abcdeghimnorstu")
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + other + word[at + (kind == 2) :]


KEYS = frozenset(Event.model_fields)
LABELS = frozenset({*(one.lower() for one in OF_SESSIONS), "lesson", "lessons", "framework"})
MONTHS = [date(2024, month, 1).strftime("%B") for month in range(1, 13)]
OF_KEYS = re.compile(r"^  (start|end|venue|timezone|series|website|organizers|speakers|tags):", re.MULTILINE)
OF_LABELS = re.compile(r"^(?:- )?\*\*(Speakers?|Time|Room|Track|Kind|Slides|Recording):\*\*", re.MULTILINE)


def keys(post: str, random: Random) -> Iterator[Fault]:
    inside = post[: post.index("\n---", 4)]
    for match in re.finditer(
        r"^  (start|end|venue|timezone|series|website|organizers|speakers|tags):", inside, re.MULTILINE
    ):
        yield Fault(post, *match.span(1), slip(match[1], random), match[1], KEYS)


def labels(post: str, random: Random) -> Iterator[Fault]:
    for match in re.finditer(
        r"^(?:- )?\*\*(Speaker|Speakers|Time|Room|Track|Kind|Slides|Recording):\*\*", post, re.MULTILINE
    ):
        yield Fault(post, *match.span(1), slip(match[1], random), match[1], LABELS)


def dates(post: str, random: Random) -> Iterator[Fault]:
    for match in re.finditer(r"^  (?:start|end): (\d{4})-(\d\d)-(\d\d)$", post, re.MULTILINE):
        year, month, day = match[1], MONTHS[int(match[2]) - 1], int(match[3])
        form = random.choice((f"{day} {month} {year}", f"{month} {day}, {year}", f"{year}/{match[2]}/{match[3]}"))
        yield Fault(
            post, match.start(1), match.end(3), form, f"{year}-{match[2]}-{match[3]}", frozenset({form.lower()})
        )


def markers(post: str, random: Random) -> Iterator[Fault]:
    at = post.index("\nevent:") + 1
    yield Fault(post, at, at + 5, slip("event", random), "event", frozenset({"event"}))


def people(post: str) -> list[str]:
    return [one.name for one in en.load(text=post).speakers]


def references(post: str, random: Random) -> Iterator[Fault]:
    names = people(post)
    words = frozenset(word.lower() for name in names for word in re.findall(r"\w+", name))
    for match in re.finditer(r"\*\*Lessons? \(([A-Za-z]{4,})\):\*\*", post):
        whole = [one for one in names if match[1] in one.split()]
        if len(whole) == 1:
            yield Fault(post, *match.span(1), slip(match[1], random), whole[0], words, is_name=True)


def attributions(post: str, random: Random) -> Iterator[Fault]:
    names = [one for one in people(post) if one.isascii() and len(one.split()) == 2]
    for match in re.finditer(r"^> — ([A-Z][a-z]+ [A-Z][a-z]{3,})$", post, re.MULTILINE):
        if match[1] in names:
            first, last = match[1].split()
            known = frozenset(one.lower() for one in people(post))
            yield Fault(post, *match.span(1), f"{first} {slip(last, random)}", match[1], known, is_name=True)


KINDS: tuple[Callable[[str, Random], Iterator[Fault]], ...] = (keys, labels, dates, markers, references, attributions)


def planted(count: int) -> list[tuple[str, Fault]]:
    """Faults of every kind in turn, each in a post that has a place for it."""
    random = Random(20240501)
    clean = [post for post in POSTS if not [one for one in look(en.read(text=post)) if one[1].code != "missing-date"]]
    found: list[tuple[str, Fault]] = []
    while len(found) < count:
        kind = KINDS[len(found) % len(KINDS)]
        places = [one for post in random.sample(clean, 8) for one in kind(post, random)]
        fault = random.choice(places) if places else None
        if fault is not None and fault.fault != fault.post[fault.start : fault.end]:
            found.append((kind.__name__, fault))
    return found


PLANTED = planted(50)


@pytest.mark.parametrize("number", range(50), ids=[f"{number}-{kind}" for number, (kind, _) in enumerate(PLANTED)])
def test_a_planted_fault_with_one_near_answer_is_mended_and_nothing_else_is_touched(number: int) -> None:
    _, fault = PLANTED[number]
    done = mended(fault.faulty)
    assert done.document.text == (fault.right if len(fault.near) == 1 else fault.faulty)
    assert mended(done.document.text).number == 0


def test_nearly_all_planted_faults_have_one_near_answer() -> None:
    assert sum(len(fault.near) == 1 for _, fault in PLANTED) >= 45
    assert {kind for kind, _ in PLANTED} == {one.__name__ for one in KINDS}
