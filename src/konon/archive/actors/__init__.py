"""Actors: which names of many reports are of one, by decisions that are rows and can be taken back."""

from konon.archive.actors.decisions import Decision
from konon.archive.actors.deriving import Resolution

__all__ = ["Decision", "Resolution"]
