"""Rules about names, clocks, links and history: what each reports at its place, and what it leaves alone."""

from __future__ import annotations

import pytest

import eventnotes as en
from eventnotes.configuration.settings import Settings
from eventnotes.inspection import inspected
from eventnotes.rules import RULES, Beside
from eventnotes.when import When

FRONT = "---\nevent:\n  name: PyDay\n  start: 2024-05-01\n  speakers: [Geoff Connell, Bo Ek]\n---\n\n"
QUOTE = FRONT + "> Ask.\n>\n> — "


def found(text: str, *codes: str, beside: Beside | None = None) -> list[str]:
    """What some rules find, as `line:column message`."""
    rules = [rule for rule in RULES if rule.code in codes]
    checked = inspected(en.read(text=text), named=True, settings=Settings(tuple(rules)), beside=beside or Beside())
    return [f"{one.line}:{one.column} {one.message}" for one in checked.diagnostics]


def people(*names: str) -> str:
    return (
        "---\nevent:\n  name: A\n  start: 2024\n  speakers:\n" + "".join(f"    - {name}\n" for name in names) + "---\n"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Geoff Connell", "Geoff Conell"),
        ("Geoff Connell", "Gefof Connell"),
        ("José Silva", "Jose Silva"),
        ("Ana LIMA", "Ana Lima"),
        ("Laszlo Kiss-Kollar", "László Kiss Kollár"),
        ("Ana Maria Lima", "Ana Mara Lima"),
        ("Geoff Connell", "Geof Connell"),
        ("Anna Lima", "Ana Lima"),
    ],
)
def test_names_that_are_nearly_the_same_are_reported_once(one: str, other: str) -> None:
    said = f'7:7 "{other}" and "{one}" are nearly the same name'
    assert found(people(one, other), "near-duplicate-speaker") == [said]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daniel Hahler", "Daniel Mahler"),
        ("Daniel Silva", "Daniela Silva"),
        ("Mario Silva", "Maria Silva"),
        ("Christian Silva", "Christina Silva"),
        ("Jo Lee", "Jo Li"),
        ("Ana", "Anna"),
        ("Ana B1", "Ana B2"),
        ("Ana Lima", "Bo Ek"),
        ("Ana Lima", "Ana Lima Costa"),
        ("Geoff Connell", "{name: Geoff Conell, aliases: [Geoff Connell]}"),
        ("{name: A Lima, links: [https://a.org/]}", "{name: A Limma, links: [https://b.org/]}"),
    ],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert found(people(one, other), "near-duplicate-speaker") == []


def test_many_people_of_one_first_name_are_compared_in_bounds() -> None:
    names = [f"Ana {chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}bcdef" for i in range(2_000)]
    event = en.Event.model_validate({"name": "A", "start": "2024", "speakers": [{"name": one} for one in names]})
    document = en.read(data=en.write(event, "json"), format="json")
    assert len(inspected(document, named=True).diagnostics) > 0


@pytest.mark.parametrize(
    ("who", "reported"),
    [
        ("Geoff Conell", True),
        ("Dr Geoff Connell", True),
        ("Geoff Connell, Norfolk County Council", True),
        ("Geoff Connell of Norfolk", True),
        ("Chief Information Officer, Geoff Connell", True),
        ("the mayor Geoff Connell", True),
        ("one of Geoff Connell's residents", False),
        ("a colleague of Bo Ek", False),
        ("Geoffrey Bell", False),
        ("Connellson", False),
    ],
)
def test_attributions_that_name_someone_listed(who: str, reported: bool) -> None:
    said = f'10:5 "{who}" seems to be Geoff Connell, who is listed'
    assert found(f"{QUOTE}{who}\n", "attribution-is-a-speaker") == ([said] if reported else [])


def test_an_attribution_above_the_introduction_and_one_of_a_framework() -> None:
    text = f"{QUOTE}Ana Lima\n\n**Framework (Geoff Conell): Ways**\n\n- a\n\n## T\n\n- **Speaker:** Ana Lima\n"
    assert found(text, "attribution-is-a-speaker") == [
        '10:5 "Ana Lima" seems to be Ana Lima, who is listed',
        '12:14 "Geoff Conell" seems to be Geoff Connell, who is listed',
    ]


@pytest.mark.parametrize("name", ["Ana Lima and Bo Ek", "Ana Lima & Bo Ek", "Martyn Evans - Unboxed", "A Lima / B Ek"])
def test_a_name_that_is_more_than_one(name: str) -> None:
    (said,) = found(people(name), "unsplit-name")
    assert said.startswith(f'6:7 "{name}" is more than one name: ')


@pytest.mark.parametrize("name", ["Ana-Maria Lima", "Anders Andersson", "D'Arcy", "Ana Sand"])
def test_a_name_that_is_one(name: str) -> None:
    assert found(people(name), "unsplit-name") == []


