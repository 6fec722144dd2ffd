"""Written Markdown before judges that share no code with us: two CommonMark renderers, and YAML of 1.1 and of 1.2."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import marko
import pytest
import yaml
from hypothesis import given
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

import eventnotes as en
from eventnotes import testing
from laws import EXAMPLES

Render = Callable[[str], str]
RENDERERS: tuple[Render, ...] = (MarkdownIt("commonmark").render, marko.convert)
JUDGES = pytest.mark.parametrize("render", RENDERERS, ids=["markdown-it", "marko"])
BLOCKS = ("p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul")


class Page(HTMLParser):
    """A rendered page: per element, its tag, the tags around it, and the text in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...], list[str]]] = []
        self.opened: list[tuple[str, tuple[str, ...], list[str]]] = []
        self.feed(html)
        self.close()
        self.found = {(tag, " ".join("".join(text).split())) for tag, _, text in self.elements}
        self.items = {
            (around[-1], " ".join("".join(text).split())) for tag, around, text in self.elements if tag == "li"
        }

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in BLOCKS:
            self.opened.append((tag, tuple(one for one, _, _ in self.opened), []))
            self.elements.append(self.opened[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.opened.pop()

    def handle_data(self, data: str) -> None:
        for _, _, text in self.opened:
            text.append(data)

    def texts(self, *tags: str) -> set[str]:
        """The texts of all elements of these tags, with single spaces."""
        return {text for tag, text in self.found if tag in tags}


def split(event: en.Event) -> tuple[str, str]:
    """Front matter and body, at the lines that every site generator knows."""
    opening, front, body = re.split(r"^---\n", en.write(event, "markdown").decode(), maxsplit=2, flags=re.MULTILINE)
    assert opening == ""
    return front, body


def shown(render: Render, markdown: str) -> str:
    """The text of a piece of Markdown, as the renderer shows it."""
    return " ".join("".join(re.split(r"<[^>]*>", render(markdown))).split())


def headings(event: en.Event, render: Render) -> Iterator[tuple[str, str]]:
    """Where each title has to be: in a heading, or, of the session that is the whole post or an item, in a list."""
    names = {one.id: one.name for one in event.speakers}
    for one in event.sessions:
        title = shown(render, one.title) if one.title else " and ".join(names[who] for who in one.speakers)
        listed = f"- <!-- session: {one.id} -->" in (event.notes or "")
        whole = (event.notes or "").startswith(f"<!-- session: {one.id} -->")
        if one.title or not whole:
            yield ("li" if listed or whole else "h"), title


def unescaped(text: str) -> str:
    return text.replace("&quot;", '"').replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def judge(event: en.Event, render: Render) -> None:
    """Everything that the event says is seen on the page, as what it is."""
    body = split(event)[1]
    page, whole = Page(render(body)), shown(render, body)
    text = {name: unescaped(shown(render, name)) for name in texts(event)}
    quotes, blocks = page.texts("blockquote"), page.texts("p", "li")
    for _, quote in event.every(en.Quote):
        start = f"{text[quote.text]} —"
        assert any(one.startswith(start) for one in quotes), start
    for _, lesson in event.every(en.Lesson):
        wanted = re.compile(rf"(?:Lesson(?: \([^)]*\))?: )?{re.escape(text[lesson.text])}(?: |$)")
        assert any(wanted.match(one) for one in blocks), lesson.text
        for action in lesson.actions:
            assert any(text[action.text] in one for one in page.texts("li")), action.text
    for _, framework in event.every(en.Framework):
        name = re.compile(rf"Framework(?: \([^)]*\))?: {re.escape(text[framework.name])}$")
        assert any(name.match(one) for one in page.texts("p")), framework.name
        for one in framework.elements:
            said = text[one.title] + (f" — {text[one.text]}" if one.text else "")
            assert ("ol" if framework.ordered else "ul", said) in page.items
    for tag, title in headings(event, render):
        tags = ("li",) if tag == "li" else ("h2", "h3")
        assert any(unescaped(title) in one for one in page.texts(*tags)), title
    for notes in (event.notes, *(one.notes for one in event.sessions)):
        for block in (notes or "").split("\n\n"):
            assert shown(render, block) in whole
    for session in event.sessions:
        for label, value in (("Room", session.room), ("Track", session.track), ("Language", session.language)):
            assert not value or f"{label}: {value}" in page.texts("li")


def texts(event: en.Event) -> set[str]:
    """Every Markdown text of the event's items."""
    found = {one.text for _, one in event.every(en.Quote)} | {one.text for _, one in event.every(en.Lesson)}
    found |= {action.text for _, one in event.every(en.Lesson) for action in one.actions}
    for _, framework in event.every(en.Framework):
        found |= {framework.name, *(text for one in framework.elements for text in (one.title, one.text) if text)}
    return found


@JUDGES
@given(testing.plain_events())
def test_a_page_shows_what_the_event_says(render: Render, event: en.Event) -> None:
    judge(event, render)


@JUDGES
@pytest.mark.parametrize("path", [one for one in EXAMPLES if one.suffix == ".md"], ids=lambda one: one.name)
def test_a_page_shows_what_the_examples_say(render: Render, path: Path) -> None:
    judge(en.load(path), render)


@given(testing.events() | testing.plain_events())
def test_yaml_1_1_and_1_2_read_the_front_matter_alike(event: en.Event) -> None:
    front, _ = split(event)
    old, new = yaml.safe_load(front), YAML(typ="safe", pure=True).load(front)
    assert json.dumps(old) == json.dumps(new)
    said = old["event"] if isinstance(old["event"], dict) else {"name": old["event"]}
    assert said["name"] == event.name
    for field in ("start", "end", "summary", "series", "language", "timezone", "website"):
        assert said.get(field) == (None if getattr(event, field) is None else str(getattr(event, field)))
    assert said.get("tags", []) == list(event.tags)
    assert json.dumps(said.get("extra", {})) == json.dumps(event.extra)
    post = old | {"license": said["write_up"].get("license")} if "write_up" in said else old
    if event.write_up is not None:
        assert post.get("license") == event.write_up.license
