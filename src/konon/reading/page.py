"""What a page says about itself: URL, title, site, authors and the time of publication."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from konon.reading.front import credited
from konon.reading.outlet import by_name, host_of
from konon.reading.published import date_line, normalised

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BREAK = re.compile(r"\s+(?:[-–—|»·]|::)\s+")
# A line that shows the time of publication is not longer than this.
_LINE = 90


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page states; None where it doesn't."""

    url: str | None = None
    title: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    body: str | None = None


@cache
def names(kind: str) -> tuple[str, ...]:
    """A list of the table `page.toml`."""
    table = tomllib.loads((resources.files("konon.reading") / "page.toml").read_text(encoding="utf-8"))
    return tuple(table[kind])


def facts(tree: "HtmlElement", *, url: str | None, code: str) -> Facts:
    """What the page states about its article; `url` is where it was fetched, if it was."""
    metas = _metas(tree)
    article = next(_articles(tree), {})
    address = url or _address(tree, metas, article)
    site = _first(metas, "site") or _name(article.get("publisher"))
    if site and site.startswith("http"):
        site = None
    heading = _heading(tree)
    title = _title(
        _text(article.get("headline")) or _first(metas, "title"), heading, tree, site=site, host=host_of(address)
    )
    return Facts(
        url=address, title=title, site=site,
        authors=_authors(article, metas, site=site, host=host_of(address)) or _shown_authors(tree, code),
        published=_published(tree, metas, article, code=code, heading=heading),
        body=article["articleBody"] if isinstance(article.get("articleBody"), str) else None,
    )  # fmt: skip


