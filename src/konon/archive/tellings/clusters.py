"""The clusters that tellings were put into: who else tells a statement, and how alike they are."""

from sqlalchemy import Connection, select

from konon.archive import schema
from konon.archive.alike import likest, reasons_told, scores_and_reasons
from konon.archive.keys import key_of
from konon.archive.search import told_statements
from konon.archive.tellings.decisions import DECISIONS
from konon.archive.tellings.said import present
from konon.archive.tellings.told import Told
from konon.errors import NotKeptError

_TOLD = schema.telling.c


def found_key(connection: Connection, statement: str) -> int:
    """The key of a statement by its id; NotKeptError where there is none."""
    key = key_of(connection, schema.statement, statement)
    if key is None:
        raise NotKeptError("no such statement.", subject=statement, remedy="Find it: konon search WORDS")
    return key


def members(connection: Connection, statement: int) -> list[int]:
    """The statements of a cluster by one of them, itself among them, in the order they were kept."""
    cluster = select(_TOLD.cluster).where(_TOLD.statement == statement).scalar_subquery()
    wanted = select(_TOLD.statement).where(_TOLD.cluster == cluster)
    found = present(connection, connection.execute(wanted).scalars().all())
    return sorted(found) or [statement]


def tellings(connection: Connection, statement: str) -> list[Told]:
    """The tellings of a statement, itself first, then the likest."""
    key = found_key(connection, statement)
    others = [member for member in members(connection, key) if member != key]
    known = dict(zip((key, *others), told_statements(connection, (key, *others)), strict=True))
    scores = scores_and_reasons(connection, schema.alike, (key, *others))
    standing = DECISIONS.joining(connection, statement)
    listed = [Told(found=known[key], score=1.0, reasons=(), via=None, decision=None)]
    for other in others:
        direct = (min(key, other), max(key, other))
        pair = direct if direct in scores else likest(scores, other)
        via = next((known[end].statement for end in pair or () if end not in {key, other}), None)
        score, reasons = scores[pair] if pair else (0.0, "[]")
        listed.append(Told(found=known[other], score=score, reasons=reasons_told(reasons), via=via,
                           decision=standing.get(frozenset((statement, known[other].statement)))))  # fmt: skip
    return sorted(listed, key=lambda told: -told.score)
