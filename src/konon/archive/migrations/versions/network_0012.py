"""What ties actors: relations, and statements of one that are aimed at another."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "tie",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("report", sa.BigInteger(), nullable=False),
        sa.Column("part", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("one", sa.BigInteger(), nullable=False),
        sa.Column("other", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
    )
    op.create_index("ix_tie_report", "tie", ["report"])
    op.create_index("tie_day", "tie", ["one", "other", "kind", "day"])
    op.create_index("tie_other", "tie", ["other", "one", "kind", "day"])
    op.create_index("tie_kind", "tie", ["kind", "day", "one", "other"])
    op.create_table(
        "bond",
        sa.Column("one", sa.BigInteger(), primary_key=True),
        sa.Column("other", sa.BigInteger(), primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("bond_other", "bond", ["other", "one"])
    op.create_index("bond_kind", "bond", ["kind", "number", "one", "other"])
