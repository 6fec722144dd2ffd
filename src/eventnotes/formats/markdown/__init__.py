"""Markdown: a write-up that reads as a post and parses as data; docs/format.md is its specification."""

from __future__ import annotations

from eventnotes.formats._format import Format
from eventnotes.formats.markdown.reader import read, root
from eventnotes.formats.markdown.spelling import respell
from eventnotes.formats.markdown.updating import update
from eventnotes.formats.markdown.writer import write

FORMAT = Format("markdown", (".md", ".markdown"), read, write, lossless=True, update=update, respell=respell, root=root)
