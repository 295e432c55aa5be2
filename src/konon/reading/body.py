"""The words of a page's article: the element that holds them, and its paragraphs without what is none of the report."""

import re
import warnings
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any

from konon.language.base import language
from konon.reading.front import credited
from konon.reading.page import names
from konon.reading.published import date_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = frozenset(
    ["script", "style", "noscript", "template", "iframe", "figure", "figcaption", "aside", "nav", "form", "button",
     "ins", "video", "audio", "svg", "footer", "select", "textarea", "object", "embed", "canvas", "head"]
)  # fmt: skip
_BLOCKS = frozenset(
    ["p", "div", "br", "section", "article", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
     "table", "tr", "td", "th", "tbody", "pre", "hr", "header", "main", "dl", "dt", "dd", "center"]
)  # fmt: skip
_DIVIDING = _BLOCKS - {"br"}
_WHOLE = ("html", "body", "main", "article")
_HOLDERS = ("div", "section", "article", "main", "td", "span")
# An element inside another is taken for it when it holds so much of its words.
_MOST = 0.6
# An element with fewer letters of text is no article.
_LEAST = 200
# What a page tells machines is no list of links, so that less of it will do.
_LEAST_TOLD = 100
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*\Z")
_DASH_END = re.compile(r"[-–—:]\Z")
_INITIALS = re.compile(r"[(\[]\s*\*?[\w.]{1,12}(?:\s?[/,&|-]\s?\*?[\w.]{1,12}){0,4}\s*[)\]]\s*\Z")
_RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.I)


def article_text(tree: "HtmlElement", *, told: str | None, title: str | None, code: str) -> tuple[str, str | None]:
    """The report's paragraphs, a blank line between them, and the byline that stands among them; both may be empty.

    `told` is the article as the page tells it to machines, taken where the page shows none.
    """
    container = _container(tree)
    found = list(_paragraphs(container)) if container is not None else []
    if _size(found) < _LEAST:
        found = max(found, _told(told or ""), key=_size)
    if _size(found) < _LEAST_TOLD:
        found = _by_trafilatura(tree)
    return _kept(found, title=title, code=code)


