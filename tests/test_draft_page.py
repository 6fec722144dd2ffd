"""Drafts of pages: the page's words stay words, whatever they look like, and nothing of it becomes live."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.draft import draft
from eventnotes.draft.reading.page import is_page
from eventnotes.draft.reading.view import View

FILL = f"<p>{'It rained. ' * 30}</p>"


def view_of(body: str) -> View:
    made = draft(f"<!doctype html><body><article>{body}{FILL}</article></body>")
    assert en.read(text=made.markdown).event == made.event
    return View(made.source, made.body)


def test_escaped_tags_and_comments_stay_words() -> None:
    body = (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; and &lt;img src=x onerror=alert(1)&gt;</p>"
        "<p>&lt;!-- these words vanish --&gt;</p><p>&lt;!-- quote: evil --&gt;</p>"
    )
    assert [(one.kind, one.text) for one in view_of(body).blocks][:3] == [
        ("paragraph", "<script>alert(1)</script> and <img src=x onerror=alert(1)>"),
        ("paragraph", "<!-- these words vanish -->"),
        ("paragraph", "<!-- quote: evil -->"),
    ]
    text = draft(f"<!doctype html>{body}{FILL}").markdown
    assert text.partition("\n---\n")[2].startswith(
        "\n\\<script>alert(1)\\</script> and \\<img src=x onerror=alert(1)>\n\n"
        "\\<!-- these words vanish -->\n\n\\<!-- quote: evil -->\n\n"
    )


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("<p># no heading</p>", "\\# no heading"),
        ("<p><span>1</span>. no list</p>", "1\\. no list"),
        ("<p>- no item</p>", "\\- no item"),
        ("<p>&gt; no quote</p>", "\\> no quote"),
        ("<p>a<br>---</p>", "a\n\\---"),
        ("<p>a | b<br>--|--</p>", "a | b\n\\--|--"),
        ("<p>*a* _b_ `c` [d](e) ~f~</p>", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~"),
        ("<p>&amp;lt; and AT&amp;T in a_b, 5 &lt; 6</p>", "\\&lt; and AT&T in a_b, 5 < 6"),
        ("<p>&lt;<span>b&gt;</span></p>", "\\<b>"),
        ("<p>Hey!<a href='/x'>you</a></p>", "Hey\\![you](/x)"),
        ("<p><b>Ewa</b> - a <i>tram</i>. <code>x</code></p>", "**Ewa** - a *tram*. `x`"),
        ("<p>E = mc<sup>2</sup>, H<sub>2</sub>O</p>", "E = mc<sup>2</sup>, H<sub>2</sub>O"),
        ("<h2>F #</h2>", "## F \\#"),
        ("<ul><li># one</li></ul>", "- \\# one"),
        ("<p><code>a<br>&lt;script&gt;</code></p>", "`a   <script>`"),
        ("<pre>a\n```\n&lt;script&gt;</pre>", "````\na\n```\n<script>\n````"),
        ("<pre><code class='hljs language-c++'>a;</code></pre>", "```c++\na;\n```"),
        ("<a href=x><pre>a\n&lt;script&gt;</pre></a>", "[`a <script>`](x)"),
        ("<img alt='](x) &lt;b&gt;' src='y) &lt;b&gt;' title='&quot; &lt;b&gt;'>", "![\\](x) \\<b>](y%29%20%3Cb%3E)"),
        ("<table><tr><th>a|b</th></tr></table>", "| a\\|b |\n| --- |"),
        ("<p>a&#xe010;b&#xe012;</p>", "ab"),
    ],
)
def test_what_a_page_says_is_escaped_where_it_would_be_markup(body: str, source: str) -> None:
    made = draft(f"<!doctype html><body><article>{body}{FILL}</article></body>")
    assert made.source.strip().removesuffix("It rained. " * 29 + "It rained.").strip() == source


@given(st.text(st.sampled_from([*"<>&#*_`[]()!-+=~|\\:1. \nab;/"]), min_size=1, max_size=30))
def test_any_words_of_a_page_are_one_paragraph_of_these_words(words: str) -> None:
    view = view_of(f"<p>Xx<br>{html.escape(words)}<br>yY</p>")
    assert not [one for one in view.blocks if one.kind != "paragraph" and not one.bare]
    said = "".join(one.text for one in view.blocks).partition("It rained.")[0]
    assert re.sub(r"\s+", "", said) == re.sub(r"\s+", "", f"Xx{words}yY")


def test_the_ending_of_a_file_says_whether_it_is_a_page(tmp_path: Path) -> None:
    text = f"<article><h1>Tram Day 2019</h1><p>Bo Ek opened the day.</p>{FILL}</article>\n"
    for name in ("a.html", "a.HTM"):
        (tmp_path / name).write_text(text)
        done = CliRunner().invoke(eventnotes, ["draft", str(tmp_path / name)])
        assert (done.exit_code, "<article>" in done.stdout, "\n# Tram Day 2019\n" in done.stdout) == (0, False, True)
    (tmp_path / "a.md").write_text(text)
    assert text.strip() in CliRunner().invoke(eventnotes, ["draft", str(tmp_path / "a.md")]).stdout


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("<article><p>x</p></article>\n", True),
        ("<!-- x --><p>x</p>", True),
        ("<div>\n\n# Trams\n\nIt rained.", False),
        ("<kbd>x</kbd>", False),
    ],
)
def test_without_a_name_a_text_that_begins_and_ends_as_a_page_is_one(text: str, page: bool) -> None:
    assert is_page(text, part=True) is page


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "p"])
def test_tags_nested_too_deeply_are_an_error(tag: str) -> None:
    with pytest.raises(ValueError, match=r"^its tags are nested too deeply; give the post's text$"):
        draft("<html>" + f"<{tag}>" * 150 + FILL)
    assert draft("<html>" + f"<{tag}>" * 140 + FILL).event.name.startswith("It rained.")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Trams at noon – Bells</title>", "<h1>Bells</h1><h2>Trams at noon</h2>", "Trams at noon"),
        ("<title>Bells</title>", "<h1>Trams at noon</h1>", "Trams at noon"),
        ("<title>Trams at noon – Bells</title>", "<h2>Depots</h2>", "Trams at noon – Bells"),
        ("<title>x</title><meta property='og:title' content='Trams'>", "<h1>x</h1>", "Trams"),
    ],
)
def test_the_title_of_a_page_is_that_of_the_post_not_of_the_site(head: str, body: str, title: str) -> None:
    write_up = draft(f"<html><head>{head}</head><body>{body}<article>{FILL}</article></body></html>").event.write_up
    assert write_up is not None
    assert write_up.title == title


@pytest.mark.parametrize("tag", ["article", "main"])
def test_a_page_of_lists_alone_has_an_article_where_an_element_says_so(tag: str) -> None:
    items = "".join(f"<li>Item {one} of the trams.</li>" for one in range(12))
    page = f"<html><body><nav>Home</nav><{tag}><h1>Trams at noon</h1><ul>{items}</ul></{tag}></body></html>"
    made = draft(page)
    assert made.markdown.endswith(
        "\n\n# Trams at noon\n\n" + "".join(f"- Item {one} of the trams.\n" for one in range(12))
    )
    assert [(one.form, one.exact.strip()) for one in made.cuts] == [("outside-article", "Home")]
    with pytest.raises(ValueError, match=r"^no article was found: 0 words in 12 paragraphs and items; give the post's"):
        draft(page.replace(f"<{tag}>", "<div>").replace(f"</{tag}>", "</div>"))


def test_the_name_that_a_page_cites_below_a_quotation_becomes_its_attribution() -> None:
    said = "<blockquote><p>Nobody reads a dashboard.</p><p>Not at a bus stop.</p><cite>Ewa Nowak</cite></blockquote>"
    made = draft(
        f"<!doctype html><article><h1>Tram Days 2019</h1><p>Ewa Nowak opened the day.</p>{said}{FILL}</article>"
    )
    assert "\n> Nobody reads a dashboard.\n>\n> Not at a bus stop.\n>\n> — Ewa Nowak\n\n" in made.markdown
    assert [(one.text, one.speaker) for _, one in made.event.every(en.Quote)] == [
        ("Nobody reads a dashboard.\n\nNot at a bus stop.", "ewa-nowak")
    ]
    assert en.read(text=made.markdown).event == made.event


def test_what_a_site_adds_is_cut_whole_above_its_comment_form_too() -> None:
    post = (
        "# Tram Days 2019\n\n- [Bells](#bells)\n- [Depots](#depots)\n\n## Bells\n\nThey rang.\n\n### Share this:\n\n"
        "- [Twitter](https://example.org/t)\n- [Facebook](https://example.org/f)\n\n## Depots\n\nShare your depots:\n\n"
        "- [Volta Grid](https://example.org/v)\n\n## Leave a comment\n\nName\n"
    )
    made = draft(post)
    assert made.markdown.partition("---\n\n")[2] == (
        "# Tram Days 2019\n\n## Bells\n\nThey rang.\n\n## Depots\n\nShare your depots:\n\n"
        "- [Volta Grid](https://example.org/v)\n"
    )
    assert [one.form for one in made.cuts] == ["contents", "share-bar", "comment-form"]


def test_what_stands_between_two_shortcodes_is_of_the_post() -> None:
    note = "{{< note >}}Trams only; buses stay at home!{{< /note >}}"
    post = f"# Tram Days 2019\n\n{note}\n\n{{{{< youtube a >}}}}{{{{< youtube b >}}}}\n\nIt rained.\n"
    made = draft(post)
    assert made.markdown.endswith(f"# Tram Days 2019\n\n{note}\n\nIt rained.\n")
    assert [(one.form, one.exact) for one in made.cuts] == [("shortcode", "{{< youtube a >}}{{< youtube b >}}\n")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{% highlight ruby %}", "{% endhighlight %}"),
        ("{%- raw -%}", "{%- endraw -%}"),
        ('{{< quote "Ana" >}}', "{{< /quote >}}"),
        ("{{% notice tip %}}", "{{% / notice %}}"),
    ],
)
def test_shortcodes_around_a_part_of_the_post_stay(before: str, after: str) -> None:
    post = f"# Tram Days 2019\n\n{before}\n\nring = 1\n\n{after}\n\n{{{{< toc >}}}}\n\nIt rained.\n"
    made = draft(post)
    assert made.markdown.endswith(post.replace("{{< toc >}}\n\n", ""))
    assert [one.form for one in made.cuts] == ["shortcode"]


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("Read more", True),
        ("[Read more from Bo Ek](https://example.org/bo)", True),
        ("[Read more on bells](https://example.org/bells)", False),
        ("Read more about trams: https://example.org", False),
        ("## Related posts\n\n- [Bells at noon and what they are for](https://example.org/bells)", True),
        ("## Read up\n\n- [Bells at noon and what they are for](https://example.org/bells)", False),
        ("Related posts:\n\n- Bells at noon", "Related posts:"),
    ],
)
def test_what_leads_on_in_the_site_is_cut_and_what_leads_out_of_the_post_is_not(words: str, cut: bool | str) -> None:
    post = f"# Tram Days 2019\n\nIt rained.\n\n{words}\n\nIt snowed.\n"
    gone = (words if cut is True else cut) or ""
    made = draft(post)
    assert made.markdown.endswith(post.replace(f"{gone}\n\n", "") if gone else post)
    assert "\n\n".join(one.exact.strip() for one in made.cuts) == gone


@pytest.mark.parametrize(
    "code",
    [
        '{% include photo.html url="/a.png" caption="Rain on rails" %}',
        '{{< figure src="a.png" title="Rain on rails" >}}',
    ],
)
def test_a_shortcode_with_words_of_the_post_stays(code: str) -> None:
    post = f"# Tram Days 2019\n\n{code}\n\nIt rained.\n"
    made = draft(post)
    assert (made.markdown.endswith(post), made.cuts) == (True, [])
