"""Actors, outlets and places that Konon knows by name."""
