"""The table of what people decided on parts of records.

`report` and `part` are ids, so that a decision outlives another reading; `verdict` is `confirmed`, `corrected`,
`rejected` or `added`; `before` and `after` are the part with what it names, as JSON.
"""

from sqlalchemy import Column, Index, Table, Text

from konon.archive.schema import Key, metadata

correction = Table(
    "correction",
    metadata,
    Column("key", Key, primary_key=True),
    Column("report", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("by", Text, nullable=False),
    Column("note", Text),
    Column("made", Text, nullable=False),
    Column("withdrawn", Text),
    Column("withdrawn_by", Text),
    Index("correction_report", "report", "key"),
    sqlite_autoincrement=True,
)
