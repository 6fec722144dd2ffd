"""Options that several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from eventnotes.limits import Limits


def _pairs(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    pairs = []
    for value in values:
        name, _, number = value.partition("=")
        if not number.isdecimal():
            raise click.BadParameter(f"{value!r} is not name=number", context, option)
        pairs.append((name, int(number)))
    return tuple(pairs)


limit_option = click.option(
    "--limit",
    "changes",
    multiple=True,
    callback=_pairs,
    metavar="NAME=VALUE",
    help="Raise or lower a limit, such as size=20000000.",
)
from_option = click.option(
    "--from", "source_format", metavar="FORMAT", help="Format of the source; by default its ending's."
)

pass_over_option = click.option(
    "--pass-over", is_flag=True, help="Pass over named files that are no write-ups, as in a folder."
)


def limits_of(changes: tuple[tuple[str, int], ...]) -> Limits:
    """The default limits with these changes."""
    from dataclasses import fields

    from eventnotes.limits import DEFAULT

    limits = DEFAULT
    for name, value in changes:
        try:
            limits = limits.but(name, value)
        except KeyError:
            known = ", ".join(one.name for one in fields(DEFAULT))
            raise click.BadParameter(f"no limit is called {name!r}; there are {known}", param_hint="--limit") from None
    return limits


def standard_input(size: int) -> bytes:
    """At most this many bytes of standard input; none where it is closed."""
    import sys

    return sys.stdin.buffer.read(size) if sys.stdin is not None else b""
