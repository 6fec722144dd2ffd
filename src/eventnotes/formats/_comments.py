"""Comments of YAML and TOML that silence findings: those of their own line, or of the line below."""

from __future__ import annotations

import re
from bisect import bisect_right

from eventnotes.formats._toml_tree import toml_comments
from eventnotes.formats._yaml_places import yaml_scalars
from eventnotes.source import Ignore, Span, ignored

_YAML = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*(eventnotes:[^\n]*)", re.MULTILINE)
_TOML = re.compile(r"#[ \t]*(eventnotes:[^\n]*)")
_content = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*").match


def ignores(text: str, offset: int, language: str) -> list[Ignore]:
    """What comments silence: findings that begin in the line that one stands in, or in the next if it stands alone.

    Args:
        text: the YAML or TOML.
        offset: where it begins in the whole source.
        language: `yaml` or `toml`; in another there are no comments.
    """
    if "eventnotes:" not in text or "#" not in text:
        return []
    found = _in_yaml(text) if language == "yaml" else _in_toml(text) if language == "toml" else []
    return [ignored(match[1].rstrip(), offset + match.start(1), _over(text, match.start(), offset)) for match in found]


def _in_yaml(text: str) -> list[re.Match[str]]:
    found = list(_YAML.finditer(text))
    scalars = yaml_scalars(text) if found else []
    starts = [start for start, _ in scalars]

    def is_inside(at: int) -> bool:
        place = bisect_right(starts, at) - 1
        return place >= 0 and at < scalars[place][1]

    return [match for match in found if not is_inside(match.start())]


def _in_toml(text: str) -> list[re.Match[str]]:
    found = (_TOML.match(text, start, end) for start, end in toml_comments(text))
    return [match for match in found if match is not None]


def _over(text: str, at: int, offset: int) -> Span:
    line = text.rfind("\n", 0, at) + 1
    if not text[line:at].strip():
        match = _content(text, line)
        line = match.end() if match is not None else line
    end = text.find("\n", line)
    return Span(offset + line, offset + (end + 1 if end >= 0 else len(text) + 1))
