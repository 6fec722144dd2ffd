"""Names: where persons are named in a block, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from eventnotes.draft.lexicon import (
    AMBIGUOUS,
    COUNTRIES,
    DAYS,
    FAMILY_NAMES,
    HONORIFICS,
    MONTHS,
    NAMESAKES,
    NO_PERSONS,
    ORGANIZATION_WORDS,
    PARTICLES,
    PHRASE_ENDS,
    POSTNOMINALS,
    ROLE_NOUNS,
    SURNAME_WORDS,
    TOPIC_WORDS,
    WEAK_WORDS,
)

ASCII_BUT_CAPITALS = r"\x00-@\[-`a-z{-\x7f"
"""What stands first among what no capital is, because that is far faster to look for than letters of any script."""
_WORD = (
    rf"[^{ASCII_BUT_CAPITALS}ß-öø-ÿ\W\d_](?<![^\W_].)"
    r"(?>[^\W_]*(?:(?:[\u0300-\u036f]|['’-](?=[^\W\d_])|\.(?=[A-Z]\.))[^\W_]*)*)\.?"
)
_GAP = rf"[ \t]+(?:(?:{'|'.join(sorted(PARTICLES))})[ \t]+)*(?:(?:al|as|el|bin|ul)-|['’]t[ ])?"
"""What stands between two words of a name."""
_words = re.compile(_WORD).finditer
"""Words that do not begin in small letters, with which names are written."""
_rows = re.compile(rf"{_WORD}(?:{_GAP}{_WORD})+").finditer
"""Two or more of them side by side."""
_INNER_MARK = re.compile(r"(?<=[a-zß-öø-ÿ])['’](?=[a-zß-öø-ÿ]{2})(?!(?:ll|re|ve)\Z)")
_INITIAL = re.compile(r"[^\W\d_]\.?\Z|(?:[^\W\d_]\.)+[^\W\d_]?\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_BEFORE_CAPITAL = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|[ODLN]['’])(?=[^\W\d_])")
"""What a capital may stand behind in a word."""
_ARTICLE = re.compile(r"\b(?:the|an?|d(?:ie|er|as|em|en|es)|einen?|einem|een|het|la|les?|el|los|las|une?)\s\Z")
"""What no name of a person that is not known stands behind."""
_ADDRESSED = frozenset(
    ["Barr", "Cllr", "Dame", "Dr", "Engr", "Hon", "Miss", "Mr", "Mrs", "Ms", "Mx", "Prof", "Rev", "Sir"]
)
_SYLLABLES = re.compile(
    r"(?!(?:Co|Non|Open|Pop|Pre|Re|Self)-)[A-Z][a-z]{0,5}-(?!(?:by|in|off|on|out|to|up)\Z)[A-Za-z][a-z]{1,6}\Z"
)
"""Two syllables of a Korean or Chinese name."""
_PARTICLE = re.compile(r"\w+")
_ABSTRACT = re.compile(
    r".{3}(?:[acipst]tion|sion|ality|ility|ivity|(?<!cle)ment|ational|itecture)s?\Z|.{2}(?:ology|ities)\Z"
)
"""How no surname ends, but words for what is thought or done."""
_IS_DONE = re.compile(r"\w{3,}ing\Z")
_OFFICES = ("co-", "ex-", "vice-")
_NOT_NAMES = (
    TOPIC_WORDS
    | ORGANIZATION_WORDS
    | ROLE_NOUNS
    | PHRASE_ENDS
    | {"emerita", "emeritus"}
    | {one.lower() for one in (*MONTHS, *DAYS)}
)
_LONGEST = 5
_LONGEST_ACRONYM = 3
_OF_PLACES = frozenset(
    [
        *("North", "South", "East", "West", "New", "Upper", "Lower", "Great", "Greater", "Nordic"),
        *("Saint", "San", "Santa", "Los", "Las", "Fort", "Port", "Cape", "Mount", "Lake"),
    ]
)
"""What names of places begin with."""
_BEFORE_NAMES = frozenset(["by", "with", "and", "from", "when", "then", "finally", "next", "presenter", "speaker"])
"""Words with a capital that a name may stand behind."""
_JOINS = ("And ", "The ", "Or ", "But ", "Die ", "With ", "From ", "Our ", "My ", "For ", "Of ", "At ")
"""How no name begins."""
_FEWEST = 8
"""Letters of two words, below which their syllables tell little."""
_ROMAJI = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwjf]|ch|sh|ts|[kgnhbpmr]y|kk|ss|tt|pp)?(?:[aiueo]|ou|uu|oh)|n(?=[^aiueoy]|\Z))+\Z",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r" (?<=[a-zß-öø-ÿ] )(?:\([A-Z][a-z]+\)|[\"“'‘](?:[A-Z]\w+|[a-z]+)(?:[ ][A-Z]\w+){0,2}[\"”'’])(?=[ ][A-ZÀ-Þ][a-z])"
)
_CLASS = re.compile(r"[ ](?:[’\'‘]\d\d\b|\([’\'‘]\d\d\))")


class Name(NamedTuple):
    """A person's name in a block's plain text.

    Attributes:
        start, end: its range, with honorifics and the year of a class.
        text: the name, without honorifics and possessive.
        known: whether it begins with a given name that is known; else its place in the sentence has to tell.
    """

    start: int
    end: int
    text: str
    known: bool


class _Word(NamedTuple):
    """What of a word may be part of a name."""

    text: str
    size: int
    rank: str
    """`given`, `word` (could be part of a name), `initial`, `particle`, `title`, `post`, or empty."""
    is_last: bool
    """Whether no name goes on after it: it has a possessive or a full stop."""


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    rank: str


@cache
def given_names() -> frozenset[str]:
    """Given names that are known."""
    text = (files("eventnotes.draft.reading") / "given_names.txt").read_text("utf-8")
    words = {word for line in text.splitlines() if not line.startswith("#") for word in line.split()}
    return frozenset(words - {one.capitalize() for one in (ORGANIZATION_WORDS | ROLE_NOUNS) - {"guy"}})


def names(text: str) -> list[Name]:
    """The names of persons in a text, those with at least two parts."""
    found: list[Name] = []
    if "(" in text or '"' in text or "“" in text or " '" in text or "‘" in text:
        text = _NICKNAME.sub(lambda match: " " * len(match[0]), text)
    for run in _runs(text):
        if len(run) > 1:
            found += (one for one in _names_in(text, _with_syllables(run)) if not one.text.startswith(_JOINS))
    return found


def _composed(word: str) -> str:
    """A word without the marks that only some write in it: `Jun’ichi`, `Ma’moun`, but not `D’Angelo`, `won’t`."""
    word = _INNER_MARK.sub("", word)
    return word if word.isascii() else normalize("NFC", word)


_DOUBLE = re.compile(r"([A-Z][a-z]{2,})(?!Con\Z)([A-Z][a-z]+)\Z")


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    """Whether a word is a given name that is known; of a double name, its first part, or both without a hyphen."""
    word = _composed(word)
    given = given_names()
    if word in given or word.partition("-")[0] in given:
        return True
    double = None if word[1:].islower() else _DOUBLE.match(word)
    return double is not None and double[1] in given and double[2] in given


def _runs(text: str) -> Iterator[list[_Token]]:
    """Words side by side that may be parts of names."""
    for row in _rows(text):
        run: list[_Token] = []
        for match in _words(text, *row.span()):
            start = match.start()
            word = _word(match[0])
            if word.rank:
                if run and run[-1].end + 1 < start:
                    between = _PARTICLE.finditer(text, run[-1].end, start)
                    run += [_Token(*one.span(), one[0], "particle") for one in between]
                run.append(_Token(start, start + word.size, word.text, word.rank))
            if word.is_last or not word.rank:
                yield run
                run = []
        yield run


@lru_cache(maxsize=20_000)
def _word(written: str) -> _Word:
    text, size, rank = _ranked(written)
    is_stopped = written.endswith(".") and rank not in ("initial", "title")
    return _Word(text, size, rank, is_stopped or bool(_POSSESSIVE.search(written)))


def _ranked(written: str) -> tuple[str, int, str]:
    """Of a word as it is written: what of it may be part of a name, how long that is, and its rank."""
    word = _POSSESSIVE.sub("", written)
    bare = word.rstrip(".")
    low = bare.lower()
    if bare in POSTNOMINALS:
        return bare, len(bare), "post"
    if not word[0].isupper():
        return bare, len(bare), ""
    if bare in HONORIFICS:
        return bare, len(written) if written.endswith(".") else len(bare), "title"
    if _INITIAL.match(word) and len(bare) <= 5 and (len(bare) == 1 or "." in word[:-1]):
        return word, len(word), "initial"
    if is_given(bare):
        return bare, len(bare), "given"
    first, _, second = bare.partition("-")
    syllables = second.islower() and _SYLLABLES.match(bare) and first.lower() not in _NOT_NAMES
    if (low in SURNAME_WORDS and bare[1:].islower()) or syllables:
        return bare, len(bare), "surname"
    if (
        low in _NOT_NAMES
        or low.startswith(_OFFICES)
        or _ABSTRACT.search(low)
        or not all(_has_capital(part) for part in _composed(bare).split("-"))
    ):
        return bare, len(bare), "capital" if bare.isupper() and len(bare) > 1 else "other"
    return bare, len(bare), "word"


def _has_capital(part: str) -> bool:
    """Whether a word, or a part of a double one, is written as names are: `Štúr`, `McBride`, `D’heer`."""
    before = _BEFORE_CAPITAL.match(part)
    rest = part[before.end() :] if before else ""
    return any(one.isalpha() and one[0].isupper() and one[1:] == one[1:].lower() for one in (part, rest)) or (
        rest.isalpha() and rest.islower() and part[1:2] in "'’"
    )


def _names_in(text: str, run: list[_Token]) -> Iterator[Name]:
    place = 0
    while place < len(run):
        name, place = _name_at(text, run, place)
        if name is not None:
            yield name


def _with_syllables(run: list[_Token]) -> list[_Token]:
    """A run in which a family name and two syllables beside it are a name: `Park Ki-hoon`, `Jiu-ning Chen`."""
    for place, (one, two) in enumerate(pairwise(run)):
        family, syllables = (one, two) if one.text in FAMILY_NAMES else (two, one)
        if family.text in FAMILY_NAMES and _SYLLABLES.match(syllables.text):
            run[place : place + 2] = [one._replace(rank="given"), two._replace(rank="given")]
    return run


def _name_at(text: str, run: list[_Token], place: int) -> tuple[Name | None, int]:
    """The name that begins with a token, and the token to go on with."""
    token = run[place]
    if token.rank == "capital" and _is_shouted(run, place):
        end = run[place + 1].end
        return Name(token.start, end, text[token.start : end], True), place + 2
    may_begin = token.rank in ("given", "word", "initial") and not _is_article(run, place)
    last = _last(run, place) if may_begin else place
    if last == place:
        return None, place + 1
    known = token.rank == "given" or (token.rank == "initial" and run[place + 1].rank == "given")
    known = known or (last == place + 1 and _are_japanese(token.text, run[last].text))
    if not known and last - place >= 2 and (inner := _inner(run, place, last)):
        return None, inner
    known = known or (place > 0 and run[place - 1].rank == "title")
    name = text[token.start : run[last].end]
    if name in NO_PERSONS or _is_other(text, token, run[last]) or (not known and _is_told_of(text, token)):
        return None, last + 1
    following = last + 1
    while following < len(run) and run[following].rank in ("given", "word"):
        following += 1
    return Name(_start(run, place), _end(text, run[last].end), name, known), following


def _is_other(text: str, first: _Token, last: _Token) -> bool:
    """Whether words that are names or words make a title: `Julia Summer of Code`."""
    return {first.text, last.text} <= AMBIGUOUS and text.startswith(" of ", last.end)


def _is_told_of(text: str, token: _Token) -> bool:
    """Whether words are no name unless they are known to be one: behind an article, or beginning with what is done."""
    return bool(_IS_DONE.match(token.text) or _ARTICLE.search(text, max(0, token.start - 6), token.start))


def _is_article(run: list[_Token], place: int) -> bool:
    """Whether `A` begins no name but a title: `A Journey`, but not `A. Sen` or `A R Sen`."""
    return run[place].text == "A" and run[place + 1 : place + 2] != [] and run[place + 1].rank != "initial"


def _is_shouted(run: list[_Token], place: int) -> bool:
    """Whether two words in capitals, and no more, are a name: `ANA LIMA`."""
    beside = [*run[max(0, place - 1) : place], *run[place + 2 : place + 3]]
    if len(run) < place + 2 or any(one.rank in ("capital", "other") for one in beside):
        return False
    one, two = run[place].text, run[place + 1]
    return len(one) > 2 and is_given(one.capitalize()) and two.rank == "capital" and _is_surname(two.text)


def _start(run: list[_Token], place: int) -> int:
    """Where a name begins, with what somebody is addressed by: `Prof. Dr. Ana Lima`."""
    while place > 0 and run[place - 1].text in _ADDRESSED:
        place -= 1
    return run[place].start


def _end(text: str, end: int) -> int:
    """Where a name ends, with the year of a class: `Ana Lima ’13`."""
    year = _CLASS.match(text, end)
    return year.end() if year else end


def _goes_on(run: list[_Token], place: int) -> bool:
    """Whether more words make a name something else's: `Grace Hopper Celebration`, `Ana Lima National Laboratory`."""
    named = False
    for token in run[place:]:
        low = token.text.lower()
        if token.rank not in ("other", "capital", "surname") or low in ROLE_NOUNS:
            return named and low not in ROLE_NOUNS
        named = low in WEAK_WORDS
        if (low in ORGANIZATION_WORDS and not named) or low in NAMESAKES:
            return True
    return named


