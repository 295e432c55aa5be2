"""Reports that want to be more than text stay text, on every page."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from konon import explore
from konon.pipeline import read
from konon.record import Record

CORPUS = {
    "script": "<script>alert(1)</script>",
    "handler": '"><img src=x onerror=alert(1)>',
    "single": "' onmouseover='alert(1)",
    "template": "{{ 7*7 }}{% raw %}${7*7}",
    "address": "javascript:alert(1)",
    "closing": "</title></textarea></style></script><svg/onload=alert(1)>",
    "bidi": "\u202egnp.exe\u2066 \u2067abc\u200f",
    "quotes": "“„‘‹«\"'»›’”" * 30,
    "entity": "&lt;script&gt;&amp;&#x3c;",
    "long": "A" * 20_000,
}
# What Konon's own templates write, and what marks found words.
TEMPLATES = Path(explore.__file__).with_name("templates")
TAGS = {"mark"} | {
    tag for file in TEMPLATES.rglob("*.html") for tag in re.findall(r"<([a-z]\w*)", file.read_text("utf-8"))
}
FOLLOWED = {"href", "src", "action", "formaction", "hx-get", "hx-push-url"}


class Seen(HTMLParser):
    """The elements of a page, and its attributes that could run something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.bad = set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            if (
                name.startswith("on")
                or name == "style"
                or (name in FOLLOWED and (value or "").strip().lower().startswith("javascript:"))
            ):
                self.bad.append((tag, name, value))
            if tag == "script" and name == "src" and not value.startswith("/static/"):
                self.bad.append((tag, name, value))


def hostile(words: str) -> Record:
    """A record that holds these words in all that it holds of a report."""
    text = f'Kota Baru - Wali Kota Harun Salim, membantah kabar itu.\n\n"Kami {words} menolak," kata Harun dalam surat.'
    record = read(text)
    words_ = words[:400]
    entities = tuple(
        entity.model_copy(update={"name": f"{entity.name} {words_}", "roles": tuple(
            role.model_copy(update={"title": f"Wali Kota {words_}"}) for role in entity.roles)})
        for entity in record.entities
    )  # fmt: skip
    statements = tuple(
        said.model_copy(update={"chain": tuple(
            link.model_copy(update={"medium": f"surat {words_}"}) if link.role == "medium" else link
            for link in said.chain)})
        for said in record.statements
    )  # fmt: skip
    document = record.document.model_copy(update={
        "title": f"Judul {words}", "outlet": f"Harian {words_}", "byline": words_, "dateline": words_, "url": words_,
        "published": "2024-03-12",
    })  # fmt: skip
    return record.model_copy(update={"document": document, "entities": entities, "statements": statements})


@pytest.mark.parametrize("words", CORPUS.values(), ids=CORPUS)
def test_no_page_lets_a_report_be_more_than_text(over, words):
    asking = over(hostile(words))
    (report,) = asking.get("/api/v1/reports").json()["items"]
    statements = asking.get("/api/v1/statements").json()["items"]
    assert statements
    paths = ["/", "/search?q=menolak", "/search?in=reports", "/actors?q=Harun", f"/reports/{report['report']}"]
    paths += [f"/reports/{item['report']}/statements/{item['statement'].split('/')[1]}" for item in statements]
    paths += [f"/actors/{item['actor']}" for item in statements if item["actor"]]
    for path in paths:
        page = asking.get(path)
        assert page.status_code == 200
        seen = Seen()
        seen.feed(page.text)
        assert (path, seen.tags - TAGS, seen.bad) == (path, set(), [])
        assert "49" not in re.findall(r"Judul (\d+)", page.text)


@pytest.mark.parametrize("words", CORPUS.values(), ids=CORPUS)
def test_what_is_asked_for_stays_text_too(over, words):
    asking = over()
    for path in ("/search", "/actors"):
        page = asking.get(path, params={"q": words[:150], "source": words[:150], "outlet": words[:150]})
        assert page.status_code in {200, 400}
        seen = Seen()
        seen.feed(page.text)
        assert (seen.tags - TAGS, seen.bad) == (set(), [])


def test_a_report_of_ten_megabytes_is_shown(over):
    filling = "Hujan turun di kota itu sepanjang hari. " * 100
    record = read(f'"Kami menolak," kata Wali Kota Harun Salim.\n\n{filling}')
    text = record.document.text + "\n\n" + "\n\n".join([filling] * 2500)
    document = record.document.model_copy(update={"text": text})
    asking = over(record.model_copy(update={"document": document}))
    assert len(text) > 10_000_000
    page = asking.get(f"/reports/{document.id}")
    assert page.status_code == 200
    assert len(page.text) > 10_000_000
