"""Where a name that a head begins comes to its end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from konon.gazetteer import Match, Matcher
from konon.language.names_view import View
from konon.language.names_words import Head
from konon.language.titles import TitleReader

# How many words of a run of capitals are looked over.
_LONGEST = 12
# How many words may tell what the group is whose wing is named.
_DESCRIBED = 5
# The most words of a title that are looked over before a name.
_TITLE = 3


@dataclass(frozen=True)
class Extent:
    """Finds the end of names; `titles` tell where a name is cut off by the title of the next one."""

    view: View
    titles: TitleReader

    def end(self, position: int, limit: int, *, head: Head, office: bool) -> int:
        """The end of a name whose head ends at a token; with `office` a person's name may follow it directly."""
        start = position
        while position < limit:
            step = self._joined(position, limit, head=head)
            if step == position:
                step = self._word(position, limit, start=start, head=head, office=office)
            if step == position:
                break
            position = step
        return position

    def _word(self, position: int, limit: int, *, start: int, head: Head, office: bool) -> int:
        view = self.view
        match = view.matches.get(position)
        if position > start and (self._ranked(position, office=office) or self._begins_again(position, start, head)):
            return position
        if view.figure(position):
            return position + 1 if self._counts(position, start) else position
        if not view.word(position) or not self._continues(position, start, head):
            return position
        if view.lowers[position] in view.lexicon.calendar:
            return position
        if match and match.last <= limit:
            return match.last
        if position > start and self._titled(position):
            return position
        return position if office and self._person_follows(position, start) else position + 1

    def _counts(self, position: int, start: int) -> bool:
        """Whether a figure is a part of the name: right behind the head, or at its end."""
        after = self.view.text(position + 1)
        return position == start or not (after.islower() and after not in self.view.lexicon.function)

    def _continues(self, position: int, start: int, head: Head) -> bool:
        """Behind a known name a name goes on only with another head, a Roman numeral or a known name."""
        before = self.view.ends.get(position) if position > start else None
        if before is None or head.kind == "place":
            return True
        named = position in self.view.matches or bool(self.view.heads(position))
        return named or self.view.tail(position) or self.view.tail(position + 1)

    def _begins_again(self, position: int, start: int, head: Head) -> bool:
        """Whether another name begins here: with the same head, or with the area that a place lies in."""
        if not self.view.word(position + 1) and not self.view.figure(position + 1):
            return False
        if self.view.lowers[position] == self.view.lowers[start - 1]:
            return True
        return head.kind == "place" and any(other.region for other in self.view.heads(position))

    def _ranked(self, position: int, *, office: bool) -> bool:
        """Whether a rank with a name behind it begins here; other forms of address only where an office is named."""
        found = self.titles.at(position)
        if found is None or not found.title.rank or not (office or found.title.military):
            return False
        return self.view.word(found.last) and self.view.word(position)

    def _titled(self, position: int) -> bool:
        found = self.titles.at(position)
        return found is not None and not found.title.rank and (found.title.of != "" or found.last > position + 1)

    def _joined(self, position: int, limit: int, *, head: Head) -> int:
        """Past a joining word, a comma in a list, a preposition before a place, or an acronym in brackets."""
        view, text = self.view, self.view.text(position)
        if position + 1 >= limit or text == "(":
            return self._bracket(position, limit) if text == "(" else position
        if text == ",":
            return position + 1 if self._listed(position, limit) else position
        if view.hyphened(position):
            return position + 2
        if head.site and text in view.lexicon.before.get("place", ()):
            place = view.matches.get(position + 1)
            return place.last if place and place.last <= limit else position
        joins = (
            view.word(position + 1)
            and text in view.lexicon.particles.get("organization", ())
            and head.kind == "organization"
        )
        return position + 1 if joins and view.official(position + 1) else position

    def _bracket(self, position: int, limit: int) -> int:
        """Past a short form in brackets, where the name goes on behind it."""
        view = self.view
        close = next((at for at in range(position + 2, position + 4) if view.text(at) == ")"), limit)
        if not all(view.word(at) for at in range(position + 1, close)) or close + 1 >= limit:
            return position
        after = view.matches.get(close + 1)
        headed = view.word(close + 1) and view.heads(close + 1)
        return close + 1 if headed or (after and after.entry.kind in ("place", "state")) else position

    def _listed(self, position: int, limit: int) -> bool:
        """Whether a comma stands in a list of the name's own words, which a joining word ends."""
        view = self.view
        for index in range(position + 1, min(position + 8, limit)):
            if view.text(index) in view.lexicon.particles.get("organization", ()):
                return view.official(index + 1) and view.word(index + 1)
            if view.text(index) != "," and not (view.official(index) and view.word(index)):
                return False
        return False

    def _person_follows(self, position: int, start: int) -> bool:
        """Whether the name of the person that holds the office begins here."""
        view = self.view
        if position == start or view.official(position) or view.heads(position) or self._rank_ahead(position):
            return False
        if len(view.text(position)) == 1 and view.text(position + 1) != ".":
            return False
        if any(head.kind == "place" for head in view.heads(position - 2)) and view.word(position + 1):
            return view.lowers[position] not in view.lexicon.directions.by_first
        if view.acronym(position):
            return False
        word = view.lowers[position]
        if view.official(position - 1) and view.heads(position - 1):
            return False
        known = word in view.lexicon.given or word in view.alone
        return known or view.official(position - 1) or self.known_last(position)

    def _rank_ahead(self, position: int) -> bool:
        """Whether a rank comes behind this run of capitals, so that the run is no person yet."""
        limit = position + _LONGEST
        while position < limit and self.view.word(position):
            found = self.titles.at(position)
            if found and found.title.rank:
                return True
            position += 1
        found = self.titles.at(position + 1) if self.view.text(position) == "," else None
        return found is not None and found.title.rank

    def rank_behind(self, position: int) -> bool:
        """Whether a rank follows here, past a comma."""
        found = self.titles.at(position + 1 if self.view.text(position) == "," else position)
        return found is not None and found.title.rank

    def wing(self, position: int, limit: int) -> int | None:
        """Where a wing's name ends with its group's, past words and states that only tell what the group is."""
        for last in range(position, min(position + _DESCRIBED, limit)):
            match = self.view.matches.get(last)
            if match and match.entry.kind in ("armed_group", "organization") and match.last <= limit:
                return match.last
            if self.view.word(last) and not (match and match.entry.kind == "state"):
                return None
        return None

    def known_last(self, position: int) -> bool:
        """Whether the last word of this run of capitals stands alone elsewhere in the report."""
        limit = position + _LONGEST
        while position < limit and self.view.word(position + 1):
            position += 1
        return position < len(self.view.lowers) and self.view.lowers[position] in self.view.alone


