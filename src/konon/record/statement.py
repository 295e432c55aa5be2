"""What the report says somebody else said, and the way it came."""

from pydantic import Field

from konon.record.model import Model, Span
from konon.record.reason import CONFIDENCE, WHY, Reason
from konon.record.vocabulary import Act, LinkRole, StatementForm


class Cue(Span):
    """The word that tells that something was said."""

    lemma: str = Field(description="its dictionary form")


class Date(Model):
    """An ISO date, month, year or interval; the place is null where it was not read off the text."""

    value: str = Field(description="an ISO 8601 date, month, year, or interval a/b")
    start: int | None = Field(default=None, description="null where it was not read off the text")
    end: int | None = Field(default=None, description="null where it was not read off the text")


class Link(Model):
    """One station on the way from the mouth to the page."""

    role: LinkRole = Field(description="speaker, medium, relay or outlet")
    entity: str | None = Field(default=None, description="id of the entity, where the link is one")
    medium: str | None = Field(default=None, description="for a medium: its words, such as 'surat'")
    start: int | None = Field(default=None, description="null where the link has no place in the text")
    end: int | None = Field(default=None, description="null where the link has no place in the text")
    confidence: float | None = CONFIDENCE
    why: tuple[Reason, ...] = WHY


class Statement(Model):
    """Anything that the report says somebody else said."""

    id: str = Field(description="made from the content")
    content: tuple[Span, ...] = Field(
        description="what was said, without marks, cue and conjunction; several spans where the cue interrupts"
    )
    cue: Cue | None = Field(description="the word that tells that it was said; null where a quotation stands alone")
    form: StatementForm = Field(description="direct, indirect, mixed, or a noun phrase")
    act: Act = Field(description="what was done by saying it")
    source: str | None = Field(description="id of the entity that said it; null where the text names none")
    source_span: Span | None = Field(default=None, description="where the text names the source")
    chain: tuple[Link, ...] = Field(description="speaker first, outlet last")
    addressee: str | None = Field(default=None, description="id of the entity that it was said to")
    date: Date | None = Field(default=None, description="when it was said")
    within: str | None = Field(default=None, description="id of the statement in whose content it stands")
    answers: str | None = Field(default=None, description="id of the statement or event that it denies or confirms")
    confidence: float | None = CONFIDENCE
    why: tuple[Reason, ...] = WHY
