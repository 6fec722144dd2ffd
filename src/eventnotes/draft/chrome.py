"""Chrome: what a site adds around a post: comment forms, tables of contents, shortcodes, embeds, share bars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View

_END = r"\W*$"
TO_THE_END = (
    Form(
        "comment-form",
        rf"^\W*(?:leave a (?:reply|comment)|post a comment|add (?:a|your) comment|join the discussion"
        rf"|leave your comment|cancel reply){_END}",
        0.95,
        (("## Leave a comment\n\nName\n\nEmail", "Leave a comment"),),
        small=True,
    ),
    Form(
        "comments",
        rf"^\W*\d*\s*(?:comments?|responses|replies|thoughts on [“\"].*){_END}",
        0.7,
        (("## 3 comments\n\nNice!", "3 comments"),),
        small=True,
    ),
)
BLOCKS = (
    Form(
        "share-bar",
        r"^\W*(?:share (?:this|on|via)\b.{0,80}|(?:(?:facebook|twitter|linkedin|email|reddit|whatsapp|tweet"
        r"|pinterest|print|tumblr|pocket|x|mastodon|bluesky)\W+){2,}\w*|like this:?|like loading\.*)\W*$",
        0.9,
        (("Share this: Facebook Twitter LinkedIn", "Share this: Facebook Twitter LinkedIn"),),
        small=True,
    ),
    Form(
        "log-in",
        r"^\W*(?:fill in your details below|you are commenting using|connecting to %s|notify me of"
        r"|save my name, email|required fields are marked|your email address will not)",
        0.95,
        (("You are commenting using your account.", "You are commenting using your account."),),
        small=True,
    ),
    Form(
        "shortcode",
        r"^\s*(?:\{\{\\?[<%](?![^\n]*(?:text|cite|quote|title|caption|content)\s*=)[^\n]*[>%]\}\}|\{%[^\n]*%\}"
        r"|\[/?(?:caption|gallery|embed|video|youtube)\b[^\]]*\]"
        r"|\[\[_?toc_?\]\]|\[toc\]|\{:[^}\n]*\})\s*$",
        0.9,
        (("{{< youtube abc >}}", "{{< youtube abc >}}"),),
        small=True,
    ),
    Form(
        "related",
        r"^\W*(?:previous post|next post|read more|related posts?|you may also like|skip to content|back to top"
        r"|subscribe to our newsletter|posted in|filed under|tagged with)\b.{0,80}$",
        0.7,
        (("Back to top", "Back to top"),),
        small=True,
    ),
)
FORMS = (*TO_THE_END, *BLOCKS)
_QUOTES = re.compile(r"[\"“](?:[^\s\"“”]+\s+){4,}[^\s\"“”]+[\"”]")
"""What an embedded post may have from somebody who is quoted, for which it stays."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """What can be cut from a source without losing a word of the post."""
    blocks = mentions.view.blocks
    quoting = {one.top for one in blocks if one.tag and _QUOTES.search(one.text)}
    for block in blocks:
        if block.kind in ("code", "rule"):
            continue
        for form in TO_THE_END:
            if block.kind == "heading" and form.regex.search(block.small) and _is_last(blocks, block):
                yield Claim(
                    "cut", Words(block, 0, len(block.text)), "chrome", form.name, form.confidence, until=blocks[-1]
                )
                return
        for form in BLOCKS:
            if form.regex.search(block.small):
                yield Claim("cut", Words(block, 0, len(block.text)), "chrome", form.name, form.confidence, until=block)
                break
        if block.tag and block.top not in quoting:
            yield Claim("cut", Words(block, 0, len(block.text)), "chrome", block.tag, 0.9, until=block)
    yield from _contents(mentions)


def _is_last(blocks: list[Block], heading: Block) -> bool:
    """Whether only a form follows: short lines, no paragraph of prose."""
    return all(len(one.text) < 240 for one in blocks[heading.number + 1 :])


def _contents(mentions: Mentions) -> Iterator[Claim]:
    """Lists of links into the page."""
    for items in mentions.view.lists():
        inside = [one for one in items if one.links and one.links[0].url.startswith("#")]
        if len(items) > 1 and len(inside) == len(items):
            yield Claim("cut", Words(items[0], 0, len(items[0].text)), "chrome", "contents", 0.9, until=items[-1])


def around(view: View, start: int, end: int) -> Iterator[Claim]:
    """What stands in a page outside of its article."""
    for block in view.blocks:
        if block.end <= start or block.start >= end:
            yield Claim("cut", Words(block, 0, len(block.text)), "chrome", "outside-article", 0.9, until=block)
