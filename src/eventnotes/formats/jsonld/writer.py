"""Writer: an event becomes a BlogPosting about an Event, in terms of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from eventnotes.formats._plain_text import plain, plain_line
from eventnotes.formats.jsonld.terms import LICENSES, SCHEMA, WORKS
from eventnotes.model import (
    Action,
    Event,
    Framework,
    Lesson,
    Link,
    Quote,
    Role,
    Session,
    Speaker,
    Venue,
    WriteUp,
)
from eventnotes.when import When

Node = dict[str, Any]

is_spdx = re.compile(r"[A-Za-z0-9.+-]+").fullmatch
_VENUE = "#venue"


def write(event: Event) -> bytes:
    """The event as a JSON-LD text; the same event gives the same bytes."""
    return json.dumps(described(event), ensure_ascii=False, indent=2).encode() + b"\n"


def described(event: Event) -> Node:
    """The event as plain data that JSON-LD serialises. Markdown is told as plain text; `notes` are not told."""
    whole = _Description(event).event()
    post = event.write_up
    return {"@context": SCHEMA, **(whole if post is None else _post(post, whole))}


def _node(kind: str | list[str], **fields: Any) -> Node:
    """A node of a type with those of its properties that are not empty."""
    given = {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()}
    return {"@type": kind, **{key: value for key, value in given.items() if value not in (None, "", [], {})}}


def _known(identity: str, node: Node) -> Node:
    return {"@type": node["@type"], "@id": identity, **node}


def _post(post: WriteUp, about: Node) -> Node:
    return _node(
        "BlogPosting",
        headline=post.title,
        description=_text(post.summary),
        author=[_node("Person", name=one.name, url=one.website) for one in post.authors],
        datePublished=post.published,
        dateModified=post.updated,
        url=post.url,
        license=_license(post.license),
        inLanguage=post.language,
        keywords=post.tags,
        creativeWorkStatus=post.status,
        about=about,
    )


def _license(given: str | None) -> str | Node | None:
    if given is None or given[:4].lower() == "http":
        return given
    return LICENSES + given if is_spdx(given) else _node("CreativeWork", name=given)


def _text(markdown: str | None) -> str | None:
    return (plain(markdown) or markdown) if markdown else None


class _Description:
    """An event described, with the people and the place to which its sessions refer."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._people = {str(one.id): one.name for one in event.speakers}

    def event(self) -> Node:
        """The event's own node."""
        event = self._event
        node = _node(
            "Event",
            name=event.name,
            description=_text(event.summary),
            superEvent=_node("EventSeries", name=event.series) if event.series else None,
            startDate=self._time(event.start),
            endDate=self._time(event.end),
            eventAttendanceMode=_mode(event),
            location=_location(event),
            url=event.website,
            organizer=[_node("Organization", name=one.name, url=one.website) for one in event.organizers],
            keywords=event.tags,
            inLanguage=event.language,
            performer=[_person(one) for one in event.speakers],
            subEvent=[self._session(one) for one in event.sessions],
            **self._items(event),
        )
        return _known(f"#event-{event.id}", node)

    def _session(self, one: Session) -> Node:
        node = _node(
            "Event",
            additionalType=one.kind,
            name=plain_line(one.title) if one.title else None,
            description=_text(one.abstract),
            superEvent=_node("EventSeries", name=one.track) if one.track else None,
            startDate=self._time(one.start),
            endDate=self._time(one.end),
            location=self._room(one.room),
            keywords=one.tags,
            inLanguage=one.language,
            performer=[self._performer(who, "speaker") for who in one.speakers]
            + [self._performer(who, "moderator") for who in one.moderators],
            **_with_links(self._items(one), one.links),
        )
        return _known(f"#session-{one.id}", node)

    def _time(self, when: When | None) -> str | None:
        at = when.at(self._event) if when is not None else None
        return str(at) if at and at[0] != "T" else None

    def _room(self, room: str | None) -> Node | None:
        inside = {"@id": _VENUE} if self._event.venue is not None else None
        return _node("Place", name=room, containedInPlace=inside) if room else None

    def _who(self, who: str) -> Node:
        return _known(f"#speaker-{who}", _node("Person", name=self._people.get(who)))

    def _performer(self, who: str, role: str) -> Node:
        return _node("Role", roleName=role, performer=self._who(who))

    def _creator(self, item: Lesson | Framework | Quote) -> str | Node | None:
        if item.speaker is not None:
            return self._who(item.speaker)
        return None if isinstance(item, Lesson) else item.attribution

    def _items(self, owner: Event | Session) -> dict[str, list[Node]]:
        works = [*map(self._quote, owner.quotes), *map(self._framework, owner.frameworks)]
        return {"workFeatured": works, "subjectOf": [*map(self._lesson, owner.lessons)]}

    def _quote(self, one: Quote) -> Node:
        """Words as a Quotation; a paraphrase as a Statement, for it is not what was said word for word."""
        whose = {"creator" if one.kind == "indirect" or not one.speaker else "spokenByCharacter": self._creator(one)}
        relayed = self._who(one.relayed_by) if one.relayed_by else None
        node = _node(
            "Quotation" if one.kind == "direct" else "Statement",
            text=_text(one.text),
            **whose,
            contributor=_node("Role", roleName="relayed by", contributor=relayed) if relayed else None,
            citation=_work(one.source) if one.source is not None else None,
            inLanguage=one.language,
            keywords=one.tags,
        )
        return _known(f"#quote-{one.id}", node)

    def _framework(self, one: Framework) -> Node:
        parts = [(at, plain_line(part.title), plain_line(part.text or "")) for at, part in enumerate(one.elements, 1)]
        steps: dict[str, Any] = {
            "step": [_node("HowToStep", position=at, name=title, text=text) for at, title, text in parts]
        }
        if not one.ordered:
            listed = [_node("ListItem", position=at, name=title, description=text) for at, title, text in parts]
            steps = {"itemListOrder": f"{SCHEMA}/ItemListUnordered", "itemListElement": listed}
        node = _node(
            "HowTo" if one.ordered else ["CreativeWork", "ItemList"],
            name=plain_line(one.name),
            creator=self._creator(one),
            citation=_work(one.source) if one.source is not None else None,
            keywords=one.tags,
            **steps,
        )
        return _known(f"#framework-{one.id}", node)

    def _lesson(self, one: Lesson) -> Node:
        node = _node(
            "Statement",
            text=plain_line(one.text),
            description=_text(one.details),
            creator=self._creator(one),
            isBasedOn=[{"@id": f"#quote-{quote}"} for quote in one.evidence],
            keywords=one.tags,
            potentialAction=[self._action(action) for action in one.actions],
        )
        return _known(f"#lesson-{one.id}", node)

    def _action(self, one: Action) -> Node:
        status = f"{SCHEMA}/{'Completed' if one.done else 'Potential'}ActionStatus"
        due = self._time(one.due)
        return _node("Action", name=plain_line(one.text), agent=one.owner, endTime=due, actionStatus=status)


