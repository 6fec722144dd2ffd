"""The fault procedures of the kit, each done for real: python tests/procedures.py [--rounds N] [--out PAGE] [NAME...].

Of those that are repeated N is how often, by default as often as the kit asks. What does not hold is printed; the exit
code is then 1. The procedures run commands in copies of this process, so that thousands of them take minutes.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import eventnotes as package
import faults
import hostile
from commands import COMMAND, interrupted, run, shell, started, traced
from eventnotes.document import read
from eventnotes.formatting import formatted

OLD = b"---\nevent: {name: PyDay, start: 2024-05-01}\n---\n\n## A talk\n\nSpeaker: Ana Lima\n"
NEW = formatted(read(data=OLD)).text.encode()
BAD = b"---\nevent: {name: PyDay, start: 2024-05-01}\n---\n\n**Lesson (Bo):** a\n"
HEBREW = "---\nevent: {name: 'שלום', start: 2024-05-01}\n---\n\n**Lesson (שלום):** a\n"
NOBODY = 65_534


def written(count: int = 1) -> list[Path]:
    """So many files to format."""
    files = [Path(f"{number:04}.md") for number in range(count)]
    for one in files:
        one.write_bytes(OLD)
    return files


def whole(files: list[Path], temporaries: bool = False) -> None:
    """Demand that each file is the old or the new one."""
    assert {one.read_bytes() for one in files} <= {OLD, NEW}
    assert temporaries or not [*Path().glob(".eventnotes-*")]


@cache
def under_strace() -> dict[str, faults.Row]:
    """What signals and errors at every system call of `fmt` leave."""
    writer = next(one for one in faults.writers() if one.name.startswith("`fmt`"))
    return {one.fault: one for one in faults.at_every_place(writer)}


def kill_at_every_syscall(rounds: int) -> None:
    """SIGKILL at every system call of `fmt`: the old or the new file."""
    assert under_strace()["SIGKILL"].is_good


def errno_at_every_syscall(rounds: int) -> None:
    """ENOSPC, EIO, EACCES and EINTR at every call that can fail: the same, told in one line."""
    assert under_strace()[", ".join(faults.ERRORS)].is_good


def disk_full(rounds: int) -> None:
    """`fmt` on a full disk, a read-only one, and a mounted file: the old file."""
    writer = next(one for one in faults.writers() if one.name.startswith("`fmt`"))
    assert [(one.fault, one.old, one.is_good) for one in faults.on_real_file_systems(writer)] == [
        (name, 1, True) for name in ("a full disk", "a read-only disk", "a bind mount")
    ]


def quota_file_size(rounds: int) -> None:
    """`fmt` over the limit of a file's size: the old file."""
    files = written()
    small = len(OLD) - 10
    run("fmt", "0000.md", before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (small, small))).must(1, lines=2)
    assert files[0].read_bytes() == OLD
    whole(files)


def become_nobody() -> None:
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def read_only(path: Path, mode: int) -> None:
    files = written()
    if os.getuid() == 0:
        for one in (Path(), *files):
            os.chown(one, NOBODY, NOBODY)
    former = path.stat().st_mode
    path.chmod(mode)
    run("fmt", "0000.md", before=become_nobody).must(1, lines=2)
    path.chmod(former)
    assert files[0].read_bytes() == OLD
    whole(files)


def read_only_file(rounds: int) -> None:
    """`fmt` of a file that must not be written: the old file."""
    written()
    read_only(Path("0000.md"), 0o444)


def read_only_folder(rounds: int) -> None:
    """`fmt` in a folder that must not be written: the old file."""
    read_only(Path(), 0o555)


def keeps_mode(rounds: int) -> None:
    """Mode, owner and access control list after `fmt` are those before."""
    (file,) = written()
    file.chmod(0o751)
    entries = b"".join(
        tag.to_bytes(2, "little") + may.to_bytes(2, "little") + who.to_bytes(4, "little")
        for tag, may, who in (
            (1, 7, 2**32 - 1),
            (2, 4, NOBODY),
            (4, 5, 2**32 - 1),
            (16, 5, 2**32 - 1),
            (32, 1, 2**32 - 1),
        )
    )
    with suppress(OSError):  # a file system without such lists
        os.setxattr(file, "system.posix_acl_access", b"\2\0\0\0" + entries)
    if os.getuid() == 0:
        os.chown(file, NOBODY, NOBODY)

    def kept() -> tuple[object, ...]:
        status = file.stat()
        return (
            status.st_mode,
            status.st_uid,
            status.st_gid,
            [(one, os.getxattr(file, one)) for one in os.listxattr(file)],
        )

    before = kept()
    run("fmt", "0000.md").must(0)
    assert (file.read_bytes(), kept()) == (NEW, before)


def keeps_symlink(rounds: int) -> None:
    """A link stays a link, and its target changes."""
    written()
    Path("link.md").symlink_to("0000.md")
    run("fmt", "link.md").must(0)
    assert (os.readlink("link.md"), Path("0000.md").read_bytes()) == ("0000.md", NEW)


