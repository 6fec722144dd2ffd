"""Configuration: the nearest counts, what is wrong in it is told at its place, and each setting does what it says."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.configuration import Asked, Configuration, InvalidConfiguration
from eventnotes.configuration._table import NOTHING, Table
from eventnotes.configuration.settings import matches
from eventnotes.limits import DEFAULT

UNDATED = "---\nevent: A\n---\n"
FAULTY = "---\nevent: {name: A, start: 2024, timezone: Europe/Londno}\n---\n\n**Lesson (Lima):** Ask.\n"
DATE = "the event has no date"
ZONE = 'there is no time zone "Europe/Londno"'
SPEAKER = '"lima" is not among the speakers'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts" / "old").mkdir(parents=True)
    (tmp_path / "posts" / "undated.md").write_text(UNDATED)
    (tmp_path / "posts" / "old" / "faulty.md").write_text(FAULTY)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(eventnotes, list(arguments), input=stdin, prog_name="eventnotes")


def concise(*arguments: str) -> list[str]:
    result = run("check", "--report", "concise", *arguments)
    assert result.exit_code in (0, 1), result.stderr
    return result.stdout.splitlines()


def settings(text: str, name: str = "eventnotes.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


ALL = [
    f"posts/old/faulty.md:2:41: error unknown-timezone {ZONE}",
    f"posts/old/faulty.md:5:11: error unknown-speaker {SPEAKER}",
    f"posts/undated.md:2:8: warning missing-date {DATE}",
]


def without(*codes: str) -> list[str]:
    return [line for line in ALL if line.split(" ")[2] not in codes]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ALL),
        ('ignore = ["unknown-speaker"]', without("unknown-speaker")),
        ('select = ["missing-date"]', without("unknown-speaker", "unknown-timezone")),
        ('select = ["default"]\nignore = ["missing-date"]', without("missing-date")),
        ("select = []", []),
        ('exclude = ["old"]', without("unknown-speaker", "unknown-timezone")),
        ('exclude = ["posts/*.md"]', without("missing-date")),
        ('[per-file-ignores]\n"old/" = ["unknown-speaker", "missing-date"]', without("unknown-speaker")),
        ('[per-file-ignores]\n"**/und*.md" = ["missing-date"]', without("missing-date")),
        ('[severity]\nmissing-date = "error"', [*ALL[:2], ALL[2].replace("warning", "error")]),
        ('severity.unknown-speaker = "warning"', [ALL[0], ALL[1].replace("error", "warning"), ALL[2]]),
    ],
)
def test_each_setting_says_what_is_reported(folder: Path, text: str, found: list[str]) -> None:
    settings(text)
    assert concise("posts") == found
    assert [str(one) for one in en.check("posts")] == found
    (folder / "eventnotes.toml").unlink()
    settings(f"[tool.eventnotes]\n{text}".replace("\n[", "\n[tool.eventnotes."), "pyproject.toml")
    assert concise("posts") == found


def test_the_nearest_configuration_of_each_file_counts_alone(folder: Path) -> None:
    settings('ignore = ["unknown-timezone", "missing-date"]')
    settings('ignore = ["unknown-speaker"]', "posts/old/eventnotes.toml")
    assert concise("posts") == [ALL[0]]
    assert concise("posts/old/faulty.md", "posts/undated.md") == [ALL[0]]
    settings("[tool.other]", "posts/old/pyproject.toml")
    (folder / "posts/old/eventnotes.toml").unlink()
    assert concise("posts") == [ALL[1]]
    settings('tool.eventnotes.ignore = ["unknown-speaker"]', "posts/old/pyproject.toml")
    assert concise("posts") == [ALL[0]]
    settings("", "posts/old/eventnotes.toml")
    assert concise("posts") == ALL[:2]


def test_a_configuration_counts_wherever_the_command_is_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings('exclude = ["posts/old"]\n[per-file-ignores]\n"posts/undated.md" = ["missing-date"]')
    assert concise("posts") == []
    monkeypatch.chdir(folder / "posts" / "old")
    assert concise("..") == []
    assert concise(str(folder)) == []
    assert concise("faulty.md") == [line.removeprefix("posts/old/") for line in ALL[:2]]
    assert run("check", "faulty.md", "--pass-over").stdout == "0 write-ups checked: nothing to report\n"


def test_config_takes_another_file_and_isolated_none(folder: Path) -> None:
    settings('ignore = ["unknown-timezone"]')
    settings('exclude = ["posts/old"]', "posts/other.toml")
    assert concise("posts", "--config", "posts/other.toml") == [ALL[2]]
    assert concise("posts", "--isolated") == ALL
    assert [str(one) for one in en.check("posts", config="posts/other.toml")] == [ALL[2]]
    assert [str(one) for one in en.check("posts", isolated=True)] == ALL
    settings('tool.eventnotes.ignore = ["missing-date"]', "posts/pyproject.toml")
    assert concise("posts", "--config", "posts/pyproject.toml") == ALL[:2]
    result = run("check", "posts", "--config", "nope.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("Error: Invalid value for --config: nope.toml: No such file or directory\n")
    for command in ("check", "fmt"):
        both = run(command, "posts", "--config", "other.toml", "--isolated")
        assert both.exit_code == 2
        said = "--config and --isolated do not go together: one takes settings, the other none"
        assert both.stderr.endswith(f"Error: {said}\n")


def test_options_select_instead_of_the_configuration_and_ignore_besides(folder: Path) -> None:
    settings('select = ["missing-date", "unknown-timezone"]\nignore = ["unknown-timezone"]')
    assert concise("posts") == [ALL[2]]
    assert concise("posts", "--ignore", "missing-date") == []
    assert concise("posts", "--select", "unknown-timezone, missing-date") == [ALL[0], ALL[2]]
    assert concise("posts", "--select", "default", "--ignore", "missing-date,unknown-timezone") == [ALL[1]]
    assert concise("posts", "--isolated", "--select", "unknown-speaker") == [ALL[1]]
    for option, groups in (("--select", ""), ("--ignore", "")):
        result = run("check", "posts", option, "mising-date")
        assert result.exit_code == 2
        message = 'no finding has the code "mising-date"; did you mean missing-date?'
        assert result.stderr.endswith(f"\n\nError: Invalid value for '{option}': {message}{groups}\n")
        message = 'no finding has the code "foo"; eventnotes explain lists them all'
        result = run("check", "posts", option, "foo")
        assert result.stderr.endswith(f"\n\nError: Invalid value for '{option}': {message}\n")


def test_errors_of_reading_are_always_reported(folder: Path) -> None:
    (folder / "broken.md").write_text("---\nevent: {\n---\n")
    settings("select = []")
    assert [line.split(" ")[2] for line in concise("broken.md")] == ["yaml-syntax"]
    (folder / "keys.md").write_text("---\nevent:\n  name: A\n  start: 2024\n  venu: x\n  color: red\n---\n")
    assert [line.split(": ", 1)[1] for line in concise("keys.md")] == [
        'error unknown-key Event has no field "venu"; did you mean venue?'
    ]
    settings('[severity]\nunknown-key = "error"')
    assert [line.split(" ")[1] for line in concise("keys.md")] == ["error", "error"]


WRONG = """\
selct = ["default"]
select = ["default", "unknown-speakr"]
ignore = "missing-date"
exclude = ["[z-a]"]
required = [
  "start",
  "sessions.speker",
  "name.first",
]
baseline = 3
[severity]
missing-date = "eror"
nothing = "error"
[per-file-ignores]
"posts/**" = ["yaml-syntax", "nope"]
[limits]
sise = 3
size = "3"
files = -1
"""
TOLD = """\
1:1: error configuration there is no setting "selct"; did you mean select?
2:23: error configuration no finding has the code "unknown-speakr"; did you mean unknown-speaker?
3:1: error configuration ignore is a list of text
4:13: error configuration "[z-a]" is no pattern: bad character range z-a
7:4: error configuration Session has no field "speker"; did you mean speakers?
8:4: error configuration name has no fields, and so no "first"
10:1: error configuration baseline is the name of a file
12:1: error configuration the severity of missing-date is error or warning, not "eror"
13:1: error configuration no finding has the code "nothing"
15:16: error configuration yaml-syntax is an error of reading, which is always reported
15:31: error configuration no finding has the code "nope"
17:1: error configuration no limit is called "sise"; did you mean size?
18:1: error configuration the limit size is a whole number
19:1: error configuration the limit files is a whole number
"""


def test_all_that_is_wrong_in_a_configuration_is_told_at_its_place(folder: Path) -> None:
    settings(WRONG)
    with pytest.raises(InvalidConfiguration) as refused:
        list(en.check("posts"))
    expected = "".join(f"eventnotes.toml:{line}\n" for line in TOLD.splitlines())
    assert f"{refused.value}\n" == expected
    again = pickle.loads(pickle.dumps(refused.value))
    assert (again.diagnostics, again.text) == (refused.value.diagnostics, WRONG)
    for command in (["check", "posts"], ["fmt", "posts"], ["convert", "posts/undated.md"], ["check", "-"]):
        result = run(*command, stdin=UNDATED)
        assert (result.exit_code, result.stdout) == (2, "")
        shown = [line for line in result.stderr.splitlines() if line.startswith("eventnotes.toml:")]
        assert "".join(f"{line}\n" for line in shown) == expected
    helps = {line for line in run("check", "posts").stderr.splitlines() if line.startswith("  help: ")}
    assert {"  help: write it like size = 5000000", "  help: write it like files = 10000"} <= helps
    settings('per-file-ignores = { "old/**" = "missing-date" }\nseverity = { date = "warning" }\n')
    told = run("check", "posts").stderr
    assert '  help: write it like "old/**" = ["…"]\n' in told
    assert "date is an error of reading, which is always reported\n" in told
    assert "`ignore` silences a code" not in told
    settings(WRONG)
    assert run("check", "posts").stderr.startswith(
        'eventnotes.toml:1:1: error configuration there is no setting "selct"; did you mean select?\n'
        '  1 | selct = ["default"]\n'
        "    | ^^^^^\n"
        "  help: the settings are select, ignore, severity, per-file-ignores, exclude, required, limits, baseline\n\n"
    )


def test_places_below_a_table_of_a_project_are_found(folder: Path) -> None:
    text = '[project]\nname = "selct"\n\n[tool.eventnotes]\nseverity = { missing-date = "low" }\nselct = 1\n'
    settings(text, "pyproject.toml")
    with pytest.raises(InvalidConfiguration) as refused:
        list(en.check("posts/undated.md"))
    assert str(refused.value).splitlines() == [
        'pyproject.toml:5:14: error configuration the severity of missing-date is error or warning, not "low"',
        'pyproject.toml:6:1: error configuration there is no setting "selct"; did you mean select?',
    ]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("eventnotes.toml", 'select = ["a"\nx', "2:1: error configuration not TOML: Unclosed array"),
        (
            "pyproject.toml",
            "[tool.eventnotes\n",
            "1:17: error configuration not TOML: Expected ']' at the end of a table",
        ),
        ("pyproject.toml", "[tool]\neventnotes = 3", "2:1: error configuration the settings are a table"),
        (
            "eventnotes.toml",
            'per-file-ignores."[z-a]" = ["missing-date"]',
            '1:19: error configuration "[z-a]" is no pattern: bad character range z-a',
        ),
        ("eventnotes.toml", "severity = 1", "1:1: error configuration severity is a table"),
        ("eventnotes.toml", "ignore = [1]", "1:1: error configuration ignore is a list of text"),
    ],
)
def test_what_is_no_configuration_is_refused(folder: Path, name: str, text: str, told: str) -> None:
    settings(text, name)
    result = run("check", "posts")
    assert result.exit_code == 2
    assert result.stderr.split("\n")[0].startswith(f"{name}:{told}")


def test_a_configuration_that_is_not_utf_8_is_refused(folder: Path) -> None:
    Path("eventnotes.toml").write_bytes('exclude = ["ältere"]'.encode("latin-1"))
    with pytest.raises(InvalidConfiguration) as refused:
        list(en.check("posts"))
    assert str(refused.value) == "eventnotes.toml:1:13: error configuration this is not UTF-8"
    settings('ignore = ["missing-date"] # \ufffd')
    assert concise("posts") == ALL[:2]


def test_a_configuration_that_cannot_be_read_is_named(folder: Path) -> None:
    Path("eventnotes.toml").symlink_to("/proc/self/mem")  # a regular file that nobody can read from its beginning
    result = run("check", "posts")
    told = "eventnotes.toml:1:1: error configuration cannot be read: Input/output error\n\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


def test_a_project_that_is_named_has_to_hold_settings(folder: Path) -> None:
    settings('[project]\nname = "x"\n', "pyproject.toml")
    result = run("check", "posts", "--config", "pyproject.toml")
    told = "pyproject.toml:1:1: error configuration there is no table [tool.eventnotes] in it\n\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


TEMPLATES = (
    *('"X" = 1', 'select = ["X"]', 'ignore = ["X"]', 'exclude = ["X"]', 'required = ["X"]', 'baseline = "X"'),
    *('per-file-ignores."X" = ["X"]', 'per-file-ignores."X" = 1', 'severity."X" = "X"', 'severity.missing-date = "X"'),
    *('limits."X" = 1', 'limits.size = "X"', 'select = "X"'),
)
PIECES = ("\\u001b[2J", "\\u202e", "##[error] x", "\\n::error::x", "[", "]", "*" * 50, "漢", "default")


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join), st.sampled_from(TEMPLATES))
def test_hostile_settings_are_told_safely(text: str, template: str) -> None:
    try:
        Table("eventnotes.toml", template.replace("X", text).encode(), ()).settings("", NOTHING)
    except InvalidConfiguration as refused:
        for one in refused.diagnostics:
            assert one.line == 1
            assert (one.message + one.help).isprintable()
            assert "##[" not in str(one)


def test_a_project_that_does_not_speak_of_us_is_not_judged(folder: Path) -> None:
    settings("this is = no toml", "pyproject.toml")
    assert concise("posts") == ALL


def test_limits_come_from_the_configuration_and_options_change_them(folder: Path) -> None:
    settings("[limits]\nsize = 20")
    assert [line.split(" ")[2] for line in concise("posts")] == ["limit-size", "missing-date"]
    assert concise("posts", "--limit", "size=1000") == ALL
    result = run("convert", "posts/old/faulty.md", "--to", "yaml")
    assert (result.exit_code, result.stderr.split("\n")[0].split(" ")[2]) == (1, "limit-size")
    assert run("convert", "posts/old/faulty.md", "--to", "yaml", "--isolated").exit_code == 0
    assert run("fmt", "posts/old/faulty.md").exit_code == 1
    assert run("fmt", "posts/old/faulty.md", "--isolated").exit_code == 0
    assert run("check", "-", stdin=FAULTY).stdout.count("limit-size") == 1
    assert [one.code for one in en.check("posts/undated.md", limits=DEFAULT.but("size", 5))] == ["limit-size"]
    settings("[limits]\nfiles = 1")
    assert [line.split(" ")[2] for line in concise("posts")] == ["unknown-timezone", "unknown-speaker", "limit-files"]


def test_other_commands_pass_by_what_is_excluded(folder: Path) -> None:
    ugly = "---\nevent: {name: A, start: 2024}\n---\n\n> a\n>\n> -- Ana Lima\n"
    for name in ("posts/a.md", "posts/old/b.md"):
        Path(name).write_text(ugly)
    settings('exclude = ["old"]')
    assert run("upgrade", "posts", "--check").stdout == "posts/a.md\nposts/undated.md\n"
    assert run("convert", "posts", "--to", "jsonl").stderr.endswith("2 events converted\n")
    assert run("fmt", "posts").stdout == "posts/a.md\n"
    assert run("fmt", "posts/old/b.md", "--pass-over").stdout == ""
    assert Path("posts/old/b.md").read_text() == ugly
    assert run("fmt", "posts/old/b.md", "--check").stdout == "posts/old/b.md\n"


REQUIRED = """\
---
title: Two talks
event:
  name: PyDay
  venue: {locality: Porto}
