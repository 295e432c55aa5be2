"""Invented reports for the benchmark of lineage: stories, own reports of them, and copies that were reworked."""
