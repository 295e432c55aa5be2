"""Pictures of what an archive answers, to be printed: PNG and SVG."""

from konon.plot.counts import draw, told

__all__ = ["draw", "told"]
