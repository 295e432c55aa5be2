"""A report that ships with Konon; its people, its outlet and what it tells are invented."""

from pathlib import Path

REPORT = Path(__file__).with_name("laporan.txt")
