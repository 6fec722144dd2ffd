"""YAML text → plain data, by YAML 1.2 core rules on PyYAML's C parser: guarded in one pass, places on request."""

from __future__ import annotations

from typing import Any

import yaml

from eventnotes.diagnostic import printable, quoted
from eventnotes.formats._shapes import Field, Shape, over
from eventnotes.formats._yaml_faults import depth_problem, syntax_problem
from eventnotes.formats._yaml_lines import Unusual, read_lines
from eventnotes.formats._yaml_scalars import NULLS, NUMBER, TEXT_KINDS, core_value
from eventnotes.limits import Limits
from eventnotes.source import Span, SyntaxProblem, Unreadable

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE = "tag:yaml.org,2002:"
_TYPED = {f"{_CORE}{name}": name for name in ("int", "float", "bool")} | {f"{_CORE}null": "NoneType"}
_SCALAR_TAGS = {None, "!", f"{_CORE}str", *_TYPED}
_MERGE = object()
_DEEPEST = 1_000  # levels at which libyaml 0.2.6 and newer stops by itself
_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))


class _Frame:
    """A collection that is being built."""

    __slots__ = ("anchor", "child", "data", "key", "merges", "nodes", "shape", "size", "start")

    def __init__(self, data: Any, shape: Shape | None, child: Field | None, anchor: str | None, start: int) -> None:
        self.data = data
        self.shape = shape
        self.child = child
        self.anchor = anchor
        self.start = start
        self.key: Any = None
        self.merges: list[Any] = []
        self.nodes = 1
        self.size = 0


