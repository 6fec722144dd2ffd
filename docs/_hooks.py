"""A MkDocs hook: pages and tables that are generated from the package, so that they cannot differ from it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc, getsource
from itertools import pairwise
from pathlib import Path
from typing import Any

from eventnotes.codes import PAGES
from eventnotes.document import document_of
from eventnotes.formats import find, of_path
from eventnotes.inspection import inspected
from eventnotes.limits import DEFAULT, Limits
from eventnotes.report.text import text_report
from eventnotes.rules import ON, RULES, Rule
from eventnotes.settings import Settings

DOCS = Path(__file__).parent
_EXAMPLE = re.compile(r"^(reported|accepted):\n\n((?:    [^\n]*\n?|\n)+)", re.MULTILINE)
_INTRODUCTION = """\
# Rules

Every finding has a code. Codes are stable: once released, a code keeps its meaning and is never used for another one.
`eventnotes explain CODE` prints the same pages in a terminal.

An *error* means that the source does not say what its author meant, or cannot be read. A *warning* means that a fact is
missing or looks wrong. Errors make `eventnotes check` exit with 1; warnings do so only with `--strict`.

A rule that is *off by default* runs where [the configuration](configuration.md) selects it. A finding that is right by the
rule and wrong for the post is silenced by [a comment](format.md#comments-that-silence-findings).

The examples below were run when this page was built.

"""


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that are not written by hand."""
    from mkdocs.structure.files import File  # noqa: PLC0415 - the tests read the pages without MkDocs

    changelog = (DOCS.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    for name, content in (("rules.md", rules_page()), ("changelog.md", changelog)):
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the table of limits where a page asks for it."""
    return markdown.replace("<!-- limits -->", limits_table())


def limits_table() -> str:
    """Every limit, its default and what its docstring says that it counts."""
    declared = ast.parse(getsource(Limits)).body[0]
    assert isinstance(declared, ast.ClassDef)
    rows = ["| limit | default | what it counts |", "|---|---:|---|"]
    for field, text in pairwise(declared.body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                rows.append(f"| `{name}` | {getattr(DEFAULT, name):,} | {meaning} |")
    return "\n".join(rows)


def rules_page() -> str:
    """One entry a code: the rules' docstrings, then the pages of what readers find."""
    reading = [code for code in PAGES if not code.startswith("limit-")]
    limits = [code for code in PAGES if code.startswith("limit-")]
    pieces = [
        _INTRODUCTION,
        "## Rules of the event\n\nThey look at an event that has been read, whatever format it came from.\n\n",
        *(piece for rule in RULES for piece in _rule(rule)),
        "## Findings of reading\n\nThey are about syntax, and about values that do not fit the [model](model.md).\n\n",
        *(piece for code in sorted(reading) for piece in _reading(code)),
        "## Limits\n\nWhat exceeds them is not read. [Reliability](reliability.md#limits) lists the defaults.\n\n",
        *(piece for code in sorted(limits) for piece in _heading(code, "error", PAGES[code])),
    ]
    return "".join(pieces)


def example(code: str) -> Path | None:
    """The source that shows a finding of reading; None for those that need more than one small file."""
    return next(iter((DOCS / "findings").glob(f"{code}.*")), None)


def found_in(name: str, data: bytes, *more: Rule) -> tuple[str, list[str], list[str]]:
    """What `eventnotes check` prints of a source, without the summary; the codes found; and their severities.

    Besides the rules that are on, `more` look at it.
    """
    document = document_of(name, data, of_path(name) or find("markdown"), DEFAULT)
    checked = inspected(document, named=True, settings=Settings(rules=tuple(dict.fromkeys((*ON, *more)))))
    text = "".join(list(text_report([checked]))[:-1])
    return text, [one.code for one in checked.diagnostics], [str(one.severity) for one in checked.diagnostics]


def _heading(code: str, severity: str, page: str) -> Iterator[str]:
    yield f"### {code}\n\n`{severity}`{{ .{re.split('[ ,]', severity)[0]} }}\n{page}\n\n"


def _rule(rule: Rule) -> Iterator[str]:
    page = cleandoc(rule.page) + "\n"
    shown = {name: cleandoc(text) + "\n" for name, text in _EXAMPLE.findall(page)}
    severity = f"{rule.severity}{'' if rule.is_on else ', off by default'}"
    yield from _heading(rule.code, severity, _EXAMPLE.sub("", page).strip())
    yield '<div class="grid" markdown>\n\n'
    for name in ("reported", "accepted"):
        yield f'```markdown title="{name}"\n{shown[name]}```\n\n'
    yield "</div>\n\n"
    yield f"```text\n{found_in('post.md', shown['reported'].encode(), rule)[0].strip()}\n```\n\n"


def _reading(code: str) -> Iterator[str]:
    source = example(code)
    if source is None:
        yield from _heading(code, "error", PAGES[code])
        return
    data = source.read_bytes()
    name = "post" + source.name.removeprefix(code)
    text, codes, severities = found_in(name, data)
    found = sorted({severity for one, severity in zip(codes, severities, strict=True) if one == code})
    yield from _heading(code, " or ".join(found), PAGES[code])
    if data:
        language = "markdown" if source.suffix == ".md" else source.suffix[1:]
        shown = re.sub("[\x00-\x08\x0b-\x1f]", "\ufffd", data.decode(errors="replace"))
        yield f'```{language} title="{name}"\n{shown}```\n\n'
    yield f"```text\n{text.strip()}\n```\n\n"
