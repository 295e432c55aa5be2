"""The base of all parts of a record: frozen, strict about unknown fields."""

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Model(BaseModel):
    """A frozen part of a record; an unknown field is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """A place in `document.text`: half-open, in Unicode code points, never empty."""

    start: int = Field(description="first character")
    end: int = Field(description="after the last character")

    @model_validator(mode="after")
    def _not_empty(self) -> "Span":
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must hold a character: {self.start}:{self.end}")
        return self
