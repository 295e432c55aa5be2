"""`konon schema`: what a record looks like, for programs."""

import typer

from konon.record import schema as record_schema


def schema() -> None:
    """Print the JSON Schema of a record."""
    typer.echo(record_schema.text(), nl=False)
