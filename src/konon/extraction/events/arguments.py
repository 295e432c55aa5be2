"""Who did it and to whom it was done, by the frame of the event word."""

from collections.abc import Iterator
from dataclasses import dataclass

from konon.extraction.draft import EntityDraft
from konon.extraction.events.cast import Cast
from konon.extraction.events.clause import Clause
from konon.extraction.events.match import Match
from konon.extraction.events.scene import Phrase, Scene, is_named
from konon.extraction.events.table import PAIR

# How many words may stand between what a verb without a prefix is about and the pronoun of its doer.
_NEAR = 3


@dataclass(slots=True)
class Parts:
    """Those who take part in an event."""

    actors: list[EntityDraft]
    recipients: list[EntityDraft]


class Arguments:
    """The participants of one match."""

    def __init__(self, scene: Scene, match: Match, cast: Cast) -> None:
        self.scene = scene
        self.cast = cast
        self.match = match
        self.clause = Clause(scene, match)
        self.row = match.form.trigger

    def parts(self) -> Parts | None:
        """Those who take part; None where somebody is missing whom the row needs."""
        actors, recipients = getattr(self, f"_{self.match.form.frame}")()
        parts = Parts(self._entities(actors, self.row.actor), self._entities(recipients, self.row.recipient))
        parts.recipients = [entity for entity in parts.recipients if entity not in parts.actors]
        if not self._enough(parts) or (self.match.form.frame == "plain" and not (actors and parts.recipients)):
            return None
        if self.row.type == "ASSAULT" and all(self.clause.only_number(phrase) for phrase in recipients):
            parts.recipients = []
        return parts

    def _enough(self, parts: Parts) -> bool:
        have = {
            "actor": bool(parts.actors),
            "recipient": bool(parts.recipients),
            "party": bool(parts.actors or parts.recipients),
            "parties": len(parts.actors) > 1,
        }
        if self.row.alone and self.row.alone not in self.scene.topics and not have["party"]:
            return False
        parties = (*parts.actors, *parts.recipients)
        if (
            self.row.type == "CONSULT"
            and self.match.form.frame == "mutual"
            and parties
            and not any(map(is_named, parties))
        ):
            return False
        postponed = {"actor", "parties", "party"} if self.row.dyad else frozenset()
        if self.row.needs >= PAIR:  # the other one may be told elsewhere in the report
            return have["party"]
        return all(have[need] for need in self.row.needs - postponed)

    def _entities(self, phrases: list[Phrase], kinds: frozenset[str]) -> list[EntityDraft]:
        found: list[EntityDraft] = []
        for phrase in phrases:
            if phrase.entity is None and not phrase.pronoun and phrase.kind not in kinds:
                continue
            entity = self.cast.entity(phrase)
            if entity is not None and entity.kind in kinds and entity not in found:
                found.append(entity)
        return found

    # ------------------------------------------------------------ frames

    def _bare(self) -> tuple[list[Phrase], list[Phrase]]:
        return [], []

    def _active(self) -> tuple[list[Phrase], list[Phrase]]:
        found = self.clause.object(self.match.last, self.row.recipient)
        aside = self.scene.table.grammar["aside"] if len(self.match.form.words) == 1 else ()
        return self.clause.subject(self.match.first), [phrase for phrase in found if phrase.governor not in aside]

    def _passive(self) -> tuple[list[Phrase], list[Phrase]]:
        return self.clause.agent(self.match.last), self.clause.subject(self.match.first)

    def _plain(self) -> tuple[list[Phrase], list[Phrase]]:
        """A verb without a prefix: right behind its doer, and before its object, or behind it: *yang kami tangkap*."""
        doers = self.clause.doer()
        behind = self.clause.object(self.match.last, self.row.recipient)
        if doers and doers[0].pronoun:
            before = self.clause.subject(doers[0].first)
            near = bool(before) and before[-1].last >= doers[0].first - _NEAR
            return doers, before if near else behind
        return doers, [phrase for phrase in behind if phrase.governor is None]

    def _by(self) -> tuple[list[Phrase], list[Phrase]]:
        """A noun with its actor behind it, as agent, or as subject of the verb that carries the noun."""
        carrier = self.clause.carrier()
        actors = self.clause.genitive() or self.clause.later_agent()
        recipients = self.clause.towards()
        if carrier is not None and self.scene.word(carrier) in self.scene.table.undergo:
            recipients = recipients or self.clause.subject(carrier)
        elif carrier is not None and not actors:
            actors = self.clause.subject(carrier)
        if not actors and (self._occasion() or (recipients and self.scene.within(self.match.first - 1, "at"))):
            actors = self.clause.leader()
        return actors, recipients or self.clause.effect() or self._victim() or self._within()

    def _occasion(self) -> bool:
        """Whether the sentence tells what its subject did at the event: *kata X dalam pertemuan itu*."""
        return self.row.joins and self.scene.within(self.match.first - 1, "occasion")

    def _within(self) -> list[Phrase]:
        """The state that an attack took place in, which it was against: *serangan baru di X*."""
        for number in range(self.match.last, min(self.match.last + 4, self.clause.sentence.last)):
            if self.scene.within(number, "at"):
                found = self.clause.object(number + 1)
                return [phrase for phrase in found if phrase.kind == "state" or self.row.family == "genocide"]
        return []

    def _victim(self) -> list[Phrase]:
        """The one who was killed or hurt in the event: *X tewas dalam serangan itu*."""
        scene = self.scene
        for number in range(self.match.first - 1, max(self.clause.sentence.first, self.match.first - 5) - 1, -1):
            if scene.word(number) in scene.table.victim:
                return [phrase for phrase in self.clause.subject(number) if phrase.entity is not None]
            if scene.stops(number, ""):
                return []
        return []

    def _of(self) -> tuple[list[Phrase], list[Phrase]]:
        """A noun with its recipient behind it; the actor is an agent or the subject of the carrying verb."""
        carrier = self.clause.carrier()
        actors = self.clause.later_agent()
        recipients = self.clause.genitive() or self.clause.towards()
        if carrier is not None and self.scene.word(carrier) in self.scene.table.undergo:
            recipients = recipients or self.clause.subject(carrier)
        elif carrier is not None:
            actors = actors or self.clause.subject(carrier)
        if not actors and not self.row.recipient:
            actors = [phrase for phrase in recipients if phrase.kind == "state"]
        return actors, recipients

    def _mutual(self) -> tuple[list[Phrase], list[Phrase]]:
        """All parties: both sides of a verb, or those that a noun is between, or its carrier's."""
        parties = self.clause.between() or self.clause.genitive()
        if len(parties) == 1:
            parties += self.clause.adjacent(parties[0])
        if len(parties) < 2:
            parties += self.clause.beside()
        carrier = self.clause.carrier()
        verb = self.scene.is_verb(self.match.first)
        if len(parties) < 2 and (carrier is not None or verb):
            parties = self.clause.subject(self.match.first if carrier is None else carrier) + parties
        if verb and len(parties) < 2:
            parties += self.clause.object(self.match.last)
        if len(parties) < 2 and self._occasion():
            parties = self.clause.leader() + parties
        return parties, []


def readable(scene: Scene, found: list[Match], cast: Cast) -> Iterator[tuple[Match, Parts]]:
    """The matches whose needs are met, with those who take part."""
    for match in found:
        parts = Arguments(scene, match, cast).parts()
        if parts is not None:
            yield match, parts
