"""Which reports have one text underneath, and what people decided of them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "body",
        sa.Column("report", KEY, sa.ForeignKey("report.key"), primary_key=True, autoincrement=False),
        sa.Column("lines", sa.LargeBinary(), nullable=False),
        sa.Column("credits", sa.Text(), nullable=False),
    )
    op.create_table(
        "trace",
        sa.Column("number", sa.BigInteger(), primary_key=True),
        sa.Column("place", sa.SmallInteger(), primary_key=True),
        sa.Column("report", sa.BigInteger(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reprint",
        sa.Column("origin", KEY, sa.ForeignKey("report.key"), primary_key=True),
        sa.Column("copy", KEY, sa.ForeignKey("report.key"), primary_key=True),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("origin_share", sa.Float(), nullable=False),
        sa.Column("copy_share", sa.Float(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("reprint_copy", "reprint", ["copy", "origin"])
    op.create_table(
        "reprint_decision",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("copy", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reprint_decision_origin", "reprint_decision", ["origin"])
    op.create_index("ix_reprint_decision_copy", "reprint_decision", ["copy"])
