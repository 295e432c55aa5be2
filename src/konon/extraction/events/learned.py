"""Events as the reader model sees them, joined to those that the table's words have found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from konon.extraction.draft import EntityDraft, EventDraft, Place
from konon.extraction.events.cast import Cast
from konon.extraction.events.circumstances import date_of, place_of
from konon.extraction.events.merge import Told as Mention
from konon.extraction.events.scene import Phrase, Scene
from konon.extraction.mentions import add_entity
from konon.language.reader.reading import Window
from konon.language.reader.told import Told
from konon.record.vocabulary import EVENT_TYPES, MODES, EntityKind, EventType

# Below LEAST a word of the table tells no event; from NEW on a word that isn't in it tells one.
LEAST, NEW = 0.02, 0.6
# What a rule's word for a participant is worth beside the score of a tie, and what score one takes part from.
RULE, PART = 6.0, 3.0
WITHOUT_PARTS = ("DISASTER", "ACCIDENT")
Role = Literal["actor", "recipient"]
_UNNAMED: dict[str, EntityKind] = {"person": "person", "group": "group", "organization": "organization"}
_TYPES: dict[str, EventType] = {name: name for name in EVENT_TYPES}  # type: ignore[misc]


@dataclass
class Judge:
    """What the model says of the events of a scene."""

    scene: Scene
    cast: Cast
    told: Told

    def chance(self, event: EventDraft) -> float:
        """The chance that an event's trigger tells an event of its type."""
        window = self.told.window(event.trigger[0])
        chances = self.told.chances("event", *event.trigger)
        if window is None or chances is None:
            return 1.0
        return float(chances[:, window.labels["event"].index(event.type)].max())

    def believed(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions that the model doesn't speak against, each with its chance."""
        for mention in mentions:
            mention.chance = self.chance(mention.event)
            mention.event.why["type"] = (mention.event.why["type"][0], mention.chance)
        return [mention for mention in mentions if mention.chance >= LEAST]

    def cast_parts(self, event: EventDraft) -> None:
        """Give an event the participants that the model and the rules together speak for."""
        if event.type in WITHOUT_PARTS:
            return
        actors = self._parts(event, "actor", event.actors)
        recipients = self._parts(event, "recipient", event.recipients)
        event.actors = actors
        event.recipients = [entity for entity in recipients if entity not in actors]

    def _parts(self, event: EventDraft, role: Role, ruled: Sequence[EntityDraft]) -> list[EntityDraft]:
        scores: dict[int, float] = {}
        known: dict[int, EntityDraft] = {}
        for score, phrase in self._ties(event.trigger, role):
            if phrase.entity is None and score <= PART:
                continue
            entity = phrase.entity or self.cast.entity(phrase)
            if entity is not None:
                known[id(entity)] = entity
                scores[id(entity)] = max(score, scores.get(id(entity), -np.inf))
        for score, entity in self._unnamed(event, role):
            known[id(entity)] = entity
            scores[id(entity)] = max(score, scores.get(id(entity), -np.inf))
        for entity in ruled:
            known[id(entity)] = entity
            scores[id(entity)] = scores.get(id(entity), 0.0) + RULE
        chosen = [known[key] for key, score in scores.items() if score > PART]
        by = "rule clause" if set(map(id, chosen)) == set(map(id, ruled)) else f"head {role}"
        doubt = min((abs(score - PART) for score in scores.values()), default=None)
        event.why[f"{role}s"] = (by, None if doubt is None else float(1 / (1 + np.exp(-doubt))))
        return chosen

    def _ties(self, trigger: Place, role: Role) -> Iterator[tuple[float, Phrase]]:
        """The phrases of the trigger's window with the scores of their ties."""
        window = self.told.window(trigger[0])
        rows = window.rows(*trigger) if window else range(0)
        if window is None or not rows:
            return
        scores = window.tied(rows.start, role)
        for phrase, units in self._phrases[id(window)]:
            yield float(scores[units.start : units.stop].max()), phrase

    @cached_property
    def _phrases(self) -> dict[int, list[tuple[Phrase, range]]]:
        """The phrases of each window with their units."""
        found: dict[int, list[tuple[Phrase, range]]] = {id(window): [] for window in self.told.reading.windows}
        for phrase in self.scene.phrases:
            start, end = self.scene.tokens[phrase.first].start, self.scene.tokens[phrase.last - 1].end
            window = self.told.window(start)
            units = window.rows(start, end) if window else range(0)
            if window is not None and units:
                found[id(window)].append((phrase, units))
        return found

    def _unnamed(self, event: EventDraft, role: Role) -> Iterator[tuple[float, EntityDraft]]:
        """Those without a name that no phrase has found, as far as the model ties them to the trigger."""
        window = self.told.window(event.trigger[0])
        rows = window.rows(*event.trigger) if window else range(0)
        if window is None or not rows:
            return
        scores = window.tied(rows.start, role)
        taken = {unit for _, units in self._phrases[id(window)] for unit in units}
        labels, best = window.labels["nominal"], window.probabilities("nominal").argmax(-1)
        for row in np.flatnonzero(scores > PART):
            first = int(row)
            if labels[best[first]][0] != "B" or first in taken:
                continue
            place = window.units[first].start, window.units[window.span_end("nominal", first)].end
            words = self.scene.draft.analysis.text[slice(*place)]
            kind = _UNNAMED[labels[best[first]][2:]]
            yield float(scores[row]), add_entity(self.scene.draft, words, kind=kind, start=place[0], end=place[1])

    def missed(self, known: Sequence[EventDraft]) -> Iterator[EventDraft]:
        """Events whose trigger the model is sure of and the table lacks."""
        taken = [event.trigger for event in known]
        made = list(known)
        for window in self.told.reading.windows:
            chances = window.probabilities("event")
            names = window.labels["event"]
            for row in np.flatnonzero(chances[:, 0] < 1 - NEW):
                best = int(chances[row].argmax())
                unit = window.units[int(row)]
                if best == 0 or chances[row, best] < NEW or any(a < unit.end and unit.start < b for a, b in taken):
                    continue
                event = self._new(window, int(row), _TYPES[names[best]], float(chances[row, best]))
                if event is not None and not any(_same(event, other) for other in made):
                    made.append(event)
                    yield event

    def _new(self, window: Window, row: int, kind: EventType, chance: float) -> EventDraft | None:
        tokens = self.scene.draft.analysis.tokens_in(window.units[row].start, window.units[row].end)
        if not tokens:
            return None
        token = tokens[0]
        number = self.scene.draft.analysis.token_at(token.start)
        said = self.scene.said(number)
        event = EventDraft(kind, (token.start, token.end), attributed_to=said, why={"type": ("head event", chance)})
        event.status = window.labels["status"][int(window.out["status"][row].argmax())]
        event.mode = self._mode(window, row, kind)
        event.place, event.date = place_of(self.scene, number + 1), date_of(self.scene, number)
        self.cast_parts(event)
        return event

    def _mode(self, window: Window, row: int, kind: EventType) -> str | None:
        """The likeliest mode of the type; None where the type has none, or none is likely."""
        names, chances = window.labels["mode"], window.probabilities("mode")[row]
        best = max(MODES.get(kind, ()), key=lambda mode: chances[names.index(mode)], default=None)
        return best if best is not None and chances[names.index(best)] >= NEW else None


def _same(one: EventDraft, other: EventDraft) -> bool:
    """Whether two of a kind can be the same: the same participants, or none told of one of them."""
    if one.type != other.type:
        return False
    pairs = ((one.actors, other.actors), (one.recipients, other.recipients))
    return all(not mine or not theirs or set(map(id, mine)) & set(map(id, theirs)) for mine, theirs in pairs)
