"""Whether two names of many reports are of one actor: how like they are, with the reasons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from konon.compare import forms, spelling

# From these scores on, two names are one actor, or it is for a person to say.
CERTAIN, DOUBTFUL = 0.85, 0.6
# What one word of a name, or an acronym, is worth by itself, several can share: the best must be so much likelier.
MARGIN = 0.15
_BODIES = frozenset({"organization", "armed_group", "media", "other"})
_UNNAMED = "group"
MOST = 0.99
# How keys begin that are forms of a name, its own or another that a report gives it.
FORM = "w:"
# The shortest name, in letters, that may be one with another that is spelled otherwise.
_SHORTEST_RESPELLED = 5
# A word of an organization's name may be as little like another one where all other words are the same.
_ONE_WORD_ALIKE = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name with what reports tell of its bearer.

    `roles` are the titles, `bodies` what they are held in; `forms` other names that a report has for the same; `met`
    the keys of actors in the same reports, `reports` of the reports themselves.
    """

    text: str
    kind: str
    country: str | None = None
    registry: str | None = None
    roles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    met: frozenset[int] = frozenset()
    reports: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks for or against, by so much, with the two values that were compared."""

    name: str
    weight: float
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two names are of one actor, 0 to 1, and why."""

    score: float
    reasons: tuple[Reason, ...] = field(default=())


# What each reason means, as it is told to people.
REASONS: Mapping[str, str] = MappingProxyType({
    "same_name": "the names are the same but for case, accents, articles or known spellings",
    "spelling": "the names are spelled alike",
    "part_of_name": "one name is a part of the other",
    "initial": "a name is given by its initial",
    "one_word": "a name of one word is a word of the other",
    "acronym": "one name is made of the first letters of the other",
    "contraction": "one name is contracted from the other",
    "longer_by_a_word": "one name has a word more, at its beginning or within",
    "also_called": "a report calls the bearer of one name by the other",
    "same_role": "they hold a title of one name in one organization",
    "same_organization": "they hold titles in one organization",
    "same_title": "they hold a title of one name",
    "other_roles": "they hold other titles in other organizations",
    "same_country": "they are of one country",
    "other_country": "they are of different countries",
    "met": "reports name them with the same others",
    "apart": "a report names both, as two",
    "other_kind": "they are of different kinds",
    "entry": "the gazetteer knows both names by one entry",
    "rivals": "another name is as likely",
    "sole": "nobody else in the archive has a name with this word or these letters",
    "by_hand": "somebody said so",
})  # fmt: skip


def likeness(one: Named, other: Named) -> Likeness | None:
    """How likely two names are of one actor; None where nothing suggests it, or where they can't be."""
    if not compatible(one, other):
        return None
    first = _of_persons(one, other) if one.kind == "person" else _of_bodies(one, other)
    if first is None:
        return None
    reasons = (first, *_circumstances(one, other, short=is_short(one) != is_short(other)))
    score = round(min(max(sum(reason.weight for reason in reasons), 0.0), MOST), 3)
    return Likeness(score, reasons)


def compatible(one: Named, other: Named) -> bool:
    """Whether one actor could have both kinds and entries of the gazetteer."""
    if one.registry and other.registry and one.registry != other.registry:
        return False
    return (one.kind == other.kind and one.kind != _UNNAMED) or (one.kind in _BODIES and other.kind in _BODIES)


def contradict(one: Named, other: Named) -> bool:
    """Whether two names that others tie together can't be of one actor: two full names of persons that differ."""
    if not compatible(one, other) or (one.country and other.country and one.country != other.country):
        return True
    if one.kind != "person" or is_short(one) or is_short(other):
        return False
    found = _of_persons(one, other)
    return found is None or bool(one.reports & other.reports)


def is_short(named: Named) -> bool:
    """Whether a name is a form that several may share: one word of a person's name, or an acronym."""
    if named.kind == "person":
        return len(person_words(named)) == 1
    return named.registry is None and forms.is_acronym(named.text)


def person_words(named: Named) -> list[str]:
    """The words of a person's name without those of titles that are held."""
    titles = {word for role in named.roles for word in role.split()}
    found = spelling.words(named.text)
    kept = [word for word in found if word not in titles]
    return kept or found


