"""`eventnotes new`: a write-up to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from eventnotes.cli._options import standard_input
from eventnotes.cli._output import tell, write_output

if TYPE_CHECKING:
    from eventnotes.model import Event
    from eventnotes.template import Planned


class _InOrder(click.Command):
    """Keeps the order in which --session and --speaker were given: a speaker belongs to the session before."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.obj = [one.name for one in order if one.name in ("titles", "lines")]
        return super().parse_args(ctx, args)


@click.command(cls=_InOrder, short_help="Print a write-up to fill in.")
@click.option(
    "--from",
    "programme",
    metavar="FILE",
    help="The programme: schedule.json, schedule.xml, or whatever is read; - for one on standard input.",
)
@click.option("--name", metavar="TEXT", help="Name of the event; needed unless --from tells it.")
@click.option(
    "--kind",
    type=click.Choice(["meetup", "conference", "talk"]),
    metavar="KIND",
    help="meetup (the default), conference, or talk, a post about one session.",
)
@click.option("--start", metavar="DATE", help="When it began, such as 2024-05-01 or 2024-05-01T18:30.")
@click.option("--end", metavar="DATE", help="When it ended.")
@click.option("--venue", metavar="TEXT", help="What the place is called.")
@click.option("--website", metavar="URL", help="The event's home page.")
@click.option(
    "--session", "titles", multiple=True, metavar="TITLE", help="A session; repeatable. With --from its title or id."
)
@click.option(
    "--speaker",
    "lines",
    multiple=True,
    metavar="LINE",
    help='Who speaks in the --session before it, such as "Ana Lima, CTO, Harbour Clinic"; repeatable.',
)
@click.option("-o", "--output", metavar="FILE", help="File to create; by default standard output.")
@click.pass_obj
def new(
    order: list[str],
    /,
    programme: str | None,
    titles: tuple[str, ...],
    lines: tuple[str, ...],
    output: str | None,
    **facts: Any,
) -> None:
    """Print a write-up to fill in, with what is known, and comments that say what else can be written.

    `eventnotes check` accepts it as it is.
    """
    from eventnotes import formats
    from eventnotes.diagnostic import printable

    named = formats.of_path(output) if output is not None else None
    if named is not None and named.name != "markdown":
        raise click.UsageError(f"{printable(str(output))}: a write-up is Markdown; name a file that ends in .md")
    try:
        if programme is None:
            text = _filled(facts, _sessions(order, titles, lines))
        else:
            text = _begun(programme, facts, titles, lines)
    except ValueError as error:
        raise click.UsageError(printable(str(error), None)) from None
    write_output(text.encode(), output, _create)


def _filled(facts: dict[str, Any], sessions: list[Planned]) -> str:
    from eventnotes.template import fill

    name = facts.pop("name")
    if name is None:
        raise click.UsageError("Missing option '--name'.")
    return fill(name, sessions=sessions, **{key: value for key, value in facts.items() if value is not None})


def _begun(programme: str, facts: dict[str, Any], ids: tuple[str, ...], lines: tuple[str, ...]) -> str:
    from eventnotes.skeleton import begin

    if lines or facts.pop("kind") is not None:
        raise click.UsageError("--kind and --speaker do not go with --from: the programme says both")
    changes = {key: value for key, value in facts.items() if value is not None}
    if "venue" in changes:
        changes["venue"] = {"name": changes["venue"]}
    return begin(_read(programme), ids, **changes)


def _read(programme: str) -> Event:
    """The event of a programme; what is found in it is told on standard error."""
    from eventnotes import formats
    from eventnotes.diagnostic import printable
    from eventnotes.document import read
    from eventnotes.limits import DEFAULT

    try:
        if programme == "-":
            data = standard_input(DEFAULT.size + 1)
            found = formats.of_content(formats.find("json"), data).name if data.lstrip()[:1] == b"{" else "schedule-xml"
            document = read(data=data, format=found)
        else:
            document = read(programme)
    except OSError as error:
        raise click.UsageError(f"{printable(programme)}: {error.strerror or error}") from None
    if tell(document) or document.event is None:
        raise click.exceptions.Exit(1)
    return document.event


def _sessions(order: list[str], titles: tuple[str, ...], lines: tuple[str, ...]) -> list[Planned]:
    """The sessions in order, each with the speakers given after it; those given before all belong to the first."""
    from eventnotes.template import Planned

    given = {"titles": iter(titles), "lines": iter(lines)}
    found: list[tuple[str | None, list[str]]] = []
    for option in order:
        value = next(given[option])
        if option == "lines":
            found = found or [(None, [])]
            found[-1][1].append(value)
        elif found and found[0][0] is None:
            found = [(value, found[0][1])]
        else:
            found.append((value, []))
    return [Planned(*one) for one in found]


def _create(place: str, data: bytes) -> None:
    from eventnotes.diagnostic import printable
    from eventnotes.replacement import create_file

    try:
        create_file(place, data)
    except FileExistsError as error:
        raise click.UsageError(printable(f"{place}: {error.strerror}", None)) from None
