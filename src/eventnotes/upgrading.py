"""Upgrading: a text that is written for an older version of the schema, written for the newest, step by step."""

from __future__ import annotations

from collections.abc import Callable

from eventnotes.decoding import lines_of
from eventnotes.document import Document
from eventnotes.edit import apply, differences
from eventnotes.formats import Root
from eventnotes.formatting import Formatted, Proof
from eventnotes.source import Edit

Step = Callable[[Root], list[Edit]]


def name_version(root: Root) -> list[Edit]:
    """0 → 1: a source that names no version names the first one. What it says is the same."""
    return [root.added("eventnotes", 1)]


STEPS: tuple[Step, ...] = (name_version,)
"""From each version to the next: the source's root mapping → the edits of its text."""


def version_of(root: Root) -> int:
    """The version that a source names; 0 where it names none."""
    inside = root.data.get("event")
    named = [one.get("eventnotes") for one in (root.data, inside) if isinstance(one, dict)]
    return next((one for one in named if isinstance(one, int)), 0)


def upgraded(document: Document) -> Formatted:
    """A write-up with its text as the newest version of the schema has it.

    The new text reads as the same event with no new findings; where it would not, the text is left as it is.

    Raises:
        InvalidWriteUp: where reading found errors, such as a version that is newer than ours.
    """
    proof = Proof(document)
    read_root = document.format.root
    if read_root is None:  # a format that names no version
        return Formatted(document.text)
    source = text = lines_of(document.text)
    for step in STEPS[version_of(read_root(text, document.limits)) :]:
        text = apply(text, step(read_root(text, document.limits)))
    edits = differences(source, text)
    new = apply(document.text, edits)
    return Formatted(new, edits) if not edits or proof.holds(new) else Formatted(document.text, left=(1,))
