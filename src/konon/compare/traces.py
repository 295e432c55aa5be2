"""Traces of a report: numbers that it shares with reworded copies, whole or in part, and hardly with other reports.

MinHash with bands (Broder 1997; Indyk & Motwani 1998), over the stems of each sentence instead of the n-grams of the
whole report: a copy that was cut, put together of two, or reordered shares sentences, and one in other words and
another order of words shares most of their stems. `docs/why.md` tells what was measured. Archives keep traces, and take
out those of a report by making them again: they have to stay as they are.
"""

from hashlib import blake2b

import numpy as np

from konon.compare.bodies import Body

# Two sentences with half of their stems in common share a trace in one of three cases, with a tenth in one of 300.
_BANDS, _ROWS = 3, 3
# Fewer stems make no sentence of one's own.
_FEWEST = 4
# Of a report as long as a book these are enough, and any two choose the same.
_MOST = 400
_BITS = 48


def _constants(what: str, number: int) -> np.ndarray:
    """Odd numbers of 64 bits that are the same everywhere and for ever."""
    digests = [blake2b(f"{what} {at}".encode(), digest_size=8).digest() for at in range(number)]
    return np.array([int.from_bytes(digest) | 1 for digest in digests], dtype=np.uint64)


_FACTORS, _SHIFTS = _constants("factor", _BANDS * _ROWS), _constants("shift", _BANDS * _ROWS)
_MIX = _constants("mix", _ROWS)
_BAND = _constants("band", _BANDS)


def traces_of(body: Body) -> list[int]:
    """The traces of a report, sorted: up to three a sentence, numbers of 48 bits."""
    lines = [sorted(line.stems) for line in body.lines if len(line.stems) >= _FEWEST]
    if not lines:
        return []
    stems = np.array([stem for line in lines for stem in line], dtype=np.uint64)
    starts = np.cumsum([0, *map(len, lines[:-1])])
    # Multiply and shift (Dietzfelbinger et al. 1997): products are taken modulo 2**64, and their upper half is kept.
    hashes = (stems[:, None] * _FACTORS + _SHIFTS) >> np.uint64(32)
    least = np.minimum.reduceat(hashes, starts, axis=0).reshape(len(lines), _BANDS, _ROWS)
    keys = ((least * _MIX).sum(axis=2, dtype=np.uint64) * _FACTORS[0] + _BAND) >> np.uint64(64 - _BITS)
    return sorted(set(keys.ravel().tolist()))[:_MOST]
