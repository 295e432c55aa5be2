"""Invented reports, as many as are wanted: the same from the same seed, with what is true of them."""