def _metas(tree: "HtmlElement") -> dict[str, str]:
    """The contents of the page's `<meta>`, the first of each name."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _articles(tree: "HtmlElement") -> Iterator[dict[str, Any]]:
    """The articles that the page describes as JSON-LD, the best kind first."""
    found: list[tuple[int, dict[str, Any]]] = []
    order = names("articles")
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for thing in _things(_json(script.text or "")):
                given = thing.get("@type")
                kinds = {str(kind).lower() for kind in (given if isinstance(given, list) else [given])}
                found += [(order.index(kind), thing) for kind in sorted(kinds.intersection(order))]
    found.sort(key=lambda pair: pair[0])
    return (thing for _, thing in found)


def _json(text: str) -> object:
    """The JSON of a script; line feeds within its strings are let pass, as browsers' readers do."""
    cleaned = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(cleaned, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _things(entry, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _things([data.get("@graph"), data.get("mainEntity")], depth + 1)


def _text(value: object) -> str | None:
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _first(metas: dict[str, str], kind: str) -> str | None:
    return next((metas[name] for name in names(kind) if name in metas), None)


def _address(tree: "HtmlElement", metas: dict[str, str], article: dict[str, Any]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    main = article.get("mainEntityOfPage")
    told = [*links, _first(metas, "url"), main.get("@id") if isinstance(main, dict) else main, article.get("url")]
    base = next((link for link in told if isinstance(link, str) and link.startswith("http")), None)
    for link in told:
        if isinstance(link, str) and link.strip():
            try:
                absolute = urljoin(base or "", link.strip())
            except ValueError:
                continue
            if absolute.startswith(("http://", "https://")) and host_of(absolute):
                return absolute
    return None


def _heading(tree: "HtmlElement") -> "HtmlElement | None":
    """The first `<h1>` that says something."""
    return next((heading for heading in tree.iter("h1") if len(heading.text_content().split()) > 2), None)


def _title(
    stated: str | None, heading: "HtmlElement | None", tree: "HtmlElement", *, site: str | None, host: str | None
) -> str | None:
    """The title without the outlet's name; the page's heading where the stated title only adds to it or is missing."""
    shown = " ".join(heading.text_content().split()) if heading is not None else None
    element = next(tree.iter("title"), None)
    whole = stated or shown or (" ".join(element.text_content().split()) if element is not None else None)
    if not whole:
        return None
    if shown and whole.casefold().startswith(shown.casefold()):
        return shown
    return _without_outlet(whole, site=site, host=host)


def _outlets(words: str, *, site: str | None, host: str | None) -> bool:
    """Whether these words name the outlet."""
    key = _key(words)
    if by_name(words) or (site and _key(site) in key):
        return True
    labels = (host or "").split(".")[:-1]
    return any(len(label) > 3 and _key(label) in key for label in labels)


def _key(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _authors(article: dict[str, Any], metas: dict[str, str], *, site: str | None, host: str | None) -> tuple[str, ...]:
    """The people named as authors; the outlet naming itself is none."""
    given = article.get("author")
    listed = [_name(entry) for entry in (given if isinstance(given, list) else [given])]
    told = [name for name in listed if name] or [_first(metas, "author") or ""]
    people = [
        _without_outlet(name, site=site, host=host) for name in told if name and not name.startswith(("http", "@"))
    ]
    return tuple(dict.fromkeys(name for name in people if name and not _outlets(name, site=site, host=host)))


def _shown_authors(tree: "HtmlElement", code: str) -> tuple[str, ...]:
    """The name on the first line that credits a writer, in an element that is called after one."""
    for element in tree.iter("div", "span", "p", "a", "h5", "h6", "li", "td"):
        called = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if called != " " and any(part in called for part in names("byline")):
            credit = credited(" ".join(element.text_content().split())[:_LINE], code)
            if credit and credit[0] == "writer":
                return (credit[1],)
    return ()


def _without_outlet(words: str, *, site: str | None, host: str | None) -> str:
    """A title or a name without the outlet that a page adds at its end, if need be twice."""
    for _ in range(2):
        breaks = list(_BREAK.finditer(words))
        if not breaks or not _outlets(words[breaks[-1].end() :], site=site, host=host):
            break
        words = words[: breaks[-1].start()]
    return words


def _published(tree: "HtmlElement", metas: dict[str, str], article: dict[str, Any], *, code: str,
               heading: "HtmlElement | None") -> str | None:  # fmt: skip
    """The time of publication: as stated for machines, its zone mended by the one that readers see."""
    times = [
        entry.get("datetime") for entry in tree.iter("time") if "datepublished" in (entry.get("itemprop") or "").lower()
    ]
    stated: list[object] = [
        article.get("datePublished"),
        *(metas[name] for name in names("published") if name in metas),
        *times,
    ]
    found = [value for value in (normalised(entry, code, day_first=True) for entry in stated) if value]
    # The first that is stated tells the day, others of that day may tell it more closely.
    best = max((value for value in found if value[:10] == found[0][:10]), key=_precision, default=None)
    shown = _shown(tree, heading, code)
    if best is None or "T" not in best:
        near = [value for value in shown if best is None or value.startswith(best)]
        return next(iter(near), best)
    return _with_zone(best, shown)


def _precision(value: str) -> tuple[bool, int]:
    return "T" in value, len(value)


def _with_zone(stated: str, shown: list[str]) -> str:
    """A time that is stated without a zone, or as UTC, though readers are shown the same clock in a zone: that zone."""
    zone = stated[19:] if stated[16:17] == ":" else stated[16:]
    if zone not in ("", "+00:00"):
        return stated
    same = next((value for value in shown if value[:16] == stated[:16] and len(value) > 16), None)
    return stated.removesuffix("+00:00") + same[16:] if same else stated


def _shown(tree: "HtmlElement", heading: "HtmlElement | None", code: str) -> list[str]:
    """The dates with a time that readers see on lines of their own, the nearest to the heading first."""
    found: list[tuple[int, str]] = []
    at = 0
    for place, element in enumerate(tree.iter()):
        if element is heading:
            at = place
        for line in (element.text, *(child.tail for child in element)) if isinstance(element.tag, str) else ():
            if line and 8 < len(line.strip()) < _LINE and any(letter.isdigit() for letter in line):
                value = _dated(" ".join(line.split()), code)
                if value and "T" in value:
                    found.append((place, value))
    return [value for _, value in sorted(found, key=lambda pair: abs(pair[0] - at))]


def _dated(line: str, code: str) -> str | None:
    head, bar, tail = line.partition(" - ")
    return date_line(line, code) or (date_line(tail, code) if bar and len(head) < 30 else None)