@pytest.mark.parametrize(
    "name", ["TBA", "t.b.c.", "TODO", "To be announced", "Full Name", "Your name here", "??", "N.N."]
)
def test_a_name_that_was_never_filled_in(name: str) -> None:
    assert found(people(name), "unfilled-field") == [f'6:7 "{name}" was never filled in']


@pytest.mark.parametrize("name", ["Tba Nkosi", "Todor Todorov", "Nameer", "Nan Nana", "Xxavier"])
def test_a_name_that_only_looks_so(name: str) -> None:
    assert found(people(name), "unfilled-field") == []


def test_characters_that_nobody_sees_in_names_and_titles() -> None:
    text = f"{FRONT}## Pourquoi\u00a0? Par\u200bser\n\n- **Speaker:** Ana\u00a0Lima\n"
    assert found(text, "invisible-character") == [
        '8:1 "Pourquoi\u00a0? Par\\u200bser" holds U+200B, which nobody sees',
        '10:16 "Ana\u00a0Lima" holds U+00A0, which nobody sees',
    ]
    assert found(FRONT + "## Pourquoi\u00a0?\n\n- **Speaker:** می\u200cخواهم\n", "invisible-character") == []


@pytest.mark.parametrize(
    ("extra", "body", "message"),
    [
        ("  online: https://a.org/\n", "", ["4:10 09:30 has no time zone, and the event is online"]),
        ("  online: https://a.org/\n  timezone: Europe/Lisbon\n", "", []),
        ("", "", []),
        ("  end: 2024-05-02T17:00Z\n", "", ["4:10 2024-05-01T09:30 has no time zone, and other times have one"]),
    ],
)
def test_times_without_a_zone(extra: str, body: str, message: list[str]) -> None:
    start = "T09:30" if "online" in extra else "2024-05-01T09:30"
    text = f"---\nevent:\n  name: PyDay\n  start: {start}\n{extra}---\n{body}"
    assert found(text, "floating-time") == message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("We met on Thursday, May 1st, 2024.", "8:11 2024-05-01 is a Wednesday, not a Thursday"),
        ("## Friday 3rd of May", None),
        ("## Thursday 3 May", "8:4 2024-05-03 is a Friday, not a Thursday"),
        ("On Saturday 3 May we met.", None),
        ("## Tuesday 2024-05-01", "8:4 2024-05-01 is a Wednesday, not a Tuesday"),
        ("On Monday, 31 February 2024, never.", None),
        ("Everyday 5 May 2024", None),
        ("## Wednesday 1 January", None),
    ],
)
def test_days_of_the_week(line: str, message: str | None) -> None:
    text = FRONT.replace("2024-05-01\n", "2024-05-01\n  end: 2025-01-02\n") + line + "\n"
    expected = [] if message is None else [message.replace("8:", "9:", 1)]
    assert found(text, "wrong-weekday") == expected


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("[a](www.a.org/x)", "www.a.org/x"),
        ("[a](http//a.org)", "http//a.org"),
        ("[a](http:/a.org)", "http:/a.org"),
        ("[a](htp://a.org)", "htp://a.org"),
        ("[a](https://https://a.org)", "https://https://a.org"),
        ("[a](http://localhost:8000/x)", "http://localhost:8000/x"),
        ("[a](file:///C:/a.pdf)", "file:///C:/a.pdf"),
        ("[a](https://a.org/my file.pdf)", "https://a.org/my"),
        ("[a](https:///x)", "https:///x"),
    ],
)
def test_links_that_lead_nowhere(link: str, words: str) -> None:
    assert found(f"{FRONT}See {link} there.\n", "bad-link") == [f'8:9 "{words}" leads nowhere']
    assert found(f"{FRONT}See `{link}` there.\n\n```\n{link}\n```\n", "bad-link") == []
    twice = f"{FRONT}See `{link}` there.\n\nSee {link} there.\n"
    assert [one.partition(":")[0] for one in found(twice, "bad-link")] == ["10"]


def test_a_link_without_a_target_and_links_of_the_model() -> None:
    assert found(f"{FRONT}See [a]() there, and [b](x).\n", "bad-link") == ['8:5 the link "[a]" has no target']
    talk = f"{FRONT}## T\n\n- **Speaker:** Bo Ek\n- **Slides:** http://localhost/a\n"
    assert found(talk, "bad-link") == ['11:15 "http://localhost/a" leads nowhere']


@pytest.mark.parametrize(
    "link",
    [
        "[a](https://a.org)",
        '[a](https://a.org "A title")',
        "[a](<https://a.org/x>)",
        "[a](#part)",
        "[a](/page)",
        "[a](mailto:a@a.org)",
        "[a](http-server.md)",
        "[a](https://localhost.example.org/)",
        "[a](https://web.archive.org/web/2020/https://a.org/)",
        "![a](x.png)",
    ],
)
def test_links_that_lead_somewhere(link: str) -> None:
    assert found(f"{FRONT}See {link} there.\n", "bad-link") == []


