"""Installed formats: what other packages offer under the entry-point group `eventnotes.formats`; asked last."""

from __future__ import annotations

from functools import cache

from eventnotes.diagnostic import quoted
from eventnotes.formats._format import Format
from eventnotes.formats._guard import guarded
from eventnotes.offers import offers, package, said

GROUP = "eventnotes.formats"


def find(name: str, known: list[str]) -> Format:
    """The format of another package; LookupError says what is wrong with it, or which formats there are."""
    if name not in offers(GROUP):
        names = ", ".join([*known, *sorted(offers(GROUP))])
        raise LookupError(f"no format is called {name!r}; there are {names}")
    return _installed(name)


def of_suffix(suffix: str) -> Format | None:
    """The format of another package whose files end so; one that cannot be loaded is passed over."""
    for name in sorted(offers(GROUP)):
        try:
            found = _installed(name)
        except LookupError:
            continue
        if suffix in found.suffixes:
            return found
    return None


@cache
def _installed(name: str) -> Format:
    own = offers(GROUP)[name]
    if len(own) > 1:
        raise LookupError(f"the format {name} is offered twice, by {' and '.join(sorted(map(package, own)))}")
    try:
        found = own[0].load()
    except (Exception, SystemExit) as error:
        raise LookupError(f"the format {name} of {package(own[0])} cannot be loaded: {said(error)}") from None
    if not isinstance(found, Format):
        raise LookupError(f"{package(own[0])} offers {quoted(found)}, which is no format")
    if found.name != name:
        raise LookupError(f"{package(own[0])} offers a format of another name, {quoted(found.name)}")
    return guarded(found)
