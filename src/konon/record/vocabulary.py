"""The closed lists of terms that a record uses."""

from typing import Literal, get_args

EntityKind = Literal["person", "organization", "armed_group", "state", "place", "media", "group", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
StatementForm = Literal["direct", "indirect", "mixed", "nominal"]
Act = Literal[
    "say", "claim", "confirm", "deny", "accuse", "praise", "condemn", "promise", "threaten", "warn", "demand",
    "reject", "propose", "ask", "predict", "hope",
]  # fmt: skip
LinkRole = Literal["speaker", "medium", "relay", "outlet"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE",
    "COERCE", "ASSAULT", "DISASTER", "ACCIDENT",
]  # fmt: skip
EventStatus = Literal["happened", "ongoing", "planned", "demanded", "denied", "hypothetical"]
CountKind = Literal[
    "killed", "injured", "missing", "abducted", "detained", "displaced", "affected", "participants", "rescued"
]
RelationType = Literal[
    "leads", "member_of", "spokesperson_of", "part_of", "backs", "allied_with", "opposes", "based_in", "succeeds",
    "family_of",
]  # fmt: skip

ACTS: tuple[str, ...] = get_args(Act)
ENTITY_KINDS: tuple[str, ...] = get_args(EntityKind)
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
COUNT_KINDS: tuple[str, ...] = get_args(CountKind)
RELATION_TYPES: tuple[str, ...] = get_args(RelationType)

# PLOVER's modes, by the type that they belong to.
MODES: dict[str, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
