"""Credits: the outlets that a report says it has its text from."""

import re
from collections.abc import Iterator
from functools import cache

from konon.compare.spoken import spoken
from konon.gazetteer.folding import key
from konon.gazetteer.index import lookup
from konon.language.base import Language
from konon.language.dateline import find_dateline
from konon.record import Document, Record

# A bracket at the end of a line, such as `(ANTARA)` or `(Antara/Rina)`.
_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]\.?[ \t]*(?:\n|\Z)")
_NAME = re.compile(r"[^\W\d_a-z][\w'’&-]*(?:\.[a-z]{2,4})*(?: (?:[^\W_a-z][\w'’&-]*(?:\.[a-z]{2,4})*|\d{1,2}\b))*")
_PARTED = re.compile(r"\s*[/,|]\s*")
# Credits that a report has beyond these are lists of links.
_MOST = 12
# So many words may stand between a verb of passing on and the name.
_BETWEEN = 4


def credits_of(record: Record) -> tuple[str, ...]:
    """The names that a report credits, its relays among them, without its own outlet; in the order of the text."""
    document = record.document
    names = [*_in_text(document), *_relays(record)]
    own = document.outlet
    kept = {key(name): name for name in names if key(name) and not (own and same_outlet(name, own))}
    return tuple(list(kept.values())[:_MOST])


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are of one outlet: the same name, with or without domain, or one entry of the gazetteer."""
    return not _identities(one).isdisjoint(_identities(other))


@cache
def _identities(name: str) -> frozenset[str]:
    bare = name.strip().removeprefix("www.")
    head = bare.partition(".")[0] if " " not in bare else bare
    known = {entry.id for form in (bare, head) for entry in lookup(form) if entry.kind == "media"}
    # In a domain and in capitals the words of a name are one: HARIANRAWA.COM.
    return frozenset({key(bare).replace(" ", ""), key(head).replace(" ", ""), *known})


def _relays(record: Record) -> Iterator[str]:
    names = {entity.id: entity.name for entity in record.entities}
    for said in record.statements:
        yield from (names[link.entity] for link in said.chain if link.role == "relay" and link.entity)


def _in_text(document: Document) -> Iterator[str]:
    language = spoken(document)
    if language is None:
        return
    dateline = find_dateline(document.text, language.code)
    if dateline and dateline.outlet:
        yield dateline.outlet
    short = _short(language)
    for bracket in _BRACKET.finditer(document.text):
        for part in _PARTED.split(bracket[1]):
            if found := short.get(part.strip().lower(), part.strip() if lookup(part.strip()) else _whole(part)):
                yield found
    for opener in _openers(language).finditer(document.text):
        name = _NAME.match(document.text, opener.end())
        if name:
            yield name[0]


def _whole(part: str) -> str | None:
    """A part of a bracket that is nothing but a name."""
    return part.strip() if _NAME.fullmatch(part.strip()) else None


@cache
def _openers(language: Language) -> re.Pattern[str]:
    """The words before the name of an outlet, with those that may stand between."""
    between = _either(form for row in language.table("credits", "between") for form in row["forms"])
    verbs = _either(form for row in language.table("attribution", "relay") if not row.get("weak")
                    for form in row["forms"])  # fmt: skip
    behind = _either(form for row in language.table("credits", "behind") for form in row["forms"])
    lines = _either(form for row in language.table("credits", "line") for form in row["forms"])
    # Inside brackets a line's words stand as well: `(Sumber: Warta Utara)`.
    words = rf"(?:(?:^|(?<=\())[ \t]*(?:{lines})[ \t]*:|\b(?:{verbs}|{behind})\b)"
    # What begins with a capital belongs to the name.
    return re.compile(rf"(?i:{words})[ \t]*(?:(?:{between})[ \t]+){{0,{_BETWEEN}}}", re.MULTILINE)


def _either(forms: Iterator[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or r"(?!)"


@cache
def _short(language: Language) -> dict[str, str]:
    return {form: row["outlet"] for row in language.table("credits", "short") for form in row["forms"]}
