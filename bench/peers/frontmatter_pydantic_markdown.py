"""Peer: python-frontmatter, pydantic, and a full CommonMark parse of the body by markdown-it-py."""

import sys
from pathlib import Path

import frontmatter
from markdown_it import MarkdownIt
from models import Post
from pydantic import ValidationError


def main(folder: str) -> None:
    parser, valid = MarkdownIt("commonmark"), 0
    for path in sorted(Path(folder).glob("*.md")):
        metadata, body = frontmatter.parse(path.read_text(encoding="utf-8"))
        try:
            Post.model_validate(metadata)
        except ValidationError as error:
            print(f"{path}: {error}", file=sys.stderr)
        else:
            valid += bool(parser.parse(body))
    print(valid)


if __name__ == "__main__":
    main(sys.argv[1])
