"""Drafts of what is no Markdown post: HTML pages, folders of notes, headers of many kinds, hostile bytes."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.draft import Draft, draft, draft_notes, notes_in, text_of
from eventnotes.draft.installed import installed_recognisers

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent")
HEADINGS = (
    "Start with policy; Deliver with digital; Design with data",
    "Transformation needs context",
    "Digital fluency and innovative capacity",
    "Industrial Revolution 4.0",
    "4 easy steps to Transformation",
)
CHROME = """<!DOCTYPE html>
<html><head><title>{title} | A blog</title><style>p {{}}</style>
<script type="application/ld+json">{described}</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav></header>
<main><article><h1>{title}</h1><div class="entry-content">{body}</div></article>
<div id="respond"><h3>Leave a Reply</h3><form>{form}</form></div></main>
<aside><h3>Recent posts</h3><ul><li><a href="/a">Another post</a></li></ul></aside>
<footer><p>Made by a blog engine</p></footer></body></html>
"""


def seed() -> tuple[str, list[str], str]:
    """Title, paragraphs and comment form of the seed."""
    (path,) = (SHARED / "seed").iterdir()
    post, _, form = text_of(path.read_bytes()).partition("Leave a Reply")
    title, *paragraphs = [one.strip() for one in re.split(r"\n\s*\n", post.strip())]
    return title, paragraphs, form


def as_html(paragraph: str) -> str:
    text = html.escape(paragraph, quote=False)
    if paragraph in HEADINGS:
        return f"<h2>{text}</h2>"
    if paragraph.startswith("“"):
        return f"<blockquote><p>{text}</p></blockquote>"
    if paragraph.startswith("1. "):
        return "<ol>" + "".join(f"<li>{line.strip()[3:]}</li>" for line in text.split("\n")) + "</ol>"
    return f"<p>{text}</p>"


def seed_page() -> str:
    title, paragraphs, form = seed()
    lines = "".join(f"<p>{html.escape(one)}</p>" for one in form.split("\n") if one.strip())
    body = "\n".join(map(as_html, paragraphs))
    return CHROME.format(title=title, body=body, form=lines, described='{"@type": "WebPage"}')


def seed_markdown() -> str:
    title, paragraphs, form = seed()
    blocks = [f"## {one}" if one in HEADINGS else one for one in paragraphs]
    return "\n\n".join([f"# {title}", *blocks, f"## Leave a Reply\n{form}"])


def said(made: Draft) -> dict[str, object]:
    """What a draft of the seed says."""
    event = made.event
    return {
        "name": event.name,
        "hosts": [one.name for one in event.organizers],
        "start": event.start,
        "speakers": [(one.name, [(role.title, role.organization) for role in one.roles]) for one in event.speakers],
        "sessions": [(one.title, one.speakers) for one in event.sessions],
        "quotes": [(one.text[:20], one.kind, one.attribution, one.relayed_by) for _, one in event.every(en.Quote)],
        "frameworks": sorted(len(one.elements) for _, one in event.every(en.Framework)),
        "lessons": len([*event.every(en.Lesson)]) >= 5,
    }


@needs_shared
@pytest.mark.parametrize("form", ["page", "markdown"])
def test_the_seed_says_the_same_as_page_and_as_markdown(form: str, tmp_path: Path) -> None:
    (path,) = (SHARED / "seed").iterdir()
    made = draft(seed_page() if form == "page" else seed_markdown())
    assert said(made) == said(draft(text_of(path.read_bytes())))
    assert "comment-form" in [one.form for one in made.cuts]
    assert all(made.source[one.start : one.end] == one.exact for one in [*made.evidence, *made.cuts])
    (tmp_path / "draft.md").write_text(made.markdown)
    assert [one for one in en.check(str(tmp_path / "draft.md")) if one.severity.value == "error"] == []
    assert "Recent posts" not in made.markdown
    assert "Made by a blog engine" not in made.markdown


@needs_shared
def test_a_block_quote_and_a_list_become_items_where_they_stand() -> None:
    text = draft(seed_page()).markdown
    assert (
        "> a fusion of technologies that is blurring the lines between the physical, digital, and biological spheres.\n"
        ">\n> — Klaus Schwab, World Economic Forum (via McCourt)\n"
    ) in text
    assert "**Framework (McCourt): 4 key areas**\n\n1. Engage your citizens\n2. Empower your employees\n" in text


def test_what_a_page_says_of_itself_is_used() -> None:
    place = '{"@type": "Place", "name": "Depot"}'
    described = f'{{"@type": "Event", "name": "Tram Days", "startDate": "2019-05-03", "location": {place}}}'
    paragraph = "<p>" + "Bo Ek spoke about trams, and about the people who wait for them in the rain. " * 6 + "</p>"
    made = draft(CHROME.format(title="Notes on trams", body=paragraph, form="", described=described))
    assert (made.event.name, str(made.event.start), made.event.venue and made.event.venue.name) == (
        ("Tram Days", "2019-05-03", "Depot")
    )
    assert made.event.write_up is not None
    assert made.event.write_up.title == "Notes on trams"


def test_a_page_without_an_article_says_what_was_seen() -> None:
    with pytest.raises(
        ValueError, match=r"no article was found: 2 words in 1 paragraphs and items under the title \"Shop\""
    ):
        draft("<!doctype html><html><head><title>Shop</title></head><body><p>Buy now</p></body></html>")


def test_an_article_need_have_no_paragraphs() -> None:
    words = "Bo Ek gave a talk on trams. " + "It rained on them all. " * 12
    body = f"<div class='sidebar'><p>Old posts</p></div><div class='post-content'>{words}</div>"
    made = draft(f"<!doctype html><html><body>{body}</body></html>")
    assert [one.name for one in made.event.speakers] == ["Bo Ek"]
    assert [one.exact.strip() for one in made.cuts] == ["Old posts"]


@pytest.mark.parametrize("front", ["", "---\ntitle: Notes on trams\nauthor: Jo Wu\n---\n"])
def test_a_fragment_of_a_page_is_all_article(front: str) -> None:
    made = draft(f"{front}<p><strong>Bo Ek's Keynote</strong></p>\n<ul><li>Trams are late.</li></ul>", html=True)
    assert made.markdown.endswith(
        "**Bo Ek's Keynote**\n\n- **Session:** Bo Ek's Keynote\n- **Speaker:** Bo Ek\n\n<!-- text -->\n\n"
        "- Trams are late.\n"
    )
    assert [one.name for one in made.event.speakers] == ["Bo Ek"]
    assert (made.event.write_up is not None and made.event.write_up.title) == ("Notes on trams" if front else None)


def test_a_page_needs_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markdownify", None)
    monkeypatch.delitem(sys.modules, "eventnotes.draft.reading.transcript", raising=False)
    with pytest.raises(LookupError, match=r"reading HTML needs the extra html-in: pip install 'eventnotes\[html-in\]'"):
        draft("<!doctype html><p>x</p>")


@pytest.mark.parametrize(
    "header",
    [
        '---\ntitle: "Tram Days 2019"\nauthor: Ewa Nowak\n---\n',
        '+++\ntitle = "Tram Days 2019"\nauthor = "Ewa Nowak"\n+++\n',
        ".. title: Tram Days 2019\n.. author: Ewa Nowak\n\n",
        '@def title = "Tram Days 2019"\n@def author = "Ewa Nowak"\n\n',
        "title: Tram Days 2019\nauthor: Ewa Nowak\n\n",
    ],
)
def test_headers_of_many_kinds(header: str) -> None:
    made = draft(f"{header}Bo Ek opened the day.\n")
    assert made.event.name == "Tram Days 2019"
    assert made.event.write_up is not None
    assert (made.event.write_up.title, made.event.write_up.authors[0].name) == ("Tram Days 2019", "Ewa Nowak")
    assert [one.name for one in made.event.speakers] == ["Bo Ek"]
    assert [one.exact for one in made.evidence if one.path == "name"] == ["Tram Days 2019"]


def test_front_matter_that_cannot_be_read_is_cut_and_told() -> None:
    made = draft("---\ntitle: [\n---\n\n# Tram Days 2019\n\nBo Ek opened the day.\n")
    assert [(one.form, one.exact) for one in made.cuts] == [("front-matter", "---\ntitle: [\n---\n")]
    assert made.event.name == "Tram Days 2019"


@needs_shared
@pytest.mark.parametrize(
    ("conference", "name", "talks"), [("2017__pygotham", "pygotham 2017", 5), ("2018__pygotham", "PyGotham 2018", 7)]
)
def test_the_notes_of_one_conference_are_one_event(tmp_path: Path, conference: str, name: str, talks: int) -> None:
    year, folder = conference.split("__")
    place = tmp_path / year / folder
    place.mkdir(parents=True)
    for path in (SHARED / "corpus" / "write-ups" / "daneah__conference-notes").glob(f"{conference}__*.md"):
        (place / path.name.removeprefix(f"{conference}__")).write_bytes(path.read_bytes())
    made = draft_notes(notes_in(str(place)))
    assert made.event.name == name
    assert len([one for one in made.event.sessions if one.notes and "Abstract](" not in one.notes]) == talks
    titles = [one.title for one in made.event.sessions]
    assert len(set(titles)) == len(titles)
    assert all(made.source[one.start : one.end] == one.exact for one in made.evidence)
    assert en.read(text=made.markdown).event == made.event


def test_a_folder_without_notes(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    with pytest.raises(ValueError, match=r"no notes are in it: no file ends in \.md, \.markdown, \.mkd, \.txt"):
        notes_in(str(tmp_path))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x00\x00", "this is no text; give a post in Markdown, HTML or plain text"),
        (b"caf\xe9", "the byte 0xe9 at 3 is not UTF-8; save the file as UTF-8"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        text_of(data)


def test_nothing() -> None:
    with pytest.raises(ValueError, match="there is nothing in it"):
        draft(" \n")


@pytest.mark.parametrize(
    ("text", "above", "below"), [("---\n---\n", 2, 0), ("---\ndate: 2019-05-03\n---\n\n***\n", 3, 1), ("***\n", 0, 1)]
)
def test_a_post_without_words_is_refused(text: str, above: int, below: int) -> None:
    seen = f"lines of front matter: {above}, of text or marks below: {below}"
    with pytest.raises(ValueError, match=rf"^no words that could name the event are in it \({seen}\); write a title$"):
        draft(text)


RECOGNISER = """
from eventnotes.draft.claim import Claim, Words

