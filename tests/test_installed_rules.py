"""Rules of other packages: found by their entry points, asked last, and whatever is wrong with them is a finding."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

METADATA = "Metadata-Version: 2.1\nName: harbour-rules\nVersion: 1.0\n"
CODE = '''
from eventnotes.diagnostic import Severity
from eventnotes.rules import Finding, Rule


def quiet_venue(event):
    """The venue is not a harbour.

    We meet at the sea.
    """
    if event.venue is not None and "Harbour" not in (event.venue.name or ""):
        yield Finding(("venue", "name"), f"{event.venue.name} is no harbour", "meet at the sea", words=event.venue.name)


def plain_words(event):
    if event.name == "A":
        yield ("name",), "the name is one letter"


LOUD = Rule(quiet_venue, Severity.ERROR)
NUMBER = 3


def raises(event):
    raise ZeroDivisionError("division\\nby zero")


def raises_late(event):
    yield Finding(("name",), "first")
    raise KeyError("late")


def yields_text(event):
    yield "the name is short"


def yields_nowhere(event):
    yield Finding(("sessions", 7, "title"), "there is no such session")


def yields_numbers(event):
    yield Finding(("name",), 3)


def yields_nothing(event):
    return None


def yields_forever(event):
    while True:
        yield Finding(("name",), "again")


def yields_commands(event):
    yield Finding(("name",), "::error::\\x1b[2J##[error] \\n::error::x")


def exits(event):
    raise SystemExit(3)
'''
OFFERS = """\
[eventnotes.rules]
quiet-venue = harbour_rules:LOUD
plain-words = harbour_rules:plain_words
raises = harbour_rules:raises
exits = harbour_rules:exits
raises-late = harbour_rules:raises_late
yields-text = harbour_rules:yields_text
yields-nowhere = harbour_rules:yields_nowhere
yields-numbers = harbour_rules:yields_numbers
yields-nothing = harbour_rules:yields_nothing
yields-forever = harbour_rules:yields_forever
yields-commands = harbour_rules:yields_commands
no-rule = harbour_rules:NUMBER
no-module = harbour_rules_gone:rule
no-name = harbour_rules:gone
other-name = harbour_rules:plain_words
unknown-speaker = harbour_rules:plain_words
twice = harbour_rules:plain_words
"""
POST = "---\nevent:\n  name: A\n  start: 2024\n  venue: Casa\n---\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as pip leaves it: two packages with their metadata."""
    site = tmp_path_factory.mktemp("site")
    (site / "harbour_rules.py").write_text(dedent(CODE))
    for name, offers in (
        ("harbour_rules", OFFERS),
        ("other_rules", "[eventnotes.rules]\ntwice = harbour_rules:raises\n"),
    ):
        folder = site / f"{name}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(METADATA.replace("harbour-rules", name.replace("_", "-")))
        (folder / "entry_points.txt").write_text(offers)
    return site


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(site))
    (tmp_path / "post.md").write_text(POST)
    return tmp_path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "eventnotes", *arguments], capture_output=True, encoding="utf-8", check=False
    )


def found(*arguments: str) -> list[str]:
    done = run("check", "--report", "concise", *arguments)
    assert (done.returncode in (0, 1), done.stderr) == (True, "")
    return done.stdout.splitlines()


def test_rules_run_where_they_are_selected(folder: Path) -> None:
    assert found("post.md") == []
    venue = "post.md:5:10: error quiet-venue Casa is no harbour"
    name = "post.md:3:9: warning plain-words the name is one letter"
    assert found("post.md", "--select", "quiet-venue,plain-words") == [name, venue]
    assert found("post.md", "--select", "quiet-venue,plain-words,missing-date", "--jobs", "2") == [name, venue]
    Path("eventnotes.toml").write_text('select = ["default", "plain-words"]\nseverity.plain-words = "error"\n')
    assert found("post.md") == [name.replace("warning", "error")]
    Path("eventnotes.toml").write_text(
        'select = ["quiet-venue", "plain-words"]\nper-file-ignores = { "*.md" = ["quiet-venue"] }\n'
    )
    assert found("post.md") == [name]
    Path("post.md").write_text(POST.replace("Casa", "Casa  # eventnotes: ignore quiet-venue"))
    assert found("post.md", "--select", "quiet-venue") == []
    assert found("post.md") == [name]


def test_they_are_explained_and_reported_like_ours(folder: Path) -> None:
    assert run("explain", "quiet-venue").stdout == "quiet-venue\n\nThe venue is not a harbour.\n\nWe meet at the sea.\n"
    assert run("explain", "plain-words").stdout == "plain-words\n\nIts package says nothing about it.\n"
    listed = [line for line in run("explain").stdout.splitlines() if line.startswith(("quiet", "no-module"))]
    assert listed == [
        (
            "no-module                 harbour-rules (harbour_rules_gone:rule) cannot be loaded: "
            "ModuleNotFoundError: No module named 'harbour_rules_gone'"
        ),
        "quiet-venue               The venue is not a harbour.",
    ]
    done = run("explain", "quiet-vanue")
    assert done.returncode == 2
    assert done.stderr.endswith("Error: no finding has the code 'quiet-vanue'; did you mean quiet-venue?\n")
    sarif = json.loads(run("check", "post.md", "--select", "quiet-venue", "--report", "sarif").stdout)
    (rule,) = sarif["runs"][0]["tool"]["driver"]["rules"]
    assert (rule["id"], rule["defaultConfiguration"]) == ("quiet-venue", {"level": "error"})
    assert rule["shortDescription"] == {"text": "The venue is not a harbour."}
    done = run("check", "post.md", "--ignore", "quiet-vanue")
    assert done.stderr.endswith('no finding has the code "quiet-vanue"; did you mean quiet-venue?\n')


