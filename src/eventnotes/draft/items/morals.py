"""Morals: the ways in which a sentence says of itself that it is a lesson, a conclusion, a tip or a next step."""

from __future__ import annotations

import re

from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form, any_of, compiled
from eventnotes.draft.items.advice import ADVICE, ANNOUNCED, COUNTED, HEADINGS, LEAD_INS, LED_HEADING, LESSONS, NUMBERED
from eventnotes.draft.items.kinds import VERB

_DO = (
    r"(?:don[’']t|do not|do|make sure|make|always|never|be|remember|keep|use|start|stop|ask|try|find|get|take|think"
    r"|look|focus|consider|avoid|listen|let|give|share|build|create|write|know|understand|embrace|treat|measure|invest"
    r"|encourage|identify|prepare|stay|have|set|test|talk|work|go|put|learn|show|speak|help|bring|choose|involve|include"
    r"|allow|arrive|attend|begin|book|check|follow|leave|pick|trust|surround|reach|provide|read|plan|practi[cs]e|say"
    r"|offer|print|organi[sz]e|order|pay|drink|sit|wear|pack|thank|invite|hire|rent|reserve|provide|add|arrange"
    r"|reply|schedule|send|serve|speak|spend|welcome|pair|mix|join|interview|eat|draw|cut|count|cancel|call|borrow)"
)
_LOOK = (
    r"(?:watch|read|check|attend|visit|go(?:ing)?\b|com|giv|try|listen|see|follow|look|play|join|reach|let\b|get\s+in)"
)
"""What people are asked to do who are to look at something else, or to come."""
_WHOSE = r"(?:the|my|our|one|another|an?|his|her|their|some|other|these|those|\w+[’']s)"
_GREAT = (
    r"(?:main|key|biggest|big|most\s+important|important|final|central|core|overall|overarching|greatest|clear|single"
    r"|strongest|lasting|number\s+one|primary|real|underlying|chief|top|best|parting)"
)
_TAKEAWAY = (
    r"(?:take-?\s?aways?|take-?\s?backs?|take-?home(?:\s+messages?)?|lessons?(?!\s+(?:plans?|go|went|materials?|at|was\s+an?)\b)|the\s+moral|learnings"
    rf"|insight(?!\s+into)|next\s+steps?(?!\s+was)|{_GREAT}\s+learning)"
)
_MESSAGE = r"(?:messages?|insights?|conclusions?|impressions?|recommendations?|points?\s+to\s+remember|advice|tips?)"
_EVENTS = r"(?:conference|event|day|days|week|weekend|workshop|meetup|talk|session|experience|hackathon|summit|panel)"
_IS = (
    r"\b(?!\s+#)(?:[^,;.!?\n]|,\s(?:for|to|in|from)\s[^,;.!?\n]{1,25},){0,80}?"
    r"(?:\b(?:is|was|were|are|would\s+be|include[ds]?)\b|:(?=\s)|\s[–—-](?=\s))\s*[\w“\"‘'*(]"
)
_SAID = re.compile(
    rf"(?i)\b(?:is|are|was|were|be|can|will|should|must|needs?|has|have|do(?:es)?n?[’']?t?|means?|makes?|matters?|works?"
    rf"|it[’']s|there[’']s|you)\b|^\W*{_DO}\b"
)


def is_sentence(heading: str) -> bool:
    """Whether a heading says something, rather than names it or asks."""
    return bool(_SAID.search(heading)) and not heading.rstrip().endswith("?")


