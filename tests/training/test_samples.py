import pytest
from training.reports import named, plain
from training.samples import Sample, joined
from training.scores import Node, raw_scores
from training.treebanks import endings, name_sample, sentences, tree_sample

from konon.language.reader.units import units

CONLLU = """# text = Ia membacanya, lalu pergi.
1\tIa\tia\tPRON\t_\t_\t2\tnsubj\t_\t_
2-3\tmembacanya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tmembaca\tbaca\tVERB\t_\t_\t0\troot\t_\t_
3\tnya\tnya\tPRON\t_\t_\t2\tobj\t_\t_
4\t,\t,\tPUNCT\t_\t_\t6\tpunct\t_\t_
5\tlalu\tlalu\tCCONJ\t_\t_\t6\tcc\t_\t_
6\tpergi\tpergi\tVERB\t_\t_\t2\tconj\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def bank(tmp_path):
    file = tmp_path / "bank.conllu"
    file.write_text(CONLLU + "\n" + CONLLU, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Katanya, 20.500 orang", ["Kata", "nya", ",", "20", ".", "500", "orang"]),
        ("anya", ["anya"]),
        ("ke-3", ["ke", "-", "3"]),
        ("", []),
    ],
)
def test_units(text, parts):
    assert [unit.text for unit in units(text, ("nya",))] == parts


def test_words_that_share_a_token_have_places_of_their_own(bank):
    first = next(sentences(bank))
    assert [first.text[word.start : word.end] for word in first.words][:4] == ["Ia", "membaca", "nya", ","]


def test_endings_come_from_the_treebank(bank):
    assert endings([bank]) == ("nya",)


def test_a_tree_stands_on_first_units_and_moves_when_joined(bank):
    sample = tree_sample(next(sentences(bank)), ("nya",))
    assert sample.labels["head"] == {0: 1, 1: -1, 2: 1, 3: 5, 4: 5, 5: 1, 6: 1}
    assert sample.labels["begin"] == {2: 1, 3: 1, 6: 1}
    both = joined([sample, sample])
    assert both.labels["head"][7] == 8
    assert both.labels["head"][8] == -1
    assert both.part(7, 14).labels == sample.labels


def test_spaces_are_put_where_a_writer_puts_them():
    words = [('"', "O"), ("Ya", "O"), (",", "O"), ('"', "O"), ("kata", "O"), ("Rudi", "B-PER")]
    sample = name_sample(words, "names3", (), None)
    assert [unit.space for unit in sample.units] == [True, False, False, False, True, True]
    assert sample.labels["names3"][5] == "B-PER"


def test_the_longest_name_is_found_first():
    entities = [{"name": "Bank Laut", "kind": "organization"}, {"name": "Laut", "kind": "place"}]
    assert named("Bank Laut di Laut", entities) == [(0, 9, "organization"), (13, 17, "place")]


def test_a_phrase_is_no_name():
    assert named("Salah satu nelayan pulang", [{"name": "Salah satu nelayan", "kind": "person"}]) == []


def test_lines_tell_sentence_ends():
    sample = plain("Ia pulang.\nIa tidur", [], ())
    assert sample.labels["end"] == {0: 0, 1: 0, 2: 1, 3: 0}
    assert isinstance(sample, Sample)


def test_raw_scores_align_words_by_letters():
    gold = [Node(0, 2, "PRON", 1, "nsubj"), Node(2, 7, "VERB", -1, "root")]
    split = [Node(0, 2, "PRON", 2, "nsubj"), Node(2, 4, "VERB", 2, "x"), Node(4, 7, "VERB", -1, "root")]
    assert raw_scores(gold, gold, ({(0, 7)}, {(0, 7)}))["las"] == 1.0
    assert raw_scores(split, gold, ({(0, 7)}, {(0, 7)}))["words"] == 0.4


def test_what_hangs_on_a_lost_unit_is_left_out():
    sample = Sample([*units('"Pergi," kata Rani.', ())])
    sample.told = [(4, (1,), "say"), (4, (0,), "say")]
    sample.ties = [(4, 5, "speaker"), (0, 5, "speaker")]
    sample.put("cue", 4, "B")
    rest = sample.without(frozenset({0, 3}))
    assert [unit.text for unit in rest.units] == ["Pergi", ",", "kata", "Rani", "."]
    assert rest.told == [(2, (0,), "say")]
    assert rest.ties == [(2, 3, "speaker")]
    assert rest.labels["cue"] == {2: "B"}