def _size(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


def _told(body: str) -> list[str]:
    """The paragraphs of a text that may be marked up."""
    from lxml import html  # start-up: only pages need it

    if "<" in body:
        return list(_paragraphs(html.fragment_fromstring(body.replace("\x00", ""), create_parent="div")))
    return [" ".join(unescape(line).split()) for line in body.split("\n") if line.strip()]


def _container(tree: "HtmlElement") -> "HtmlElement | None":
    """The element that holds the article: by what it is called, else where most plain paragraphs stand side by side."""
    sizes = _plain_sizes(tree)
    called = [element for element in tree.iter(*_HOLDERS) if sizes.get(element, 0) >= _LEAST and _is_body(element)]
    best: HtmlElement | None = None
    # In document order an element comes before those in it: the innermost that still holds most of the words is taken.
    for element in called:
        inside = best is not None and best in element.iterancestors()
        if best is None or sizes[element] > sizes[best] * (_MOST if inside else 1):
            best = element
    return best if best is not None else _densest(sizes)


def _is_body(element: "HtmlElement") -> bool:
    own = {*(element.get("class") or "").lower().split(), (element.get("id") or "").lower()}
    return "articlebody" in (element.get("itemprop") or "").lower() or not own.isdisjoint(_body_names())


def _densest(sizes: dict["HtmlElement", int]) -> "HtmlElement | None":
    """The element with the most letters in its paragraphs and between its breaks; half of them count for its parent."""
    scores: dict[HtmlElement, float] = {}
    for element, size in sizes.items():
        if element.tag == "p" or (element.tag in _HOLDERS and not any(child.tag in _DIVIDING for child in element)):
            parent = element.getparent()
            above = parent.getparent() if parent is not None else None
            for place, share in ((parent, 1.0), (above, 0.5)):
                if place is not None:
                    scores[place] = scores.get(place, 0.0) + size * share
        if element.tag in _HOLDERS or element.tag == "body":
            scores[element] = scores.get(element, 0.0) + _between(element, sizes)
    best = max(scores, key=lambda element: scores[element], default=None)
    return best if best is not None and scores[best] >= _LEAST else None


def _between(element: "HtmlElement", sizes: dict["HtmlElement", int]) -> int:
    """Letters that stand in the element itself or in its inline children."""
    inline = sum(sizes.get(child, 0) for child in element if child.tag not in _BLOCKS and child.tag != "a")
    return len((element.text or "").strip()) + inline + sum(len((child.tail or "").strip()) for child in element)


def _plain_sizes(tree: "HtmlElement") -> dict["HtmlElement", int]:
    """Letters in each element that are neither in links nor in furniture; what is in these has no size at all."""
    sizes: dict[HtmlElement, int] = {}
    for kind, element, _ in _walk(tree):
        if kind == "start":
            sizes[element] = len((element.text or "").strip())
        elif kind == "end":
            parent = element.getparent()
            if parent is not None and parent in sizes:
                sizes[parent] += len((element.tail or "").strip()) + (sizes[element] if element.tag != "a" else 0)
    return sizes


def _walk(root: "HtmlElement") -> Iterator[tuple[str, "HtmlElement", str]]:
    """Starts and ends of the elements, without recursion and without those that are furniture; and words left behind.

    The words are those that follow a comment or a piece of furniture.
    """
    from lxml import etree  # start-up: only pages need it

    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    skipped: Any = None
    for event, element in walker:
        if event in ("comment", "pi"):
            yield "words", element, element.tail or ""
        elif element is skipped:
            skipped = None
            yield ("picture" if element.tag == "figure" else "words"), element, element.tail or ""
        elif event == "start" and element is not root and _furniture(element):
            walker.skip_subtree()
            skipped = element
        else:
            yield event, element, ""


def _furniture(element: "HtmlElement") -> bool:
    """Whether an element is, or is called by a name of, what stands among the paragraphs."""
    if element.tag in _DROPPED:
        return True
    called = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if called == " " or element.tag in _WHOLE:
        return False
    if not _body_names().isdisjoint(called.split()) or not any(part in called for part in names("furniture")):
        return False
    # What holds the heading holds the report, though it may be classed by a topic or by what it has at its side.
    return next(element.iter("h1"), None) is None


@cache
def _body_names() -> frozenset[str]:
    return frozenset(names("body"))


def _paragraphs(container: "HtmlElement") -> Iterator[str]:
    """The paragraphs of the element; those that are nothing but a link, or stand with a picture, are left out."""
    words: list[str] = []
    linked = 0
    pictured = False
    for kind, text in _pieces(container):
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


def _pieces(container: "HtmlElement") -> Iterator[tuple[str, str]]:
    """Text, linked text, pictures and breaks, in order."""
    links = 0
    for kind, element, words in _walk(container):
        if kind == "start":
            links += element.tag == "a"
            yield from _opening(element, inside_link=links > 0)
        elif kind == "end":
            links -= element.tag == "a"
            yield from _closing(element, inside_link=links > 0, last=element is container)
        else:
            if kind == "picture":
                yield "break", ""
            yield ("link" if links else "text"), words


def _opening(element: "HtmlElement", *, inside_link: bool) -> Iterator[tuple[str, str]]:
    if element.tag == "img":
        yield "picture", ""
    if element.tag in _BLOCKS:
        yield "break", ""
    if element.text:
        yield ("link" if inside_link else "text"), element.text


def _closing(element: "HtmlElement", *, inside_link: bool, last: bool) -> Iterator[tuple[str, str]]:
    if element.tag in _BLOCKS or last:
        yield "break", ""
    if element.tail and not last:
        yield ("link" if inside_link else "text"), element.tail


def _aside(paragraph: str, *, linked: int, pictured: bool) -> bool:
    ended = _SENTENCE_END.search(paragraph) or _DASH_END.search(paragraph)
    return not ended and (linked * 10 >= len(paragraph) * 9 or (pictured and len(paragraph) < 250))


def _by_trafilatura(tree: "HtmlElement") -> list[str]:
    with warnings.catch_warnings():
        # It asks for a proxy library that only its own downloads would use.
        warnings.simplefilter("ignore")
        from trafilatura import extract  # start-up: only pages need it

    text = extract(tree, include_comments=False, include_tables=False, include_images=False) or ""
    return [" ".join(line.split()) for line in text.split("\n") if line.strip(" -\t")]


def _kept(paragraphs: list[str], *, title: str | None, code: str) -> tuple[str, str | None]:
    """The paragraphs of the report among those of a page, joined, and the byline found there."""
    kept: list[str] = []
    bylines: dict[str, str] = {}
    for paragraph in paragraphs:
        if _ends_report(paragraph, code):
            break
        credit = credited(paragraph, code)
        if credit:
            bylines.setdefault(*credit)
        elif _boilerplate(paragraph, code) or (not kept and _heads(paragraph, title, code)):
            continue
        elif len(kept) == 1 and _DASH_END.search(kept[0]) and len(kept[0]) < 60:
            # A dateline that the page set on a line of its own begins the first sentence.
            kept[0] = f"{kept[0]} {paragraph}"
        else:
            kept.append(paragraph)
    while kept and (_INITIALS.match(kept[-1]) or _RIGHTS.match(kept[-1])):
        kept.pop()
    return "\n\n".join(kept), bylines.get("writer") or bylines.get("editor")


def _heads(paragraph: str, title: str | None, code: str) -> bool:
    """Whether a first paragraph only repeats the title or the date."""
    return bool((title and title.casefold().startswith(paragraph.casefold())) or date_line(paragraph, code))


def _boilerplate(paragraph: str, code: str) -> bool:
    return paragraph.startswith(_markers(code, "line")) or paragraph in _markers(code, "phrase")


def _ends_report(paragraph: str, code: str) -> bool:
    return paragraph.startswith(_markers(code, "rest"))


@cache
def _markers(code: str, extent: str) -> tuple[str, ...]:
    rows = language(code).table("boilerplate", "marker")
    return tuple(form for row in rows if row["extent"] == extent for form in row["forms"])
