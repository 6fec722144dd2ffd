"""Above: the front matter that an author would write above a post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eventnotes.building import PLURALS
from eventnotes.formats._people import line_of
from eventnotes.formats._short_forms import shortened
from eventnotes.formats._yaml_writer import write_yaml
from eventnotes.ids import slug

Data = Mapping[str, Any]
_KEYS = {
    "title": "title",
    "published": "date",
    "updated": "updated",
    "authors": "authors",
    "tags": "tags",
    "summary": "description",
    "language": "lang",
    "license": "license",
    "url": "canonical_url",
    "status": "status",
}


def front_matter(post: Data, facts: Data, own: str = "") -> str:
    """The block between two lines `---`: the post's keys, then the event.

    Args:
        post: data of WriteUp.
        facts: what stands under `event:`, fields of Event.
        own: lines of YAML by the post's author that say all of this of the post but for its status.
    """
    event = facts["name"] if [*facts] == ["name"] and "publishDate" not in post.get("extra", {}) else facts
    keys = post_keys(post, {}) if not own else {"status": post["status"]} if "status" in post else {}
    return f"---\n{own}{write_yaml({**keys, 'event': event})}---\n"


def facts_of(event: Data, speakers: Sequence[Data], items: Data) -> dict[str, Any]:
    """What stands under `event:` of an event's data, in the order of the model.

    Args:
        event: data of Event.
        speakers: those whom the body does not introduce.
        items: sequences of items that do not stand in the body, by field.
    """
    found: dict[str, Any] = {}
    for key, value in event.items():
        if key in PLURALS.values():
            values = [_speaker(one) for one in speakers] if key == "speakers" else items.get(key)
            if values:
                found[key] = shortened(values)
        elif key not in ("eventnotes", "notes", "write_up") and (key != "id" or value != slug("event", event["name"])):
            found[key] = shortened(value, key)
    return found


def _speaker(person: Data) -> Any:
    known = {key: value for key, value in person.items() if key != "id"}
    line = line_of(known) if person["id"] == slug("speaker", person["name"]) else None
    return line or dict(person)


def post_keys(post: Data, names: Mapping[str, str]) -> dict[str, Any]:
    """The top level of front matter.

    Args:
        post: data of WriteUp.
        names: the key to use for a field of it, where it is not the usual one.
    """
    found = {}
    for field, usual in _KEYS.items():
        value = shortened(post.get(field), field)
        if field == "authors" and value is not None and len(value) == 1:
            found[names.get(field, "author")] = value[0]
        elif value is not None:
            found[names.get(field, usual)] = value
    return {**found, **post.get("extra", {})}
