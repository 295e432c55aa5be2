"""The same statement told by several reports, decisions on it, and what denials answer."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _tellings()
    op.create_table(
        "telling_decision",
        sa.Column("key", KEY, nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Text()),
        sa.PrimaryKeyConstraint("key"),
        sqlite_autoincrement=True,
    )
    for column in ("one", "other"):
        op.create_index(f"ix_telling_decision_{column}", "telling_decision", [column])
    op.create_table(
        "answer",
        sa.Column("denial", sa.BigInteger(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("answered", sa.BigInteger(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("denial", "part", "answered"),
        sqlite_with_rowid=False,
    )
    op.create_index("answer_answered", "answer", ["part", "answered"])


def _tellings() -> None:
    op.create_table(
        "clue",
        sa.Column("term", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("statement", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("term", "day", "statement"),
        sqlite_with_rowid=False,
    )
    op.create_index("clue_statement", "clue", ["statement"])
    op.create_table(
        "alike",
        sa.Column("one", sa.BigInteger(), nullable=False),
        sa.Column("other", sa.BigInteger(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other"),
        sqlite_with_rowid=False,
    )
    op.create_index("alike_other", "alike", ["other"])
    op.create_table(
        "telling",
        sa.Column("statement", KEY, autoincrement=False, nullable=False),
        sa.Column("cluster", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("statement"),
    )
    op.create_index("ix_telling_cluster", "telling", ["cluster"])
