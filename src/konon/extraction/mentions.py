"""Who is mentioned where: entities by place in the report, and new entities for the stages that need them."""

from bisect import bisect_left

from konon.extraction.draft import Draft, EntityDraft, MentionDraft
from konon.language.reader.told import asked
from konon.record.vocabulary import EntityKind, MentionForm

Row = tuple[int, int, MentionDraft, EntityDraft]


def mention_rows(draft: Draft) -> list[Row]:
    """All mentions with their entities, in order of place; a longer one before a shorter at the same start."""
    rows = draft.mention_rows
    if len(rows) != sum(len(entity.mentions) for entity in draft.entities):
        rows[:] = sorted(
            ((mention.start, mention.end, mention, entity) for entity in draft.entities for mention in entity.mentions),
            key=lambda row: (row[0], -row[1], row[3].name),
        )
    return rows


def entities_in(draft: Draft, start: int, end: int) -> list[tuple[MentionDraft, EntityDraft]]:
    """The mentions that begin within a place, with their entities, in order of place."""
    rows = mention_rows(draft)
    first = bisect_left(rows, start, key=lambda row: row[0])
    last = bisect_left(rows, end, lo=first, key=lambda row: row[0])
    return [(mention, entity) for _, _, mention, entity in rows[first:last]]


def entity_covering(draft: Draft, start: int, end: int) -> EntityDraft | None:
    """The entity whose mention covers a place or overlaps it best; a person before the office that is named with it."""
    rows = mention_rows(draft)
    first = bisect_left(rows, end, key=lambda row: row[0])
    best: tuple[bool, int, int] | None = None
    found = None
    for row_start, row_end, _, entity in reversed(rows[max(0, first - 40) : first]):
        common = min(end, row_end) - max(start, row_start)
        if common <= 0:
            continue
        whole = row_start <= start and end <= row_end
        rank = (entity.kind == "person" or whole, common, row_start - row_end)
        if best is None or rank > best:
            best, found = rank, entity
    return found


def add_entity(
    draft: Draft, name: str, *, kind: EntityKind, start: int, end: int, form: MentionForm = "nominal"
) -> EntityDraft:
    """The entity of this name and kind, with one more mention; a new one where the report has none yet."""
    folded = name.casefold()
    entity = next((known for known in draft.entities if known.kind == kind and known.name.casefold() == folded), None)
    if entity is None:
        told = asked(draft.analysis.reading)
        share = told.share("nominal" if form != "name" else "names", kind, start, end) if told else None
        entity = EntityDraft(name, kind, why={"kind": ("rule nouns", share)})
        draft.entities.append(entity)
    add_mention(entity, start, end, form=form)
    return entity


def add_mention(entity: EntityDraft, start: int, end: int, *, form: MentionForm) -> None:
    """Note a mention, unless the entity has one at this very place."""
    if not any(mention.start == start and mention.end == end for mention in entity.mentions):
        entity.mentions.append(MentionDraft(start, end, form))
