"""Judges from outside: of schemas, calendars and SARIF; and CommonMark's examples."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from pydantic import BaseModel, ValidationError

import eventnotes.schema

HERE = Path(__file__).parent
schema = functools.cache(eventnotes.schema.schema)


EVENT = "urn:eventnotes:schema:1:event"


def definition(name: str) -> str:
    """The reference to a class of the model in the schema of the event."""
    return EVENT if name == "Event" else f"{EVENT}#/$defs/{name}"


@functools.cache
def rust(reference: str) -> jsonschema_rs.Validator:
    """The validator of jsonschema-rs for a schema, or for a definition in it."""
    address, _, inside = reference.partition("#")
    whole = schema(address.rpartition(":")[2].replace("-draft-07", ".draft-07"))
    asked = {"$schema": whole["$schema"], "$defs": whole["$defs"], "$ref": f"#{inside}"} if inside else whole
    return jsonschema_rs.validator_for(asked, validate_formats=True)


def pydantic_errors(model: type[BaseModel], text: str) -> list[Any]:
    """What pydantic finds wrong with a JSON text."""
    try:
        model.model_validate_json(text)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def ajv(schemas: Iterable[dict[str, Any]], checks: Sequence[tuple[str, str]]) -> list[bool]:
    """Whether ajv in strict mode accepts each JSON text under a reference, in one run of node.

    Fails the test where a schema does not compile, or the judge is missing.
    """
    asked = json.dumps({"schemas": list(schemas), "checks": checks}).encode()
    node = _found("node")
    _install()
    done = subprocess.run([node, "ajv.mjs"], cwd=HERE, input=asked, capture_output=True, check=False, timeout=300)
    if done.returncode:
        pytest.fail(f"ajv: {done.stderr.decode()[-2000:]}", pytrace=False)
    verdicts: list[bool] = json.loads(done.stdout)
    assert len(verdicts) == len(checks)
    return verdicts


@functools.cache
def commonmark() -> list[str]:
    """The examples of CommonMark's specification, in its order."""
    node = _found("node")
    _install()
    done = subprocess.run([node, "commonmark.mjs"], cwd=HERE, capture_output=True, check=True, timeout=300)
    examples: list[str] = json.loads(done.stdout)
    return examples


def calendars(texts: Sequence[str]) -> list[dict[str, Any]]:
    """What ical.js and node-ical read in calendars: of each event its summary, its start and its end in UTC."""
    node = _found("node")
    _install()
    asked = json.dumps(list(texts)).encode()
    done = subprocess.run([node, "calendars.mjs"], cwd=HERE, input=asked, capture_output=True, check=False, timeout=300)
    assert not done.returncode, done.stderr.decode()[-2000:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def libical(texts: Sequence[str]) -> list[dict[str, Any]]:
    """What libical reads in calendars: its events, whether every restriction holds, and how many errors it counts."""
    asked = json.dumps(list(texts)).encode()
    command = ["/usr/bin/python3", str(HERE / "libical.py")]
    done = subprocess.run(command, input=asked, capture_output=True, check=False, timeout=300)
    if done.returncode:
        said = done.stderr.decode()[-500:]
        pytest.fail(f"a judge is missing: apt-get install gir1.2-ical-3.0 python3-gi ({said})", pytrace=False)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def multitool(folder: Path) -> list[str]:
    """What the SARIF Multitool says of each `*.sarif` file of a folder: `NAME LEVEL RULE`, sorted.

    Its exit code is 0 whatever it finds, so that its words are read.
    """
    _install()
    names = sorted(one.name for one in folder.glob("*.sarif"))
    found = (HERE / "node_modules" / "@microsoft").glob("sarif-multitool-*/Sarif.Multitool*")
    program = next((one for one in found if one.suffix in (".Multitool", ".exe")), None)
    if program is None:
        pytest.fail("a judge is missing: sarif-multitool is not made for this system", pytrace=False)
    program.chmod(0o755)  # which its install script would do
    command = [str(program), "validate", *names]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    if f"Done. {len(names)} files scanned." not in done.stdout:
        pytest.fail(f"sarif-multitool: {done.stdout[-1000:]}{done.stderr[-1000:]}", pytrace=False)
    said = re.findall(r"/([^/\n]+\.sarif)(?:\([\d,]+\))?: (\w+) (\w+):", done.stdout)
    return sorted(" ".join(one) for one in said)


@functools.cache
def _install() -> None:
    """Put what package.json names beside this file, unless it is there; the first of several processes does."""
    named = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    if all((HERE / "node_modules" / one).is_dir() for one in named):
        return
    npm = _found("npm")
    with tempfile.TemporaryDirectory(prefix=".npm-", dir=HERE) as folder:
        shutil.copy(HERE / "package.json", folder)
        command = [npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode:
            pytest.fail(f"the judges are missing: npm install failed: {done.stderr[-500:]}", pytrace=False)
        with contextlib.suppress(OSError):
            os.rename(HERE / "node_modules", Path(folder, "former"))
        with contextlib.suppress(OSError):
            os.rename(Path(folder, "node_modules"), HERE / "node_modules")
    assert all((HERE / "node_modules" / one).is_dir() for one in named)


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        pytest.fail(
            f"a judge is missing: there is no {program} on the PATH (Node 20 or newer brings it)", pytrace=False
        )
    return path
