"""The stage `locations`: where the places of a report can be, the likeliest first."""

from collections import Counter

from konon.extraction.draft import Draft, EntityDraft
from konon.extraction.stage import stage
from konon.extraction.standing import home_state
from konon.gazetteer import PlaceHit, place
from konon.gazetteer import entry as gazetteer_entry
from konon.language.base import Language

# So many of the cities of a name are kept; the name of a saint has over twenty.
_MOST = 5


@stage("locations", needs={"entities"}, gives={"entities.locations"})
def locations(draft: Draft, language: Language) -> None:
    """Give each place the cities that bear its name, those of countries that the report names most first.

    Where all are of one country, it is the place's. Cities of countries that the report doesn't name come behind those
    of the outlet's own, the populous ones first.
    """
    told = _countries(draft)
    home = home_state(draft.analysis.document, language)
    order = [country for country, _ in told.most_common()]
    if home is not None and (own := home.partition(":")[2]) not in order:
        order.append(own)
    rank = {country: number for number, country in enumerate(order)}
    for entity in draft.entities:
        if entity.kind == "place":
            hits = sorted(_hits(entity), key=lambda hit: (rank.get(hit.country, len(rank)), -hit.population, hit.id))
            entity.locations = hits[:_MOST]
            if len({hit.country for hit in hits}) == 1:
                entity.country = hits[0].country


def _countries(draft: Draft) -> Counter[str]:
    """How often each country is named, by itself or by what belongs to it."""
    told: Counter[str] = Counter()
    for entity in draft.entities:
        if entity.country is not None:
            told[entity.country] += len(entity.mentions)
    return told


def _hits(entity: EntityDraft) -> list[PlaceHit]:
    """The cities of a place's name; of one that the gazetteer knows, by any name of it, those of its country only."""
    names = [entity.name]
    if entity.registry is not None:
        names += [alias.text for alias in gazetteer_entry(entity.registry).aliases if alias.use == "name"]
    first = next((hit for name in names if (hit := place(name)) is not None), None)
    hits = [first, *first.others] if first is not None else []
    return [hit for hit in hits if entity.country is None or entity.registry is None or hit.country == entity.country]
