"""The table of what people decide on denials."""

from sqlalchemy import Boolean, Column, Table, Text

from konon.archive.schema import Key, metadata

# What a person said of a denial and what it may answer, a statement or an event, by their ids.
denial_decision = Table(
    "denial_decision",
    metadata,
    Column("key", Key, primary_key=True),
    Column("denial", Text, nullable=False, index=True),
    Column("answered", Text, nullable=False, index=True),
    Column("answers", Boolean, nullable=False),
    Column("by", Text, nullable=False),
    Column("note", Text),
    Column("made", Text, nullable=False),
    Column("withdrawn", Text),
    sqlite_autoincrement=True,
)
