"""Posts: python-frontmatter's handler interface, by our rules, and its Post objects given and taken."""

from __future__ import annotations

import re
import sys
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from eventnotes.formats._json_tree import read_json
from eventnotes.formats._toml_tree import read_toml
from eventnotes.formats._trees import not_a_mapping
from eventnotes.formats._yaml_tree import read_yaml
from eventnotes.formats._yaml_writer import EMITTER, style_of
from eventnotes.formats.markdown.front_matter import section
from eventnotes.limits import DEFAULT
from eventnotes.source import Span, Unreadable


class Handler(BaseHandler):
    """A handler for `frontmatter.load(path, handler=Handler())`: YAML, TOML or JSON front matter by our rules.

    Nothing is dropped in silence. python-frontmatter itself strips the body; `Document.post` keeps it as it is.
    """

    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self) -> None:  # BaseHandler compiles a pattern that this one does not use
        self.language = "yaml"

    def detect(self, text: str) -> bool:
        """Whether the text begins with front matter."""
        return section(text) is not None

    def split(self, text: str) -> tuple[str, str]:
        """The inside of the front matter, and the body.

        Raises:
            ValueError: where it is opened and not closed.
        """
        lines = text.replace("\r\n", "\n")
        try:
            place = section(lines)
        except Unreadable as error:
            raise ValueError(str(error)) from None
        if place is None:
            return "", text
        self.language = place.language
        ends = [match.end() for match in re.finditer(r"\r?\n", text)]
        above = lines.count("\n", 0, place.body)
        return lines[place.start : place.end], text[ends[above - 1] :] if above else ""

    def load(self, fm: str, **kwargs: Any) -> Any:
        """The metadata as plain data.

        Raises:
            ValueError: where it cannot be read.
        """
        try:
            if self.language == "yaml":
                return read_yaml(fm, 0, None, DEFAULT)[0]
            return (read_toml if self.language == "toml" else read_json)(fm, 0, DEFAULT)[0]
        except Unreadable as error:
            raise ValueError(str(error)) from None

    def export(self, metadata: dict[str, object], **kwargs: Any) -> str:
        """The metadata as YAML, in its own order."""
        return _yaml(metadata).rstrip("\n")

    def format(self, post: frontmatter.Post, **kwargs: Any) -> str:
        """The post as text: front matter, then the body as it is."""
        return text_of(post)


def post_of(text: str) -> frontmatter.Post:
    """The text as a Post, whose handler is ours.

    Raises:
        ValueError: where its front matter cannot be read, or is no mapping.
    """
    handler = Handler()
    inside, body = handler.split(text)
    post = frontmatter.Post(body, handler)
    metadata = handler.load(inside) if inside else None
    if metadata is not None and not isinstance(metadata, dict):
        raise ValueError(not_a_mapping(metadata, Span(0, 1)).message)
    post.metadata = metadata or {}
    return post


def text_of(post: frontmatter.Post) -> str:
    """The Post as the text of a file."""
    return f"---\n{_yaml(post.metadata)}---\n{post.content}" if post.metadata else str(post.content)


class _Dumper(EMITTER):  # type: ignore[misc] # a base of type Any
    """What metadata may hold besides plain data: dates, and the same list in two places, which may be without end."""


_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar(_STRING, text, style=style_of(text)))
_STRING = "tag:yaml.org,2002:str"


def _yaml(metadata: dict[str, Any]) -> str:
    text: str = yaml.dump(dict(metadata), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=sys.maxsize >> 33)
    return text
