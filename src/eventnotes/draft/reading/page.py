"""Page: an HTML page as Markdown, all of it, with the range in which its article stands."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from eventnotes.draft.reading.header import header_of
from eventnotes.formats import jsonld
from eventnotes.limits import DEFAULT
from eventnotes.source import Unreadable

_IS_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:(?:!doctype\s+html|html|head|body)\b|(?P<part>article|main|section|header|title|meta|link|div|h[1-6]|p)\b)",
    re.IGNORECASE | re.DOTALL,
)
_GONE = ("script", "style", "noscript", "template", "svg", "iframe", "button", "select", "head")
_BEGIN, _END = "\ue010", "\ue011"
_NAMED = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?:entry|post|article|blog|page|story)[-_]?(?:content|body|text)|articlebody"
    r"|markdown-body)(?:$|[\s_-])"
)
_AROUND = re.compile(
    r"(?i)(?:^|[\s_-])(?:comments?|respond|sidebar|footer|nav|menu|share|sharing|related|widget|breadcrumbs?"
    r"|masthead)(?:$|[\s_-])"
)
_LEAST_WORDS = 40
_DEEPEST = 150
_KEYS = ("name", "start", "end", "venue", "organizers", "website", "online")


@dataclass(frozen=True, slots=True)
class Page:
    """A page that became Markdown.

    Attributes:
        text: a header with what the page says of itself, and all of its body.
        start, end: the range of the article in it.
    """

    text: str
    start: int
    end: int


def is_page(text: str, *, part: bool = False) -> bool:
    """Whether a text is an HTML page; or, if asked, a part of one, which begins and ends with a tag."""
    found = _IS_PAGE.match(text[:4096])
    return found is not None and (found["part"] is None or (part and text.rstrip().endswith(">")))


def page_of(text: str) -> Page:
    """An HTML page as Markdown; or the body of one, which may have front matter of its own, and is all article.

    Raises:
        ValueError: where no article can be found, and it says what was seen, or where tags are nested too deeply.
        LookupError: where the extra html-in is not installed.
    """
    try:
        from bs4 import BeautifulSoup

        from eventnotes.draft.reading.transcript import MARKS
    except ImportError:
        raise LookupError("reading HTML needs the extra html-in: pip install 'eventnotes[html-in]'") from None
    front = text[: header_of(text).body]
    soup = BeautifulSoup(text[len(front) :], "html.parser")
    for words in soup.find_all(string=re.compile(f"[{MARKS}]")):
        words.replace_with(re.sub(f"[{MARKS}]", "", words))
    if _is_deep(soup):
        raise ValueError("its tags are nested too deeply; give the post's text")
    return _page_of(soup, front)


def _is_deep(soup: Any) -> bool:
    """Whether elements stand in more elements than the libraries can go through."""
    inside = [(soup, 0)]
    while inside:
        element, depth = inside.pop()
        if depth > _DEEPEST:
            return True
        inside += [(one, depth + 1) for one in element.find_all(True, recursive=False)]
    return False


def _page_of(soup: Any, front: str) -> Page:
    from eventnotes.draft.reading.transcript import settled, transcribed

    header = front or _header(soup)
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    for one in soup(_GONE):
        one.decompose()
    article = _article(soup, title)
    if article is soup:
        article.insert(0, soup.new_string(_BEGIN))
        article.append(soup.new_string(_END))
    else:
        article.insert_before(soup.new_string(_BEGIN))
        article.insert_after(soup.new_string(_END))
    before, _, rest = transcribed(soup.body or soup).partition(_BEGIN)
    inside, _, after = rest.partition(_END)
    pieces = [_tidy(settled(one)) for one in (before, inside, after)]
    start = len(header) + len(pieces[0])
    return Page(header + "".join(pieces), start, start + len(pieces[1]))


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n\n"


def _article(soup: Any, title: str) -> Any:
    """The element that holds the article: the smallest that has most of the page's paragraphs."""
    paragraphs = [one for one in soup.find_all(["p", "blockquote", "li"]) if not _is_around(one)]
    total = sum(_words(one) for one in paragraphs if one.name != "li")
    if total < _LEAST_WORDS and (named := _named_article(soup)) is not None:
        return named
    if total < _LEAST_WORDS and total and soup.find(["html", "head", "body", "title"]) is None:
        return soup  # a fragment, all of which is the article
    if total < _LEAST_WORDS:
        said = f' under the title "{title}"' if title else ""
        seen = f"{total} words in {len(paragraphs)} paragraphs and items"
        raise ValueError(f"no article was found: {seen}{said}; give the post's text")
    best = soup.body or soup
    while True:
        inner = [one for one in best.find_all(True, recursive=False) if _held(one) * 10 >= total * 7]
        if not inner or inner[0].name in ("p", "blockquote", "ul", "ol"):
            return best
        best = inner[0]
        if best.name == "article" or best.get("itemprop") == "articleBody" or _NAMED.search(_marks(best)):
            return _innermost(best, total)


