"""People's word on tellings; clusters follow at once."""

from konon.archive.joining import People
from konon.archive.tellings.clusters import found_key
from konon.archive.tellings.decisions import DECISIONS
from konon.archive.tellings.deriving import Tellings, regroup

PEOPLE = People(decisions=DECISIONS, derivation=Tellings.name, found_key=found_key, regroup=regroup)
