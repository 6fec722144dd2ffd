"""One process at a time: its wall time, CPU time and peak memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO

MEGABYTE = 1_000_000
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes on macOS, KiB elsewhere


@dataclass(frozen=True)
class Sample:
    """What one process cost, or the median of several."""

    wall: float
    cpu: float
    peak: float
    status: int = 0
    output: str = ""
    errors: str = ""


def child_environment(scratch: Path) -> dict[str, str]:
    """Ours, but byte code is written (once, to the scratch folder) and no other Python option leaks in."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["PYTHONPYCACHEPREFIX"] = str(scratch / "pycache")
    if path := os.environ.get("PYTHONPATH"):
        environment["PYTHONPATH"] = os.pathsep.join(str(Path(entry).resolve()) for entry in path.split(os.pathsep))
    return environment


def measure(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Sample:
    """Run a command to its end. wait4 counts the processes it waited for itself, too."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=environment, cwd=folder
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = [_text(file) for file in (output, errors)]
    peak = usage.ru_maxrss * PEAK_UNIT / MEGABYTE
    return Sample(wall, usage.ru_utime + usage.ru_stime, peak, process.returncode, *texts)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace").strip()


def middle(samples: Iterable[Sample]) -> Sample:
    """The median of each figure."""
    samples = list(samples)
    return Sample(
        wall=median(sample.wall for sample in samples),
        cpu=median(sample.cpu for sample in samples),
        peak=median(sample.peak for sample in samples),
    )


def interleave(
    jobs: Mapping[str, Callable[[], Sample]], rounds: int, *, announce: Callable[[str], None]
) -> dict[str, list[Sample]]:
    """Run every job once a round, each round beginning with another job; a first round is not counted."""
    names = list(jobs)
    samples: dict[str, list[Sample]] = {name: [] for name in names}
    for number in range(rounds + 1):
        announce(f"round {number} of {rounds}" if number else "warm-up round")
        turn = number % max(1, len(names))
        for name in names[turn:] + names[:turn]:
            sample = jobs[name]()
            if number:
                samples[name].append(sample)
    return samples
