"""Schema: the model as JSON Schema."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from eventnotes.characters import LANGUAGE, LINE, LINK_URL, SLUG, TEXT, TIMEZONE, URL
from eventnotes.model import SCHEMA_VERSION, Event, Framework, Lesson, Quote, Session, Speaker
from eventnotes.when import PATTERN as WHEN

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
    "event": {"eventnotes": 1, "name": "PyDay Lisbon", "start": "2024-05-01", "timezone": "Europe/Lisbon"},
    "session": {"title": "Parsing for people", "kind": "talk", "start": "2024-05-01T09:30", "speakers": ["ana-lima"]},
    "speaker": {"name": "Ana Lima", "roles": [{"title": "CTO", "organization": "NHS"}], "pronouns": "she/her"},
    "quote": {"text": "Ask first, build later.", "kind": "direct", "speaker": "ana-lima"},
    "lesson": {"text": "Ask before you build.", "actions": [{"text": "Call three users", "due": "2024-06"}]},
    "framework": {"name": "Two Rs", "ordered": True, "elements": [{"title": "Read"}, {"title": "Run"}]},
}
_TITLES = {"eventnotes": "Schema version", "url": "URL", "write_up": "Write-up", "relayed_by": "Relayed by"}
_JSON_VALUE = {
    "title": "JSON value",
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
    "title": "Extra",
    "description": "What a source holds and the model does not: any keys, with JSON values.",
    "type": "object",
    "propertyNames": {"pattern": TEXT.replace("]+$", "]*$")},
    "additionalProperties": {"$ref": "#/$defs/JsonValue"},
}


# Each pattern stands once, as a definition that the fields refer to.
_PATTERNS = {
    LINE: ("Line", "One line of text, without control characters or white space around it."),
    TEXT: ("Markdown", "CommonMark: text of any length, without control characters."),
    SLUG: ("Id", "a-z, 0-9 and hyphens, a letter first."),
    URL: ("Url", "Absolute http or https URL."),
    LINK_URL: ("LinkUrl", "Absolute http or https URL, or mailto."),
    LANGUAGE: ("Language", "Language tag, BCP 47: en, pt-BR."),
    TIMEZONE: ("TimeZone", "IANA time zone: Europe/London."),
    WHEN: ("When", "ISO 8601 of reduced precision: 2017, 2017-10, 2017-10-05, 2017-10-05T09:30+01:00 or T09:30."),
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
    address = f"urn:eventnotes:schema:{SCHEMA_VERSION}:{name}"
    return {"$schema": _DIALECT, "$id": address, **_class_schema(name), "examples": [dict(_EXAMPLES[name])]}


def names() -> list[str]:
    """Every schema there is."""
    return [*CLASSES, "front-matter", "front-matter.draft-07"]


def _class_schema(name: str) -> dict[str, Any]:
    found = CLASSES[name].model_json_schema(schema_generator=_Generator)
    definitions = found.setdefault("$defs", {})
    if "#/$defs/Event" in json.dumps(found):
        raise AssertionError("the event is not part of itself")
    for definition in (found, *definitions.values()):
        _mend(definition)
    texts: dict[str, Any] = {}
    found = dict(_referring(found, texts))
    shared = _referring({"Extra": _EXTRA, "JsonValue": _JSON_VALUE}, texts)
    found["$defs"] = dict(sorted({**found["$defs"], **texts, **shared}.items()))
    return found


def _referring(value: Any, texts: dict[str, Any]) -> Any:
    """A schema with a reference in place of each pattern, whose definitions are put into `texts`."""
    if isinstance(value, list):
        return [_referring(one, texts) for one in value]
    if not isinstance(value, dict) or value.get("pattern") not in _PATTERNS:
        return {key: _referring(one, texts) for key, one in value.items()} if isinstance(value, dict) else value
    kind = {key: value[key] for key in ("type", "contentMediaType", "pattern") if key in value}
    name, description = _PATTERNS[value["pattern"]]
    if "contentMediaType" in kind and name == "Line":
        name, description = "Inline", "CommonMark inline: one line, without control characters or outer white space."
    texts[name] = {"title": name, "description": description, **kind}
    return {"$ref": f"#/$defs/{name}", **{key: one for key, one in value.items() if key not in kind}}


def _mend(definition: dict[str, Any]) -> None:
    """Titles and descriptions on one line each, and what pydantic cannot say of `extra` and `attribution`."""
    definition["description"] = " ".join(definition.get("description", "").split("\n\n")[0].split())
    properties = definition.get("properties", {})
    for name, field in properties.items():
        said = {"title": _TITLES.get(name, name.capitalize()), "description": " ".join(field["description"].split())}
        kind = {"$ref": "#/$defs/Extra", "default": {}} if name == "extra" else field
        properties[name] = {**said, **{key: value for key, value in kind.items() if key != "description"}}
    if "attribution" in properties:
        both = {"properties": {one: {"type": "string"} for one in ("attribution", "speaker")}}
        definition["not"] = {**both, "required": ["attribution", "speaker"]}


def _front_matter(dialect: str) -> dict[str, Any]:
    """Front matter as authors write it: shorthands, and values that YAML may have typed."""
    event = _class_schema("event")
    classes = {"Event": event, **event.pop("$defs")}
    definitions = {name: _loosened(name, classes) for name in sorted(classes)}
    draft = "-draft-07" if dialect == _DRAFT_07 else ""
    posts = {key: {"title": key.capitalize(), "description": said} for key, said in _POST.items()}
    texts = _alternatives(classes["WriteUp"]["properties"]["tags"], classes)
    found: dict[str, Any] = {
        "$schema": dialect,
        "$id": f"urn:eventnotes:schema:{SCHEMA_VERSION}:front-matter{draft}",
        "title": "Front matter of an event write-up",
        "description": "The post's own keys at the top level, the event's facts under `event`.",
        "type": "object",
        "properties": {
            "event": {
                "title": "Event",
                "description": "The event: its name, or its facts.",
                "anyOf": [{"type": "string"}, {"type": "null"}, {"$ref": "#/$defs/Event"}],
            },
            "eventnotes": {**definitions["Event"]["properties"]["eventnotes"]},
            **posts,
            "title": {**posts["title"], "anyOf": [{"type": one} for one in ("string", "number", "boolean", "null")]},
            "tags": {**posts["tags"], "anyOf": [*texts, *_EMPTY]},
        },
        "anyOf": [{"properties": {one: True}, "required": [one]} for one in ("event", "eventnotes")],
        "examples": [{"title": "What I brought home", "event": {"name": "PyDay Lisbon", "start": "2024-05-01"}}],
        "$defs": definitions,
    }
    return _as_draft_07(found) if draft else found


_EMPTY: list[dict[str, Any]] = [{"const": ""}, {"type": "null"}]
_POST = {
    "title": "The post's title.",
    "date": "When the post was published.",
    "lastmod": "When it was last changed.",
    "author": "Who wrote it.",
    "tags": "Its keywords.",
    "description": "What it is about.",
    "lang": "The language it is written in, BCP 47.",
    "license": "SPDX identifier or URL of its license.",
    "canonical_url": "Its permanent address.",
    "status": "`draft` until someone has reviewed what a program extracted, then `reviewed`.",
}
# What a plain string in place of a mapping stands for.
_SHORT = {
    **dict.fromkeys(("Venue", "Organization", "Author", "Speaker"), "name"),
    **dict.fromkeys(("Role", "Element"), "title"),
    **dict.fromkeys(("Action", "Lesson", "Quote"), "text"),
    "Link": "url",
}


def _loosened(name: str, classes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What a source may write for a class: strings in place of mappings, null for absent, one in place of a list."""
    definition = dict(classes[name])
    if "properties" not in definition:
        return definition
    required = [] if name == "Event" else definition.get("required", [])  # a post's title may name the event
    definition.pop("required", None)
    fields = {}
    for key, field in definition["properties"].items():
        kept = {one: field[one] for one in ("title", "description", "default") if one in field}
        fields[key] = {**kept, "anyOf": [*_alternatives(field, classes), *([] if key in required else _EMPTY)]}
    keeps_unknown = {"additionalProperties": True} if "extra" in fields else {}
    return {**definition, "properties": fields, **({"required": required} if required else {}), **keeps_unknown}


def _alternatives(field: dict[str, Any], classes: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    if "anyOf" in field:
        return [found for one in field["anyOf"] if one.get("type") != "null" for found in _alternatives(one, classes)]
    if field.get("type") == "array":
        items = _alternatives(field["items"], classes)
        return [{"type": "array", "items": {"anyOf": [*items, *_EMPTY]}}, *items]
    plain = {key: value for key, value in field.items() if key not in ("title", "description", "default")}
    name = field.get("$ref", "").rpartition("/")[2]
    if name in _SHORT:
        return [*_alternatives(classes[name]["properties"][_SHORT[name]], classes), plain]
    if name in ("Line", "Inline", "Markdown"):  # `1.10` and `true` are read as the text they are
        return [plain, {"type": "number"}, {"type": "boolean"}]
    return [plain, {"type": "integer", "minimum": 2, "maximum": 9998}] if name == "When" else [plain]


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
