"""Who published a report: by the host of its URL, the name that its page gives, or its dateline."""

import tomllib
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from konon.errors import TableError

# Subdomains that say nothing about who published it.
_PREFIXES = ("www.", "m.", "amp.")


def by_url(url: str | None) -> str | None:
    """The outlet that the URL's host, or host and path, belongs to; None where the tables don't know it."""
    host = host_of(url)
    if host is None:
        return None
    path = urlsplit(url or "").path.strip("/").split("/")[0]
    labels = host.split(".")
    for first in range(len(labels) - 1):
        domain = ".".join(labels[first:])
        name = _hosts().get(f"{domain}/{path}") or _hosts().get(domain)
        if name:
            return name
    return None


def host_of(url: str | None) -> str | None:
    """The host of a URL, without what goes before its own name; None where there is none."""
    try:
        host = (urlsplit(url).hostname or "").lower() if url else ""
    except ValueError:
        return None
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    return host or None


def by_name(name: str | None) -> str | None:
    """The outlet that a page or dateline means by a name or domain; None where the tables don't know it."""
    cleaned = _cleaned(name)
    known = _names().get(cleaned.casefold())
    return known or (by_url(f"//{cleaned}") if "." in cleaned and " " not in cleaned else None)


def as_written(name: str | None) -> str | None:
    """An unknown outlet as it writes itself, but for its domain and capitals that only shout; None for no name."""
    cleaned = _cleaned(name)
    if not cleaned or " " in cleaned or "." not in cleaned:
        return cleaned or None
    head = cleaned.split(".", 1)[0]
    return head.capitalize() if head.isupper() and len(head) > 4 else head


def _cleaned(name: str | None) -> str:
    return " ".join((name or "").split())


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    folder = resources.files("konon.reading") / "outlets"
    rows: list[tuple[str, tuple[str, ...]]] = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            try:
                table = tomllib.loads(file.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise TableError(str(error), subject=file.name) from error
            rows += [(row["name"], tuple(row["hosts"])) for row in table["outlet"]]
    return tuple(rows)


@cache
def _hosts() -> dict[str, str]:
    return {host: name for name, hosts in _rows() for host in hosts}


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): name for name, _ in _rows()} | _hosts()
