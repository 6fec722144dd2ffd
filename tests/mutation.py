"""Mutation: plants faults with mutmut, one at a time, and counts those that the tests find.

`python tests/mutation.py [--only GROUP]… [--out PAGE]` prints the lines of a table, and each fault that no test found.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parents[1]
PLACE = HERE / ".mutation"
MARKERS = re.compile(r"(?<=<!-- mutation:begin -->\n).*?(?=<!-- mutation:end -->)", re.DOTALL)
HEAD = "| faults in | planted | found | share |\n|---|---:|---:|---:|\n"
TELLING = ("narrate", "stretch", "point", "point_in_list", "close", "end_session", "ends_at", "list")


class Group(NamedTuple):
    """Where faults are planted, and the tests that have to find them.

    Attributes:
        files: by file, the functions, as `name` or `Class.name`; of a file without any, all.
        tests: files of tests.
    """

    files: dict[str, tuple[str, ...]]
    tests: tuple[str, ...]


GROUPS = {
    "edits of a text": Group({"edit.py": ()}, ("edit", "fixing", "section")),
    "the proof of fixes": Group({"inspection/fixing.py": ()}, ("fixing",)),
    "where front matter ends": Group(
        {"formats/markdown/front_matter.py": ("section", "_json_end")}, ("section", "writing")
    ),
    "the writer's guards": Group(
        {
            "formats/markdown/telling.py": tuple(f"Telling.{name}" for name in TELLING),
            "formats/markdown/writer.py": tuple(f"Draft.{name}" for name in ("mend", "_guard", "_guard_at")),
        },
        ("section", "writing", "conformance/test_written"),
    ),
    "YAML construction": Group(
        {f"formats/_yaml_{name}.py": () for name in ("tree", "lines", "scalars", "places", "faults")},
        ("limits", "yaml", "yaml_faults", "yaml_lines", "yaml_places", "yaml_writer"),
    ),
    "limits": Group(
        {
            "limits.py": (),
            "formats/_shapes.py": ("over", "check_size", "settle", "_nested"),
            "formats/_json_tree.py": ("_guard",),
            "formats/_toml_tree.py": ("_guard",),
            "formats/markdown/allowance.py": (),
            "formats/ical/components.py": ("read_components", "_property", "_begin"),
            "formats/schedule/xml.py": ("_Parsing._start", "_Parsing._characters"),
            "formats/csv/zips.py": ("_check_size", "_content"),
            "formats/html/elements.py": ("tree",),
            "document.py": ("Document.shown", "_oversized"),
            "inspection/__init__.py": ("_files", "_added_up", "_over_limits"),
            "packages.py": ("package_bytes",),
            "decoding.py": ("file_bytes",),
        },
        ("allowance", "limits", "components", "elements", "document", "front_matter", "schedules", "inspection"),
    ),
    "escaping": Group(
        {
            "diagnostic.py": ("printable", "named", "quoted", "_escaped", "width"),
            **{f"report/{name}.py": () for name in ("changes", "github", "gitlab", "json", "junit", "places", "sarif")},
            "report/text.py": ("explained", "_window"),
            "formats/html/markup.py": (),
            "formats/csv/cells.py": (),
            "formats/ical/lines.py": (),
            "formats/_plain_text.py": ("one_line", "marked", "marked_line", "_escaped"),
            "formats/_yaml_writer.py": (),
        },
        ("escaping", "cells", "ical_lines", "markup", "plain_text", "reports", "yaml_writer"),
    ),
}


def patterns(group: Group) -> list[str]:
    """The names of a group's faults, as mutmut has them."""
    found = []
    for file, functions in group.files.items():
        module = f"eventnotes.{file.removesuffix('.py').removesuffix('/__init__').replace('/', '.')}"
        for function in functions or ("*",):
            owner, _, name = function.rpartition(".")
            found.append(f"{module}.{f'xǁ{owner}ǁ' if owner else 'x_' * (name != '*')}{name}__mutmut*")
    return found


def place(name: str) -> Path:
    """A folder that holds the repository as links, and what mutmut is asked for in a group."""
    folder, group = PLACE / re.sub(r"\W+", "-", name), GROUPS[name]
    folder.mkdir(parents=True, exist_ok=True)
    for one in ("src", "tests", "bench", "docs", "examples", "schemas", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"):
        if not (folder / one).is_symlink():
            (folder / one).symlink_to(HERE / one)
    files = [f"src/eventnotes/{file}" for file in group.files]
    tests = [f"tests/{one}.py" if "/" in one else f"tests/test_{one}.py" for one in group.tests]
    asked = f"[tool.mutmut]\nonly_mutate = {files}\npytest_add_cli_args_test_selection = {tests}\n"
    settings = (HERE / "pyproject.toml").read_text(encoding="utf-8").replace("[tool.mutmut]\n", asked)
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    return folder


def mutmut(folder: Path, *arguments: str) -> str:
    """What mutmut prints."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    alike = os.environ | {"HYPOTHESIS_PROFILE": "mutation"}
    done = subprocess.run(command, cwd=folder, env=alike, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    return done.stdout


def planted(name: str) -> str:
    """The line of a group in the table; the faults of it that no test found are printed."""
    folder, sought = place(name), patterns(GROUPS[name])
    mutmut(folder, "run", "--max-children", "1", *sought)
    told = re.findall(r"^\s*(\S+__mutmut_\d+): (.+)$", mutmut(folder, "results", "--all", "true"), re.MULTILINE)
    results = {fault: status for fault, status in told if any(fnmatch(fault, one) for one in sought)}
    left = [fault for fault, status in results.items() if status not in ("killed", "timeout")]
    for fault in left:
        changed = [line for line in mutmut(folder, "show", fault).splitlines() if re.match(r"[-+](?![-+])", line)]
        print(fault, *changed, sep="\n")
    found = len(results) - len(left)
    return f"| {name} | {len(results)} | {found} | {100 * found / len(results):.0f} % |\n"


def with_row(page: str, row: str) -> str:
    """A page with a line of its table new, or in the place of the former one."""
    table = MARKERS.search(page)
    assert table is not None
    rows = {line.split("|")[1]: line for line in [*table[0].splitlines(keepends=True)[2:], row]}
    return page[: table.start()] + HEAD + "".join(rows.values()) + page[table.end() :]


def main() -> None:
    """Run mutmut on the groups."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=GROUPS, metavar="GROUP")
    parser.add_argument("--out", type=Path, metavar="PAGE")
    options = parser.parse_args()
    for name in options.only or GROUPS:
        row = planted(name)
        print(row, flush=True)
        if options.out:
            options.out.write_text(with_row(options.out.read_text(encoding="utf-8"), row), encoding="utf-8")


if __name__ == "__main__":
    main()
