"""Counts as the reader model sees them, joined to what the words around a number tell."""

from collections.abc import Iterable

from konon.extraction.counted import Counted
from konon.extraction.draft import Why
from konon.extraction.happenings import Sentence
from konon.language.reader.told import Told
from konon.record.vocabulary import COUNT_KINDS, CountKind

# Below LEAST a number that rules have taken counts nobody; from NEW on one that they haven't does, or is of the model's
# kind.
LEAST, NEW, OTHER = 0.1, 0.6, 0.9
_KINDS: dict[str, CountKind] = {kind: kind for kind in COUNT_KINDS}  # type: ignore[misc]


def weighed(
    sentence: Sentence, found: Iterable[tuple[Counted, CountKind]], told: Told | None, *, known: Iterable[Counted]
) -> list[tuple[Counted, CountKind, Why]]:
    """The counts of a sentence after the model has spoken, in order, and why; numbers `known` are told already."""
    if told is None:
        return [(counted, kind, {"kind": ("rule happening", None)}) for counted, kind in found]
    kinds = {id(counted): kind for counted, kind in found}
    skipped = {id(counted) for counted in known}
    kept = []
    for counted in sentence.counted:
        if id(counted) in skipped:
            continue
        kind, chance = _judged(sentence, counted, kinds.get(id(counted)), told)
        if kind is not None:
            by = "rule happening" if kind == kinds.get(id(counted)) else "head count"
            kept.append((counted, kind, {"kind": (by, chance)}))
    return kept


def _judged(
    sentence: Sentence, counted: Counted, kind: CountKind | None, told: Told
) -> tuple[CountKind | None, float | None]:
    """The kind of a number, if it counts people, and the model's chance of it."""
    start = counted.number.start
    end = max(counted.number.end, sentence.tokens[counted.last - 1].end)
    chances, window = told.chances("count", start, end), told.window(start)
    if chances is None or window is None:
        return kind, None
    names = window.labels["count"]
    mean = chances.mean(0)
    best = int(mean[1:].argmax()) + 1
    if kind is None and mean[best] < NEW:
        return None, None
    if kind is not None and 1 - mean[0] < LEAST:
        return None, None
    chosen = _KINDS[names[best]] if kind is None or mean[best] >= OTHER else kind
    return chosen, float(mean[names.index(chosen)])
