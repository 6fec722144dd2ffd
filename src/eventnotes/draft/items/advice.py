"""Advice: the ways in which a text says that something is a lesson, a conclusion, a tip or a next step."""

from __future__ import annotations

import re

from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form, any_of, compiled

_LESSONS = (
    r"(?:take[- ]?\s?(?:aways?|homes?|backs?)|takeways?|lessons?|learnings|(?:key|main|other|my|our) (?:messages?"
    r"|findings?|insights?|conclusions?)|learning points?|points to remember|tl;?\s?(?:&\s?)?dr|reflections?|the moral"
    r"|epiphan(?:y|ies)|aha[- ]moments?|food for thought|nuggets?|the morals?|what (?:this|it) means for us)"
)
_ADVICE = (
    r"(?:tips?|do[’']?s (?:and|&) don[’']?t[’']?s|advice|recommendations?|suggestions?|guidance|guidelines?|pointers"
    r"|rules? of thumb|words of wisdom|(?:best|good) practices|(?:good|useful) ideas?)"
)
_NEXT = (
    r"(?:(?:next|immediate|future) steps?|action (?:items?|points?|plans?)|actions|homework"
    r"|to-?dos?|to-?do list|things? (?:(?:i|we) (?:want|plan|hope|intend|would like|can[’']t wait) )?to (?:try|do)"
    r"|call to action"
    r"|(?:things?|what) (?:you|we|everyone) (?:can|could|should|must) (?:\w+ )?do(?=\W*$| (?:to|about|now)\b)"
    r"|what (?:would|could) (?:i|we) (?:do|change) differently\b.*"
    r"|what can (?:you|i|we) do(?=\W*$| (?:to|about|now)\b)"
    r"|going forward|moving forward|improvements?"
    r"|follow[- ]?ups?|commitments|quick wins|where (?:do|will) we go from here|for next (?:time|year)"
    r"|future (?:work|plans?|directions?|actions)|(?:my|our) (?:goals|plans|resolutions)|ideas for next (?:time|year)"
    r"|what to do (?:next|now)\b.*|what (?:happens|comes) next|where (?:to )?next"
    r"|way forward|(?:things|what) to improve"
    r"|what (?:(?:can|could|should|would) (?:be|we|i)|(?:we|i) (?:can|could|should))\b.{0,30}\b(?:improved?|better)"
    r"|what (?:i|we)(?:[’']d|[’']ll| would| will) (?:do|change|try)"
    r"\b.*)"
)
_CLOSING = (
    r"(?:conclusions?|concluding|summary|summing up|to sum up|sum-?up|in short|in brief|in a nutshell|in closing"
    r"|wrap(?:ping)?[- ]?up"
    r"|(?:final|closing|last|overall|parting|personal|my|some|random|general|concluding|end) (?:thoughts?|words?"
    r"|remarks|notes?|impressions?|reflections?)|overall|outcomes?|afterthoughts?|retrospective|outro|epilogue|verdict"
    r"|bottom line)"
)
_LEARNED = (
    r"(?:(?:what|things?|stuff|points?|ideas?) (?:(?:that|which) )?(?:(?:did|can|could|should|have) )?"
    r"(?:i|we|you(?!(?:[’']ll| will| can)\b))(?:[’'](?:ve|m|re|ll))? (?:\w+ ){0,2}?(?:learn(?:ed|t)?|discovered"
    r"|(?:tak(?:e|ing)|took|bring(?:ing)?|brought) (?:away|home|back))"
    r"|what (?:\w+ )?(?:stuck|stood out|resonated|struck)"
    r"|(?:themes?|ideas?|things?|points?) (?:that )?(?:\w+ )?(?:stood out|emerged|surfaced|resonated|became clear|stuck"
    r"|struck)"
    r"|(?:took|take|came|come|walked) (?:away|home|back) (?:with )?(?:\w+ ){0,3}?(?:points?|ideas?|thoughts?)"
    r"|things? (?:to (?:remember|keep in mind|consider|think about)|learn(?:ed|t)))\b"
)
_END = r"(?:[\s,/]+(?:(?:learn(?:ed|t)|from|for|and|on|about|of|to|i|we|as|with|at|by|in)\b.*|\S+))?"
HEADINGS = (
    Form(
        "lessons-heading",
        rf"^\W*(?:(?:[\w’'/&-]+\s+){{0,6}}?{_LESSONS}{_END}|(?:[\w’'-]+\s+){{0,3}}?{_LEARNED}.*"
        r"|(?:(?:the|some|more)\s+)?insights(?:\s+from\s+the\s+\w+)?)\W*$",
        0.7,
        (
            ("## What we learned\n\n- Ask early.", "Ask early."),
            ("## Key takeaways\n\n1. Count twice.", "Count twice."),
            ("## 5 - Hard things learned\n\n1. Count twice.", "Count twice."),
        ),
        small=True,
    ),
    Form(
        "advice-heading",
        rf"^\W*(?:(?:(?!book|reading|podcast|film|course|tool)[\w’'/&-]+\s+){{0,4}}?{_ADVICE}{_END}"
        r"|(?:\w+\s+){0,3}?(?:(?:getting|get|making|make) the most|how to (?:survive|prepare))\b.*)\W*$",
        0.7,
        (("## General advice\n\n- Ask the riders early.", "Ask the riders early."),),
        small=True,
    ),
    Form(
        "next-heading",
        rf"^\W*(?:(?:what\s+are\s+)?(?:[\w’'/&-]+\s+){{0,2}}?{_NEXT}{_END}|what(?:[’']?s| is| comes)? next\b.*)\W*$",
        0.7,
        (
            ("## Next steps\n\n- Ask the riders in June.", "Ask the riders in June."),
            ("## Where do we go from here?\n\n- Ask the riders in June.", "Ask the riders in June."),
        ),
        small=True,
    ),
    Form(
        "closing-heading",
        rf"^\W*(?!(?:the\s+)?summary\b)(?:(?:in|the|a|and|an|my|our|some|main)\s+){{0,2}}{_CLOSING}{_END}\W*$",
        0.6,
        (("## Conclusion\n\n- A short form is a kind form.", "A short form is a kind form."),),
        small=True,
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
    small=True,
)
LED_HEADING = Form(
    "led-heading",
    rf"\b(?:{_LESSONS}|{_ADVICE}|{_LEARNED})",
    0.7,
    (("I left with these takeaways:\n\n## Ask early\n\nA.\n\n## Count twice\n\nB.", "Ask early"),),
    small=True,
)
COUNTED = Form(
    "counted-headings",
    rf"\b(?=[0-9tfsen])(?P<learned>(?<=learned\s))?(?P<count><NUMBER>)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{_LESSONS}|{_ADVICE}|{_LEARNED}"
    r"|(?:\w+\s+)?themes\s+that|(?(learned)things|(?!)))\b",
    0.7,
    (
        ("Here are three themes that emerged.\n\n## Ask\n\nA.\n\n## Count\n\nB.\n\n## Draw a map\n\nC.", "Draw a map"),
        ("# Two lessons from TramConf 2019\n\n## Ask\n\nA.\n\n## Draw a map\n\nB.\n\n## Thanks\n\nBye.", "Draw a map"),
    ),
    small=True,
)
ANNOUNCED = Form(
    "lessons-announced",
    rf"\b(?:here|below|following)(?: (?:is|are)|[’']s)\b[^.!?\n]{{0,60}}?\b(?:{_LESSONS}|{_LEARNED}|{_ADVICE})",
    0.7,
    (("Below are a few takeaways from each talk.\n\n## Maps\n\n- Ask early.\n- Count twice.", "Count twice."),),
    small=True,
    needs=("here is", "here are", "here’s", "here's", "below", "following"),
)
LEAD_INS = (
    Form(
        "lessons-led",
        rf"\b(?:{_LESSONS}|{_LEARNED}|key things?|messages?)(?:\b[^.!?\n]{{0,120}})?\W*$",
        0.7,
        (("Our takeaways from the day:\n\n- Ask early.", "Ask early."),),
        small=True,
    ),
    Form(
        "advice-led",
        r"\b(?:tips?|do[’']?s (?:and|&) don[’']?t[’']?s|advice|recommendations?|suggestions?|(?:best|good) practices"
        r"|pointers|rules of thumb|words of wisdom|good ideas)\b[^.!?\n]{0,70}\W*$"
        r"|\b(?:thoughts|ideas|ways|things)\b[^.!?\n]{0,40}\b(?:better|improve)\b[^.!?\n]{0,40}:\W*$"
        r"|^\W*(?:what helps|(?:if you )?(?:only )?remember)\b[^.!?\n]{0,70}\W*$"
        r"|\b(?:recommend(?:s|ed)?|advise[sd]?)(?:\s+(?:the following|these|that|us|we|you|to)\b[^.!?\n]{0,30})?:\W*$",
        0.7,
        (
            (
                "She shared her three career tips.\n\n1. **Ask early.** It saves time.\n2. **Count twice.**",
                "Count twice.",
            ),
            ("The drivers recommended the following:\n\n- Ask early.\n- Count twice.", "Count twice."),
        ),
        small=True,
    ),
    Form(
        "next-led",
        rf"^\W*(?:[\w’'-]+\s+){{0,3}}?{_NEXT}(?:,?\s+[\w’'-]+){{0,6}}\W*$|\b{_NEXT}(?:,?\s+[\w’'-]+){{0,9}}\s*:\W*$"
        r"|\b(?:agreed|decided|planning|resolved|committed|promised?|pledged?) to\b[^.!?\n]{0,80}:\W*$"
        r"|\b(?:next\s\w+|again|future|forward|coming\s\w+|from\snow\son),?\s+(?:i|we)(?:[’'](?:ll|d)|\s+(?:will|would"
        r"|want|plan|hope|intend))\b[^.!?\n]{0,20}:\W*$"
        r"|^\W*(?:(?:so|now|what|next|from now on),?\s+){0,2}(?:i|we)\s+(?:\w+\s+)?"
        r"(?:need|have to|must|should)\b[^.!?\n]{0,20}:\W*$"
        r"|\b(?:we|they|the (?:team|group|community))(?:[’']ve|[’']re|[’']ll)?\s+(?:(?:have|are|will|all|also"
        r"|then)\s+)*(?:agreed|decided|resolved|plan|planned|intend|want|propos(?:e|ed))\b[^.!?\n]{0,60}"
        r"\b(?:to|following|this|these)\b[^.!?\n]{0,60}:\W*$",
        0.7,
        (
            ("We agreed to:\n\n- Ask the riders in June.", "Ask the riders in June."),
            ("They also propose these:\n\n- Ring bells\n- Brake late", "Brake late"),
            ("From now on we must:\n\n- Ring bells\n- Brake late", "Brake late"),
        ),
        small=True,
    ),
    Form(
        "closing-led",
        rf"^\W*(?:so,?\s+)?(?:(?:in|to|the|my|our|main|some)\s+){{0,2}}"
        rf"(?:{_CLOSING}|conclude|summari[sz]e|recap|sum (?:it )?(?:all )?up|closing)\b"
        r"[^.!?\n]{0,120}\W*$|\bconclu(?:de[ds]?|sions?)\b[^.!?\n]{0,60}:\W*$",
        0.7,
        (("In closing, good maps need two things:\n\n- Ask the riders in June.", "Ask the riders in June."),),
        small=True,
    ),
)
_DO = (
    r"(?:don[’']t|do not|do|make sure|make|always|never|be|remember|keep|use|start|stop|ask|try|find|get|take|think"
    r"|look|focus|consider|avoid|listen|let|give|share|build|create|write|know|understand|embrace|treat|measure|invest"
    r"|encourage|identify|prepare|stay|have|set|test|talk|work|go|put|learn|show|speak|help|bring|choose|involve|include"
    r"|allow|arrive|attend|check|follow|leave|pick|trust|surround|reach|provide|read|plan|practi[cs]e|say)"
)
_WHOSE = r"(?:the|my|our|one|another|an?|his|her|their|some|other|these|those|\w+[’']s)"
_GREAT = (
    r"(?:main|key|biggest|big|most\s+important|important|final|central|core|overall|overarching|greatest|clear|single"
    r"|strongest|lasting|number\s+one|primary|real|underlying|chief|top|best|parting)"
)
_TAKEAWAY = (
    r"(?:take-?\s?aways?|take-?\s?backs?|take-?home(?:\s+messages?)?|lessons?|the\s+moral|learnings"
    rf"|insight|next\s+steps|(?:my|our)\s+next\s+step|{_GREAT}\s+learning)"
)
_MESSAGE = r"(?:messages?|insights?|conclusions?|impressions?|recommendations?|points?\s+to\s+remember|advice|tips?)"
_EVENTS = r"(?:conference|event|day|days|week|weekend|workshop|meetup|talk|session|experience|hackathon|summit|panel)"
_IS = (
    r"\b(?!\s+#)(?:[^,;.!?\n]|,\s(?:for|to|in|from)\s[^,;.!?\n]{1,25},){0,80}?"
    r"(?:\b(?:is|was|were|are|would\s+be|include[ds]?)\b|:|\s[–—-](?=\s))\s*[\w“\"‘'*(]"
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
    r"|^\W*(?:so|therefore|thus|hence|first|second|third|fourth|finally|lastly|(?:most|more)\s\w+|as\san?\s\w+"
    r"|in\s(?:addition|short|sum|summary|conclusion|closing|essence|the\send)|to\s(?:sum|conclude|summari[sz]e)"
    r"|above\sall|all\sin\sall|clearly|ultimately|overall|going\sforward)\b"
    r"(?:[^.!?\n]{0,60}?\s(?:we|our\s\w+)\s+(?:\w+\s+)?(?:need|must|should|have\sto|cannot|can[’']t|intend\sto)"
    rf"|[^,.!?\n]{{0,14}}[,:]\s{_DO})\b"
    r"|^\W*(?:in\s(?:conclusion|summary)|to\s(?:conclude|sum\s(?:it\s)?(?:all\s)?up|summari[sz]e)"
    r"|as\s(?:(?:an?|the|our)\s)?next\ssteps?)[,:]\s"
    r"|^\W*(?:going\sforward|moving\sforward|from\snow\son|next\s(?:time|year)|in\s(?:the\s)?future),?\s(?:i|we)"
    r"(?:[’']ll|\s+(?:will|plan\sto|want\sto|intend\sto))\b",
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
        r"|(?:recurring|common|consistent|overarching)\s+(?:theme|thread)\b)|(?:my|our|his|her|their)\s+(?:\w+\s+)?advice"
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
            *("messag", "insight", "conclusion", "impression", "recommend", "points", "advice"),
            *("tip", "consensus", "bottom", "word", "piece", "bit", "theme", "thread", "line", "lesson", "take"),
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
        r"\b(?:i|we)(?:[’']ve|\s+have)?\s+(?:\w+\s+)?(?:concluded|reminded|came\s+to\s+(?:the\s+conclusion|reali[sz]e)"
        r"|(?:came|walked|went)\s+(?:away|home)\s+(?:\w+\s+){0,2}?(?:convinced|knowing|feeling|thinking))\s+that\b"
        rf"|\b(?:this|it|{_EVENTS})\s+(?:has\s+)?(?:\w+ly\s+|also\s+)?(?:taught|reminded|showed|shown)\s+(?:me|us)\s+(?:that|how\s+\w+\s+(?:it|we)\b)"
        r"|\bbecame\s+clear\s+to\s+(?:me|us)\b|\bconsensus\s+that\b|\brecommend(?:s|ed)?\s+that\b",
        0.62,
        (
            ("The day taught us that riders read maps.", "The day taught us that riders read maps."),
            ("I came away convinced that riders read maps.", "I came away convinced that riders read maps."),
            ("There was a consensus that riders read maps.", "There was a consensus that riders read maps."),
            ("Drivers recommended that stops have maps.", "Drivers recommended that stops have maps."),
        ),
        needs=("conclu", "remind", "convinced", "away", "taught", "show", "clear to", "consensus", "recommend"),
    ),
    Form(
        "stood-out",
        r"\b(?:one\s+(?:\w+\s+)?(?:thing|idea|point)|what|the\s+(?:\w+\s+)?(?:thing|idea|point)|something)\s+(?:that\s+)?(?:did\s+)?(?:\w+ly\s+)?(?:stood\s+out"
        r"|struck\s+(?:me|us)|stuck\s+with\s+(?:me|us)|resonated|became\s+clear|sink\s+in|sank\s+in|hit\s+home|surprised\s+(?:me"
        r"|us)\s+most)\b",
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
    Form(
        "marked",
        rf"^\W*(?:(?:first|second|third|fourth|fifth|last|final|another|next)\s+(?:\w+/)?(?:{_LESSONS}"
        rf"|{_ADVICE})(?:/\w+)?"
        r"|(?:(?:my|her|his|their|our|key|main|big|biggest|most important|one|quick|pro|needed|the)\s+){0,2}"
        rf"(?:{_LESSONS}|{_ADVICE}|improvements?|conclusions?"
        r"|next steps?|action items?|in short|bottom line|homework|remember))(?:\s+(?:for|from|of"
        r"|to) [^:.!?]{1,40}"
        r"|\s*#?\d+)?"
        r"\s*(?:[:?]|\s[–—-]|[–—](?=\s))\s*",
        0.75,
        (
            ("Advice: a short form is a kind form.", "a short form is a kind form."),
            ("Her tip: keep every form short.", "keep every form short."),
        ),
    ),
)
FORMS = (*HEADINGS, NUMBERED, LED_HEADING, COUNTED, ANNOUNCED, *LEAD_INS, *SENTENCES)
_WORDS = (
    "if take took lesson learn moral message conclu impression point tip advice recommendation"
    " suggestion practices thing idea stood struck stuck resonated became hit surprised brought bring realiz realis"
    " discover remind taught taking insight remember we our to_su in_sh in_su in_co in_cl in_ess in_the_end overall"
    " all_in ultimately above_al most_im consensus improvement next_step action_item homework bottom tl; tldr"
    " reflection epiphan guid pointers do’ do' convinced clear_to came_away went_away walked_away showed shown"
    " recommend next_ti next_ye going_for moving_for from_now in_the_fu in_future theme thread through as_a"
    " as_next as_our"
)
CLOSER = re.compile(
    r"(?i)\W*(?:thanks?|in (?:conclusion|closing|summary)|conclusions?|summary|closing|final|wrap|more|next|resources"
    r"|references|agenda|schedule|speakers?|moderators?|panel(?:ists)?|sponsors|about|links|see)\b"
)
"""What headings begin with that close a post, or tell of its event, and are no lessons."""
NTH = compiled(
    r"\W*(?:and\s+)?(?:the\s+)?(?:first|second|third|fourth|fifth|last|final|another)(?:ly)?"
    r"(?:\sof\sall,?|,|:|\s(?:one|thing|lesson|take-?away|tip|is|was)\b)|\W*(?:and\s+)?(?:finally|lastly),"
)
"""How a sentence begins that is the first or second of what was counted before."""
TELLS_TO = compiled(
    r"\W*(?:(?:and|but|so|also|then|next|finally|lastly|definitely|just|please|first|second|third),?\s|if\s(?:you|your)\s[^,.!?\n]{2,70},\s){0,2}"
    rf"(?:definitely\s)?(?!(?:learn|read) more\b|check (?:out|it|the slides)\b){_DO}\b"
)
"""How a sentence begins that tells its reader what to do."""
HINT = compiled(r"\b" + any_of(one.replace("_", " ") for one in _WORDS.split()))
"""A word without which no sentence has a form."""
CUES = {
    "of-others": re.compile(rf"[{KNOWN}{LIKELY}]{INNER}*|\b(?:he|she|they|his|her|their)\b"),
    "past": compiled(
        r"\b(?:was|were|had|did|went|came|got|gave|brought|spoke|talked|showed|hosted|loved|enjoyed|attended)\b"
    ),
}
"""What speaks against a sentence."""
TITLES = re.compile(r"(?<!\w)[‘“\"](?=[^‘’“”\"\n]{0,90}\blearn)[^‘“”\"\n.!?]{3,90}[’”\"](?!\w)")
"""What in quotation marks may be the title of a talk, of which `what we've learned` is but a part."""
