"""The body of one write-up: an introduction, its sessions, and what remained."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from corpus import blocks
from corpus.cast import Person
from corpus.labels import heading_of, label_block, listed_talk
from corpus.plan import Plan, Session
from corpus.vocabulary import FRAMEWORKS, HEADINGS


@dataclass
class Section:
    """A heading, what must follow it at once, and blocks in any order."""

    head: str
    people: list[Person] = field(default_factory=list)
    level: int = 2
    blocks: list[str] = field(default_factory=list)
    tail: str = ""

    @property
    def size(self) -> int:
        """Bytes, blank lines included."""
        return len(self.head.encode()) + len(self.tail.encode()) + sum(len(block.encode()) + 2 for block in self.blocks)


def body(plan: Plan, size: int) -> str:
    """Markdown of about this many bytes."""
    sections = list(_sections(plan))
    telling = [section for section in sections if section.people]
    _tell(plan, telling)
    _decorate(plan, sections)
    for section in sections:
        plan.rng.shuffle(section.blocks)
        section.blocks.insert(0, _opening(plan, section))
    _fill(plan, sections, size)
    _subdivide(plan, telling)
    parts = (part for section in sections for part in (section.head, *section.blocks, section.tail))
    return "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"


def _sections(plan: Plan) -> Iterator[Section]:
    known = list(plan.listed)
    if plan.one_talk:
        yield _session(plan, plan.sessions[0], known)
    else:
        yield Section(f"# {plan.name}" if plan.chance(0.25) else "")
        yield from _days(plan, known)
    yield from _closing(plan, known)


def _days(plan: Plan, known: list[Person]) -> Iterator[Section]:
    day = -1
    for session in (session for session in plan.sessions if session.form != "list"):
        if plan.day_headings and session.day != day:
            day = session.day
            yield Section(_day_heading(plan, day))
        yield _session(plan, session, known)


def _session(plan: Plan, session: Session, known: list[Person]) -> Section:
    level = 3 if plan.day_headings else 2
    heading = "" if plan.one_talk else f"{'#' * level} {heading_of(plan, session)}"
    labels = label_block(plan, session, known)
    return Section("\n\n".join(filter(None, (heading, labels))), session.everybody, level)


def _day_heading(plan: Plan, day: int) -> str:
    date = plan.date(day)
    if len(plan.name) % 2:
        return f"## Day {day + 1}"
    return f"## {date:%A} {date.day} {date:%B}"


def _opening(plan: Plan, section: Section) -> str:
    """The first paragraph, about the first speaker."""
    low, high = (2, 4) if plan.size > 5500 else (1, 2)
    return plan.prose.paragraph(low, high, section.people[0].name if section.people else "")


def _closing(plan: Plan, known: list[Person]) -> Iterator[Section]:
    if plan.chance(0.3):
        yield Section(f"## {plan.rng.choice(HEADINGS['interludes'])}", list(known))
    talks = [session for session in plan.sessions if session.form == "list"]
    if talks:
        yield Section("## Lightning talks\n\n" + "\n".join(listed_talk(plan, talk, known) for talk in talks))
    if plan.chance(0.75):
        count = max(2, round(4 * plan.scale))
        heading = f"{count} key takeaways" if plan.chance(0.1) else plan.rng.choice(HEADINGS["lessons"])
        yield Section(f"## {heading}\n\n{blocks.lesson_list(plan, count)}")
    if plan.chance(0.4):
        yield Section(f"## {plan.rng.choice(HEADINGS['endings'])}", list(known))


def _count(plan: Plan, median: float) -> int:
    return max(1, round(median * plan.scale + plan.rng.gauss(0, median / 6)))


def _tell(plan: Plan, sections: list[Section]) -> None:
    """Spread quotes, lessons and frameworks over the sections that have somebody to speak."""
    for _ in range(_count(plan, 10)):
        section = plan.rng.choice(sections)
        section.blocks.append(blocks.quote(plan, section.people))
    left = _count(plan, 8.5)
    while left > 0:
        section, count = plan.rng.choice(sections), min(left, plan.rng.choice((1, 1, 2, 3, 4)))
        section.blocks.append(blocks.lessons(plan, section.people, count))
        left -= count
    used: set[str] = set()
    for _ in range(min(_count(plan, 2), len(FRAMEWORKS))):
        section = plan.rng.choice(sections)
        section.blocks.append(blocks.framework(plan, section.people, used))


def _decorate(plan: Plan, sections: list[Section]) -> None:
    """Narrative blocks that are not plain paragraphs, here and there."""
    rare: dict[Callable[[Plan], str], float] = {
        blocks.plain_list: 0.6,
        blocks.plain_quote: 0.2,
        blocks.code: 0.25,
        blocks.table: 0.12,
        blocks.image: 0.35,
    }
    for make, probability in rare.items():
        if plan.chance(probability * min(plan.scale, 1.3)):
            plan.rng.choice(sections).blocks.append(make(plan))
    if plan.chance(0.12):
        sections[0].tail = "<!--more-->"


def _fill(plan: Plan, sections: list[Section], size: int) -> None:
    """Add paragraphs until the body is as long as planned."""
    total = sum(section.size for section in sections)
    while total < size - 350:
        section = plan.rng.choice(sections)
        paragraph = plan.prose.paragraph()
        section.blocks.insert(plan.rng.randint(1, len(section.blocks)), paragraph)
        total += len(paragraph.encode()) + 2


def _subdivide(plan: Plan, sections: list[Section]) -> None:
    """A sub-heading in a long section, or lessons under a heading of their own."""
    for section in sections:
        if not section.head.startswith("#"):
            continue
        mark = "#" * (section.level + 1)
        if len(section.blocks) > 5 and plan.chance(0.35):
            where = plan.rng.randint(2, len(section.blocks) - 2)
            section.blocks.insert(where, f"{mark} {plan.rng.choice(HEADINGS['parts'])}\n\n{plan.prose.paragraph(1, 3)}")
        if plan.chance(0.04):
            section.tail = f"{mark} {plan.rng.choice(HEADINGS['lessons'])}\n\n{blocks.lesson_list(plan, 2)}"
