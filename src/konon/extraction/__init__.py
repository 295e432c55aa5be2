"""Analysis → the parts of a record."""
