"""`python -m konon.gazetteer.counting` prints how many entries and names of each kind the gazetteer has."""

import sys
from collections import Counter

from konon.gazetteer.index import entries


def counted() -> str:
    """A line for each kind of entry with the numbers of entries and of names, and one for all."""
    kinds = Counter(entry.kind for entry in entries())
    names = Counter(entry.kind for entry in entries() for _ in entry.aliases)
    lines = [f"{kind:<13}{kinds[kind]:>6}{names[kind]:>7}" for kind in sorted(kinds)]
    return "\n".join(["kind        entries  names", *lines, f"{'all':<13}{kinds.total():>6}{names.total():>7}"]) + "\n"


if __name__ == "__main__":
    sys.stdout.write(counted())
