"""Peer: python-frontmatter and jsonschema, the validator compiled once; front matter only."""

import json
import sys
from pathlib import Path
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler
from jsonschema import Draft7Validator  # type: ignore[import-untyped]


class TextDates(yaml.CSafeLoader):
    """Dates stay text, as JSON Schema wants them."""


TextDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


class Handler(YAMLHandler):
    """YAML front matter with dates as text."""

    def load(self, fm: str, **_: object) -> Any:
        """Parse with the C loader."""
        return yaml.load(fm, Loader=TextDates)


def main(folder: str) -> None:
    schema = json.loads(Path(__file__).with_name("post.schema.json").read_text(encoding="utf-8"))
    validator = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    handler, valid = Handler(), 0
    for path in sorted(Path(folder).glob("*.md")):
        metadata, _ = frontmatter.parse(path.read_text(encoding="utf-8"), handler=handler)
        errors = list(validator.iter_errors(metadata))
        valid += not errors
        for error in errors:
            print(f"{path}: {error.json_path}: {error.message}", file=sys.stderr)
    print(valid)


if __name__ == "__main__":
    main(sys.argv[1])