def keeps_hardlink(rounds: int) -> None:
    """A file with two names is refused."""
    written()
    os.link("0000.md", "other.md")
    run("fmt", "0000.md").must(1)
    assert Path("0000.md").read_bytes() == Path("other.md").read_bytes() == OLD


def changed_meanwhile(rounds: int) -> None:
    """What another program appends before the replacement is not lost."""
    from eventnotes import replacement

    written()
    put = replacement._put

    def late(name: str, target: str, *others: Any) -> None:
        with open(target, "ab") as file:
            file.write(b"by another\n")
        put(name, target, *others)

    def append() -> None:
        vars(replacement)["_put"] = late

    assert "changed meanwhile" in run("fmt", "0000.md", before=append).must(1).err
    assert Path("0000.md").read_bytes() == OLD + b"by another\n"


def two_writers(rounds: int) -> None:
    """Two `fmt`s of one folder at once: every file whole, no temporary."""
    for _ in range(rounds or 200):
        files = written(5)
        with open(os.devnull, "wb") as nowhere:
            both = [started(["fmt", "."], nowhere.fileno(), nowhere.fileno()) for _ in range(2)]
            codes = [os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]) for one in both]
        assert 0 <= min(codes) <= max(codes) <= 1, codes
        assert {one.read_bytes() for one in files} == {NEW}
        whole(files)


def signalled(number: int, rounds: int, files: int, codes: tuple[int, ...], lines: int) -> None:
    """Send a signal at a random moment while `fmt` writes; at least one has to come in time."""
    moments = random.Random(1)
    paths = written(files)
    start = time.monotonic()
    done = run("fmt", ".").must(0)
    longest = time.monotonic() - start
    in_time = 0
    for _ in range(rounds):
        written(files)
        ended = interrupted(number, moments.uniform(0, longest))
        in_time += ended.code in codes
        is_done = ended.code not in codes or (not lines and ended.err == done.err)  # it may come after the last word
        ended.must(0, *codes, lines=1 if is_done else lines)
        whole(paths, temporaries=number == signal.SIGKILL)
        for one in Path().glob(".eventnotes-*"):
            one.unlink()
    assert in_time > 0


def sigint(rounds: int) -> None:
    """SIGINT while `fmt` writes 1,000 files: exit code 130, one line, files whole."""
    signalled(signal.SIGINT, rounds or 20, 1_000, (130,), 1)


def sigterm(rounds: int) -> None:
    """SIGTERM likewise: exit code 143."""
    signalled(signal.SIGTERM, rounds or 20, 1_000, (143, -signal.SIGTERM), 0)


def sigkill(rounds: int) -> None:
    """SIGKILL likewise: files whole."""
    signalled(signal.SIGKILL, rounds or 1_000, 20, (-signal.SIGKILL,), 0)


def sigpipe(rounds: int) -> None:
    """`check --report json | head -n 1`: no traceback."""
    for number in range(500):
        Path(f"{number:04}.md").write_bytes(BAD)
    done = shell("eventnotes check --report json . | head -n 1; exit ${PIPESTATUS[0]}").must(0, 141, lines=0)
    assert done.out == "[\n"


def stdout_closed(rounds: int) -> None:
    """Standard output closed: the exit code is kept."""
    Path("good.md").write_bytes(NEW)
    Path("bad.md").write_bytes(BAD)
    for name, code in (("good.md", 0), ("bad.md", 1)):
        shell(f"eventnotes check {name} >&-").must(code, lines=0)


def stdout_full(rounds: int) -> None:
    """Standard output on a full device: one line, exit code 1."""
    Path("bad.md").write_bytes(BAD)
    shell("eventnotes check bad.md > /dev/full").must(1, lines=1)


def stdout_ascii(rounds: int) -> None:
    """A terminal of ASCII, names and titles in Hebrew: escaped."""
    Path("שלום.md").write_text(HEBREW, encoding="utf-8")
    done = shell("eventnotes check .", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LANG="C", LC_ALL="C").must(1, lines=0)
    assert done.out.isascii()
    assert r"\u05e9" in done.out


def everywhere() -> str:
    """What all commands say of the examples."""
    for one in (Path(__file__).parents[1] / "examples").iterdir():
        shutil.copy(one, ".")
    lines = ["check .", "convert one-talk.md --to json", "convert one-talk.md --to yaml", "fmt --check ."]
    lines += ["upgrade --diff .", "explain missing-date", "schema quote", "new --name A"]
    return "; ".join(f"eventnotes {one} 2>&1" for one in lines)


def no_network(rounds: int) -> None:
    """Every command without a network says the same."""
    script = everywhere()
    parted = script.replace("eventnotes ", f"unshare --net --map-root-user {' '.join(COMMAND)} ")
    assert shell(parted).must(0).out == shell(script).must(0).out


