"""Journeys among events in a real browser: to a contested number and its reports, through time, over the map."""

import pytest

from .looks import barriers, unfolded_width

pytestmark = pytest.mark.browser


@pytest.fixture
def flood(archive):
    """The page of the flood whose dead are counted in two ways."""
    return "/events/" + archive.events("type:DISASTER after:2024-09").items[0].event


def test_a_contested_number_leads_to_the_words_of_who_gave_it(opened):
    page = opened("/")
    page.get_by_role("link", name="Peristiwa", exact=True).click()
    page.get_by_label("Di mana").fill("Randualas")
    page.get_by_role("button", name="Tampilkan").click()
    page.wait_for_url("**place=Randualas*")
    page.locator(".happened .headline a").first.click()
    page.wait_for_url("**/events/r*/v*")
    assert "Di mana angkanya berbeda" in page.inner_text("main")
    points = page.locator("svg.counts.wide-only a")
    assert points.count() == 8
    points.filter(has=page.locator("circle.about")).focus()
    assert "Imelda Tanod" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/*statement=*")
    assert page.locator("#beside .stop .name").first.inner_text() == "Imelda Tanod"


def test_why_an_account_is_joined_is_a_key_away(opened, flood):
    page = opened(flood, language="en-GB")
    summary = page.locator(".telling summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert "place\n+0.30" in page.locator(".telling details[open] dl").inner_text()


def test_the_timeline_is_walked_from_a_year_to_an_event(opened):
    page = opened("/events/timeline", language="en-GB")
    page.get_by_role("link", name="Oct 2024", exact=True).click()
    page.wait_for_url("**since=2024-10&until=2024-10")
    assert page.locator(".lanes thead th").count() == 33
    page.get_by_role("link", name="protest, 9 Oct 2024: 1 event").click()
    page.wait_for_url("**/events/r*/v*")
    assert page.get_by_role("heading", level=1).inner_text() == "Berunjuk at Surabaya"


def test_the_slider_moves_the_map_with_keys_alone(opened):
    page = opened("/events/places", language="en-GB")
    page.evaluate("window.stayed = true")
    assert page.locator(".frame a.spot").count() == 5
    page.get_by_label("From month").focus()
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**since=2024-11*")
    assert page.get_by_label("From month").get_attribute("aria-valuetext") == "Nov 2024"
    page.wait_for_function("document.querySelectorAll('.frame a.spot').length === 1")
    assert page.locator(".frame a.spot").get_attribute("aria-label") == "Tokyo: 1 event"
    assert page.evaluate("window.stayed")
    assert "since=2024-11" in page.locator("#views a").nth(1).get_attribute("href")
    page.locator(".frame a.spot").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events?*")
    assert page.locator(".happened").count() == 1


def test_the_map_is_played_month_by_month(opened):
    page = opened("/events/places", language="en-GB")
    page.get_by_role("button", name="Play month by month").click()
    page.wait_for_url("**until=2024-02*")
    page.wait_for_url("**since=2024-03&until=2024-03*")
    page.get_by_role("button", name="Stop").click()
    assert page.get_by_role("button", name="Play month by month").count() == 1


def test_the_map_is_looked_at_closer(opened):
    page = opened("/events/places", language="en-GB")
    shapes = "document.querySelector('.land use').getBoundingClientRect().width"
    before = page.evaluate(shapes)
    assert before > 1000
    for _ in range(2):
        page.get_by_role("button", name="Closer").click()
    assert page.evaluate(shapes) > 2 * before
    page.get_by_role("button", name="The whole map").click()
    assert page.evaluate(shapes) == pytest.approx(before)


def test_all_of_it_serves_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(address + "/events/places")
    assert page.locator(".slider").is_hidden()
    page.get_by_label("From", exact=True).fill("2024-11")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".frame a.spot").count() == 1
    context.close()


def paths(flood):
    return ["/events", "/events?type=SANCTION", "/events/timeline", "/events/timeline?since=2024-10&until=2024-10",
            "/events/places", flood]  # fmt: skip


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_no_page_of_events_overflows_the_window(opened, flood, width):
    for path in paths(flood):
        page = opened(path, width=width)
        assert (path, unfolded_width(page)) == (path, width)


@pytest.mark.parametrize(
    ("scheme", "language", "width"), [("light", "id-ID", 1280), ("dark", "en-GB", 1280), ("light", "en-GB", 380)]
)
def test_no_page_of_events_keeps_anybody_out(opened, flood, scheme, language, width):
    for path in paths(flood):
        page = opened(path, scheme=scheme, language=language, width=width)
        assert (path, unfolded_width(page)) == (path, width)
        assert barriers(page) == []
