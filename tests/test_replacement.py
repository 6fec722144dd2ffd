"""Replacement: who may be replaced, what is kept, what is refused and in which words, and what faults leave behind."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import eventnotes as en
import faults
from eventnotes.replacement import create_file, write_file

NOBODY = 65_534
_UNPRIVILEGED = """
import os, sys
from eventnotes.replacement import create_file, write_file
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({nobody})
    os.setuid({nobody})
try:
    write_file(sys.argv[1], b"new")
except OSError as error:
    print(error)
"""


def temporaries(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir() if one.name.startswith(".eventnotes-")]


def aged(path: Path, seconds: int) -> Path:
    path.write_text("left")
    past = time.time() - seconds
    os.utime(path, (past, past))
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder of the user that `unprivileged` runs as, with a file of theirs in it."""
    folder = Path(tempfile.mkdtemp())
    path = folder / "a.json"
    path.write_text("old")
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.chown(path, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


def unprivileged(path: Path) -> str:
    """What a process without privileges says when it writes a file."""
    unmeasured = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    command = [sys.executable, "-c", _UNPRIVILEGED.format(nobody=NOBODY), str(path)]
    return subprocess.run(command, capture_output=True, text=True, env=unmeasured, timeout=60, check=True).stdout


# What the caller has read


def test_what_the_caller_has_read_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_bytes(b"old")
    write_file(path, b"new", old=b"old")
    assert path.read_bytes() == b"new"
    assert temporaries(tmp_path) == []


@pytest.mark.parametrize("now", [b"else", b"", b"new", None])
def test_what_changed_since_it_was_read_is_left_alone(now: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    if now is not None:
        path.write_bytes(now)
    with pytest.raises(OSError, match="changed meanwhile") as refused:
        write_file(path, b"new", old=b"old")
    assert str(refused.value) == f"{path} changed meanwhile; it is left as it is now: read it again"
    assert (path.read_bytes() if path.exists() else None) == now
    assert temporaries(tmp_path) == []


# Files that did not exist


def test_a_file_is_created_and_never_twice(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    create_file(path, b"first")
    with pytest.raises(FileExistsError) as refused:
        create_file(path, b"second")
    said = "File exists; it is not overwritten, so name another file"
    assert (refused.value.filename, refused.value.strerror) == (str(path), said)
    assert [one.name for one in tmp_path.iterdir()] == ["post.md"]
    assert path.read_bytes() == b"first"


def test_a_dangling_link_is_not_created_over_but_through(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("post.md")
    create_file(tmp_path / "link.md", b"new")
    assert (tmp_path / "post.md").read_bytes() == b"new"
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "link.md", b"newer")


# Links


@pytest.mark.parametrize("target", ["../outside.md", "{}/outside.md", "../nowhere.md", "way/outside.md"])
def test_a_link_out_of_its_folder_is_refused(target: str, tmp_path: Path) -> None:
    (tmp_path / "outside.md").write_text("old")
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "way").symlink_to("..")
    link = folder / "a.md"
    link.symlink_to(target.format(tmp_path))
    with pytest.raises(OSError, match="leads out") as refused:
        write_file(link, b"new")
    real = os.path.realpath(link)
    assert str(refused.value) == f"{link} leads out of its folder, to {real}; write to that file by its own name"
    assert (tmp_path / "outside.md").read_text() == "old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["outside.md", "posts"]


def test_a_link_inside_the_folder_that_was_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "posts").mkdir()
    target = tmp_path / "data" / "a.md"
    target.write_text("old")
    link = tmp_path / "posts" / "a.md"
    link.symlink_to("../data/a.md")
    with pytest.raises(OSError, match="leads out of its folder"):
        write_file(link, b"new")
    write_file(link, b"new", root=tmp_path)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_path_through_a_linked_folder_is_the_folder_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "posts").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    write_file("posts/a.md", b"new")
    assert (tmp_path / "real" / "a.md").read_bytes() == b"new"
    with pytest.raises(OSError, match="leads out"):
        write_file("posts/a.md", b"newer", root=tmp_path / "nowhere")


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    link = tmp_path / "loop.md"
    link.symlink_to("loop.md")
    for write in (write_file, create_file):
        with pytest.raises(OSError, match=r"Too many levels of symbolic links|File exists"):
            write(link, b"new")
    assert link.is_symlink()


# Rights and owners


def test_a_file_that_is_write_protected_is_not_replaced_though_its_folder_would_allow_it(open_folder: Path) -> None:
    path = open_folder / "a.json"
    path.chmod(0o444)
    advice = "it takes permission to write both the file and its folder"
    assert unprivileged(path) == f"[Errno 13] Permission denied; {advice}: '{path}'\n"
    assert path.read_text() == "old"
    assert temporaries(open_folder) == []
    path.chmod(0o644)
    assert unprivileged(path) == ""
    assert path.read_text() == "new"


def test_a_folder_that_is_write_protected_is_told(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    advice = "it takes permission to write both the file and its folder"
    for name in ("a.json", "b.json"):
        path = open_folder / name
        assert unprivileged(path) == f"[Errno 13] Permission denied; {advice}: '{path}'\n"
    assert [one.name for one in open_folder.iterdir()] == ["a.json"]
    assert (open_folder / "a.json").read_text() == "old"


def test_owner_and_group_are_kept_where_that_is_permitted(open_folder: Path) -> None:
    path = open_folder / "a.json"
    group = 1_234 if os.getuid() == 0 else [os.getgid(), *os.getgroups()][-1]
    os.chown(path, -1, group)
    path.chmod(0o664)
    before = path.stat()
    write_file(path, b"new")
    after = path.stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, group, before.st_mode)
    assert after.st_ino != before.st_ino


