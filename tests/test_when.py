"""When: text of reduced precision that knows which instants it can mean."""

from __future__ import annotations

import json
import operator
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from eventnotes.model import Action, Event
from eventnotes.testing import whens
from eventnotes.when import When

FORM = "should be a date or time in ISO 8601"
LONDON = "Europe/London"
HOUR = timezone(timedelta(hours=1))
# Both from the IANA database: London put its clocks forward at 01:00 and back at 02:00.
FORWARD, BACK = "2024-03-31", "2024-10-27"


def event(start: str | None = None, timezone: str | None = None, end: str | None = None) -> Event:
    return Event(name="a", start=When(start) if start else None, end=When(end) if end else None, timezone=timezone)


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2017", "year", datetime(2017, 1, 1), datetime(2017, 12, 31, 23, 59, 59, 999999)),
        ("2017-10", "month", datetime(2017, 10, 1), datetime(2017, 10, 31, 23, 59, 59, 999999)),
        ("2017-02", "month", datetime(2017, 2, 1), datetime(2017, 2, 28, 23, 59, 59, 999999)),
        ("2017-12", "month", datetime(2017, 12, 1), datetime(2017, 12, 31, 23, 59, 59, 999999)),
        ("2017-10-05", "day", datetime(2017, 10, 5), datetime(2017, 10, 5, 23, 59, 59, 999999)),
        ("2017-10-05T09:30", "minute", datetime(2017, 10, 5, 9, 30), datetime(2017, 10, 5, 9, 30, 59, 999999)),
        ("2017-10-05T09:30:15", "second", datetime(2017, 10, 5, 9, 30, 15), datetime(2017, 10, 5, 9, 30, 15, 999999)),
        ("2017-10-05T09:30:15.25", "second", *[datetime(2017, 10, 5, 9, 30, 15, 250000)] * 2),
        ("2017-10-05T09:30:15.1234567", "second", *[datetime(2017, 10, 5, 9, 30, 15, 123456)] * 2),
        (
            "2017-10-05T09:30Z",
            "minute",
            datetime(2017, 10, 5, 9, 30, tzinfo=UTC),
            datetime(2017, 10, 5, 9, 30, 59, 999999, UTC),
        ),
        ("2017-10-05T09:30:15.5+01:00", "second", *[datetime(2017, 10, 5, 9, 30, 15, 500000, HOUR)] * 2),
        ("9998", "year", datetime(9998, 1, 1), datetime(9998, 12, 31, 23, 59, 59, 999999)),
        ("0002-01-01", "day", datetime(2, 1, 1), datetime(2, 1, 1, 23, 59, 59, 999999)),
    ],
)
def test_precision_and_the_instants_it_can_mean(
    text: str, precision: str, earliest: datetime, latest: datetime
) -> None:
    when = When(text)
    assert (when.precision, when.earliest, when.latest) == (precision, earliest, latest)
    assert when.earliest.tzinfo == earliest.tzinfo
    assert when.zoned == (earliest.tzinfo is not None)


@pytest.mark.parametrize("name", ["earliest", "latest"])
def test_a_time_of_day_alone_is_no_instant(name: str) -> None:
    when = When("T09:30")
    assert (when.precision, when.zoned) == ("time", False)
    with pytest.raises(ValueError, match=r"^T09:30 has no date$"):
        getattr(when, name)


@pytest.mark.parametrize("offset", ["-23:59", "-05:30", "-00:00", "+00:00", "+14:00", "+23:59"])
def test_every_offset_is_an_instant_even_at_the_ends_of_time(offset: str) -> None:
    hours, minutes = int(offset[1:3]), int(offset[4:])
    size = timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
    for text in ("0002-01-01T00:00", "9998-12-31T23:59"):
        when = When(text + offset)
        assert when.earliest.utcoffset() == size
        assert when.earliest.astimezone(UTC).replace(tzinfo=None) == When(text).earliest - size
        assert when.latest > when.earliest


