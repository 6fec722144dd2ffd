"""`eventnotes upgrade`: golden files, that old and new texts read the same wherever they are read, and the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.document import Document
from eventnotes.formats import FORMATS
from eventnotes.formatting import formatted
from eventnotes.limits import DEFAULT
from eventnotes.model import SCHEMA_VERSION
from eventnotes.upgrading import STEPS, upgraded, version_of

HERE = Path(__file__).parent
OLD = sorted((HERE / "upgrades").glob("*.0.*"))
CASES = [one for one in sorted((HERE / "conformance").rglob("*")) if one.suffix in {".md", ".yaml", ".json"}]
NEWER = {
    "a.md": "---\neventnotes: 2\nevent: A\n---\n",
    "inside.md": "---\nevent:\n  name: A\n  eventnotes: 2\n---\n",
    "a.yaml": "eventnotes: 2\nname: A\n",
    "a.json": '{"eventnotes": 2, "name": "A"}\n',
}
SAID = "this is written for schema version 2; this eventnotes reads up to 1"
DIFF = """\
--- a.md
+++ a.md
@@ -1,4 +1,5 @@
 ---
+eventnotes: 1
 event: A
 ---
 Words.
"""


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(eventnotes, [*arguments], input=stdin, prog_name="eventnotes")


def version(document: Document) -> int:
    assert document.format.root is not None
    return version_of(document.format.root(document.text.removeprefix("\ufeff").replace("\r\n", "\n"), DEFAULT))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("---\nevent: A\n---\nWords.\n", encoding="utf-8")
    (tmp_path / "b.event.yaml").write_text("eventnotes: 1\nname: B\n", encoding="utf-8")
    (tmp_path / "post.md").write_text("# Words\n", encoding="utf-8")
    return tmp_path


def test_there_is_a_step_to_each_version() -> None:
    assert len(STEPS) == SCHEMA_VERSION


@pytest.mark.parametrize("path", OLD, ids=lambda one: one.name)
def test_a_step_edits_nothing_else(path: Path) -> None:
    golden = path.with_name(path.name.replace(".0.", ".1."))
    document = en.read(path)
    found = upgraded(document)
    assert (found.text.encode(), found.left) == (golden.read_bytes(), ())
    assert (version(document), version(en.read(golden))) == (0, 1)
    assert upgraded(en.read(golden)).edits == []


@pytest.mark.parametrize("path", OLD, ids=lambda one: one.name)
def test_old_versions_read_the_same_on_every_entry_point(path: Path, tmp_path: Path) -> None:
    golden = path.with_name(path.name.replace(".0.", ".1."))
    old, new = en.read(path), en.read(golden)
    assert old.event is not None
    assert old.event == new.event == en.load(path) == en.load(golden)
    assert [(one.code, one.message) for one in en.check(path)] == [(one.code, one.message) for one in en.check(golden)]
    for target in ("a.json", "a.yaml", "a.md"):
        en.convert(path, tmp_path / f"old-{target}")
        en.convert(golden, tmp_path / f"new-{target}")
        assert (tmp_path / f"old-{target}").read_bytes() == (tmp_path / f"new-{target}").read_bytes()
    respelled = [en.read(text=formatted(one).text, format=one.format.name) for one in (old, new)]
    assert upgraded(respelled[0]).text == respelled[1].text


def test_every_source_of_the_suite_is_upgraded_and_says_the_same() -> None:
    done = 0
    for path in CASES:
        document = en.read(path)
        if ".expected" in path.name or any(one.severity == "error" for one in document.diagnostics):
            continue
        once = upgraded(document)
        again = en.read(data=once.text.encode(), format=document.format.name)
        assert (once.left, again.event, version(again)) == ((), document.event, 1), path
        assert bool(once.edits) == (version(document) == 0), path
        assert upgraded(again).edits == [], path
        done += bool(once.edits)
    assert done > 200


@pytest.mark.parametrize("name", NEWER)
def test_a_newer_version_says_on_every_entry_point_to_upgrade_eventnotes(folder: Path, name: str) -> None:
    text = NEWER[name]
    Path(name).write_text(text, encoding="utf-8")
    (problem,) = (one for one in en.read(name).diagnostics if one.severity == "error")
    assert (problem.code, problem.message) == ("schema-version", SAID)
    assert problem.help == "upgrade eventnotes: pip install --upgrade eventnotes"
    with pytest.raises(en.InvalidWriteUp, match=SAID):
        en.load(name)
    with pytest.raises(en.InvalidWriteUp, match=SAID):
        en.convert(name, "out.json")
    for command in (["check"], ["convert", "--to", "json"], ["fmt"], ["upgrade"]):
        result = run(*command, name)
        assert result.exit_code == 1, command
        assert SAID in result.output, command
        assert "upgrade eventnotes: pip install --upgrade eventnotes" in result.output, command
    assert Path(name).read_text(encoding="utf-8") == text


def test_a_format_that_names_no_version_is_left(folder: Path) -> None:
    assert {one.name for one in FORMATS if one.root} == {"markdown", "yaml", "json"}
    en.dump(en.load(text="---\nevent: {name: A, start: 2024-05-01}\n---\n"), "a.ics")
    before = Path("a.ics").read_bytes()
    result = run("upgrade", "a.ics")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 files upgraded, 1 left as it was\n")
    assert Path("a.ics").read_bytes() == before


def test_files_of_a_folder_are_upgraded_and_named(folder: Path) -> None:
    result = run("upgrade", ".")
    assert (result.exit_code, result.stdout) == (0, "./a.md\n")
    assert result.stderr == "1 file upgraded, 1 left as it was; 1 file passed over (no write-up)\n"
    assert Path("a.md").read_text(encoding="utf-8") == "---\neventnotes: 1\nevent: A\n---\nWords.\n"
    assert Path("post.md").read_text(encoding="utf-8") == "# Words\n"
    assert run("upgrade", ".").stderr.startswith("0 files upgraded, 2 left as they were")


def test_check_and_diff_write_nothing(folder: Path) -> None:
    before = Path("a.md").read_bytes()
    result = run("upgrade", "--check", ".")
    assert (result.exit_code, result.stdout) == (1, "./a.md\n")
    assert result.stderr.startswith("1 file would be upgraded")
    result = run("upgrade", "--diff", "a.md")
    assert (result.exit_code, result.stdout) == (0, DIFF)
    assert Path("a.md").read_bytes() == before
    run("upgrade", "a.md")
    assert run("upgrade", "--check", "a.md").exit_code == 0


def test_a_file_with_errors_is_left_and_explained(folder: Path) -> None:
    Path("a.md").write_text("---\nevent: {nam: A}\n---\n", encoding="utf-8")
    result = run("upgrade", ".")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "a.md:2:9: error unknown-key" in result.stderr
    assert "1 not upgraded" in result.stderr
    assert Path("a.md").read_text(encoding="utf-8") == "---\nevent: {nam: A}\n---\n"


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    result = run("upgrade", "-", stdin=b"---\r\nevent: A\r\n---\r\n")
    assert (result.exit_code, result.stdout_bytes) == (0, b"---\r\neventnotes: 1\r\nevent: A\r\n---\r\n")


def test_what_cannot_be_changed_in_its_place_is_left_and_told(folder: Path) -> None:
    Path("a.yaml").write_text("&a {name: A}\n", encoding="utf-8")
    result = run("upgrade", "a.yaml")
    said = "a.yaml:1: left as it is: written otherwise, the write-up would say something else\n"
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{said}0 files upgraded, 1 left as it was\n"
    assert Path("a.yaml").read_text(encoding="utf-8") == "&a {name: A}\n"
