"""Authorship: whether a post's author says to have spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, compiled
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions, folded

SPOKE = Form(
    "author-spoke",
    r"(?=[IMOmo])\b(?:(?P<who>I)\s+(?:\w+ly\s+|also\s+|then\s+|just\s+|even\s+|\w+ in and\s+)?"
    r"(?:(?:gave|presented|delivered|led|co-?led|hosted|facilitated|taught|moderated|chaired|lectured|keynoted"
    r"|co-?presented)\b|ran (?:an?|the|my)\s+(?:[\w-]+\s+)?(?:session|workshop|talk|tutorial)\b"
    r"|(?:was|sat|spoke) on (?:an?|the)\s+(?:[\w-]+\s+)?(?:panel|stage)\b|joined (?:an?|the)\s+(?:[\w-]+\s+)?panel\b)"
    r"|(?P<mine>[Mm]y|[Oo]ur)\s+(?:own\s+|first\s+|short\s+|lightning\s+)?(?:talk|presentation|workshop|keynote)\b"
    r"|(?P<one>one)\s+of\s+the\s+(?:speakers|panell?ists|presenters)\b)",
    0.85,
    (
        ("I also gave a talk on trams.", "I"),
        ("It was time for my talk.", "my"),
        ("I ran a quick session on trams.", "I"),
        ("I was on a panel about rain.", "I"),
        ("I jumped in and moderated a session.", "I"),
        ("I had the honour to be one of the panelists.", "one"),
    ),
    needs=("I ", "my ", "My ", "our ", "Our ", "one of"),
)
_NOBODY = frozenset(["admin", "administrator", "author", "editor", "guest", "root", "staff", "unknown", "webmaster"])
"""What sites call an author whose name they do not tell."""
_NOT_MINE = compiled(r"(?i)\b(?:favou?rite|best|enjoyed|loved|of)\s+(?:\w+\s+){0,3}\Z")


def spoken(mentions: Mentions, authors: Sequence[str]) -> Claim | None:
    """That the post's only author spoke, where the post says so in the first person."""
    if len(authors) != 1 or not authors[0].strip() or "," in authors[0] or authors[0].strip().lower() in _NOBODY:
        return None
    for block in mentions.view.blocks:
        if block.kind not in ("paragraph", "item") or block.quoted or block.tag:
            continue
        for match in SPOKE.search(block.text):
            place, end = match.span(match.lastgroup or 0)
            if match.lastgroup == "one" and not re.search(r"\bI\b", block.text[:place]):
                continue
            if _NOT_MINE.search(block.text[:place]) or block.text[:place].count("“") > block.text[:place].count("”"):
                continue
            figure = _figure(mentions, authors[0])
            if not figure.mentions:
                figure.mentions.append(Mention(figure, block, place, end, full=False))
            words = Words(block, *match.span())
            return Claim("speaker", words, "speaking", SPOKE.name, SPOKE.confidence, authors[0], (figure,))
    return None


def _figure(mentions: Mentions, name: str) -> Figure:
    key = [folded(one) for one in name.split()]
    for figure in mentions.figures:
        parts = [folded(one) for one in figure.parts]
        if (parts[0], parts[-1]) == (key[0], key[-1]):
            return figure
    return Figure(" ".join(name.split()), known=True)
