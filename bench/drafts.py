"""Measures drafts by the gold of ../shared, per repository and beside off-the-shelf parts: `make bench-draft`."""

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

from report import put

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
PEER = Path(__file__).parent / "peers" / "draft_spacy_textacy.py"
NAMES = {
    "event_name": "event name",
    "event_dates": "event dates",
    "organizers": "organizers",
    "speakers": "speakers",
    "roles": "roles",
    "session_titles": "session titles",
    "session_speakers": "sessions' speakers",
    "quotes": "quotes",
    "quote_attribution": "who said them",
    "lessons": "lessons",
    "frameworks": "frameworks",
}
START = """
import time
from eventnotes.draft import draft
draft("Bo Ek spoke.")
print(time.process_time())
"""


def scorer() -> ModuleType:
    """The scorer that stands beside the gold."""
    spec = importlib.util.spec_from_file_location("score_drafts", GOLD / "score_drafts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_drafts"] = module
    spec.loader.exec_module(module)
    return module


def posts() -> list[Path]:
    """The posts that were annotated."""
    return [
        one for one in sorted(GOLD.glob("*.m*")) if one.suffix != ".json" and (GOLD / f"{one.name}.gold.json").exists()
    ]


def draft_all(out: Path) -> dict[str, float]:
    """Draft every post into a folder; how fast that is, over five rounds of the same process."""
    from eventnotes.draft import draft, text_of

    texts = [(one.name, text_of(one.read_bytes())) for one in posts()]
    for name, text in texts:
        made = draft(text)
        (out / f"{name}.json").write_text(made.event.model_dump_json(exclude_defaults=True), encoding="utf-8")
    rounds = []
    for _ in range(5):
        began = time.process_time()
        for _, text in texts:
            made = draft(text)
            assert made.markdown
            assert made.evidence
        rounds.append(len(texts) / (time.process_time() - began))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = min(
        float(subprocess.run([sys.executable, "-c", START], check=True, capture_output=True).stdout) for _ in range(3)
    )
    return {"speed": sorted(rounds)[2], "memory": memory, "start": started}


def peer(python: str, out: Path) -> dict[str, float]:
    """The same by off-the-shelf parts, in an environment of their own."""
    found = subprocess.run([python, str(PEER), str(GOLD), str(out)], check=True, capture_output=True, text=True)
    return json.loads(found.stdout.splitlines()[-1])


def table(ours: object, theirs: object | None) -> list[str]:
    """Fields, with precision, recall and F1 of ours, and the peer's F1."""
    lines = ["| field | precision | recall | F1 | off-the-shelf F1 |", "|---|---|---|---|---|"]
    for key, name in NAMES.items():
        one = ours.totals[key]
        other = f"{theirs.totals[key].f1:.2f}" if theirs else "not measured"
        lines.append(f"| {name} | {one.precision:.2f} | {one.recall:.2f} | {one.f1:.2f} | {other} |")
    other = f"{theirs.macro_f1:.2f}" if theirs else "not measured"
    return [*lines, f"| mean of the fields | | | {ours.macro_f1:.2f} | {other} |"]


def by_repository(module: ModuleType, report: object) -> list[str]:
    """F1 by repository; a dot where neither gold nor draft has anything."""
    repositories: dict[str, list[str]] = {}
    for name in report.per_file:
        repositories.setdefault("/".join(name.split("__")[:2]), []).append(name)
    lines = ["| repository | posts | " + " | ".join(NAMES.values()) + " |", "|---|---|" + "---|" * len(NAMES)]
    for repository, names in repositories.items():
        cells = []
        for key in NAMES:
            total = module.Counts()
            for name in names:
                total.add(report.per_file[name][key])
            cells.append(f"{total.f1:.2f}" if total.tp + total.fp + total.fn else ".")
        lines.append(f"| {repository} | {len(names)} | " + " | ".join(cells) + " |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", help="the Python of an environment with bench/peers/drafting.txt")
    parser.add_argument("--out", type=Path, help="the page to write the figures into")
    options = parser.parse_args()
    module = scorer()
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours", Path(folder) / "theirs"
        ours.mkdir()
        theirs.mkdir()
        figures = draft_all(ours)
        report = module.score_folder(GOLD, ours)
        speed = peer(options.peer, theirs) if options.peer else None
        other = module.score_folder(GOLD, theirs) if speed else None
    told = (
        f"{figures['speed']:.0f} posts a second on one core (text to event, evidence and Markdown), "
        f"{figures['start'] * 1000:.0f} ms of processor time to start, {figures['memory']:.0f} MB at most."
    )
    if speed:
        told += f" Off the shelf: {len(posts()) / speed['draft']:.1f} posts a second, {speed['load']:.1f} s to load."
    text = "\n".join([*table(report, other), "", told, "", *by_repository(module, report)])
    print(text)
    if options.out:
        put(options.out, text)


if __name__ == "__main__":
    main()
