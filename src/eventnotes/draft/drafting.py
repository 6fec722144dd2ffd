"""Drafting: a source becomes a draft, in one way: view, mentions, claims, findings, story, event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from eventnotes.draft import chrome, dates, event, frameworks, lessons, people, quotes, roles, sessions
from eventnotes.draft.claim import Claim, Recogniser
from eventnotes.draft.evidence import Evidence, evidence_of
from eventnotes.draft.findings import Findings
from eventnotes.draft.header import Header, header_of
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.resolver import resolved
from eventnotes.draft.story import Story, Telling
from eventnotes.draft.view import View
from eventnotes.formats.markdown.telling import Plan
from eventnotes.formats.markdown.writer import data_of, introducible, natural, written
from eventnotes.model import Event

RECOGNISERS: tuple[Recogniser, ...] = tuple(
    one.recognise for one in (chrome, event, dates, people, roles, sessions, quotes, lessons, frameworks)
)


@dataclass(frozen=True)
class Draft:
    """What a source says of its event.

    Attributes:
        source: the source.
        body: where its body begins.
        event: the event; the status of its write-up is `draft`.
        findings: what was decided, what was doubted, and what was cut.
        story: where every value came from.
    """

    source: str
    body: int
    event: Event
    findings: Findings
    story: Story

    @cached_property
    def evidence(self) -> list[Evidence]:
        """For every value that was found, the words it rests on."""
        return evidence_of(self.source, self.event, self.story)

    @cached_property
    def cuts(self) -> list[Evidence]:
        """What was left out of the narrative because it is not the post's."""
        return [
            Evidence("cut", self.source[start:end], start, end, one.recogniser, one.form, one.confidence)
            for one, (start, end) in self.story.cuts
        ]

    @cached_property
    def markdown(self) -> str:
        """The draft as a write-up: the post's own text, and what was found in it.

        Raises:
            ValueError: for a source that no write-up can hold.
        """
        data = data_of(self.event)
        plan = Plan(under_event=set(self.story.inside), introduced=introducible(data))
        post = natural(self.event, data, plan)
        return post.text if post is not None else written(self.event).text


def draft(text: str) -> Draft:
    """Draft a write-up from a post.

    Args:
        text: the post: Markdown or plain text, with front matter of any kind or none.

    Raises:
        ValueError: where there is nothing in it.
    """
    if not text.strip():
        raise ValueError("there is nothing in it")
    header = header_of(text)
    view = View(text, header.body, header.blocks)
    mentions = Mentions(view)
    findings = resolved(mentions, _claims(mentions), _authors(header), [*header.write_up.get("extra", {})])
    story = Telling(view, findings, header).tell()
    return Draft(text, header.body, Event.model_validate(story.data), findings, story)


def _claims(mentions: Mentions) -> Iterator[Claim]:
    for recognise in RECOGNISERS:
        yield from recognise(mentions)


def _authors(header: Header) -> list[str]:
    return [str(one.get("name", "")) for one in header.write_up.get("authors", ()) if isinstance(one, dict)]
