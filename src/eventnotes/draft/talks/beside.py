"""Beside: what stands before and behind marked words tells whether they are a talk's title."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from eventnotes.draft.forms import expanded
from eventnotes.draft.reading.runs import lowered

TALK = (
    r"(?i:<TALK>|chats?|courses?|trainings?|sprints?|charlas?|ponencias?|presentaci[oó]n(?:es)?|apresentaç(?:ão|ões)|palestras?"
    r"|oficinas?|talleres|taller|conférences?|présentations?|ateliers?|vortr[aä]ge?n?|prezentacj\w+|föredrag|foredrag|praatje)"
)
_TALK_SMALL = TALK.replace("(?i:", "(?:")
CLOSED = r"[,.]?[\"”“»’')*_]?"
_GIVEN = r"(?i:presented|given|led|delivered|held|hosted|moderated|taught|done)"


def _patterns(**several: str) -> Callable[[], dict[str, re.Pattern[str]]]:
    """Patterns by their names, compiled when they are first asked for."""
    return cache(lambda: {name.replace("_", "-"): re.compile(expanded(one)) for name, one in several.items()})


_BEFORE = _patterns(
    talk_right=rf"\b{TALK}\b[^\w.!?]*(?:(?:of|in|at|that|I|we|here|today)\b[^.!?,;:\"“”]{{0,40}}?[\s:,]+)?"
    r"(?:(?:by|from)\s+<PERSON><PAREN>,?\s+)?(?:(?:was|is|were)\s+)?(?:(?:titled|entitled|called|named|on|about|by|of|was|is)\b)?"
    r"(?:\s+(?:the|a|how))?[^\w.!?]*\Z",
    talk_before=rf"\b{TALK}\b[^.!?]{{0,90}}\Z",
    presented_before=r"\b(?:<PRESENTED>|speaking|spoke|to present)\b(?:[^.!?\w]|\b(?:on|about|of|us|through|with|in"
    r"|the|a|an|his|her|their|session|talk|at|titled|entitled|called)\b){0,12}\Z",
    person_presented=r"(?:<PERSON><PAREN>(?:,[^.!?]{2,80},)?|\b(?:I|[Hh]e|[Ss]he)\b)<ADVERB>\s+(?:<PRESENTED>|spoke"
    r"|took the \w+ to (?:present|talk))[^\w.!?]*(?:(?:next|first|last|then|afterwards|about|on|the|a|his|her|their)"
    r"\b[^\w.!?]*){0,3}\Z",
    name_before=r"(?:<PERSON><PAREN>(?:[’']s?)?\s*[,:–—|-]*|(?:<PERSON>|\b[A-Z][\w-]+)[’']s\s+[\"“‘'«])\s*\Z",
    name_opens=r"\A<MARKS><PEOPLE>(?:,\s[^.!?,]{2,60})?[\s*_]*(?:[–—|-]{1,2}[\s\"“‘«]*|,\s+[\"“‘«]|:\s*)\Z",
    person_on=r"<PERSON>.*\b(?i:in|on|about|with|mit|über)\W*\Z",
    said_before=r"\b<SAID>\b[^.!?]{0,12}\Z",
    talk_is=r"(?<!from the )(?<!from his )(?<!from her )(?<!after the )"
    rf"\b{TALK}\b[\s,:–—(-]*(?:(?:was|is|were)\b[^\w.!?]*)?(?:(?:titled|entitled|called|named)\b)?[\s,:–—(\"“‘'«-]*\Z",
    named_before=r"<PERSON><PAREN>\s+\([\"“‘'«]\Z",
    talk_colon=rf"\b{TALK}\b[^.!?:]{{0,90}}:\s*\Z",
    of_person=r"(?:<PERSON>[’']s?|\b[A-Z][\w-]+(?:[’']s|s[’']))\s+[\"“‘'«]?\Z",
    opened_with=r"\b(?i:open|kick|start|beg[au]n|clos|finish|end|follow|continu|conclud|went on|next|up\b|first|last)"
    r"[^.!?]{0,80}?\bwith\b(?:\s+(?:the|a|his|her|their))?[^\w.!?]*\Z",
    visited=r"\b(?i:I|we)\b[^.!?]{0,50}?\b(?:attended|signed up for|chose|picked|went to|made it to|stayed for|saw"
    r"|visited|enjoyed|loved|liked|watched|listened to|heard|sat in on|(?:started|began|ended|closed|finished)"
    r" (?:my|our|the) (?:\w+ )?\w+"
    r" (?:at|in|with))(?:\s+<PERSON><PAREN>(?:[’']s?|\s+(?:on|about|with|present|presenting|speak(?:ing)?"
    r" (?:on|about)))?|\s+the)?[^\w.!?]*\Z",
    next_on=r"(?:\A|[.!?]\s+)(?i:(?:(?:up )?(?:next|then|first|finally|later|afterwards|last)|after (?:that|lunch|the"
    r" break))(?: up| of all| came| was| we had| it was)?[,:]?)\s+(?:(?:our|the|my)\s+(?:[\w-]+\s+){0,2})?<PERSON>"
    r"<PAREN>(?:,[^.!?]{2,60},|\s+(?:from|of)\s+[^.,!?]{2,40})?(?:,|\s+(?:on|with|about))[^\w.!?]*\Z",
    next_up=r"(?:\A|[.!?]\s+)(?i:then|next|after|finally|up|first|later|last|the (?:second|third|last|next|first))\b"
    r"[^.!?]{0,40}?(?:\b(?:came|was|is|were|up|started with|began with)\b|:)[^\w.!?]*\Z",
    presented_it=r"\b(?:presented|gave|delivered|to present|spoke(?:\s+(?:next|first|last|then))?\s*\()\s*[\"“‘'«]?\Z",
    elsewhere=r"\b(?:wr[io]t\w+|read|recommend\w*|works?|worked|working|joined)\b\s*(?:with|at|for|in)?\W*\Z"
    r"|\b(?:held|hosted|met|gathered|place|housed|lunch|dinner|drinks)\b[^.!?]{0,30}?\b(?:at|in)\b(?:\s+the)?\W*\Z",
    highlight=r"\b(?i:highlights?|favou?rites?|best)\b[^.!?]{0,60}?\b(?:was|is|were)\b(?:\s+<PERSON>[’']s?)?[^\w.!?]*\Z",
)
"""What stands before the words, up to the beginning of their sentence."""
_BEFORE_SMALL = _patterns(
    titled=rf"(?:\b(?:topic|title|subject)\b(?:[^.!?\"“”]{{0,20}}?\b(?:was|is|of))?[^\w.!?]*\Z)|"
    rf"\b{_TALK_SMALL}\b[^.!?\"“”]{{0,120}}?\b(?:titled|entitled|called|named)\W*\Z|"
    r"\b(?:it|which) was (?:titled|entitled|called)\W*\Z",
    own_topic=r"\b(?:his|her|their)\s+(?:topic|title|subject|theme)\W+(?:was|is)\W*\Z",
    paper=r"\b(?:(?:gave|read|delivered|presented)\s+an?|first|second|third|next|last|final|opening|closing|invited"
    r"|short|joint)\s+papers?\b\W*(?:(?:on|about|called|titled|entitled)\b)?\W*\Z",
    work=r"\b(?:books?|novels?|films?|movies?|albums?|songs?|plays?|report|study|articles?|podcasts?|magazines?)\W*\Z",
    book=r"\b(?:books?|papers?|articles?|posts?|blog|website|site|project|tools?|library|report|study|album|song|film"
    r"|movies?|video|podcast|survey|magazine|newsletter|term|phrase|words?|concept|idea|question|quote|slide|theme|app"
    r"|product|game|principle|rule|law|example|e\.g\.|like|so-called)\W*(?:\w+\s+)?\W*\Z",
)
"""The same in small letters."""
_AFTER = _patterns(
    talk_after=rf"{CLOSED},?\s+(?:[\w-]+\s+)?{TALK}\b",
    by_after=rf"{CLOSED}[,.]?\s*(?:\([^()]{{0,80}}\)\s*)?[,–—-]?\s*(?:{TALK}\s+)?(?i:(?:was|which was|is)\s+)?"
    rf"(?:{_GIVEN}\s+)?(?i:by|from|with|featuring|por|par|von|mit|de|av|door)\s+(?:[a-z]+\s+){{0,3}}<PERSON>",
    dash_name=rf"{CLOSED}\s*(?:[,:–—-]{{1,2}}\s*|\()<PERSON>",
    said_after=rf"{CLOSED},?\s*(?:<SAID>|<PERSON>\s+<SAID>)\b",
    led_after=rf"{CLOSED},?\s+(?:(?:was|which was)\s+)?(?:{_GIVEN}|run|chaired|facilitated)\s+by\s+(?:[a-z]+\s+){{0,3}}"
    r"<PERSON>",
    title_acts=rf"{CLOSED},?\s+(?:looked at|covered|explored|examined|dealt with|focus+ed on|was about"
    r"|asked (?:how|what|why|who))\b",
    was_talk=rf"{CLOSED},?\s+(?:was|is)\s+(?:an?|the|our|my)\s+(?:[\w-]+\s+){{0,3}}?{TALK}\b",
    which_person=rf"{CLOSED},?\s+in\s+which\s+(?:<PERSON>|(?:s?he|they|we)\b)",
)
"""What stands right after them."""
_OPENING = _patterns(
    name_after=rf"{CLOSED}\s*<PERSON>",
    then_talk=r"[\"”’'*_]*\s*[.:–—-]*\s*\b(?i:this|the|an?|here|it|great|good|he|she|they|in this|another|my)\b"
    rf"[^.!?]{{0,60}}\b{TALK}\b",
    then_presents=rf"{CLOSED}\s*(?:[.:,–—-]{{1,2}}\s*|\()?(?:[^.!?]{{0,40}}?\s)?<PEOPLE>(?:,[^.!?]{{2,90}},)?"
    r"(?:\)|<ADVERB>\s+(?:<PRESENTED>|<SAID>))",
)
"""What stands right after those that open their block."""
_IN = re.compile(r"(?:\A|[.!?]\s+|,\s+)(?i:in)(?:\s+(?i:his|her|their)\s+\w+,?)?[^\w.!?]*\Z")
_PRESENTED = re.compile(
    expanded(
        rf"{CLOSED},?\s*(?:<PEOPLE>(?:\s+(?:of|from|at)\s+<ORGANIZATION>)?(?:,[^.!?]{{2,90}}?,)?|s?he\b|they\b)"
        r"<ADVERB>\s+(?:<PRESENTED>|<SAID>)"
    )
)
"""What stands before and behind the title of a talk in which somebody showed or said something."""
_BY_OTHER = frozenset(["person-presented", "person-on"])


def told_beside(before: str, after: str) -> list[str]:
    """The cues of what stands before words, up to the beginning of their sentence, and right after them."""
    told = [name for name, pattern in _BEFORE().items() if pattern.search(before)] if before else []
    told += [name for name, pattern in _BEFORE_SMALL().items() if pattern.search(lowered(before))] if before else []
    told += [name for name, pattern in _AFTER().items() if pattern.match(after)] if after else []
    if _IN.search(before) and _PRESENTED.match(after):
        told.append("within")
    if "by-after" in told and not _BY_OTHER.isdisjoint(told):
        told.append("of-another")
    return told


LINE_OF_NAME = re.compile(expanded(rf"{CLOSED}\s*[–—-]{{1,2}}\s+<PEOPLE>[^.!?\n]{{0,60}}\Z"))
"""What stands after those that are a line with who gave the talk."""


def told_behind(after: str) -> list[str]:
    """The cues of what stands right after words that open their block."""
    return [name for name, pattern in _OPENING().items() if pattern.match(after)]
