"""Formatting: whole outputs, and its laws: twice is once, the event stays the same, and prose keeps its bytes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes import formats
from eventnotes.diagnostic import InvalidWriteUp, Severity
from eventnotes.document import document_of
from eventnotes.edit import apply
from eventnotes.formatting import Formatted, formatted
from eventnotes.limits import DEFAULT
from eventnotes.report.diff import diff
from eventnotes.source import Edit, Span
from eventnotes.testing import events, fragments, plain_events

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
POSTS = sorted(one for one in (SHARED / "corpus" / "write-ups").rglob("*") if one.is_file())
FRONT = "---\nevent:\n  name: A\n  start: 2024-05-01\n---\n"

WRITTEN = """\
--- \t
title: no  # the post's own keys are the site generator's
date: 2021-06-22 11:01:00 -0500
event:
  name: 1.10

  # how it was
  start:   2024-05-01
  venue: yes # it was
  tags: [on, "off", '1', 09:30, a]
  extra: {n: 1, no: no, day: 2024-05-02}
--- \t
Prose  \t
* stays
+ as it is -- always  \t


## A talk
**Presenters**: Ana Lima (NHS) and Bo Ek<br>
**time:** 9.30 - 10.15\\
video: https://example.org/v  \t
***
They spoke.

## Another {#other}
<!-- id: b -->
1. **speaker(s)**:  Cy Dow
2. **Presenter(s):** Ana Lima, Cy Dow
3. **Panellist:** Di Ash
4. **chair(s):** Bo Ek
5. ** A  thing **:  x
   y

6. **Time:** 9:30 am - 10:15 am

