"""What decided a part, and what is wrong with who is said to tell it."""

from collections.abc import Iterable

from konon.evaluation.sheet import Part, Sheet

NOTHING = "nothing there"
_DECIDERS = ("rule ", "table ", "head ")


def by(part: Part, *names: str) -> str:
    """What decided the part: the reason of the first of these names that it has, else its first one.

    Empty where the record tells no rule, table or head.
    """
    # Other reasons tell what speaks for a part, such as how often it is mentioned, and decided nothing.
    reasons = {reason.part: reason.by for reason in part.why if reason.by.startswith(_DECIDERS)}
    return next((reasons[name] for name in (*names, *reasons) if name in reasons), "")


def decided(what: str, part: Part, *names: str) -> str:
    """What is wrong, with what decided it, where that is told."""
    decider = by(part, *names)
    return f"{what}, by {decider}" if decider else what


def differing(differences: Iterable[tuple[str, bool]]) -> str:
    """The names of what differs: `kind and bounds`."""
    return " and ".join(name for name, differs in differences if differs)


def voice(sheet: Sheet, gold: str | None, statement: str | None) -> str:
    """How it differs who tells a part; empty where it does not."""
    if sheet.attributed(gold, statement):
        return ""
    if statement is None:
        return "told in the reporter's voice"
    return "told by a source, not the reporter" if gold is None else "told by another source"
