"""Installed formats: what other packages offer under the entry-point group `eventnotes.formats`; asked last."""

from __future__ import annotations

from functools import cache

from eventnotes.diagnostic import quoted
from eventnotes.formats import FORMATS
from eventnotes.formats._format import Format
from eventnotes.formats._guard import guarded
from eventnotes.offers import offers, package, said

GROUP = "eventnotes.formats"
_OURS = ("claims", "options")  # which nobody asks before it is known what is installed


def find(name: str) -> Format:
    """The format of another package; LookupError says what is wrong with it, or which formats there are."""
    if name in offers(GROUP):
        return _installed(name)
    names = dict.fromkeys([*_own_names(), *sorted(offers(GROUP))])
    hidden = "".join(f"; {_hidden(one)}" for one in _own_names() if one in offers(GROUP))
    ending = next((f"; that of .{name} files is {one.name}" for one in FORMATS if f".{name}" in one.suffixes), "")
    raise LookupError(f"no format is called {name!r}{ending}; there are {', '.join(names)}{hidden}")


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


def unusable() -> list[str]:
    """What is wrong with each format of another package that cannot be used; its endings are unknown."""
    told = []
    for name in sorted(offers(GROUP)):
        try:
            _installed(name)
        except LookupError as error:
            told.append(str(error))
    return told


@cache
def _installed(name: str) -> Format:
    own = offers(GROUP)[name]
    if name in _own_names():
        raise LookupError(_hidden(name))
    if len(own) > 1:
        raise LookupError(f"the format {name} is offered twice, by {_packages(name)}")
    try:
        found = own[0].load()
    except (Exception, SystemExit) as error:
        raise LookupError(f"the format {name} of {package(own[0])} cannot be loaded: {said(error)}") from None
    if not isinstance(found, Format):
        raise LookupError(f"{package(own[0])} offers {quoted(found)}, which is no format")
    if found.name != name:
        raise LookupError(f"{package(own[0])} offers a format of another name, {quoted(found.name)}")
    ours = [one for one in _OURS if getattr(found, one)]
    if ours:
        fault = f"the format {name} of {package(own[0])} has {' and '.join(ours)}, as only ours can have"
        raise LookupError(f"{fault}; offer each way to write it as a format of its own")
    return guarded(found)


def _own_names() -> list[str]:
    return [one.name for one in FORMATS]


def _hidden(name: str) -> str:
    return f"the format {name} of {_packages(name)} cannot be used: the name is one of ours"


def _packages(name: str) -> str:
    return " and ".join(sorted(map(package, offers(GROUP)[name])))
