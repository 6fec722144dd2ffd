"""HTML: the page byte for byte, what judges say of it, and that nothing in it runs or fetches."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.conversion import losses
from eventnotes.model import Event
from eventnotes.testing import events
from judges.pages import unsafe

EXAMPLES = sorted(one for one in (Path(__file__).parents[1] / "examples").iterdir() if one.name != "README.md")
SMALL = Path(__file__).parent / "pages" / "small.html"
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def made(**data: Any) -> Event:
    return Event.model_validate({"name": "PyDay", **data})


def page_of(event: Event) -> str:
    return en.write(event, "html").decode()


def body_of(event: Event) -> str:
    """What stands in the body of an event's page."""
    return page_of(event).partition("<body>\n")[2].removesuffix("</body>\n</html>\n")


def story_of(notes: str, **data: Any) -> str:
    """The narrative of a page."""
    return body_of(made(notes=notes, **data)).partition("<main>\n")[2].partition("</main>\n")[0]


def test_a_small_write_up_byte_for_byte() -> None:
    event = made(
        start="2024-05-01",
        timezone="Europe/Lisbon",
        venue={"name": "Harbour Hall", "locality": "Lisboa", "website": "https://hall.example/"},
        organizers=[{"name": "Club"}],
        speakers=[
            {
                "name": "Ana Lima",
                "aliases": ["@ana"],
                "pronouns": "she/her",
                "roles": [{"title": "CTO", "organization": "NHS"}],
                "bio": "Writes *forms*.",
                "links": [{"url": "https://ana.example/"}, {"url": "https://b.example/t", "rel": "code"}],
            }
        ],
        sessions=[
            {
                "title": "Parsing for *people*",
                "start": "T09:30",
                "end": "T10:15",
                "room": "Loft",
                "kind": "talk",
                "speakers": ["ana-lima"],
                "moderators": ["bo"],
                "links": [{"url": "https://a.example/s", "rel": "slides", "title": "All of it"}],
                "abstract": "On forms.",
                "notes": "She began.\n\n<!-- quote: ask-first -->\n\nAnd ended.",
                "quotes": [
                    {"text": "Ask first.", "speaker": "ana-lima", "language": "pt"},
                    {"text": "He lied", "kind": "indirect", "attribution": "a guard", "relayed_by": "ana-lima"},
                ],
                "lessons": [
                    {
                        "text": "Ask",
                        "details": "Twice.",
                        "speaker": "ana-lima",
                        "actions": [{"text": "Go", "owner": "Cy", "due": "2024-06", "done": True}, {"text": "Stay"}],
                    }
                ],
                "frameworks": [{"name": "Two", "elements": [{"title": "A", "text": "b"}, {"title": "C"}]}],
            },
            {"title": "Closing", "start": "T17:00", "speakers": ["ana-lima"]},
        ],
        notes="We met.\n\n### <!-- session: parsing-for-people -->\n\n- <!-- session: closing -->",
        write_up={
            "title": "A day",
            "authors": [{"name": "Cy", "website": "https://cy.example/"}],
            "published": "2024-05-03",
            "license": "CC0-1.0",
            "url": "https://cy.example/day",
            "summary": "Two talks.",
        },
    )
    page = page_of(event)
    style, data = _STYLE.search(page), _DATA.search(page)
    assert style is not None
    assert data is not None
    assert json.loads(data[1]) == json.loads(en.write(event, "jsonld"))
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert page.replace(style[1], "…").replace(data[1], "{}").replace(digest, "…") == SMALL.read_text(encoding="utf-8")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_a_page_holds_what_its_json_ld_holds(example: Path) -> None:
    event = en.load(example)
    page, data = en.write(event, "html"), en.write(event, "jsonld")
    assert losses(event, page, "html") == losses(event, data, "jsonld")
    assert en.load(data=page, format="html") == en.load(data=data, format="jsonld")
    ids = [f"quote-{one.id}" for _, one in event.every(en.Quote)] + [f"session-{one.id}" for one in event.sessions]
    ids += [f"lesson-{one.id}" for _, one in event.every(en.Lesson)]
    ids += [f"framework-{one.id}" for _, one in event.every(en.Framework)]
    assert [page.decode().count(f'id="{one}"') for one in ids] == [1] * len(ids)


