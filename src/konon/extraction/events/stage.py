"""The stage `events`: from event words to events, each told once."""

from konon.extraction.draft import Draft, EventDraft
from konon.extraction.events.arguments import Parts, readable
from konon.extraction.events.cast import Cast
from konon.extraction.events.circumstances import date_of, located, place_of, status_of
from konon.extraction.events.learned import Judge
from konon.extraction.events.match import Match, matches
from konon.extraction.events.merge import Told, give_officers, merged, name_cases
from konon.extraction.events.scene import Scene
from konon.extraction.events.table import event_table
from konon.extraction.stage import stage
from konon.language.base import Language
from konon.language.reader.told import asked

_WITHOUT_PARTS = ("DISASTER", "ACCIDENT")


@stage("events", needs={"entities", "statements"}, gives={"events"})
def events(draft: Draft, language: Language) -> None:
    """Add the events of the report, in the order of their triggers."""
    scene = Scene(draft, language, event_table(language))
    cast = Cast(scene)
    told: list[Told] = []
    done = 0
    for found in matches(scene):
        if found[0].first < done:
            continue
        for match, parts in readable(scene, found, cast):
            done = match.last
            event = _event(scene, match, parts)
            if event is not None:
                definite = scene.within(match.last, "definite") or _held(scene, match)
                sentence = scene.sentence(match.first).first
                told.append(Told(match, event, sentence, definite, located(scene, match)))
            break
    told_by_model = asked(draft.analysis.reading)
    judge = Judge(scene, cast, told_by_model) if told_by_model else None
    if judge is not None:
        told = judge.believed(told)
    name_cases(told, cast.is_case_noun)
    give_officers(told)
    draft.events += merged(told)
    if judge is not None:
        for event in draft.events:
            judge.cast_parts(event)
        draft.events += judge.missed(draft.events)
        draft.events.sort(key=lambda event: event.trigger)
    cast.drop_unused(entity for event in draft.events for entity in (*event.actors, *event.recipients))


def _event(scene: Scene, match: Match, parts: Parts) -> EventDraft | None:
    trigger = scene.tokens[match.first + match.form.head]
    said = scene.said(match.first)
    status = status_of(scene, match, said)
    if status is None or (said is not None and said.act == "threaten"):
        return None
    row = match.form.trigger
    return EventDraft(
        row.type, (trigger.start, trigger.end), row.mode,
        [] if row.type in _WITHOUT_PARTS else parts.actors, [] if row.type in _WITHOUT_PARTS else parts.recipients,
        place_of(scene, match.last), date_of(scene, match.first), status, said, {"type": (f"table {row.family}", None)},
    )  # fmt: skip


def _held(scene: Scene, match: Match) -> bool:
    """Whether words for whose it is stand before the one that points back: *serangan Israel ini*."""
    holder = scene.starts.get(match.last)
    return holder is not None and holder.entity is not None and scene.within(holder.last, "definite")
