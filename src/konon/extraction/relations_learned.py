"""Relations as the reader model sees them, joined to those that titles, names and tying words show."""

from collections.abc import Iterator, Sequence

import numpy as np

from konon.extraction.draft import Draft, EntityDraft, Why
from konon.extraction.mentions import mention_rows
from konon.language.reader.told import Told, asked
from konon.record.vocabulary import EntityKind, RelationType

Found = tuple[EntityDraft, RelationType, EntityDraft, int, int]
# From this score on a tie that no rule has read makes a relation; none that rules have read is taken away here.
NEW = 1.5
# Mentions farther from one another than this, in characters, show no relation.
_FARTHEST = 400
_PEOPLE: frozenset[EntityKind] = frozenset({"person", "group"})
_BODIES: frozenset[EntityKind] = frozenset({"organization", "armed_group", "media", "state", "group", "other"})
_LANDS: frozenset[EntityKind] = frozenset({"place", "state"})
_ANY = _PEOPLE | _BODIES | _LANDS
# Which kinds each relation can hold between.
_ENDS: dict[RelationType, tuple[frozenset[EntityKind], frozenset[EntityKind]]] = {
    "leads": (_PEOPLE, _BODIES | _LANDS), "member_of": (_PEOPLE | _BODIES, _BODIES | _LANDS),
    "spokesperson_of": (_PEOPLE, _ANY), "part_of": (_BODIES, _BODIES), "backs": (_ANY, _ANY),
    "allied_with": (_ANY, _ANY), "opposes": (_ANY, _ANY), "based_in": (_BODIES, _LANDS),
    "succeeds": (_PEOPLE, _PEOPLE), "family_of": (_PEOPLE, _PEOPLE),
}  # fmt: skip


Key = tuple[int, str, int]


def joined(draft: Draft, found: Sequence[Found]) -> tuple[list[Found], dict[Key, Why]]:
    """What rules found and what the model adds, and what decided each."""
    told = asked(draft.analysis.reading)
    if told is None:
        return list(found), {key(row): {"type": ("rule words", None)} for row in found}
    scored = list(_scored(draft, told))
    best: dict[Key, float] = {}
    for score, row in scored:
        best[key(row)] = max(score, best.get(key(row), -np.inf))
    known = {key(row) for row in found}
    new = sorted(((score, row) for score, row in scored if score >= NEW and key(row) not in known), key=_order)
    chances = {own: float(1 / (1 + np.exp(-score))) for own, score in best.items()}
    why: dict[Key, Why] = {key(row): {"type": ("head relation", chances[key(row)])} for _, row in new}
    why |= {own: {"type": ("rule words", chances.get(own))} for own in known}
    return [*found, *(row for _, row in new)], why


def key(row: Found) -> Key:
    """What makes a relation the same as another."""
    return id(row[0]), row[1], id(row[2])


def _order(scored: tuple[float, Found]) -> tuple[int, int, float]:
    return scored[1][3], scored[1][4], -scored[0]


def _scored(draft: Draft, told: Told) -> Iterator[tuple[float, Found]]:
    """The scores of all relations that can hold between mentions near one another."""
    rows = [row for row in mention_rows(draft) if row[2].form != "pronoun"]
    for number, (start, end, _, entity) in enumerate(rows):
        window = told.window(start)
        own = window.rows(start, end) if window else range(0)
        if window is None or not own:
            continue
        near = [
            (other, window.rows(*other[:2]).start)
            for other in _around(rows, number)
            if window.start <= other[0] and other[1] <= window.end and other[3] is not entity
        ]
        for kind, (subjects, things) in _ENDS.items():
            if entity.kind not in subjects or not near:
                continue
            scores = window.tied(own.start, kind)
            for other, unit in near:
                if other[3].kind in things:
                    place = min(start, other[0]), max(end, other[1])
                    yield float(scores[unit]), (entity, kind, other[3], *place)


def _around(
    rows: Sequence[tuple[int, int, object, EntityDraft]], number: int
) -> Iterator[tuple[int, int, object, EntityDraft]]:
    start = rows[number][0]
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(rows) and abs(rows[at][0] - start) <= _FARTHEST:
            yield rows[at]
            at += step
