"""The figures that are asked for, each with its limit."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A figure and its limit; a figure of None was not measured."""

    name: str
    value: float | None
    sign: str
    limit: float

    @property
    def met(self) -> bool | None:
        """None where there is no figure."""
        if self.value is None:
            return None
        return self.value >= self.limit if self.sign == "≥" else self.value <= self.limit

    @property
    def row(self) -> tuple[str, str, str]:
        """Name, figure with limit, verdict."""
        value = "–" if self.value is None else f"{self.value:.2f}"
        verdict = {None: "not measured", True: "met", False: "**missed**"}[self.met]
        return self.name, f"{value} ({self.sign} {self.limit:g})", verdict


def ratio(figures: Mapping[str, float], over: str, under: str) -> float | None:
    """None where one of the two was not measured."""
    return figures[over] / figures[under] if over in figures and under in figures else None


def corpus_goals(speed: Mapping[str, float], cpu: Mapping[str, float], per_file: Mapping[str, float]) -> list[Goal]:
    """From files a second, CPU seconds, and CPU time a file beyond start-up, by contender."""
    return [
        Goal("files/s: ours / check-jsonschema", ratio(speed, "us", "check-jsonschema"), "≥", 4.5),
        Goal("files/s: ours / frontmatter + pydantic + markdown-it-py", ratio(speed, "us", "markdown-it"), "≥", 5),
        Goal("CPU: ours / gray-matter + ajv", ratio(cpu, "us", "gray-matter"), "≤", 1.5),
        Goal("CPU: ours / floor, whole process", ratio(cpu, "us", "floor"), "≤", 5),
        Goal("CPU: ours / floor, start-up aside", ratio(per_file, "us", "floor"), "≤", 5),
    ]


def start_goals(wall: Mapping[str, float]) -> list[Goal]:
    """From the wall time of commands that do nothing but start."""
    return [
        Goal("wall: `import eventnotes` / bare Python", ratio(wall, "import", "python"), "≤", 1.5),
        Goal("wall: `eventnotes --help` / `check-jsonschema --help`", ratio(wall, "our help", "their help"), "≤", 0.25),
    ]


def writing_goals(figures: Mapping[str, float]) -> list[Goal]:
    """From what `peers/write_and_update.py` prints."""
    return [
        Goal("speed: write an event as Markdown / read that text", figures.get("write"), "≥", 0.5),
        Goal("time: update one field of a 20 kB post / read it", figures.get("update"), "≤", 2),
    ]


def sharing_goal(wall: Mapping[str, float]) -> Goal:
    """From the wall time of a check by one process and by two."""
    return Goal("files/s: `--jobs 2` / one process", ratio(wall, "one process", "two processes"), "≥", 1.6)


def calendar_goal(figures: Mapping[str, float]) -> Goal:
    """From the CPU milliseconds that `calendars.py` prints."""
    name = "speed: core iCal of 1,000 sessions / icalendar's components"
    return Goal(name, ratio(figures, "theirs", "ours"), "≥", 5)


def memory_goal(peak: Mapping[int, float], small: int, large: int) -> Goal:
    """From our peak by number of files."""
    value = peak[large] / peak[small] if peak else None
    return Goal(f"peak memory: {large or 50_000:,} files / {small:,}", value, "≤", 1.05)


def lines_goal(wall: Mapping[str, float]) -> Goal:
    """From the wall time of a check and of a conversion of the same write-ups."""
    return Goal("files/s: `convert --to jsonl` / `check`", ratio(wall, "check", "jsonl"), "≥", 0.8)


def packages_goal(peak: Mapping[int, float], small: int, large: int) -> Goal:
    """From the peak of writing tables by number of write-ups."""
    value = peak[large] / peak[small] if peak else None
    return Goal(f"peak memory: tables of {large:,} write-ups / {small:,}", value, "≤", 1.1)
