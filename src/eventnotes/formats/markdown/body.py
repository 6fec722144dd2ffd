"""Body: the grammar of docs/format.md over the blocks of a post; a block is claimed once, by the first that fits."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from eventnotes.characters import ID
from eventnotes.formats._people import speaker_line
from eventnotes.formats._shapes import Settling, person_data
from eventnotes.formats.markdown.allowance import Allowance
from eventnotes.formats.markdown.attribution import attributed, split_id
from eventnotes.formats.markdown.blocks import Block
from eventnotes.formats.markdown.days import day_of, is_day
from eventnotes.formats.markdown.headings import KIND_WORDS, fold_heading, is_lessons_heading
from eventnotes.formats.markdown.ignoring import Ignores, is_ignore, leading, parts_labels
from eventnotes.formats.markdown.items import BOLD, ListItem, element_data, kind_session, lesson_data
from eventnotes.formats.markdown.labels import one_line
from eventnotes.formats.markdown.mentions import Mentions
from eventnotes.formats.markdown.sessions import (
    LabelBlock,
    SessionLabels,
    heading_text,
    is_just_names,
    label_block,
    title_and_names,
)
from eventnotes.formats.markdown.story import Item, Places, Story, places_of
from eventnotes.ids import slug
from eventnotes.source import SyntaxProblem, spans_from

_WHOSE = r"(?:[ \t]+\((?P<who>[^()\n]+)\))?"
_LESSON = re.compile(rf"\*\*Lesson{_WHOSE}(?::\*\*|\*\*:)[ \t\n]+(?P<text>\S.*)", re.DOTALL)
_LESSONS = re.compile(rf"\*\*Lessons{_WHOSE}(?::\*\*|\*\*:)[ \t]*")
_FRAMEWORK = re.compile(rf"\*\*Framework{_WHOSE}:[ \t]*(?P<name>{BOLD})\*\*(?P<rest>.*)", re.DOTALL)
_ID_COMMENT = re.compile(rf"<!-- id: (?P<id>{ID}) -->")
_blank_lines: Any = re.compile(r"(?:[ \t]*\n)*").match
_SESSION_PLACEHOLDER = re.compile(rf"<!-- session: ({ID}) -->")


class Body:
    """One reading of a body.

    Args:
        text: the body, LF line ends.
        offset: where it begins in the source, in code points.
        event: settled data of the front matter's event; its speakers are the ones listed so far.
        settling: limits, and the list that findings go to.
    """

    def __init__(self, text: str, offset: int, event: dict[str, Any], settling: Settling) -> None:
        self.text = text
        self.span = spans_from(offset)
        self.event = event
        self.settling = settling
        listed = event.get("speakers")
        self.mentions = Mentions(listed if isinstance(listed, list) else [])
        self.allowance = Allowance(settling.limits, self.span, len(self.text))
        self.found = self.allowance.blocks(self.text)
        self.root = Story(Item("event", {}, 0, len(self.text)))
        self.story = self.root
        self.sessions: list[Story] = []
        self.guarded: list[tuple[int, int]] = []
        self.guards: list[int] = []
        """Where the lines `<!-- text -->` begin."""
        self.with_ids: list[Item] = []
        """Items to which an id comment gives their id."""
        self.references: list[tuple[dict[str, Any], str]] = []
        """Data, and the field of it that holds a speaker's data until their id is derived."""
        self.ignores = Ignores(self.span)
        self.first_heading = ""
        self.told = 0
        self.day: str | None = None
        self.lessons_due = False
        self.kind_due: str | None = None

    def read(self) -> None:
        """Walk the blocks and sort them into items and narrative."""
        at = self._whole_post()
        self._tell_between(0, at)
        while at < len(self.found):
            block = self.found[at]
            kind, first = block.kind, at
            if kind == "paragraph":
                at = (self.text.startswith("**", block.start) and self._marked(at)) or at + 1
            elif kind == "heading":
                at = self._heading(at)
            elif kind == "quote":
                at = self._quote(at)
            elif kind == "list" and (self.lessons_due or self.kind_due):
                at = self._due_list(at)
            elif kind == "html":
                at = self._comment(at)
            else:
                at += 1
            if at > first + 1 and kind != "html":
                self._tell_between(first, at)
            if self.ignores.waiting:
                self.ignores.meet(first, block.start, self.found[min(at, len(self.found)) - 1].end)
        self._close(len(self.text))

    def source(self, block: Block) -> str:
        """The text of a block."""
        return self.text[block.start : block.end]

    def _tell(self, until: int) -> None:
        """Add what stands before a place, and was not claimed, to the narrative."""
        self.story.tell(self.text[self.told : until])
        self.told = until

    def _tell_between(self, first: int, after: int) -> None:
        """Tell what stands between blocks that were claimed together and is no block: link definitions."""
        for one, following in pairwise(self.found[first:after]):
            self.story.tell(self.text[one.end : following.start])

    def _whole_post(self) -> int:
        """Labels before any other text: the whole post is one session. Comments for us are no text."""
        first = leading(self.text, self.found)
        labels = label_block(self.text, self.found, first + bool(self.id_at(first)))
        if labels is None or not labels.qualifies:
            return 0
        for at in range(first):
            self._comment(at)
        start, end = self.found[first].start, self.found[labels.after - 1].end
        self._open(0, start, end, labels, None, self.id_at(first))
        self.story.item.carrier = ""
        if first:
            self.ignores.meet(first, start, end)
        return labels.after

    def id_at(self, at: int) -> str | None:
        """The id that block `at` gives, where it is an id comment."""
        if at < len(self.found) and self.found[at].kind == "html":
            match = _ID_COMMENT.fullmatch(self.source(self.found[at]).strip(" \t\n"))
            return match["id"] if match else None
        return None

    def _heading(self, at: int) -> int:
        block = self.found[at]
        self.lessons_due, self.kind_due = False, None
        heading, own_id = split_id(heading_text(self.source(block)))
        heading = heading.strip(" \t")
        if not self.first_heading and not _SESSION_PLACEHOLDER.fullmatch(heading):
            self.first_heading = heading
        item_id = self.id_at(at + 1)
        labels = label_block(self.text, self.found, at + 1 + bool(item_id))
        if labels is not None and labels.qualifies:
            self._open(block.level, block.start, self.found[labels.after - 1].end, labels, heading, item_id or own_id)
            return labels.after
        if title_and_names(heading, self.mentions) is not None:
            after = labels.after if labels is not None else at + 1 + bool(item_id)
            labels = labels or LabelBlock([], after)
            self._open(block.level, block.start, self.found[after - 1].end, labels, heading, item_id or own_id)
            return after
        self._plain_heading(block, heading)
        return at + 1

    def _plain_heading(self, block: Block, heading: str) -> None:
        if _SESSION_PLACEHOLDER.fullmatch(heading) or (self.story is not self.root and block.level <= self.story.level):
            self._close(block.start)
        folded = fold_heading(heading)
        self.lessons_due = is_lessons_heading(folded)
        self.kind_due = KIND_WORDS.get(folded) if self.story is self.root else None
        if is_day(heading):
            self.day = day_of(heading, self._event_date("start"), self._event_date("end"))

    def _event_date(self, key: str) -> str | None:
        value = self.event.get(key)
        return value if isinstance(value, str) and value[:1] != "T" else None

    def _close(self, at: int) -> None:
        self._tell(at)
        if self.story is not self.root:
            self.story.item.end = at
        self.story = self.root

    def _open(self, level: int, start: int, end: int, labels: Any, heading: str | None, item_id: str | None) -> None:
        self._close(start)
        reader = SessionLabels(self.text, self.mentions, self.settling, self.day)
        before = len(self.settling.problems)
        self.allowance.labels(labels.labels)
        reader.read(labels)
        if len(self.settling.problems) > before:
            self._replace_spans(before)
        data = reader.data
        self.allowance.session(data, reader.places, len(self.mentions.introduced))
        if heading:
            self._title_from_heading(heading, data, reader.places, start)
        if item_id:
            data["id"] = item_id
        self._enter(Item("session", data, start, end, lambda: reader.places), level, end)

    def _replace_spans(self, before: int) -> None:
        """Findings of the labels carry ranges of the body; turn them into ranges of the source."""
        for place, problem in enumerate(self.settling.problems[before:], before):
            start, end = map(int, problem.where)
            self.settling.problems[place] = replace(problem, where=self.span(start, end))

    def _title_from_heading(self, heading: str, data: dict[str, Any], places: Places, start: int) -> None:
        if "title" in data:
            if data["title"] != heading:
                data.setdefault("extra", {}).setdefault("heading", heading)
        elif not is_just_names(heading, data.get("speakers", [])):
            split = title_and_names(heading, self.mentions) if "speakers" not in data else None
            data["title"], people = split or (heading, [])
            if people:
                data["speakers"] = [self.mentions.meet(person, (start, start)) for person in people]
            line_end = self.text.find("\n", start)
            places[("title",)] = (start, line_end if line_end > start else len(self.text))

    def _enter(self, item: Item, level: int, end: int) -> None:
        self.told = end
        self._place(item, self.root, "#" * (level or 2) + " ")
        self.story = Story(item, level, end)
        self.sessions.append(self.story)

    def _comment(self, at: int) -> int:
        block = self.found[at]
        comment = self.source(block).strip(" \t\n")
        if comment == "<!-- text -->":
            self._guard(block)
            if at + 1 < len(self.found):
                self.guarded.append((self.found[at + 1].start, self.found[at + 1].end))
            return at + 2
        if comment == "<!-- /session -->" and self.story is not self.root:
            self._close(block.start)
            self.told = block.end
        elif is_ignore(comment):
            self.ignores.note(at, comment, block.start, block.end)
            if parts_labels(self.text, self.found, at):
                where, message = self.span(block.start, block.end), "this parts the labels below it from their heading"
                problem = SyntaxProblem("bad-ignore", message, where, "put it above the heading", "warning")
                self.settling.problems.append(problem)
        return at + 1

    def _guard(self, block: Block) -> None:
        """Remove the line of a guard and the blank lines below it, and nothing else."""
        line = self.text.rfind("\n", 0, block.start) + 1
        self.story.keep(self.text[self.told : line])
        self.told = block.end + len(_blank_lines(self.text, block.end)[0])
        self.guards.append(line)

    def _quote(self, at: int) -> int:
        block = self.found[at]
        found = attributed(self.source(block)) if block.ends_in_text else None
        if found is None:
            return at + 1
        data: dict[str, Any] = {"text": found.text}
        who = self._whose(found.who, data) if found.who else "who"
        if found.relayed_by:
            self._refer(data, "relayed_by", found.relayed_by)
        if found.indirect:
            data["kind"] = "indirect"
        if found.id:
            data["id"] = found.id
        seen = (block.start, block.end, who)
        self._add(Item("quote", data, block.start, block.end, found.places, seen))
        return at + 1

    def _whose(self, who: str, data: dict[str, Any]) -> str:
        """Note who is named: a listed speaker, alone or with a role they have here, else the words as written."""
        speaker = self.mentions.find_with_roles(who, self.settling.limits.line)
        if speaker is None:
            data["attribution"] = who
            return "attribution"
        data["speaker"] = speaker
        self.references.append((data, "speaker"))
        return "speaker"

    def _refer(self, data: dict[str, Any], field: str, name: str) -> None:
        """Note whom a name means; one that means nobody is the id that it would have alone, and resolves to nobody."""
        speaker = self.mentions.find(name)
        if speaker is None:
            data[field] = slug("speaker", name)
        else:
            data[field] = speaker
            self.references.append((data, field))

    def _add(self, item: Item) -> None:
        self._tell(item.start)
        self.told = item.end
        self._place(item, self.story)

    def _place(self, item: Item, story: Story, carrier: str = "") -> None:
        """Add an item to a story."""
        if not self.allowance.is_ample:
            self.allowance.item(story, item)
        if "id" in item.data:
            self.with_ids.append(item)
        story.place(item, carrier)

    def _marked(self, at: int) -> int:
        """`**Lesson:** …`, `**Lessons:**` and `**Framework: …**`; 0 where the paragraph is none of them."""
        block = self.found[at]
        if not self.text.startswith(("**Lesson", "**Framework"), block.start):
            return 0
        source = self.source(block).strip(" \t\n")
        if match := _LESSON.fullmatch(source):
            text, item_id = split_id(match["text"])
            data = {"text": one_line(text), **({"id": item_id} if item_id else {})}
            self._add(self._lesson(data, match["who"], block.start, block.end, block))
            return at + 1
        following = self.found[at + 1] if at + 1 < len(self.found) else None
        if following is None or following.kind != "list":
            return self._framework(at, source, None)
        if match := _LESSONS.fullmatch(source):
            self.lessons_due = False
            return at + 2 if self._lessons(following, match["who"], block) else 0
        return self._framework(at, source, following)

    def _lesson(self, data: dict[str, Any], who: str | None, start: int, end: int, named: Block) -> Item:
        """A lesson in a range; in the block `named` stands whose it is."""
        if who:
            self._refer(data, "speaker", who.strip())
        seen = (self.text, "text", (start, end), "speaker", who, (named.start, named.end))
        return Item("lesson", data, start, end, places_of, seen)

    def _lessons(self, block: Block, who: str | None, named: Block) -> bool:
        items = self.allowance.list_items(self.text, block)
        if not all(item.text for item in items) or (who and all(item.placeholder for item in items)):
            return False
        self._tell(named.start)
        self.told = block.end
        for item in items:
            if item.placeholder:
                self.story.chunks.append("- " + str(item.text))
                continue
            lesson = self._lesson(lesson_data(item), who, item.start, item.end, named)
            self._place(lesson, self.story, "- ")
        return True

    def _framework(self, at: int, source: str, following: Block | None) -> int:
        match = _FRAMEWORK.fullmatch(source)
        if match is None:
            return 0
        rest, item_id = split_id(match["rest"])
        items = self.allowance.list_items(self.text, following) if following else []
        elements = [element_data(item) for item in items]
        if rest.strip() or not all(elements):
            return 0
        block = self.found[at]
        end = following.end if following else block.end
        data: dict[str, Any] = {"name": one_line(match["name"]), "elements": elements}
        if following and not following.ordered:
            data["ordered"] = False
        field = self._whose(match["who"].strip(), data) if match["who"] else ""
        if item_id:
            data["id"] = item_id
        where = (block.start, block.end)
        seen = (self.text, "name", where, field, match["who"], where, "elements", items)
        self._add(Item("framework", data, block.start, end, places_of, seen))
        return at + (2 if following else 1)

    def _due_list(self, at: int) -> int:
        block = self.found[at]
        if self.lessons_due:
            self._lessons(block, None, block)
            self.lessons_due = False
        elif self.kind_due:
            self._kind_list(block, self.kind_due)
        return at + 1

    def _kind_list(self, block: Block, kind: str) -> None:
        items = self.allowance.list_items(self.text, block)
        found = [None if item.placeholder else kind_session(item) for item in items]
        if not any(found) or not all(one or item.placeholder for one, item in zip(found, items, strict=True)):
            return
        self._tell(block.start)
        self.told = block.end
        for session, item in zip(found, items, strict=True):
            if session is None:
                self.root.chunks.append("- " + str(item.text))
                continue
            self._kind_session(session, item, kind)

    def _kind_session(self, found: tuple[dict[str, Any], str, int], item: ListItem, kind: str) -> None:
        data, who, at = found
        self.allowance.line(item)
        person = speaker_line(who)
        start = item.start + at
        if person.unclear:
            before = len(self.settling.problems)
            person_data(person, (start, start + len(who)), self.settling)
            self._replace_spans(before)
        place = (start, start + len(person.name))
        data = {**data, "kind": kind, "speakers": [self.mentions.meet(person, place)]}
        session = Item("session", data, item.start, item.end, lambda: {("speakers", 0): place})
        self._place(session, self.root, "- ")
        self.sessions.append(Story(session))