class TestAt:
    @pytest.mark.parametrize(
        ("text", "start", "zone", "expected"),
        [
            ("T09:30", None, None, "T09:30"),
            ("T09:30", "2017", LONDON, "T09:30"),
            ("T09:30", "2017-10", LONDON, "T09:30"),
            ("T09:30", "T08:00", LONDON, "T09:30"),
            ("T09:30", "2017-10-05", None, "2017-10-05T09:30"),
            ("T09:30:15.5", "2017-10-05", LONDON, "2017-10-05T09:30:15.5+01:00"),
            ("T09:30", "2017-10-05T08:00", LONDON, "2017-10-05T09:30+01:00"),
            ("T09:30", "2017-01-05T08:00Z", LONDON, "2017-01-05T09:30+00:00"),
            ("2017", "2017-10-05", LONDON, "2017"),
            ("2017-10-05", None, LONDON, "2017-10-05"),
            ("2017-10-06T09:30", "2017-10-05", LONDON, "2017-10-06T09:30+01:00"),
            ("2017-10-06T09:30", None, "America/New_York", "2017-10-06T09:30-04:00"),
            ("2017-10-06T09:30", None, "Asia/Kathmandu", "2017-10-06T09:30+05:45"),
            ("2017-10-06T09:30Z", None, "America/New_York", "2017-10-06T09:30Z"),
            ("2017-10-06T09:30-02:00", "2017-10-05", LONDON, "2017-10-06T09:30-02:00"),
            ("2017-10-06T09:30", None, "Mars/Base", "2017-10-06T09:30"),
            ("2017-10-06T09:30", None, "Europe", "2017-10-06T09:30"),
            ("2017-10-06T09:30", None, "/etc/passwd", "2017-10-06T09:30"),
        ],
    )
    def test_it_is_resolved_as_far_as_the_event_tells(
        self, text: str, start: str | None, zone: str | None, expected: str
    ) -> None:
        assert When(text).at(event(start, zone)) == expected

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            ("2017-10-05", "2017-10-05", "2017-10-05T09:30"),
            ("2017-10-05T08:00", "2017-10-05T17:00", "2017-10-05T09:30"),
            ("2017-10-05T08:00", "T17:00", "2017-10-05T09:30"),
            ("2017-10-05", "2017-10-06", "T09:30"),
            ("2017-10-05T18:00", "2017-10-06T01:00", "T09:30"),
            ("2017-10-05", "2017-10", "T09:30"),
        ],
    )
    def test_a_time_of_day_has_a_day_where_the_event_has_only_one(self, start: str, end: str, expected: str) -> None:
        assert When("T09:30").at(event(start, None, end)) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (f"{FORWARD}T00:59", f"{FORWARD}T00:59+00:00"),
            (f"{FORWARD}T01:30", f"{FORWARD}T01:30+00:00"),  # the clocks skip it
            (f"{FORWARD}T02:00", f"{FORWARD}T02:00+01:00"),
            (f"{BACK}T00:59", f"{BACK}T00:59+01:00"),
            (f"{BACK}T01:30", f"{BACK}T01:30+01:00"),  # the first of two
            (f"{BACK}T02:00", f"{BACK}T02:00+00:00"),
        ],
    )
    def test_across_the_change_of_clocks(self, text: str, expected: str) -> None:
        assert When(text).at(event(timezone=LONDON)) == When(text).in_zone(LONDON) == expected
        assert When(text[10:]).at(event(text[:10], LONDON)) == expected

    @pytest.mark.parametrize("text", ["2024", "2024-05-01", "T09:30", "T09:30:00.000000001", "2024-05-01T09:30Z"])
    def test_what_has_no_time_or_an_offset_is_the_same_in_every_zone(self, text: str) -> None:
        assert When(text).in_zone(LONDON) == text
        assert When("2024-05-01T09:30").in_zone("Mars/Olympus") == "2024-05-01T09:30"
        assert When("2024-05-01T09:30").in_zone(None) == "2024-05-01T09:30"

    def test_an_hour_that_happens_twice_is_told_apart_by_its_offset(self) -> None:
        first, second = When(f"{BACK}T01:30+01:00"), When(f"{BACK}T01:30+00:00")
        assert first < second
        assert second.earliest - first.earliest == timedelta(hours=1)
        assert (first.at(event(timezone=LONDON)), second.at(event(timezone=LONDON))) == (first, second)

    @given(whens(), whens(), st.sampled_from(["Europe/London", "America/New_York", "Asia/Tokyo", "UTC"]))
    def test_it_stays_what_it_was_and_is_resolved_once(self, when: When, start: When, zone: str) -> None:
        owner = event(start, zone)
        resolved = when.at(owner)
        assert resolved.at(owner) == resolved
        assert resolved.startswith((when, start[:10] + when))
        if resolved != when and resolved.zoned:
            local = resolved.earliest.replace(tzinfo=None)
            offset = local.replace(tzinfo=ZoneInfo(zone)).utcoffset()
            assert offset is not None
            assert abs((resolved.earliest.utcoffset() or timedelta()) - offset) < timedelta(minutes=1)


