"""Plain data → YAML that readers of YAML 1.1 and 1.2 understand alike."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import yaml

from eventnotes.formats._yaml_scalars import core_value

EMITTER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
# A literal block keeps these exactly: no outer white space on a line, no first line that is indented or blank.
_LITERAL = re.compile(r"\A(?![ \t\n])(?:[^\n]*[^\s\n]|)(?:\n(?:[^\n]*[^\s\n]|))*\n?\Z")
_UNSAFE = re.compile(
    "[^\\t\\n\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
_TYPED_IN_1_1 = re.compile(r"[yYnN]|[-+]?[0-9][0-9_:.,eE+-]*|0[xob][0-9a-fA-F_]+")

_ESCAPED = re.compile(r"\\[NLP_xu]")
"""What may be escaped besides: characters of which the emitter in Python takes some for line breaks."""


class OnOneLine(list[Any]):
    """A list to be written in brackets on one line."""


def is_typed(text: str) -> bool:
    """Whether readers of YAML 1.1 or of 1.2 take plain text for something else than text: `no`, `1.10`, `09:30`."""
    if type(core_value(text)) is not str or _TYPED_IN_1_1.fullmatch(text):
        return True
    return any(pattern.match(text) for _, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], ()))


def write_yaml(data: Any) -> str:
    """One YAML document; mappings and lists in block style, in the order given.

    Args:
        data: dict, list, tuple, str, int, float, bool, date, datetime and None.
    """
    events = [yaml.StreamStartEvent(), yaml.DocumentStartEvent(explicit=False)]
    _add(events, data)
    events += [yaml.DocumentEndEvent(explicit=False), yaml.StreamEndEvent()]
    text: str = yaml.emit(events, Dumper=EMITTER, allow_unicode=True, width=sys.maxsize >> 33)
    if "\\U000" in text and not _ESCAPED.search(text):  # libyaml escapes emoji; the emitter in Python does not
        text = yaml.emit(events, Dumper=yaml.SafeDumper, allow_unicode=True, width=sys.maxsize >> 33)
    return text


def _add(events: list[Any], data: Any) -> None:
    """Add the events that tell data: strings quoted where YAML 1.1 or 1.2 would type them, others on lines as text."""
    if isinstance(data, str):
        events.append(yaml.ScalarEvent(None, None, (True, True), data, style=style_of(data)))
    elif isinstance(data, dict):
        events.append(_MAPPING)
        for key, value in data.items():
            _add(events, key)
            _add(events, value)
        events.append(_MAPPING_END)
    elif isinstance(data, (list, tuple)):
        events.append(yaml.SequenceStartEvent(None, None, True, flow_style=isinstance(data, OnOneLine)))
        for value in data:
            _add(events, value)
        events.append(_SEQUENCE_END)
    elif data is None or isinstance(data, int):
        events.append(yaml.ScalarEvent(None, None, (True, False), json.dumps(data)))
    else:
        events += [*yaml.parse(yaml.safe_dump(data))][2:-2]  # a float, between what begins and ends a document


_MAPPING, _MAPPING_END = yaml.MappingStartEvent(None, None, True, flow_style=False), yaml.MappingEndEvent()
_SEQUENCE_END = yaml.SequenceEndEvent()


def style_of(text: str) -> str | None:
    """How a string is written, so that it is read as it is: in quotation marks, as a block, or plain."""
    if "\n" in text:
        return "|" if _LITERAL.match(text) and not text.endswith("\n\n") and not _UNSAFE.search(text) else '"'
    if "\u2028" in text or "\u2029" in text:
        return '"'
    return "'" if is_typed(text) else None
