"""The stage `entities`: every named person, organisation, state, place … of a report with all its mentions."""

from collections.abc import Sequence

from konon.extraction.draft import Draft, EntityDraft, MentionDraft, RoleDraft
from konon.extraction.mentions import add_entity, add_mention, entities_in, entity_covering
from konon.extraction.naming import Form, Group, Grouper, country_of, forms_of
from konon.extraction.naming_variants import join_variants
from konon.extraction.offices import find_offices
from konon.extraction.stage import stage
from konon.extraction.standing import (
    home_state,
    join_agencies,
    join_families,
    join_governments,
    join_wings,
    read_capitals,
)
from konon.language.base import Language
from konon.language.names_words import Lexicon, lexicon
from konon.language.reader.told import Told, asked

__all__ = ["add_entity", "add_mention", "entities", "entities_in", "entity_covering"]


@stage("entities", gives={"entities"})
def entities(draft: Draft, language: Language) -> None:
    """Add an entity for each named one, its mentions linked, and the titles that persons hold."""
    analysis = draft.analysis
    words = lexicon(language)
    forms = _outside_dateline(forms_of(analysis), draft)
    home = home_state(analysis.document, language)
    read_capitals(forms, analysis, words, home=home)
    groups = Grouper(analysis, words).group(forms)
    join_variants(groups, analysis, words)
    groups = [group for group in groups if group.forms]
    join_families(groups, words)
    join_governments(groups, words, home=home)
    join_agencies(groups, words)
    join_wings(groups, words)
    told = asked(draft.analysis.reading)
    for group in groups:
        if group.forms:
            draft.entities.append(_entity(group, told))
            draft.entities[-1].nameless = all(_bare(form, words) for form in group.forms)
    for office in find_offices(draft, language):
        role = RoleDraft(office.start, office.end, office.text, office.held_in)
        office.person.roles.append(role)


def _bare(form: Form, words: Lexicon) -> bool:
    """Whether a form is no more than a common noun that may stand for an organisation or a government."""
    match = words.heads.at(form.words, 0)
    return match is not None and match[0] == len(form.words) and any(head.bare for head in match[1])


def _outside_dateline(forms: Sequence[Form], draft: Draft) -> list[Form]:
    """The names without the report's own outlet in its dateline."""
    found = draft.analysis.dateline
    if found is None or found.outlet is None:
        return list(forms)
    start, end = found.outlet_start, found.outlet_end
    return [form for form in forms if form.name.end <= start or end <= form.name.start]


def _entity(group: Group, told: Told | None) -> EntityDraft:
    mentions = [MentionDraft(form.name.start, form.name.end, "name") for form in group.forms]
    shares = [told.share("names", group.kind, each.start, each.end) for each in mentions] if told else []
    known = [share for share in shares if share is not None]
    share = sum(known) / len(known) if known else None
    return EntityDraft(
        group.fullest.text, group.kind, mentions, country=country_of(group.registry), registry=group.registry,
        why={"kind": ("table gazetteer" if group.registry else "rule names", share)},
    )  # fmt: skip
