"""Reports of `eventnotes check`: whole outputs, what other programs read in them, and that no title or name acts."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree

import jsonschema_rs
import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st
from junitparser import JUnitXml, TestSuite

import hostile
from eventnotes import __version__
from eventnotes.cli import eventnotes
from eventnotes.codes import pages, severity
from eventnotes.diagnostic import Diagnostic, Severity, printable
from eventnotes.inspection import Checked
from eventnotes.report import REPORTS
from runner import Command, commands

NONE = "; a write-up has event: in its front matter"

GOLDEN = Path(__file__).parent / "reports"
GOOD = "---\nevent: {name: A, start: 2024}\n---\n"
WARNED = "---\nevent: A\n---\n"
# Written from GitLab's page "Code Quality", section "Code Quality report format".
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "minLength": 1, "pattern": "^(?!\\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
PLACE = {"line": "1", "col": "2", "endLine": "1", "endColumn": "3"}
PIECES = (
    *("::error::x", "\n::warning::x", "\r\n", "##[add-mask]a", "##vso[task.setvariable]", "##[", "%0A", "%25", ":"),
    *(",", "]]>", "<!--", "&amp;", "<failure ", '"', "'", "{0}", "[a](http://evil)", "\\", " ", "=", "ü", "漢", "🎉"),
    *("\x1b[2J", "\x9b", "\x07", "\x7f", "\u202e", "\u2066", "\u2028", "\ufffe", "\uffff", "\udcff"),
)
words = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=6).map("".join).filter(bool)
paths = words.map(lambda one: one.replace("\0", "").replace("/", "")).filter(lambda one: one not in {"", ".", ".."})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(GOLDEN / "two.md", tmp_path)
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "warned.md").write_text(WARNED, encoding="utf-8")
    (tmp_path / "other.md").write_text("# Words\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(eventnotes, ["check", *arguments], input=stdin, prog_name="eventnotes")


def report(name: str, *arguments: str) -> str:
    return run(*arguments, "--report", name).stdout_bytes.decode()


def found(path: str, message: str = "said", line: int = 1, severity: Severity = Severity.ERROR) -> Checked:
    """A file with one finding, as reading makes it."""
    one = Diagnostic(path, line, 2, line, 4, severity, "text", printable(message, None), printable(message, None))
    return Checked(path, (one,), is_write_up=True, text=f"{message}\n" * line)


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_whole(folder: Path, name: str) -> None:
    expected = (GOLDEN / f"two.{name}").read_text(encoding="utf-8").replace("VERSION", __version__)
    result = run("two.md", "--report", name)
    assert (result.stdout_bytes.decode(), result.stderr, result.exit_code) == (expected, "", 1)
    assert run("two.md", "--report", f"{name}:out").stdout == ""
    assert (folder / "out").read_bytes() == result.stdout_bytes


def test_where_warnings_fail_they_fail_the_test_of_their_file(folder: Path) -> None:
    expected = (GOLDEN / "two.junit-strict").read_text(encoding="utf-8")
    assert report("junit", "two.md", "--strict") == expected
    assert '<failure message="the event has no date" type="warning">' in report("junit", "warned.md", "--strict")
    assert "<failure" not in report("junit", "warned.md")


def test_several_reports_are_made_of_one_run(folder: Path) -> None:
    files = {"json": "a.json", "sarif": "a.sarif", "gitlab": "b.json", "junit": "a.xml", "concise": "a.txt"}
    asked = [f"{name}:{file}" for name, file in files.items()]
    result = run(".", "--report", "text", "--report", "github", *(f"--report={one}" for one in asked))
    assert result.stdout == report("text", ".") + report("github", ".")
    for name, file in files.items():
        assert (folder / file).read_text(encoding="utf-8") == report(name, ".")


def test_a_report_replaces_its_file_as_a_whole_or_not_at_all(folder: Path) -> None:
    (folder / "out.json").write_text("former" * 9_999)
    (folder / "out.json").chmod(0o640)
    run("good.md", "--report", "json:out.json")
    assert (folder / "out.json").read_text() == "[]\n"
    assert (folder / "out.json").stat().st_mode & 0o777 == 0o640
    os.mkfifo(folder / "pipe")
    result = run("good.md", "--report", "json:pipe")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: pipe is not a regular file; name another, or write to standard output\n"
    assert [one.name for one in folder.iterdir() if one.name.startswith(".eventnotes-")] == []


def test_reports_for_programs_are_written_where_nothing_was_found(folder: Path) -> None:
    assert report("gitlab", "good.md") == report("json", "good.md") == "[]\n"
    assert json.loads(report("sarif", "good.md"))["runs"][0]["results"] == []
    assert '<testcase classname="eventnotes" name="good.md" file="good.md"/>' in report("junit", "good.md")
    assert report("github", "good.md") == report("concise", "good.md") == ""


def test_files_are_named_as_their_repository_names_them(folder: Path) -> None:
    (folder / "posts" / "a b").mkdir(parents=True)
    (folder / "posts" / "a b" / "ü%.md").write_text(WARNED, encoding="utf-8")
    for asked in ("posts", "./posts", str(folder / "posts"), "posts/../posts/"):
        assert json.loads(report("gitlab", asked))[0]["location"]["path"] == "posts/a b/ü%.md"
        assert [one.properties["file"] for one in commands(report("github", asked))] == ["posts/a b/ü%.md"]
        assert '"uri": "posts/a%20b/%C3%BC%25.md"' in report("sarif", asked)
        assert ' file="posts/a b/ü%.md"' in report("junit", asked)


def test_a_file_outside_of_the_folder_keeps_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "inner").mkdir()
    monkeypatch.chdir(folder / "inner")
    assert json.loads(report("gitlab", "../warned.md"))[0]["location"]["path"] == "../warned.md"
    assert f'"uri": "{(folder / "warned.md").as_uri()}"' in report("sarif", "../warned.md")
    assert '"uri": "-"' in CliRunner().invoke(eventnotes, ["check", "--report", "sarif", "-"], input=b"---\n").stdout


def test_a_fingerprint_stays_where_its_line_moves_and_is_used_once(folder: Path) -> None:
    def fingerprints() -> list[str]:
        found = [one["fingerprint"] for one in json.loads(report("gitlab", "alike.md"))]
        results = json.loads(report("sarif", "alike.md"))["runs"][0]["results"]
        assert [one["partialFingerprints"] for one in results] == [{"eventnotes/v1": one} for one in found]
        return found

    text = GOOD + "\n**Lesson (Bo):** a\n\n**Lesson (Bo):** b\n\n**Lesson (Cy):** c\n"
    (folder / "alike.md").write_text(text, encoding="utf-8")
    before = fingerprints()
    assert len(set(before)) == len(before) == 3
    (folder / "alike.md").write_text(text.replace("\n\n", "\n\nMore words.\n\n"), encoding="utf-8")
    assert fingerprints() == before
    (folder / "alike.md").write_text(text.replace("**Lesson (Cy):** c\n", ""), encoding="utf-8")
    assert fingerprints() == before[:2]
    twice = [one["fingerprint"] for one in json.loads(report("gitlab", "alike.md", "alike.md"))]
    assert len(set(twice)) == len(twice) == 4


def test_a_place_of_several_lines_has_no_columns_on_github(folder: Path) -> None:
    one = Diagnostic("a.md", 3, 2, 5, 4, Severity.WARNING, "text", "said")
    assert "".join(REPORTS["github"]([Checked("a.md", (one,), is_write_up=True)])) == (
        "::warning file=a.md,line=3,endLine=5,title=text::said\n"
    )
    empty = Diagnostic("a.md", 1, 1, 1, 1, Severity.ERROR, "empty", "said", "do")
    assert "".join(REPORTS["github"]([Checked("a.md", (empty,), is_write_up=True)])) == (
        "::error file=a.md,line=1,col=1,endLine=1,endColumn=1,title=empty::said%0Ahelp: do\n"
    )


def test_rules_of_sarif_are_the_pages_of_the_manual() -> None:
    checked = [
        Checked("a.md", (Diagnostic("a.md", 1, 1, 1, 1, Severity.ERROR, code, "said"),), is_write_up=True)
        for code in pages()
    ]
    driver = json.loads("".join(REPORTS["sarif"](checked)))["runs"][0]["tool"]["driver"]
    for rule, (code, page) in zip(driver["rules"], pages().items(), strict=True):
        assert (rule["id"], rule["help"]["markdown"]) == (code, page)
        assert rule["help"]["text"].replace("{{", "{").replace("}}", "}").replace("\\]", "]") == page
        assert rule["shortDescription"]["text"].count("\n") == 0
        assert "reported:" not in rule["fullDescription"]["text"]
        assert rule["defaultConfiguration"] == {"level": str(severity(code))}


def test_braces_and_links_are_plain_text_in_sarif() -> None:
    result = json.loads("".join(REPORTS["sarif"]([found("a.md", "{0} [a](http://evil) [b]")])))["runs"][0]["results"][0]
    assert result["message"]["text"] == "\nhelp: ".join(["{{0}} [a\\](http://evil) [b]"] * 2)


@example([(":", "::error::x", Severity.ERROR)])
@given(st.lists(st.tuples(paths, words, st.sampled_from(Severity)), min_size=1, max_size=3))
def test_nothing_that_is_reported_acts(files: list[tuple[str, str, Severity]]) -> None:
    checked = [found(path, message, severity=severity) for path, message, severity in files]
    for name, make in REPORTS.items():
        text = "".join(make(checked))
        assert (
            re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]", text) == []
        )
        assert "##[" not in text
        assert "##vso[" not in text
        assert name == "github" or list(commands(text)) == []
    assert list(commands("".join(REPORTS["github"](checked)))) == [
        Command(
            str(severity),
            {"file": printable(path, None), **PLACE, "title": "text"},
            f"{printable(said, None)}\nhelp: {printable(said, None)}",
        )
        for path, said, severity in files
    ]


@given(st.lists(st.tuples(paths, words), min_size=1, max_size=3))
def test_programs_read_what_was_written_of_hostile_names(files: list[tuple[str, str]]) -> None:
    checked = [found(path, message) for path, message in files]
    told = {name: "".join(make(checked)).encode() for name, make in REPORTS.items()}
    shown = [(printable(path, None), printable(said, None)) for path, said in files]
    assert [(one["path"], one["message"]) for one in json.loads(told["json"])] == shown
    quality = json.loads(told["gitlab"])
    assert [(one["location"]["path"], one["description"]) for one in quality] == shown
    jsonschema_rs.validator_for(CODE_QUALITY).validate(quality)
    for (path, _), uri in zip(files, uris(told["sarif"]), strict=True):
        assert unquote_to_bytes(uri) == path.encode("utf-8", "surrogateescape" if is_decoded(path) else "strict")
        assert not any(urlsplit(uri)[:2])
    assert [(case.get("name"), case[0].get("message")) for case in ElementTree.fromstring(told["junit"])[0]] == shown


def uris(sarif: bytes) -> list[str]:
    results = json.loads(sarif)["runs"][0]["results"]
    return [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]


def is_decoded(path: str) -> bool:
    return bool(re.search("[\udc80-\udcff]", path))


def judged(text: str) -> tuple[int, int, list[tuple[str, list[str]]]]:
    """What junitparser reads: the numbers of tests and of failures, and each test with the kinds of its results."""
    whole = JUnitXml.fromstring(text.encode())
    (suite,) = whole
    assert isinstance(suite, TestSuite)
    assert (whole.tests, whole.failures, whole.errors) == (suite.tests, suite.failures, suite.errors)
    cases: list[tuple[str, list[str]]] = [
        (str(case.name), [type(one).__name__ for one in case.result]) for case in suite
    ]
    assert (suite.tests, suite.failures) == (len(cases), sum("Failure" in kinds for _, kinds in cases))
    return suite.tests, suite.failures, cases


HOSTILE = (
    *("a\n::error::x.md", "::error file=x::y.md", ']]>&<b>".md', "##[add-mask]e.md", "\x1b[2J\u202e.md"),
    *("\udcff.md", "{0} [a](b).md", "%0A%3A.md", ",title=x.md"),
)


def test_junit_is_read_by_junitparser(folder: Path) -> None:
    assert judged(report("junit", "good.md")) == (1, 0, [("good.md", [])])
    expected = [("good.md", []), ("two.md", ["Failure"]), ("warned.md", [])]
    assert judged(report("junit", ".")) == (3, 1, expected)
    assert judged(report("junit", ".", "--strict"))[:2] == (3, 2)
    for name in HOSTILE:
        Path(name).write_text("---\n", encoding="utf-8")
    tests, failures, cases = judged(report("junit", ".", "--strict"))
    assert (tests, failures) == (3 + len(HOSTILE), 2 + len(HOSTILE))
    assert {name for name, _ in cases} >= {printable(name) for name in HOSTILE}


def test_gitlab_accepts_the_findings_of_hostile_files(folder: Path) -> None:
    schema = jsonschema_rs.validator_for(CODE_QUALITY)
    for name in HOSTILE:
        Path(name).write_text("---\n", encoding="utf-8")
    for arguments in (["good.md"], ["two.md"], ["."], [*HOSTILE]):
        quality: list[dict[str, Any]] = json.loads(report("gitlab", *arguments))
        schema.validate(quality)
        assert len({one["fingerprint"] for one in quality}) == len(quality)
    assert not schema.is_valid([{"description": "x"}])


@pytest.mark.parametrize("name", REPORTS)
def test_hostile_files_are_no_commands_to_a_runner(folder: Path, name: str) -> None:
    facts = "".join(f"  - {json.dumps(one, ensure_ascii=False)}\n" for one in ("::error::x", "##[add-mask]e", "%0A::x"))
    for file in HOSTILE:
        text = f"---\nevent:\n  name: A\n  speakers:\n{facts}  strat: '##[group]x'\n---\n\n**Lesson (add-mask):** ::x\n"
        Path(file).write_text(text, encoding="utf-8")
    for arguments in (["."], [*HOSTILE]):
        acted = list(commands(report(name, *arguments)))
        assert {one.name for one in acted} <= ({"error", "warning"} if name == "github" else set())
        assert len(acted) == (len(report("concise", *arguments).splitlines()) if name == "github" else 0)


def test_files_that_are_no_write_ups_can_be_passed_over(folder: Path) -> None:
    assert run("other.md").exit_code == 0
    assert "missing-date" in run("other.md").stdout
    (folder / "readme.md").write_text("Only words.\n", encoding="utf-8")
    (folder / "UPPER.MD").write_text("Only words.\n", encoding="utf-8")
    (folder / "broken.md").write_text("---\nevent: [\n---\n", encoding="utf-8")
    assert run("readme.md").exit_code == 1
    result = run("--pass-over", "other.md", "readme.md", "UPPER.MD")
    assert result.stdout == f"0 write-ups checked: nothing to report; 3 files passed over (no write-up){NONE}\n"
    assert result.exit_code == 0
    assert run("--pass-over", "two.md").stdout == run("two.md").stdout
    assert "yaml-syntax" in run("--pass-over", "broken.md").stdout
    assert "not-a-write-up" in run("--pass-over", "--require", "readme.md").stdout
    (folder / "a.event.yaml").write_text("{}\n", encoding="utf-8")
    assert run("--pass-over", "a.event.yaml").exit_code == 1
    for name in ("notes.txt", "Makefile", "package.json", "picture.png"):
        (folder / name).write_bytes(b"\x89 {words\n")
    others = run("--pass-over", "notes.txt", "Makefile", "package.json", "picture.png", "other.md")
    assert others.stdout == f"0 write-ups checked: nothing to report; 1 file passed over (no write-up){NONE}\n"


@pytest.mark.parametrize("arguments", [["-"], ["-", "--from", "markdown"], ["readme.md", "--from", "markdown"]])
def test_standard_input_and_named_formats_can_be_passed_over_too(folder: Path, arguments: list[str]) -> None:
    words = "Only words.\n"
    (folder / "readme.md").write_text(words, encoding="utf-8")

    def said(*options: str) -> str:
        command = ["check", *options, *arguments]
        return CliRunner().invoke(eventnotes, command, prog_name="eventnotes", input=words).stdout

    assert "missing" in said("--require")
    assert said("--pass-over") == f"0 write-ups checked: nothing to report; 1 file passed over (no write-up){NONE}\n"
    assert "error not-a-write-up this is no write-up" in said("--pass-over", "--require")


@pytest.mark.skipif(not hostile.KIT.exists(), reason="the kit is not here")
def test_the_kit_of_hostile_input_gives_reports_that_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = [one["file"] for one in hostile.build(tmp_path)]
    result = run(*files, "--limit", "files=9999", *(f"--report={name}:out.{name}" for name in REPORTS))
    assert (result.exit_code, result.output) == (1, "")
    told = {name: Path(f"out.{name}").read_bytes().decode() for name in REPORTS}
    assert [name for name, text in told.items() if ACTING.search(text)] == []
    acted = {name: len(list(commands(text))) for name, text in told.items()}
    number = len(json.loads(told["json"]))
    assert number > 300
    assert acted == {name: number if name == "github" else 0 for name in REPORTS}
    assert len({one["fingerprint"] for one in json.loads(told["gitlab"])}) == number
    assert len(json.loads(told["sarif"])["runs"][0]["results"]) == number
    assert judged(told["junit"])[1] > 100
