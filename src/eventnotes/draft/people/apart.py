"""Apart: whether a name stands where somebody is told of who is not there to speak."""

from __future__ import annotations

from eventnotes.draft.forms import compiled
from eventnotes.draft.reading.runs import Block

_FILL = (
    r"(?:(?:an?|her|his|my|our|the|their)\s)?"
    r"(?:(?!(?:and|by|from|was|were|with)\s)(?:\w[\w’'-]*|(?-i:[A-Z])\w{0,3}\.)\s){0,3}"
)
"""What may stand before a name and tell of it: `the Polish writer Ewa Nowak`."""
_MADE = (
    r"(?:co-?)?(?:(?:author|bas|coin|compil|creat|decod|design|develop|edit|film|found|fund|illustrat|invent|maintain|own"
    r"|publish|record|sign|sponsor|support|transcrib|translat)ed|built|drawn|shot|taken|written)"
)
_WORKS = (
    r"(?:articles?|bills?(?:\sintroduced)?|biograph(?:y|ies)|blog|books?|columns?|drawings?|essays?|films?|ideas?|legacy"
    r"|lyrics|memory|novels?|pages?"
    r"|paintings?|photo(?:graph)?s?|pictures?|plays|poems?|portraits?|quot(?:e|ation)s?|sculptures?|songs?|statue|tweets?"
    r"|videos?|work)"
)
_GROUPS = r"(?:compan(?:y|ies)|efforts?|groups?|labs?|projects?|research|stud(?:y|ies)|teams?)"
_BEFORE_OWNED = compiled(
    rf"(?ai)\b(?:(?:{_MADE}\s(?:by|(?:together\s)?with)|(?:inspired|{_GROUPS}\s(?:is\s|was\s)?led)\sby|{_WORKS}\s(?:by|from|of|on)"
    r"|named\s(?:after|for)|remember(?:ed|ing|s)|words\sof|stud(?:ied|ying)\s(?:under|with)|instead\sof|quoting|cit(?:es|ed|ing)|quot(?:es|ed)"
    rf"|the\slate)\s{_FILL}|(?:photos?|pictures?|images?|illustrations?|credits?)(?:\s(?:by|credits?))?:\s*"
    r"|(?:about|auditorium|building|hall|hotel|room|street|theat(?:er|re))\s)\Z"
)
"""What stands before somebody whose work is told of."""
_TALK = compiled(r"['’]s?\s(?:[\w-]+\s){0,3}?(?i:<TALK>)\b")
_BEHIND_OWNED = compiled(
    r"['’]s?\s(?:[\w-]+\s){0,2}?(?:biography|blog|books?|death|essay|film|house|novels?|office|poems?|portrait|song"
    r"|statue|team|theorem|tweets?)\b|\s(?:award|medal|prize|statue)\b"
    r"|,?\s(?:who\s|but\s(?:s?he|they)\s)?(?:sadly\s|unfortunately\s)?(?:could\snot|couldn[’']t|had\sto\scancel|fell\sill"
    r"|caught\s(?:the\sflu|a\scold)|(?:had\sbeen|was)\s(?:meant|planned|scheduled|supposed),?\s(?:but|to)"
    r"|(?:was|is)\s(?:ill|sick|unable)"
    r"|died|passed\saway|sent\s(?:her|his|their)\s(?:apologies|regrets))\b"
)
"""What stands behind somebody whose work is told of, or who stayed away."""
_THAT = compiled(r"(?:that|which)\s(?:[A-Z]\w+\.?\s|the\s){0,3}\Z")
_MAKES = compiled(
    r"\s(?:had\s|has\s)?(?:announced|authored|built|coined|compiled|created|designed|founded|invented|made|published"
    r"|signed|started|wrote)\b"
)
"""What stands before and behind somebody whose work is told of, both: `the law that Ewa Nowak signed`."""
_TO_COME = compiled(
    r"(?a)\b(?:next (?:edition|event|meeting|meet-?up|month|time|week|year)|stay tuned|upcoming"
    r"|(?:in|on) <MONTH>\b[^.!?]{0,120}(?: will|['’]ll))\b"
)
"""What stands, in small letters, in a sentence about who will speak."""
_RELATION = (
    r"(?:advis[oe]r|assistant|aunt|boss|boyfriend|brother|classmate|co-?author|colleague|cousin|daughter|father|flatmate"
    r"|friend|girlfriend|grandfather|grandmother|hero|husband|intern|manager|mentor|mother|neighbou?r|predecessor|sister"
    r"|son|student|supervisor|teacher|team-?mate|translator|uncle|wife)s?,?"
)
_BEFORE_APART = compiled(
    r"(?ai)\b(?:according to|authors?(?: of)?|honou?r(?:s|ed|ing)?|late|recogni[sz]ed|thank(?:s|ed)?(?: to)?"
    r"|(?:bedankt|danke?|gracias|grazie|merci|obrigad[ao]|tack|takk)(?: (?:aan|an|à|a|til|till))?"
    r"|(?:awarded|given|presented|went) to|named|called|hugged|greeted"
    r"|(?:host\w{0,3}|nam\w{0,3}|organi[sz]\w{0,3}|post\w{0,3}|recommend\w{0,4}|papers?|images?)\s(?:by|from|of|on)"
    r"|(?:bump(?:ed|ing)|r[au]n(?:ning)?) into|(?:caught|catch(?:ing)?) up with"
    r"|(?:sat|seated|sitting) (?:next to|beside|by|opposite|with)(?: [\w’'-]+){0,4},?"
    r"|(?:beers?|breakfast|car|coffee|dinner|drinks?|lunch|table|taxi|train|walk"
    r"|(?<!fireside )chat|chatt(?:ed|ing)|talked|spoke) with"
    r"|(?:glad|good|great|happy|lovely|nice) to (?:meet|see)|work(?:ed|ing|s) (?:for|under|with)"
    rf"|(?:her|his|my|their) (?:[\w-]+ ){{0,2}}{_RELATION})\s+\Z"
)
"""What stands before somebody who is thanked, honoured, met, or told of for another’s sake."""
IN_PRINT = (
    r"[^.!?\n]{0,40}?\b[io]n (?:an?|his|her|their|this|the) (?:[\w-]+ ){0,2}"
    r"(?:blog|post|article|book|paper|tweet|essay)\b"
)
"""What stands behind a name and tells that somebody said something elsewhere."""
_IN_PRINT = compiled(IN_PRINT)
_OPENED = compiled(r"(?<![^\s(])[\"“„«][^\"“”„«»\n]{0,150}\Z")
_CLOSED = compiled(r"[^\"“”„«»\n]{0,150}[\"”“»](?=[\s.,;:!?)]|\Z)")
"""What stands before and behind what is in quotation marks."""
_NEAR, _FAR = 60, 200


