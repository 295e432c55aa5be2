"""Each kind of error costs the lines that it should, and is noted under its kind."""

import pytest

from konon.evaluation import KINDS, evaluate
from konon.evaluation.sheet import LINES

WHO, ACT = "statements: content + source", "statements: content + source + act"
VALUE, WHO_SAYS = "counts: value + kind", "counts: value + kind + who says so"
PARTIES, TOLD = "events: type + actors + recipients", "events: all that, status and who says so"


def test_the_record_that_says_what_the_gold_says_is_right_in_every_line(gold, record_with):
    evaluation = evaluate([gold], [record_with()])
    assert {line: tally.f1 for line, tally in evaluation.tallies.items()} == dict.fromkeys(LINES, 1.0)
    assert (evaluation.mistakes, evaluation.breaches, evaluation.matched) == ([], [], 1)


@pytest.mark.parametrize(
    ("part", "changes", "noted"),
    [
        ("statements", {"source": "e3"}, ({"source wrong"}, {WHO, ACT})),
        ("statements", {"source": None}, ({"source wrong"}, {WHO, ACT})),
        ("statements", {"act": "deny"}, ({"act wrong"}, {ACT})),
        ("statements", {"form": "mixed"}, ({"form wrong"}, {"statements: form, of those found"})),
        ("statements", {"chain": [{"role": "outlet"}]}, ({"chain link missed"}, {"chain links"})),
        ("statements", {"date": None}, ({"date wrong"}, {"dates"})),
        ("statements", {"date": {"value": "2024-03-13"}}, ({"date wrong"}, {"dates"})),
        ("events", {"date": {"value": "2024-03-14"}}, ({"date too many"}, {"dates"})),
        ("events", {"type": "ASSAULT"}, ({"event missed", "event too many"}, {"events: type", PARTIES, TOLD})),
        ("events", {"actors": ["e3"]}, ({"event: actors or recipients wrong"}, {PARTIES, TOLD})),
        ("events", {"recipients": []}, ({"event: actors or recipients wrong"}, {PARTIES, TOLD})),
        ("events", {"status": "planned"}, ({"event: status or who says so wrong"}, {TOLD})),
        ("events", {"attributed_to": "s1"}, ({"event: status or who says so wrong"}, {TOLD})),
        ("counts", {"maximum": None}, ({"count missed", "count too many"}, {VALUE, WHO_SAYS})),
        ("counts", {"attributed_to": "s1"}, ({"count: who says so wrong"}, {WHO_SAYS})),
        ("relations", {"type": "member_of"}, ({"relation missed", "relation too many"}, {"relations"})),
        ("relations", {"subject": "e4", "object": "e3"}, ({"relation missed", "relation too many"}, {"relations"})),
        ("entities", {"kind": "place"}, ({"entity kind wrong"}, {"entities"})),
        ("entities", {"kind": "group"}, ({"entity missed"}, {"entities"})),
    ],
)  # fmt: skip
def test_an_error_costs_its_lines_alone(gold, record_with, part, changes, noted):
    kinds, lines = noted
    evaluation = evaluate([gold], [record_with(part, **changes)])
    assert {mistake.kind for mistake in evaluation.mistakes} == kinds <= set(KINDS)
    assert {line for line, tally in evaluation.tallies.items() if tally.f1 < 1} == lines


def test_content_far_off_is_missed_and_too_many(gold, record_with, here):
    evaluation = evaluate([gold], [record_with("statements", content=[here("aman")])])
    assert {"statement missed", "statement too many"} <= {mistake.kind for mistake in evaluation.mistakes}
    assert evaluation.tallies["statements: content, by character"].row()["right"] == 0


def test_content_nearly_right_counts_and_its_characters_are_counted(gold, record_with, here):
    evaluation = evaluate([gold], [record_with("statements", content=[here("Jembatan itu")])])
    assert evaluation.tallies["statements: content"].f1 == 1.0
    assert evaluation.tallies["statements: content, by character"].row()["right"] == len("Jembatan itu")


@pytest.mark.parametrize("name", ["Ratna", "Gubernur Ratna Widuri", "RATNA WIDURI"])
def test_a_short_or_titled_name_is_the_same_entity(gold, record_with, name):
    assert evaluate([gold], [record_with("entities", name=name)]).tallies["entities"].f1 == 1.0


def test_a_report_without_record_counts_as_read_with_nothing_found(gold):
    evaluation = evaluate([gold], [])
    assert evaluation.breaches == ["t1: no record with exactly this text"]
    tally = evaluation.tallies["entities"]
    assert (tally.right, tally.predicted, tally.gold, tally.f1) == (0, 0, 5, 0.0)


def test_the_first_record_of_a_text_counts(gold, record_with):
    evaluation = evaluate([gold], [record_with(), record_with("statements", act="deny")])
    assert (evaluation.matched, evaluation.mistakes) == (1, [])


def test_a_broken_record_is_told(gold, record_with):
    evaluation = evaluate([gold], [record_with("events", actors=["nobody"])])
    assert [breach for breach in evaluation.breaches if "nobody" in breach]


def test_the_table_has_a_line_a_score(gold, record_with):
    table = evaluate([gold], [record_with()]).table().splitlines()
    assert table[0].startswith("1 of 1 reports matched; 0 breaches")
    assert [line[:44].rstrip() for line in table[1:]] == list(LINES)
