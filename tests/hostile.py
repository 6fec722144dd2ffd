"""Hostile input: builds the kit of ../shared/kit, runs the kit's judge on the formats that are read, and counts.

python tests/hostile.py [FOLDER [COMMAND...]]: the kit's cases go to FOLDER, by default a temporary one. Each file
that is accepted is then converted: into a page, which must be safe to open, and as its case asks.
"""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

KIT = Path(__file__).parents[2] / "shared" / "kit" / "hostile.py"
FORMATS = ("markdown", "yaml", "json", "csv", "zip", "ical", "xml", "html", "dir")
TARGETS = ("html", "markdown", "json", "ical")


def build(folder: Path) -> list[dict[str, Any]]:
    """Write every case; those of other formats are taken off the judge's list."""
    subprocess.run([sys.executable, str(KIT), str(folder)], check=True, stdout=subprocess.DEVNULL)
    listed = folder / "cases.json"
    kit = json.loads(listed.read_text(encoding="utf-8"))
    kit["cases"] = [one for one in kit["cases"] if one["format"] in FORMATS and one["written"]]
    listed.write_text(json.dumps(kit), encoding="utf-8")
    found: list[dict[str, Any]] = kit["cases"]
    return found


def judge(folder: Path, command: list[str]) -> int:
    """Run the kit's judge on every case of the folder; it prints each that fails."""
    return subprocess.run([sys.executable, str(KIT), "--run", str(folder), "--", *command], check=False).returncode


def summary(cases: list[dict[str, Any]], results: list[dict[str, Any]]) -> list[str]:
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


def conversions(folder: Path, cases: list[dict[str, Any]], results: list[dict[str, Any]]) -> list[str]:
    """What is wrong with the conversions of the files that were accepted, one line a conversion, and their number."""
    kit = runpy.run_path(str(KIT))
    accepted = {one["name"] for one in results if one["rc"] == 0}
    render = {"op": "render", "to": "html", "forbid": [], "require": [], "safe_html": True}
    asked = [
        (case, check)
        for case in cases
        if case["name"] in accepted and case["format"] != "dir"
        for check in (render, *(one for one in case["checks"] if one["op"] == "convert" and one["to"] in TARGETS))
    ]
    wrong = []
    for case, check in asked:
        target = folder / f"converted.{check['to']}"
        target.unlink(missing_ok=True)
        command = [sys.executable, "-m", "eventnotes", "convert", "{file}", "--to", check["to"], "-o", str(target)]
        row = {**case, "outcome": "error-or-ok", "checks": []}
        failures = kit["run_one"](command, str(folder / case["file"]), row, r".")["failures"]
        text = target.read_bytes().decode() if target.exists() else ""
        unsafe = kit["unsafe_html"](text, allow_style=True) if check["safe_html"] else []
        failures += [f"unsafe {one}" for one in unsafe]
        failures += [f"holds {one}" for one in check["forbid"] if re.search(one, text, re.MULTILINE)]
        failures += [f"does not hold {one}" for one in check["require"] if not re.search(one, text, re.MULTILINE)]
        wrong += [f"FAIL {case['name']} to {check['to']}: {'; '.join(failures)}"] if failures else []
    return [*wrong, f"{len(asked) - len(wrong)} of {len(asked)} conversions of accepted files passed"]


def main(arguments: list[str]) -> int:
    if not KIT.exists():
        print(f"hostile: {KIT} is not here, so there is nothing to run")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(arguments[0] if arguments else temporary)
        cases = build(folder)
        code = judge(folder, arguments[1:] or [sys.executable, "-m", "eventnotes", "check", "{file}"])
        results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
        converted = conversions(folder, cases, results)
    print(*summary(cases, results), *converted, sep="\n")
    return code or int(len(converted) > 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
