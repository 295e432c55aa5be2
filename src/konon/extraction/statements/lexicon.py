"""The tables of attribution of a language, compiled once."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from konon.language.base import Language
from konon.record.vocabulary import Act

Voice = Literal["bare", "active", "passive", "closing"]


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What a form of a cue tells; `voice` says on which side its source stands."""

    lemma: str
    act: Act
    voice: Voice
    nominal: bool
    weak: bool
    colloquial: bool
    after: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    clausal: bool = False
    quoted: bool = False
    addressed: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of attribution of one language; all forms are in lower case."""

    language: Language
    cues: dict[str, tuple[CueEntry, ...]]
    nouns: dict[str, Act]
    according: frozenset[str]
    basis: frozenset[str]
    speech_nouns: frozenset[str]
    relays: frozenset[str]
    weak_relays: frozenset[str]
    relay_openers: frozenset[str]
    pointers: frozenset[str]
    content_openers: frozenset[str]
    loose_openers: frozenset[str]
    purposes: frozenset[str]
    statives: frozenset[str]
    thus: frozenset[str]
    addressees: frozenset[str]
    asides: frozenset[str]
    said_to: frozenset[str]
    topics: frozenset[str]
    source_ends: frozenset[str]
    clause_starts: frozenset[str]
    coordinators: frozenset[str]
    unsaid: frozenset[str]
    act_openers: dict[str, Act]
    agentless: frozenset[str]
    agents: frozenset[str]
    ground_joins: frozenset[str]
    relay_joins: frozenset[str]
    strict_purposes: frozenset[str]
    nominal_joins: frozenset[str]
    subordinators: frozenset[str]
    contrasts: frozenset[str]
    duties: dict[str, Act]
    selves: frozenset[str]

    clitic: str
    cue_adverbs: frozenset[str]
    receiving: frozenset[str]
    abouts: frozenset[str]
    giving: frozenset[str]
    through: frozenset[str]
    citing: frozenset[str]
    told_back: frozenset[str]
    media: frozenset[str]

    @property
    def according_lemma(self) -> str:
        """The dictionary form of the cue that stands before a source."""
        return min(self.according, default="")


_VOICES: tuple[tuple[Voice, str], ...] = (
    ("bare", "bare"),
    ("active", "active"),
    ("passive", "passive"),
    ("closing", "closing"),
)


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled tables of a language."""

    def words(kind: str, *, weak: bool | None = None) -> frozenset[str]:
        rows = language.table("attribution", kind)
        return frozenset(
            form for row in rows if weak is None or row.get("weak", False) == weak for form in row["forms"]
        )

    return Lexicon(
        language=language,
        cues=_cues(language),
        nouns={form: row["act"] for row in language.table("attribution", "noun") for form in row["forms"]},
        according=words("according"),
        basis=words("basis"),
        speech_nouns=words("speech_noun"),
        relays=words("relay", weak=False),
        weak_relays=words("relay", weak=True),
        relay_openers=words("relay_opener"),
        pointers=words("pointer"),
        content_openers=words("content_opener"),
        loose_openers=words("loose_opener"),
        purposes=words("purpose"),
        statives=words("stative"),
        thus=words("thus"),
        addressees=words("addressee"),
        asides=words("aside"),
        said_to=words("addressee", weak=False),
        topics=words("topic"),
        source_ends=words("source_end"),
        clause_starts=words("clause_start"),
        coordinators=words("coordinator"),
        unsaid=words("unsaid"),
        act_openers={form: row["act"] for row in language.table("attribution", "act") for form in row["first"]},
        agentless=words("agentless"),
        agents=words("agent"),
        ground_joins=words("ground_join"),
        relay_joins=words("relay_join"),
        strict_purposes=words("strict_purpose"),
        nominal_joins=words("nominal_join"),
        subordinators=words("subordinator"),
        contrasts=words("contrast"),
        duties={form: row["act"] for row in language.table("attribution", "duty") for form in row["forms"]},
        selves=words("self"),
        clitic=min(words("clitic"), default=""),
        cue_adverbs=words("cue_adverb"),
        receiving=words("receiving"),
        abouts=words("about"),
        giving=words("giving"),
        through=words("through"),
        citing=words("citing"),
        told_back=words("told_back"),
        media=frozenset(form.lower() for form in words("medium")),
    )


def _cues(language: Language) -> dict[str, tuple[CueEntry, ...]]:
    found: dict[str, list[CueEntry]] = {}
    for row in language.table("cues", "cue"):
        for voice, key in _VOICES:
            for form in row.get(key, ()):
                entry = CueEntry(
                    lemma=row["lemma"],
                    act=row["act"],
                    voice=voice,
                    nominal=row["takes"] == "noun",
                    weak=row.get("weak", False),
                    colloquial=row.get("colloquial", False),
                    after=frozenset(row.get("after", ())),
                    unless=frozenset(row.get("unless", ())),
                    clausal=row.get("clausal", False),
                    quoted=row.get("quoted", False),
                    addressed=row.get("addressed", False),
                    asks=row.get("asks", False),
                )
                found.setdefault(form, []).append(entry)
    return {form: tuple(entries) for form, entries in found.items()}
