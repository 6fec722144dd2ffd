"""Rules about links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.rules._finding import Finding, fences, narrative, owners
from eventnotes.source import Loc, covers

_LOCAL = r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?![\w.-])"
_DOUBLED = r"https?://https?[:/]"
_BAD = re.compile(rf"{_LOCAL}|{_DOUBLED}", re.IGNORECASE)
_BAD_TARGET = re.compile(
    rf"\]\(<?(?:[ \t]*(?=\))|(?P<bad>www\.|https?:(?!//)|https?//|(?!https?:)h{{1,2}}t{{1,3}}p{{0,2}}s{{0,2}}:?//"
    rf"|https?://(?=[)/?#])|file:|{_LOCAL}|{_DOUBLED}|https?://[^\s()<>]+(?=[ \t]+[^\s\"'()<>][^()\n]*\))))[^)\s]*",
    re.IGNORECASE,
)
_plain_links = re.compile(r"\]\((?:https://(?!local)[^\W_][^ ):]*+(?::(?!//)[^ ):]*+)*|[/#.][^ )]*+)\)").findall
"""Finds the usual links of a text: to another site, or within its own."""


def bad_link(event: Event) -> Iterator[Finding]:
    """A link leads nowhere.

    It has no target, or an address that is mistyped (`http//`, `https://https://`), that is taken for a page of its own
    site (`www.`), that is broken by a space, or that only the author's machine knows (`localhost`, `file:`). No link is
    followed: nothing is sent over the network.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        Her slides are [here](www.example.org/slides).

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        Her slides are [here](https://www.example.org/slides).
    """
    for loc, url in _addresses(event):
        if _BAD.match(url):
            yield Finding(loc, f"{quoted(url)} leads nowhere", "write an address that others can reach")
    for owner, loc in owners(event) if not _are_plain(narrative(event)) else ():
        if owner.notes and not _are_plain(owner.notes):
            yield from _in_notes(owner.notes, (*loc, "notes"))


def _are_plain(notes: str) -> bool:
    """The quick answer for notes in which every link is a usual one."""
    brackets = notes.count("]")
    return not brackets or len(_plain_links(notes)) in (brackets, notes.count("]("))


def _in_notes(notes: str, loc: Loc) -> Iterator[Finding]:
    fenced: list[tuple[int, int]] | None = None
    line, ticks = 0, 0  # backticks of the line that were seen, up to here
    counted: dict[str, tuple[int, int]] = {}  # how often words were seen, up to where
    for match in _BAD_TARGET.finditer(notes):
        fenced = fences(notes) if fenced is None else fenced
        begun = notes.rfind("\n", line, match.start()) + 1
        line, ticks = (begun, 0) if begun else (line, ticks)
        ticks += notes.count("`", line, match.start())
        line = match.start()
        if ticks % 2 or covers(fenced, match.start()):
            continue
        words = notes[match.start() + 2 : match.end()].lstrip("<")
        text = notes[notes.rfind("[", 0, match.start()) : match.start() + 1]
        said = words or text
        count, until = counted.get(said, (0, 0))
        count += notes.count(said, until, match.start() + 2)
        counted[said] = count, max(until, match.start() + 2 - len(said) + 1)
        what = f"{quoted(words)} leads nowhere" if words else f"the link {quoted(text)} has no target"
        yield Finding(loc, what, "write the whole address, https://…", said, count + 1 if words else max(count, 1))


def _addresses(event: Event) -> Iterator[tuple[Loc, str]]:
    for field in ("online", "website"):
        if (url := getattr(event, field)) is not None:
            yield (field,), url
    for at, speaker in enumerate(event.speakers):
        for place, link in enumerate(speaker.links):
            yield ("speakers", at, "links", place, "url"), link.url
    for at, session in enumerate(event.sessions):
        for place, link in enumerate(session.links):
            yield ("sessions", at, "links", place, "url"), link.url
