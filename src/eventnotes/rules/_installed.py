"""Installed rules: what other packages offer under the entry-point group `eventnotes.rules`; asked last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, update_wrapper
from itertools import islice
from typing import Any, NamedTuple

from eventnotes.diagnostic import Severity, quoted
from eventnotes.model import Event
from eventnotes.offers import offers, package, said
from eventnotes.rules import Rule
from eventnotes.rules._finding import Finding
from eventnotes.source import Loc

GROUP = "eventnotes.rules"
_MOST = 1_000  # findings that one rule of another package may yield for an event


class Broken(NamedTuple):
    """A rule of another package that cannot be used: its code and what is wrong."""

    code: str
    message: str

    @property
    def told(self) -> str:
        """The message of a finding."""
        return f"the rule {self.code} cannot be used: {self.message}"


def installed_names() -> tuple[str, ...]:
    """The codes of all rules that other packages offer, in order; nothing is imported."""
    return tuple(sorted(offers(GROUP)))


@cache
def installed(code: str) -> Rule | Broken:
    """The rule of another package that has this code, guarded: whatever goes wrong in it becomes a finding."""
    own = offers(GROUP)[code]
    if len(own) > 1:
        return Broken(code, f"the code is taken twice, by {_packages(code)}")
    try:
        found: Any = own[0].load()
    except (Exception, SystemExit) as error:
        return Broken(code, f"{package(own[0])} cannot be loaded: {said(error)}")
    rule: Rule | None = None
    if isinstance(found, Rule):
        rule = found
    elif callable(found):
        function: Any = found
        rule = Rule(function, Severity.WARNING)
    if rule is None or not callable(rule.function) or not isinstance(rule.severity, Severity):
        return Broken(code, f"{package(own[0])} offers {quoted(found)}, which is no rule")
    name = getattr(rule.function, "__name__", "").replace("_", "-")
    if name != code:
        return Broken(code, f"{package(own[0])} offers a rule of another name, {quoted(name)}")
    return rule._replace(function=_Guarded(rule.function, code), needs="")


def hidden(code: str) -> Broken:
    """What is to be said of the rule of another package that has a code of ours, and so never runs."""
    return Broken(code, f"{_packages(code)} offers it, and the code is one of ours")


def _packages(code: str) -> str:
    return " and ".join(sorted({package(one) for one in offers(GROUP)[code]}))


class RuleFailed(Exception):
    """Raised where a rule of another package fails on an event; its text says how."""


class _Guarded:
    """A rule's function of another package; another process takes it from the package anew."""

    def __init__(self, function: Callable[[Event], Any], code: str) -> None:
        update_wrapper(self, function)
        self._function = function
        self._code = code

    def __call__(self, event: Event) -> Iterator[Finding]:
        try:
            yielded = list(islice(self._function(event), _MOST))
        except (Exception, SystemExit) as error:
            raise RuleFailed(f"the rule {self._code} fails: {said(error)}") from None
        for one in yielded:
            yield _finding(one, event, self._code)

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        return _taken_anew, (self._code,)


def _taken_anew(code: str) -> Callable[[Event], Iterator[Finding]]:
    rule = installed(code)
    assert isinstance(rule, Rule)
    return rule.function


def _finding(yielded: Any, event: Event, code: str) -> Finding:
    """What a rule yielded, if it is a finding at a place of the event."""
    try:
        found = Finding(*yielded)
        texts = (found.message, found.help, found.words)
        is_one = all(isinstance(one, str) for one in texts) and isinstance(found.nth, int) and found.message.strip()
        if is_one and _is_place(found.loc, event):
            return found
    except TypeError:
        pass
    raise RuleFailed(f"the rule {code} yields {quoted(yielded)}, which is no finding at a place of the event")


def _is_place(loc: Loc, event: Event) -> bool:
    value: Any = event
    for step in loc:
        if isinstance(step, int) and isinstance(value, tuple) and 0 <= step < len(value):
            value = value[step]
        elif isinstance(step, str) and step in getattr(type(value), "model_fields", ()):
            value = getattr(value, step)
        elif isinstance(step, str) and isinstance(value, dict) and step in value:
            value = value[step]
        else:
            return False
    return isinstance(loc, tuple)
