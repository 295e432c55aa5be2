"""The registry of entities that ships: states, organisations, outlets, armed groups and places, by all their names."""

from konon.gazetteer.entry import Alias, AliasUse, Entry, PlaceHit
from konon.gazetteer.index import entries, entry, lookup, outlet, senses
from konon.gazetteer.matcher import Match, Matcher
from konon.gazetteer.places import place
from konon.gazetteer.spots import Spot, spot

__all__ = [
    "Alias", "AliasUse", "Entry", "Match", "Matcher", "PlaceHit", "Spot", "entries", "entry", "lookup", "outlet",
    "place", "senses", "spot",
]  # fmt: skip
