"""Who and what a report names."""

from pydantic import Field

from konon.record.model import Model, Span
from konon.record.reason import CONFIDENCE, WHY, Reason
from konon.record.vocabulary import EntityKind, MentionForm


class Mention(Span):
    """A place where an entity is named or referred to."""

    form: MentionForm = Field(description="a name, a noun that stands for one, or a pronoun")


class Role(Span):
    """A title that a person holds, and the organisation it is held in."""

    title: str = Field(description="the title, as printed")
    organization: str | None = Field(default=None, description="id of the organisation's entity")


class Location(Model):
    """A city that a place can be, with its coordinates (WGS 84)."""

    id: str = Field(description="identifier in GeoNames, `geonames:` before it")
    name: str = Field(description="its name")
    country: str = Field(description="ISO 3166-1 alpha-3")
    latitude: float = Field(description="degrees north")
    longitude: float = Field(description="degrees east")


class Entity(Model):
    """A person, organisation, state, place … of the report, with every place that refers to it."""

    id: str = Field(description="made from the content")
    name: str = Field(description="the fullest name in the text")
    kind: EntityKind = Field(description="what it is")
    roles: tuple[Role, ...] = Field(default=(), description="titles that it holds in the text")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3, from the gazetteer")
    registry: str | None = Field(default=None, description="identifier in the gazetteer, where linked")
    locations: tuple[Location, ...] = Field(default=(), description="of a place: where it can be, the likeliest first")
    mentions: tuple[Mention, ...] = Field(default=(), description="every place that names it or refers to it")
    confidence: float | None = CONFIDENCE
    why: tuple[Reason, ...] = WHY