class TestOrder:
    def test_instants_are_compared_and_texts_are_equal(self) -> None:
        assert When("2017") <= When("2017-01-01")
        assert When("2017") >= When("2017-01-01")
        assert When("2017") != When("2017-01-01")
        assert When("2017-10-05T09:30Z") < When("2017-10-05T09:30-01:00")
        assert When("2017-10-05T09:30Z") > When("2017-10-05T10:00+01:00")
        assert When("T09:30") < When("T09:30:00.000001") < When("T10:00")
        assert max(map(When, ("2016", "2017-10", "2017-02-03"))) == "2017-10"
        assert sorted(map(When, ("T10:00", "T09:30", "T23:59:59.9"))) == ["T09:30", "T10:00", "T23:59:59.9"]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("2017-10-05T09:30", "2017-10-05T09:30Z"),
            ("2017", "2017-10-05T09:30+01:00"),
            ("T09:30", "2017-10-05T09:30"),
            ("T09:30", "2017-10-05T09:30Z"),
        ],
    )
    def test_what_cannot_be_compared_says_so(self, one: str, other: str) -> None:
        assert When(one) != When(other)
        for first, second in ((one, other), (other, one)):
            for compare in (operator.lt, operator.le, operator.gt, operator.ge):
                with pytest.raises(TypeError) as error:
                    compare(When(first), When(second))
                assert str(error.value) == (
                    f"{first} and {second} cannot be compared: only one of them has a date or a zone; use .at(event)"
                )

    def test_only_with_its_like(self) -> None:
        with pytest.raises(TypeError) as error:
            _ = When("2017") < "2018"
        assert str(error.value) == "a When compares with a When, not with str"
        with pytest.raises(TypeError, match=r"^a When compares with a When, not with str$"):
            operator.gt("2018", When("2017"))

    @given(whens())
    def test_earliest_comes_before_latest(self, when: When) -> None:
        if when.precision != "time":
            assert when.earliest <= when.latest < when.earliest + timedelta(days=366)
            assert datetime(1, 12, 31) < when.earliest.replace(tzinfo=None) < datetime(9999, 1, 1)


class TestText:
    @given(whens())
    def test_it_is_kept_as_written(self, when: When) -> None:
        assert (str(when), when, f"{when}") == (str(when), str(when), str(when))
        assert hash(when) == hash(str(when))
        assert pickle.loads(pickle.dumps(when)) == when
        assert type(pickle.loads(pickle.dumps(when))) is When
        action = Action(text="a", due=when)
        assert json.loads(action.model_dump_json())["due"] == when
        assert type(Action.model_validate_json(action.model_dump_json()).due) is When
        assert TypeAdapter(When).validate_python(str(when)) == when

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (date(2017, 10, 5), "2017-10-05"),
            (datetime(2017, 10, 5, 9, 30), "2017-10-05T09:30:00"),
            (datetime(2017, 10, 5, 9, 30, 0, 5), "2017-10-05T09:30:00.000005"),
            (datetime(2017, 10, 5, 9, 30, tzinfo=UTC), "2017-10-05T09:30:00Z"),
            (datetime(2017, 10, 5, 9, 30, tzinfo=HOUR), "2017-10-05T09:30:00+01:00"),
            (datetime(2017, 10, 5, 9, 30, tzinfo=ZoneInfo(LONDON)), "2017-10-05T09:30:00+01:00"),
        ],
    )
    def test_dates_and_datetimes_come_from_python(self, value: date, expected: str) -> None:
        assert When(value) == expected
        assert Action.model_validate({"text": "a", "due": value}).due == expected

    @pytest.mark.parametrize(
        "text",
        [
            *("", "17", "0000", "0001", "9999", "10000", "2017-13", "2017-00", "2017-1", "2017-10-32", "2017-10-00"),
            *("20171005", "2017-W40", "2017/10/05", "5 October 2017", "now", "2017-10-05T", "2017-10-05T09", "T9:30"),
            *("2017-10-05 09:30", "2017-10-05t09:30", "2017-10-05T24:00", "2017-10-05T09:60", "2017-10-05T09:30:60"),
            *("2017-10-05T09:30:00.", "2017-10-05T09:30+0100", "2017-10-05T09:30+24:00", "2017-10-05T09:30z", "2017Z"),
            *(
                " 2017",
                "2017 ",
                "2017\n",
                "2017-10-05\n",
                "２０１７",
                "T09:30Z",
                "09:30",
                "-2017",
                "2017-10-05T09:30:00,5",
            ),
        ],
    )
    def test_another_form_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="should be a date or time") as error:
            When(text)
        assert str(error.value) == f"{text!r} {FORM}"
        assert _refused(text) == FORM

    @pytest.mark.parametrize("text", ["2023-02-29", "1900-02-29", "2017-02-30", "2017-04-31", "2017-06-31T09:30Z"])
    def test_a_day_that_does_not_exist_is_refused(self, text: str) -> None:
        said = f"{text[:10]} does not exist: that month has no day {text[8:10]}"
        with pytest.raises(ValueError, match="does not exist") as error:
            When(text)
        assert str(error.value) == said
        assert _refused(text) == said

    @pytest.mark.parametrize(
        "value",
        [2017, 2017.0, True, b"2017", date(1, 1, 1), datetime(9999, 1, 1), ["2017"], {"year": 2017}, timedelta(1)],
    )
    def test_no_other_type_is_guessed_at(self, value: object) -> None:
        assert _refused(value) == FORM

    def test_an_offset_with_seconds_has_no_form(self) -> None:
        odd = datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=19, seconds=32)))
        assert _refused(odd) == FORM

    def test_a_long_text_is_cut_in_the_message(self) -> None:
        with pytest.raises(ValueError, match=r"^'x{60}' should"):
            When("x" * 1_000)


def _refused(value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        Action.model_validate({"text": "a", "due": value})
    (error,) = caught.value.errors()
    assert (error["loc"], error["type"]) == (("due",), "when")
    return error["msg"]
