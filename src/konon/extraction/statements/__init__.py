"""Who said what: cues, sources and contents."""