def trams(mentions):
    for block in mentions.view.blocks:
        at = block.text.find("trams")
        if at >= 0:
            yield Claim("lesson", Words(block, at, at + {size}), "trams", "a-word", 0.9)
"""


def plug_in(folder: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    (folder / "tram_recogniser.py").write_text(RECOGNISER.format(size=size))
    info = folder / "tram_recogniser-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tram-recogniser\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[eventnotes.recognisers]\ntrams = tram_recogniser:trams\n")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "tram_recogniser", raising=False)
    installed_recognisers.cache_clear()


@pytest.fixture
def _no_plug_ins_after() -> Iterator[None]:
    yield
    installed_recognisers.cache_clear()


@pytest.mark.usefixtures("_no_plug_ins_after")
def test_a_recogniser_of_another_package_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(tmp_path, monkeypatch, 5)
    made = draft("# Tram Days 2019\n\nIt was about trams.\n")
    assert [one.text for one in made.event.lessons] == ["trams"]
    assert [(one.recogniser, one.form, one.exact) for one in made.evidence if one.path == "lessons[0].text"] == [
        ("trams", "a-word", "trams")
    ]


@pytest.mark.usefixtures("_no_plug_ins_after")
def test_a_recogniser_has_to_quote_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(tmp_path, monkeypatch, 500)
    with pytest.raises(ValueError, match="the recogniser trams claims words that do not stand in the source"):
        draft("# Tram Days 2019\n\nIt was about trams.\n")


FAILING = {
    "def trams(mentions):\n    raise KeyError('tram')\n": "the recogniser trams fails: KeyError: 'tram'",
    "def trams(mentions):\n    raise SystemExit(3)\n": "the recogniser trams fails: SystemExit: 3",
    "def trams(mentions):\n    return None\n": (
        "the recogniser trams fails: TypeError: 'NoneType' object is not iterable"
    ),
    "def trams(mentions):\n    yield 1\n": 'the recogniser trams yields "1", which is no claim',
    "trams = 1\n": 'the recogniser trams is "1", which is no function',
    "raise OSError('no rails')\n": "the recogniser trams cannot be loaded: OSError: no rails",
    RECOGNISER.format(size=500): "the recogniser trams claims words that do not stand in the source",
}


@pytest.mark.usefixtures("_no_plug_ins_after")
@pytest.mark.parametrize(("code", "message"), FAILING.items())
def test_a_draft_goes_on_without_a_recogniser_that_fails(
    code: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.md").write_text("# Tram Days 2019\n\nIt was about trams.\n")
    monkeypatch.chdir(tmp_path)
    without = CliRunner().invoke(eventnotes, ["draft", "x.md"])
    plug_in(tmp_path, monkeypatch, 5)
    (tmp_path / "tram_recogniser.py").write_text(code)
    done = CliRunner().invoke(eventnotes, ["draft", "x.md"])
    assert (done.exit_code, done.stdout) == (0, without.stdout)
    assert done.stderr == f"x.md: left out: tram-recogniser (tram_recogniser:trams): {message}\n"
    with pytest.raises(ValueError, match=re.escape(f"tram-recogniser (tram_recogniser:trams): {message}")):
        draft("# Tram Days 2019\n\nIt was about trams.\n")
