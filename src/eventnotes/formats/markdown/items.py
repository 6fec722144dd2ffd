"""Items: what stands in the lists of a write-up: lessons with their actions, elements, sessions on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eventnotes.characters import ID, is_url
from eventnotes.formats._patterns import repeated
from eventnotes.formats._people import URL, speaker_line
from eventnotes.formats.markdown.attribution import split_id
from eventnotes.formats.markdown.blocks import Block, blocks
from eventnotes.formats.markdown.labels import FOLDED, one_line
from eventnotes.notes import trimmed

_marker = re.compile(r"(?:[-*+]|[0-9]{1,9}[.)])(?P<gap>[ \t]+|$)", re.MULTILINE).match
_plain_item = re.compile(
    r"(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?P<text>(?:[^\s>#`~*+0-9-]|\*\*)[^\n]*[^ \t\n>}])[ \t\n]*"
).fullmatch
_begins_text = re.compile(r"[^\s>#`~*+0-9-]|\*\*").match
_inner_block = re.compile(r"\A[^\w“‘(*_\[!]|\n[ \t]*(?:[-*+#>~`|<=:]|[0-9]+[.)]|\n)", re.ASCII).search
_TASK = re.compile(r"\[(?P<mark>[ xX])\][ \t]+(?P<text>\S.*)", re.DOTALL)
_FACTS = re.compile(r"(?P<text>.*?\S)[ \t]+\((?P<facts>(?:owner|due): [^()]*)\)", re.DOTALL)
BOLD = repeated(r"[^*]++|(?!\*\*(?!\*))\*", 1)
"""The inside of `**…**`: up to two asterisks that no third follows."""
_ELEMENT = re.compile(rf"\*\*(?P<title>{BOLD})\*\*(?:(?:[ \t]+[—–-]{{1,2}}|:)[ \t]+(?P<text>\S.*))?")
_TITLE_FIRST = re.compile(rf"\*\*(?P<title>{BOLD})\*\*[ \t]+(?:—|–|--?)[ \t]+(?P<who>\S.*)")
_QUOTED_FIRST = re.compile(r"[\"“](?P<title>[^\"“”]+)[\"”][ \t]+by[ \t]+(?P<who>\S.*)")
_LINK = re.compile(rf"\[(?P<title>[^\[\]]+)\]\({URL}\)")
_BETWEEN_LINKS = re.compile(r"\)?[ \t]*+[(,·|]?[ \t]*+")
_PLACEHOLDER = re.compile(rf"<!-- (?P<kind>lesson|session): (?P<id>{ID}) -->")


@dataclass(slots=True)
class ListItem:
    """An item of a list: its first paragraph on one line, and the blocks below it.

    Attributes:
        text: the first paragraph; None where the item begins with another block.
        id: from an id comment at the end of the first paragraph.
        start: where the text begins in the body.
    """

    text: str | None
    id: str | None
    start: int
    end: int
    below: Sequence[tuple[Block, str]] = ()

    @property
    def placeholder(self) -> tuple[str, str] | None:
        """Kind and id, where the item is a placeholder."""
        if self.below or not self.text or self.text[0] != "<":
            return None
        match = _PLACEHOLDER.fullmatch(self.text)
        return (match["kind"], match["id"]) if match else None


def list_items(text: str, ranges: Sequence[tuple[int, int]]) -> list[ListItem]:
    """The items of a list whose ranges in the body are known."""
    return [_list_item(text, start, end) for start, end in ranges]


def _list_item(text: str, start: int, end: int) -> ListItem:
    plain = _plain_item(text, start, end)
    if plain is not None:
        return ListItem(plain["text"], None, plain.start("text"), end)
    source = text[start:end].rstrip("\n \t")
    marker = _marker(source)
    if marker is None:
        return ListItem(None, None, start, end)
    content = source[marker.end() :]
    if ("\n" not in content and _begins_text(content)) or not _inner_block(content):
        line, item_id = split_id(content)
        line = one_line(line)
        return ListItem(None if item_id and not line else line, item_id, start + marker.end(), end)
    column = start - text.rfind("\n", 0, start) - 1
    gap = marker.end("gap") - marker.start("gap")
    dedent = re.compile(rf"^[ \t]{{1,{column + marker.start('gap') + (gap if 1 <= gap <= 4 else 1)}}}", re.MULTILINE)
    return _split_item(dedent.sub("", content), start + marker.end(), end)


def _split_item(content: str, start: int, end: int) -> ListItem:
    inner = _with_definitions(blocks(content), content)
    if not inner or inner[0].kind != "paragraph":
        return ListItem(None, None, start, end)
    text, item_id = split_id(content[inner[0].start : inner[0].end].strip("\n \t"))
    below = [(block, content[_line_start(content, block.start) : block.end]) for block in inner[1:]]
    return ListItem(one_line(text), item_id, start, end, below)


def _with_definitions(found: list[Block], text: str) -> list[Block]:
    """Blocks and, as blocks of their own, the link definitions between them."""
    whole: list[Block] = []
    at = 0
    for block in (*found, Block("other", len(text), len(text))):
        between = text[at : block.start]
        if between.strip(" \t\n"):
            whole.append(Block("other", at + len(between) - len(between.lstrip(" \t\n")), block.start))
        whole.append(block)
        at = block.end
    return whole[:-1]


def _line_start(text: str, at: int) -> int:
    """Where the line of a block begins, if only its indentation stands before it."""
    start = text.rfind("\n", 0, at) + 1
    return at if text[start:at].strip(" \t") else start


def lesson_data(item: ListItem) -> dict[str, Any]:
    """An item of a lessons list as data of Lesson: a task list below it is its actions, other blocks are details."""
    lesson: dict[str, Any] = {"text": item.text}
    if item.id:
        lesson["id"] = item.id
    details = []
    for block, source in item.below:
        actions = _actions(block, source)
        if actions is None:
            details.append(trimmed(source))
        else:
            lesson.setdefault("actions", []).extend(actions)
    if details:
        lesson["details"] = "\n\n".join(details)
    return lesson


def _actions(block: Block, source: str) -> list[dict[str, Any]] | None:
    if block.kind != "list" or block.ordered:
        return None
    shift = len(source) - (block.end - block.start) - block.start
    found = []
    for item in list_items(source, [(start + shift, end + shift) for start, end in block.items]):
        match = _TASK.fullmatch(item.text or "")
        if match is None or item.below or item.id:
            return None
        found.append(_action(match["text"], match["mark"] != " "))
    return found


def _action(text: str, done: bool) -> dict[str, Any]:
    action: dict[str, Any] = {"text": text}
    if match := _FACTS.fullmatch(text):
        pieces = [piece.partition(":") for piece in match["facts"].split(",")]
        facts = {key.strip(): value.strip() for key, _, value in pieces}
        if len(facts) == len(pieces) and set(facts) <= {"owner", "due"} and all(facts.values()):
            action = {"text": match["text"], **facts}
    if done:
        action["done"] = True
    return action


def element_data(item: ListItem) -> dict[str, Any] | None:
    """An item of a framework's list as data of Element; None where it holds more than that."""
    if item.text is None or item.below or item.id:
        return None
    match = _ELEMENT.fullmatch(item.text)
    if match is None:
        return {"title": item.text}
    return {"title": match["title"].strip(), **({"text": match["text"]} if match["text"] else {})}


