"""People's word on events; joined events follow at once."""

from konon.archive.events.decisions import DECISIONS
from konon.archive.events.deriving import Happenings, regroup
from konon.archive.events.finding import found_key
from konon.archive.joining import People

PEOPLE = People(decisions=DECISIONS, derivation=Happenings.name, found_key=found_key, regroup=regroup)
