import numpy as np
import pytest
from training.scores import entity_scores, spans

from konon.language.reader.decoding import names_of

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


@pytest.mark.parametrize(
    ("scores", "labels"),
    [
        ([[0, 1, 0, 0, 0], [0, 0, 3, 0, 0]], ["B-PER", "I-PER"]),
        ([[0, 0, 5, 0, 0]], ["O"]),
        ([[0, 2, 0, 1.5, 0], [0, 0, 0, 0, 4]], ["B-LOC", "I-LOC"]),
        ([], []),
    ],
)
def test_no_name_begins_inside(scores, labels):
    assert names_of(np.array(scores, np.float32), LABELS) == labels


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["B-PER", "I-PER", "O", "B-LOC"], {(0, 2, "PER"), (3, 4, "LOC")}),
        (["B-PER", "B-PER"], {(0, 1, "PER"), (1, 2, "PER")}),
        (["O", "I-LOC", "I-LOC"], {(1, 3, "LOC")}),
        (["O"], set()),
    ],
)
def test_spans_of_labels(labels, found):
    assert spans(labels) == found


def test_scores_count_whole_names():
    scores = entity_scores([(["B-PER", "O"], ["B-PER", "I-PER"]), (["B-LOC"], ["B-LOC"])])
    assert scores == {"LOC": 1.0, "PER": 0.0, "all": 0.5}
