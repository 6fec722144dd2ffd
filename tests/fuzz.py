"""Fuzzing: Atheris changes the kit and the conformance suite at random; what comes of it is read, formatted, written.

python tests/fuzz.py [--runs N | --seconds N] [--only TARGET] [--out PAGE]: N executions over all targets or one, with
those of earlier runs, or as many as N seconds allow. Inputs that are worth changing again and what was found stay in
.fuzz/, so that a run can be resumed. The exit code is 1 where something was found.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import hostile
from faults import put

HERE = Path(__file__).parent
PLACE = HERE.parent / ".fuzz"
LARGEST = 8_192  # bytes of an input
SLOW = 5.0  # seconds of processor time that one execution may take
ROUND = 25_000  # executions of one process
HEAD = ("target", "executions", "inputs kept", "longest", "found")


class Figures(NamedTuple):
    """What became of a target in all runs."""

    runs: int = 0
    longest: float = 0.0
    """Seconds of processor time."""


def child(target: str, arguments: list[str]) -> None:
    """Fuzz a target in this process, which libFuzzer ends."""
    import atheris

    with atheris.instrument_imports(include=["eventnotes"]):
        import fuzzed
    run, longest, note = fuzzed.targets()[target], 0.0, PLACE / target / "longest"

    def timed(data: bytes) -> None:
        nonlocal longest
        start = time.process_time()
        run(data)
        taken = time.process_time() - start
        if taken > longest:
            longest = taken
            note.write_text(f"{taken:.3f}", encoding="utf-8")
        assert taken <= SLOW, f"one execution took {taken:.1f} s"

    atheris.Setup([sys.argv[0], *arguments], timed)
    atheris.Fuzz()


def figures(target: str) -> Figures:
    """What earlier rounds came to."""
    note = PLACE / target / "figures.json"
    return Figures(*json.loads(note.read_text(encoding="utf-8"))) if note.exists() else Figures()


def found(target: str) -> list[Path]:
    """The inputs that raised, or took too long."""
    return sorted((PLACE / target / "found").iterdir())


def fuzz(target: str, *limits: str) -> None:
    """One round of a target in a process of its own; what it came to is added to the figures."""
    place = PLACE / target
    command = [sys.executable, __file__, "--child", target, *limits, f"-max_len={LARGEST}", "-print_final_stats=1"]
    command += ["-timeout=100", "-report_slow_units=100", "-rss_limit_mb=1500", f"-artifact_prefix={place}/found/"]
    done = subprocess.run(
        [*command, str(place / "kept"), str(place / "seeds")],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    (place / "log").write_text(done.stdout + done.stderr, encoding="utf-8")
    runs = re.search(r"stat::number_of_executed_units: +(\d+)", done.stderr)
    note = place / "longest"
    longest = float(note.read_text(encoding="utf-8")) if note.exists() else 0.0
    former = figures(target)
    now = Figures(former.runs + int(runs[1] if runs else 0), max(former.longest, longest))
    (place / "figures.json").write_text(json.dumps(now), encoding="utf-8")
    if done.returncode and not found(target):
        sys.exit(f"fuzz: {target}: {done.stderr[-2_000:]}")
    if done.returncode:
        said = re.search(r"=== Uncaught Python exception: ===\n(.*?)\n\n", done.stdout, re.DOTALL)
        print(f"fuzz: {target}: {said[1] if said else done.stderr[-2_000:]}", flush=True)


def plant() -> list[str]:
    """Give each target its seeds, and name the targets."""
    import fuzzed

    names = list(fuzzed.targets())
    with tempfile.TemporaryDirectory() as temporary:
        if hostile.KIT.exists():
            hostile.build(Path(temporary))
        files = [*sorted(Path(temporary).iterdir()), *sorted((HERE / "conformance" / "cases").rglob("*"))]
        small = [one for one in files if one.is_file() and one.stat().st_size <= LARGEST]
        for name in names:
            for inside in ("kept", "found", "seeds"):
                (PLACE / name / inside).mkdir(parents=True, exist_ok=True)
            for number, data in enumerate(seeds(small, "json" if name == "write" else name.split()[-1])):
                (PLACE / name / "seeds" / f"{number:04}").write_bytes(data)
    return names


def seeds(files: list[Path], format: str) -> Iterator[bytes]:
    """The files that end as those of a format, and the events of the suite written in it."""
    import eventnotes as en
    from eventnotes.formats import find

    yield from (one.read_bytes() for one in files if one.suffix in find(format).suffixes)
    for path in sorted((HERE / "conformance" / "cases" / "written").rglob("*.md")) if find(format).write else ():
        try:
            yield en.write(en.load(path), format)
        except ValueError:  # the format cannot hold it
            continue


def rows(names: list[str]) -> Iterator[tuple[object, ...]]:
    """The lines of the table."""
    for name in names:
        runs, longest = figures(name)
        kept = len(list((PLACE / name / "kept").iterdir()))
        yield name, f"{runs:,}", f"{kept:,}", f"{longest:.1f} s", len(found(name))
    every = [figures(name) for name in names]
    yield (
        "all",
        f"{sum(one.runs for one in every):,}",
        "",
        f"{max(one.longest for one in every):.1f} s",
        sum(len(found(name)) for name in names),
    )


def table(names: list[str]) -> str:
    """The figures as a table of Markdown."""
    rule = ["---", *("---:" for _ in HEAD[1:])]
    return "\n".join(f"| {' | '.join(map(str, cells))} |" for cells in (HEAD, rule, *rows(names)))


def run_all(names: list[str], runs: int, seconds: int) -> None:
    """Fuzz every target; one in which something was found is left at that."""
    share = -(-runs // len(names))
    for name in names if seconds else ():
        fuzz(name, f"-max_total_time={max(seconds // len(names), 1)}")
    while not seconds:
        left = {name: share - figures(name).runs for name in names if not found(name)}
        name = max(left, key=lambda one: left[one], default="")
        if not name or left[name] <= 0:
            return
        fuzz(name, f"-runs={min(left[name], ROUND)}")


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--child"]:
        child(arguments[1], arguments[2:])
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--only")
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args(arguments)
    names = [one for one in plant() if asked.only in (None, one)]
    run_all(names, asked.runs, asked.seconds)
    print(table(names))
    if asked.out:
        put(asked.out, "fuzz", table(names))
    return 1 if any(found(name) for name in names) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
