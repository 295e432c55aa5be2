"""Journeys through the explorer in a real browser: a fact-checker's, a researcher's, with keys alone, on a phone."""

import csv
from pathlib import Path

import pytest

from .looks import barriers, unfolded_width

pytestmark = pytest.mark.browser
PAGES = ("/", "/search?q=bantah&stems=true", "/search?in=reports&q=Watuireng", "/actors", "/api", "/reports/none")


def stations(page):
    return page.locator("#beside .stop .name").all_inner_texts()


def lit(page, layer):
    return "".join(page.locator(f".report .on-{layer}").all_text_contents())


def test_a_fact_checker_finds_who_said_it_and_through_whom(opened):
    page = opened("/")
    page.get_by_role("searchbox").fill('"truk makanan"')
    page.get_by_role("button", name="Cari").click()
    assert page.locator(".found .said mark").all_inner_texts() == ["truk makanan"] * 2
    assert page.locator(".found .way").first.inner_text().split("\n") == [
        "Umar Sadeli", "surat", "Meridian", "Kabar Teluk", "PanturaKini",
    ]  # fmt: skip
    page.locator(".found .said .words a").first.click()
    page.wait_for_url("**/reports/*statement=*")
    assert stations(page) == ["Umar Sadeli", "surat", "Meridian", "Kabar Teluk", "PanturaKini"]
    assert lit(page, "content") == "Kami tidak pernah menembaki truk makanan. Kami justru menjaga jalan itu"
    page.locator("#beside").get_by_role("link", name="Umar Sadeli").click()
    page.wait_for_url("**/actors/*")
    assert page.get_by_role("heading", level=1).inner_text() == "Umar Sadeli"
    assert "Lewat siapa ia berbicara" in page.inner_text("main")


def test_a_statement_is_drawn_anew_without_leaving_the_page(opened, denied):
    page = opened(f"/reports/{denied[0]}")
    page.evaluate("window.stayed = true")
    page.locator(".body .content >> text=Kami tidak pernah").click()
    page.wait_for_selector(f".chain[data-statement={denied[1]}]")
    assert stations(page) == ["Umar Sadeli", "surat", "Meridian", "KabarTeluk"]
    assert lit(page, "source") == "Umar"
    assert page.url.endswith(f"statement={denied[1]}")
    page.locator("#beside .steps a").first.click()
    page.wait_for_selector(".chain:not([data-statement='" + denied[1] + "'])")
    assert page.evaluate("window.stayed")
    page.go_back()
    page.wait_for_selector(f".chain[data-statement={denied[1]}]")
    assert lit(page, "via") == "suratMeridian"


def test_the_legend_switches_layers(opened, denied):
    page = opened(f"/reports/{denied[0]}")
    weight = "getComputedStyle(document.querySelector('.body .cue')).fontWeight"
    before = page.evaluate(weight)
    page.get_by_role("checkbox", name="penanda").uncheck()
    assert (before, page.evaluate(weight)) == ("600", "400")


def test_a_researcher_narrows_down_keeps_the_link_and_saves_the_rows(opened, tmp_path):
    page = opened("/search", language="en-GB")
    page.locator(".facets").get_by_role("link", name="deny").click()
    page.wait_for_url("**act=deny*")
    total = int(page.locator(".total b").inner_text())
    page.locator(".facets").get_by_role("link", name="KabarTeluk").click()
    page.wait_for_url("**outlet=KabarTeluk*")
    fewer = int(page.locator(".total b").inner_text())
    assert 0 < fewer < total
    kept = page.url
    with page.expect_download() as saving:
        page.get_by_role("link", name="CSV").click()
    file = tmp_path / "rows.csv"
    saving.value.save_as(file)
    with Path(file).open(encoding="utf-8-sig", newline="") as rows:
        assert [row["act"] for row in csv.DictReader(rows)] == ["deny"] * fewer
    page.get_by_role("link", name="take away").first.click()
    page.wait_for_url(lambda url: "act=deny" not in url)
    assert int(opened(kept.split("/", 3)[3].join(("/", ""))).locator(".total b").inner_text()) == fewer


def test_keys_alone_lead_from_the_search_to_a_chain(opened):
    page = opened("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    while page.evaluate("document.activeElement.name") != "q":
        page.keyboard.press("Tab")
    page.keyboard.type('"truk makanan"')
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.said .words a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/*")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.body .n:not(.on)')"):
            break
    part = page.evaluate("document.activeElement.dataset.part")
    page.keyboard.press("Enter")
    page.wait_for_selector(f".chain[data-statement={part}]")
    assert page.evaluate("document.activeElement.dataset.part") == part
    assert page.evaluate("document.querySelector('#beside').getAttribute('aria-live')") == "polite"


def test_the_language_is_switched_and_stays(opened):
    page = opened("/search?q=beras")
    assert page.locator("html").get_attribute("lang") == "id"
    page.get_by_role("link", name="English").click()
    page.wait_for_load_state()
    assert (page.locator("html").get_attribute("lang"), page.url.endswith("/search?q=beras")) == ("en", True)
    page.get_by_role("link", name="Actors").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Actors"


def test_on_a_phone_the_chain_lies_under_the_text_and_can_be_closed(opened, denied):
    page = opened(f"/reports/{denied[0]}", width=380, height=780)
    page.locator(f".body .n[data-part={denied[1]}]").click()
    page.wait_for_selector(".beside.sheet")
    chosen, sheet = page.locator(".body .n.on").bounding_box(), page.locator(".beside").bounding_box()
    assert 0 <= chosen["y"] < sheet["y"] < 780
    page.get_by_role("button", name="Tutup").click()
    assert page.locator(".beside.sheet").count() == 0


def paths(denied, archive):
    return [*PAGES, f"/reports/{denied[0]}", f"/actors/{archive.actor('Umar Sadeli').id}"]


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_nothing_overflows_the_window(opened, denied, archive, width):
    for path in paths(denied, archive):
        page = opened(path, width=width)
        assert (path, unfolded_width(page)) == (path, width)


@pytest.mark.parametrize(
    ("scheme", "language", "width"), [("light", "id-ID", 1280), ("dark", "en-GB", 1280), ("light", "en-GB", 380)]
)
def test_nothing_keeps_anybody_out(opened, denied, archive, scheme, language, width):
    for path in paths(denied, archive):
        page = opened(path, scheme=scheme, language=language, width=width)
        assert (path, unfolded_width(page)) == (path, width)
        assert barriers(page) == []


def test_nothing_of_a_hostile_report_runs(opened):
    page = opened("/search?q=%22%3E%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D1%22%3E&source=%3Cscript%3E")
    assert page.title().endswith("· Konon")
