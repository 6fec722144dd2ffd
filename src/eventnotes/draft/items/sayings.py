"""Sayings: the ways in which a text says whose words a quotation is."""

from __future__ import annotations

import re

from eventnotes.draft.forms import KNOWN, Form

_SAID = (
    r"(?:<SAID>|(?:ended|closed|finished|began|opened|started|concludes|ends|closes|opens|begins|finishes)\b[^.!?\n\"“”]{0,40}?"
    r"\s(?:with|by|on))\b"
)
_PRONOUN = r"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)"
AFTER = (
    Form(
        "said-name-after",
        r"\s*[,–—-]?\s*<SAID>\s+(?:(?!<PERSON>)[\w’'&./-]+,?\s+){0,8}?(?P<who><PERSON>)",
        0.9,
        (
            ("“Buses are for everybody in this town,” said Bo Ek.", "Bo Ek"),
            ("‘Buses aren’t only for the rich of this town,’ said Bo Ek.", "Bo Ek"),
            ("'Buses aren't only for the rich of this town,' said Bo Ek.", "Bo Ek"),
        ),
    ),
    Form(
        "name-said-after",
        r"\s*[,–—-]?\s*(?P<who><PERSON>)(?:\s*,[^.,;:\n]{2,80},)?<ADVERB>\s+<SAID>\b",
        0.9,
        (("“Buses are for everybody in this town”, Bo Ek said.", "Bo Ek"),),
    ),
    Form(
        "comma-name-after",
        r"(?<=,[\"”])\s+(?:[a-z]+(?:ed|s)\s+)?(?P<who><PERSON>)(?=[\s.,])",
        0.85,
        (("“Buses are for everybody in this town,” Bo Ek began.", "Bo Ek"),),
    ),
    Form(
        "dash-after",
        r"[\s.]*(?:[–—~→]|--?>?)\s*(?:(?!<PERSON>)[\w’'&./-]+,?\s+){0,4}?(?P<who><PERSON>)",
        0.9,
        (("“Buses are for everybody in this town” – Bo Ek", "Bo Ek"),),
    ),
    Form(
        "name-at-end",
        r"[\s.,*_\[]*(?P<who><PERSON>)<PAREN>(?:\s*,[^.!?\n]{2,60})?[\s.*_\]]*(?=$|\n)",
        0.85,
        (
            ("- “Buses are for everybody in this town”, Bo Ek", "Bo Ek"),
            ("“Buses are for everybody in this town.”  \n**Bo Ek**", "Bo Ek"),
        ),
    ),
    Form(
        "brackets-after",
        r"\s*\((?P<who><PERSON>)[^()]*\)",
        0.8,
        (("“Buses are for everybody in this town” (Bo Ek)", "Bo Ek"),),
    ),
    Form(
        "pronoun-after",
        r"\s*[,–—-]?\s*(?:" + _PRONOUN + r"\s+<ADVERB>\s*<SAID>|<SAID>\s+(?P<other>he|she|they))\b",
        0.75,
        (("Bo Ek went on. “Buses are for everybody in this town,” he said.", "Bo Ek"),),
    ),
)
UNKNOWN = Form(
    "unknown-said-after",
    r"\s*[,–—-]?\s*(?P<unnamed>(?!(?:He|She|They|It|We|I|You|This|That|Who|What|As|The|A|An)\b)[^\W\d_a-z][\w’'-]+)"
    r"<ADVERB>\s+(?:said|says|explained|explains|summari[sz]ed|added|adds|noted|notes|concluded|remarked)\b",
    0.75,
    (("“Buses are for everybody in this town,” Zyrk said.", "Zyrk"),),
)
SAID_UNKNOWN = Form(
    "said-unknown-after",
    r"\s*[,–—-]?\s*(?:said|says|explained|explains|summari[sz]ed|added|adds|noted|notes|concluded|remarked|joked)\s+"
    r"(?P<unnamed>[^\W\d_a-z][\w’'-]+)(?=[,.;]|\s+[a-z]|\s*$)",
    0.75,
    (("“Buses are for everybody in this town,” explained Zyrk, a driver.", "Zyrk"),),
)
SIGNED_UNKNOWN = Form(
    "signed-unknown",
    r"[\s.]*(?:[–—~→]|--?>?)\s*(?P<unnamed>(?:[^\W\d_a-z][\w.’'&/-]*|of|the|de|van|von)(?:\s+(?:[^\W\d_a-z][\w.’'&/-]*"
    r"|of|the|de|van|von)){0,4})\s*(?=$|\n|[,(])",
    0.8,
    (
        ("“Buses are for everybody in this town” – Zyrk", "Zyrk"),
        ("- “Buses are for everybody in this town” --Kumo CTO", "Kumo CTO"),
    ),
)
QUOTED_FROM = Form(
    "quoted-from",
    r"\b(?i:quote|comment|line|saying|remark|words|question|story)s?\s+(?:from|of|by)\s+"
    r"(?P<unnamed>(?:an?|one|another)\s+[^.:;,!?\"“\n]{3,60})[:,]?\s*$",
    0.75,
    (
        (
            "Bo Ek ended with a quote from a former head of buses: “buses are for everybody in town”.",
            "a former head of buses",
        ),
    ),
)
FROM_UNNAMED = Form(
    "from-unnamed",
    r"\b(?i:answers?|comments?|quotes?|responses?|reactions?|feedback|voices)\s+(?:from|by)\s+(?:the\s+|our\s+)?"
    r"(?P<unnamed>[a-z]+(?:\s[a-z]+)?)\s*\)?\s*[:.]?\s*$",
    0.7,
    (("Comments from the passengers:\n\n- “Buses are for everybody in this town”", "passengers"),),
)
CITED = Form(
    "cite",
    r"[\"”]\s+(?:cite|author|attribution|by|source|name)=[\"“](?:(?!<PERSON>)[^\"”\n])*(?P<who><PERSON>)",
    0.95,
    (('{{< quote text="Buses are for everybody in this town" cite="Head of buses, Bo Ek" >}}', "Bo Ek"),),
)
SIGNED = Form(
    "signed",
    r"^<MARKS>(?P<who><PERSON>)(?:\s*[,(][^\n]{0,80})?\s*$",
    0.85,
    (("“Buses are for everybody in this town.”\n\n- Bo Ek, head of buses", "Bo Ek"),),
)
REPORTED = (
    Form(
        "sentence-said",
        r"(?:^|[.!?][\"”’']?\s+)(?P<text>(?!(?:He|She|They|It)\b)[A-Z][^.!?\n\"“”]{25,250}),\s+(?P<who><PERSON>)\s+(?:said|says"
        r"|explained|noted|argued|concluded|warned)(?=[.!]|$)",
        0.62,
        (("Buses are for everybody in this small town, Bo Ek said.", "Bo Ek"),),
    ),
    Form(
        "line-dash",
        r"^\W{0,3}(?P<text>[^\n\"“”–—]{15,300}?)\s+(?:[–—-]{1,2}>?\s+|--?|→\s*)(?P<who><PERSON>)\s*$",
        0.7,
        (
            ("- A good timetable is a promise to everybody – Bo Ek", "Bo Ek"),
            ("- A good timetable is a promise to everybody --Bo Ek", "Bo Ek"),
        ),
    ),
)
BEFORE = (
    Form(
        "name-did-and-said",
        r"(?P<who><PERSON>)<PAREN>\s+(?:(?!\bwho\b)[^.!?\n\"“”]){1,120}?<PERSON><PAREN>(?:(?!\bwho\b)[^,.!?\n\"“”]){0,40}?"
        r",?\s+and<ADVERB>\s+<SAID>\b(?:(?!<PERSON>)[^.!?\n\"“”]){0,80}[:,]?\s*$",
        0.8,
        (("Bo Ek thanked Ana Lima, and said that “buses are for everybody in this town”.", "Bo Ek"),),
    ),
    Form(
        "dash-before",
        rf"(?:^|\n)<MARKS>(?P<who>(?={KNOWN})<PERSON>)<PAREN>(?:,[^.!?\n\"“”]{{2,60}}?)?\s*(?:[–—→]|--?>?)\s*$",
        0.85,
        (
            ("- Bo Ek - “Buses are for everybody in this town.”", "Bo Ek"),
            ("> Bo Ek -> “Buses are for everybody in this town.”", "Bo Ek"),
        ),
    ),
    Form(
        "name-said-before",
        r"(?P<who><PERSON>)<PAREN>(?:\s*,[^.;:\n]{2,120}?,)?(?:(?!<PERSON>)[^.!?\n]){0,60}?\b"
        + _SAID
        + r"(?:(?!<PERSON>)[^.!?\n\"“”]){0,80}[:,]?\s*$",
        0.85,
        (("Bo Ek said that “buses are for everybody in this town”.", "Bo Ek"),),
    ),
    Form(
        "in-words-of",
        r"\b(?i:words of|according to|quot(?:e|ed|ing)|as|says?|said)\s+(?:"
        r"(?!<PERSON>)[\w’'&./-]+,?\s+){0,6}?(?P<who><PERSON>)(?:[^.!?\n\"“”]|\.(?=\w)){0,100}[:,]?\s*$",
        0.75,
        (("In the words of Bo Ek, “buses are for everybody in this town”.", "Bo Ek"),),
    ),
    Form(
        "colon-before",
        r"(?P<who><PERSON>)<PAREN>(?:(?!<PERSON>)[^.!?\n\"“”]){0,200}[:,]\s*$",
        0.75,
        (("From Bo Ek: “buses are for everybody in this town”.", "Bo Ek"),),
    ),
    Form(
        "pronoun-before",
        _PRONOUN + r"\b[^.!?\n\"“”]{0,60}?\b" + _SAID + r"[^.!?\n\"“”]{0,60}[:,]?\s*$",
        0.7,
        (("Bo Ek went on. He added, “buses are for everybody in this town”.", "Bo Ek"),),
    ),
)
INDIRECT = (
    Form(
        "quote-from-who",
        r"\b(?i:quote|remark|comment|story|saying|line)\s+(?:from|by|of)\s+"
        r"(?P<unnamed>[^.,;:!?\n]{3,60}?)\s+(?:who|that)\s+(?:<SAID>)\s+(?:that\s+)?(?P<text>[^.!?\n]{15,300})",
        0.8,
        (
            (
                "He shared a remark by one of his pupils who said that the bus is a second classroom.",
                "one of his pupils",
            ),
        ),
        needs=("uote", "emark", "omment", "tory", "aying", "line", "Line"),
    ),
)
FORMS = (
    CITED,
    SIGNED,
    SIGNED_UNKNOWN,
    QUOTED_FROM,
    UNKNOWN,
    SAID_UNKNOWN,
    FROM_UNNAMED,
    *AFTER,
    *BEFORE,
    *REPORTED,
    *INDIRECT,
)
UNNAMED = re.compile(
    r"(?:^|[.!?,;]\s+|\b(?:(?i:according to)|when|as|and|but|then|where|while|after)\s+)"
    r"(?P<unnamed>(?:(?i:one(?: of)?|an?|another|the|some|several|many|most|all|both|our|my|his|her"
    r"|their)\s+)(?:[\w’'-]+\s+){0,6}?(?i:attendees?|participants?|audience"
    r"(?: members?)?|residents?|citizens?|colleagues?|speakers?|panell?ists?|users?|customers?|patients?"
    r"|developers?|designers?|managers?|staff|employees?|unions?|board|panel|engineers?|reviewers?|critics?|parents?"
    r"|kids|children|teachers?|interviewees?|respondents?|visitors?|guests?|hosts?|moderators?|organi[sz]ers?|boss"
    r"|clients?|friends?|leaders?|experts?|researchers?|mentors?|company|agency|sign|article|report|review|slide"
    r"|teams?|groups?|committees?|volunteers?|students?|members?|people|person|man|woman|officials?"
    r"|representatives?))(?:\s+(?!(?:is|has|does|needs)\b)[a-z]+(?:ed|id|old|s)\b(?:[^.!?\n]{0,60}|[^.!?\n]{0,160}[:,]\s*)|,\s*)$"
)
_SAYS = (
    r"(?:said|says|saying|told|tells|asked|asks|commented|comments|commenting|noted|notes|added|adds|explained|explains"
    r"|wrote|writes|argued|argues|claimed|claims|concluded|remarked|joked|quipped|replied|stated|states|warned|suggested"
    r"|observed|shouted|responded|echoed|repeated|recalled|admitted|put)"
)
_NO_VERB = rf"(?!(?:he|she|they|it|we|I|you|that|which|is|was|are|were|{_SAYS})\b)"
_ONE = (
    r"(?:(?i:a lot of|lots of|an?|the|one|another|our|my|his|her|their|some|most|many|several|other|two|people|others"
    r"|someone|somebody|everyone)\b|[^\W\d_a-z][\w-]*['’]s\b)"
)
SUBJECT = re.compile(
    rf"(?:^|[.!?;,)]\s+|\n|\b(?:as|when|because|what)\s+)(?P<unnamed>{_ONE}(?:\s+{_NO_VERB}[\w’'&/-]+){{0,6}}?)"
    rf"(?:\s+(?:who|in|at|from|of|on)\s(?:(?!\b{_SAYS}\b)[^.,:;!?\"“\n]){{2,60}}|\s+out there)?"
    rf"\s+{_SAYS}\b[^.!?\"“\n]{{0,100}}[:,]?\s*$"
)
"""A sentence that says of somebody unnamed that he spoke: `The minister for trams said:`."""
SUBJECT_AFTER = re.compile(
    rf"\s*[,–—-]?\s*(?:(?P<unnamed>(?:somebody|someone|others|an?|the|one|another|our|my|his|her)\b(?:\s+{_NO_VERB}[\w’'&/-]+){{0,8}}?)\s+{_SAYS}\b"
    rf"|{_SAYS}\s+(?P<after>(?:somebody|someone|others|an?|the|one|another|our|my|his|her)\b(?:\s+{_NO_VERB}[\w’'&/-]+){{0,5}}?)"
    r"(?=\s*[.,;:]|\s+(?:who|from|at|in|on|as|when|during|after|and|is|was)\b|\s*$))"
)
"""The same after a quotation: `, said a driver.`"""
_NOUNS = (
    r"(?:speakers?|attendees?|participants?|audience|members?|presenters?|panell?ists?|moderator|host|friend|colleague"
    r"|teacher|student|driver|user|customer|developer|engineer|manager|boss|husband|wife|father|mother|mom|mum|dad"
    r"|brother|sister|son|daughter|client|person|man|woman|guy|resident|citizen|patient|nurse|doctor|volunteer)"
)
SIGNED_UNNAMED = re.compile(
    rf"[\s.]*(?:[–—~→]|--?>?)\s*(?P<unnamed>(?:[\w’'-]+\s+){{0,3}}(?i:{_NOUNS})(?:\s+(?:at|of|from|in)\s[^.,;()\n]{{2,40}})?)"
    r"[\s.*_]*(?=$|\n)"
)
"""A signature that names nobody: `– a driver`."""
BRACKETED = re.compile(r"\s*\((?P<unnamed>[^\W\d_a-z][\w.’'-]*(?:\s+[\w.’'-]+){1,3})(?:,[^()\n]*)?\)")
"""Somebody in brackets behind a quotation."""
LABEL = re.compile(
    r"^\W*(?i:(?:(?:best|key|favou?rite|memorable|great|top|my|a|the|another|notable|closing|good|nice|fun|some) ){0,3}"
    r"(?:quotes?|quotables?|quotations?|soundbites?|one-liners?)(?: of the (?:day|talk|session|conference|event))?)"
    r"\W*(?::\W*|$)(?<![\"“‘'«„])"
)
"""What tells by itself that the words below or behind it are quoted."""
APPOSED = re.compile(r"(?:^|\n|[.!?]\s+)(?P<unnamed>[^\W\d_a-z][\w’'-]+),\s+(?P<role>[^.!?:,\"“\n]{3,80})[,:]")
"""One word for a name, and beside it what its bearer is: `Amina, a nurse at the clinic,`."""
INTRODUCED = re.compile(
    r"\b(?P<unnamed>(?:(?:an?|one|another)\s+(?:[\w’'-]+\s+){0,6}?|[Tt]he\s+(?:last|first|second|third|next|final|other|opening"
    r"|closing|keynote)\s+)(?:attendee|presenter|participant|colleague|speaker|panell?ist"
    r"|user|customer|patient|developer|designer|manager|volunteer|student|member|person|man|woman|friend))\b"
)
"""Words that bring somebody unnamed into a text, who is a pronoun later."""
