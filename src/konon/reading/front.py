"""What stands above a report in plain text: its title, who wrote it, when; and the body below."""

import re
from dataclasses import dataclass
from functools import cache

from konon.language.base import language
from konon.language.dateline import find_dateline
from konon.reading.published import date_line

# More than this is a paragraph, not a title.
_TITLE_LONGEST = 200
_TITLE_WORDS = 32
# More words than this don't name a person.
_NAME_WORDS = 9
# Front matter is looked for in so many lines.
_FRONT_LINES = 12

_OPENING = "\"'“‘«[("
_SENTENCE = re.compile(r"(?<!\.)[.][\"”'’)]?\Z|[,;:][\"”'’)]?\Z")
_HEADING = re.compile(r"#{1,6}\s+")
_SITE = re.compile(r"[\w .&-]{2,40}?\s*[-–—|]\s+")


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a text, and the text without it."""

    body: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class _Label:
    phrase: str
    role: str
    colon: bool


def split_front(text: str, code: str) -> Front:
    """Title, byline and date of a text, where it has them on lines of their own; all else stays in the body."""
    lines = text.split("\n")
    title: str | None = None
    bylines: dict[str, str] = {}
    published: str | None = None
    body = 0
    for index, line in enumerate(lines[:_FRONT_LINES]):
        bare = line.strip()
        if not bare:
            continue
        credit = credited(bare, code)
        day = None if credit else _day(bare, code)
        if credit:
            bylines.setdefault(*credit)
        elif day:
            published = published or day
        elif title is None and index < len(lines) - 1 and _titled(lines, index, code):
            title = _HEADING.sub("", _unlabelled(bare, code))
        else:
            break
        body = index + 1
    rest = "\n".join(lines[body:]).strip("\n \t")
    if not rest:
        return Front(body=text)
    return Front(rest, title=title, byline=bylines.get("writer") or bylines.get("editor"), published=published)


def credited(line: str, code: str) -> tuple[str, str] | None:
    """The role and the name of a line that only tells who made the report; None for any other line."""
    lower = line.lower()
    for label in _labels(code):
        if not lower.startswith(label.phrase):
            continue
        rest = line[len(label.phrase) :]
        name = rest.lstrip(" \t:：-–|")
        marked = rest.lstrip()[:1] in (":", "：")
        if (marked or (not label.colon and rest[:1].isspace())) and _names_someone(name):
            # `Laporan Wartawan Warta Utara, Sari`: the outlet goes before the comma.
            return label.role, name.split(",", 1)[-1].strip() if not marked and name.count(",") == 1 else name
    return None


def _names_someone(name: str) -> bool:
    words = name.split()
    if not words or len(words) > _NAME_WORDS or name.endswith((".", "!", "?", ":")):
        return False
    capitals = sum(word[:1].isupper() for word in words)
    return words[0][:1].isupper() and capitals * 2 > len(words)


def _day(line: str, code: str) -> str | None:
    """The date of a line that holds only a date, or the site's name and a date."""
    site = _SITE.match(line)
    return date_line(line, code) or (date_line(line[site.end() :], code) if site else None)


def _titled(lines: list[str], index: int, code: str) -> bool:
    """Whether this line is a title: it looks like one and stands apart from what follows."""
    bare = lines[index].strip()
    if _labelled(bare, code) or _HEADING.match(bare):
        return True
    rest = next((line.strip() for line in lines[index + 1 :] if line.strip()), "")
    if len(bare) > _TITLE_LONGEST or len(bare.split()) > _TITLE_WORDS or not rest:
        return False
    if not (bare[0].isupper() or bare[0].isdigit() or bare[0] in _OPENING) or _SENTENCE.search(bare):
        return False
    credited_or_dated = bool(credited(rest, code) or _day(rest, code))
    # A sentence that the page broke goes on in lower case.
    if rest[0].islower() and not credited_or_dated:
        return False
    opens = find_dateline(rest, code) is not None
    # A first sentence may lack its full stop, but then it is it that has the dateline.
    if find_dateline(bare, code) and not opens:
        return False
    return not lines[index + 1].strip() or opens or credited_or_dated


def _labelled(line: str, code: str) -> bool:
    return _unlabelled(line, code) != line


def _unlabelled(line: str, code: str) -> str:
    label, colon, rest = line.partition(":")
    return rest.strip() if colon and rest.strip() and label.strip().lower() in _title_labels(code) else line


@cache
def _title_labels(code: str) -> frozenset[str]:
    return frozenset(phrase for row in language(code).table("front", "title") for phrase in row["phrases"])


@cache
def _labels(code: str) -> tuple[_Label, ...]:
    labels = [
        _Label(phrase, row["role"], row["mark"] == "colon")
        for row in language(code).table("front", "byline")
        for phrase in row["phrases"]
    ]
    # Longest first, so that `laporan wartawan` goes before `laporan`.
    return tuple(sorted(labels, key=lambda label: (-len(label.phrase), label.phrase, label.colon)))
