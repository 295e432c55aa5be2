"""Groups of events: nothing in them contradicts, and no report is in one twice."""

from konon.compare.gathering import gathered


def groups(scores, reports=None, against=(), **options: list[tuple[int, int]]):
    reports = reports or {event: event for pair in scores for event in pair}
    pairs = {frozenset(pair) for pair in against}
    found = gathered(scores, reports, against=lambda one, other: frozenset((one, other)) in pairs, each=40, **options)
    return {tuple(sorted(group)) for group in found}


def test_what_is_alike_is_one_group_and_the_rest_stays_alone():
    assert groups({(1, 2): 0.9, (2, 3): 0.8, (4, 5): 0.6}) == {(1, 2, 3), (4, 5)}


def test_two_events_of_a_report_stay_apart():
    assert groups({(1, 2): 0.9, (2, 3): 0.6}, {1: 7, 2: 8, 3: 7}) == {(1, 2), (3,)}


def test_what_could_be_either_of_two_that_contradict_is_neither():
    assert groups({(1, 2): 0.7, (2, 3): 0.69}, against=[(1, 3)]) == {(1,), (2,), (3,)}


def test_what_is_far_more_like_one_of_them_is_joined_with_it():
    assert groups({(1, 2): 0.9, (2, 3): 0.6}, against=[(1, 3)]) == {(1, 2), (3,)}


def test_a_long_chain_does_not_become_one():
    chain = {(number, number + 1): 0.7 for number in range(1, 12)}
    assert max(map(len, groups(chain))) < 12


def test_decisions_come_first():
    scores = {(1, 2): 0.9}
    assert groups(scores, apart=[(1, 2)]) == {(1,), (2,)}
    assert groups(scores, {1: 7, 2: 8, 3: 7}, same=[(1, 3)]) == {(1, 2, 3)}


def test_the_order_of_what_is_given_does_not_matter():
    scores = {(1, 2): 0.7, (2, 3): 0.7, (3, 4): 0.7, (1, 4): 0.6}
    assert groups(scores) == groups(dict(reversed(scores.items())))
