"""Placing: where in the post's own text each item stands, and which of its blocks stay for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from eventnotes.diagnostic import printable
from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.findings import Findings, FoundSession
from eventnotes.draft.items.attributions import ATTRIBUTED
from eventnotes.draft.reading.native import Written
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View
from eventnotes.draft.writing.narrative import Edit
from eventnotes.draft.writing.natural import Replacement, framework_in_place, lessons_in_place, quote_in_place
from eventnotes.formats.markdown.mentions import Mentions as Listed
from eventnotes.notes import placeholder

Data = dict[str, Any]
Key = tuple[str, str]
Told = tuple[str, Claim, Data]
"""An item: its kind, the claim it rests on, and its data."""
_HEADING_MARKS = re.compile(r"^[ \t]*#{1,6}[ \t]*|[ \t]+#+[ \t]*$|<br[ \t]*/?>[ \t]*$")
_TAGGED = re.compile(r"<(h[1-6]|p)\b(?![^<>]*\bid=)[^<>]*>(?P<words>.*)</\1>")
"""A heading or paragraph in HTML that nothing links to."""
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[A-Za-z][\w.]*)\b[^<>]*(?<!/)>")
_VOID = ("br", "hr", "img", "input", "wbr")
_HEADING_LINE = re.compile(
    r" {0,3}(?:#{1,6}[ \t].*|<(h[1-6]|p)\b[^<>]*>(?:(?!<p\b|</?li\b).)*</\1>(?:<br[ \t]*/?>)?[ \t]*)"
)
"""A line in HTML that can stand between blank lines, and be a heading."""
_ATTRIBUTES = re.compile(r"\n?[ \t]*\{:[^{}\n]*\}[ \t]*(?:\n|\Z)")
"""Attributes that kramdown reads for the block above."""
_OWN_ID = re.compile(r"\{#[a-z][a-z0-9-]*\}\s*\Z")
"""An id at a heading's end, which a reader takes for the session's."""
_LONGEST = 60
"""Characters of a doubted claim in a comment."""
_LEAST = 0.4
"""How sure a doubted claim must be to stand as a comment."""


@dataclass
class Story:
    """An event's data and how it came about.

    Attributes:
        data: fields of Event, with ids.
        inside: items that stand inside a sentence: kind and id.
        origins: kind, id and field of a value, and the claim and words it came from.
        cuts: what was left out, and its range in the source.
        words: items that the post has as a write-up has them: the words, and how many characters of them are a list's
            mark.
        above: front matter that stays as it is.
    """

    data: Data
    inside: set[Key] = field(default_factory=set)
    origins: list[tuple[str, str, str, Claim, Words]] = field(default_factory=list)
    cuts: list[tuple[Claim, tuple[int, int]]] = field(default_factory=list)
    words: dict[Key, tuple[str, int]] = field(default_factory=dict)
    above: str = ""


class Placing:
    """One placing of items.

    Args:
        view: the source.
        findings: what it says.
        story: its data, with ids; where items stand, and what is cut, is noted there.
        listed: the event's speakers.
    """

    def __init__(self, view: View, findings: Findings, story: Story, listed: Listed) -> None:
        self.view = view
        self.findings = findings
        self.story = story
        self.listed = listed
        self.edits: list[Edit] = []
        self._tags: dict[int, tuple[list[int], list[int]]] = {}

    def edits_for(self, items: Sequence[Told]) -> list[Edit]:
        """The changes of the source that give these items, and the sessions, their places."""
        self._place_sessions()
        self._place_items(items)
        for claim in self.findings.doubted:
            self._doubt(claim)
        self._cut()
        return [*self.edits, *self._closings()]

    def _place_sessions(self) -> None:
        for found, session in zip(self.findings.sessions, self.story.data["sessions"], strict=True):
            written = found.claim.written
            if written is not None and written.is_sound and not written.mark:
                self._place_labels(written, session)
            elif written is not None and written.mark:
                continue
            elif found.whole and self.view.blocks and self.view.blocks[0].kind == "paragraph":
                self.edits.append(Edit(self.view.body, self.view.body, placeholder("session", session["id"]), session))
            elif found.heading is None or not self._place_headed(found, session, found.heading):
                self._place_untitled(found.claim, session)

    def _place_headed(self, found: FoundSession, session: Data, heading: Block) -> bool:
        """Place a session below its heading, or below its speakers if the heading says more than them, and no title.

        Returns:
            Whether it is placed: not where it is only a line that says so.
        """
        if not self._parts(heading):
            return False
        start, end = self._line(heading)
        level = heading.level
        attributes = _ATTRIBUTES.match(self.view.text, end) or _OWN_ID.search(self.view.text, start, end)
        if attributes is not None:
            self.edits.append(Edit(start, start, level=level))
            self._place_at(attributes.end(), session)
            return True
        if found.title is None and not self._is_just_names(heading, session):
            if heading.bare:
                return False
            self.edits.append(Edit(start, start, level=level))
            start, level = end, min(level + 1, 6)
        self.edits.append(Edit(start, end, placeholder("session", session["id"], "#" * level + " "), session, level))
        return True

    def _parts(self, heading: Block) -> bool:
        """Whether blank lines can stand around a heading; in HTML, where it has its line and stands in no element."""
        start, end = self._line(heading)
        if not heading.in_html:
            return not heading.list and not heading.quoted
        return self._depth(heading.top, start) == 0 and _HEADING_LINE.fullmatch(self.view.text, start, end) is not None

    def _depth(self, top: int, place: int) -> int:
        """How many elements of a block of HTML are open at a place."""
        if top not in self._tags:
            depth, ends, depths = 0, [], [0]
            for one in _TAG.finditer(self.view.text, *self.view.tops[top]):
                if one["name"].lower() not in _VOID:
                    depth += -1 if one["closes"] else 1
                    ends.append(one.end())
                    depths.append(depth)
            self._tags[top] = (ends, depths)
        ends, depths = self._tags[top]
        return depths[bisect_right(ends, place)]

    def _place_labels(self, written: Written, session: Data) -> None:
        """A session below whose heading, or above all else, labels stand as in a write-up."""
        start, end = written.start, written.end
        self.story.words["session", session["id"]] = (self.view.text[start:end], 0)
        text = placeholder("session", session["id"], "#" * written.level + " " * bool(written.level))
        self.edits.append(Edit(start, end, text, session, written.level))

    def _place_untitled(self, claim: Claim, session: Data) -> None:
        """A session without a heading stands under `event:`; its placeholder below what tells of it."""
        self._place_at(self._top(claim, "session")[1], session)

    def _place_at(self, place: int, session: Data) -> None:
        session.pop("extra", None)
        self.story.inside.add(("session", session["id"]))
        self.edits.append(Edit(place, place, placeholder("session", session["id"]), ends=True))

    def _is_just_names(self, heading: Block, session: Data) -> bool:
        """Whether a heading says no more than who speaks, so that the names can stand for it."""
        people = [one for one in self.story.data["speakers"] if one["id"] in session.get("speakers", ())]
        words = [word for one in people for word in re.findall(r"\w+", one["name"])]
        known = {link["url"] for one in people for link in one.get("links", ())}
        said = [word for word in re.findall(r"\w+", heading.text) if word != "and"]
        return sorted(words) == sorted(said) and known.issuperset(link.url for link in heading.links)

    def _line(self, block: Block) -> tuple[int, int]:
        """The range of a heading with its marks, up to the end of its last line."""
        start = self.view.text.rfind("\n", 0, block.start) + 1
        end = max(block.end, block.at(len(block.text) - 1) + 1 if block.text else block.end)
        if self.view.text[end - 1 : end] == "\n":
            return start, end
        line_end = self.view.text.find("\n", end)
        return start, len(self.view.text) if line_end < 0 else line_end

    def _place_items(self, items: Sequence[Told]) -> None:
        sessions = zip(self.findings.sessions, self.story.data["sessions"], strict=True)
        listed = [
            ("session", one.claim, data) for one, data in sessions if one.claim.written and one.claim.written.mark
        ]
        placed = self._place_written([*listed, *items])
        placed |= self._place_blocks([one for one in items if id(one[2]) not in placed])
        for kind, claim, item in [*listed, *items]:
            if id(item) not in placed and kind == "session":
                self._place_untitled(claim, item)
            elif id(item) not in placed:
                self._place(kind, claim, item)

    def _place_written(self, items: Sequence[Told]) -> set[int]:
        """Place items that the post has as a write-up has them, if all that are written together are; which were."""
        together: dict[tuple[int, int], list[tuple[Key, Written, Data]]] = {}
        for kind, claim, item in items:
            if claim.written is not None and claim.written.is_sound:
                together.setdefault(claim.written.block, []).append(((kind, item["id"]), claim.written, item))
        placed: set[int] = set()
        for (start, end), several in together.items():
            if len(several) < sum(one.block == (start, end) for one in self.view.written):
                continue
            lines = [placeholder(*key, "- " * bool(one.mark)) for key, one, _ in several]
            self.edits.append(Edit(start, end, "\n".join(lines), ends=several[0][0][0] == "session"))
            self.story.words |= {key: (self.view.text[one.start : one.end], one.mark) for key, one, _ in several}
            placed |= {id(item) for *_, item in several}
        return placed

    def _place_blocks(self, items: Sequence[Told]) -> set[int]:
        """Place block quotes and lists that become items; which did."""
        placed: set[int] = set()
        lists: dict[int, list[tuple[Claim, Data]]] = {}
        for kind, claim, item in items:
            found = None
            if kind == "quote":
                found = quote_in_place(self.view, claim, item, self.listed)
            elif kind == "framework":
                found = framework_in_place(self.view, claim, item)
            elif claim.words.block.list:
                lists.setdefault(claim.words.block.list, []).append((claim, item))
            if found is not None:
                self._replace(found, [item])
                placed.add(id(item))
            if found is not None and claim.form == ATTRIBUTED:
                self.story.words["quote", item["id"]] = (self.view.text[found.start : found.end].rstrip(), 0)
        for several in lists.values():
            found = lessons_in_place(self.view, [claim for claim, _ in several], [item for _, item in several])
            if found is not None:
                self._replace(found, [item for _, item in several])
                placed |= {id(item) for _, item in several}
        return placed

    def _replace(self, found: Replacement, items: list[Data]) -> None:
        for item in items:
            item.update(found.changes)
        self.edits.append(Edit(found.start, found.end, found.text))

    def _place(self, kind: str, claim: Claim, item: Data) -> None:
        _, end = self._top(claim, kind)
        self.story.inside.add((kind, item["id"]))
        self.edits.append(Edit(end, end, placeholder(kind, item["id"])))

    def _top(self, claim: Claim, kind: str) -> tuple[int, int]:
        block = claim.words.block
        if kind == "framework" and claim.parts["elements"]:
            block = claim.parts["elements"][-1].block
        if block.kind == "header" or block.top < 0:
            return (self.view.body, self.view.body)
        return self.view.tops[block.top]

    def _doubt(self, claim: Claim) -> None:
        """A comment, at the place of what may be an item."""
        if claim.confidence < _LEAST or claim.words.block.kind == "header":
            return
        title = claim.part("title") if claim.kind != "role" else None
        said = claim.figures[0].name if claim.kind == "speaker" and claim.figures else (title or claim.words).text
        known = [one.title.text for one in self.findings.sessions if one.title is not None]
        if claim.kind == "session" and (title is None or said in known):
            return
        _, end = self._top(claim, claim.kind)
        text = re.sub(r"-(?=-)|-$", "- ", printable(" ".join(said.split()), _LONGEST)).replace("<", "").replace(">", "")
        self.edits.append(Edit(end, end, f"<!-- maybe {claim.kind}: {text} ({claim.form}, {claim.confidence:.2f}) -->"))

    def _cut(self) -> None:
        places: set[tuple[int, int]] = set()
        for cut in self.findings.cuts:
            first, last = cut.words.block, cut.until or cut.words.block
            if first.kind == "header":
                continue
            start = self.view.tops[first.top][0]
            end = self.view.tops[last.top][1]
            if (start, end) not in places:
                places.add((start, end))
                self.story.cuts.append((cut, (start, end)))
                self.edits.append(Edit(start, end))

    def _closings(self) -> list[Edit]:
        """Headings that are no sessions, and code that looks like one; those of a session's level or higher end it."""
        taken = {id(one.heading) for one in self.findings.sessions}
        found = []
        for block in self.view.blocks:
            if block.level and id(block) not in taken and not block.bold and not block.bare and self._parts(block):
                start, _ = self._line(block)
                found.append(Edit(start, start, level=block.level))
        return found


def source_line(view: View, block: Block) -> str:
    """A heading as it stands in the source, without its marks."""
    start, end = block.at(0), block.after(len(block.text))
    line = view.text.rfind("\n", 0, start) + 1
    stop = view.text.find("\n", end)
    text = view.text[line : stop if stop >= 0 else len(view.text)]
    text = _HEADING_MARKS.sub("", text).strip()
    tagged = _TAGGED.fullmatch(text)
    return " ".join((tagged["words"] if tagged else text).split())
