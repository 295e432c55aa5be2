"""What is derived from reports, and which reports wait for it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "derivation",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "waiting",
        sa.Column("derivation", sa.Text(), nullable=False),
        sa.Column("report", KEY, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.key"]),
        sa.PrimaryKeyConstraint("derivation", "report"),
        sqlite_with_rowid=False,
    )
