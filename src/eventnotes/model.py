"""The model: Event, Session, Speaker, Quote, Lesson, Framework and their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_serializer, model_validator
from pydantic_core import PydanticKnownError

from eventnotes.building import PLURALS, build, forgiving, without_gone
from eventnotes.texts import Attribution, Extra, Id, Inline, Language, LinkUrl, Markdown, OneLine, TimeZone, Url
from eventnotes.when import When

SCHEMA_VERSION = 1


def _as_it_is(self: object, value: Any) -> Any:  # noqa: ARG001 - pydantic passes both
    return value


def _stated(name: str) -> Any:
    """Writes a field out where it has its default, too: `exclude_defaults` passes over what a function serializes."""
    return field_serializer(name)(_as_it_is)


Item = TypeVar("Item", "Session", "Speaker", "Quote", "Lesson", "Framework")


def _no_truth(value: object) -> object:
    if value is True:  # equals 1, and JSON tells them apart
        raise PydanticKnownError("literal_error", {"expected": str(SCHEMA_VERSION)})
    return value


class Model(BaseModel):
    """What every class shares: frozen, strict, compared by value."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True)

    def __init__(self, /, **data: Any) -> None:
        super().__init__(**forgiving(data))

    # pydantic then validates nested data without calling __init__ for each instance (BaseModel marks its own alike).
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        values = dict(self.__dict__)
        if values.pop("extra", None):
            raise TypeError(f"unhashable: this {type(self).__name__} has extra data")
        return hash((type(self), *values.values()))

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        return ((name, value) for name, value in super().__repr_args__() if value not in (None, (), {}))

    def replace(self, **changes: Any) -> Self:
        """A copy with these fields changed, validated like a new one; of items that go, the notes keep no placeholder.

        Raises:
            pydantic.ValidationError: where a change does not fit the model.
        """
        made = type(self)(**{**{name: getattr(self, name) for name in self.model_fields_set}, **changes})
        return made if "notes" in changes else without_gone(self, made)


class Link(Model):
    """A link to something about an event, a session or a person (schema.org: URL; RFC 8288)."""

    url: LinkUrl
    """Absolute http or https URL, or mailto."""
    title: OneLine | None = None
    """What a reader sees in place of the URL."""
    rel: OneLine | None = None
    """What stands behind it: `slides`, `recording`, `transcript`, `code`, `paper`, or any other word."""


class Organization(Model):
    """Who hosts or organizes (schema.org: Organization)."""

    name: OneLine
    """The organization's name."""
    website: Url | None = None
    """Its home page."""


class Author(Model):
    """Who wrote the write-up."""

    name: OneLine
    """The author's name, or the handle the post gives."""
    website: Url | None = None
    """The author's home page."""


class Venue(Model):
    """Where the event took place (schema.org: Place and PostalAddress)."""

    name: OneLine | None = None
    """What the place is called."""
    address: OneLine | None = None
    """Street address on one line."""
    locality: OneLine | None = None
    """City, town or village."""
    region: OneLine | None = None
    """State, county or province."""
    country: OneLine | None = None
    """Country, as a name or ISO 3166-1 code."""
    latitude: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] | None = None
    """Degrees north, WGS 84."""
    longitude: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] | None = None
    """Degrees east, WGS 84."""
    website: Url | None = None
    """The place's home page."""


class Role(Model):
    """What a person was at the time, and where."""

    title: OneLine | None = None
    """The role's name: `CIO`."""
    organization: OneLine | None = None
    """Where they held it: `Norfolk County Council`."""


Strings = Annotated[tuple[OneLine, ...], Field(strict=False)]
Ids = Annotated[tuple[Id, ...], Field(strict=False)]
Links = Annotated[tuple[Link, ...], Field(strict=False)]


class Speaker(Model):
    """A person as they appeared at this event, with the roles they had then (schema.org: Person)."""

    id: Id | None = None
    """Slug, unique among the event's speakers; derived from the name where absent."""
    name: OneLine
    """The name as written."""
    aliases: Strings = ()
    """Other names and handles by which the write-up calls them."""
    roles: Annotated[tuple[Role, ...], Field(strict=False)] = ()
    """The roles they had at the time of the event."""
    pronouns: OneLine | None = None
    """As the person gives them: `she/her`."""
    bio: Markdown | None = None
    """About the person; CommonMark."""
    links: Links = ()
    """Pages of the person."""
    extra: Extra = Field(default_factory=dict)
    """What a source holds and the model does not, in order, as JSON values."""


