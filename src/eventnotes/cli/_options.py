"""Options that several commands have."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from eventnotes.configuration import Configuration
    from eventnotes.diagnostic import Diagnostic


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

config_option = click.option(
    "--config", metavar="FILE", help="Take the settings of this file; by default those of the nearest folder."
)
isolated_option = click.option("--isolated", is_flag=True, help="Take no settings from files.")


class Misconfigured(click.ClickException):
    """A configuration or a baseline that cannot be used; shown as findings are, on standard error."""

    exit_code = 2

    def __init__(self, found: tuple[Diagnostic, ...], text: str) -> None:
        super().__init__("\n".join(map(str, found)))
        self.found = found
        self.text = text

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the findings."""
        import sys

        from eventnotes.report.text import explained

        lines = self.text.split("\n")
        for one in self.found:
            (file or sys.stderr).write(explained(one, lines))


@contextmanager
def refusing() -> Iterator[None]:
    """Turn a configuration or a baseline that cannot be used into an error of usage."""
    from eventnotes.configuration import InvalidConfiguration
    from eventnotes.inspection.baseline import InvalidBaseline

    try:
        yield
    except InvalidConfiguration as error:
        raise Misconfigured(error.diagnostics, error.text) from None
    except InvalidBaseline as error:
        raise Misconfigured((error.diagnostic,), "") from None


def configuration_of(
    config: str | None,
    isolated: bool,
    changes: tuple[tuple[str, int], ...],
    select: tuple[str, ...] | None = None,
    ignore: tuple[str, ...] = (),
    baseline: str | None = None,
) -> Configuration:
    """What finds settings, as options ask for it."""
    from dataclasses import fields

    from eventnotes.configuration import Asked, Configuration
    from eventnotes.diagnostic import printable
    from eventnotes.limits import DEFAULT

    if config is not None and isolated:
        raise click.UsageError("--config and --isolated do not go together: one takes settings, the other none")
    names = [one.name for one in fields(DEFAULT)]
    for name, _ in changes:
        if name not in names:
            message = f"no limit is called {name!r}; there are {', '.join(names)}"
            raise click.BadParameter(message, param_hint="--limit")
    try:
        return Configuration(Asked(select, ignore, changes, baseline), config, isolated)
    except OSError as error:
        message = printable(f"{config}: {error.strerror or error}")
        raise click.BadParameter(message, param_hint="--config") from None


def refuse_missing(paths: Iterable[str]) -> None:
    """Refuse paths that do not exist, or cannot be reached.

    Raises:
        click.UsageError: naming the first, and why.
    """
    import os

    from eventnotes.diagnostic import printable

    for path in paths:
        try:
            if path != "-":
                os.stat(path)
        except FileNotFoundError:
            raise click.UsageError(f"{printable(path)} does not exist") from None
        except OSError as error:
            raise click.UsageError(f"{printable(path)}: {error.strerror}") from None


def standard_input(size: int) -> bytes:
    """At most this many bytes of standard input; none where it is closed."""
    import sys

    return sys.stdin.buffer.read(size) if sys.stdin is not None else b""
