"""Each thing that must hold of a record is checked, and its breach is named."""

import pytest

from konon.errors import RecordError
from konon.record import Record, check
from konon.record.check import breaches

OUTLET = {"role": "outlet"}


def sound():
    """A record with one part of each kind, which breaks nothing."""
    return {
        "konon": "test", "document": {"id": "d1", "language": "id", "text": "Ratna berkata dua warga ditangkap."},
        "entities": [
            {"id": "e1", "name": "Ratna", "kind": "person", "mentions": [{"start": 0, "end": 5, "form": "name"}],
             "roles": [{"start": 0, "end": 5, "title": "ketua", "organization": "e2"}]},
            {"id": "e2", "name": "Serikat", "kind": "organization"},
        ],
        "statements": [
            {"id": "s1", "content": [{"start": 14, "end": 33}], "cue": {"start": 6, "end": 13, "lemma": "kata"},
             "act": "say", "form": "indirect", "source": "e1", "chain": [{"role": "speaker", "entity": "e1"}, OUTLET]},
            {"id": "s2", "content": [{"start": 14, "end": 23}], "cue": None, "form": "indirect", "act": "deny",
             "source": None, "chain": [OUTLET], "within": "s1", "answers": "v1"},
        ],
        "events": [{"id": "v1", "type": "COERCE", "mode": "arrest", "trigger": {"start": 24, "end": 33},
                    "actors": ["e2"], "status": "happened", "attributed_to": "s1"}],
        "counts": [{"id": "c1", "start": 14, "end": 23, "minimum": 2, "maximum": 2, "kind": "detained", "event": "v1"}],
        "relations": [{"id": "r1", "subject": "e1", "type": "leads", "object": "e2", "start": 0, "end": 5}],
    }  # fmt: skip


def changed(part, **changes: object):
    """The sound record with changes in the first part of a kind."""
    lines = sound()
    lines[part][0].update(changes)
    return Record.model_validate(lines)


def test_a_sound_record_comes_back():
    record = Record.model_validate(sound())
    assert breaches(record) == []
    assert check(record) is record


def link(**place: object):
    return [{"role": "relay", **place}, OUTLET]


@pytest.mark.parametrize(
    ("part", "changes", "named"),
    [
        ("entities", {"mentions": [{"start": 30, "end": 99, "form": "name"}]}, "entities[0].mentions[0]: span 30:99"),
        ("entities", {"roles": [{"start": 0, "end": 5, "title": "ketua", "organization": "e9"}]}, "e9"),
        ("entities", {"id": "s1"}, "two parts have one id"),
        ("statements", {"content": [{"start": 14, "end": 35}]}, "statements[0].content[0]: span 14:35"),
        ("statements", {"content": []}, "s1 has no content"),
        ("statements", {"cue": {"start": 40, "end": 44, "lemma": "kata"}}, "statements[0].cue: span 40:44"),
        ("statements", {"source": "e9"}, "s1 names e9"),
        ("statements", {"addressee": "v1"}, "s1 names v1"),
        ("statements", {"date": {"value": "2024", "start": 40, "end": 44}}, "statements[0].date: span 40:44"),
        ("statements", {"date": {"value": "2024", "start": 4}}, "statements[0].date: span 4:None"),
        ("statements", {"within": "s9"}, "s1.within names s9"),
        ("statements", {"within": "s1"}, "s1.within names s1"),
        ("statements", {"answers": "c1"}, "s1.answers names c1"),
        ("statements", {"chain": []}, "s1: its chain does not end at the outlet"),
        ("statements", {"chain": [OUTLET, OUTLET]}, "s1: its chain does not end at the outlet"),
        ("statements", {"chain": [OUTLET, {"role": "speaker"}]}, "s1: its chain does not end at the outlet"),
        ("statements", {"chain": [{"role": "relay"}, {"role": "speaker"}, OUTLET]}, "names a speaker that"),
        ("statements", {"chain": link(entity="e9")}, "s1 names e9"),
        ("statements", {"chain": link(start=5, end=5)}, "statements[0].chain[0]: span 5:5"),
        ("statements", {"chain": link(start=-1, end=5)}, "statements[0].chain[0]: span -1:5"),
        ("events", {"trigger": {"start": 33, "end": 35}}, "events[0].trigger: span 33:35"),
        ("events", {"actors": ["e9"]}, "v1 names e9"),
        ("events", {"recipients": ["s1"]}, "v1 names s1"),
        ("events", {"place": "e9"}, "v1 names e9"),
        ("events", {"attributed_to": "e1"}, "v1.attributed_to names e1"),
        ("events", {"mode": "demo"}, "v1: COERCE has no mode 'demo'"),
        ("counts", {"start": 34, "end": 35}, "counts[0]: span 34:35"),
        ("counts", {"event": "s1"}, "c1.event names s1"),
        ("counts", {"attributed_to": "e1"}, "c1.attributed_to names e1"),
        ("relations", {"subject": "e9"}, "r1 names e9"),
        ("relations", {"object": "s1"}, "r1 names s1"),
        ("relations", {"end": 35}, "relations[0]: span 0:35"),
        ("relations", {"attributed_to": "s9"}, "r1.attributed_to names s9"),
    ],
)  # fmt: skip
def test_a_breach_is_named(part, changes, named):
    record = changed(part, **changes)
    assert any(named in breach for breach in breaches(record))
    with pytest.raises(RecordError, match="d1"):
        check(record)


@pytest.mark.parametrize(
    "changes", [{"start": 5, "end": 5}, {"start": 6, "end": 5}, {"start": -1, "end": 5}, {"kinds": 1}]
)
def test_a_part_that_can_never_be_right_is_refused_at_once(changes):
    with pytest.raises(ValueError, match="relations"):
        changed("relations", **changes)
