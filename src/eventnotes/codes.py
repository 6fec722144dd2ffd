"""Codes: the manual pages of what readers and the model find; a rule's page is its own docstring."""

from __future__ import annotations

import re
from inspect import cleandoc

from eventnotes.diagnostic import Severity
from eventnotes.rules import RULES, Rule
from eventnotes.rules._installed import Broken, installed, installed_names

_MANUAL = """
attribution
    Attribution and speaker are both given.

    A quote or framework has a listed `speaker`, or an `attribution` as written for someone who is not listed,
    never both.

bad-ignore
    An `ignore` comment cannot be followed.

    It reads `<!-- eventnotes: ignore CODE -->`, with one code or more; in YAML and TOML `# eventnotes: ignore CODE`.
    A code may be misspelt, or be an error of reading, which is always reported. A comment between a heading and its
    labels parts them.

broken-rule
    A rule of another package cannot be used.

    It cannot be loaded, fails on a write-up, or yields what is no finding. Tell its authors; leave it out of `select`
    meanwhile.

broken-format
    A format of another package fails.

    Its reader raised an error, or gave something that is no tree. Tell those who made the package.

choice
    A field takes one of a few words, and this is another.

    For example a quote's `kind` is `direct` or `indirect`, a write-up's `status` is `draft` or `reviewed`.

configuration
    A setting cannot be used.

    The settings stand in `eventnotes.toml`, or below `[tool.eventnotes]` in `pyproject.toml`. A run ends where it comes
    to settings that it cannot use.

control-character
    The file holds a control character.

    No text holds C0 or C1 control characters but tab and line feed. They hide text, or act on terminals that show
    it.

csv-columns
    A row of a table has more or fewer cells than its header, or the header names nothing that is known.

    The first line names the columns. A table by itself lists events, and has a column `name`, or sessions, and has a
    column `title`. A cell with a comma or a line end stands in double quotes.

csv-key
    A row belongs to no row of the table that it names, or two events have one key.

    Rows of a package name the event, session, speaker, lesson or framework that they belong to by its key, which is
    the first column of that table.

csv-syntax
    A quote in a table has no partner.

    A cell in quotes begins and ends with one, and each quote inside is written twice (RFC 4180).

date
    A date or time has no form that is known, or does not exist.

    Inside `event:` dates are ISO 8601, as precise as is known: `2017`, `2017-10`, `2017-10-05`,
    `2017-10-05T09:30+01:00`, or `T09:30` for a time of day. Time labels are `09:30–10:15` or `2017-10-05
    09:30–10:15`.

duplicate-id
    An id is used twice in its class.

    Ids are unique among the speakers, the sessions, the quotes, the lessons and the frameworks of an event. One
    that is not given is derived and never clashes.

duplicate-key
    A key stands twice in the same mapping.

    Parsers disagree on which of the two counts. The first is read.

empty
    The file is empty.

    An event has at least a name.

encoding
    The file is not UTF-8.

    Save it as UTF-8; a byte order mark is read and kept.

front-matter-empty
    The front matter holds nothing.

    Write at least `event:` and the event's name, or remove both lines.

front-matter-unclosed
    The front matter is opened and never closed.

    A first line `---` opens YAML, `+++` TOML; the same line closes it. A post that begins with a thematic break
    can write `***`.

given-twice
    Something is given in two places.

    Only lists are joined; any other field stands under `event:` or in the body, once. In a table of sessions, all rows
    of an event say the same of it.

id
    An id is no slug.

    Ids begin with a letter a-z and go on with a-z, 0-9 and hyphens.

ical-syntax
    This is not iCalendar (RFC 5545).

    A calendar begins with `BEGIN:VCALENDAR`. Each line is a name, parameters, a colon and a value; a line that begins
    with a space goes on with the one before it; every `BEGIN` has its `END`.

json-syntax
    This is not JSON (RFC 8259).

    No comments, no trailing commas, no NaN.

json-value
    `extra` holds what JSON cannot.

    Numbers are finite and whole numbers fit 64 bits; text holds no control characters.

language
    This is no language tag.

    Languages are BCP 47 tags: `en`, `pt-BR`.

limit-depth
    Data is nested too deeply.

    Raise it with `--limit depth=…`.

limit-files
    There are more files than one run checks.

    Raise it with `--limit files=…`.

limit-findings
    A file has more findings than are shown.

    The rest is counted. Raise it with `--limit findings=…`.

limit-items
    A list is too long.

    Raise it with `--limit items=…`.

limit-keys
    A mapping has too many keys that the model does not know.

    Raise it with `--limit keys=…`.

limit-line
    A field that is one line is too long.

    Raise it with `--limit line=…`.

limit-number
    A number has too many characters.

    Write it as text, in quotes, or raise it with `--limit number=…`.

limit-size
    The file is too large.

    Raise it with `--limit size=…`.

limit-text
    A text in data is too long.

    A Markdown body may be as long as the file. Raise it with `--limit text=…`.

limit-total
    The files are too large together.

    Raise it with `--limit total=…`.

limit-unfolded
    Aliases, or references of JSON-LD, unfold to too much text.

    Raise it with `--limit unfolded=…`.

limit-values
    There are too many values, counted as aliases unfold.

    Raise it with `--limit values=…`.

large-zip
    What a zip file holds is too large.

    There are at most 1,000 files in it, together ten times as large as a file may be; none grows more than a hundred
    times when it is unpacked. Raise the limit of size with `--limit size=…`.

missing
    A required field is missing.

    An event needs a name: under `event:`, or the post's title, or its first heading. Absent, null and empty read
    the same.

missing-field
    A field is missing that the configuration asks for.

    A team says with `required` what its write-ups have to hold, for example `required = ["sessions.speakers"]`.

not-a-write-up
    A Markdown file of the folder is no write-up, and `--require` asks for them.

    `event:` or `eventnotes:` at the top level of its front matter makes it one.

not-read
    A calendar or package holds something that a write-up does not.

    To-dos, alarms and the like are passed over, each kind with one finding, and so is a table of another name.

number
    A number is out of range or not finite.

    Latitudes lie from -90 to 90, longitudes from -180 to 180.

schema-version
    The file names a schema version that this eventnotes does not read.

    Newer files need a newer eventnotes.

several-events
    A source holds more than one event, and one is read.

    `check` looks at all of them, and `convert` takes all into a format that holds several, or into a folder. Of a
    calendar the first is read, with those that name its UID in `RELATED-TO` as its sessions. In Python `read_all` gives
    each of them.

text
    Text of one line holds a line break, control characters, or white space around it.

    Names, titles and the like are one line.

timezone
    This is no IANA time zone.

    Write `Europe/London`. A calendar may define a zone of its own; its times are then read without one.

toml-syntax
    This is not TOML 1.0.

type
    A value has another type than its field.

    Lists, mappings, text, numbers and true or false are not taken for each other.

type-root
    The root is no mapping.

    Front matter and data files hold keys and values.

unclear-role
    A role has more than a title and an organization.

    In `Name, Title, Organization` two pieces follow the name. With more, the last is read as the organization;
    `Title at Organization`, or the mapping form under `event:`, says it plainly.

unknown-key
    The model has no such field.

    Unknown keys are kept in `extra`. A key one typing slip away from a field is an error, and so is any in a
    class without `extra`. Above a post, only a key one slip away from `event` is reported.

unread-date
    A date of the post has no form that site generators write.

    It is kept in the write-up's `extra`.

unreadable-file
    The file or folder cannot be read.

    It may be no regular file, or not be yours to read.

unused-ignore
    An `ignore` comment silences nothing.

    What it was written for is mended, or stands elsewhere. Left behind, it would hide the next fault.

url
    This is no absolute URL.

    URLs begin with `http://` or `https://` (in `links` also `mailto:`), have a valid host and port, and hold no
    white space, control characters or backslashes.

xml-doctype
    An XML file has a DOCTYPE.

    It can define entities that unfold without end, or that fetch files. No schedule needs one.

xml-syntax
    This is not XML.

    Every element is closed, attributes stand in quotes, and `&` and `<` in text are written `&amp;` and `&lt;`.

yaml-cycle
    A YAML alias stands inside the value it names.

yaml-documents
    There is more than one YAML document.

yaml-key
    A key is not text.

    YAML 1.2 reads keys such as `1`, `true` and `null` as other types; write them in quotes.

yaml-merge
    A merge key takes a mapping, or a list of mappings.

yaml-syntax
    This is not YAML.

yaml-tag
    A YAML tag names what a write-up cannot hold.

    Plain values need no tags.

zip-bad
    This is no sound zip file.

    It is cut short or damaged, encrypted, or packed in a way that few programs know. Nothing of it is read.

zip-name
    A file inside a zip file has a name that no table has.

    All files stand side by side, or in one folder; each name is there once, and none is a link. They end in
    `.csv` or `.json`; `.md` and `.txt` are passed over. Nothing is ever unpacked onto the disk.
"""


