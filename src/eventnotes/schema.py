"""Schema: the model as JSON Schema."""

from __future__ import annotations

import copy
import json
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from eventnotes.characters import TEXT
from eventnotes.model import SCHEMA_VERSION, Event, Framework, Lesson, Quote, Session, Speaker

CLASSES: dict[str, type[BaseModel]] = {
    "event": Event,
    "session": Session,
    "speaker": Speaker,
    "quote": Quote,
    "lesson": Lesson,
    "framework": Framework,
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DRAFT_07 = "http://json-schema.org/draft-07/schema#"
_EXAMPLES: dict[str, dict[str, Any]] = {
    "event": {"eventnotes": 1, "name": "PyDay Lisbon", "start": "2024-05-01", "timezone": "Europe/Lisbon", "venue": {"name": "Casa"}},
    "session": {"title": "Parsing for people", "kind": "talk", "start": "2024-05-01T09:30", "speakers": ["ana-lima"]},
    "speaker": {"name": "Ana Lima", "roles": [{"title": "CTO", "organization": "NHS"}], "pronouns": "she/her"},
    "quote": {"text": "Ask first, build later.", "kind": "direct", "speaker": "ana-lima"},
    "lesson": {"text": "Ask before you build.", "actions": [{"text": "Call three users", "due": "2024-06", "done": False}]},
    "framework": {"name": "Three Rs", "ordered": True, "elements": [{"title": "Read"}, {"title": "Run"}, {"title": "Repair"}]},
}
_JSON_VALUE = {
    "description": "Any JSON value; whole numbers within 64 bits.",
    "anyOf": [
        {"type": ["null", "boolean"]},
        {"type": "string", "pattern": TEXT.replace("]+$", "]*$")},
        {"type": "integer", "minimum": -(2**63), "exclusiveMaximum": 2**63},
        {"type": "number", "not": {"type": "integer"}},
        {"type": "array", "items": {"$ref": "#/$defs/JsonValue"}},
        {"$ref": "#/$defs/Extra"},
    ],
}
_EXTRA = {
    "type": "object",
    "propertyNames": {"pattern": TEXT.replace("]+$", "]*$")},
    "additionalProperties": {"$ref": "#/$defs/JsonValue"},
}


class _Generator(GenerateJsonSchema):
    """pydantic's generator, without the titles it makes of field names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema(name: str = "event") -> dict[str, Any]:
    """The JSON Schema (2020-12) of a class in canonical JSON, or of front matter.

    Args:
        name: `event`, `session`, `speaker`, `quote`, `lesson`, `framework`, `front-matter` or `front-matter.draft-07`.

    Raises:
        LookupError: for another name.
    """
    if name in ("front-matter", "front-matter.draft-07"):
        return _front_matter(_DRAFT_07 if name.endswith("07") else _DIALECT)
    if name not in CLASSES:
        raise LookupError(f"no class is called {name!r}; there are {', '.join(names())}")
    found = _class_schema(name)
    return {"$schema": _DIALECT, "$id": f"urn:eventnotes:schema:{SCHEMA_VERSION}:{name}", **found, "examples": [_EXAMPLES[name]]}


def names() -> list[str]:
    """Every schema there is."""
    return [*CLASSES, "front-matter", "front-matter.draft-07"]


def _class_schema(name: str) -> dict[str, Any]:
    found = CLASSES[name].model_json_schema(schema_generator=_Generator)
    definitions = found.setdefault("$defs", {})
    if "#/$defs/Event" in json.dumps(found):
        raise AssertionError("the event is not part of itself")
    for definition in (found, *list(definitions.values())):
        _mend(definition)
    definitions["Extra"], definitions["JsonValue"] = _EXTRA, _JSON_VALUE
    found["$defs"] = dict(sorted(definitions.items()))
    return found


def _mend(definition: dict[str, Any]) -> None:
    definition["description"] = " ".join(definition.get("description", "").split("\n\n")[0].split())
    properties = definition.get("properties", {})
    for name, field in properties.items():
        if "description" in field:
            field["description"] = " ".join(field["description"].split())
        if name == "extra":
            properties[name] = {"$ref": "#/$defs/Extra", "default": {}, "description": field.get("description", "")}
    if "attribution" in properties:
        both = {"properties": {one: {"type": "string"} for one in ("attribution", "speaker")}}
        definition["not"] = {**both, "required": ["attribution", "speaker"]}


def _front_matter(dialect: str) -> dict[str, Any]:
    """Front matter as authors write it: shorthands, and values that YAML may have typed."""
    definitions = copy.deepcopy(_class_schema("event"))
    event = {key: value for key, value in definitions.items() if key != "$defs"}
    definitions = {"Event": event, **definitions["$defs"]}
    for definition in definitions.values():
        _loosen(definition)
    draft = "-draft-07" if dialect == _DRAFT_07 else ""
    text = {"type": "string"}
    texts = {"anyOf": [text, {"type": "array", "items": {"type": ["string", "null"]}}, {"type": "null"}]}
    found: dict[str, Any] = {
        "$schema": dialect,
        "$id": f"urn:eventnotes:schema:{SCHEMA_VERSION}:front-matter{draft}",
        "title": "Front matter of an event write-up",
        "description": "The post's own keys at the top level, the event's facts under `event`.",
        "type": "object",
        "properties": {
            "eventnotes": {"const": SCHEMA_VERSION, "description": "Version of this schema."},
            "event": {
                "description": "The event: its name, or its facts.",
                "anyOf": [text, {"type": "null"}, {"$ref": "#/$defs/Event"}],
            },
            "title": {"type": ["string", "null"], "description": "The post's title."},
            "tags": {**texts, "description": "The post's keywords."},
            "author": {"description": "Who wrote the post."},
            "status": {"description": "`draft` or `reviewed`, where it is ours."},
        },
        "anyOf": [{"required": ["event"]}, {"required": ["eventnotes"]}],
        "examples": [{"title": "What I brought home", "event": {"name": "PyDay Lisbon", "start": "2024-05-01"}}],
        "$defs": dict(sorted(definitions.items())),
    }
    return _as_draft_07(found) if draft else found


_SHORT = {"Venue", "Organization", "Author", "Link", "Speaker", "Role", "Element", "Action", "Lesson", "Quote"}


def _loosen(definition: dict[str, Any]) -> None:
    """What a source may write for a class: strings in place of mappings, null for absent, one in place of a list."""
    for name, field in definition.get("properties", {}).items():
        if name != "extra" and "const" not in field:
            definition["properties"][name] = _loose(field)
    definition.pop("required", None)
    if definition.get("additionalProperties") is False and "extra" in definition.get("properties", {}):
        definition["additionalProperties"] = True


def _loose(field: dict[str, Any]) -> dict[str, Any]:
    kept = {key: field[key] for key in ("description", "default") if key in field}
    if "anyOf" in field:
        choices = [_loose_one(one) for one in field["anyOf"] if one.get("type") != "null"]
    else:
        choices = [_loose_one({key: value for key, value in field.items() if key not in kept})]
    flat = [one for choice in choices for one in choice.pop("anyOf", [choice])]
    return {**kept, "anyOf": [*flat, {"type": "null"}]}


def _loose_one(one: dict[str, Any]) -> dict[str, Any]:
    if one.get("type") == "array":
        item = _loose_one(one["items"])
        return {"anyOf": [{"type": "array", "items": item}, *item.get("anyOf", [item])]}
    if one.get("$ref", "").rpartition("/")[2] in _SHORT:
        return {"anyOf": [{"type": "string"}, {"$ref": one["$ref"]}]}
    if one.get("type") == "string" and "contentMediaType" not in one:
        return {"anyOf": [{**one, "pattern": one["pattern"]}, {"const": ""}, {"type": "number"}]} if "pattern" in one else one
    return dict(one)


def _as_draft_07(value: Any) -> Any:
    if isinstance(value, dict):
        renamed = {"definitions" if key == "$defs" else key: _as_draft_07(inner) for key, inner in value.items()}
        if isinstance(renamed.get("$ref"), str):
            renamed["$ref"] = renamed["$ref"].replace("#/$defs/", "#/definitions/")
            return {"allOf": [{"$ref": renamed.pop("$ref")}], **renamed} if len(renamed) > 1 else renamed
        return renamed
    return [_as_draft_07(one) for one in value] if isinstance(value, list) else value


def written(name: str) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def write_all(folder: Path) -> None:
    """Write every schema file; `make schema` runs it."""
    folder.mkdir(exist_ok=True)
    for name in names():
        (folder / file_name(name)).write_text(written(name), encoding="utf-8")


def file_name(name: str) -> str:
    """The file a schema stands in: `event.schema.json`, `front-matter.draft-07.schema.json`."""
    return f"{name}.schema.json"


def published(name: str) -> str:
    """The text of a schema as it was published with this version, from the installed package or the checkout.

    Raises:
        FileNotFoundError: where neither has it.
    """
    packaged = resources.files("eventnotes") / "schemas" / file_name(name)
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    return (Path(__file__).parents[2] / "schemas" / file_name(name)).read_text(encoding="utf-8")
