"""Links: the organization beside a name that a link tells."""

from __future__ import annotations

import re

from eventnotes.draft.people.organizations import Role
from eventnotes.draft.people.tokens import is_role, trimmed
from eventnotes.draft.reading.mentions import PROFILE, Mentions
from eventnotes.draft.reading.runs import Block

_GOES_ON = re.compile(r",|\s(?:and|&)\s")


def clipped(block: Block, role: Role) -> Role:
    """A role whose organization, if it is a link before a comma, `and` or the title, is that link."""
    start, end = role.organization if role.organization != (0, 0) else role.title
    link = block.link_at(start, start + 1) if start < end else None
    if link is None or link.start != start or not start < link.end < end:
        return role
    linked = trimmed(block.text, start, link.end)
    if role.organization == (0, 0):
        named = block.text[start].isupper() and not any(map(is_role, block.text[start : link.end].split()))
        return Role(trimmed(block.text, link.end, end), linked) if named else role
    return Role(role.title, linked) if _GOES_ON.match(block.text, link.end) else role


def home(mentions: Mentions, block: Block, start: int) -> Role | None:
    """The organization that is all the words of a link to its own site, no title among them."""
    link = block.link_at(start, start + 1)
    if link is None or link.start != start or PROFILE.match(link.url) or mentions.within(block, start, link.end):
        return None
    words = block.text[start : link.end]
    named = link.is_home_of(words) and not any(map(is_role, words.split()))
    return Role((0, 0), trimmed(block.text, start, link.end)) if named else None


def linked(block: Block, start: int) -> Role | None:
    """The organization that is all the words of a link."""
    link = block.link_at(start, start + 4)
    if (
        link is None
        or not start <= link.start <= start + 4
        or not 0 < len(block.text[link.start : link.end].split()) < 5
    ):
        return None
    handle = block.text.startswith("@", link.start)
    return None if handle else Role((0, 0), trimmed(block.text, link.start, link.end))
