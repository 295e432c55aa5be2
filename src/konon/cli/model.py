"""`konon model`: what the reader model of a language was trained on, how good it is, and where it is weak."""

from enum import StrEnum
from typing import Annotated

import typer

from konon.errors import LanguageError
from konon.language.base import language


class Form(StrEnum):
    """How the card is written."""

    TEXT = "text"
    JSON = "json"


def model(
    code: Annotated[str, typer.Argument(metavar="[LANGUAGE]", help="The language's code, such as id.")] = "id",
    to: Annotated[Form, typer.Option(help="How the card is written.")] = Form.TEXT,
) -> None:
    """Print the card of a language's reader model: data, licences, training, scores, weaknesses, hashes."""
    folder = language(code).model
    if folder is None:
        raise LanguageError("the language has no reader model.", subject=code, remedy="It is read by rules alone.")
    typer.echo((folder / f"card.{'json' if to is Form.JSON else 'md'}").read_text(encoding="utf-8"), nl=False)
