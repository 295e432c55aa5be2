import pytest
from training.batches import TIES, pairs
from training.parts import UNSURE, label_parts
from training.reports import mentions, plain
from training.weak import as_gold

from konon import read

NOTHING = {"entities": [], "statements": [], "events": [], "counts": [], "relations": []}
TEXT = "Kapal Biru menyerang Teluk Lama, kata Rani.\nRani memimpin Kapal Biru. Lima nelayan tewas."


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


@pytest.fixture
def sample():
    entities = [
        {"name": "Kapal Biru", "kind": "armed_group"},
        {"name": "Teluk Lama", "kind": "place"},
        {"name": "Rani", "kind": "person"},
    ]
    record = {
        "entities": entities,
        "statements": [
            {"content": [span("Kapal Biru menyerang Teluk Lama")], "cue": span("kata"), "source_span": span("Rani"),
             "act": "accuse", "source": "Rani", "chain": [{"role": "medium", "span": span("Lima")}]},
        ],
        "events": [{"type": "ASSAULT", "status": "happened", "trigger": span("menyerang"), "actors": ["Kapal Biru"],
                    "recipients": ["Teluk Lama"]}],
        "counts": [{"span": span("Lima nelayan"), "kind": "killed"}],
        "relations": [{"subject": "Rani", "type": "leads", "object": "Kapal Biru",
                       "evidence": span("Rani memimpin Kapal Biru")}],
    }  # fmt: skip
    sample = plain(TEXT, entities, ())
    label_parts(sample, TEXT, record, mentions(TEXT, entities))
    return sample


def words(sample, task, label):
    return [sample.units[unit].text for unit, own in sample.labels[task].items() if own == label]


@pytest.mark.parametrize(
    ("task", "label", "expected"),
    [
        ("cue", "B", ["kata"]),
        ("source", "B", ["Rani"]),
        ("content", "I", ["Biru", "menyerang", "Teluk", "Lama"]),
        ("event", "ASSAULT", ["menyerang"]),
        ("status", "happened", ["menyerang"]),
        ("count", "killed", ["Lima", "nelayan"]),
        ("link", "B-medium", ["Lima"]),
    ],
)
def test_labels_stand_on_the_units_of_their_places(sample, task, label, expected):
    assert words(sample, task, label) == expected


def test_ties_hold_between_first_units(sample):
    told = {(sample.units[one].text, sample.units[other].text, label) for one, other, label in sample.ties}
    assert {("menyerang", "Kapal", "actor"), ("menyerang", "Teluk", "recipient"), ("kata", "Rani", "speaker"),
            ("kata", "Biru", "inside"), ("kata", "Lima", "link"), ("Rani", "Kapal", "leads")} <= told  # fmt: skip


def test_a_cue_is_tied_to_all_mentions_of_its_source(sample):
    speakers = [other for _, other, label in sample.ties if label == "speaker"]
    assert [sample.units[unit].start for unit in sorted(set(speakers))] == [38, 44]


def test_a_statement_has_its_act_by_its_cue_and_its_content(sample):
    ((cue, content, act),) = sample.told
    assert sample.units[cue].text == "kata"
    assert [sample.units[unit].text for unit in content] == ["Kapal", "Biru", "menyerang", "Teluk", "Lama"]
    assert act == "accuse"


def test_those_without_a_name_are_learnt_apart():
    text = "Seorang nelayan melapor. Rani mendengar."
    entities = [{"name": "nelayan", "kind": "person", "aliases": ["Rani"]}]
    sample = plain(text, entities, ())
    label_parts(sample, text, {**NOTHING, "entities": entities}, mentions(text, entities))
    assert words(sample, "nominal", "B-person") == ["nelayan"]


def test_a_relation_is_unsure_where_its_words_do_not_stand(sample):
    unsure = [(one, other) for one, other, label in sample.ties if label == UNSURE]
    assert (sample.ties[-1][0], sample.ties[-1][1]) in unsure
    learnt = {(one, other) for one, other, label, _ in pairs(sample).tolist() if TIES[label] == "leads"}
    assert learnt
    assert not learnt & set(unsure)


def test_pairs_that_are_not_tied_are_learnt_as_such(sample):
    found = {
        (sample.units[one].text, sample.units[other].text): tied
        for one, other, label, tied in pairs(sample).tolist() if TIES[label] == "actor"
    }  # fmt: skip
    assert found[("menyerang", "Kapal")] == 1
    assert found[("menyerang", "Teluk")] == 0


def test_ties_move_with_their_units(sample):
    cut = sample.part(1, len(sample.units))
    assert {(one + 1, other + 1, label) for one, other, label in cut.ties} <= set(sample.ties)
    assert cut.marks["trigger"] == [unit - 1 for unit in sample.marks["trigger"]]


def test_a_word_of_an_event_has_no_label_elsewhere():
    text = "Mereka menyerang. Serangan itu berat."
    sample = plain(text, [], ())
    event = {
        "type": "ASSAULT",
        "status": "happened",
        "trigger": {"start": 18, "end": 26},
        "actors": [],
        "recipients": [],
    }
    label_parts(sample, text, {**NOTHING, "events": [event]}, [])
    assert sample.labels["event"] == {0: "O", 2: "O", 3: "ASSAULT", 4: "O", 5: "O", 6: "O"}


def test_a_record_takes_the_form_of_gold():
    told = as_gold(read("Lima nelayan tewas di Teluk Lama, kata Rani dalam keterangan tertulis, Senin (3/2/2025)."))
    assert {link["role"] for link in told["statements"][0]["chain"]} == {"medium"}
    assert told["counts"][0]["span"]["start"] == 0