class _Reader:
    """One reading of a YAML text: no recursion, every bomb refused at its first excess."""

    def __init__(self, text: str, offset: int, shape: Shape | None, limits: Limits) -> None:
        self.loader = _LOADER(text)
        self.offset = offset
        self.limits = limits
        self.root = Field("one", shape) if shape is not None else None
        self.problems: list[SyntaxProblem] = []
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int, int]] = {}
        self.open: set[str] = set()
        self.result: Any = None
        self.documents = 0
        self.values = 0

    def problem(self, code: str, message: str, event: Any, help: str) -> SyntaxProblem:
        span = Span(self.offset + event.start_mark.index, self.offset + event.end_mark.index)
        return SyntaxProblem(code, message, span, help)

    def read(self) -> Any:
        get_event = self.loader.get_event
        scalar, start_map, start_list, alias = self.scalar, self.start_mapping, self.start_list, self.alias
        while True:
            event = get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                scalar(event)
            elif kind is yaml.MappingStartEvent:
                start_map(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.end()
            elif kind is yaml.SequenceStartEvent:
                start_list(event)
            elif kind is yaml.AliasEvent:
                alias(event)
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    self.problems.append(
                        self.problem(
                            "yaml-documents", "a second YAML document starts here", event, "keep one document a file"
                        )
                    )
                    return self.result
            elif kind is yaml.StreamEndEvent or event is None:
                return self.result

    def _field(self) -> Field | None:
        """What the model says of the value that comes next."""
        if not self.stack:
            return self.root
        frame = self.stack[-1]
        if type(frame.data) is list:
            return frame.child
        return frame.shape.fields.get(frame.key) if frame.shape is not None and frame.key.__class__ is str else None

    def scalar(self, event: Any) -> None:
        value = event.value
        if len(value) > self.limits.text:
            raise Unreadable(self._over("text", len(value), self.limits.text, event.start_mark.index))
        if event.tag not in _SCALAR_TAGS:
            self._bad_tag(event)
        if event.anchor:
            self.anchors[event.anchor] = (event, 1, len(value))
        if self._awaits_key():
            self._key(event, event)
        else:
            self.values += 1
            self._add(self._value(event, event), 1, len(value), event.start_mark.index)

    def _awaits_key(self) -> bool:
        return bool(self.stack) and type(self.stack[-1].data) is dict and self.stack[-1].key is None

    def _key(self, event: Any, at: Any) -> None:
        """Take a scalar for the key of what comes next; it stands here itself, or by an alias."""
        frame, value = self.stack[-1], event.value
        if event.tag in _TYPED:
            self.problems.append(self.problem("yaml-tag", "a key is text and takes no tag", at, "remove the tag"))
        if event.implicit[0] and event.tag is None:
            if value == "<<":
                frame.key = _MERGE
                return
            if type(core_value(value)) is not str:
                message = f"the key {quoted(value)} is not text in YAML"
                self.problems.append(self.problem("yaml-key", message, at, f"write it in quotes: {quoted(value)}"))
        frame.key = value
        frame.size += len(value)
        if value in frame.data:
            message = f"{quoted(value)} is given twice"
            self.problems.append(self.problem("duplicate-key", message, at, "keep one of the two; the first is read"))
            frame.key = (value,)

    def _value(self, event: Any, at: Any) -> Any:
        """A scalar as its place types it; it stands here itself, or by an alias."""
        is_plain = event.implicit[0] and event.tag is None
        if not is_plain and event.tag not in _TYPED:
            return event.value
        known = self._field()
        if is_plain and known is not None and known.kind in TEXT_KINDS:
            return None if event.value in NULLS else event.value
        return self._typed(event, at)

    def _typed(self, event: Any, at: Any) -> Any:
        value = event.value
        if len(value) > self.limits.number and NUMBER.fullmatch(value):
            raise Unreadable(self._over("number", len(value), self.limits.number, at.start_mark.index))
        typed = core_value(value)
        if event.tag in _TYPED and type(typed).__name__ != _TYPED[event.tag]:
            message = f"{quoted(value)} is not a {event.tag.removeprefix(_CORE)}"
            self.problems.append(self.problem("yaml-tag", message, at, "remove the tag"))
        return typed

    def _bad_tag(self, event: Any) -> None:
        name = event.tag.replace(_CORE, "!!")
        raise Unreadable(
            self.problem(
                "yaml-tag",
                f"the tag {quoted(name)} is not data that a write-up holds",
                event,
                "write plain values, without tags",
            )
        )

    def start_mapping(self, event: Any) -> None:
        self._start(event, {})

    def start_list(self, event: Any) -> None:
        self._start(event, [])

    def _start(self, event: Any, data: Any) -> None:
        stack = self.stack
        if len(stack) >= self.limits.depth:
            raise Unreadable(self._over("depth", len(stack) + 1, self.limits.depth, event.start_mark.index))
        if event.tag not in (None, "!", f"{_CORE}{'map' if type(data) is dict else 'seq'}"):
            self._bad_tag(event)
        self.values += 1
        if self._awaits_key():
            raise Unreadable(self.problem("yaml-key", "a list or mapping is no key", event, "write the key as text"))
        known = self._field()
        shape = child = None
        if type(data) is dict:
            shape = known.shape if known is not None else None
        elif known is not None:
            child = Field("one", known.shape) if known.kind == "many" else known if known.kind == "lines" else None
        if event.anchor:
            self.open.add(event.anchor)
        stack.append(_Frame(data, shape, child, event.anchor, event.start_mark.index))

    def end(self) -> None:
        frame = self.stack.pop()
        data = frame.data
        for source in frame.merges:
            for key, value in source.items():
                data.setdefault(key, value)
        if frame.anchor:
            self.open.discard(frame.anchor)
            self.anchors[frame.anchor] = (data, frame.nodes, frame.size)
        self._add(data, frame.nodes, frame.size, frame.start)

    def alias(self, event: Any) -> None:
        if event.anchor in self.open:
            raise Unreadable(
                self.problem(
                    "yaml-cycle", f"*{printable(event.anchor)} stands inside itself", event, "write the value out"
                )
            )
        if event.anchor not in self.anchors:
            raise Unreadable(
                self.problem(
                    "yaml-syntax", f"no anchor &{printable(event.anchor)} stands above", event, "write the value out"
                )
            )
        value, nodes, size = self.anchors[event.anchor]
        is_scalar = isinstance(value, yaml.ScalarEvent)
        if self._awaits_key() and not is_scalar:
            raise Unreadable(self.problem("yaml-key", "an alias is no key here", event, "write the key as text"))
        if self._awaits_key():
            self._key(value, event)
        else:
            self.values += nodes
            self._add(self._value(value, event) if is_scalar else value, nodes, size, event.start_mark.index)

    def _add(self, value: Any, nodes: int, size: int, at: int) -> None:
        if self.values > self.limits.values:
            raise Unreadable(self._over("values", self.values, self.limits.values, at))
        if not self.stack:
            self.result = value
            return
        frame = self.stack[-1]
        frame.nodes += nodes
        frame.size += size
        if frame.size > self.limits.unfolded:
            raise Unreadable(self._over("unfolded", frame.size, self.limits.unfolded, at))
        data = frame.data
        if type(data) is list:
            data.append(value)
            if len(data) > self.limits.items:
                raise Unreadable(self._over("items", len(data), self.limits.items, at))
            return
        key = frame.key
        frame.key = None
        if key.__class__ is str:
            data[key] = value
        elif key is _MERGE:
            sources = value if type(value) is list else [value]
            if not all(type(one) is dict for one in sources):
                self.problems.append(
                    SyntaxProblem(
                        "yaml-merge",
                        "<<: takes a mapping or a list of mappings",
                        Span(self.offset + at, self.offset + at + 1),
                        "name an anchor, or remove it",
                    )
                )
            else:
                frame.merges += sources

    def _over(self, name: str, value: int, limit: int, at: int) -> SyntaxProblem:
        return over(name, value, limit, Span(self.offset + at, self.offset + at + 1))


def read_yaml(text: str, offset: int, shape: Shape | None, limits: Limits) -> tuple[Any, list[SyntaxProblem]]:
    """Plain data of one YAML document and the problems that did not stop the reading.

    Scalars where the model has text stay text as written; elsewhere YAML 1.2 core types apply (spec 1.2.2 §10.3), so
    a date is text. Merge keys (`<<`) apply; keys that are not text, tags and repeated keys are problems.

    Args:
        text: the YAML.
        offset: where it begins in the whole source, for places.
        shape: the class that the root mapping stands for; None: plain core types everywhere.
        limits: what it may cost.

    Raises:
        Unreadable: for a syntax error, an alias that holds itself, or an exceeded limit.
    """
    if "\u2028" in text or "\u2029" in text:
        return _read_separators(text, offset, shape, limits)
    try:
        return read_lines(text, shape, limits), []
    except Unusual:
        return guarded(text, offset, shape, limits)


def guarded(text: str, offset: int, shape: Shape | None, limits: Limits) -> tuple[Any, list[SyntaxProblem]]:
    """What `read_yaml` gives, from PyYAML's events; arguments and errors as there."""
    try:
        reader = _Reader(text, offset, shape, limits)
        return reader.read(), reader.problems
    except yaml.YAMLError as error:
        if "nesting depth" in str(error) and limits.depth < _DEEPEST:
            raise Unreadable(depth_problem(text, offset, limits.depth)) from None
        raise Unreadable(syntax_problem(error, text, offset)) from None


def _stand_ins(text: str, offset: int) -> dict[str, str]:
    """Private-use characters that stand for U+2028 and U+2029, which libyaml takes for line breaks as YAML 1.1 does.

    Raises:
        Unreadable: where the text holds every private-use character there is.
    """
    used = set(text)
    free = (chr(code) for plane in _PRIVATE for code in plane if chr(code) not in used)
    first, second = next(free, ""), next(free, "")
    if not second:
        at = offset + next(place for place, one in enumerate(text) if one in "\u2028\u2029")
        message = "not YAML: a line separator beside every private-use character"
        raise Unreadable(SyntaxProblem("yaml-syntax", message, Span(at, at + 1), "remove the character"))
    return {"\u2028": first, "\u2029": second}


def _read_separators(text: str, offset: int, shape: Shape | None, limits: Limits) -> tuple[Any, list[SyntaxProblem]]:
    stand_ins = _stand_ins(text, offset)
    back = {ord(stand_in): original for original, stand_in in stand_ins.items()}
    there = {ord(original): stand_in for original, stand_in in stand_ins.items()}
    data, problems = read_yaml(text.translate(there), offset, shape, limits)

    def restored(value: Any) -> Any:
        if isinstance(value, dict):
            return {restored(key): restored(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [restored(inner) for inner in value]
        return value.translate(back) if isinstance(value, str) else value

    return restored(data), problems
