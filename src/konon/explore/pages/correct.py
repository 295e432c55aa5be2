"""Correcting: a part of a record as a form beside the text; confirmed, corrected, rejected, added. Only with --edit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, cast

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from konon.archive import Correction, FoundReport
from konon.archive.corrections.deciding import digest
from konon.archive.corrections.parts import KINDS, Kind, Part, named, parts_of
from konon.errors import NotKeptError
from konon.explore.decided import Decided, decided
from konon.explore.desk import Kept, render
from konon.explore.editing import Given, editing_of, given_of, person_of
from konon.explore.forms import FORMS, STATUSES, Filled, part_of
from konon.explore.values import values_of
from konon.export.account import Account, shortened
from konon.record import Record
from konon.record.vocabulary import ACTS, COUNT_KINDS, ENTITY_KINDS, EVENT_TYPES, MODES, RELATION_TYPES

router = APIRouter()
Sent = Annotated[Given, Depends(given_of)]
# So many pieces of a content or stations of a chain are shown at most.
_MOST_ROWS = 60
_TERMS: Mapping[str, Sequence[str]] = {
    "acts": ACTS, "forms": FORMS, "statuses": STATUSES, "count_kinds": COUNT_KINDS, "entity_kinds": ENTITY_KINDS,
    "event_types": EVENT_TYPES, "relation_types": RELATION_TYPES,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class CorrectPage:
    """A part of a record as a form; `part` is None for one that is missing."""

    found: FoundReport
    record: Record
    kind: Kind
    part: Part | None
    values: Mapping[str, Sequence[str]]
    errors: Mapping[str, tuple[str, str]]
    decided: Decided
    seen: str
    named_by: int
    terms: Mapping[str, Sequence[str]] = field(default_factory=lambda: _TERMS)

    def one(self, name: str) -> str:
        """The value of a field."""
        return next(iter(self.values.get(name, ())), "")

    def rows(self, *names: str, spare: int) -> list[tuple[str, ...]]:
        """The values of several fields side by side, with empty rows behind them."""
        columns = [list(self.values.get(name, ())) for name in names]
        number = min(max(map(len, columns)) + spare, _MOST_ROWS)
        return [tuple(column[row] if row < len(column) else "" for column in columns) for row in range(number)]

    @property
    def entities(self) -> list[tuple[str, str]]:
        """The entities that can be chosen, by name."""
        return sorted(((one.id, one.name) for one in self.record.entities), key=lambda entity: entity[1].casefold())

    @property
    def statements(self) -> list[tuple[str, str]]:
        """The statements that can be chosen, by number."""
        account = Account(self.record)
        return [(said.id, f"{account.numbers[said.id]}. {account.name(said.source) or '?'}: "
                          f"{shortened(account.words(said), 70)}")
                for said, _ in account.told if not self.part or said.id != self.part.id]  # fmt: skip

    @property
    def events(self) -> list[tuple[str, str]]:
        """The events that can be chosen, by their words."""
        return [(event.id, Account(self.record).triggers[event.id]) for event in self.record.events]

    @property
    def modes(self) -> Mapping[str, Sequence[str]]:
        """The modes of each type of event."""
        return MODES


@dataclass(frozen=True)
class ToolsPiece:
    """What can be done with a part, and what was decided on it, drawn anew."""

    report: str
    part: str
    decided: Decided


def _page(request: Request, kept: Kept, report: str, *, kind: Kind, part: str | None,
          filled: Filled | None = None) -> Response:  # fmt: skip
    if person_of(request) is None:
        return RedirectResponse(f"/person?back={request.url.path}", 303)
    found, record = kept.report(report), kept.record(report)
    shown = _found(record, part)[1] if part else None
    values = filled.values if filled else values_of(shown, record) if shown else _empty(request, kind)
    users = [user for user, (_, other) in parts_of(record).items() if part and part in named(other.model_dump())]
    return render(request, "correct.html", CorrectPage(
        found=found, record=record, kind=kind, part=shown, values=values, errors=filled.errors if filled else {},
        decided=decided(kept, found.report), seen=digest(shown) if shown else "", named_by=len(users),
    ), status=422 if filled else 200)  # fmt: skip


def _empty(request: Request, kind: Kind) -> dict[str, list[str]]:
    """The usual values of a part that is added; `words` of the text may come with the address."""
    usual = {"statement": {"act": ["say"], "form": ["indirect"]}, "event": {"status": ["happened"]},
             "entity": {"kind": ["person"]}}.get(kind, {})  # fmt: skip
    words = request.query_params.get("words", "")[:5000]
    place = {"statement": "content.words", "event": "trigger.words", "entity": "name"}.get(kind, "words.words")
    return {**usual, **({place: [words]} if words else {})}


def _found(record: Record, part: str) -> tuple[Kind, Part]:
    found = parts_of(record).get(part)
    if found is None:
        raise NotKeptError("no such part.", subject=part, remedy="Look at the report again.")
    return found


@router.get("/reports/{report}/parts/{part}", response_class=HTMLResponse)
def correct(request: Request, kept: Kept, report: str, part: str) -> Response:
    """A part as a form."""
    return _page(request, kept, report, kind=_found(kept.record(report), part)[0], part=part)


@router.get("/reports/{report}/new/{kind}", response_class=HTMLResponse)
def missing(request: Request, kept: Kept, report: str, kind: str) -> Response:
    """A form for a part that is missing."""
    return _page(request, kept, report, kind=_kind(kind), part=None)


@router.post("/reports/{report}/parts/{part}")
def save(request: Request, kept: Kept, report: str, part: str, sent: Sent) -> Response:
    """Keep a part as the form has it."""
    record = kept.record(report)
    kind, before = _found(record, part)
    return _kept(request, kept, sent, report=report, kind=kind, before=before)


@router.post("/reports/{report}/new/{kind}")
def add(request: Request, kept: Kept, report: str, kind: str, sent: Sent) -> Response:
    """Keep a part that was missing."""
    return _kept(request, kept, sent, report=report, kind=_kind(kind), before=None)


@router.post("/reports/{report}/parts/{part}/confirm")
def confirm(request: Request, kept: Kept, report: str, part: str, sent: Sent) -> Response:
    """Keep that a part is right."""
    report = kept.report(report).report
    made = kept.corrections.confirm(report, part, by=sent.by, seen=sent.one("seen") or None)
    if "hx-request" in request.headers:
        _compare(request)
        return render(request, "parts/tools.html", ToolsPiece(report, part, decided(kept, report)))
    return _back(request, made)


@router.post("/reports/{report}/parts/{part}/reject")
def reject(request: Request, kept: Kept, report: str, part: str, sent: Sent) -> Response:
    """Keep that a part is none."""
    report = kept.report(report).report
    return _back(request, kept.corrections.reject(report, part, by=sent.by, note=sent.one("note").strip(),
                                                  instead=sent.one("instead") or None))  # fmt: skip


@router.post("/reports/{report}/check")
def check(request: Request, kept: Kept, report: str, sent: Sent) -> Response:
    """Keep that all of a record is right, and nothing is missing."""
    return _back(request, kept.corrections.check(kept.report(report).report, by=sent.by))


def _kept(request: Request, kept: Kept, sent: Given, *, report: str, kind: Kind, before: Part | None) -> Response:
    record = kept.record(report)
    filled = Filled({name: sent.all(name) for name in sent.fields}, record)
    part = part_of(kind, filled, before)
    if part is None:
        return _page(request, kept, report, kind=kind, part=before.id if before else None, filled=filled)
    made = kept.corrections.put(kept.report(report).report, kind, part, by=sent.by, note=sent.one("note").strip(),
                                seen=sent.one("seen") or None)  # fmt: skip
    return _back(request, made)


def _back(request: Request, made: Correction) -> Response:
    """To the report, where the decision is told and can be taken back."""
    _compare(request)
    statement = f"&statement={made.part}" if made.kind == "statement" and made.verdict != "rejected" else ""
    return RedirectResponse(f"/reports/{made.report}?decided={made.key}{statement}#decided", 303)


def _compare(request: Request) -> None:
    editing = editing_of(request)
    assert editing is not None  # noqa: S101 - these routes are there only with it
    editing.adding.compare()


def _kind(kind: str) -> Kind:
    if kind not in KINDS:
        raise HTTPException(404, "There is no such kind of part.")
    return cast("Kind", kind)
