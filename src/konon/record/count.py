"""Numbers of people that events did something to."""

from pydantic import Field

from konon.record.model import Span
from konon.record.vocabulary import CountKind


class Count(Span):
    """A number of people with its bounds; an open bound is null."""

    id: str
    minimum: int | None
    maximum: int | None
    approximate: bool = False
    kind: CountKind
    of: str | None = Field(default=None, description="the words for whom")
    event: str | None = None
    attributed_to: str | None = None
