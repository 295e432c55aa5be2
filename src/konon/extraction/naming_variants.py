"""Other names of an entity: what somebody is also called, blends, misspellings, the area left out, long and short."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from konon.extraction.naming import Form, Group, bare, heads_of
from konon.gazetteer import Matcher
from konon.language.analysis import Analysis
from konon.language.names_words import Lexicon
from konon.language.titles import TitleReader

# The shortest word that a slip of the pen may change, and the shortest part of a name in a blend.
_LONG = 6
_PART = 2


def join_variants(groups: Sequence[Group], analysis: Analysis, lexicon: Lexicon) -> None:
    """Make one of the groups that a report itself, or the make of their names, shows to be one entity."""
    _join_called(groups, analysis, lexicon)
    _join_alike(groups)
    _join_areas(groups, lexicon)
    _join_spelled(groups, lexicon)


def _move(group: Group, owner: Group, *, described: bool = False) -> None:
    """Give the forms of one group to another; with `described` they don't lend it their name."""
    if group is owner:
        return
    for form in group.forms:
        form.described = form.described or described
    owner.forms = sorted([*owner.forms, *group.forms], key=lambda form: form.place)
    owner.registry = owner.registry or group.registry
    group.forms = []


def _join_called(groups: Iterable[Group], analysis: Analysis, lexicon: Lexicon) -> None:
    """Join what stands in brackets behind a person's name, or behind a word that tells another name of that person."""
    titles = TitleReader(analysis.tokens, lexicon)
    owner = {id(form): group for group in groups for form in group.forms}
    forms = sorted((form for group in groups for form in group.forms), key=lambda form: form.place)
    for one, other in pairwise(forms):
        first, second = owner[id(one)], owner[id(other)]
        if {first.kind, second.kind} != {"person"} or first is second or not _called(one, other, titles, analysis):
            continue
        for form in second.forms:
            owner[id(form)] = first
        _move(second, first, described=True)


def _called(one: Form, other: Form, titles: TitleReader, analysis: Analysis) -> bool:
    """Whether the words between two names tell that both are of the same person."""
    position, last = analysis.token_at(one.name.end), analysis.token_at(other.name.start)
    if position >= last:
        return False
    bracket = analysis.tokens[position].text == "("
    if bracket:
        position += 1
    told = titles.words.aliases.at(titles.lowers, position)
    if told:
        position = told[0]
    rank = titles.at(position) if position < last else None
    if rank and rank.title.rank:
        position = rank.last
    closed = analysis.text[other.name.end : other.name.end + 1] == ")"
    return position == last and (told is not None or (bracket and closed))


def _join_alike(groups: Sequence[Group]) -> None:
    """Join a blend of two names of a person, and full names that differ in a letter."""
    persons = [group for group in groups if group.kind == "person" and group.forms]
    full = [group for group in persons if len(group.fullest.words) > 1]
    for group in persons:
        words = group.fullest.words if group.forms else ()
        for owner in full:
            if owner is group or not owner.forms:
                continue
            if (len(words) == 1 and _blend(words[0], owner.fullest.words)) or _slip(words, owner.fullest.words):
                _move(group, owner)
                break


def _blend(word: str, full: tuple[str, ...]) -> bool:
    """Whether a word is made of the beginnings of the first and the second word of a name."""
    one, other = full[0], full[1]
    return any(
        word[:cut] == one[:cut] and word[cut:] == other[: len(word) - cut]
        for cut in range(_PART, len(word) - _PART + 1)
        if cut <= len(one) and word not in full
    )


def _slip(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether two names differ only by a letter that is left out or put twice in a long word."""
    if len(words) != len(full) or len(words) < _PART:
        return False
    unlike = [(one, other) for one, other in zip(words, full, strict=True) if one != other]
    return len(unlike) == 1 and _dropped(*unlike[0])


def _dropped(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    if len(short) < _LONG or len(long) != len(short) + 1:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _join_areas(groups: Iterable[Group], lexicon: Lexicon) -> None:
    """Join a bare place name with the only area of that name, where the gazetteer knows both or neither."""
    places = [group for group in groups if group.kind == "place" and group.forms]
    for group in places:
        words = group.fullest.words if group.forms else ()
        if bare(words, lexicon) != words:
            continue
        named = [other for other in places if other is not group and other.forms and _area(other, words, lexicon)]
        if len(named) == 1 and bool(group.registry) == bool(named[0].registry):
            _move(group, named[0])


def _area(group: Group, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    full = group.fullest.words
    return any(head.region for head in heads_of(full, lexicon)) and bare(full, lexicon) == words != full


def _join_spelled(groups: Iterable[Group], lexicon: Lexicon) -> None:
    """Join organisations whose names are the same once short forms are written out and the kind of area left out."""
    first: dict[tuple[str, ...], Group] = {}
    for group in groups:
        if group.kind != "organization" or not group.forms:
            continue
        for key in dict.fromkeys(_spelled(form, lexicon) for form in group.forms):
            owner = first.setdefault(key, group)
            if owner is not group and not (owner.registry and group.registry):
                _move(group, owner)
                break


def _spelled(form: Form, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a name, written out, without a bracket and the words for kinds of area."""
    words, text = form.words, form.text
    opened, closed = text.find("("), text.find(")")
    if 0 < opened < closed:
        words = words_without(words, text[opened:closed])
    return _placed(tuple(_long(words, lexicon)), lexicon)


def words_without(words: tuple[str, ...], bracket: str) -> tuple[str, ...]:
    """The words without those of a bracket."""
    inside = {word.strip("()").casefold() for word in bracket.split()}
    return tuple(word for word in words if word not in inside)


def _long(words: tuple[str, ...], lexicon: Lexicon) -> Iterator[str]:
    position = 0
    while position < len(words):
        short = lexicon.shorts.at(words, position)
        yield from short[1][0].split() if short else (words[position],)
        position = short[0] if short else position + 1


def _placed(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The words with the gazetteer's id for each place, and no word for its kind."""
    found = {match.first: match for match in Matcher().matches(list(words[1:])) if match.entry.kind == "place"}
    kept, position = list(words[:1]), 1
    while position < len(words):
        match, head = found.get(position - 1), lexicon.heads.at(words, position)
        if head and any(each.region for each in head[1]) and head[0] < len(words):
            position = head[0]
        elif match:
            kept.append(bare_id(match.entry.name, lexicon))
            position = match.last + 1
        else:
            kept.append(words[position])
            position += 1
    return tuple(kept)


def bare_id(name: str, lexicon: Lexicon) -> str:
    """A place's own name without the word for its kind."""
    return " ".join(bare(tuple(name.casefold().split()), lexicon))