def _mode(event: Event) -> str | None:
    if event.venue is None and event.online is None:
        return None
    mode = "Offline" if event.online is None else "Online" if event.venue is None else "Mixed"
    return f"{SCHEMA}/{mode}EventAttendanceMode"


def _location(event: Event) -> list[Node]:
    virtual = [_node("VirtualLocation", url=event.online)] if event.online is not None else []
    return [*([_known(_VENUE, _place(event.venue))] if event.venue is not None else []), *virtual]


def _place(venue: Venue) -> Node:
    address = _node(
        "PostalAddress",
        streetAddress=venue.address,
        addressLocality=venue.locality,
        addressRegion=venue.region,
        addressCountry=venue.country,
    )
    point = _node("GeoCoordinates", latitude=venue.latitude, longitude=venue.longitude)
    parts = {key: one for key, one in (("address", address), ("geo", point)) if len(one) > 1}
    return _node("Place", name=venue.name, url=venue.website, **parts)


def _person(one: Speaker) -> Node:
    node = _node(
        "Person",
        name=one.name,
        alternateName=one.aliases,
        pronouns=one.pronouns,
        description=_text(one.bio),
        affiliation=[_affiliation(role) for role in one.roles],
        **_with_links({}, one.links),
    )
    return _known(f"#speaker-{one.id}", node)


def _affiliation(role: Role) -> Node:
    held = _node("Organization", name=role.organization) if role.organization else None
    return _node("OrganizationRole", roleName=role.title, affiliation=held)


def _with_links(properties: dict[str, list[Any]], links: Iterable[Link]) -> dict[str, list[Any]]:
    """Properties and links: an address alone as `url`, a work of a kind that has a type by its property."""
    for one in links:
        if one.title is None and one.rel is None:
            properties.setdefault("url", []).append(one.url)
        else:
            properties.setdefault(WORKS.get(one.rel or "", ("subjectOf", ""))[0], []).append(_work(one))
    return properties


def _work(link: Link) -> Node:
    kind = WORKS[link.rel][1] if link.rel in WORKS else "CreativeWork"
    return _node(kind, name=link.title, url=link.url)
