"""Evidence: for every value of a draft, the words of the source that it rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from eventnotes.draft.writing.placing import Story
from eventnotes.model import Event

_CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one value rests on.

    Attributes:
        path: the value's place in the event: `sessions[0].quotes[1].text`; of a cut `cut`.
        exact: the words as they stand in the source.
        start, end: their range in the source, in code points: `source[start:end] == exact`.
        recogniser, form: who found it, and in which form.
        confidence: how often such a find is right, from 0 to 1.
    """

    path: str
    exact: str
    start: int
    end: int
    recogniser: str
    form: str
    confidence: float

    def data(self, source: str) -> dict[str, Any]:
        """As JSON has it, with the selector of the W3C's Web Annotation Data Model (TextQuoteSelector)."""
        selector = {
            "type": "TextQuoteSelector",
            "exact": self.exact,
            "prefix": source[max(0, self.start - _CONTEXT) : self.start],
            "suffix": source[self.end : self.end + _CONTEXT],
        }
        return {**asdict(self), "selector": selector}


def evidence_of(source: str, event: Event, story: Story) -> list[Evidence]:
    """The evidence of a draft, in the order of the event's fields."""
    paths = dict(_paths(event))
    found = []
    for kind, item_id, field, claim, words in story.origins:
        base = paths.get((kind, item_id)) if item_id else ""
        if base is None:
            continue
        start, end = words.span
        path = f"{base}.{field}" if base else field
        found.append(Evidence(path, source[start:end], start, end, claim.recogniser, claim.form, claim.confidence))
    return found


def _paths(event: Event) -> Iterator[tuple[tuple[str, str], str]]:
    for place, speaker in enumerate(event.speakers):
        yield ("speaker", str(speaker.id)), f"speakers[{place}]"
    owners: list[tuple[str, Any]] = [("", event)]
    owners += [(f"sessions[{place}].", one) for place, one in enumerate(event.sessions)]
    for prefix, owner in owners:
        if prefix:
            yield ("session", str(owner.id)), prefix[:-1]
        for name in ("quotes", "lessons", "frameworks"):
            for place, item in enumerate(getattr(owner, name)):
                yield (name[:-1], str(item.id)), f"{prefix}{name}[{place}]"


def as_json(source: str, found: Sequence[Evidence]) -> bytes:
    """A JSON list of evidence."""
    return (json.dumps([one.data(source) for one in found], ensure_ascii=False, indent=2) + "\n").encode(
        "utf-8", "backslashreplace"
    )
