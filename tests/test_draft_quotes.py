"""Whose words a draft takes quotations for, in the ways in which people write them down."""

from __future__ import annotations

import pytest

from eventnotes.draft import draft
from eventnotes.draft.items import quotes
from eventnotes.draft.items.remarks import FLOOR
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.view import View
from eventnotes.model import Quote

PEOPLE = (
    "# Recap: Harbour Transport Day 2019\n\nI attended Harbour Transport Day 2019. Ewa Nowak, head of data at Harbour"
    " Clinic, spoke about trams. Kwame Mensah presented maps for nurses.\n\n## Afternoon\n\nIt rained.\n\n"
)
SMALL = "trams are the living room of every city"
SAID = "Trams are the living room of every city"


WAYS = (
    ('{{< quote text="Buses are for everybody in this town" cite="Head of buses, Bo Ek" >}}', "Bo Ek"),
    ("“Buses are for everybody in this town.”\n\n- Bo Ek, head of buses", "Bo Ek"),
    ("“Buses are for everybody in this town” – Zyrk", "Zyrk"),
    ("- “Buses are for everybody in this town” - ewa qworl", "ewa qworl"),
    ("- “Buses are for everybody in this town” - so true", None),
    ("»Buses are for everybody in this town«, said Bo Ek. It was »slow« there.", "Bo Ek"),
    ("“Buses are for everybody in this town” (a visitor from Porto)", "a visitor from Porto"),
    ("The minister for trams: “Buses are for everybody in this town.”", "The minister for trams"),
    ("- “Buses are for everybody in this town” --Kumo CTO", "Kumo CTO"),
    ("> Buses are for everybody in this town. /Zyrk Qworl, Kumo", "Zyrk Qworl"),
    ("> Buses are for everybody in this town. - Zyrk Qworl, Kumo CTO", "Zyrk Qworl"),
    ("> Buses are for everybody in this town. (Source: Open Kumo)", "Open Kumo"),
    ("- “Buses are for everybody in this town” Zyrk Qworl", "Zyrk Qworl"),
    ("It rained. As @zyrk put it, “buses are for everybody in this town”.", "@zyrk"),
    ("Kumo said at the tram fair: “Buses are for everybody in this town.”", "Kumo"),
    (
        "Bo Ek ended with a quote from a former head of buses: “buses are for everybody in town”.",
        "a former head of buses",
    ),
    ("“Buses are for everybody in this town,” Zyrk said.", "Zyrk"),
    ("“Buses are for everybody in this town,” explained Zyrk, a driver.", "Zyrk"),
    ("Comments from the passengers:\n\n- “Buses are for everybody in this town”", "passengers"),
    ("“Buses are for everybody in this town,” said Bo Ek.", "Bo Ek"),
    ('"Buses are for everybody in this town,” said Bo Ek. “It rains."', "Bo Ek"),
    ("Bo Ek lamented that “buses are for everybody in this town”.", "Bo Ek"),
    ("“Buses are for everybody in this town,” countered Bo Ek.", "Bo Ek"),
    ("Amy’s point: “Buses are for everybody in this town.”", "Amy"),
    ("‘Buses aren’t only for the rich of this town,’ said Bo Ek.", "Bo Ek"),
    ("'Buses aren't only for the rich of this town,' said Bo Ek.", "Bo Ek"),
    ("“Buses are for everybody in this town”, Bo Ek said.", "Bo Ek"),
    ("“Buses are for everybody in this town,” Bo Ek began.", "Bo Ek"),
    ("“Buses are for everybody in this town” – Bo Ek", "Bo Ek"),
    ("- “Buses are for everybody in this town”, Bo Ek", "Bo Ek"),
    ("“Buses are for everybody in this town.”  \n**Bo Ek**", "Bo Ek"),
    ("“Buses are for everybody in this town” (Bo Ek)", "Bo Ek"),
    ("Bo Ek went on. “Buses are for everybody in this town,” he said.", "Bo Ek"),
    ("Bo Ek thanked Ana Lima, and said that “buses are for everybody in this town”.", "Bo Ek"),
    ("- Bo Ek - “Buses are for everybody in this town.”", "Bo Ek"),
    ("> Bo Ek -> “Buses are for everybody in this town.”", "Bo Ek"),
    ("Bo Ek said that “buses are for everybody in this town”.", "Bo Ek"),
    ("In the words of Bo Ek, “buses are for everybody in this town”.", "Bo Ek"),
    ("From Bo Ek: “buses are for everybody in this town”.", "Bo Ek"),
    ("Bo Ek went on. He added, “buses are for everybody in this town”.", "Bo Ek"),
)
"""Sentences, and whom a draft gives the quotation in each to."""


