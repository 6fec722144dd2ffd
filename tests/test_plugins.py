"""Formats of other packages: found by entry point, tested by the laws, told of in one line where they are broken."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pytest

from eventnotes import formats
from eventnotes.formats import FORMATS, Format, Option
from eventnotes.formats._guard import guarded
from eventnotes.limits import DEFAULT, Limits
from eventnotes.model import Event
from eventnotes.source import Span, Tree, Unreadable
from eventnotes.testing import check_format

JSON = formats.find("json")
PLUGIN = '''
"""JSON in base 64, so that it survives whatever a mail program does to it; one event a line."""

import base64
from dataclasses import replace

from eventnotes.formats import Format, Option, find
from eventnotes.source import Span, SyntaxProblem, Tree, Unreadable


def events(text, limits):
    for line in text.splitlines():
        try:
            inner = base64.b64decode(line, validate=True).decode()
        except ValueError:
            problem = SyntaxProblem("base64", "this is not base 64", Span(0, len(text)), "encode it anew")
            raise Unreadable(problem) from None
        tree = find("json").read(inner, limits)
        yield Tree(tree.data, lambda loc, at_key: Span(0, len(text)), [])


def write(event):
    return base64.b64encode(find("json").write(event)) + b"\\n"


FORMAT = Format(
    "base64", (".b64",), None, write, lossless=True, events=events, write_all=lambda events: map(write, events)
)


def raises(*_):
    raise KeyError("it")


FAILING = Format("failing", (".failing",), raises, raises, lossless=False)
MUTE = Format("mute", (".mute",), None, write, lossless=False)
NOT_ONE = "a word"
OTHER = replace(FORMAT, name="another")
OPTION = Option("wide", "Write wide lines.", lambda format, value: format)
CHOOSY = replace(FORMAT, name="choosy", suffixes=(".choosy",), options=(OPTION,), claims=lambda data: True)
'''
ENTRIES = """
    [eventnotes.formats]
    base64 = mailable:FORMAT
    choosy = mailable:CHOOSY
    failing = mailable:FAILING
    missing = nosuchmodule:FORMAT
    mute = mailable:MUTE
    notone = mailable:NOT_ONE
    other = mailable:OTHER