def _inner(run: list[_Token], place: int, last: int) -> int:
    """Where a name begins in a longer run of capitals: `Thanks Ana Lima`, `Keynoten av John Willis`; 0 for nowhere."""
    if place == 0 and run[1].rank == "given":
        return 1
    inner = next((one for one in range(place + 2, last) if run[one].rank == "given"), 0)
    return inner if inner and run[inner - 1].rank == "particle" else 0


def _is_surname(word: str) -> bool:
    """Whether a word in capitals is one that a given name may stand before, and no acronym."""
    return len(word) > _LONGEST_ACRONYM and word.isalpha() and word.lower() not in _NOT_NAMES


def _are_japanese(one: str, two: str) -> bool:
    """Whether two words are written in the syllables of Japanese, as its names are."""
    long = len(one) > 1 and len(two) > 1 and len(one) + len(two) > _FEWEST
    return long and not is_given(two) and all(map(_ROMAJI.match, (one, two)))


def _parts(run: list[_Token], place: int, index: int) -> bool:
    """Whether a particle stands between two names: `Ana Lima y Marta Silva`, but not `Ortega y Gasset`."""
    following = run[index + 1].rank if index + 1 < len(run) else ""
    return run[index].text in ("e", "i", "y") and index > place + 1 and following == "given"


