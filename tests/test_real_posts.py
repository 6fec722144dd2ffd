"""Eighty posts that people published: each becomes a write-up by one line, and keeps all its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import eventnotes as en
from eventnotes.diagnostic import Severity
from eventnotes.formats.markdown.labels import LABELS
from eventnotes.notes import placeholders

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "write-ups"
POSTS = sorted(one for one in CORPUS.rglob("*") if one.is_file())
JULIA = "blog__2021__07__juliacon2021.md"
"""Franklin writes Julia between its +++ lines, and `Date(2021, 07, 26)` is no TOML."""
READABLE = [one for one in POSTS if one.name != JULIA]
FRONTS = ("---\nevent: A real event\n---\n", "+++\nevent = 'A real event'\n+++\n", '{"event": "A real event"}\n')
LABEL_WORDS = {word for label in LABELS for word in re.findall(r"\w+", label.lower())}

pytestmark = pytest.mark.skipif(not POSTS, reason="the corpus is not here")


def with_event(text: str) -> tuple[str, str]:
    """The post with an `event:` line in its front matter, which it gets where it has none; and its body."""
    fence = text.split("\n", 1)[0].rstrip()
    if fence in ("---", "+++"):
        _, inside, body = re.split(rf"^{re.escape(fence)}[ \t]*\n", text, maxsplit=2, flags=re.MULTILINE)
        line = "event: A real event\n" if fence == "---" else 'event = "A real event"\n'
        return f"{fence}\n{line}{inside}{fence}\n{body}", body
    return f"---\nevent: A real event\n---\n{text}", text


def narrative(event: en.Event) -> list[str]:
    """The words of the notes in the order of the story, without placeholders."""

    def told(owner: en.Event | en.Session) -> list[str]:
        notes, at, words = owner.notes or "", 0, list[str]()
        sessions = {one.id: one for one in event.sessions}
        inside = {("session", one) for one in sessions}
        for kind, items in (("quote", owner.quotes), ("lesson", owner.lessons), ("framework", owner.frameworks)):
            inside |= {(kind, one.id) for one in items}
        for found in placeholders(notes):
            if (found.kind, found.id) in inside:
                words += notes[at : found.start].split()
                words += told(sessions[found.id]) if found.kind == "session" else []
                at = found.end
        return words + notes[at:].split()

    return told(event)


def not_told(body: str, event: en.Event) -> list[str]:
    """The words of the body that are not in the narrative, which is in the body's order."""
    told = iter([*narrative(event), None])
    expected, left = next(told), []
    for word in body.split():
        if word == expected:
            expected = next(told)
        else:
            left.append(word)
    assert expected is None, f"the story says {expected!r} where the post does not"
    return left


def read(path: Path) -> tuple[en.Document, str]:
    text, body = with_event(path.read_text(encoding="utf-8"))
    return en.read(text=text, format="markdown"), body


@pytest.mark.parametrize("path", READABLE, ids=[one.stem[-40:] for one in READABLE])
def test_every_word_of_a_post_is_in_its_event(path: Path) -> None:
    document, body = read(path)
    assert document.is_write_up
    event = document.event
    assert event is not None
    assert event.name == "A real event"
    items = event.replace(notes=None).model_dump_json().lower()
    lost = [
        part
        for word in not_told(body, event)
        for part in re.findall(r"\w+", word.lower())
        if part not in items and part not in LABEL_WORDS
    ]
    assert lost == []


def test_at_least_78_of_80_read_without_an_error() -> None:
    with_errors = []
    for path in POSTS:
        document, _ = read(path)
        errors = [str(one) for one in document.diagnostics if one.severity is Severity.ERROR]
        with_errors += [(path.name, errors)] if errors else []
    assert len(POSTS) == 80
    assert with_errors == [(JULIA, ["-:11:4: error toml-syntax not TOML: Invalid value"])]


def test_those_without_items_are_kept_word_for_word() -> None:
    whole = 0
    for path in READABLE:
        document, body = read(path)
        assert document.event is not None
        if not list(placeholders(document.event.notes or "")):
            assert (document.event.notes or "").split() == body.split()
            whole += 1
    assert whole >= 50


def test_a_post_without_a_front_matter_can_have_any_of_the_three() -> None:
    plain = [one for one in POSTS if one.read_text(encoding="utf-8")[:3] not in ("---", "+++")]
    assert len(plain) == 31
    for path in plain:
        body = path.read_text(encoding="utf-8")
        for front in FRONTS:
            document = en.read(text=front + body)
            assert document.event is not None
            assert document.event.name == "A real event"
            assert not_told(body, document.event) == not_told(body, read(path)[0].event or document.event)