def test_a_group_that_may_not_be_given_is_no_error(open_folder: Path) -> None:
    path = open_folder / "a.json"
    if os.getuid() == 0:
        os.chown(path, 1_234, 1_234)
    path.chmod(0o666)
    assert unprivileged(path) == ""
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", 0o666)


# Temporaries of processes that were killed


def test_temporaries_older_than_an_hour_are_removed_by_the_next_write(tmp_path: Path) -> None:
    gone = aged(tmp_path / ".eventnotes-old.tmp", 3_700)
    kept = [
        aged(tmp_path / ".eventnotes-young.tmp", 3_500),
        aged(tmp_path / ".eventnotes-notes.md", 3_700),
        aged(tmp_path / "eventnotes-old.tmp", 3_700),
    ]
    write_file(tmp_path / "a.md", b"new")
    assert not gone.exists()
    assert all(one.exists() for one in kept)


def test_a_temporary_that_cannot_be_removed_is_left(tmp_path: Path) -> None:
    folder = tmp_path / ".eventnotes-folder.tmp"
    folder.mkdir()
    os.utime(folder, (1, 1))
    write_file(tmp_path / "a.md", b"new")
    assert folder.is_dir()


def test_a_second_name_that_a_killed_process_left_is_no_hard_link_of_anyone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    os.link(path, tmp_path / ".eventnotes-0123.tmp")
    write_file(path, b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]
    assert path.read_bytes() == b"new"


def test_temporaries_are_not_read_by_walks(tmp_path: Path) -> None:
    (tmp_path / ".eventnotes-0123.tmp").write_text("---\nevent: {}\n---\n")
    (tmp_path / ".eventnotes-0123.md").write_text("---\nevent: {}\n---\n")
    assert list(en.check(tmp_path)) == []


# Faults, of which `make faults` tries every one

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is missing: apt-get install strace")


@pytest.fixture(params=[{"out.json": faults.OLD}, {}], ids=["over a file", "a new file"])
def writer(request: pytest.FixtureRequest) -> faults.Writer:
    return faults.Writer("dump", (sys.executable, "-c", faults.DUMP, "new "), "out.json", request.param)


def naming(writer: faults.Writer) -> str:
    """The system call by which the new file gets its name."""
    return "rename" if writer.files else "link"


@needs_strace
@pytest.mark.parametrize(("call", "is_new"), [("fsync", False), ("", False), ("exit_group", True)])
def test_a_process_that_is_killed_leaves_the_old_or_the_new_file(
    call: str, is_new: bool, writer: faults.Writer, tmp_path: Path
) -> None:
    old, new = faults.wanted(writer)
    left = faults.run(writer, tmp_path, faults.Fault("signal=KILL", call or naming(writer), 1))
    assert left.code == -9
    assert left.content == (new if is_new else old)
    assert left.temporaries == (not is_new)


@needs_strace
@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EBUSY"])
def test_a_failing_call_leaves_the_old_file_and_says_why(error: str, writer: faults.Writer, tmp_path: Path) -> None:
    said = {
        "ENOSPC": "[Errno 28] No space left on device; free some space and try again",
        "EIO": "[Errno 5] Input/output error",
        "EBUSY": "[Errno 16] Device or resource busy; "
        "it is mounted by itself or in use; write to it where it really lies",
    }[error]
    old, _ = faults.wanted(writer)
    for call in ("fsync", naming(writer)):
        left = faults.run(writer, tmp_path, faults.Fault(f"error={error}", call, 1))
        assert (left.code, left.said) == (1, f"{said}: 'out.json'\n")
        assert (left.content, left.temporaries) == (old, 0)


@needs_strace
def test_a_file_system_without_hard_links_or_synced_folders_will_do(writer: faults.Writer, tmp_path: Path) -> None:
    _, new = faults.wanted(writer)
    without = (faults.Fault("error=EPERM", "link", 1), faults.Fault("error=EINVAL", "fsync", 2))
    left = faults.run(writer, tmp_path, *without)
    assert (left.code, left.said, left.content, left.temporaries) == (0, "", new, 0)


@needs_strace
def test_a_file_that_another_changes_while_it_is_written_is_left_to_the_other(tmp_path: Path) -> None:
    slow = faults.Writer("dump", (sys.executable, "-c", faults.DUMP, "new "), "out.json", {"out.json": faults.OLD})
    path = tmp_path / "out.json"
    command = ["strace", "-f", "-qq", "-o", os.devnull, "--inject=fsync:delay_exit=2000000:when=1", *slow.command]
    path.write_bytes(faults.OLD)
    with subprocess.Popen(
        command, cwd=tmp_path, env=faults.environment(), stderr=subprocess.PIPE, text=True
    ) as process:
        while not temporaries(tmp_path):
            assert process.poll() is None
        path.write_bytes(b"theirs")
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (1, "out.json changed meanwhile; it is left as it is now: read it again\n")
    assert (path.read_bytes(), temporaries(tmp_path)) == (b"theirs", [])


@needs_strace
def test_a_command_that_is_told_to_end_removes_its_temporary(tmp_path: Path) -> None:
    post = b"---\nevent: PyDay\n---\n"
    writer = faults.eventnotes("convert", "convert a.md -o out.json", "out.json", {"a.md": post, "out.json": b"old"})
    for name, code in (("TERM", 143), ("HUP", 129), ("INT", 130)):
        left = faults.run(writer, tmp_path, faults.Fault(f"signal={name}", "fsync", 1))
        assert (left.code, left.content, left.temporaries) == (code, b"old", 0)
