"""Hostile input: builds the kit of ../shared/kit, runs the kit's judge on the formats that are read, and counts.

python tests/hostile.py [FOLDER [COMMAND...]]: the kit's cases go to FOLDER, by default a temporary one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

KIT = Path(__file__).parents[2] / "shared" / "kit" / "hostile.py"
FORMATS = ("markdown", "yaml", "json", "csv", "zip", "ical", "xml", "dir")


def build(folder: Path) -> list[dict[str, str]]:
    """Write every case; those of other formats are taken off the judge's list."""
    subprocess.run([sys.executable, str(KIT), str(folder)], check=True, stdout=subprocess.DEVNULL)
    listed = folder / "cases.json"
    kit = json.loads(listed.read_text(encoding="utf-8"))
    kit["cases"] = [one for one in kit["cases"] if one["format"] in FORMATS and one["written"]]
    listed.write_text(json.dumps(kit), encoding="utf-8")
    found: list[dict[str, str]] = kit["cases"]
    return found


def judge(folder: Path, command: list[str]) -> int:
    """Run the kit's judge on every case of the folder; it prints each that fails."""
    return subprocess.run([sys.executable, str(KIT), "--run", str(folder), "--", *command], check=False).returncode


def summary(cases: list[dict[str, str]], results: list[dict[str, object]]) -> list[str]:
    """How many cases of each format and of each outcome met it, and how many of those with a choice were accepted."""
    passed = {str(one["name"]): not one["failures"] for one in results}
    accepted = {str(one["name"]) for one in results if one["rc"] == 0}
    lines = []
    for key in ("format", "outcome"):
        asked = Counter(one[key] for one in cases)
        met = Counter(one[key] for one in cases if passed[one["name"]])
        lines.append(", ".join(f"{name} {met[name]} of {asked[name]}" for name in asked))
    free = [one["name"] for one in cases if one["outcome"] == "error-or-ok"]
    lines.append(f"{sum(name in accepted for name in free)} of the {len(free)} error-or-ok cases are accepted")
    return lines


def main(arguments: list[str]) -> int:
    if not KIT.exists():
        print(f"hostile: {KIT} is not here, so there is nothing to run")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(arguments[0] if arguments else temporary)
        cases = build(folder)
        code = judge(folder, arguments[1:] or [sys.executable, "-m", "eventnotes", "check", "{file}"])
        results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    print(*summary(cases, results), sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
