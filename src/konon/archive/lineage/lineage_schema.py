"""The tables of who has its text from whom.

A *body* is what of a report is compared; a *trace* one of the numbers that it shares with
reworded copies, of which only so many reports are remembered, each at a place of its own; a *reprint* are two reports
with one text underneath: `origin` came first where `direction` is not `copied`.
"""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, SmallInteger, Table, Text

from konon.archive.schema import decisions_on, metadata

body = Table(
    "body",
    metadata,
    Column("report", ForeignKey("report.key"), primary_key=True, autoincrement=False),
    Column("lines", LargeBinary, nullable=False),
    Column("credits", Text, nullable=False),
)

trace = Table(
    "trace",
    metadata,
    Column("number", BigInteger, primary_key=True),
    Column("place", SmallInteger, primary_key=True),
    Column("report", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

reprint = Table(
    "reprint",
    metadata,
    Column("origin", ForeignKey("report.key"), primary_key=True),
    Column("copy", ForeignKey("report.key"), primary_key=True),
    Column("direction", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("origin_share", Float, nullable=False),
    Column("copy_share", Float, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("made", Text, nullable=False),
    Index("reprint_copy", "copy", "origin"),
    sqlite_with_rowid=False,
)

# The first of each text that several reports have: how many others have it from there, directly or not, or share it.
reprinted = Table(
    "reprinted",
    metadata,
    Column("report", ForeignKey("report.key"), primary_key=True, autoincrement=False),
    Column("others", Integer, nullable=False),
    Index("reprinted_others", "others", "report"),
)

# What a person said of two reports, by their ids; `verdict` is that the second has it from the first (`copied`), both
# from a third (`common`), or neither (`apart`).
reprint_decision = decisions_on("reprint_decision", ("origin", "copy"), Column("verdict", Text, nullable=False))