HOSTILE = (
    *(
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "<img src=x onerror=a()>",
    ),
    *('" onmouseover="a()" x=\'', "[x](javascript:a())", "[x](java&#9;script:a())", "![x](data:text/html,<script>)"),
    *(
        "<javascript:a()>",
        "[x][r]\n\n[r]: vbscript:a",
        "<svg/onload=a()>",
        "<a href='javascript:a()'>b</a>",
        "<base href=//e>",
    ),
    *(
        '```" onclick=a()\nb\n```',
        "<style>@import 'http://e'</style>",
        "[x](//e.example/a)",
        "<![CDATA[<b>]]>",
        "&lt;script&gt;",
    ),
    *(
        "<meta http-equiv=refresh content=0>",
        '<http://e.example/"onclick=a()>',
        "|a|\n|-|\n|<iframe src=//e>|",
        "<!-- --!><script>",
    ),
)


@given(events(), st.sampled_from(HOSTILE), st.sampled_from(HOSTILE))
def test_nothing_in_a_page_runs_or_fetches(event: Event, told: str, line: str) -> None:
    line = " ".join(line.split())
    attacked = event.replace(
        name=line,
        notes=f"{event.notes or ''}\n\n{told}\n\n{line}",
        summary=told,
        venue={"name": line},
        quotes=[*event.quotes, {"text": told, "attribution": line}],
        lessons=[*event.lessons, {"text": line, "details": told}],
        sessions=[*event.sessions, {"title": line, "room": line, "notes": told, "abstract": told}],
    )
    page = en.write(attacked, "html")
    assert unsafe(page) == []
    data = _DATA.search(page.decode())
    assert data is not None
    assert not set("<>&") & set(data[1])
    assert en.load(data=page, format="html").name == line


_ROW, _END = "<tr>", "</tr>\n"
_HEAD = f"<table>\n<thead>\n{_ROW}<th>a</th><th>b</th>{_END}</thead>\n<tbody>\n"
_LAST = f"{_ROW}<td></td><td>e</td>{_END}"


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("a *b* **c** `<d>` \\\ne", "<p>a <em>b</em> <strong>c</strong> <code>&lt;d&gt;</code> <br>\ne</p>\n"),
        (
            "[a](https://a.example 't') <b@c.de>",
            '<p><a href="https://a.example">a</a> <a href="mailto:b@c.de">b@c.de</a></p>\n',
        ),
        ("[a](b/c) [d](#e) ![f](g.png)", "<p>a d f</p>\n"),
        ("#### A\n\n# B\n\n### C", "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>\n"),
        ("3. a\n4. b\n\n- c", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n<ul>\n<li>c</li>\n</ul>\n'),
        ("- [ ] a\n- [x] b", "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>\n"),
        ("a <b>c</b><!-- d -->e<br/>f", "<p>a ce<br>\nf</p>\n"),
        ("<div>\n<p>a &amp; b</p>\n<script>c</script>\n</div>\n\n<!-- d -->", "<p>a &amp; b</p>\n"),
        ("|a|b|\n|-|-|\n|c|\n||e|", f"{_HEAD}{_ROW}<td>c</td>{_END}{_LAST}</tbody>\n</table>\n"),
        ("```py\nif a < b:\n```\n\n* * *", "<pre><code>if a &lt; b:\n</code></pre>\n<hr>\n"),
        ("> a\n>\n> > b", "<blockquote><p>a</p>\n<blockquote><p>b</p>\n</blockquote>\n</blockquote>\n"),
    ],
)
def test_markdown_of_the_notes(notes: str, expected: str) -> None:
    assert story_of(notes) == expected


