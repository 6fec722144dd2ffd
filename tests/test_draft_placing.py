"""Where a draft puts what it found: headings, placeholders and comments in the post's own text."""

from __future__ import annotations

import pytest

import eventnotes as en
from eventnotes.draft import draft

AROUND = """# Tram Days 2019

## Opening

Dana Whitfield gave a talk about depots.
{dana}
## Maps for night shifts — Kwame Mensah
{labels}
He showed maps.

Ewa Nowak gave a talk about bells.

## Thanks

Lena Fors gave a talk about wheels.
{lena}"""


def body(source: str) -> str:
    """The text of a draft below its front matter; it reads back as the event."""
    made = draft(source)
    assert en.read(text=made.markdown).event == made.event
    return made.markdown.split("---\n\n", 1)[1]


def test_a_talk_told_in_passing_stands_where_it_is_told_or_behind_the_session_around_it() -> None:
    source = AROUND.format(dana="", labels="", lena="")
    assert body(source) == AROUND.format(
        dana="\n<!-- session: dana-whitfield -->\n",
        labels="\n- **Session:** Maps for night shifts\n- **Speaker:** Kwame Mensah\n",
        lena="\n<!-- session: lena-fors -->\n\n<!-- session: ewa-nowak -->\n",
    )


def test_a_heading_in_html_becomes_one_in_markdown() -> None:
    source = (
        '# Tram Days 2019\n\n<h2 class="talk">Maps for <i>night</i> shifts - Kwame Mensah</h2>\n\nHe showed maps.\n'
    )
    labels = "- **Session:** Maps for night shifts\n- **Speaker:** Kwame Mensah"
    heading = "## Maps for <i>night</i> shifts - Kwame Mensah"
    assert body(source) == f"# Tram Days 2019\n\n{heading}\n\n{labels}\n\nHe showed maps.\n"
    linked = source.replace("<h2 class", '<h2 id="maps" class')
    heading = linked.split("\n")[2]
    assert body(linked) == f"# Tram Days 2019\n\n## {heading}\n\n{labels}\n\nHe showed maps.\n"


NAMES = """# Tram Days 2019

## {kwame}

{of_kwame}He showed maps in his talk.

## Ewa Nowak, head of data at Volta Grid

{of_ewa}She rang bells in her talk.

## {two}

{of_two}They spoke about depots.
"""


def test_a_heading_of_a_name_with_an_address_of_its_own_stays() -> None:
    source = (
        "# Tram Days 2019\n\nFirst [Kwame Mensah](https://example.org/kwame) spoke.\n\n"
        "## [Kwame Mensah](https://example.org/maps)\n\nHe showed maps in his talk.\n"
    )
    label = "### Kwame Mensah\n\n- **Speaker:** [Kwame Mensah](https://example.org/kwame)"
    assert body(source) == source.replace("\n\nHe", f"\n\n{label}\n\nHe")


def test_a_heading_of_names_is_that_of_their_session_and_one_that_says_more_stays_above_it() -> None:
    source = NAMES.format(
        kwame="[Kwame Mensah](https://example.org/kwame)",
        two="Bo Ek & Dana Whitfield",
        of_kwame="",
        of_ewa="",
        of_two="",
    )
    assert body(source) == NAMES.format(
        kwame="Kwame Mensah",
        of_kwame="- **Speaker:** [Kwame Mensah](https://example.org/kwame)\n\n",
        of_ewa="### Ewa Nowak\n\n- **Speaker:** Ewa Nowak, head of data, Volta Grid\n\n",
        two="Bo Ek and Dana Whitfield",
        of_two="- **Speakers:** Bo Ek and Dana Whitfield\n\n",
    )


def test_a_line_that_tells_of_a_talk_gets_no_heading() -> None:
    line = 'Ewa Nowak, CTO of Kumo had a talk "[Bells](https://example.org) @ [Kumo](https://example.com)"'
    source = f"We were at Tram Days 2019, and everything was recorded.\n\n{line}\n\nIt rained all day.\n"
    told, below = source.split(f"{line}\n")
    assert body(source) == f"{told}{line}\n\n<!-- session: ewa-nowak -->\n{below}"


