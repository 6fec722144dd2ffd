"""Synonyms: an unknown key that people use for a field is advised to be that field."""

from __future__ import annotations

import pytest

import eventnotes as en
from eventnotes import model
from eventnotes.formats._synonyms import SYNONYMS
from eventnotes.slips import slips

WORDS = [(kind, field, word) for kind, of in SYNONYMS.items() for field, words in of.items() for word in words]


@pytest.mark.parametrize(("kind", "field", "word"), WORDS)
def test_each_leads_to_a_field_and_is_none_itself_nor_nearly(kind: str, field: str, word: str) -> None:
    fields = getattr(model, kind).model_fields
    assert field in fields
    assert slips(word, fields) == []


def advice(text: str) -> list[str]:
    return [one.help for one in en.read(text=text, format="yaml").diagnostics if one.code == "unknown-key"]


def test_the_advice_is_to_write_the_field_unless_it_is_given() -> None:
    assert advice("name: A\nlocation: B\nsessions: [{title: C, Time: D}]\n") == [
        "write venue, if that is what it says; else move it under extra:",
        "write start, if that is what it says; else move it under extra:",
    ]
    assert (
        advice("name: A\nvenue: C\nlocation: B\ncolour: red\n") == ["move it under extra: to say that it is meant"] * 2
    )
