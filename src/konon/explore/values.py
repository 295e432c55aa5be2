"""Parts of a record as the values of forms."""

from collections.abc import Iterable

from konon.archive.corrections.parts import Part
from konon.explore.places import Words
from konon.record import Count, Entity, Event, Mention, Record, Statement

Values = dict[str, list[str]]


def values_of(part: Part, record: Record) -> Values:
    """The values of a form that shows a part."""
    if isinstance(part, Entity):
        return _entity_values(part, record)
    if isinstance(part, Statement):
        return _statement_values(part, record)
    if isinstance(part, Event):
        return {
            **_placed("trigger", [Words.at(record, part.trigger.start, part.trigger.end)]), "type": [part.type],
            "mode": [part.mode or ""], "status": [part.status], "actors": list(part.actors),
            "recipients": list(part.recipients), "place": [part.place or ""],
            "date": [part.date.value if part.date else ""], "attributed_to": [part.attributed_to or ""],
        }  # fmt: skip
    shown = {**_placed("words", [Words.at(record, part.start, part.end)]), "attributed_to": [part.attributed_to or ""]}
    if isinstance(part, Count):
        bounds = ("" if value is None else str(value) for value in (part.minimum, part.maximum))
        return {**shown, **{name: [value] for name, value in zip(("minimum", "maximum"), bounds, strict=True)},
                "approximate": ["yes"] if part.approximate else [], "kind": [part.kind], "of": [part.of or ""],
                "event": [part.event or ""]}  # fmt: skip
    return {**shown, "subject": [part.subject], "type": [part.type], "object": [part.object]}


def _statement_values(said: Statement, record: Record) -> Values:
    links = [link for link in said.chain if link.role in {"medium", "relay"}]
    cue, source = said.cue, said.source_span
    return {
        **_placed("content", [Words.at(record, span.start, span.end) for span in said.content]),
        **_placed("cue", [Words.at(record, cue.start, cue.end)] if cue else []),
        **_placed("source_span", [Words.at(record, source.start, source.end)] if source else []),
        **_placed("link", [Words.at(record, link.start, link.end) for link in links]),
        "link.role": [link.role for link in links], "link.entity": [link.entity or "" for link in links],
        "source": [said.source or ""], "act": [said.act], "form": [said.form], "addressee": [said.addressee or ""],
        "date": [said.date.value if said.date else ""], "within": [said.within or ""],
        "answers": [said.answers or ""],
    }  # fmt: skip


def _entity_values(entity: Entity, record: Record) -> Values:
    aliases = dict.fromkeys(words_of(record, mention) for mention in entity.mentions if mention.form == "name")
    return {"name": [entity.name], "kind": [entity.kind],
            "aliases": ["\n".join(each for each in aliases if each != entity.name)]}  # fmt: skip


def _placed(name: str, places: Iterable[Words]) -> Values:
    listed = list(places)
    return {f"{name}.words": [each.words for each in listed], f"{name}.nth": [each.nth for each in listed]}


def words_of(record: Record, mention: Mention) -> str:
    """The words of a mention, however they are broken into lines."""
    return " ".join(record.quote(mention.start, mention.end).split())