def test_sessions_of_one_title_keep_their_text_and_say_by_which_id_their_items_know_them() -> None:
    sections = [
        ("Kwame Mensah", "He", "Nobody reads a dashboard at a bus stop", "nobody-reads-a-dashboard-at", ""),
        ("Ewa Nowak", "She", "Nobody waits for a bell at noon", "nobody-waits-for-a-bell", "-2"),
    ]
    source, expected = "# Tram Days 2019\n", "# Tram Days 2019\n"
    for who, one, words, quote, number in sections:
        source += f"\n## Trams by {who}\n\n{one} said “{words}”.\n"
        expected += f"\n## Trams by {who}\n\n<!-- id: trams-ccf57e{number} -->\n\n- **Session:** Trams\n"
        expected += f"- **Speaker:** {who}\n\n{one} said “{words}”.\n\n<!-- quote: {quote} -->\n"
    assert body(source) == expected


def test_a_doubt_is_a_short_comment() -> None:
    words = "a free event for people who drive trams, and for those who wait for them at a stop in the rain"
    source = f"# Tram Days 2019\n\nThe day was:\n\n> {words}\n\nIt rained.\n"
    doubt = "<!-- maybe quote: a free event for people who drive trams, and for those who … (block, 0.44) -->"
    assert body(source) == source.replace(f"> {words}\n", f"> {words}\n\n{doubt}\n")


def test_emoji_under_the_event_stay_legible() -> None:
    words = "Take the tram 🚋 home before noon"
    assert f"text: {words}\n" in draft(f"# Tram Days 2019\n\nEwa Nowak said “{words}”.\n").markdown


@pytest.mark.parametrize("heading", ["Thanks\n------", "Thanks\n======", "## Thanks"])
def test_a_heading_of_its_level_or_higher_ends_a_session_by_itself(heading: str) -> None:
    source = f"# Tram Days 2019\n\n## Maps — Kwame Mensah\n\n{{}}He showed maps.\n\n{heading}\n\nIt rained.\n"
    assert body(source.format("")) == source.format("- **Session:** Maps\n- **Speaker:** Kwame Mensah\n\n")


def test_headings_of_names_that_are_no_talk_are_not_doubted_aloud() -> None:
    source = "# Tram Days 2019\n\n## Photo Album\n\nPhotos are in the album.\n"
    assert body(source) == source


def test_a_post_that_is_one_talk_has_its_labels_above_all_else() -> None:
    above = "---\ntitle: 'Webinar recap: Timetables are promises'\n"
    post = "Last week Ewa Nowak of Kumo spoke about timetables.\n\n## Why\n\n"
    post += "“Nobody reads a dashboard at a bus stop,” Nowak said.\n"
    made = draft(f"{above}---\n\n{post}")
    assert made.markdown.startswith(above)
    labels = "- **Session:** Timetables are promises\n- **Speaker:** Ewa Nowak, Kumo\n"
    assert made.markdown.partition("---\n\n")[2] == f"{labels}\n{post}\n<!-- quote: nobody-reads-a-dashboard-at -->\n"
    (session,) = made.event.sessions
    assert [(one.text, one.speaker) for one in session.quotes] == [
        ("Nobody reads a dashboard at a bus stop", "ewa-nowak")
    ]


@pytest.mark.parametrize(
    ("below", "attribution"),
    [
        ("\n>\n> Ewa Nowak", "\n>\n> — Ewa Nowak"),
        (" ~ Ewa Nowak", "\n>\n> — Ewa Nowak"),
        ("\n>\n> [Ewa Nowak](https://example.org/ewa)", "\n>\n> — Ewa Nowak"),
        ("\n>\n> [Ewa Nowak](https://example.org/bells)", None),
        ("\n>\n> Ewa Nowak, at noon", None),
    ],
)
def test_a_block_quote_becomes_a_quote_in_its_place_if_nothing_of_it_is_lost(
    below: str, attribution: str | None
) -> None:
    source = (
        "# Tram Days 2019\n\n[Ewa Nowak](https://example.org/ewa) opened the day. She said:\n\n"
        "> Nobody reads *a dashboard* at a bus stop.{}\n\nIt rained.\n"
    )
    marked = "<!-- session: ewa-nowak -->"
    expected = source.replace("said:\n\n", f"said:\n\n{marked}\n\n")
    if attribution is None:
        expected = expected.replace("{}\n", "{}\n\n<!-- quote: nobody-reads-a-dashboard-at -->\n")
    assert body(source.format(below)) == expected.format(below if attribution is None else attribution)


