"""Decisions put onto a record, in the order in which they were made; without any database.

What a person confirmed, corrected or added holds whatever the record says: it takes the place of the part with its id,
or of the one that tells the same thing of the same place, or is put in where there is none. What a person rejected
goes, where it is there.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from pydantic import ValidationError

from konon.archive.corrections.keeping import REPORT, Correction
from konon.archive.corrections.parts import KINDS, Json, Kind, Part, named, parts_of, placed, renamed, twin
from konon.errors import NotKeptError
from konon.record import Reason, Record
from konon.record.check import breaches


@dataclass(frozen=True, slots=True)
class Corrected:
    """A record with decisions put onto it; `idle` tells of each that could not be, by its number, why."""

    record: Record
    idle: Mapping[int, str] = field(default_factory=dict)


def corrected(record: Record, decisions: Iterable[Correction], *, settled: Iterable[str] = ()) -> Corrected:
    """A record with what people decided on it; `settled` are parts of it that decisions made what they are already."""
    idle: dict[int, str] = {}
    done_with = set(settled)
    for decision in _counting(list(decisions)):
        try:
            done = _settled(record, decision, done_with)
        except (ValidationError, NotKeptError) as error:
            # The part is gone, or was kept by a Konon whose parts looked otherwise.
            idle[decision.key] = error.message if isinstance(error, NotKeptError) else _told(error)
            continue
        # A decision that another reading leaves no room for never spoils the record.
        if broken := breaches(done):
            idle[decision.key] = "; ".join(broken)
            continue
        record = done
        done_with.add(decision.part)
    return Corrected(record, idle)


def _counting(decisions: list[Correction]) -> Iterator[Correction]:
    """The decisions that count: none from before the whole record was vouched for, of a part the last word on it."""
    whole = max((number for number, each in enumerate(decisions) if each.kind == REPORT), default=0)
    last = {each.part: each.key for each in decisions if each.verdict != "rejected"}
    yield from (each for each in decisions[whole:] if each.verdict == "rejected" or last[each.part] == each.key)


def _told(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"


def _settled(record: Record, decision: Correction, settled: set[str]) -> Record:
    if decision.kind == REPORT:
        whole = Record.model_validate_json(decision.after or "")
        return whole.model_copy(update={"konon": record.konon, "document": record.document})
    work = _Work(record, settled)
    if decision.verdict == "rejected":
        work.reject(decision)
    else:
        work.put(decision)
    return work.record()


class _Work:
    """The parts of a record while one decision is put onto them."""

    def __init__(self, record: Record, settled: set[str]) -> None:
        self._record = record
        self._settled = settled
        self._parts = parts_of(record)

    def record(self) -> Record:
        """The record of the parts: what was there stays in its order, what is new stands by its place in the text."""
        fields = {field: tuple(self._listed(kind, getattr(self._record, field)))
                  for kind, (field, _, _) in KINDS.items()}  # fmt: skip
        return self._record.model_copy(update=fields)

    def _listed(self, kind: Kind, before: Iterable[Part]) -> list[Part]:
        there = {part.id for part in before}
        found = [part for its, part in self._parts.values() if its == kind]
        listed = [part for part in found if part.id in there]
        for part in found:
            if part.id not in there:
                behind = (number for number, other in enumerate(listed) if placed(other) > placed(part))
                listed.insert(next(behind, len(listed)), part)
        return listed

    def put(self, decision: Correction) -> None:
        """Put a part that a person vouches for into its place, with what it names."""
        kind = cast("Kind", decision.kind)
        bundle: Json = json.loads(decision.after or "")
        names = self._named(bundle["named"], own=decision.part)
        part = KINDS[kind][1].model_validate(renamed(bundle["part"], names) | vouched(decision))
        if decision.part not in self._parts:
            before = json.loads(decision.before)["part"] if decision.before else bundle["part"]
            earlier = KINDS[kind][1].model_validate(renamed(before, names))
            others = {other.id for other in (self._twin(kind, part), self._twin(kind, earlier)) if other}
            for other in sorted(others):
                self._replace(other, decision.part)
        self._parts[decision.part] = (kind, part)

    def reject(self, decision: Correction) -> None:
        """Take a part out that a person rejects; NotKeptError where it is not there."""
        if decision.part not in self._parts:
            raise NotKeptError("is not in this reading.", subject=decision.part)
        instead = json.loads(decision.after)["instead"] if decision.after else None
        self._replace(decision.part, self._around(decision.part) if instead is None else instead)

    def _around(self, name: str) -> str | None:
        """The statement that a rejected one stands in: it tells what that one told."""
        return getattr(self._parts[name][1], "within", None)

    def _replace(self, name: str, other: str | None) -> None:
        """Take a part out; what names it names another one, or nothing."""
        kind, gone = self._parts.pop(name)
        if kind == "entity" and other in self._parts:
            self._merge(gone, other)
        for user, (its, part) in list(self._parts.items()):
            told = part.model_dump()
            if name in named(told):
                self._parts[user] = (its, type(part).model_validate(_without_itself(renamed(told, {name: other}))))

    def _merge(self, gone: Part, other: str) -> None:
        """What stood for an entity stands for the one in its place."""
        kind, stays = self._parts[other]
        mentions = {
            (each.start, each.end): each for entity in (gone, stays) for each in getattr(entity, "mentions", ())
        }
        ordered = tuple(mentions[place] for place in sorted(mentions))
        self._parts[other] = (kind, stays.model_copy(update={"mentions": ordered}))

    def _named(self, bundle: Mapping[str, Json], *, own: str) -> dict[str, str | None]:
        """What stands in this record for the parts that a decision's part names; what is not there is put in."""
        names: dict[str, str | None] = {}
        # Entities first: the others name them.
        for name, held in sorted(bundle.items(), key=lambda item: list(KINDS).index(item[1]["kind"])):
            if name in self._parts or name == own:
                continue
            kind: Kind = held["kind"]
            part = KINDS[kind][1].model_validate(renamed(held["part"], names))
            found = self._twin(kind, part)
            if found is None:
                self._parts[name] = (kind, part)
            else:
                names[name] = found.id
        return names

    def _twin(self, kind: Kind, part: Part) -> Part | None:
        return twin(kind, part, (other for its, other in self._parts.values()
                                 if its == kind and other.id not in self._settled and other.id != part.id))  # fmt: skip


def _without_itself(part: Json) -> Json:
    return part | {"within": None} if part.get("within") == part.get("id") is not None else part


def vouched(decision: Correction) -> Json:
    """The fields by which a part says that a person vouches for it, who and when."""
    reason = Reason(part=decision.verdict, by=f"{decision.by}, {decision.made[:10]}")
    return {"confidence": None, "why": (reason.model_dump(),)}
