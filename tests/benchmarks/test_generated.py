"""The reports that benchmarks invent are records like any others, and the same each time."""

import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from konon.record.check import breaches


@pytest.fixture(scope="module")
def told():
    """The first reports that are invented."""
    folder = str(Path(__file__).parents[2] / "benchmarks")
    sys.path.insert(0, folder)
    from generated.stories import stories

    yield list(islice(stories(3), 60)), list(islice(stories(3), 60))
    sys.path.remove(folder)


def test_they_hold_what_must_hold_of_any_record(told):
    assert [breach for report in told[0] for breach in breaches(report.record)] == []


def test_they_are_the_same_from_the_same_seed(told):
    assert told[0] == told[1]


def test_some_reprint_another_of_their_story(told):
    stories = {report.number: report.story for report in told[0]}
    reprints = [report for report in told[0] if report.reprints is not None]
    assert 5 < len(reprints) < 40
    assert all(stories[report.reprints] == report.story for report in reprints)


def test_few_words_are_frequent_and_most_are_rare(told):
    words = Counter(word for report in told[0] for word in report.record.document.text.split())
    counts = sorted(words.values(), reverse=True)
    assert counts[0] > 20 * counts[len(counts) // 10]
    assert sum(count == 1 for count in counts) > len(counts) / 3
