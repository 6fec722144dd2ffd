"""Dates in the forms that site generators and people write, as ISO 8601; what may mean two days means none."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from eventnotes.formats.markdown.days import day_of, times
from eventnotes.when import When

_DATE = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T|[ \t]+)(?P<hour>[0-9]{1,2}):(?P<rest>[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)"
    r"[ \t]*(?:(?P<utc>Z|UTC|GMT)|(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2}))?"
)
_WORDED = re.compile(r"[A-Za-z0-9 ,]+")
_LONGEST = 60
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_MONTH_ONLY = re.compile(r"([A-Za-z]+)\.?,? ([0-9]{4})")
_WORDS = re.compile(r"[A-Za-z0-9., ]+")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_weekday = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*[., ]", re.IGNORECASE).match


def known_date(text: str) -> str | None:
    """The date or time that a text in another form means: `2 November 2017`, `Nov 2017`, `2017/11/2`, `9:30 am`.

    None where it has no known form, may mean two days (`02/11/2017`), or names the wrong day of the week.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    found = post_date(text) or _in_words(text) or _in_figures(text) or _clock(text)
    try:
        return str(When(found)) if found is not None and _has_weekday(text, found) else None
    except ValueError:
        return None


def _in_figures(text: str) -> str | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}"
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    if first == second or first > 12:
        return f"{match[4]}-{second:02}-{first:02}"
    return f"{match[4]}-{first:02}-{second:02}" if second > 12 else None


def post_date(text: str) -> str | None:
    """A date in a form that site generators write, as ISO 8601; None for another form.

    `2021-06-22 11:01:00 -0500`, `2017-05-09 10:00 +0100`, `… UTC`, `…T8:00:00`, `May 9, 2017`, and ISO 8601 itself.
    """
    text = text.strip()
    if match := _DATE.fullmatch(text):
        zone = "Z" if match["utc"] else f"{match['sign']}{match['hours']}:{match['minutes']}" if match["sign"] else ""
        text = f"{match['day']}T{match['hour'].zfill(2)}:{match['rest']}{zone}"
    if text[:1].isdigit():
        with suppress(ValueError):
            return str(When(text))
    return day_of(text, None, None) if _WORDED.fullmatch(text) else None


def _in_words(text: str) -> str | None:
    if match := _MONTH_ONLY.fullmatch(text):
        day = day_of(f"1 {match[1]} {match[2]}", None, None)
        return day[:7] if day is not None else None
    return day_of(text, None, None) if _WORDS.fullmatch(text) else None


def _clock(text: str) -> str | None:
    found = times(text, None)
    return found[0] if found is not None and found[1] is None else None


def _has_weekday(text: str, found: str) -> bool:
    named = _weekday(text)
    if named is None or len(found) < 10:
        return True
    return date.fromisoformat(found[:10]).weekday() == _WEEKDAYS.index(named[1].lower())
