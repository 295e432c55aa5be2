"""What people decided on parts of records, and what Konon itself read before that."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table, and room for a reading as it was."""
    op.add_column("reading", sa.Column("unedited", sa.LargeBinary()))
    op.create_table(
        "correction",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Text()),
        sa.Column("withdrawn_by", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_index("correction_report", "correction", ["report", "key"])
    people = sa.text("by NOT IN ('konon', 'gazetteer')")
    op.create_index("actor_decision_people", "actor_decision", ["at"], sqlite_where=people, postgresql_where=people)
