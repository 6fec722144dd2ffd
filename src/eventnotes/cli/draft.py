"""The command `draft`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from eventnotes.cli._options import configuration_of, limit_option, refusing, standard_input
from eventnotes.cli._output import write_output
from eventnotes.cli._places import format_of_output, keep_apart

if TYPE_CHECKING:
    from eventnotes.draft import Draft
    from eventnotes.formats import Format
    from eventnotes.limits import Limits

_LEAST = 20  # characters of words in a table
_HTML: dict[str, bool] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), True),
    **dict.fromkeys((".md", ".markdown", ".mkd"), False),
}
"""Whether files of an ending are pages; those of others are looked at."""


@click.command(short_help="Draft a write-up from a post.")
@click.argument("source", metavar="SOURCE")
@click.option("-o", "--output", metavar="FILE", help="File to write; by default standard output.")
@click.option(
    "--to",
    "target",
    metavar="FORMAT",
    help="Format to write; by default that of the output's ending, and markdown where there is none.",
)
@click.option("--evidence", "evidence", metavar="FILE", help="File for the words that every value rests on, as JSON.")
@limit_option
def draft(
    source: str, output: str | None, target: str | None, evidence: str | None, changes: tuple[tuple[str, int], ...]
) -> None:
    """Draft a write-up from a post as people write it: a file, - for standard input, or a folder of notes, one a talk.

    The draft has the post's own text and what it says of its event; nothing else. Look it through, then change its
    status from draft to reviewed.
    """
    import os
    import sys

    from eventnotes.diagnostic import printable

    keep_apart(_read(source, output), output, evidence)
    by_ending = None if target else format_of_output(output)
    with refusing():
        limits = configuration_of(None, False, changes).of_folder(os.path.dirname(source) or ".").limits
    failures: list[str] = []
    try:
        made = _drafted(source, limits, failures)
        data = _written(made, target, by_ending)
    except (ValueError, LookupError) as error:
        raise click.ClickException(printable(f"{source}: {error}", None)) from None
    except OSError as error:
        raise click.UsageError(f"{printable(error.filename or source)}: {error.strerror or error}") from None
    if evidence is not None:
        from eventnotes.draft.evidence import as_json

        write_output(as_json(made.source, [*made.evidence, *made.cuts]), evidence)
    write_output(data, output)
    sys.stderr.write("".join(printable(f"{source}: left out: {one}", None) + "\n" for one in failures))
    sys.stderr.write(_told(made, source, table=sys.stderr.isatty()))


def _read(source: str, output: str | None) -> list[str]:
    """The files that a draft is made from; in a folder the output is none of them, where it is a write-up already."""
    import os

    from eventnotes.draft.reading.folder import names_in

    try:
        read = [os.path.join(source, one) for one in names_in(source)] if os.path.isdir(source) else [source]
    except OSError:
        return []
    return [one for one in read if len(read) == 1 or output is None or not _is_former(one, output)]


def _is_former(path: str, output: str) -> bool:
    """Whether a file is the output, and a write-up already."""
    import os

    from eventnotes.draft import text_of
    from eventnotes.draft.reading.finished import is_write_up

    try:
        if not os.path.samefile(path, output):
            return False
        with open(path, "rb") as file:
            return is_write_up(text_of(file.read()))
    except (OSError, ValueError):
        return False


def _drafted(source: str, limits: Limits, failures: list[str]) -> Draft:
    import os

    from eventnotes.draft import draft, draft_notes, notes_in, text_of
    from eventnotes.draft.reading.page import is_page

    if os.path.isdir(source):
        notes = notes_in(source, limits)
        failures += [f"{one}, which is a write-up already" for one in notes.passed]
        return draft_notes(notes, failures)
    if source == "-":
        text = text_of(standard_input(limits.size + 1), limits)
        return draft(text, html=is_page(text, part=True), failures=failures)
    with open(source, "rb") as file:
        text = text_of(file.read(limits.size + 1), limits)
    html = _HTML.get(os.path.splitext(source)[1].lower())
    return draft(text, html=is_page(text, part=True) if html is None else html, failures=failures)


def _written(made: Draft, target: str | None, by_ending: Format | None) -> bytes:
    from eventnotes import formats

    found = formats.find(target) if target else by_ending or formats.find("markdown")
    if found.name == "markdown":
        return made.markdown.encode()
    if found.write is None:
        raise LookupError(f"{found.name} cannot be written")
    return found.write(made.event)


def _told(made: Draft, source: str, *, table: bool) -> str:
    """What was cut and, in a table, what was found; lines are those of the source."""
    from eventnotes.diagnostic import printable

    lines = [f"{source}:{_lines(made.source, one.start, one.end)}: cut: {one.form}" for one in made.cuts]
    rows = _rows(made) if table and made.evidence else []
    return "".join(printable(line, None) + "\n" for line in [*lines, *rows])


def _rows(made: Draft) -> list[str]:
    """What was found, where and how sure, as wide as the terminal."""
    from shutil import get_terminal_size

    path = max(len(one.path) for one in made.evidence)
    room = max(get_terminal_size().columns - path - len("  line  sure  "), _LEAST)
    rows = [f"{'found':<{path}}  line  sure  words"]
    for one in made.evidence:
        words = " ".join(one.exact.split())
        shown = words if len(words) <= room else words[: room - 1] + "…"
        rows.append(
            f"{one.path:<{path}} {_lines(made.source, one.start, one.start + 1):>5}  {one.confidence:.2f}  {shown}"
        )
    return rows


def _lines(source: str, start: int, end: int) -> str:
    first = source.count("\n", 0, start) + 1
    last = first + source[start:end].rstrip("\n").count("\n")
    return str(first) if first == last else f"{first}-{last}"
