"""The front matter of a generated write-up as pydantic models: the same fields as post.schema.json."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AnyUrl, BaseModel, ConfigDict, StringConstraints

Line = Annotated[str, StringConstraints(min_length=1)]
When = datetime | date


class Strict(BaseModel):
    """Knows all of its keys."""

    model_config = ConfigDict(extra="forbid")


class Venue(Strict):
    """Where it takes place."""

    name: Line | None = None
    locality: Line | None = None
    region: Line | None = None
    country: Line | None = None


class Organization(Strict):
    """Who invites."""

    name: Line
    website: AnyUrl | None = None


class Role(Strict):
    """What a speaker was at the time."""

    title: Line | None = None
    organization: Line | None = None


class Link(Strict):
    """A page of a speaker."""

    url: AnyUrl
    title: Line | None = None


class Speaker(Strict):
    """Somebody who speaks."""

    name: Line
    pronouns: Line | None = None
    roles: tuple[Role, ...] = ()
    bio: str | None = None
    links: tuple[Link, ...] = ()


class Event(Strict):
    """The `event:` block."""

    name: Line
    series: Line | None = None
    start: When | None = None
    end: When | None = None
    timezone: Line | None = None
    venue: str | Venue | None = None
    online: AnyUrl | None = None
    website: AnyUrl | None = None
    organizers: tuple[str | Organization, ...] = ()
    language: str | None = None
    summary: str | None = None
    speakers: tuple[Speaker, ...] = ()


class Post(BaseModel):
    """The whole front matter; other keys are the site’s own."""

    title: Line
    date: When | str
    lastmod: When | None = None
    updated: When | None = None
    tags: tuple[Line, ...] = ()
    author: Line | None = None
    authors: tuple[Line, ...] = ()
    layout: str | None = None
    description: str | None = None
    summary: str | None = None
    slug: str | None = None
    image: str | None = None
    lang: str | None = None
    license: str | None = None
    canonical_url: AnyUrl | None = None
    comments: bool | None = None
    published: bool | None = None
    event: Event
