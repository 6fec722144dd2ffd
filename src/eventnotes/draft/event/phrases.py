"""Phrases: what the forms that tell of hosts are made of, for text in which names are masked."""

from __future__ import annotations

from eventnotes.draft.event.candidates import KIND
from eventnotes.draft.event.parties import EVENT, INNER, OWN, PARTY, TITLED

NAME = f"[{PARTY}{EVENT}{TITLED}{OWN}][{INNER}]*+"
ONE = rf"{NAME}(?:\s+(?:team|crew|volunteers)\b)?"
"""A name."""
FRIENDS = (
    r"(?:(?!(?:and|as|but|by|for|in|is|like|made|on|or|others?|that|to|was|were|which|who|with|s[a-z]+ed"
    r"|sponsors?|supporters?|speakers?)\b)[a-z-]+,?\s+)"
    rf"{{0,7}}?(?:{NAME}[’']s\s+)?"
)
"""What stands before a name: `our friends at the`, `local agency,`."""
ITEM = rf"{ONE}(?:\s*\([^()\n]{{1,60}}\))?(?:,?\s+(?:of|from|at)\s+(?:the\s+)?{NAME}|\s+{NAME})?"
"""A name, with what is told of it."""
WITH = (
    r"(?:in\s+(?:close\s+)?(?:collaboration|partnership|alliance|co-?operation|co-?ordination|conjunction|association)\s+with"
    r"|(?:together|jointly|along)\s+with)"
)
"""What stands before a partner."""
JOINT = rf"(?:,?\s+(?:and|&|{WITH})|,)\s+{FRIENDS}"
"""What stands between two names of a list."""
_JOINED = rf"(?:(?:,\s+{FRIENDS}{ITEM}){{0,12}},?\s+(?:and|&)\s+{FRIENDS}{ITEM})?"
NAMES = rf"(?P<name>{ITEM}{_JOINED}(?:,?\s+{WITH}\s+{FRIENDS}{ITEM}{_JOINED},?)?)"
LISTED = rf"(?P<name>{ITEM}(?:{JOINT}{ITEM}){{0,12}})"

GATHERINGS = rf"(?i:{KIND}|events?|panels?|gatherings?|sprints?|(?:master)?class(?:es)?|open houses?|mixers?)"
SMALL = (
    r"(?:about|after|and|around|as|at|before|but|called|during|featuring|for|from|has|held|in|is|last|of|on|or|that|this"
    r"|to|took|was|were|when|where|which|while|will|with)"
)
"""What stands after a noun, rather than another."""
TO_EVENT = (
    rf"(?:(?:an?|its|their|the|our)\s)?(?:(?:(?!{SMALL}\b)[a-z-]+|<MONTH>)\s){{0,3}}?"
    rf"(?:{GATHERINGS}\b|[{EVENT}{OWN}{TITLED}])"
)
"""An event, as an object: `a two-day workshop`."""
BETWEEN = (
    r"(?:,\s[^,.;]{2,70},|\s(?:this|last|next)\s[a-z]+|,?\s(?:on|in)\s(?:<DAY>|<MONTH>|\d)[^.;]{0,25}?,?|\sin\s[a-z]+\swith\s[^,.;]{2,60}?|\s(?:members|volunteers|staff|students|project|group|community)"
    r"|\sand\s(?:I|(?:(?:her|his|their|the|our)\s)?(?!(?:she|he|they|we|you|an?)\b)[a-z]+)|[’']s(?:\s[a-z-]+){1,4}?)?"
    r"(?:,?\s+(?:has|have|had|is|are|was|were|will|be|been|also|again|once|just|first|together|both|all|team|who|which"
    r"|(?!famil|on)\w+ly))*"
)
"""What stands between somebody and what they did."""
NOT_PASSIVE = r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bis\s)(?<!\bare\s)(?<!\bbeen\s)(?<!\bbe\s)"
ACTIVE = r"\b(?!\s+(?:by|at|in|on|since|worldwide|for|all|from|until)\b|\s*[.,;:)])"
DOING = r"(?<=(?:is|re|as|en|be)\s)"
BEFORE_BY = (
    rf"(?:\s+(?!(?:by|sponsored|supported|funded|attended)\b)(?:[a-z]+|\d{{4}})|,?\s+(?:at|in)\s+(?:the\s+(?:[a-z]+\s+)?)?{NAME}){{0,5}}?"
    rf",?\s+by[:*]*\s+{FRIENDS}"
)
THANKS = r"\b(?i:thanks|thank[ -]you|thank|kudos|shout-?\s?outs?|hats off|props|grateful|cheers|congrat(?:ulation)?s)\b"
THANKED_FOR = (
    r"(?:(?:co-?)?organi[sz]ing|running|putting|arranging|convening|helping\s+(?:us\s+|to\s+)?(?:organi[sz]e|run|host)\b"
    r"|making (?:this|it)"
    r"|(?:a|another|such an?|the|taking the) (?:(?:\w+[ -]){1,3}(?:event|conference|day|meetup|evening|workshop)"
    r"|initiatives?))"
)
"""What somebody is thanked for."""
OTHERS = (
    r"(?:(?:all|the|his|her|their|rest|of|other|whole|entire|organi[sz]ing)\s+){0,5}"
    r"(?:crew|team|organi[sz]ers|committee|others|company)"
)
HOST = (
    r"(?:co-?)?(?:host|hold|teach|organi[sz]e|produce|run|welcome|celebrate|put on|invite"
    rf"|announce(?=\s(?:its|their|our|the|an?)\s[^.!?]{{0,60}}?{GATHERINGS}))"
)
READY = r"(?:[a-z]+ed|able|about|going|set|proud|happy|privileged|glad|enough|together|forces|wants?|would like)"
"""What stands before `to host`: `was honoured`, `is proud`, `agreed`, `joined forces`."""
GUESTS = r"(?:people|guests|professionals|[a-z]+(?:ees|ants|ates|erts|ers|ists))\b"
SUBJECT = rf"{NAMES}{BETWEEN}\s+"
ORGANIZERS = (
    r"(?i:(?:co-?)?organi[sz]ers?|conven[eo]rs?|organi[sz]ing (?:team|committee)"
    r"|(?:conference|event|workshop|general)\s+(?:(?:co-?)?chairs?|co-?ordinators?)|hosts(?=\W*:))"
)
HELD = (
    r"(?:held|holds?|launched|ran|runs?|conduct(?:s|ed)|arrang(?:es|ed)|conclude[sd]?|staged|deliver(?:s|ed)|does"
    r"|thr[eo]ws?|offer(?:s|ed)|set up|(?:coordinat|curat|celebrat)(?:es|ed))"
)
_COMPANY = r"(?:organi[sz]ations?|groups?|compan(?:y|ies)|charity|non-?profit|association|team|community|people)"
BEHIND = (
    rf"{_COMPANY}\s+(?:(?:that|which|who)\s+)?(?:behind|producing|running|organi[sz]ing|hosting|runs?|organi[sz]e[sd]?"
    rf"|hosts?|produces?|facilitates?|puts on)\s+(?:(?:this|the)\s+(?:[\w-]+\s+){{0,2}}?{GATHERINGS}"
    rf"|[{TITLED}{OWN}][{INNER}]*+)"
)
"""Who stands behind the event: `the company that runs the conference`."""
ABROAD = (
    r"(?i:organi[sz]ad[oa]s?|organisée?s?|organisiert|veranstaltet|initiiert|georganiseerd|organizzat[oa]"
    r"|zorganizowan\w+)"
)
