"""The stage `relations`: who leads, belongs to, speaks for, backs or is a part of whom."""

from collections.abc import Iterator

from konon.extraction.draft import Draft, RelationDraft, StatementDraft
from konon.extraction.holdings import Holding, bearers, likely_state
from konon.extraction.offices import find_offices, find_unnamed
from konon.extraction.relation_lists import lists
from konon.extraction.relation_parts import parts
from konon.extraction.relation_ties import ties
from konon.extraction.relations_learned import Found, Key, joined, key
from konon.extraction.stage import stage
from konon.extraction.standing import home_state
from konon.language.base import Language
from konon.language.names_words import lexicon


@stage("relations", needs={"entities", "statements"}, gives={"relations"})
def relations(draft: Draft, language: Language) -> None:
    """Add what titles, names and tying words show of two entities, each once, at the first place that shows it."""
    found = [*_offices(draft, language), *ties(draft, language), *lists(draft, language), *parts(draft, language)]
    found, why = joined(draft, found)
    seen: set[Key] = set()
    for row in sorted(_plausible(found), key=lambda row: (row[3], row[4])):
        subject, kind, thing, start, end = row
        if key(row) not in seen and subject is not thing:
            seen.add(key(row))
            said = innermost(draft, start, end)
            draft.relations.append(RelationDraft(subject, kind, thing, start, end, said, why[key(row)]))


def _plausible(found: list[Found]) -> list[Found]:
    """The relations without those that a closer one makes idle.

    What belongs to a state is not merely based there, and a unit of an organisation belongs to the state through it.
    """
    owned = {(id(subject), id(thing)) for subject, kind, thing, _, _ in found if kind == "part_of"}
    units = {id(subject) for subject, kind, thing, _, _ in found if kind == "part_of" and thing.kind != "state"}
    return [
        row
        for row in found
        if not (row[1] == "based_in" and (id(row[0]), id(row[2])) in owned)
        and not (row[1] == "part_of" and row[2].kind == "state" and id(row[0]) in units)
    ]


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
    words, home = lexicon(language), home_state(draft.analysis.document, language)
    offices = [office for office in find_offices(draft, language) if not office.match.former]
    known = {id(office.person) for office in offices if any(body.kind == "state" for body in office.bodies)}
    for office in offices:
        plain = draft.analysis.text[office.start].islower()
        told = plain or id(office.person) in known
        state = None if told else likely_state(draft, office, home=home, known=bearers(language))
        for kind, thing in Holding(office, draft, words, state).relations():
            yield office.person, kind, thing, *office.evidence
    for office in find_unnamed(draft, language):
        if not office.match.former:
            for kind, thing in Holding(office, draft, words, None).relations():
                yield office.person, kind, thing, *office.evidence
