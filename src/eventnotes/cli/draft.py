"""The command `draft`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from eventnotes.cli._options import configuration_of, limit_option, refusing, standard_input
from eventnotes.cli._output import write_output
from eventnotes.cli._places import keep_apart
from eventnotes.cli._targets import is_folder, not_held, places, refuse_output, target_of, write_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventnotes.draft import Draft
    from eventnotes.draft.reading.folder import Notes
    from eventnotes.formats import Format
    from eventnotes.limits import Limits

_LONGEST = 60  # characters of what was cut
_MOST = 12  # names of files in one line
_COMMENT = re.compile(r"<!-- (?:text|/session|(?:maybe \w+|id|session|quote|lesson|framework): [^\n]*?) -->")
_HTML: dict[str, bool] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), True),
    **dict.fromkeys((".md", ".markdown", ".mkd", ".mdx", ".qmd", ".rmd"), False),
}
"""Whether files of an ending are pages; those of others are looked at."""


@click.command(short_help="Draft a write-up from a post.")
@click.argument("source", metavar="SOURCE")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="File to write; a folder with a slash; - for standard output, which is the default.",
)
@click.option(
    "--to",
    "target_format",
    metavar="FORMAT",
    help="Format to write, as convert has them; by default that of the output's ending, and markdown where there is "
    "none.",
)
@click.option("--evidence", "evidence", metavar="FILE", help="File for the words that every value rests on, as JSON.")
@limit_option
def draft(
    source: str,
    output: str | None,
    target_format: str | None,
    evidence: str | None,
    changes: tuple[tuple[str, int], ...],
) -> None:
    """Draft a write-up from a post as people write it: a file, - for standard input, or a folder of notes, one a talk.

    The draft has the post's own text and what it says of its event; nothing else. Look it through, then change its
    status from draft to reviewed.
    """
    import os

    target = target_of(target_format, output, "markdown", {})
    refuse_output(True, output, target, evidence, choice="")
    into_folder = is_folder(False, output, target)
    place = _file_in(source, output, target, evidence) if output is not None and into_folder else output
    keep_apart(_read(source, place), *(places(target, output, into_folder) or [place]), evidence)
    _keep_others(place, drafting=target.name == "markdown")
    with refusing():
        limits = configuration_of(None, False, changes).of_folder(os.path.dirname(source) or ".").limits
    made, data, told = _made(source, target, limits)
    if evidence is not None:
        from eventnotes.draft.evidence import as_json

        write_output(as_json(made.source, [*made.evidence, *made.cuts]), evidence)
    if into_folder and target.files is not None and place is not None:
        write_folder(target.files([made.event]), place)
    else:
        write_output(data, place, root=output if into_folder else None)
    told += [*_lost(made, data, target, source), *_changed(made, source), *_no_mdx(place or source, data, target)]
    _tell(told, made, is_shown=place in (None, "-"))


def _made(source: str, target: Format, limits: Limits) -> tuple[Draft, bytes, list[str]]:
    """A draft, its bytes, and what is to be told of its sources.

    Raises:
        click.ClickException: for a post that gives none, and a format that cannot hold it.
        click.UsageError: where it cannot be read.
    """
    from eventnotes.diagnostic import printable

    failures: list[str] = []
    try:
        made, gathered = _drafted(source, limits, failures)
        return made, _written(made, target), [*gathered, *(f"{source}: left out: {one}" for one in failures)]
    except (ValueError, LookupError) as error:
        raise click.ClickException(printable(f"{source}: {error}", None)) from None
    except OSError as error:
        raise click.UsageError(f"{printable(error.filename or source)}: {error.strerror or error}") from None


def _tell(told: list[str], made: Draft, *, is_shown: bool) -> None:
    """Say what is to be told and, on a terminal, what was found; apart from a draft that the terminal shows."""
    import sys

    from eventnotes.diagnostic import printable

    if sys.stderr.isatty() and made.evidence:
        from eventnotes.cli._table import table_of

        told = [*told, *table_of(made)]
    apart = "\n" if told and is_shown and sys.stdout.isatty() and sys.stderr.isatty() else ""
    sys.stderr.write(apart + "".join(printable(one, None) + "\n" for one in told))


def _file_in(source: str, folder: str, target: Format, evidence: str | None) -> str:
    """The file in a folder that a draft is written to; of a format that is several files, the folder."""
    import os

    from eventnotes.mirror import Mirror

    if target.files is not None:
        return folder
    path = os.path.abspath(source) if os.path.isdir(source) else source
    mirror = Mirror(folder, target.suffixes[0], [], lambda _: False, evidence)
    harm = mirror.harm(lambda: [path], lambda _: True)
    if harm is not None:
        raise click.UsageError(harm)
    return os.path.join(folder, mirror.name(path))


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

    from eventnotes.draft.reading.finished import is_write_up

    try:
        return os.path.samefile(path, output) and is_write_up(_text_in(path))
    except OSError:
        return False


def _keep_others(output: str | None, *, drafting: bool) -> None:
    """Refuse to write over a write-up that somebody has reviewed and, with a draft, over any file that is none."""
    import os

    from eventnotes.diagnostic import printable
    from eventnotes.draft.reading import finished

    if output is None or not os.path.isfile(output) or not os.path.getsize(output):
        return
    text = _text_in(output)
    is_former = finished.is_write_up(text)
    if (drafting or is_former) and not finished.is_draft(text):
        more = " any more" if is_former else ""
        raise click.UsageError(printable(f"{output} is no draft{more}, and would be lost; name another file", None))


def _text_in(path: str) -> str:
    """The text of a file; empty where it has none that can be read."""
    from eventnotes.draft import text_of

    try:
        with open(path, "rb") as file:
            return text_of(file.read())
    except (OSError, ValueError):
        return ""


def _drafted(source: str, limits: Limits, failures: list[str]) -> tuple[Draft, list[str]]:
    """A draft, and which files it was made of where it was a folder's."""
    import os

    from eventnotes.draft import draft, draft_notes, notes_in, text_of
    from eventnotes.draft.reading.page import is_page

    if os.path.isdir(source):
        notes = notes_in(source, limits)
        return draft_notes(notes, failures), [*_gathered(notes, source)]
    if source == "-":
        text = text_of(standard_input(limits.size + 1), limits)
        return draft(text, html=is_page(text, part=True), failures=failures), []
    with open(source, "rb") as file:
        text = text_of(file.read(limits.size + 1), limits)
    html = _HTML.get(os.path.splitext(source)[1].lower())
    return draft(text, html=is_page(text, part=True) if html is None else html, failures=failures), []


