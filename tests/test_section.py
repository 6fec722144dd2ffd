"""Where front matter stands: the block that opens a post, its language, its inside and the body after it."""

from __future__ import annotations

import pytest

from eventnotes.formats.markdown.front_matter import section
from eventnotes.source import Span, Unreadable


@pytest.mark.parametrize(
    ("text", "language", "inside", "body"),
    [
        ("---\na: 1\n---\nB\n", "yaml", "a: 1\n", "B\n"),
        ("+++\na = 1\n+++\nB", "toml", "a = 1\n", "B"),
        (';;;\n{"a": 1}\n;;;\nB', "json", '{"a": 1}\n', "B"),
        ("---\n---\n", "yaml", "", ""),
        ("---\n---", "yaml", "", ""),
        ("---\na: 1\n---", "yaml", "a: 1\n", ""),
        ("--- \t\na: 1\n---\t \nB", "yaml", "a: 1\n", "B"),
        ("---\na: 1\n---\n\n\nB", "yaml", "a: 1\n", "\n\nB"),
        ("---\na: 1\n----\n --- \n--- x\n---\nB\n---\n", "yaml", "a: 1\n----\n --- \n--- x\n", "B\n---\n"),
        ("---\na: 1\n+++\n...\n---\nB", "yaml", "a: 1\n+++\n...\n", "B"),
        ("+++\n---\n+++\nB", "toml", "---\n", "B"),
        ('{"a": 1}\nB\n', "json", '{"a": 1}', "B\n"),
        ('{"a": 1}', "json", '{"a": 1}', ""),
        ('{"a": 1}\n', "json", '{"a": 1}', ""),
        ('{"a": 1} \t\nB', "json", '{"a": 1}', "B"),
        ('{"a": 1} and more\nB', "json", '{"a": 1} and more', "B"),
        ('{"a": 1}\u00a0\nB', "json", '{"a": 1}\u00a0', "B"),
        ('{"a": 1}X\nB', "json", '{"a": 1}X', "B"),
        ('{"a": 1} and more', "json", '{"a": 1} and more', ""),
        ('{\n "a": "}"\n}\n\nB', "json", '{\n "a": "}"\n}', "\nB"),
        ("{}\nB", "json", "{}", "B"),
        ("{ }\nB", "json", "{ }", "B"),
        ('{"a": "x\ty"}\n}\nB', "json", '{"a": "x\ty"}\n}', "B"),
        ('{"a": 1,,\n}\nB\n}\n', "json", '{"a": 1,,\n}', "B\n}\n"),
        ('{"a": 1,,\n}', "json", '{"a": 1,,\n}', ""),
        ('{"a": 1,\nB', "json", '{"a": 1,\nB', ""),
        ('{"a": ' + "[" * 100_000 + "\n}\nB", "json", '{"a": ' + "[" * 100_000 + "\n}", "B"),
    ],
)
def test_front_matter_is_found(text: str, language: str, inside: str, body: str) -> None:
    place = section(text)
    assert place is not None
    assert (place.language, text[place.start : place.end], text[place.body :]) == (language, inside, body)
    assert place.start <= place.end <= place.body <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\u00a0\n---\n",
        "---X\n---\n",
        "\n---\n---\n",
        " ---\n---\n",
        "----\n----\n",
        "-- -\n",
        "...\n",
        "a\n---\n",
        "{a}\n",
        "{{ x }}\n",
        "{%\n",
        "{",
        "[1]",
    ],
)
def test_other_texts_have_none(text: str) -> None:
    assert section(text) is None


@pytest.mark.parametrize("line", ["---", "+++", ";;;"])
@pytest.mark.parametrize("rest", ["", "\n", " \t", "\na: 1\n", "\na: 1\n --- \n+++x\n;;; x\n----"])
def test_what_is_not_closed_is_refused(line: str, rest: str) -> None:
    with pytest.raises(Unreadable) as refused:
        section(line + rest)
    problem = refused.value.problem
    assert problem.code == "front-matter-unclosed"
    assert problem.message == f"front matter opens here and no line {line} closes it"
    assert problem.help == f"write a line {line} where it ends"
    assert (problem.where, problem.severity) == (Span(0, 3), "error")
