"""`eventnotes fmt`: what is written and said, exit codes, links and line ends, and that nothing else is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eventnotes.cli import eventnotes

LOOSE = "---\nevent: {name: A, start: 2024}\n---\n\n## A talk\n\nSpeaker: Ana\n\n> a\n> -- Ana\n"
CANONICAL = "---\nevent: {name: A, start: 2024}\n---\n\n## A talk\n\n- **Speaker:** Ana\n\n> a\n>\n> — Ana\n"
ODD = LOOSE.replace("> a", "    code\n\n> a")
FAULTY = LOOSE.replace("start", "strat")
FAULT = (
    'FILE:2:18: error unknown-key Event has no field "strat"; did you mean start?\n'
    "  2 | event: {name: A, strat: 2024}\n"
    "    |                  ^^^^^\n"
    '  help: write start, or move "strat" under extra:\n\n'
)
DIFF = """\
--- loose.md
+++ loose.md
@@ -4,7 +4,8 @@
·
 ## A talk
·
-Speaker: Ana
+- **Speaker:** Ana
·
 > a
-> -- Ana
+>
+> — Ana
""".replace("·", " ")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {"loose.md": LOOSE, "canonical.md": CANONICAL, "post.md": "# Words\n\nSpeaker: Ana\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(eventnotes, ["fmt", *arguments], input=stdin, prog_name="eventnotes")


def held(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_files_of_a_folder_are_written_and_named(folder: Path) -> None:
    result = run(".")
    assert (result.exit_code, result.stdout) == (0, "./loose.md\n")
    assert result.stderr == "1 file formatted, 1 left as it was; 1 file passed over (no write-up)\n"
    assert held(folder) == {
        "loose.md": CANONICAL.encode(),
        "canonical.md": CANONICAL.encode(),
        "post.md": b"# Words\n\nSpeaker: Ana\n",
    }
    result = run(".")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 files formatted, 2 left as they were; 1 file passed over (no write-up)\n"


def test_a_file_named_by_itself_is_formatted_whatever_it_is(folder: Path) -> None:
    assert run("post.md", "loose.md").stdout == "post.md\nloose.md\n"
    assert (folder / "post.md").read_text() == "# Words\n\n- **Speaker:** Ana\n"


def test_check_names_what_would_change_and_writes_nothing(folder: Path) -> None:
    before = held(folder)
    result = run(".", "--check")
    assert (result.exit_code, result.stdout) == (1, "./loose.md\n")
    assert result.stderr == "1 file would be formatted, 1 left as it was; 1 file passed over (no write-up)\n"
    assert run("canonical.md", "--check").exit_code == 0
    assert held(folder) == before


def test_diff_shows_what_would_change_and_writes_nothing(folder: Path) -> None:
    before = held(folder)
    result = run("loose.md", "canonical.md", "--diff")
    assert (result.exit_code, result.stdout) == (0, DIFF)
    assert result.stderr == "1 file would be formatted, 1 left as it was\n"
    assert run("loose.md", "--diff", "--check").exit_code == 1
    assert run("canonical.md", "--diff", "--check").exit_code == 0
    assert held(folder) == before


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    for text in (LOOSE, CANONICAL):
        result = run("-", stdin=text.encode())
        assert (result.exit_code, result.stdout) == (0, CANONICAL)
    result = run("-", "--check", stdin=LOOSE.encode())
    assert (result.exit_code, result.stdout) == (1, "-\n")
    assert run("-", "--diff", stdin=LOOSE.encode()).stdout == DIFF.replace("loose.md", "-")
    result = run("-", stdin=FAULTY.encode())
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == FAULT.replace("FILE", "-") + "0 files formatted, 1 not formatted\n"


def test_a_file_with_errors_is_left_and_the_others_are_not(folder: Path) -> None:
    (folder / "faulty.md").write_text(FAULTY, encoding="utf-8")
    result = run("faulty.md", "loose.md")
    assert (result.exit_code, result.stdout) == (1, "loose.md\n")
    assert result.stderr == FAULT.replace("FILE", "faulty.md") + "1 file formatted, 1 not formatted\n"
    assert (folder / "faulty.md").read_text(encoding="utf-8") == FAULTY
    assert (folder / "loose.md").read_text(encoding="utf-8") == CANONICAL


def test_what_would_say_something_else_is_told(folder: Path) -> None:
    (folder / "odd.md").write_text(ODD, encoding="utf-8")
    said = "odd.md:7: left as it is: written otherwise, the write-up would say something else"
    assert run("odd.md").stderr == f"{said}\n1 file formatted\n"
    assert (folder / "odd.md").read_text(encoding="utf-8") == ODD.replace("> --", ">\n> —")
    (folder / "odd.md").write_text(ODD + ODD.partition("---\n\n")[2], encoding="utf-8")
    assert run("odd.md", "--check").stderr == f"{said} (and 1 more)\n1 file would be formatted\n"
    (folder / "odd.md").write_text(ODD.partition("> a")[0], encoding="utf-8")
    result = run("odd.md", "--check")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        f"{said}\n0 files would be formatted, 1 left as it was\n",
    )


def test_line_ends_byte_order_mark_mode_and_links_stay(folder: Path) -> None:
    path = folder / "loose.md"
    path.write_bytes(("\ufeff" + LOOSE.replace("\n", "\r\n").rstrip()).encode())
    path.chmod(0o640)
    (folder / "link.md").symlink_to("loose.md")
    assert run("link.md").stdout == "link.md\n"
    assert path.read_bytes() == ("\ufeff" + CANONICAL.replace("\n", "\r\n").rstrip()).encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert (folder / "link.md").is_symlink()


def test_links_inside_a_folder_are_followed(folder: Path) -> None:
    for name in "ab":
        (folder / name).mkdir()
    (folder / "loose.md").rename(folder / "b" / "loose.md")
    (folder / "a" / "link.md").symlink_to("../b/loose.md")
    assert run(".").stdout == "./a/link.md\n"
    assert (folder / "b" / "loose.md").read_text(encoding="utf-8") == CANONICAL


def test_a_file_that_cannot_be_written_is_told_and_the_others_are_written(folder: Path) -> None:
    os.link(folder / "loose.md", folder / "twin.md")
    (folder / "other.md").write_text(LOOSE, encoding="utf-8")
    result = run("loose.md", "other.md")
    assert (result.exit_code, result.stdout) == (1, "other.md\n")
    assert result.stderr.startswith("Error: loose.md")
    assert result.stderr.endswith("\n1 file formatted, 1 not formatted\n")
    assert (folder / "twin.md").read_text(encoding="utf-8") == LOOSE


def test_events_in_yaml_and_json(folder: Path) -> None:
    (folder / "a.event.yaml").write_text("name: no\n")
    (folder / "b.event.json").write_text('{"name" : "no"}')
    (folder / "c.yaml").write_text("name: no\n")
    result = run(".")
    assert result.stdout == "./a.event.yaml\n./loose.md\n"
    assert (folder / "a.event.yaml").read_text() == "name: 'no'\n"
    assert (folder / "b.event.json").read_text() == '{"name" : "no"}'
    assert (folder / "c.yaml").read_text() == "name: no\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'PATH...'."),
        (["loose.md", "nope.md"], "nope.md does not exist"),
        (["loose.md", "--limit", "size"], "Invalid value for '--limit': 'size' is not name=number"),
    ],
)
def test_wrong_usage_says_what_is_right(folder: Path, arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"\n\nError: {message}\n")
    assert (folder / "loose.md").read_text(encoding="utf-8") == LOOSE


def test_limits_hold(folder: Path) -> None:
    result = run("loose.md", "--limit", "size=10")
    assert result.exit_code == 1
    assert "limit-size 77 bytes are over the limit of 10 (size)" in result.stderr
    assert run(".", "--limit", "files=1").stderr.count("limit-files") == 1


@pytest.mark.parametrize("name", ["a\x1b[2J.md", "a\n::error::x.md", "\udcff.md", "a\u202e.md"], ids=ascii)
def test_hostile_file_names_put_no_control_characters_out(folder: Path, name: str) -> None:
    Path(os.fsdecode(os.fsencode(name))).write_text(LOOSE, encoding="utf-8")
    for arguments in (["--check"], ["--diff"], []):
        result = run(name, *arguments)
        said = result.stdout + result.stderr
        assert result.exit_code in (0, 1)
        assert not any(one in said for one in "\x1b\u202e\udcff")
        assert "\n::error::" not in said
