"""Invented words that are as frequent as words of a language are: few are everywhere, most are rare."""

from collections.abc import Iterator
from itertools import accumulate
from random import Random

# Words that hold sentences together, the most frequent first; what follows them in the order of frequency is invented.
_HOLDING = (  # noqa: SIM905 - as a list it would be forty lines
    "yang dan di itu untuk dengan dari pada ini dalam tidak akan ke juga oleh telah sudah ada bisa para sebagai karena "
    "saat mereka kami kita bahwa tersebut lebih atau harus masih agar setelah hingga antara menjadi belum lagi"
).split()
_FIRST = tuple("bcdghjklmnprstw")
_VOWELS = "aaaaiiuueo"
_LAST = ("", "", "", "n", "ng", "r", "s", "k", "t", "l", "m")
# How a root is printed, and how often: stems bring these together.
_SHAPES = (
    ("{}", 60), ("me{}", 8), ("di{}", 8), ("ber{}", 6), ("ter{}", 4), ("{}an", 6), ("ke{}an", 4), ("pe{}an", 4),
)  # fmt: skip
SIZE = 60_000
_FLATTENED, _STEEPNESS = 2.7, 1.05


def syllables(chance: Random, least: int = 2, most: int = 3) -> str:
    """An invented word of so many syllables."""
    number = chance.randint(least, most)
    return "".join(chance.choice(_FIRST) + chance.choice(_VOWELS) + _end(chance, last=at + 1 == number)
                   for at in range(number))  # fmt: skip


def _end(chance: Random, *, last: bool) -> str:
    return chance.choice(_LAST) if last or chance.random() < 0.2 else ""


def distinct(chance: Random, number: int, least: int = 2, most: int = 3) -> list[str]:
    """So many invented words, each once."""
    found: dict[str, None] = {}
    while len(found) < number:
        found[syllables(chance, least, most)] = None
    return list(found)


class Words:
    """Words by how frequent they are (`ranked`): the n-th as 1/(n + 2.7)^1.05, after Zipf and Mandelbrot."""

    def __init__(self, seed: int) -> None:
        chance = Random(seed)
        self.ranked = [*_HOLDING, *_printed(chance, distinct(chance, SIZE - len(_HOLDING)))]
        self._heaped = list(accumulate(1 / (rank + _FLATTENED) ** _STEEPNESS for rank in range(1, SIZE + 1)))

    def some(self, chance: Random, number: int) -> list[str]:
        """So many words, as they come in a text."""
        return chance.choices(self.ranked, cum_weights=self._heaped, k=number)

    def topic(self, chance: Random, number: int) -> list[str]:
        """So many words that are rare elsewhere, and that a story has often."""
        return [self.ranked[chance.randrange(300, SIZE)] for _ in range(number)]


def _printed(chance: Random, roots: list[str]) -> Iterator[str]:
    shapes, weights = zip(*_SHAPES, strict=True)
    heaped = list(accumulate(weights))
    for place, root in enumerate(roots):
        # Some roots are printed in several shapes.
        printed = roots[chance.randrange(place)] if place and chance.random() < 0.4 else root
        yield chance.choices(shapes, cum_weights=heaped)[0].format(printed)