def form(text: str) -> str:
    """A name as one form of an actor's, to be compared with other forms."""
    return " ".join(forms.content_words(text)).lower()


def keys(named: Named) -> frozenset[str]:
    """What a name is found by."""
    return frozenset(_keys_of_person(named) if named.kind == "person" else _keys_of_body(named))


def seeks(named: Named) -> frozenset[str]:
    """By what the names are found that may be of the same actor."""
    if named.kind == "person":
        words = person_words(named)
        if len(words) == 1:
            return frozenset({f"t:{spelling.skeleton(words[0])}", f"b:{spelling.skeleton(words[0])}"})
        return frozenset(key for key in _keys_of_person(named) if key[0] != "t") | {
            f"b:{spelling.skeleton(word)}" for word in words
        }
    words = forms.content_words(named.text)
    found = {key for key in _keys_of_body(named) if key[0] != "n"} | {f"{FORM}{forms.initials(words).lower()}"}
    if forms.is_acronym(named.text):
        found.add(f"n:{form(named.text).upper()}")
    return frozenset(found)


def _keys_of_person(named: Named) -> Iterator[str]:
    words = person_words(named)
    bones = [spelling.skeleton(word) for word in words]
    if len(words) == 1:
        yield f"b:{bones[0]}"
        return
    yield f"p:{bones[0]} {bones[-1]}"
    yield f"f:{bones[0]} {bones[1]}"
    yield f"i:{spelling.respelled(words[0])[0]} {bones[-1]}"
    yield from (f"t:{bone}" for word, bone in zip(words, bones, strict=True) if len(word) > 2)


def _keys_of_body(named: Named) -> Iterator[str]:
    words = forms.content_words(named.text)
    bones = [spelling.skeleton(word) for word in words]
    yield f"o:{named.kind if named.kind not in _BODIES else ''} {' '.join(bones)}"
    yield f"j:{forms.letters(named.text)}"
    if named.kind not in _BODIES:
        return
    if len(bones) > 2:
        yield f"o: {' '.join(bones[1:])}"
    if len(words) > 1:
        yield f"h:{words[0][:2]} {bones[-1]}"
        yield f"n:{forms.initials(words)}"
    yield f"{FORM}{form(named.text)}"
    yield from (f"{FORM}{called}" for called in named.forms)


def _of_persons(one: Named, other: Named) -> Reason | None:
    """What the names of two persons tell."""
    short, full = sorted((person_words(one), person_words(other)), key=len)
    if len(short) == 1:
        return _of_one_word(one, other, short[0], full)
    if len(short) == len(full):
        like = [_word_likeness(*pair) for pair in zip(short, full, strict=True)]
    else:
        like = _within(short, full)
    if not like or min(like) < 0.75:
        return None
    weight, name = _weight_of_words(short, full, like)
    return Reason(name, weight, one.text, other.text) if weight else None


def _weight_of_words(short: list[str], full: list[str], like: list[float]) -> tuple[float, str]:
    if any(len(word) == 1 for pair in zip(short, full, strict=False) for word in pair) and short != full:
        return 0.72, "initial"
    if len(short) < len(full):
        ends = (
            _word_likeness(short[0], full[0]) >= forms.SAME_WORD
            and _word_likeness(short[-1], full[-1]) >= forms.SAME_WORD
        )
        return (0.88 if ends else 0.65) - (0.03 if min(like) < 1 else 0), "part_of_name"
    if min(like) == 1:
        return 0.95, "same_name"
    mean = sum(like) / len(like)
    if min(like) >= forms.SAME_WORD or mean >= 0.93:
        return 0.88, "spelling"
    return (0.65, "spelling") if mean >= 0.87 else (0.0, "")


def _word_likeness(one: str, other: str) -> float:
    if len(one) == 1 or len(other) == 1:
        return 1.0 if one[0].casefold() == other[0].casefold() else 0.0
    return spelling.likeness(one, other)


def _within(short: list[str], full: list[str]) -> list[float]:
    """How like the words of a short name are to words of a full one, in their order; empty where one has none."""
    found, place = [], 0
    for word in short:
        while place < len(full) and _word_likeness(word, full[place]) < forms.SAME_WORD:
            place += 1
        if place == len(full):
            return []
        found.append(_word_likeness(word, full[place]))
        place += 1
    return found


