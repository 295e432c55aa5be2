"""How many reports tell a statement."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from konon.archive import schema
from konon.archive.keys import parts

_TOLD = schema.telling.c
_SAID = schema.statement.c
_AT_ONCE = 400


def tellers(connection: Connection, statements: Iterable[int]) -> dict[int, int]:
    """How many reports tell each of these statements; those that only one tells are left out."""
    clusters: dict[int, int] = {}
    for some in parts(dict.fromkeys(statements), _AT_ONCE):
        wanted = select(_TOLD.statement, _TOLD.cluster).where(_TOLD.statement.in_(some))
        clusters |= dict(connection.execute(wanted).all())
    numbers: dict[int, int] = {}
    for some in parts(sorted(set(clusters.values())), _AT_ONCE):
        counted = (
            select(_TOLD.cluster, func.count(_SAID.report.distinct()))
            .join_from(schema.telling, schema.statement, _SAID.key == _TOLD.statement)
            .where(_TOLD.cluster.in_(some), _SAID.newest.is_(True))
            .group_by(_TOLD.cluster)
        )
        numbers |= dict(connection.execute(counted).all())
    return {statement: numbers[cluster] for statement, cluster in clusters.items() if numbers.get(cluster, 1) > 1}