def _is_surname_alone(run: list[_Token], place: int) -> bool:
    """Whether what seems none is the surname behind a given name: `Ana LIMA`, `Ana Sen`, but not `Ana Judge Bo Ek`."""
    one, word = run[place], run[place + 1]
    if one.rank != "given":
        return False
    ends = word.rank == "title" and word.text.lower() in SURNAME_WORDS and len(run) == place + 2
    return ends or (word.rank == "capital" and _is_surname(word.text))


def _is_abbreviated(run: list[_Token], place: int) -> bool:
    """Whether an initial for a surname stands behind a given name: `Ana L.`, `Lakshmi N`."""
    ends = len(run) == place + 2 and run[place + 1].rank == "initial" and len(run[place + 1].text.rstrip(".")) == 1
    return ends and run[place].rank == "given" and run[place].text not in AMBIGUOUS


def _last(run: list[_Token], place: int) -> int:
    """The last token of the name that begins at `place`; the same place where there is none."""
    if place + 1 < len(run) and _is_surname_alone(run, place):
        return place + 1
    last = _furthest(run, place)
    if last == place:
        return place + _is_abbreviated(run, place)
    return place if _is_of_another(run, place, last) else last


def _furthest(run: list[_Token], place: int) -> int:
    """The last token that may belong to the name that begins at `place`."""
    last = place
    for index in range(place + 1, min(len(run), place + _LONGEST + 1)):
        rank = run[index].rank
        if rank in ("given", "word") or (rank == "surname" and run[place].rank in ("given", "initial")):
            last = index
        elif rank not in ("initial", "particle") or _parts(run, place, index):
            break
        if last - place >= _LONGEST - 1:
            break
    return last


def _is_of_another(run: list[_Token], place: int, last: int) -> bool:
    """Whether tokens are part of a longer name of something else, or a place's: `Norfolk Broads Authority`."""
    following = run[last + 1].rank if last + 1 < len(run) else ""
    preceding = run[place - 1] if place else None
    if run[place].rank != "given":
        behind = preceding.text.lower() if preceding and preceding.rank == "other" else ""
        is_behind = bool(behind) and behind not in _BEFORE_NAMES and behind not in ROLE_NOUNS
        if is_behind or following in ("other", "capital", "surname"):
            return True
    end = run[last].text.lower()
    is_place = not _OF_PLACES.isdisjoint((run[place].text, preceding.text if preceding else ""))
    return is_place or _goes_on(run, last + 1) or end in COUNTRIES or (end in NAMESAKES and last - place > 1)
