"""A MkDocs hook: pages and tables that are generated from the package, so that they cannot differ from it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from inspect import cleandoc, getsource
from itertools import pairwise
from pathlib import Path
from typing import Any

from eventnotes.codes import PAGES
from eventnotes.configuration.settings import Settings
from eventnotes.conversion import losses
from eventnotes.document import document_of, load
from eventnotes.formats import FORMATS, Format, find, given, of_path
from eventnotes.inspection import inspected
from eventnotes.limits import DEFAULT, Limits
from eventnotes.model import Event, Session, Speaker, WriteUp
from eventnotes.report.text import text_report
from eventnotes.rules import ON, RULES, Beside, Rule
from eventnotes.when import When

DOCS = Path(__file__).parent
_TOLD = DOCS.parent / "tests" / "conformance" / "cases" / "written"  # events in which every field is given
_EXAMPLE = re.compile(r"^(reported|accepted):\n\n((?:    [^\n]*\n?|\n)+)", re.MULTILINE)
_INTRODUCTION = """\
# Rules

Every finding has a code. Codes are stable: once released, a code keeps its meaning and is never used for another one.
`eventnotes explain CODE` prints the same pages in a terminal.

An *error* means that the source does not say what its author meant, or cannot be read. A *warning* means that a fact is
missing or looks wrong. Errors make `eventnotes check` exit with 1; warnings do so only with `--strict`.

A rule that is *off by default* runs where [the configuration](configuration.md) selects it. A finding that is right by
the rule and wrong for the post is silenced by [a comment](format.md#comments-that-silence-findings).

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
    """Put tables where a page asks for them."""
    tables = {"limits": limits_table, "formats": formats_table, "keeping": keeping_table}
    return re.sub(r"<!-- (limits|formats|keeping) -->", lambda found: tables[found[1]](), markdown)


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


def formats_table() -> str:
    """Every format: its endings, and what can be done with it."""
    rows = ["| format | file endings | read | written | several events | keeps |", "|---|---|---|---|---|---|"]
    for one in FORMATS:
        cells = [bool(one.read or one.events), bool(one.write), bool(one.events or one.write_all)]
        kept = "" if one.write is None else "everything" if one.lossless else "see below"
        endings = ", ".join(f"`{suffix}`" for suffix in one.suffixes)
        rows.append(f"| {' | '.join([f'`{one.name}`', endings, *('yes' if cell else '' for cell in cells), kept])} |")
    return "\n".join(rows)


def keeping_table() -> str:
    """What each format that does not keep everything does keep of each field, found by writing and reading back."""
    told = [_timed(load(one)) for one in sorted(_TOLD.glob("*.expected.json"))]
    targets = {name: one for name, one in _variants() if not one.lossless}
    lost = {
        name: sum((Counter(losses(event, _bytes(one, event), one)) for event in told), Counter())
        for name, one in targets.items()
    }
    rows = [f"| field | {' | '.join(lost)} |", f"|---|{'---|' * len(lost)}"]
    rows += [f"| `{path}` | {' | '.join(_kept(path, told, one) for one in lost.values())} |" for path in _paths()]
    return "\n".join(rows)


def _variants() -> Iterator[tuple[str, Format]]:
    """Every format that is written and read, as it is and as its options make it."""
    for one in FORMATS:
        if one.write and (one.read or one.events):
            yield one.name, one
            for option in one.options:
                for value in option.values[1:] or option.values:
                    yield f"{one.name} --{option.name} {value}", given(one, **{option.name: value})


def _bytes(format: Format, event: Event) -> bytes:
    assert format.write is not None
    return format.write(event)


def _timed(event: Event) -> Event:
    """The event on one day, with a time for each session, because calendars hold no session without day and time."""
    sessions = [one.replace(start=one.start or "T11:00") for one in event.sessions]
    return event.replace(start="2024-05-01", end="2024-05-01", timezone="Europe/London", sessions=sessions)


def _paths() -> Iterator[str]:
    """The fields of an event and of what it has many of, as losses name them."""
    for kind, before in ((Event, ""), (Session, "sessions[]."), (Speaker, "speakers[]."), (WriteUp, "write_up.")):
        for name in kind.model_fields:
            if name not in ("eventnotes", "id", "sessions", "speakers", "write_up") or (before, name) == (
                "sessions[].",
                "speakers",
            ):
                yield before + name


def _kept(path: str, told: list[Event], lost: Counter[str]) -> str:
    """Whether a field is kept: lost are values of it, whole items in it, or the items that it is of."""
    data = [event.model_dump(mode="json", exclude_defaults=True) for event in told]
    around = path.partition("[]")[0] if "[]" in path else ""
    if around and lost[around]:
        return "no" if lost[around] >= sum(len(_values(one, around)) for one in data) else "in part"
    gone = {name: count for name, count in lost.items() if name == path or name.startswith((f"{path}.", f"{path}["))}
    there = [value for one in data for value in _values(one, path)]
    is_gone = gone.get(path, 0) >= len(there) or sum(gone.values()) >= sum(map(_leaves, there))
    return "yes" if not gone else "no" if is_gone else "in part"


def _values(data: Any, path: str) -> list[Any]:
    """What stands at a path: of a list each item."""
    found = [data]
    for step in path.split("."):
        found = [one[step.removesuffix("[]")] for one in found if step.removesuffix("[]") in one]
        found = [inner for one in found for inner in (one if isinstance(one, list) else [one])]
    return found


def _leaves(value: Any) -> int:
    if isinstance(value, dict | list):
        return sum(map(_leaves, value.values() if isinstance(value, dict) else value))
    return 1


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


def found_in(name: str, data: bytes, *more: Rule, before: bytes | None = None) -> tuple[str, list[str], list[str]]:
    """What `eventnotes check` prints of a source, without the summary; the codes found; and their severities.

    Besides the rules that are on, `more` look at it; the day is the first of June 2024, and `before` what the file was.
    """
    document = document_of(name, data, of_path(name) or find("markdown"), DEFAULT)
    beside = Beside(When("2024-06-01"), load(data=before) if before is not None else None)
    settings = Settings(rules=tuple(dict.fromkeys((*ON, *more))))
    checked = inspected(document, named=True, settings=settings, beside=beside)
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
    before = shown["accepted"].encode() if rule.needs == "before" else None
    yield f"```text\n{found_in('post.md', shown['reported'].encode(), rule, before=before)[0].strip()}\n```\n\n"


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
