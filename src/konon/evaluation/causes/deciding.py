"""What decided a part, and what is wrong with who is said to tell it."""

from collections.abc import Iterable

from konon.evaluation.sheet import Part, Sheet

NOTHING = "nothing there"


def by(part: Part, *names: str) -> str:
    """What decided the part: the reason of the first of these names that it has, else its first one.

    Empty where the record tells no reasons.
    """
    reasons = {reason.part: reason.by for reason in reversed(part.why)}
    return next((reasons[name] for name in names if name in reasons), part.why[0].by if part.why else "")


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
