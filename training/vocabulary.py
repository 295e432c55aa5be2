"""The cut of the vocabulary: of 250,000 pieces those that Indonesian, Malay and English news use."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from konon.language.reader.units import Pieces, units

SIZE = 36_000
SPECIAL = 4
HELD_OUT = 100
LANGUAGES = ("id", "ms", "en")
LISTED = 60_000


def count(pieces: Pieces, weighted: Iterable[tuple[str, float]]) -> Counter[int]:
    """How often each piece occurs in texts, each with its weight."""
    counts: Counter[int] = Counter()
    for text, weight in weighted:
        for unit in units(text, ("nya",)):
            for piece in pieces.of(unit.text, space=unit.space):
                counts[piece] += weight
    return counts


def listed_words() -> Iterator[tuple[str, float]]:
    """The commonest words of each language, as written, with a capital and in capitals, with their share."""
    from wordfreq import top_n_list, word_frequency

    for language in LANGUAGES:
        for word in top_n_list(language, LISTED):
            share = word_frequency(word, language)
            yield from ((word, share), (word.capitalize(), share / 3), (word.upper(), share / 30))


def cut(base: Path, out: Path, texts: Iterable[str]) -> list[int]:
    """The kept pieces' old numbers in their new order; writes the cut tokenizer to `out`."""
    table = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = table["model"]["vocab"]
    pieces = Pieces(base / "tokenizer.json")
    seen = count(pieces, ((form, weight) for text in texts for form, weight in _forms(text)))
    total = seen.total() or 1
    listed = count(pieces, listed_words())
    shares = {piece: seen[piece] / total + listed[piece] / listed.total() for piece in {*seen, *listed}}
    kept = sorted(_kept(vocabulary, shares))
    table["model"]["vocab"] = [vocabulary[piece] for piece in kept]
    table["added_tokens"] = [token for token in table["added_tokens"] if token["id"] < SPECIAL]
    table["pre_tokenizer"] = table["post_processor"] = None
    out.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
    return kept


def numbers(base: Path, small: Path) -> list[int]:
    """The old numbers of the pieces of a cut tokenizer, in their new order."""
    whole, own = (json.loads(file.read_text(encoding="utf-8"))["model"]["vocab"]
                  for file in (base / "tokenizer.json", small))  # fmt: skip
    places = {text: number for number, (text, _) in enumerate(whole)}
    return [places[text] for text, _ in own]


def _forms(text: str) -> Iterator[tuple[str, float]]:
    yield from ((text, 1.0), (text.upper(), 0.03), (text.lower(), 0.03))


def _kept(vocabulary: list[tuple[str, float]], shares: Mapping[int, float]) -> set[int]:
    """The special pieces, every character that is used or Latin, then the commonest until the size is reached."""
    kept = set(range(SPECIAL))
    kept |= {
        number for number, (text, _) in enumerate(vocabulary)
        if len(text.lstrip("▁")) <= 1 and (number in shares or text < "ʰ" or (text[:1] == "▁" and text[1:] < "ʰ"))
    }  # fmt: skip
    for piece in sorted(shares, key=lambda piece: (-shares[piece], piece)):
        if len(kept) >= SIZE:
            break
        kept.add(piece)
    return kept


def cost(base: Pieces, small: Pieces, texts: Iterable[str]) -> dict[str, float]:
    """Pieces a unit before and after the cut, and the share of units that hold an unknown piece."""
    before = after = unknown = number = 0
    for text in texts:
        for unit in units(text, ("nya",)):
            number += 1
            before += len(base.of(unit.text, space=unit.space))
            own = small.of(unit.text, space=unit.space)
            after += len(own)
            unknown += 3 in own
    return {
        "before": round(before / number, 4),
        "after": round(after / number, 4),
        "unknown": round(unknown / number, 6),
    }
