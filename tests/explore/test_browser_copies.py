"""Journeys through ways and copies in a real browser: by mouse, by keys alone, on a phone."""

import pytest

from .looks import barriers, unfolded_width

pytestmark = pytest.mark.browser


@pytest.fixture
def paths(archive) -> list[str]:
    """The pages of ways and copies."""
    spread = archive.search('"tiga kali melaporkan" outlet:Gambut').items[0].statement
    first = archive.reprinted().items[0].report.report
    copy = archive.lineage(first).down[-1].report.report
    return [f"/ways/{spread}", "/lineage", f"/lineage/{first}", f"/lineage/{first}/{copy}"]


def test_a_fact_checker_sees_the_origins_and_who_is_behind_one(opened):
    page = opened("/search?q=%22tiga+kali+melaporkan%22", language="en-GB")
    page.get_by_role("link", name="in 9 reports").first.click()
    page.wait_for_url("**/ways/**")
    assert page.locator(".ways-head .figures").inner_text().split() == ["9", "outlets", "2", "origins", "1", "answer"]
    page.evaluate("window.stayed = true")
    page.locator("svg .node", has_text="Meridian").click()
    page.wait_for_url("**station=*")
    page.get_by_role("heading", name="Meridian").wait_for()
    assert page.evaluate("window.stayed")
    assert page.locator(".teller").count() == 3
    page.locator("svg .edge").first.click(force=True)
    page.wait_for_url("**before=*")
    page.locator(".behind").get_by_role("link", name="All reports that tell it").click()
    page.locator(".teller .facts a").first.click()
    page.wait_for_url("**/reports/**")
    page.locator("#beside .to-ways a").click()
    page.wait_for_url("**/ways/**")


def test_a_researcher_follows_a_text_to_what_was_changed(opened):
    page = opened("/", language="en-GB")
    page.get_by_role("link", name="Copies").click()
    page.locator(".reprinted a.headline").first.click()
    page.wait_for_url("**/lineage/*")
    page.locator(".tree .leaf", has_text="PanturaKini").get_by_role("link", name="Side by side").click()
    page.wait_for_url("**/lineage/*/*")
    assert page.locator("del.k-attribution").first.inner_text() == "Wulan menyebut"
    number = page.locator("del.k-attribution + .ref").first
    number.click()
    assert page.locator("li:target .kind").inner_text() == "attribution dropped"


def test_keys_alone_reach_a_station_and_stay_on_it(opened, paths):
    page = opened(paths[0])
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('svg .node.medium')"):
            break
    before = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    page.wait_for_url("**station=medium*")
    page.locator("svg .node.on").wait_for()
    assert page.evaluate("document.activeElement.id") == before


def test_on_a_phone_the_ways_are_a_tree_of_words(opened, paths):
    page = opened(paths[0], width=390, height=844)
    assert not page.locator(".picture svg").is_visible()
    assert page.locator(".tree").get_by_role("link", name="Meridian").is_visible()


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_nothing_overflows_the_window(opened, paths, width):
    for path in paths:
        page = opened(path, width=width)
        assert (path, unfolded_width(page)) == (path, width)


@pytest.mark.parametrize(
    ("scheme", "language", "width"), [("light", "id-ID", 1280), ("dark", "en-GB", 1280), ("light", "en-GB", 380)]
)
def test_nothing_keeps_anybody_out(opened, paths, scheme, language, width):
    for path in paths:
        page = opened(path, scheme=scheme, language=language, width=width)
        assert (path, unfolded_width(page)) == (path, width)
        assert barriers(page) == []
