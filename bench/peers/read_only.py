"""Us, our reading alone: every write-up becomes a typed event with its findings; no rules."""

import sys
from pathlib import Path

import eventnotes


def main(folder: str) -> None:
    valid = 0
    for path in sorted(Path(folder).glob("*.md")):
        document = eventnotes.read(path)
        valid += document.event is not None and not document.diagnostics
        for diagnostic in document.diagnostics:
            print(diagnostic, file=sys.stderr)
    print(valid)


if __name__ == "__main__":
    main(sys.argv[1])