NO_FINDING = "which is no finding at a place of the event"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("raises", "the rule raises fails: ZeroDivisionError: division by zero"),
        ("raises-late", "the rule raises-late fails: KeyError: 'late'"),
        ("yields-text", f'the rule yields-text yields "the name is short", {NO_FINDING}'),
        ("exits", "the rule exits fails: SystemExit: 3"),
        ("yields-nothing", "the rule yields-nothing fails: TypeError: 'NoneType' object is not iterable"),
    ],
)
def test_a_rule_that_fails_is_a_finding_of_the_file(folder: Path, code: str, message: str) -> None:
    assert found("post.md", "--select", code) == [f"post.md:1:1: error broken-rule {message}"]
    others = found("post.md", "--select", f"plain-words,{code}")
    assert others[1:] == ["post.md:3:9: warning plain-words the name is one letter"]


@pytest.mark.parametrize("code", ["yields-nowhere", "yields-numbers"])
def test_what_is_no_finding_is_told(folder: Path, code: str) -> None:
    (line,) = found("post.md", "--select", code)
    assert line.startswith(f'post.md:1:1: error broken-rule the rule {code} yields "Finding(loc=(')
    assert line.endswith(NO_FINDING)


def test_a_rule_cannot_flood_or_command(folder: Path) -> None:
    (line,) = found("post.md", "--select", "yields-forever")
    assert line == "post.md:3:9: warning yields-forever again"
    done = run("check", "post.md", "--select", "yields-commands")
    assert "\x1b" not in done.stdout
    assert "\n::" not in done.stdout
    assert "##[" not in done.stdout


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("no-rule", 'harbour-rules (harbour_rules:NUMBER) offers "3", which is no rule'),
        (
            "no-module",
            (
                "harbour-rules (harbour_rules_gone:rule) cannot be loaded: "
                "ModuleNotFoundError: No module named 'harbour_rules_gone'"
            ),
        ),
        (
            "no-name",
            (
                "harbour-rules (harbour_rules:gone) cannot be loaded: "
                "AttributeError: module 'harbour_rules' has no attribute 'gone'"
            ),
        ),
        ("other-name", 'harbour-rules (harbour_rules:plain_words) offers a rule of another name, "plain-words"'),
        (
            "twice",
            (
                "the code is taken twice, by "
                "harbour-rules (harbour_rules:plain_words) and other-rules (harbour_rules:raises)"
            ),
        ),
    ],
)
def test_a_rule_that_cannot_be_loaded_is_a_finding_where_it_is_selected(folder: Path, code: str, message: str) -> None:
    Path("more.md").write_text(POST)
    assert found("post.md", "more.md", "--select", code) == [
        f"--select:1:1: error broken-rule the rule {code} cannot be used: {message}"
    ]
    Path("eventnotes.toml").write_text(f'select = [\n  "default",\n  "{code}",\n]\n')
    assert found("post.md", "more.md") == [
        f"eventnotes.toml:3:4: error broken-rule the rule {code} cannot be used: {message}"
    ]
    assert found("post.md", "--select", code) == [
        f"--select:1:1: error broken-rule the rule {code} cannot be used: {message}"
    ]
    reports = ("concise", "json", "github", "gitlab", "sarif", "junit")
    done = run("check", "post.md", *(f"--report={report}:{report}.out" for report in reports))
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    for report in reports:
        assert code in Path(f"{report}.out").read_text(encoding="utf-8")


def test_all_selects_them_all_and_one_of_our_codes_stays_ours(folder: Path) -> None:
    lines = found("post.md", "--select", "all")
    codes = {line.split(" ")[2] for line in lines}
    assert {"quiet-venue", "plain-words", "broken-rule"} <= codes
    broken = [line.split(" ", 3)[3] for line in lines if line.startswith("--select")]
    assert len(broken) == 6
    hidden = (
        "the rule unknown-speaker cannot be used: harbour-rules (harbour_rules:plain_words) offers it, "
        "and the code is one of ours"
    )
    assert hidden in broken
    assert run("explain").stderr == f"{hidden}\n"
    assert run("check", "post.md", "--select", "no-rule").stdout.endswith("\n1 write-up checked: 1 error\n")
    Path("post.md").write_text(POST + "\n**Lesson (Bo):** Ask.\n")
    assert [line.split(" ")[2] for line in found("post.md", "--select", "unknown-speaker")] == ["unknown-speaker"]


def test_entry_points_are_not_asked_for_our_codes(folder: Path) -> None:
    Path("eventnotes.toml").write_text('select = ["default"]\nignore = ["missing-date"]\n')
    program = (
        "import sys, runpy\n"
        "import importlib.metadata as metadata\n"
        "real = metadata.entry_points\n"
        "def refuse(group):\n"
        "    assert group != 'eventnotes.rules', 'asked'\n"
        "    return real(group=group)\n"
        "metadata.entry_points = refuse\n"
        "sys.argv = ['eventnotes', *sys.argv[1:]]\n"
        "runpy.run_module('eventnotes', run_name='__main__')\n"
    )
    for arguments in (["check", "post.md"], ["explain", "missing-date"], ["fmt", "post.md"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            capture_output=True,
            encoding="utf-8",
            check=False,
            env=os.environ,
        )
        assert (done.returncode, "asked" in done.stderr) == (0, False)
    done = subprocess.run(
        [sys.executable, "-c", program, "explain", "quiet-venue"], capture_output=True, encoding="utf-8", check=False
    )
    assert "asked" in done.stderr
