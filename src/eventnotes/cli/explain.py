"""`eventnotes explain`: the manual page of a finding's code."""

from __future__ import annotations

import click


@click.command(short_help="Explain the code of a finding.")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a finding's CODE: what it means, why it matters, and an example. Without CODE, list them all."""
    from eventnotes.codes import pages

    manual = pages()
    if code is None:
        for name in sorted(manual):
            click.echo(f"{name:24}{manual[name].splitlines()[0]}")
        return
    if code not in manual:
        from difflib import get_close_matches

        near = get_close_matches(code, manual, n=1)
        raise click.UsageError(f"no finding has the code {code!r}" + (f"; did you mean {near[0]}?" if near else ""))
    click.echo(f"{code}\n\n{manual[code]}")
