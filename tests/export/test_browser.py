from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konon.export import export
from konon.record import Record

from .judged import JUDGED
from .story import RECORD, plain

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser, tmp_path):
    """Open the page of some records; a message of the browser, an error or a request of the page fails the test."""
    complaints = []
    context = browser.new_context(viewport={"width": 1280, "height": 860})

    def open_page(*records: Record) -> "Page":
        file = tmp_path / "page.html"
        file.write_text("".join(export(records, "html")), encoding="utf-8")
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if request.url != file.as_uri() else None)
        page.goto(file.as_uri())
        return page

    yield open_page
    context.close()
    assert complaints == []


def lit(page, layer):
    return "".join(page.locator(f".text .on-{layer}").all_text_contents())


def test_pointing_at_a_statement_lights_its_spans_and_shows_its_chain(opened):
    page = opened(RECORD)
    page.hover(".text .content >> text=Kami tidak pernah menembaki")
    assert lit(page, "content") == "Kami tidak pernah menembaki truk makanan. Kami justru menjaga jalan itu"
    assert (lit(page, "cue"), lit(page, "source"), lit(page, "via")) == ("kata", "Hamdan", "suratAFP")
    assert page.locator(".popover .chain bdi").all_text_contents() == ["Idris Hamdan", "surat", "AFP", "KabarSelat.com"]
    page.hover(".brand")
    assert (lit(page, "content"), page.locator(".popover").is_visible()) == ("", False)


def test_the_innermost_statement_and_the_count_at_the_place_are_shown(opened):
    page = opened(RECORD)
    page.hover(".text .inner")
    assert page.locator(".popover .number").all_text_contents() == ["6"]
    page.hover(".text .count >> text=sedikitnya 14 orang")
    assert page.locator(".popover .number").all_text_contents() == ["7"]
    assert "at least 14" in page.locator(".popover .count-card").inner_text()


def test_the_popover_leaves_the_statement_in_sight(opened):
    page = opened(RECORD)
    page.hover(".text .n[data-part=s2]")
    popover = page.locator(".popover").bounding_box()
    for box in (place.bounding_box() for place in page.locator(".text .on").all()):
        assert box["y"] + box["height"] <= popover["y"] or popover["y"] + popover["height"] <= box["y"]


def test_the_keyboard_reaches_statements_and_cards(opened):
    page = opened(RECORD)
    page.focus(".text .n[data-part=s4]")
    assert lit(page, "content") == "Mereka menyandera warga sipildan kami akan mengejar pelakunya"
    page.keyboard.press("Tab")
    assert lit(page, "content").startswith("Hamdan pernah berjanji")
    page.keyboard.press("Enter")
    page.evaluate("document.activeElement.blur()")
    assert lit(page, "content").startswith("Hamdan pernah berjanji")
    page.keyboard.press("Escape")
    assert lit(page, "content") == ""


@pytest.mark.parametrize(
    ("part", "layer", "words"),
    [
        ("s7", "content", "sedikitnya 14 orang tewas dan sekitar 30 lainnya luka-luka dalam serangan itu"),
        ("c5", "count", "ratusan warga"),
        ("v4", "event", "berperang"),
        ("r2", "relation", "berbasis di Kassala"),
        ("un", "mention", "Perserikatan Bangsa-BangsaPBB"),
    ],
)
def test_pointing_at_the_lists_lights_the_text(opened, part, layer, words):
    page = opened(RECORD)
    page.hover(f"aside [data-part={part}]")
    assert lit(page, layer) == words


def test_the_reasons_open_without_holding_the_card(opened):
    page = opened(JUDGED)
    reasons = page.locator("aside [data-part=s1] .why")
    reasons.locator("summary").click()
    assert "rule active" in reasons.inner_text()
    page.hover(".brand")
    assert lit(page, "content") == ""
    reasons.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "rule active" not in reasons.inner_text()
    page.keyboard.press("Enter")
    page.hover(".text .n[data-part=s1]")
    assert page.locator(".popover .why").inner_text() == "85% sure"


def test_a_link_to_a_statement_lights_it(opened):
    page = opened(RECORD)
    page.click("aside [data-part=c2] .teller a")
    page.hover(".brand")
    assert lit(page, "cue") == "Menurut"
    page.reload()
    assert lit(page, "cue") == "Menurut"


def test_the_legend_takes_layers_away(opened):
    page = opened(RECORD)
    weight = "getComputedStyle(document.querySelector('.text .cue')).fontWeight"
    before = page.evaluate(weight)
    page.uncheck("input[data-layer=cue]")
    assert (before, page.evaluate(weight)) == ("600", "400")


@pytest.mark.parametrize("width", [360, 800, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_overflows_the_window(opened, width, scheme):
    page = opened(RECORD, JUDGED)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 700})
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


COLOURED = (
    ".on-content", ".cue", ".inner", ".facts", ".how", ".chain small", ".teller a", ".count-card b", ".event-card b",
    ".number", ".status", ".outlet bdi", ".times", ".why summary", ".why dt", ".why dd", ".why b",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_can_be_told_apart(opened, contrast, scheme):
    page = opened(JUDGED)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('.why').forEach((each) => { each.open = true; })")
    page.focus(".text .n[data-part=s6]")
    contrasts = {place: contrast(page.locator(f".report {place}").first) for place in COLOURED}
    assert {place: found for place, found in contrasts.items() if found < 4.5} == {}


def test_print_shows_the_chains_as_numbered_notes_after_the_text(opened):
    page = opened(RECORD)
    page.emulate_media(media="print")
    text, notes = page.locator(".text").bounding_box(), page.locator("aside").bounding_box()
    assert text["y"] + text["height"] <= notes["y"]
    assert not page.locator(".legend").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_script_in_a_report_never_runs(opened):
    page = opened(
        plain(
            '<script>document.title = "bad"</script><img src=x onerror="document.title=1">', title="</title><script>1"
        )
    )
    assert page.title() == "</title><script>1 · Konon"


def test_the_frame_of_a_notebook_works(opened, tmp_path):
    page = opened(RECORD)
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><meta charset=utf-8>{RECORD._repr_html_()}", encoding="utf-8")
    page = page.context.new_page()
    page.goto(Path(notebook).as_uri())
    frame = page.frame_locator("iframe")
    frame.locator(".text .n[data-part=s2]").hover()
    assert frame.locator(".popover .chain bdi").count() == 4
