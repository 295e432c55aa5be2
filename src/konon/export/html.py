"""HTML: one self-contained page of all records, which asks nothing of any network."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from konon.export.account import Account, bounds, reasons, shortened, spoken
from konon.export.base import Exporter, Sheet
from konon.export.marks import Mark, Paragraph, Segment, paragraphs
from konon.record import Record, how_sure

# What the legend shows: the layer, its name, what it marks, whether it is shown at first.
_LEGEND = (
    ("content", "statement", "what somebody said", True),
    ("cue", "cue", "the word that tells that it was said", True),
    ("source", "source", "who said it", True),
    ("via", "medium, relay", "in what it was said, and who passed it on", True),
    ("count", "count", "a number of people", True),
    ("event", "event", "the word for what happened", True),
    ("relation", "relation", "the words that show a tie between two actors", True),
    ("date", "date", "when it was said or happened", True),
    ("mention", "entity", "a name, or a word that stands for one", False),
)


@dataclass(frozen=True)
class View:
    """A record as the page shows it; `key` keeps its ids apart from those of the other records of the page."""

    key: str
    record: Record
    account: Account
    title: Paragraph | None
    body: tuple[Paragraph, ...]

    @classmethod
    def of(cls, record: Record, key: str) -> "View":
        """The view of a record; the title leaves the body where it is the first paragraph of the text."""
        body = paragraphs(record)
        titled = bool(body) and body[0].text.strip() == (record.document.title or "").strip()
        return cls(key, record, Account(record), body[0] if titled else None, body[1:] if titled else body)

    @property
    def heading(self) -> str:
        """The title in plain words."""
        return self.record.document.title or "Untitled report"

    @property
    def link(self) -> str | None:
        """The address of the report where it is one that a browser may follow; never one that runs a script."""
        url = self.record.document.url or ""
        return url if url.startswith(("https://", "http://")) else None

    def begun(self, segment: Segment) -> Iterator[str]:
        """The ids of the statements whose content begins with a segment, the outermost first."""
        for mark in reversed(segment.marks):
            if mark.layer == "content" and mark.start == segment.start and self._first(mark):
                yield mark.part

    def _first(self, mark: Mark) -> bool:
        return mark.start == min(span.start for span in self.account.statements[mark.part].content)


def write(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:  # noqa: ARG001 - a page fits any screen
    """The page, piece by piece; with a table of contents where it holds several records."""
    views = [View.of(record, f"r{number}") for number, record in enumerate(records)]
    style, script = _file("marks.css") + _file("page.css"), _file("page.js")
    yield from _template().generate(
        views=views, legend=_LEGEND, style=style, script=script, style_hash=_hash(style), script_hash=_hash(script)
    )


def page(record: Record) -> str:
    """The page of one record."""
    return "".join(write([record], Sheet()))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("konon.export", "page"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {
        "bounds": bounds, "how_sure": how_sure, "reasons": reasons, "shortened": shortened, "spoken": spoken,
    }  # fmt: skip
    return environment.get_template("page.html.j2")


@cache
def _file(name: str) -> str:
    return resources.files("konon.export").joinpath("page", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    # The page's policy lets only these two run, so that nothing in a report ever can.
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


EXPORTER = Exporter("html", "one self-contained page, to look at in a browser or to print", write)
