"""Installed formats: what other packages offer under the entry-point group `eventnotes.formats`; asked last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from eventnotes.diagnostic import quoted
from eventnotes.formats import FORMATS
from eventnotes.formats._format import Format
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.offers import offers, package, said
from eventnotes.source import Loc, Span, SyntaxProblem, Tree, Unreadable

GROUP = "eventnotes.formats"


def find(name: str) -> Format:
    """The format of another package; LookupError says what is wrong with it, or which formats there are."""
    if name in offers(GROUP):
        return _installed(name)
    names = dict.fromkeys([*_own_names(), *sorted(offers(GROUP))])
    hidden = "".join(f"; {_hidden(one)}" for one in _own_names() if one in offers(GROUP))
    raise LookupError(f"no format is called {name!r}; there are {', '.join(names)}{hidden}")


def of_suffix(suffix: str) -> Format | None:
    """The format of another package whose files end so; one that cannot be loaded is passed over."""
    for name in sorted(offers(GROUP)):
        try:
            found = _installed(name)
        except LookupError:
            continue
        if suffix in found.suffixes:
            return found
    return None


@cache
def _installed(name: str) -> Format:
    own = offers(GROUP)[name]
    if name in _own_names():
        raise LookupError(_hidden(name))
    if len(own) > 1:
        raise LookupError(f"the format {name} is offered twice, by {_packages(name)}")
    try:
        found = own[0].load()
    except (Exception, SystemExit) as error:
        raise LookupError(f"the format {name} of {package(own[0])} cannot be loaded: {said(error)}") from None
    if not isinstance(found, Format):
        raise LookupError(f"{package(own[0])} offers {quoted(found)}, which is no format")
    if found.name != name:
        raise LookupError(f"{package(own[0])} offers a format of another name, {quoted(found.name)}")
    return guarded(found)


def _own_names() -> list[str]:
    return [one.name for one in FORMATS]


def _hidden(name: str) -> str:
    return f"the format {name} of {_packages(name)} cannot be used: the name is one of ours"


def _packages(name: str) -> str:
    return " and ".join(sorted(map(package, offers(GROUP)[name])))


def guarded(format: Format) -> Format:
    """The format, with whatever goes wrong in it told in a line: a finding in reading, a ValueError in writing."""
    return replace(
        format,
        read=_reading(format, format.read),
        events=_reading_all(format, format.events),
        write=_writing(format, format.write),
        write_all=_writing_all(format, format.write_all),
    )


def _reading(format: Format, read: Callable[[str, Limits], Tree] | None) -> Callable[[str, Limits], Tree] | None:
    if read is None:
        return None

    def guard(text: str, limits: Limits) -> Tree:
        try:
            return _sound(format, read(text, limits))
        except Unreadable:
            raise
        except Exception as error:
            raise Unreadable(_broken(format, said(error))) from None

    return guard


def _reading_all(
    format: Format, events: Callable[[str, Limits], Iterator[Tree]] | None
) -> Callable[[str, Limits], Iterator[Tree]] | None:
    if events is None:
        return None

    def guard(text: str, limits: Limits) -> Iterator[Tree]:
        try:
            for one in events(text, limits):
                yield _sound(format, one)
        except Unreadable:
            raise
        except Exception as error:
            raise Unreadable(_broken(format, said(error))) from None

    return guard


def _broken(format: Format, what: str) -> SyntaxProblem:
    message, help = f"the format {format.name} fails: {what}", "tell those who made it"
    return SyntaxProblem("broken-format", message, Span(0, 1), help)


def _sound(format: Format, tree: Any) -> Tree:
    """A tree whose places never fail."""
    if not isinstance(tree, Tree) or not isinstance(tree.data, dict | None):
        raise Unreadable(_broken(format, f"it gives {quoted(tree)}, which is no tree"))
    locate = tree.locate

    def guard(loc: Loc, at_key: bool) -> Span:
        try:
            start, end = locate(loc, at_key)
            return Span(int(start), int(end))
        except Exception:
            return Span(0, 1)

    tree.locate = guard
    return tree


def _writing(format: Format, write: Callable[[Event], bytes] | None) -> Callable[[Event], bytes] | None:
    if write is None:
        return None

    def guard(event: Event) -> bytes:
        try:
            return _bytes(format, write(event))
        except ValueError:
            raise
        except Exception as error:
            raise ValueError(f"the format {format.name} fails: {said(error)}") from None

    return guard


def _writing_all(
    format: Format, write_all: Callable[[Iterable[Event]], Iterator[bytes]] | None
) -> Callable[[Iterable[Event]], Iterator[bytes]] | None:
    if write_all is None:
        return None

    def guard(events: Iterable[Event]) -> Iterator[bytes]:
        try:
            for piece in write_all(events):
                yield _bytes(format, piece)
        except (ValueError, OSError):
            raise
        except Exception as error:
            raise ValueError(f"the format {format.name} fails: {said(error)}") from None

    return guard


def _bytes(format: Format, data: Any) -> bytes:
    if not isinstance(data, bytes):
        raise ValueError(f"the format {format.name} fails: it gives {type(data).__name__}, not bytes")
    return data
