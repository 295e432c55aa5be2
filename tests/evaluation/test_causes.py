"""Each mistake tells what decided it wrongly, or what stood in the place of what was missed."""

import pytest

from konon.evaluation import Mistake, by_cause, evaluate
from konon.evaluation.gold import GoldReport
from konon.record import Record, Span


def causes(gold, record):
    """The cause of each kind of mistake."""
    return {mistake.kind: mistake.cause for mistake in evaluate([gold], [record]).mistakes}


def why(**deciders: str):
    return [{"part": part, "by": by} for part, by in deciders.items()]


def without(record, *parts: str):
    return record.model_copy(update=dict.fromkeys(parts, ()))


CUE, INSIDE = why(cue="rule active"), why(cue="rule active", content="head inside")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"act": "deny"}, {"act wrong": "another"}),
        ({"act": "deny", "why": CUE}, {"act wrong": "another, by rule active"}),
        ({"act": "deny", "why": why(cue="rule active", act="head act")}, {"act wrong": "another, by head act"}),
        ({"form": "mixed", "why": INSIDE}, {"form wrong": "another, by head inside"}),
        ({"source": "e1", "why": why(source="head speaker")}, {"source wrong": "another, by head speaker"}),
        ({"source": None, "why": CUE}, {"source wrong": "none found, by rule active"}),
        ({"date": None}, {"date wrong": "none found"}),
        ({"date": {"value": "2024-03-15"}}, {"date wrong": "another"}),
    ],
)
def test_a_statement_that_was_found(gold, record_with, changes, expected):
    assert causes(gold, record_with("statements", **changes)) == expected


@pytest.mark.parametrize(
    ("words", "missed", "too_many"),
    [
        ("itu aman", "content overlaps too little, by head inside", "content overlaps too little, by head inside"),
        (
            "Polisi menangkap",
            "its cue was read with other content, by head inside",
            "its cue says something else, by head inside",
        ),
    ],
)
def test_a_statement_with_other_content(gold, record_with, here, words, missed, too_many):
    found = causes(gold, record_with("statements", content=[here(words)], why=INSIDE))
    assert (found["statement missed"], found["statement too many"]) == (missed, too_many)
    assert found["chain link missed"] == "its statement was missed"
    assert found["chain link too many"] == "its statement is none"


@pytest.mark.parametrize(
    ("cue", "language", "cause"),
    [
        ("kata", "id", "nothing there: its cue is in a table"),
        ("dalam", "id", "nothing there: its cue is in no table"),
        ("kata", "xx", "nothing there: its language has no tables"),
        (None, "id", "nothing there: it has no cue"),
    ],
)
def test_a_statement_with_nothing_in_its_place(gold, record_with, here, cue, language, cause):
    lines = gold.model_dump()
    lines["statements"][0]["cue"] = here(cue) if cue else None
    record = without(record_with(), "statements")
    record = record.model_copy(update={"document": record.document.model_copy(update={"language": language})})
    assert causes(GoldReport.model_validate(lines), record)["statement missed"] == cause


def test_a_statement_within_one_that_is_right_and_one_that_is_none(gold, record_with, here):
    content = (Span.model_validate(here("aman")),)
    inner = gold.statements[0].model_copy(update={"content": content, "cue": None, "chain": ()})
    lines = gold.model_copy(update={"statements": (*gold.statements, inner)})
    more = record_with("statements", id="s2", content=[here("tiga warga")], cue=None, why=why(cue="rule colon"))
    record = record_with()
    record = record.model_copy(update={"statements": (*record.statements, *more.statements)})
    found = causes(lines, record)
    assert found["statement missed"] == "stands within another that is right"
    assert found["statement too many"] == "no statement, by rule colon"


