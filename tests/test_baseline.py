"""Baselines: an old corpus is adopted by one command; what is known stays silent, what is new does not."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.inspection.baseline import NAME

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "write-ups"
HEADER = '{"eventnotes": "baseline", "version": 1}\n'
FRONT = "---\nevent: {name: A, start: 2024, speakers: [Ana Lima]}\n---\n\n"
LINA = "**Lesson (Lina):** Ask.\n\n"
BO = "**Lesson (Bo):** Ask.\n\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text(FRONT + LINA + "Words.\n\n" + LINA)
    (tmp_path / "posts" / "b.md").write_text("---\nevent: B\n---\n")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(eventnotes, ["check", *arguments], prog_name="eventnotes")


def found(*arguments: str) -> list[str]:
    return run("--report", "concise", *arguments).stdout.splitlines()


def known(path: str = NAME) -> list[tuple[str, str, int]]:
    lines = Path(path).read_text(encoding="utf-8").splitlines(keepends=True)
    assert lines[0] == HEADER
    assert lines[1:] == sorted(lines[1:])
    return [(file, code, count) for file, code, _, count in map(json.loads, lines[1:])]


def test_one_command_adopts_and_the_next_is_silent(folder: Path) -> None:
    result = run("posts", "--write-baseline")
    assert result.stdout == "2 write-ups checked: nothing to report; 3 known findings not shown\n"
    assert (result.exit_code, result.stderr) == (0, f"{NAME}: 3 known findings\n")
    assert known() == [("posts/a.md", "unknown-speaker", 2), ("posts/b.md", "missing-date", 1)]
    assert run("posts", "--baseline", NAME, "--jobs", "2").stdout == result.stdout
    assert run("posts", "posts/a.md", "posts", "--baseline", NAME).exit_code == 0
    again = run("posts", "--baseline", NAME, "--strict")
    assert (again.exit_code, again.stdout, again.stderr) == (0, result.stdout, "")
    assert run("posts").stdout == result.stdout
    assert run("posts", "--isolated").exit_code == 1
    Path("eventnotes.toml").write_text(f'baseline = "{NAME}"')
    assert run("posts").exit_code == 0
    assert list(en.check("posts")) == []
    assert len(list(en.check("posts", isolated=True))) == 3


def test_moved_words_stay_known_and_new_ones_are_found(folder: Path) -> None:
    run("posts", "--write-baseline")
    post = folder / "posts" / "a.md"
    post.write_text(FRONT + "# More\n\nWords above.\n\n" + "**Lesson (Lina):** Ask\nanother.\n\n" + LINA)
    assert found("posts", "--baseline", NAME) == []
    post.write_text(FRONT + LINA + LINA + LINA)
    message = "error unknown-speaker"
    assert [line.rsplit(" ", 1)[0][:37] for line in found("posts", "--baseline", NAME)] == [
        f"posts/a.md:9:11: {message}"[:37]
    ]
    post.write_text(FRONT + BO + LINA + LINA)
    assert found("posts", "--baseline", NAME) == [f'posts/a.md:5:11: {message} "bo" is not among the speakers']
    (folder / "posts" / "c.md").write_text(FRONT + LINA)
    assert len(found("posts", "--baseline", NAME)) == 2


def test_a_new_finding_is_told_with_its_fix_beside_known_ones(folder: Path) -> None:
    run("posts", "--write-baseline")
    post = folder / "posts" / "a.md"
    post.write_text(FRONT + BO + LINA + LINA + "**Lesson (Lma):** Ask.\n")
    result = run("posts/a.md", "--baseline", NAME)
    assert result.stdout.endswith(
        "  11 | **Lesson (Lma):** Ask.\n     |           ^^^\n  fix: write Ana Lima\n\n"
        "1 write-up checked: 2 errors; 1 can be fixed with --fix; 2 known findings not shown\n"
    )


def test_a_baseline_shrinks_and_grows_only_where_that_is_asked(folder: Path) -> None:
    run("posts", "--write-baseline")
    post = folder / "posts" / "a.md"
    post.write_text(FRONT + LINA + BO)
    result = run("posts", "--baseline", NAME)
    assert result.exit_code == 1
    assert result.stderr == f"{NAME}: 1 known finding can go; --write-baseline removes what is no longer found\n"
    assert len(known()) == 2
    result = run("posts", "--write-baseline", "--report", "concise")
    assert (result.exit_code, result.stderr) == (1, f"{NAME}: 2 known findings\n")
    assert result.stdout == 'posts/a.md:7:11: error unknown-speaker "bo" is not among the speakers\n'
    assert known() == [("posts/a.md", "unknown-speaker", 1), ("posts/b.md", "missing-date", 1)]
    result = run("posts", "--write-baseline", "--grow-baseline")
    assert (result.exit_code, result.stderr) == (0, f"{NAME}: 3 known findings\n")
    assert [one[:2] for one in known()] == [("posts/a.md", "unknown-speaker")] * 2 + [("posts/b.md", "missing-date")]
    post.write_text(FRONT)
    (folder / "posts" / "b.md").write_text(FRONT)
    assert run("posts", "--write-baseline").exit_code == 0
    assert Path(NAME).read_text(encoding="utf-8") == HEADER


def test_what_a_run_does_not_look_for_stays_known(folder: Path) -> None:
    run("posts", "--write-baseline")
    before = Path(NAME).read_bytes()
    for arguments in (["posts/b.md"], ["posts", "--select", "empty-framework"], ["posts", "--ignore", "missing-date"]):
        assert run(*arguments, "--write-baseline").exit_code == 0
        assert Path(NAME).read_bytes() == before
    (folder / "posts" / "a.md").unlink()
    run("posts/b.md", "--write-baseline")
    assert known() == [("posts/b.md", "missing-date", 1)]
    (folder / "posts" / "b.md").write_text("Words.\n")
    run("posts", "--write-baseline")
    assert known() == []


def test_what_a_rule_cannot_see_in_a_run_stays_known(folder: Path) -> None:
    due = "## Lessons\n\n- Ask before you build.\n  - [ ] write it down (due: 2024-05-10)\n"
    for name in ("a.md", "b.md"):
        (folder / "posts" / name).write_text(FRONT + "Words.\n")
    typo = FRONT.replace("Ana Lima", "Ana Limma")
    (folder / "posts" / "c.md").write_text(typo + due)
    assert run("posts", "--today", "2024-06-01", "--write-baseline").exit_code == 0
    every = [("posts/c.md", "near-duplicate-speaker", 1), ("posts/c.md", "overdue-action", 1)]
    assert known() == every
    for arguments in (["posts"], ["posts/c.md"], ["posts/c.md", "--from", "markdown"], ["posts", "--jobs", "2"]):
        result = run(*arguments)
        assert (result.exit_code, result.stderr) == (0, "")
        run(*arguments, "--write-baseline")
        assert known() == every
    (folder / "posts" / "c.md").write_text(FRONT + due)
    run("posts", "--write-baseline")
    assert known() == every[1:]
    (folder / "posts" / "c.md").write_text(FRONT)
    run("posts/c.md", "--write-baseline", "--today", "2024-06-01")
    assert known() == []


def test_files_are_named_from_the_baseline_s_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(str(folder / "posts"), "--write-baseline", "--baseline", "posts/known").exit_code == 0
    assert [one[0] for one in known("posts/known")] == ["a.md", "b.md"]
    monkeypatch.chdir(folder / "posts")
    assert run(".", "--baseline", "known").exit_code == 0
    Path("eventnotes.toml").write_text('baseline = "known"')
    monkeypatch.chdir(folder)
    assert found("posts") == []
    assert run("posts", "--write-baseline").stderr == "posts/known: 3 known findings\n"


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("start: 2024\n# moved\nname:   A: B\nid: a\n", True),
        ("name: A: B", True),
        ("name: C: B\n", False),
        ("id: A: B\n", False),
        ("name: A: B # more\n", False),
    ],
)
def test_a_place_of_one_character_is_known_by_its_line(folder: Path, text: str, is_known: bool) -> None:
    broken = folder / "posts" / "c.event.yaml"
    broken.write_text("name: A: B\nstart: 2024\n")
    (place,) = en.check(broken)
    assert (place.code, place.end_line, place.end_column) == ("yaml-syntax", 1, place.column + 1)
    run("posts", "--write-baseline")
    broken.write_text(text)
    assert [one.code for one in en.check(broken)] == ["yaml-syntax"]
    assert (found("posts/c.event.yaml") == []) == is_known


def test_standard_input_and_files_without_text_are_known_too(folder: Path) -> None:
    Path("posts/other.md").write_text("Words.\n")
    Path("posts/broken.md").write_text("---\nevent: [\n---\n")
    Path("posts/large.md").write_text(FRONT + "x" * 500)
    arguments = ("posts", "--require", "--limit", "size=400")
    assert run(*arguments, "--write-baseline").exit_code == 0
    assert [one[1] for one in known() if one[0] not in ("posts/a.md", "posts/b.md")] == [
        *("yaml-syntax", "limit-size", "not-a-write-up")
    ]
    Path("posts/broken.md").write_text("---\n# a comment\nevent: [\n---\n")
    Path("posts/other.md").write_text("Other words.\n")
    assert found(*arguments, "--baseline", NAME) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", '1:1: error configuration this is no line of a baseline: ""'),
        ("# Words\n", '1:1: error configuration this is no line of a baseline: "# Words"'),
        (HEADER + "<<<<<<< HEAD\n", '2:1: error configuration this is no line of a baseline: "<<<<<<< HEAD"'),
        (
            HEADER + '["a.md", "x", "y", 0]\n',
            '2:1: error configuration this is no line of a baseline: "["a.md", "x", "y", 0]"',
        ),
        (HEADER + "[" * 9999, None),
    ],
)
def test_what_is_no_baseline_is_refused_and_kept(folder: Path, text: str, line: str | None) -> None:
    Path("words.md").write_text(text)
    for options in ((), ("--write-baseline",)):
        result = run("posts", "--baseline", "words.md", *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert line is None or result.stderr.splitlines()[0] == f"words.md:{line}"
        assert Path("words.md").read_text() == text


def test_wrong_usage_says_what_is_right(folder: Path) -> None:
    for arguments, message in (
        (
            ["posts", "--baseline", "nope"],
            "Invalid value for --baseline: nope does not exist; --write-baseline writes it",
        ),
        (["--write-baseline"], "Missing argument 'PATH...'."),
        (["posts", "--grow-baseline"], "--grow-baseline goes with --write-baseline"),
        (["posts", "--report", f"json:{NAME}"], f"{NAME} is read, and would be written over; name another file"),
        (["posts", "--diff", "--write-baseline"], "--write-baseline does not go with --diff, which writes nothing"),
    ):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.endswith(f"\n\nError: {message}\n")
    assert not Path(NAME).exists()


def test_a_diff_says_of_no_known_finding_that_it_can_go(folder: Path) -> None:
    run("posts", "--write-baseline")
    result = run("posts", "--diff")
    assert "-**Lesson (Lina):** Ask.\n+**Lesson (Ana Lima):** Ask.\n" in result.stdout
    assert (result.exit_code, result.stderr) == (1, "")


def test_a_baseline_that_cannot_be_read_is_named(folder: Path) -> None:
    told = "posts:1:1: error configuration cannot be read: Is a directory\n\n"
    named = run("posts", "--baseline", "posts")
    assert (named.exit_code, named.stdout, named.stderr) == (2, "", told)
    Path("eventnotes.toml").write_text('baseline = "posts"')
    configured = run("posts")
    assert (configured.exit_code, configured.stdout, configured.stderr) == (2, "", told)


def test_a_configured_baseline_need_not_exist(folder: Path) -> None:
    Path("eventnotes.toml").write_text('baseline = "known"')
    assert len(found("posts")) == len(list(en.check("posts"))) == 3
    assert run("posts", "--write-baseline").stderr.endswith("known: 3 known findings\n")
    assert found("posts") == []


@pytest.mark.parametrize("name", ["a b.md", "ü漢.md", "a\nb.md", "\udcff.md"], ids=ascii)
def test_every_file_name_can_be_known(folder: Path, name: str) -> None:
    (folder / "posts" / name).write_text("---\nevent: B\n---\n")
    run("posts", "--write-baseline")
    assert f"posts/{name}" in [one[0] for one in known()]
    assert found("posts", "--baseline", NAME) == []
    Path(NAME).read_bytes().decode("ascii")


def adopted(text: str) -> str:
    """A post with an `event:` line, if it has none."""
    fence = text.split("\n", 1)[0].rstrip()
    line = {"---": "event: A real event\n", "+++": 'event = "A real event"\n'}.get(fence)
    if line is None:
        return f"---\nevent: A real event\n---\n{text}"
    return text if re.search(r"^event[:=]", text, re.MULTILINE) else text.replace("\n", f"\n{line}", 1)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
def test_eighty_real_posts_are_adopted_and_a_typo_is_the_only_finding(folder: Path) -> None:
    shutil.rmtree(folder / "posts")
    originals = sorted(one for one in CORPUS.rglob("*") if one.is_file())
    for original in originals:
        post = folder / "posts" / original.parent.name / original.name
        post.parent.mkdir(parents=True, exist_ok=True)
        post.write_text(adopted(original.read_text(encoding="utf-8")), encoding="utf-8")
    assert len(originals) == 80
    assert run("posts").exit_code == 1
    result = run("posts", "--write-baseline")
    assert result.exit_code == 0
    total = int(re.findall(r"; (\d+) known findings", result.stdout)[0])
    assert result.stdout == f"80 write-ups checked: nothing to report; {total} known findings not shown\n"
    assert total >= 80
    assert run("posts", "--strict", "--baseline", NAME).exit_code == 0
    post = next(one for one in (folder / "posts").rglob("*") if "teacamp-3" in one.name)
    text = post.read_text(encoding="utf-8")
    post.write_text(
        f"{text}\n## Closing\n\n- **Speaker:** Geoff Connell\n\n**Lesson (Conell):** Ask.\n", encoding="utf-8"
    )
    (line,) = found("posts", "--baseline", NAME)
    assert "teacamp-3" in line
    assert line.endswith(':11: error unknown-speaker "conell" is not among the speakers; did you mean Geoff Connell?')
