"""Names in invented reports, with which pairs of them are of one actor, and which only look so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

from rapidfuzz import process
from rapidfuzz.distance import Indel

import konon
from generated.words import distinct
from konon import gazetteer
from konon.archive.rows import names_of
from konon.record import Document, Entity, Mention, Record, Role

# Names of one entry are alike from this share of common letters on, those of others look like them from this one on.
_ALIKE, _LOOKS_ALIKE = 0.85, 0.7
# So often a report explains an acronym behind the name, and a report names who is often named with somebody.
_EXPLAINED, _MET = 0.9, 0.7
_KINDS = ("organization", "armed_group")
# Every so many of the gazetteer's entries are named; it has many offices that states and provinces have alike.
_EACH = 3
_PERSONS, _FAMILIES = 1_200, 500
_TITLES = ("Kepala", "Ketua", "Juru Bicara", "Direktur", "Panglima")
# Letters that writers swap, as new and old spellings and transliterations do.
_RESPELLED = (
    ("sy", "sh"), ("u", "oe"), ("j", "dj"), ("c", "tj"), ("f", "v"), ("kh", "h"), ("q", "k"), ("i", "e"), ("ll", "l"),
    ("t", "th"), ("z", "s"), ("k", "q"), ("g", "gh"), ("ny", "nj"), ("a", "aa"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, by their ids, and whether they are of one actor; some kinds are only told, and do not count."""

    kind: str
    one: str
    other: str
    one_name: str
    other_name: str
    same: bool
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Someone:
    """Somebody to be named: kind and country, title and organization, and who is often named beside."""

    kind: str
    country: str | None
    beside: tuple[str, ...]
    title: str | None = None
    body: str | None = None


@dataclass(slots=True)
class Reported:
    """Reports, and pairs of names that stand in them."""

    records: list[Record] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


def reported(seed: int) -> Reported:
    """Reports that name all, in an order that brings the names of one actor at any time."""
    chance = Random(seed)
    made = Reported()
    _of_gazetteer(chance, made)
    _of_persons(chance, made)
    chance.shuffle(made.records)
    return made


def _of_gazetteer(chance: Random, made: Reported) -> None:
    entries = [entry for entry in gazetteer.entries() if entry.kind in _KINDS][::_EACH]
    names = {entry.id: [alias.text for alias in entry.aliases if alias.use == "name" and "." not in alias.text]
             for entry in entries}  # fmt: skip
    people = [" ".join(word.capitalize() for word in distinct(chance, 2)) for _ in entries]
    for entry, person in zip(entries, people, strict=True):
        someone = Someone(entry.kind, entry.country, (person, f"Komite {person.split()[0]}"))
        ids = {}
        for name in names[entry.id]:
            explained = [other for other in names[entry.id] if _initials(name) == other]
            ids[name] = _name(chance, made, someone, name, explained=explained)
        for one, other in combinations(names[entry.id], 2):
            if ids[one] != ids[other]:
                made.pairs.append(_pair(one, other, ids))
    made.pairs += _look_alikes(entries, names)


def _pair(one: str, other: str, ids: dict[str, str]) -> Pair:
    if one in {_initials(other)} or other in {_initials(one)}:
        kind, counts = "gazetteer: acronyms", True
    elif _letters(one) == _letters(other):
        kind, counts = "gazetteer: spelled alike", True
    elif Indel.normalized_similarity(one.lower(), other.lower()) >= _ALIKE:
        same_words = len(one.split()) == len(other.split())
        kind, counts = ("gazetteer: spelled alike", True) if same_words else ("gazetteer: a word more", False)
    else:
        kind, counts = "gazetteer: translations and other names", False
    return Pair(kind, ids[one], ids[other], one, other, same=True, counts=counts)


def _look_alikes(entries: Sequence[gazetteer.Entry], names: dict[str, list[str]]) -> list[Pair]:
    """For each entry, the names of other entries that look most like its first name."""
    owners = {name: entry for entry in reversed(entries) for name in names[entry.id]}
    listed = list(owners)
    pairs = []
    for entry in entries:
        first = names[entry.id][0] if names[entry.id] else ""
        for other, _, _ in process.extract(first, listed, scorer=Indel.normalized_similarity, limit=12,
                                           score_cutoff=_LOOKS_ALIKE):  # fmt: skip
            owner = owners[other]
            if owner.id != entry.id and other not in names[entry.id] and first not in names[owner.id]:
                ids = _id(first, entry.kind, entry.country), _id(other, owner.kind, owner.country)
                pairs.append(Pair("gazetteer: look-alikes of other entries", *ids, first, other, same=False))
    return pairs


