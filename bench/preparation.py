"""The corpora of a run: generated once, smaller ones linked, front matter extracted."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

GENERATOR = Path(__file__).resolve().with_name("generate.py")


def generate(folder: Path, count: int, seed: int, environment: Mapping[str, str]) -> list[Path]:
    """Write-ups in the order of their numbers."""
    # In a process of its own, as the peak that wait4 gives for a child is at least what we ourselves had in use.
    command = [sys.executable, str(GENERATOR), str(folder), "--count", str(count), "--seed", str(seed)]
    subprocess.run(command, env=environment, check=True)
    return sorted(folder.glob("*.md"), key=_number)


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def corpus(folder: Path, files: list[Path], *, extract: bool = True) -> Path:
    """A corpus of these write-ups: `posts` holds them, `yaml` the front matter of each."""
    posts, yaml = folder / "posts", folder / "yaml"
    posts.mkdir(parents=True)
    yaml.mkdir()
    for number, path in enumerate(files):
        os.link(path, posts / path.name)
        if extract:
            yaml.joinpath(f"{number}.yaml").write_bytes(_front_matter(path.read_bytes()))
    return folder


def _front_matter(data: bytes) -> bytes:
    return data[4 : data.index(b"\n---\n", 3) + 1]


def describe(files: list[Path]) -> str:
    """Number and sizes, for the report."""
    sizes = sorted(path.stat().st_size for path in files)
    low, mid, high = (sizes[int(share * (len(sizes) - 1))] / 1000 for share in (0.05, 0.5, 0.95))
    return f"{len(sizes):,} files, {sum(sizes) / 1e6:.1f} MB (p5/p50/p95 {low:.1f}/{mid:.1f}/{high:.1f} KB)"
