"""The reader model: a small transformer that gives words, trees, names and more of a text."""
