"""Annotated posts, and folds of them by whole repositories: what the weights of drafts are learned from."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from eventnotes.draft import text_of
from eventnotes.draft.reading.header import Header, header_of
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.page import page_of
from eventnotes.draft.reading.view import View

FOLDS = 20
T = TypeVar("T", bound=tuple[object, ...])
"""What begins with its repository."""


class Annotated(NamedTuple):
    """A post: its repository, its gold, its header and its persons."""

    repository: str
    gold: dict[str, object]
    header: Header
    mentions: Mentions


def annotated(folders: Sequence[Path]) -> Iterator[Annotated]:
    """The posts that have NAME.gold.json beside them."""
    for gold in sorted(one for folder in folders for one in folder.glob("*.gold.json")):
        source = gold.with_name(gold.name.removesuffix(".gold.json"))
        if not source.exists():
            continue
        text = text_of(source.read_bytes())
        try:
            text = page_of(text).text if source.suffix in (".html", ".htm") else text
        except ValueError:
            continue  # a page without an article
        header = header_of(text)
        mentions = Mentions(View(text, header.body, header.blocks))
        repository = "__".join(gold.name.split("__")[:2])
        yield Annotated(repository, json.loads(gold.read_text(encoding="utf-8")), header, mentions)


def folds(found: Sequence[T]) -> Iterator[tuple[list[T], list[T]]]:
    """Each fold of whole repositories, after all that is not in it."""
    repositories: dict[str, list[T]] = {}
    for one in found:
        repositories.setdefault(one[0], []).append(one)
    several: list[list[T]] = [[] for _ in range(FOLDS)]
    for members in sorted(repositories.values(), key=len, reverse=True):
        min(several, key=len).extend(members)
    for fold in several:
        yield [one for other in several if other is not fold for one in other], fold
