"""Faults while a file is written: a signal at every system call, errors of the system, two writers, full disks.

python tests/faults.py [--out PAGE]: prints a table, and with --out puts it between the markers of a page.
After each fault the file must be the old or the new one; the exit code is 1 where one is not.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ERRORS = ("ENOSPC", "EIO", "EACCES", "EINTR")
FAILING = re.compile(r"open|openat|p?write(64)?|f(data)?sync|rename(at2?)?|link(at)?|unlink(at)?|fchmod|close")
HEAD = ("fault", "writer", "places", "old file", "new file", "mixed", "temporary left", "unexplained")

OLD = b"the old file\n" * 20_000
POST = b"---\nevent: {name: PyDay, start: 2024-05-01}\n---\n" + b"Ask first, build later.\n" * 20_000
DUMP = """
import sys, eventnotes as en
event = en.Event(name="PyDay", notes=sys.argv[1] * 100_000)
en.write(event, "json")
if len(sys.argv) > 2:
    print("ready", flush=True)
    sys.stdin.readline()
try:
    en.dump(event, "out.json")
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit("stopped")
"""
_CALL = re.compile(r"^\d+ +(\w+)\((.*)")


class Writer(NamedTuple):
    """A command that writes one file of the folder it runs in."""

    name: str
    command: tuple[str, ...]
    target: str
    files: dict[str, bytes]
    """What stands in the folder before."""
    summary: str = "(?!)"
    """The line on standard error that it always writes, as a pattern."""


class Fault(NamedTuple):
    """What strace does at the n-th call of a system call: `signal=KILL`, `error=EIO`."""

    action: str
    call: str
    nth: int


class Outcome(NamedTuple):
    """What a writer left behind, and what it said."""

    content: bytes | None
    temporaries: int
    code: int
    said: str
    log: str
    """The system calls it made, as strace writes them."""

    @property
    def explained(self) -> bool:
        """Whether a failure is one line without a traceback, and success is silent."""
        return self.said.count("\n") == (self.code != 0) and "Traceback" not in self.said


def eventnotes(name: str, arguments: str, target: str, files: dict[str, bytes], summary: str = "(?!)") -> Writer:
    """A subcommand of the command line as a writer."""
    return Writer(name, (sys.executable, "-m", "eventnotes", *arguments.split()), target, files, summary)


def writers() -> list[Writer]:
    """Every command that writes."""
    dump = (sys.executable, "-c", DUMP, "new ")
    loose = POST + b"\n## Opening\n\n**Presenter**: Bo Ek\n"
    return [
        Writer("`dump` over a file", dump, "out.json", {"out.json": OLD}),
        Writer("`dump`, a new file", dump, "out.json", {}),
        eventnotes("`convert` over a file", "convert a.md -o out.json", "out.json", {"a.md": POST, "out.json": OLD}),
        eventnotes("`new`, a new file", "new --name PyDay -o post.md", "post.md", {}),
        eventnotes("`upgrade` in place", "upgrade a.md", "a.md", {"a.md": POST}, "[0-9]+ files? upgraded.*\n"),
        eventnotes("`fmt` in place", "fmt a.md", "a.md", {"a.md": loose}, "[0-9]+ files? formatted.*\n"),
    ]


def run(writer: Writer, folder: Path, *faults: Fault) -> Outcome:
    """Run a writer under strace in a folder, with the files it needs, and look at what is left."""
    for name, data in writer.files.items():
        (folder / name).write_bytes(data)
    with tempfile.NamedTemporaryFile() as log:
        tracing = ["strace", "-f", "-qq", "-s", "200", "-o", log.name]
        tracing += [f"--inject={one.call}:{one.action}:when={one.nth}" for one in faults]
        done = subprocess.run(
            [*tracing, *writer.command], cwd=folder, env=environment(), capture_output=True, text=True, check=False
        )
        return outcome(writer, folder, done, Path(log.name).read_text(encoding="utf-8", errors="replace"))


def environment() -> dict[str, str]:
    """Ours without coverage, so that a process makes the same calls each time."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    return {**kept, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}


