"""Denials, rejections and confirmations, and what they answer: statements, and events of reports."""

from konon.archive.denials.decisions import DenialDecision
from konon.archive.denials.deriving import Denials
from konon.archive.denials.finding import Denial

__all__ = ["Denial", "DenialDecision", "Denials"]
