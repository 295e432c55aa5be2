"""Messages from elsewhere in Konon, said in the language of the interface: errors, and what decided a part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from konon.explore.locale import Tongue

# As they are raised; what stands in their places is passed on as it is.
ERRORS = (
    "no actor of this name.", "Try a part of the name.", "no name.", "A name has letters or digits.",
    "no such report.", "Find it: konon search WORDS --in reports", "no such statement.",
    "Find it: konon search WORDS", "no such event.", "Find it: konon events type:ASSAULT",
    "is in no calendar.", "words alone find no events.", "Events are found by fields: %(values)s.",
    "no field %(value)s.", "There are: %(values)s.", "%(field)s: has no value.", "Such as %(example)s.",
    "no act %(value)s.", "no kind %(value)s.", "no type %(value)s.", "no country %(value)s.",
    "Countries have three letters (ISO 3166), such as IDN.", "%(value)s is no date.",
    "Write 2024, 2024-03 or 2024-03-11.", "is no place in what was found.", "Take `next` of the page before.",
    "%(word)s begins too many words.", "Write two letters or more.", "more than %(number)s words are only begun.",
    "Write some of them out.", "more than %(number)s words.", "Leave some of them out.",
    "holds a character that no text has.", "Leave it out.", "takes too long.", "the search",
    "Ask for less: another word, an outlet, fewer days.", "is not installed.",
    "Too much was asked for at once.", "Ask more slowly.", "The address has more than %(number)s characters.",
    "Ask for less.", "More than %(number)s MB were sent.", "Send less.", "This host is not served here.",
    "Ask for 127.0.0.1.", "Another site asked for this.", "Open the address yourself.",
    "There is no such file.", "Something went wrong here; the log tells more.", "Not Found", "Method Not Allowed",
    "Field required.", "String should have at most %(number)s characters.",
    "String should have at least %(number)s character.", "String should match pattern '%(pattern)s'.",
    "Input should be a valid integer, unable to parse string as an integer.",
    "Input should be a valid boolean, unable to interpret input.",
    "Input should be greater than or equal to %(number)s.", "Input should be less than or equal to %(number)s.",
    "Input should be %(values)s.",
    # Of decisions, and of what is added.
    "no such part.", "Look at the report again.", "no such decision.", "no such decision stands.",
    "They are listed in the explorer: konon explore", "a later decision on the same part stands.",
    "Take that one back first: %(number)s.", "somebody has changed it meanwhile.", "Look at it again, and decide anew.",
    "%(number)s parts of the record name it.", "Say which one is meant instead, or correct what names it.",
    "can't stand in its place.", "would break the record: %(why)s.", "Correct what is told.",
    "is taken back already.", "takes two names.", "Go back and choose two.", "There is no such kind of part.",
    "A form tells how long it is.",
    "The form is old, or none of ours. Go back, load the page anew, and send it again.",
    "More than %(number)s MB can't be given at once.", "This is not known any more.",
    "leads into a private network.", "no machine has this name.", "Check the address; is it spelled right?",
    "Only pages of the open network are fetched here; save the page and add the file.", "no valid address.",
    "Write it as https://host/page.", "too much waits already.", "Try again when some of it is read.",
    "Choose a file first.", "Paste the text of a report first.", "reading it ended all at once.",
    "Is there enough memory? Try again.", "empty.", "Give a file with a report in it.",
)  # fmt: skip
# What decided a part, as `konon.record.Reason` tells it: the more exact ones first.
DECIDERS = (
    "rule active", "rule passive", "rule bare", "rule noun", "rule according", "rule ground", "rule colon",
    "rule quotation alone", "rule pointing back", "rule medium", "rule relay", "rule nested", "rule happening",
    "rule names", "rule nouns", "rule words", "rule clause", "rule %(name)s", "table gazetteer", "table %(name)s",
    "head act", "head actor", "head count", "head cue", "head event", "head inside", "head medium", "head recipient",
    "head relation", "head relay", "head speaker", "head %(name)s", "named", "unnamed", "once", "often",
)  # fmt: skip
_PLACE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Said:
    """A message, and the language that it is in."""

    text: str
    language: str


def error(message: str, spoken: Tongue) -> Said:
    """An error, or what can be done about it, in a language; in English where nobody has translated it."""
    return _said(message, ERRORS, spoken)


def decider(name: str, spoken: Tongue) -> Said:
    """What decided a part of a record."""
    return _said(name, DECIDERS, spoken)


def _said(message: str, templates: tuple[str, ...], spoken: Tongue) -> Said:
    for template, pattern in _patterns(templates):
        if found := pattern.fullmatch(message):
            return Said(spoken.say(template) % found.groupdict(), spoken.code)
    return Said(message, "en")


@cache
def _patterns(templates: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((template, re.compile("".join(_pieces(template)), re.DOTALL)) for template in templates)


def _pieces(template: str) -> Iterator[str]:
    last = 0
    for place in _PLACE.finditer(template):
        yield re.escape(template[last : place.start()])
        yield f"(?P<{place[1]}>.+)"
        last = place.end()
    yield re.escape(template[last:])
