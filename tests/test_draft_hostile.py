"""Drafts of what nobody would call a post: no crash, nothing invented, and a draft that reads back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.draft import Draft, draft

GERMAN = """# Tag der offenen Daten 2019

Am Dienstag war ich in Bremen. Es war voll, und der Kaffee war gut.

## Was Fahrpläne leisten

Wir haben viel gelernt. Die Verwaltung muss schneller werden.

## Karten für die Nacht

- Erst fragen
- Dann bauen
"""
HOSTILE = {
    "emphasis": "**a " * 20_000,
    "brackets": "[" * 30_000,
    "quotation marks": '"' * 5_001 + " said Bo Ek",
    "names": "Ewa Nowak and " * 4_000 + "spoke.",
    "no punctuation": "Ewa Nowak said that trams are late and " * 400,
    "spaces": "Bo Ek" + " " * 18_000 + "spoke.",
    "items of brackets": "- ( \n" * 9_000,
    "items of quotations": '- "a tram is late, he said"\n' * 1_500,
    "digits": "# " + "1" * 400 + "x rain\n\nIt rained.",
    "months": "# " + "Jan." * 100 + "x rain\n\nIt rained.",
    "dashes": "Bo Ek " + "– " * 9_000 + "said",
    "tags": "<p>" * 5_000 + "Bo Ek spoke." + "<br>" * 5_000,
    "unclosed fence": "# Day\n\n```\nBo Ek spoke about trams.\n",
    "unclosed comment": "# Day\n\nBo Ek spoke.\n\n<!-- never closed\n\nEwa Nowak spoke.\n",
    "placeholders": "# Day\n\n## <!-- session: day -->\n\n<!-- quote: x -->\n\n"
    "Bo Ek opened “a day of many trams and rain” here.\n",
    "looks like a write-up": "# Day\n\n## Trams\n\n- **Speaker:** Bo Ek\n- **Time:** late\n\n"
    "**Lesson:** Ask.\n\n> Rain.\n>\n> — Bo Ek\n",
    "bidirectional": "# Day\n\n\u202eBo Ek\u202c spoke about “a thousand \u2067trams\u2069 in the rain” today.\n",
    "named by a label before": "Speaker: Bo Ek # Tram Day 2019\nSpeaker: Bo Ek\n## Maps — Bo Ek",
    "maybe": "# Day\n\nAs Bo Ek--> <!-- says, trams -- are --- late.\n",
}


def holds(made: Draft) -> None:
    for one in [*made.evidence, *made.cuts]:
        assert made.source[one.start : one.end] == one.exact
    document = en.read(text=made.markdown)
    assert document.event == made.event
    assert [one for one in document.diagnostics if one.severity.value == "error"] == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_posts(text: str) -> None:
    holds(draft(text))


def test_a_post_in_another_language_gives_no_nonsense() -> None:
    event = draft(GERMAN).event
    assert event.name == "Tag der offenen Daten 2019"
    assert (event.speakers, event.sessions, event.quotes, event.lessons, event.frameworks) == ((), (), (), (), ())


def test_nothing_but_prose_says_nothing() -> None:
    event = draft("It rained. We waited for the tram, and talked about the weather for a while.").event
    assert (event.speakers, event.sessions, event.quotes, event.lessons, event.start) == ((), (), (), (), None)


def test_too_many_blocks_are_refused() -> None:
    with pytest.raises(ValueError, match="it has more than 50,000 blocks; split it"):
        draft("a\n\n" * 50_001)


PIECES = st.sampled_from(
    [
        *(
            "# Tram Day 2019",
            "## Maps — Bo Ek",
            "### Lessons learned",
            "Bo Ek opened the day.",
            "- Ewa Nowak, CTO, Kumo",
        ),
        *(
            "> Trams are for everybody here.",
            "Ewa Nowak said that “trams are for everybody here”.",
            "1. Ask",
            "1. Build",
        ),
        *(
            "Her plan has three steps:",
            "```",
            "<br/>",
            "**Bold heading**",
            "[link](http://a.b)",
            "| a | b |\n|---|---|\n| c | d |",
        ),
        *(
            "---",
            "<!-- text -->",
            "<!-- /session -->",
            "Speaker: Bo Ek",
            "We need to ask people first.",
            "    code",
            "* * *",
        ),
        *(
            "Leave a Reply",
            "## Leave a Reply",
            "title: x",
            "&#8217;é\u00a0ß 日本",
            "\\* \\[",
            "- [ ] task",
            "<div>",
            "Title\n=====",
        ),
    ]
)


def drafted(text: str) -> Draft | str:
    """A draft, or why there is none."""
    try:
        return draft(text)
    except ValueError as error:
        return str(error)


_ABOVE = re.compile(r"\A\s*---\s*\n(?:(?!.*title)[^\n]*\n)*?---\s*(?:\n|\Z)")
_NO_WORDS = re.compile(r"<!-- (?:text|/session) -->|<br/>|<div>|^ {0,3}```[^\n]*", re.MULTILINE)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", "\n\n\n", " "])), max_size=14))
def test_any_mixture_of_blocks(pieces: list[tuple[str, str]]) -> None:
    text = "".join(f"{piece}{gap}" for piece, gap in pieces)
    made = drafted(text)
    if isinstance(made, Draft):
        holds(made)
    else:
        assert re.match("there is nothing in it$|no words that could name the event are in it ", made)
        assert not re.search(r"\w", _NO_WORDS.sub("", _ABOVE.sub("", text)))
