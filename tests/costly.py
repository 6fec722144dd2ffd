"""Costly input: sources within the limits that made a reader take more than linear time, or more memory than promised.

python tests/costly.py GROUP: reads and checks each source of a group, and writes those of one. A process that takes
longer than SECONDS of its own time over one, or longer where the machine is slow, is ended; one that takes more
memory than MEMORY says so. The sources are so large that any work in proportion to the square of a size would take
minutes, so the bound does not depend on how fast code is.
"""

from __future__ import annotations

import resource
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import eventnotes as en
from eventnotes.formats import FORMATS
from eventnotes.inspection import inspected

SECONDS = 20  # each takes about one where a million additions take LOOP
LOOP = 0.08
MEMORY = 300  # MB, the promise of docs/reliability.md
MANY = 8_000  # items of a list
LONG = 1_000_000  # characters in a row

FRONT = "---\nevent: {name: A, start: 2024}\n---\n\n"
TALK = f"{FRONT}## T\n\n- **Kind:** talk\n"


def each(piece: str, count: int = MANY) -> str:
    """A piece so often, with its number for each %."""
    return "".join(piece.replace("%", str(number)) for number in range(count))


def event(facts: str, body: str = "") -> str:
    return f"---\nevent:\n  name: A\n  start: 2024\n  {facts}\n---\n\n{body}"


