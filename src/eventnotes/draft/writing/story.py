"""Story: the event's data from findings, its notes the post's own text with a placeholder where each item stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from eventnotes.building import set_ids
from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.findings import Findings, FoundSession
from eventnotes.draft.items.attributions import ATTRIBUTED, attribution_of
from eventnotes.draft.reading.header import Header
from eventnotes.draft.reading.mentions import Figure
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View
from eventnotes.draft.writing.narrative import Edit, write_notes
from eventnotes.draft.writing.natural import Replacement, framework_in_place, lessons_in_place, quote_in_place
from eventnotes.formats.markdown.wording import listing
from eventnotes.notes import placeholder

Data = dict[str, Any]
Key = tuple[str, str]
_MARKUP = re.compile(r"([\\`*_\[\]<>])")
_LONGEST_NAME = 120
_LEAST = 0.4
"""How sure a doubted claim must be to stand as a comment."""
_NEAR = 2
"""Blocks before a quotation in which the one who relays it is spoken of."""


@dataclass
class Story:
    """An event's data and how it came about.

    Attributes:
        data: fields of Event, with ids.
        inside: items that stand inside a sentence: kind and id.
        origins: kind, id and field of a value, and the claim and words it came from.
        cuts: what was left out, and its range in the source.
    """

    data: Data
    inside: set[Key] = field(default_factory=set)
    origins: list[tuple[str, str, str, Claim, Words]] = field(default_factory=list)
    cuts: list[tuple[Claim, tuple[int, int]]] = field(default_factory=list)


class Telling:
    """One telling of findings.

    Args:
        view: the source.
        findings: what it says.
        header: what stands above it.
        name: the event's, where nothing in the source is.
    """

    def __init__(self, view: View, findings: Findings, header: Header, name: str = "") -> None:
        self.view = view
        self.findings = findings
        self.header = header
        self.name = name
        self.story = Story({})
        self.edits: list[Edit] = []
        self._people: dict[Figure, Data] = {}

    def tell(self) -> Story:
        """The story."""
        data = self.story.data
        self._facts(data)
        data["speakers"] = [self._speaker(figure) for figure in self.findings.speakers]
        set_ids(data, ["speaker"])
        data["sessions"] = [self._session(one) for one in self.findings.sessions]
        items = [("quote", one, self._quote(one)) for one in self.findings.quotes]
        items += [("lesson", one, {"text": escaped(one.words.text)}) for one in self.findings.lessons]
        items += [("framework", one, self._framework(one)) for one in self.findings.frameworks]
        self._derive_ids(data, items)
        self._place_sessions()
        self._place_items(items)
        for claim in self.findings.doubted:
            self._doubt(claim)
        self._cut()
        by_key = {(kind, item["id"]): item for kind, _, item in items}
        write_notes(self.view.text, self.view.body, [*self.edits, *self._closings()], data, by_key)
        return self.story

    def _facts(self, data: Data) -> None:
        facts = self.findings.facts
        title = self.header.blocks.get("title")
        first = next((one for one in self.view.blocks if one.text.strip()), None)
        data |= self.header.event
        if "name" in data:
            pass
        elif "name" in facts:
            data["name"] = facts["name"].words.text
            self._note("event", "", "name", facts["name"], facts["name"].words)
        else:
            fallback = title or next((one for one in self.view.headings if one.text.strip()), first)
            said = str(self.header.write_up.get("title") or "") or (_clipped(fallback.text) if fallback else "")
            data["name"] = self.name or said or self._nameless()
        if "start" in facts and "start" not in data:
            start, _, end = facts["start"].value.partition(" ")
            data["start"] = start
            self._note("event", "", "start", facts["start"], facts["start"].words)
            if end and end != start:
                data["end"] = end
                self._note("event", "", "end", facts["start"], facts["start"].words)
        if "venue" in facts and "venue" not in data:
            data["venue"] = {"name": facts["venue"].words.text}
            self._note("event", "", "venue.name", facts["venue"], facts["venue"].words)
        if self.findings.organizers and "organizers" not in data:
            data["organizers"] = [{"name": one.words.text} for one in self.findings.organizers]
            for place, one in enumerate(self.findings.organizers):
                self._note("event", "", f"organizers[{place}].name", one, one.words)
        data["write_up"] = {**self.header.write_up, "status": "draft"}

    def _nameless(self) -> NoReturn:
        above, below = self.view.text[: self.view.body], self.view.text[self.view.body :]
        lines = [sum(1 for line in part.split("\n") if line.strip()) for part in (above, below)]
        seen = f"lines of front matter: {lines[0]}, of text or marks below: {lines[1]}"
        raise ValueError(f"no words that could name the event are in it ({seen}); write a title")

    def _note(self, kind: str, item_id: str, path: str, claim: Claim, words: Words) -> None:
        self.story.origins.append((kind, item_id, path, claim, words))

    def _speaker(self, figure: Figure) -> Data:
        person: Data = {"name": figure.name}
        roles = [_role_of(claim) for claim in self.findings.roles.get(figure, ())]
        if roles:
            person["roles"] = roles
        first = figure.mentions[0]
        link = first.block.link_at(first.start, first.end)
        if link and re.match(r"https?://[^\s\\]+$", link.url):
            person["links"] = [{"url": link.url}]
        self._people[figure] = person
        return person

    def _session(self, found: FoundSession) -> Data:
        session: Data = {}
        if found.title is not None:
            session["title"] = escaped(found.title.text)
        people = [self._people[one]["id"] for one in found.figures if one in self._people]
        if people:
            session["speakers"] = people
        if found.heading is not None and found.title is not None:
            heading = source_line(self.view, found.heading)
            if heading != session["title"]:
                session["extra"] = {"heading": heading}
        return session

    def _quote(self, claim: Claim) -> Data:
        paragraphs = (claim.words, *claim.parts.get("more", ()))
        quote: Data = {"text": escaped(" ".join(one.text for one in paragraphs))}
        if claim.value == "indirect":
            quote["kind"] = "indirect"
        figure = next(iter(claim.figures), None)
        attribution = claim.part("attribution")
        read = attribution_of(self.view, claim.words.block) if claim.form == ATTRIBUTED else None
        if read is not None:
            relay = next((one["id"] for one in self._people.values() if one["name"] == read.relayed_by), "")
            quote |= {"text": read.text, "attribution": read.who, "relayed_by": relay}
            quote = {key: value for key, value in quote.items() if value}
        if figure in self._people:
            quote["speaker"] = self._people[figure]["id"]
            quote.pop("attribution", None)
        elif read is not None:
            return quote
        elif figure is not None:
            role = self._employer(figure)
            quote["attribution"] = f"{figure.name}, {role.text}" if role else figure.name
            relayer = self._relayer(claim)
            if relayer:
                quote["relayed_by"] = relayer
        elif attribution is not None:
            quote["attribution"] = attribution.text
        return quote

    def _relayer(self, claim: Claim) -> str | None:
        """Who told what somebody from outside said: the one speaker of the session, of whom the words before tell."""
        number = claim.words.block.number
        above = [one for one in self.findings.sessions if one.heading is not None and one.heading.number < number]
        figures = above[-1].figures if above else []
        if len(figures) != 1:
            return None
        told = any(number - _NEAR <= one.block.number <= number and one.block.level == 0 for one in figures[0].mentions)
        return str(self._people[figures[0]]["id"]) if told else None

    def _framework(self, claim: Claim) -> Data:
        name = claim.part("name") or claim.words
        elements = [{"title": escaped(one.text)} for one in claim.parts["elements"]]
        framework: Data = {"name": escaped(name.text), "elements": elements}
        if claim.value != "ordered" and claim.form != "slogan":
            framework["ordered"] = False
        if claim.figures and claim.figures[0] in self._people:
            framework["speaker"] = self._people[claim.figures[0]]["id"]
        return framework

    def _derive_ids(self, data: Data, items: list[tuple[str, Claim, Data]]) -> None:
        pool: Data = {"sessions": data["sessions"]}
        for kind in ("quote", "lesson", "framework"):
            pool[f"{kind}s"] = [item for one, _, item in items if one == kind]
        set_ids(pool, ["session", "quote", "lesson", "framework"])
        for figure, person in self._people.items():
            claim = self.findings.speakers[figure]
            first = figure.mentions[0]
            self._note("speaker", person["id"], "name", claim, Words(first.block, first.start, first.end))
            for place, role in enumerate(self.findings.roles.get(figure, ())):
                for name, words in role.parts.items():
                    self._note("speaker", person["id"], f"roles[{place}].{name}", role, words[0])
        for found, session in zip(self.findings.sessions, data["sessions"], strict=True):
            if found.title is not None:
                self._note("session", session["id"], "title", found.claim, found.title)
            for place, _ in enumerate(session.get("speakers", ())):
                self._note("session", session["id"], f"speakers[{place}]", found.claim, found.claim.words)
        for kind, claim, item in items:
            self._note_item(kind, claim, item)

    def _note_item(self, kind: str, claim: Claim, item: Data) -> None:
        if kind == "framework":
            self._note(kind, item["id"], "name", claim, claim.part("name") or claim.words)
            for place, element in enumerate(claim.parts["elements"]):
                self._note(kind, item["id"], f"elements[{place}].title", claim, element)
        else:
            for paragraph in (claim.words, *claim.parts.get("more", ())):
                self._note(kind, item["id"], "text", claim, paragraph)
        self._note_voices(kind, claim, item)

    def _note_voices(self, kind: str, claim: Claim, item: Data) -> None:
        """The words that name who said an item, and who relayed it; where nothing else tells, the nearest."""
        figure = next(iter(claim.figures), None)
        said = claim.part("attribution") or (_nearest(figure, claim.words) if figure is not None else None)
        relay = next((one for one, person in self._people.items() if person["id"] == item.get("relayed_by")), None)
        told = {"speaker": said, "attribution": said, "relayed_by": _nearest(relay, claim.words) if relay else None}
        for field_name, words in told.items():
            if field_name in item and words is not None:
                self._note(kind, item["id"], field_name, claim, words)
        role = self._employer(figure) if figure is not None and claim.part("attribution") is None else None
        if role is not None and "attribution" in item:
            self._note(kind, item["id"], "attribution", claim, role)

    def _employer(self, figure: Figure) -> Words | None:
        """The organization that is told of somebody."""
        return next((one.part("organization") for one in self.findings.told_roles.get(figure, ())), None)

    def _place_sessions(self) -> None:
        for found, session in zip(self.findings.sessions, self.story.data["sessions"], strict=True):
            if found.heading is not None:
                start, end = self._line(found.heading)
                level = found.heading.level
                if found.title is None and not self._is_just_names(found):
                    start, level = end, min(level + 1, 6)
                self.edits.append(
                    Edit(start, end, placeholder("session", session["id"], "#" * level + " "), session, level)
                )
            else:
                self._place_untitled(found, session["id"])

    def _place_untitled(self, found: FoundSession, session_id: str) -> None:
        """A session without a heading stands under `event:`; its placeholder below what tells of it, or at the end."""
        headed = any(one.heading for one in self.findings.sessions)
        start, level = (len(self.view.text), 1) if headed else (self._top(found.claim, "session")[1], 0)
        self.story.inside.add(("session", session_id))
        self.edits.append(Edit(start, start, placeholder("session", session_id), None, level))

    def _is_just_names(self, found: FoundSession) -> bool:
        """Whether a heading says no more than who speaks, so that the names can stand for it."""
        assert found.heading is not None
        names = listing([self._people[one]["name"] for one in found.figures if one in self._people])
        return re.findall(r"\w+", source_line(self.view, found.heading)) == re.findall(r"\w+", names)

    def _line(self, block: Block) -> tuple[int, int]:
        """The range of a heading with its marks, up to the end of its last line."""
        start = self.view.text.rfind("\n", 0, block.start) + 1
        end = max(block.end, block.at(len(block.text) - 1) + 1 if block.text else block.end)
        if self.view.text[end - 1 : end] == "\n":
            return start, end
        line_end = self.view.text.find("\n", end)
        return start, len(self.view.text) if line_end < 0 else line_end

    def _place_items(self, items: list[tuple[str, Claim, Data]]) -> None:
        placed: set[int] = set()
        lists: dict[int, list[tuple[Claim, Data]]] = {}
        for kind, claim, item in items:
            found = None
            if kind == "quote":
                found = quote_in_place(self.view, claim, item)
            elif kind == "framework":
                found = framework_in_place(self.view, claim, item)
            elif claim.words.block.list:
                lists.setdefault(claim.words.block.list, []).append((claim, item))
            if found is not None:
                self._replace(found, [item])
                placed.add(id(item))
        for several in lists.values():
            found = lessons_in_place(self.view, [claim for claim, _ in several], [item for _, item in several])
            if found is not None:
                self._replace(found, [item for _, item in several])
                placed |= {id(item) for _, item in several}
        for kind, claim, item in items:
            if id(item) not in placed:
                self._place(kind, claim, item)

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
        _, end = self._top(claim, claim.kind)
        text = re.sub(r"-(?=-)|-$", "- ", said).replace("<", "").replace(">", "")
        self.edits.append(Edit(end, end, f"<!-- maybe {claim.kind}: {text} ({claim.form}, {claim.confidence:.2f}) -->"))

    def _cut(self) -> None:
        for cut in self.findings.cuts:
            first, last = cut.words.block, cut.until or cut.words.block
            if first.kind == "header":
                continue
            start = self.view.tops[first.top][0]
            end = self.view.tops[last.top][1]
            self.story.cuts.append((cut, (start, end)))
            self.edits.append(Edit(start, end, ""))

    def _closings(self) -> list[Edit]:
        """Headings that are no sessions; those of a session's level or higher end it."""
        taken = {id(one.heading) for one in self.findings.sessions}
        found = []
        for block in self.view.headings:
            if id(block) not in taken and not block.bold and not block.bare:
                start, _ = self._line(block)
                found.append(Edit(start, start, "", None, block.level))
        return found


