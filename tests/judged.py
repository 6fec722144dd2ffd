"""Calendars in programs that people use: `python tests/judged.py KHAL RADICALE` compares what each shows.

khal and calcurse import both profiles; Radicale, a server, stores them split. calcurse is to be on the PATH.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path

import eventnotes as en
from eventnotes.formats.ical import files
from test_ical_judged import Read, events, expected

FORMS = ("timeformat = %H:%M", "dateformat = %Y-%m-%d", "longdateformat = %Y-%m-%d")
TIMES = ("datetimeformat = %Y-%m-%dT%H:%M", "longdatetimeformat = %Y-%m-%dT%H:%M")
ZONES = ("local_timezone = UTC", "default_timezone = UTC")
SHOWN = "{title}|{start-long}|{end-long}"


def run(*command: str) -> str:
    """What a program prints, run in UTC."""
    done = subprocess.run(["env", "TZ=UTC", "LC_ALL=C.UTF-8", *command], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def wanted(read: Read) -> list[tuple[str, str, str]]:
    """What a program is to show: minutes in UTC, of days the last one."""
    found = []
    for name, start, end in read:
        assert start is not None
        assert end is not None
        is_day = len(start) == 10
        last = str(date.fromisoformat(end) - timedelta(days=1)) if is_day else end[:16]
        found.append((name, start[:16], last))
    return sorted(found)


def by_khal(khal: str, path: Path) -> list[tuple[str, str, str]]:
    """What khal prints of a calendar."""
    config = path.with_suffix(".conf")
    (path.parent / "khal").mkdir(exist_ok=True)
    lines = ["[calendars]", "[[a]]", f"path = {path.parent / 'khal'}", "[locale]", *ZONES, *FORMS, *TIMES]
    config.write_text("\n".join(lines), encoding="utf-8")
    shown = run(khal, "-c", str(config), "printics", "-f", SHOWN, str(path))
    return sorted((name, start, end) for name, start, end in re.findall(r"^(.*)\|(.*)\|(.*)$", shown, re.MULTILINE))


def by_calcurse(path: Path) -> list[tuple[str, str, str]]:
    """What calcurse holds after it imported a calendar."""
    with tempfile.TemporaryDirectory() as folder:
        run("calcurse", "-q", "-D", folder, "-i", str(path))
        held = Path(folder, "apts").read_text(encoding="utf-8")
    day = r"(\d\d)/(\d\d)/(\d{4})"
    found = []
    for line in held.splitlines():
        if times := re.match(rf"{day} @ (\d\d:\d\d) -> {day} @ (\d\d:\d\d)(?:>\w+)? ?\|(.*)", line):
            month, first, year, start, *last, end, name = times.groups()
            found.append((name, f"{year}-{month}-{first}T{start}", f"{last[2]}-{last[0]}-{last[1]}T{end}"))
        elif days := re.match(rf"{day} \[1\] (?:\{{1D -> {day}\}} )?(?:>\w+ )?(.*)", line):
            month, first, year, *last, name = days.groups()
            start = f"{year}-{month}-{first}"
            found.append((name, start, f"{last[2]}-{last[0]}-{last[1]}" if last[0] else start))
    return sorted(found)


@contextmanager
def server(radicale: str, folder: Path) -> Iterator[HTTPConnection]:
    """A connection to a Radicale of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [radicale, "--storage-filesystem-folder", str(folder), "--auth-type", "none", "--config", ""]
    process = subprocess.Popen([*command, "--server-hosts", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield HTTPConnection("127.0.0.1", port, timeout=30)
    finally:
        process.terminate()
        process.wait()


def asked(connection: HTTPConnection, method: str, path: str, data: bytes = b"") -> int:
    """The status with which a server answers."""
    connection.request(method, path, data, {"Content-Type": "text/calendar"} if data else {})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def main(khal: str, radicale: str) -> int:
    """Ask every program about every calendar; a line for each, and 1 where one shows something else than is meant."""
    failed = 0

    def tell(program: str, profile: str, count: int, verdict: bool) -> None:
        nonlocal failed
        failed += not verdict
        print(f"{program:9} {profile:5} {count} events: {'as meant' if verdict else 'OTHERWISE'}")

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for profile in ("core", "rich"):
            for number, event in enumerate(events()):
                path = folder / f"{number}-{profile}.ics"
                path.write_bytes(en.write(event, "ical", profile=profile))
                meant = wanted(expected(event))
                tell("khal", profile, len(meant), by_khal(khal, path) == meant)
                alone = meant if profile == "core" else [one for one in meant if len(one[1]) == 10]
                tell("calcurse", profile, len(alone), by_calcurse(path) == alone)
        with server(radicale, folder / "server") as connection:
            asked(connection, "MKCOL", "/a/")
            for profile in ("core", "rich"):
                event = events()[1]
                parts = [(name, b"".join(pieces)) for name, pieces in files([event], is_rich=profile == "rich")]
                asked(connection, "MKCALENDAR", f"/a/{profile}/")
                statuses = {asked(connection, "PUT", f"/a/{profile}/{name}", data) for name, data in parts}
                asked(connection, "MKCALENDAR", f"/a/whole-{profile}/")
                whole = asked(connection, "PUT", f"/a/whole-{profile}/a.ics", en.write(event, "ical", profile=profile))
                tell("Radicale", profile, len(parts), (statuses, whole) == ({201}, 400))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
