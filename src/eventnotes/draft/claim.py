"""Claim: what a recogniser says a source says, with the words that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from eventnotes.draft.reading.mentions import Figure, Mentions
from eventnotes.draft.reading.native import Written
from eventnotes.draft.reading.runs import Block

Kind = Literal[
    "name", "start", "end", "venue", "organizer", "speaker", "role", "session", "quote", "lesson", "framework", "cut"
]

KINDS: tuple[str, ...] = get_args(Kind)


class Words(NamedTuple):
    """A range of a block's plain text."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words, on one line."""
        return " ".join(self.block.text[self.start : self.end].split())

    @property
    def span(self) -> tuple[int, int]:
        """Their range in the source, in code points."""
        return self.block.span(self.start, self.end)


@dataclass(eq=False, slots=True)
class Claim:
    """One thing that a source is said to say.

    Attributes:
        kind: what it is about.
        words: what it rests on.
        recogniser, form: who found it, and in which form.
        confidence: how often such a find is right, from 0 to 1.
        value: what the words come to, where that is not the words: a date in ISO form, a reason for a cut.
        figures: the persons it is about: who speaks, who said it.
        parts: words by name: title and organization of a role, title of a session, elements of a framework,
            `more` paragraphs of a quote.
        until: for a cut, its last block.
        written: the item that a reader of write-ups takes there; of a person, the one that has the label.
    """

    kind: Kind
    words: Words
    recogniser: str
    form: str
    confidence: float
    value: str = ""
    figures: tuple[Figure, ...] = ()
    parts: Mapping[str, tuple[Words, ...]] = field(default_factory=dict)
    until: Block | None = None
    written: Written | None = None

    def part(self, name: str) -> Words | None:
        """The words of a part that there is once."""
        found = self.parts.get(name)
        return found[0] if found else None


Recogniser = Callable[[Mentions], Iterable[Claim]]
"""Looks at a source, through the persons named in it, and says what it says."""
