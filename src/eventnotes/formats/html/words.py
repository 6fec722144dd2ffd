"""Words: what all parts of a page share, such as names, links and labels."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from eventnotes.formats.html.markup import Item, Outline, blocks, inline, no_item
from eventnotes.formats.html.moments import Calendar
from eventnotes.model import Event, Link, Role, Speaker

_MOST_NAMED = 20_000_000
_RTL = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"))


class Words:
    """How the texts of an event are written on its page.

    Attributes:
        event: the event.
        language: the language of the page.
        calendar: its dates and times.
        outline: its headings.
        direction: in which its language is written.
    """

    def __init__(self, event: Event) -> None:
        post = event.write_up
        self.event = event
        self.language = (post and post.language) or event.language or "en"
        primary = self.language.partition("-")[0].lower()
        self._is_english = primary == "en"
        self.direction = "rtl" if primary in _RTL else "ltr"
        self.calendar = Calendar(event, self._is_english)
        self.outline = Outline()
        self._base = (post and post.url) or event.website
        self._people = {str(one.id): one for one in event.speakers}
        self._named = 0

    def label(self, english: str) -> str:
        """A word of the page itself, which is English whatever the page's language."""
        return english if self._is_english else f'<span lang="en">{english}</span>'

    def blocks(self, markdown: str | None, item: Item = no_item) -> str:
        """CommonMark as blocks; links are relative to the write-up's address."""
        return blocks(markdown, self._base, self.outline, item) if markdown else ""

    def inline(self, markdown: str | None) -> str:
        """CommonMark inline."""
        return inline(markdown, self._base) if markdown else ""

    def lang(self, language: str | None) -> str:
        """The attribute of what is in another language than the page."""
        return f' lang="{language}"' if language and language.lower() != self.language.lower() else ""

    def name(self, who: str) -> str:
        """A person's name; a link to what else is known, where they are listed."""
        person = self._people.get(who)
        if person is None:
            return self._counted(escape(who))
        return self._counted(f'<a href="#speaker-{who}">{escape(person.name)}</a>')

    def names(self, ids: Iterable[str]) -> str:
        """Several names, without links."""
        people = [(one, self._people.get(one)) for one in ids]
        return self._counted(", ".join(escape(person.name if person else one) for one, person in people))

    def introduced(self, who: str) -> str:
        """A name with the roles."""
        person = self._people.get(who)
        said = roles(person) if person is not None else ""
        return self._counted(f"{self.name(who)}{f', {said}' if said else ''}")

    def _counted(self, words: str) -> str:
        """Names are written wherever someone is referred to, so that a small source could make a page of any size."""
        self._named += len(words)
        if self._named > _MOST_NAMED:
            raise ValueError(f"the page would be too large: over {_MOST_NAMED:,} characters of names; split the event")
        return words


def roles(person: Speaker) -> str:
    """What someone was, and where."""
    return "; ".join(_role(one) for one in person.roles if one.title or one.organization)


def _role(role: Role) -> str:
    return escape(", ".join(one for one in (role.title, role.organization) if one))


def link(one: Link) -> str:
    """A link with its title, else with what stands behind it, else with its address."""
    address = one.url.partition("://")[2].removeprefix("www.").rstrip("/") or one.url.partition(":")[2]
    words = one.title or (one.rel and one.rel.capitalize()) or address
    about = f" ({one.rel})" if one.rel and one.title and one.rel.lower() not in one.title.lower() else ""
    return f'<a href="{escape(one.url)}">{escape(words)}</a>{escape(about)}'


def site(name: str, website: str | None) -> str:
    """A name that leads to its home page."""
    return f'<a href="{escape(website)}">{escape(name)}</a>' if website else escape(name)