def behind_titles(view: View, titles: TitleReader) -> Iterator[Match]:
    """The names that begin behind a title with whose last word the gazetteer's name begins."""
    for match in view.matches.values():
        for first in range(max(0, match.first - _TITLE), match.first):
            title = titles.at(first)
            if title and match.first < title.last < match.last:
                words = [token.text for token in view.tokens[title.last : match.last]]
                for found in Matcher().matches(words):
                    yield replace(found, first=found.first + title.last, last=found.last + title.last)


def body_end(view: View, first: int, last: int) -> int:
    """The end of the organisation or place at the beginning of a run of capitals that ends with its head's name."""
    acronyms = [index + 1 for index in range(first, last) if view.acronym(index)]
    if acronyms:
        end = acronyms[-1]
        while end < last and view.official(end) and not view.given(end):
            end += 1
        return _past_direction(view, end, last)
    for index in range(first + 1, last):
        given = view.given(index) and not view.given(first)
        if view.tail(index - 1) or given:
            return _past_direction(view, index, last)
    bearer = view.lowers[first] in view.alone and view.lowers[last - 1] not in view.alone
    short = last - first < 3 or view.given(first) or bearer
    return last if short else _past_direction(view, first + 1, last)


def _past_direction(view: View, position: int, last: int) -> int:
    while position < last and view.lowers[position] in view.lexicon.directions.by_first:
        position += 1
    return position
