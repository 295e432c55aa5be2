"""Numbers of people and the events of their report that they belong to."""

import pytest

from konon.compare.tied import ties

from .builder import Counted, Happened, record


def tied(text, events, counts):
    return [(count.id, event.id, tie) for count, event, tie in ties(record(text, events=events, counts=counts))]


ATTACK, FLOOD = Happened(trigger="menyerang"), Happened(trigger="banjir", type="DISASTER")


@pytest.mark.parametrize(
    ("text", "events", "expected"),
    [
        ("Milisi menyerang pasar dan 14 orang tewas.", [ATTACK], [("c0", "v0", "sentence")]),
        ("Milisi menyerang pasar. Ada 14 orang tewas.", [ATTACK], [("c0", "v0", "paragraph")]),
        ("Milisi menyerang pasar.\n\nAda 14 orang tewas.", [ATTACK], [("c0", "v0", "report")]),
        ("Milisi menyerang pasar.\nAda banjir.\nAda 14 orang tewas.", [ATTACK, FLOOD], []),
        ("Ada banjir. Milisi menyerang pasar dan 14 orang tewas.", [FLOOD, ATTACK], [("c0", "v1", "sentence")]),
        ("Menteri bertemu warga dan 14 orang tewas.", [Happened(trigger="bertemu", type="CONSULT")], []),
        ("Milisi mengancam menyerang, 14 orang tewas.", [Happened(trigger="menyerang", status="hypothetical")], []),
    ],
)
def test_a_count_belongs_to_the_nearest_event_that_can_have_done_so(text, events, expected):
    assert tied(text, events, [Counted(words="14 orang", minimum=14, maximum=14)]) == expected


def test_what_the_record_ties_stays():
    text = "Ada banjir.\nMilisi menyerang pasar dan 14 orang tewas."
    counts = [Counted(words="14 orang", minimum=14, maximum=14, event=0)]
    assert tied(text, [FLOOD, ATTACK], counts) == [("c0", "v0", "record")]