def quotes_of(post: str) -> list[tuple[str, str | None]]:
    """The quotations in a draft of a post, and who said them."""
    event = draft(post).event
    names = {one.id: one.name for one in event.speakers}
    return [(one.text, names.get(one.speaker or "", one.attribution)) for _, one in event.every(Quote)]


@pytest.mark.parametrize(("sentence", "who"), WAYS)
def test_a_sentence_gives_a_quotation_to_somebody(sentence: str, who: str) -> None:
    (one,) = quotes.recognise(Mentions(View(sentence)))
    said = one.part("attribution")
    assert (one.figures[0].name if one.figures else said and said.text, one.confidence >= FLOOR) == (who, True)


@pytest.mark.parametrize(
    "text",
    [
        f'> Ewa Nowak - "{SAID}."',
        f'Ewa - "{SAID}."',
        f"- Ewa Nowak (Harbour Clinic) – “{SAID}.”",
        f"> **Ewa Nowak:** {SAID}.",
        f"> Ewa Nowak -> {SAID}.",
        f"Ewa Nowak closed with “{SMALL}”.",
        f"Ewa ended her talk with the words: “{SMALL}”.",
        f"Ewa Nowak thanked Kwame Mensah, and reminded us that “{SMALL}”.",
        f'- "{SAID}" -> Ewa Nowak',
        f"- {SAID} --Ewa Nowak",
        f"- “{SAID}” [Ewa Nowak]",
        f"- “{SAID}”, Ewa Nowak",
        f"1. “{SAID}.” Ewa Nowak",
        f"“{SAID}.”  \n**Ewa Nowak**",
        f"> “{SAID}.”\n\n— Ewa Nowak, Harbour Clinic",
        f"> {SAID}.\n> *Ewa Nowak*",
        f"Ewa Nowak summed it up:\n\n> “{SAID}” — and nobody can live without one.",
        f"<blockquote><p>“{SAID}.”</p><cite>Ewa Nowak</cite></blockquote>",
        f"Ewa Nowak summed it up nicely.\n\n> “{SAID}.”",
        f"**Ewa Nowak**\n\n> {SAID}.",
        f"_Quote:_ **{SAID}** (Ewa Nowak)",
        f"Ewa Nowak added: “{SAID}.",
        f"Ewa Nowak told Kwame Mensah that “{SMALL}”.",
        f"Ewa agreed with Kwame Mensah, saying “{SMALL}”.",
        f"When asked by Kwame why she builds them, Ewa replied: “{SAID}!”",
        f"“{SAID}”, according to Nowak.",
        f"One line by Ewa Nowak stayed with me: “{SAID}.”",
        f"Nowak's main point: “{SAID}.”",
        f"“Trams,” said Nowak. “{SAID}.”",
        f"“{SAID},” notes Ewa Nowak, who has built trams for years.",
        f"“{SAID}” – that is how Ewa Nowak began.",
        f"Ewa Nowak spoke first. She was clear about it: “{SAID}.” Then Kwame Mensah came on.",
        f"Kwame Mensah quoted Ewa Nowak: “{SAID}.”",
        f"My favourite quote of the day came from Ewa Nowak:\n\n> {SAID}.",
        f"> {SAID}.\n\nEwa Nowak",
        f"### Ewa Nowak\n\n- “{SAID}”\n- It rained.",
        f"### Trams – Ewa Nowak\n\nShe showed maps.\n\n“{SAID}.”",
        f"Ewa Nowak said of Kwame Mensah, “{SMALL}”.",
        f"Ewa Nowak said that for Kwame Mensah “{SMALL}”.",
        f"Ewa recalled how Kwame Mensah came to the city. “{SAID},” she said.",
        f"Kwame Mensah asked Ewa Nowak, who answered, “{SAID}.”",
        f"Kwame Mensah spoke about boats. “{SAID},” Ewa Nowak said.",
        f"Kwame Mensah spoke about boats. “{SAID}!” said Ewa Nowak.",
        f"Kwame Mensah was next. It rained. “{SAID}.”\n\n— Ewa Nowak",
        f"**“{SAID}.”**\n\nThat was how Ewa Nowak began.",
        f"“{SAID}.”\n\nWith these words Ewa Nowak ended.",
        f"“{SAID}.” With that, Ewa Nowak closed the day.",
        f"“{SAID}.” These were the last words of Ewa Nowak before it rained.",
        f"Ewa Nowak followed Kwame Mensah. In her view, “{SMALL}”.",
        f"Kwame Mensah ended his talk with Ewa Nowak's words, “{SMALL}”.",
        f"Kwame Mensah put a quote from Ewa Nowak on his last slide:\n\n> {SAID}.",
        f"“{SAID}.”\n\nThat line, from Ewa Nowak, was the best.",
        f"> “{SAID}.”\n\nEwa Nowak opened the day with this.",
        f"Kwame Mensah handed over to Ewa Nowak, who began: “{SAID}.”",
        f"Kwame Mensah argued for boats, while Ewa Nowak was clear: “{SAID}.”",
        f"Ewa Nowak, echoing what Kwame Mensah had said before lunch, noted that “{SMALL}”.",
        f"Kwame told us what his mentor Ewa Nowak once said to him: “{SAID}.”",
        f"**EN:** It rained, so people took the bus. “{SAID}.”",
    ],
)
def test_a_quotation_is_of_who_is_named_beside_it(text: str) -> None:
    ((said, who),) = quotes_of(PEOPLE + text + "\n")
    assert (said.rstrip(".!").capitalize(), who) == (SAID, "Ewa Nowak")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"A tram company clerk who took part told us: “{SAID}.”", "A tram company clerk"),
        (f"Kumo’s tram group lead noted during the keynote: “{SAID}.”", "Kumo’s tram group lead"),
        (f"A tram builder noted in the keynote: “{SAID}.”", "A tram builder"),
        (f"At the end (p. 12) the group says that “{SMALL}”.", "the group"),
        (f"It was busy, one commenting “{SMALL}”.", "one"),
        (f"“{SAID},” a tram clerk told us.", "a tram clerk"),
        (f"“{SAID},” said one of the nurses.", "one of the nurses"),
        (f"“{SAID}!” shouted somebody from the back.", "somebody"),
        (f"- “{SAID}” - a driver", "a driver"),
        (f"- “{SAID}.” - Keynote speaker", "Keynote speaker"),
        (f"A nurse said:\n\n> {SAID}.", "A nurse"),
        (f"A bus driver: “{SAID}.”", "A bus driver"),
        (f"**One attendee:** “{SAID}.”", "One attendee"),
        (f"It rained. A young nurse’s main point: “{SAID}.”", "A young nurse"),
        (f"> “{SAID}.” – Voltaire", "Voltaire"),
        (f"Einstein said, “{SAID}.”", "Einstein"),
        (f"A member of the public said:\n\n> {SAID}.", "A member of the public"),
        (f"According to the Tram Act, “{SMALL}”.", "the Tram Act"),
        (f"* Answer 1 (Volta Grid): “{SAID}.”", "Volta Grid"),
        (f"The report states that “{SMALL}”.", "The report"),
        (f"“{SAID},” said the mayor of Kumo.", "the mayor of Kumo"),
        (f"Ewa closed by reading a letter from a nurse in Kumo: “{SAID}.”", "a nurse in Kumo"),
        (f"Ewa Nowak cited a driver who told her, “{SAID}.”", "a driver"),
        (f"Ewa Nowak's colleague added that “{SMALL}”.", "Ewa Nowak's colleague"),
        (f"Ewa Nowak paraphrased Voltaire: “{SAID}.”", "Voltaire"),
        (f"Ewa Nowak was next. “{SAID},” as one of the nurses put it.", "one of the nurses"),
        (f"I met a driver of the night bus. “{SAID},” he told me.", "a driver of the night bus"),
        (f"I shared a taxi with a young nurse, because she said “{SMALL}”.", "a young nurse"),
        (f"One of the drivers, Zyrk, leaned over and said: “{SAID}.”", "Zyrk"),
        (f"“Trams,” said the mayor. “{SAID}.”", "the mayor"),
        (f"The drivers from Kumo told us that “{SMALL}”.", "The drivers from Kumo"),
        (f"A father in the audience objected that “{SMALL}”.", "A father"),
        (f"Her first manager used to say: “{SAID}.”", "Her first manager"),
        (f"Among those who spoke was Chukwudi, a driver of trams. In his words, “{SMALL}”.", "Chukwudi"),
    ],
)
def test_who_is_quoted_need_have_no_name(text: str, who: str) -> None:
    ((said, told),) = quotes_of(PEOPLE + text + "\n")
    assert (said.rstrip(".!").capitalize(), told) == (SAID, who)


