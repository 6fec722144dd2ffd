"""HTML: a write-up as one page that needs nothing else."""

from __future__ import annotations

from eventnotes.formats._format import Format
from eventnotes.model import Event


def write(event: Event) -> bytes:
    """The event as a page; raises ValueError where the names in it would make it too large."""
    from eventnotes.formats.html import page

    return page.write(event)


FORMAT = Format("html", (".html", ".htm"), None, write, lossless=False)
