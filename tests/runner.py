"""What the runner of GitHub takes for commands in the output of a step, after its ActionCommand.cs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Command(NamedTuple):
    """A command that the runner acts on."""

    name: str
    properties: dict[str, str]
    data: str


def commands(output: str) -> Iterator[Command]:
    """Every command in an output, whatever its name: `::name key=value::data`, and the older `##[name key=value]data`.

    The runner reads lines as .NET does; what other programs take for the end of a line counts here too.
    """
    for line in re.split("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", output):
        if new := re.match(r"\s*::(.*?)::(.*)", line, re.DOTALL):
            name, _, properties = new[1].partition(" ")
            pairs = (one.split("=", 1) for one in properties.strip().split(",") if "=" in one)
            data = _undone(new[2], {"%0D": "\r", "%0A": "\n", "%25": "%"})
            undone = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
            yield Command(name, {key: _undone(value, undone) for key, value in pairs}, data)
        elif old := re.search(r"##\[(.*?)\](.*)", line, re.DOTALL):
            yield Command(old[1], {}, old[2])


def _undone(text: str, escapes: dict[str, str]) -> str:
    for written, meant in escapes.items():
        text = text.replace(written, meant)
    return text
