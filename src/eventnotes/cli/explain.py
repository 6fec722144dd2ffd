"""`eventnotes explain`: the manual page of a finding's code."""

from __future__ import annotations

import click


@click.command(short_help="Explain the code of a finding.")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a finding's CODE: what it means, why it matters, and an example. Without CODE, list them all."""
    from eventnotes.codes import every_code, page

    if code is None:
        from eventnotes.configuration.selection import hidden_rules

        codes = sorted(every_code())
        width = max(map(len, codes))
        for name in codes:
            click.echo(f"{name:{width}}  {(page(name) or '').splitlines()[0]}")
        for rule in hidden_rules():
            click.echo(rule.told, err=True)
        return
    manual = page(code)
    if manual is None:
        from eventnotes.configuration.selection import suggestion

        near = suggestion(code, every_code()) or "; eventnotes explain lists them all"
        raise click.UsageError(f"no finding has the code {code!r}{near}")
    click.echo(f"{code}\n\n{manual}")
