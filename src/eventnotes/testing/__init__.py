"""Testing: strategies for events, and the laws of formats, for the tests of other programs (extra `testing`)."""

from eventnotes.testing._formats import check_format
from eventnotes.testing._hostile import events, fragments, whens
from eventnotes.testing._plain import plain_events

__all__ = ["check_format", "events", "fragments", "plain_events", "whens"]
