"""Edges: what stands before and behind a title and who gave it, and is no part of either."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventnotes.draft.forms import KNOWN, LIKELY, expanded
from eventnotes.draft.reading.runs import Block, Link

NUMBER = r"(?:\s*(?:#|no\.?\s*)?(?:\d+|one|two|three|four|five|six|[IVX]+))?"
"""What counts a talk, behind its kind."""
_COUNTED = (
    r"(?:(?:\d{1,4}[-/.]\d\d?[-/.]\d{2,4}\s*[:–—|-]?|\d{1,2}(?:\.\d{1,2}\.?|[.)])|[A-H][.)]"
    r"|[A-Z]{2,5}-?\d{3,4}(?:-[A-Z]\d?)?\s*[:–—|-])\s+)?"
)
"""A day, the number of a section or the code of a talk."""
_TIME = r"\d{1,2}(?:[:.]\d{2}\s*(?:[ap]\.?m\b\.?)?|\s*[ap]\.?m\b\.?)"
_CLOCKED = (
    rf"(?:[(\[]?(?:{_TIME}\s*(?:[–—-]|to\b)?\s*)+(?:,?\s*(?:[A-Z]{{1,3}}T|UTC(?:[+-]\d+)?)\b)?[)\]]?\s*[:–—|-]*\s*)?"
    r"(?:(?i:room|hall|stage)\s(?:\d{1,3}|[A-Z])\s*(?::|\s[–—|-])\s+)?"
)
_KIND = (
    r"(?i:talk|title|topic|subject|session|case study|discussion|workshop"
    r"|(?:opening |closing )?keynote(?: (?:session|address|talk))?"
    r"|panel|breakout|breakout session|presentation|webinar|lightning talk|part|track|speaker|presenter|roundtable"
    r"|plenary|panel discussion|demo|tutorial|fireside chat|(?:guest )?lecture|seminar|showcase|masterclass"
    r"|activity|round|conversation|bof|birds of a feather"
    r"|(?:invited|contributed|tech|flash|short) talk|[a-z]+ session)"
)
_LABEL = rf"(?:{_KIND}(?:{NUMBER}\s*(?::|\s[–—|/-])\s*|\s*#?\d{{1,2}}[.)]?\s+(?=[A-Z\"“])))?"
_GIVEN_BY = rf"(?:{_KIND}\s+(?i:by|with)\s+(?=[{KNOWN}{LIKELY}][^\n]*?(?:\s[–—|-]|:|,(?=\s[\"“«]))\s))?"
_DATED = (
    r"(?:(?:<DAY>\.?(?:,?\s+(?:the\s+)?(?:<MONTH>\.?\s+\d{1,2}|\d{1,2}(?:\s+(?:of\s+)?<MONTH>))(?:st|nd|rd|th)?)?"
    r"|<MONTH>\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+<MONTH>|(?i:day)\s+\d)(?:,?\s+\d{4})?"
    rf"(?:\s*(?::|\s[–—|-])\s+|,?\s+(?=[(\[]?{_TIME})))?"
)
"""A day in words."""
_VISITED = (
    r"(?:(?i:(?:(?:I|we) )?(?:attended|saw|watched|visited|went to|listened to|paid a visit to)):?\s+"
    rf"(?=[A-Z\"“_{KNOWN}{LIKELY}]))?"
)
PREFIXES = re.compile(expanded(rf"^\s*{_DATED}(?:{_CLOCKED}{_COUNTED}|{_COUNTED}){_VISITED}{_LABEL}{_GIVEN_BY}"))
_SUFFIX = re.compile(
    expanded(
        r"(?:\s*(?:\((?i:(?:\w+ )?(?:video|slides|recording|link)\b[^()]*|workshop|talk|keynote|tutorial|panel"
        r"|\d{1,2}[:.]\d\d[^()]*)\)|\[[^\[\]]*\]|[–—|,-]\s*\(?@\w+\)?"
        r"|\s[–—|-]\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+<MONTH>|<MONTH>\s+\d{1,2}(?:st|nd|rd|th)?,?)(?:\s+\d{4})?"
        r"))+\s*$"
    )
)
"""What is neither title nor name at a heading's end: links, the time, a handle, the day."""
_may_end = re.compile(r"[)\]@\d]").search
"""What all of these hold."""
_RECORDING = re.compile(
    r"(?i)[\W_]*(?:(?:the|my|his|her|their|our|full|watch|see|view|read|download|talk|youtube|pdf|session)\s+)*"
    r"(?:(?:slide ?)?decks?|slides?|videos?|recordings?|notes?|abstract|links?|youtube|vimeo|pdf|code|demo|github"
    r"|repo(?:sitory)?|paper|blog(?: ?post)?|website|transcript|handouts?|materials?|talk|here|more|info|details)"
    r"(?:\s+(?:on|at|by|of|from)\s+[\w ]{1,30})?[\W_]*"
)
"""The words of a link to what there is of a talk."""
_LEFT, _RIGHT = " \t\n:|,;/·•+&–—-([", " \t\n:|,;/·•+&–—-.)]"


def bare(masked: str, start: int = 0, end: int | None = None, links: Sequence[Link] = ()) -> tuple[int, int]:
    """The range of a line without the number, time and kind of a talk that begin it, and links and days that end it."""
    stop = len(masked) if end is None else end
    line = masked[start:stop]
    if (match := PREFIXES.match(line)) and match.end() < len(line):
        start += match.end()
    stop = _before_recordings(masked, start, stop, links)
    place = max(start, stop - LONGEST)
    if _may_end(masked, place, stop) and (suffix := _SUFFIX.search(masked, place, stop)):
        stop = suffix.start()
    return start, stop


def _before_recordings(masked: str, start: int, stop: int, links: Sequence[Link]) -> int:
    """Where the links to recordings and slides begin that end a range."""
    for link in reversed(links):
        if start < link.start and link.end <= stop:
            if masked[link.end : stop].strip(_RIGHT) or not _is_recording(masked, link):
                break
            stop = _before(masked, link)
    return stop


def first_recording(block: Block) -> int:
    """Where the first link to a recording or slides begins, with the marks before it; else the end of the block."""
    text = block.text
    return next((_before(text, one) for one in block.links if _is_recording(text, one)), len(text))


def _is_recording(text: str, link: Link) -> bool:
    """Whether a link's words say that it leads to what there is of a talk: `Slides`, `watch the video`."""
    return link.end - link.start <= _LONGEST_WORDS and _RECORDING.fullmatch(text, link.start, link.end) is not None


def _before(text: str, link: Link) -> int:
    return len(text[: link.start].rstrip(_LEFT))


LONGEST = 400
"""How long a line may be that says who gave what, and no more."""
_LONGEST_WORDS = 40
