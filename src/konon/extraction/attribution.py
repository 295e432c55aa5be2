"""In whose words a place of the report stands."""

from bisect import bisect_right

from konon.extraction.draft import Draft, StatementDraft


def innermost_statement(draft: Draft, start: int, end: int) -> StatementDraft | None:
    """The statement in whose content a place stands, the inner one where they are nested; None in the report's voice.

    The index is built at the first call: all statements have to be there by then.
    """
    rows = _content_rows(draft)
    number = bisect_right(rows, start, key=lambda row: row[0]) - 1
    while number >= 0:
        _, row_end, furthest, statement = rows[number]
        if furthest < end:
            return None
        if end <= row_end:
            return statement
        number -= 1
    return None


def _content_rows(draft: Draft) -> list[tuple[int, int, int, StatementDraft]]:
    """All content in order of place, an outer one first; each with the furthest end up to it."""
    rows = draft.content_rows
    if not rows and draft.statements:
        spans = [(start, end, said) for said in draft.statements for start, end in said.content]
        furthest = 0
        for start, end, said in sorted(spans, key=lambda span: (span[0], -span[1])):
            furthest = max(furthest, end)
            rows.append((start, end, furthest, said))
    return rows
