"""Hostile input: builds the kit of ../shared/kit, runs its judge and its checks on the formats there are, and counts.

python tests/hostile.py [--out PAGE] [FOLDER]: the cases go to FOLDER, by default a temporary one.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import faults
from eventnotes.formats import FORMATS, of_path

KIT = Path(__file__).parents[2] / "shared" / "kit" / "hostile.py"
COMMAND = (sys.executable, "-m", "eventnotes")
NAMES = {
    "markdown": "Markdown posts",
    "yaml": "YAML files",
    "json": "JSON files",
    "ical": "calendars",
    "csv": "CSV files",
    "xml": "XML files",
    "html": "HTML pages",
    "zip": "packages",
    "dir": "folders",
}
HEAD = (
    *("input", "cases", "as stated", "must be refused", "must be accepted", "longest", "most memory"),
    "either: accepted",
)
RENDER = {"op": "render", "to": "html", "forbid": [], "require": [], "safe_html": True}
OPERATIONS = {"fmt": "formatted", "convert": "converted", "render": "rendered as HTML"}


class Checked(NamedTuple):
    """What came of an operation that the kit asks for."""

    case: str
    operation: str
    failures: list[str]


def kit() -> ModuleType:
    """The kit as a module, for its judge."""
    loader = SourceFileLoader("hostile_kit", str(KIT))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def is_read(format: str) -> bool:
    """Whether there is a reader for files that the kit calls so."""
    found = of_path("x" + kit().EXT[format])
    return format == "dir" or (found is not None and bool(found.read or found.events))


def build(folder: Path) -> list[dict[str, Any]]:
    """Write every case; those of other formats are taken off the judge's list."""
    subprocess.run([sys.executable, str(KIT), str(folder)], check=True, stdout=subprocess.DEVNULL)
    listed = folder / "cases.json"
    listing = json.loads(listed.read_text(encoding="utf-8"))
    formats = {one for one in NAMES if is_read(one)}
    listing["cases"] = [one for one in listing["cases"] if one["format"] in formats and one["written"]]
    listed.write_text(json.dumps(listing), encoding="utf-8")
    found: list[dict[str, Any]] = listing["cases"]
    return found


def judge(folder: Path, command: list[str]) -> int:
    """Run the kit's judge on every case of the folder; it prints each that fails."""
    return subprocess.run([sys.executable, str(KIT), "--run", str(folder), "--", *command], check=False).returncode


def checks(folder: Path, cases: list[dict[str, Any]], accepted: set[str]) -> Iterator[Checked]:
    """Do what the kit asks for with the cases that are accepted, and make a page of each file."""
    writable = {one.name for one in FORMATS if one.write or one.write_all}
    judging = kit()
    for case in cases:
        page = [RENDER] if case["format"] != "dir" and all(one["op"] != "render" for one in case["checks"]) else []
        for number, one in enumerate([*case["checks"], *page] if case["name"] in accepted else []):
            target = "html" if one["op"] == "render" else one["to"]
            if one["op"] == "fmt" or (one["op"] in OPERATIONS and target in writable):
                out = folder / f"{case['name']}.{number}.out{Path(case['file']).suffix}"
                yield Checked(case["name"], one["op"], failures(judging, folder / case["file"], out, case, one, target))


def failures(
    judging: ModuleType, path: Path, out: Path, case: dict[str, Any], check: dict[str, Any], to: str
) -> list[str]:
    """What is wrong with an operation, by the kit's own judge, and with its output."""
    if check["op"] == "fmt":
        shutil.copy(path, out)
        command = [*COMMAND, "fmt", str(out)]
    else:
        command = [*COMMAND, "convert", "{file}", "--to", to, "-o", str(out)]
    result = judging.run_one(command, str(path), {**case, "outcome": "error-or-ok", "checks": []}, None)
    found = list(result["failures"])
    if result["rc"] == 0:
        text = out.read_bytes().decode(errors="replace")
        found += [f"holds {one}" for one in check["forbid"] if judging.re.search(one, text, judging.re.MULTILINE)]
        found += [f"lacks {one}" for one in check["require"] if not judging.re.search(one, text, judging.re.MULTILINE)]
        if check["safe_html"]:  # the page's own style is the one there may be
            found += judging.unsafe_html(text, allow_style=True)
            found += ["<style> again"] if len(judging.re.findall("<style", text, judging.re.IGNORECASE)) > 1 else []
    return found


def row(name: str, cases: list[dict[str, Any]], results: dict[str, dict[str, Any]]) -> tuple[object, ...]:
    """How the cases of an input met what they state."""
    of = {outcome: [one for one in cases if one["outcome"] == outcome] for outcome in ("error", "ok", "error-or-ok")}
    found = [results[one["name"]] for one in cases]
    free = sum(results[one["name"]]["rc"] == 0 for one in of["error-or-ok"])
    return (
        *(name, len(cases), sum(not one["failures"] for one in found), len(of["error"]), len(of["ok"])),
        *(f"{max(one['seconds'] for one in found):.1f} s", f"{max(one['mb'] for one in found):.0f} MB"),
        f"{free} of {len(of['error-or-ok'])}",
    )


def table(cases: list[dict[str, Any]], results: dict[str, dict[str, Any]]) -> str:
    """The figures as a table of Markdown."""
    groups = {title: [one for one in cases if one["format"] == name] for name, title in NAMES.items()}
    rows = [row(title, found, results) for title, found in groups.items() if found]
    lines = [HEAD, ("---", *("---:" for _ in HEAD[1:])), *rows, row("all", cases, results)]
    return "\n".join(f"| {' | '.join(map(str, one))} |" for one in lines)


def checks_table(found: list[Checked]) -> str:
    """How the operations went, as a table of Markdown."""
    lines = ["| what was accepted, and then | cases | as stated |", "|---|---:|---:|"]
    for name, title in OPERATIONS.items():
        of = [one for one in found if one.operation == name]
        if of:
            lines.append(f"| {title} | {len(of)} | {sum(not one.failures for one in of)} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    if not KIT.exists():
        print(f"hostile: {KIT} is not here, so there is nothing to run")
        return 0
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path)
    parser.add_argument("folder", nargs="?", type=Path)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        cases = build(folder)
        code = judge(folder, [*COMMAND, "check", "{file}"])
        results = {one["name"]: one for one in json.loads((folder / "results.json").read_text(encoding="utf-8"))}
        found = list(checks(folder, cases, {name for name, one in results.items() if one["rc"] == 0}))
    for one in found:
        if one.failures:
            print(f"FAIL {one.case} {one.operation}: {'; '.join(one.failures)}")
    for name, text in (("hostile", table(cases, results)), ("checks", checks_table(found))):
        print(text)
        if asked.out:
            faults.put(asked.out, name, text)
    return code or int(any(one.failures for one in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
