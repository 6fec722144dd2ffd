"""Items: quotes as figures with their language, lessons with what follows from them, frameworks as lists."""

from __future__ import annotations

from html import escape

from eventnotes.formats._plain_text import QUOTATION_MARKS
from eventnotes.formats.html.words import Words, link
from eventnotes.model import Action, Element, Framework, Lesson, Quote


def quote(one: Quote, words: Words) -> str:
    """A quote: the words in quotation marks of their language; a paraphrase without."""
    whose = words.name(one.speaker) if one.speaker else escape(one.attribution or "")
    caption = [f"{words.label('after')} {whose}" if whose and one.kind == "indirect" else whose]
    if one.kind == "indirect" and not whose:
        caption.append(words.label("paraphrased"))
    if one.relayed_by:
        caption.append(f"{words.label('told by')} {words.name(one.relayed_by)}")
    if one.source is not None:
        caption.append(link(one.source))
    told = ", ".join(part for part in caption if part)
    text = words.blocks(one.text)
    kind = "said" if one.kind == "direct" and not one.text.startswith(QUOTATION_MARKS) else "told"
    foot = f"<figcaption>{told}</figcaption>\n" if told else ""
    cited = (
        f' cite="{escape(one.source.url)}"' if one.source is not None and one.source.url[:4].lower() == "http" else ""
    )
    body = f"<blockquote{words.lang(one.language)}{cited}>\n{text}</blockquote>"
    return f'<figure class="quote {kind}" id="quote-{one.id}">\n{body}\n{foot}</figure>\n'


def lesson(one: Lesson, words: Words, is_listed: bool) -> str:
    """A lesson; alone it says what it is, in a list of lessons the list does."""
    who = f' <span class="whose">{words.name(one.speaker)}</span>' if one.speaker else ""
    label = "" if is_listed else f'<p class="label">{words.label("Lesson")}</p>\n'
    parts = [f"{label}<p>{words.inline(one.text)}{who}</p>\n", words.blocks(one.details)]
    if one.actions:
        actions = "".join(_action(action, words) for action in one.actions)
        parts.append(f'<ul class="actions">\n{actions}</ul>\n')
    return f'<div class="lesson" id="lesson-{one.id}">\n{"".join(parts)}</div>\n'


def _action(one: Action, words: Words) -> str:
    due = f"{words.label('by')} {words.calendar.moment(one.due)}" if one.due is not None else ""
    facts = ", ".join(part for part in (escape(one.owner or ""), due) if part)
    about = f' <span class="whose">{facts}</span>' if facts else ""
    mark, said = ("☑", "Done") if one.done else ("☐", "To do")
    kind = ' class="done"' if one.done else ""
    symbol = f'<span class="box" role="img" aria-label="{said}">{mark}</span>'
    return f"<li{kind}>{symbol} {words.inline(one.text)}{about}</li>\n"


def framework(one: Framework, words: Words) -> str:
    """A framework: its name, whose it is, and its parts."""
    whose = words.name(one.speaker) if one.speaker else escape(one.attribution or "")
    caption = [part for part in (whose, link(one.source) if one.source is not None else "") if part]
    about = f' <span class="whose">{", ".join(caption)}</span>' if caption else ""
    tag = "ol" if one.ordered else "ul"
    parts = "".join(_element(part, words) for part in one.elements)
    listed = f"<{tag}>\n{parts}</{tag}>\n" if parts else ""
    name = f"<figcaption>{words.inline(one.name)}{about}</figcaption>"
    return f'<figure class="framework" id="framework-{one.id}">\n{name}\n{listed}</figure>\n'


def _element(one: Element, words: Words) -> str:
    text = f" <span>{words.inline(one.text)}</span>" if one.text else ""
    return f"<li><strong>{words.inline(one.title)}</strong>{text}</li>\n"
