"""Places in a report as people tell them: words of the text, and which time they occur."""

import re
from dataclasses import dataclass
from itertools import islice

from konon.record import Record, Span


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text, and which of their occurrences is meant, counted from 1; empty for none."""

    words: str = ""
    nth: str = ""

    @classmethod
    def at(cls, record: Record, start: int | None, end: int | None) -> "Words":
        """The words at a place."""
        if start is None or end is None:
            return cls()
        words = record.quote(start, end)
        number = sum(1 for place in occurrences(record, words) if place.start <= start)
        several = len(list(islice(occurrences(record, words), 2))) > 1
        return cls(" ".join(words.split()), str(number) if several else "")


def occurrences(record: Record, words: str) -> "list[Span]":
    """All places of these words, however they are broken into lines."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    # Looking ahead finds those too that overlap.
    found = re.finditer(f"(?=({pattern}))", record.document.text) if pattern else ()
    return [Span(start=match.start(1), end=match.end(1)) for match in found]


def whole(record: Record, words: str) -> "list[Span]":
    """The places of these words that are no part of a longer word."""
    text = record.document.text
    return [span for span in occurrences(record, words)
            if not (span.start and text[span.start - 1].isalnum() and text[span.start].isalnum())
            and not (span.end < len(text) and text[span.end].isalnum() and text[span.end - 1].isalnum())]  # fmt: skip