def _of_persons(chance: Random, made: Reported) -> None:
    """Persons: several of one last name, each with reports by the full name and by another spelling of it."""
    given, family = _names(chance, 400), _names(chance, _FAMILIES)
    people: list[tuple[str, str, str, Someone]] = []
    taken: set[str] = set()
    for number in range(_PERSONS):
        last = family[int(_FAMILIES * chance.random() ** 2)]
        full = f"{chance.choice(given)} {last}"
        if full in taken:
            continue
        taken.add(full)
        body = f"Dinas {given[number % len(given)]} {family[number % _FAMILIES]}"
        beside = f"{chance.choice(given)} {chance.choice(given)}", f"Komite {given[number % 400]}"
        someone = Someone("person", None, beside,
                          title=chance.choice(_TITLES), body=body)  # fmt: skip
        people.append((full, last, _respelled(chance, full), someone))
    for full, _, other, someone in people:
        ids = {name: _name(chance, made, someone, name) for name in (full, other)}
        if other != full and other not in taken:
            made.pairs.append(Pair("persons: other spelling", ids[full], ids[other], full, other, same=True))
    made.pairs += _same_last_names(chance, made, people)


def _same_last_names(chance: Random, made: Reported, people: Sequence[tuple[str, str, str, Someone]]) -> list[Pair]:
    """Full names with one last name are two persons; a last name alone is that of who alone has it in the news."""
    bearers: dict[str, list[tuple[str, Someone]]] = {}
    for full, last, _, someone in people:
        bearers.setdefault(last, []).append((full, someone))
    pairs = []
    for last, listed in bearers.items():
        ids = {full: _id(full, "person", None) for full, _ in listed}
        pairs += [Pair("persons: same last name", ids[one], ids[other], one, other, same=False)
                  for (one, _), (other, _) in combinations(listed, 2)]  # fmt: skip
        # Who is meant is told by title and organization, as reports do.
        full, someone = chance.choice(listed)
        short = _name(chance, made, someone, last)
        pairs += [Pair("persons: last name alone", ids[one], short, one, last, same=one == full) for one, _ in listed]
    return pairs


def _name(chance: Random, made: Reported, someone: Someone, name: str, *, explained: Sequence[str] = ()) -> str:
    """Put two reports that name somebody so; gives the id of the name."""
    for _ in range(2):
        beside = [other for other in someone.beside if chance.random() < _MET]
        behind = explained[0] if explained and chance.random() < _EXPLAINED else None
        made.records.append(_report(len(made.records), someone, name, beside=beside, behind=behind))
    return _id(name, someone.kind, someone.country)


def _report(number: int, someone: Someone, name: str, *, beside: Sequence[str], behind: str | None) -> Record:
    text, entities = "", []

    def put(words: str, kind: str, **more: object) -> Entity:
        nonlocal text
        start = len(text)
        text += f"{words} "
        mention = Mention(start=start, end=start + len(words), form="name")
        entity = Entity(id=f"e{len(entities)}", name=words, kind=kind, mentions=(mention,), **more)
        entities.append(entity)
        return entity

    if someone.body:
        body = put(someone.body, "organization")
        start = len(text)
        text += f"{someone.title} "
        role = Role(title=someone.title, organization=body.id, start=start, end=start + len(someone.title or ""))
    put(name, someone.kind, country=someone.country, roles=(role,) if someone.body else ())
    if behind:
        mention = Mention(start=len(text) + 1, end=len(text) + 1 + len(behind), form="name")
        text += f"({behind}) "
        entities[-1] = entities[-1].model_copy(update={"mentions": (*entities[-1].mentions, mention)})
    for other in beside:
        put(other, "organization" if other.startswith("Komite") else "person")
    text += f"hadir pada rapat ke-{number}."
    return Record(konon=konon.__version__, entities=tuple(entities),
                  document=Document.of(text, language="id", url=f"https://kabar.example/{number}"))  # fmt: skip


def _respelled(chance: Random, name: str) -> str:
    """The name with one or two letters written otherwise."""
    able = [(old, new) for old, new in _RESPELLED if old in name[1:]]
    for old, new in chance.sample(able, min(len(able), chance.choice((1, 2)))):
        name = name[0] + name[1:].replace(old, new, 1)
    return name


def _letters(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isupper()]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def _id(name: str, kind: str, country: str | None) -> str:
    mention = Mention(start=0, end=1, form="name")
    entity = Entity(id="e", name=name, kind=kind, country=country, mentions=(mention,))
    document = Document.of(name, language="id")
    return names_of(Record(konon=konon.__version__, document=document, entities=(entity,)))["e"].id


def _names(chance: Random, number: int) -> list[str]:
    return [word.capitalize() for word in distinct(chance, number)]
