"""Sentences and paragraphs, filled from the words of a topic."""

import re
import unicodedata
from random import Random

from corpus.vocabulary import PATTERNS, PLACES, Topic

SLOT = re.compile(r"\{(\w+)\}")
LOCALITIES = tuple(place.locality for place in PLACES)
HOSTS = ("www.example.org", "blog.example.com", "notes.example.net", "speakers.example.org", "video.example.com")
WIDTHS = (72, 80, 80, 88, 100, 10_000)  # the last: a paragraph is one line


def slug(text: str) -> str:
    """ASCII words of a text, joined by hyphens."""
    ascii_text = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-") or "notes"


def lower_first(text: str) -> str:
    return text[0].lower() + text[1:]


def wrap(text: str, width: int, indent: str = "") -> str:
    """Wrap at blanks, never before a dash; later lines are indented."""
    lines, line = [], ""
    for word in text.replace(" – ", "\0– ").split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = indent + word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return "\n".join(lines).replace("\0", " ")


class Prose:
    """The words of one write-up: nothing that becomes data is said twice in it."""

    def __init__(self, rng: Random, topic: Topic) -> None:
        self.rng = rng
        self.topic = topic
        self.width = rng.choice(WIDTHS)
        self._said: set[str] = set()
        self._decks: dict[str, list[str]] = {}

    def say(self, kind: str, who: str = "") -> str:
        """A text of this kind, from a shuffled deck of patterns, so that none comes back soon."""
        deck = self._decks.setdefault(kind, [])
        if not deck:
            deck += self.rng.sample(PATTERNS[kind], len(PATTERNS[kind]))
        return self.fill(deck.pop(), who)

    def say_new(self, kind: str) -> str:
        """A text that this write-up does not have yet."""
        text = self.say(kind)
        while text in self._said:
            text = self.say(kind)
        self._said.add(text)
        return text

    def fill(self, pattern: str, who: str = "") -> str:
        """Replace every slot by a word of the topic, no word twice; the first letter is a capital."""
        used: set[str] = set()
        text = SLOT.sub(lambda slot: who if slot[1] == "who" else self._word(slot[1], used), pattern)
        return text[0].upper() + text[1:]

    def paragraph(self, low: int = 2, high: int = 6, who: str = "") -> str:
        """Some sentences; the first is about somebody, if one is named."""
        sentences = [self.say("about", who) if who else self.say("sentences")]
        sentences += [self.say("sentences") for _ in range(self.rng.randint(low, high) - 1)]
        return wrap(" ".join(sentences), self.width)

    def quotation(self) -> str:
        """One sentence or two, new in this write-up."""
        first = self.say_new("quotes")
        return f"{first} {self.say('quotes')}" if self.rng.random() < 0.3 else first

    def url(self) -> str:
        """The address of some page."""
        return f"https://{self.rng.choice(HOSTS)}/{slug(self.rng.choice(self.topic.thing))}/{self.rng.randint(1, 999)}"

    def _word(self, slot: str, used: set[str]) -> str:
        if slot == "url":
            return self.url()
        if slot == "n":
            return str(self.rng.randint(2, 30))
        words: tuple[str, ...] = LOCALITIES if slot == "place" else getattr(self.topic, slot)
        word = self.rng.choice(words)
        while word in used:
            word = self.rng.choice(words)
        used.add(word)
        return word
