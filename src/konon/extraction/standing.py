"""Names that stand for another entity: a capital for its state, a bare word for the one of its family, a government."""

from collections.abc import Iterable, Sequence

from konon.extraction.naming import Form, Group, bare, heads_of
from konon.gazetteer import Entry, Matcher, outlet, senses
from konon.gazetteer import entry as gazetteer_entry
from konon.language.analysis import Analysis
from konon.language.base import Language
from konon.language.names_words import Lexicon
from konon.record.document import Document


def home_state(document: Document, language: Language) -> str | None:
    """The registry id of the state whose outlet published the report, or else of the language's own."""
    for place in (document.url or "", document.outlet or ""):
        host = place.split("//")[-1].split("/")[0]
        found = outlet(host) if "." in host else _outlet_named(host)
        if found and found.country:
            return f"state:{found.country}"
    return next((row["registry"] for row in language.table("organizations", "home")), None)


def _outlet_named(name: str) -> Entry | None:
    return next((owner for owner, _ in senses(name) if owner.kind == "media"), None) if name else None


def read_capitals(forms: Sequence[Form], analysis: Analysis, lexicon: Lexicon, *, home: str | None) -> None:
    """Turn a capital or a seat of government that acts like a state into a name of the state."""
    named = {form.registry for form in forms if form.kind == "state"}
    named |= {f"state:{owner}" for form in forms if (owner := _country(form))}
    for form in forms:
        if form.kind == "state":
            continue
        state = next((owner.id for owner, alias in senses(form.text) if alias.use in ("capital", "seat")), None)
        if state and state in named and state != home and not _located(form, analysis, lexicon):
            form.stand_for(state)


def _country(form: Form) -> str | None:
    if form.registry is None or form.kind not in ("organization", "armed_group"):
        return None
    return gazetteer_entry(form.registry).country


def _located(form: Form, analysis: Analysis, lexicon: Lexicon) -> bool:
    """Whether the words around a name take it as a place."""
    first, last = analysis.token_at(form.name.start), analysis.token_at(form.name.end)
    before = analysis.tokens[first - 1] if first else None
    after = analysis.tokens[last] if last < len(analysis.tokens) else None
    if form.text.isupper() or (before is not None and before.lower in lexicon.before.get("place", ())):
        return True
    if before is not None and before.text == ",":
        return True
    return after is not None and (after.text in "(-–—," or bool(lexicon.directions.by_first.get(after.lower)))


def join_families(groups: Iterable[Group], lexicon: Lexicon) -> None:
    """Make one of those of a family with the same words behind their heads; bare words go to the first of them."""
    first: dict[str, Group] = {}
    same: dict[tuple[str, tuple[str, ...]], Group] = {}
    bare_groups: list[tuple[str, Group]] = []
    for group in groups:
        words = group.fullest.words
        head = next((head for head in heads_of(words, lexicon) if head.family), None)
        if head is None or head.family is None or group.kind != "organization":
            continue
        if head.bare and len(words) == 1:
            bare_groups.append((head.family, group))
            continue
        owner = same.setdefault((head.family, bare(words, lexicon)), group)
        first.setdefault(head.family, owner)
        _move(group, owner)
    for family, group in bare_groups:
        if family in first:
            _move(group, first[family])


def _move(group: Group, owner: Group) -> None:
    if group is not owner:
        owner.forms += group.forms
        owner.registry = owner.registry or group.registry
        group.forms = []


def join_governments(groups: Sequence[Group], lexicon: Lexicon, *, home: str | None) -> None:
    """Give the forms of a bare government to the home state, or to the only state that the report names."""
    states = [group for group in groups if group.kind == "state" and group.registry]
    owner = next((group for group in states if group.registry == home), None) or (
        states[0] if len(states) == 1 else None
    )
    if owner is None:
        return
    for group in groups:
        unknown = group.kind == "state" and group.registry is None
        if unknown and any(head.means_state for head in heads_of(group.fullest.words, lexicon)):
            _move(group, owner)


def join_agencies(groups: Sequence[Group], lexicon: Lexicon) -> None:
    """Give a state's agency that goes by no name to the only outlet of that state which the report names."""
    for group in _of_family(groups, lexicon, "newswire"):
        state = _inside(group, "state")
        country = state.country if state else None
        named = [
            other for other in groups if other.kind == "media" and country and _country_of(other.registry) == country
        ]
        if len(named) == 1 and named[0] is not group:
            _describe(group, named[0])


def join_wings(groups: Sequence[Group], lexicon: Lexicon) -> None:
    """Make one of all that is called the wing of the same group, and give it to the only wing that the report names."""
    first: dict[str, Group] = {}
    for group in _of_family(groups, lexicon, "wing"):
        whole = _inside(group, "armed_group") or _inside(group, "organization")
        if whole is None:
            continue
        named = [other for other in groups if other.registry and gazetteer_entry(other.registry).parent == whole.id]
        owner = named[0] if len(named) == 1 else first.setdefault(whole.id, group)
        if owner is not group:
            _describe(group, owner)


def _of_family(groups: Sequence[Group], lexicon: Lexicon, family: str) -> list[Group]:
    """The groups that go by no more than a description of a family."""
    told = []
    for group in groups:
        heads = heads_of(group.fullest.words, lexicon) if group.forms else ()
        if any(head.family == family and head.apposed for head in heads):
            told.append(group)
    return told


def _inside(group: Group, kind: str) -> Entry | None:
    """The gazetteer's first entry of a kind behind the first word of a name."""
    matches = Matcher().matches(group.fullest.text.split()[1:])
    return next((match.entry for match in matches if match.entry.kind == kind), None)


def _country_of(registry: str | None) -> str | None:
    return gazetteer_entry(registry).country if registry else None


def _describe(group: Group, owner: Group) -> None:
    for form in group.forms:
        form.described = True
    _move(group, owner)