def is_owned(masked: str, start: int, end: int) -> bool:
    """Whether names are a part of what is told of something else, so that what is beside them is not told of them."""
    before = masked[max(0, start - _NEAR) : start]
    made = _THAT.search(before) and _MAKES.match(masked, end)
    told = _BEFORE_OWNED.search(before) and not _TALK.match(masked, end)
    return bool(made or told or _BEHIND_OWNED.match(masked, end) or _is_quoted(masked, start, end))


def _is_quoted(masked: str, start: int, end: int) -> bool:
    """Whether names stand in quotation marks with other words, as in the title of a talk: `“What if Ada had trams”`."""
    before = _OPENED.search(masked, max(0, start - _FAR), start)
    behind = _CLOSED.match(masked, end, end + _FAR) if before else None
    return bool(before and behind and (before.end() > before.start() + 1 or behind.end() > end + 1))


def to_come(block: Block, low: str) -> list[tuple[int, int]]:
    """The sentences of a block that are about an event to come.

    Args:
        block: a block.
        low: its text in small letters.
    """
    return [one for one in block.sentences if _TO_COME.search(low, *one)] if _TO_COME.search(low) else []


def is_apart(masked: str, start: int, end: int) -> bool:
    """Whether what is beside names tells of somebody who likely did not speak."""
    before = masked[max(0, start - _NEAR) : start]
    return _BEFORE_APART.search(before) is not None or _IN_PRINT.match(masked, end) is not None
