"""README and docs: all code in them runs, what they show is what is printed, and nothing public is left out."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import click
import pytest
from pydantic import BaseModel

import eventnotes as en
from eventnotes import model
from eventnotes.cli import eventnotes
from eventnotes.codes import PAGES
from eventnotes.formats import FORMATS
from eventnotes.limits import DEFAULT
from eventnotes.rules import RULES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES_WITH_CODE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted(DOCS.glob("*.md"))]
WITHOUT_EXAMPLE = {"not-a-write-up", "unreadable-file"} | {"broken-rule", "configuration", "missing-field"}
WITHOUT_EXAMPLE |= {"broken-format", "large-zip", "csv-key", "several-events", "zip-bad", "zip-name"}
"""They need more than one small file."""

_FENCE = re.compile(r"^(?P<marks>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=marks)[ \t]*$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r'title="([\w.-]+\.\w+)"')
_ROOTED = re.compile(r"(?<![\w.:/<-])(?:/(?:work|tmp|home|root|usr|var|opt|etc|mnt|Users)\b|[A-Z]:\\)")


class Block(NamedTuple):
    """A fenced block: its language, the file it is to be written to, its text and its line in the page."""

    language: str
    file: str | None
    text: str
    line: int


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        info = match["info"].strip()
        named = _FILE.search(info)
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(info.partition(" ")[0], named[1] if named else None, match["text"], line))
    return found


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing but the examples, in which the code of a page runs."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES_WITH_CODE, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_shows_is_what_is_printed(page: Path, place: Path) -> None:
    namespace: dict[str, Any] = {}
    for block, following in pairwise([*blocks(page), None]):
        assert block is not None
        where = f"{page.relative_to(ROOT)}:{block.line}"
        if block.file is not None:
            (place / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            printed = run_python(block, where, namespace)
            expected = following.text if following is not None and following.language == "text" else ""
            assert printed.rstrip("\n") == (expected if printed else "").rstrip("\n"), where
        elif block.language == "console":
            for command, expected in commands(block.text):
                assert run_command(command, place) == expected, f"{where}: {command}"


def run_python(block: Block, where: str, namespace: dict[str, Any]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile("\n" * block.line + block.text, where, "exec"), namespace)
    return out.getvalue()


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block (a line after `$ `) with what is shown below it."""
    pieces = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    assert pieces[0] == "", "a console block begins with a command"
    yield from zip(pieces[1::2], pieces[2::2], strict=True)


def run_command(command: str, folder: Path) -> str:
    """What a terminal of 80 columns shows of it."""
    scripts = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": scripts, "COLUMNS": "80", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    return done.stdout


def documented() -> dict[str, str]:
    """Every name that the pages take from the code (`::: name`), and the page it stands on."""
    return {
        name: page.name
        for page in sorted(DOCS.glob("*.md"))
        for name in re.findall(r"^::: ([\w.]+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    }


def resolved(name: str) -> Any:
    """The object behind a dotted name."""
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module), attribute)


def test_every_public_name_is_documented_once() -> None:
    known = [resolved(name) for name in documented()]
    for name in en.__all__:
        assert sum(one is getattr(en, name) for one in known) == 1, name


def test_every_class_of_the_model_is_documented() -> None:
    classes = {
        f"eventnotes.model.{name}"
        for name, one in vars(model).items()
        if isinstance(one, type) and issubclass(one, model.Model) and one is not model.Model
    }
    assert classes == {name for name, page in documented().items() if page == "model.md"}


def test_every_documented_name_is_public() -> None:
    for name in documented():
        module, _, attribute = name.rpartition(".")
        assert not attribute.startswith("_")
        assert attribute in en.__all__ if module == "eventnotes" else module.split(".")[1] in dir(en), name
        assert getattr(resolved(name), "__doc__", None), name


def test_every_field_says_what_it_means() -> None:
    for name in documented():
        if isinstance(one := resolved(name), type) and issubclass(one, BaseModel):
            assert all(field.description for field in one.model_fields.values()), name


def test_every_command_and_option_is_on_the_page_of_the_command_line() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    context = click.Context(eventnotes)
    for name in eventnotes.list_commands(context):
        command = eventnotes.get_command(context, name)
        assert command is not None
        assert f"## eventnotes {name}\n" in page
        assert f"$ eventnotes {name} --help\n" in page
        for parameter in command.get_params(context):
            assert all(option in page for option in parameter.opts if option.startswith("-")), parameter.opts


@pytest.fixture(scope="module")
def hooks() -> ModuleType:
    """The module that generates pages when the site is built."""
    loader = SourceFileLoader("docs_hooks", str(DOCS / "_hooks.py"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_every_code_has_one_entry_on_the_page_of_rules(hooks: ModuleType) -> None:
    headings = re.findall(r"^### (.+)$", hooks.rules_page(), re.MULTILINE)
    assert sorted(headings) == sorted([*PAGES, *(rule.code for rule in RULES)])


def test_the_table_of_limits_holds_every_limit(hooks: ModuleType) -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([\d,]+) \| \S", hooks.limits_table(), re.MULTILINE)
    assert {name: int(default.replace(",", "")) for name, default in rows} == {
        name: getattr(DEFAULT, name) for name in DEFAULT.__slots__
    }


@pytest.mark.parametrize("code", sorted(code for code in PAGES if not code.startswith("limit-")))
def test_a_finding_of_reading_has_an_example_that_gives_it_alone(code: str, hooks: ModuleType) -> None:
    source = hooks.example(code)
    assert (source is None) == (code in WITHOUT_EXAMPLE)
    if source is not None:
        _, codes, _ = hooks.found_in(source.name, source.read_bytes())
        assert set(codes) == {code}


def test_no_example_is_of_an_unknown_code() -> None:
    assert {one.name.partition(".")[0] for one in (DOCS / "findings").iterdir()} <= set(PAGES)


@pytest.mark.parametrize(
    "page", [*ROOT.glob("*.md"), *DOCS.rglob("*.md")], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_no_page_names_a_path_of_a_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8", errors="replace")
    assert _ROOTED.findall(text) == []
    assert "file://" not in text


def test_links_between_files_of_the_repository_lead_somewhere() -> None:
    for page in ROOT.glob("*.md"):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_tables_of_formats_hold_every_format_and_every_field(hooks: ModuleType) -> None:
    listed = re.findall(r"^\| `([\w-]+)` \|", hooks.formats_table(), re.MULTILINE)
    assert listed == [one.name for one in FORMATS]
    head, _, *rows = hooks.keeping_table().splitlines()
    assert head == "| field | csv --table sessions | ical | jsonld | html |"
    kept = {row.split("`")[1]: row.split(" | ")[1:] for row in rows}
    fields: dict[str, type[BaseModel]] = {
        "sessions[].": model.Session,
        "speakers[].": model.Speaker,
        "write_up.": model.WriteUp,
        "": model.Event,
    }
    for before, kind in fields.items():
        for name in set(kind.model_fields) - {"eventnotes", "id", "sessions", "speakers", "write_up"}:
            assert before + name in kept
    assert kept["name"] == ["yes", "yes", "yes", "yes |"]
    assert kept["sessions[].room"][:2] == ["yes", "yes"]
    assert kept["speakers[].name"][:2] == ["yes", "no"]
    assert kept["extra"] == ["no", "no", "no", "no |"]