def data() -> Iterator[tuple[str, str, str]]:
    """YAML, JSON and TOML."""
    strings = ",".join(['"a, ' + "1" * 45 + '"'] * MANY)
    escapes = '\\"' * LONG
    yield "numbers in strings", "json", f'{{"name": "A", "extra": {{"a": [{strings}]}}}}'
    yield "one key", "json", '{"name": "A", ' + ",".join(['"start": "2024"'] * MANY) + "}"
    yield "a string that does not end", "json", '["' + "[" * 65 + escapes
    yield "a long string", "json", f'{{"name": "A", "x": [{"[]," * 70}"{escapes}"]}}'
    yield "front matter in JSON that does not end", "markdown", f'{{"event": "A", "x": "{escapes}'
    yield "one id", "yaml", "name: A\nsessions:\n" + "- {title: a, id: b}\n" * MANY
    yield "one id in sessions", "yaml", "name: A\nsessions:\n" + "- {quotes: [{text: a, id: b}]}\n" * MANY
    yield "unknown keys", "yaml", "name: A\nsessions:\n" + "- {titel: a, kindd: b}\n" * MANY
    yield "bad values", "yaml", "name: A\ntags:\n" + "- ' a'\n" * MANY
    yield "bad extra", "yaml", f"name: A\nextra:\n{each('  k%: .nan' + chr(10))}"
    yield "quoted placeholders", "yaml", f'name: A\nnotes: "{each("<!-- quote: a% -->" + chr(92) + "n", MANY)}"'
    yield "quoted labels", "json", f'{{"name": "A", "notes": "{each("**Speeker:** a%" + chr(92) + "n", MANY)}"}}'
    lines = f"'A, {' at ' * 60_000}', '{'(' * 200_000}', '{' ' * 200_000}(b'"
    yield "speaker lines", "yaml", f"name: A\nspeakers: [{lines}]"
    triple = '\\"""\n' * (LONG // 5)
    yield "quotes in TOML", "markdown", f'+++\nevent = "A"\nx = """\n{triple}+++\n'
    yield "a long string in TOML", "markdown", f"+++\nevent = 'A'\nx = '''\n{'a' * LONG}\n'''\n+++\n"
    private = "".join(map(chr, range(0xE000, 0xF900)))
    yield "stand-ins for separators", "yaml", f"name: A\nx: '\u2028{private}'\n"
    yield "words in TOML", "markdown", f"+++\nevent.name = 1\nx = '''\n{'a ' * 100_000}\n{' ' * 100_000}x\n'''\n+++\n"
    yield "lists in TOML", "markdown", f"+++\nevent = 'A'\nx = [{'1,' * 2 * LONG}]\n+++\n"


def items() -> Iterator[tuple[str, str, str]]:
    """Many items of a post."""
    yield "equal lessons", "markdown", FRONT + "**Lesson:** a\n\n" * MANY
    yield "equal quotes", "markdown", FRONT + "> a\n> — B\n\n" * MANY
    yield "equal sessions", "markdown", FRONT + "## T\n\n- **Speaker:** A\n\n" * MANY
    yield "sessions", "markdown", FRONT + each("## T%\n\n- **Speaker:** A%\n\n**Lesson (B):** x\n\n")
    yield "id comments", "markdown", FRONT + each("**Lesson:** a <!-- id: a% -->\n\n")
    yield "one id comment", "markdown", f"{FRONT}é\n\n{'**Lesson:** a <!-- id: a -->' + chr(10) * 2}" * MANY
    entries = each("{id: t%, room: b, notes: c}, ")
    yield "entries", "markdown", event(f"sessions: [{entries}]", each("## T%\n\n- **Kind:** talk\n\nx\n\n"))
    quotes = event(f"quotes: [{each('{id: a%, text: b}, ')}]")
    backwards = "".join(f"<!-- quote: a{one} -->\n\n" for one in reversed(range(MANY)))
    yield "placeholders out of order", "markdown", quotes + backwards
    yield "roles", "markdown", FRONT + each("## T%\n\n- **Speaker:** Ana Lima, CTO, NHS%\n\n")
    roles = "; ".join(f"a{one}" for one in range(MANY))
    yield "roles of one", "markdown", f"{FRONT}## T\n\n- **Speaker:** Ana, {roles}\n\n" + "> x\n> — Ana, zz\n\n" * MANY
    listed = ", ".join(f"Ana B{one}" for one in range(MANY))
    yield "one word for many", "markdown", event(f"speakers: [{listed}]", "**Lesson (Ana):** x\n\n" * MANY)
    unknown = f"[{', '.join(f'zz-{one}' for one in range(MANY))}]"
    yield "unknown speakers", "yaml", f"name: A\nspeakers: [{listed}]\nsessions: [{{speakers: {unknown}}}]"
    ids = each(f"{{id: {'ab' * 450}%, name: a}}, ", 3_000)
    strangers = ", ".join(f"{'ba' * 450}{one}" for one in range(100))
    yield "long ids", "yaml", f"name: A\nspeakers: [{ids}]\nsessions: [{{speakers: [{strangers}]}}]"
    tags = [each(f"{one}%, ") for one in "ab"]
    yield "tags of the post", "markdown", f"---\nevent: A\ntags: '{tags[0]}'\ncategories: '{tags[1]}'\n---\n"
    days = [f"{2000 + one // 366}-{1 + one // 31 % 12:02}-{1 + one % 28:02}" for one in range(MANY)]
    booked = "".join(f"- {{speakers: [a], start: {day}T10:00:00, end: {day}T10:00:00}}\n" for day in days)
    yield "bookings", "yaml", f"name: A\nstart: 2024\nspeakers: [A]\nsessions:\n{booked}"


def findings() -> Iterator[tuple[str, str, str]]:
    """Many findings, and places far down in a text that is not ASCII."""
    below = "é é\n\n" * 60_000
    yield "placeholders", "markdown", FRONT + each("<!-- quote: a% -->\n\n", 50_000)
    yield "one placeholder", "markdown", FRONT + "<!-- quote: a -->\n\n" * 50_000
    yield "placeholders in a list", "markdown", FRONT + each("- <!-- lesson: a% -->\n", 50_000)
    yield "labels", "markdown", f"{FRONT}x\n\n" + "**Speeker:** a\n\n" * 50_000
    yield "unlike labels", "markdown", f"{FRONT}x\n\n" + each("**Speeker:** a%\n\n", 50_000)
    yield "guards", "markdown", FRONT + "<!-- text -->\n\n**Speeker:** a\n\n" * 50_000
    yield "fences", "markdown", f"{FRONT}x\n\n" + "```\n**Speeker:** a\n```\n\n**Speeker:** a\n\n" * 30_000
    yield "comments", "markdown", f"{FRONT}x\n\n**Speeker:** a\n\n" + "<!-- " * (LONG // 5)
    yield "times", "markdown", f"{FRONT}{below}" + "## T\n\n- **Kind:** talk\n- **Time:** é\n\n" * MANY
    yield "labels given twice", "markdown", f"{TALK}{'- **Kind:** é' + chr(10)}" * 3
    yield "unclear roles", "markdown", FRONT + "## T\n\n- **Speaker:** A, b, c, d\n\n" * MANY + below
    yield "counts", "markdown", FRONT + "**Framework: 3 é**\n\n- x\n\n" * MANY + below
    yield "unknown speaker", "markdown", FRONT + each("**Lesson (B% C):** é\n\n") + below
    yield "control characters", "markdown", FRONT + "\x00" * LONG + "\x85" * LONG


def runs() -> Iterator[tuple[str, str, str]]:
    """Long runs of what a pattern may begin to match at each place."""
    blank = " " * LONG
    below = f"{FRONT}## T\n\n"
    values = (f"a{blank}b", "a\\ " * LONG, "<br>" * (LONG // 4), "**" * (LONG // 2), "[a](" * (LONG // 4), "<" * LONG)
    for value in (value[: LONG // 4] for value in values):
        name = value[:4].strip()
        for label in ("Kind", "Speaker", "Speakers", "Time", "Link"):
            yield f"{label} {name}", "markdown", f"{below}**Kind:** x\n\n**{label}:** {value}\n"
        yield f"label in a list {name}", "markdown", f"{below}- **Kind:** {value}\n"
        yield f"plain label {name}", "markdown", f"{below}Kind: {value}\n"
        yield f"wrapped label {name}", "markdown", f"{below}**Kind:** {value}\nb\n"
        yield f"lesson {name}", "markdown", f"{FRONT}**Lesson:** {value}\nb\n"
        yield f"attribution {name}", "markdown", f"{FRONT}> a\n> — B{value}(via C) x\n"
        yield f"heading {name}", "markdown", f"{FRONT}## {value} #\n\n- **Speaker:** A\n"
        yield f"day {name}", "markdown", f"{FRONT}## Monday{value}x\n"
        yield f"action {name}", "markdown", f"{FRONT}**Lessons:**\n\n- a\n  - [ ] b{value} (owner: c\n"
        yield f"element {name}", "markdown", f"{FRONT}**Framework: a**\n\n- **a**{value}x\n"
        yield f"line of a session {name}", "markdown", f"{FRONT}## Talks\n\n- **a** — b{value}x\n"
    yield "links of a session", "markdown", f"{FRONT}## Talks\n\n- **a** — b{'[a](http://b) ' * 10_000}x\n"
    yield "names in brackets", "markdown", f"{below}- **Speakers:** (x) {'a, ' * 80_000}\n"
    yield "dashes", "markdown", f"{FRONT}## {'a — ' * 200_000}\n"
    yield "hashes", "markdown", f"{FRONT}## a {'# ' * 500_000}b #\n"
    yield "ends of a quote", "markdown", f"{FRONT}> a\n{'>' + chr(10)}" + ">\n" * (LONG // 2)
    yield "ids", "markdown", f"{FRONT}> a\n> — B{'{#a}' * (LONG // 4)}x}}\n"
    yield "gaps", "markdown", event("lessons: [{id: a, text: b}]", f"x\n\n- <!-- lesson: a -->\n{chr(10) * LONG}x\n")
    yield "combining marks", "markdown", f"{FRONT}## a{'́̀' * (LONG // 2)}\n\n- **Kind:** x\n"
    yield "fence of another length", "markdown", f"{FRONT}x\n\n**Speeker:** a\n\n" + each("`" * 900 + "\n", 100)
    yield "a fence that does not end", "markdown", f"{FRONT}x\n\n**Speeker:** a\n\n{'`' * LONG}"
    yield "dates", "markdown", f"---\nevent: A\ndate: '2017-05-09{' ' * 200_000}x'\n---\n"


def sizes() -> Iterator[tuple[str, str, str]]:
    """As many small things as the size of a file allows."""
    size = 4_900_000
    yield "list items", "markdown", FRONT + "- a\n" * (size // 4)
    yield "lessons", "markdown", f"{FRONT}**Lessons:**\n\n" + "- a\n" * (size // 4)
    yield "actions", "markdown", f"{FRONT}**Lessons:**\n\n" + ("- a\n" + "  - [ ] b\n" * 24_000) * 20
    yield "paragraphs", "markdown", FRONT + "a\n\n" * (size // 3)
    yield "rules", "markdown", FRONT + "***\n" * (size // 4)
    yield "speakers", "markdown", f"{TALK}- **Speakers:** {'Abc Def, ' * (size // 9)}\n"
    yield "labels of speakers", "markdown", TALK + f"- **Speakers:** {each('A%, ', 28_000)}\n" * 20
    yield "roles", "markdown", (f"{TALK}- **Speaker:** A, {'a; ' * 80_000}\n\n")[len(FRONT) :] * 20
    yield "role of a quote", "markdown", f"{FRONT}> a\n> — B, {'a; ' * (size // 3)}x\n"
    yield "tags", "markdown", TALK + f"- **Tags:** {'a,' * 120_000}\n" * 20
    yield "JSON lists", "json", f'{{"name": "A", "x": [{"[]," * (size // 3)}0]}}'
    yield "JSON keys", "json", '{"name": "A", "x": [{"a":0}' + ',{"a":0}' * (size // 8) + "]}"
    nested = '{"":' * 55 + "0" + "}" * 55 + ","
    yield "JSON in JSON", "json", '{"x": [' + nested * 17_000 + "0]}"
    yield "tables in TOML", "markdown", f"+++\nevent = 'A'\n{each('[a%]' + chr(10), 400_000)}+++\n"
    yield "YAML items", "yaml", f"name: A\nx: [{'a, ' * (size // 3)}]\n"
    yield "YAML lines", "yaml", f"name: A\nx: '{chr(10) * size}'\n"
    yield "YAML keys", "yaml", "name: A\nextra:\n" + each(" k%: a\n", 400_000)


def several() -> Iterator[tuple[str, str, str]]:
    """Sources of several events, each of which is read."""
    events = each("BEGIN:VEVENT\nUID:%\nSUMMARY:a\nDTSTART;TZID=Here:20240501T093000\nEND:VEVENT\n")
    zone = f"BEGIN:VTIMEZONE\nTZID:Here\n{each('X-LIC-LOCATION:Nowhere/%' + chr(10))}END:VTIMEZONE\n"
    for name, lines in (
        ("zones", each("X-WR-TIMEZONE:Nowhere/%\n")),
        ("locations of a zone", zone),
        ("properties", each("X-A:%\n", 10 * MANY)),
        ("names", each("NAME:%\n", 10 * MANY)),
        ("parts", each("BEGIN:X%\nEND:X%\n", 8 * MANY)),
    ):
        yield f"{name} of a calendar", "ical", f"BEGIN:VCALENDAR\n{lines}{events}END:VCALENDAR\n"
    person = f'{{"@type": "Person", "@id": "#p", "name": "P", "description": "{"*a* " * 25_000}"}}'
    referring = ",".join(['{"@type": "Event", "name": "A", "performer": {"@id": "#p"}}'] * MANY)
    yield "one person of many events", "jsonld", f"[{person},{referring}]"
    talks = ",".join(['{"title": "A", "track": {"slug": "b"}}'] * MANY)
    tracks = each('{"slug": "t%", "name": "T"},')[:-1]
    conference = f'{{"title": "A", "tracks": [{tracks}], "days": [{{"rooms": {{"A": [{talks}]}}}}]}}'
    yield "tracks of a programme", "schedule-json", f'{{"schedule": {{"conference": {conference}}}}}'
    bad = ",".join(['{"url": "a b"}'] * MANY)
    conference = f'{{"title": "A", "days": [{{"rooms": {{"A": [{{"title": "A", "links": [{bad}]}}]}}}}]}}'
    yield "links of a programme", "schedule-json", f'{{"schedule": {{"conference": {conference}}}}}'


def written() -> Iterator[tuple[str, str, str]]:
    """Events that are written in every format besides."""
    untimed, timed = each("- {title: a%}\n", MANY // 2), each("- {title: b%, start: 'T09:30'}\n", MANY // 2)
    yield "sessions", "yaml", f"name: A\nstart: 2024-05-01\nsessions:\n{untimed}{timed}"


GROUPS = {one.__name__: one for one in (data, items, findings, runs, sizes, several, written)}


def pace() -> float:
    """How many times as long as LOOP a million additions take here; 1 at least."""
    began, total = time.process_time(), 0
    for one in range(1_000_000):
        total += one
    return max(1.0, (time.process_time() - began) / LOOP)


def main(group: str) -> None:
    bound = SECONDS * pace()
    for name, format, text in GROUPS[group]():
        print(name, flush=True)
        signal.setitimer(signal.ITIMER_PROF, bound)
        document = en.read(text=text, format=format)
        found = inspected(document, named=True).diagnostics
        if group == "several":
            for one in en.read_all(text=text, format=format):
                assert len(one.diagnostics) <= 101
        if group == "written" and document.event is not None:
            for target in FORMATS:
                _ = target.write is not None and target.write(document.event)
        signal.setitimer(signal.ITIMER_PROF, 0)
        assert len(found) <= 101
        assert document.event is not None or found
        used = peak() // 1024
        if used > MEMORY:
            sys.exit(f"{name} takes {used} MB")
        del document, found, text  # so that the next source is measured without this one


def peak() -> int:
    """The most memory that this process took, in kB; where there is /proc, without what its parent took (getrusage)."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(status.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    main(sys.argv[1])
