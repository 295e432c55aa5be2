"""Parts of a record told in lines, and what a decision changed in them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from konon.archive import Correction
from konon.archive.corrections.parts import KINDS, Kind, Part
from konon.export.account import shortened
from konon.record import Count, Date, Entity, Event, Record, Span, Statement

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Line:
    """What a field of a part says, before and after; `term` where these are terms of the vocabulary."""

    name: str
    before: str
    after: str
    term: bool = False


@dataclass(frozen=True)
class Told:
    """A decision as it is listed; `record` is that of its report, `last` whether no later one stands on its part."""

    decision: Correction
    record: Record
    title: str | None
    last: bool
    idle: str | None = None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """What it changed; of a part that was added, rejected or confirmed, all that it says."""
        if self.decision.kind not in KINDS:
            return ()
        before, after = self._facts(self.decision.before), self._facts(self.decision.after)
        names = dict.fromkeys([*before, *after])
        made = [Line(name, before.get(name, ""), after.get(name, ""), name in _TERMS) for name in names]
        changed = [line for line in made if line.before != line.after]
        return tuple(changed if self.decision.verdict == "corrected" else made)

    @property
    def heading(self) -> str:
        """What the part is called by."""
        facts = self._facts(self.decision.before) or self._facts(self.decision.after)
        return next((facts[name] for name in ("content", "name", "trigger", "words") if facts.get(name)), "")

    def _facts(self, kept: str | None) -> dict[str, str]:
        bundle: dict[str, Any] = json.loads(kept) if kept else {}
        if "part" not in bundle:
            return {}
        part = KINDS[cast("Kind", self.decision.kind)][1].model_validate(bundle["part"])
        return dict(facts(part, self.record, bundle["named"]))


# Lines whose values are terms.
_TERMS = frozenset({"act", "form", "kind", "type", "mode", "status", "relation"})


def facts(part: Part, record: Record, named: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a part says, field by field, in words; `named` holds what it names, as decisions do."""
    told = _Words(record, named)
    if isinstance(part, Entity):
        forms = dict.fromkeys(record.quote(each.start, each.end) for each in part.mentions if each.form == "name")
        yield from (
            ("name", part.name),
            ("kind", part.kind),
            ("other names", ", ".join(n for n in forms if n != part.name)),
        )
    elif isinstance(part, Statement):
        yield from told.statement(part)
    elif isinstance(part, Event):
        yield from told.event(part)
    elif isinstance(part, Count):
        low, high = ("…" if value is None else str(value) for value in (part.minimum, part.maximum))
        yield from (("words", told.quoted(part)), ("number", f"{low} – {high}" if low != high else low),
                    ("about", "≈" if part.approximate else ""), ("kind", part.kind), ("of", part.of or ""),
                    ("event", told.name(part.event)), ("teller", told.name(part.attributed_to)))  # fmt: skip
    else:
        yield from (("subject", told.name(part.subject)), ("relation", part.type), ("object", told.name(part.object)),
                    ("words", told.quoted(part)), ("teller", told.name(part.attributed_to)))  # fmt: skip


class _Words:
    """What ids and places are in words."""

    def __init__(self, record: Record, named: Mapping[str, Any]) -> None:
        self._record, self._named = record, named

    def name(self, part: str | None) -> str:
        """What a part is called by; empty for none."""
        held = self._named.get(part or "")
        if held is None:
            return ""
        told = held["part"]
        if held["kind"] == "entity":
            return str(told["name"])
        place = told["content"][0] if held["kind"] == "statement" else told.get("trigger", told)
        return f"“{shortened(self._record.quote(place['start'], place['end']), 60)}”"

    def quoted(self, *spans: Span | None) -> str:
        """The words at places."""
        words = [self._record.quote(span.start, span.end) for span in spans if span]
        return shortened(" … ".join(" ".join(each.split()) for each in words), _LONGEST)

    def statement(self, said: Statement) -> Iterator[tuple[str, str]]:
        """What a statement says."""
        links = [f"{link.medium or self.name(link.entity)} ({link.role})" for link in said.chain
                 if link.role in {"medium", "relay"}]  # fmt: skip
        yield from (("content", self.quoted(*said.content)), ("source", self.name(said.source)),
                    ("source words", self.quoted(said.source_span)), ("cue", self.quoted(said.cue)), ("act", said.act),
                    ("form", said.form), ("chain", " → ".join(links)), ("addressee", self.name(said.addressee)),
                    ("date", _day(said.date)), ("within", self.name(said.within)),
                    ("answers", self.name(said.answers)))  # fmt: skip

    def event(self, event: Event) -> Iterator[tuple[str, str]]:
        """What an event says."""
        actors, recipients = (", ".join(map(self.name, each)) for each in (event.actors, event.recipients))
        yield from (("trigger", self.quoted(event.trigger)), ("type", event.type), ("mode", event.mode or ""),
                    ("status", event.status), ("actors", actors), ("recipients", recipients),
                    ("place", self.name(event.place)), ("date", _day(event.date)),
                    ("teller", self.name(event.attributed_to)))  # fmt: skip


def _day(date: Date | None) -> str:
    return date.value if date else ""
