"""Initials that a report calls people by: *seorang warga berinisial TR*, *TR (21)*."""

from collections.abc import Iterator

from konon.language.names_view import View

_LONGEST = 4
_ANYBODY = 2


def initials(view: View) -> frozenset[str]:
    """All words in capitals that stand for a person: announced as such, with an age, or in a list with one that is."""
    positions = [at for at in range(len(view.tokens)) if _capitals(view, at)]
    known = {view.text(at) for at in positions if _announced(view, at) or _aged(view, at)}
    while known:
        more = {view.text(at) for at in positions if any(view.text(near) in known for near in _listed(view, at))}
        if more <= known:
            break
        known |= more
    return frozenset(known)


def _capitals(view: View, position: int) -> bool:
    text = view.text(position)
    # Two letters may be anybody's initials, whatever else they are short for.
    known = view.lowers[position] in view.lexicon.common and len(text) > _ANYBODY
    return text.isalpha() and text.isupper() and len(text) <= _LONGEST and not known


def _announced(view: View, position: int) -> bool:
    """Whether the word before says that initials follow, or is a noun for somebody whom reports don't name."""
    before = view.lowers[position - 1] if position else ""
    if before in view.lexicon.before.get("initials", ()):
        return True
    return (
        not view.word(position + 1)
        and before in view.lexicon.before.get("veiled", ())
        and 1 < len(view.text(position)) < _LONGEST
    )


def _aged(view: View, position: int) -> bool:
    """Whether an age stands in brackets behind."""
    age = view.text(position + 2)
    return view.text(position + 1) == "(" and age.isdigit() and len(age) <= 2 and view.text(position + 3) == ")"


def _listed(view: View, position: int) -> Iterator[int]:
    """The words in capitals that stand in one list with this one."""
    joints = view.lexicon.particles.get("list", frozenset())
    for near, between in ((position - 2, position - 1), (position + 2, position + 1)):
        if 0 <= near < len(view.tokens) and _capitals(view, near) and view.lowers[between] in joints:
            yield near