def outcome(writer: Writer, folder: Path, done: subprocess.CompletedProcess[str], log: str = "") -> Outcome:
    """What stands in the folder after a process."""
    target = folder / writer.target
    content = target.read_bytes() if target.exists() else None
    said = re.sub(writer.summary, "", done.stderr)
    return Outcome(content, len(list(folder.glob(".eventnotes-*"))), done.returncode, said, log)


def calls(log: str) -> list[tuple[str, str]]:
    """Each system call of a log: its name and its arguments."""
    return [(match[1], match[2]) for match in map(_CALL.match, log.splitlines()) if match]


def places(log: str, target: str) -> list[tuple[str, int]]:
    """The calls from the opening of the target on, after the last import before it is written: name and count."""
    made = calls(log)
    temporary = next(at for at, (_, arguments) in enumerate(made) if ".eventnotes-" in arguments)
    start = max(at for at in range(temporary) if re.search(r'\.(pyc?|so)"|execve', " ".join(made[at])))
    start = next(at for at in range(start + 1, temporary + 1) if f'{target}"' in made[at][1])
    names = [name for name, _ in made]
    return [(name, names[: at + 1].count(name)) for at, name in enumerate(names) if at >= start]


def campaign(writer: Writer, actions: tuple[str, ...], every: int = 1) -> Iterator[tuple[Fault, Outcome]]:
    """Each action at each place of the write (or each so many), every one in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        found = places(run(writer, Path(folder)).log, writer.target)
    faults = [
        Fault(action, name, nth)
        for action in actions
        for name, nth in found
        if action.startswith("signal") or FAILING.fullmatch(name)
    ][::every]

    def one(fault: Fault) -> Outcome:
        with tempfile.TemporaryDirectory() as folder:
            return run(writer, Path(folder), fault)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from zip(faults, pool.map(one, faults), strict=True)


def wanted(writer: Writer) -> tuple[bytes | None, bytes | None]:
    """The file before, and the file that a run without faults leaves."""
    with tempfile.TemporaryDirectory() as folder:
        clean = run(writer, Path(folder))
    assert (clean.code, clean.said, clean.temporaries) == (0, "", 0), clean
    return writer.files.get(writer.target), clean.content


class Row(NamedTuple):
    """One line of the table."""

    fault: str
    writer: str
    places: int
    old: int
    new: int
    mixed: int
    temporaries: int
    unexplained: int
    """Failures that are not one line without a traceback, and failures that call themselves success."""

    @property
    def is_good(self) -> bool:
        """Whether every promise was kept; after SIGKILL nobody can remove a temporary."""
        return not self.mixed and not self.unexplained and (self.fault == "SIGKILL" or not self.temporaries)


def row(name: str, writer: Writer, outcomes: list[Outcome], old: bytes | None, *new: bytes | None) -> Row:
    """Count outcomes."""
    were_old = sum(one.content == old for one in outcomes)
    were_new = sum(one.content in new for one in outcomes)
    lying = sum(one.code == 0 and one.content not in new for one in outcomes)
    unexplained = lying + sum(not one.explained for one in outcomes if not name.startswith("SIG"))
    temporaries = sum(one.temporaries > 0 for one in outcomes)
    mixed = len(outcomes) - were_old - were_new
    return Row(name, writer.name, len(outcomes), were_old, were_new, mixed, temporaries, unexplained)


def at_every_place(writer: Writer) -> Iterator[Row]:
    """Signals at every system call of a write, and errors at every one that can have one."""
    old, new = wanted(writer)
    signals = ("KILL", "INT", "TERM") if "-m" in writer.command else ("KILL", "INT")
    asked: dict[str, tuple[str, ...]] = {f"SIG{name}": (f"signal={name}",) for name in signals}
    asked[", ".join(ERRORS)] = tuple(f"error={name}" for name in ERRORS)
    for name, actions in asked.items():
        outcomes = []
        for fault, one in campaign(writer, actions):
            made = [call for call, _ in calls(one.log)]
            assert made.count(fault.call) >= fault.nth, f"{fault} was not reached"
            assert name != "SIGKILL" or made[-1] == fault.call, f"{fault} came later"
            outcomes.append(one)
        yield row(name, writer, outcomes, old, new)


def two_at_once(rounds: int, before: dict[str, bytes]) -> tuple[list[Outcome], Writer, set[bytes]]:
    """Two writers of one file, let go together: the outcome of each, with what the file is in the end."""
    dumping = [(sys.executable, "-c", DUMP, word, "wait") for word in ("one ", "two ")]
    writer = Writer("two `dump`s at once" + ("" if before else ", a new file"), dumping[0], "out.json", before)
    whole = {wanted(writer._replace(command=one[:-1]))[1] or b"" for one in dumping}
    outcomes = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            for name, data in before.items():
                Path(folder, name).write_bytes(data)
            both = [
                subprocess.Popen(one, cwd=folder, env=environment(), text=True, stdin=-1, stdout=-1, stderr=-1)
                for one in dumping
            ]
            for one in both:
                assert one.stdout is not None
                assert one.stdout.readline() == "ready\n"
            for one in both:
                assert one.stdin is not None
                one.stdin.write("\n")
                one.stdin.flush()
            said = [one.communicate()[1] for one in both]
            done = [
                subprocess.CompletedProcess(one.args, one.wait(), "", text)
                for one, text in zip(both, said, strict=True)
            ]
            assert any(one.returncode == 0 for one in done), said
            outcomes += [outcome(writer, Path(folder), one) for one in done]
    return outcomes, writer, whole


@contextmanager
def mounted(folder: str, *arguments: str) -> Iterator[bool]:
    """Something mounted on a folder or a file; whether we may."""
    may = subprocess.run(["mount", *arguments, folder], capture_output=True, check=False).returncode == 0
    try:
        yield may
    finally:
        if may:
            subprocess.run(["umount", folder], check=True)


def on_real_file_systems(writer: Writer) -> Iterator[Row]:
    """A full disk, one that can only be read, and a file that is a mount point of its own."""
    old, new = wanted(writer)
    with tempfile.TemporaryDirectory() as folder, mounted(folder, "-t", "tmpfs", "-o", "size=600k", "none") as may:
        if not may:
            print("faults: no right to mount a file system, so full and read-only disks are left out")
            return
        yield row("a full disk", writer, [run(writer, Path(folder))], old, new)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        done = subprocess.run(
            writer.command, cwd=folder, env=environment(), capture_output=True, text=True, check=False
        )
        yield row("a read-only disk", writer, [outcome(writer, Path(folder), done)], old, new)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, writer.target)
        target.write_bytes(OLD)
        with mounted(str(target), "--bind", str(target)) as may:
            assert may
            yield row("a bind mount", writer, [run(writer, Path(folder))], old, new)


def table(rows: list[Row]) -> str:
    """The rows as a table of Markdown."""
    rule = ["---", "---", *("---:" for _ in HEAD[2:])]
    return "\n".join(f"| {' | '.join(map(str, cells))} |" for cells in (HEAD, rule, *rows))


def put(page: Path, name: str, text: str) -> None:
    """Replace what stands between the markers of that name in a page."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, ended, after = rest.partition(end)
    assert found, f"{page} has no {begin}"
    assert ended, f"{page} has no {end}"
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def main(arguments: list[str]) -> int:
    if shutil.which("strace") is None:
        print("faults: strace is missing, so no fault can be injected; apt-get install strace")
        return 1
    rows = []
    for writer in writers():
        for one in at_every_place(writer):
            print(*one, sep="  ", flush=True)
            rows.append(one)
    for before in ({"out.json": OLD}, {}):
        outcomes, writer, whole = two_at_once(20, before)
        lost = sum(one.code != 0 for one in outcomes)
        rows.append(row(f"{lost} of 40 refused", writer, outcomes, b"", *whole))
    rows += on_real_file_systems(writers()[0])
    print(table(rows))
    if arguments[:1] == ["--out"]:
        put(Path(arguments[1]), "faults", table(rows))
    return 0 if all(one.is_good for one in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
