"""The house rules: sizes, one line for every module, the contract of every format, and public names."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from statistics import median

import click
import pytest

import eventnotes as en
from eventnotes import formats
from eventnotes.cli.convert import convert
from eventnotes.formats import FORMATS, Format
from eventnotes.formats._patterns import repeated
from eventnotes.limits import DEFAULT
from eventnotes.report import REPORTS
from eventnotes.source import Tree

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
FUNCTIONS = [
    (path.name, node)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]
NOT_NAMES = {"utils", "util", "helpers", "helper", "base", "core", "common", "manager", "misc", "tools"}
_SARIF_OF_NOTHING = f"""{{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {{
      "tool": {{
        "driver": {{
          "name": "eventnotes",
          "version": "{en.__version__}",
          "semanticVersion": "{en.__version__}",
          "rules": []
        }}
      }},
      "columnKind": "unicodeCodePoints",
      "results": []
    }}
  ]
}}
"""
_JUNIT_OF_NOTHING = """<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="0" failures="0" errors="0">
  <testsuite name="eventnotes" tests="0" failures="0" errors="0" skipped="0">
  </testsuite>
</testsuites>
"""
READ = [one for one in FORMATS if one.read or one.events]
EXAMPLES = sorted(one for one in (ROOT / "examples").iterdir() if one.name != "README.md")


def test_no_file_is_over_400_lines_and_half_are_under_130() -> None:
    sizes = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in SOURCES}
    assert {name: size for name, size in sizes.items() if size > 400} == {}
    assert median(sizes.values()) < 130


def test_no_function_is_over_60_lines_and_nine_of_ten_are_under_25() -> None:
    sizes = [(node.end_lineno or node.lineno) - node.lineno + 1 for _, node in FUNCTIONS]
    assert [node.name for _, node in FUNCTIONS if (node.end_lineno or 0) - node.lineno >= 60] == []
    code = [len({one.lineno for one in ast.walk(node) if isinstance(one, ast.stmt)}) for _, node in FUNCTIONS]
    assert len(sizes) > 200
    assert sum(size <= 25 for size in code) > 0.9 * len(code)


@pytest.mark.parametrize("path", SOURCES, ids=[str(one.relative_to(ROOT / "src")) for one in SOURCES])
def test_every_module_says_in_its_first_line_what_it_owns(path: Path) -> None:
    said = ast.get_docstring(TREES[path])
    assert said is not None
    assert said.endswith(".")
    assert "\n" not in said
    assert path.stem.strip("_") not in NOT_NAMES


def strings(tree: ast.AST) -> list[str]:
    """The strings of a module; a value that is put into one stands there as a group."""
    found = []
    for one in ast.walk(tree):
        if isinstance(one, ast.JoinedStr):
            found.append("".join(str(part.value) if isinstance(part, ast.Constant) else "(?:)" for part in one.values))
        elif isinstance(one, ast.Constant):
            found.append(one.value.decode("latin-1") if isinstance(one.value, bytes) else str(one.value))
    return found


def possessive_groups(text: str) -> list[str]:
    simple = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", text, flags=re.DOTALL)
    return re.findall(r"\)(?:[*+?]|\{[0-9,]+\})\+", simple)


def test_no_pattern_repeats_a_group_possessively_which_python_before_3_11_5_gets_wrong() -> None:
    found = [(path.name, text) for path, tree in TREES.items() for text in strings(tree) if possessive_groups(text)]
    assert found == []
    wrong = ast.parse("""[r"(?:a)*+", b"(?:ab)?+", rf"({y}){{2,3}}+", rf"{y}++"]""")
    assert {one for text in strings(wrong) for one in possessive_groups(text)} == {")*+", ")?+", "){2,3}+", ")++"}
    right = ast.parse(r"""[r"[)*+]a++\)*+", rf"[{y}]++"]""")
    assert [one for text in strings(right) for one in possessive_groups(text)] == []


def test_what_is_repeated_gives_back_what_it_began_to_match() -> None:
    whole = re.compile(repeated("ab?c") + "d").fullmatch
    assert all(whole(text) for text in ("d", "acabcd", "ac" * 1000 + "d"))
    assert not any(whole(text) for text in ("ad", "acabd", "ac" * 1000 + "a"))
    assert re.match(repeated("ab?c", 1), "ab") is None
    assert re.findall("^" + repeated("ab?c"), "acab") == ["ac"]
    assert re.fullmatch(repeated("a|b") + "b", "aab") is None


def public(body: list[ast.stmt]) -> list[ast.FunctionDef | ast.ClassDef]:
    """Functions and classes of a module or a public class that are public by name."""
    found = [one for one in body if isinstance(one, ast.FunctionDef | ast.ClassDef) and not one.name.startswith("_")]
    return found + [inner for one in found if isinstance(one, ast.ClassDef) for inner in public(one.body)]


def test_every_public_function_and_class_is_documented() -> None:
    named = [(path.name, one) for path, tree in TREES.items() for one in public(tree.body)]
    assert len(named) > 150
    overriding = {"field_title_should_be_set", "increase_indent", "descend_resolver", "ascend_resolver", "resolve"}
    missing = {one.name for _, one in named if ast.get_docstring(one) is None}
    assert missing <= overriding


def test_the_public_names_are_the_seventeen() -> None:
    nouns = "Diagnostic Document Event Framework InvalidWriteUp Lesson Quote Session Speaker"
    verbs = "check convert dump load read read_all write write_all"
    assert en.__all__ == [*nouns.split(" "), *verbs.split(" ")]
    assert len(en.__all__) == 17
    for name in en.__all__:
        assert inspect.getdoc(getattr(en, name))


def test_nothing_prints_logs_or_asks_the_clock_outside_the_command_line() -> None:
    calls = [
        (path.name, ast.unparse(node.func))
        for path, tree in TREES.items()
        if "cli" not in path.parts
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    ]
    forbidden = {"print", "eval", "exec", "input", "os.system", "time.time", "datetime.now", "date.today"}
    modules = {"logging", "random", "subprocess", "socket"}
    assert [one for one in calls if one[1] in forbidden or one[1].split(".")[0] in modules] == []


def test_formats_are_found_by_name_and_by_ending() -> None:
    names = ["markdown", "json", "yaml", "jsonl", "csv", "ical", "jsonld", "html", "schedule-json", "schedule-xml"]
    assert [one.name for one in FORMATS] == names
    endings = [suffix for one in FORMATS if one.claims is None for suffix in one.suffixes]
    assert len(endings) == len(set(endings))
    for one in FORMATS:
        assert formats.find(one.name) is one
        assert one.read is not None or one.events is not None or one.write is not None
        for suffix in one.suffixes:
            assert suffix == suffix.lower()
            if one.claims is not None:
                assert suffix in endings
                continue
            assert formats.of_path(f"a/b.c{suffix}") is formats.of_path(f"X{suffix.upper()}") is one
    assert formats.of_path("post") is None
    assert formats.of_path("post.txt") is None


@pytest.mark.parametrize("example", EXAMPLES, ids=[one.name for one in EXAMPLES])
def tree_of(format: Format, text: str) -> Tree:
    """The first tree that a format reads; raises Unreadable."""
    if format.read is not None:
        return format.read(text, DEFAULT)
    assert format.events is not None
    return next(format.events(text, DEFAULT))


@pytest.mark.parametrize("example", EXAMPLES, ids=[one.name for one in EXAMPLES])
@pytest.mark.parametrize("format", [one for one in READ if one.write and one.lossless], ids=lambda one: one.name)
def test_a_lossless_format_reads_back_what_it_wrote(format: Format, example: Path) -> None:
    assert format.write is not None
    event = en.load(example)
    written = format.write(event)
    if format.unpack is None:
        assert written.endswith(b"\n")
        assert b"\r" not in written
    again = en.read(data=written, format=format.name)
    assert (again.event, again.diagnostics) == (event, ())
    assert format.write(en.load(data=written, format=format.name)) == written
    if format.unpack is not None:  # its places are those of its tables
        return
    tree = tree_of(format, written.decode())
    assert tree.data is not None
    for key in tree.data:
        assert tree.locate((key,), False).start > 0
        if format.name != "markdown":  # there, facts stand in the body too
            assert tree.locate((key,), True).start < tree.locate((key,), False).start


@pytest.mark.parametrize("format", [one for one in FORMATS if one.write_all], ids=lambda one: one.name)
def test_a_format_that_holds_several_events_gives_back_each(format: Format) -> None:
    events = [en.load(one).replace(start="2017-11-02", timezone="Europe/London") for one in EXAMPLES]
    written = b"".join(en.write_all(iter(events), format.name))
    again = [one.event for one in en.read_all(data=written, format=format.name)]
    if format.lossless:
        assert again == events
    assert [one and one.name for one in again] == [one.name for one in events]
    assert b"".join(en.write_all(events[:1], format.name)) == en.write(events[0], format.name)


@pytest.mark.parametrize("format", READ, ids=lambda one: one.name)
def test_a_format_that_reads_says_why_it_cannot(format: Format) -> None:
    source, code = {
        "markdown": ("---\nevent: [\n---\n", "yaml-syntax"),
        "json": ("{", "json-syntax"),
        "jsonl": ("{", "json-syntax"),
        "csv": ("place\nLisbon\n", "csv-columns"),
        "yaml": ("[", "yaml-syntax"),
        "ical": ("BEGIN:VCARD", "ical-syntax"),
        "jsonld": ("{", "json-syntax"),
        "html": ('<script type="application/ld+json">{</script>', "json-syntax"),
        "schedule-json": ("{", "json-syntax"),
        "schedule-xml": ("<", "xml-syntax"),
    }[format.name]
    document = en.read(text=source, format=format.name)
    assert (document.event, [one.code for one in document.diagnostics]) == (None, [code])


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
def test_every_option_of_a_format_is_told_by_name_and_by_value(format: Format) -> None:
    with pytest.raises(LookupError, match=f"^{format.name} has no option nosuch"):
        formats.given(format, nosuch="x")
    assert formats.given(format, nosuch=None, other=False) is format
    for option in format.options:
        assert option.help.endswith(".")
        for value in option.values or (True,):
            assert formats.given(format, **{option.name: value}).name == format.name
        with pytest.raises(LookupError, match=f"^{option.name} of {format.name} is .*, not 'nosuch'$"):
            formats.given(format, **{option.name: "nosuch"})


def test_reports_are_named_and_nothing_is_a_report_of_nothing() -> None:
    assert {name: "".join(report([])) for name, report in REPORTS.items()} == {
        "text": "0 write-ups checked: nothing to report\n",
        "concise": "",
        "json": "[]\n",
        "github": "",
        "gitlab": "[]\n",
        "sarif": _SARIF_OF_NOTHING,
        "junit": _JUNIT_OF_NOTHING,
    }


def test_each_report_is_one_function_in_its_own_file() -> None:
    for name, report in REPORTS.items():
        assert (report.__module__, report.__name__) == (f"eventnotes.report.{name}", f"{name}_report")


def test_the_command_line_has_the_options_of_the_formats() -> None:
    declared = {one.name: one for one in convert.params}
    for option in (one for format in FORMATS for one in format.options):
        found = declared[option.name]
        assert isinstance(found, click.Option)
        assert (found.opts, found.help, found.is_flag) == ([f"--{option.name}"], option.help, not option.values)
        choices = tuple(found.type.choices) if isinstance(found.type, click.Choice) else ()
        assert choices == option.values
