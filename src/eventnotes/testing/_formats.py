"""Formats under test: the laws that every format keeps, for those of other packages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException

from eventnotes.conversion import losses
from eventnotes.diagnostic import Severity
from eventnotes.document import Document, document_of, documents_of
from eventnotes.formats import Format
from eventnotes.formats import given as with_options
from eventnotes.formats.json import write as canonical
from eventnotes.limits import DEFAULT, Limits
from eventnotes.model import Event
from eventnotes.offers import said
from eventnotes.source import Tree, Unreadable
from eventnotes.testing._hostile import events, fragments
from eventnotes.testing._plain import plain_events

_Tried = TypeVar("_Tried")
_SEVERAL = 5
_BETWEEN = "\t\n ,;:\"'=<>[]{}\\\u2028\ufeff\u202e\x00"


def check_format(format: Format, examples: int = 100) -> None:
    """Try a format as the formats of eventnotes are tried.

    What it writes is the same each time, and can be read; of a lossless format that gives an equal event, of another
    the losses are found. Several events come back one by one, of a format that is not lossless those of different
    names; the files of a folder have names of their own. Whatever text it reads, it gives trees with places in the text
    or says why it cannot, as Unreadable. An event that it cannot hold is a ValueError that says why, of `holds` as of
    `write`. Each option of a format of ours gives a format that is tried, too;
    a format of another package with options, or with claims, is refused where it would be used.

    Args:
        format: the format.
        examples: how many events are tried, and how many texts.

    Raises:
        AssertionError: naming what is broken; Hypothesis adds the event or text.
    """
    _check_record(format)
    law = settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
        report_multiple_bugs=False,  # several would be an ExceptionGroup
    )
    if format.write is not None:
        law(given(events() | plain_events())(_kept(_single(format))))()
    if format.write_all is not None and format.write is not None:
        told_apart = None if format.lossless else attrgetter("name")
        several = st.lists(plain_events(), min_size=1, max_size=_SEVERAL, unique_by=told_apart)
        law(given(several)(_kept(_several(format))))()
    if format.files is not None:
        law(given(st.lists(plain_events(), min_size=1, max_size=_SEVERAL))(_kept(_in_files(format))))()
    if format.read is not None or format.events is not None:
        law(given(st.data())(_kept(_hostile(format))))()
    for option in format.options:
        for value in option.values or (True,):
            check_format(replace(with_options(format, **{option.name: value}), options=()), examples)


def _law(holds: object, said: str) -> None:
    if not holds:
        raise AssertionError(said)


def _kept(check: Callable[[_Tried], None]) -> Callable[[_Tried], None]:
    """The check of a law, with whatever else the format raises as a law that is broken."""

    def kept(tried: _Tried) -> None:
        try:
            check(tried)
        except (AssertionError, HypothesisException):
            raise
        except Exception as error:
            raise AssertionError(f"a format raises nothing but what it may: {said(error)}") from error

    return kept


def _check_record(format: Format) -> None:
    _law(format.name == format.name.lower() and format.name.isascii(), "a format's name is lower case ASCII")
    for one in format.suffixes:
        _law(one == one.lower() and one.startswith("."), "an ending is lower case and begins with a dot")
    _law(format.read or format.events or format.write, "a format is read or written")
    is_both = format.write and (format.read or format.events)
    _law(not format.lossless or is_both, "a lossless format is written and read")


def _written(format: Format, event: Event) -> bytes | None:
    """The event in the format, twice alike; None where the format cannot hold it."""
    assert format.write is not None
    is_held = _is_held(format, event)
    try:
        data = format.write(event)
    except ValueError as error:
        _law(str(error), "an event that cannot be written is a ValueError that says why")
        _law(not is_held or format.holds is None, "holds refuses what write refuses")
        return None
    _law(is_held, "holds refuses nothing that can be written")
    _law(isinstance(data, bytes), "write gives bytes")
    _law(format.write(event) == data, "the same event gives the same bytes")
    return data


def _is_held(format: Format, event: Event) -> bool:
    """Whether the format says that it can hold the event, before it is written."""
    try:
        if format.holds is not None:
            format.holds(event)
    except ValueError:
        return False
    return True


def _single(format: Format) -> Callable[[Event], None]:
    def check(event: Event) -> None:
        data = _written(format, event)
        if data is None or not (format.read or format.events):
            return
        document = document_of("-", data, format, DEFAULT)
        errors = [str(one) for one in document.diagnostics if one.severity is Severity.ERROR]
        _law(errors == [], "what was written is read without an error")
        event_again = document.event
        if event_again is None:
            raise AssertionError("what was written is read")
        if format.lossless:
            _law(canonical(event_again) == canonical(event), "what a lossless format wrote is read as an equal event")
            _law(_written(format, event_again) == data, "what was read is written again alike")
        else:
            losses(event, data, format)

    return check


def _several(format: Format) -> Callable[[list[Event]], None]:
    def check(told: list[Event]) -> None:
        assert format.write_all is not None
        held = [one for one in told if _written(format, one) is not None]
        try:
            data = b"".join(format.write_all(iter(held)))
        except ValueError as error:
            _law(str(error), "events that cannot stand together are a ValueError that says why")
            return
        _law(b"".join(format.write_all(iter(held))) == data, "the same events give the same bytes")
        if format.events is not None and held:
            back = [one.event for one in documents_of("-", data, format, DEFAULT)]
            _law(len(back) == len(held), "several events come back one by one")
            if format.lossless:
                _law([one and canonical(one) for one in back] == list(map(canonical, held)), "they come back equal")

    return check


def _in_files(format: Format) -> Callable[[list[Event]], None]:
    def check(told: list[Event]) -> None:
        assert format.files is not None
        try:
            found = [(name, b"".join(pieces)) for name, pieces in format.files(iter(told))]
            again = [(name, b"".join(pieces)) for name, pieces in format.files(iter(told))]
        except ValueError as error:
            _law(str(error), "events that cannot stand together are a ValueError that says why")
            return
        _law(found == again, "the same events give the same files")
        names = [name for name, _ in found]
        _law(len({one.casefold() for one in names}) == len(names), "no two files of a folder have one name")
        _law(all(one == os.path.basename(one) for one in names), "a file of a folder stands in the folder itself")

    return check


def _hostile(format: Format) -> Callable[[st.DataObject], None]:
    def check(data: st.DataObject) -> None:
        text = data.draw(_texts(format))
        for tree in _trees(format, text):
            _law(tree.data is None or isinstance(tree.data, dict), "a tree holds a mapping, or None")
            for loc in [(), *((key,) for key in tree.data or ())]:
                for at_key in (False, True):
                    start, end = tree.locate(loc, at_key)
                    _law(0 <= start <= max(end, 1) <= max(len(text), 1), f"the place of {loc} is in the text")
        document: Document = document_of("-", text.encode("utf-8", "surrogatepass"), format, DEFAULT)
        _law(document.event is not None or document.diagnostics, "what cannot be read is a finding")

    return check


def _trees(format: Format, text: str, limits: Limits = DEFAULT) -> Iterable[Tree]:
    try:
        return [format.read(text, limits)] if format.read is not None else list(_each(format, text, limits))
    except Unreadable as error:
        _law(error.problem.message, "Unreadable says why")
        return []


def _each(format: Format, text: str, limits: Limits) -> Iterator[Tree]:
    assert format.events is not None
    return format.events(text, limits)


def _texts(format: Format) -> st.SearchStrategy[str]:
    """Texts of any kind, and what the format wrote with something in it changed."""
    found = [st.text(), fragments()]
    if format.write is not None:
        written = plain_events().map(lambda event: _written(format, event) or b"").map(_decoded)
        cut = st.tuples(written, st.integers(0, 5_000), st.integers(0, 20), st.text(_BETWEEN, max_size=3))
        found.append(cut.map(lambda one: one[0][: one[1]] + one[3] + one[0][one[1] + one[2] :]))
    return st.one_of(found)


def _decoded(data: bytes) -> str:
    return data.decode(errors="replace").replace("\r\n", "\n")
