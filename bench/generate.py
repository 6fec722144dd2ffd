"""Writes a seeded corpus of write-ups: `python bench/generate.py OUT --count 10000 --seed 1`."""

import argparse
from pathlib import Path
from random import Random

from corpus.body import body
from corpus.front_matter import front_matter
from corpus.plan import plan
from corpus.prose import slug


def write_up(seed: int, number: int) -> tuple[str, str]:
    """File name and text of one write-up; it depends on nothing but the two numbers."""
    facts = plan(Random(f"{seed}:{number}"))
    head = front_matter(facts)
    text = f"{head}\n{body(facts, facts.size - len(head.encode()))}"
    return f"{facts.start}-{slug(facts.series)}-{number:05}.md", text


def generate(folder: Path, count: int, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        name, text = write_up(seed, number)
        folder.joinpath(name).write_bytes(text.encode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="OUT")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.folder, options.count, options.seed)


if __name__ == "__main__":
    main()