def test_paragraphs_of_a_quotation_in_html_stay_as_they_are() -> None:
    quotation = "<blockquote><p>Nobody reads a dashboard at noon.</p><p>They wait for the bell.</p></blockquote>"
    source = f"# Tram Days 2019\n\nEwa Nowak opened the day. Ewa Nowak said:\n\n{quotation}\n\nIt rained.\n"
    marked = source.replace("said:\n", "said:\n\n<!-- session: ewa-nowak -->\n")
    assert body(source) == marked.replace("\n\nIt", "\n\n<!-- quote: nobody-reads-a-dashboard-at -->\n\nIt")


@pytest.mark.parametrize(
    "html",
    [
        '<div class="row">\n    <h3>Maps for night shifts - Kwame Mensah</h3>\n    <p>He showed maps.</p>\n</div>',
        "<h3>\n  Maps for night shifts - Kwame Mensah\n</h3>\n<p>He showed maps.</p>",
        "<p>It rained.</p><h3>Maps for night shifts - Kwame Mensah</h3><p>He showed maps.</p>",
        "<figcaption>Maps for night shifts - Kwame Mensah</figcaption>",
    ],
)
def test_html_is_not_parted_for_a_heading_in_it(html: str) -> None:
    source = f"# Tram Days 2019\n\n{html}\n\nEwa Nowak gave a talk on bells.\n"
    assert html in body(source)


def test_a_bold_paragraph_in_html_becomes_a_heading_in_markdown() -> None:
    bold = "<strong>Maps for night shifts - Kwame Mensah</strong>"
    source = "Tram Days 2019\n\nIt rained.\n\n{}\n\n<p>He showed maps in his talk.</p>\n"
    labels = "- **Session:** Maps for night shifts\n- **Speaker:** Kwame Mensah"
    assert body(source.format(f"<p>{bold}</p>")) == source.format(f"## {bold}\n\n{labels}")


@pytest.mark.parametrize(
    "quotation",
    [
        "Nobody reads *a dashboard*",
        "*Nobody* reads a dashboard",
        "Nobody *reads* a **dashboard**",
        "Nobody reads [a dashboard](https://example.org/a)",
        "Nobody reads `a dashboard`",
        "Nobody reads [a dashboard][1]",
        "**Nobody reads a dashboard**",
    ],
)
def test_marks_at_the_ends_of_a_block_quote_stay_whole(quotation: str) -> None:
    source = f"# Tram Days 2019\n\nEwa Nowak opened the day. She said:\n\n> {quotation}\n\n[1]: https://example.org/a\n"
    assert f"\n\n> {quotation}\n" in body(source)


def test_a_quotation_in_an_item_stays_an_item() -> None:
    source = "# Tram Days 2019\n\nEwa Nowak opened the day. Ewa Nowak said:\n\n- > Nobody reads a dashboard at noon.\n"
    assert "\n\n- > Nobody reads a dashboard at noon.\n" in body(source)


@pytest.mark.parametrize("item", ["- [ ] Ask people before you build.", "- **Ask** people before you build."])
def test_boxes_and_emphasis_in_lists_stay(item: str) -> None:
    source = (
        f"# Tram Days 2019\n\nEwa Nowak opened the day.\n\nTakeaways:\n\n{item}\n- Publish the boring tables first.\n"
    )
    told = body(source)
    assert f"Takeaways:\n\n{item}\n- Publish the boring tables first.\n" in told
    assert [one.text for _, one in draft(source).event.every(en.Lesson)] == [
        "Ask people before you build.",
        "Publish the boring tables first.",
    ]


def test_a_reference_to_a_footnote_is_no_part_of_an_item() -> None:
    takeaways = "Takeaways:\n\n- Ask people first.[^1]\n- Build *later*.[^b]\n\n"
    notes = "[^1]: It rained.\n[^b]: It rained more.\n"
    event = draft(f"# Tram Days 2019\n\nEwa Nowak opened the day.\n\n{takeaways}{notes}").event
    assert [one.text for _, one in event.every(en.Lesson)] == ["Ask people first.", "Build later."]