def test_links_are_relative_to_the_write_up() -> None:
    told = story_of("[a](b/c) ![d](/e.png) [f](javascript:g)", write_up={"url": "https://a.example/x/"})
    image = '<a class="image" href="https://a.example/e.png">d</a>'
    assert told == f'<p><a href="https://a.example/x/b/c">a</a> {image} f</p>\n'


def test_what_would_make_a_page_of_any_size_does_not() -> None:
    columns = "|" + "a|" * 2000 + "\n|" + "-|" * 2000 + "\n" + "|b\n" * 2000
    assert len(story_of(columns)) < 3 * len(columns)
    references = "[r]: https://a.example/" + "a" * 50_000 + "\n\n" + "[r] " * 10_000
    assert len(story_of(references)) < 5 * len(references)
    quotes = "> " * 25_000 + "deep *inside*"
    told = story_of(quotes)
    assert told.count("<blockquote>") == 40
    assert "deep inside" in told
    people = [{"name": "A" * 900, "roles": [{"title": "B" * 900}] * 50}]
    with pytest.raises(ValueError, match=r"^the page would be too large: over 20,000,000 characters of names"):
        page_of(made(speakers=people, sessions=[{"title": str(one), "speakers": ["a" * 80] * 9} for one in range(900)]))


def test_dates_in_words() -> None:
    def when(start: str | None, end: str | None = None, **data: Any) -> str:
        found = re.search(
            r"<dt>(?:<span lang=\"en\">)?When.*?<dd>(.*?)</dd>", body_of(made(start=start, end=end, **data))
        )
        return re.sub("<[^>]*>", "", found[1]) if found else ""

    assert when("2024-10-26", "2024-10-27") == "26–27 October 2024"
    assert when("2024-09-30", "2024-10-01") == "30 September – 1 October 2024"
    assert when("2023-12-31", "2024-01-01") == "31 December 2023 – 1 January 2024"
    assert when("2024-05", None) == "May 2024"
    assert when("2024") == "2024"
    assert (
        when("2025-01-16T18:30", "2025-01-16T21:00", timezone="Europe/Oslo")
        == "16 January 2025, 18:30–21:00 Europe/Oslo"
    )
    assert when("2024-05-01T22:00", "2024-05-02T02:00") == "1 May 2024, 22:00 – 2 May 2024, 02:00"
    assert when("2024-10-27T00:30Z", timezone="Europe/London") == "27 October 2024, 01:30 BST Europe/London"
    assert when("2024-10-26", "2024-10-27", language="pt") == "2024-10-26 – 2024-10-27"
    assert when("T09:30") == "09:30"
    assert when(None) == ""


def test_words_of_the_page_are_marked_as_english_in_another_language() -> None:
    page = page_of(made(language="pt-BR", start="2024-05-01", quotes=[{"text": "x", "language": "PT-br"}]))
    assert '<html lang="pt-BR" dir="ltr">' in page
    assert '<dt><span lang="en">When</span></dt>' in page
    assert "<blockquote>\n" in page
    assert '<html lang="ar" dir="rtl">' in page_of(made(write_up={"language": "ar"}))


def test_the_same_event_gives_the_same_bytes() -> None:
    event = en.load(EXAMPLES[-1])
    assert en.write(event, "html") == en.write(event.replace(), "html")


def test_a_word_that_is_longer_than_a_line_widens_no_part_of_the_page() -> None:
    """What is laid out side by side is as wide as its widest word, unless it is told not to be (CSS Grid 6.6)."""
    style = page_of(made()).partition("<style>")[2].partition("</style>")[0]
    assert re.findall(r"grid-template-columns: ([^;]*);", style) == ["7rem minmax(0, 1fr)", "5.6rem minmax(0, 1fr)"]
    assert ".links li { min-width: 0; }" in style