> She said -- once:\\
> -- Ana Lima (via  Bo Ek)

  >  Nobody reads it.
  >- Not even me.
  >
  >
  > –  Paraphrasing Cy {#read}
>

**Lesson ( Bo )**: Ask -- first. {#ask}

**Lessons**:

* One. {#one}
* **Two** - stays.

**Framework:  Three steps** {#steps}

* **Look** - twice
* **Cut** --
  once
* **Go**: now

## Lightning talks

- **Tiny** - Ana Lima {#tiny}
- "Small" by Bo Ek"""

FORMATTED = """\
---
title: no  # the post's own keys are the site generator's
date: 2021-06-22 11:01:00 -0500
event:
  name: '1.10'

  # how it was
  start:   2024-05-01
  venue: 'yes' # it was
  tags: ['on', "off", '1', '09:30', a]
  extra: {n: 1, no: 'no', day: 2024-05-02}
---
Prose  \t
* stays
+ as it is -- always  \t


## A talk

- **Speakers:** Ana Lima (NHS) and Bo Ek
- **Time:** 09:30–10:15
- **Recording:** https://example.org/v

***
They spoke.

## Another {#other}
<!-- id: b -->

- **Speaker:** Cy Dow
- **Speakers:** Ana Lima, Cy Dow
- **Panellist:** Di Ash
- **Chair:** Bo Ek
- **A  thing:** x
  y
- **Time:** 9:30 am - 10:15 am

> She said -- once:
>
> — Ana Lima (via Bo Ek)

  >  Nobody reads it.
  >- Not even me.
  >
  > — paraphrasing Cy <!-- id: read -->
>

**Lesson (Bo):** Ask -- first. <!-- id: ask -->

**Lessons:**

* One. <!-- id: one -->
* **Two** - stays.

**Framework: Three steps** <!-- id: steps -->

* **Look** — twice
* **Cut** —
  once
* **Go**: now

## Lightning talks

- **Tiny** — Ana Lima <!-- id: tiny -->
- "Small" by Bo Ek"""


def fmt(text: str, format: str = "markdown") -> Formatted:
    return formatted(en.read(text=text, format=format))


def test_every_form_at_once() -> None:
    found = fmt(WRITTEN)
    assert found.text == FORMATTED
    assert found.left == ()
    assert fmt(FORMATTED) == Formatted(FORMATTED)


def label_cases() -> list[tuple[str, str]]:
    return [
        ("Speaker: Bo Ek", "- **Speaker:** Bo Ek"),
        ("**Speaker:** Bo Ek  ", "- **Speaker:** Bo Ek"),
        ("+ **SPEAKER**: Bo Ek", "- **Speaker:** Bo Ek"),
        ("- **Speaker:** Bo Ek\n\n- **Room:** 1", "- **Speaker:** Bo Ek\n- **Room:** 1"),
        ("**Speaker:** Bo Ek\n\n**Room:**", "- **Speaker:** Bo Ek\n- **Room:**"),
        ("**Speaker:** Bo Ek\n**Time:** 22.00 until 1.00", "- **Speaker:** Bo Ek\n- **Time:** 22:00–01:00"),
        (
            "- **Speaker:** Bo Ek\n- **Time:** 2024-05-01, 9:30 to 9:45",
            "- **Speaker:** Bo Ek\n- **Time:** 2024-05-01 09:30–09:45",
        ),
        ("- **Speaker:** Bo Ek\n- **Time:** 2024-05-01T09:30Z", "- **Speaker:** Bo Ek\n- **Time:** 2024-05-01T09:30Z"),
        ("**Speaker:** Bo Ek,\nNHS", "- **Speaker:** Bo Ek,\n  NHS"),
        ("Panelists: A and B\nModerators: C", "- **Panelists:** A and B\n- **Moderators:** C"),
    ]


@pytest.mark.parametrize(("written", "expected"), label_cases(), ids=lambda text: text.replace("\n", "¦")[:40])
@pytest.mark.parametrize("above", ["", "## A talk\n\n"], ids=["whole post", "below a heading"])
def test_labels_become_one_list(written: str, expected: str, above: str) -> None:
    for below in ("", "\n", "\n\nProse\n"):
        assert fmt(FRONT + above + written + below).text == FRONT + above + expected + below


def test_a_list_of_dashes_below_the_labels_stays_a_list_of_its_own() -> None:
    text = FRONT + "## A talk\n\n{} **Speaker:** Bo Ek\n\n{} first\n{} second\n"
    for below in "*+":
        assert fmt(text.format("+-"["+-".index(below) if below == "-" else 1], below, below)).edits == []
    assert fmt(text.format("*", "-", "-")).edits == []
    assert fmt(text.format("+", "-", "-")).text == text.format("*", "-", "-")
    plain = FRONT + "## A talk\n\nSpeaker: Bo Ek\n\n- first\n- second\n"
    assert fmt(plain).text == text.format("*", "-", "-")


ODD = [
    ("## A talk\n\nSpeaker: Bo Ek\n\n    code\n", 8),
    ("## A talk\n\nSpeaker: Bo Ek\n\n  - indented\n", 8),
    ("**Lesson**: one {#a}\ntwo {#a}\n", 6),
]


@pytest.mark.parametrize(("odd", "line"), ODD, ids=["code below", "indented list below", "the id twice"])
def test_an_item_that_would_say_something_else_stays_and_the_others_do_not(odd: str, line: int) -> None:
    others = "\n## Other\n\n**speaker:** {}\n\n> a\n> -- Ana\n"
    found = fmt(FRONT + odd + others.format("Ana") * 20)
    done = "\n## Other\n\n- **Speaker:** Ana\n\n> a\n>\n> — Ana\n"
    assert found.text == FRONT + odd + done * 20
    assert found.left == (line,)
    assert fmt(found.text) == Formatted(found.text, left=found.left)


def test_where_too_much_is_odd_the_file_stays() -> None:
    odd = "".join(f"## Talk {number}\n\nSpeaker: Bo\n\n    code\n\n" for number in range(400))
    text = FRONT + odd + "> a\n> -- Ana\n"
    found = fmt(text)
    assert (found.text, found.edits) == (text, [])
    assert found.left == (*range(8, 8 + 6 * 400, 6), 2406)


@pytest.mark.parametrize(
    ("edit", "line"),
    [(Edit(Span(0, 0), "x"), 1), (Edit(Span(41, 44), ""), 5), (Edit(Span(45, 45), "\n"), 1)],
    ids=["another event", "an error", "twice is not once"],
)
def test_edits_that_a_format_should_not_make_are_not_made(edit: Edit, line: int) -> None:
    format = replace(formats.find("markdown"), respell=lambda text, limits: [[edit]])
    document = document_of("-", f"{FRONT}Prose\n".encode(), format, DEFAULT)
    assert formatted(document) == Formatted(document.text, left=(line,))


def test_a_definition_between_labels_is_not_lost() -> None:
    text = FRONT + "## A talk\n\nSpeaker: Bo Ek\n\n[x]: https://example.org\n\nRoom: 1\n\n[x]\n"
    assert fmt(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "+++\ntitle = 'A' \n[event]\nname = 'no'\n+++ \n\nProse\n",
        '{"event": {"name": "no"} \n}\n\nProse\n',
        "# A\n\n* Speaker: Ana\n\n**Note:** x\n\n> quoted -- Ana\n\n1. **A** - b\n\n**Lesson**:\n",
        FRONT + "<!-- text -->\n\n> quoted\n> -- Ana\n\n```\nSpeaker: Ana\n```\n\n    **Lesson**: x\n",
    ],
    ids=["toml", "json", "nothing claimed", "guarded"],
)
def test_what_is_left_alone(text: str) -> None:
    assert fmt(text) == Formatted(text)


def test_yaml_events_get_quotes_and_nothing_else() -> None:
    text = "name: no  # x\nstart: 2024-05-01\nvenue: {name: 1.10, latitude: 1.5}\nspeakers:\n    - &a y\nz:   'no'\n"
    text += "x: &x {y: n}\nw: {<<: *x}\n"
    assert fmt(text, "yaml").text == text.replace("name: no", "name: 'no'").replace("1.10", "'1.10'").replace(
        "y: n", "y: 'n'"
    )
    assert fmt('{"name" : "no"}', "json") == Formatted('{"name" : "no"}')


def test_a_write_up_with_errors_is_refused() -> None:
    with pytest.raises(InvalidWriteUp, match="2:8: error date"):
        fmt("name: A\nstart: someday\n", "yaml")
    with pytest.raises(InvalidWriteUp, match="front-matter-unclosed"):
        fmt("---\n")


PIECES = """## A talk|### Talk two|## Talk {#one}|<!-- id: x -->|**Presenter**: Ana Lima, CTO<br>|**speaker:** Bo Ek
Speaker(s): Ana Lima and Bo Ek|time: 9.30 - 10.15|**Time:** 9:30 am|* **speakers**: Ana Lima|* **Video**: https://e.org
- **Other**: é x|1. **room**: Hall|- **Speaker:** Ana\\¦  Lima|- **Tags**: a,¦b|> é words|> words\\
> -- Ana Lima (via  Bo)|> – Paraphrasing Ana {#q1}|— Lazy|>— x|>|**Lesson (Ana)**: dö it {#l1}|**Lesson**:¦wrapped
**Lessons ( Bo )**:|- a {#a1}|- é b|  - [ ] do|**Framework:  Three steps** {#f}
1. **A** - b|2. **C** -- é|- **T** - Ana Lima {#t}|## Lightning talks
## Takeaways|[x]: https://example.org|- point|* point|    code|<!-- text -->|<!-- /session -->|***|```|é prose  |
> a¦> — B|**Chair(s)**: Bo|**Panelists**: A, B""".replace("\n", "|").split("|")
FRONTS = (
    "---\nevent: A\n---\n",
    "--- \nevent:\n  name: no\n  start: 2024-05-01\n  tags: [on, 1.10]\n---\t\n",
    "---\nevent: {name: é, venue: 1.10}\n---\n\n",
    "# A\n\n",
)


@st.composite
def posts(draw: st.DrawFn) -> str:
    """Posts of pieces in forms that are read and not written, and of fragments, with every kind of line end."""
    some = st.sampled_from([one.replace("¦", "\n") for one in PIECES])
    body = draw(st.lists(some | some | fragments(), max_size=10))
    seams = draw(st.lists(st.sampled_from(["\n", "\n\n", "\n\n\n"]), min_size=len(body), max_size=len(body)))
    text = draw(st.sampled_from(FRONTS)) + "".join(map(str.__add__, body, seams))
    text = text.replace("\r", "").removesuffix(draw(st.sampled_from(("", "\n"))))
    text = text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))
    return draw(st.sampled_from(("", "\ufeff"))) + text


def words(text: str) -> list[str]:
    """The words of a text but for labels and marks, which formatting may spell in another way."""
    without = re.compile(
        r"<br>|\{#|<!-- id:|\b(?:(?:presenter|speaker|panelist|chair|moderator)s?|recording|video|room|time)\b",
        re.IGNORECASE,
    )
    return re.findall(r"\w{2,}", re.sub(r"9[.:]30 - 10[.:]15|09:30–10:15", "", without.sub("", text)).lower())


@given(posts())
def test_twice_is_once_and_the_meaning_is_the_same(text: str) -> None:
    document = en.read(text=text)
    if document.event is None or any(one.severity is Severity.ERROR for one in document.diagnostics):
        with pytest.raises(InvalidWriteUp):
            formatted(document)
        return
    found = formatted(document)
    again = en.read(text=found.text)
    assert again.event is not None
    assert en.write(again.event, "json") == en.write(document.event, "json")
    assert sorted(one.code for one in again.diagnostics) == sorted(one.code for one in document.diagnostics)
    assert formatted(again).edits == []
    assert apply(text, found.edits) == found.text


@given(posts())
def test_what_no_edit_touches_keeps_its_bytes(text: str) -> None:
    try:
        found = formatted(en.read(text=text))
    except InvalidWriteUp:
        return
    assert words(found.text) == words(text)
    assert found.text.startswith("\ufeff") == text.startswith("\ufeff")
    assert found.text.endswith("\n") == text.endswith("\n")
    if "\r\n" in text:
        assert "\n" not in found.text.replace("\r\n", "")
    else:
        assert "\r" not in found.text
    alone = re.compile(r"(?<=\n\n)é prose  (?=\n\n)")
    assert len(alone.findall(found.text.replace("\r\n", "\n"))) >= len(alone.findall(text.replace("\r\n", "\n")))


@given(posts())
def test_the_text_is_formatted_alike_with_any_line_ends(text: str) -> None:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        found = formatted(en.read(text=plain))
    except InvalidWriteUp:
        return
    for mark in ("", "\ufeff"):
        for end in ("\n", "\r\n"):
            assert formatted(en.read(text=mark + plain.replace("\n", end))).text == mark + found.text.replace("\n", end)


@given(events() | plain_events())
def test_what_is_written_is_formatted(event: en.Event) -> None:
    text = en.write(event, "markdown").decode()
    document = en.read(text=text)
    if document.diagnostics == ():
        assert formatted(document) == Formatted(text)


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.*")), ids=lambda path: path.name)
def test_the_examples_say_what_they_say_in_the_canonical_way(path: Path) -> None:
    found = formatted(en.read(path))
    loose = "> The average delay belongs to a bus that we do not run.\n"
    assert found.text == found.text.replace(loose + "> —", loose + ">\n> —")
    assert found.text.replace(loose + ">\n", loose) == path.read_text(encoding="utf-8")
    assert found.left == ()


@pytest.mark.skipif(not POSTS, reason="the corpus is not here")
def test_real_posts_keep_every_byte_and_what_is_added_is_formatted() -> None:
    written = ("**presenter**: Ana Lima<br>\n**time**: 9.30 - 10.15", "> a\n> -- Ana Lima")
    spelled = ("- **Speaker:** Ana Lima\n- **Time:** 09:30–10:15", "> a\n>\n> — Ana Lima")
    added, expected = ("## A talk\n\n{}\n\nIt was -- good.  \n\n{}\n\n".format(*one) for one in (written, spelled))
    changed = 0
    for path in POSTS:
        text = path.read_text(encoding="utf-8")
        if text.startswith("+++"):
            continue
        front, _, body = text[4:].partition("\n---\n") if text.startswith("---\n") else ("", "", text)
        head = f"---\nevent: A real event\n{front}{'' if front.endswith(chr(10)) or not front else chr(10)}---\n"
        assert fmt(head + body) == Formatted(head + body)
        found = fmt(head + added + body)
        assert found.text == head + expected + body
        assert fmt(found.text).edits == []
        changed += 1
    assert changed >= 70


@pytest.mark.skipif(not POSTS, reason="the kit is not here")
def test_what_the_kit_asks_of_fmt(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SHARED / "kit" / "hostile.py", tmp_path, "--only", "[ef][nm]*-*"], check=True)
    cases = json.loads((tmp_path / "cases.json").read_text(encoding="utf-8"))["cases"]
    asked = [one for one in cases if one["written"] and any(check["op"] == "fmt" for check in one["checks"])]
    assert len(asked) == 3
    for one in [*asked, *(one for one in cases if one["name"] in ("enc-crlf", "enc-no-final-newline"))]:
        data = (tmp_path / one["file"]).read_bytes()
        text = formatted(en.read(data=data)).text
        assert text.encode() == data
        for check in one["checks"]:
            assert all(re.search(pattern, text, re.MULTILINE) for pattern in check["require"])


def patched(text: str, shown: list[str]) -> str:
    """The text with a diff applied as `patch` does it, each line that is to be there found at its place."""
    old, new, at = re.findall(r"[^\n]*\n|[^\n]+", text), list[str](), 0
    for line, after in pairwise([*shown[2:], ""]):
        mark, content = line[0], line[1:].removesuffix("\n" if after.startswith("\\") else "")
        if mark == "@":
            start = int(re.findall(r"-(\d+)", line)[0]) - 1
            new += old[at:start]
            at = start
        elif mark in " -":
            assert content == old[at]
            at += 1
        new += [content] if mark in " +" else []
    return "".join([*new, *old[at:]])


@given(posts())
@example(WRITTEN)
@example(WRITTEN.replace("\n", "\r\n"))
@example("\ufeff" + WRITTEN)
def test_a_diff_can_be_applied(text: str) -> None:
    try:
        found = formatted(en.read(text=text))
    except InvalidWriteUp:
        return
    shown = re.findall(r"[^\n]*\n", "".join(diff(text, found.edits, "x")))
    assert bool(shown) == bool(found.edits)
    assert patched(text, shown) == found.text


def test_a_diff_shows_lines_that_changed_and_three_around_them() -> None:
    text = "".join(f"{number}\n" for number in range(1, 21)) + "end"
    edits = [Edit(Span(4, 5), "three"), Edit(Span(6, 6), "new\n"), Edit(Span(len(text) - 1, len(text)), "")]
    assert "".join(diff(text, edits, "a.md")) == (
        "--- a.md\n+++ a.md\n@@ -1,6 +1,7 @@\n 1\n 2\n-3\n+three\n+new\n 4\n 5\n 6\n"
        "@@ -18,4 +19,4 @@\n 18\n 19\n 20\n-end\n\\ No newline at end of file\n+en\n\\ No newline at end of file\n"
    )
    assert list(diff(text, [], "a.md")) == []
    assert "".join(diff("a\n", [Edit(Span(0, 1), "b")], "x")) == "--- x\n+++ x\n@@ -1 +1 @@\n-a\n+b\n"
