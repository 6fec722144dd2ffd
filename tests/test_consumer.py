"""What a user gets: the wheel, installed alone, with its types, its schemas and exactly its public names."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from eventnotes.schema import file_name, names

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent / "consumer"
PUBLIC = (
    "Event Session Speaker Quote Lesson Framework Document Diagnostic InvalidWriteUp "
    "read read_all load write write_all dump convert check"
)


@dataclass(frozen=True)
class Consumer:
    """A folder with programs that use the wheel, which is installed in an environment of its own."""

    folder: Path
    wheel: Path
    python: Path

    def run(self, *arguments: str) -> str:
        """What a command of the new environment prints."""
        return run(str(self.python), "-W", "error", *arguments, cwd=self.folder)


@pytest.fixture(scope="session")
def consumer(tmp_path_factory: pytest.TempPathFactory) -> Consumer:
    folder = tmp_path_factory.mktemp("consumer")
    for path in HERE.iterdir():
        if path.is_file():
            shutil.copy(path, folder / path.name.replace(".txt", ".py"))
    wheel = build(folder / "dist")
    environment = folder / "venv"
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if uv:
        run(uv, "venv", "--quiet", "--python", sys.executable, str(environment), cwd=folder)
        run(uv, "pip", "install", "--quiet", "--python", str(python), str(wheel), cwd=folder)
    else:
        run(sys.executable, "-m", "venv", str(environment), cwd=folder)
        run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel), cwd=folder)
    return Consumer(folder, wheel, python)


def build(folder: Path) -> Path:
    """The wheel of the checkout, by what there is of uv, build and pip."""
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    commands = (
        *([[uv, "build", "--wheel", "--quiet", "--out-dir", str(folder), str(ROOT)]] if uv else []),
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)],
    )
    said = ""
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        if done.returncode == 0:
            (wheel,) = folder.glob("*.whl")
            return wheel
        said += f"{command}: {done.stderr[-300:]}\n"
    pytest.fail(f"no wheel could be built; one of uv, build and pip is needed:\n{said}", pytrace=False)


def run(*command: str, cwd: Path, expected: int = 0) -> str:
    # The checkout must not be importable: only the wheel is asked.
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHONPATH", "COVERAGE"))}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == expected, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def mypy(consumer: Consumer, program: str, expected: int = 0) -> list[str]:
    options = ("--strict", "--config-file=", "--no-error-summary", "--python-executable", str(consumer.python))
    said = run(sys.executable, "-m", "mypy", *options, program, cwd=consumer.folder, expected=expected)
    return [line for line in said.splitlines() if ": error: " in line]


def pyright(consumer: Consumer, program: str, expected: int = 0) -> list[tuple[int, str, str]]:
    """Line, rule and first line of each message."""
    options = ("--pythonpath", str(consumer.python), "--outputjson")
    said = run(sys.executable, "-m", "pyright", *options, program, cwd=consumer.folder, expected=expected)
    found = json.loads(said[said.index("{") :])
    assert found["summary"]["filesAnalyzed"] == 1
    return [
        (one["range"]["start"]["line"] + 1, one["rule"], one["message"].partition("\n")[0])
        for one in found["generalDiagnostics"]
    ]


def test_the_wheel_holds_the_package_its_types_and_its_schemas(consumer: Consumer) -> None:
    held = set(zipfile.ZipFile(consumer.wheel).namelist())
    source = {
        str(path.relative_to(ROOT / "src")).replace(os.sep, "/")
        for path in (ROOT / "src" / "eventnotes").rglob("*")
        if path.suffix in (".py", ".typed")
    }
    assert "eventnotes/py.typed" in source
    assert held >= source
    assert {path for path in held if path.endswith(".json")} == {
        f"eventnotes/schemas/{file_name(one)}" for one in names()
    }
    assert {path.partition("/")[0].partition("-")[0] for path in held} == {"eventnotes"}


def test_its_schemas_are_those_of_the_checkout(consumer: Consumer) -> None:
    said = consumer.run(
        "-c", "from eventnotes.schema import *; import json; print(json.dumps([*map(published, names())]))"
    )
    assert json.loads(said) == [(ROOT / "schemas" / file_name(one)).read_text(encoding="utf-8") for one in names()]
    script = consumer.python.parent / "eventnotes"
    printed = run(str(script), "schema", "quote", cwd=consumer.folder)
    assert printed == (ROOT / "schemas" / "quote.schema.json").read_text(encoding="utf-8")


def test_its_public_names_are_exactly_these(consumer: Consumer) -> None:
    said = consumer.run("-c", "import eventnotes; print(eventnotes.__file__); print(*eventnotes.__all__)").splitlines()
    assert Path(said[0]).is_relative_to(consumer.folder)
    assert sorted(said[1].split()) == sorted(PUBLIC.split())
    every = "from eventnotes import *; print(*sorted(name for name in dir() if name[0] != '_'))"
    assert consumer.run("-c", every).split() == sorted(PUBLIC.split())


def test_importing_it_costs_no_model(consumer: Consumer) -> None:
    loaded = "import eventnotes, sys; print(*(name for name in ('pydantic', 'yaml', 'click') if name in sys.modules))"
    assert consumer.run("-c", loaded) == "\n"


def test_a_program_runs_on_it(consumer: Consumer) -> None:
    (consumer.folder / "files").mkdir()
    assert consumer.run("program.py", "files").splitlines() == [
        "2023-11-16T18:45 The spreadsheet as a place",
        "Formatting is data that nobody has given a column yet. (zainab-okoro)",
        "True",
        "0 ['post.md', 'post.yaml', 'pyday.json']",
        "url 2",
    ]


def test_mypy_and_pyright_see_the_types_in_the_program(consumer: Consumer) -> None:
    assert mypy(consumer, "program.py") == []
    assert pyright(consumer, "program.py") == []


def test_both_refuse_a_wrong_value_for_a_field(consumer: Consumer) -> None:
    assert mypy(consumer, "wrong_value.py", expected=1) == [
        'wrong_value.py:3: error: Unexpected keyword argument "latitude" for "Event"  [call-arg]',
        'wrong_value.py:4: error: Argument "text" to "Quote" has incompatible type "int"; expected "str"  [arg-type]',
    ]
    found = pyright(consumer, "wrong_value.py", expected=1)
    assert [(line, rule) for line, rule, _ in found] == [(3, "reportCallIssue"), (4, "reportArgumentType")]
    assert found[0][2] == 'No parameter named "latitude"'


def test_both_refuse_a_wrong_use_of_a_field(consumer: Consumer) -> None:
    said = mypy(consumer, "wrong_use.py", expected=1)
    assert [one.partition(" error: ")[0] for one in said] == ["wrong_use.py:4:", "wrong_use.py:5:"]
    assert said[0].endswith('(expression has type "When | None", variable has type "int")  [assignment]')
    assert pyright(consumer, "wrong_use.py", expected=1) == [
        (4, "reportAssignmentType", 'Type "When | None" is not assignable to declared type "int"'),
        (5, "reportAttributeAccessIssue", 'Cannot access attribute "nam" for class "Event"'),
    ]
