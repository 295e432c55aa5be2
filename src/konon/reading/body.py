"""The words of a page's article: the element that holds them, its paragraphs, and what is no paragraph of the report."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from konon.language.base import language
from konon.reading.front import credited
from konon.reading.page import names
from konon.reading.published import date_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = frozenset(
    ["script", "style", "noscript", "template", "iframe", "figure", "figcaption", "aside", "nav", "form", "button", "ins",
     "video", "audio", "svg", "footer", "select", "textarea", "object", "embed", "canvas", "head"]
)  # fmt: skip
_BLOCKS = frozenset(
    ["p", "div", "br", "section", "article", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table",
     "tr", "td", "th", "tbody", "pre", "hr", "header", "main", "dl", "dt", "dd", "center"]
)  # fmt: skip
# An element with fewer letters of text is no article.
_LEAST = 200
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*\Z")
_INITIALS = re.compile(r"[(\[]\s*\*?[\w.]{1,12}(?:\s?[/,&|-]\s?\*?[\w.]{1,12}){0,4}\s*[)\]]\s*\Z")
_RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.I)


def article_text(tree: "HtmlElement", *, title: str | None, code: str) -> tuple[str, str | None]:
    """The report's paragraphs, a blank line between them, and the byline that stands among them; both may be empty."""
    container = _container(tree)
    found = list(_paragraphs(container)) if container is not None else []
    if sum(map(len, found)) < _LEAST:
        found = _by_trafilatura(tree)
    return _kept(found, title=title, code=code)


def _container(tree: "HtmlElement") -> "HtmlElement | None":
    """The element that holds the article: by what it is called, else where most plain paragraphs stand side by side."""
    called = {name: rank for rank, name in enumerate(names("body"))}
    best: tuple[int, int, HtmlElement] | None = None
    for element in tree.iter("div", "section", "article", "main", "td", "span"):
        own = {*(element.get("class") or "").lower().split(), (element.get("id") or "").lower()}
        if "articlebody" in (element.get("itemprop") or "").lower() or not own.isdisjoint(called):
            size = _plain(element)
            if size >= _LEAST and (best is None or size > best[0]):
                best = (size, 0, element)
    return best[2] if best else _densest(tree)


def _densest(tree: "HtmlElement") -> "HtmlElement | None":
    scores: dict[HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        if parent is not None and not _hidden(paragraph):
            scores[parent] = scores.get(parent, 0) + _plain(paragraph)
    best = max(scores, key=lambda parent: scores[parent], default=None)
    return best if best is not None and scores[best] >= _LEAST else None


def _hidden(element: "HtmlElement") -> bool:
    return any(
        _furniture(parent) for parent in (element, *element.iterancestors()) if parent.tag not in ("body", "html")
    )


def _plain(element: "HtmlElement") -> int:
    """Letters that are neither in links nor in what is no text."""
    size = len(element.text or "") if element.tag != "a" else 0
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _DROPPED and child.tag != "a":
            size += _plain(child)
        size += len((child.tail or "").strip())
    return size


def _furniture(element: "HtmlElement") -> bool:
    """Whether an element is called by a name of what stands among the paragraphs."""
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return True
    called = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if called == " ":
        return False
    body = frozenset(names("body"))
    return not any(name in body for name in called.split()) and any(part in called for part in names("furniture"))


def _paragraphs(container: "HtmlElement") -> Iterator[str]:
    """The paragraphs of the element; those that are nothing but a link, or stand with a picture, are left out."""
    words: list[str] = []
    linked = 0
    pictured = False
    for kind, text in _whole(container):
        if kind == "break":
            paragraph = " ".join("".join(words).split())
            if paragraph and not _aside(paragraph, linked=linked, pictured=pictured):
                yield paragraph
            pictured = pictured and not paragraph
            words, linked = [], 0
        elif kind == "picture":
            pictured = True
        else:
            words.append(text)
            linked += len(text.strip()) if kind == "link" else 0


def _aside(paragraph: str, *, linked: int, pictured: bool) -> bool:
    ended = _SENTENCE_END.search(paragraph)
    return not ended and (linked * 10 >= len(paragraph) * 9 or (pictured and len(paragraph) < 250))


def _pieces(element: "HtmlElement", *, inside_link: bool) -> Iterator[tuple[str, str]]:
    """Text, linked text, pictures and breaks, in order."""
    kind = "link" if inside_link else "text"
    if element.text:
        yield kind, element.text
    for child in element:
        if child.tag == "img":
            yield "picture", ""
        elif isinstance(child.tag, str) and not _furniture(child):
            if child.tag in _BLOCKS:
                yield "break", ""
            yield from _pieces(child, inside_link=inside_link or child.tag == "a")
            if child.tag in _BLOCKS:
                yield "break", ""
        elif child.tag == "figure":
            yield "break", ""
        if child.tail:
            yield kind, child.tail


def _whole(container: "HtmlElement") -> Iterator[tuple[str, str]]:
    yield from _pieces(container, inside_link=False)
    yield "break", ""


def _by_trafilatura(tree: "HtmlElement") -> list[str]:
    from trafilatura import extract  # start-up: only pages need it

    text = extract(tree, include_comments=False, include_tables=False, include_images=False) or ""
    return [" ".join(line.split()) for line in text.split("\n") if line.strip(" -\t")]


def _kept(paragraphs: list[str], *, title: str | None, code: str) -> tuple[str, str | None]:
    kept: list[str] = []
    bylines: dict[str, str] = {}
    for paragraph in paragraphs:
        if _ends_report(paragraph, code):
            break
        credit = credited(paragraph, code)
        if credit:
            bylines.setdefault(*credit)
        elif not _boilerplate(paragraph, code) and not (
            not kept and (paragraph == title or date_line(paragraph, code))
        ):
            kept.append(paragraph)
    while kept and (_INITIALS.match(kept[-1]) or _RIGHTS.match(kept[-1])):
        kept.pop()
    return "\n\n".join(kept), bylines.get("writer") or bylines.get("editor")


def _boilerplate(paragraph: str, code: str) -> bool:
    return paragraph.startswith(_markers(code, "line")) or paragraph in _markers(code, "phrase")


def _ends_report(paragraph: str, code: str) -> bool:
    return paragraph.startswith(_markers(code, "rest"))


@cache
def _markers(code: str, extent: str) -> tuple[str, ...]:
    rows = language(code).table("boilerplate", "marker")
    return tuple(form for row in rows if row["extent"] == extent for form in row["forms"])
