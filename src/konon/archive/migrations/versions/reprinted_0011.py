"""The reports whose text most others have, so that they are found without counting all."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table, and fill it with what was found already."""
    op.create_table(
        "reprinted",
        sa.Column("report", KEY, sa.ForeignKey("report.key"), primary_key=True, autoincrement=False),
        sa.Column("others", sa.Integer(), nullable=False),
    )
    op.create_index("reprinted_others", "reprinted", ["others", "report"])
    op.execute(
        "INSERT INTO reprinted (report, others) SELECT origin, count(*) FROM reprint "
        "WHERE NOT EXISTS (SELECT 1 FROM reprint AS above WHERE above.copy = reprint.origin) GROUP BY origin"
    )
