"""Measures us and our peers side by side: `python bench/run.py --count 10000 --rounds 5 --out docs/performance.md`."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from contenders import CONTENDERS, PEERS, Contender, install_node_packages, versions
from goals import (
    calendar_goal,
    corpus_goals,
    lines_goal,
    memory_goal,
    packages_goal,
    sharing_goal,
    start_goals,
    writing_goals,
)
from measuring import Sample, child_environment, interleave, measure, middle
from preparation import corpus, describe, generate
from report import Measured, comparison, goals_table, put

SMALL, TRIAL = 1_000, 20
FIGURES = ("speed", "cpu", "per_file")


@dataclass
class Bench:
    """One run of the benchmark in a scratch folder."""

    options: argparse.Namespace
    scratch: Path
    environment: dict[str, str]
    files: list[Path]

    def command(self, *arguments: str) -> Callable[[], Sample]:
        """A job: one process."""
        return partial(measure, arguments, self.environment, self.scratch)

    def over(self, contender: Contender, folder: Path) -> Callable[[], Sample]:
        """A job: the contender over a corpus."""
        return self.command(*contender.arguments(folder))

    def rounds(self, jobs: dict[str, Callable[[], Sample]], count: int, what: str) -> dict[str, list[Sample]]:
        """Run jobs in interleaved rounds."""
        return interleave(jobs, count, announce=lambda text: say(f"{what}: {text}"))


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def working(bench: Bench) -> list[Contender]:
    """The contenders that get a few files right; of each other one line says why it is left out."""
    folder = corpus(bench.scratch / "trial", bench.files[:TRIAL])
    return [contender for contender in CONTENDERS if not _complaint(bench, contender, folder)]


def _complaint(bench: Bench, contender: Contender, folder: Path) -> str:
    expected = min(TRIAL, len(bench.files))
    try:
        sample = bench.over(contender, folder)()
    except OSError as error:
        reason = str(error)
    else:
        reason = _failure(contender, sample, expected)
    if reason:
        say(f"left out: {contender.key}: {reason}")
    return reason


def _failure(contender: Contender, sample: Sample, expected: int) -> str:
    lines = f"{sample.output}\n{sample.errors}".strip().splitlines() or ["no output"]
    telling = [line for line in lines if "Error" in line or "No module" in line] or lines
    if sample.status:
        return f"exit status {sample.status}: {telling[-1]}"
    if contender.counts and sample.output.splitlines()[-1:] != [str(expected)]:
        return f"found {lines[-1]} valid files, not {expected}"
    return ""


def compare(bench: Bench, contenders: list[Contender]) -> dict[str, Measured]:
    """Every contender over the corpus and over one file, in interleaved rounds."""
    count = bench.options.count
    whole, one = corpus(bench.scratch / "whole", bench.files[:count]), corpus(bench.scratch / "one", bench.files[:1])
    jobs = {contender.key: bench.over(contender, whole) for contender in contenders}
    jobs |= {f"{contender.key}, start": bench.over(contender, one) for contender in contenders}
    samples = bench.rounds(jobs, bench.options.rounds, "corpus")
    for contender in contenders:
        for reason in {_failure(contender, sample, count) for sample in samples[contender.key]} - {""}:
            say(f"not comparable: {contender.key}: {reason}")
    return {c.key: Measured(c, count, samples[c.key], samples[f"{c.key}, start"]) for c in contenders}


def start_up(bench: Bench) -> dict[str, float]:
    """Wall time of starting only, by command."""
    python = sys.executable
    jobs = {
        "python": bench.command(python, "-c", "pass"),
        "import": bench.command(python, "-c", "import eventnotes"),
        "our help": bench.command(python, "-m", "eventnotes", "--help"),
        "their help": bench.command(python, "-m", "check_jsonschema", "--help"),
    }
    jobs = {name: job for name, job in jobs.items() if job().status == 0}
    samples = bench.rounds(jobs, bench.options.starts, "start-up")
    return {name: middle(found).wall for name, found in samples.items()}


def writing(bench: Bench) -> dict[str, float]:
    """How writing and updating compare with reading, by name; the medians of a few processes."""
    job = bench.command(sys.executable, str(PEERS / "write_and_update.py"), str(bench.scratch / "whole" / "posts"))
    samples = bench.rounds({"writing": job}, bench.options.rounds, "writing")["writing"]
    found = [json.loads(one.output) for one in samples if one.status == 0]
    return {name: median(one[name] for one in found) for name in found[0]} if found else {}


def sharing(bench: Bench) -> dict[str, float]:
    """Wall time of a check by one process and by two; none where there is one processor only."""
    if len(os.sched_getaffinity(0)) < 2:
        return {}
    check = (sys.executable, "-m", "eventnotes", "check", str(bench.scratch / "whole" / "posts"))
    jobs = {"one process": bench.command(*check), "two processes": bench.command(*check, "--jobs", "2")}
    samples = bench.rounds(jobs, bench.options.rounds, "processes")
    return {name: middle(found).wall for name, found in samples.items()}


def lines(bench: Bench) -> dict[str, float]:
    """Wall time of a check, and of converting the same write-ups into JSON Lines."""
    posts = str(bench.scratch / "whole" / "posts")
    jobs = {
        "check": bench.command(sys.executable, "-m", "eventnotes", "check", posts),
        "jsonl": bench.command(sys.executable, "-m", "eventnotes", "convert", posts, "--to", "jsonl"),
    }
    samples = bench.rounds(jobs, bench.options.rounds, "JSON Lines")
    return {name: middle(found).wall for name, found in samples.items()}


def packages(bench: Bench) -> dict[int, float]:
    """The peak of writing tables from a small and a large corpus, by number of write-ups."""
    if bench.options.count <= SMALL:
        return {}
    jobs = {}
    for size in (SMALL, bench.options.count):
        folder = corpus(bench.scratch / f"tables-{size}", bench.files[:size], extract=False)
        target = str(bench.scratch / f"tables-{size}.zip")
        convert = (sys.executable, "-m", "eventnotes", "convert", str(folder / "posts"), "-o", target)
        jobs[f"{size}"] = bench.command(*convert)
    samples = bench.rounds(jobs, 1, "tables")
    return {int(size): middle(found).peak for size, found in samples.items()}


def calendars(bench: Bench) -> dict[str, float]:
    """CPU milliseconds of writing a calendar, by us and by icalendar; none where that is not installed."""
    job = bench.command(sys.executable, str(PEERS.parent / "calendars.py"), "--json")
    sample = job()
    if sample.status:
        return {}
    found: dict[str, float] = json.loads(sample.output)
    return found


def memory(bench: Bench, measured: dict[str, Measured]) -> dict[int, float]:
    """Our peak over a small and a large corpus, by number of files."""
    large = bench.options.memory_count
    if large <= SMALL or "us" not in measured:
        return {}
    jobs = {}
    for size in (SMALL, large):
        folder = corpus(bench.scratch / f"memory-{size}", bench.files[:size], extract=False)
        jobs[f"{size}"] = bench.over(measured["us"].contender, folder)
    samples = bench.rounds(jobs, min(3, bench.options.rounds), "memory")
    return {int(size): middle(found).peak for size, found in samples.items()}


def report(bench: Bench) -> str:
    options = bench.options
    contenders = working(bench)
    measured = compare(bench, contenders)
    goals = [
        *corpus_goals(*({key: getattr(entry, name) for key, entry in measured.items()} for name in FIGURES)),
        *start_goals(start_up(bench)),
        *writing_goals(writing(bench)),
        sharing_goal(sharing(bench)),
        calendar_goal(calendars(bench)),
        memory_goal(memory(bench, measured), SMALL, options.memory_count),
        lines_goal(lines(bench)),
        packages_goal(packages(bench), SMALL, options.count),
    ]
    missing = [contender.title for contender in CONTENDERS if contender not in contenders]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"
    setting = (
        f"Corpus: {describe(bench.files[: options.count])}, seed {options.seed}. Medians of {options.rounds} "
        f"interleaved rounds, a fresh process each; start-up: medians of {options.starts}. {machine}."
    )
    parts = [
        setting,
        comparison(measured),
        f"Left out, as it did not run here: {', '.join(missing)}." if missing else "",
        goals_table(goals),
        f"Versions: {', '.join(versions(contenders))}.",
    ]
    return "\n\n".join(filter(None, parts))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="write-ups in the corpus")
    parser.add_argument("--rounds", type=int, default=5, help="counted rounds")
    parser.add_argument("--starts", type=int, default=25, help="counted rounds of the start-up commands")
    parser.add_argument("--memory-count", type=int, default=50_000, help="write-ups for the memory figure; 0: skip it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="Markdown file whose part between the bench markers is replaced")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    install_node_packages()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        scratch = Path(name)
        environment = child_environment(scratch)
        say("writing the corpus")
        files = generate(scratch / "all", max(options.count, options.memory_count, SMALL), options.seed, environment)
        text = report(Bench(options, scratch, environment, files))
    print(text)
    if options.out:
        put(options.out, text)


if __name__ == "__main__":
    main()
