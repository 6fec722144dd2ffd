"""The short way through CommonMark that holds nothing unusual: a pattern whose every match is a top-level block."""

from __future__ import annotations

import re

from eventnotes.formats._patterns import repeated

# What a line begins with that can be nothing but text: no marker, fence, tag, underline or delimiter row (GFM tables).
_WORDS = (
    r"[^\x00-\x20#>`~<*_+=|:\[\-0-9]|\*{1,2}(?=[^\s*])|_{1,2}(?=[^\s_])|-{1,2}(?=[^\s|:-])"
    r"|`(?!``)|[0-9]+(?=[^0-9.)]|[.)]\S)"
)
_FIRST = rf"(?:{_WORDS}|\[[^\[\]\\\n]*+(?:\[|\](?!:)))"  # nor a link reference definition (spec 0.31.2 §4.7)
_NEXT = rf"(?:{_WORDS}|\[)"
_REST = r"[^\n]*+\n?+"
_BLANK = r"[ \t]*+(?:\n|\Z)"
_BLANKS = r"(?:[ \t\n]*\n)?(?:[ \t]*+\Z)?"
_DASHES = r"--[ \t]++(?![-|:\n]|\Z)"  # of an attribution
_QUOTED = rf"> ?+(?:{_FIRST}|{_DASHES}){_REST}" + repeated(rf"> ?+(?:{_NEXT}|{_DASHES}){_REST}")
_PARTED = repeated(r">[ \t]*+\n", 1)
_ITEM = r" (?:[^\s*-]|\*{1,2}[^\s*])[^\n]*+"
_LIST_ENDS = r"(?:\Z|(?<=\n\n)(?=[^\s*+0-9[-]|\*\*[^\s*]))"


def _items(marker: str, indent: str) -> str:
    below = repeated(rf"\n++{indent}[^\n]*+")
    return repeated(rf"{marker}{_ITEM}{below}\n*+", 1) + _LIST_ENDS


_PATTERNS = {
    "paragraph": rf"{_FIRST}{_REST}{repeated(_NEXT + _REST)}(?={_BLANK}|#{{1,6}}[ \t]|>|[-*+] [^\s*+|:-]|<!-- )",
    "heading": rf"(?P<marks>#{{1,6}}+)[ \t]{_REST}",
    "quote": rf"{_QUOTED}{repeated(_PARTED + _QUOTED)}(?={_BLANK})",
    "bullets": r"(?=(?P<marker>[-*+]))" + _items(r"(?P=marker)", "  "),
    "numbers": _items(r"[0-9]\.", "   "),
    "html": rf"<!--[ a-z][^\n]*?-->{_REST}",
    "code": r"```[^`\n]*+\n" + repeated(r"(?! {0,3}```)[^\n]*+\n") + r"```(?=\n|\Z)",
    "rule": rf"(?:-{{3,}}+|\*{{3,}}+|_{{3,}}+){_BLANK}",
}
plain_blocks = re.compile(
    f"(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in _PATTERNS.items())}){_BLANKS}|(?P<unsure>(?s:.+))",
    re.ASCII,
).finditer
"""Finds the blocks from a place on where none is open above, each with the blank lines after it.

The last group of a match is the block's kind. What follows a block of which the pattern is not sure is one match.
"""
blank_lines = re.compile(_BLANKS).match
next_heading = re.compile(rf"\n\n#{{1,6}} {_REST}{_BLANKS}").search
paragraph = re.compile(repeated(rf"[^\n \t>*+0-9~`-]{_REST}", 1) + rf"\n{_BLANKS}").match
"""Matches lines up to a blank one, none of which may begin a list or a quote: text, tags, or a table."""
goes_on = re.compile(r"```|~~~|<(?:[!?]|(?i:pre|script|style|textarea))").search
"""Finds what may begin a block that does not end at a blank line (spec 0.31.2 §4.5, §4.6)."""
items_of = re.compile(r"[^ \n][^\n]*+\n?" + repeated(r"\n| [^\n]*+\n?")).finditer
"""Finds the items of such a list."""
ODD_SPACE = ("\0", "\x0b", "\x0c", "\r")
"""White space and line ends of which the patterns know nothing."""