def _nearest(figure: Figure, words: Words) -> Words:
    """The words that name a person nearest to others, in the same block if they do."""
    start, end = words.span

    def distance(one: Words) -> tuple[bool, int]:
        return one.block.top != words.block.top, max(start - one.span[1], one.span[0] - end, 0)

    return min((Words(one.block, one.start, one.end) for one in figure.mentions), key=distance)


def _role_of(claim: Claim) -> Data:
    role = {name: words[0].text for name, words in claim.parts.items()}
    return {**role, "title": claim.value} if claim.value else role


def escaped(text: str) -> str:
    """Plain text as inline Markdown that says the same."""
    return _MARKUP.sub(r"\\\1", text) if _MARKUP.search(text) else text


def one_line(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def _clipped(text: str) -> str:
    """The beginning of a text, up to a sentence's end or, of a long one, a word's."""
    line = one_line(text)
    return line if len(line) <= _LONGEST_NAME else line[:_LONGEST_NAME].rpartition(" ")[0] or line[:_LONGEST_NAME]


def source_line(view: View, block: Block) -> str:
    """A heading as it stands in the source, without its marks."""
    start, end = block.at(0), block.after(len(block.text))
    line = view.text.rfind("\n", 0, start) + 1
    stop = view.text.find("\n", end)
    text = view.text[line : stop if stop >= 0 else len(view.text)]
    text = re.sub(r"^[ \t]*#{1,6}[ \t]*|[ \t]+#+[ \t]*$|<br[ \t]*/?>[ \t]*$", "", text)
    return one_line(text)
