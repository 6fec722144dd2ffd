"""The front matter of one write-up: the keys of a post, and its `event:` block."""

import datetime
import json
import re

from corpus.cast import Person, full_name
from corpus.plan import Plan
from corpus.prose import slug
from corpus.vocabulary import NAMES

# A plain scalar that YAML 1.1 and 1.2 read as the text it is; dates are written as dates.
PLAIN = re.compile(r"[^\W\d_][^:#\n]*|https://\S+|\d{4}-\d\d-\d\d(T\d\d:\d\d)?")
TYPED = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null)")

AS_IS = "\0"  # begins a value that is YAML already

TITLES = ("What I brought home from {}", "Notes from {}", "{}: a recap", "{}")
# Forms of a post's date that known generators write, with the clock of the moment.
ZONED = ("\0{} {}:00 -0500", "\0{}T{}:10+02:00", "\0'{} {} +0100'", "{} {}:00 UTC")

Value = str | list["Value"] | dict[str, "Value"]


def front_matter(plan: Plan) -> str:
    """The block with its fences."""
    values: dict[str, Value] = {**_post(plan), "event": _event(plan)}
    lines: list[str] = ["---"]
    for key, value in values.items():
        lines += _entry(key, value, "", flow=plan.prose.width > 80)
    return "\n".join([*lines, "---", ""])


def _scalar(text: str) -> str:
    if text.startswith(AS_IS):
        return text.removeprefix(AS_IS)
    plain = PLAIN.fullmatch(text) and not TYPED.fullmatch(text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _entry(key: str, value: Value, indent: str, *, flow: bool) -> list[str]:
    if isinstance(value, str):
        return [f"{indent}{key}: {_scalar(value)}"]
    if isinstance(value, dict):
        inner = [line for k, v in value.items() for line in _entry(k, v, indent + "  ", flow=flow)]
        return [f"{indent}{key}:", *inner]
    if flow and all(isinstance(item, str) for item in value):
        return [f"{indent}{key}: [{', '.join(_scalar(item) for item in value if isinstance(item, str))}]"]
    return [f"{indent}{key}:", *(line for item in value for line in _item(item, indent + "  ", flow=flow))]


def _item(item: Value, indent: str, *, flow: bool) -> list[str]:
    if not isinstance(item, dict):
        return [f"{indent}- {_scalar(str(item))}"]
    lines = [line for key, value in item.items() for line in _entry(key, value, indent + "  ", flow=flow)]
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]


def _post(plan: Plan) -> dict[str, Value]:
    rng, published = plan.rng, plan.end + datetime.timedelta(days=plan.rng.randint(1, 40))
    title = rng.choice(TITLES).format(plan.name)
    post: dict[str, Value] = {"title": title, "date": _date(plan, published)}
    if plan.chance(0.8):
        post["tags"] = list(rng.sample(plan.prose.topic.tags, rng.randint(1, 4)))
    post |= _authors(plan)
    if plan.chance(0.6):
        post["layout"] = rng.choice(("post", "single", "article"))
    if plan.chance(0.5):
        post[rng.choice(("description", "summary"))] = plan.prose.say("summaries")
    if plan.chance(0.3):
        post["slug"] = slug(title)
    if plan.chance(0.15):
        post[rng.choice(("lastmod", "updated"))] = (published + datetime.timedelta(days=rng.randint(1, 90))).isoformat()
    return post | _rare(plan)


def _rare(plan: Plan) -> dict[str, Value]:
    rare: dict[str, tuple[float, str]] = {
        "image": (0.3, f"/assets/{plan.start.year}/{slug(plan.series)}.jpg"),
        "lang": (0.2, plan.rng.choice(("en", "en-GB"))),
        "license": (0.1, "CC-BY-4.0"),
        "canonical_url": (0.1, plan.prose.url()),
        "comments": (0.1, f"{AS_IS}true"),
        "published": (0.15, f"{AS_IS}true"),
    }
    return {key: value for key, (probability, value) in rare.items() if plan.chance(probability)}


def _authors(plan: Plan) -> dict[str, Value]:
    if plan.chance(0.2):
        return {"authors": [full_name(plan.rng), full_name(plan.rng)]}
    return {"author": full_name(plan.rng)}


def _date(plan: Plan, day: datetime.date) -> str:
    clock = f"{plan.rng.randint(7, 22):02}:{plan.rng.randint(0, 59):02}"
    return plan.rng.choice(ZONED).format(day, clock) if plan.chance(0.6) else f"{day}"


def _event(plan: Plan) -> dict[str, Value]:
    event: dict[str, Value] = {"name": plan.name}
    if plan.chance(0.3):
        event["series"] = plan.series
    clocked = plan.chance(0.4)
    event["start"] = f"{plan.start}T08:30" if clocked else f"{plan.start}"
    event["end"] = f"{plan.end}T19:30" if clocked else f"{plan.end}"
    event["timezone"] = plan.place.timezone
    event["venue"] = _venue(plan)
    if plan.chance(0.15):
        event["online"] = f"https://video.example.com/live/{plan.rng.randint(100, 999)}"
    if plan.chance(0.5):
        event["website"] = f"https://{slug(plan.series)}.example.org/{plan.start.year}/"
    event["organizers"] = _organizers(plan)
    if plan.chance(0.3):
        event["language"] = "en"
    if plan.chance(0.25):
        event["summary"] = " ".join(plan.prose.say("summaries") for _ in range(2))
    event["speakers"] = [_speaker(plan, person) for person in plan.listed]
    return event


def _venue(plan: Plan) -> Value:
    place = plan.place
    if plan.chance(0.35):
        return place.venue
    venue = {"name": place.venue, "locality": place.locality, "region": place.region, "country": place.country}
    return {key: value for key, value in venue.items() if value}


def _organizers(plan: Plan) -> Value:
    chosen = plan.rng.sample(NAMES["organizations"], plan.rng.choice((1, 1, 2)))
    if plan.chance(0.7):
        return list(chosen)
    return [{"name": name, "website": f"https://{slug(name)}.example.org"} for name in chosen]


def _speaker(plan: Plan, person: Person) -> Value:
    speaker: dict[str, Value] = {"name": person.name}
    if plan.chance(0.08):
        speaker["pronouns"] = plan.rng.choice(("she/her", "he/him", "they/them"))
    if plan.chance(0.9):
        speaker["roles"] = [{"title": title, "organization": organization} for title, organization in person.roles]
    if plan.chance(0.15):
        speaker["bio"] = plan.prose.fill("works with {group} on {practice}.")
    if plan.chance(0.4):
        speaker["links"] = [_link(plan, person)]
    return speaker


def _link(plan: Plan, person: Person) -> Value:
    url = f"https://speakers.example.org/{slug(person.name)}"
    return {"url": url, "title": "Profile"} if plan.chance(0.5) else {"url": url}