def _written(made: Draft, target: Format) -> bytes:
    """A draft in a format; ValueError where that cannot hold it, with what to do."""
    if target.name == "markdown":
        return made.markdown.encode()
    assert target.write is not None
    try:
        return target.write(made.event)
    except ValueError as error:
        raise ValueError(f"{error}; for that, draft into Markdown first") from None


def _lost(made: Draft, data: bytes, target: Format, source: str) -> list[str]:
    """What the target does not hold."""
    from eventnotes.conversion import losses

    found = losses(made.event, data, target)
    return [f"{source}: {not_held(found, target)}"] if found else []


def _changed(made: Draft, source: str) -> Iterator[str]:
    """What was cut or kept otherwise."""
    import os

    for fault in made.faults:
        path = os.path.join(source, fault.file) if fault.file else source
        yield f"{path}{_numbers(fault.first, fault.last) if made.origins else ''}: {fault.fate}: {fault.said}"
    for one in made.cuts:
        yield f"{_place(made, source, one.start, one.end)}: cut: {one.form}{'' if made.origins else _shown(one.exact)}"


def _no_mdx(path: str, data: bytes, target: Format) -> Iterator[str]:
    """That MDX does not read the comments of a draft, where that is what it is to be."""
    if target.name != "markdown" or not path.lower().endswith(".mdx"):
        return
    if comment := _COMMENT.search(data.decode()):
        yield f"{path}: MDX refuses comments such as {comment[0]}; give the draft a name that ends in .md"


def _place(made: Draft, source: str, start: int, end: int) -> str:
    """The file and the lines of a range of the source, as far as they have any."""
    import os

    first, last = made.place(start), made.place(start + max(len(made.source[start:end].rstrip("\n")) - 1, 0))
    if first is None or last is None:
        return source
    path = os.path.join(source, first[0]) if first[0] else source
    if first[0] != last[0]:
        return f"{path}{_numbers(first[1], first[1])} to {last[0]}{_numbers(last[1], last[1])}"
    return f"{path}{_numbers(first[1], last[1])}"


def _numbers(first: int, last: int) -> str:
    return f":{first}" if first == last else f":{first}-{last}"


def _shown(words: str) -> str:
    """The words that were cut, for a place without lines."""
    from eventnotes.diagnostic import quoted

    return f": {quoted(' '.join(words.split()), _LONGEST)}"


def _gathered(notes: Notes, source: str) -> Iterator[str]:
    """Which files of a folder one event was made of, and which not."""
    yield f"{source}: the notes of one event: {_listed(notes.files)}"
    if notes.written:
        yield f"{source}: passed over, as write-ups already: {_listed(notes.written)}"
    if notes.passed:
        yield f"{source}: passed over: {_listed(notes.passed)}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
