"""Marked: titles of talks that are linked, bold, emphasised or in quotation marks in running text, from cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, compiled, expanded
from eventnotes.draft.lexicon import ORGANIZATION_WORDS
from eventnotes.draft.people.apart import to_come
from eventnotes.draft.reading.mentions import Figure, Mentions, figures_in, figures_meant
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks.beside import CLOSED, LINE_OF_NAME, TALK, told_behind, told_beside
from eventnotes.draft.talks.billing import billing_in
from eventnotes.draft.talks.edges import PREFIXES, bare
from eventnotes.draft.titles import MOST_WORDS, is_credit, session, unquoted
from eventnotes.draft.weights import TITLE, sureness

MARKED = "marked"
"""The form of a title that marks and what stands around them tell."""
FLOOR = 0.34
"""How sure it must be that marked words are a talk's title."""
_MOST_MARKS = 100
"""A block with more is an index, and no prose."""
_FAR = 160
_LONGEST = 240
_ALIKE = 2
_FEWEST, _SEVERAL = 2, 5
_FEW = 3
_QUOTED = re.compile(
    r"[\"“«„‘'](?:(?<=[\"“«„])([^\"“”«»\n]{3,240})[\"”»“]"
    r"|(?<=[‘'])(?<!\w.)((?:[^‘’'“”\"\n]|[’'](?=\w)){3,240})[’'](?!\w))"
    r"|»([^«»\n]{3,240})«"
)
_STARTS = re.compile(r"[^\W_a-zß-öø-ÿ]|[#@¿]")


_BY = (
    r"(?i:(?!followed|preceded)(?:\w+ ){0,2}\w*(?:by|from|with|featuring|por|par|von|mit|de|av|door)\s+)"
    r"(?:[a-z]+\s+){0,3}"
)
_BY_NAME = re.compile(
    expanded(rf"{CLOSED}[,.]?\s*(?:\((?:{_BY})?|(?:\([^()]{{0,80}}\)\s*)?(?:[,:–—-]\s*)?{_BY})(?P<people><PEOPLE>)")
)
"""Who is said to have given a talk, right after its title."""
_BESIDE_NAME = re.compile(
    expanded(rf"{CLOSED}[,.]?\s*(?:\([^()]{{0,80}}\)\s*)?(?:[,:–—-]\s*)?(?:[a-z]+\s+){{0,3}}(?P<people><PEOPLE>)")
)
"""Who is named right after a title, and may be of what comes next."""
_PANEL = compiled(r"(?ai)\bpanel")
_PERSON = re.compile(expanded("<PERSON>"))
PANEL = re.compile(
    r"\b(?:panel|round-?table|fireside chat|(?:on stage|taking part) (?:are|were)|the debate between)\b(?! of judges)"
)
"""What tells of a talk of several, all of whom are told together."""
TALKS_URL = re.compile(
    r"(?ai)youtu|vimeo|video|/talk|session|schedul|slide|program|speakerdeck|prezi|presentation|keynote|lanyrd|confreaks"
    r"|abstract|/events?/|ted\.com"
)
_OTHER_URL = re.compile(
    r"(?ai)wikipedia|github\.com|amazon|twitter\.com|/x\.com|linkedin|goodreads|mailto|/blog|medium\.com|meetup\.com"
    r"|facebook|instagram"
)
_EVENT = re.compile(
    r"\b(?:19|20)\d\d\b|\b\w*(?:conf|camp|fest)\b|conference|summit|meetup|hackathon|symposium|congress|\bday\b"
)
_MEDIUM = compiled(
    r"\byoutube\b|\A(?:all|the|our|my|his|her|their|these)?\W*"
    r"(?:slides?|recordings?|videos?|talks|sessions|photos?|tickets?)\b"
    r"|\b(?:channel|playlist|web ?site|page|slides|recordings?|videos?|agenda|schedule|description|abstracts?"
    r"|newsletter|blog|repo(?:sitory)?|here|sign ?up|registration|gallery|photos?|tickets?)"
    r"(?:\s+(?:on|for|of|at)\b.*)?\Z"
)
"""What a link leads to that is no talk: `our YouTube channel`, `all sessions`."""
_MINE = compiled(r"(?i)\b(?:i|we|you|my|our|your|me|us|i'm|don['’]t)\b")
_LONG = re.compile(r"[^\W\d_][\w’'-]{3,}")
_EDGE = " \n\"“”‘’'*_-([)]."
_LED = frozenset(
    [
        *("talk-right", "by-after", "presented-before", "then-talk", "name-after", "dash-name", "person-on"),
        *("talk-after", "billed", "name-before", "then-presents"),
    ]
)
"""Cues that speak of a talk, one of which is enough to tell of others that look the same."""
_STRONGER = {
    "talk-before": ("talk-right",),
    "talk-right": ("titled",),
    "said-before": ("person-presented", "titled"),
    "said-after": ("within",),
    "visited": ("event",),
}
"""Cues, and those beside which they say nothing new."""
_TOLD = frozenset(["titled", "talk-right", "person-presented", "presented-before", "within"])
_NAMED = frozenset(["titled", "talk-right"])
"""What stands before the title of a talk, though it begins in small letters."""
_DOUBTS = frozenset(["mine", "stop", "organization", "two-words"])
"""What makes words doubtful, unless the words before them speak of a talk."""


