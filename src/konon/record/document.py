"""The report itself, as it was read in."""

from pydantic import Field

from konon.record.identity import identity
from konon.record.model import Model


class Document(Model):
    """A report: its text, in Unicode NFC and never altered, and what is known about it."""

    id: str = Field(description="made from the text, the URL and the outlet")
    url: str | None = Field(default=None, description="where it was published")
    outlet: str | None = Field(default=None, description="who published it; null where neither text, page nor URL tell")
    title: str | None = Field(default=None, description="the headline")
    byline: str | None = Field(default=None, description="who wrote it, as printed")
    dateline: str | None = Field(default=None, description="the place it was filed from")
    published: str | None = Field(default=None, description="ISO 8601, with the precision it was given in")
    language: str = Field(description="BCP 47")
    text: str = Field(description="NFC; all offsets of the record count its code points")

    @classmethod
    def of(
        cls, text: str, *, language: str, url: str | None = None, outlet: str | None = None, title: str | None = None,
        byline: str | None = None, dateline: str | None = None, published: str | None = None,
    ) -> "Document":  # fmt: skip
        """A document whose id is made from its content."""
        return cls(
            id=identity("d", text, url, outlet), url=url, outlet=outlet, title=title, byline=byline, dateline=dateline,
            published=published, language=language, text=text,
        )  # fmt: skip
