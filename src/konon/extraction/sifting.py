"""The stage `sifting`: what is likelier wrong than right, by its confidence, is left out.

Rules and the model's heads read what could be; a confidence weighs both. The least confidence of each kind of part is
learnt with the weights: the one at which most is found that is right.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from konon.extraction.confidence import Weights, confidence, weights_for
from konon.extraction.draft import (
    CountDraft,
    Draft,
    EntityDraft,
    EventDraft,
    LinkDraft,
    RelationDraft,
    StatementDraft,
)  # fmt: skip
from konon.extraction.stage import stage
from konon.language.base import Language

Part = TypeVar("Part", StatementDraft, EventDraft, CountDraft, RelationDraft, LinkDraft, EntityDraft)


@stage("sifting", needs={"statements", "events", "counts", "relations", "statements.answers"}, gives={"sifted"})
def sifting(draft: Draft, language: Language) -> None:
    """Take away the parts below the least confidence, and what points at them."""
    sift(draft, weights_for(draft, language))


def sift(draft: Draft, weights: Weights) -> None:
    """Take away the parts below the least confidence that these weights tell."""
    sure = {id(statement) for statement in _kept("statement", draft.statements, weights)}
    draft.statements[:] = [said for said in draft.statements if id(said) in sure or _certain(said)]
    draft.events[:] = list(_kept("event", draft.events, weights))
    draft.counts[:] = list(_kept("count", draft.counts, weights))
    draft.relations[:] = list(_kept("relation", draft.relations, weights))
    for statement in draft.statements:
        statement.links = list(_kept("link", statement.links, weights))
    _let_go(draft)
    used = _used(draft)
    for entity in draft.entities:
        entity.why["use"] = ("named" if id(entity) in used else "unnamed", None)
        entity.why["mentions"] = ("once" if len(entity.mentions) == 1 else "often", None)
    kept = {id(entity) for entity in _kept("entity", draft.entities, weights)}
    draft.entities[:] = [entity for entity in draft.entities if id(entity) in kept | used]


def _kept(kind: str, parts: Iterable[Part], weights: Weights) -> Iterator[Part]:
    """The parts that are sure enough, and those that nothing tells of."""
    least = weights.get(kind, {}).get("least", 0.0)
    for part in parts:
        sure = confidence(kind, part, weights)
        if sure is None or sure >= least:
            yield part


def _certain(statement: StatementDraft) -> bool:
    """Whether a table's verb of denying takes a noun phrase (*menyangkal keterlibatan*): rare, and never to be lost."""
    ruled = statement.why.get("cue", ("", None))[0].startswith("rule")
    return ruled and statement.form == "nominal" and statement.act == "deny"


def _let_go(draft: Draft) -> None:
    """Let nothing point at a part that is gone."""
    statements = {id(statement): statement for statement in draft.statements}
    known = statements.keys() | {id(event) for event in draft.events}
    for statement in draft.statements:
        while statement.within is not None and id(statement.within) not in statements:
            statement.within = statement.within.within
        if id(statement.answers) not in known:
            statement.answers = None
    parts: list[EventDraft | CountDraft | RelationDraft] = [*draft.events, *draft.counts, *draft.relations]
    for part in parts:
        while part.attributed_to is not None and id(part.attributed_to) not in statements:
            part.attributed_to = part.attributed_to.within
    for count in draft.counts:
        if id(count.event) not in known:
            count.event = None


def _used(draft: Draft) -> frozenset[int]:
    """The entities that another part names."""
    named: list[EntityDraft | None] = []
    for statement in draft.statements:
        named += [statement.source, statement.addressee, *(link.entity for link in statement.links)]
    for event in draft.events:
        named += [*event.actors, *event.recipients, event.place]
    for relation in draft.relations:
        named += [relation.subject, relation.object]
    bodies = [role.organization for entity in draft.entities for role in entity.roles]
    return frozenset(id(entity) for entity in (*named, *bodies) if entity is not None)