@dataclass(eq=False)
class _Candidate:
    """Words that are marked, how, and what tells of them."""

    words: Words
    marks: frozenset[str]
    sentence: tuple[int, int]
    billed: tuple[Figure, ...]
    cues: list[str] = field(default_factory=list)

    @property
    def look(self) -> tuple[frozenset[str], bool]:
        """What those have in common that look the same."""
        return self.marks, not self.words.block.text[: self.words.start].strip(_EDGE)


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The marked words that are titles of talks, and who is named with each."""
    for one, figures in candidates(mentions):
        sure = sureness(one.cues, TITLE)
        if sure >= FLOOR:
            confidence = round(sure, 2)
            yield session("marked", Form(MARKED, "", confidence), one.words, figures)


def candidates(mentions: Mentions) -> Iterator[tuple[_Candidate, tuple[Figure, ...]]]:
    """Marked words that may be titles, with their cues, and the persons who may have given the talk."""
    found = [one for block in mentions.view.blocks for one in _in_block(mentions, block)]
    _compare(found)
    _announce(mentions, found)
    for _, several in groupby(found, key=lambda one: one.words.block):
        inside = [*several]
        for place, one in enumerate(inside):
            yield one, _people(mentions, inside, place)


def _in_block(mentions: Mentions, block: Block) -> Iterator[_Candidate]:
    if block.kind not in ("paragraph", "item", "cell") or block.tag or block.quoted:
        return
    spans = _spans(block)
    ahead = to_come(block, block.small) if spans else ()
    for (begin, until), marks in spans:
        if any(first <= begin < last for first, last in ahead):
            continue
        words, billed = _billed(mentions, _unstopped(Words(block, begin, until), marks))
        _, start, end = words
        text = block.text[start:end]
        count = len(text.split())
        is_small = not _STARTS.match(text)
        if not 1 < count <= MOST_WORDS or "://" in text or (is_small and marks != {"quoted"}):
            continue
        if count < _SEVERAL and is_credit(text):
            continue
        inside = [one for one in mentions.within(block, start, end) if one.figure.known or "quoted" not in marks]
        if sum(one.end - one.start for one in inside) > (end - start) * 0.6:
            continue
        sentence = next((one for one in block.sentences if one[0] <= start < one[1]), (0, len(block.text)))
        found = _Candidate(words, marks, sentence, billed)
        around = [*_of_place(mentions, found)]
        inner = _of_words(found)
        if is_small and (count <= _FEWEST or _NAMED.isdisjoint(around)):
            continue
        if "opened-with" in around and marks == {"quoted"} and text[-1] in ".?!":
            continue
        if _TOLD & {*around}:
            inner = (one for one in inner if one not in _DOUBTS)
        cues = ["bias", *sorted(marks - {"link"}), *inner, *around]
        found.cues = [one for one in cues if not any(more in cues for more in _STRONGER.get(one, ()))]
        yield found


def _unstopped(words: Words, marks: frozenset[str]) -> Words:
    """Marked words without the full stop that ends them, if it is the only one: `**Trams for towns.** Ana Lima …`."""
    return words._replace(end=words.end - 1) if _STOPPED.fullmatch(words.text) and "quoted" not in marks else words


_STOPPED = re.compile(r"[^.]*[a-z]{3}\.")


def _billed(mentions: Mentions, words: Words) -> tuple[Words, tuple[Figure, ...]]:
    """The title in marked words, and who gave it, if they say both; or the words."""
    text = words.text
    told = _TELLS.match(text) or PREFIXES.match(text)
    if told and told.end() < len(text):
        words = unquoted(words._replace(start=words.start + told.end()))
    block, start, end = words
    recorded = (link := block.link_at(start, end)) is not None and TALKS_URL.search(link.url) is not None
    if not any(one.figure.known or recorded for one in mentions.within(block, start, end)):
        return words, ()
    if match := _OWNS.match(mentions.masked(block)[start:end]):
        return Words(block, start + match.start("title"), end), figures_in(
            mentions, block, start, start + match.end("who")
        )
    billed = billing_in(mentions, block, *bare(mentions.masked(block), start, end))
    if billed is None or billed.title is None or not all(one.known or recorded for one in billed.figures):
        return words, ()
    return billed.title, billed.figures


_TELLS = re.compile(
    expanded(
        rf"(?:\w+\s+){{0,4}}?{TALK}\s+(?:titled|entitled|called|named|on|about|sobre|über|sur)\s+(?=[\"“]?[^\W_a-zß-öø-ÿ])"
    )
)
"""What marked words say before the title: `a talk called …`, `keynote on …`."""
_OWNS = re.compile(expanded(r"(?P<who><PERSON>)[’']s?\s+(?P<title>[A-Z\"“][^\n]{3,})"))


def _spans(block: Block) -> list[tuple[tuple[int, int], frozenset[str]]]:
    """The marked ranges of a block and their marks; of one in another, the outer, with the marks of both if as long."""
    ranges = [(one.start, one.end, "link") for one in block.links]
    ranges += [(*one, "strong") for one in block.strong] + [(*one, "emphasis") for one in block.emphasis]
    quoted = (one for one in _QUOTED.finditer(block.text) if not block.text.endswith("=", 0, one.start()))
    ranges += [(*one.span(one.lastindex or 1), "quoted") for one in quoted]
    if not ranges:
        return []
    found: dict[tuple[int, int], set[str]] = {}
    for begin, until, mark in ranges:
        inner = unquoted(Words(block, begin, until))
        if inner.end - inner.start < _LONGEST:
            found.setdefault((inner.start, inner.end), set()).add(mark)
    kept: list[tuple[tuple[int, int], set[str]]] = []
    for start, end in sorted(found, key=lambda one: (one[0], -one[1])):
        (begin, until), marks = kept[-1] if kept else ((0, 0), set())
        if end > until:
            kept.append(((start, end), found[start, end]))
        elif (end - start) > 0.8 * (until - begin):
            marks |= found[start, end]
    return [(place, frozenset(marks)) for place, marks in kept] if len(kept) < _MOST_MARKS else []


def _of_words(one: _Candidate) -> Iterator[str]:
    """What the words and their marks tell."""
    block, start, end = one.words
    text = block.text[start:end]
    count = len(text.split())
    if count == _FEWEST:
        yield "two-words"
    elif count > _SEVERAL:
        yield "many-words"
    long = _LONG.findall(text)
    if len(long) > 1 and sum(word[0].isupper() for word in long) * 4 >= 3 * len(long):
        yield "capitals"
    if ORGANIZATION_WORDS & {word.lower() for word in text.split()}:
        yield "organization"
    if _EVENT.search(text.lower()):
        yield "event"
    if one.marks != {"quoted"} and _MEDIUM.search(text.lower()):
        yield "medium"
    if one.marks == {"quoted"} and _MINE.search(text):
        yield "mine"
    if one.marks == {"quoted"} and text[-1] in ".!":
        yield "stop"
    link = block.link_at(start, end)
    if link is not None and TALKS_URL.search(link.url):
        yield "talks-url"
    if link is not None and _OTHER_URL.search(link.url):
        yield "other-url"


def _of_place(mentions: Mentions, one: _Candidate) -> Iterator[str]:
    """What stands around the words tells."""
    block, start, end = one.words
    masked = mentions.masked(block)
    first, last = one.sentence
    if one.billed:
        yield "billed"
    before, after = masked[max(first, start - _FAR) : start], masked[end : end + _FAR]
    told = told_beside(before if before.strip(_EDGE) else "", after)
    opens, whole = not masked[:start].strip(_EDGE), not masked[end:].strip(_EDGE)
    yield from told
    if _PERSON.search(masked, end, max(last, end)):
        yield "person-after"
    if opens:
        if whole:
            yield "whole"
        if one.marks != {"link"} and LINE_OF_NAME.match(after):
            yield "line-of-name"
        yield from told_behind(after)


def _compare(found: Sequence[_Candidate]) -> None:
    """Tell of each how many of the others that look the same have something that speaks of a talk, or such a link."""
    looks: dict[tuple[frozenset[str], bool], list[_Candidate]] = {}
    for one in found:
        looks.setdefault(one.look, []).append(one)
    for (marks, _), several in looks.items():
        if marks == {"quoted"}:
            continue
        led = [bool(_LED & {*one.cues}) for one in several]
        others = len(several) - 1
        linked = [one for one in several if "talks-url" in one.cues]
        for one in linked if len(linked) > _ALIKE else ():
            one.cues.append("alike-urls")
        for one, is_led in zip(several, led, strict=True):
            if others >= _ALIKE:
                share = (sum(led) - is_led) / others
                one.cues.append("alike-led" if share > 0.5 else "alike-unled")


def _announce(mentions: Mentions, found: Iterable[_Candidate]) -> None:
    """Tell of those that open their blocks that what leads in the first of them in a section announces talks."""
    announced: dict[object, bool] = {}
    for one in found:
        block = one.words.block
        if one.look[1]:
            key = (one.marks, mentions.view.heading_above(block))
            if key not in announced:
                above = mentions.view.above(block)
                announced[key] = above is not None and _ANNOUNCES.search(above.text) is not None
            if announced[key]:
                one.cues.append("announced")


_ANNOUNCES = compiled(
    r"(?ai)\b(?:talks|sessions|workshops|presentations|lectures|keynotes|demos|tutorials|speakers)\b[^.!?\n]{0,80}:\W*\Z"
)
"""What leads in several talks: `I went to three sessions:`."""


def _people(mentions: Mentions, inside: Sequence[_Candidate], place: int) -> tuple[Figure, ...]:
    """Who gave the talk of this title: named right after it, else before it in the sentence, else after it."""
    one = inside[place]
    if one.billed:
        return one.billed
    block, start, end = one.words
    masked = mentions.masked(block)
    first, last = one.sentence
    if PANEL.search(block.small, first, last) and not any(
        first <= other.words.start < last for other in inside if other is not one
    ):
        figures = figures_in(mentions, block, first, last) or _beside(mentions, inside, place)
        return tuple(dict.fromkeys((*figures, *_moderators(mentions, block, last, inside[place + 1 :]))))
    if match := _BY_NAME.match(masked, end):
        stop = match.end("people")
        if _PANEL.search(masked, first, last):
            stop = next((until for _, until in block.sentences if until > stop), stop)
        return figures_in(mentions, block, match.start("people"), stop)
    above = max([first, *(other.words.end for other in inside[:place])])
    below = min([max(last, end), *(other.words.start for other in inside[place + 1 :])])
    if before := figures_in(mentions, block, above, start):
        return before
    if match := _BESIDE_NAME.match(masked, end):
        return figures_in(mentions, block, *match.span("people"))
    named = figures_in(mentions, block, end, below) or figures_meant(mentions, block, first, start)
    return named or _beside(mentions, inside, place)


def _moderators(mentions: Mentions, block: Block, start: int, others: Sequence[_Candidate]) -> tuple[Figure, ...]:
    """Who led a panel, told in a sentence behind that of its title and before the next title."""
    end = min((one.words.start for one in others), default=len(block.text))
    behind = [
        one for one in block.sentences if start <= one[0] and one[1] <= end and _MODERATED.search(block.small, *one)
    ]
    return tuple(figure for one in behind for figure in figures_in(mentions, block, *one))


_MODERATED = re.compile(r"\b(?:moderat|chaired|facilitat|emceed)")


def _beside(mentions: Mentions, inside: Sequence[_Candidate], place: int) -> tuple[Figure, ...]:
    """Who is named in the sentence before that of a title, or else in the one behind, if neither has a title."""
    (block, start, _), (first, last) = inside[place].words, inside[place].sentence
    others = [one.words.start for one in inside if one is not inside[place]]
    before = [(begin, until) for begin, until in block.sentences if until <= first][-1:]
    behind = [(begin, until) for begin, until in block.sentences if begin >= max(last, start)]
    behind = behind[: _FEW if inside[place].look[1] else 1]
    for begin, until in before + behind:
        figures = figures_in(mentions, block, begin, until)
        if figures and not any(begin <= one < until for one in others):
            return figures
    return ()
