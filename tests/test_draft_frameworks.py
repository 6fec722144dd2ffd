"""Frameworks: more ways in which parts are told to belong together, and series that are none."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft
from eventnotes.model import Framework

ABOUT = "# Notes from TramConf 2019\n\nMei Lin of Kumo gave a talk about trams. It rained.\n\n"


def frameworks_of(text: str) -> list[str]:
    event = draft(f"{ABOUT}{text}\n\nIt rained.\n").event
    return [" | ".join(part.title for part in one.elements) for _, one in event.every(Framework)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He introduced the CARE model, which stands for Count, Ask, Ring and End.", "Count | Ask | Ring | End"),
        ("CARE data are clear, ample, recent and equal.", "clear | ample | recent | equal"),
        ("He divides trust into competence, honesty and care.", "competence | honesty | care"),
        ("He listed three rules: first, keep it small; second, keep it open.", ""),
        (
            "He listed three rules: first, keep it small; second, keep it open; third, keep it dull.",
            "keep it small | keep it open | keep it dull",
        ),
        ("Their process is simple: listen, sketch, test and repeat.", "listen | sketch | test | repeat"),
        ("Three rules, he said: never alone, never late, never loud.", "never alone | never late | never loud"),
        ("Stops are sorted in four rings: Keep, Try, Wait and Drop.", "Keep | Try | Wait | Drop"),
        ("He called it the triangle of care: money, time and love.", "money | time | love"),
        ("A good stop has:\n\n- Light\n- Maps\n- Calm", "Light | Maps | Calm"),
        (
            "He gave three criteria for stops.\n\nThey need to be light\nThey need to be dry\nThey need to be near",
            "They need to be light | They need to be dry | They need to be near",
        ),
        (
            "She named three stages. The first is doubt, when all is new. The second is trust. The third is rest.",
            "doubt | trust | rest",
        ),
    ],
)
def test_frameworks(text: str, parts: str) -> None:
    assert frameworks_of(text) == ([parts] if parts else [])


@pytest.mark.parametrize(
    "text",
    [
        "Topics included:\n\n- Trams\n- Buses\n- Boats",
        "We visited:\n\n- Porto\n- Faro\n- Sintra",
        "We split into three groups: trams, buses and boats.",
        "I will try three things: write more, sleep more and travel less.",
        "They use three tools: bells, lamps and maps.",
        "She divided the room into trams, buses and boats.",
        "Speakers came from three universities: Porto, Faro and Minho.",
        "Next steps:\n\n- Ask\n- Build\n- Show",
        "She divided us into drivers, riders and guests.",
    ],
)
def test_series_that_are_none(text: str) -> None:
    assert frameworks_of(text) == []
