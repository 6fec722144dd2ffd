"""Elements: the tags of a page as a tree, and the text in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

from eventnotes.formats._shapes import over
from eventnotes.formats.html.tags import Token, attributes
from eventnotes.limits import Limits
from eventnotes.source import Span, Unreadable

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_CLOSE_THEIR_LIKE = frozenset(("dd", "dt", "li", "option", "p", "td", "th", "tr"))
_UNSHOWN = frozenset(("script", "style", "template"))


@dataclass(slots=True)
class Element:
    """An element and what is in it.

    Attributes:
        name: in lower case.
        attributes: by name in lower case.
        span: where its start tag stands.
        inside: its elements and texts.
    """

    name: str
    attributes: dict[str, str]
    span: Span
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """Its classes, in their order."""
        return self.attributes.get("class", "").split()

    def below(self) -> Iterator[Element]:
        """Every element in it, in the order of the page."""
        pending = [one for one in reversed(self.inside) if isinstance(one, Element)]
        while pending:
            one = pending.pop()
            yield one
            pending += [inner for inner in reversed(one.inside) if isinstance(inner, Element)]

    def text(self) -> str:
        """The text in it on one line, with the texts of images."""
        pieces: list[str] = []
        pending: list[Element | str] = [*reversed(self.inside)]
        while pending:
            one = pending.pop()
            if isinstance(one, str):
                pieces.append(one)
            elif one.name == "img":
                pieces.append(one.attributes.get("alt", ""))
            elif one.name not in _UNSHOWN:
                pending += reversed(one.inside)
        return " ".join("".join(pieces).split())


def tree(page: Iterable[Token], limits: Limits) -> Element:
    """The elements of a page below one root; an end tag closes what is open in its element.

    Raises:
        Unreadable: for more elements than the limit of values.
    """
    root = Element("", {}, Span(0, 0))
    path, open_names, count = [root], Counter[str](), 0
    for token in page:
        if token.kind == "text":
            path[-1].inside.append(unescape(token.words) if token.name not in _UNSHOWN else "")
        elif token.kind == "end":
            while open_names[token.name]:
                closed = path.pop().name
                open_names[closed] -= 1
                if closed == token.name:
                    break
        else:
            count += 1
            if count > limits.values:
                raise Unreadable(over("values", count, limits.values, token.span))
            if token.name in _CLOSE_THEIR_LIKE and path[-1].name == token.name:
                open_names[path.pop().name] -= 1
            one = Element(token.name, attributes(token.words), token.span)
            path[-1].inside.append(one)
            if token.name not in _VOID:
                path.append(one)
                open_names[token.name] += 1
    return root
