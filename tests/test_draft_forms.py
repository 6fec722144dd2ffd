"""Every form of every recogniser finds, in the sentences that prove it, what it is said to find."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

from eventnotes import draft
from eventnotes.draft.claim import Claim
from eventnotes.draft.forms import WORD_BEGINS, Form, standing
from eventnotes.draft.people.authorship import SPOKE
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.view import View

ALL = [import_module(one.name) for one in pkgutil.walk_packages(draft.__path__, f"{draft.__name__}.")]
"""The modules of drafts."""
MODULES = [one for one in ALL if hasattr(one, "FORMS") and hasattr(one, "recognise")]
"""Those that have forms and recognise by them."""
PROOFS = [
    pytest.param(module, form, sentence, expected, id=f"{module.__name__.rpartition('.')[2]}-{form.name}-{number}")
    for module in MODULES
    for form in module.FORMS
    for number, (sentence, expected) in enumerate(form.proofs)
]


ACCENTED = str.maketrans("AEIOUaeiou", "ÀÉÍÓÚàéíóú")


def patterns_of(module: ModuleType) -> Iterator[re.Pattern[str]]:
    """The patterns of a module, those of its forms too."""
    for value in vars(module).values():
        for one in value if isinstance(value, tuple | list) else [value]:
            found = one.regex if isinstance(one, Form) else getattr(one, "__self__", one)
            if isinstance(found, re.Pattern):
                yield found


def found_by(claim: Claim) -> str:
    """What a claim says, on one line."""
    if claim.kind == "role":
        parts = (claim.part("title"), claim.part("organization"))
        return " | ".join(one.text if one else "" for one in parts)
    if claim.kind == "session":
        title = claim.part("title")
        return title.text if title else ""
    if claim.kind == "framework":
        return " | ".join(one.text for one in claim.parts["elements"])
    if claim.kind in ("speaker", "quote"):
        said = claim.part("attribution")
        return claim.figures[0].name if claim.figures else said.text if said else ""
    return claim.value if claim.kind == "start" else claim.words.text


@pytest.mark.parametrize(("module", "form", "sentence", "expected"), PROOFS)
def test_a_form_finds_what_its_proofs_say(module: object, form: Form, sentence: str, expected: str) -> None:
    claims = module.recognise(Mentions(View(sentence)))  # type: ignore[attr-defined]
    assert (form.name, expected) in [(one.form, found_by(one)) for one in claims]


@pytest.mark.parametrize(("sentence", "words"), SPOKE.proofs)
def test_an_author_says_to_have_spoken(sentence: str, words: str) -> None:
    assert [match[match.lastgroup or 0] for match in SPOKE.search(sentence)] == [words]


def test_every_form_has_a_proof() -> None:
    assert [form.name for module in MODULES for form in module.FORMS if not form.proofs] == []


def test_no_two_forms_of_a_recogniser_have_one_name() -> None:
    for module in MODULES:
        names = [form.name for form in module.FORMS]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("module", ALL, ids=lambda one: one.__name__.rpartition("draft.")[2])
def test_a_word_that_begins_a_pattern_is_found_wherever_a_word_may_begin(module: ModuleType) -> None:
    proofs = [sentence for one in MODULES for form in one.FORMS for sentence, _ in form.proofs]
    words = " ".join(proofs)
    texts = [words, words.lower(), re.sub(r"\b\w", lambda one: one[0].translate(ACCENTED), words)]
    for pattern in {one for one in patterns_of(module) if WORD_BEGINS in one.pattern[:20]}:
        plain = re.compile(pattern.pattern.replace(WORD_BEGINS, r"\b", 1), pattern.flags)
        for text in texts:
            assert [one.span() for one in pattern.finditer(text)] == [one.span() for one in plain.finditer(text)]


def test_a_form_that_begins_with_a_person_stands_nowhere_else() -> None:
    forms = [form for module in MODULES for form in module.FORMS if form.is_of_person]
    assert len(forms) > 10
    for sentence in [sentence for form in forms for sentence, _ in form.proofs]:
        mentions = Mentions(View(sentence))
        for block in mentions.view.blocks:
            masked, persons = mentions.masked(block), [one.start for one in mentions.of(block)]
            for form in forms:
                found = [match.span() for _, match in standing([form], masked, persons)]
                assert found == [one.span() for one in form.search(masked)]
