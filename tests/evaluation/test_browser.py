"""The page of mistakes in a browser: its table filters, and it fits any screen."""

import pytest

from konon.evaluation import evaluate, mistakes_page

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser, tmp_path, gold, record_with):
    """Open the page of a record with mistakes of several kinds; a message or a request of the page fails the test."""
    complaints = []
    cue = {"part": "cue", "by": "rule active", "score": 0.91}
    record = record_with("statements", act="deny", confidence=0.8, why=[cue, {"part": "act", "by": "head act"}])
    wrong = record_with("counts", kind="injured", why=[{"part": "kind", "by": "rule happening"}])
    placed = record_with("entities", 1, kind="place", confidence=0.4, why=[{"part": "kind", "by": "table gazetteer"}])
    event = record_with("events", type="ASSAULT", why=[{"part": "type", "by": "table attack", "score": 0.3}])
    parts = {"counts": wrong.counts, "entities": placed.entities, "events": event.events}
    html = mistakes_page(evaluate([gold], [record.model_copy(update=parts)]), title="Percobaan")
    file = tmp_path / "errors.html"
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if request.url != file.as_uri() else None)
    page.goto(file.as_uri())
    yield page
    context.close()
    assert complaints == []


def shown(page):
    return [heading.inner_text().split("\n")[0] for heading in page.locator("h3").all() if heading.is_visible()]


def test_a_kind_and_a_cause_are_chosen_in_the_table(opened):
    assert len(shown(opened)) == 6
    opened.click(".causes button[data-kind='count missed'][data-cause='']")
    assert shown(opened) == ["other kind there, by rule happening 1"]
    assert opened.locator(".chosen").inner_text() == "count missed"
    opened.click(".causes button[data-cause='another, by head act']")
    assert shown(opened) == ["another, by head act 1"]
    assert opened.locator(".causes [aria-pressed=true]").inner_text() == "another, by head act"
    assert opened.locator("article:visible .why").inner_text() == "80% sure · cue: rule active 0.91 · act: head act"
    opened.click(".causes button >> text=all")
    assert len(shown(opened)) == 6


def test_words_leave_the_mistakes_that_have_them(opened):
    opened.fill(".now input", "TABLE attack")
    assert shown(opened) == ["another type in the gold, by table attack 1"]
    assert opened.locator(".number").inner_text() == "1"
    opened.fill(".now input", "no such words")
    assert (shown(opened), opened.locator(".number").inner_text()) == ([], "0")


def test_the_keyboard_chooses(opened):
    opened.focus(".causes button[data-kind='entity kind wrong'][data-cause='']")
    opened.keyboard.press("Enter")
    assert shown(opened) == ["another, by table gazetteer 1"]


@pytest.mark.parametrize("width", [360, 800, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_overflows_the_window(opened, width, scheme):
    opened.emulate_media(color_scheme=scheme)
    opened.set_viewport_size({"width": width, "height": 700})
    opened.click("summary")
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


COLOURED = (
    ".what", ".why", "mark.gold", "mark.predicted", "mark.gold.predicted", ".causes .cause button", "h3", "summary",
    ".causes [aria-pressed=true]", "thead th",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_can_be_told_apart(opened, contrast, scheme):
    opened.emulate_media(color_scheme=scheme)
    contrasts = {place: contrast(opened.locator(place).first) for place in COLOURED}
    assert {place: found for place, found in contrasts.items() if found < 4.5} == {}
