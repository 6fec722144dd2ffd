"""Mutation: plants faults with mutmut, one at a time, and counts those that the tests find.

`python tests/mutation.py [--out PAGE]` prints a table and each fault that no test found.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

MARKERS = re.compile(r"(?<=<!-- mutation:begin -->\n).*?(?=<!-- mutation:end -->)", re.DOTALL)
MARKDOWN = "eventnotes.formats.markdown"
TELLING = ("narrate", "stretch", "point", "point_in_list", "close", "end_session", "ends_at", "list")
TARGETS = {
    "edits of a text": ["eventnotes.edit.*"],
    "the proof of fixes": ["eventnotes.inspection.fixing.*"],
    "where front matter ends": [f"{MARKDOWN}.front_matter.x_{name}__mutmut*" for name in ("section", "_json_end")],
    "the writer's guards": [
        *(f"{MARKDOWN}.telling.xǁTellingǁ_{name}__mutmut*" for name in TELLING),
        *(f"{MARKDOWN}.writer.xǁDraftǁ{name}__mutmut*" for name in ("mend", "_guard", "_guard_at")),
    ],
}


def mutmut(*arguments: str) -> str:
    """What mutmut prints."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    return done.stdout


def table() -> tuple[str, list[str]]:
    """The counts by target, and the names of the faults that were not found."""
    results = dict(re.findall(r"^\s*(\S+__mutmut_\d+): (.+)$", mutmut("results", "--all", "true"), re.MULTILINE))
    rows, survivors = [], []
    for target, patterns in TARGETS.items():
        found = {name: status for name, status in results.items() if any(fnmatch(name, one) for one in patterns)}
        left = [name for name, status in found.items() if status not in ("killed", "timeout")]
        killed = len(found) - len(left)
        rows.append(f"| {target} | {len(found)} | {killed} | {100 * killed / len(found):.0f} % |\n")
        survivors += left
    return "".join(["| faults in | planted | found | share |\n|---|---:|---:|---:|\n", *rows]), survivors


def main() -> None:
    """Run mutmut on the targets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, metavar="PAGE")
    options = parser.parse_args()
    mutmut("run", *(one for patterns in TARGETS.values() for one in patterns))
    rows, survivors = table()
    for name in survivors:
        changed = [line for line in mutmut("show", name).splitlines() if re.match(r"[-+](?![-+])", line)]
        print(name, *changed, sep="\n")
    print(rows)
    if options.out:
        page = options.out.read_text(encoding="utf-8")
        options.out.write_text(MARKERS.sub(lambda _: rows, page), encoding="utf-8")


if __name__ == "__main__":
    main()
