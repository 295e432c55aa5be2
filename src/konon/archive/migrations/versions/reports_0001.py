"""The first tables: reports, their readings and what is searched of these."""

import sqlalchemy as sa
from alembic import op

from konon.archive.dialect import dialect_of

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _name()
    _outlet()
    _wording()
    _about()
    _link()
    _name_term()
    _party()
    _report()
    _entity()
    _event()
    _number()
    _reading()
    _relation()
    _statement()
    connection = op.get_bind()
    for kind in ("report", "statement"):
        for statement in dialect_of(connection.engine.url).terms_ddl(kind):
            op.execute(statement)


def _name() -> None:
    op.create_table(
        "name",
        sa.Column("key", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("registry", sa.Text(), nullable=True),
        sa.Column("actor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_name_actor"), "name", ["actor"], unique=False)
    op.create_index(op.f("ix_name_folded"), "name", ["folded"], unique=False)
    op.create_index(op.f("ix_name_registry"), "name", ["registry"], unique=False)


def _outlet() -> None:
    op.create_table(
        "outlet",
        sa.Column("key", KEY, nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("folded"),
    )


def _wording() -> None:
    op.create_table(
        "wording",
        sa.Column("statement", KEY, autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("statement"),
    )


def _about() -> None:
    op.create_table(
        "about",
        sa.Column("name", KEY, nullable=False),
        sa.Column("statement", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["name"],
            ["name.key"],
        ),
        sa.PrimaryKeyConstraint("name", "statement"),
        sqlite_with_rowid=False,
    )


def _link() -> None:
    op.create_table(
        "link",
        sa.Column("statement", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", KEY, nullable=True),
        sa.Column("medium", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["name"],
            ["name.key"],
        ),
        sa.PrimaryKeyConstraint("statement", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index("link_name", "link", ["name", "statement"], unique=False)


def _name_term() -> None:
    op.create_table(
        "name_term",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("name", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["name"],
            ["name.key"],
        ),
        sa.PrimaryKeyConstraint("term", "name"),
        sqlite_with_rowid=False,
    )


def _party() -> None:
    op.create_table(
        "party",
        sa.Column("event", sa.BigInteger(), nullable=False),
        sa.Column("name", KEY, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["name"],
            ["name.key"],
        ),
        sa.PrimaryKeyConstraint("event", "name", "role"),
        sqlite_with_rowid=False,
    )
    op.create_index("party_name", "party", ["name", "event"], unique=False)


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("key", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("newest", sa.Boolean(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", KEY, nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outlet"],
            ["outlet.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_report_document"), "report", ["document"], unique=False)
    op.create_index(op.f("ix_report_outlet"), "report", ["outlet"], unique=False)
    op.create_index("report_day", "report", ["day", "key"], unique=False)
    op.create_index("report_page", "report", ["page", "version"], unique=True)


def _entity() -> None:
    op.create_table(
        "entity",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", KEY, nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["name"],
            ["name.key"],
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["report.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("entity_name", "entity", ["name", "report"], unique=False)


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("place", KEY, nullable=True),
        sa.ForeignKeyConstraint(
            ["place"],
            ["name.key"],
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["report.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("event_day", "event", ["day", "type"], unique=False)
    op.create_index("event_report", "event", ["report"], unique=False)


def _number() -> None:
    op.create_table(
        "number",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("minimum", sa.BigInteger(), nullable=True),
        sa.Column("maximum", sa.BigInteger(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("statement", sa.BigInteger(), nullable=True),
        sa.Column("teller", KEY, nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["report.key"],
        ),
        sa.ForeignKeyConstraint(
            ["teller"],
            ["name.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_number_event"), "number", ["event"], unique=False)
    op.create_index("number_report", "number", ["report"], unique=False)


def _reading() -> None:
    op.create_table(
        "reading",
        sa.Column("key", KEY, nullable=False),
        sa.Column("report", KEY, nullable=False),
        sa.Column("konon", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report"],
            ["report.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "reading_present",
        "reading",
        ["report"],
        unique=True,
        sqlite_where=sa.text("record IS NOT NULL"),
        postgresql_where=sa.text("record IS NOT NULL"),
    )
    op.create_index("reading_report", "reading", ["report"], unique=False)


def _relation() -> None:
    op.create_table(
        "relation",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("object", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["object"],
            ["name.key"],
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["report.key"],
        ),
        sa.ForeignKeyConstraint(
            ["subject"],
            ["name.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("relation_object", "relation", ["object"], unique=False)
    op.create_index("relation_report", "relation", ["report"], unique=False)
    op.create_index("relation_subject", "relation", ["subject"], unique=False)


def _statement() -> None:
    op.create_table(
        "statement",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        sa.Column("newest", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("source", KEY, nullable=True),
        sa.Column("outlet", KEY, nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outlet"],
            ["outlet.key"],
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["report.key"],
        ),
        sa.ForeignKeyConstraint(
            ["source"],
            ["name.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("statement_act", "statement", ["act", "day", "key"], unique=False)
    op.create_index("statement_day", "statement", ["day", "key"], unique=False)
    op.create_index("statement_outlet", "statement", ["outlet", "day", "key"], unique=False)
    op.create_index("statement_report", "statement", ["report"], unique=False)
    op.create_index("statement_source", "statement", ["source", "day", "key"], unique=False)
