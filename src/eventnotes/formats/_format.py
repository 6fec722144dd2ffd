"""Format: one way to read and to write events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from eventnotes.formats._root import Root
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Edit, Tree


class Updated(str):
    """A text that was changed to say another event.

    Attributes:
        rewritten: what could not be changed in its place and was written anew, for a message; mostly empty.
    """

    rewritten: tuple[str, ...]

    def __new__(cls, text: str, rewritten: tuple[str, ...] = ()) -> Self:
        """The text."""
        made = super().__new__(cls, text)
        made.rewritten = rewritten
        return made


@dataclass(frozen=True, slots=True)
class Format:
    """A record of functions; a new format is one value of it."""

    name: str
    """What `--to` and `format=` call it."""
    suffixes: tuple[str, ...]
    """File name endings, with the dot, lower case; the first is the one written."""
    read: Callable[[str, Limits], Tree] | None
    """Text with LF line ends and without byte order mark → Tree; raises Unreadable. None: cannot be read, or by
    `events` alone.
    """
    write: Callable[[Event], bytes] | None
    """Event → bytes. None: cannot be written."""
    lossless: bool
    """Whether reading what was written gives an equal event."""
    respell: Callable[[str, Limits], list[list[Edit]]] | None = None
    """Text as `read` takes it → the edits that bring what was read to its canonical spelling, item by item; raises
    Unreadable. None: there is one spelling only.
    """
    update: Callable[[object, Event, Event], Updated] | None = None
    """What a tree's `reading` holds, the event it gave, another event → the text changed to say that. None: cannot."""
    root: Callable[[str, Limits], Root] | None = None
    """Text as `read` takes it → the mapping that names the version of the schema; raises Unreadable. None: there is
    none.
    """
    repair: Callable[[bytes], bytes] | None = None
    """Bytes as a file of the format may hold them → bytes that are UTF-8. None: they are UTF-8 as they are."""
    unpack: Callable[[bytes, Limits], list[tuple[str, bytes]]] | None = None
    """Bytes → the name and the bytes of each file inside them, which `events` takes as a Bundle; none where they are
    one text; raises Unreadable. None: they always are.
    """
    claims: Callable[[bytes], bool] | None = None
    """Whether a file with one of its endings is of this format, where another has the same ending. None: it takes what
    no other claims; a format of another package always is None.
    """
    events: Callable[[str, Limits], Iterator[Tree]] | None = None
    """Text as `read` takes it → a tree an event, each as soon as it is read; one that cannot be read has no data and
    says why in its problems; raises Unreadable where nothing after it can be read. None: a source holds one event.
    """
    write_all: Callable[[Iterable[Event]], Iterator[bytes]] | None = None
    """Events → the pieces of one target that holds them all, as soon as they are written. None: it holds one event."""
    files: Callable[[Iterable[Event]], Iterator[tuple[str, Iterable[bytes]]]] | None = None
    """Events → the files of a folder that holds them all, each its name and its pieces, one after another. None: there
    is one file.
    """
    holds: Callable[[Event], object] | None = None
    """Raises ValueError for an event that cannot be written. None: `write` alone knows, or any event can."""
    options: tuple[Option, ...] = ()
    """What may be chosen in writing; nothing, of a format of another package."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in how a format is written: `--profile rich` of iCalendar."""

    name: str
    """What the command line and `write` call it; for each name there is one meaning, whatever the format."""
    help: str
    """What it does, in a line."""
    apply: Callable[[Format, str], Format]
    """The format, a value → the format that writes so."""
    values: tuple[str, ...] = ()
    """What may be chosen. None: it is on or off."""


def given(format: Format, **options: str | bool | None) -> Format:
    """The format that writes with these options; one that is None or False is not chosen.

    Raises:
        LookupError: for an option or a value that the format does not have, naming those it has.
    """
    chosen = {name: value for name, value in options.items() if value is not None and value is not False}
    for name in chosen.keys() - {one.name for one in format.options}:
        have = f"; it has {', '.join(one.name for one in format.options)}" if format.options else ""
        raise LookupError(f"{format.name} has no option {name}{have}")
    for option in format.options:
        if option.name in chosen:
            value = chosen[option.name]
            if value not in (option.values or (True,)):
                say = " or ".join(option.values) or "on or off"
                raise LookupError(f"{option.name} of {format.name} is {say}, not {value!r}")
            format = option.apply(format, str(value))
    return format
