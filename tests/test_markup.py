"""Markup: CommonMark as HTML of which no tag, no address and no item is anybody's but ours."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventnotes.formats.html.markup import Outline, blocks, inline, words_of

C, END = "<tr><td>c</td></tr>\n", "</tbody>\n</table>\n"
WIDE = "<table>\n<thead>\n<tr><th>a</th><th>b</th><th>c</th></tr>\n</thead>\n<tbody>\n"
ROWS = "<table>\n<thead>\n<tr><th>a</th><th>b</th></tr>\n</thead>\n<tbody>\n"
PIECES = (
    *("a", "b", "<b>", "</b>", "<!-- quote: x -->", "<!--", "-->", "*", "**", "`", "[t](", ")", "http://e", '"', "'"),
    *("javascript:x", "&", "&lt;", "<script>", "</script>", "\n", "\n\n", "> ", "- ", "# ", "1. ", "|", "\n|-|-|\n"),
)


def html_of(markdown: str) -> tuple[str, list[tuple[str, str, int, bool]]]:
    """The HTML of a text, and the items that were asked for; of those that are called `none` there is none."""
    asked = []

    def item(kind: str, item_id: str, level: int, is_listed: bool) -> str | None:
        asked.append((kind, item_id, level, is_listed))
        return f"<i>{item_id}</i>" if item_id != "none" else None

    return blocks(markdown, None, Outline(), item), asked


@pytest.mark.parametrize(
    ("markdown", "html", "asked"),
    [
        ("<!-- quote: a -->", "<i>a</i>", [("quote", "a", 0, False)]),
        ("- <!-- lesson: a -->\n- b", "<ul>\n<li><i>a</i></li>\n<li>b</li>\n</ul>\n", [("lesson", "a", 0, True)]),
        ("> <!-- lesson: a -->", "<blockquote><i>a</i></blockquote>\n", [("lesson", "a", 0, False)]),
        ("# <!-- session: a -->", "<i>a</i>", [("session", "a", 1, False)]),
        ("### <!-- session: a -->\n\n## b", "<i>a</i><h2>b</h2>\n", [("session", "a", 3, False)]),
        ("# x <!-- session: a -->", "<h2>x </h2>\n", []),
        ("# <!-- quote: a -->", "", []),
        ("## <!-- session: none -->", "", [("session", "none", 2, False)]),
        ("# <!-- session: a -->\n\n# b", "<i>a</i><h2>b</h2>\n", [("session", "a", 1, False)]),
        ("a <!-- session: b --> c", "<p>a  c</p>\n", []),
        (
            "<!-- quote: a -->\n<p>b &lt;</p>\n<!-- quote: none -->\n<!-- lesson: c -->  \n<p>d",
            "<i>a</i><p>b &lt;</p>\n<i>c</i><p>d</p>\n",
            [("quote", "a", 0, False), ("quote", "none", 0, False), ("lesson", "c", 0, False)],
        ),
        ("<!-- quote: a --><!-- quote: b -->", "", []),
        ("<!-- other: a -->", "", []),
    ],
)
def test_items_stand_where_the_text_names_them(
    markdown: str, html: str, asked: list[tuple[str, str, int, bool]]
) -> None:
    assert html_of(markdown) == (html, asked)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("#\n\na", "<p>a</p>\n"),
        ("#### *a* b\n\n# c\n\n### d", "<h2><em>a</em> b</h2>\n<h2>c</h2>\n<h3>d</h3>\n"),
        ("a\n***\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
        ("1. a", "<ol>\n<li>a</li>\n</ol>\n"),
        ("2. a\n3. b", '<ol start="2">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("- a\n\n  b", "<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n</ul>\n"),
        ("|a|b|\n|-|-|\n|c||\n||d|\n|||", f"{ROWS}{C}<tr><td></td><td>d</td></tr>\n<tr></tr>\n{END}"),
        ("|a|b|\n|-|-|\n\n|a|b|\n|-|-|\n|c|", f"{ROWS}{END}{ROWS}{C}{END}"),
        ("|a|b|\n|-|-|\n|[c](http://d)|*e*|", f'{ROWS}<tr><td><a href="http://d">c</a></td><td><em>e</em></td></tr>\n{END}'),
        ("|a|b|\n|-|-|\n|||", f"{ROWS}<tr></tr>\n{END}"),
        ("|a|b|c|\n|-|-|-|\n|||d|", f"{WIDE}<tr><td></td><td></td><td>d</td></tr>\n{END}"),
        ("    a <b>", "<pre><code>a &lt;b&gt;</code></pre>\n"),
        ("a\\\nb  \nc\nd", "<p>a<br>\nb<br>\nc\nd</p>\n"),
        ("a<BR>b<br />c<b>d</b>", "<p>a<br>\nb<br>\ncd</p>\n"),
        ("a & b \" ' `&<`", "<p>a &amp; b &quot; &#x27; <code>&amp;&lt;</code></p>\n"),
        ("- [ ] a\n- [X] b", "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>\n"),
        ("<div>a</div>b", "<p>a b</p>\n"),
        ("<!-- a\nb -->c", "<p>c</p>\n"),
        ("[![a](http://x/b.png)](http://y)", '<p><a href="http://y">a</a></p>\n'),
        ("![a](http://x/b.png)", '<p><a class="image" href="http://x/b.png">a</a></p>\n'),
        ("[*a*](http://x/?q=\"&b)", '<p><a href="http://x/?q=&quot;&amp;b"><em>a</em></a></p>\n'),
        ("[a](HTTPS://x) <c@d.e>", '<p><a href="HTTPS://x">a</a> <a href="mailto:c@d.e">c@d.e</a></p>\n'),
        ("[b](mailto:a@b)", '<p><a href="mailto:a@b">b</a></p>\n'),
        ("[a](<http://x y>) [b](data:c) [c](httpx://d) [d](http:e)", "<p>a b c d</p>\n"),
    ],
)  # fmt: skip
def test_blocks_of_commonmark(markdown: str, html: str) -> None:
    assert html_of(markdown) == (html, [])


@pytest.mark.parametrize(
    ("base", "addresses"),
    [
        (None, ["", "", "", "", "", "http://ok"]),
        ("http://a/x/y", ["http://a/x/z", "http://a/z", "http://q/z", "http://a/x/y#f", "", "http://ok"]),
        ("http://[bad", ["", "", "", "", "", "http://ok"]),
        ("file:///x", ["", "", "", "", "", "http://ok"]),
    ],
)  # fmt: skip
def test_an_address_is_absolute_and_safe_or_there_is_no_link(base: str | None, addresses: list[str]) -> None:
    for target, address in zip(("z", "/z", "//q/z", "#f", "javascript:a", "http://ok"), addresses, strict=True):
        assert inline(f"[t]({target})", base) == (f'<a href="{address}">t</a>' if address else "t")
        assert blocks(f"[t]({target})", base, Outline()) == f"<p>{inline(f'[t]({target})', base)}</p>\n"


def test_inline_is_inline_whatever_it_begins_with() -> None:
    told = {"*a*": "<em>a</em>", "# a": "# a", "- a": "- a", "<p>a</p>": "a", "a\n\nb": "a</p>\n<p>b", "> a": "&gt; a"}
    assert {one: inline(one) for one in told} == told


def test_headings_go_down_one_level_at_a_time() -> None:
    outline = Outline()
    assert [outline.level(one) for one in (4, 1, 3, 3, 2, 6, 7, 8, 9, 10, 1, 2)] == [2, 2, 3, 3, 3, 4, 5, 6, 6, 6, 2, 3]


def test_containers_are_flattened_where_no_browser_would_nest_them() -> None:
    def nested(depth: int, words: str) -> str:
        return "<blockquote>" * depth + words + "</blockquote>\n" * depth

    assert html_of("> " * 39 + "a *b* c") == (nested(39, "<p>a b c</p>\n"), [])
    assert html_of("> " * 40 + "a *b* c") == (nested(40, "a b c "), [])
    assert html_of("> " * 42 + "a *b* c") == (nested(40, "a b c   "), [])


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("a<b>c</b>d", "a c d"),
        ("a<!-- x > -->b<!---->c", "a b c"),
        ("a<", "a<"),
        ("a<1 < b<c>d", "a<1 < b d"),
        ("a<script>b</script>c<script>d</script>e", "a c e"),
        ("a<script>x<b</script >y<STYLE>z</STYLE>w", "a y w"),
        ("a<script>x", "a"),
        ("a<script", "a"),
        ("a<script>b</script", "a"),
        ("a<!-- x", "a"),
        ("<? x ?>y<!x>z</p>w", "y z w"),
        ("&lt;a&gt;  b\n\tc", "<a> b c"),
        ("<a\n>b<title>c</title>", "b c"),
        ("a</", "a"),
        ("", ""),
    ],
)
def test_words_of_html(html: str, words: str) -> None:
    assert words_of(html) == words


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_tag_is_one_of_ours_and_is_closed(markdown: str) -> None:
    html, _ = html_of(markdown)
    open_tags: list[str] = []
    for end, name, rest in re.findall(r"<(/?)([a-z0-9]+)([^>]*)>", html):
        assert rest in ("", ' start="0"') or re.fullmatch(r'( class="image")? href="[^"<>]*"', rest)
        if name in ("br", "hr"):
            continue
        if end:
            assert open_tags.pop() == name
        else:
            open_tags.append(name)
    assert open_tags == []
    text = re.sub(r"</?[a-z0-9]+[^>]*>", "", html)
    assert escape(unescape(text)) == text
