"""Peer: the command check-jsonschema over front matter that was extracted beforehand."""

import os
import sys
from pathlib import Path

from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]


def main(folder: str) -> None:
    schema = Path(__file__).with_name("post.schema.json")
    os.chdir(folder)
    names = sorted(path.name for path in Path().glob("*.yaml"))
    status = check_jsonschema(["--schemafile", str(schema.resolve()), *names], standalone_mode=False)
    print(0 if status else len(names))  # where files fail, the command has named them


if __name__ == "__main__":
    main(sys.argv[1])
