import pytest

from konon.extraction.draft import CountDraft, Draft, EntityDraft, MentionDraft, RelationDraft, StatementDraft
from konon.extraction.sifting import sift
from konon.language.analyse import analyse
from konon.language.base import language
from konon.record import Document

SURE, DOUBTFUL = {"part": ("rule", 0.9)}, {"part": ("rule", 0.1)}
WEIGHTS = {
    kind: {"bias": 0.0, "part": 1.0, "least": 0.4} for kind in ("statement", "event", "count", "relation", "link")
} | {"entity": {"bias": -1.0, "use:named": 3.0, "least": 0.4}}  # fmt: skip


def said(why, within=None):
    return StatementDraft([(0, 4)], None, "", "direct", "say", why=dict(why), within=within)


@pytest.fixture
def draft():
    return Draft(analyse(Document.of("Rani pergi.", language="id"), language("id")))


def test_what_is_likelier_wrong_goes_and_nothing_points_at_it(draft):
    outer, doubtful = said(SURE), said(DOUBTFUL)
    doubtful.within, inner = outer, said(SURE, within=doubtful)
    count = CountDraft(0, 4, 1, 1, approximate=False, kind="killed", attributed_to=doubtful, why=dict(SURE))
    draft.statements, draft.counts = [outer, doubtful, inner], [count]
    sift(draft, WEIGHTS)
    assert draft.statements == [outer, inner]
    assert inner.within is outer
    assert draft.counts[0].attributed_to is outer


def test_an_entity_that_another_part_names_stays(draft):
    rani, budi, ani = (EntityDraft(name, "person", [MentionDraft(0, 4, "name")]) for name in ("Rani", "Budi", "Ani"))
    draft.entities = [rani, budi, ani]
    draft.relations = [
        RelationDraft(rani, "family_of", budi, 0, 4, why=dict(SURE)),
        RelationDraft(rani, "family_of", ani, 0, 4, why=dict(DOUBTFUL)),
    ]
    sift(draft, WEIGHTS)
    assert draft.entities == [rani, budi]


def test_what_nothing_tells_of_stays(draft):
    draft.statements = [said({})]
    sift(draft, WEIGHTS)
    assert len(draft.statements) == 1
