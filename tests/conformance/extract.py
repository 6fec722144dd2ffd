"""Extraction: the numbered examples of docs/format.md as files of the suite."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENT = HERE.parent.parent / "docs" / "format.md"
FOLDER = HERE / "format"

_MARKER = re.compile(r"^\*\*Example (\d+)\*\*$", re.MULTILINE)
_EXAMPLE = re.compile(
    r"\*\*Example \d+\*\*\n\n"
    r"````markdown\n(?P<source>.*?)^````\n\n"
    r"```json\n(?P<event>.*?)^```\n"
    r"(?:\n```text\n(?P<findings>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)


def extracted(document: str) -> dict[str, str]:
    """The files of the examples, by name: `NNN.md`, `NNN.json` and, where something is found, `NNN.findings`.

    Raises:
        ValueError: for an example that is out of its number, or lacks its source or its event.
    """
    files: dict[str, str] = {}
    for count, marker in enumerate(_MARKER.finditer(document), 1):
        example = _EXAMPLE.match(document, marker.start())
        if example is None or int(marker[1]) != count:
            raise ValueError(f"{marker.group()}: write **Example {count}**, a markdown fence and a json fence")
        name = f"{count:03}"
        files[f"{name}.md"] = example["source"]
        files[f"{name}.json"] = example["event"]
        if example["findings"] is not None:
            files[f"{name}.findings"] = example["findings"]
    return files


def stored() -> dict[str, str]:
    """The files as they stand in the suite."""
    return {path.name: path.read_bytes().decode() for path in FOLDER.iterdir()}


def main() -> None:
    """Write the files, and remove those of examples that are gone."""
    files = extracted(DOCUMENT.read_text(encoding="utf-8"))
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (FOLDER / name).write_bytes(text.encode())


if __name__ == "__main__":
    main()
