"""LibreOffice opens the tables: nothing in them is a formula, and every cell says what was written."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

import eventnotes as en

SOFFICE = shutil.which("soffice")
FILTER = "CSV:44,34,76,1"  # a comma, double quotes, UTF-8, from the first line
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
ROW = f"{TABLE}table-row"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NAMES = (
    *("=1+2", "+1+2", "-1+2", "@SUM(1)", "'=1+2", "''=1"),
    *('=HYPERLINK("https://example.org";"x")', "=cmd|'/C calc'!A0", "\uff1d1+2", "plain"),
)

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def opened(table: bytes, folder: Path) -> tuple[list[list[str]], list[str]]:
    """The cells that LibreOffice shows of a table, row by row, and the formulas that it sees in them."""
    source = folder / "table.csv"
    source.write_bytes(table)
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [
        str(SOFFICE),
        home,
        "--headless",
        f"--infilter={FILTER}",
        "--convert-to",
        "fods",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=240)
    root = ET.parse(folder / "table.fods").getroot()
    formulas = [cell.attrib[f"{TABLE}formula"] for cell in root.iter() if f"{TABLE}formula" in cell.attrib]
    rows = [[text for cell in row.iter(f"{TABLE}table-cell") for text in said(cell)] for row in root.iter(ROW)]
    return [row for row in rows if any(row)], formulas


def said(cell: ET.Element) -> list[str]:
    """The text of a cell, as often as it stands there."""
    text = "\n".join("".join(line.itertext()) for line in cell.iter(f"{TEXT}p"))
    return [text] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 50)


def table_of(event: en.Event, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(en.write(event, "csv"))) as package:
        return package.read(f"{name}.csv")


def test_people_who_are_called_like_formulas_are_inert(tmp_path: Path) -> None:
    event = en.Event.model_validate({"name": "PyDay", "speakers": [{"name": one} for one in NAMES]})
    table = table_of(event, "speakers")
    rows, formulas = opened(table, tmp_path)
    assert formulas == []
    column = rows[0].index("name")
    written = [row[column] for row in csv.reader(io.StringIO(table.decode(), newline=""))]
    assert [row[column] for row in rows] == written
    assert [one.removeprefix("'") for one in written[1:]] == list(NAMES)


def test_it_sees_formulas_where_there_are_some(tmp_path: Path) -> None:
    _, formulas = opened(b"name\r\n=1+2\r\n", tmp_path)
    assert formulas == ["of:=1+2"]


def test_the_flat_table_for_excel_is_inert_too(tmp_path: Path) -> None:
    sessions = [{"title": one, "abstract": f"{one}\n{one}"} for one in NAMES]
    event = en.Event.model_validate({"name": "=1+2", "start": "2024-05-01", "sessions": sessions})
    rows, formulas = opened(en.write(event, "csv", table="sessions", excel=True), tmp_path)
    assert formulas == []
    assert [row[5].removeprefix("'") for row in rows[1:]] == list(NAMES)
