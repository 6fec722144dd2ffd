"""Resolver: of all that recognisers claim, what a source says; the rest is doubted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.findings import Findings, FoundSession
from eventnotes.draft.forms import compiled
from eventnotes.draft.items.attributions import ATTRIBUTED
from eventnotes.draft.items.quotes import OF_OTHER
from eventnotes.draft.items.remarks import FLOOR as QUOTE_FLOOR
from eventnotes.draft.people.authorship import spoken
from eventnotes.draft.people.speaking import candidates
from eventnotes.draft.plausible import plausible
from eventnotes.draft.reading.mentions import Figure, Mentions
from eventnotes.draft.reading.native import Written
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks.resolver import sessions_of
from eventnotes.draft.weights import SPEAKER, sureness

FLOOR = 0.6
"""How sure a claim has to be to become data."""
ITEM_FLOORS = {"quote": QUOTE_FLOOR, "lesson": 0.4, "framework": 0.3}
"""How sure quotes, lessons and frameworks have to be."""
SPEAKER_FLOOR = 0.47
"""How sure it has to be that somebody spoke."""
ORGANIZER_FLOOR = 0.4
"""How sure it has to be that somebody organized the event."""
_NAME_FLOOR = 0.5
"""How sure a name has to be, for notes that have a folder's to go by."""
_MOST_ORGANIZERS = 12
_LONGEST = 600
_LABELLED = ("organizer", "speaker", "role", "session", "quote", "lesson", "framework")
"""What labels tell of a session as a reader of write-ups takes them."""
_NOTES = 40
"""Items with which a post is notes of what was said, though it quotes what was announced."""
_HANDLE = re.compile(r"(?:[–—-]\s*|\()@\w+\W*$")
"""How a post of a social network is signed."""
_WILL = re.compile(
    r"(?:will (?:be|speak|present|host|join|take place|discuss|share|cover)|join us|register (?:now|here|today|for)"
    r"|rsvp|save the date|tickets)\b"
)
_YEAR = re.compile(r"\s\d{4}\Z")
_TO_REGISTER = re.compile(r"(?i)(?:registration|rsvp|event_platform|tickets?)")
_HEARD = compiled(r"\b(?:we|attendees|participants) (?:also )?(?:heard|learned|saw|discussed|explored)\b")
"""What tells that an event for which one could register is over."""
_DID = compiled(
    r"\b(?:spoke|gave|held|heard|made|was|were|had|went|began|brought|took|led|won|said|told|saw|came|got|taught|ran|did|met"
    r"|(?!based|need|inde|interest|relat|limit|requir|advanc|schedul|involv|organi[sz]|plann|invit|includ)[a-z]\w+ed)\b"
)
"""What tells of the past, twice as often as an announcement tells of what is to come."""


def resolved(
    mentions: Mentions,
    claims: Iterable[Claim],
    authors: Sequence[str] = (),
    keys: Sequence[str] = (),
    talks: Sequence[int] = (),
) -> Findings:
    """Decide.

    Args:
        mentions: the source and its persons.
        claims: what the recognisers say.
        authors: names of the post's authors; the only one spoke where the post says so.
        keys: the header's own keys; that of a registration makes the post an announcement.
        talks: where, in notes of several talks, those of each begin.
    """
    by_kind, cuts, gone = kept(claims)
    found = Findings(cuts=cuts)
    _facts(found, by_kind, _NAME_FLOOR if talks else 0.0)
    if not talks and is_announcement(mentions, keys):
        _organizers(found, by_kind.get("organizer", []))
        found.quotes = [one for one in by_kind.get("quote", ()) if one.form == ATTRIBUTED]
        doubted = [one for kind in ("speaker", "session", "quote", "lesson") for one in by_kind.get(kind, ())]
        found.doubted += [one for one in doubted if one.form != ATTRIBUTED]
        return found
    _speakers(found, by_kind, mentions)
    author = spoken(mentions, authors)
    if author is not None:
        found.speakers.setdefault(author.figures[0], author)
    _organizers(found, by_kind.get("organizer", []))
    titles, said = _told_apart(by_kind.get("session", ()), by_kind.get("quote", ()))
    found.sessions = sessions_of(mentions, titles, by_kind.get("speaker", []), found.speakers, talks, gone)
    for session in found.sessions:
        for figure in session.figures:
            found.speakers.setdefault(figure, session.claim)
    _roles(found, by_kind.get("role", []))
    by_kind["quote"] = [_attributed(mentions, one, found) for one in said]
    _texts(found, by_kind)
    hosts = [one.words for one in found.organizers]
    found.doubted = [one for one in found.doubted if not any(_overlap(one.words, other) for other in hosts)]
    return found


