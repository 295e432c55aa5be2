import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.reader.trees import heads


def is_tree(found):
    """Whether every word comes to the one root."""
    for start in range(len(found)):
        seen, node = set(), start
        while node != -1:
            if node in seen:
                return False
            seen.add(node)
            node = found[node]
    return found.count(-1) == 1


def total(found, arcs, root):
    return sum(root[word] if head == -1 else arcs[word, head] for word, head in enumerate(found))


def best(arcs, root):
    """The best of all trees, by trying them all."""
    size = len(root)
    trees = (list(tree) for tree in itertools.product(range(-1, size), repeat=size))
    return max(total(tree, arcs, root) for tree in trees if is_tree(tree))


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_tree_is_found(size, seed):
    chance = np.random.default_rng(seed)
    arcs, root = chance.normal(size=(size, size)), chance.normal(size=size)
    found = heads(arcs, root)
    assert is_tree(found)
    assert total(found, arcs, root) == pytest.approx(best(arcs, root))


def test_a_circle_is_opened_where_it_costs_least():
    arcs = np.array([[0.0, 9.0, 0.0], [9.0, 0.0, 0.0], [5.0, 0.0, 0.0]])
    assert heads(arcs, np.array([1.0, 0.0, 0.0])) == [-1, 0, 0]


def test_no_words_no_heads():
    assert heads(np.zeros((0, 0)), np.zeros(0)) == []
