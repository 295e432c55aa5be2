"""The tables of an archive.

A *report* is one version of a page, a *reading* what one version of Konon made of it. The rows of what was read have
keys made from the key of their reading, so that a reading is written without asking the database for keys, and taken
out as one range. A *name* is a name with its kind, country and entry in the gazetteer, once for the whole archive.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    text,
)

HEAD = "0013"
# How many parts of one kind a reading can have; the keys of the next reading's parts begin behind them.
PARTS = 1 << 16

metadata = MetaData()
# SQLite gives keys by itself only to a column of exactly this type.
Key = BigInteger().with_variant(Integer, "sqlite")


def decisions_on(name: str, pair: tuple[str, str], verdict: "Column[Any]") -> Table:
    """A table of what people decide on pairs of things, which it names by their ids, so that it outlives new readings.

    The last decision on a pair holds; one that was taken back stays listed.
    """
    return Table(
        name,
        metadata,
        Column("key", Key, primary_key=True),
        *(Column(one, Text, nullable=False, index=True) for one in pair),
        verdict,
        Column("by", Text, nullable=False),
        Column("note", Text),
        Column("made", Text, nullable=False),
        Column("withdrawn", Text),
        sqlite_autoincrement=True,
    )


outlet = Table(
    "outlet",
    metadata,
    Column("key", Key, primary_key=True),
    Column("folded", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False, index=True),
    Column("page", Text),
    Column("version", Integer, nullable=False),
    Column("newest", Boolean, nullable=False),
    Column("url", Text),
    Column("outlet", ForeignKey("outlet.key"), index=True),
    Column("title", Text),
    Column("published", Text),
    Column("day", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("added", Text, nullable=False),
    Index("report_page", "page", "version", unique=True),
    Index("report_day", "day", "key"),
    sqlite_autoincrement=True,
)

reading = Table(
    "reading",
    metadata,
    Column("key", Key, primary_key=True),
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("konon", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("record", LargeBinary),
    # What Konon itself read, where people's decisions made another record of it.
    Column("unedited", LargeBinary),
    Index("reading_report", "report"),
    Index(
        "reading_present",
        "report",
        unique=True,
        sqlite_where=text("record IS NOT NULL"),
        postgresql_where=text("record IS NOT NULL"),
    ),
    sqlite_autoincrement=True,
)

name = Table(
    "name",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("registry", Text, index=True),
    Column("actor", BigInteger, nullable=False, index=True),
)

name_term = Table(
    "name_term",
    metadata,
    Column("term", Text, primary_key=True),
    Column("name", ForeignKey("name.key"), primary_key=True),
    sqlite_with_rowid=False,
)

entity = Table(
    "entity",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("id", Text, nullable=False),
    Column("name", ForeignKey("name.key"), nullable=False),
    Column("mentions", Integer, nullable=False),
    Index("entity_name", "name", "report"),
)

statement = Table(
    "statement",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("newest", Boolean, nullable=False),
    Column("day", Integer, nullable=False),
    Column("act", Text, nullable=False),
    Column("source", ForeignKey("name.key")),
    Column("outlet", ForeignKey("outlet.key")),
    Column("id", Text, nullable=False),
    Index("statement_report", "report"),
    Index("statement_day", "day", "key"),
    Index("statement_act", "act", "day", "key"),
    Index("statement_source", "source", "day", "key"),
    Index("statement_outlet", "outlet", "day", "key"),
)

# Apart from `statement`, so that its rows stay small and a search over many of them reads few pages.
wording = Table(
    "wording",
    metadata,
    Column("statement", Key, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
)

about = Table(
    "about",
    metadata,
    Column("name", ForeignKey("name.key"), primary_key=True),
    Column("statement", BigInteger, primary_key=True),
    sqlite_with_rowid=False,
)

link = Table(
    "link",
    metadata,
    Column("statement", BigInteger, primary_key=True),
    Column("number", SmallInteger, primary_key=True),
    Column("role", Text, nullable=False),
    Column("name", ForeignKey("name.key")),
    Column("medium", Text),
    Index("link_name", "name", "statement"),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("id", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Column("dated", Boolean, nullable=False),
    Column("place", ForeignKey("name.key")),
    Index("event_day", "day", "type"),
    Index("event_report", "report"),
    Index("event_place", "place"),
)

party = Table(
    "party",
    metadata,
    Column("event", BigInteger, primary_key=True),
    Column("name", ForeignKey("name.key"), primary_key=True),
    Column("role", Text, primary_key=True),
    Index("party_name", "name", "event"),
    sqlite_with_rowid=False,
)

number = Table(
    "number",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("id", Text, nullable=False),
    Column("event", BigInteger, index=True),
    Column("kind", Text, nullable=False),
    Column("minimum", BigInteger),
    Column("maximum", BigInteger),
    Column("approximate", Boolean, nullable=False),
    Column("statement", BigInteger),
    Column("teller", ForeignKey("name.key")),
    Column("day", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Index("number_report", "report"),
)

relation = Table(
    "relation",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("id", Text, nullable=False),
    Column("subject", ForeignKey("name.key"), nullable=False),
    Column("type", Text, nullable=False),
    Column("object", ForeignKey("name.key"), nullable=False),
    Index("relation_subject", "subject"),
    Index("relation_object", "object"),
    Index("relation_report", "report"),
)

# What is derived from reports: which version of each derivation the archive has, and which reports wait for it.
derivation = Table(
    "derivation",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
)

waiting = Table(
    "waiting",
    metadata,
    Column("derivation", Text, primary_key=True),
    Column("report", ForeignKey("report.key"), primary_key=True),
    sqlite_with_rowid=False,
)

# The same statement told by several reports. A *clue* is a stem of a statement's content, or two, by which others that
# may be the same are found; *alike* are two statements that were compared and found alike; a *telling* belongs to a
# cluster, which has the key of its first statement. Statements alone have no row. None names `statement` as a foreign
# key: what was read anew is gone before what followed from it is derived again.
clue = Table(
    "clue",
    metadata,
    Column("term", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("statement", BigInteger, primary_key=True),
    Index("clue_statement", "statement"),
    sqlite_with_rowid=False,
)

alike = Table(
    "alike",
    metadata,
    Column("one", BigInteger, primary_key=True),
    Column("other", BigInteger, primary_key=True),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Index("alike_other", "other"),
    sqlite_with_rowid=False,
)

telling = Table(
    "telling",
    metadata,
    Column("statement", Key, primary_key=True, autoincrement=False),
    Column("cluster", BigInteger, nullable=False, index=True),
)

# What a person said of two statements, by their ids, so that it outlives being read anew.
telling_decision = decisions_on("telling_decision", ("one", "other"), Column("same", Boolean, nullable=False))

# What a denial, rejection or confirmation answers: a statement or an event, of its own report or of another one.
answer = Table(
    "answer",
    metadata,
    Column("denial", BigInteger, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("answered", BigInteger, primary_key=True),
    Column("score", Float, nullable=False),
    Column("sure", Boolean, nullable=False),
    Column("reasons", Text, nullable=False),
    Index("answer_answered", "part", "answered"),
    sqlite_with_rowid=False,
)

# Actors over reports: what names are found by, what reports tell of their bearers, and who decided that two are one.
name_key = Table(
    "name_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", ForeignKey("name.key"), primary_key=True),
    Index("name_key_name", "name"),
    sqlite_with_rowid=False,
)

held = Table(
    "held",
    metadata,
    Column("name", ForeignKey("name.key"), primary_key=True),
    Column("report", ForeignKey("report.key"), primary_key=True),
    Column("title", Text, primary_key=True),
    Column("body", Text, primary_key=True),
    Index("held_report", "report"),
    sqlite_with_rowid=False,
)

called = Table(
    "called",
    metadata,
    Column("name", ForeignKey("name.key"), primary_key=True),
    Column("form", Text, primary_key=True),
    Column("report", ForeignKey("report.key"), primary_key=True),
    Index("called_report", "report"),
    sqlite_with_rowid=False,
)

# What of `actor_decision` people decided, as its index is made for it.
_PEOPLE = "by NOT IN ('konon', 'gazetteer')"
BY_PEOPLE = f"actor_decision.{_PEOPLE}"

# `one` and `other` are ids of names, which are the same in each archive, the lesser first.
actor_decision = Table(
    "actor_decision",
    metadata,
    Column("id", Text, primary_key=True),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("note", Text),
    Column("withdrawn", Text),
    Column("withdrawn_by", Text),
    Index("actor_decision_one", "one", "other"),
    Index("actor_decision_other", "other"),
    Index("actor_decision_verdict", "verdict", "score"),
    Index("actor_decision_people", "at", sqlite_where=text(_PEOPLE), postgresql_where=text(_PEOPLE)),
)
