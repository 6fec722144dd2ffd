"""Generated write-ups for tests, as bench/ makes them."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def generated(seed: int, count: int) -> list[str]:
    """The texts of write-ups; they depend on nothing but the seed."""
    folder = str(Path(__file__).parents[1] / "bench")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    write_up = import_module("generate").write_up
    return [str(write_up(seed, number)[1]) for number in range(count)]
