"""What fuzzing found, each find as a case; and the targets of `make fuzz` over what it begins with."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import eventnotes as en
import fuzz
import fuzzed


def zipped_as(name: bytes) -> bytes:
    """A zip file that holds an empty file of a name with one character, whatever it is."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(zipfile.ZipInfo("?"), b"")
    return whole.getvalue().replace(b"?", name)


SUITE = Path(__file__).parent / "conformance" / "cases"
FINDS = {
    "a calendar that is cut inside a character which is none": (
        "ical",
        b"BEGIN:VCALENDAR\r\nX-A:caf\xc3\r\n \xa9\r\nSUMMARY:\xa5\r\nEND:VCALENDAR\r\n",
        "-:4:9: error encoding the byte 0xa5 is not UTF-8",
    ),
    "a day without a year, in an event whose date is none": (
        "markdown",
        b"---\nevent: {name: A, start: 20QQ-10}\n---\n\n## Tuesday 3 October\n",
        '-:2:25: error date start should be a date or time in ISO 8601, not "20QQ-10"',
    ),
    "a second line that is no JSON": (
        "jsonl",
        b'{"name": "A", "start": "2024"}\n{"name": "B\n',
        "-:2:1: warning several-events this holds several events; the first is read",
    ),
    "a zip file that holds a file without a name": (
        "csv",
        zipped_as(b"\0"),
        '-:1:1: error zip-name "\\x00" is no name for a table',
    ),
}


@pytest.mark.parametrize("find", FINDS)
def test_what_was_found_is_mended(find: str) -> None:
    format, data, said = FINDS[find]
    fuzzed.targets()[f"read {format}"](data)
    assert said in [str(one) for one in en.read(data=data, format=format).diagnostics]


@pytest.mark.parametrize("target", fuzzed.targets())
def test_what_fuzzing_begins_with_is_handled(target: str) -> None:
    files = [one for one in sorted(SUITE.rglob("*")) if one.is_file() and one.stat().st_size <= fuzz.LARGEST]
    seeds = list(fuzz.seeds(files, "json" if target == "write" else target.rsplit(maxsplit=1)[-1]))
    assert len(seeds) > 0 or target.startswith("read schedule")
    for data in seeds:
        fuzzed.targets()[target](data)
