"""`eventnotes new`: a write-up to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from eventnotes.cli._output import write_output

if TYPE_CHECKING:
    from eventnotes.template import Planned


class _InOrder(click.Command):
    """Keeps the order in which --session and --speaker were given: a speaker belongs to the session before."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.obj = [one.name for one in order if one.name in ("titles", "lines")]
        return super().parse_args(ctx, args)


@click.command(cls=_InOrder, short_help="Print a write-up to fill in.")
@click.option("--name", required=True, metavar="TEXT", help="Name of the event.")
@click.option(
    "--kind",
    type=click.Choice(["meetup", "conference", "talk"]),
    default="meetup",
    metavar="KIND",
    help="meetup (the default), conference, or talk, a post about one session.",
)
@click.option("--start", metavar="DATE", help="When it began, such as 2024-05-01 or 2024-05-01T18:30.")
@click.option("--end", metavar="DATE", help="When it ended.")
@click.option("--venue", metavar="TEXT", help="What the place is called.")
@click.option("--website", metavar="URL", help="The event's home page.")
@click.option("--session", "titles", multiple=True, metavar="TITLE", help="A session; repeatable.")
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
    order: list[str], /, titles: tuple[str, ...], lines: tuple[str, ...], output: str | None, name: str, **facts: Any
) -> None:
    """Print a write-up to fill in, with what is known, and comments that say what else can be written.

    `eventnotes check` accepts it as it is.
    """
    from eventnotes import formats
    from eventnotes.diagnostic import printable
    from eventnotes.template import fill

    named = formats.of_path(output) if output is not None else None
    if named is not None and named.name != "markdown":
        raise click.UsageError(f"{printable(str(output))}: a write-up is Markdown; name a file that ends in .md")
    try:
        text = fill(name, sessions=_sessions(order, titles, lines), **facts)
    except ValueError as error:
        raise click.UsageError(printable(str(error), None)) from None
    write_output(text.encode(), output, _create)


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