WE_MUST = Form(
    "we-must",
    r"^(?P<plain>(?:we|our\s\w+)\s+(?:(?:all|also|now|still|really|just)\s+)?"
    r"(?:need|must|should|cannot|can[’']t|have\sto)\b)"
    r"|^\W*(?:so|therefore|thus|hence|first|second|third|fourth|finally|lastly|(?:most|more)\s\w+"
    r"|as\s(?:an?\s\w+|(?:\w+\s)?\w+s(?=,))"
    r"|in\s(?:addition|short|sum|summary|conclusion|closing|essence|the\send)|to\s(?:sum|conclude|summari[sz]e)"
    r"|above\sall|all\sin\sall|clearly|ultimately|overall|going\sforward)\b"
    r"(?:[^.!?\n]{0,60}?\s(?:we|our\s\w+)\s+(?:\w+\s+)?(?:need|must|should|have\sto|cannot|can[’']t|intend\sto)"
    rf"|[^,.!?\n]{{0,14}}[,:]\s{_DO})\b"
    r"|^\W*(?:in\s(?:conclusion|summary)|to\s(?:conclude|sum\s(?:it\s)?(?:all\s)?up|summari[sz]e)"
    r"|as\s(?:(?:an?|the|our)\s)?next\ssteps?)[,:]\s"
    r"|^\W*(?:going\sforward|moving\sforward|from\snow\son|(?:for\s(?:the\s)?)?next\s(?:time|year|edition)|in\s(?:the\s)?future),?\s(?:i|we)"
    r"(?:[’'](?:ll|d)|\s+(?:will|would|plan\sto|want\sto|intend\sto))\b"
    r"|^\W*(?:in|with)\shindsight,?\s(?:i|we)\b|^\W*(?:looking\sback|in\sretrospect),?\s(?:i|we)\s(?:should|could|would|wish)\b",
    0.65,
    (
        ("So we must ask people before we build.", "So we must ask people before we build."),
        ("To sum it all up, keep forms short.", "To sum it all up, keep forms short."),
        ("Going forward, we will ring early.", "Going forward, we will ring early."),
        ("As next steps, the group will ring.", "As next steps, the group will ring."),
        ("In summary: trams ring early.", "In summary: trams ring early."),
        ("We need maps. We need bells. We need to ask people before we build.", "We need bells."),
    ),
)
"""Counts, where it is `plain`, only in a post that says so again and again."""
MARKED = Form(
    "marked",
    rf"^\W*(?:(?:first|second|third|fourth|fifth|last|final|another|next)\s+(?:\w+/)?(?:{LESSONS}"
    rf"|{ADVICE})(?:/\w+)?"
    r"|(?:(?:my|her|his|their|our|key|main|big|biggest|most important|an?|one|quick|pro|needed|the)\s+){0,2}"
    rf"(?:{LESSONS}|{ADVICE}|improvements?|conclusions?"
    r"|next steps?|action items?|in short|bottom line|homework|remember))(?:\s+(?:for|from|of"
    r"|to) [^:.!?]{1,40}"
    r"|\s*#?\d+)?"
    r"\s*(?:[:?]|\s[–—-]|[–—](?=\s))\s*",
    0.75,
    (
        ("Advice: a short form is a kind form.", "a short form is a kind form."),
        ("Her tip: keep every form short.", "keep every form short."),
    ),
)
SENTENCES = (
    Form(
        "lesson-is",
        rf"(?:^\W*|\b{_WHOSE}\s+(?:of\s+(?:the|my|our|her|his|their)\s+)?)(?:(?!machine|deep)[\w’'-]+\s+){{0,3}}?"
        rf"{_TAKEAWAY}{_IS}",
        0.65,
        (
            ("Key takeaways for me were that trams ring.", "Key takeaways for me were that trams ring."),
            ("One of the great lessons of the day was patience.", "One of the great lessons of the day was patience."),
            ("Next steps for riders include a map.", "Next steps for riders include a map."),
        ),
        needs=("take", "lesson", "moral", "learning", "insight", "next step"),
    ),
    Form(
        "message-is",
        rf"(?<!\w)(?:{_WHOSE}\s+(?:of\s+(?:the|my|our|her|his|their)\s+)?(?:[\w-]+\s+)?{_GREAT}\s+(?:[\w-]+\s+)?{_MESSAGE}"
        rf"|(?:words?|pieces?|bits?)\s+of\s+(?:advice|homework)|(?:the|my|our)\s+(?:conclusion|message|consensus|bottom\s+line)"
        rf"|{_WHOSE}\s+(?:[\w-]+\s+)?(?:tips|through[- ]?lines?"
        r"|(?:recurring|common|consistent|overarching)\s+(?:theme|thread)\b|(?:underlying|core|key|central)\s+themes?\b)"
        r"|(?:my|our|his|her|their)\s+(?:\w+\s+)?(?:advice|recommendation|suggestion)"
        r"|(?:my|our)\s+(?:\w+\s+)?(?:goal|aim|plan)\s+for\s+(?:the\s+)?(?:next|future|coming)"
        r"|(?<!\S)(?:great|good|other|top|<NUMBER>)\s+tips|<NUMBER>\s+(?:\w+\s+)?(?:lessons|recommendations|take-?aways)(?=[^.!?\n]{0,160}:))"
        rf"{_IS}",
        0.62,
        (
            ("One of the main messages of the day was patience.", "One of the main messages of the day was patience."),
            ("So a word of advice from Ana: ring early.", "So a word of advice from Ana: ring early."),
            ("My advice would be to ring early.", "My advice would be to ring early."),
            ("He gave two recommendations: ring, and wait.", "He gave two recommendations: ring, and wait."),
            ("The lasting impression of it is to be calm.", "The lasting impression of it is to be calm."),
        ),
        needs=(
            *("messag", "insight", "conclusion", "impression", "recommend", "points", "advice", "tip", "suggestion"),
            *("goal", "aim", "plan", "consensus", "bottom", "word", "piece", "bit", "theme", "thread", "line"),
            *("lesson", "take"),
        ),
    ),
    Form(
        "what-i-learned",
        r"\b(?:what|(?:the|one|another)\s+(?:[\w-]+\s+){0,3}?things?)\s+(?:that\s+)?(?:i|we)(?:[’'](?:ve|ll|m|re)|\s+have|\s+will"
        r"|\s+am|\s+are)?\s+(?:learn(?:ed|t)|remember|discovered|realized|realised"
        r"|(?:take|took|taking|bring|brought)\s+(?:away|home|back))\b"
        r"[^.!?\n]{0,60}?(?:\b(?:is|was)\s+(?:that|to|not|how|the|an?)\b|:\s)"
        r"|\bif\s[^.!?\n]{0,25}?\bone\s+(?:\w+\s+)?(?:thing|lesson|take-?away|message)\b[^.!?\n]{0,60}?(?:\bit(?:\s+i|[’'])s\b|,\s[^.!?\n]{0,40}:\s)",
        0.65,
        (
            ("What I learned today is to ask first.", "What I learned today is to ask first."),
            (
                "The main thing I will remember is that maps matter.",
                "The main thing I will remember is that maps matter.",
            ),
        ),
        needs=(
            *("learn", "remember", "discover", "realized", "realised"),
            *("take", "took", "taking", "bring", "brought", "one "),
        ),
    ),
    Form(
        "brought-home",
        r"\b(?:i|we)(?:[’']ve|\s+have)?\s+(?:\w+\s+)?(?:concluded|learn(?:ed|t)|reminded|came\s+to\s+(?:the\s+conclusion|reali[sz]e)"
        r"|(?:came|walked|went)\s+(?:away|home)\s+(?:\w+\s+){0,2}?(?:convinced|knowing|feeling|thinking)|left\s+with\s+the\s+(?:conviction|feeling))\s+that\b"
        r"|\b(?:group|workshop|panel|participants|discussion|meeting)\s+concluded\s+that\b"
        rf"|\b(?:this|it|{_EVENTS})\s+(?:has\s+)?(?:\w+ly\s+|also\s+)?(?:taught|reminded|showed|shown)\s+(?:me|us)\s+(?:that|how\s+\w+\s+(?:it|we)\b)"
        r"|\bbecame\s+clear\s+to\s+(?:me|us)\b|\bconsensus\s+that\b|\brecommend(?:s|ed)?\s+that\b",
        0.62,
        (
            ("The day taught us that riders read maps.", "The day taught us that riders read maps."),
            ("I came away convinced that riders read maps.", "I came away convinced that riders read maps."),
            ("There was a consensus that riders read maps.", "There was a consensus that riders read maps."),
            ("Drivers recommended that stops have maps.", "Drivers recommended that stops have maps."),
        ),
        needs=(
            "conclu",
            "learn",
            "remind",
            "convinced",
            "away",
            "taught",
            "show",
            "clear to",
            "consensus",
            "recommend",
            "convi",
            "knowing",
            "feeling",
            "thinking",
        ),
    ),
    Form(
        "i-recommend",
        rf"\b(?:i|we)(?:[’']d|\s+would)?(?:\s+(?:also|\w+ly)){{0,2}}\s+(?:recommend|suggest|advise|urge)\s+"
        rf"(?:(?:you|people|everyone|anyone|others|\w+ers|not)\s+){{0,2}}(?:to\s+(?!{_LOOK})|(?!{_LOOK})\w{{2,}}ing\b)"
        r"|\bif\s+(?:i|we)\s+(?:had\s+to|were\s+to|could|did|get\s+to|do|organi[sz]e)\b[^.,!?\n]{0,40}"
        r"\b(?:again|over|differently),?\s+(?:i|we)(?:[’'](?:d|ll)|\s+w(?:ould|ill))\b"
        r"|^\W*(?:(?:and|but|so)\s+)?(?:whatever\s+you\s+do|if\s+you(?:[’']re|\s+are|\s+ever|\s+do)?\s+"
        r"(?:organi[sz]|run|host|moderat|plan|think|consider|go|attend|speak)(?:n?ing|e)?\b[^.,!?\n]{0,60}),\s+"
        rf"(?:you\s+(?:should|must|need|may\s+want)|(?!{_LOOK}){_DO}\b)",
        0.62,
        (
            ("I would also recommend asking riders first.", "I would also recommend asking riders first."),
            ("Whatever you do, book early.", "Whatever you do, book early."),
            ("If you’re thinking of going, book early.", "If you’re thinking of going, book early."),
            ("If I were to do it again, I’d ask riders first.", "If I were to do it again, I’d ask riders first."),
        ),
        needs=("recommend", "suggest", "advise", "urge", "again", " over", "differently", "if you", "whatever"),
    ),
    Form(
        "stood-out",
        r"\b(?:one\s+(?:\w+\s+)?(?:thing|idea|point)|what|the\s+(?:\w+\s+)?(?:thing|idea|point)|something)\s+(?:that\s+)?(?:did\s+)?(?:\w+ly\s+)?(?:stood\s+out"
        r"|struck\s+(?:me|us)|stuck\s+with\s+(?:me|us)|resonated|became\s+clear|sink\s+in|sank\s+in|hit\s+home|surprised\s+(?:me"
        r"|us)\s+most)\b(?![^.!?\n]{0,60}\b(?:conference|event|venue|hall|food|atmosphere|organi[sz]ed)\b)",
        0.62,
        (
            (
                "One thing became clear: riders read maps.",
                "One thing became clear: riders read maps.",
            ),
        ),
        needs=("stood", "struck", "stuck", "resonated", "became", "sink", "sank", "hit", "surprised"),
    ),
    WE_MUST,
    MARKED,
)
BEGINNINGS = SENTENCES[-2:]
"""Those that stand where a sentence begins."""
NEEDED = compiled(r"\b" + any_of(sorted({one.strip() for form in SENTENCES for one in form.needs})))
"""What a sentence has that is of any other."""
FORMS = (*HEADINGS, NUMBERED, LED_HEADING, COUNTED, ANNOUNCED, *LEAD_INS, *SENTENCES)
"""Of all lessons."""
NTH = compiled(
    r"\W*(?:and\s+)?(?:the\s+)?(?:first|second|third|fourth|fifth|last|final|another)(?:ly)?"
    r"(?:\sof\sall,?|,|:|\s(?:one|thing|lesson|take-?away|tip|is|was)\b)|\W*(?:and\s+)?(?:finally|lastly),"
)
"""How a sentence begins that is the first or second of what was counted before."""
TELLS_TO = compiled(
    r"\W*(?:(?:and|but|so|also|then|next|finally|lastly|definitely|just|please|first|second|third),?\s"
    r"|if\s(?:you|your)\s[^,.!?\n]{2,70},\s){0,2}"
    r"(?:definitely\s)?(?!(?:learn|read) more\b|check (?:out|it|the slides)\b|(?:see|watch|join|follow|visit)\b)"
    rf"(?:{_DO}|{VERB})\b"
)
"""How a sentence begins that tells its reader what to do."""
CUES = {
    "of-others": re.compile(rf"[{KNOWN}{LIKELY}]{INNER}*|\b(?:he|she|they|his|her|their)\b"),
    "past": compiled(
        r"\b(?:was|were|had|did|went|came|got|gave|brought|spoke|talked|showed|hosted|loved|enjoyed|attended)\b"
    ),
}
"""What speaks against a sentence."""
TITLES = re.compile(r"(?<!\w)[‘“\"](?=[^‘’“”\"\n]{0,90}\blearn)[^‘“”\"\n.!?]{3,90}[’”\"](?!\w)")
"""What in quotation marks may be the title of a talk, of which `what we've learned` is but a part."""
