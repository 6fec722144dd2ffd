"""Chrome: what a site adds around a post: comment forms, tables of contents, shortcodes, embeds, share bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View

_END = r"\W*$"
_INSIDE = r"(?:[^\n{}]|\{\{[^\n{}]*\}\})*"
"""What a shortcode may say, but no second one."""
TO_THE_END = Form(
    "comment-form",
    rf"^\W*(?:leave (?:a|your) (?:reply|comment)|(?:post|add) (?:a|your) comment|join the discussion|cancel reply"
    rf"|\d*\s*(?:comments?|responses|replies)){_END}",
    0.95,
    (
        ("## Leave a comment\n\nName\n\nEmail", "Leave a comment"),
        ("## 3 comments\n\nNice!", "3 comments"),
    ),
    small=True,
)
_LISTED = {"share-bar": 30, "related": 150}
"""Forms that may stand above a list of links, and how many characters a link has at most."""
BLOCKS = (
    Form(
        "share-bar",
        r"^\W*(?:share (?:this|on|via)\b.{0,80}|share\W+(?:facebook|twitter|linkedin|email|tweet|mastodon|bluesky)"
        r"|(?:(?:facebook|twitter|linkedin|email|reddit|whatsapp|tweet"
        rf"|pinterest|print|x|mastodon|bluesky)\W+){{2,}}\w*|like this){_END}",
        0.9,
        (("Share this: Facebook Twitter LinkedIn", "Share this: Facebook Twitter LinkedIn"),),
        small=True,
    ),
    Form(
        "log-in",
        r"^\W*(?:fill in your details below|you are commenting using|notify me of"
        r"|save my name, email|required fields are marked|your email address will not)",
        0.95,
        (("You are commenting using your account.", "You are commenting using your account."),),
        small=True,
    ),
    Form(
        "shortcode",
        r"^(?![\s\S]*\b(?:text|cite|quote|title|caption|content|label)\s*=)"
        rf"\s*(?:(?:\{{\{{\\?[<%]{_INSIDE}\}}\}}|\{{%{_INSIDE}\}}"
        r"|\[/?(?:caption|gallery|embed|video|youtube)\b[^\]]*\]"
        r"|\[\[_?toc_?\]\]|\[toc\]|\{:[^}\n]*\})\s*)+$",
        0.9,
        (
            ("{{< youtube abc >}}", "{{< youtube abc >}}"),
            ('{{< row >}} {% img {{ site.url }} "a" %}', '{{< row >}} {% img {{ site.url }} "a" %}'),
        ),
        small=True,
        needs=("{", "["),
    ),
    Form(
        "reading-time",
        r"^.{0,60}\b\d{1,3} min(?:ute)?s? read\W*(?:[a-z]{3,9}\.? \d{1,2}, \d{4})?\W*$",
        0.9,
        (("Mira Okafor · 5 min read · Jun 1, 2021", "Mira Okafor · 5 min read · Jun 1, 2021"),),
        small=True,
        needs=(" read",),
    ),
    Form(
        "related",
        r"^\W*(?:related posts?|you may also like)\b.{0,80}$",
        0.7,
        (("You may also like these", "You may also like these"),),
        small=True,
        needs=("related post", "may also like"),
    ),
    Form(
        "navigation",
        r"^\W*(?:(?:previous post|next post|skip to content|back to top|subscribe to our newsletter|posted in"
        r"|filed under|tagged with)\b.{0,80}|read more(?: from\b.{0,80})?\W*)$",
        0.7,
        (("Back to top", "Back to top"), ("Read more", "Read more")),
        small=True,
    ),
)
FORMS = (TO_THE_END, *BLOCKS)
_CODE = re.compile(r"(?:\{%-?|\{\{[<%])[ \t]*(?:end|/[ \t]*)?(\w+)")
_CLOSING = re.compile(r"(?:\{%-?|\{\{[<%])[ \t]*(?:end|/[ \t]*)(\w+)")
"""A shortcode that ends what another begins: what is between is of the post, and so are both."""
_QUOTES = re.compile(r"[\"“](?:[^\s\"“”]+\s+){4,}[^\s\"“”]+[\"”]")
"""What an embedded post may have from somebody who is quoted, for which it stays."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """What can be cut from a source without losing a word of the post."""
    blocks = mentions.view.blocks
    paired = {*_CLOSING.findall(mentions.view.text)}
    quoting = {one.top for one in blocks if one.tag and _QUOTES.search(one.text)}
    for block in blocks:
        if block.kind in ("code", "rule"):
            continue
        if block.kind == "heading" and TO_THE_END.regex.match(block.small) and _is_last(blocks, block):
            yield _cut(block, TO_THE_END.name, TO_THE_END.confidence, blocks[-1])
            break
        for form in BLOCKS:
            is_cut = form.may_stand(block.small) and form.regex.match(block.small)
            if is_cut and paired.isdisjoint(_CODE.findall(block.small)):
                yield _cut(block, form.name, form.confidence, _links_below(mentions.view, block, form))
                break
        if block.tag and block.top not in quoting:
            yield _cut(block, block.tag)
    for items in mentions.view.lists():
        if len(items) > 1 and all(one.links and one.links[0].url.startswith("#") for one in items):
            yield _cut(items[0], "contents", until=items[-1])


def _links_below(view: View, block: Block, form: Form) -> Block | None:
    """The last of the links in a list that stands right below words that ask to share, or name what is related."""
    below = view.after(block)
    longest = _LISTED.get(form.name, 0)
    if below is None or not below.list or not longest:
        return None
    following = (view.blocks[place] for place in range(below.number, len(view.blocks)))
    items = [*takewhile(lambda one: one.list == below.list, following)]
    return items[-1] if all(one.links and len(one.text) <= longest for one in items) else None


def _cut(block: Block, form: str, confidence: float = 0.9, until: Block | None = None) -> Claim:
    return Claim("cut", Words(block, 0, len(block.text)), "chrome", form, confidence, until=until)


def _is_last(blocks: list[Block], heading: Block) -> bool:
    """Whether only a form follows: short lines, no paragraph of prose."""
    return all(len(one.text) < 240 for one in blocks[heading.number + 1 :])


def around(view: View, start: int, end: int) -> Iterator[Claim]:
    """What stands in a page outside of its article."""
    for block in view.blocks:
        if block.end <= start or block.start >= end:
            yield _cut(block, "outside-article")
