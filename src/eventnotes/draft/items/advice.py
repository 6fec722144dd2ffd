"""Advice: the ways in which a text says that something is a lesson, a conclusion, a tip or a next step."""

from __future__ import annotations

import re

from eventnotes.draft.forms import Form

LESSONS = (
    r"(?:take[- ]?\s?(?:aways?|homes?|backs?)|takeways?|lessons?|learning(?:s| points?)|points to (?:remember|ponder)"
    r"|(?:key|main|other|my|our|most important) (?:messages?|findings?|insights?|conclusions?)|tl;?\s?(?:&\s?)?dr"
    r"|reflections?|epiphan(?:y|ies)|aha[- ]moments?|food for thought|nuggets?|the morals?|notes? to self"
    r"|what (?:this|it) means for us)"
)
ADVICE = (
    r"(?:tips?|do[’']?s (?:and|&) don[’']?t[’']?s|advice|recommendations?|suggestions?|guidance|guidelines?|pointers"
    r"|rules? of thumb|words of wisdom|(?:best|good) practices|(?:good|useful) ideas?)"
)
_NEXT = (
    r"(?:(?:next|immediate|future) steps?|action (?:items?|points?|plans?)|actions|homework"
    r"|to[- ]?dos?|to-?do list|what now"
    r"|things? (?:(?:i|we) (?:want|plan|hope|intend|would like|can[’']t wait) )?to (?:try|do)"
    r"|call to action"
    r"|(?:things?|what) (?:you|we|everyone) (?:can|could|should|must) (?:\w+ )?do"
    r"(?=\W*$| (?:to|about|now|at|in|for|next)\b)"
    r"|what (?:would|could) (?:i|we) (?:do|change) differently\b.*"
    r"|what can (?:you|i|we) do(?=\W*$| (?:to|about|now)\b)"
    r"|going forward|moving forward|improvements?"
    r"|follow[- ]?ups?|commitments|quick wins|where (?:do|will) we go from here|for next (?:time|year)"
    r"|future (?:work|plans?|directions?|actions)|(?:my|our) (?:goals|plans?|resolutions)"
    r"|looking (?:ahead|forward)|ideas for next (?:time|year)"
    r"|what to do (?:next|now)\b.*|what (?:happens|comes) next|where (?:to )?next"
    r"|way forward|(?:things|what) to improve"
    r"|what (?:(?:can|could|should|would) (?:be|we|i)|(?:we|i) (?:can|could|should))\b.{0,30}\b(?:improved?|better)"
    r"|ideas (?:(?:to (?:try|bring|take)|(?:i|we) want to)\b.{0,60}|for (?:our|my) \w+)"
    r"|(?:what|things?) (?:that )?(?:i|we)(?:[’']d|[’']ll| would| will|(?:[’']m|[’']re| am| are) going to"
    r"| (?:want|plan|intend|need|hope|have) to) (?:do|change|try|improve)\b.*)"
)
_CLOSING = (
    r"(?:conclusions?|concluding|summary|summing up|to sum up|sum-?up|in short|in brief|in a nutshell|in closing"
    r"|wrap(?:ping)?[- ]?up"
    r"|(?:final|closing|last|overall|parting|personal|my|some|random|general|concluding|end) (?:thoughts?|words?"
    r"|remarks|impressions?|reflections?)|(?:final|closing|last|concluding) notes?"
    r"|overall|outcomes?|afterthoughts?|retrospective|outro|epilogue|verdict"
    r"|bottom line)"
)
LEARNED = (
    r"(?:(?:what(?: else)?|things?|stuff|points?|ideas?) (?:(?:that|which) )?(?:(?:did|can|could|should|have) )?"
    r"(?:i|we|you(?!(?:[’']ll| will| can)\b))(?:[’'](?:ve|m|re|ll))? (?:\w+ ){0,2}?(?:learn(?:ed|t)?|discovered"
    r"|remember|(?:tak(?:e|ing)|took|bring(?:ing)?|brought) (?:away|home|back))"
    r"|(?:what|things?) (?:(?:i|we)(?:[’']d)? (?:wish|(?:would(?: have)? )?(?:tell|told))|would (?:i|we) tell)"
    r"\b.{0,40}?(?:known?|told?|tell|myself)"
    r"|what (?:\w+ )?(?:stuck|stood out|resonated|struck|stay(?:s|ed) with (?:me|us))"
    r"|(?:themes?|ideas?|things?|points?) (?:that )?(?:\w+ )?(?:stood out|resonated|became clear|stuck"
    r"|struck)"
    r"|(?:took|take|came|come|walked) (?:away|home|back) (?:with )?(?:\w+ ){0,3}?(?:points?|ideas?|thoughts?)"
    r"|things? (?:to (?:remember|keep in mind|consider|think about)|learn(?:ed|t)))\b"
)
_END = r"(?:[\s,/]+(?:(?:learn(?:ed|t)|from|for|and|on|about|of|to|i|we|as|with|at|by|in)\b.*|\S+))?"
LONGEST_HEADING = 90
HEADINGS = (
    Form(
        "lessons-heading",
        rf"^\W*(?:(?:[\w’'/&-]+\s+){{0,6}}?{LESSONS}{_END}|(?:[\w’'-]+\s+){{0,3}}?{LEARNED}.*"
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
        rf"^\W*(?:(?:(?!book|reading|podcast|film|course|tool)[\w’'/&-]+\s+){{0,4}}?{ADVICE}{_END}"
        r"|(?:\w+\s+){0,3}?(?:(?:getting|get|making|make) the most|how to (?:survive|prepare))\b.*"
        r"|if you(?:[’']re)? (?:go|want|plan|ever|are|organi[sz]e|run)\b.*)\W*$",
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
    rf"\b(?:{LESSONS}|{ADVICE}|{LEARNED})",
    0.7,
    (("I left with these takeaways:\n\n## Ask early\n\nA.\n\n## Count twice\n\nB.", "Ask early"),),
    small=True,
)
COUNTED = Form(
    "counted-headings",
    rf"\b(?=[0-9tfsen])(?P<learned>(?<=learned\s))?(?P<count><NUMBER>)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{LESSONS}|{ADVICE}|{LEARNED}"
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
    rf"\b(?:here|below|following)(?: (?:is|are)|[’']s)\b[^.!?\n]{{0,60}}?\b(?:{LESSONS}|{LEARNED}|{ADVICE})",
    0.7,
    (("Below are a few takeaways from each talk.\n\n## Maps\n\n- Ask early.\n- Count twice.", "Count twice."),),
    small=True,
    needs=("here is", "here are", "here’s", "here's", "below", "following"),
)
LEAD_INS = (
    Form(
        "lessons-led",
        rf"\b(?:{LESSONS}|{LEARNED}|key things?|messages?)(?:\b[^.!?\n]{{0,120}})?\W*$|^\W*insights\W*$"
        r"|\b(?:we|i)(?:[’']ve| have)? (?:also )?learn(?:ed|t) (?:quite )?(?:a (?:few|lot)|many|much"
        r"|several|so|some|this)\b[^.!?\n]{0,60}:\W*$",
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
        r"|\b(?:recommend(?:s|ed)?|advise[sd]?)(?:\s+(?:the following|these|that|us|we|you|to"
        r"|attendees|everyone|participants)\b[^.!?\n]{0,30})?:\W*$",
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
        r"|\bagreed\son\b[^.!?\n]{0,60}:\W*$"
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
CLOSER = re.compile(
    r"(?i)\W*(?:thanks?|in (?:conclusion|closing|summary)|conclusions?|summary|closing|final|wrap|more|next|resources"
    r"|references|agenda|schedule|speakers?|moderators?|panel(?:ists)?|sponsors|about|links|see)\b"
)
"""What headings begin with that close a post, or tell of its event, and are no lessons."""
