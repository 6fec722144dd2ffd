"""Headings whose words say what the first list below them holds."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"^(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten) ")
_LESSONS_HEADINGS = frozenset(
    [
        "key learnings",
        "key lessons",
        "key take aways",
        "key takeaways",
        "learnings",
        "lessons",
        "lessons learned",
        "lessons learnt",
        "main takeaways",
        "my takeaways",
        "quick takeaways",
        "take aways",
        "takeaways",
        "things i learned",
        "things i learnt",
        "what i learned",
        "what i learnt",
        "what i took home",
        "what we learned",
        "what we learnt",
    ]
)
KIND_WORDS = {
    "keynotes": "keynote",
    "keynote": "keynote",
    "talks": "talk",
    "lightning talks": "lightning talk",
    "panels": "panel",
    "workshops": "workshop",
    "tutorials": "tutorial",
    "roundtables": "roundtable",
    "round tables": "roundtable",
    "demos": "demo",
    "posters": "poster",
}


def fold_heading(heading: str) -> str:
    """A heading as it is compared: case, hyphens, emphasis and a mark at its end do not count."""
    return " ".join(heading.replace("*", "").rstrip(" :.!…").lower().replace("-", " ").split())


def is_lessons_heading(folded: str) -> bool:
    """Whether a heading, in lower case and with spaces for hyphens, is one of lessons; a count before it is ignored."""
    return folded in _LESSONS_HEADINGS or _NUMBERED.sub("", folded) in _LESSONS_HEADINGS
