"""Lineage: which reports have one text underneath, who has it from whom, and what people said of that."""

from konon.archive.lineage.deriving import Reprints, remember
from konon.archive.lineage.relatives import Lineage, LineageDecision, Relative, Reprinted, Verdict

__all__ = ["Lineage", "LineageDecision", "Relative", "Reprinted", "Reprints", "Verdict", "remember"]
