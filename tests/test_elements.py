"""Elements of a page: what stands inside what, and where, however its tags are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventnotes.formats.html.elements import Element, tree
from eventnotes.formats.html.tags import tokens
from eventnotes.limits import DEFAULT

TAGS = (
    "<p>",
    "<b>",
    "<li>",
    "<br>",
    "<B a=1>",
    "</p>",
    "</b>",
    "</li>",
    "</br>",
    "</x>",
    "a",
    "&lt;",
    "<style>",
    "</style>",
)


def drawn(inside: list[Element | str]) -> str:
    """What is in an element: each element with what is in it in brackets."""
    return " ".join(one if isinstance(one, str) else f"{one.name}({drawn(one.inside)})" for one in inside)


@pytest.mark.parametrize(
    ("page", "inside"),
    [
        ("a &amp; b", "a & b"),
        ("<p>a<b>c</b>d</p>e", "p(a b(c) d) e"),
        ("<p>a<p>b", "p(a) p(b)"),
        ("<ul><li>a<li>b<ul><li>c</ul>d</ul>e", "ul(li(a) li(b ul(li(c)) d)) e"),
        ("<b>a<b>c</b>d</b>e", "b(a b(c) d) e"),
        ("<div><p>a<b>c</div>d</p>e", "div(p(a b(c))) d e"),
        ("<p>a<p>b</p>c</p>d", "p(a) p(b) c d"),
        ("<i>a<p>b<p>c</i>d</p>e", "i(a p(b) p(c)) d e"),
        ("<p>a<br>b<img alt='c'>d", "p(a br() b img() d)"),
        ("</b>a</p><P>b</P>", "a p(b)"),
        ("<script>a<b></script>c<style>d</style><title>e &lt;</title>", "script() c style() title(e <)"),
        ("<b><b>a</b></b></b><b>c</b>d", "b(b(a)) b(c) d"),
    ],
)
def test_an_end_closes_what_is_open_in_its_element(page: str, inside: str) -> None:
    assert drawn(tree(tokens(page), DEFAULT).inside) == inside


def test_elements_know_their_place_and_their_attributes() -> None:
    page = "é<P Class='h-event  x' ID=a>b<BR></p>"
    root = tree(tokens(page), DEFAULT)
    assert (root.name, root.attributes, root.span, root.classes) == ("", {}, (0, 0), [])
    found = [(one.name, page[one.span.start : one.span.end], one.attributes, one.classes) for one in root.below()]
    assert found == [
        ("p", "<P Class='h-event  x' ID=a>", {"class": "h-event  x", "id": "a"}, ["h-event", "x"]),
        ("br", "<BR>", {}, []),
    ]


@given(st.lists(st.sampled_from(TAGS), max_size=12).map("".join))
def test_any_tags_give_each_element_and_each_text_once(page: str) -> None:
    every = [*tokens(page)]
    root = tree(every, DEFAULT)
    assert [one.span for one in root.below()] == [one.span for one in every if one.kind == "start"]
    shown = "".join(one.words for one in every if one.kind == "text" and one.name != "style")
    assert root.text().replace(" ", "") == shown.replace("&lt;", "<")
