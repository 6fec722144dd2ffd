"""The people of one write-up, and how the text names them."""

from dataclasses import dataclass
from random import Random

from corpus.vocabulary import NAMES


@dataclass(frozen=True)
class Person:
    """A speaker with the roles they had at the event."""

    name: str
    roles: tuple[tuple[str, str], ...]

    @property
    def surname(self) -> str:
        """The last word, which names nobody else here."""
        return self.name.split()[-1]

    @property
    def organization(self) -> str:
        """That of the first role."""
        return self.roles[0][1]

    @property
    def line(self) -> str:
        """As a label introduces the person: `Geoff Connell, CIO, Norfolk County Council; President, Socitm`."""
        return f"{self.name}, " + "; ".join(f"{title}, {organization}" for title, organization in self.roles)


def cast(rng: Random, count: int) -> list[Person]:
    """People who share no word of their names, so that one word is enough to name them."""
    people: list[Person] = []
    taken: set[str] = set()
    while len(people) < count:
        name = full_name(rng)
        if taken.isdisjoint(name.split()):
            taken.update(name.split())
            people.append(Person(name, _roles(rng)))
    return people


def full_name(rng: Random) -> str:
    if rng.random() < 0.03:
        return rng.choice(NAMES["whole"])
    return f"{rng.choice(NAMES['first'])} {rng.choice(NAMES['last'])}"


def _roles(rng: Random) -> tuple[tuple[str, str], ...]:
    count = 2 if rng.random() < 0.15 else 1
    return tuple(zip(rng.sample(NAMES["jobs"], count), rng.sample(NAMES["organizations"], count), strict=True))
