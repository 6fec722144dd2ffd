"""The published schemas and the model say the same, whoever asks: pydantic, jsonschema-rs, ajv."""

from __future__ import annotations

import inspect
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings

import eventnotes
from eventnotes import model, testing
from eventnotes.formats.markdown.posts import Handler
from eventnotes.model import Event, Model
from eventnotes.schema import CLASSES, file_name, names, published, written
from judges import EVENT, ajv, definition, pydantic_errors, rust, schema
from judges.mutants import mutants
from judges.values import VALUES

ROOT = Path(__file__).parents[1]
FRONT_MATTER = ("front-matter", "front-matter.draft-07")
_MODELS = [one for one in vars(model).values() if isinstance(one, type) and issubclass(one, Model) and one is not Model]
MODELS = {one.__name__: one for one in _MODELS}
PARTS = {one: MODELS[one.capitalize()] for one in ("session", "speaker", "quote", "lesson", "framework")}

LAW = settings(
    max_examples=max(300, settings.default.max_examples if settings.default else 0),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

# What the model refuses and no JSON Schema can, by pydantic's error.
UNSAID = {
    "when": "a month's number of days: 2023-02-30 does not exist",
    "duplicate_id": "an id is used twice: unique by key is no keyword",
    "json_value": "nesting beyond 190 levels: pydantic reads no JSON that is deeper than 200",
}
# What JavaScript's numbers cannot tell apart (RFC 7493 §2.2).
ROUNDED = "whole numbers that round across the ends of 64 bits"


def unsaid(errors: list[Any]) -> bool:
    """Whether every error is one that no JSON Schema can find."""
    return bool(errors) and all(
        error["type"] == "duplicate_id"
        or (error["type"] == "when" and "does not exist" in error["msg"])
        or (error["type"] == "json_value" and "levels" in error["msg"])
        for error in errors
    )


def rounded(value: Any) -> bool:
    """Whether a number in it is within 64 bits for Python and not for JavaScript, or the other way round."""
    if isinstance(value, int | float):
        exact = -(2**63) <= value < 2**63 and repr(value) != repr(-(2.0**63))
        return abs(value) < 2**70 and exact != (-(2.0**63) <= float(value) < 2.0**63)
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(map(rounded, inside))


def disagreement(name: str, text: str) -> str | None:
    """How pydantic and jsonschema-rs differ on a class in JSON, if they do."""
    errors = pydantic_errors(MODELS[name], text)
    accepted = rust(definition(name)).is_valid(json.loads(text))
    if accepted == (not errors) or (accepted and unsaid(errors)):
        return None
    return f"{name} {text}: the schema {'accepts' if accepted else 'refuses'} it; pydantic says {errors or 'nothing'}"


def same_as_rust(checks: list[tuple[str, str]]) -> None:
    """Assert that ajv says of each class in JSON what jsonschema-rs says."""
    known = [(name, text, json.loads(text)) for name, text in checks]
    known = [one for one in known if not rounded(one[2])]
    assert len(known) > 0.9 * len(checks), ROUNDED
    verdicts = ajv([schema("event")], [(definition(name), text) for name, text, _ in known])
    for (name, text, value), accepted in zip(known, verdicts, strict=True):
        assert accepted == rust(definition(name)).is_valid(value), f"ajv and jsonschema-rs differ on {name} {text}"


def collected(strategy: Any, fault: Callable[[Any], object] = lambda one: None) -> list[Any]:
    """Everything that Hypothesis found, each without fault."""
    found = []

    @LAW
    @given(strategy)
    def collect(one: Any) -> None:
        found.append(one)
        assert fault(one) is None

    collect()
    return found


def fields(value: Model) -> set[str]:
    """Every field that says something, in a value and in all that it holds."""
    found = set()
    for key in type(value).model_fields:
        inside = getattr(value, key)
        if inside not in (None, (), {}):
            found.add(f"{type(value).__name__}.{key}")
        for one in inside if isinstance(inside, tuple) else (inside,):
            found |= fields(one) if isinstance(one, Model) else set()
    return found


class TestEvents:
    def test_every_event_and_every_part_of_it_fits_its_schema(self) -> None:
        found = collected(testing.events() | testing.plain_events())
        texts = [eventnotes.write(event, "json").decode() for event in found]
        parts = [
            (name, item.model_dump_json(exclude_defaults=True))
            for event in found
            for name, kind in PARTS.items()
            for _, item in event.every(kind)
        ]
        for text in texts:
            assert rust(EVENT).is_valid(json.loads(text)), text
        for name, text in parts:
            assert rust(schema(name)["$id"]).is_valid(json.loads(text)), text
        whole = [(EVENT, text) for text in texts] + [(schema(name)["$id"], text) for name, text in parts]
        exact = [one for one in whole if not rounded(json.loads(one[1]))]
        assert len(exact) > 0.9 * len(whole), ROUNDED
        assert {name for name, _ in parts} == set(PARTS)
        assert len(set().union(*(fields(event) for event in found))) >= 0.95 * sum(
            len(kind.model_fields) for kind in MODELS.values()
        )
        verdicts = ajv([schema(name) for name in ("event", *PARTS)], exact)
        assert [one for one, accepted in zip(exact, verdicts, strict=True) if not accepted] == []

    def test_a_changed_event_is_judged_alike(self) -> None:
        texts = collected(mutants(), lambda text: disagreement("Event", text))
        same_as_rust([("Event", text) for text in texts])
        accepted = sum(rust(EVENT).is_valid(json.loads(text)) for text in texts)
        assert 0.1 < accepted / len(texts) < 0.9


def sweep() -> Iterator[tuple[str, str, str]]:
    """Class, field and JSON text: every value in every field, alone and in lists; in `extra` also below a key."""
    definitions = {**schema("event")["$defs"], "Event": schema("event")}
    for name, kind in MODELS.items():
        least = {key: [] if key == "elements" else "http://a" for key in definitions[name].get("required", ())}
        for field in kind.model_fields:
            rest = "".join(f"{json.dumps(key)}: {json.dumps(one)}, " for key, one in least.items() if key != field)
            for value in VALUES:
                nested = (f'{{"k": {value}}}', f'{{"k": [{value}]}}') if field == "extra" else ()
                for one in (value, f"[{value}]", f"[{value}, {value}]", *nested):
                    yield name, field, f"{{{rest}{json.dumps(field)}: {one}}}"
        if "attribution" in kind.model_fields:
            rest = ", ".join(f"{json.dumps(key)}: {json.dumps(one)}" for key, one in least.items())
            for speaker, attribution in product(("null", '"a"', '"A"', "1"), repeat=2):
                yield name, "attribution", f'{{"attribution": {attribution}, "speaker": {speaker}, {rest}}}'


def test_every_field_of_every_class_is_judged_alike() -> None:
    verdicts = defaultdict(set)
    asked = list(sweep())
    for name, field, text in asked:
        assert disagreement(name, text) is None
        verdicts[name, field].add(rust(definition(name)).is_valid(json.loads(text)))
    assert {field for field, found in verdicts.items() if found != {True, False}} == set()
    same_as_rust([(name, text) for name, _, text in asked])


class TestExemptions:
    """Each named difference, shown: without one of these the laws above would say the same with less said."""

    def test_days_that_a_month_lacks(self) -> None:
        for day in ("2023-02-30", "2023-02-29", "1900-02-29", "2017-04-31", "2017-04-31T09:30Z"):
            text = json.dumps({"name": "a", "start": day})
            (error,) = pydantic_errors(Event, text)
            assert error["msg"] == f"{day[:10]} does not exist: that month has no day {day[8:10]}"
            assert rust(EVENT).is_valid(json.loads(text))
            assert unsaid([error])

    def test_ids_used_twice(self) -> None:
        text = json.dumps({"name": "a", "speakers": [{"name": "b", "id": "x"}, {"name": "c", "id": "x"}]})
        (error,) = pydantic_errors(Event, text)
        assert (error["msg"], error["ctx"]["loc"]) == ("id x is used twice", ("speakers", 1, "id"))
        assert rust(EVENT).is_valid(json.loads(text))
        assert unsaid([error])

    @pytest.mark.parametrize(("depth", "fits"), [(190, True), (191, False)])
    def test_nesting_beyond_what_can_be_read_again(self, depth: int, fits: bool) -> None:
        text = f'{{"name": "a", "extra": {{"a": {"[" * depth}{"]" * depth}}}}}'
        errors = pydantic_errors(Event, text)
        assert [error["msg"] for error in errors] == ([] if fits else ["holds more than 190 levels"])
        assert rust(EVENT).is_valid(json.loads(text))
        assert unsaid(errors) != fits

    def test_whole_numbers_that_javascript_rounds(self) -> None:
        texts = [f'{{"name": "a", "extra": {{"a": {number}}}}}' for number in (2**63 - 1, -(2**63) - 1, 2**62)]
        assert [pydantic_errors(Event, text) == [] for text in texts] == [True, False, True]
        assert [rust(EVENT).is_valid(json.loads(text)) for text in texts] == [True, False, True]
        assert ajv([schema("event")], [(EVENT, text) for text in texts]) == [False, True, True]
        assert [rounded(json.loads(text)) for text in texts] == [True, True, False]

    def test_surrogates_alone_are_no_text_but_for_javascript(self) -> None:
        text = r'{"name": "\ud800"}'
        assert [error["type"] for error in pydantic_errors(Event, text)] == ["json_invalid"]
        with pytest.raises(UnicodeEncodeError):
            rust(EVENT).is_valid(json.loads(text))
        assert ajv([schema("event")], [(EVENT, text)]) == [True]

    def test_every_exemption_is_shown_here(self) -> None:
        assert set(UNSAID) == {"when", "duplicate_id", "json_value"}


class TestPublished:
    @pytest.mark.parametrize("name", names())
    def test_the_file_is_what_the_model_generates(self, name: str) -> None:
        text = (ROOT / "schemas" / file_name(name)).read_text(encoding="utf-8")
        assert text == written(name), "run: make schema"
        assert published(name) == text

    def test_no_other_file_is_there(self) -> None:
        assert sorted(one.name for one in (ROOT / "schemas").iterdir()) == sorted(map(file_name, names()))

    @pytest.mark.parametrize("name", names())
    def test_it_is_a_schema_with_an_address_and_valid_examples(self, name: str) -> None:
        found = schema(name)
        draft = (
            "http://json-schema.org/draft-07/schema#"
            if name.endswith("07")
            else "https://json-schema.org/draft/2020-12/schema"
        )
        assert (found["$schema"], found["$id"]) == (draft, f"urn:eventnotes:schema:1:{name.replace('.', '-')}")
        jsonschema_rs.meta.validate(found)
        assert found["examples"]
        assert all(rust(found["$id"]).is_valid(example) for example in found["examples"])

    def test_ajv_compiles_each_in_strict_mode_and_accepts_its_examples(self) -> None:
        found = [schema(name) for name in names()]
        checks = [(one["$id"], json.dumps(example)) for one in found for example in one["examples"]]
        assert ajv(found, checks) == [True] * len(checks)

    def test_another_name_is_refused(self) -> None:
        with pytest.raises(LookupError) as error:
            schema("talk")
        assert error.value.args == ("no class is called 'talk'; there are " + ", ".join(names()),)

    @pytest.mark.parametrize("name", MODELS)
    def test_a_class_has_the_model_s_fields_described(self, name: str) -> None:
        found = schema("event") if name == "Event" else schema("event")["$defs"][name]
        fields = MODELS[name].model_fields
        documented = inspect.getdoc(MODELS[name])
        assert documented is not None
        assert found["title"] == name
        assert found["description"] == " ".join(documented.split("\n\n")[0].split())
        assert list(found["properties"]) == list(fields)
        assert set(found.get("required", ())) == {key for key, field in fields.items() if field.is_required()}
        assert found["additionalProperties"] is False
        for key, field in found["properties"].items():
            assert field["description"] == " ".join((fields[key].description or "").split()) != ""
            assert field["title"].lower().replace("-", "_").replace(" ", "_") in (key, "schema_version")

    @pytest.mark.parametrize("name", names())
    def test_nothing_is_without_title_and_description(self, name: str) -> None:
        found = schema(name)
        definitions = found["definitions" if name.endswith("07") else "$defs"]
        for one in (found, *definitions.values()):
            assert one["title"]
            assert one["description"]
            for field in one.get("properties", {}).values():
                assert field["title"]
                assert field["description"]

    @pytest.mark.parametrize("name", PARTS)
    def test_a_class_is_the_same_alone_and_in_the_event(self, name: str) -> None:
        alone, inside = schema(name), schema("event")["$defs"]
        own = {key: value for key, value in alone.items() if key not in ("$schema", "$id", "$defs", "examples")}
        assert own == inside[name.capitalize()]
        assert alone["$defs"] == {key: inside[key] for key in alone["$defs"]}

    @pytest.mark.parametrize("name", CLASSES)
    def test_no_value_has_two_shapes(self, name: str) -> None:
        found = schema(name)
        definitions = {key: one for key, one in found["$defs"].items() if key != "JsonValue"}
        for choices in _choices({**found, "$defs": definitions}):
            real = [one for one in choices if one != {"type": "null"}]
            assert len(real) == 1, choices


def _choices(value: Any) -> Iterator[list[Any]]:
    """Every `anyOf` and `oneOf` in a schema, and every list of types as if it were one."""
    if isinstance(value, dict):
        yield from (value[key] for key in ("anyOf", "oneOf") if key in value)
        if isinstance(value.get("type"), list):
            yield [{"type": one} for one in value["type"]]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _choices(inner)


def front_matter(text: str) -> Any:
    return Handler().load(Handler().split(text)[0])


def judged(values: list[Any]) -> list[list[bool]]:
    """What each judge says of front matter, under either draft."""
    addresses = [schema(name)["$id"] for name in FRONT_MATTER]
    javascript = iter(
        ajv(map(schema, FRONT_MATTER), [(one, json.dumps(value)) for value in values for one in addresses])
    )
    return [
        [rust(one).is_valid(value) for one in addresses] + [next(javascript) for _ in addresses] for value in values
    ]


POSTS = {
    "a name": "event: PyGotham 2018",
    "nothing yet": "title: x\nevent:",
    "a version alone": "title: x\neventnotes: 1",
    "nulls": "event: {name: a, start: null, venue: null, speakers: null, tags: ~, website: '', notes: , extra: }",
    "strings for mappings": "event: {name: a, venue: Casa, organizers: NHS, speakers: 'Ana, CTO, NHS', tags: python}",
    "lists of strings": "event: {name: a, speakers: [Ana, null, 'Bo (NHS)'], organizers: [A, B], tags: [a, null, '']}",
    "one in place of a list": "event: {speakers: {name: Ana, roles: CTO at NHS, links: 'https://a.example'}}",
    "items as strings": "event: {name: a, lessons: Ask., quotes: [Go., {text: Stay.}]}",
    "typed values": "title: 2024\ntags: [2024, no]\nevent: {name: 18, start: 2017, venue: {name: true, latitude: 51}}",
    "dates": "event: {name: a, start: 2017-10-05, end: 2017-10-05T17:00+01:00, timezone: Europe/Lisbon}",
    "unknown keys": "layout: post\nevent: {name: a, hashtag: '#a', speakers: [{name: Ana, twitter: '@a'}]}",
    "sessions": "event: {name: a, sessions: [{title: T, start: T09:30, speakers: ana, links: 'mailto:a@b.org'}]}",
    "frameworks": "event: {name: a, frameworks: [{name: F, ordered: false, elements: [one, {title: two, text: 2}]}]}",
    "actions": "event: {name: a, lessons: [{text: L, actions: [do, {text: it, due: 2024-05, done: true}]}]}",
    "the generator's own": "date: {created: 2024-01-01}\nauthor: [{name: A}]\nstatus: published\nurl: /x/\nevent: a",
}
TYPOS = {
    "a number for the event": "event: 5",
    "a list for the event": "event: [PyGotham]",
    "another version": "eventnotes: 2\nevent: a",
    "a list for a date": "event: {name: a, start: [2017]}",
    "no date": "event: {name: a, start: soon}",
    "a slash": "event: {name: a, start: 05/10/2017}",
    "no URL": "event: {name: a, website: example.org}",
    "no URL in a link": "event: {name: a, speakers: [{name: Ana, links: [example.org]}]}",
    "a bad port": "event: {name: a, online: 'https://a.example:99999'}",
    "a name for a time zone": "event: {name: a, timezone: British Summer Time}",
    "a number for a language": "event: {name: a, language: 5}",
    "text for true": "event: {lessons: [{text: L, actions: [{text: it, done: 'true'}]}]}",
    "a mapping for a name": "event: {name: {en: a}}",
    "a latitude beyond the pole": "event: {name: a, venue: {latitude: 91}}",
    "no mapping for a session": "event: {name: a, sessions: [T]}",
    "a kind that there is not": "event: {name: a, quotes: [{text: Q, kind: verbatim}]}",
    "an item without its text": "event: {name: a, lessons: [{tags: [x]}]}",
    "an unknown key where none is kept": "event: {name: a, venue: {city: Rome}}",
    "attribution beside speaker": "event: {name: a, quotes: [{text: Q, speaker: ana, attribution: Ana}]}",
}


# Reading takes any scalar for the event's name; an editor should rather ask.
READ_ANYWAY = {"a number for the event"}


class TestFrontMatter:
    def test_the_examples_fit(self) -> None:
        texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/*.md"))}
        assert Handler().split(texts["README"]) == ("", texts.pop("README"))
        assert len(texts) >= 3
        assert judged(list(map(front_matter, texts.values()))) == [[True] * 4] * len(texts)

    def test_it_accepts_what_reading_accepts(self) -> None:
        values = [front_matter(f"---\n{block}\n---\n") for block in POSTS.values()]
        assert dict(zip(POSTS, judged(values), strict=True)) == dict.fromkeys(POSTS, [True] * 4)
        assert {name: errors(block) for name, block in POSTS.items()} == dict.fromkeys(POSTS, 0)

    def test_it_refuses_what_reading_refuses(self) -> None:
        values = [front_matter(f"---\n{block}\n---\n") for block in TYPOS.values()]
        assert dict(zip(TYPOS, judged(values), strict=True)) == dict.fromkeys(TYPOS, [False] * 4)
        assert {name: errors(block) for name, block in TYPOS.items()} == {
            name: int(name not in READ_ANYWAY) for name in TYPOS
        }


def errors(block: str) -> int:
    """How many errors reading finds in front matter."""
    found = eventnotes.read(text=f"---\n{block}\n---\n\n# Heading\n").diagnostics
    return sum(one.severity == "error" for one in found)
