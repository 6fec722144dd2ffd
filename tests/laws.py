"""Laws of writing, over many events: `python tests/laws.py [EXAMPLES] [--out PAGE]` counts them.

The events are drawn in shards, one a process; each shard has a seed, so a run can be repeated.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from itertools import repeat
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

import eventnotes as en
from eventnotes import testing
from eventnotes.diagnostic import Severity
from eventnotes.formats import FORMATS
from eventnotes.formats.markdown.writer import written

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(one for one in (ROOT / "examples").iterdir() if one.name != "README.md")
LOSSLESS = [one.name for one in FORMATS if one.lossless and one.write and (one.read or one.events)]
SHARD = 1_000
FEWER = 10_000
MARKERS = re.compile(r"(?<=<!-- laws:begin -->\n).*?(?=<!-- laws:end -->)", re.DOTALL)


def canonical(event: en.Event) -> bytes:
    """The bytes by which events are compared."""
    return en.write(event, "json")


def obeys(event: en.Event, format: str, data: bytes) -> None:
    """Laws 1 and 2: what was written reads back equal, without an error, and is written again alike."""
    document = en.read(data=data, format=format)
    assert [one for one in document.diagnostics if one.severity is Severity.ERROR] == []
    assert document.data == data
    assert document.event is not None
    assert canonical(document.event) == canonical(event)
    assert en.write(document.event, format) == data


def drawn(kind: str, count: int, number: int) -> Iterator[en.Event]:
    """That many events of a strategy of `eventnotes.testing`, the same for each number of a shard."""
    found: list[en.Event] = []

    @seed(number)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(getattr(testing, kind)())
    def draw(event: en.Event) -> None:
        found.append(event)

    draw()
    yield from found


def write_ups(kind: str, count: int, number: int) -> Iterator[en.Event]:
    """The events of generated write-ups, as bench/ makes them."""
    sys.path.insert(0, str(ROOT / "bench"))
    generate = import_module("generate")
    for one in range(number * count, number * count + count):
        event = en.read(text=generate.write_up(1, one)[1]).event
        assert event is not None
        yield event


def shard(source: Callable[[str, int, int], Iterable[en.Event]], kind: str, count: int, number: int) -> Counter[Any]:
    """What one process finds: how many events, how many natural ones, which are distinct, and which break a law."""
    found: Counter[Any] = Counter()
    for event in source(kind, count, number):
        found["examples"] += 1
        found[hashlib.sha256(canonical(event)).digest()] = 1
        post = written(event)
        texts = {name: post.text.encode() if name == "markdown" else en.write(event, name) for name in LOSSLESS}
        found["natural"] += post.unnatural == 0
        found["items"] += sum(len(items) for items in (event.sessions, event.quotes, event.lessons, event.frameworks))
        found["unnatural items"] += post.unnatural
        for format, data in texts.items():
            try:
                obeys(event, format, data)
            except Exception as error:  # it is counted, and told
                found["failed"] += 1
                print(f"{format}: {error!r}\n{canonical(event).decode()}", file=sys.stderr)
    return found


def row(pool: ProcessPoolExecutor, name: str, source: Any, kind: str, count: int) -> tuple[str, Counter[Any]]:
    """A line of the table, from as many shards as it takes."""
    start = time.perf_counter()
    shards = -(-count // SHARD)
    found: Counter[Any] = Counter()
    for one in pool.map(shard, repeat(source), repeat(kind), repeat(min(count, SHARD)), range(shards)):
        found |= {key: value for key, value in one.items() if isinstance(key, bytes)}
        found.update({key: value for key, value in one.items() if isinstance(key, str)})
    distinct = sum(isinstance(key, bytes) for key in found)
    share = f"{100 * found['natural'] / found['examples']:.1f} %"
    seconds = time.perf_counter() - start
    cells = [name, f"{found['examples']:,}", f"{distinct:,}", str(found["failed"]), share, f"{seconds:,.0f} s"]
    return f"| {' | '.join(cells)} |", found


def main() -> int:
    """Print the table; put it into a page where one is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=int, nargs="?", default=100_000, metavar="EXAMPLES")
    parser.add_argument("--out", type=Path, metavar="PAGE")
    options = parser.parse_args()
    lines = [
        f"| events, each in {', '.join(LOSSLESS)} | written | distinct | failed | natural in Markdown | time |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    failed = 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for name, source, kind, most in (
            ("any that the model allows", drawn, "events", options.examples),
            ("plain ones", drawn, "plain_events", FEWER),
            ("generated write-ups", write_ups, "", FEWER),
        ):
            line, found = row(pool, name, source, kind, min(options.examples, most))
            lines.append(line)
            print(line, flush=True)
            failed += found["failed"] + (kind != "events" and found["natural"] < found["examples"])
    if options.out and not failed:
        page = options.out.read_text(encoding="utf-8")
        table = "".join(f"{line}\n" for line in lines)
        options.out.write_text(MARKERS.sub(lambda _: table, page), encoding="utf-8")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
