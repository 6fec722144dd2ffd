"""Schedules: the programme that a conference publishes, as pretalx, frab and the tools of c3voc write it."""

from __future__ import annotations

import re

from eventnotes.formats._format import Format
from eventnotes.formats._patterns import repeated
from eventnotes.limits import Limits
from eventnotes.source import Tree

_VALUE = '(?:"' + repeated(r'[^"\\]++|\\.') + r'"|\{[^{}]*+\})'
_is_json = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"(?:\$schema|generator)"\s*:\s*'
    + _VALUE.encode()
    + rb'\s*,\s*){0,9}"schedule"\s*:\s*\{'
).match


def read_json(text: str, limits: Limits) -> Tree:
    """The conference of a schedule.json, versions 1 and 2; raises Unreadable."""
    from eventnotes.formats._json_tree import json_places, read_json
    from eventnotes.formats._trees import lookup
    from eventnotes.formats.schedule.programme import tree_of

    raw, problems = read_json(text, 0, limits)
    return tree_of(raw, problems, lookup(lambda: json_places(text, 0)), limits)


def read_xml(text: str, limits: Limits) -> Tree:
    """The conference of a schedule.xml; raises Unreadable."""
    from eventnotes.formats._trees import lookup
    from eventnotes.formats.schedule.programme import tree_of
    from eventnotes.formats.schedule.xml import read_xml

    raw, places = read_xml(text, limits)
    return tree_of(raw, [], lookup(lambda: places), limits)


def claims(data: bytes) -> bool:
    """Whether a JSON file begins as a schedule does; the object of an event has no such key first."""
    return _is_json(data) is not None


JSON = Format("schedule-json", (".json",), read_json, None, lossless=False, claims=claims)
XML = Format("schedule-xml", (".xml",), read_xml, None, lossless=False)