class Quote(Model):
    """Words of someone (schema.org: Quotation)."""

    id: Id | None = None
    """Slug, unique among all quotes of the event; derived from the text where absent."""
    text: Markdown
    """The words; CommonMark, without the marks of the block quote."""
    kind: Literal["direct", "indirect"] = "direct"
    """`direct`: word for word; `indirect`: paraphrased."""
    speaker: Id | None = None
    """Id of the speaker whose words they are."""
    attribution: Attribution = None
    """Whose words they are, as written, where that is no listed speaker; never together with `speaker`."""
    relayed_by: Id | None = None
    """Id of the speaker who passed the words on."""
    source: Link | None = None
    """Where the words were published."""
    language: Language | None = None
    """Language of the words, BCP 47."""
    tags: Strings = ()
    """Free keywords."""
    extra: Extra = Field(default_factory=dict)
    """What a source holds and the model does not, in order, as JSON values."""

    _kind = _stated("kind")


class Action(Model):
    """Something to do about a lesson."""

    text: Inline
    """What is to be done; CommonMark inline, one line."""
    owner: OneLine | None = None
    """Who does it."""
    due: When | None = None
    """By when."""
    done: bool = False
    """Whether it is done."""

    _done = _stated("done")


class Lesson(Model):
    """What someone took home from the event."""

    id: Id | None = None
    """Slug, unique among all lessons of the event; derived from the text where absent."""
    text: Inline
    """The lesson; CommonMark inline, one line."""
    details: Markdown | None = None
    """What there is to say about it; CommonMark."""
    speaker: Id | None = None
    """Id of the speaker whose point it is; none: the author's own."""
    actions: Annotated[tuple[Action, ...], Field(strict=False)] = ()
    """What follows from it."""
    evidence: Ids = ()
    """Ids of the quotes that bear it out."""
    tags: Strings = ()
    """Free keywords."""
    extra: Extra = Field(default_factory=dict)
    """What a source holds and the model does not, in order, as JSON values."""


class Element(Model):
    """One part of a framework."""

    title: Inline
    """The part's name; CommonMark inline, one line."""
    text: Inline | None = None
    """What it means; CommonMark inline, one line."""


class Framework(Model):
    """A named set of parts someone presented: steps, pillars, questions (schema.org: HowTo or ItemList)."""

    id: Id | None = None
    """Slug, unique among all frameworks of the event; derived from the name where absent."""
    name: Inline
    """The framework's name; CommonMark inline, one line."""
    ordered: bool = True
    """Whether the order of the elements matters."""
    elements: Annotated[tuple[Element, ...], Field(strict=False)]
    """Its parts, in order."""
    speaker: Id | None = None
    """Id of the speaker who presented it."""
    attribution: Attribution = None
    """Whose it is, as written, where that is no listed speaker; never together with `speaker`."""
    source: Link | None = None
    """Where it was published."""
    tags: Strings = ()
    """Free keywords."""
    extra: Extra = Field(default_factory=dict)
    """What a source holds and the model does not, in order, as JSON values."""

    _ordered = _stated("ordered")


Quotes = Annotated[tuple[Quote, ...], Field(strict=False)]
Lessons = Annotated[tuple[Lesson, ...], Field(strict=False)]
Frameworks = Annotated[tuple[Framework, ...], Field(strict=False)]


class Session(Model):
    """One talk, panel or workshop of the event (schema.org: subEvent)."""

    id: Id | None = None
    """Slug, unique among the event's sessions; derived from the title where absent."""
    title: Inline | None = None
    """The session's title; CommonMark inline, one line."""
    kind: OneLine | None = None
    """`keynote`, `talk`, `panel`, `workshop`, `lightning talk`, `roundtable`, or any other word."""
    start: When | None = None
    """When it began; `T09:30` where only the time of day is known: on the event's day, where it has only one."""
    end: When | None = None
    """When it ended."""
    room: OneLine | None = None
    """The room."""
    track: OneLine | None = None
    """The track of the programme."""
    speakers: Ids = ()
    """Ids of those who spoke."""
    moderators: Ids = ()
    """Ids of those who moderated."""
    language: Language | None = None
    """Language spoken, BCP 47."""
    tags: Strings = ()
    """Free keywords."""
    links: Links = ()
    """Slides, recording and other links."""
    abstract: Markdown | None = None
    """What the programme announced; CommonMark."""
    notes: Markdown | None = None
    """The narrative of the session; CommonMark with a placeholder where each of its items stands."""
    quotes: Quotes = ()
    """Quotes from the session, in the order of the notes."""
    lessons: Lessons = ()
    """Lessons from the session, in the order of the notes."""
    frameworks: Frameworks = ()
    """Frameworks presented in the session, in the order of the notes."""
    extra: Extra = Field(default_factory=dict)
    """What a source holds and the model does not, in order, as JSON values."""