@pytest.mark.parametrize(
    "label",
    ["**Quotable:** ", "Quote: ", "_Best quote:_ ", "- Favourite quote: ", "Quote of the day: ", "Quotes\n\n- "],
)
@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "{}"])
def test_a_label_tells_of_a_quotation(label: str, marks: str) -> None:
    post = f"{PEOPLE}## Ewa Nowak\n\nShe spoke of towns for an hour.\n\n{label}{marks.format(SAID)}\n"
    assert quotes_of(post) == [(SAID, "Ewa Nowak")]


@pytest.mark.parametrize(
    "lead", ["There were a bunch of notes about the bus", "A few of the other highlights of the day"]
)
def test_what_is_no_verb_tells_of_nobody(lead: str) -> None:
    made = draft(f"{PEOPLE}{lead}:\n\n- “Buses are for everybody in this town.”\n- “Trams are slow on hills.”\n")
    assert {(one.speaker, one.attribution) for one in made.event.quotes} == {(None, None)}


def test_a_block_quote_below_an_item_is_not_of_the_next_item() -> None:
    post = f"{PEOPLE}- **Ewa Nowak**, Kumo\n  > {SAID}.\n- **Kwame Mensah**, nurse\n  > Trams are slow on hills.\n"
    assert quotes_of(post) == [(f"{SAID}.", "Ewa Nowak"), ("Trams are slow on hills.", "Kwame Mensah")]


