"""The explorer: an archive looked at in a browser, and the same as JSON."""
