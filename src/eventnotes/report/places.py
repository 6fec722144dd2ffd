"""Places: what the programs of a build call a file, and how they know a finding again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from eventnotes.diagnostic import Diagnostic, printable
from eventnotes.inspection import Checked


def name_of(path: str) -> str:
    """A file as its repository calls it: relative to the current folder where it lies there, with `/`; escaped."""
    return printable(_inside(path) or path, None)


def uri_of(path: str) -> str:
    """A file as a URI reference (RFC 3986): relative to the current folder where it lies there, else absolute."""
    inside = _inside(path)
    return Path(os.path.abspath(path)).as_uri() if inside is None else quote(os.fsencode(inside))


def identified(checked: Iterable[Checked]) -> Iterator[tuple[Diagnostic, str, str]]:
    """Every finding with the text it is about and its fingerprint.

    No other finding of the run has it, and where its line moves, it stays.
    """
    alike: Counter[tuple[str, str, str]] = Counter()
    for one in checked:
        for found in one.diagnostics:
            told = (name_of(found.path), found.code, found.message)
            alike[told] += 1
            yield found, one.text, sha256("\0".join((*told, str(alike[told]))).encode()).hexdigest()[:32]


def _inside(path: str) -> str | None:
    whole, here = Path(os.path.abspath(path)), Path.cwd()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else None
