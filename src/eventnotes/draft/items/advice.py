"""Advice: the ways in which a text says that something is a lesson, a conclusion, a tip or a next step."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form, any_of

_LESSONS = (
    r"(?:take[- ]?\s?(?:aways?|homes?|backs?)|takeways?|lessons?|learnings|(?:key|main|other|my|our) (?:messages?"
    r"|findings?|insights?)"
    r"|tl;?\s?dr|reflections?|morals?|epiphan(?:y|ies))"
)
_ADVICE = (
    r"(?:tips?|do[’']?s and don[’']?ts|advice|recommendations?|suggestions?|guidance|guidelines?|best practices"
    r"|(?:good|useful) ideas?)"
)
_NEXT = (
    r"(?:(?:next|first|immediate) steps?|what[’']?s next|what next|action (?:items?|points?)|actions|homework"
    r"|to-?do(?:s| list)"
    r"|call to action|going forward|moving forward|improvements?|future (?:work|plans?|directions?|actions)"
    r"|what to do\b.*|what (?:can|could) (?:we|be)\b.*)"
)
_CLOSING = (
    r"(?:conclusions?|concluding|summary|summing up|to sum up|sum-?up|in short|in brief|in closing|wrap(?:ping)?[- ]?up"
    r"|(?:final|closing|last|overall|parting|personal|my|some|random|general|concluding|end) (?:thoughts?|words?"
    r"|remarks"
    r"|notes?|impressions?|reflections?)|overall|outcomes?|afterthoughts?|retrospective|outro|epilogue|verdict"
    r"|bottom line)"
)
_LEARNED = (
    r"(?:(?:what|things?|stuff) (?:(?:that|which) )?(?:did )?(?:i|we|you)(?:[’']ve| have)? (?:\w+ )?(?:learn(?:ed|t)?"
    r"|(?:took|take|bring|brought) (?:away|home|back)|discovered)"
    r"|(?:what|things?) (?:i|we)(?:[’']m|[’']re| am| are) taking (?:away|home|back)"
    r"|(?:what|things? that) (?:\w+ )?(?:stuck|stood out|resonated|struck)|things? to remember)\b"
)
_END = r"(?:\s+(?:(?:learn(?:ed|t)|from|for|and|on|about|of|to|i|we|as|with|at|by|in)\b.*|\S+))?"
HEADINGS = (
    Form(
        "lessons-heading",
        rf"^\W*(?:(?:[\w’'/&-]+\s+){{0,5}}?{_LESSONS}{_END}|{_LEARNED}.*)\W*$",
        0.7,
        (("## What we learned\n\n- Ask early.", "Ask early."), ("## Key takeaways\n\n1. Count twice.", "Count twice.")),
        ignore_case=True,
    ),
    Form(
        "advice-heading",
        rf"^\W*(?:(?!book|reading|podcast|film|course|tool)[\w’'/&-]+\s+){{0,4}}?{_ADVICE}{_END}\W*$",
        0.7,
        (("## General advice\n\n- Ask the riders early.", "Ask the riders early."),),
        ignore_case=True,
    ),
    Form(
        "next-heading",
        rf"^\W*(?:[\w’'/&-]+\s+){{0,2}}?{_NEXT}{_END}\W*$",
        0.7,
        (("## Next steps\n\n- Ask the riders in June.", "Ask the riders in June."),),
        ignore_case=True,
    ),
    Form(
        "closing-heading",
        rf"^\W*(?:(?:in|the|a|and|an|my|our|some)\s+){{0,2}}{_CLOSING}{_END}\W*$",
        0.6,
        (("## Conclusion\n\nA short form is a kind form.", "A short form is a kind form."),),
        ignore_case=True,
    ),
)
NUMBERED = Form(
    "numbered-heading",
    r"^\W*(?:lesson|tip|take-?away|learning|rule)?\s*#?\s*\d{1,2}\s*[:.)–—-]\s+(?P<text>[^\n]{8,160})$",
    0.7,
    (
        (
            "My takeaways:\n\n## #1: Ask early\n\nA.\n\n## #2: Count twice\n\nB.\n\n## #3: Draw the map\n\nC.",
            "Draw the map",
        ),
    ),
    ignore_case=True,
)
LED_HEADING = Form(
    "led-heading",
    rf"\b(?:{_LESSONS}|{_ADVICE}|{_LEARNED})",
    0.7,
    (("I left with these takeaways:\n\n## Ask early\n\nA.\n\n## Count twice\n\nB.", "Ask early"),),
    ignore_case=True,
)
COUNTED = Form(
    "counted-headings",
    rf"\b(?P<count><NUMBER>)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{_LESSONS}|{_ADVICE}|{_LEARNED}|(?:\w+\s+)?themes\s+that)\b",
    0.7,
    (
        ("Here are three themes that emerged.\n\n## Ask\n\nA.\n\n## Count\n\nB.\n\n## Draw a map\n\nC.", "Draw a map"),
        ("# Two lessons from TramConf 2019\n\n## Ask\n\nA.\n\n## Draw a map\n\nB.\n\n## Thanks\n\nBye.", "Draw a map"),
    ),
    ignore_case=True,
)
LEAD_INS = (
    Form(
        "lessons-led",
        rf"\b(?:{_LESSONS}|{_LEARNED}|key things?|messages?)(?:\b[^.!?\n]{{0,120}})?\W*$",
        0.7,
        (("Our takeaways from the day:\n\n- Ask early.", "Ask early."),),
        ignore_case=True,
    ),
    Form(
        "advice-led",
        r"\b(?:tips?|do[’']?s and don[’']?ts|advice|recommendations?|suggestions?|best practices"
        r"|good ideas)\b[^.!?\n]{0,70}\W*$"
        r"|^\W*(?:what helps|remember)\b[^.!?\n]{0,70}\W*$",
        0.7,
        (
            (
                "She shared her three career tips.\n\n1. **Ask early.** It saves time.\n2. **Count twice.**",
                "Count twice.",
            ),
        ),
        ignore_case=True,
    ),
    Form(
        "resolved-led",
        r"\b(?:we|i|they|the (?:team|group|community))(?:[’']ve|[’']re)?\s+(?:(?:have|are|all|also|then)\s+)*"
        r"(?:agreed|decided|resolved|plan|planned|planning|intend|want|committed|hope|propose|proposed)\b[^.!?\n]{0,60}"
        r"(?:\bto|following|this|these)\b[^.!?\n]{0,40}:\W*$",
        0.65,
        (("They also propose these:\n\n- Ring bells\n- Brake late", "Brake late"),),
        ignore_case=True,
    ),
    Form(
        "next-led",
        rf"\b(?:{_NEXT}|(?:agreed|decided|plan(?:ned|ning)?|resolved|committed) to\b|do better|initiatives)"
        r"[^.!?\n]{0,120}\W*$",
        0.7,
        (("We agreed to:\n\n- Ask the riders in June.", "Ask the riders in June."),),
        ignore_case=True,
    ),
    Form(
        "closing-led",
        rf"^\W*(?:so,?\s+)?(?:(?:in|to|the)\s+)?(?:{_CLOSING}|conclude|summari[sz]e|sum (?:it )?(?:all )?up|closing)\b"
        r"[^.!?\n]{0,120}\W*$",
        0.7,
        (("In closing, good maps need two things:\n\n- Ask the riders in June.", "Ask the riders in June."),),
        ignore_case=True,
    ),
)
_OF = r"(?:my|our|the|one|another|a|an|his|her|their|key|main|big|biggest|first|second|third|final|last|most|some)"
_THINGS = r"(?:things?|points?|themes?|ideas?|thoughts?|parts?|bits?)"


def _is(what: str) -> str:
    return (
        rf"\b{_OF}\s+(?:[\w’'-]+\s+){{0,4}}?{what}\b[^.!?\n]{{0,70}}?(?:\b(?:is|was|were|are|include[sd]?|being)\b|:)"
    )


_GREAT = (
    r"(?:main|key|biggest|big|most\s+important|important|final|central|core|overall|overarching|greatest|clear|single"
    r"|strongest|lasting|number\s+one|primary|real|underlying)"
)
_LESSON = r"(?:take-?\s?aways?|take-?\s?backs?|take-?home(?:\s+message)?|lessons?|moral)"
_IDEA = (
    r"(?:messages?|learnings?|conclusions?|impressions?|threads?|through\s+lines?|recommendations?|themes?|points?"
    r"|advice)"
)
SENTENCES = (
    Form(
        "the-lesson-was",
        r"(?:\b(?:the|my|our|one|another|a|an|his|her|their|some|\w+[’']s)\s+(?:of\s+(?:the|my|our|her|his|their)\s+)?"
        rf"(?:(?:(?!machine|deep)[\w-]+\s+){{0,2}}?{_LESSON}|(?:[\w-]+\s+)?{_GREAT}\s+(?:(?!machine"
        rf"|deep)[\w-]+\s+)?{_IDEA}"
        r"|(?:parting|(?:words?|piece)\s+of)\s+advice|(?:top\s+)?tips|conclusion)"
        rf"|^\W*(?:(?:{_GREAT}|another|personal)\s+)*(?:{_LESSON}|{_GREAT}\s+learnings?|(?:great|good|other"
        rf"|top)\s+tips)"
        r"|\bmy\s+learnings?)\b(?!\s+(?:machine|deep|#))[^.!?\n]{0,100}?"
        r"(?:\b(?:is|was|were|are|include[ds]?)\b(?!\s+(?:accepted|one\s+that))|:)",
        0.65,
        (
            ("Key takeaways for me were that trams ring.", "Key takeaways for me were that trams ring."),
            ("One of the core themes of the day was patience.", "One of the core themes of the day was patience."),
            ("So a word of advice from Ana: ring early.", "So a word of advice from Ana: ring early."),
            ("The lasting impression of it is to be calm.", "The lasting impression of it is to be calm."),
            (
                "Ana shares her top tips for stops: light them well.",
                "Ana shares her top tips for stops: light them well.",
            ),
        ),
    ),
    Form(
        "stood-out",
        r"\b(?:one\s+thing|what|the\s+thing|something|the\s+\w+)\s+(?:that\s+)?(?:\w+ly\s+)?(?:stood\s+out"
        r"|struck\s+(?:me|us)|stuck\s+with\s+(?:me|us)|resonated|became\s+clear|hit\s+home|surprised\s+(?:me"
        r"|us)\s+most)\b",
        0.62,
        (
            (
                "One thing became clear: riders read maps.",
                "One thing became clear: riders read maps.",
            ),
        ),
    ),
    Form(
        "taught-that",
        r"\b(?:the\s+(?:panel|group|round-?table|session|discussion|room|speakers?|panelists?)\s+concluded\s+that"
        r"|(?:has|have|had)\s+learn(?:ed|t)\s+(?:that|how\s+(?:important|much|hard))|taught\s+(?:me|us)\s+(?:that"
        r"|how))\b",
        0.6,
        (("Her team has learned how important it is to ring.", "Her team has learned how important it is to ring."),),
    ),
    Form(
        "so-we-need-to",
        r"^(?:(?:however|so|but|and|therefore|first|second|third|fourth|finally|most obviously|more importantly"
        r"|in addition to [^,.]{3,60}|clearly|ultimately|overall|instead|as [^,.]{3,60}),?\s+)"
        r"(?:we|our \w+)\s+(?:(?:all|also|now|still|really)\s+)?"
        r"(?:need to|must|should|have to|cannot|can[’']t|intend to)\b",
        0.65,
        (("So we must ask people before we build.", "So we must ask people before we build."),),
    ),
    Form(
        "lesson-is",
        _is(_LESSONS + r"(?!\s+points?)"),
        0.65,
        (
            (
                "Our rather long reflection was that nobody reads maps.",
                "Our rather long reflection was that nobody reads maps.",
            ),
        ),
    ),
    Form(
        "message-is",
        _is(r"(?:messages?|conclusions?|impression|consensus)"),
        0.65,
        (("Her message was that maps are for riders.", "Her message was that maps are for riders."),),
    ),
    Form(
        "advice-is",
        _is(r"(?:tips?|advice|recommendations?|suggestions?|homework|next steps?|steps?|rule of thumb)"),
        0.65,
        (("Their best advice was to ask the riders.", "Their best advice was to ask the riders."),),
    ),
    Form(
        "what-i-learned",
        rf"\b(?:{_LEARNED}|what (?:\w+ ){{0,2}}(?:stood out|struck|resonated|stuck|impressed))[^.!?\n]{{0,80}}?"
        r"(?:\b(?:is|was|were|are)\b|:)",
        0.65,
        (("What I learned today is to ask first.", "What I learned today is to ask first."),),
    ),
    Form(
        "learned-that",
        r"^(?:[\w ,’'-]{0,60}?,?\s)??(?:i|we)(?:[’']ve| have)?\s+(?:\w+\s+)?(?:learn(?:ed|t)|realis?zed?|took away"
        r"|c[ao]me away|left|concluded|discovered|(?:was|were|been|am|are) reminded)\b",
        0.6,
        (("We learned that a short form is a kind form.", "We learned that a short form is a kind form."),),
    ),
    Form(
        "we-need-to",
        r"^(?:(?:however|so|but|and|therefore|first|second|third|fourth|finally|(?:most|more) \w+"
        r"|in addition to [^,.]{3,60}"
        r"|clearly|ultimately|overall|instead|going forward|as [^,.]{3,60}),?\s+)?"
        r"(?:we|our \w+)\s+(?:(?:all|also|now|still|really|just)\s+)?(?:need(?: to)?|must|should|have to|cannot"
        r"|can[’']t)\b",
        0.62,
        (("We need to ask people before we build.", "We need to ask people before we build."),),
    ),
    Form(
        "i-need-to",
        r"\bi (?:also |now |still |really )?(?:need to|must|should|have to|will definitely)\b",
        0.5,
        (("I need to ask the riders more often.", "I need to ask the riders more often."),),
    ),
    Form(
        "marked",
        rf"^\W*(?:(?:first|second|third|fourth|fifth|last|final|another|next)\s+(?:\w+/)?(?:{_LESSONS}"
        rf"|{_ADVICE})(?:/\w+)?"
        rf"|(?:(?:my|key|main|big|biggest|most important|one|quick|pro|needed|the)\s+){{0,2}}(?:{_LESSONS}|{_ADVICE}"
        r"|improvements?|next steps?|action items?|in short|bottom line|homework))(?:\s+(?:for|from|of"
        r"|to) [^:.!?]{1,40}"
        r"|\s*#?\d+)?"
        r"\s*(?::|\s[–—-]|[–—](?=\s))\s*",
        0.75,
        (("Advice: a short form is a kind form.", "a short form is a kind form."),),
    ),
    Form(
        "in-sum",
        r"^\W*(?:(?:to sum|in short|in sum|in conclusion|to conclude|in closing|in the end|at the end of the day"
        r"|overall\b"
        r"|all in all|ultimately|the bottom line|long story short|to summari[sz]e|most importantly|above all|in essence"
        r"|the key is|the trick is|clearly|ergo|to me)\b)",
        0.5,
        (("To sum it all up, short forms are kind forms.", "To sum it all up, short forms are kind forms."),),
    ),
    Form(
        "concluded-that",
        r"\b(?:(?:concluded|agreed|(?:agreement|consensus|conclusion)) that|(?:it|this|that|which|talk|session|day"
        r"|event|panel)"
        r" (?:\w+ )?(?:showed?n?s?|proved?s?|taught|demonstrate[sd]|reminde?d?s|made (?:me|us|it) \w+)\b)",
        0.5,
        (
            (
                "The town agreed that short forms are kind forms.",
                "The town agreed that short forms are kind forms.",
            ),
        ),
    ),
    Form(
        "i-recommend",
        r"\b(?:i|we) (?:\w+ )?(?:recommend|suggest|advise|encourage|urge|propose|(?:would|[’']d) (?:love|like|want))\b",
        0.5,
        (("We strongly recommend to ask the riders.", "We strongly recommend to ask the riders."),),
    ),
)
FORMS = (*HEADINGS, NUMBERED, LED_HEADING, COUNTED, *LEAD_INS, *SENTENCES)
_OF_LESSONS = "take lesson learning messages finding insight tl; tldr reflection moral epiphan"
_OF_ADVICE = "tip advice recommendation suggestion guid practices ideas"
_HINTS = {
    "lesson-is": _OF_LESSONS,
    "the-lesson-was": f"{_OF_LESSONS} {_OF_ADVICE} message conclusion impression thread through theme point",
    "stood-out": "stood_out struck stuck_with resonated became_clear hit_home surprised",
    "taught-that": "concluded learn taught",
    "so-we-need-to": "we_ our_",
    "message-is": "message conclusion impression consensus",
    "advice-is": "tip advice recommendation suggestion homework step rule_of",
    "what-i-learned": "learn took_ taking brought discover stood struck resonat stuck impress",
    "learned-that": "learn reali away left conclu discover remind",
    "we-need-to": "we_ our_",
    "i-need-to": "i_need i_must i_should i_have i_also i_now i_still i_really i_will_def",
    "marked": f"{_OF_LESSONS} {_OF_ADVICE} improvement next_step action_item in_short bottom_line homework",
    "in-sum": "to_sum in_short in_sum conclu closing the_end end_of_the overall all_in_all ultimately bottom_line"
    " long_story most_important above_all essence the_key trick clearly ergo to_me",
    "concluded-that": "conclu agree consensus show prove taught demonstrate remind made_",
    "i-recommend": "recommend suggest advise encourage urge propose would ’d_ 'd_",
}
_WORDS = {name: [one.replace("_", " ") for one in words.split()] for name, words in _HINTS.items()}
_ANY = re.compile(r"\b" + any_of({one for words in _WORDS.values() for one in words}))
_FORMS_OF = {
    hint: tuple(
        form for form in SENTENCES if any(hint.startswith(one) or one.startswith(hint) for one in _WORDS[form.name])
    )
    for words in _WORDS.values()
    for hint in words
}


def hints_in(low: str) -> list[tuple[int, str]]:
    """Where a text in small letters holds a word without which a sentence has no form."""
    return [(match.start(), match[0]) for match in _ANY.finditer(low)]


def hinted(hints: Sequence[tuple[int, str]], start: int, end: int) -> Collection[Form]:
    """The forms that a range may have, by the hints in it."""
    return {form.name: form for place, hint in hints if start <= place < end for form in _FORMS_OF[hint]}.values()


CUES = {
    "point-is": re.compile(_is(_THINGS)),
    "we-plan-to": re.compile(
        r"\bwe (?:\w+ )?(?:plan|intend|aim|hope|want|will|would like|are (?:going|planning|working)|have decided)\b",
    ),
    "imperative": re.compile(
        r"^(?:(?:so|and|but|just|please|also|first|finally|instead),?\s+)?(?:don[’']t|do not|do|make sure|make"
        r"|always|never|be"
        r"|remember|keep|use|start|stop|ask|try|find|get|take|think|look|focus|consider|avoid|listen|let|give|share"
        r"|build|create"
        r"|write|know|understand|embrace|treat|measure|invest|encourage|identify|prepare|stay|have|set|test|talk"
        r"|work|go|put"
        r"|learn|show|speak|help|bring|choose|involve|include|allow|trust|surround|reach|provide|read|plan"
        r"|practi[cs]e|say)\b"
        r"(?!\s*[,:]?$)(?!['’]s)",
    ),
    "it-is-important": re.compile(
        r"\b(?:it[’']?s|is|are|was|were|it is|how)\s+(?:\w+\s+)?(?:important|crucial|essential|vital|critical|worth"
        r"|necessary"
        r"|paramount|key)\b|\bimportance of\b",
    ),
    "has-to": re.compile(r"\b(?:needs?|have|has|must|should|ought)(?: to)?\b"),
    "of-others": re.compile(rf"[{KNOWN}{LIKELY}]{INNER}*|\b(?:he|she|they|his|her|their)\b"),
    "said": re.compile(
        r"\b(?:said|says|told|explained|asked|spoke|talked|mentioned|noted|shared|discussed)\b", re.IGNORECASE
    ),
    "past": re.compile(r"\b(?:was|were|had|did|went|came|got)\b"),
    "of-the-writer": re.compile(r"\b(?:i|my|me)\b"),
    "of-the-day": re.compile(
        r"\b(?:success|fantastic|awesome|(?:great|good) (?:time|day|event)|enjoy(?:ed|able)?|blast|amazing|(?:his"
        r"|her|their) talk)\b"
    ),
    "thanks": re.compile(
        r"\b(?:thank|thanks|see you|congratulat\w+|cheers|looking forward|can[’']t wait|hope to see|next year"
        r"|enjoyed?|fun"
        r"|great time|contact|subscribe|sign up|register|check out|click|slides?|video|recording|join us|tickets?)\b",
    ),
    "of-the-post": re.compile(
        r"\W*(?:(?:this|here|these|below) (?:is|are|were)|in this (?:post|article)|you can|following (?:is|are)) ",
    ),
    "aside": re.compile(r"^\W*(?:even though|although|though|while|this (?:is|was) (?:a|an|the|my)|in this)\b"),
    "question": re.compile(r"\?\W*$"),
    "colon": re.compile(r":\W*$"),
    "quoting": re.compile(r"[“\"]"),
    "you": re.compile(r"\byou(?:r|rself)?\b"),
}
"""What else a sentence shows, for or against its being a lesson."""
