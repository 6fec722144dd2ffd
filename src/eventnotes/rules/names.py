"""Rules about how people and things are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.rules._finding import Finding, once
from eventnotes.source import Loc, Remedy

_BETWEEN = re.compile(r"\s(?:and|&|[-–—/|+])\s")
_UNFILLED = {
    *("", "tba", "tbc", "tbd", "todo", "fixme", "xxx", "xxxx", "nn", "n n", "unknown", "unknown speaker"),
    *("to be announced", "to be confirmed", "to be decided", "to be defined", "title of the session", "session title"),
    *("full name", "first name", "last name", "your name", "your name here", "speaker name", "firstname lastname"),
}
_AROUND = " \t?!…-–—_[](){}<>*"
_UNSEEN = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_unseen = re.compile(f"[{_UNSEEN}]").search
_unseen_in_name = re.compile(f"[\u00a0\u202f{_UNSEEN}]").search  # in titles these two are typography
_without = re.compile(f"[{_UNSEEN}]")
_spaces = re.compile("[\u00a0\u202f]")


def unsplit_name(event: Event) -> Iterator[Finding]:
    """The name of a speaker holds more than one name.

    `Speaker:` names one person, and the first comma ends the name. Two people on one line, or an organization after a
    dash, become a person who does not exist.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        - **Speaker:** Ana Lima and Bo Ek

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        - **Speakers:** Ana Lima and Bo Ek
    """
    for at, speaker in enumerate(event.speakers):
        if " " in speaker.name and (match := _BETWEEN.search(speaker.name)):
            between = match[0].strip()
            help = "write Speakers: for several people, and Name, Title, Organization for one"
            message = f"{quoted(speaker.name)} is more than one name: {quoted(between)} stands in it"
            yield Finding(("speakers", at, "name"), message, help)


def unfilled_field(event: Event) -> Iterator[Finding]:
    """A name or a title was never filled in.

    `TBA`, `TODO`, `Full Name` and the like stand for something that was to be written later. What is not known is left
    out: only the event's name is required.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        - **Speaker:** TBA

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        - **Kind:** keynote
    """
    for loc, name in _names(event):
        if name.replace(".", "").strip(_AROUND).lower() in _UNFILLED or name.startswith("Lorem ipsum"):
            yield Finding(loc, f"{quoted(name)} was never filled in", "write what it is, or leave it out")


def invisible_character(event: Event) -> Iterator[Finding]:
    r"""A name or a title holds a character that nobody sees.

    A no-break space, a zero-width space or a mark of direction makes a name another name: whoever looks for it, or
    counts who spoke where, does not find it. Such characters come with text that is pasted from web pages.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers:
            - name: "Ana\u00a0Lima"
        ---

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers:
            - name: Ana Lima
        ---
    """
    for loc, name in _names(event):
        if name.isascii():
            continue
        match = _unseen_in_name(name) if loc[0] == "speakers" else _unseen(name)
        if match is not None:
            clean = _without.sub("", _spaces.sub(" ", name))
            remedy = Remedy((clean,), part=name, changes=((),), meant=clean)
            message = f"{quoted(name)} holds U+{ord(match[0]):04X}, which nobody sees"
            yield Finding(loc, message, f"write {clean}", remedy=remedy)


@once
def _names(event: Event) -> list[tuple[Loc, str]]:
    speakers = [(("speakers", at, "name"), speaker.name) for at, speaker in enumerate(event.speakers)]
    titles = [(("sessions", at, "title"), session.title) for at, session in enumerate(event.sessions) if session.title]
    return [(("name",), event.name), *speakers, *titles]
