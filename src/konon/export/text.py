"""The account for the terminal: statements with their chains drawn, then counts, events, relations and entities."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from konon.export.account import Account, Judged, bounds, reasons, shortened, spoken
from konon.export.base import Exporter, Sheet
from konon.record import Count, Event, Record, Relation, Statement

_CONTENT_WIDTH = 320
_EVIDENCE_WIDTH = 90
_NAMES_PER_KIND = 12
_STATIONS = {"speaker": "bold cyan", "medium": "cyan", "relay": "cyan", "outlet": "dim"}
# Marks that turn the direction of all text after them, also of what Konon itself writes there.
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def write(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """The account of each record, in order."""
    for number, record in enumerate(records):
        yield ("\n\n" if number else "") + _drawn(_account(Account(record), explain=sheet.explain), sheet)


def _drawn(parts: Iterable[RenderableType], sheet: Sheet) -> str:
    page = StringIO()
    console = Console(
        file=page, width=max(sheet.width, 40), color_system="standard" if sheet.colour else None,
        force_terminal=sheet.colour, highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for part in parts:
        console.print(part, crop=False)
    lines = "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines)


def _account(account: Account, *, explain: bool) -> Iterator[RenderableType]:
    record = account.record
    yield from _head(account)
    if record.statements:
        yield from _heading("Statements", len(record.statements))
        for statement, depth in account.told:
            yield _statement(account, statement, depth, explain=explain)
    if record.counts:
        yield from _heading("Counts", len(record.counts))
        yield _rows(((_count(account, count), count) for count in record.counts), explain=explain)
    if record.events:
        yield from _heading("Events", len(record.events))
        yield _rows(((_event(account, event), event) for event in record.events), explain=explain)
    if record.relations:
        yield from _heading("Relations", len(record.relations))
        yield _rows(((_relation(account, relation), relation) for relation in record.relations), explain=explain)
    if record.entities:
        yield from _heading("Entities", len(record.entities))
        yield _explained(account) if explain else _entities(account)


def _head(account: Account) -> Iterator[RenderableType]:
    document = account.record.document
    yield _text((document.title or "Untitled report", "bold"))
    known = (document.outlet, document.published, document.dateline, document.byline and f"by {document.byline}")
    yield _text((" · ".join(fact for fact in known if fact) or "outlet and date unknown", "dim"))
    if document.url:
        url = _text((document.url, "dim"))
        # Broken into lines an address can no longer be followed. Rich forgets the two settings of a bare text.
        url.no_wrap, url.overflow = True, "ignore"
        yield Group(url)


def _heading(title: str, number: int) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(Text.assemble((title, "bold"), (f" {number}", "dim")), align="left", style="dim")


def _statement(account: Account, statement: Statement, depth: int, *, explain: bool) -> RenderableType:
    row = Table.grid(padding=(0, 1), expand=True)
    row.add_column(width=3, justify="right", style="dim")
    row.add_column(ratio=1)
    content = shortened(account.words(statement), _CONTENT_WIDTH)
    why = list(_why(account, statement)) if explain else []
    told = Group(_chain(account, statement), _facts(account, statement), _text((content, "")), *why, Text())
    row.add_row(str(account.numbers[statement.id]), told)
    return Padding(row, (0, 0, 0, 4 * depth))


def _why(account: Account, statement: Statement) -> Iterator[Text]:
    told = [reasons(statement), *(f"{name}: {reasons(link)}" for name, link in account.judged_links(statement))]
    return (_text((line, "dim")) for line in told if line)


def _chain(account: Account, statement: Statement) -> Text:
    parts: list[tuple[str, str]] = []
    for station in account.chain(statement):
        style = _STATIONS[station.role] if station.known else "italic dim"
        parts += [(" → ", "dim"), (station.name, style)] if parts else [(station.name, style)]
    return _text(*parts)


def _facts(account: Account, statement: Statement) -> Text:
    answers = account.answered(statement)
    addressee = account.name(statement.addressee)
    more = (statement.form, statement.date and statement.date.value, addressee and f"to {addressee}",
            answers and f"answers {answers}")  # fmt: skip
    return _text((statement.act, "magenta"), ("".join(f" · {fact}" for fact in more if fact), "dim"))


Row = tuple[Text, Text, Text]


def _rows(rows: Iterable[tuple[Row, Judged]], *, explain: bool) -> RenderableType:
    parts: list[RenderableType] = []
    table = _table()
    for row, part in rows:
        table.add_row(*row)
        if explain:
            # What explains a row takes the whole width below it.
            parts += [table, *(Padding(_text((line, "dim")), (0, 0, 0, 2)) for line in [reasons(part)] if line)]
            table = _table()
    return Padding(Group(*parts) if explain else table, (0, 0, 0, 1))


def _table() -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for ratio in (5, 6, 5):
        table.add_column(ratio=ratio)
    return table


def _count(account: Account, count: Count) -> Row:
    return (
        _text((bounds(count), "bold"), (f" {count.kind}{_since(count)}", "")),
        _evidence(account, count.start, count.end),
        _teller(account, count.attributed_to),
    )


def _since(count: Count) -> str:
    return f" since {count.cumulative_since.value}" if count.cumulative_since else ""


def _event(account: Account, event: Event) -> Row:
    mode = f" {event.mode}" if event.mode else ""
    where = (account.name(event.place), event.date and event.date.value)
    parties = account.parties(event)
    return (
        _text((event.type, "bold"), (mode, ""), (f" · {event.status}", "dim")),
        _evidence(account, event.trigger.start, event.trigger.end) + _text((f" · {parties}" if parties else "", "")),
        _text(("".join(f"{fact} · " for fact in where if fact), "")) + _teller(account, event.attributed_to),
    )


def _relation(account: Account, relation: Relation) -> Row:
    subject, thing = account.name(relation.subject), account.name(relation.object)
    return (
        _text((subject, "bold"), (f" {spoken(relation.type)} ", "dim"), (thing, "bold")),
        _evidence(account, relation.start, relation.end),
        _teller(account, relation.attributed_to),
    )


def _evidence(account: Account, start: int, end: int) -> Text:
    words = " ".join(account.record.quote(start, end).split())
    return _text((f"“{shortened(words, _EVIDENCE_WIDTH)}”", ""))


def _teller(account: Account, attributed_to: str | None) -> Text:
    teller = account.teller(attributed_to)
    return _text((f"says {teller}", "cyan")) if teller else _text(("the reporter", "dim"))


def _entities(account: Account) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    for kind, entities in account.entities_by_kind().items():
        names = []
        for entity in entities[:_NAMES_PER_KIND]:
            roles = "; ".join(account.role(role) for role in entity.roles)
            names.append(f"{entity.name} ({roles})" if roles else entity.name)
        more = len(entities) - len(names)
        told = " · ".join(names) + (f" and {more} more" if more else "")
        table.add_row(_text((spoken(kind), "dim")), _text((told, "")))
    return Padding(table, (0, 0, 0, 1))


def _explained(account: Account) -> RenderableType:
    """The entities, one a line, each with how sure it is and why it is there."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for kind, entities in account.entities_by_kind().items():
        for number, entity in enumerate(entities):
            names = (_text((entity.name, "")), _text((reasons(entity), "dim")))
            table.add_row(_text(("" if number else spoken(kind), "dim")), *names)
    return Padding(table, (0, 0, 0, 1))


def _text(*parts: tuple[str, str]) -> Text:
    return Text.assemble(*((_safe(words), style) for words, style in parts))


def _safe(words: str) -> str:
    # A report may hold what steers a terminal: it is shown, never obeyed.
    return "".join(
        " " if unicodedata.category(letter) == "Cc" else "" if letter in _DIRECTIONS else letter for letter in words
    )


EXPORTER = Exporter("text", "an account to read, in a terminal or a pipe", write, streams=True)
