"""The blocks a body is made of: quotes, lessons, frameworks and narrative."""

import datetime

from corpus.cast import Person
from corpus.plan import Plan
from corpus.prose import lower_first, slug, wrap
from corpus.vocabulary import CODE, FRAMEWORKS, NAMES

TASK = "  - [{box}] {text}"


def prefixed(text: str, mark: str) -> str:
    return "\n".join(f"{mark} {line}" for line in text.split("\n"))


def quote(plan: Plan, people: list[Person]) -> str:
    """A block quote whose last line says who said it."""
    text = prefixed(wrap(plan.prose.quotation(), plan.prose.width - 2), ">")
    dash = plan.rng.choices(("—", "–", "--"), (18, 1, 1))[0]
    line = f"> {dash} {_attribution(plan, people)}"
    return f"{text}\n{line}" if plan.chance(0.3) else f"{text}\n>\n{line}"


def _attribution(plan: Plan, people: list[Person]) -> str:
    outsider = plan.rng.choice(NAMES["outsiders"])
    if not people or plan.chance(0.12):
        return outsider
    person = plan.rng.choice(people)
    forms = (person.name, person.surname, f"{outsider} (via {person.surname})", f"paraphrasing {person.surname}")
    return plan.rng.choices(forms, (10, 8, 1, 1))[0]


def _by(plan: Plan, people: list[Person]) -> str:
    return f" ({plan.rng.choice(people).surname})" if people and plan.chance(0.45) else ""


def lessons(plan: Plan, people: list[Person], count: int) -> str:
    """One lesson as a paragraph, several as a list."""
    if count == 1:
        return wrap(f"**Lesson{_by(plan, people)}:** {plan.prose.say_new('lessons')}.", plan.prose.width)
    return f"**Lessons{_by(plan, people)}:**\n\n{lesson_list(plan, count)}"


def lesson_list(plan: Plan, count: int) -> str:
    """Lessons as list items, some with actions or details."""
    marker = "*" if plan.prose.width == 88 else "-"
    return "\n".join(_lesson_item(plan, marker) for _ in range(count))


def _lesson_item(plan: Plan, marker: str) -> str:
    text = plan.prose.say_new("lessons")
    identifier = f" <!-- id: {slug(text)[:64].strip('-')} -->" if plan.chance(0.02) else ""
    item = wrap(f"{marker} {text}{identifier}", plan.prose.width, "  ")
    if plan.chance(0.12):
        item += "".join(f"\n{action(plan)}" for _ in range(plan.rng.randint(1, 2)))
    elif plan.chance(0.06):
        detail = plan.prose.say("details")
        item += f"\n\n  {wrap(detail, plan.prose.width - 2, '  ')}\n"
    return item


def action(plan: Plan) -> str:
    due = plan.end + datetime.timedelta(days=plan.rng.randint(7, 120))
    owner = plan.rng.choice(NAMES["first"])
    notes = ("", f" (owner: {owner})", f" (due: {due})", f" (owner: {owner}, due: {due})")
    text = lower_first(plan.prose.say_new("actions")) + plan.rng.choice(notes)
    return TASK.format(box="x" if plan.chance(0.25) else " ", text=text)


def framework(plan: Plan, people: list[Person], used: set[str]) -> str:
    """A named list of steps or parts that this write-up does not have yet."""
    chosen = plan.rng.choice([entry for entry in FRAMEWORKS if entry.name not in used])
    used.add(chosen.name)
    style = plan.rng.choice(("text", "text", "text", "bold", "plain"))
    items = "\n".join(_element(plan, f"{number}. ", title, style) for number, title in enumerate(chosen.elements, 1))
    return f"**Framework{_by(plan, people)}: {chosen.name}**\n\n{items}"


def _element(plan: Plan, mark: str, title: str, style: str) -> str:
    if style == "plain":
        return f"{mark}{title}"
    if style == "bold":
        return f"{mark}**{title}**"
    text = plan.prose.say("lessons")
    return wrap(f"{mark}**{title}** — {lower_first(text)}", plan.prose.width, "   ")


def plain_list(plan: Plan) -> str:
    """A list that says nothing but itself."""
    ordered = plan.chance(0.2)
    items = [lower_first(plan.prose.say("items")) for _ in range(plan.rng.randint(3, 5))]
    lines = (
        wrap(f"{number}. {item}", plan.prose.width, "   ") if ordered else wrap(f"- {item}", plan.prose.width, "  ")
        for number, item in enumerate(items, 1)
    )
    return f"{plan.prose.say('lead_ins')}\n\n" + "\n".join(lines)


def plain_quote(plan: Plan) -> str:
    """A block quote without attribution: narrative."""
    return prefixed(wrap(plan.prose.say("sentences"), plan.prose.width - 2), ">")


def code(plan: Plan) -> str:
    language, text = plan.rng.choice(CODE)
    return f"```{language}\n{text}\n```"


def table(plan: Plan) -> str:
    """A GFM table of some measured things."""
    things = plan.rng.sample(plan.prose.topic.thing, 3)
    rows = (f"| {thing} | {plan.rng.randint(1, 400)} | {plan.rng.randint(1, 400)} |" for thing in things)
    return "\n".join(("| What | Before | After |", "|---|---:|---:|", *rows))


def image(plan: Plan) -> str:
    file = f"/assets/{plan.start.year}/{slug(plan.series)}-{plan.rng.randint(1, 40)}.jpg"
    return f"![{plan.prose.fill('{group} in {place}')}]({file})"
