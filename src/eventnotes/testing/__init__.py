"""Testing: Hypothesis strategies for events, for the tests of programs that use them (extra `testing`)."""

from eventnotes.testing._hostile import events, fragments, whens
from eventnotes.testing._plain import plain_events

__all__ = ["events", "fragments", "plain_events", "whens"]
