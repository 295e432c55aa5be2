"""Chain links as the reader model sees them, joined to those that words of passing on have shown."""

from collections.abc import Iterator
from typing import Literal

from konon.extraction.draft import Draft, LinkDraft, StatementDraft
from konon.extraction.mentions import entity_covering
from konon.language.reader.reading import Window
from konon.language.reader.told import Scores, asked

Role = Literal["medium", "relay"]
# From this chance on words that no rule has read are a link; it belongs to the statement that they are tied to most.
NEW = 0.7
_ROLES: tuple[Role, ...] = ("medium", "relay")


def join_links(draft: Draft) -> None:
    """Tell of each link what decided it, and add those that the model is sure of and no rule has read."""
    told = asked(draft.analysis.reading)
    taken = []
    for statement in draft.statements:
        for link in statement.links:
            share = told.share("link", link.role, link.start, link.end) if told else None
            nested = statement.within is not None
            link.why.setdefault("link", ("rule nested" if nested else f"rule {link.role}", share))
            taken.append((link.start, link.end))
    for window in told.reading.windows if told else ():
        for role in _ROLES:
            for first, last, chance in _runs(window, role):
                place = window.units[first].start, window.units[last].end
                if not any(start < place[1] and place[0] < end for start, end in taken):
                    _add(draft, window, role, place, chance)


def _runs(window: Window, role: Role) -> Iterator[tuple[int, int, float]]:
    """The units that the model takes for links of a role, first and last, with their chance."""
    chances = window.probabilities("link")
    begin = window.labels["link"].index(f"B-{role}")
    for row in range(len(window.units)):
        if chances[row, begin] >= NEW:
            yield row, window.span_end("link", row), float(chances[row, begin])


def _add(draft: Draft, window: Window, role: Role, place: tuple[int, int], chance: float) -> None:
    """Give a link to the statement whose cue is tied to it most, where it is not a part of what was said."""
    entity = entity_covering(draft, *place) if role == "relay" else None
    statement = _owner(draft, window, place)
    if statement is None or (role == "relay" and (entity is None or entity is statement.source)):
        return
    words = draft.analysis.text[slice(*place)]
    link = LinkDraft(role, *place, entity=entity, medium=words if role == "medium" else None)
    link.why = {"link": (f"head {role}", chance)}
    if role == "medium":
        statement.links.insert(0, link)
    else:
        statement.links.append(link)


def _owner(draft: Draft, window: Window, place: tuple[int, int]) -> StatementDraft | None:
    best, found = 0.0, None
    rows = window.rows(*place)
    for statement in draft.statements:
        anchor = statement.cue[0] if statement.cue else statement.start
        if not window.start <= anchor < window.end or any(a < place[1] and place[0] < b for a, b in statement.content):
            continue
        scores: Scores = window.tied(window.rows(anchor, anchor + 1).start, "link")
        score = float(scores[rows.start : rows.stop].max())
        if score > best:
            best, found = score, statement
    return found
