"""What people say of two statements: that they are one, or two; such a decision can be taken back."""

from konon.archive import schema
from konon.archive.decisions import Joinings
from konon.archive.tellings.told import Decision

DECISIONS = Joinings(schema.telling_decision, Decision, part=schema.statement, called="statement",
                     listed="List them: konon tellings")  # fmt: skip