---

## One

- **Session:** One
- **Speaker:** Ana Lima

## Two

- **Session:** Two
- **Time:** 10:00

> Said.
>
> — Ana Lima
"""


def test_required_fields_are_asked_for_at_their_place(folder: Path) -> None:
    settings('required = ["start", "venue.name", "sessions.speakers", "website", "sessions.quotes.speaker", "tags"]')
    Path("two.md").write_text(REQUIRED, encoding="utf-8")
    assert concise("two.md") == [
        "two.md:4:3: error missing-field start is required here, and missing",
        "two.md:4:3: error missing-field website is required here, and missing",
        "two.md:4:3: error missing-field tags is required here, and missing",
        "two.md:5:10: error missing-field venue.name is required here, and missing",
        "two.md:13:1: error missing-field sessions.speakers is required here, and missing",
    ]
    settings('required = ["venue"]\nseverity.missing-field = "warning"')
    assert concise("posts/undated.md") == [
        "posts/undated.md:2:8: warning missing-date the event has no date",
        "posts/undated.md:2:8: warning missing-field venue is required here, and missing",
    ]
    assert concise("posts/undated.md", "two.md", "--jobs", "2") == concise("posts/undated.md", "two.md")
    settings('required = ["venue"]\nignore = ["missing-field"]')
    assert concise("posts/undated.md") == [ALL[2]]


@pytest.mark.parametrize(
    ("glob", "name", "is_meant"),
    [
        ("a.md", "a.md", True),
        ("a.md", "x/y/a.md", True),
        ("a.md", "x/aa.md", False),
        ("/a.md", "x/a.md", False),
        ("old", "x/old/y/a.md", True),
        ("old/", "old/a.md", True),
        ("x/*.md", "x/a.md", True),
        ("x/*.md", "x/y/a.md", False),
        ("./x/*.md", "x/a.md", True),
        ("x/**", "x/y/a.md", True),
        ("**/y/*.md", "y/a.md", True),
        ("**/y/*.md", "x/x/y/a.md", True),
        ("x/**/a.md", "x/a.md", True),
        ("x/**/a.md", "x/y/z/a.md", True),
        ("?.md", "a.md", True),
        ("x?a.md", "x/a.md", False),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "b.md", False),
        ("[!ab].md", "c.md", True),
        ("x[!a]a.md", "x/a.md", False),
        ("[]].md", "].md", True),
        ("[a.md", "[a.md", True),
        ("2019-*", "posts/2019-05-01-a.md", True),
    ],
)
def test_patterns_mean_files_and_the_folders_they_lie_in(glob: str, name: str, is_meant: bool) -> None:
    assert matches(glob, name) is is_meant


@given(st.lists(st.text("abc[]!*?.-^&|~\\", min_size=1, max_size=5), min_size=1, max_size=4))
def test_a_pattern_without_wild_cards_means_exactly_its_name(parts: list[str]) -> None:
    name = "/".join(part.replace("*", "x").replace("?", "y").replace("[", "z") for part in parts)
    if not name.startswith("."):
        assert matches(f"/{name}", name)
        assert not matches(f"/{name}", f"{name}x")


def test_a_configuration_is_looked_for_once_a_folder(folder: Path) -> None:
    configuration = Configuration()
    first = configuration.of_folder("posts/old")
    settings("select = [")
    assert configuration.of_folder("posts/old") is configuration.of_folder("posts") is first
    assert Configuration(Asked(limits=(("size", 3),)), isolated=True).of_folder("posts").limits.size == 3
