"""The floor: read and decode, libyaml's own parse, a Rust Markdown parse, and one pydantic-core validation a file."""

import sys
from pathlib import Path
from typing import Any

import pyromark
from floor_event import WholeEvent, event
from yaml import _yaml


def main(folder: str) -> None:
    # raw_parse drives libyaml to the end of the stream in C and makes no Python object for any event;
    # it is cheaper than libyaml's document API through ctypes (yaml_parser_load), and than Python events by far.
    parser: Any = _yaml.CParser
    value, valid = event(), 0
    for path in sorted(Path(folder).glob("*.md")):
        text = path.read_bytes().decode()
        end = text.index("\n---\n", 3)
        valid += parser(text[4:end]).raw_parse() > 0
        pyromark.html(text[end + 5 :])
        WholeEvent.model_validate(value)
    print(valid)


if __name__ == "__main__":
    main(sys.argv[1])
