"""Records out: one format a file."""
