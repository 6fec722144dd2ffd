"""Page: one HTML file with all that a write-up says, its style, and its JSON-LD."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from eventnotes.formats._plain_text import plain
from eventnotes.formats.html.agenda import agenda
from eventnotes.formats.html.story import story
from eventnotes.formats.html.words import Words, link, roles, site
from eventnotes.formats.jsonld.terms import LICENSES
from eventnotes.formats.jsonld.writer import described, is_spdx
from eventnotes.model import Event, Speaker, Venue, WriteUp

_SHORT = 160  # characters of a description that search engines show


def write(event: Event) -> bytes:
    """The event as a page that fetches nothing and runs nothing; the same event gives the same bytes.

    Raises:
        ValueError: where the names in it would make it too large.
    """
    words = Words(event)
    main = f"<main>\n{story(event, words)}{_people(event, words)}</main>\n"
    body = f"{_header(event, words)}{agenda(event, words)}{main}{_footer(event, words)}"
    start = f'<!DOCTYPE html>\n<html lang="{words.language}" dir="{words.direction}">\n'
    return f"{start}{_head(event)}<body>\n{body}</body>\n</html>\n".encode()


@cache
def _style() -> tuple[str, str]:
    """The style of a page, and its hash, by which alone the page's policy lets it through."""
    style = files("eventnotes.formats.html").joinpath("style.css").read_text(encoding="utf-8")
    return style, b64encode(sha256(style.encode()).digest()).decode()


def _head(event: Event) -> str:
    style, digest = _style()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    post = event.write_up or WriteUp()
    about = " ".join(plain(post.summary or event.summary or "").split())
    shown = about if len(about) <= _SHORT else about[:_SHORT].rpartition(" ")[0] + "…"
    data = json.dumps(described(event), ensure_ascii=False, separators=(",", ":"))
    lines = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title(event))}</title>",
        f'<meta name="description" content="{escape(shown)}">' if shown else "",
        *(f'<meta name="author" content="{escape(one.name)}">' for one in post.authors),
        f"<style>{style}</style>",
        f'<script type="application/ld+json">{_inside_script(data)}</script>',
    ]
    return "<head>\n" + "".join(f"{line}\n" for line in lines if line) + "</head>\n"


def _inside_script(data: str) -> str:
    """JSON in which no tag or comment begins."""
    return data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def title(event: Event) -> str:
    """The write-up's title; without one, the event's name."""
    return (event.write_up and event.write_up.title) or event.name


def _header(event: Event, words: Words) -> str:
    post = event.write_up or WriteUp()
    kicker = site(event.name, event.website) if title(event) != event.name else ""
    lede = words.blocks(post.summary or event.summary)
    about = words.blocks(event.summary) if post.summary and post.summary != event.summary else ""
    parts = [
        f'<p class="kicker">{kicker}</p>\n' if kicker else "",
        f"<h1>{escape(title(event))}</h1>\n",
        f'<div class="lede">\n{lede}</div>\n' if lede else "",
        _byline(post, words),
        f'<div class="about">\n{about}</div>\n' if about else "",
        _facts(event, words),
    ]
    return f"<header>\n{''.join(parts)}</header>\n"


def _byline(post: WriteUp, words: Words) -> str:
    authors = ", ".join(site(one.name, one.website) for one in post.authors)
    dates = [words.calendar.moment(post.published)] if post.published is not None else []
    if post.updated is not None:
        dates.append(f"{words.label('updated')} {words.calendar.moment(post.updated)}")
    draft = [words.label("draft")] if post.status == "draft" else []
    told = " · ".join(one for one in (authors, *dates, *draft) if one)
    return f'<p class="byline">{told}</p>\n' if told else ""


def _facts(event: Event, words: Words) -> str:
    """What is known of the event, as a list of terms."""
    zone = f' <span class="whose">{escape(event.timezone)}</span>' if event.timezone else ""
    when = words.calendar.span(event.start, event.end)
    hosts = ", ".join(site(one.name, one.website) for one in event.organizers)
    known = {
        "When": when + zone if when else "",
        "Where": _place(event.venue) if event.venue is not None else "",
        "Online": link_to(event.online),
        "Hosts" if len(event.organizers) > 1 else "Host": hosts,
        "Series": escape(event.series or ""),
        "Website": link_to(event.website) if title(event) == event.name else "",
        "Topics": escape(", ".join(event.tags)),
    }
    listed = "".join(
        f"<div><dt>{words.label(term)}</dt><dd>{said}</dd></div>\n" for term, said in known.items() if said
    )
    return f'<dl class="facts">\n{listed}</dl>\n' if listed else ""


def link_to(url: str | None) -> str:
    """An address as a link that shows it."""
    if not url:
        return ""
    return f'<a href="{escape(url)}">{escape(url.partition("://")[2].removeprefix("www.").rstrip("/"))}</a>'


def _place(venue: Venue) -> str:
    name = site(venue.name, venue.website) if venue.name else ""
    rest = (venue.address, venue.locality, venue.region, venue.country)
    return ", ".join(one for one in (name, *(escape(part or "") for part in rest)) if one)


def _people(event: Event, words: Words) -> str:
    if not event.speakers:
        return ""
    head = f'<h2 id="people">{words.label("People")}</h2>\n'
    listed = "".join(_person(one, words) for one in event.speakers)
    return f'<section class="people" aria-labelledby="people">\n{head}<ul>\n{listed}</ul>\n</section>\n'


def _person(one: Speaker, words: Words) -> str:
    aliases = ", ".join(one.aliases)
    also = f' <span class="whose">{words.label("also")} {escape(aliases)}</span>' if aliases else ""
    pronouns = f' <span class="whose">{escape(one.pronouns)}</span>' if one.pronouns else ""
    parts = [
        f"<p><strong>{escape(one.name)}</strong>{pronouns}{also}</p>\n",
        f'<p class="roles">{roles(one)}</p>\n' if roles(one) else "",
        words.blocks(one.bio),
    ]
    links = "".join(f"<li>{link(found)}</li>\n" for found in one.links)
    parts.append(f'<ul class="links">\n{links}</ul>\n' if links else "")
    return f'<li id="speaker-{one.id}">\n{"".join(parts)}</li>\n'


def _footer(event: Event, words: Words) -> str:
    post = event.write_up or WriteUp()
    known = [f"{words.label('First published at')} {link_to(post.url)}" if post.url else "", _license(post, words)]
    if post.tags:
        known.append(escape(", ".join(post.tags)))
    told = "".join(f"<p>{one}</p>\n" for one in known if one)
    return f"<footer>\n{told}</footer>\n" if told else ""


def _license(post: WriteUp, words: Words) -> str:
    given = post.license
    if not given:
        return ""
    if given[:7].lower() in ("http://", "https:/"):
        return f"{words.label('License:')} {link_to(given)}"
    told = f'<a href="{LICENSES}{given}">{given}</a>' if is_spdx(given) else escape(given)
    return f"{words.label('License:')} {told}"
