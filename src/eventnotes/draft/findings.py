"""Findings: what the resolver has decided a source says, each item with its claims."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.reading.mentions import Figure
from eventnotes.draft.reading.runs import Block


@dataclass(eq=False)
class FoundSession:
    """A session: its heading, if it has one, and who spoke."""

    claim: Claim
    title: Words | None
    figures: list[Figure]
    heading: Block | None
    whole: bool = False
    """Whether the post is the session."""


@dataclass(eq=False)
class Findings:
    """What a source says.

    Attributes:
        speakers: persons with the claim that convinced most, and their roles.
        told_roles: roles of everybody who has one.
        doubted: claims under the floor.
        cuts: what is not of the post.
    """

    facts: dict[str, Claim] = field(default_factory=dict)
    organizers: list[Claim] = field(default_factory=list)
    speakers: dict[Figure, Claim] = field(default_factory=dict)
    roles: dict[Figure, list[Claim]] = field(default_factory=dict)
    told_roles: dict[Figure, list[Claim]] = field(default_factory=dict)
    sessions: list[FoundSession] = field(default_factory=list)
    quotes: list[Claim] = field(default_factory=list)
    lessons: list[Claim] = field(default_factory=list)
    frameworks: list[Claim] = field(default_factory=list)
    cuts: list[Claim] = field(default_factory=list)
    doubted: list[Claim] = field(default_factory=list)
