"""Walks: which files of a folder are taken, which are passed over, in what order, and what is said of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import eventnotes as en
from eventnotes.diagnostic import Severity
from eventnotes.inspection import Checked, inspect
from eventnotes.limits import DEFAULT

GOOD = "---\nevent: {name: A, start: 2024}\n---\n"
POST = "---\ntitle: A post\n---\n"
BAD = "---\n"
DATA = "name: A\nstart: 2024\n"


def lay(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def looked_at(*paths: Path, root: Path) -> list[tuple[str, str]]:
    """Each file by its path below the root, with what was made of it."""

    def outcome(one: Checked) -> str:
        return ",".join(found.code for found in one.diagnostics) or ("fine" if one.is_write_up else "passed over")

    return [(os.path.relpath(one.path, root), outcome(one)) for one in inspect(paths)]


def test_a_walk_takes_write_ups_by_their_endings_in_one_order(tmp_path: Path) -> None:
    taken = ["B.MD", "a.md", "b/a.markdown", "b/c.event.yaml", "c.event.yml", "d.event.json", "d.md", "é.md"]
    others = [
        "a.txt",
        "a.mdx",
        "event.yaml",
        "b/data.json",
        "x.yml",
        "Makefile",
        ".eventnotes-x.md",
        "b/.eventnotes-1.event.yaml",
    ]
    json_or = {"d.event.json": '{"name": "A", "start": "2024"}'}
    lay(tmp_path, {name: GOOD if "event." not in name else json_or.get(name, DATA) for name in (*taken, *others)})
    assert looked_at(tmp_path, root=tmp_path) == [(name, "fine") for name in taken]


def test_hidden_folders_of_tools_are_left_alone(tmp_path: Path) -> None:
    skipped = (".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".tox")
    lay(tmp_path, {f"{name}/x.md": BAD for name in skipped} | {f"a/{name}/b/x.md": BAD for name in skipped})
    lay(tmp_path, {".posts/x.md": GOOD, "git/x.md": GOOD, "a/.git.md": GOOD})
    assert looked_at(tmp_path, root=tmp_path) == [(".posts/x.md", "fine"), ("a/.git.md", "fine"), ("git/x.md", "fine")]


def test_what_is_no_write_up_is_passed_over_unless_it_nearly_is(tmp_path: Path) -> None:
    files = {
        "1.md": "# No front matter\n\n**Lesson (Nobody):** x",
        "2.md": POST,
        "3.md": "---\nevents: [a]\ntitle: A\n---\n",
        "4.md": "---\nevnt: A\n---\n",
        "5.md": "---\ntitle: [\n---\n",
        "6.md": "---\n---\n",
        "7.md": "",
        "8.md": "---\neventnotes: 1\ntitle: A\n---\n",
        "9.event.yaml": "title: A\n",
    }
    assert looked_at(lay(tmp_path, files), root=tmp_path) == [
        ("1.md", "passed over"),
        ("2.md", "passed over"),
        ("3.md", "passed over"),
        ("4.md", "missing,unknown-key"),
        ("5.md", "yaml-syntax"),
        ("6.md", "front-matter-empty"),
        ("7.md", "empty"),
        ("8.md", "missing-date"),
        ("9.event.yaml", "unknown-key,missing"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "words without a heading",
        "---\nlayout: home\n---\nwords",
        "---\ntitle: A\ndate: some day\n---\nwords",
        "# A\n\n## B\n\n- **Speaker:** A, b, c, d\n- **Time:** soon\n",
        "---\ntitle: A\n---\n\n<!-- quote: nowhere -->\n",
    ],
)
def test_a_post_that_is_no_write_up_is_nobody_s_fault(text: str, tmp_path: Path) -> None:
    assert looked_at(lay(tmp_path, {"post.md": text}), root=tmp_path) == [("post.md", "passed over")]


def test_required_files_are_all_write_ups(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": POST, "b.md": GOOD, "c.md": "words", "d.event.yaml": DATA, "e.txt": "words"})
    found = list(en.check(tmp_path, require=True))
    assert [str(one) for one in found] == [
        f"{tmp_path}/a.md:1:1: error not-a-write-up this is no write-up",
        f"{tmp_path}/c.md:1:1: error not-a-write-up this is no write-up",
    ]
    assert {one.help for one in found} == {"add an event: line to its front matter, or check without --require"}
    assert list(en.check(tmp_path)) == []


def test_a_file_named_by_itself_is_read_whatever_it_is(tmp_path: Path) -> None:
    lay(tmp_path, {"post.md": POST, "event.yaml": "name: A\n", "notes": GOOD, ".git/x.md": POST})
    paths = [tmp_path / name for name in ("post.md", "event.yaml", "notes", ".git/x.md")]
    assert looked_at(*paths, root=tmp_path) == [
        ("post.md", "missing-date"),
        ("event.yaml", "missing-date"),
        ("notes", "fine"),
        (".git/x.md", "missing-date"),
    ]


def test_files_are_checked_in_the_order_given_and_findings_in_the_order_of_the_text(tmp_path: Path) -> None:
    text = "---\nevent:\n  name: A\n  strat: 2024\n  end: never\n---\n\n**Lesson (Nobody):** x\n"
    lay(tmp_path, {"b.md": text, "a.md": text})
    found = list(en.check(tmp_path / "b.md", str(tmp_path / "a.md")))
    lines = [(4, 3, "unknown-key"), (5, 8, "date"), (8, 11, "unknown-speaker")]
    assert [(one.line, one.column, one.code) for one in found] == lines * 2
    assert [os.path.basename(one.path) for one in found] == ["b.md"] * 3 + ["a.md"] * 3


def test_what_is_found_in_a_folder_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("posts/a.md", "posts/old/b.md", "posts/plain.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Words.\n" if "plain" in name else "---\nevent: A\n---\n")
    for paths, found in (
        (["posts", "posts"], ["posts/a.md", "posts/old/b.md", "posts/plain.md"]),
        (["posts/old", "./posts"], ["posts/old/b.md", "./posts/a.md", "./posts/plain.md"]),
        (["posts", "./posts/old/"], ["posts/a.md", "posts/old/b.md", "posts/plain.md"]),
        (["posts", str(tmp_path / "posts/a.md")], ["posts/old/b.md", "posts/plain.md", f"{tmp_path}/posts/a.md"]),
        (["posts/plain.md", "posts"], ["posts/plain.md", "posts/a.md", "posts/old/b.md"]),
        (["posts/a.md", "posts/a.md"], ["posts/a.md", "posts/a.md"]),
    ):
        assert [one.path for one in inspect(paths)] == found
    assert [one.is_write_up for one in inspect(["posts", "posts/plain.md"])] == [True, True, True]


def test_links_are_followed_only_inside_the_folder(tmp_path: Path) -> None:
    root = lay(tmp_path / "root", {"a/real.md": GOOD, "a/folder/x.md": GOOD})
    lay(tmp_path / "outside", {"secret.md": BAD})
    (root / "in.md").symlink_to("a/real.md")
    (root / "out.md").symlink_to(tmp_path / "outside" / "secret.md")
    (root / "passwd.md").symlink_to("/etc/passwd")
    (root / "zero.md").symlink_to("/dev/zero")
    (root / "broken.md").symlink_to("nope.md")
    (root / "self.md").symlink_to("self.md")
    (root / "loop").symlink_to(".")
    (root / "up").symlink_to("..")
    (root / "folder.md").symlink_to("a/folder")
    assert looked_at(root, root=root) == [("a/folder/x.md", "fine"), ("a/real.md", "fine"), ("in.md", "fine")]
    (tmp_path / "alias").symlink_to("root")
    assert len(looked_at(tmp_path / "alias", root=root)) == 3


def test_what_cannot_be_read_is_an_error_and_the_rest_is_still_checked(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": GOOD, "c.md": BAD, "event.md/x.md": GOOD})
    os.mkfifo(tmp_path / "b.md")
    assert looked_at(tmp_path, root=tmp_path) == [
        ("a.md", "fine"),
        ("b.md", "unreadable-file"),
        ("c.md", "front-matter-unclosed"),
        ("event.md/x.md", "fine"),
    ]
    found = [one for one in en.check(tmp_path) if one.code == "unreadable-file"]
    assert [str(one) for one in found] == [
        f"{tmp_path}/b.md:1:1: error unreadable-file cannot be read: is not a regular file"
    ]


def test_a_path_that_does_not_exist_raises(tmp_path: Path) -> None:
    (tmp_path / "dangling.md").symlink_to("nope.md")
    for name in ("nope.md", "dangling.md"):
        with pytest.raises(FileNotFoundError):
            list(en.check(tmp_path / name))


def test_deep_folders_are_walked_and_deeper_ones_end(tmp_path: Path) -> None:
    root = str(tmp_path)
    here = os.getcwd()
    try:
        os.chdir(root)
        for depth in range(230):
            os.mkdir("d")
            os.chdir("d")
            if depth in (119, 229):
                Path("ok.md").write_text(GOOD, encoding="utf-8")
    finally:
        os.chdir(here)
    assert [one.is_write_up for one in inspect([root])] == [True]


def test_a_folder_that_cannot_be_listed_is_passed_by(tmp_path: Path) -> None:
    here = os.getcwd()
    lay(tmp_path, {"z.md": GOOD})
    try:
        os.chdir(tmp_path)
        for _ in range(25):  # longer than a path may be (PATH_MAX)
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
    finally:
        os.chdir(here)
    assert looked_at(tmp_path, root=tmp_path) == [("z.md", "fine")]


def test_the_number_of_files_of_a_run_is_limited(tmp_path: Path) -> None:
    lay(tmp_path, {f"{one}/{two}.md": GOOD for one in "ab" for two in "123"})
    found = list(en.check(tmp_path / "a", tmp_path / "b", limits=DEFAULT.but("files", 4)))
    assert [str(one) for one in found] == [f"{tmp_path}/b/2.md:1:1: error limit-files more than 4 files"]
    assert found[0].help == "--limit files=10"
    assert found[0].severity is Severity.ERROR


def test_the_bytes_of_a_run_are_limited(tmp_path: Path) -> None:
    lay(tmp_path, {f"{one}.md": GOOD for one in "abc"})
    limits = DEFAULT.but("total", 2 * len(GOOD))
    paths = [tmp_path / f"{one}.md" for one in "abc"]
    for found in (list(en.check(tmp_path, limits=limits)), list(en.check(*paths, limits=limits))):
        assert [str(one) for one in found] == [
            f"{tmp_path}/c.md:1:1: error limit-total more than {2 * len(GOOD)} bytes in all"
        ]
        assert found[0].help == f"--limit total={6 * len(GOOD)}"


def test_the_same_folder_gives_the_same_findings_in_whatever_order_it_was_filled(tmp_path: Path) -> None:
    names = [f"{one}.md" for one in "zyxabc"]
    first = lay(tmp_path / "1", dict.fromkeys(names, BAD))
    second = lay(tmp_path / "2", dict.fromkeys(reversed(names), BAD))
    said = [[str(one).replace(str(root), "") for one in en.check(root)] for root in (first, second)]
    assert said[0] == said[1]
    assert [one.split(".")[0] for one in said[0]] == ["/a", "/b", "/c", "/x", "/y", "/z"]
