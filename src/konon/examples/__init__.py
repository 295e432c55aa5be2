"""Reports that ship with Konon; their people, their outlets and what they tell are invented."""

from pathlib import Path

REPORT = Path(__file__).with_name("laporan.txt")
# Six reports of one story, as JSON lines.
STORY = Path(__file__).parent / "story" / "story.jsonl"