def no_write(rounds: int) -> None:
    """`check` opens no file for writing."""
    everywhere()
    opened = traced("open,openat,creat,rename,renameat2,unlink,mkdir", "check", ".")
    assert len(opened) > 50
    assert [one for one in opened if re.search("O_WRONLY|O_RDWR|O_CREAT", one[1]) or "open" not in one[0]] == []


def no_exec(rounds: int) -> None:
    """`check` starts no process."""
    everywhere()
    assert [name for name, _ in traced("execve,fork,vfork,clone,clone3", "check", ".")] == ["execve"]


def hash_seed(rounds: int) -> None:
    """Hash seed, locale, time zone, folder and order of files varied: the same bytes."""
    script = everywhere()
    Path("elsewhere").mkdir()
    names = sorted(Path().glob("*.*"))
    said = set()
    for seed in range(rounds or 21):
        folder = Path("elsewhere", str(seed))
        folder.mkdir()
        for one in random.Random(seed).sample(names, len(names)):
            shutil.copy(one, folder)
        locale, zone = (("C", "UTC"), ("C.UTF-8", "Asia/Kolkata"), ("POSIX", "America/Lima"))[seed % 3]
        said.add(shell(f"cd {folder}; {script}", PYTHONHASHSEED=str(seed), LC_ALL=locale, TZ=zone, PYTHONUTF8="1").out)
    assert len(said) == 1


def cases(glob: str = "*") -> list[dict[str, Any]]:
    """The kit's cases that match, written here."""
    return [one for one in hostile.build(Path()) if Path(one["name"]).match(glob)]


def low_recursion(rounds: int) -> None:
    """A recursion limit of 200: deep input is refused as elsewhere."""
    for one in cases("*-deep-*"):
        done = run("check", one["file"], before=lambda: sys.setrecursionlimit(200))
        assert "RecursionError" not in done.must(0, 1).err + done.out
        assert one["outcome"] != "error" or re.search(r"limit-depth|yaml-syntax|json-syntax", done.out), (
            one["name"],
            done.out,
        )


def low_memory(rounds: int) -> None:
    """300 MB of address space: no case of the kit ends in a traceback."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (300_000 * 1024, 300_000 * 1024))

    for one in cases()[:: 40 if rounds else 1]:
        done = run("check", one["file"], before=limit)
        assert "MemoryError" not in done.must(0, 1).err + done.out, one["name"]


def no_home(rounds: int) -> None:
    """No home and no current folder: a line, no traceback."""
    Path("good.md").write_bytes(NEW)
    shell(f"mkdir gone; cd gone; rmdir ../gone; unset HOME; eventnotes check {Path('good.md').resolve()}").must(0, 1, 2)
    shell("HOME=/proc/nowhere eventnotes check good.md").must(0, lines=0)
    done = shell("mkdir gone; cd gone; rmdir ../gone; eventnotes check .").must(1, 2)
    assert done.err.count("\n") <= 5, done.err


PROCEDURES: tuple[Callable[[int], None], ...] = (
    *(kill_at_every_syscall, errno_at_every_syscall, disk_full, quota_file_size, read_only_file, read_only_folder),
    *(keeps_mode, keeps_symlink, keeps_hardlink, changed_meanwhile, two_writers, sigint, sigterm, sigkill, sigpipe),
    *(stdout_closed, stdout_full, stdout_ascii, no_network, no_write, no_exec, hash_seed, low_recursion, low_memory),
    no_home,
)


def name_of(procedure: Callable[[int], None]) -> str:
    """What the kit calls it."""
    return procedure.__name__.replace("_", "-")


def held(procedure: Callable[[int], None], rounds: int) -> bool:
    """Whether a procedure leaves nothing to complain of; done in a folder of its own."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            procedure(rounds)
        except AssertionError as error:
            line = traceback.extract_tb(error.__traceback__)[-1].line
            print(f"{name_of(procedure)}: {line}: {error}", flush=True)
            return False
        finally:
            os.chdir(here)
    return True


def table(results: dict[str, bool]) -> str:
    """The procedures as a table of Markdown."""
    rows = [f"| {one.__doc__} | {'yes' if results[name_of(one)] else '**no**'} |" for one in PROCEDURES]
    return "\n".join(["| fault, and what has to be | holds |", "|---|---|", *rows])


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=0)
    parser.add_argument("--out", type=Path)
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args(arguments)
    for module in walk_packages(package.__path__, "eventnotes."):  # a copy may lose the right to read them
        import_module(module.name)
    chosen = [one for one in PROCEDURES if name_of(one) in (asked.names or map(name_of, PROCEDURES))]
    results = {name_of(one): held(one, asked.rounds) for one in chosen}
    print(f"{sum(results.values())} of {len(results)} fault procedures hold")
    if asked.out:
        faults.put(asked.out, "procedures", table(results))
    return 0 if all(results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
