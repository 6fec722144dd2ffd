"""Rules: what the model cannot say, one function each; its name is the code, its docstring the manual page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from eventnotes.diagnostic import Severity
from eventnotes.model import Event
from eventnotes.rules import dates, lessons, people, posts, quotes, sessions
from eventnotes.rules._finding import Finding

__all__ = ["ON", "RULES", "Finding", "Rule"]


class Rule(NamedTuple):
    """A rule and how much its findings matter."""

    function: Callable[[Event], Iterator[Finding]]
    severity: Severity
    is_on: bool = True
    """Whether it runs where nobody asks for it; a rule that is an opinion does not."""

    @property
    def code(self) -> str:
        """The function's name in kebab case."""
        return self.function.__name__.replace("_", "-")

    @property
    def page(self) -> str:
        """The function's docstring."""
        return self.function.__doc__ or ""


RULES: tuple[Rule, ...] = (
    Rule(people.unknown_speaker, Severity.ERROR),
    Rule(people.ambiguous_speaker, Severity.ERROR),
    Rule(quotes.unknown_quote, Severity.ERROR),
    Rule(quotes.dangling_placeholder, Severity.ERROR),
    Rule(dates.end_before_start, Severity.ERROR),
    Rule(dates.unknown_timezone, Severity.ERROR),
    Rule(dates.session_outside_event, Severity.WARNING),
    Rule(dates.missing_date, Severity.WARNING),
    Rule(sessions.speaker_double_booked, Severity.WARNING),
    Rule(sessions.unread_label, Severity.WARNING),
    Rule(lessons.empty_framework, Severity.WARNING),
    Rule(lessons.count_mismatch, Severity.WARNING),
    Rule(posts.draft_not_reviewed, Severity.WARNING),
)
"""In the order of the manual."""

ON: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.is_on)
"""The rules that run where nobody asks for others."""