def _named_article(soup: Any) -> Any:
    """The element that is, or is named as, the article's text and holds the most words, if these are enough."""
    found = [one for one in soup.find_all(True) if not _is_around(one)]
    named = [one for one in found if one.name == "article" or _NAMED.search(_marks(one))]
    best = max(named or [one for one in found if one.name == "main"], key=_words, default=None)
    return best if best is not None and _words(best) >= _LEAST_WORDS else None


def _innermost(element: Any, total: int) -> Any:
    """The innermost element inside that is named as the article's text and holds most of it."""
    inside = [one for one in element.find_all(True) if _NAMED.search(_marks(one)) and _held(one) * 10 >= total * 7]
    return inside[-1] if inside else element


def _held(element: Any) -> int:
    return sum(_words(one) for one in element.find_all(["p", "blockquote"]) if not _is_around(one))


def _words(element: Any) -> int:
    return len(element.get_text(" ").split())


def _marks(element: Any) -> str:
    return " ".join([str(element.get("id") or ""), *(element.get("class") or ())])


def _is_around(element: Any) -> bool:
    """Whether an element stands in what is around an article: navigation, comments, a sidebar."""
    return any(
        one.name in ("nav", "footer", "aside", "form") or _AROUND.search(_marks(one))
        for one in element.parents
        if one.name != "body"
    )


def _header(soup: Any) -> str:
    """Front matter from what the page says of itself: its title, its description in JSON-LD, its meta elements."""
    found: dict[str, Any] = {}
    title = _meta(soup, "og:title") or _title(soup)
    values = {"title": title, "date": _meta(soup, "article:published_time"), "author": _meta(soup, "author")}
    found |= {key: value for key, value in values.items() if value}
    for script in soup.find_all("script", type="application/ld+json"):
        event = _described(script.string or "", found)
        if event:
            found["event"] = event
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in found.items()]
    return "---\n" + "".join(lines) + "---\n\n" if lines else ""


def _title(soup: Any) -> str:
    """The longest heading that is in the title element, which may name the site too; or the first; or all of it."""
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    headings = [one.get_text(" ", strip=True) for one in soup.find_all(["h1", "h2"])]
    first = soup.h1.get_text(" ", strip=True) if soup.h1 else ""
    return max((one for one in headings if one in title), key=len, default="") or first or title


def _meta(soup: Any, name: str) -> str:
    element = soup.find("meta", attrs={"property": name}) or soup.find("meta", attrs={"name": name})
    return " ".join(str(element.get("content") or "").split()) if element else ""


def _described(text: str, found: dict[str, Any]) -> dict[str, Any]:
    """The event that a page's JSON-LD describes; what it says of the post goes to `found`."""
    try:
        tree = next(jsonld.events(text, DEFAULT), None)
        data = tree.data if tree is not None and tree.data is not None else _post(text)
    except Unreadable:
        data = _post(text)
    post = data.get("write_up", {})
    for key, name in (("title", "title"), ("published", "date")):
        if post.get(key):
            found.setdefault(name, post[key])
    if post.get("authors"):
        found.setdefault("author", [one["name"] for one in post["authors"] if isinstance(one, dict) and "name" in one])
    return {key: data[key] for key in _KEYS if key in data}


def _post(text: str) -> dict[str, Any]:
    """What JSON-LD without an event says of the post."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    nodes = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    post = next((one for one in nodes if isinstance(one, dict) and "headline" in one), {})
    author = post.get("author")
    named = [one for one in (author if isinstance(author, list) else [author]) if isinstance(one, dict)]
    authors = [{"name": str(one["name"])} for one in named if one.get("name")]
    write_up = {"title": post.get("headline"), "published": post.get("datePublished"), "authors": authors}
    return {"write_up": {key: value for key, value in write_up.items() if value}}
