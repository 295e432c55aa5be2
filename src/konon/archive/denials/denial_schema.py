"""The table of what people decide on denials."""

from sqlalchemy import Boolean, Column

from konon.archive.schema import decisions_on

# What a person said of a denial and what it may answer, a statement or an event, by their ids.
denial_decision = decisions_on("denial_decision", ("denial", "answered"), Column("answers", Boolean, nullable=False))
