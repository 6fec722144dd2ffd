"""Calendars on standard input, as a JSON list of texts; what libical reads in them, on standard output.

It runs on the system's own Python, for which the bindings are packaged (gir1.2-ical-3.0, python3-gi).
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timezone

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402 - its version has to be required first


def moment(time: ICalGLib.Time) -> str | None:
    if time is None or time.is_null_time():
        return None
    if time.is_date():
        return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"
    seconds = time.as_timet_with_zone(time.get_timezone() or ICalGLib.Timezone.get_utc_timezone())
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")  # noqa: UP017 - the system's Python may be older than 3.11


def judged(text: str) -> dict[str, object]:
    """Title, start and end of the events; whether every restriction of RFC 5546 holds; how many errors there are."""
    calendar = ICalGLib.Component.new_from_string(text)
    found, kind = [], ICalGLib.ComponentKind.VEVENT_COMPONENT
    one = calendar.get_first_component(kind)
    while one is not None:
        found.append([one.get_summary(), moment(one.get_dtstart()), moment(one.get_dtend())])
        one = calendar.get_next_component(kind)
    holds = ICalGLib.restriction_check(calendar)
    return {"events": found, "holds": holds, "errors": calendar.count_errors()}


print(json.dumps([judged(one) for one in json.load(sys.stdin)]))
