"""The short way through YAML that holds nothing unusual; whatever is goes the guarded way of `_yaml_tree`."""

from __future__ import annotations

import re
from typing import Any

import yaml

from eventnotes.formats._shapes import Field, Shape
from eventnotes.formats._yaml_scalars import NULLS, TEXT_KINDS, core_value
from eventnotes.limits import Limits

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_indents = re.compile(r"^[ \t?:-]*", re.MULTILINE).findall
_UNUSUAL = ("&", "*", "!", "<<", "%")
_PLAIN = (True, False)  # what the parser says of a plain scalar without tag (spec 1.2.2 §7.3.3)


class Unusual(Exception):
    """Raised where the short way ends."""


class _Loader(_LOADER):  # type: ignore[misc]
    """Composes nodes that keep whether they were plain in place of a tag."""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        return implicit


def plain_yaml(text: str, shape: Shape | None, limits: Limits) -> Any:
    """What `read_yaml` gives for YAML without anchors, tags, merge keys, repeated keys or errors, in less time.

    Composing recurses in C, so the nesting is bounded first: by the brackets, and by the columns before any text.

    Raises:
        Unusual: for any other text; nothing is said about why.
    """
    if len(text) > min(limits.text, limits.values, limits.unfolded) or any(mark in text for mark in _UNUSUAL):
        raise Unusual
    if text.count("[") + text.count("{") + len(max(_indents(text), key=len)) + 2 > limits.depth:
        raise Unusual
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError:
        raise Unusual from None
    finally:
        loader.dispose()
    if type(node) is not yaml.MappingNode:
        raise Unusual
    return _mapping(node, shape, limits)


def _mapping(node: Any, shape: Shape | None, limits: Limits) -> dict[str, Any]:
    found: dict[str, Any] = {}
    fields = shape.fields if shape is not None else {}
    for key_node, value_node in node.value:
        key = key_node.value
        if key.__class__ is not str or key in found or (key_node.tag == _PLAIN and core_value(key) is not key):
            raise Unusual
        known = fields.get(key)
        if value_node.__class__ is yaml.ScalarNode:
            found[key] = _scalar(value_node, known is not None and known.kind in TEXT_KINDS, limits)
        else:
            found[key] = _collection(value_node, known, limits)
    return found


def _scalar(node: Any, is_text: bool, limits: Limits) -> Any:
    value = node.value
    if node.tag != _PLAIN:
        return value
    if is_text:
        return None if value in NULLS else value
    if len(value) > limits.number:
        raise Unusual
    return core_value(value)


def _collection(node: Any, known: Field | None, limits: Limits) -> Any:
    if node.__class__ is yaml.MappingNode:
        return _mapping(node, known.shape if known is not None else None, limits)
    if len(node.value) > limits.items:
        raise Unusual
    inside = None
    if known is not None and known.kind in ("many", "lines"):
        inside = Field("one", known.shape) if known.kind == "many" else known
    is_text = inside is not None
    return [
        _scalar(one, is_text, limits) if one.__class__ is yaml.ScalarNode else _collection(one, inside, limits)
        for one in node.value
    ]