def _of_one_word(one: Named, other: Named, word: str, full: list[str]) -> Reason | None:
    like = [spelling.likeness(word, part) for part in full]
    best = max(like)
    if best < forms.SAME_WORD:
        return None
    if len(full) == 1:
        return Reason("same_name" if best == 1 else "spelling", 0.7 if best == 1 else 0.6, one.text, other.text)
    place = len(full) - 1 - like[::-1].index(best)
    weight = 0.55 if place == len(full) - 1 else 0.5 if place == 0 else 0.4
    return Reason("one_word", weight - (0.05 if best < 1 else 0), one.text, other.text)


def _of_bodies(one: Named, other: Named) -> Reason | None:
    """What the names of two organizations, or other things, tell."""
    first, second = forms.content_words(one.text), forms.content_words(other.text)
    like = [spelling.likeness(*pair) for pair in zip(first, second, strict=False)]
    letters = min(sum(map(len, first)), sum(map(len, second)))
    joined = letters >= _SHORTEST_RESPELLED and forms.letters(one.text) == forms.letters(other.text)
    if joined or (len(first) == len(second) and min(like) == 1):
        return Reason("same_name", 0.95, one.text, other.text)
    if len(first) == len(second) and min(like) >= forms.SAME_WORD and letters >= _SHORTEST_RESPELLED:
        return Reason("spelling", 0.86 if letters > _SHORTEST_RESPELLED else 0.7, one.text, other.text)
    if one.kind not in _BODIES:
        return None
    if first[1:] == second[1:] and forms.shortened(first[0], second[0]):
        return Reason("contraction", 0.82, one.text, other.text)
    if 1 < len(first) == len(second) and sorted(like)[0] >= _ONE_WORD_ALIKE and sorted(like)[1] == 1:
        return Reason("spelling", 0.74, one.text, other.text)
    return _of_forms(one, other, first, second)


def _of_forms(one: Named, other: Named, first: list[str], second: list[str]) -> Reason | None:
    called = form(one.text) in other.forms or form(other.text) in one.forms
    short, full = sorted((first, second), key=len)
    if len(short) == 1 and forms.initials(full) == short[0].upper():
        return Reason("acronym", (0.95 if called else 0.55) - (0.1 if len(short[0]) == 2 else 0), one.text, other.text)
    if called:
        return Reason("also_called", 0.85, one.text, other.text)
    if len(short) < len(full) and forms.contracted(short, full):
        return Reason("contraction", 0.86 if len(short) > 1 else 0.7, one.text, other.text)
    if forms.widened(short, full):
        return Reason("longer_by_a_word", 0.6, one.text, other.text)
    return None


def _circumstances(one: Named, other: Named, *, short: bool) -> Iterator[Reason]:
    """What speaks for or against beside the names."""
    if one.kind != other.kind:
        yield Reason("other_kind", -0.1, one.kind, other.kind)
    if one.country and other.country:
        same = one.country == other.country
        yield Reason("same_country" if same else "other_country", 0.05 if same else -0.5, one.country, other.country)
    if one.reports & other.reports:
        yield Reason("apart", -0.5, str(len(one.reports & other.reports)), "")
    yield from _roles(one, other, short=short)
    shared = len(one.met & other.met)
    if shared:
        most = 0.25 if one.kind == "person" else 0.15
        yield Reason("met", most if shared > 1 else most - 0.1, str(shared), str(min(len(one.met), len(other.met))))


def _roles(one: Named, other: Named, *, short: bool) -> Iterator[Reason]:
    titles, bodies = one.roles & other.roles, one.bodies & other.bodies
    told = ", ".join(sorted(one.roles | one.bodies)), ", ".join(sorted(other.roles | other.bodies))
    if titles and bodies:
        yield Reason("same_role", 0.3, *told)
    elif bodies:
        yield Reason("same_organization", 0.2, *told)
    elif titles and not (one.bodies and other.bodies):
        yield Reason("same_title", 0.1, *told)
    elif one.roles and other.roles:
        yield Reason("other_roles", -0.3 if short else -0.15, *told)
