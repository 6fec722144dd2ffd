"""Selection: which findings are reported, and how much they matter; the codes there are to choose from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from eventnotes.codes import PAGES, WARNINGS
from eventnotes.diagnostic import Severity, quoted
from eventnotes.rules import ON, RULES, Rule
from eventnotes.rules._installed import Broken, hidden, installed, installed_names

GROUPS = ("default", "all")


class Selected(NamedTuple):
    """What is reported: the rules that run, the warnings that are silent, and rules that cannot be loaded."""

    rules: tuple[Rule, ...]
    silent: frozenset[str]
    broken: tuple[Broken, ...]


def objection(code: str, groups: bool = False, advice: str = "") -> str | None:
    """Why a code cannot be chosen, ignored or weighed; None where it can.

    Args:
        code: what was written.
        groups: whether the names of groups are allowed.
        advice: what to do about a code that is like no other, to end the line with.
    """
    if code in _own_codes() or (groups and code in GROUPS):
        return None
    if code in PAGES:
        return f"{code} is an error of reading, which is always reported"
    if code in installed_names():
        return None
    near = suggestion(code, [*_own_codes(), *installed_names()])
    return f"no finding has the code {quoted(code)}{near or advice}"


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?`, where a known word is near."""
    near = get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def selected(select: Iterable[str] | None, ignore: Collection[str], severities: Mapping[str, Severity]) -> Selected:
    """What is reported.

    Args:
        select: codes and groups; None for what is on by default.
        ignore: codes that are left out of it.
        severities: how much findings matter, by code, where it is not as usual.
    """
    wanted: set[str] = set()
    hidden_ones: tuple[Broken, ...] = ()
    for name in ("default",) if select is None else select:
        if name == "default":
            wanted |= {rule.code for rule in ON} | WARNINGS
        elif name == "all":
            hidden_ones = hidden_rules()
            wanted |= _own_codes() | set(installed_names()) - {one.code for one in hidden_ones}
        else:
            wanted.add(name)
    wanted.difference_update(ignore)
    loaded = [installed(code) for code in sorted(wanted - _own_codes())]
    rules = [rule for rule in RULES if rule.code in wanted]
    rules += [one for one in loaded if isinstance(one, Rule)]
    weighed = [rule._replace(severity=severities.get(rule.code, rule.severity)) for rule in rules]
    broken = [*hidden_ones, *(one for one in loaded if isinstance(one, Broken))]
    return Selected(tuple(weighed), frozenset(_own_codes() - wanted), tuple(broken))


def hidden_rules() -> tuple[Broken, ...]:
    """The rules of other packages that have a code of ours, and so never run."""
    return tuple(hidden(code) for code in installed_names() if code in PAGES or code in _own_codes())


def _own_codes() -> set[str]:
    return {rule.code for rule in RULES} | WARNINGS
