"""Which names of a report are one entity's: full and short forms, acronyms, a head left out, a capital for a state."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from konon.gazetteer import entry, senses
from konon.gazetteer.folding import fold
from konon.language.analysis import Analysis, Name
from konon.language.names_words import Head, Lexicon
from konon.record.vocabulary import EntityKind

# How many entities with a word in common are looked over.
_MOST = 60
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(slots=True)
class Form:
    """A name in the report with its folded words; `place` is its number among the names."""

    name: Name
    text: str
    words: tuple[str, ...]
    place: int
    kind: EntityKind
    registry: str | None
    described: bool = False

    def stand_for(self, state: str) -> None:
        """Take the name as one of a state."""
        self.kind, self.registry = "state", state

    @property
    def acronym(self) -> bool:
        """Whether it is one word in capitals."""
        return len(self.words) == 1 and self.text.isupper() and len(self.text) > 1


@dataclass(slots=True)
class Group:
    """The forms of one entity."""

    kind: EntityKind
    registry: str | None = None
    forms: list[Form] = field(default_factory=list)

    @property
    def fullest(self) -> Form:
        """The form with the most words, then the longest, then the first; a name before a description."""
        return max(
            self.forms,
            key=lambda form: (
                not form.described, self._known(form), len(form.words), self._written(form), len(form.text),
                -form.place,
            ),
        )  # fmt: skip

    def _written(self, form: Form) -> bool:
        """Whether a place's name is written as in running text, not in the capitals of a dateline."""
        return self.kind not in ("place", "state") or not form.text.isupper()

    def _known(self, form: Form) -> bool:
        """Whether the gazetteer knows the entity by just these words."""
        if self.kind not in ("state", "armed_group") or self.registry is None:
            return False
        return any(owner.id == self.registry and alias.use == "name" for owner, alias in senses(form.text))


def forms_of(analysis: Analysis) -> list[Form]:
    """The names of a report with their words."""
    made = []
    for place, name in enumerate(analysis.names):
        text = analysis.spelled(name.start, name.end)
        made.append(Form(name, text, words_of(text), place, name.kind, name.registry))
    return made


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold(word) for word in _WORD.findall(text))


