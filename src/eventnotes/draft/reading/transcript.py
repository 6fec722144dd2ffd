"""Transcript: the body of a page as Markdown, in which the page's words are words and nothing else."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from markdownify import MarkdownConverter

_TEXT, _BANG = "\ue012", "\ue013"
"""Where text of the page begins, on every line; an exclamation mark that ends a piece of it."""
MARKS = "\ue010-\ue013"
_INLINE = re.compile(
    r"[`*\[\]]|<(?![\s\d=])|(?<!\w)_|_(?!\w)|~(?![\s\d])|\\(?=[!-/:-@\[-`{-~\s]|\Z)|&(?=#?\w+;|[#\w]*\Z)"
)
_LEADING = re.compile(r"(\d{1,9})?(?(1)[.)](?=\s|$)|(?:[#>]|[-+](?=\s|$)|[-:|](?=[-:|\s]*$)|=(?=[=\s]*$)|\+(?=\+\+)))")
_CLOSING = re.compile(r"(?<=\s)(?=#+\s*$)")
_BEGINNING = re.compile(r"^([^\S\n]*)(?=\S)", re.MULTILINE)
_LANGUAGE = re.compile(r"(?<!\S)lang(?:uage)?-([\w+#-]+)")
_IN_URL = re.compile(r"[\s<>()\\|]")
_ON_ONE_LINE = frozenset(("_inline", "a", "b", "strong", "em", "i", "del", "s", "sub", "sup", "dt"))


def transcribed(element: Any) -> str:
    """An element of a page as Markdown; `settled` has to finish what becomes of it."""
    for one in element.find_all(True):
        for name in {"href", "src", "poster"} & set(one.attrs):
            one[name] = _IN_URL.sub(lambda found: quote(found[0], safe=""), str(one[name]).strip())
        one.attrs.pop("title", None)
    return str(
        _Transcriber(heading_style="ATX", bullets="-", autolinks=False, sub_symbol="<sub>", sup_symbol="<sup>").convert(
            str(element)
        )
    )


def settled(text: str) -> str:
    """A part of a transcript in which what only begins a line like markup is escaped."""
    lines = [_settled_line(line) for line in text.split("\n")]
    return "\n".join(lines).replace(f"!{_BANG}[", "\\![").replace(_BANG, "")


def _settled_line(line: str) -> str:
    before, mark, rest = line.partition(_TEXT)
    rest = rest.replace(_TEXT, "")
    if mark and before[-1:] in ("", " ", ">") and "|" not in before:
        found = _LEADING.match(rest)
        if found:
            rest = f"{rest[: found.end() - 1]}\\{rest[found.end() - 1 :]}"
        if before.endswith("# "):
            rest = _CLOSING.sub(r"\\", rest)
    return before + rest


def _escaped(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)


_Converter: Any = MarkdownConverter  # its annotations are partial, so that it is taken as untyped


class _Transcriber(_Converter):  # type: ignore[misc] # a base of type Any
    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = _escaped(text)
        return text.replace("|", "\\|") if parent_tags & {"td", "th"} else text

    def process_text(self, el: Any, parent_tags: set[str] | None = None) -> str:
        text = str(super().process_text(el, parent_tags=parent_tags))
        if "_noformat" in (parent_tags or ()):
            return text.replace("|", "\\|") if parent_tags and parent_tags & {"td", "th"} else text
        text = f"{text}{_BANG}" if text.endswith("!") else text
        return _BEGINNING.sub(rf"\1{_TEXT}", text)

    def convert_code(self, el: Any, text: str, parent_tags: set[str]) -> str:
        if "_noformat" in parent_tags:
            return text
        return _TEXT + str(super().convert_code(el, " ".join(text.split("\n")), parent_tags))

    convert_kbd = convert_samp = convert_code

    def convert_pre(self, el: Any, text: str, parent_tags: set[str]) -> str:
        if parent_tags & _ON_ONE_LINE:
            return self.convert_code(el, text, parent_tags)
        fence = "`" * (max((2, *map(len, re.findall("`+", text)))) + 1)
        text = text.strip("\n")
        marks = " ".join(name for one in (el, *el.find_all("code")) for name in one.get("class") or ())
        language = _LANGUAGE.search(marks)
        return f"\n\n{fence}{language[1] if language else ''}\n{text}\n{fence}\n\n" if text else ""

    def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:
        alt = _escaped(re.sub(f"[{MARKS}]", "", " ".join(str(el.get("alt") or "").split())))
        el["alt"] = alt.replace("|", "\\|")
        return str(super().convert_img(el, text, parent_tags))
