"""How good the records are: scores against gold reports."""
