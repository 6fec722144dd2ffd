"""Wording: the Markdown that an author would write for an item; the reader's own tables say which labels there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from eventnotes.formats._people import line_for, name_of
from eventnotes.formats.markdown.days import time_label
from eventnotes.formats.markdown.labels import LABELS, meaning
from eventnotes.formats.markdown.mentions import fold
from eventnotes.formats.markdown.sessions import is_just_names

Data = Mapping[str, Any]
_LINES = ("kind", "room", "track", "language")
_WORDED = {*_LINES, "title", "speakers", "moderators", "start", "end", "links", "tags", "abstract", "extra"}
_BY_REL = {label.rel: name for name, label in reversed(LABELS.items()) if label.meaning == "link"}


class People:
    """How the people of an event are named in the text.

    Args:
        speakers: data of Speaker, with ids.
        introduced: ids of those whom a session's label introduces, with all that is known of them.
        own_ids: ids that are not derived from the names.
    """

    def __init__(self, speakers: Sequence[Data], introduced: set[str], own_ids: set[str]) -> None:
        self._speakers = {one["id"]: one for one in speakers}
        self._introduced = set(introduced)
        self._own_ids = own_ids
        self._words = Counter(word for one in speakers for word in _called(one))

    def name(self, speaker_id: str) -> str:
        """The name of a listed speaker; the id itself where nobody is listed under it."""
        return str(self._speakers[speaker_id]["name"]) if speaker_id in self._speakers else speaker_id

    def are_listed(self, ids: Sequence[str]) -> bool:
        """Whether somebody is listed under each of these ids; a label would introduce the others."""
        return all(one in self._speakers for one in ids)

    def short(self, speaker_id: str) -> str:
        """The last word of a name where nobody else could be meant; else the name."""
        name = self.name(speaker_id)
        last = name.rpartition(" ")[2]
        return last if self._words[fold(last)] == 1 else name

    def labels(self, role: str, ids: Sequence[str]) -> list[tuple[str, str]]:
        """The labels for those who took a role (`Speaker`, `Moderator`) in a session; some are introduced here."""
        lines = []
        names: list[str | None] = []
        for one in ids:
            person = self._speakers.get(one, {"name": one})
            fresh = one in self._introduced
            self._introduced.discard(one)
            known = {key: value for key, value in person.items() if key != "id"} if fresh else {"name": person["name"]}
            own_id = one if fresh and one in self._own_ids else None
            names.append(None if own_id else name_of(known))
            lines.append((line_for(known) if fresh else str(person["name"])) + comment(own_id))
        if len(ids) > 1 and None not in names:
            return [(f"{role}s", listing([str(one) for one in names]))]
        return [(role, line) for line in lines]


def _called(person: Data) -> set[str]:
    """All by which a person may be meant in the text."""
    names = [person["name"], person["id"], *person.get("aliases", ())]
    return {fold(one) for one in names} | set(fold(person["name"]).split())


def listing(names: Sequence[str]) -> str:
    """`Ana Lima, Bo Ek and Cy Dow`."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def comment(item_id: str | None) -> str:
    """The comment that gives an item its id, with the space before it; empty for none."""
    return f" <!-- id: {item_id} -->" if item_id else ""


def quote(data: Data, people: People, own_id: str | None) -> str:
    """A block quote with its attribution line."""
    lines = [f"> {line}" if line else ">" for line in data["text"].split("\n")]
    who = people.name(data["speaker"]) if "speaker" in data else data.get("attribution", "")
    said = ["paraphrasing"] if data.get("kind") == "indirect" else []
    via = [f"(via {people.short(data['relayed_by'])})"] if "relayed_by" in data else []
    attribution = " ".join([">", "—", *said, *([who] if who else []), *via])
    return "\n".join([*lines, ">", attribution + comment(own_id)])


def marker(word: str, who: str | None, name: str = "") -> str:
    """`**Lessons (Connell):**`, `**Framework (McCourt): Name**`."""
    return f"**{word} ({who}):{name}**" if who else f"**{word}:{name}**"


def lesson(data: Data, people: People, own_id: str | None) -> str:
    """A paragraph that is a lesson."""
    who = people.short(data["speaker"]) if "speaker" in data else None
    return f"{marker('Lesson', who)} {data['text']}{comment(own_id)}"


def lesson_item(data: Data, own_id: str | None) -> str:
    """An item of a list of lessons, with its details and actions below it."""
    details, actions = data.get("details"), [_action(one) for one in data.get("actions", ())]
    below = [_indented(details)] if details else []
    below += [_indented("\n".join(actions))] if actions else []
    gap = "\n\n" if details else "\n"
    return gap.join([f"- {data['text']}{comment(own_id)}", *below])


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))