class Grouper:
    """Puts the names of a report into groups, in order of place."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self.analysis = analysis
        self.lexicon = lexicon
        self.groups: list[Group] = []
        self.by_words: dict[tuple[str, ...], Group] = {}
        self.by_registry: dict[str, Group] = {}
        self.by_word: dict[str, list[Group]] = {}

    def group(self, forms: Sequence[Form]) -> list[Group]:
        """The groups, ordered by their first form; full names are grouped before the short forms that lean on them."""
        ranked = sorted(forms, key=lambda form: (not form.registry, -len(form.words), form.place))
        waiting = [form for form in ranked if not self._joined(form)]
        for form in waiting:
            self._open(form)
        self._pair_brackets(forms)
        self._pair_apposed(forms)
        for group in self.groups:
            group.forms.sort(key=lambda form: form.place)
        return sorted((group for group in self.groups if group.forms), key=lambda group: group.forms[0].place)

    def _open(self, form: Form) -> None:
        if self._joined(form):
            return
        group = Group(form.kind, form.registry)
        self.groups.append(group)
        self._add(group, form)

    def _joined(self, form: Form) -> bool:
        group = self._home(form)
        if group is None:
            return False
        self._add(group, form)
        return True

    def _home(self, form: Form) -> Group | None:
        if form.registry:
            return self.by_registry.get(form.registry)
        same = self.by_words.get(form.words)
        if same and compatible(same.kind, form.kind):
            return same
        if form.kind == "person":
            return self._nearest(form, self._persons(form))
        return self._nearest(form, self._others(form))

    def _nearest(self, form: Form, groups: Iterable[Group]) -> Group | None:
        """The group with a form last before this one; the first group where all come later."""
        candidates = list(groups)
        return min(candidates, key=lambda group: self._distance(group, form), default=None)

    def _distance(self, group: Group, form: Form) -> tuple[bool, int]:
        before = [known.place for known in group.forms if known.place < form.place]
        return (not before, form.place - max(before) if before else group.forms[0].place)

    def _persons(self, form: Form) -> Iterator[Group]:
        for group in self.by_word.get(form.words[0] if form.words else "", [])[-_MOST:]:
            if group.kind == "person" and any(_within(form.words, full.words) for full in group.forms):
                yield group

    def _others(self, form: Form) -> Iterator[Group]:
        bare = self._bare(form.words)
        for group in self.by_word.get(bare[0] if bare else "", [])[-_MOST:]:
            if group.kind == form.kind and any(self._short_of(form.words, full.words) for full in group.forms):
                yield group

    def _short_of(self, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Whether a name is the beginning of another, is it without its head, or has an acronym for its first words."""
        if any(head.wing for words in (short, full) for head in heads_of(words, self.lexicon)):
            return False
        if (
            len(short) < len(full)
            and full[: len(short)] == short
            and (len(short) > 1 or short[0] not in self.lexicon.given)
        ):
            return True
        rest = full[: len(full) - len(short)]
        if full[-len(short) :] == short and "".join(word[0] for word in rest) == short[0]:
            return True
        head, other = self._head(short), self._head(full)
        if not short[head:] or short[head:] != full[other:] or (head and other):
            return False
        return any(kind.region or kind.kind != "place" for kind in heads_of(full if other else short, self.lexicon))

    def _head(self, words: tuple[str, ...]) -> int:
        match = self.lexicon.heads.at(words, 0) if words else None
        return match[0] if match else 0

    def _bare(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return words[self._head(words) :] or words

    def _add(self, group: Group, form: Form) -> None:
        group.forms.append(form)
        self.by_words.setdefault(form.words, group)
        if form.registry:
            self.by_registry.setdefault(form.registry, group)
            group.registry = group.registry or form.registry
        for word in {*form.words, *(self._bare(form.words)[:1])}:
            known = self.by_word.setdefault(word, [])
            if not any(group is one for one in known[-_MOST:]):
                known.append(group)

    def _pair_brackets(self, forms: Sequence[Form]) -> None:
        """An acronym in brackets right behind a name is the same entity."""
        owner = {id(form): group for group in self.groups for form in group.forms}
        for one, other in pairwise(forms):
            between = self.analysis.text[one.name.end : other.name.start]
            if between.strip() != "(" or self.analysis.text[other.name.end : other.name.end + 2].strip()[:1] != ")":
                continue
            first, second = owner[id(one)], owner[id(other)]
            if first is not second and (other.acronym or one.acronym) and _can_pair(first, second):
                self._merge(first, second, owner)

    def _pair_apposed(self, forms: Sequence[Form]) -> None:
        """A description such as the wing of a group is the same entity as the name beside it."""
        owner = {id(form): group for group in self.groups for form in group.forms}
        for one, other in pairwise(forms):
            if self.analysis.text[one.name.end : other.name.start].strip() not in ("", ","):
                continue
            told, named = (one, other) if self._describes(one) else (other, one)
            if self._describes(told) and not self._describes(named) and _can_stand(told, named):
                for form in owner[id(told)].forms:
                    form.described = form.described or self._describes(form)
                if owner[id(told)] is not owner[id(named)]:
                    self._merge(owner[id(named)], owner[id(told)], owner)

    def _describes(self, form: Form) -> bool:
        return any(head.apposed for head in heads_of(form.words, self.lexicon))

    def _merge(self, kept: Group, gone: Group, owner: dict[int, Group]) -> None:
        kept.forms += gone.forms
        kept.registry = kept.registry or gone.registry
        if not any(form.registry for form in kept.forms) and kept.kind == "other":
            kept.kind = gone.kind
        for form in gone.forms:
            owner[id(form)] = kept
        gone.forms = []


def compatible(one: EntityKind, other: EntityKind) -> bool:
    """Whether the same words with these two kinds can be one entity."""
    return one == other or "other" in (one, other) or {one, other} <= {"organization", "media", "armed_group", "person"}


def _can_stand(told: Form, named: Form) -> bool:
    """Whether a name can be that of the one described: of its kind, or an organisation's for a wing."""
    return named.kind == told.kind or {told.kind, named.kind} <= {"armed_group", "organization"}


def _can_pair(first: Group, second: Group) -> bool:
    return compatible(first.kind, second.kind) or first.kind in ("state", "place") or second.kind == "organization"


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether all words of a short name stand in a full one in the same order."""
    rest = iter(full)
    return bool(short) and all(word in rest for word in short)


def heads_of(words: tuple[str, ...], known: Lexicon) -> tuple[Head, ...]:
    """What the table says of the head that a name begins with."""
    match = known.heads.at(words, 0) if words else None
    return match[1] if match else ()


def country_of(registry: str | None) -> str | None:
    """The country of an entry of the gazetteer."""
    return entry(registry).country if registry else None


def bare(words: tuple[str, ...], known: Lexicon) -> tuple[str, ...]:
    """The words of a name without its head."""
    match = known.heads.at(words, 0) if words else None
    return words[match[0] :] if match and match[0] < len(words) else words