ROOMS = """---
event:
  name: PyDay
  start: 2024-05-01
  sessions:
    - {{title: One, room: Loft, start: {0}, end: {1}}}
    - {{title: Two, room: Loft, start: {2}, end: {3}}}
---
"""


@pytest.mark.parametrize(
    ("times", "clash"),
    [
        ("T09:00 T10:00 T09:30 T10:30", True),
        ("T09:30 T10:30 T09:00 T10:00", True),
        ("T09:00 T10:00 T10:00 T10:30", False),
        ("T09:00 T10:00 T09:00 T10:00", False),
        ("T09:00 T12:00 T09:30 T10:30", False),
        ("T09:00 T10:00 T09:00 T12:00", False),
        ("2024-05-01T09:00 2024-05-01T10:00 2024-05-02T09:30 2024-05-02T10:30", False),
        ("2024-05-01T09:00 2024-05-01T10:00 2024-05-01T09:30Z 2024-05-01T10:30Z", False),
    ],
)
def test_rooms(times: str, clash: bool) -> None:
    said = '7:26 "Loft" holds "One" at the same time'
    assert found(ROOMS.format(*times.split()), "room-double-booked") == ([said] if clash else [])


@pytest.mark.parametrize("start", ["2024", "2024-05-01\n  end: 2024-05-02"])
def test_rooms_at_times_of_no_known_day(start: str) -> None:
    text = ROOMS.format("T09:00", "T10:00", "T09:30", "T10:30").replace("2024-05-01", start)
    assert found(text, "room-double-booked") == []


def test_a_room_is_compared_with_the_session_that_ends_last() -> None:
    short = "    - {title: Three, room: Loft, start: T11:00, end: T13:00}\n---\n"
    text = ROOMS.format("T09:00", "T12:00", "T09:30", "T10:30").removesuffix("---\n") + short
    assert found(text, "room-double-booked") == ['8:28 "Loft" holds "One" at the same time']


def test_a_recap_is_published_after_the_event() -> None:
    post = "---\ndate: {}\nevent: {{name: A, start: 2024-05-02}}\n---\n{}"
    said = "2:7 the write-up was published on 2023-05-03, before the event began on 2024-05-02"
    assert found(post.format("2023-05-03", "\n**Lesson:** Ask.\n"), "published-before-event") == [said]
    assert found(post.format("2024-05-01", "\n**Lesson:** Ask.\n"), "published-before-event") == []
    assert found(post.format("2023-05-03", "\nCome all.\n"), "published-before-event") == []


def test_a_lesson_that_stands_twice() -> None:
    text = f"{FRONT}**Lesson:** Ask them first.\n\n## T\n\n- **Speaker:** Bo Ek\n\n**Lesson (Ek):** ask them FIRST\n"
    assert found(text, "repeated-lesson") == ['14:1 the lesson "ask them FIRST" stands twice']
    assert found(text.replace(" them", ""), "repeated-lesson") == []


@pytest.mark.parametrize(
    ("due", "today", "overdue"),
    [
        ("2024-05-10", "2024-05-11", True),
        ("2024-05-10", "2024-05-10", False),
        ("2024-05", "2024-05-31", False),
        ("2024-05", "2024-06-01", True),
        ("2024", "2025-01-01", True),
        ("2024-05-10T09:00+01:00", "2024-05-11", True),
    ],
)
def test_actions_are_overdue_the_day_after(due: str, today: str, overdue: bool) -> None:
    text = f"{FRONT}## Lessons\n\n- Ask.\n  - [ ] write (due: {due})\n  - [x] read (due: {due})\n"
    said = f'11:21 "write" was due on {due} and is not done'
    assert found(text, "overdue-action", beside=Beside(today=When(today))) == ([said] if overdue else [])
    assert found(text, "overdue-action") == []


def test_ids_that_were_there_before() -> None:
    talk = "- **Speaker:** Ana Lima\n\n> Ask.\n>\n> — Bo Ek"
    before = en.load(text=f"{FRONT}## Opening\n\n{talk}\n\n**Lesson:** Ship.\n")
    now = f"{FRONT}## Opening keynote\n\n{talk} <!-- id: words -->\n"
    assert found(now.replace("PyDay", "PyDays"), "vanished-id", beside=Beside(before=before)) == [
        '3:9 the event id "pyday" is gone; it is "pydays" now',
        '3:9 the lesson id "ship" is gone',
        '8:1 the session id "opening" is gone; it is "opening-keynote" now',
        '12:1 the quote id "ask" is gone; it is "words" now',
    ]
    assert found(now, "vanished-id") == []
