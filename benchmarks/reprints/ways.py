"""Ways to look for reports that may have one text underneath: numbers that such reports share."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from types import MappingProxyType

import numpy as np

from konon.archive.terms import stem
from konon.compare.bodies import Body, body_of
from konon.compare.sentences import sentences
from konon.compare.traces import traces_of
from konon.record import Document
from reprints.pairs import Printed

Way = Callable[[str], list[int]]
# As the archive does it: so many reports for a number, so many candidates, of which each shares so many numbers.
_REMEMBERED, _COMPARED, _FEWEST = 40, 20, 2
_PRIME = (1 << 31) - 1
_chance = np.random.default_rng(1)
_FACTORS, _SHIFTS = (_chance.integers(1, _PRIME, 128).astype(np.uint64) for _ in range(2))


def recall(
    way: Way, reports: Sequence[Printed], kinds: Mapping[tuple[int, int], str]
) -> tuple[Counter[str], float, float]:
    """How many pairs of each kind are among the candidates of the later report; numbers and candidates a report."""
    holders: dict[int, list[int]] = {}
    hits: Counter[str] = Counter()
    numbers = candidates = 0
    for report in reports:
        made = way(report.text)
        numbers += len(made)
        shared = Counter(other for number in made for other in holders.get(number, ()))
        fewest = min(_FEWEST, WAYS_FEWEST.get(way, _FEWEST))
        likely = sorted((-number, other) for other, number in shared.items() if number >= fewest)[:_COMPARED]
        candidates += len(likely)
        hits.update(kinds[pair] for _, other in likely if (pair := (other, report.number)) in kinds)
        for number in made:
            listed = holders.setdefault(number, [])
            if len(listed) < _REMEMBERED:
                listed.append(report.number)
    return hits, numbers / len(reports), candidates / len(reports)


def minhash(text: str, *, bands: int, rows: int) -> list[int]:
    """Bands of a MinHash over the 3-grams of the whole report."""
    grams = np.array([_number(gram) % _PRIME for gram in _grams(text)], dtype=np.uint64)
    least = ((grams[:, None] * _FACTORS[: bands * rows] + _SHIFTS[: bands * rows]) % np.uint64(_PRIME)).min(axis=0)
    return [_number((band, *least[band * rows : band * rows + rows].tolist())) for band in range(bands)]


def grams(text: str, *, one_of: int) -> list[int]:
    """Every so-many-th 3-gram, by its number, so that all reports keep the same ones."""
    return sorted({number for gram in _grams(text) if (number := _number(gram)) % one_of == 0})


def stem_pairs(text: str, *, one_of: int) -> list[int]:
    """Every so-many-th pair of stems that stand beside each other, in either order."""
    pairs = {tuple(sorted(pair)) for line in _body(text).lines for pair in line.neighbours}
    return sorted({number for pair in pairs if (number := _number(pair)) % one_of == 0})


def _body(text: str) -> Body:
    return body_of(Document.of(text, language="id"), stem)


def _grams(text: str) -> list[tuple[str, ...]]:
    words = [word for sentence in sentences(text) for word in sentence.folded]
    return list(zip(words, words[1:], words[2:], strict=False))


def _number(things: object) -> int:
    return int.from_bytes(blake2b(repr(things).encode(), digest_size=6).digest())


def _few(text: str) -> list[int]:
    return minhash(text, bands=32, rows=4)


def _many(text: str) -> list[int]:
    return minhash(text, bands=32, rows=2)


WAYS: Mapping[str, Way] = MappingProxyType({
    "MinHash of the report's 3-grams, 32 bands of 4": _few,
    "MinHash of the report's 3-grams, 32 bands of 2": _many,
    "every 4th 3-gram": lambda text: grams(text, one_of=4),
    "every 2nd pair of stems": lambda text: stem_pairs(text, one_of=2),
    "MinHash of each sentence's stems, 3 bands of 3 (the archive's)": lambda text: traces_of(_body(text)),
})  # fmt: skip
# One band of a MinHash over the whole report is enough.
WAYS_FEWEST: Mapping[Way, int] = MappingProxyType({_few: 1, _many: 1})