def test_a_series_of_quotations_is_of_one_person() -> None:
    asked = (
        "Ewa Nowak asks questions like, “How many stops does it need?”, “How is it in the rain?” and “Who is it for?”"
    )
    assert quotes_of(PEOPLE + asked) == [
        ("How many stops does it need?", "Ewa Nowak"),
        ("How is it in the rain?", "Ewa Nowak"),
    ]
    told = f"Ewa Nowak said: “{SAID}.” And then asked: “How do we build one for the nurses?”"
    assert quotes_of(PEOPLE + told) == [(f"{SAID}.", "Ewa Nowak"), ("How do we build one for the nurses?", "Ewa Nowak")]


def test_words_that_a_block_quote_lifts_out_of_a_paragraph_are_one_quotation() -> None:
    post = f"{PEOPLE}> “{SAID}.”\n\n“{SAID},” Nowak says.\n"
    assert quotes_of(post) == [(SAID, "Ewa Nowak")]


def test_a_pronoun_is_a_whole_word() -> None:
    assert quotes_of(f"{PEOPLE}The minister for trams said: “{SAID}.”\n") == [(f"{SAID}.", "The minister for trams")]


@pytest.mark.parametrize(
    "text",
    [
        '- ["Why I am a tram coder today"](https://example.org/a)',
        'The last talk of the morning was "a library for the end-to-end testing of trams," which I liked.',
        "> Ewa Nowak, Harbour Clinic, University of Kumo.",
        "> Monday, July 31.",
        "Nobody has ever said “we have got too many of the trams in this town”.",
        "If your boss asks “when will the tram be finished at last”, take a walk.",
        "“Build it and they will come” is no plan for trams.",
        "Ewa Nowak described the harbour as a “tram town with a few boats in it”.",
        "The state secretary promised “a letter to every school before the summer”.",
        "She said we are “the tram drivers of the new century”.",
        "The site replies “we are sorry, but we did not get that” all day.",
        "Ewa Nowak covered “why timetables fail and what to do about it”.",
        "The game, “draw your way to work in five minutes”, broke the ice.",
        "Towns usually say: “we have got the ideas but we somehow cannot do it”.",
        'Kwame Mensah presented the opening lecture: "leading from within the tram community".',
        '{{ figure(src="a.png", alt="A screenshot of the chat in which he explains the trams.") }}',
        "Topics: “can we stop using paper for everything”, “trams and kids”, “what do we do when it rains”.",
        "Instead of “how are we going to build it”, start with “who is going to ride on it”.",
        "Ewa Nowak has seen it all, even the famous “who has moved the tram stop again” mails.",
        "The best one (Ewa Nowak, “ten years of driving at night”) was the last.",
        "Ewa Nowak suggested names like “the day the tram forgot who we are”.",
        "I went to the talk of Ewa Nowak thinking “this is going to be so slow”.",
        "> Key question: a timetable that each of the nurses can read, or none?",
        "> Idea: a timetable that each of the nurses can read.",
        f"The theme was “{SMALL}”.",
        f"Her talk “{SAID}” was good.",
        f"We asked ourselves “{SMALL}?” all day.",
        "They call it “a living room for every one of us”.",
        "The session was called “why we still need a paper timetable”.",
        "Questions we discussed: “how do we pay for it?” and “who will drive all of the trams?”",
    ],
)
def test_titles_links_and_lines_about_the_post_are_no_quotations(text: str) -> None:
    assert quotes_of(f"{PEOPLE}{text}\n") == []


