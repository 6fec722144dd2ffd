"""Guard: a format of another package, with whatever goes wrong in it told in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple, ParamSpec, TypeVar

from eventnotes.diagnostic import quoted
from eventnotes.formats._format import Format, Updated
from eventnotes.formats._root import Root
from eventnotes.offers import said
from eventnotes.source import Loc, Span, SyntaxProblem, Tree, Unreadable

_Taken = ParamSpec("_Taken")
_Given = TypeVar("_Given")


def guarded(format: Format) -> Format:
    """The format, its failures told: by Unreadable in reading, by ValueError in writing."""

    def failure(what: str) -> str:
        return f"the format {format.name} fails: {what}"

    def unreadable(what: str) -> Unreadable:
        return Unreadable(SyntaxProblem("broken-format", failure(what), Span(0, 1), "tell those who made it"))

    reading = _Guard((Unreadable,), unreadable)
    writing = _Guard((ValueError,), lambda what: ValueError(failure(what)))
    streaming = writing._replace(passed=(ValueError, OSError))

    def file(found: Any) -> tuple[str, Iterable[bytes]]:
        name, pieces = found
        return str(name), streaming.iterate(lambda: pieces, _only(bytes))()

    return replace(
        format,
        read=format.read and reading.call(format.read, _tree),
        respell=format.respell and reading.call(format.respell, list),
        root=format.root and reading.call(format.root, _only(Root)),
        repair=format.repair and reading.call(format.repair, _only(bytes)),
        unpack=format.unpack and reading.call(format.unpack, list),
        events=format.events and reading.iterate(format.events, _tree),
        write=format.write and writing.call(format.write, _only(bytes)),
        holds=format.holds and writing.call(format.holds, bool),
        update=format.update and writing.call(format.update, _only(Updated)),
        write_all=format.write_all and streaming.iterate(format.write_all, _only(bytes)),
        files=format.files and streaming.iterate(format.files, file),
    )


class _Guard(NamedTuple):
    """What a function may raise, and what it raises in place of anything else."""

    passed: tuple[type[Exception], ...]
    failed: Callable[[str], Exception]

    def call(self, function: Callable[_Taken, Any], sound: Callable[[Any], _Given]) -> Callable[_Taken, _Given]:
        """The function, guarded; what it gives goes through `sound`."""

        def guard(*taken: _Taken.args, **named: _Taken.kwargs) -> _Given:
            try:
                return sound(function(*taken, **named))
            except self.passed:
                raise
            except (Exception, SystemExit) as error:
                raise self._failure(error) from None

        return guard

    def iterate(
        self, function: Callable[_Taken, Iterable[Any]], sound: Callable[[Any], _Given]
    ) -> Callable[_Taken, Iterator[_Given]]:
        """The function that gives one after another, guarded; each goes through `sound`."""

        def guard(*taken: _Taken.args, **named: _Taken.kwargs) -> Iterator[_Given]:
            try:
                yield from map(sound, function(*taken, **named))
            except self.passed:
                raise
            except (Exception, SystemExit) as error:
                raise self._failure(error) from None

        return guard

    def _failure(self, error: BaseException) -> Exception:
        return self.failed(str(error) if isinstance(error, _Unsound) else said(error))


class _Unsound(Exception):
    """What a function gives is not what it has to give; the text says so."""


def _only(kind: type[_Given]) -> Callable[[Any], _Given]:
    """What lets pass what is of a kind."""

    def sound(found: Any) -> _Given:
        if not isinstance(found, kind):
            raise _Unsound(f"it gives {type(found).__name__}, not {kind.__name__}")
        return found

    return sound


def _tree(found: Any) -> Tree:
    """A tree whose places never fail."""
    if not isinstance(found, Tree) or not isinstance(found.data, dict | None):
        raise _Unsound(f"it gives {quoted(found)}, which is no tree")
    locate = found.locate

    def guard(loc: Loc, at_key: bool) -> Span:
        try:
            start, end = locate(loc, at_key)
            return Span(int(start), int(end))
        except Exception:
            return Span(0, 1)

    found.locate = guard
    return found
