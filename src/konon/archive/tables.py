"""The rows of an archive as tables, for programs that count, join and draw: pandas, polars, Arrow."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, Select, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from konon.archive import days, schema
from konon.archive.lineage import lineage_schema
from konon.archive.store import Store
from konon.errors import ArchiveError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

_STEP = 10_000
_KEPT = schema.report.c
Columns = ReadOnlyColumnCollection[str, Any]
# A table: what is selected, with the columns whose order it comes in.
Made = tuple[Select[Any], tuple[ColumnElement[Any], ...]]


class Table:
    """One kind of rows, of the newest version of each page; read a part at a time, in the order they were kept."""

    def __init__(self, store: Store, name: str) -> None:
        if name not in TABLES:
            raise ArchiveError("no such table.", subject=name, remedy=f"There are: {', '.join(TABLES)}.")
        self._store = store
        self._select, self._order = TABLES[name]()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self._select.selected_columns)

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows, one at a time; dates are ISO dates, what is not known is None."""
        with self._store.read() as connection:
            wanted = self._select.order_by(*self._order).execution_options(yield_per=_STEP)
            for row in connection.execute(wanted).mappings():
                yield {name: _value(name, value) for name, value in row.items()}

    def batches(self) -> "Iterator[pa.RecordBatch]":
        """The rows as Arrow's batches, a part at a time, so that all need not fit into memory."""
        arrow = _needed("pyarrow")
        schema_ = arrow.schema([(column.name, _type(arrow, column)) for column in self._select.selected_columns])
        part: list[dict[str, Any]] = []
        for row in self.rows():
            part.append(row)
            if len(part) == _STEP:
                yield arrow.RecordBatch.from_pylist(part, schema=schema_)
                part = []
        yield arrow.RecordBatch.from_pylist(part, schema=schema_)

    def to_arrow(self) -> "pa.Table":
        """The rows as an Arrow table."""
        return _needed("pyarrow").Table.from_batches(list(self.batches()))

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a data frame of pandas."""
        _needed("pandas")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> "pl.DataFrame":
        """The rows as a data frame of polars."""
        frame: pl.DataFrame = _needed("polars").from_arrow(self.to_arrow())
        return frame


def _needed(package: str) -> Any:  # noqa: ANN401 - a module
    # Large, and only needed here; most archives are searched without them.
    from importlib import import_module

    try:
        return import_module(package)
    except ImportError as error:
        raise ArchiveError("is not installed.", subject=package, remedy="pip install 'konon[tables]'") from error


def _value(name: str, value: object) -> object:
    return days.iso(value) if name == "day" and isinstance(value, int) else value


def _type(arrow: Any, column: ColumnElement[Any]) -> Any:  # noqa: ANN401 - Arrow is loaded late
    if column.name == "day":
        return arrow.string()
    if isinstance(column.type, Boolean):
        return arrow.bool_()
    kinds = {int: arrow.int64(), float: arrow.float64()}
    return kinds.get(column.type.python_type, arrow.string())


def _id(part: ColumnElement[Any]) -> ColumnElement[Any]:
    """The id of a part in the whole archive: `report/part`, as searches give it."""
    return _KEPT.id + "/" + part


def _reports() -> Made:
    wanted = (
        select(_KEPT.id.label("report"), _KEPT.document, _KEPT.url, schema.outlet.c.name.label("outlet"), _KEPT.title,
               _KEPT.published, _KEPT.day, _KEPT.version, _KEPT.added)
        .outerjoin(schema.outlet, schema.outlet.c.key == _KEPT.outlet)
        .where(_KEPT.newest)
    )  # fmt: skip
    return wanted, (_KEPT.key,)


def _reprints() -> Made:
    found, origin, copy = (
        lineage_schema.reprint.c,
        schema.report.alias("origin_report"),
        schema.report.alias("copy_report"),
    )
    wanted = (
        select(origin.c.id.label("origin"), copy.c.id.label("copy"), found.direction, found.score, found.origin_share,
               found.copy_share, found.sentences)
        .join_from(lineage_schema.reprint, origin, origin.c.key == found.origin)
        .join(copy, copy.c.key == found.copy)
    )  # fmt: skip
    return wanted, (found.origin, found.copy)


def _statements() -> Made:
    said, kept = schema.name.alias("said"), schema.statement.c
    actor = schema.name.alias("actor")
    wanted = (
        select(_id(kept.id).label("statement"), _KEPT.id.label("report"), kept.day, kept.act,
               said.c.text.label("source"), said.c.kind.label("source_kind"), actor.c.id.label("actor"),
               schema.wording.c.content, schema.outlet.c.name.label("outlet"))
        .join_from(schema.statement, schema.wording, schema.wording.c.statement == kept.key)
        .join(schema.report, _KEPT.key == kept.report)
        .outerjoin(said, said.c.key == kept.source).outerjoin(actor, actor.c.key == said.c.actor)
        .outerjoin(schema.outlet, schema.outlet.c.key == kept.outlet)
        .where(_KEPT.newest)
    )  # fmt: skip
    return wanted, (kept.key,)


def _links() -> Made:
    named, kept = schema.name.alias("named"), schema.link.c
    actor = schema.name.alias("actor")
    wanted = (
        select(_id(schema.statement.c.id).label("statement"), kept.number, kept.role, named.c.text.label("name"),
               actor.c.id.label("actor"), kept.medium)
        .join_from(schema.link, schema.statement, schema.statement.c.key == kept.statement)
        .join(schema.report, _KEPT.key == schema.statement.c.report)
        .outerjoin(named, named.c.key == kept.name).outerjoin(actor, actor.c.key == named.c.actor)
        .where(_KEPT.newest)
    )  # fmt: skip
    return wanted, (kept.statement, kept.number)


def _mentioned() -> Made:
    kept = schema.about.c
    wanted, actor = _named(select(_id(schema.statement.c.id).label("statement"))
                           .join_from(schema.about, schema.statement, schema.statement.c.key == kept.statement)
                           .join(schema.report, _KEPT.key == schema.statement.c.report), kept.name)  # fmt: skip
    return wanted, (kept.statement, actor.id, kept.name)


def _entities() -> Made:
    kept = schema.entity.c
    wanted, _ = _named(select(_KEPT.id.label("report"), kept.id.label("entity"), kept.mentions)
                       .join_from(schema.entity, schema.report, _KEPT.key == kept.report), kept.name)  # fmt: skip
    return wanted, (kept.key,)


def _events() -> Made:
    place, kept = schema.name.alias("held"), schema.event.c
    wanted = (
        select(_id(kept.id).label("event"), _KEPT.id.label("report"), kept.type, kept.mode, kept.status, kept.day,
               kept.dated, place.c.text.label("place"), place.c.country)
        .join_from(schema.event, schema.report, _KEPT.key == kept.report)
        .outerjoin(place, place.c.key == kept.place)
        .where(_KEPT.newest)
    )  # fmt: skip
    return wanted, (kept.key,)


def _parties() -> Made:
    kept = schema.party.c
    wanted, _ = _named(select(_id(schema.event.c.id).label("event"), kept.role)
                       .join_from(schema.party, schema.event, schema.event.c.key == kept.event)
                       .join(schema.report, _KEPT.key == schema.event.c.report), kept.name)  # fmt: skip
    return wanted, (kept.event, kept.role, kept.name)


def _counts() -> Made:
    teller, kept = schema.name.alias("teller"), schema.number.c
    actor = schema.name.alias("actor")
    wanted = (
        select(_id(kept.id).label("count"), _KEPT.id.label("report"), kept.day, kept.kind, kept.minimum, kept.maximum,
               kept.approximate, kept.words, _id(schema.event.c.id).label("event"),
               _id(schema.statement.c.id).label("statement"), teller.c.text.label("source"),
               actor.c.id.label("actor"))
        .join_from(schema.number, schema.report, _KEPT.key == kept.report)
        .outerjoin(schema.event, schema.event.c.key == kept.event)
        .outerjoin(schema.statement, schema.statement.c.key == kept.statement)
        .outerjoin(teller, teller.c.key == kept.teller).outerjoin(actor, actor.c.key == teller.c.actor)
        .where(_KEPT.newest)
    )  # fmt: skip
    return wanted, (kept.key,)


def _relations() -> Made:
    one, other, kept = schema.name.alias("one"), schema.name.alias("other"), schema.relation.c
    first, second = schema.name.alias("first"), schema.name.alias("second")
    wanted = (
        select(_id(kept.id).label("relation"), _KEPT.id.label("report"), one.c.text.label("subject"),
               first.c.id.label("subject_actor"), kept.type, other.c.text.label("object"),
               second.c.id.label("object_actor"))
        .join_from(schema.relation, schema.report, _KEPT.key == kept.report)
        .join(one, one.c.key == kept.subject).join(first, first.c.key == one.c.actor)
        .join(other, other.c.key == kept.object).join(second, second.c.key == other.c.actor)
        .where(_KEPT.newest)
    )  # fmt: skip
    return wanted, (kept.key,)


def _named(wanted: Select[Any], key: ColumnElement[Any]) -> tuple[Select[Any], Columns]:
    """The same with the name of this key, and whose name it is."""
    named, actor = schema.name.alias("named"), schema.name.alias("actor")
    added = wanted.add_columns(named.c.text.label("name"), named.c.kind, named.c.country, actor.c.id.label("actor"))
    joined = added.join(named, named.c.key == key).join(actor, actor.c.key == named.c.actor).where(_KEPT.newest)
    return joined, actor.c


TABLES: Mapping[str, Callable[[], Made]] = MappingProxyType({
    "reports": _reports, "statements": _statements, "links": _links, "mentioned": _mentioned, "entities": _entities,
    "events": _events, "parties": _parties, "counts": _counts, "relations": _relations,
    "reprints": _reprints,
})  # fmt: skip
