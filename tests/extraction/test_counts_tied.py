"""Numbers of people and the events of their report that did so to them."""

import pytest

from konon.extraction.counts_tied import counted_events
from konon.extraction.draft import CountDraft, Draft, EventDraft
from konon.language.base import language
from konon.language.segments import segment
from konon.record.document import Document

INDONESIAN = language("id")
ATTACK, FLOOD = ("menyerang", "ASSAULT", "happened"), ("banjir", "DISASTER", "happened")
MEETING, THREAT = ("bertemu", "CONSULT", "happened"), ("menyerang", "ASSAULT", "hypothetical")


@pytest.mark.parametrize(
    ("text", "events", "expected"),
    [
        ("Milisi menyerang pasar dan 14 orang tewas.", [ATTACK], ("menyerang", "rule sentence")),
        ("Milisi menyerang pasar. Ada 14 orang tewas.", [ATTACK], ("menyerang", "rule paragraph")),
        ("Milisi menyerang pasar.\n\nAda 14 orang tewas.", [ATTACK], ("menyerang", "rule report")),
        ("Milisi menyerang pasar.\nAda banjir.\nAda 14 orang tewas.", [ATTACK, FLOOD], None),
        ("Ada banjir. Milisi menyerang pasar dan 14 orang tewas.", [FLOOD, ATTACK], ("menyerang", "rule sentence")),
        ("Menteri bertemu warga dan 14 orang tewas.", [MEETING], None),
        ("Milisi mengancam menyerang, 14 orang tewas.", [THREAT], None),
    ],
)
def test_a_count_belongs_to_the_nearest_event_that_can_have_done_so(text, events, expected):
    draft = Draft(segment(Document.of(text, language="id"), INDONESIAN))
    for word, kind, status in events:
        start = text.index(word)
        draft.events.append(EventDraft(kind, (start, start + len(word)), status=status))
    start = text.index("14 orang")
    count = CountDraft(start, start + len("14 orang"), 14, 14, approximate=False, kind="killed")
    draft.counts.append(count)
    counted_events.work(draft, INDONESIAN)
    if expected is None:
        assert count.event is None
    else:
        assert (text[slice(*count.event.trigger)], count.why["event"][0]) == expected