def test_an_embedded_post_is_cut_unless_it_quotes_somebody() -> None:
    post = '<blockquote class="twitter-tweet"><p>{}</p>— Tram Fans (@tramfans) May 3, 2019</blockquote>\n\nIt rained.\n'
    told = post.format(f"“{SAID}” -@ewanowak #trams")
    assert quotes_of(PEOPLE + told) == [(SAID, "@ewanowak")]
    assert draft(PEOPLE + told).cuts == []
    shown = draft(PEOPLE + post.format("Great day! #trams"))
    assert ([one.form for one in shown.cuts], "Great day" in shown.markdown) == (["embed"], False)


def test_a_block_quote_of_several_paragraphs_is_one_quotation() -> None:
    post = f"{PEOPLE}Ewa Nowak summed it up:\n\n> {SAID}.\n>\n> They are never late there.\n\nIt rained.\n"
    assert quotes_of(post) == [(f"{SAID}.\n\nThey are never late there.", "Ewa Nowak")]
    made = draft(post)
    assert made.markdown.endswith(f"\n\n> {SAID}.\n>\n> They are never late there.\n>\n> — Ewa Nowak\n\nIt rained.\n")
    told = [one.exact for one in made.evidence if one.recogniser == "quotes"]
    assert told == [f"{SAID}.", "They are never late there.", "Ewa Nowak"]


@pytest.mark.parametrize(("kind", "quotes"), [("NOTE", 0), ("tip", 0), ("quote", 1)])
def test_a_callout_is_no_quotation(kind: str, quotes: int) -> None:
    made = draft(f"{PEOPLE}Ewa Nowak summed it up:\n\n> [!{kind}]\n> {SAID}.\n\nIt rained.\n")
    assert (sum(1 for _ in made.event.every(Quote)), "maybe quote" in made.markdown) == (quotes, False)


def test_two_block_quotes_are_two_quotations() -> None:
    post = f"{PEOPLE}Ewa Nowak summed it up:\n\n> {SAID}.\n\n> They are never late there.\n\nIt rained.\n"
    assert quotes_of(post) == [(f"{SAID}.", "Ewa Nowak"), ("They are never late there.", "Ewa Nowak")]


def test_a_block_quote_below_a_heading_of_quotes_need_be_of_nobody() -> None:
    post = f"# Recap: Harbour Transport Day 2019\n\nI attended Harbour Transport Day 2019.\n\n## {{}}\n\n> {SAID}.\n"
    assert quotes_of(post.format("Key quotes")) == [(f"{SAID}.", None)]
    assert quotes_of(post.format("Afternoon")) == []


def test_what_the_only_person_of_a_post_may_have_said() -> None:
    post = "---\nauthor: Ana Lima\n---\n\n# Recap: Tram Day 2019\n\nIt rained.\n\n{}\n\n## Later\n\n“{}.”\n"
    assert [who for _, who in quotes_of(post.format("- Ewa Nowak (Kumo)", SAID))] == ["Ewa Nowak, Kumo"]
    assert [who for _, who in quotes_of(post.format("- A hall", SAID))] == [None]
    told = post.replace("“", "For some reason a crowd picked that up and replied, “")
    assert [who for _, who in quotes_of(told.format("- Ewa Nowak (Kumo)", SAID))] == [None]


def test_a_quotation_before_the_only_speaker_is_named_is_not_theirs() -> None:
    said = "“I love this last slide of the morning.”\n\n"
    later = "# Tram Day 2019\n\nIt rained all day.\n\n{}Ewa Nowak gave a talk about bells.\n\n{}"
    assert [who for _, who in quotes_of(later.format("", said))] == ["Ewa Nowak"]
    assert [who for _, who in quotes_of(later.format(said, ""))] == [None]


@pytest.mark.parametrize(
    "line",
    [
        'Bo Ek said: "Buses are for everybody in this town."',
        "“Buses are for everybody in this town.”",
        "As Bo Ek put it, “buses are for everybody in this town!”",
        "Bo Ek asked: “Are buses for everybody in this town?”",
    ],
)
def test_a_line_that_ends_in_a_quotation_is_no_heading_where_there_are_none(line: str) -> None:
    made = draft(f"It was late in the year. Bo Ek spoke about buses.\n\n{line}\n\nIt rained.\n").event
    quotes = [*made.quotes, *(one for session in made.sessions for one in session.quotes)]
    assert [one.text.casefold()[:5] for one in quotes] in (["buses"], ["are b"])
