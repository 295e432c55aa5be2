"""The stage `relations`: who leads, belongs to, speaks for, backs or is a part of whom."""

from collections.abc import Iterator

from konon.extraction.draft import Draft, EntityDraft, RelationDraft, StatementDraft
from konon.extraction.naming import words_of
from konon.extraction.offices import Office, find_offices
from konon.extraction.relation_parts import parts
from konon.extraction.relation_ties import ties
from konon.extraction.stage import stage
from konon.extraction.standing import home_state
from konon.language.base import Language
from konon.record.vocabulary import RelationType

Found = tuple[EntityDraft, RelationType, EntityDraft, int, int]

_BODIES = frozenset({"organization", "armed_group", "media"})


@stage("relations", needs={"entities", "statements"}, gives={"relations"})
def relations(draft: Draft, language: Language) -> None:
    """Add what titles, names and tying words show of two entities, each once, at the first place that shows it."""
    found = [*_offices(draft, language), *ties(draft, language), *parts(draft, language)]
    seen: set[tuple[int, str, int]] = set()
    for subject, kind, thing, start, end in sorted(found, key=lambda item: (item[3], item[4])):
        key = (id(subject), kind, id(thing))
        if key in seen or subject is thing:
            continue
        seen.add(key)
        draft.relations.append(RelationDraft(subject, kind, thing, start, end, innermost(draft, start, end)))


def innermost(draft: Draft, start: int, end: int) -> StatementDraft | None:
    """The statement with the shortest content that holds a place."""
    holding = [
        (last - first, number, statement)
        for number, statement in enumerate(draft.statements)
        for first, last in statement.content
        if first <= start and end <= last
    ]
    return min(holding, key=lambda row: row[:2])[2] if holding else None


def _offices(draft: Draft, language: Language) -> Iterator[Found]:
    home = home_state(draft.analysis.document, language)
    states = {entity.registry: entity for entity in draft.entities if entity.kind == "state"}
    owner = states.get(home) or next(
        (entity for entity in draft.entities if entity.kind == "state" and entity.registry is None), None
    )
    for office in find_offices(draft, language):
        if not office.match.former:
            yield from _office(office, draft, owner)


def _office(office: Office, draft: Draft, home: EntityDraft | None) -> Iterator[Found]:
    relation, title = office.match.relation, office.match.title
    start, end = office.evidence
    for kind, thing in _held(relation, title.of, office, draft, home):
        yield office.person, kind, thing, start, end


def _held(
    relation: str | None, of: str, office: Office, draft: Draft, home: EntityDraft | None
) -> Iterator[tuple[RelationType, EntityDraft]]:
    state = next((body for body in office.bodies if body.kind == "state"), None)
    body = next((body for body in office.bodies if body.kind in _BODIES), None)
    title = office.match.title
    if relation is None:
        return
    if of in ("state", "portfolio"):
        ministry = _ministry(office, draft)
        if ministry and relation == "member_of" and not office.deputy:
            yield "leads", ministry
        if body and title.head is None and not office.match.extended and title.portfolio is None and of == "state":
            yield _checked(relation), body
            return
        if body and title.head:
            yield "leads", body
            relation = "member_of"
        if state or home:
            yield _checked(relation), state or home  # type: ignore[misc]
    elif of == "place" and title.head is None:
        seat = _government(office, draft)
        if seat:
            yield _checked(relation), seat
    elif body:
        demoted = office.match.extended and relation == "leads" and title.head is None
        yield ("member_of" if demoted else _checked(relation)), body
    elif state and relation == "member_of":
        yield "member_of", state


def _checked(relation: str) -> RelationType:
    return relation  # type: ignore[return-value]


def _ministry(office: Office, draft: Draft) -> EntityDraft | None:
    """The ministry of a minister, where the report names it."""
    title, match = office.match.title, office.match
    if title.of != "portfolio" and title.portfolio is None:
        return None
    named = title.portfolio or draft.analysis.text[office.field_start : office.end]
    wanted = {word for word in words_of(named) if len(word) > 2}
    states = [body for body in office.bodies if body.kind == "state"]
    for entity in draft.entities:
        if entity.kind != "organization" or not wanted or not wanted <= set(words_of(entity.name)):
            continue
        if not states or entity.country in (None, states[0].country) or match.former:
            return entity
    return None


def _government(office: Office, draft: Draft) -> EntityDraft | None:
    """The government of the place that an office heads, where the report names it; else the place."""
    place = next((body for body in office.bodies if body.kind in ("place", "organization")), None)
    if place is None:
        return None
    wanted = set(words_of(place.name))
    for government in office.match.title.government:
        head = set(words_of(government))
        for entity in draft.entities:
            words = set(words_of(entity.name))
            if entity.kind == "organization" and head | wanted <= words | head and head <= words and wanted <= words:
                return entity
    return place
