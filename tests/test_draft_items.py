"""Lessons and frameworks: the many ways in which people mark them, and what only looks like one."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft
from eventnotes.model import Event, Framework, Lesson

ABOUT = "# Notes from TramConf 2019\n\nMei Lin of Kumo gave a talk about trams. It rained.\n\n"
ADVICE = ["Ask the riders early.", "Count all the stops twice.", "Draw short maps."]
PARTS = ["Ask", "Build", "Show"]


def event_of(text: str) -> Event:
    return draft(ABOUT + text).event


def lessons_of(text: str) -> list[str]:
    return [one.text for _, one in event_of(text).every(Lesson)]


def frameworks_of(text: str) -> list[list[str]]:
    return [[part.title for part in one.elements] for _, one in event_of(text).every(Framework)]


def bullets(items: list[str]) -> str:
    return "".join(f"- {one}\n" for one in items) + "\nIt rained.\n"


def numbers(items: list[str]) -> str:
    return "".join(f"{number}. {one}\n" for number, one in enumerate(items, 1)) + "\nIt rained.\n"


@pytest.mark.parametrize(
    "above",
    [
        "My takeaways:",
        "**Key takeaways:**",
        "- Lessons:",
        "Here's what I learned:",
        "Here are my five takeaways from the day:",
        "My takeaways from the talks:",
        "What I'll be taking back to the office:",
        "Some of the lessons we learned along the way:",
        "Her advice:",
        "She ended with some practical tips:",
        "The panel's advice to newcomers was:",
        "Rules of thumb:",
        "The group agreed on the following actions:",
        "As next steps, we will:",
        "In the coming year we plan to:",
        "We've decided to:",
        "To summarise:",
        "TL;DR",
        "A few key insights from the discussion:",
        "Points to remember:",
        "My main conclusions:",
        "What I would do differently next time:",
        "Food for thought:",
        "Things I want to try at work:",
        "## Key takeaways",
        "## Learning points",
        "## Lessons from the night",
        "## What stuck with me",
        "## Tips for drivers",
        "## Do's and don'ts",
        "## Next steps",
        "## Action points",
        "## What we would do differently next time",
        "## Conclusions",
        "If you remember only two things:",
        "Points that resonated with me:",
        "What can we learn from this?",
        "What we need to do now:",
        "To recap:",
        "## Follow-ups",
        "## Commitments",
        "## What this means for us",
        "## What could be done better",
    ],
)
def test_a_list_below_what_marks_lessons_is_lessons(above: str) -> None:
    items = bullets(ADVICE) if above[0] != "-" else bullets(ADVICE).replace("- ", "  - ")
    assert lessons_of(f"{above}\n\n{items}") == ADVICE


@pytest.mark.parametrize(
    "above",
    [
        "The speakers were:",
        "She shared some lessons that her team learned the hard way.",
        "Some of the tools he showed:",
        "Links:",
        "My favourite talks:",
        "Further reading:",
        "We had attendees from:",
        "He listed the following problems:",
        "Questions from the audience:",
        "What you will learn:",
        "A few random thoughts:",
        "What we did:",
        "## Highlights",
        "## Resources",
        "## Talks",
        "## Questions",
        "## Summary",
    ],
)
def test_a_list_below_something_else_is_no_lessons(above: str) -> None:
    assert lessons_of(f"{above}\n\n{bullets(ADVICE)}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The biggest lesson for me was that trams ring early.",
        "My main takeaway: trams ring early.",
        "One takeaway I had from her talk was to ring early.",
        "What I took away from this talk is that trams must ring.",
        "My advice to anybody who rides trams is to ring early.",
        "The consensus was that riders need better maps.",
        "In conclusion, we need better maps for riders.",
        "One thing that stuck with me is how few maps there are.",
        "Lesson learned: never ring at night.",
        "The thing I will remember is that maps are boring.",
        "If there is one thing to remember, it is that maps are boring.",
        "The main lesson, for me, was that trams ring early.",
    ],
)
def test_a_sentence_that_says_it_is_a_lesson_is_one(sentence: str) -> None:
    assert [one in sentence for one in lessons_of(f"{sentence} It rained.\n")] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Here are my takeaways from the day.",
        "The main theme of the day was trams.",
        "I learned a lot.",
        "Overall it was a great day.",
        "The takeaways were:",
        "We need tea.",
        "My favourite takeaway: “Trams ring long before they can be seen.”",
        "An email arrived with the message, and it said that the tram was late.",
    ],
)
def test_a_sentence_that_only_names_lessons_is_none(sentence: str) -> None:
    assert lessons_of(f"{sentence}\n\nIt rained.\n") == []


def test_what_all_of_a_post_teaches_stands_in_its_headings_or_in_lists_below_them() -> None:
    said = "---\ntitle: What I learned at TramConf 2019\n---\n\nIt rained.\n\n## Maps are for riders\n\nA.\n\n"
    said += "## Nobody reads signs\n\nB.\n\n## You can ring twice\n\nC.\n\n## Thanks\n\nD.\n"
    named = said.replace("Maps are for riders", "Old maps").replace("Nobody reads", "Many").replace("You can", "Many")
    below = (
        "Below are some takeaways from each talk.\n\n### Maps\n\n- Ask early.\n- Count twice.\n\n### Links\n\n- Kumo\n"
    )
    assert [
        [one.text for _, one in draft(said).event.every(Lesson)],
        [one.text for _, one in draft(named).event.every(Lesson)],
        lessons_of("## Talks\n\n" + below + "\n## Food\n\n- Soup\n- Rice\n"),
    ] == [
        ["Maps are for riders", "Nobody reads signs", "You can ring twice"],
        [],
        ["Ask early.", "Count twice."],
    ]


def test_signs_stand_for_bullets() -> None:
    signs = "".join(f"🚀 {one}\n\n" for one in ADVICE)
    lines = "\\\n".join(f"✅ {one}" for one in ADVICE)
    assert [lessons_of(f"## Key takeaways\n\n{one}\n\n## Food\n\nSoup.\n") for one in (signs, lines)] == [ADVICE] * 2


def test_paragraphs_below_a_sentence_that_leads_lessons_in_begin_with_one() -> None:
    text = (
        "Here are my takeaways:\n\nAsk them early. It helps.\n\nCount **all** twice. I did not.\n\n## Food\n\nSoup.\n"
    )
    assert lessons_of(text) == ["Ask them early.", "Count all twice."]


@pytest.mark.parametrize(
    ("below", "lessons"),
    [
        ("Good maps are boring. It rained.\n\nSoup is warm.", ["Good maps are boring."]),
        ("It was a long day. Good maps are boring.", []),
        ("Good maps are boring.\n\n- Ask early.\n- Count twice.", ["Ask early.", "Count twice."]),
    ],
)
def test_the_first_paragraph_below_a_heading_of_lessons_begins_with_one(below: str, lessons: list[str]) -> None:
    assert lessons_of(f"## Takeaways\n\n{below}\n\n## Food\n\nSoup.\n") == lessons


@pytest.mark.parametrize(
    ("text", "lessons"),
    [
        (
            "We learned two things. First, ask early.\n\nSecond, count twice.",
            ["First, ask early.", "Second, count twice."],
        ),
        ("What are the key takeaways? Trams ring early. It rained.", ["Trams ring early."]),
        (
            "## Some advice\n\nIt rained all day. Ask riders early. Never ring twice.",
            ["Ask riders early.", "Never ring twice."],
        ),
        ("## Conclusion\n\nIt rained all day. We need to ask riders.", ["We need to ask riders."]),
        ("## Bells\n\nIt rained all day. We need to ask riders.", []),
        ("I came home with two tips. Finally, Ewa Nowak closed the day.", []),
        (
            "Three sets of advice:\n\n## Advice for drivers\n\n- Ring.\n\n## Advice for riders\n\n- Wait.",
            ["Ring.", "Wait."],
        ),
        ("## Lessons\n\nIt rained.\n\n### For drivers\n\n- Ring.\n\n### For riders\n\n- Wait.", ["Ring.", "Wait."]),
        ("## Getting the most of it\n\nIt rained all day. If you can, attend talks.", ["If you can, attend talks."]),
        ("Things you can do:\n\n- Ring\n- Wait", ["Ring", "Wait"]),
        ("Things you can do with bells:\n\n- Ring\n- Wait", []),
        ("Here is some advice for drivers. It rained all day. Keep your bells.", ["Keep your bells."]),
        ("In summary, trams are nice because...", []),
        ("## What is next?\n\n- Join our list\n- Sign up for trams\n- Ask riders", ["Ask riders"]),
    ],
)
def test_sentences_go_on_from_what_asks_counts_or_heads_lessons(text: str, lessons: list[str]) -> None:
    assert lessons_of(f"{text}\n") == lessons


def test_farewells_and_labels_are_no_lessons() -> None:
    text = "## Takeaways\n\n- Mei:\n  - Ask early.\n- Bo:\n  - Count twice.\n\n**Thank you all!** It was fun.\n"
    assert lessons_of(text) == ["Ask early.", "Count twice."]


@pytest.mark.parametrize(
    "above",
    [
        "Her plan has three steps:",
        "The three pillars of good service are:",
        "There are three kinds of riders:",
        "It comes down to three things:",
        "The approach rests on these principles:",
        "He outlined the following steps:",
        "The framework consists of:",
        "The key ingredients for a good stop:",
        "The three Ps of stops:",
        "Her three-step plan:",
        "## The levels of maturity",
        "## Three habits of good depots",
    ],
)
def test_a_list_below_what_names_or_counts_its_parts_is_a_framework(above: str) -> None:
    assert frameworks_of(f"{above}\n\n{numbers(PARTS)}") == [PARTS]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("She named three pillars: asking, building maps, and showing them.", "asking | building maps | showing them"),
        ("He talked about the 3 Cs - care, calm and craft.", "care | calm | craft"),
        ("There are three options: open, kept (by request) and shut (for good).", "open | kept | shut"),
        ("He described a three-step process: ask, build, show.", "ask | build | show"),
        ("The principles of trams are care, calm and craft.", "care | calm | craft"),
        ("She introduced RIDE (Ring, Inspect, Drive, Exit).", "Ring | Inspect | Drive | Exit"),
        ("Her trams have three rules. First, ring. Second, brake. Third, wait.", "ring | brake | wait"),
        ("Ask → build → show", "Ask | build | show"),
        ("There are three steps: 1) ask, 2) build, 3) show.", "ask | build | show"),
        ("Calm depends on three factors, namely trust, skill and time.", "trust | skill | time"),
        ("TRIM stands for time, rails, ink and maps.", "time | rails | ink | maps"),
        ("They use a three-stage model of discovery, design and delivery.", "discovery | design | delivery"),
        ("Step 1: Ask. Step 2: Build. Step 3: Show.", "Ask | Build | Show"),
        ("Her work has three rules: 1. Ask. 2. Build. 3. Show.", "Ask | Build | Show"),
        ("A good stop has three pillars. These are warm light, clear maps and calm.", "warm light | clear maps | calm"),
        ("Care, calm and craft are the three pillars of her work.", "Care | calm | craft"),
        ("Care, calm and craft: these three rules guide her.", "Care | calm | craft"),
        (
            "Her plan has three areas: talking to riders, drawing maps and ringing bells.",
            "talking to riders | drawing maps | ringing bells",
        ),
        ("It has three parts: firstly people, secondly rails, and thirdly maps.", "people | rails | maps"),
        ("It has three goals: safe and calm, on time, and for all.", "safe and calm | on time | for all"),
        ("She asks three questions. Who rides? Who pays? Who waits?", "Who rides? | Who pays? | Who waits?"),
        ("Step 1: Ask\n\nStep 2: Build\n\nStep 3: Show", "Ask | Build | Show"),
    ],
)
def test_a_sentence_that_counts_or_spells_its_parts_is_a_framework(sentence: str, parts: str) -> None:
    assert frameworks_of(f"## Plans\n\n{sentence}\n") == [parts.split(" | ")]


@pytest.mark.parametrize(
    "part",
    [
        "### {}\n\nIt helps.",
        "**{}**\n\nIt helps.",
        "*{}.* It helps.",
        "{}: it helps.",
        "✅ {}",
        "{number}. {}\n\nIt helps.",
    ],
)
def test_parts_below_a_count_stand_apart_in_any_way(part: str) -> None:
    parts = ["Public data", "Shared tools", "Local teams"]
    below = "\n\n".join(part.format(one, number=number) for number, one in enumerate(parts, 1))
    text = f"## Plans\n\nHer work rests on three pillars. It rained.\n\n{below}\n\n## Food\n\nSoup.\n"
    assert [frameworks_of(text), frameworks_of(text.replace("three", "four"))] == [[parts], []]


@pytest.mark.parametrize(
    "text",
    [
        "There were three talks:\n\n1. Trams\n2. Maps\n3. Rain\n",
        "She visited three cities: Rome, Oslo and Lima.\n",
        "They speak three languages: French, Thai and Zulu.\n",
        "The day had three parts: talks, soup and games.\n",
        "Thanks to our three sponsors:\n\n1. Kumo\n2. Rinko\n3. Depot\n",
        "The agenda had three parts:\n\n1. Talks\n2. Soup\n3. Games\n",
        "We met three drivers of Kumo: Ana Lima, Bo Ek and Mei Lin.\n",
        "There were three talks: trams, maps and rain.\n",
        "Location, location, location.\n",
        "We had soup, rice and tea.\n",
        "My tips:\n\n- Ring\n- Wait\n- Stop\n",
        "My favourite books:\n\n- Rain\n- Trams\n- Maps\n",
        "She gave three key take-home messages:\n\n- Wait for it\n- Ring the bell\n- Stop the tram\n",
        "## Day 3\n\n- Rain in charts\n- Maps of trams\n- Tea for all\n",
        "Trams 3.0 is:\n\n- Quick to ring\n- Quiet in towns\n- Red at night\n",
        "The steps that she took were many, and she told of them:\n\n- Rain in charts\n- Maps of trams\n- Red tea\n",
    ],
)
def test_what_is_only_counted_or_listed_is_no_framework(text: str) -> None:
    assert frameworks_of(text) == []


@pytest.mark.parametrize("number", ["", "1. ", "#2: "])
def test_headings_below_next_steps_are_lessons(number: str) -> None:
    below = "".join(f"### {number}{one.rstrip('.')}\n\nIt saves time.\n\n" for one in ADVICE)
    assert lessons_of(f"## Next steps\n\n{below}") == [one.rstrip(".") for one in ADVICE]


def test_parts_that_are_told_again_in_another_order_are_one_framework() -> None:
    text = "Drivers\n\n- Strategy: ring, brake, wait\n\nRiders\n\n- Strategy: wait, ring, brake\n"
    assert frameworks_of(text) == [["ring", "brake", "wait"]]


def test_numbered_next_steps_are_lessons_and_no_framework() -> None:
    event = event_of(f"## Next steps\n\n{numbers(ADVICE)}")
    assert ([one.text for _, one in event.every(Lesson)], [*event.every(Framework)]) == (ADVICE, [])


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_lines_that_begin_with_a_sign_are_lessons_below_their_lead_and_what_follows_is_none(between: str) -> None:
    post = (
        f"# Tram Day 2019\n\nAna Lima gave a talk.\n\n**Key takeaways:**{between}📌 Know your line.\n"
        "📌 Keep two maps.\n📌 Labels come last.\n\nThe slides are online.\n\nOur next speaker will be Bo Ek.\n"
    )
    assert [one.text for one in draft(post).event.lessons] == ["Know your line.", "Keep two maps.", "Labels come last."]


def test_what_the_title_of_a_talk_says_that_somebody_learned_is_no_lesson() -> None:
    post = "# Tram Day 2019\n\nTheir talk ‘Building for rain: what we've learned’ centred around their new tram.\n"
    assert draft(post).event.lessons == ()


def test_a_count_between_two_series_is_of_one_framework() -> None:
    told = (
        "# Tram Forum 2021\n\nEwa Nowak, a tram engineer at Kumo, gave a talk about rain. "
        "Her three rules: ring the bell early, never leave the rails, and wait for everybody.\n"
    )
    (framework,) = [one for _, one in draft(told).event.every(Framework)]
    assert [one.title for one in framework.elements] == [
        "ring the bell early",
        "never leave the rails",
        "wait for everybody",
    ]
