"""Numbers of people and the events of their report that they belong to, as the record ties them."""

import konon
from konon.compare.tied import ties

from .builder import Counted, Happened, record

TEXT = "Ada banjir.\nMilisi menyerang pasar dan 14 orang tewas."


def test_what_the_record_ties_is_tied_and_nothing_else():
    events = [Happened(trigger="banjir", type="DISASTER"), Happened(trigger="menyerang")]
    counts = [
        Counted(words="14 orang", minimum=14, maximum=14, event=0),
        Counted(words="14", minimum=14, maximum=14, event=None),
    ]
    made = record(TEXT, events=events, counts=counts)
    assert [(count.id, event.id, tie) for count, event, tie in ties(made)] == [("c0", "v0", "record")]


def test_where_reading_tied_them_it_tells_by_what():
    made = konon.read("Banjir melanda Desa Sukarame pada Senin (4/5/2026). Sebanyak 14 orang tewas dalam banjir itu.")
    assert [(event.type, tie) for _, event, tie in ties(made)] == [("DISASTER", "paragraph")]
