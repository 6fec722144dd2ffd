"""The view of a source: plain text of which every character knows its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventnotes.draft.reading.names import names
from eventnotes.draft.reading.sentences import sentence_spans
from eventnotes.draft.reading.view import View


def test_marks_at_the_beginning_of_an_item_are_seen() -> None:
    bold, linked = View("- **Bo Ek** spoke\n- [Ewa Nowak](https://example.org/ewa)\n").blocks
    assert (bold.text, bold.strong) == ("Bo Ek spoke", [(0, 5)])
    assert (linked.text, [(one.start, one.end, one.url) for one in linked.links]) == (
        ("Ewa Nowak", [(0, 9, "https://example.org/ewa")])
    )


def test_a_heading_below_a_break_is_a_heading() -> None:
    blocks = View("<br/>\n## [Bo Ek](https://example.org) on trams\n<p>x</p>\n").blocks
    assert [(one.kind, one.level, one.text) for one in blocks] == [
        ("heading", 2, "Bo Ek on trams"),
        ("paragraph", 0, "x"),
    ]


def test_bold_paragraphs_unspaced_marks_and_bare_lines_are_headings() -> None:
    assert [one.text for one in View("**Session 1**\n\nText.\n\n#Session 2\n\nText.\n").headings] == [
        "Session 1",
        "Session 2",
    ]
    assert [one.text for one in View("A day out\n\nIt rained.\n\nTrams and rain\n\nIt rained more.\n").headings] == [
        "A day out",
        "Trams and rain",
    ]


def test_a_line_of_tags_is_no_heading() -> None:
    assert View("#trams\n\n#Bells #Porto2019\n\n#notes/trams\n\nText.\n").headings == []
    assert [one.text for one in View("#Bells and trams\n\n##notes\n\nText.\n").headings] == ["Bells and trams", "notes"]


def test_a_dash_within_a_sentence_begins_no_item() -> None:
    sentence = "The goal is a seat for everybody\n— even those without a ticket — and a view.\n"
    assert [one.kind for one in View(sentence).blocks] == ["paragraph"]
    assert [one.kind for one in View("We saw:\n– bells\n– doors\n").blocks] == ["paragraph", "item", "item"]


def test_links_lead_where_the_source_says() -> None:
    links = "[a](https://example.org/josé) [b](<https://example.org/x y>) [c][c] [d][d]\n\n"
    (block,) = View(f"{links}[c]: https://example.org/ö\n[d]: https://example.org/søk\n").blocks
    assert [one.url for one in block.links] == [
        "https://example.org/josé",
        "https://example.org/x y",
        "https://example.org/ö",
        "https://example.org/søk",
    ]
    (block,) = View("[c][c] [d][d]\n\n[c]: https://example.org/ö\n[d]: https://example.org/ø\n").blocks
    assert [one.url for one in block.links] == ["", ""]


def test_entities_and_no_break_spaces_have_their_place() -> None:
    source = "It&#8217;s Bo\u00a0Ek &amp; Co"
    (block,) = View(source).blocks
    assert block.text == "It’s Bo Ek & Co"
    start, end = block.span(block.text.index("’"), block.text.index("Ek") + 2)
    assert source[start:end] == "&#8217;s Bo\u00a0Ek"


@given(st.text(alphabet="ab **_[]()`#>-1.\n é—“”&;<", max_size=80))
def test_every_character_stands_where_the_view_says(source: str) -> None:
    for block in View(source).blocks:
        for place, character in enumerate(block.text):
            assert source[block.at(place)] == character or character in " \n" or place in block.widths
        with pytest.raises(IndexError):
            block.at(len(block.text))


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Dr. J. Ek of the U.S. Tram Co. spoke. “It rained.” He left! Did he? Yes."
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "Dr. J. Ek of the U.S. Tram Co. spoke.",
        "“It rained.”",
        "He left!",
        "Did he?",
        "Yes.",
    ]


def test_names_of_many_cultures() -> None:
    text = (
        "Ewa Nowak, Ngozi Okonjo-Adeyemi, J. D. Larsen, Ludwig van der Velde, Zsófia Kovács, Mei-Ling O’Brien, "
        "Dr. Kwame Mensah, Priya (Pri) Raman and José María Ruiz met in the Old Tram Hall of Norwood County Council."
    )
    assert [" ".join(one.text.split()) for one in names(text)] == [
        *(
            "Ewa Nowak",
            "Ngozi Okonjo-Adeyemi",
            "J. D. Larsen",
            "Ludwig van der Velde",
            "Zsófia Kovács",
            "Mei-Ling O’Brien",
        ),
        *("Kwame Mensah", "Priya Raman", "José María Ruiz"),
    ]


def test_marks_that_refer_to_notes_are_no_text_and_notes_are_not_read() -> None:
    view = View(
        "Ewa Nowak [7], a guide, sang.[^1] It was fun [2].\n\n[^1]: Bo Ek, Kumo, [Trams](https://x.example).\n\n"
        "[2] Mei Lin, Kumo.\n\n[3](https://x.example) and `a [4]` and [5]: rain\n"
    )
    assert [(one.kind, one.text) for one in view.blocks] == [
        ("paragraph", "Ewa Nowak , a guide, sang. It was fun ."),
        ("code", "[^1]: Bo Ek, Kumo, Trams."),
        ("code", "[2] Mei Lin, Kumo."),
        ("paragraph", "3 and a [4] and [5]: rain"),
    ]
