"""Story: the narrative of an event with its sessions and items where they stand in it."""

from __future__ import annotations

from html import escape

from eventnotes.formats._plain_text import plain_line
from eventnotes.formats.html import items
from eventnotes.formats.html.words import Words, link
from eventnotes.model import Event, Framework, Lesson, Quote, Session

_KINDS = ("quote", "lesson", "framework", "session")


def story(event: Event, words: Words) -> str:
    """The notes of the event; an item that has no place in them follows at their end."""
    return _told(event, words)


def _told(owner: Event | Session, words: Words) -> str:
    waiting = {(kind, str(one.id)): one for kind in _KINDS for one in getattr(owner, f"{kind}s", ())}

    def item(kind: str, item_id: str, level: int, is_listed: bool) -> str | None:
        one = waiting.pop((kind, item_id), None)
        return _item(one, words, level, is_listed) if one is not None else None

    text = words.blocks(owner.notes, item)
    rest = [_item(one, words, 0, False) for one in waiting.values()]
    return text + "".join(rest)


def _item(one: Session | Quote | Lesson | Framework, words: Words, level: int, is_listed: bool) -> str:
    match one:
        case Quote():
            return items.quote(one, words)
        case Lesson():
            return items.lesson(one, words, is_listed)
        case Framework():
            return items.framework(one, words)
        case Session():
            return _listed(one, words) if is_listed else _session(one, words, level or 2)


def _session(one: Session, words: Words, level: int) -> str:
    """A session below its heading."""
    heading = words.outline.level(level)
    parts = [
        _facts(one, words, one.kind),
        f"<h{heading}{words.lang(one.language)}>{title(one, words)}</h{heading}>\n",
        _people(one, words),
        f'<div class="abstract">\n{words.blocks(one.abstract)}</div>\n' if one.abstract else "",
        _told(one, words),
        _links(one),
    ]
    return f'<section class="session" id="session-{one.id}">\n{"".join(parts)}</section>\n'


def _listed(one: Session, words: Words) -> str:
    """A session as one of a list, which says what kind it is."""
    head = f'<p class="title"{words.lang(one.language)}>{title(one, words)}</p>\n'
    rest = [_people(one, words), words.blocks(one.abstract), _told(one, words), _links(one)]
    return f'<div class="session" id="session-{one.id}">\n{_facts(one, words)}{head}{"".join(rest)}</div>\n'


def title(one: Session, words: Words, is_plain: bool = False) -> str:
    """A session's title; without one, who spoke, or what it was."""
    if one.title:
        return escape(plain_line(one.title)) if is_plain else words.inline(one.title)
    return words.names(one.speakers or one.moderators) or escape(one.kind or "") or words.label("Session")


def _facts(one: Session, words: Words, kind: str | None = None) -> str:
    """When and where, each in an element of its own; and of what kind, where that is to be said."""
    facts = [words.calendar.clocks(one.start, one.end), *(escape(part or "") for part in (one.room, one.track, kind))]
    told = " ".join(f"<span>{part}</span>" for part in facts if part)
    return f'<p class="when">{told}</p>\n' if told else ""


def _people(one: Session, words: Words) -> str:
    spoke = [words.introduced(who) for who in one.speakers] if one.title else []
    led = ", ".join(words.name(who) for who in one.moderators)
    lines = [*spoke, f"{words.label('Moderated by')} {led}" if led and (one.title or one.speakers) else ""]
    told = "<br>\n".join(line for line in lines if line)
    return f'<p class="who">{told}</p>\n' if told else ""


def _links(one: Session) -> str:
    listed = "".join(f"<li>{link(found)}</li>\n" for found in one.links)
    return f'<ul class="links">\n{listed}</ul>\n' if listed else ""
