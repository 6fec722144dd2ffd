"""`check --fix`, `--diff`, `--against` and `--today`: what happens to files, and what is said of it."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eventnotes.cli import eventnotes

BAD = "---\nevent:\n  name: PyDay\n  strat: 2024-05-01\n  speakers: [Ana Lima]\n---\n\n**Lesson (Lmia):** Ask.\n"
GOOD = BAD.replace("strat", "start").replace("(Lmia)", "(Ana Lima)")
LEFT = GOOD + "\n**Lesson (Zoe):** Do.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(eventnotes, ["check", *arguments], input=stdin, prog_name="eventnotes")


def write(text: str, name: str = "post.md") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_fixes_are_written_and_what_is_left_is_reported(folder: Path) -> None:
    path = write(BAD.replace("Ask.\n", "Ask.\n\n**Lesson (Zoe):** Do.\n"))
    path.chmod(0o640)
    before = run("post.md")
    assert before.stdout.endswith("\n1 write-up checked: 3 errors; 2 can be fixed with --fix\n")
    result = run("post.md", "--fix")
    assert result.stdout == (
        'post.md:10:11: error unknown-speaker "zoe" is not among the speakers\n'
        "  10 | **Lesson (Zoe):** Do.\n"
        "     |           ^^^\n"
        "  help: list the person under speakers:, or correct the name\n"
        "\n"
        "1 write-up checked: 1 error; 2 fixed\n"
    )
    assert (result.exit_code, result.stderr) == (1, "")
    assert path.read_text(encoding="utf-8") == LEFT
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    stamp = path.stat().st_mtime_ns
    again = run("post.md", "--fix")
    assert again.stdout.endswith("\n1 write-up checked: 1 error\n")
    assert path.stat().st_mtime_ns == stamp
    assert [one.name for one in folder.iterdir()] == ["post.md"]


def test_a_folder_is_fixed_and_only_files_that_need_it_are_written(folder: Path) -> None:
    write(BAD, "a/one.md")
    write(GOOD, "a/two.md").chmod(0o444)
    write("# Words\n\n**Lesson (Lmia):** x\n", "a/three.md")
    result = run("a", "--fix")
    assert result.stdout == "2 write-ups checked: nothing to report; 2 fixed; 1 file passed over (no write-up)\n"
    assert (result.exit_code, result.stderr) == (0, "")
    assert Path("a/one.md").read_text(encoding="utf-8") == GOOD
    assert Path("a/three.md").read_text(encoding="utf-8").startswith("# Words\n\n**Lesson (Lmia)")


def test_a_diff_is_what_fix_does_and_changes_nothing(folder: Path) -> None:
    path = write(BAD)
    result = run("post.md", "--diff")
    assert result.stdout == (
        "--- post.md\n+++ post.md\n@@ -1,8 +1,8 @@\n ---\n event:\n   name: PyDay\n-  strat: 2024-05-01\n"
        "+  start: 2024-05-01\n   speakers: [Ana Lima]\n ---\n \n"
        "-**Lesson (Lmia):** Ask.\n+**Lesson (Ana Lima):** Ask.\n"
    )
    assert (result.exit_code, result.stderr, path.read_bytes()) == (1, "", BAD.encode())
    Path("patch").write_text(result.stdout, encoding="utf-8")
    if shutil.which("patch"):
        subprocess.run(["patch", "-s", "-p0", "-i", "patch"], check=True)
        assert path.read_text(encoding="utf-8") == GOOD
    write(GOOD)
    assert (run("post.md", "--diff").stdout, run("post.md", "--diff").exit_code) == ("", 0)


def test_standard_input_is_shown_and_not_fixed(folder: Path) -> None:
    assert run("-", "--diff", stdin=BAD.encode()).stdout.startswith("--- -\n+++ -\n@@ ")
    refused = run("-", "--fix", stdin=BAD.encode())
    assert refused.exit_code == 2
    assert refused.stderr.endswith("Error: standard input is not fixed in its place; --diff shows what would change\n")
    assert run("-", "--unsafe-fixes", stdin=b"").stderr.endswith("Error: --unsafe-fixes goes with --fix or --diff\n")


def test_reports_of_files_hold_the_fixes_and_are_written_beside_a_diff(folder: Path) -> None:
    write(BAD + "\n> Ask.\n>\n> — Ana Lima, Poet\n")
    run("post.md", "--report", "json:found.json", "--report", "sarif:found.sarif")
    found = json.loads(Path("found.json").read_bytes())
    assert [(one["code"], one["fix"]) for one in found] == [
        ("unknown-key", {"label": "write start", "is_safe": True, "edits": [edit(4, 3, 4, 8, "start")]}),
        ("unknown-speaker", {"label": "write Ana Lima", "is_safe": True, "edits": [edit(8, 11, 8, 15, "Ana Lima")]}),
        (
            "attribution-is-a-speaker",
            {"label": "write Ana Lima", "is_safe": False, "edits": [edit(12, 5, 12, 19, "Ana Lima")]},
        ),
    ]
    results = json.loads(Path("found.sarif").read_bytes())["runs"][0]["results"]
    region = {"startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 8}
    replacement = {"deletedRegion": region, "insertedContent": {"text": "start"}}
    changes = [{"artifactLocation": {"uri": "post.md"}, "replacements": [replacement]}]
    assert results[0]["fixes"] == [{"description": {"text": "write start"}, "artifactChanges": changes}]
    assert results[2]["fixes"][0]["description"] == {"text": "write Ana Lima (unsafe)"}
    assert run("post.md", "--diff", "--report", "json:left.json").stdout.startswith("--- post.md\n")
    assert [one["code"] for one in json.loads(Path("left.json").read_bytes())] == ["attribution-is-a-speaker"]
    assert run("post.md", "--fix", "--unsafe-fixes").stdout.endswith("nothing to report; 3 fixed\n")


def edit(line: int, column: int, end_line: int, end_column: int, text: str) -> dict[str, object]:
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column, "text": text}


def test_a_file_that_cannot_be_written_is_reported_as_it_is(folder: Path) -> None:
    path = write(BAD)
    os.link(path, "twin.md")
    result = run("post.md", "--fix")
    assert result.exit_code == 1
    assert result.stderr == "Error: post.md has several hard links; replacing it would part them\n"
    assert result.stdout.endswith("\n1 write-up checked: 2 errors; 2 can be fixed with --fix\n")
    assert path.read_bytes() == BAD.encode()


def test_a_post_gets_the_marker_that_is_required(folder: Path) -> None:
    write("---\ntitle: A day\n---\n\nWords.\n", "a/one.md")
    write("# A day\n\nWords.\n", "a/two.md")
    write("Words without a name.\n", "a/three.md")
    assert "fix: add eventnotes: 1\n" in run("a", "--require").stdout
    result = run("a", "--require", "--fix", "--ignore", "missing-date")
    assert result.stdout.endswith("\n3 write-ups checked: 1 error; 2 fixed\n")
    assert Path("a/one.md").read_text(encoding="utf-8") == "---\neventnotes: 1\ntitle: A day\n---\n\nWords.\n"
    assert Path("a/two.md").read_text(encoding="utf-8") == "---\neventnotes: 1\n---\n\n# A day\n\nWords.\n"
    assert Path("a/three.md").read_text(encoding="utf-8") == "Words without a name.\n"


def test_what_is_ignored_is_not_mended(folder: Path) -> None:
    ignored = BAD.replace("**Lesson", "<!-- eventnotes: ignore unknown-speaker -->\n**Lesson")
    path = write(ignored)
    run("post.md", "--fix")
    assert path.read_text(encoding="utf-8") == ignored.replace("strat", "start")
    write(BAD)
    run("post.md", "--fix", "--ignore", "unknown-speaker")
    assert path.read_text(encoding="utf-8") == BAD.replace("strat", "start")


# Names across files


def talk(name: str) -> str:
    return f"---\nevent: {{name: A, start: 2024}}\n---\n\n## T\n\n- **Speaker:** {name}\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_names_are_compared_across_files_in_their_order(folder: Path, jobs: str) -> None:
    names = [
        "Geoff Connell",
        "Ana Lima",
        "Geoff Connell",
        "Geof Connell",
        "Ana Lima",
        "Anna Lima",
        "Bo Ek",
        "Geof Connell",
    ]
    for number, name in enumerate(names):
        write(talk(name), f"posts/{number}.md")
    result = run("posts", "--report", "concise", "--jobs", jobs)
    said = "7:16: warning near-duplicate-speaker"
    assert result.stdout.splitlines() == [
        f'posts/3.md:{said} "Geof Connell" is nearly "Geoff Connell" in posts/0.md:7:16',
        f'posts/5.md:{said} "Anna Lima" is nearly "Ana Lima" in posts/1.md:7:16',
        f'posts/7.md:{said} "Geof Connell" is nearly "Geoff Connell" in posts/0.md:7:16',
    ]
    assert run("posts", "--report", "concise", "--ignore", "near-duplicate-speaker").stdout == ""


def test_a_name_that_more_files_have_is_right(folder: Path) -> None:
    for number, name in enumerate(["Geof Connell", "Geoff Connell", "Geoff Connell", "Geoff Connell"]):
        write(talk(name), f"posts/{number}.md")
    (only,) = run("posts", "--report", "concise").stdout.splitlines()
    assert only.startswith("posts/1.md:7:16: warning near-duplicate-speaker")


def test_a_file_that_is_gone_meanwhile_is_named_without_a_place(folder: Path) -> None:
    from eventnotes.inspection.acquaintance import Acquaintance
    from eventnotes.limits import DEFAULT

    met = Acquaintance()
    met.meet("gone.md", ["Ana Lima", "Ana Lima"], DEFAULT)
    assert met.near("Anna Lima") == ("Ana Lima", "gone.md")
    write(talk("Bo Ek"), "other.md")
    met.meet("other.md", ["Cy Dower"], DEFAULT)
    assert met.near("Cy Dowwer") == ("Cy Dower", "other.md")
    assert met.near("Ana Lima") is None


# git


def git(*arguments: str) -> None:
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *name, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    git("init")
    write(talk("Ana Lima"), "posts/é one.md")
    git("add", ".")
    git("commit", "-m", "One")
    return folder


def test_ids_that_are_gone_since_a_commit_are_reported(repository: Path) -> None:
    assert run("posts", "--against", "HEAD").stdout == "1 write-up checked: nothing to report\n"
    write(talk("Ana Lima").replace("## T", "## Tests"), "posts/é one.md")
    write(talk("Bo Ek"), "posts/new.md")
    for jobs in ("1", "2"):
        assert run("posts", "--against", "HEAD", "--report", "concise", "--jobs", jobs).stdout == (
            'posts/é one.md:5:1: warning vanished-id the session id "t" is gone; it is "tests" now\n'
        )
    assert run("posts", "--report", "concise").stdout == ""
    os.chdir("posts")
    assert run("é one.md", "--against", "main", "--strict").exit_code == 1


def test_what_others_added_meanwhile_is_nobody_s_loss(repository: Path) -> None:
    git("checkout", "-b", "mine")
    git("checkout", "main")
    write(talk("Ana Lima") + "\n## New\n\n- **Speaker:** Bo Ek\n", "posts/é one.md")
    git("commit", "-am", "Two")
    git("checkout", "mine")
    assert run("posts", "--against", "main").stdout == "1 write-up checked: nothing to report\n"


def test_a_renamed_file_is_compared_with_what_it_was(repository: Path) -> None:
    more = "\n".join(f"Line {number} of a long story." for number in range(20))
    write(f"{talk('Ana Lima')}\n{more}\n", "posts/b.md")
    write(f"{talk('Bo Ek')}\n{more.upper()}\n", "posts/c.md")
    git("add", ".")
    git("commit", "-m", "Two")
    for old, new in (("b", "late/ü\tone"), ("c", "late/two")):
        write(Path(f"posts/{old}.md").read_text(encoding="utf-8").replace("## T", "## Tests"), f"posts/{new}.md")
        Path(f"posts/{old}.md").unlink()
    untold = run("posts", "--against", "HEAD", "--report", "concise")
    assert (untold.exit_code, untold.stdout) == (0, "")  # git does not know the new names yet
    git("add", ".")
    told = run("posts", "--against", "HEAD", "--report", "concise", "--jobs", "2")
    gone = 'warning vanished-id the session id "t" is gone; it is "tests" now'
    assert told.stdout == f"posts/late/two.md:5:1: {gone}\nposts/late/ü\\tone.md:5:1: {gone}\n"
    git("config", "diff.relative", "true")
    os.chdir("posts/late")
    assert run("two.md", "--against", "HEAD", "--report", "concise").stdout == f"two.md:5:1: {gone}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["posts", "--against", "nope"], "git knows no commit nope"),
        (["posts", "--against", "--all"], "git knows no commit --all"),
        (["../outside.md", "--against", "HEAD"], "../outside.md lies outside of"),
    ],
)
def test_what_git_cannot_say_is_told_in_one_line(repository: Path, arguments: list[str], said: str) -> None:
    Path("../outside.md").write_text(GOOD, encoding="utf-8")
    result = run(*arguments)
    assert result.exit_code == 2
    last = result.stderr.splitlines()[-1]
    assert last.startswith(f"Error: --against: {said}")


def test_where_there_is_no_git_one_line_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(GOOD)
    outside = run("post.md", "--against", "HEAD")
    assert outside.exit_code == 2
    assert outside.stderr.splitlines()[-1].startswith("Error: --against: fatal: not a git repository")
    monkeypatch.setenv("PATH", str(folder))
    missing = run("post.md", "--against", "HEAD")
    assert missing.stderr.splitlines()[-1] == "Error: --against: git cannot be started: No such file or directory"
    assert run("post.md").exit_code == 0


def test_the_day_is_asked_for(folder: Path) -> None:
    write("---\nevent: {name: A, start: 2024}\n---\n\n## Lessons\n\n- Ask.\n  - [ ] write (due: 2024-05-10)\n")
    assert run("post.md").stdout == "1 write-up checked: nothing to report\n"
    assert run("post.md", "--today", "2024-05-11", "--report", "concise").stdout == (
        'post.md:8:21: warning overdue-action "write" was due on 2024-05-10 and is not done\n'
    )
    for day in ("2024-05", "tomorrow", "2024-02-30", "2024-05-01T09:00"):
        refused = run("post.md", "--today", day)
        assert refused.exit_code == 2
        assert refused.stderr.endswith(f"Error: Invalid value for '--today': '{day}' is not a day such as 2024-06-01\n")
