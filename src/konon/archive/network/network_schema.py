"""The tables of what ties actors.

A *tie* is one place in a report that ties two actors, by their keys: a relation, or a statement of one that is aimed at
the other; its `kind` is the type of the relation or the act, its `part` the key of either. A *bond* counts the ties of
one kind from one actor to another. None names another table as a foreign key: what was read anew is gone before what
followed from it is derived again.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from konon.archive.schema import Key, metadata

tie = Table(
    "tie",
    metadata,
    Column("key", Key, primary_key=True),
    Column("report", BigInteger, nullable=False, index=True),
    Column("part", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("one", BigInteger, nullable=False),
    Column("other", BigInteger, nullable=False),
    Column("day", Integer, nullable=False),
    # Searches that go along the days of a table do so by the index of this name.
    Index("tie_day", "one", "other", "kind", "day"),
    Index("tie_other", "other", "one", "kind", "day"),
    Index("tie_kind", "kind", "day", "one", "other"),
)

bond = Table(
    "bond",
    metadata,
    Column("one", BigInteger, primary_key=True),
    Column("other", BigInteger, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Index("bond_other", "other", "one"),
    Index("bond_kind", "kind", "number", "one", "other"),
    sqlite_with_rowid=False,
)
