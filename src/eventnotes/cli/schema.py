"""`eventnotes schema`: the published JSON Schemas."""

from __future__ import annotations

import click

from eventnotes.cli._output import write_output


@click.command(short_help="Print a JSON Schema.")
@click.argument("name", required=False, default="event", metavar="[CLASS]")
def schema(name: str) -> None:
    """Print the JSON Schema of a CLASS: event, session, speaker, quote, lesson, framework, or front-matter."""
    from eventnotes.schema import published, schema

    try:
        schema(name)
    except LookupError as error:
        raise click.UsageError(str(error)) from None
    write_output(published(name).encode(), None)
