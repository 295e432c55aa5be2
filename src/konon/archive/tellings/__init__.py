"""Tellings: which statements of several reports are the same, told again, and where they come from."""

from konon.archive.tellings.deriving import Tellings
from konon.archive.tellings.told import Decision, Origin, Origins, Route, Told

__all__ = ["Decision", "Origin", "Origins", "Route", "Tellings", "Told"]
