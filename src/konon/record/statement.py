"""What the report says somebody else said, and the way it came."""

from pydantic import Field

from konon.record.model import Model, Span
from konon.record.vocabulary import Act, LinkRole, StatementForm


class Cue(Span):
    """The word that tells that something was said."""

    lemma: str


class Date(Model):
    """An ISO date, month, year or interval; the place is null where it was not read off the text."""

    value: str
    start: int | None = None
    end: int | None = None


class Link(Model):
    """One station on the way from the mouth to the page."""

    role: LinkRole
    entity: str | None = Field(default=None, description="id of the entity, where the link is one")
    medium: str | None = Field(default=None, description="for a medium: its words, such as 'surat'")
    start: int | None = Field(default=None, description="null where the link has no place in the text")
    end: int | None = None


class Statement(Model):
    """Anything that the report says somebody else said."""

    id: str
    content: tuple[Span, ...]
    cue: Cue | None
    form: StatementForm
    act: Act
    source: str | None = Field(description="id of the entity that said it; null where the text names none")
    source_span: Span | None = None
    chain: tuple[Link, ...] = Field(description="speaker first, outlet last")
    addressee: str | None = None
    date: Date | None = None
    within: str | None = Field(default=None, description="id of the statement in whose content it stands")
    answers: str | None = Field(default=None, description="id of the statement or event that it denies or confirms")
