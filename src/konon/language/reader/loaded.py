"""The model of a language, loaded when first asked for and once per process."""

from functools import cache
from pathlib import Path
from threading import Lock

from konon.language.base import Language
from konon.language.reader.reading import Reading
from konon.language.reader.windows import ModelReader
from konon.settings import Settings

_lock = Lock()


def read_text(text: str, language: Language) -> Reading | None:
    """What the language's model says of a text; None where it has none or the settings say to read without."""
    settings = _settings()
    if not settings.model or language.model is None:
        return None
    with _lock:
        reader = _model(language.model, settings.threads)
    return reader.read(text)


@cache
def _settings() -> Settings:
    return Settings.gather()


@cache
def _model(folder: Path, threads: int) -> ModelReader:
    return ModelReader(folder, threads=threads)
