"""Conclusions: sentences that say of themselves that they are a lesson, a takeaway or a conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.runs import Block

MARKS = (
    r"(?:take-?\s?aways?|take-?\s?backs?|lessons?|(?<!machine )(?<!deep )learnings|tips?|advice|recommendations?"
    r"|key points|next steps|action items|(?:key|main|other|some|further|important) insights)"
)
"""What lessons are called."""
ANNOUNCED = re.compile(rf"\b{MARKS}\b|\b(?:things?|what) (?:i|we)(?:[’']ve)? learn", re.IGNORECASE)
"""What announces lessons."""
_GREAT = (
    r"(?:main|key|biggest|big|most\s+important|important|final|central|core|overall|overarching|greatest|clear|single"
    r"|strongest|lasting|number\s+one|primary|real|underlying)"
)
_LESSON = r"(?:take-?\s?aways?|take-?\s?backs?|take-?home(?:\s+message)?|lessons?|moral)"
_IDEA = (
    r"(?:messages?|learnings?|conclusions?|impressions?|threads?|through\s+lines?|recommendations?"
    r"|(?<=(?:core|main)\s)themes?|(?<=key\s)themes?|(?<=central\s)themes?|(?<=arching\s)themes?"
    r"|(?<=main\s)point|(?<=key\s)points?)"
)
_NEED = (" need to", " must", " should", " have to", " cannot", " can't", " can’t", " intend to")
SENTENCES = (
    Form(
        "marked",
        rf"^\W*(?:(?:first|second|third|fourth|fifth|last|final|another|next)\s+(?:\w+/)?{MARKS}(?:/\w+)?|(?:key "
        rf"|main |big |biggest )?(?:{MARKS}|tl;?dr|in short|bottom line))\s*(?:#?\d+)?\s*[:–—-]\s*",
        0.75,
        (("Takeaway: a short form is a kind form.", "a short form is a kind form."),),
        ignore_case=True,
        needs=(":", " – ", " — ", " - "),
    ),
    Form(
        "the-lesson-was",
        r"(?:\b(?:the|my|our|one|another|a|an|his|her|their|some|\w+[’']s)\s+(?:of\s+(?:the|my|our|her|his|their)\s+)?"
        rf"(?:(?:(?!machine|deep)[\w-]+\s+){{0,2}}?{_LESSON}|(?:[\w-]+\s+)?{_GREAT}\s+(?:(?!machine|deep)[\w-]+\s+)?{_IDEA}"
        r"|(?:parting|(?:words?|piece)\s+of)\s+advice|(?:top\s+)?tips|conclusion)"
        rf"|^\W*(?:(?:{_GREAT}|another|personal)\s+)*(?:{_LESSON}|{_GREAT}\s+learnings?|(?:great|good|other|top)\s+tips)|\bmy\s+learnings?)\b"
        r"(?!\s+(?:machine|deep|#))[^.!?\n]{0,100}?(?:\b(?:is|was|were|are|include[ds]?)\b(?!\s+(?:accepted|one\s+that))|:)"
        r"|^what\s+(?:i|we)(?:[’']ve)?\s+(?:learn(?:ed|t)|took\s+(?:away|home))\b[^.!?\n]{0,60}?\b(?:is|was)\b",
        0.65,
        (
            (
                "My main takeaway was that nobody reads a dashboard.",
                "My main takeaway was that nobody reads a dashboard.",
            ),
            ("Key takeaways for me were that trams ring.", "Key takeaways for me were that trams ring."),
            (
                "Most important takeaway from her talk: ring early.",
                "Most important takeaway from her talk: ring early.",
            ),
            ("One of the core themes of the day was patience.", "One of the core themes of the day was patience."),
            ("So a word of advice from Ana: ring early.", "So a word of advice from Ana: ring early."),
            (
                "Some of the key points to remember included the bell.",
                "Some of the key points to remember included the bell.",
            ),
            ("The lasting impression of it is to be calm.", "The lasting impression of it is to be calm."),
            (
                "Ana shares her top tips for stops: light them well.",
                "Ana shares her top tips for stops: light them well.",
            ),
        ),
        ignore_case=True,
        needs=(
            "ake",
            "esson",
            "oral",
            "essage",
            "earn",
            "onclusion",
            "mpression",
            "hread",
            "hrough line",
            "ecommend",
            "heme",
            "oint",
            "dvice",
            "ips",
        ),
    ),
    Form(
        "stood-out",
        r"\b(?:one\s+thing|what|the\s+thing|something|the\s+\w+)\s+(?:that\s+)?(?:\w+ly\s+)?(?:stood\s+out|struck\s+(?:me|us)|stuck\s+with\s+(?:me|us)"
        r"|resonated|became\s+clear|hit\s+home|surprised\s+(?:me|us)\s+most)\b",
        0.62,
        (
            (
                "What really resonated with us was the call to ring early.",
                "What really resonated with us was the call to ring early.",
            ),
        ),
        ignore_case=True,
        needs=("stood out", "struck", "stuck with", "resonated", "became clear", "hit home", "surprised"),
    ),
    Form(
        "to-sum-up",
        r"^\W*(?:to\s+sum\s+(?:it\s+)?(?:all\s+)?up|to\s+summari[sz]e|in\s+summary|in\s+conclusion|to\s+conclude|in\s+a\s+nutshell"
        r"|long\s+story\s+short|the\s+bottom\s+line|ergo)\b",
        0.62,
        (("To sum it all up, ring early and brake late.", "To sum it all up, ring early and brake late."),),
        ignore_case=True,
        needs=("um ", "ummar", "onclu", "utshell", "ottom line", "tory short", "rgo"),
    ),
    Form(
        "learned-that",
        r"^(?:(?:so|and|but|today|overall|first|personally|most of all)[,]?\s+)?(?:i"
        r"|we)(?:[’']ve)?\s+(?:\w+\s+)?(?:learn(?:ed|t)|realis?zed|took away|came away|concluded)\s+(?:that|how|to)\b"
        r"|\b(?:the\s+(?:panel|group|round-?table|session|discussion|room|speakers?|panelists?)\s+concluded\s+that"
        r"|(?:has|have|had)\s+learn(?:ed|t)\s+(?:that|how\s+(?:important|much|hard))|taught\s+(?:me|us)\s+(?:that|how))\b",
        0.6,
        (
            ("We learned that a short form is a kind form.", "We learned that a short form is a kind form."),
            ("The roundtable concluded that trams need bells.", "The roundtable concluded that trams need bells."),
            ("Her team has learned how important it is to ring.", "Her team has learned how important it is to ring."),
        ),
        ignore_case=True,
        needs=("earn", "ealis", "ealiz", " away", "oncluded", "taught"),
    ),
    Form(
        "so-we-need-to",
        r"^(?:(?:however|so|but|and|therefore|first|second|third|fourth|finally|most obviously|more importantly"
        r"|in addition to [^,.]{3,60}|clearly|ultimately|overall|instead|as [^,.]{3,60}),?\s+)"
        r"(?:we|our \w+)\s+(?:(?:all|also|now|still|really)\s+)?"
        r"(?:need to|must|should|have to|cannot|can[’']t|intend to)\b",
        0.65,
        (("However, we need to ask people before we build.", "However, we need to ask people before we build."),),
        ignore_case=True,
        needs=_NEED,
    ),
    Form(
        "we-need-to",
        r"^(?:we|our \w+)\s+(?:(?:all|also|now|still|really)\s+)?(?:need to|must|should|have to|cannot|can[’']t)\b",
        0.62,
        (("We need to ask. It rained. We must count. We cannot wait for rain.", "We must count."),),
        ignore_case=True,
        needs=_NEED,
    ),
)
_OTHERS = re.compile(rf"[{KNOWN}{LIKELY}]{INNER}*|\b(?:he|she|they|his|her|their|said|says)\b", re.IGNORECASE)
_OF_THE_POST = re.compile(
    r"(?i)\W*(?:(?:this|here|these|below) (?:is|are)|(?:in )?this (?:post|article)|you can (?:read|find)"
    r"|(?:the )?following|even though) "
)
"""How a sentence begins that tells what the post is."""
_OF_THE_DAY = re.compile(
    r"(?i)\b(?:success|fantastic|awesome|(?:great|good) (?:time|day|event)|enjoy(?:ed|able)?|fun|blast|amazing|thanks?"
    r"|forward to|(?:his|her|their) talk)\b"
)
"""What a last sentence says of the event, rather than of its matter."""
_LEAST_WORDS = 3
_REPEATED = 3
"""How often a post has to say what we need to do for that to be its conclusions."""


def conclusions_in(mentions: Mentions, seen: set[Block]) -> Iterator[Claim]:
    """The sentences of a source that are marked as lessons, outside of blocks that were seen."""
    needs: list[Claim] = []
    for block in mentions.view.blocks:
        if block.kind in ("paragraph", "item") and not block.quoted and not block.tag and block not in seen:
            for claim in _marked(mentions, block):
                if claim.form == "we-need-to":
                    needs.append(claim)
                else:
                    yield claim
    if len(needs) >= _REPEATED:
        yield from needs


def _marked(mentions: Mentions, block: Block) -> Iterator[Claim]:
    masked = mentions.masked(block)
    for start, end in block.sentences:
        sentence = masked[start:end]
        for form in SENTENCES:
            match = next(form.search(sentence), None)
            if match is None or not _stands(sentence, form) or _OF_THE_POST.match(sentence):
                continue
            if form.name == "to-sum-up" and _OF_THE_DAY.search(sentence):
                continue
            if form.name.endswith("we-need-to") and (_OTHERS.search(sentence) or block.kind == "item"):
                continue
            begin = start + match.end() if form.name == "marked" else start
            if len(block.text[begin:end].split()) >= _LEAST_WORDS:
                yield Claim("lesson", Words(block, begin, end), "lessons", form.name, form.confidence)
                break


def _stands(sentence: str, form: Form) -> bool:
    """Whether a sentence says something by itself: no question, no announcement, no quotation."""
    end = sentence.rstrip()[-1:]
    return (
        end not in (":", "…")
        and not sentence.endswith("...")
        and (form.name == "marked" or (end != "?" and not any(one in sentence for one in '“"')))
    )
