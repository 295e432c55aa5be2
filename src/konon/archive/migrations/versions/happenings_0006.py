"""Events of several reports that are one, and decisions on them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_index("event_place", "event", ["place"])
    _compared()
    op.create_table(
        "tally",
        sa.Column("number", KEY, autoincrement=False, nullable=False),
        sa.Column("event", sa.BigInteger(), nullable=False),
        sa.Column("tie", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_tally_event", "tally", ["event"])
    op.create_table(
        "joined",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("joined_day", "joined", ["day", "key"])
    op.create_index("joined_type", "joined", ["type", "day", "key"])
    op.create_table(
        "event_decision",
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
        op.create_index(f"ix_event_decision_{column}", "event_decision", [column])


def _compared() -> None:
    op.create_table(
        "happening",
        sa.Column("event", KEY, autoincrement=False, nullable=False),
        sa.Column("report", sa.BigInteger(), nullable=False),
        sa.Column("joined", sa.BigInteger(), nullable=False),
        sa.Column("first", sa.Integer()),
        sa.Column("last", sa.Integer()),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index("ix_happening_joined", "happening", ["joined"])
    op.create_table(
        "scene",
        sa.Column("feature", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("event", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("feature", "type", "day", "event"),
        sqlite_with_rowid=False,
    )
    op.create_index("scene_event", "scene", ["event"])
    op.create_table(
        "event_alike",
        sa.Column("one", sa.BigInteger(), nullable=False),
        sa.Column("other", sa.BigInteger(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other"),
        sqlite_with_rowid=False,
    )
    op.create_index("event_alike_other", "event_alike", ["other"])
