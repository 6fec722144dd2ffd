"""Plain data → YAML that readers of YAML 1.1 and 1.2 understand alike."""

from __future__ import annotations

import re
import sys
from typing import Any

import yaml

from eventnotes.formats._yaml_scalars import core_value

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
# A literal block keeps these exactly: no outer white space on a line, no first line that is indented or blank.
_LITERAL = re.compile(r"\A(?![ \t\n])(?:[^\n]*[^\s\n]|)(?:\n(?:[^\n]*[^\s\n]|))*\n?\Z")
_UNSAFE = re.compile(
    "[^\\t\\n\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
_TYPED_IN_1_1 = re.compile(r"[yYnN]|[-+]?[0-9][0-9_:.,eE+-]*|0[xob][0-9a-fA-F_]+")


class _Dumper(_DUMPER):  # type: ignore[misc]
    """Strings quoted where YAML 1.1 or 1.2 would type them, multi-line text as literal blocks."""


def _string(dumper: Any, text: str) -> Any:
    style = None
    if "\n" in text:
        style = "|" if _LITERAL.match(text) and not text.endswith("\n\n") and not _UNSAFE.search(text) else '"'
    elif "\u2028" in text or "\u2029" in text:
        style = '"'
    elif is_typed(text):
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


class OnOneLine(list[Any]):
    """A list to be written in brackets on one line."""


def _on_one_line(dumper: Any, values: OnOneLine) -> Any:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=True)


_Dumper.add_representer(str, _string)
_Dumper.add_representer(OnOneLine, _on_one_line)


def is_typed(text: str) -> bool:
    """Whether readers of YAML 1.1 or of 1.2 take plain text for something else than text: `no`, `1.10`, `09:30`."""
    if type(core_value(text)) is not str or _TYPED_IN_1_1.fullmatch(text):
        return True
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    return any(pattern.match(text) for _, pattern in (*resolvers.get(text[:1], ()), *resolvers.get(None, ())))


def write_yaml(data: Any) -> str:
    """One YAML document; mappings and lists in block style, in the order given.

    Args:
        data: dict, list, str, int, float, bool and None.
    """
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=sys.maxsize >> 33)
    return text