def _action(data: Data) -> str:
    facts = ", ".join(f"{key}: {data[key]}" for key in ("owner", "due") if key in data)
    return f"- [{'x' if data.get('done') else ' '}] {data['text']}" + (f" ({facts})" if facts else "")


def framework(data: Data, people: People, own_id: str | None) -> str:
    """A marker with the framework's name, and the list of its elements."""
    who = people.short(data["speaker"]) if "speaker" in data else data.get("attribution")
    ordered = data.get("ordered", True)
    items = [_element(one, f"{number}." if ordered else "-") for number, one in enumerate(data["elements"], 1)]
    head = marker("Framework", who, f" {data['name']}") + comment(own_id)
    return "\n".join([head, "", *items] if items else [head])


def _element(data: Data, bullet: str) -> str:
    return f"{bullet} **{data['title']}** — {data['text']}" if "text" in data else f"{bullet} {data['title']}"


def kind_item(data: Data, people: People, own_id: str | None) -> str:
    """A session on one line of a list below a heading such as Lightning talks."""
    who = ", ".join(line for _, line in people.labels("Speaker", data["speakers"]))
    links = "".join(f" [{one.get('title') or one.get('rel', 'link')}]({one['url']})" for one in data.get("links", ()))
    return f"- **{data['title']}** — {who}{links}{comment(own_id)}"


def _link(data: Data) -> str:
    return f"[{data['title']}]({data['url']})" if "title" in data else f"<{data['url']}>"


class Head:
    """The heading of a session and the labels below it.

    Attributes:
        left: names of the fields for which there are no words here.
    """

    def __init__(self, data: Data, people: People, day: str | None, left: set[str]) -> None:
        self.data = {key: value for key, value in data.items() if key in _WORDED and key not in left}
        self.left = {*left, *(key for key in data if key not in _WORDED)}
        self.people = people
        self.day = day

    def text(self, level: int, own_id: str | None) -> str:
        """Heading, id comment and label list; level 0 is a post that is one session, without a heading."""
        labels = self._labels()
        heading, titled = self._heading(level, shown=any(one in LABELS and LABELS[one].qualifies for one, _ in labels))
        listed = "\n".join(f"- **{name}:** {value}" for name, value in [*titled, *labels])
        parts = [f"{'#' * level} {heading}"] if level else []
        if own_id:
            parts.append(comment(own_id).strip())
        return "\n\n".join([*parts, listed])

    def _heading(self, level: int, shown: bool) -> tuple[str, list[tuple[str, str]]]:
        """The heading, and the label of the title where the heading alone does not give it."""
        title, extra = self.data.get("title"), self.data.get("extra", {})
        names = [self.people.name(one) for one in self.data.get("speakers", ())]
        if not title:
            return listing(names), []
        if level and extra and [*extra][-1] == "heading":
            return str(extra["heading"]), [("Session", title)]
        is_clear = level and shown and not is_just_names(title, [{"name": one} for one in names])
        return title, [] if is_clear else [("Session", title)]

    def _labels(self) -> list[tuple[str, str]]:
        found = self._lines(("kind",))
        for role in ("speakers", "moderators"):
            people = self.data.get(role, ())
            if self.people.are_listed(people):
                found += self.people.labels(role[:-1].capitalize(), people)
            else:
                self.left.add(role)
        return [*found, *self._time(), *self._lines(_LINES[1:]), *self._links(), *self._tags(), *self._extra()]

    def _lines(self, names: Sequence[str]) -> list[tuple[str, str]]:
        return [(name.capitalize(), self.data[name]) for name in names if name in self.data]

    def _time(self) -> list[tuple[str, str]]:
        start, end = self.data.get("start"), self.data.get("end")
        label = time_label(start, end, self.day) if start else None
        if label is None:
            self.left |= {"start", "end"} & self.data.keys()
        return [("Time", label)] if label else []

    def _links(self) -> list[tuple[str, str]]:
        return [(_BY_REL.get(one.get("rel"), "Link"), _link(one)) for one in self.data.get("links", ())]

    def _tags(self) -> list[tuple[str, str]]:
        found = [("Tags", ", ".join(self.data["tags"]))] if "tags" in self.data else []
        abstract = self.data.get("abstract")
        if abstract and "\n" in abstract:
            self.left.add("abstract")
        return [*found, ("Abstract", abstract)] if abstract and "\n" not in abstract else found

    def _extra(self) -> list[tuple[str, str]]:
        extra = self.data.get("extra", {})
        labels = {key: value for key, value in extra.items() if key != "heading" or key != [*extra][-1]}
        plain = all(isinstance(one, str) and one and "\n" not in one + key for key, one in labels.items())
        if plain and not any(meaning(key) for key in labels):
            return [*labels.items()]
        self.left.add("extra")
        return []
