"""The table of docs/format.md that shows each field as it is written: generated from the cases in cases/written."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

import eventnotes as en
from conformance.extract import DOCUMENT, HERE
from eventnotes import model
from eventnotes.formats.markdown.writer import written

MARKERS = re.compile(r"(?<=<!-- written:begin -->\n).*?(?=<!-- written:end -->)", re.DOTALL)
CASES = [HERE / "cases" / "written" / name for name in ("in-words.md", "under-event.yaml")]
CLASSES = ["Event", "WriteUp", "Venue", "Organization", "Author", "Speaker", "Role", "Link", "Session", "Quote"]
CLASSES += ["Lesson", "Action", "Framework", "Element"]
_LONGEST = 3
Steps = tuple[str | int, ...]


def main() -> None:
    """Put the table into the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(MARKERS.sub(lambda _: table(), text), encoding="utf-8")


def table() -> str:
    """One line a field: its name, and how the first case that has it shows it."""
    found: dict[str, str] = {}
    for case in CASES:
        event = en.load(case)
        for name, steps in places(event):
            if name not in found and (lines := difference(event, steps)):
                found[name] = shown(str(steps[-1]), lines)
    rows = [f"| `{name}` | {found[name]} |\n" for name in every_field() if name in found]
    return "".join(["\n| field | as it is written |\n|---|---|\n", *rows, "\n"])


def every_field() -> list[str]:
    """`Class.field` for all classes of the model."""
    return [f"{name}.{field}" for name in CLASSES for field in getattr(model, name).model_fields]


def places(value: Any, steps: Steps = ()) -> Iterator[tuple[str, Steps]]:
    """Every field that is filled, as `Class.field`, and where it stands."""
    for key in type(value).model_fields if isinstance(value, model.Model) else ():
        inside = getattr(value, key)
        if inside not in (None, (), {}):
            yield f"{type(value).__name__}.{key}", (*steps, key)
        for number, one in enumerate(inside if isinstance(inside, tuple) else ()):
            yield from places(one, (*steps, key, number))
        yield from places(inside, (*steps, key))


def difference(event: en.Event, steps: Steps) -> list[tuple[bool, str]]:
    """The lines that change where the field is left out or says another, and whether they stand below `event:`."""
    data = event.model_dump(mode="json", exclude_defaults=True)
    owner: Any = data
    for step in steps[:-1]:
        owner = owner[step]
    former = owner.pop(steps[-1])
    others: list[Any] = [{}, {steps[-1]: [{"title": "Other"}] if isinstance(former, list) else "Other"}]
    for other in (*others, {steps[-1]: "https://other.example"}):
        owner.update(other)
        try:
            text = written(en.Event.model_validate(data)).text
        except ValidationError:
            continue
        break
    lines = written(event).text.splitlines()
    below = range(
        next(place for place, line in enumerate(lines) if line.startswith("event:")) + 1, lines.index("---", 1)
    )
    changed = difflib.ndiff(text.splitlines(), lines)
    numbered = enumerate(line for line in changed if line[0] in " +")
    return [(number in below, line[2:]) for number, line in numbered if line[0] == "+" and line[2:].strip()]


def shown(field: str, lines: list[tuple[bool, str]]) -> str:
    """The lines as a cell; of a key in the front matter only the key, and the first line below it."""
    keyed = [place for place, (_, line) in enumerate(lines) if re.search(rf"(?:^|- |<!-- ) *{field}: ?", line)]
    if keyed:
        lines = lines[keyed[0] : keyed[0] + 1 + lines[keyed[0]][1].endswith(":")]
    below = "below `event:` " if lines[0][0] else ""
    least = min(len(line) - len(line.lstrip(" ")) for _, line in lines)
    cut = [f"`{line[least:]}`" for _, line in lines[:_LONGEST]] + ["…"] * (len(lines) > _LONGEST)
    return below + "<br>".join(cut).replace("|", "\\|")


if __name__ == "__main__":
    main()
