"""Actors over reports: what names are found by, what reports tell of their bearers, and decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "name_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", KEY, nullable=False),
        sa.ForeignKeyConstraint(["name"], ["name.key"]),
        sa.PrimaryKeyConstraint("key", "name"),
        sqlite_with_rowid=False,
    )
    op.create_index("name_key_name", "name_key", ["name"])
    _of_report("held", "name", "report", "title", "body")
    _of_report("called", "name", "form", "report")
    _decision()


def _of_report(table: str, *columns: str) -> None:
    keys = {"name", "report"}
    op.create_table(
        table,
        *(sa.Column(column, KEY if column in keys else sa.Text(), nullable=False) for column in columns),
        sa.ForeignKeyConstraint(["name"], ["name.key"]),
        sa.ForeignKeyConstraint(["report"], ["report.key"]),
        sa.PrimaryKeyConstraint(*columns),
        sqlite_with_rowid=False,
    )
    op.create_index(f"{table}_report", table, ["report"])


def _decision() -> None:
    op.create_table(
        "actor_decision",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("withdrawn", sa.Text(), nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("actor_decision_one", "actor_decision", ["one", "other"])
    op.create_index("actor_decision_other", "actor_decision", ["other"])
    op.create_index("actor_decision_verdict", "actor_decision", ["verdict", "score"])
