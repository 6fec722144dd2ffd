"""When: a date or time of reduced precision, kept as it was written."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any, Literal, Protocol, Self, cast
from zoneinfo import ZoneInfo

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

Precision = Literal["year", "month", "day", "minute", "second", "time"]

# One alternation serves the parser and the JSON Schema: no look-around, ASCII digits only, years 0002-9998.
_YEAR = r"(?:000[2-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-8][0-9]{3}|9[0-8][0-9]{2}|99[0-8][0-9]|999[0-8])"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,30})?)?"
_ZONE = r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
PATTERN = rf"^(?:{_YEAR}(?:-{_MONTH}(?:-{_DAY}(?:T{_CLOCK}{_ZONE}?)?)?)?|T{_CLOCK})$"

_FORM = "should be a date or time in ISO 8601"
_MATCH = re.compile(PATTERN.removesuffix("$")).fullmatch
_ONE_TICK = timedelta(microseconds=1)


class _Dated(Protocol):
    @property
    def start(self) -> When | None: ...
    @property
    def end(self) -> When | None: ...
    @property
    def timezone(self) -> str | None: ...


class When(str):
    """A date or time in ISO 8601 of reduced precision: `2017`, `2017-10`, `2017-10-05`, `2017-10-05T09:30`,
    `2017-10-05T09:30+01:00` (seconds, any fraction and `Z` too), or `T09:30` where only the time of day is known.

    It is text: it equals, hashes and prints as what was written. Ordering compares instants, by the earliest each can
    mean; comparing a floating with a zoned time, or a bare time of day with a date, raises `TypeError`.

    Raises:
        ValueError: for text in another form, a day that its month does not have, or a year outside 0002-9998.
    """

    __slots__ = ()

    def __new__(cls, value: str | date | datetime) -> Self:
        """A When of ISO 8601 text, or of a date or datetime object."""
        text = _from_python(value)
        if not _MATCH(text):
            raise ValueError(f"{text[:60]!r} {_FORM}")
        try:
            return cls._of_form(text)
        except PydanticCustomError as error:
            raise ValueError(error.message()) from None

    @classmethod
    def _of_form(cls, text: str) -> Self:
        """A text that matches the pattern; whether its day exists is looked at only where months differ."""
        if text[8:10] > "28" and text[0] != "T":
            try:
                date.fromisoformat(text[:10])
            except ValueError:
                reason = f"{text[:10]} does not exist: that month has no day {text[8:10]}"
                raise PydanticCustomError("when", "{reason}", {"reason": reason}) from None
        return str.__new__(cls, text)

    @property
    def precision(self) -> Precision:
        """How much is known: `year`, `month`, `day`, `minute`, `second`, or `time` (a time of day without a date)."""
        if self[0] == "T":
            return "time"
        sizes: dict[int, Precision] = {4: "year", 7: "month", 10: "day", 16: "minute"}
        return sizes.get(len(self._local), "second")

    @property
    def zoned(self) -> bool:
        """Whether it names an instant by itself: it ends in `Z` or an offset."""
        return len(self._local) < len(self)

    @property
    def earliest(self) -> datetime:
        """The first instant it can mean: aware if zoned, else naive (floating).

        Raises:
            ValueError: for a time of day without a date; resolve it with `at` first.
        """
        if self[0] == "T":
            raise ValueError(f"{self} has no date")
        local = self._local
        filled = local + "0002-01-01T00:00"[len(local) :] if len(local) < 16 else local
        return _moment(filled).replace(tzinfo=self._offset)

    @property
    def latest(self) -> datetime:
        """The last microsecond it can mean: that of its year, month, day, minute or second."""
        first = self.earliest
        match self.precision:
            case "year":
                after = first.replace(year=first.year + 1)
            case "month":
                after = (first + timedelta(days=31)).replace(day=1)
            case "day":
                after = first + timedelta(days=1)
            case "minute":
                after = first + timedelta(minutes=1)
            case _:
                after = first + (timedelta(seconds=1) if "." not in self else _ONE_TICK)
        return after - _ONE_TICK

    def at(self, event: _Dated) -> When:
        """The same moment, resolved with the event's date and timezone as far as they tell.

        A time of day gets the event's day, unless it has several; a floating time gets the offset that the event's
        timezone has then (the first of two in the hour that is repeated when clocks go back). What is not known stays
        open.
        """
        text = str(self)
        if text[0] == "T":
            text = _only_day(event) + text
        return When(text).in_zone(event.timezone)

    def in_zone(self, timezone: str | None) -> When:
        """The same moment, a floating time with the offset that an IANA time zone has then; else as it is."""
        if self[0] == "T" or len(self) < 16 or self.zoned:
            return self
        zone = zone_of(timezone)
        if zone is None:
            return self
        return When(self + _written(self.earliest.replace(tzinfo=zone).utcoffset() or timedelta(0)))

    @property
    def _local(self) -> str:
        if len(self) > 16 and (self[-1] == "Z" or self[-6] in "+-"):
            return str(self[:-1]) if self[-1] == "Z" else str(self[:-6])
        return str(self)

    @property
    def _offset(self) -> timezone | None:
        if not self.zoned:
            return None
        if self[-1] == "Z":
            return UTC
        size = timedelta(hours=int(self[-5:-3]), minutes=int(self[-2:]))
        return timezone(-size if self[-6] == "-" else size)

    def _instants(self, other: object) -> tuple[Any, Any]:
        if not isinstance(other, When):
            raise TypeError(f"a When compares with a When, not with {type(other).__name__}")
        if (self[0] == "T") != (other[0] == "T") or (self[0] != "T" and self.zoned != other.zoned):
            raise TypeError(
                f"{self} and {other} cannot be compared: only one of them has a date or a zone; use .at(event)"
            )
        if self[0] == "T":
            return time.fromisoformat(_micro(self[1:])), time.fromisoformat(_micro(other[1:]))
        return self.earliest, other.earliest

    def __lt__(self, other: object) -> bool:
        mine, theirs = self._instants(other)
        return cast("bool", mine < theirs)

    def __le__(self, other: object) -> bool:
        mine, theirs = self._instants(other)
        return cast("bool", mine <= theirs)

    def __gt__(self, other: object) -> bool:
        return not self <= other

    def __ge__(self, other: object) -> bool:
        return not self < other

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        form = core_schema.custom_error_schema(
            core_schema.str_schema(pattern=PATTERN), "when", custom_error_message=_FORM
        )
        text = core_schema.no_info_after_validator_function(cls._of_form, form)
        objects = core_schema.no_info_before_validator_function(_from_python, text)
        return core_schema.json_or_python_schema(text, objects)


def zone_of(name: str | None) -> ZoneInfo | None:
    """The IANA time zone of that name; None where there is none."""
    try:
        return ZoneInfo(name) if name is not None else None
    except (ValueError, OSError, KeyError):
        return None


def _only_day(event: _Dated) -> str:
    """The day of an event that is known to have one day; empty for any other."""
    days = {when[:10] for when in (event.start, event.end) if when is not None and when[0] != "T"}
    day = days.pop() if event.start is not None and event.start[0] != "T" else ""
    return day if len(day) == 10 and not days else ""


def _from_python(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat().removesuffix("+00:00") + ("Z" if value.utcoffset() == timedelta(0) else "")
    return value.isoformat() if isinstance(value, date) else value


def _micro(clock: str) -> str:
    """The time with its fraction cut to the microseconds that `datetime` holds."""
    head, dot, fraction = clock.partition(".")
    return f"{head}{dot}{fraction[:6].ljust(6, '0')}" if dot else head


def _moment(local: str) -> datetime:
    return datetime.fromisoformat(_micro(local))


def _written(offset: timedelta) -> str:
    sign, size = ("-", -offset) if offset < timedelta(0) else ("+", offset)
    minutes = int(size.total_seconds()) // 60
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"
