"""The tables of events that several reports tell.

A *happening* is an event of a report as it is compared, `joined` the first event of those that are one with it, itself
where there are none; a *scene* is what it is found by: a place, what that lies in, somebody who takes part;
*event_alike* are two that were found alike, and why. None names `event` as a foreign key: what was read anew is gone
before what followed from it is derived again.
"""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, Table, Text

from konon.archive.schema import Key, decisions_on, metadata

happening = Table(
    "happening",
    metadata,
    Column("event", Key, primary_key=True, autoincrement=False),
    Column("report", BigInteger, nullable=False),
    Column("joined", BigInteger, nullable=False, index=True),
    Column("first", Integer),
    Column("last", Integer),
    Column("trigger", Text, nullable=False),
    Column("word", Text, nullable=False),
)

scene = Table(
    "scene",
    metadata,
    Column("feature", Text, primary_key=True),
    Column("type", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("event", BigInteger, primary_key=True),
    Index("scene_event", "event"),
    sqlite_with_rowid=False,
)

event_alike = Table(
    "event_alike",
    metadata,
    Column("one", BigInteger, primary_key=True),
    Column("other", BigInteger, primary_key=True),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Index("event_alike_other", "other"),
    sqlite_with_rowid=False,
)

# The numbers of people of events, and what ties them: the record, or where they stand in the report.
tally = Table(
    "tally",
    metadata,
    Column("number", Key, primary_key=True, autoincrement=False),
    Column("event", BigInteger, nullable=False, index=True),
    Column("tie", Text, nullable=False),
)

# A joined event as it is found and listed: its first event's key, its day (UNKNOWN where none), and how many tell it.
joined = Table(
    "joined",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("type", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Column("dated", Boolean, nullable=False),
    Column("reports", Integer, nullable=False),
    Index("joined_day", "day", "key"),
    Index("joined_type", "type", "day", "key"),
)

# What a person said of two events, by their ids, so that it outlives being read anew.
event_decision = decisions_on("event_decision", ("one", "other"), Column("same", Boolean, nullable=False))
