"""Actors: which names of many reports are of one, by decisions that are rows and can be taken back."""

from konon.archive.resolution.decisions import Decision
from konon.archive.resolution.deriving import Resolution

__all__ = ["Decision", "Resolution"]