"""
EVENT = '{"name": "PyDay", "start": "2024-05-01"}'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a package in it as pip leaves it."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "mailable.py").write_text(PLUGIN, encoding="utf-8")
    about = folder / "eventnotes_mailable-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: eventnotes-mailable\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(cleandoc(ENTRIES) + "\n")
    (folder / "event.json").write_text(EVENT)
    return folder


def run(site: Path, *command: str) -> tuple[int, str, str]:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run(
        [sys.executable, *command], cwd=site, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def convert(site: Path, *arguments: str) -> tuple[int, str, str]:
    return run(site, "-m", "eventnotes", "convert", *arguments)


def test_a_format_of_another_package_is_read_and_written(site: Path) -> None:
    code, out, err = convert(site, "event.json", "event.json", "-o", "two.b64")
    assert (code, out, err) == (0, "", "")
    line = "eyJuYW1lIjoi"
    text = (site / "two.b64").read_text()
    assert text.count("\n") == 2
    assert line not in text  # it is canonical JSON that is encoded
    again = convert(site, "two.b64", "--to", "jsonl")
    assert again == (0, '{"eventnotes":1,"id":"pyday","name":"PyDay","start":"2024-05-01"}\n' * 2, "")
    assert run(site, "-m", "eventnotes", "check", "two.b64")[1] == "2 write-ups checked: nothing to report\n"
    (site / "bad.b64").write_text("?\n")
    code, out, _ = run(site, "-m", "eventnotes", "check", "--report", "concise", "bad.b64")
    assert (code, out) == (1, "bad.b64:1:1: error base64 this is not base 64\n")


def test_it_passes_the_laws(site: Path) -> None:
    program = "from eventnotes.testing import check_format; import mailable; check_format(mailable.FORMAT, 5)"
    assert run(site, "-c", program) == (0, "", "")


PACKAGE = "eventnotes-mailable"
NAMES = ", ".join(one.name for one in FORMATS) + ", base64, choosy, failing, missing, mute, notone, other"
LINES = {
    "choosy": f"the format choosy of {PACKAGE} (mailable:CHOOSY) has claims and options, as only ours can have; "
    "offer each way to write it as a format of its own",
    "missing": f"the format missing of {PACKAGE} (nosuchmodule:FORMAT) cannot be loaded: ModuleNotFoundError: "
    "No module named 'nosuchmodule'",
    "notone": f'{PACKAGE} (mailable:NOT_ONE) offers "a word", which is no format',
    "other": f'{PACKAGE} (mailable:OTHER) offers a format of another name, "another"',
    "nosuch": f"no format is called 'nosuch'; there are {NAMES}",
}


@pytest.mark.parametrize(("name", "said"), LINES.items(), ids=LINES)
def test_a_broken_one_is_told_in_one_line(site: Path, name: str, said: str) -> None:
    code, out, err = convert(site, "event.json", "--to", name)
    assert (code, out) == (2, "")
    assert err.endswith(f"\n\nError: Invalid value for --to: {said}\n")


def test_one_with_a_name_of_ours_is_told_and_never_used(site: Path, tmp_path: Path) -> None:
    about = tmp_path / "other-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[eventnotes.formats]\njson = mailable:NAMESAKE\n")
    (tmp_path / "mailable.py").write_text(PLUGIN + 'NAMESAKE = replace(FORMAT, name="json")\n', encoding="utf-8")
    (tmp_path / "event.json").write_text(EVENT)
    names = ", ".join(one.name for one in FORMATS)
    hidden = "the format json of other (mailable:NAMESAKE) cannot be used: the name is one of ours"
    code, out, err = convert(tmp_path, "event.json", "--to", "nosuch")
    assert (code, out) == (2, "")
    assert err.endswith(f"Invalid value for --to: no format is called 'nosuch'; there are {names}; {hidden}\n")
    ours = convert(tmp_path, "event.json", "--to", "json")
    assert ours == convert(site, "event.json", "--to", "json")
    code, out, err = convert(tmp_path, "event.json", "-o", "x.b64")
    assert (code, out) == (2, "")
    assert "x.b64: no format has the ending .b64" in err


def test_one_that_fails_is_told_in_one_line(site: Path) -> None:
    assert convert(site, "event.json", "--to", "failing") == (
        1,
        "",
        "event.json: the format failing fails: KeyError: 'it'\n",
    )
    (site / "x.failing").write_text("x\n")
    code, out, err = run(site, "-m", "eventnotes", "check", "--report", "concise", "x.failing")
    assert (code, out, err) == (
        1,
        "x.failing:1:1: error broken-format the format failing fails: KeyError: 'it'\n",
        "",
    )


def test_an_unknown_ending_may_be_that_of_one_that_cannot_be_used(site: Path) -> None:
    code, out, err = convert(site, "event.json", "-o", "x.unknown")
    assert (code, out) == (2, "")
    assert f"; {LINES['missing']}; " in err


def test_of_one_that_cannot_be_read_no_promise_is_made(site: Path) -> None:
    said = "mute cannot be read, so that nobody knows what it loses; leave out --no-loss"
    code, out, err = convert(site, "event.json", "--to", "mute", "--no-loss")
    assert (code, out, err.endswith(f"\n\nError: {said}\n")) == (2, "", True)
    assert convert(site, "event.json", "--to", "mute")[::2] == (0, "")


def test_others_are_asked_last(site: Path) -> None:
    program = "import sys, eventnotes as en; en.write(en.load('event.json'), 'yaml'); "
    program += "print('eventnotes.formats._installed' in sys.modules or 'mailable' in sys.modules)"
    assert run(site, "-c", program) == (0, "False\n", "")


def written(event: Event) -> bytes:
    assert JSON.write is not None
    return JSON.write(event)


def far(text: str, limits: Limits) -> Tree:
    return Tree({"name": "A"}, lambda *_: Span(0, 99_999))


def only_far(format: Format, value: str) -> Format:
    return replace(format, read=far, write=None, lossless=False)


def refusing(event: Event) -> bytes:
    raise ValueError("no")


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"write": lambda event: b"{}"}, "what was written is read"),
    ({"write": lambda event: written(event.replace(id="other"))}, "what a lossless format wrote is read as an equal"),
    ({"write": lambda event: written(event) + os.urandom(4).hex().encode()}, "the same event gives the same bytes"),
    ({"write": lambda event: "text"}, "write gives bytes"),
    ({"read": far, "write": None, "lossless": False}, "the place of () is in the text"),
    ({"suffixes": ("JSON",)}, "an ending is lower case and begins with a dot"),
    ({"name": "Json"}, "a format's name is lower case ASCII"),
    ({"read": None, "write": None, "lossless": False}, "a format is read or written"),
    ({"read": None}, "a lossless format is written and read"),
    ({"holds": refusing}, "holds refuses nothing that can be written"),
    ({"write": refusing, "holds": lambda event: None}, "holds refuses what write refuses"),
    ({"files": lambda events: iter([("a", [os.urandom(4)])])}, "the same events give the same files"),
    ({"files": lambda events: iter([("a", [b""]), ("A", [b""])])}, "no two files of a folder have one name"),
    ({"files": lambda events: iter([("../a", [b""])])}, "a file of a folder stands in the folder itself"),
    ({"options": (Option("far", "Far.", only_far),)}, "the place of () is in the text"),
]


@pytest.mark.parametrize(("change", "said"), BROKEN)
def test_the_laws_find_what_is_broken(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BaseException) as broken:  # noqa: PT011 - Hypothesis groups what it finds
        check_format(replace(JSON, **change), 10)
    inside = getattr(broken.value, "exceptions", (broken.value,))
    assert any(str(one).startswith(said) for one in inside)


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
def test_our_own_formats_pass_them(format: Format) -> None:
    check_format(format, 4)


def raising(*_: object) -> Any:
    raise SystemExit("no more")


READING = ("read", "respell", "root", "repair", "unpack", "events")
WRITING = ("write", "holds", "update", "write_all", "files")


@pytest.mark.parametrize("name", [*READING, *WRITING])
def test_whatever_fails_is_told(name: str) -> None:
    change: dict[str, Any] = {name: raising}
    broken: Any = guarded(replace(JSON, **change))
    error = Unreadable if name in READING else ValueError
    with pytest.raises(error) as told:
        list(getattr(broken, name)(None, DEFAULT))
    found = told.value
    message = found.problem.message if isinstance(found, Unreadable) else str(found)
    assert message == "the format json fails: SystemExit: no more"


def test_the_files_of_a_format_are_guarded() -> None:
    wrong: dict[str, Any] = {"files": lambda events: iter([("a", [b"x", "y"])])}
    broken = guarded(replace(JSON, **wrong))
    assert broken.files is not None
    ((name, pieces),) = broken.files([])
    with pytest.raises(ValueError, match=r"^the format json fails: it gives str, not bytes$"):
        list(pieces)
    assert name == "a"


def test_a_guard_keeps_what_is_sound() -> None:
    event = Event(name="A")
    sound = guarded(formats.find("jsonl"))
    assert sound.write is not None
    assert sound.write_all is not None
    assert sound.write(event) == b"".join(sound.write_all([event]))
    wrong: dict[str, Any] = {"write": lambda event: None, "write_all": lambda events: iter(["x"])}
    broken = guarded(replace(JSON, **wrong))
    assert broken.write is not None
    assert broken.write_all is not None
    with pytest.raises(ValueError, match=r"^the format json fails: it gives NoneType, not bytes$"):
        broken.write(event)
    with pytest.raises(ValueError, match=r"^the format json fails: it gives str, not bytes$"):
        list(broken.write_all([event]))
