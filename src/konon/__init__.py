"""Konon reads news reports and keeps, for every statement, the way by which it reached the page."""
