import re
from html.parser import HTMLParser

import pytest

from konon.export import export
from konon.record import Record

from .judged import JUDGED
from .story import RECORD, TEXT, plain


def page(*records: Record) -> str:
    return "".join(export(records, "html"))


class Tags(HTMLParser):
    """The tags of a page in their order, and whether each that was opened was closed."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open, self.seen, self.unmatched = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unmatched.append(tag)


def test_every_tag_is_closed_where_it_should():
    tags = Tags(page(RECORD, RECORD))
    assert (tags.open, tags.unmatched) == ([], [])


def test_no_id_comes_twice_also_with_the_same_report_twice():
    ids = [attrs["id"] for _, attrs in Tags(page(RECORD, RECORD)).seen if "id" in attrs]
    assert len(ids) == len(set(ids)) > 2 * len(RECORD.statements)


def test_every_link_within_the_page_leads_somewhere():
    seen = Tags(page(RECORD, RECORD)).seen
    ids = {attrs.get("id") for _, attrs in seen}
    targets = [attrs["href"][1:] for tag, attrs in seen if tag == "a" and attrs["href"].startswith("#")]
    assert targets
    assert set(targets) <= ids


def test_the_page_asks_nothing_of_the_network():
    html = page(RECORD)
    assert not [tag for tag, _ in Tags(html).seen if tag in {"link", "img", "iframe", "object", "embed"}]
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|<script src", html)
    assert "default-src 'none'" in html


@pytest.mark.parametrize("words", TEXT.split("\n\n"))
def test_the_whole_text_is_on_the_page(words):
    bare = re.sub(r"<[^>]+>", "", page(RECORD)).replace("&#34;", '"')
    assert words.strip() in bare


NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a & b &amp; c",
    "'--><b>",
    "</style>",
    "{{ 7 * 7 }}",
]


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("field", ["text", "title", "outlet", "url", "byline", "dateline", "published"])
def test_whatever_a_report_holds_is_shown_and_never_run(nasty, field):
    fields = {"text": "Isi berita.", field: nasty}
    html = page(plain(**fields))
    tags = [tag for tag, _ in Tags(html).seen]
    assert tags == [tag for tag, _ in Tags(page(plain(**(fields | {field: "biasa"})))).seen]
    assert "49" not in re.sub(r"<(style|script).*?</\1>", "", html, flags=re.DOTALL)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " http://x", "ftp://x"])
def test_only_a_web_address_is_a_link(url):
    links = [attrs for tag, attrs in Tags(page(plain("Isi", url=url))).seen if tag == "a"]
    assert links == []


def test_marks_of_direction_stay_in_their_paragraph():
    assert '<p dir="auto">' in page(plain("Judul\n\n\u202eisi"))


def test_the_title_stands_once_with_its_marks():
    heading = re.search(r"<h1.*?</h1>", page(RECORD), re.DOTALL)
    assert heading is not None
    assert re.sub(r"<[^>]+>", "", heading[0]) == RECORD.document.title
    assert "mention" in heading[0]


def test_several_reports_have_a_table_of_contents():
    assert 'class="contents"' not in page(RECORD)
    assert page(RECORD, plain("Isi", title="Lain")).count('<li><a href="#r') == 2


def test_an_empty_record_and_no_record_make_a_page():
    assert "<h1" in page(plain("Isi"))
    assert "0 reports" in page()


def test_a_record_shows_itself_in_a_notebook_within_a_frame():
    frame = Record.model_validate(RECORD.model_dump())._repr_html_()
    tags = Tags(frame)
    assert [tag for tag, _ in tags.seen] == ["iframe"]
    assert tags.seen[0][1]["srcdoc"] == page(RECORD)
    assert tags.seen[0][1]["sandbox"] == "allow-scripts"


def reasons_of(html: str, part: str) -> str:
    found = re.search(rf'data-part="{part}" tabindex.*?(<details class="why">.*?</details>)', html, re.DOTALL)
    assert found is not None
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("s1", "85% sure cue rule active 0.91 act head act"),
        (
            "s2",
            "85% sure cue rule active 0.91 act head act "
            "surat 70% sure · role: rule &lt;chains&gt; AFP 70% sure · role: rule &lt;chains&gt;",
        ),
        ("c1", "over 99% sure kind head count 0.50"),
        ("v1", "60% sure type table attack 0.50"),
        ("r1", "30% sure type rule words 0.50"),
    ],
)
def test_each_card_tells_how_sure_it_is_and_why(part, told):
    assert reasons_of(page(JUDGED), part) == told


def test_the_reasons_of_all_entities_stand_behind_one_word():
    html = page(JUDGED)
    (told,) = re.findall(r"<summary>why these</summary>(.*?)</details>", html, re.DOTALL)
    assert told.count("<dt>") == len(RECORD.entities)
    assert "<dt><bdi>Prancis</bdi></dt><dd>40% sure · kind: table gazetteer 0.50</dd>" in told
    assert re.findall(r'class="chip unsure" id="r0-(\w+)"', html) == ["france"]


def test_a_record_without_reasons_shows_none():
    assert 'class="why"' not in page(RECORD)
    only_why = RECORD.statements[0].model_copy(update={"why": JUDGED.statements[0].why})
    record = RECORD.model_copy(update={"statements": (only_why, *RECORD.statements[1:])})
    assert reasons_of(page(record), "s1").startswith("why cue")
