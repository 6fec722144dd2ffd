"""Git: files as they were at a revision; the one place that starts it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

import click

from eventnotes.diagnostic import printable


class Revision:
    """A revision of the repository around the current folder.

    What is compared with is the point where the current history left that of the revision, so that what others added
    there since is nobody's loss.

    Args:
        ref: a branch, a tag or a commit.

    Raises:
        click.UsageError: where git cannot be asked, in one line.
    """

    def __init__(self, ref: str) -> None:
        self.root = _asked("rev-parse", "--show-toplevel")
        commit = _asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", said=_unknown(ref))
        base = _answer("merge-base", commit, "HEAD")
        self.commit = base.stdout.decode().strip() if base.returncode == 0 else commit
        self._process: subprocess.Popen[bytes] | None = None

    def file(self, path: str) -> bytes | None:
        """A file as it was, by the name that it had then; None where it was not there.

        Raises:
            click.UsageError: for a file that lies outside of the repository.
        """
        inside = os.path.relpath(os.path.realpath(path), os.path.realpath(self.root))
        if inside.startswith(os.pardir + os.sep):
            raise click.UsageError(f"--against: {printable(path)} lies outside of {printable(self.root, None)}")
        if "\n" in inside:
            return None
        name = inside.replace(os.sep, "/")
        with _told():
            found = self._read(f"{self.commit}:{name}")
            if found is None and name in self._renamed:
                found = self._read(f"{self.commit}:{self._renamed[name]}")
        return found

    @cached_property
    def _renamed(self) -> dict[str, str]:
        """The former names of files that git takes for renamed, by their names now."""
        asked = ("-z", "--name-status", "--find-renames", "--diff-filter=R", "--no-relative", "--no-ext-diff")
        _, *names = _answer("-C", self.root, "diff", *asked, self.commit, "--").stdout.split(b"\0")
        former, now = names[::3], names[1::3]  # between two pairs stands the status of the second
        return {os.fsdecode(new): os.fsdecode(old) for old, new in zip(former, now, strict=False)}

    def _read(self, name: str) -> bytes | None:
        if self._process is None:
            self._process = subprocess.Popen(
                ["git", "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answers is not None
        asked.write(os.fsencode(name) + b"\n")
        asked.flush()
        *_, kind, size = answers.readline().split(b" ")
        if kind != b"blob":
            return None
        data = answers.read(int(size) + 1)
        return data[:-1]

    def close(self) -> None:
        """End the process that was started."""
        if self._process is not None:
            self._process.communicate()


def _unknown(ref: str) -> str:
    return f"git knows no commit {printable(ref)}"


def _asked(*arguments: str, said: str = "") -> str:
    """What git answers, in one line; `said` is told where it cannot."""
    answer = _answer(*arguments)
    if answer.returncode:
        why = said or (answer.stderr.decode(errors="replace").strip().splitlines() or ["git fails"])[0]
        raise click.UsageError(f"--against: {printable(why, None)}")
    return os.fsdecode(answer.stdout).rstrip("\n")


def _answer(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    with _told():
        return subprocess.run(["git", *arguments], capture_output=True, check=False, stdin=subprocess.DEVNULL)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise click.UsageError(f"--against: git cannot be started: {error.strerror or error}") from None
