"""What is fuzzed: one execution of each reader, of formatting and of the writers, which must not raise."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain

import eventnotes as en
from eventnotes.conversion import losses
from eventnotes.diagnostic import printable
from eventnotes.formats import FORMATS, find
from eventnotes.formatting import formatted
from eventnotes.inspection import inspected


def read(format: str, data: bytes) -> None:
    """Read bytes, apply the rules to every event in them, and show every finding, of each event by itself too."""
    several = en.read_all(data=data, format=format) if find(format).events else ()
    found = [inspected(en.read(data=data, format=format), named=True), *several]
    for one in chain.from_iterable(document.diagnostics for document in found):
        assert (one.line >= 1, one.column >= 1) == (True, True), one
        assert str(one) == printable(str(one), None), one


def fmt(format: str, data: bytes) -> None:
    """Format what has no errors; a second time there is nothing to do."""
    try:
        once = formatted(en.read(data=data, format=format))
    except en.InvalidWriteUp:
        return
    if not once.left:
        assert not formatted(en.read(data=once.text.encode(), format=format)).edits


def write(data: bytes) -> None:
    """Write an event in every format; one that loses nothing gives back the same event."""
    event = en.read(data=data, format="json").event
    for one in FORMATS if event is not None else ():
        assert event is not None
        try:
            written = en.write(event, one.name) if one.write else b""
        except ValueError:  # what the format cannot hold
            continue
        losses(event, written, one.name)
        if one.lossless:
            assert en.load(data=written, format=one.name) == event


def targets() -> dict[str, Callable[[bytes], None]]:
    """By name: each reader, each format that has a canonical spelling, and the writers."""
    found: dict[str, Callable[[bytes], None]] = {
        f"read {one.name}": partial(read, one.name) for one in FORMATS if one.read or one.events
    }
    found |= {f"fmt {one.name}": partial(fmt, one.name) for one in FORMATS if one.respell}
    return {**found, "write": write}