@pytest.mark.parametrize(
    ("link", "missed", "too_many"),
    [
        ({"role": "medium", "medium": "Nusakanta"}, "read as a medium", "a relay in the gold"),
        ({"role": "relay", "entity": "e2"}, "read as another actor", "another actor"),
        ({"role": "relay", "entity": "e2", "place": "Merawan"}, "nothing there", "no link, by rule chains"),
        ({"role": "relay", "entity": "e2", "place": "Ratna Widuri"}, "nothing there", "the speaker, by rule chains"),
    ],
)
def test_a_link(gold, record_with, here, link, missed, too_many):
    place = link.pop("place", None)
    reasons = why(role="rule chains") if place else ()
    medium = {"role": "medium", "medium": "surat", **here("surat")}
    chain = [medium, {**link, **here(place or "Nusakanta"), "why": reasons}, {"role": "outlet"}]
    found = causes(gold, record_with("statements", chain=chain))
    assert found == {"chain link missed": missed, "chain link too many": too_many}


@pytest.mark.parametrize(
    ("changes", "missed", "too_many"),
    [
        ({"kind": "injured"}, "other kind there, by head count", "other kind in the gold, by head count"),
        ({"minimum": 2}, "other bounds there, by head count", "other bounds in the gold, by head count"),
        ({"minimum": 2, "kind": "injured"}, "other kind and bounds there, by head count", None),
        ({"start": 1, "end": 9}, "nothing there", "no count, by head count"),
    ],
)
def test_a_count(gold, record_with, changes, missed, too_many):
    found = causes(gold, record_with("counts", why=why(kind="head count"), **changes))
    assert found["count missed"] == missed
    assert too_many in {None, found["count too many"]}


@pytest.mark.parametrize(
    ("part", "changes", "expected"),
    [
        ("counts", {"attributed_to": "s1"}, "told by a source, not the reporter"),
        ("events", {"attributed_to": "s1"}, "told by a source, not the reporter"),
        ("events", {"status": "planned"}, "another status"),
        ("events", {"status": "planned", "attributed_to": "s1"}, "another status; told by a source, not the reporter"),
        ("events", {"actors": [], "why": why(type="table arrest", actors="head actor")}, "actors, by head actor"),
        ("events", {"actors": [], "recipients": []}, "actors and recipients"),
    ],
)
def test_a_part_that_was_found(gold, record_with, part, changes, expected):
    assert list(causes(gold, record_with(part, **changes)).values()) == [expected]


def test_what_a_source_tells_in_the_reporters_voice_and_of_another_source(gold, record_with):
    told = gold.counts[0].model_copy(update={"attributed_to": "Tono"})
    line = gold.model_copy(update={"counts": (told,)})
    assert causes(line, record_with()) == {"count: who says so wrong": "told in the reporter's voice"}
    other = record_with("counts", attributed_to="s1")
    assert causes(line, other) == {"count: who says so wrong": "told by another source"}


@pytest.mark.parametrize(
    ("changes", "missed", "too_many"),
    [
        ({"type": "ASSAULT"}, "another type there, by table arrest", "another type in the gold, by table arrest"),
        (
            {"type": "ASSAULT", "trigger": {"start": 1, "end": 9}},
            "nothing there: its word is in a table",
            "no event, by table arrest",
        ),
    ],
)
def test_an_event(gold, record_with, changes, missed, too_many):
    found = causes(gold, record_with("events", why=why(type="table arrest"), **changes))
    assert found == {"event missed": missed, "event too many": too_many}


@pytest.mark.parametrize(
    ("changes", "missed", "too_many"),
    [
        ({"type": "member_of"}, "another type there, by rule words", "another type in the gold, by rule words"),
        ({"subject": "e4", "object": "e3"}, "the other direction there, by rule words", None),
        ({"object": "e0"}, "another pair there, by rule words", "another pair in the gold, by rule words"),
        ({"object": "e0", "start": 1, "end": 9}, "nothing there", "no relation, by rule words"),
    ],
)
def test_a_relation(gold, record_with, changes, missed, too_many):
    found = causes(gold, record_with("relations", why=why(type="rule words"), **changes))
    assert found["relation missed"] == missed
    assert too_many in {None, found["relation too many"]}