def kind_session(item: ListItem) -> tuple[dict[str, Any], str, int] | None:
    """An item `**Title** — speaker line` or `"Title" by speaker line` with links after it, as data of Session, the
    speaker line, and where that begins in the item's text; None where it is none.
    """
    match = _TITLE_FIRST.fullmatch(item.text or "") or _QUOTED_FIRST.fullmatch(item.text or "")
    if match is None or item.below:
        return None
    who, links = _without_links(match["who"])
    if not speaker_line(who).name:
        return None
    session: dict[str, Any] = {"title": match["title"].strip()}
    if item.id:
        session["id"] = item.id
    if links:
        session["links"] = links
    return session, who, match.start("who")


def _without_links(line: str) -> tuple[str, list[dict[str, str]]]:
    """A line without the links at its end, and those; some text stays before them."""
    first, last, links = 0, 0, list[re.Match[str]]()
    for link in _LINK.finditer(line):
        if not (links and _BETWEEN_LINKS.fullmatch(line, last, link.start())):
            before = line[last : link.start()].rstrip(" \t")
            before = before[:-1].rstrip(" \t") if before.endswith(("(", ",", "·", "|")) else before
            if not before and not last:
                continue
            first, links = last + len(before), []
        links.append(link)
        last = link.end()
    if line[last:] not in ("", ")") or not all(is_url(one["url"]) for one in links):
        return line, []
    return line[:first], [link_data(one["url"], one["title"]) for one in links]


def link_data(url: str, title: str, rel: str | None = None) -> dict[str, str]:
    """Data of Link; a title that is a link label such as `slides` is its rel, and `link` is none."""
    known = FOLDED.get(title.lower())
    if rel is None and known is not None and known.meaning == "link":
        return {"url": url, **({"rel": known.rel} if known.rel else {})}
    return {"url": url, **({"title": title} if title else {}), **({"rel": rel} if rel else {})}