def _pages(manual: str) -> dict[str, str]:
    pieces = re.split(r"^([a-z-]+)\n", manual, flags=re.MULTILINE)[1:]
    return {code: cleandoc(page) for code, page in zip(pieces[::2], pieces[1::2], strict=True)}


PAGES: dict[str, str] = _pages(_MANUAL)
"""A page for each code of reading: what is wrong in one line, then why and what to do."""

WARNINGS = {
    *("bad-ignore", "missing-field", "unused-ignore"),
    *("not-read", "several-events", "timezone", "unclear-role", "unknown-key", "unread-date"),
}
"""Codes that no rule has, and whose findings can be left out or weighed: all but the errors of reading.

Of those that are errors at times (`timezone`, `unknown-key`) only the warnings can.
"""
_MOSTLY_ERRORS = {"missing-field", "timezone"}


def pages() -> dict[str, str]:
    """The page of every code, those of rules included."""
    return PAGES | {rule.code: cleandoc(rule.page) for rule in RULES}


def every_code() -> list[str]:
    """Every code there is, those of rules that other packages offer included."""
    return [*dict.fromkeys((*pages(), *installed_names()))]


def page(code: str) -> str | None:
    """The page of a code; of one that no page of ours is about, what the package says that offers the rule."""
    if code in (own := pages()):
        return own[code]
    if code not in installed_names():
        return None
    rule = installed(code)
    return cleandoc(rule.page) or "Its package says nothing about it." if isinstance(rule, Rule) else rule.message


def severity(code: str) -> Severity:
    """How much a finding of a code usually matters; a finding says what it does itself."""
    rule: Rule | Broken | None = next((one for one in RULES if one.code == code), None)
    if rule is None and code not in PAGES and code in installed_names():
        rule = installed(code)
    if isinstance(rule, Rule):
        return rule.severity
    return Severity.WARNING if code in WARNINGS - _MOSTLY_ERRORS else Severity.ERROR