@pytest.mark.parametrize(
    ("trigger", "cause"),
    [
        ("menangkap", "nothing there: its word is in a table"),
        ("Merawan", "nothing there: its word is in no table"),
        (None, "nothing there"),
    ],
)
def test_an_event_with_nothing_in_its_place(gold, record_with, here, trigger, cause):
    place = Span.model_validate(here(trigger)) if trigger else None
    event = gold.events[0].model_copy(update={"trigger": place})
    found = causes(gold.model_copy(update={"events": (event,)}), without(record_with(), "events"))
    assert found == {"event missed": cause}


@pytest.mark.parametrize(
    ("name", "cause"),
    [("Tono", "told twice, by rule names"), ("Pak Tono", "told twice under another name, by rule names")],
)
def test_an_entity_that_is_told_twice(gold, record_with, name, cause):
    record = record_with()
    reasons = record_with("entities", 3, why=why(use="named", kind="rule names")).entities[3].why
    again = record.entities[3].model_copy(update={"id": "e9", "name": name, "why": reasons})
    # Of equal ones the later is right.
    found = causes(gold, record.model_copy(update={"entities": (again, *record.entities)}))
    assert found == {"entity too many": cause}


def test_a_relation_without_its_actor(gold, record_with):
    record = without(record_with(), "relations")
    record = record.model_copy(update={"entities": record.entities[:4]})
    assert causes(gold, record)["relation missed"] == "one of the two is no entity of the record"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": "place"}, {"entity kind wrong": "another, by table gazetteer"}),
        ({"kind": "group"}, {"entity missed": "read as a group, by table gazetteer"}),
        (
            {"name": "Budi"},
            {
                "entity missed": "its name was read as another's, by table gazetteer",
                "entity too many": "another is named there, by table gazetteer",
            },
        ),
        (
            {"name": "Budi", "mentions": [{"start": 1, "end": 9, "form": "name"}]},
            {"entity missed": "nothing there", "entity too many": "not in the gold, by table gazetteer"},
        ),
    ],
)
def test_an_entity(gold, record_with, changes, expected):
    record = without(record_with("entities", 3, why=why(kind="table gazetteer"), **changes), "relations")
    found = causes(gold.model_copy(update={"relations": ()}), record)
    assert found == expected


def test_an_entity_whose_name_the_text_does_not_have(gold, record_with):
    named = gold.entities[3].model_copy(update={"name": "Suhartono Wibawa"})
    line = gold.model_copy(update={"entities": (*gold.entities, named)})
    assert causes(line, record_with()) == {"entity missed": "not in the text by this name"}


def test_a_mistake_tells_how_sure_the_record_was(gold, record_with):
    reasons = [{"part": "cue", "by": "rule active", "score": 0.91}, {"part": "act", "by": "head act"}]
    record = record_with("statements", act="deny", confidence=0.8, why=reasons)
    (mistake,) = evaluate([gold], [record]).mistakes
    assert mistake.reasons == "80% sure · cue: rule active 0.91 · act: head act"


def test_the_most_frequent_cause_of_a_kind_comes_first():
    pairs = [("act wrong", "b"), ("act wrong", "c"), ("statement missed", "x"), ("act wrong", "c"), ("act wrong", "a")]
    found = by_cause(Mistake("t1", kind, "", cause=cause) for kind, cause in pairs)
    assert {kind: list(each) for kind, each in found.items()} == {
        "statement missed": ["x"],
        "act wrong": ["c", "a", "b"],
    }


def test_a_record_of_which_nothing_is_right_has_a_cause_for_all(gold, record_with):
    other = Record(konon="test", document=record_with().document)
    found = evaluate([gold], [other]).mistakes
    assert found
    assert all(mistake.cause for mistake in found)
