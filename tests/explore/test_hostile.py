"""Hostile reports through every page that can be reached and every answer to programs."""

import json
import re
from html.parser import HTMLParser

import pytest

from .test_escaping import CORPUS, FOLLOWED, TAGS, Seen, hostile

MORE = {
    "nested quotes": "“‘“‘«‹\"'" * 2_000 + "’”" * 2_000,
    "comment": "--><script>alert(1)</script><!--",
    "cdata": "]]><script>alert(1)</script><![CDATA[",
    "attribute": "x` onfocus=alert(1) autofocus tabindex=0 `",
    "htmx": '"><b hx-get="/evil" hx-trigger="load" data-hx-on:load="alert(1)">',
    "data address": "data:text/html,<script>alert(1)</script>",
    "spaced address": " \tjava\nscript:alert(1)",
    "bidi in all forms": "\u202a\u202b\u202d\u202eevil\u202c\u2066\u2067\u2068rtl\u2069\u200e\u200f\u061c",
    "controls": "a\x01b\x08c\x0bd\x1be\x7ff\x85g\u2028h\u2029i\ufeffj\ufffek",
    "zalgo": "Z" + "\u0335\u0322\u0489" * 2_000,
    "format": "%s%n%(name)s{0}{spoken}{{spoken}}{% include 'base.html' %}",
    "closing all": "</p></article></main></body></html><script>alert(1)</script>",
    "meta": '<meta http-equiv="refresh" content="0;url=//evil.example"><base href="//evil.example">',
}
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
VOID = {"meta", "link", "br", "input", "img", "hr", "rect", "line", "circle", "path"}
EVERYTHING = {**CORPUS, **MORE}
MOST = 30


class Links(HTMLParser):
    """The own addresses that a page leads to, and texts that could turn around what stands beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.loose: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.found += [value for name, value in attrs if name in FOLLOWED and (value or "").startswith("/")]
        if tag not in VOID:
            self._open.append((tag, tag in {"bdi", "title", "textarea"} or "dir" in given))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if BIDI.search(data) and not any(apart for _, apart in self._open):
            self.loose.append(f"{self._open[-1][0]}: {data[:80]!r}")


def crawled(asking, *, most=MOST):
    """All pages that can be reached, each kind of address a few times."""
    waiting, seen, kinds = ["/", "/search", "/search?in=reports", "/actors", "/api"], set(), {}
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        # Exports and files are no pages; an address of its kind is asked for some times alone.
        kind = re.sub(r"[0-9a-f]{10,}|s\d+", "…", path.partition("=")[0])
        if path in seen or path.startswith(("/static/", "/language/", "/search.")) or kinds.get(kind, 0) > 1:
            continue
        seen.add(path)
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = asking.get(path)
        if answer.headers["content-type"].startswith("text/html"):
            links = Links()
            links.feed(answer.text)
            waiting += links.found
            yield path, answer, links
    assert len(seen) > 8


@pytest.mark.parametrize("words", EVERYTHING.values(), ids=EVERYTHING)
def test_no_page_that_can_be_reached_is_more_than_its_templates(over, words):
    for path, answer, links in crawled(over(hostile(words))):
        seen = Seen()
        seen.feed(answer.text)
        # A chosen facet may be none that there is.
        assert answer.status_code in {200, 400, 404}, path
        assert (path, seen.tags - TAGS, seen.bad, links.loose) == (path, set(), [], [])


@pytest.mark.parametrize("words", EVERYTHING.values(), ids=EVERYTHING)
def test_every_answer_to_programs_is_json_that_holds_the_words_as_they_are(over, words):
    asking = over(hostile(words))
    said = asking.get("/api/v1/statements").json()["items"][0]
    ids = {"report": said["report"], "statement": said["statement"].partition("/")[2], "actor": said["actor"]}
    texts = []
    for path, methods in asking.get("/api/v1/openapi.json").json()["paths"].items():
        if "get" in methods and set(re.findall(r"{(\w+)}", path)) <= set(ids):
            answer = asking.get(path.format(**ids), params={"name": "Harun"} if path.endswith("/actors") else {})
            assert answer.headers["content-type"] in {"application/json", "application/problem+json"}, path
            assert answer.headers["x-content-type-options"] == "nosniff"
            texts.append(json.dumps(answer.json(), ensure_ascii=False))
    assert json.dumps(words, ensure_ascii=False)[1:-1] in "".join(texts)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_saved_files_are_no_pages(over, form):
    answer = over(hostile("<script>alert(1)</script>")).get(f"/search.{form}")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "html" not in answer.headers["content-type"]
