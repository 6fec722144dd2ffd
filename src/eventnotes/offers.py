"""Offers: what other packages offer under an entry-point group; nothing is imported before it is asked for."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from eventnotes.diagnostic import printable


@cache
def offers(group: str) -> dict[str, list[EntryPoint]]:
    """The entry points of a group by name."""
    found: dict[str, list[EntryPoint]] = {}
    for one in entry_points(group=group):
        found.setdefault(one.name, []).append(one)
    return found


def package(offer: EntryPoint) -> str:
    """The package that offers it, and where in it that stands."""
    return f"{offer.dist.name if offer.dist is not None else '?'} ({offer.value})"


def said(error: BaseException) -> str:
    """An error of other people's code in one line."""
    return printable(f"{type(error).__name__}: {error}".replace("\n", " "))
