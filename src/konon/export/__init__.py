"""Records out: one format a file, each found by its entry point under `konon.exporters`."""

from konon.export.base import Exporter, Sheet, export, exporters

__all__ = ["Exporter", "Sheet", "export", "exporters"]
