"""Look-ups of what people seek in an archive: the words, names, days and addresses come from reports in it."""

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

from sqlalchemy import func, select

from generated.words import SIZE, Words
from konon.archive import Archive, schema
from konon.archive.lineage import lineage_schema
from konon.archive.rows import report_id
from konon.record import Record, Statement

Ask = Callable[..., object]


def _search(archive: Archive, query: str) -> object:
    return archive.search(query)


def _search_reports(archive: Archive, query: str) -> object:
    return archive.search_reports(query)


# What is looked up, and how.
KINDS: Mapping[str, Ask] = MappingProxyType({
    "no condition": _search,
    "one of the 40 most frequent words": _search,
    "a frequent word": _search,
    "a word": _search,
    "a rare word": _search,
    "two words": _search,
    "a phrase": _search,
    "a stem": _search,
    "a beginning": _search,
    "a word but not another": _search,
    "who said it": _search,
    "who said it, by last name": _search,
    "who said it, and a word": _search,
    "who is named": _search,
    "who passed it on": _search,
    "the outlet": _search,
    "the outlet and a word": _search,
    "act and day": _search,
    "act, day and a word": _search,
    "kind of source": _search,
    "country of source": _search,
    "reports: a frequent word": _search_reports,
    "reports: a word": _search_reports,
    "reports: a stem": _search_reports,
    "reports: who is named": _search_reports,
    "reports: who said something": _search_reports,
    "reports: an act, a day": _search_reports,
    "reports: what they name": _search_reports,
    "actor by name": lambda archive, name: archive.actor(name),
    "actor by id": lambda archive, identifier: archive.actor(identifier),
    "report by address": lambda archive, url: archive.report(url),
    "record by id": lambda archive, identifier: archive.record(identifier),
    "statement by id": lambda archive, identifier: archive.statement(identifier),
    "lineage of any report": lambda archive, identifier: archive.lineage(identifier),
    "lineage of a report with relatives": lambda archive, identifier: archive.lineage(identifier),
})  # fmt: skip


