"""`eventnotes convert` over folders and sources of several events: layout, faults, names that meet, streams."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import eventnotes as en
from eventnotes.cli import eventnotes

POST = "---\nevent: {{name: {name}, start: 2024-05-01}}\n---\n"
LINE = '{{"eventnotes":1,"id":"{id}","name":"{name}","start":"2024-05-01"}}\n'
FAULTY = "---\nevent: {name: B, start: soon}\n---\n"
TOLD = (
    'posts/2024/b.md:2:25: error date start should be a date or time in ISO 8601, not "soon"\n'
    "  2 | event: {name: B, start: soon}\n"
    "    |                         ^^^^\n"
    "  help: write it like 2017-10-05 or 2017-10-05T09:30+01:00, in quotes or not\n\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two write-ups, a page that is none, and a faulty one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts" / "2024").mkdir(parents=True)
    put("posts/a.md", POST.format(name="A"))
    put("posts/about.md", "No write-up.\n")
    put("posts/2024/b.md", FAULTY)
    put("posts/2024/c.event.yaml", "name: C\nstart: 2024-05-01\n")
    return tmp_path


def put(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(eventnotes, ["convert", *arguments], input=stdin)


def said(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


def tree(root: str) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in Path(root).rglob("*") if path.is_file())


class TestMirror:
    def test_a_folder_becomes_one_of_the_same_layout(self, folder: Path) -> None:
        result = run("posts/", "--to", "json", "-o", "out/")
        summary = "2 events converted, 1 not; 1 file passed over (no write-up)\n"
        assert said(result) == (1, "", TOLD + summary)
        assert tree("out") == ["2024/c.json", "a.json"]
        assert en.load("out/a.json").name == "A"
        before = Path("out/a.json").stat().st_mtime_ns
        os.remove("posts/2024/b.md")
        assert said(run("posts", "-o", "out", "--to", "json"))[0] == 0
        assert Path("out/a.json").stat().st_mtime_ns == before

    def test_of_a_folder_in_which_nothing_is_taken_it_is_told_why(self, folder: Path) -> None:
        run("posts/a.md", "--to", "ical", "-o", "calendars/")
        said_of = "0 events converted; of a folder's files only write-ups are taken, so name others by themselves\n"
        assert said(run("calendars", "--to", "jsonl")) == (0, "", said_of)

    def test_it_is_quiet_where_nobody_watches(self, folder: Path) -> None:
        assert "\r" not in run("posts", "--to", "json", "-o", "out/").stderr

    def test_each_event_of_several_gets_a_file(self, folder: Path) -> None:
        put("two.jsonl", LINE.format(id="x", name="X") * 2)
        assert said(run("two.jsonl", "posts/a.md", "-o", "out/", "--to", "yaml")) == (0, "", "")
        assert tree("out") == ["a.yaml", "two.jsonl/0001-x.yaml", "two.jsonl/0002-x.yaml"]
        assert said(run("two.jsonl", "posts/a.md", "-o", "again/", "--to", "jsonl")) == (0, "", "")
        assert tree("again") == ["a.jsonl", "two.jsonl"]
        assert Path("again/two.jsonl").read_bytes() == Path("two.jsonl").read_bytes()

    def test_an_id_that_is_too_long_for_a_name_is_cut(self, folder: Path) -> None:
        put("two.jsonl", LINE.format(id="a" * 300, name="A") * 2)
        assert said(run("two.jsonl", "-o", "out/", "--to", "json")) == (0, "", "")
        assert tree("out") == [f"two.jsonl/000{one}-{'a' * 100}.json" for one in (1, 2)]

    @pytest.mark.parametrize(
        ("first", "second", "name"),
        [
            ("A.md", "a.md", "a.json"),
            ("a.md", "a.event.yaml", "a.json"),
            ("e\u0301.md", "\xe9.md", "\xe9.json"),
            ("STRASSE.md", "stra\xdfe.md", "stra\xdfe.json"),
        ],
    )
    def test_names_that_meet_are_refused_before_anything_is_written(
        self, folder: Path, first: str, second: str, name: str
    ) -> None:
        Path("posts/2024/b.md").unlink()
        for one in (first, second):
            text = POST.format(name="A") if one.endswith(".md") else "name: A\n"
            put(f"posts/2024/{one}", text)
        result = run("posts", "-o", "out/", "--to", "json")
        assert result.exit_code == 2
        both = " and ".join(f"posts/2024/{one}" for one in sorted((first, second)))
        told = f"{both} would both be written to 2024/{name}; convert one of them into another folder\n"
        assert result.stderr.partition("Error: ")[2] == told
        assert not Path("out").exists()
        put(f"posts/2024/{first if first.endswith('.md') else second}", "Not a write-up.\n")
        assert run("posts", "-o", "out/", "--to", "json").exit_code == 0

    def test_sources_of_several_events_have_folders_of_their_own(self, folder: Path) -> None:
        put("all.jsonl", '{"name": "A"}\n{"name": "B"}\n')
        put("all.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:C\nEND:VEVENT\nEND:VCALENDAR\n")
        assert run("all.jsonl", "all.ics", "-o", "out/", "--to", "yaml").exit_code == 0
        assert tree("out") == ["all.ics/0001-c.yaml", "all.jsonl/0001-a.yaml", "all.jsonl/0002-b.yaml"]
        result = run("all.jsonl", "all.ics", "-o", "calendars/", "--to", "ical")
        assert result.exit_code == 2
        said = "all.jsonl and all.ics would both be written to all.ics; convert one of them into another folder"
        assert result.stderr.endswith(f"Error: {said}\n")
        assert not Path("calendars").exists()

    def test_links_that_lead_out_and_sources_are_not_written_over(self, folder: Path) -> None:
        Path("out").mkdir()
        Path("elsewhere").mkdir()
        Path("out/2024").symlink_to(Path("elsewhere").resolve())
        result = run("posts", "-o", "out/", "--to", "json")
        assert result.exit_code == 2
        assert result.stderr.endswith("Error: out/2024/b.json leads out of out/; remove the link in it\n")
        assert tree("elsewhere") == tree("out") == []
        result = run("posts", "-o", "posts", "--to", "markdown")
        assert result.exit_code == 2
        assert "would be written over itself; name another folder\n" in result.stderr

    def test_names_that_are_awkward_stay_inside(self, folder: Path) -> None:
        for name in ("con.md", ".md", "..md", "a\nb.md", "-x.md", "x" * 240 + ".md"):
            put(f"posts/2024/{name}", POST.format(name="A"))
        Path("posts/2024/b.md").unlink()
        assert run("posts", "-o", "deep/out/", "--to", "json").exit_code == 0
        names = [".md.json", "..md.json", "-x.json", "a\nb.json", "c.json", "con.json", "x" * 240 + ".json"]
        assert tree("deep/out") == sorted([*(f"2024/{one}" for one in names), "a.json"])
        assert tree(".").count("deep/out/a.json") == 1

    def test_what_cannot_be_read_does_not_stop_the_rest(self, folder: Path) -> None:
        os.mkfifo("posts/2024/a.md")
        put("posts/2024/b.md", POST.format(name="B"))
        result = run("posts", "-o", "out/", "--to", "json")
        told = "posts/2024/a.md:1:1: error unreadable-file cannot be read: is not a regular file\n\n"
        assert said(result) == (1, "", f"{told}3 events converted, 1 not; 1 file passed over (no write-up)\n")

    def test_losses_are_told_of_each(self, folder: Path) -> None:
        put("posts/a.md", "---\nevent: {name: A, start: 2024-05-01, series: S}\n---\n")
        Path("posts/2024/b.md").unlink()
        result = run("posts", "-o", "out/", "--to", "ical", "--losses", "lost.json")
        assert said(result)[0] == 0
        assert json.loads(Path("lost.json").read_text())["posts/a.md"] == {"series": 1}
        assert run("posts", "-o", "none/", "--to", "ical", "--no-loss").exit_code == 1

    def test_losses_of_events_in_one_line_add_up(self, folder: Path) -> None:
        events = [{"@type": "Event", "name": one, "startDate": "2024-05-01", "performer": one} for one in "XYZ"]
        put("site.jsonld", json.dumps(events))
        assert run("site.jsonld", "-o", "site.ics", "--losses", "lost.json").exit_code == 0
        assert json.loads(Path("lost.json").read_text()) == {"site.jsonld:1": {"speakers": 3}}

    def test_a_second_event_of_a_key_is_told(self, folder: Path) -> None:
        put("two.jsonl", LINE.format(id="x", name="X") + LINE.format(id="x", name="Y"))
        told = 'two.jsonl:2: another event has the key "x"; the first alone is converted\n'
        assert said(run("two.jsonl", "--uid", "x", "--to", "jsonl")) == (1, LINE.format(id="x", name="X"), told)

    def test_what_is_no_file_of_the_format_that_is_named_does_not_stop_the_rest(self, folder: Path) -> None:
        run("posts/a.md", "--to", "csv", "-o", "tables/")
        arguments = ("posts", "tables", "posts/a.md", "--to", "jsonl", "--from")
        line = LINE.format(id="a", name="A")
        told = said(run(*arguments, "markdown"))
        assert told[:2] == (1, line)
        assert told[2].startswith("posts: is a folder, not a file\ntables: is a folder, not a file\n")
        assert said(run("tables", "--from", "csv", "--to", "jsonl")) == (0, line, "")


class TestTerminal:
    def told(self, *arguments: str) -> str:
        """What a terminal is sent by a command whose other output goes to a file."""
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "eventnotes", "convert", *arguments]
        with open(ours, "rb", buffering=0) as terminal, open("sent", "wb") as sent:
            subprocess.run(command, stdout=sent, stderr=theirs, timeout=60, check=False)
            os.close(theirs)
            return terminal.read(100_000).decode().replace("\r\n", "\n")

    def test_it_says_how_far_it_is_and_takes_that_back(self, folder: Path) -> None:
        shown = self.told("posts", "--to", "json", "-o", "out/")
        assert "\r\x1b[K1 converted" in shown
        summary = "2 events converted, 1 not; 1 file passed over (no write-up)\n"
        assert shown.endswith(f"\r\x1b[K{summary}")
        plain = re.sub(r"\r\x1b\[K(?:[\d,]+ converted(?=\r))?", "", shown)
        assert plain == TOLD + summary

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ("--to csv", "a package is no text: name a file or a folder with -o, or choose one with --table"),
            ("--to ical --split", "--split needs -o with a folder to write to"),
        ],
    )
    def test_several_files_are_not_sent_to_a_terminal(self, folder: Path, arguments: str, said: str) -> None:
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "eventnotes", "convert", "posts/a.md", *arguments.split(" ")]
        done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, timeout=60, check=False, text=True)
        os.close(theirs)
        os.close(ours)
        assert (done.returncode, done.stderr.endswith(f"Error: {said}\n")) == (2, True)


class TestStream:
    def test_a_folder_becomes_lines(self, folder: Path) -> None:
        lines = LINE.format(id="c", name="C") + LINE.format(id="a", name="A")
        summary = "2 events converted, 1 not; 1 file passed over (no write-up)\n"
        assert said(run("posts", "--to", "jsonl")) == (1, lines, TOLD + summary)
        assert said(run("posts", "-o", "all.jsonl")) == (1, "", TOLD + summary)
        assert Path("all.jsonl").read_text() == lines

    def test_lines_are_read_event_by_event(self, folder: Path) -> None:
        put("events.jsonl", LINE.format(id="a", name="A") + "{\n\n" + LINE.format(id="b", name="B"))
        result = run("events.jsonl", "--to", "jsonl")
        assert result.exit_code == 1
        assert result.stdout == LINE.format(id="a", name="A") + LINE.format(id="b", name="B")
        assert result.stderr.startswith("events.jsonl:2:2: error json-syntax not JSON: Expecting property name")
        first = run("events.jsonl", "--to", "yaml")
        assert "events.jsonl:2:1: warning several-events this holds several events; the first is read" in first.stderr
        assert first.stdout == "eventnotes: 1\nid: a\nname: A\nstart: '2024-05-01'\n"

    def test_nothing_is_written_where_there_is_nothing_to_write(self, folder: Path) -> None:
        put("old.jsonl", "kept")
        assert run("posts/2024/b.md", "-o", "old.jsonl").exit_code == 1
        assert Path("old.jsonl").read_text() == "kept"

    def test_standard_input_is_a_source_too(self, folder: Path) -> None:
        result = run("-", "posts/a.md", "--to", "jsonl", stdin=POST.format(name="I"))
        assert said(result) == (0, LINE.format(id="i", name="I") + LINE.format(id="a", name="A"), "")
        again = run("-", "--from", "jsonl", "--to", "jsonl", stdin=result.stdout)
        assert said(again) == (0, result.stdout, "")


class TestCheck:
    def test_every_event_of_a_source_is_checked_at_its_line(self, folder: Path) -> None:
        put("e.jsonl", '{"name": "A"}\n\n{"name": "B", "start": "soon"}\n[1]\n')
        result = CliRunner().invoke(eventnotes, ["check", "--report", "concise", "e.jsonl"])
        assert result.stdout.splitlines() == [
            "e.jsonl:1:1: warning missing-date the event has no date",
            'e.jsonl:3:24: error date start should be a date or time in ISO 8601, not "soon"',
            "e.jsonl:4:1: error type-root an event is a mapping, and this is a list",
        ]

    def test_findings_of_all_events_together_are_limited(self, folder: Path) -> None:
        put("e.jsonl", '{"name": "A", "start": "soon"}\n' * 300)
        result = CliRunner().invoke(eventnotes, ["check", "--report", "concise", "e.jsonl"])
        lines = result.stdout.splitlines()
        assert len(lines) == 101
        assert lines[-1] == "e.jsonl:101:24: error limit-findings 200 more findings are not shown"


class TestReadAll:
    def test_a_source_that_is_no_text_is_one_document_that_says_so(self) -> None:
        for data, code in ((b"\xff\xfe{\x00", "encoding"), (b"", "empty"), (b" \n", "empty")):
            (found,) = en.read_all(data=data, format="jsonl")
            assert (found.event, [one.code for one in found.diagnostics]) == (None, [code])
        first, second = en.read_all(data=b'{"name": "A\xff"}\n{"name": "B"}\n', format="jsonl")
        assert [one.code for one in first.diagnostics] == ["encoding"]
        assert (second.event and second.event.name, second.diagnostics, second.line) == ("B", (), 2)

    def test_a_source_of_one_event_gives_one(self) -> None:
        assert [one.event for one in en.read_all(text="name: A", format="yaml")] == [en.Event(name="A")]

    def test_a_format_of_one_event_holds_no_several(self) -> None:
        with pytest.raises(LookupError, match=r"^yaml holds one event; these hold several: .*jsonl"):
            en.write_all([], "yaml")

    def test_events_are_taken_one_by_one(self) -> None:
        taken = []

        def events() -> object:
            for name in "AB":
                taken.append(name)
                yield en.Event(name=name)

        pieces = en.write_all(events(), "jsonl")  # type: ignore[arg-type]
        assert (next(pieces), taken) == (b'{"eventnotes":1,"id":"a","name":"A"}\n', ["A"])

    def test_a_source_over_the_limit_is_not_read(self) -> None:
        (found,) = en.read_all(text="{}\n" * 9, format="jsonl", limits=en.limits.Limits(size=10))
        assert [one.code for one in found.diagnostics] == ["limit-size"]
