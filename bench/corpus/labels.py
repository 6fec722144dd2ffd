"""Session headings and the labels below them."""

from corpus.cast import Person
from corpus.plan import Plan, Session
from corpus.vocabulary import NAMES

Label = tuple[str, str]


def heading_of(plan: Plan, session: Session) -> str:
    """The title, with its speaker where no label names one, and sometimes an id on the line below."""
    if session.form == "heading":
        return f"{session.title} — {session.people[0].name}"
    identifier = f"\n<!-- id: session-{plan.rng.randint(1000, 9999)}-{session.start.replace(':', '')} -->"
    return session.title + (identifier if plan.chance(0.015) else "")


def label_block(plan: Plan, session: Session, known: list[Person]) -> str:
    """The labels in the manner of this author; `known` grows by the people they introduce."""
    labels = _labels(plan, session, known)
    if plan.one_talk:
        labels.insert(0, ("Session", session.title))
    if plan.label_style == "lines":
        return "\n".join(f"{label}: {value}" for label, value in labels)
    lines = [f"**{label}:** {value}" for label, value in labels]
    return "\n".join(f"- {line}" for line in lines) if plan.label_style == "list" else "\n\n".join(lines)


def _labels(plan: Plan, session: Session, known: list[Person]) -> list[Label]:
    time = _time(plan, session)
    if session.form == "heading" and not plan.one_talk:
        return [("Kind", session.kind), ("Time", time)] if session.kind else []
    labels = _speakers(plan, session, known)
    if plan.chance(0.8):
        labels.append(("Time", time))
    if plan.chance(0.6):
        labels.append(("Room", plan.rng.choice(NAMES["rooms"])))
    if plan.chance(0.1):
        labels.append(("Track", plan.rng.choice(NAMES["tracks"])))
    if session.kind and plan.chance(0.8):
        labels.append(("Kind", session.kind))
    if plan.chance(0.2):
        labels.append(("Slides", _slides(plan, session)))
    if plan.chance(0.1):
        labels.append(("Recording", f"https://video.example.com/watch/{plan.rng.randint(1000, 9999)}"))
    if plan.chance(0.06):
        labels.append(("Tags", ", ".join(plan.rng.sample(plan.prose.topic.tags, 2))))
    return labels


def _time(plan: Plan, session: Session) -> str:
    """Dated where neither the event nor a day heading gives the date."""
    time = f"{session.start}–{session.end}"
    return time if plan.days == 1 or plan.day_headings else f"{plan.date(session.day)} {time}"


def _slides(plan: Plan, session: Session) -> str:
    url = plan.prose.url()
    return plan.rng.choice((url, f"<{url}>", f"[{session.title}]({url})"))


def _speakers(plan: Plan, session: Session, known: list[Person]) -> list[Label]:
    if len(session.people) == 1:
        labels = [("Speaker", _mention(plan, session.people[0], known))]
    else:
        people = [_short(person, known) for person in session.people]
        word = "Panelists" if session.kind == "panel" else "Speakers"
        labels = [(word, f"{', '.join(people[:-1])} and {people[-1]}")]
    if session.moderator:
        labels.append(("Moderator", _short(session.moderator, known)))
    known += [person for person in session.everybody if person not in known]
    return labels


def _mention(plan: Plan, person: Person, known: list[Person]) -> str:
    """Known people by name; others with their roles."""
    if person in known:
        return person.surname if plan.chance(0.15) else person.name
    return person.line


def _short(person: Person, known: list[Person]) -> str:
    return person.name if person in known else f"{person.name} ({person.organization})"


def listed_talk(plan: Plan, talk: Session, known: list[Person]) -> str:
    """One item of a list of talks; such a list keeps one of two forms, chosen by its event's name."""
    line = _mention(plan, talk.people[0], known)
    known += [person for person in talk.people if person not in known]
    return f'- "{talk.title}" by {line}' if len(plan.name) % 3 == 0 else f"- **{talk.title}** — {line}"