def test_a_heading_keeps_its_attributes_and_labels_do_not_stand_between_them() -> None:
    source = "# Tram Days 2019\n\n## Maps for night shifts - Kwame Mensah{}\n\nHe showed maps.\n"
    labels = "- **Session:** Maps for night shifts\n- **Speaker:** Kwame Mensah"
    own = source.format(" {#maps .talk}")
    assert body(own) == own.replace("\n\nHe", f"\n\n{labels}\n\nHe")
    below = source.format("\n{: #maps .talk}")
    marked = below.replace("\n\nHe", "\n\n<!-- session: maps-for-night-shifts -->\n\nHe")
    assert body(below) == marked.replace("##", "<!-- text -->\n\n##")
    assert draft(below).event.sessions[0].title == "Maps for night shifts"


def test_an_id_in_a_heading_stays_there_and_is_not_the_session_s() -> None:
    source = "# Tram Days 2019\n\n## Maps for night shifts {#maps}\n\nIn this talk, Kwame Mensah drew maps.\n"
    assert body(source) == source.replace("\n\nIn", "\n\n<!-- session: maps-for-night-shifts -->\n\nIn")


def test_headings_without_a_space_are_headings_of_sessions_with_one_and_stay_where_they_are_none() -> None:
    source = "# Tram Days 2019\n\n{}Food\nThere was soup.\n\n## Maps for night shifts{}Kwame Mensah gave a talk.\n{}"
    told = source.format("##", "\n\n- **Speaker:** Kwame Mensah\n\n", "\n<!-- /session -->\n\n##Party\nIt was late.\n")
    source = source.replace("## Maps", "##Maps")
    assert body(source.format("##", "\n", "##Party\nIt was late.\n")) == told


def test_two_sessions_of_one_title_both_keep_their_place_and_text() -> None:
    first = "## Keynote\n\n{}Ewa Nowak opened the day. “Nobody counts the rain in our town,” she said.\n"
    second = "## Keynote\n\n{}Kwame Mensah closed the day.\n"
    source = f"# Tram Days 2019\n\n{first}{{}}\n{second}"
    assert body(source.format("", "", "")) == source.format(
        "<!-- id: keynote-df8168 -->\n\n- **Speaker:** Ewa Nowak\n\n",
        "\n<!-- quote: nobody-counts-the-rain-in -->\n",
        "<!-- id: keynote-df8168-2 -->\n\n- **Speaker:** Kwame Mensah\n\n",
    )


@pytest.mark.parametrize(
    "block",
    [
        "- ## Maps for night shifts - Kwame Mensah\n  He showed maps.\n- ## Bells\n",
        "> ## Maps for night shifts - Kwame Mensah\n>\n> He showed maps.\n",
    ],
)
def test_a_heading_in_a_list_or_a_quotation_stays_there(block: str) -> None:
    source = f"# Tram Days 2019\n\n{block}\nIt rained.\n"
    marked = f"\n\n{block}\n<!-- session: maps-for-night-shifts -->\n"
    assert marked in body(source)


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("{% highlight python %}", "{% endhighlight %}"),
        ("{{< highlight python >}}", "{{< /highlight >}}"),
        ("{%- highlight ruby linenos -%}", "{%- endhighlight -%}"),
    ],
)
def test_code_between_shortcodes_is_code(begins: str, ends: str) -> None:
    code = f"{begins}\n# Maps for night shifts - Kwame Mensah\nimport maps\n{ends}"
    source = f"# Tram Days 2019\n\nIt rained.\n\n{code}\n\n## Bells - Ewa Nowak\n\nShe rang bells.\n\n{code}\n"
    told = body(source)
    assert [one.name for one in draft(source).event.speakers] == ["Ewa Nowak"]
    assert told.replace("\n\n#", "\n#").count(code.replace("\n\n#", "\n#")) == 2
    assert "<!--" not in told


def test_attributes_of_a_block_quote_stay() -> None:
    source = "# Tram Days 2019\n\nEwa Nowak opened the day. Ewa Nowak said:\n\n> Nobody reads a dashboard.\n{: .pull}\n"
    assert "\n\n> Nobody reads a dashboard.\n{: .pull}\n" in body(source)
