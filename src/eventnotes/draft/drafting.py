"""Drafting: a source becomes a draft, in one way: view, mentions, claims, findings, story, event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from pydantic import ValidationError

from eventnotes.draft import chrome
from eventnotes.draft.claim import Claim, Recogniser
from eventnotes.draft.event import dates, facts, organizers
from eventnotes.draft.evidence import Evidence, evidence_of
from eventnotes.draft.findings import Findings
from eventnotes.draft.installed import installed_claims
from eventnotes.draft.items import attributions, frameworks, lessons, quotes
from eventnotes.draft.people import presenting, roles
from eventnotes.draft.reading.finished import refuse_write_up
from eventnotes.draft.reading.folder import Notes
from eventnotes.draft.reading.header import Header, header_of
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.page import Page, is_page, page_of
from eventnotes.draft.reading.soundness import Fault, sound
from eventnotes.draft.reading.source import Origin, plain_text
from eventnotes.draft.reading.view import View
from eventnotes.draft.resolver import resolved
from eventnotes.draft.talks import bylines, captions, labelled, listings, marked, posts, sessions, timetable
from eventnotes.draft.writing.placing import Story
from eventnotes.draft.writing.story import Telling
from eventnotes.formats.markdown.telling import Plan
from eventnotes.formats.markdown.writer import data_of, introducible, natural, written
from eventnotes.model import Event

RECOGNISERS: tuple[Recogniser, ...] = tuple(
    one.recognise
    for one in (
        labelled,
        captions,
        chrome,
        facts,
        organizers,
        dates,
        presenting,
        bylines,
        roles,
        listings,
        posts,
        timetable,
        sessions,
        marked,
        attributions,
        quotes,
        lessons,
        frameworks,
    )
)


@dataclass(frozen=True)
class Draft:
    """What a source says of its event.

    Attributes:
        source: the source.
        body: where its body begins.
        faults: what stands above the body, or above that of a note, and could not be taken.
        origins: of the parts of the source, in order, where they come from; none for a page, which became Markdown.
        event: the event; the status of its write-up is `draft`.
        findings: what was decided, what was doubted, and what was cut.
        story: where every value came from.
    """

    source: str
    body: int
    faults: list[Fault]
    event: Event
    findings: Findings
    story: Story
    origins: tuple[Origin, ...] = (Origin(0),)

    def place(self, offset: int) -> tuple[str, int] | None:
        """The file of a folder, else nothing, and the line there of an offset in the source; None for a page."""
        if not self.origins:
            return None
        part = self.origins[max(bisect_right(self.origins, offset, key=lambda one: one.start) - 1, 0)]
        return part.file, part.line + self.source.count("\n", part.start, offset)

    @cached_property
    def evidence(self) -> list[Evidence]:
        """For every value that was found, the words it rests on."""
        return evidence_of(self.source, self.event, self.story)

    @cached_property
    def cuts(self) -> list[Evidence]:
        """What was left out of the narrative because it is not the post's."""
        found = [
            Evidence("cut", self.source[start:end], start, end, one.recogniser, one.form, one.confidence)
            for one, (start, end) in self.story.cuts
        ]
        above = self.source[: self.body]
        is_read = all(one.fate != "not read" or one.file for one in self.faults)
        return found if is_read else [Evidence("cut", above, 0, self.body, "header", "front-matter", 1.0), *found]

    @cached_property
    def markdown(self) -> str:
        """The draft as a write-up: the post's own text, and what was found in it.

        Raises:
            ValueError: for a source that no write-up can hold.
        """
        data = data_of(self.event)
        plan = Plan(
            under_event=set(self.story.inside),
            introduced=introducible(data, self.story.inside),
            words=dict(self.story.words),
            above=self.story.above,
        )
        post = natural(self.event, data, plan)
        return post.text if post is not None else written(self.event).text


def draft(text: str, *, html: bool | None = None, failures: list[str] | None = None) -> Draft:
    """Draft a write-up from a post.

    Args:
        text: the post: Markdown or plain text, with front matter of any kind or none, or an HTML page. The draft's
            source is the text with LF line ends and without control characters; of a page, the page as Markdown.
        html: whether it is a page; by default, whether it begins like one.
        failures: gets a line for each recogniser of another package that fails; the draft goes on without it.

    Raises:
        ValueError: where there is nothing in it, it is a write-up already, a page has no article, or, without
            `failures`, a recogniser fails.
        LookupError: for a page, where the extra html-in is not installed.
    """
    if not text.strip():
        raise ValueError("there is nothing in it")
    text = plain_text(text)
    refuse_write_up(text)
    page = page_of(text) if (is_page(text) if html is None else html) else None
    return _drafted(text if page is None else page.text, failures, page=page)


def draft_notes(notes: Notes, failures: list[str] | None = None) -> Draft:
    """Draft one write-up from the notes of one event, a file a talk; the draft's source is their text."""
    return _drafted(notes.text, failures, notes=notes)


def _drafted(
    text: str,
    failures: list[str] | None,
    *,
    page: Page | None = None,
    notes: Notes | None = None,
) -> Draft:
    talks, name = (notes.talks, notes.name) if notes is not None else ((), "")
    header = header_of(text)
    view = View(text, header.body, header.blocks)
    mentions = Mentions(view)
    claims = [*claims_of(mentions, failures), *(chrome.around(view, page.start, page.end) if page is not None else ())]
    findings = resolved(mentions, claims, authors_of(header), [*header.write_up.get("extra", {})], talks)
    try:
        story = Telling(view, findings, header, name).tell()
        event = Event.model_validate(story.data)
    except ValidationError:  # the header has values that no event can hold
        header = sound(header)
        story = Telling(view, findings, header, name).tell()
        event = Event.model_validate(story.data)
    made = Draft(text, header.body, header.faults, event, findings, story, () if page is not None else (Origin(0),))
    if notes is None:
        return made
    faults = [one._replace(file=notes.origins[0].file) for one in header.faults]
    return replace(made, faults=[*faults, *notes.faults], origins=notes.origins)


def claims_of(mentions: Mentions, failures: list[str] | None = None) -> Iterator[Claim]:
    """What all recognisers claim, in their order; `failures` as in `draft`."""
    for recognise in RECOGNISERS:
        yield from recognise(mentions)
    yield from installed_claims(mentions, failures)


def authors_of(header: Header) -> list[str]:
    """The names of those who wrote a post."""
    return [str(one.get("name", "")) for one in header.write_up.get("authors", ()) if isinstance(one, dict)]
