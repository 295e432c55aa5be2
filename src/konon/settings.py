"""What a user can set: argument > environment (`KONON_…`) > `konon.toml` in the working folder > default."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from konon.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set; `language` forces one, `default_language` is taken where a text is too short to tell.

    `model` false reads by rules and tables alone; `threads` are those of the model in one process. `archive` is where
    reports are kept: a file, or the URL of a database.
    """

    language: str | None = None
    default_language: str = "id"
    max_bytes: int = 10_000_000
    timeout: float = 20.0
    delay: float = 1.0
    user_agent: str = "Konon (reader of news reports)"
    respect_robots: bool = True
    model: bool = True
    threads: int = 1
    archive: str = "konon.db"

    @classmethod
    def gather(cls, given: Mapping[str, Any] | None = None, *, environment: Mapping[str, str] | None = None,
               file: Path = Path("konon.toml")) -> "Settings":  # fmt: skip
        """The settings of this run; what is None in `given` was not given."""
        known = {field.name: field.default for field in fields(cls)}
        values = _checked(_from_file(file), known, subject=str(file))
        values |= _from_environment(os.environ if environment is None else environment, known)
        values |= _checked(
            {name: value for name, value in (given or {}).items() if value is not None}, known, subject=""
        )
        return cls(**values)


DEFAULTS = Settings()


def _from_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise SettingsError(f"{error}.", subject=str(file), remedy="Mend the file or take it away.") from error


def _from_environment(environment: Mapping[str, str], known: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, default in known.items():
        variable = f"KONON_{name.upper()}"
        if variable in environment:
            values[name] = _converted(environment[variable], default, subject=variable)
    return values


def _checked(values: Mapping[str, Any], known: Mapping[str, Any], *, subject: str) -> dict[str, Any]:
    for name in values:
        if name not in known:
            raise SettingsError(f"no setting {name!r}.", subject=subject, remedy=f"There are: {', '.join(known)}.")
    return {name: _converted(value, known[name], subject=f"{subject} {name}".strip()) for name, value in values.items()}


_TRUTH = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def _converted(value: object, default: object, *, subject: str) -> object:
    if isinstance(default, bool):
        truth = _TRUTH.get(str(value).strip().lower())
        if truth is None:
            raise SettingsError(f"{value!r} is neither true nor false.", subject=subject, remedy="Write true or false.")
        return truth
    if isinstance(default, int | float):
        try:
            number = type(default)(str(value).strip())
        except ValueError as error:
            raise SettingsError(f"{value!r} is no number.", subject=subject, remedy=f"Such as {default}.") from error
        if not 0 <= number < float("inf"):
            raise SettingsError(f"{value!r} is out of range.", subject=subject, remedy=f"Such as {default}.")
        return number
    return str(value)