class WriteUp(Model):
    """The post itself, as its site publishes it (schema.org: BlogPosting)."""

    title: OneLine | None = None
    """The post's title."""
    authors: Annotated[tuple[Author, ...], Field(strict=False)] = ()
    """Who wrote it."""
    published: When | None = None
    """When it was published."""
    updated: When | None = None
    """When it was last changed."""
    url: Url | None = None
    """Its permanent address."""
    license: OneLine | None = None
    """SPDX identifier or URL of its license."""
    language: Language | None = None
    """The language it is written in, BCP 47."""
    tags: Strings = ()
    """Its keywords."""
    summary: Markdown | None = None
    """What it is about; CommonMark."""
    status: Literal["draft", "reviewed"] | None = None
    """`draft` until someone has reviewed what a program extracted."""
    extra: Extra = Field(default_factory=dict)
    """Front matter that belongs to the site generator, untouched."""


class Event(Model):
    """An event and what was said there: the root of a write-up (schema.org: Event).

    Building one derives the ids that are absent, gives every item one placeholder in the notes where it stands, and
    puts the items in the order of their placeholders.

    Raises:
        pydantic.ValidationError: where data does not fit the model, or an id is used twice.
    """

    eventnotes: Annotated[Literal[1], BeforeValidator(_no_truth)] = 1
    """Version of this schema."""
    id: Id | None = None
    """Slug of the event; derived from the name where absent."""
    name: OneLine
    """The event's name."""
    series: OneLine | None = None
    """The series it belongs to."""
    start: When | None = None
    """When it began."""
    end: When | None = None
    """When it ended."""
    timezone: TimeZone | None = None
    """IANA time zone in which its times are given: `Europe/London`."""
    venue: Venue | None = None
    """Where it took place."""
    online: Url | None = None
    """Where it took place online."""
    website: Url | None = None
    """Its home page."""
    organizers: Annotated[tuple[Organization, ...], Field(strict=False)] = ()
    """Who hosted or organized it."""
    tags: Strings = ()
    """Free keywords."""
    language: Language | None = None
    """The language spoken, BCP 47."""
    summary: Markdown | None = None
    """What it was about; CommonMark."""
    speakers: Annotated[tuple[Speaker, ...], Field(strict=False)] = ()
    """Everyone who spoke or moderated."""
    sessions: Annotated[tuple[Session, ...], Field(strict=False)] = ()
    """The sessions, in the order of the notes."""
    quotes: Quotes = ()
    """Quotes that belong to no session, in the order of the notes."""
    lessons: Lessons = ()
    """Lessons that belong to no session, in the order of the notes."""
    frameworks: Frameworks = ()
    """Frameworks that belong to no session, in the order of the notes."""
    notes: Markdown | None = None
    """The narrative; CommonMark with a placeholder where each item stands, such as `<!-- quote: its-id -->`."""
    write_up: WriteUp | None = None
    """The post in which all this is told."""
    extra: Extra = Field(default_factory=dict)
    """What a source holds and the model does not, in order, as JSON values."""

    _eventnotes = _stated("eventnotes")

    @model_validator(mode="after")
    def _build(self, info: ValidationInfo) -> Self:
        build(self, info.context)
        return self

    def every(self, kind: type[Item]) -> Iterator[tuple[Session | None, Item]]:
        """Each item of a class with the session it belongs to, `None` at event level, in the order of the event.

        Args:
            kind: Session, Speaker, Quote, Lesson or Framework.
        """
        name = PLURALS[kind.__name__.lower()]
        for item in getattr(self, name):
            yield None, item
        if name not in ("sessions", "speakers"):
            for session in self.sessions:
                for item in getattr(session, name):
                    yield session, item
