"""How an event stands (status), when and where it was."""

from bisect import bisect_left

from konon.extraction.draft import EntityDraft, StatementDraft
from konon.extraction.events.match import Match
from konon.extraction.events.scene import Scene
from konon.language.analysis import DateMention
from konon.record.vocabulary import Act, EventStatus

# How many words away a place may stand, or a word that tells the status.
_FAR = 30
# What the act of a statement makes of a verb in its content.
_BY_ACT: dict[Act, EventStatus] = {
    "demand": "demanded", "predict": "hypothetical", "promise": "planned", "threaten": "planned", "deny": "denied",
    "propose": "demanded", "hope": "hypothetical",
}  # fmt: skip


def status_of(scene: Scene, match: Match, said: StatementDraft | None) -> EventStatus | None:
    """The status that the words before the trigger tell; None where the event is said not to be."""
    found = _words_before(scene, match)
    if "absent" in found or ("remark" in found and match.form.frame == "bare"):
        return None
    for status in ("denied", "hypothetical", "demanded", "planned"):
        if status in found:
            return status
    if said is not None and match.form.frame in ("active", "passive") and said.act in _BY_ACT:
        return _BY_ACT[said.act]
    if "ongoing" in found:
        return "ongoing"
    if "happened" in found:
        return "happened"
    return match.form.trigger.status or "happened"


def _words_before(scene: Scene, match: Match) -> set[str]:
    sentence = scene.sentence(match.first)
    found: set[str] = set()
    for away, number in enumerate(range(match.first - 1, max(sentence.first, match.first - _FAR) - 1, -1), 1):
        if scene.is_mark(number) and scene.word(number) not in "()-":
            break
        found.update(word.status for word in scene.table.status.get(scene.word(number), ()) if away <= word.reach)
    return found


def date_of(scene: Scene, number: int) -> DateMention | None:
    """The nearest date in the sentence of an event's word.

    One that tells when something was said counts only outside what was said: of the visit on which it was said.
    """
    sentence = scene.sentence(number)
    at = scene.tokens[number].start
    dates = scene.draft.analysis.dates
    low = bisect_left(dates, sentence.start, key=lambda date: date.start)
    high = bisect_left(dates, sentence.end, lo=low, key=lambda date: date.start)
    told = scene.said(number) is None
    inside = [date for date in dates[max(low, high - 12) : high] if told or date.start not in scene.spoken]
    return min(inside, key=lambda date: (abs(date.start - at), date.start), default=None)


def place_of(scene: Scene, end: int) -> EntityDraft | None:
    """The place behind a preposition of place in the event's sentence, nearest behind the trigger's end."""
    sentence = scene.sentence(end - 1)
    for number in range(end, min(end + _FAR, sentence.last)):
        phrase = scene.starts.get(number)
        if phrase is None or phrase.entity is None or phrase.entity.kind not in ("place", "state"):
            continue
        if phrase.governor is not None and phrase.governor in scene.table.grammar["at"]:
            return phrase.entity
    return None


def located(scene: Scene, match: Match) -> bool:
    """Whether an event word is told apart by the place behind it: *perang di X*."""
    phrase = scene.starts.get(match.last) or (
        scene.starts.get(match.last + 1) if scene.within(match.last, "at") else None
    )
    return phrase is not None and (phrase.kind == "place" or phrase.governor in scene.table.grammar["at"])
