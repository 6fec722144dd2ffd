"""Intake: what is given as a source, a path, text, bytes or a post, becomes bytes of a format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from eventnotes import formats
from eventnotes.decoding import file_bytes
from eventnotes.formats import Format
from eventnotes.limits import Limits
from eventnotes.packages import is_package, package_bytes

if TYPE_CHECKING:
    import frontmatter

Path = str | os.PathLike[str]


def taken(
    source: Path | frontmatter.Post | None, text: str | None, data: bytes | None, format: str | None, limits: Limits
) -> tuple[str, bytes, int, Format]:
    """Path, bytes, size and format of a source; of one that is over the limit of size no more than that limit."""
    if (source is not None) + (text is not None) + (data is not None) != 1:
        raise TypeError("give one of: a path, text=…, data=…")
    path = "-"
    if text is not None:
        data = text.encode("utf-8", "surrogatepass")
    elif isinstance(source, str | os.PathLike):
        path = os.fspath(source)
    elif source is not None:
        if not hasattr(source, "metadata"):
            raise TypeError(f"a source is a path or a frontmatter.Post, not {type(source).__name__}; bytes go to data=")
        from eventnotes.formats.markdown.posts import text_of

        data, format = text_of(source).encode(), format or "markdown"
    chosen = formats.find(format) if format else formats.of_path(path)
    if data is None and (chosen is None or format == "csv") and is_package(path):
        return path, *package_bytes(path, limits.size), formats.find("csv")
    chosen = chosen or formats.FORMATS[0]
    if chosen.read is None and chosen.events is None:
        raise LookupError(f"{chosen.name} cannot be read")
    if data is not None:
        return path, data, len(data), chosen
    data, size = file_bytes(path, limits.size)
    return path, data, size, chosen if format else formats.of_content(chosen, data)
