"""What a report lets you hold about two actors."""

from konon.record.model import Span
from konon.record.vocabulary import RelationType


class Relation(Span):
    """A tie between two entities; the span holds the words that show it."""

    id: str
    subject: str
    type: RelationType
    object: str
    attributed_to: str | None = None
