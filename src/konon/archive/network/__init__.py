"""The network of actors: what ties whom to whom, over all reports."""

from konon.archive.network.deriving import Ties
from konon.archive.network.found import TIED, TIES, Between, Bond, Evidence, Network, Node, Scope

__all__ = ["TIED", "TIES", "Between", "Bond", "Evidence", "Network", "Node", "Scope", "Ties"]
