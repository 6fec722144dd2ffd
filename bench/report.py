"""The measurements as Markdown tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contenders import Contender
from goals import Goal
from measuring import Sample, middle

BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"


@dataclass(frozen=True)
class Measured:
    """All samples of one contender: over the corpus, and over one file (its start-up)."""

    contender: Contender
    count: int
    full: Sequence[Sample]
    start: Sequence[Sample]

    @property
    def middle(self) -> Sample:
        """The median of the runs over the corpus."""
        return middle(self.full)

    @property
    def cpu(self) -> float:
        """Seconds of CPU time."""
        return self.middle.cpu

    @property
    def speed(self) -> float:
        """Files a second of wall time."""
        return self.count / self.middle.wall

    @property
    def per_file(self) -> float:
        """Microseconds of CPU time a file, start-up aside."""
        return (self.cpu - middle(self.start).cpu) / max(1, self.count - 1) * 1e6

    @property
    def spread(self) -> float:
        """The dearest round over the cheapest, in CPU time."""
        return max(sample.cpu for sample in self.full) / min(sample.cpu for sample in self.full)


def comparison(measured: Mapping[str, Measured]) -> str:
    us = measured.get("us")
    head = ("", "does", "files/s", "wall s", "CPU s", "CPU / ours", "µs CPU a file¹", "peak MB", "spread²")
    rows = [_row(entry, us) for entry in measured.values()]
    notes = "¹ CPU time beyond that of a run over one file. ² CPU time of the dearest round over the cheapest."
    return f"{_table(head, rows)}\n\n{notes}"


def _row(entry: Measured, us: Measured | None) -> tuple[str, ...]:
    sample = entry.middle
    ratio = f"{entry.cpu / us.cpu:.2f}" if us else "–"
    times = (f"{entry.speed:,.0f}", f"{sample.wall:.2f}", f"{entry.cpu:.2f}", ratio, f"{entry.per_file:,.0f}")
    return entry.contender.title, entry.contender.does, *times, f"{sample.peak:.0f}", f"{entry.spread:.2f}"


def goals_table(goals: Iterable[Goal]) -> str:
    return _table(("goal", "measured (required)", ""), [goal.row for goal in goals])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ["---", *("---" if name in ("does", "") else "---:" for name in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def put(path: Path, text: str) -> None:
    """Replace what stands between the markers; a file without them gets them at its end."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        before, after = f"{old.rstrip()}\n\n" if old.strip() else "", "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
