"""Decisions of people on what denials answer."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0006"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "denial_decision",
        sa.Column("key", KEY, nullable=False),
        sa.Column("denial", sa.Text(), nullable=False),
        sa.Column("answered", sa.Text(), nullable=False),
        sa.Column("answers", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Text()),
        sa.PrimaryKeyConstraint("key"),
        sqlite_autoincrement=True,
    )
    for column in ("denial", "answered"):
        op.create_index(f"ix_denial_decision_{column}", "denial_decision", [column])