class Lookups:
    """The arguments of look-ups; the same for the same archive."""

    def __init__(self, archive: Archive, sampled: int) -> None:
        self._words = Words(1).ranked
        self._sampled = _sample(archive, sampled)
        self._relays = [name for record in self._sampled for name in _relays(record)]
        self._names = _names(archive)
        self._related = _related(archive)

    def shown(self, kind: str) -> str:
        """One of the look-ups, as it is told in a table."""
        return str(self.arguments(kind, 0)[0])

    def arguments(self, kind: str, number: int) -> tuple[str, ...]:
        """The arguments of one look-up of a kind."""
        chance = Random(f"{kind} {number}")
        record = chance.choice([record for record in self._sampled if record.statements])
        return (self._made(kind, chance, record),)

    def _made(self, kind: str, chance: Random, record: Record) -> str:
        said = chance.choice(record.statements)
        query = self._by_words(kind, chance, record, said)
        if query is None:
            query = self._by_fields(kind, chance, record, said)
        if query is not None:
            return query
        identifier, url = _ids(record)
        return {"actor by name": self._source(chance, record), "actor by id": chance.choice(self._names),
                "report by address": url, "record by id": identifier,
                "statement by id": f"{identifier}/{said.id}", "lineage of any report": identifier,
                "lineage of a report with relatives": chance.choice(self._related)}[kind]  # fmt: skip

    def _by_words(self, kind: str, chance: Random, record: Record, said: Statement) -> str | None:
        content = record.quote(said.content[0].start, said.content[0].end).split()
        at = chance.randrange(max(1, len(content) - 1))
        return {
            "no condition": "",
            "one of the 40 most frequent words": self._word(chance, 0, 40),
            "a frequent word": self._word(chance, 40, 300),
            "reports: a frequent word": self._word(chance, 40, 300),
            "a word": self._word(chance, 300, 5_000),
            "reports: a word": self._word(chance, 300, 5_000),
            "a rare word": self._word(chance, 5_000, SIZE),
            "two words": f"{self._word(chance, 40, 300)} {self._word(chance, 40, 1_000)}",
            "a phrase": f'"{" ".join(content[at : at + 2])}"',
            "a stem": f"~{self._word(chance, 100, 5_000)}",
            "reports: a stem": f"~{self._word(chance, 100, 5_000)}",
            "a beginning": f"{self._word(chance, 300, 5_000)[:4]}*",
            "a word but not another": f"{self._word(chance, 40, 1_000)} -{self._word(chance, 0, 300)}",
        }.get(kind)

    def _by_fields(self, kind: str, chance: Random, record: Record, said: Statement) -> str | None:
        source = self._source(chance, record)
        outlet = record.document.outlet
        day = (record.document.published or "")[:7]
        return {
            "who said it": f'source:"{source}"',
            "who said it, by last name": f"source:{source.split()[-1]}",
            "who said it, and a word": f'source:"{source}" {self._word(chance, 0, 300)}',
            "who is named": f'about:"{chance.choice(record.entities).name}"',
            "reports: who is named": f'about:"{chance.choice(record.entities).name}"',
            "reports: who said something": f'source:"{source}"',
            "who passed it on": f'relay:"{chance.choice(self._relays)}"',
            "the outlet": f'outlet:"{outlet}"',
            "the outlet and a word": f'outlet:"{outlet}" {self._word(chance, 40, 1_000)}',
            "act and day": f"act:{said.act} after:{day}",
            "reports: an act, a day": f"act:{said.act} after:{day}",
            "act, day and a word": f"act:{said.act} after:{day} {self._word(chance, 40, 1_000)}",
            "kind of source": f"kind:{chance.choice(record.entities).kind}",
            "reports: what they name": f"kind:{chance.choice(record.entities).kind}",
            "country of source": f"country:{chance.choice(('IRN', 'MYS', 'RUS', 'BRA', 'USA'))}",
        }.get(kind)

    def _word(self, chance: Random, first: int, last: int) -> str:
        return self._words[chance.randrange(first, last)]

    def _source(self, chance: Random, record: Record) -> str:
        sources = {said.source for said in record.statements}
        return chance.choice([entity.name for entity in record.entities if entity.id in sources])


def _sample(archive: Archive, number: int) -> list[Record]:
    """Records from all over the archive."""
    kept = schema.report.c
    with archive._store.read() as connection:  # noqa: SLF001 - a spread that no search gives
        last = connection.execute(select(func.max(kept.key))).scalar_one()
        step = max(1, last // number)
        identifiers = connection.execute(select(kept.id).where(kept.newest, kept.key % step == 0)).scalars().all()
    return list(archive.records(identifiers))


def _names(archive: Archive) -> list[str]:
    kept = schema.name.c
    with archive._store.read() as connection:  # noqa: SLF001 - as above
        return list(connection.execute(select(kept.id).where(kept.key == kept.actor).order_by(kept.key)).scalars())


def _related(archive: Archive) -> list[str]:
    """The reports that have one text with others."""
    kept, pair = schema.report.c, lineage_schema.reprint.c
    wanted = (
        select(kept.id)
        .join_from(lineage_schema.reprint, schema.report, kept.key == pair.copy)
        .distinct()
        .order_by(kept.id)
    )
    with archive._store.read() as connection:  # noqa: SLF001 - as above
        return list(connection.execute(wanted).scalars())


def _relays(record: Record) -> list[str]:
    named = {entity.id: entity.name for entity in record.entities}
    return [named[link.entity] for said in record.statements for link in said.chain
            if link.role == "relay" and link.entity]  # fmt: skip


def _ids(record: Record) -> tuple[str, str]:
    """The id of a report, and its address."""
    return report_id(record.document), str(record.document.url)
