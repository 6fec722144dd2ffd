"""Where commands write what they make."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from eventnotes.document import Document


def write_output(
    data: bytes | Iterable[bytes],
    place: str | None,
    write: Callable[[str, bytes], None] | None = None,
    root: str | None = None,
) -> None:
    """Write to a file, or to standard output where none is named, or `-`.

    Args:
        data: what to write, or pieces of it.
        place: the file.
        write: how; by default an existing file is replaced.
        root: the folder that a link must not lead out of, in which folders are made; by default that of the file.

    Raises:
        click.ClickException: where the file cannot be written, in one line.
    """
    import sys

    from eventnotes.diagnostic import printable
    from eventnotes.replacement import write_file, write_pieces

    if place is None or place == "-":
        if sys.__stdout__ is None:  # a closed stream, for which another stands in
            raise click.ClickException("standard output is closed")
        sys.stdout.buffer.writelines((data,) if isinstance(data, bytes) else data)
        sys.stdout.buffer.flush()
        return
    if root is not None:
        _make_folder(place)
    try:
        with _orderly_end():
            if not isinstance(data, bytes):
                write_pieces(place, data, root=root)
            elif write is not None:
                write(place, data)
            else:
                write_file(place, data, root=root)
    except OSError as error:
        said = f"{place}: {error.strerror}" if error.strerror else str(error)
        raise click.ClickException(printable(said, None)) from None


def replace(document: Document, data: bytes, folders: Iterable[str]) -> None:
    """Put other bytes in the place of a document: into its file, unless that changed meanwhile, or to standard output.

    Args:
        document: what was read.
        data: what its file is to hold.
        folders: what was named; links inside one do not lead out of it.

    Raises:
        click.ClickException: where the file cannot be written, in one line.
    """
    import os
    from functools import partial

    from eventnotes.replacement import write_file

    root = next((one for one in folders if document.path.startswith(os.path.join(one, ""))), None)
    write_output(data, document.path, partial(write_file, old=document.data, root=root))


def _make_folder(place: str) -> None:
    import os

    from eventnotes.diagnostic import printable

    folder = os.path.dirname(place) or "."
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        said = f"{folder}: the folder cannot be made: {error.strerror or error}"
        raise click.ClickException(printable(said, None)) from None


def tell(document: Document) -> bool:
    """Say on standard error what was found; whether it has errors."""
    import sys

    from eventnotes.decoding import lines_by_path
    from eventnotes.diagnostic import Severity
    from eventnotes.report.text import explained

    lines = lines_by_path(document.text)
    for diagnostic in document.diagnostics:
        sys.stderr.write(explained(diagnostic, lines(diagnostic.path)))
    return document.event is None or any(one.severity is Severity.ERROR for one in document.diagnostics)


def is_colored(stream: TextIO) -> bool:
    """Whether to write in colour: what NO_COLOR says (no-color.org), else FORCE_COLOR (force-color.org), else whether
    the stream is a terminal that can.
    """
    import os

    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


@contextmanager
def _orderly_end() -> Iterator[None]:
    """Let a signal that would end the process on the spot raise instead, so that no temporary is left."""
    import signal

    def end(number: int, frame: object) -> None:  # noqa: ARG001 - a handler takes both
        raise SystemExit(128 + number)

    fatal = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    former = {one: signal.signal(one, end) for one in fatal if signal.getsignal(one) is signal.SIG_DFL}
    try:
        yield
    finally:
        for one, handler in former.items():
            signal.signal(one, handler)
