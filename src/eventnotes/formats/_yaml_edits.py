"""The smallest edits of a YAML text that make it hold other data; comments, order, quoting and wrapping stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import yaml

from eventnotes.formats._yaml_writer import OnOneLine, write_yaml
from eventnotes.source import Edit, Span

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_alias = re.compile(r"[ \t]*:[ \t]+(?P<alias>\*[^\s,\[\]{}]+)").match
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def yaml_edits(text: str, old: Any, new: Any) -> list[Edit]:
    """Edits that turn a block mapping which reads as `old` into one that reads as `new`.

    Args:
        text: one YAML document.
        old: the data it holds.
        new: the data it is to hold; keys that it adds stand where their neighbours in `new` are.

    Raises:
        Unfit: where the text has to be written anew.
    """
    editing = _Editing(text)
    editing.change(yaml.compose(text, Loader=_LOADER), old, new)
    return editing.edits


class _Editing:
    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []

    def change(self, node: Any, old: Any, new: Any, in_brackets: bool = False) -> None:
        """Edit a value in its place."""
        if repr(old) == repr(new):
            return
        if isinstance(old, dict) and isinstance(new, dict) and old and new and not node.flow_style:
            self._mapping(node, old, new)
        elif isinstance(old, list) and isinstance(new, list) and old and new and not node.flow_style:
            self._sequence(node, old, new)
        elif _is_short(new) and (isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">")):
            self._replace(node, _scalar(new, node, _flow(new) if in_brackets else write_yaml([new])[2:].rstrip("\n")))
        elif isinstance(node, yaml.CollectionNode) and node.flow_style and isinstance(new, type(old)):
            if not self._in_brackets(node, old, new):
                self._replace(node, _flow(new))
        else:
            raise Unfit

    def _in_brackets(self, node: Any, old: Any, new: Any) -> bool:
        """Edit a collection on one line to which values were added; False where more was changed."""
        if isinstance(old, list):
            old, new = dict(enumerate(old)), dict(enumerate(new))
            nodes = dict(enumerate(node.value))
        else:
            nodes = {key.value: value for key, value in node.value}
        if not old or [*new][: len(old)] != [*old] or set(nodes) != set(old):
            return False
        for name, value in nodes.items():
            self.change(value, old[name], new[name], in_brackets=True)
        added = [
            (f"{_flow(name)}: " if isinstance(name, str) else "") + _flow(new[name]) for name in [*new][len(old) :]
        ]
        place = nodes[[*old][-1]].end_mark.index
        self.edits += [Edit(Span(place, place), f", {one}") for one in added]
        return True

    def _replace(self, node: Any, text: str) -> None:
        self.edits.append(Edit(Span(node.start_mark.index, node.end_mark.index), text))

    def _mapping(self, node: Any, old: dict[str, Any], new: dict[str, Any]) -> None:
        indent = " " * node.start_mark.column
        entries = {key.value: (key, value) for key, value in node.value}
        if set(entries) != set(old):
            raise Unfit
        for name, (key, value) in entries.items():
            if name not in new:
                self._remove(key, value)
            elif repr(old[name]) != repr(new[name]):
                self._change_entry(key, value, old[name], {name: new[name]}, indent)
        for name, before in _added(old, new):
            text = _indented(write_yaml({name: new[name]}), indent)
            if before is None:
                self._insert(self._line_start(node.start_mark.index), text, node)
            else:
                self.edits.append(self._after(entries[before][1], text))

    def _change_entry(self, key: Any, value: Any, old: Any, entry: dict[str, Any], indent: str) -> None:
        before = len(self.edits)
        if value.start_mark.index < key.start_mark.index:
            self._replace_alias(key, *entry.values())
            return
        try:
            self.change(value, old, *entry.values())
        except Unfit:
            del self.edits[before:]
            text = _indented(write_yaml(entry), indent).lstrip(" ").rstrip("\n")
            self.edits.append(Edit(Span(key.start_mark.index, self._end(value)), text))

    def _replace_alias(self, key: Any, new: Any) -> None:
        match = _alias(self.text, key.end_mark.index)
        if match is None or not _is_short(new):
            raise Unfit
        self.edits.append(Edit(Span(*match.span("alias")), write_yaml([new])[2:].rstrip("\n")))

    def _sequence(self, node: Any, old: list[Any], new: list[Any]) -> None:
        indent = " " * node.start_mark.column
        items = node.value
        matcher = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new], autojunk=False)
        for kind, start, end, first, last in matcher.get_opcodes():
            if kind == "equal":
                continue
            for place in range(min(end - start, last - first)):
                self._change_item(items[start + place], old[start + place], new[first + place], indent)
            for item in items[start + last - first : end]:
                self._remove(item, item)
            fresh = new[first + end - start : last]
            if fresh:
                text = _indented(write_yaml(fresh), indent)
                if end:
                    self.edits.append(self._after(items[end - 1], text))
                else:
                    self._insert(self._line_start(items[0].start_mark.index), text, node)

    def _change_item(self, item: Any, old: Any, new: Any, indent: str) -> None:
        before = len(self.edits)
        try:
            self.change(item, old, new)
        except Unfit:
            del self.edits[before:]
            text = _indented(write_yaml([new]), indent).lstrip(" ").removeprefix("- ").rstrip("\n")
            self.edits.append(Edit(Span(item.start_mark.index, self._end(item)), text))

    def _insert(self, place: int, text: str, parent: Any) -> None:
        if self.text[place : parent.start_mark.index].strip(" "):
            raise Unfit  # the first entry stands behind the dash of an item
        self.edits.append(Edit(Span(place, place), text))

    def _remove(self, first: Any, last: Any) -> None:
        start = self._line_start(first.start_mark.index)
        if self.text[start : first.start_mark.index].strip(" -") or (
            first is not last and "-" in self.text[start : first.start_mark.index]
        ):
            raise Unfit
        self.edits.append(Edit(Span(start, self._line_end(self._end(last))), ""))

    def _after(self, node: Any, text: str) -> Edit:
        place = self._line_end(self._end(node))
        column = len(text) - len(text.lstrip(" "))
        while (line := self.text[place : self._line_end(place)]).lstrip(" ")[:1] == "#":
            if len(line) - len(line.lstrip(" ")) <= column:
                break
            place = self._line_end(place)
        if self.text[place - 1 : place] != "\n":
            text = "\n" + text.rstrip("\n")
        return Edit(Span(place, place), text)

    def _end(self, node: Any) -> int:
        """Where the last character of a node stands, without what a block collection takes of what follows."""
        while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        start = int(node.start_mark.index)
        return start + len(self.text[start : node.end_mark.index].rstrip())

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _line_end(self, place: int) -> int:
        found = self.text.find("\n", place)
        return found + 1 if found >= 0 else len(self.text)


class Unfit(Exception):
    """Raised where a value cannot be edited in place, and what is around it has to be written anew."""


def _added(old: dict[str, Any], new: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Keys that are new, each with the key of the old ones after which it stands."""
    before = None
    for name in new:
        if name in old:
            before = name
        else:
            yield name, before


def _is_short(value: Any) -> bool:
    return not isinstance(value, dict | list) and (not isinstance(value, str) or "\n" not in value)


def _scalar(value: Any, node: Any, text: str) -> str:
    """A value as a scalar with the quotes of the one in whose place it stands, else as the text that writes it."""
    style = node.style
    if not style and _DATE.fullmatch(str(value)) and _DATE.fullmatch(node.value):
        return str(value)
    if not isinstance(value, str) or text[:1] in "'\"":
        return text
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"' if style == '"' and not {'"', "\\"} & {*value} and value.isprintable() else text


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return write_yaml(OnOneLine([value]))[1:-2]


def _indented(text: str, indent: str) -> str:
    return "".join(f"{indent}{line}" if line.strip("\n") else line for line in text.splitlines(keepends=True))
