"""Rules: what the model cannot say, one function each; its name is the code, its docstring the manual page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from eventnotes.diagnostic import Severity
from eventnotes.model import Event
from eventnotes.rules import (
    clocks,
    dates,
    history,
    lessons,
    links,
    names,
    namesakes,
    people,
    posts,
    quotes,
    sessions,
    voices,
)
from eventnotes.rules._finding import Finding
from eventnotes.rules.namesakes import Elsewhere
from eventnotes.when import When

__all__ = ["ON", "RULES", "Beside", "Finding", "Rule"]


class Beside(NamedTuple):
    """What a rule may know besides the event; a rule that is not told is silent."""

    today: When | None = None
    """The day on which it is asked."""
    before: Event | None = None
    """The event as the same file told it before."""
    elsewhere: Elsewhere | None = None
    """The names of speakers in the files that were checked before."""
    is_alone: bool = False
    """Whether the file was named by itself, so that names in the files around it may be unknown."""

    @property
    def unmet(self) -> frozenset[str]:
        """What rules may need and are not told: what they found when they were told may still be there."""
        lacking = {"today": self.today is None, "before": self.before is None, "elsewhere": self.is_alone}
        return frozenset(need for need, is_lacking in lacking.items() if is_lacking)


class Rule(NamedTuple):
    """A rule and how much its findings matter."""

    function: Callable[..., Iterator[Finding]]
    """Event → findings; what the rule `needs` is its second argument."""
    severity: Severity
    is_on: bool = True
    """Whether it runs where nobody asks for it; a rule that is an opinion does not."""
    needs: Literal["", "today", "before", "elsewhere"] = ""
    """The field of `Beside` that it takes."""

    def find(self, event: Event, beside: Beside) -> Iterator[Finding]:
        """What the rule finds in an event."""
        return self.function(event, getattr(beside, self.needs)) if self.needs else self.function(event)

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
    Rule(namesakes.near_duplicate_speaker, Severity.WARNING, needs="elsewhere"),
    Rule(voices.attribution_is_a_speaker, Severity.WARNING),
    Rule(names.unsplit_name, Severity.WARNING),
    Rule(names.unfilled_field, Severity.WARNING),
    Rule(names.invisible_character, Severity.WARNING),
    Rule(voices.silent_speaker, Severity.WARNING, is_on=False),
    Rule(quotes.unknown_quote, Severity.ERROR),
    Rule(quotes.dangling_placeholder, Severity.ERROR),
    Rule(quotes.unattributed_quote, Severity.WARNING, is_on=False),
    Rule(dates.end_before_start, Severity.ERROR),
    Rule(dates.unknown_timezone, Severity.ERROR),
    Rule(dates.session_outside_event, Severity.WARNING),
    Rule(dates.missing_date, Severity.WARNING),
    Rule(clocks.floating_time, Severity.WARNING),
    Rule(clocks.wrong_weekday, Severity.WARNING),
    Rule(posts.published_before_event, Severity.WARNING),
    Rule(sessions.speaker_double_booked, Severity.WARNING),
    Rule(sessions.room_double_booked, Severity.WARNING),
    Rule(sessions.unread_label, Severity.WARNING),
    Rule(lessons.empty_framework, Severity.WARNING),
    Rule(lessons.count_mismatch, Severity.WARNING),
    Rule(lessons.repeated_lesson, Severity.WARNING),
    Rule(lessons.overdue_action, Severity.WARNING, needs="today"),
    Rule(links.bad_link, Severity.WARNING),
    Rule(history.vanished_id, Severity.WARNING, needs="before"),
    Rule(posts.draft_not_reviewed, Severity.WARNING),
)
"""In the order of the manual."""

ON: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.is_on)
"""The rules that run where nobody asks for others."""
