"""Story: the event's data from findings, its notes the post's own text with a placeholder where each item stands."""

from __future__ import annotations

import re
from typing import Any, NoReturn

from eventnotes.building import set_ids
from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.findings import Findings, FoundSession
from eventnotes.draft.items.attributions import ATTRIBUTED, attribution_of
from eventnotes.draft.reading.header import Header
from eventnotes.draft.reading.mentions import Figure
from eventnotes.draft.reading.native import Written, written_in
from eventnotes.draft.reading.view import View
from eventnotes.draft.writing.narrative import write_notes
from eventnotes.draft.writing.natural import escaped
from eventnotes.draft.writing.placing import Placing, Story, source_line
from eventnotes.formats.markdown.mentions import Mentions as Listed

Data = dict[str, Any]
_LONGEST_NAME = 120
_NEAR = 2
"""Blocks before a quotation in which the one who relays it is spoken of."""


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
        self.story = Story({}, above=header.own)
        self._people: dict[Figure, Data] = {}
        self._labels: dict[Figure, Data] = {}
        self._named: dict[int, Figure] = {}
        """Whom labels name, by the identity of their data."""
        self._listed = Listed([])
        self._times: dict[int, Data] = {}

    def tell(self) -> Story:
        """The story."""
        data = self.story.data
        self._facts(data)
        dates: Data = {key: data[key] for key in ("start", "end") if key in data}
        if dates and any("start" in one.data for one in self.view.written):
            self._times = {one.start: one.data for one in written_in(self.view.text, self.view.body, dates)}
        for one in self.findings.sessions:
            if one.claim.kind == "session" and one.claim.written is not None:
                for (person, _), figure in zip(one.claim.written.people(), one.figures, strict=True):
                    self._label(figure, person)
        data["speakers"] = [self._speaker(figure) for figure in self.findings.speakers]
        set_ids(data, ["speaker"])
        self._listed = Listed(data["speakers"])
        data["sessions"] = [self._session(one) for one in self.findings.sessions]
        items = [("quote", one, self._quote(one)) for one in self.findings.quotes]
        items += [("lesson", one, self._lesson(one)) for one in self.findings.lessons]
        items += [("framework", one, self._framework(one)) for one in self.findings.frameworks]
        self._derive_ids(data, items)
        by_key = {(kind, item["id"]): item for kind, _, item in items}
        edits = Placing(self.view, self.findings, self.story, self._listed).edits_for(items)
        write_notes(self.view.text, self.view.body, edits, data, by_key)
        return self.story

    def _label(self, figure: Figure, person: Data) -> None:
        """Keep who a label names; somebody named in two ways has the second for an alias."""
        self._named[id(person)] = figure
        label = self._labels.setdefault(figure, person)
        if label["name"] != person["name"] and person["name"] not in label.get("aliases", ()):
            self._labels[figure] = {**label, "aliases": [*label.get("aliases", ()), person["name"]]}

    def _facts(self, data: Data) -> None:
        facts = self.findings.facts
        data |= self.header.event
        if "name" in data:
            pass
        elif "name" in facts:
            data["name"] = facts["name"].words.text
            self._note("event", "", "name", facts["name"], facts["name"].words)
        else:
            written = str(self.header.write_up.get("title") or "")
            above = [one for key, one in self.header.blocks.items() if key == "title"]
            said = (one.text for one in (*above, *self.view.headings, *self.view.blocks) if one.text.strip())
            data["name"] = self.name or written or _clipped(next(said, "")) or self._nameless()
        if "start" in facts and "start" not in data:
            for name, day in zip(("start", "end"), dict.fromkeys(facts["start"].value.split()), strict=False):
                data[name] = day
                self._note("event", "", name, facts["start"], facts["start"].words)
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
        label = self._labels.get(figure)
        person: Data = {"name": figure.name} if label is None else {**label}
        person.pop("roles", None)
        roles = [_role_of(claim) for claim in self.findings.roles.get(figure, ())]
        if roles:
            person["roles"] = roles
        first = figure.mentions[0]
        link = first.block.link_at(first.start, first.end)
        if label is None and link and re.match(r"https?://[^\s\\]+$", link.url):
            person["links"] = [{"url": link.url}]
        self._people[figure] = person
        return person

    def _session(self, found: FoundSession) -> Data:
        session: Data = {}
        if found.claim.written is not None:
            session = self._written(found.claim.written)
        elif people := [self._people[one]["id"] for one in found.figures if one in self._people]:
            session["speakers"] = people
        if found.title is not None and ("title" not in session or found.title != found.claim.part("title")):
            session["title"] = escaped(found.title.text)
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
            relay = (self._listed.find(read.relayed_by) or {}).get("id", "")
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

    def _lesson(self, claim: Claim) -> Data:
        return {"text": escaped(claim.words.text)} if claim.written is None else self._written(claim.written)

    def _written(self, item: Written) -> Data:
        """Data of an item that the post has as a write-up has it; ids stand for its people."""
        data = {**item.data}
        data |= {key: one for key, one in self._times.get(item.start, {}).items() if key in ("start", "end")}
        people = {name: one for name, one in data.items() if name in ("speaker", "speakers", "moderators")}
        for name, one in people.items():
            data[name] = [self._id_of(person) for person in one] if isinstance(one, list) else self._id_of(one)
        return data

    def _id_of(self, person: Data) -> str:
        """The id of somebody whom labels name, or whom a heading alone names: that of the speaker of that name."""
        figure = self._named.get(id(person))
        told = self._people[figure] if figure is not None else self._listed.find(person["name"])
        return str(told["id"]) if told is not None else str(person["name"])

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
        if claim.written is not None:
            return self._written(claim.written)
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
            if found.claim.written is not None:
                self._note_written(found.claim, session["id"])
                continue
            for place, _ in enumerate(session.get("speakers", ())):
                self._note("session", session["id"], f"speakers[{place}]", found.claim, found.claim.words)
        for kind, claim, item in items:
            self._note_item(kind, claim, item)

    def _note_written(self, claim: Claim, session_id: str) -> None:
        """The words of the fields of a session that the post has as a write-up has it."""
        assert claim.written is not None
        places = claim.written.places
        listed = {loc[0] for loc in places if len(loc) == 2}
        for (name, *index), place in places.items():
            words = self.view.place_of(*place)
            if words is not None and name != "title" and (index or name not in listed):
                path = f"{name}[{index[0]}]" if index and isinstance(index[0], int) else str(name)
                self._note("session", session_id, path, claim, Words(*words))

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


def _nearest(figure: Figure, words: Words) -> Words:
    """The words that name a person nearest to others, in the same block if they do."""
    start, end = words.span

    def distance(one: Words) -> tuple[bool, int]:
        return one.block.top != words.block.top, max(start - one.span[1], one.span[0] - end, 0)

    return min((Words(one.block, one.start, one.end) for one in figure.mentions), key=distance)


def _role_of(claim: Claim) -> Data:
    role = {name: words[0].text for name, words in claim.parts.items()}
    return {**role, "title": claim.value} if claim.value else role


def _clipped(text: str) -> str:
    """The beginning of a text, up to a sentence's end or, of a long one, a word's."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAME else line[:_LONGEST_NAME].rpartition(" ")[0] or line[:_LONGEST_NAME]
