"""Rules about quotes and the placeholders of items in the narrative."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from eventnotes.building import PLURALS
from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.notes import KINDS, Placeholder, placeholder, placeholders
from eventnotes.rules._finding import Finding, all_frameworks, all_lessons, all_quotes, fences, narrative, owners
from eventnotes.slips import slips
from eventnotes.source import Loc, Remedy, covers


def unknown_quote(event: Event) -> Iterator[Finding]:
    """The evidence of a lesson names a quote that does not exist.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          quotes:
            - id: ask-first
              text: Ask first, build later.
          lessons:
            - text: Ask before you build.
              evidence: [ask-frist]
        ---

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          quotes:
            - id: ask-first
              text: Ask first, build later.
          lessons:
            - text: Ask before you build.
              evidence: [ask-first]
        ---
    """
    named = [
        ((*loc, "evidence", at), one) for loc, lesson in all_lessons(event) for at, one in enumerate(lesson.evidence)
    ]
    known = {quote.id for _, quote in all_quotes(event)} if named else set()
    for where, one in named:
        if one not in known:
            yield _unknown_quote(where, one, known)


def _unknown_quote(where: Loc, written: str, known: set[str | None]) -> Finding:
    message, help = f"no quote has the id {quoted(written)}", "write the id of a quote, or remove it"
    near = slips(written, sorted(one for one in known if one is not None))
    if len(near) != 1:
        return Finding(where, message, help)
    remedy = Remedy((near[0],), changes=(where,), meant=near[0])
    return Finding(where, f"{message}; did you mean {near[0]}?", f"write {near[0]}", remedy=remedy)


def dangling_placeholder(event: Event) -> Iterator[Finding]:
    """A placeholder in the narrative names no item.

    `<!-- quote: some-id -->` on a line of its own stands for an item given under `event:`. One that names nothing is
    plain text, and the item it was written for appears elsewhere or is missing.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        She said it better than I could:

        <!-- quote: ask-first -->

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          quotes:
            - id: ask-first
              text: Ask first, build later.
              source: https://example.org/talk
        ---

        She said it better than I could:

        <!-- quote: ask-first -->
    """
    text, items = narrative(event), len(event.sessions)
    items += len(all_quotes(event)) + len(all_lessons(event)) + len(all_frameworks(event))
    if text.count("<") == items or text.count("<!-- ") == items:  # each has its placeholder
        return
    for owner, loc in owners(event):
        notes = owner.notes or ""
        known = {(kind, item.id) for kind in KINDS for item in getattr(owner, PLURALS[kind], ())}
        lines: Counter[tuple[str, str]] = Counter()
        told: set[tuple[str, str]] = set()
        hidden = fences(notes)
        helps = {kind: f"give the {kind} that id under event:, or remove the line" for kind in KINDS}
        for found in placeholders(notes):
            key = (found.kind, found.id)
            lines[key] += 1
            if covers(hidden, found.start):
                continue
            if key in told or key not in known:
                said = "is repeated" if key in told else f"names no {found.kind} here"
                words = placeholder(found.kind, found.id)
                message = f"the placeholder {quoted(words)} {said}"
                near = (
                    slips(found.id, sorted(one for kind, one in known if kind == found.kind)) if key not in told else []
                )
                remedy = _renamed(found, near[0], (*loc, "notes")) if len(near) == 1 else None
                yield Finding((*loc, "notes"), message, helps[found.kind], words, lines[key], remedy)
            told.add(key)


def _renamed(found: Placeholder, near: str, loc: Loc) -> Remedy:
    """The remedy that lets a placeholder name the item; its item moves there, and may stand in another order then."""
    return Remedy((near,), part=found.id, changes=(loc, (*loc[:-1], PLURALS[found.kind])))


def unattributed_quote(event: Event) -> Iterator[Finding]:
    """A quote says nobody's name.

    Words that are anyone's can be relied on by no one. Yet many quotes are better left so than guessed at, which is why
    the rule is off.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        > Ask first, build later.
        >
        > —

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        > Ask first, build later.
        >
        > — one of the organizers
    """
    for loc, quote in all_quotes(event):
        if quote.speaker is None and quote.attribution is None:
            help = "write whose words they are, as far as it is known: — one of the organizers"
            yield Finding((*loc, "text"), "nobody is named whose words these are", help)