def kept(claims: Iterable[Claim]) -> tuple[dict[str, list[Claim]], list[Claim], set[int]]:
    """The claims that are weighed, by kind; what is cut; and the numbers of the blocks that are cut."""
    by_kind: dict[str, list[Claim]] = {}
    for one in claims:
        claim = plausible(one)
        if claim is not None and (claim.kind in ("cut", "quote") or _is_short(claim)):
            by_kind.setdefault(claim.kind, []).append(claim)
    cuts = _without_overlap(by_kind.get("cut", []))
    gone = {
        number for cut in cuts for number in range(cut.words.block.number, (cut.until or cut.words.block).number + 1)
    }
    labels = [one.written for one in by_kind.get("session", ()) if one.written is not None and one.written.is_sound]
    for kind, values in by_kind.items():
        by_kind[kind] = [
            one
            for one in values
            if one.words.block.kind == "header"
            or (one.words.block.number not in gone and not (kind in _LABELLED and _is_in_labels(one, labels)))
        ]
    return by_kind, cuts, gone


def _is_in_labels(claim: Claim, labels: Sequence[Written]) -> bool:
    """Whether what somebody else claims stands in labels, of which a reader of write-ups says all that they tell."""
    if claim.written is not None or not labels or claim.words.block.kind == "heading":
        return False
    start, end = claim.words.span
    return any(one.start <= start and end <= one.end for one in labels)


