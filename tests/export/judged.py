"""The record of the story with how sure each part is, and what decided it."""

from konon.record import Link, Reason, Record, Statement

from .story import RECORD

CUE = (Reason(part="cue", by="rule active", score=0.91), Reason(part="act", by="head act"))
LINK = (Reason(part="role", by="rule <chains>"),)


def _link(link: Link) -> Link:
    return link.model_copy(update={"confidence": 0.7, "why": LINK}) if link.role in {"medium", "relay"} else link


def _statement(said: Statement) -> Statement:
    return said.model_copy(update={"confidence": 0.85, "why": CUE, "chain": tuple(map(_link, said.chain))})


def _decided(part: str, by: str, sure: float) -> dict[str, object]:
    return {"confidence": sure, "why": (Reason(part=part, by=by, score=0.5),)}


JUDGED: Record = RECORD.model_copy(
    update={
        "statements": tuple(map(_statement, RECORD.statements)),
        "events": tuple(event.model_copy(update=_decided("type", "table attack", 0.6)) for event in RECORD.events),
        "counts": tuple(count.model_copy(update=_decided("kind", "head count", 0.999)) for count in RECORD.counts),
        "relations": tuple(tie.model_copy(update=_decided("type", "rule words", 0.3)) for tie in RECORD.relations),
        "entities": tuple(
            entity.model_copy(update=_decided("kind", "table gazetteer", 0.4 if entity.id == "france" else 0.9))
            for entity in RECORD.entities
        ),
    }
)
