"""Comparison of texts, names, days and numbers: pure functions, which know of no database."""