def _told_apart(sessions: Iterable[Claim], quotes: Iterable[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Of words that are claimed for the title of a talk and for a quotation, only the surer claim."""
    titled = [one for one in sessions if "title" in one.parts]
    less = {
        id(title if said.confidence > title.confidence else said)
        for title in titled
        for said in quotes
        if _overlap(said.words, title.parts["title"][0])
    }
    return [one for one in sessions if id(one) not in less], [one for one in quotes if id(one) not in less]


def _is_short(claim: Claim) -> bool:
    """Whether all that a claim says fits on the line that a write-up gives it."""
    parts = [words for several in claim.parts.values() for words in several]
    return all(one.end - one.start < _LONGEST for one in (parts or [claim.words]))


def is_announcement(mentions: Mentions, keys: Iterable[str] = ()) -> bool:
    """Whether a post tells of what is still to come."""
    blocks = [one for one in mentions.view.blocks if one.kind in ("paragraph", "item")]
    text = " ".join([one.small for one in blocks])
    will = len(_WILL.findall(text))
    if any(_TO_REGISTER.match(key) for key in keys):
        return will > 1 or _HEARD.search(text) is None
    is_notes = sum(one.kind == "item" and one.depth > 0 for one in blocks) > _NOTES
    return not is_notes and will > 1 and 2 * will > len(_DID.findall(text))


def _without_overlap(claims: list[Claim]) -> list[Claim]:
    taken: set[int] = set()
    found = []
    for one in sorted(claims, key=lambda claim: (claim.words.block.number, -(claim.until or claim.words.block).number)):
        numbers = range(one.words.block.number, (one.until or one.words.block).number + 1)
        if not taken & set(numbers):
            taken |= set(numbers)
            found.append(one)
    return found


def _facts(found: Findings, by_kind: dict[str, list[Claim]], name_floor: float) -> None:
    for kind in ("name", "start", "venue"):
        claims = by_kind.get(kind, [])
        if claims:
            best = max(claims, key=lambda one: one.confidence)
            if best.confidence >= (name_floor if kind == "name" else FLOOR):
                found.facts[kind] = best
            else:
                found.doubted.append(best)


def _organizers(found: Findings, claims: list[Claim]) -> None:
    seen: list[set[str]] = []
    for one in claims:
        words = set(re.findall(r"\w+", one.words.text.lower()))
        if one.confidence >= ORGANIZER_FLOOR and not any(words <= other for other in seen):
            seen.append(words)
            found.organizers.append(one)
    del found.organizers[_MOST_ORGANIZERS:]


def _speakers(found: Findings, by_kind: dict[str, list[Claim]], mentions: Mentions) -> None:
    employers = {one.text for claim in by_kind.get("role", ()) for one in claim.parts.get("organization", ())}
    for figure, claims, cues in candidates(mentions, by_kind):
        if not figure.known and figure.name in employers:
            continue
        sure = sureness(cues, SPEAKER)
        best = max(claims, key=lambda one: one.confidence) if claims else _named(figure, sure)
        if sure >= SPEAKER_FLOOR or best.written is not None:
            found.speakers[figure] = best
        elif claims:
            found.doubted.append(best)


def _named(figure: Figure, sure: float) -> Claim:
    """That somebody spoke, where no words tell it and all that surrounds the name does."""
    mention = next((one for one in figure.mentions if one.full and one.block.kind != "header"), figure.mentions[0])
    words = Words(mention.block, mention.start, mention.end)
    return Claim("speaker", words, "speaking", "in-context", round(sure, 2), figures=(figure,))


def _roles(found: Findings, claims: list[Claim]) -> None:
    titles = [one.title for one in found.sessions if one.title is not None]
    event = _YEAR.sub("", found.facts["name"].words.text) if "name" in found.facts else ""
    for one in claims:
        if len(one.parts) < 2 and (
            any(_overlap(words[0], title) for words in one.parts.values() for title in titles)
            or ("organization" in one.parts and _YEAR.sub("", one.parts["organization"][0].text) == event)
        ):
            continue
        for figure in one.figures:
            found.told_roles.setdefault(figure, []).append(one)
            if figure in found.speakers:
                found.roles.setdefault(figure, []).append(one)
    for figure, several in found.roles.items():
        found.roles[figure] = _best_roles(several)
        if not found.roles[figure]:
            found.doubted.append(max(several, key=lambda one: one.confidence))


def _best_roles(claims: list[Claim]) -> list[Claim]:
    """Of the roles told of a person, those in labels, or else those that say no less than another."""
    labelled = [one for one in claims if one.written is not None]
    if labelled:
        return labelled
    kept: list[Claim] = []
    for one in sorted(claims, key=lambda claim: (-len(claim.parts), "title" in claim.parts, -claim.confidence)):
        if one.confidence < FLOOR:
            continue
        pieces = {name: words[0].text.lower() for name, words in one.parts.items()}
        others = [{name: words[0].text.lower() for name, words in other.parts.items()} for other in kept]
        if any(all(_says(other.get(name, ""), text) for name, text in pieces.items()) for other in others):
            continue
        if kept and len(one.parts) < 2 and not any(_is_beside(one, other) for other in kept):
            continue
        kept.append(one)
    return sorted(kept, key=_place)[:3]


def _place(role: Claim) -> tuple[int, int]:
    return role.words.block.number, min(words[0].start for words in role.parts.values())


def _is_beside(one: Claim, other: Claim) -> bool:
    return (
        one.words.block is other.words.block
        and one.form == other.form
        and abs(one.words.start - other.words.start) < 200
    )


def _says(longer: str, shorter: str) -> bool:
    return shorter in longer or (bool(longer) and longer in shorter)


def _texts(found: Findings, by_kind: dict[str, list[Claim]]) -> None:
    """Of quotes, and then of frameworks and lessons, the surest for any words."""
    taken: defaultdict[Block, set[int]] = defaultdict(set)
    targets = {"quote": found.quotes, "framework": found.frameworks, "lesson": found.lessons}
    claims = [one for kind in targets for one in by_kind.get(kind, ())]
    for one in sorted(claims, key=lambda claim: (claim.kind != "quote", claim.written is None, -claim.confidence)):
        if one.confidence < ITEM_FLOORS[one.kind]:
            found.doubted.append(one)
            continue
        extent = [*_extent(one), *([one.words] if one.written is not None else ())]
        places = [(words.block, range(words.start, words.end)) for words in extent]
        if one.written is not None or all(taken[block].isdisjoint(several) for block, several in places):
            targets[one.kind].append(one)
            for block, several in places:
                taken[block].update(several)
    for target in targets.values():
        target.sort(key=lambda claim: (claim.words.block.number, claim.words.start))


def _attributed(mentions: Mentions, claim: Claim, found: Findings) -> Claim:
    """A quote that stands alone below a heading is of the one who spoke there, and is named no later."""
    signed = _HANDLE.search(claim.words.text)
    if claim.figures or "attribution" in claim.parts or signed or claim.form in (ATTRIBUTED, OF_OTHER):
        return claim
    session = _session_around(mentions, claim.words.block, found)
    figures = session.figures if session is not None else [*found.speakers]
    if not found.speakers:
        figures = [one for one in mentions.figures if one.known and one.mentions[-1].block.kind != "header"]
    number = claim.words.block.number
    if len(figures) != 1 or all(one.block.number > number for one in figures[0].mentions):
        return claim
    confidence = max(claim.confidence, QUOTE_FLOOR) if claim.form == "block" and session else claim.confidence
    return replace(claim, form=f"{claim.form}-in-session", confidence=confidence, figures=tuple(figures))


def _session_around(mentions: Mentions, block: Block, found: Findings) -> FoundSession | None:
    """The session below whose heading a block stands, or below a heading inside of it."""
    above = mentions.view.heading_above(block)
    while above is not None:
        heading = above
        session = next((one for one in found.sessions if one.heading is heading), None)
        if session is not None:
            return session
        higher = [one for one in mentions.view.headings if one.number < heading.number and one.level < heading.level]
        above = higher[-1] if higher else None
    return None


def _extent(claim: Claim) -> list[Words]:
    return [*claim.parts["elements"]] if "elements" in claim.parts else [claim.words, *claim.parts.get("more", ())]


def _overlap(one: Words, other: Words) -> bool:
    return one.block is other.block and one.start < other.end and other.start < one.end
