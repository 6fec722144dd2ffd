"""Blocks told by pattern are those that pyromark finds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eventnotes.formats.markdown.blocks import Block, blocks, parsed_blocks
from eventnotes.testing import fragments

ROOT = Path(__file__).parents[1]
POSTS = sorted(path for folder in ("tests/conformance", "examples", "docs") for path in (ROOT / folder).rglob("*.md"))
SHARED = sorted((ROOT.parent / "shared" / "corpus" / "write-ups").rglob("*.md"))
LINES = """\
word¦- a¦- b¦-¦- ¦  - c¦    code¦1. x¦2. y¦10. z¦1) p¦* s¦+ p¦- **a**¦- * b¦- # h¦- > q¦- ```¦   d¦    - d¦0. z¦ - x
> q¦> - l¦> # h¦>¦> ¦> `code`¦> ```¦> > n¦> 1. x¦> <div>¦> |a|b|¦> |-|-|¦> ===¦> ---¦> -- N¦> --¦> [a]: /u¦> [a](b)
```¦````¦~~~¦```py¦# h¦#¦## h ##¦===¦---¦***¦- - -¦* * *¦_ _ _¦|a|b|¦|-|-|¦a|b¦-|-¦-- |¦--- |¦- |¦- :-¦| - |¦####### x
<div>¦</div>¦<!-- c -->¦<!--more-->¦<!-- open¦-->¦<b>x</b>¦<http://x>¦[a]: /u¦[a]¦[a](b) c¦[a\\nb]: x¦[a]:¦[![a](b)](c)
<p>¦<script>¦</script>¦<pre>¦</pre>¦<?x¦?>
[ ] t¦- [ ] t¦- [x] t¦**b**: x¦**¦*¦_¦__a__¦___¦`a` b¦``a`` b¦12 x¦12. x¦2.5 x¦12¦\\\\¦&amp;¦“q”¦— N¦-- N¦--¦-x¦--x
  two¦   three¦\ttab¦- \ttab¦+¦=¦= x¦:¦a:¦!¦~¦~a¦é¦\u00a0x¦\u2028¦\ufeff¦\x0bx¦a\\\\¦a  ¦#hash¦#\ttab¦a\0b¦ """
PIECES = re.sub(r"\\(.)", lambda one: {"n": "\n"}.get(one[1], one[1]), LINES.replace("\n", "¦")).split("¦")
GLUE = ("\n", "\n\n", "\n\n\n", "\n \n", "\n  \n", "\n\t\n", "\n    \n", " ", "")


def shown(found: list[Block]) -> list[Any]:
    return [
        (
            one.kind,
            one.start,
            one.end,
            one.level,
            one.ordered,
            list(one.items),
            one.kind == "quote" and one.ends_in_text,
        )
        for one in found
    ]


@st.composite
def texts(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), fragments()), max_size=9))
    return "".join(piece + draw(st.sampled_from(GLUE)) for piece in pieces)


@given(texts())
@example("*")
@example("- a\n\n[a]: /u\n\n---\n")
@example("```yaml\n---\n``` ")
@example("> -- N\n> -- ")
@example("<p>\ntext\n\n- a\n")
@example("<b>x</b>\n<script>\n\n# h\n\n</script>\n")
@example("<p>\n- a\n\n  b\n")
def test_a_pattern_finds_what_pyromark_finds(text: str) -> None:
    assert shown(blocks(text)) == shown(parsed_blocks(text))


@pytest.mark.parametrize("path", POSTS + SHARED, ids=lambda path: path.name)
def test_in_every_post_too(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    for start in (0, text.find("\n---\n", 3) + 5):
        assert shown(blocks(text[start:])) == shown(parsed_blocks(text[start:]))


def test_blocks_of_every_kind() -> None:
    text = "# é\n\ntext\nmore\n> a\n>\n> — b\n\n- c\n\n  d\n- e\n\n1. f\n\n"
    text += "<!-- g -->\n```\nh\n```\n---\n| i |\n|---|\n\n> # j\n"
    assert [(one.kind, text[one.start : one.end]) for one in blocks(text)] == [
        ("heading", "# é\n"),
        ("paragraph", "text\nmore\n"),
        ("quote", "> a\n>\n> — b\n"),
        ("list", "- c\n\n  d\n- e\n\n"),
        ("list", "1. f\n\n"),
        ("html", "<!-- g -->\n"),
        ("other", "```\nh\n```"),
        ("other", "---\n"),
        ("other", "| i |\n|---|\n"),
        ("quote", "> # j\n"),
    ]
    heading, _, quote, bullets, numbers, *_, last = blocks(text)
    assert heading.level == 1
    assert [text[start:end] for start, end in bullets.items] == ["- c\n\n  d\n", "- e\n\n"]
    assert (bullets.ordered, numbers.ordered) == (False, True)
    assert (quote.ends_in_text, last.ends_in_text) == (True, False)
