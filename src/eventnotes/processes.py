"""Processes: work that is shared out among several, with its results in the order of what it was done on."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 32  # items that are sent at once
_AHEAD = 4  # chunks for each process that may wait for an earlier one, so that memory does not grow


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def shared(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """What the work gives for each item, in the order of the items. No process outlives the iterator.

    Args:
        work: a function; it, what it takes and what it gives can be pickled.
        items: taken one after the other, and not far ahead of the results.
        jobs: how many processes at most.

    Raises:
        ChildProcessError: where a process ended that had work to do; it says how.
        Exception: what taking an item or working on it raised, in its place among the results.
    """
    crew: _Crew[Item, Result] = _Crew(work, jobs)
    chunks = _chunks(items)
    given = taken = 0
    done: dict[int, tuple[list[Result], Exception | None]] = {}
    try:
        while True:
            while crew.is_free and given < taken + _AHEAD * jobs and (chunk := next(chunks, None)) is not None:
                crew.give(given, *chunk)
                given += 1
            if taken == given:
                return
            if taken not in done:
                done |= crew.take()
                continue
            results, error = done.pop(taken)
            taken += 1
            yield from results
            if error is not None:
                raise error
    finally:
        crew.end()


def _chunks(items: Iterable[Item]) -> Iterator[tuple[list[Item], Exception | None]]:
    """The items, so many at a time; with the last ones what taking more of them raised."""
    taking = iter(items)
    while True:
        chunk: list[Item] = []
        try:
            chunk.extend(islice(taking, _CHUNK))
        except Exception as error:
            yield chunk, error
            return
        if not chunk:
            return
        yield chunk, None


class _Crew(Generic[Item, Result]):
    """The processes: each works on one chunk at a time."""

    def __init__(self, work: Callable[[Item], Result], jobs: int) -> None:
        # a copy of a process with one thread is cheap and safe on Linux alone
        is_fork = sys.platform == "linux" and threading.active_count() == 1
        self._context: Any = multiprocessing.get_context("fork" if is_fork else "spawn")
        self._is_fork = is_fork
        self._work, self._jobs = work, jobs
        self._processes: dict[Connection, Any] = {}
        self._idle: list[Connection] = []
        self._busy: dict[Connection, tuple[int, Exception | None]] = {}

    @property
    def is_free(self) -> bool:
        return len(self._busy) < self._jobs

    def give(self, number: int, chunk: list[Item], error: Exception | None) -> None:
        """Let one of them, a new one if need be, work on a chunk, after which an error was met."""
        pipe = self._idle.pop() if self._idle else self._hire()
        try:
            pipe.send(chunk)
        except OSError:
            raise self._lost(pipe) from None
        self._busy[pipe] = (number, error)

    def take(self) -> dict[int, tuple[list[Result], Exception | None]]:
        """The results that are there, by number of the chunk; waits for the first."""
        found: dict[int, tuple[list[Result], Exception | None]] = {}
        for pipe in wait([*self._busy]):
            assert isinstance(pipe, Connection)
            number, error = self._busy.pop(pipe)
            try:
                results, raised = pipe.recv()
            except (EOFError, OSError):
                raise self._lost(pipe) from None
            found[number] = (results, raised or error)
            self._idle.append(pipe)
        return found

    def end(self) -> None:
        """End all of them at once."""
        for process in self._processes.values():
            process.kill()
        for pipe, process in self._processes.items():
            process.join()
            pipe.close()

    def _hire(self) -> Connection:
        ours: Connection
        ours, theirs = self._context.Pipe()
        copied = [*self._processes, ours] if self._is_fork else []
        process = self._context.Process(target=_serve, args=(self._work, theirs, copied), daemon=True)
        process.start()
        theirs.close()
        self._processes[ours] = process
        return ours

    def _lost(self, pipe: Connection) -> ChildProcessError:
        process = self._processes[pipe]
        process.join()
        code = process.exitcode
        how = f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"
        return ChildProcessError(f"a process that had work to do {how}")


def _serve(work: Callable[[Any], Any], pipe: Connection, copied: list[Connection]) -> None:
    """What a process does: chunk after chunk, until nobody sends one. Ctrl-C is for the one that sends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for one in copied:  # which would keep a pipe open whose other end is gone
        one.close()
    while True:
        try:
            chunk = pipe.recv()
        except EOFError:
            return
        results: list[Any] = []
        raised: Exception | None = None
        try:
            results.extend(map(work, chunk))
        except Exception as error:
            raised = error
        try:
            pipe.send((results, raised))
        except BrokenPipeError:
            return
