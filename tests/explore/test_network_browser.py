"""Journeys through the network and an actor's page in a real browser, with the mouse and with keys alone."""

from typing import TYPE_CHECKING

import pytest

from .looks import barriers, unfolded_width

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.browser


def test_a_researcher_goes_from_the_picture_to_the_sentence(opened):
    page = opened("/")
    page.get_by_role("link", name="Jaringan").click()
    page.wait_for_url("**/network")
    page.locator(".points a[data-name='Rusdi Hanafi'] circle").click()
    panel = page.locator(".chosen-actor")
    assert panel.get_by_role("heading").inner_text() == "Rusdi Hanafi"
    lit = page.locator(".points a.near").count()
    assert 1 < lit < page.locator(".points a").count()
    panel.locator("li a", has_text="memimpin").first.click()
    page.wait_for_url("**/network/ties/**")
    assert page.locator("mark").first.inner_text()
    page.locator(".said .words a").first.click()
    page.wait_for_url("**/reports/**")


def test_the_network_is_narrowed_and_the_link_keeps_it(opened):
    page = opened("/network", language="en-GB")
    every = page.locator(".points a").count()
    page.get_by_text("Kinds of ties and actors").click()
    page.locator("fieldset", has_text="denying and confirming").get_by_role("link", name="only these").click()
    page.wait_for_url("**kind=deny*")
    kinds = set(page.locator(".ties td:nth-child(2)").all_inner_texts())
    assert kinds <= {"deny", "confirm", "reject"}
    assert 0 < page.locator(".points a").count() < every
    page.get_by_label("Around an actor").fill("Umar Sadeli")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**around=*")
    assert "kind=deny" in page.url
    assert page.get_by_role("heading", level=1).inner_text() == "Around Umar Sadeli"


def test_keys_alone_go_from_actor_to_actor(opened):
    page = opened("/network")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.points a')"):
            break
    first = page.evaluate("document.activeElement.dataset.name")
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement.dataset.name") != first:
            break
    name = page.evaluate("document.activeElement.dataset.name")
    assert name != first
    page.keyboard.press("Enter")
    assert page.locator(".chosen-actor h2").inner_text() == name
    page.keyboard.press("Escape")
    assert page.locator(".chosen-actor").is_hidden()
    assert page.evaluate("document.activeElement.dataset.name") == name


def test_nearer_more_names_are_shown(opened):
    page = opened("/network", width=390)
    shown = """[...document.querySelectorAll('.points text')]
        .filter((text) => getComputedStyle(text).display !== 'none').length"""
    before = page.evaluate(shown)
    for _ in range(4):
        page.get_by_role("button", name="Perbesar").click()
    assert page.evaluate(shown) > before
    page.get_by_role("button", name="Seluruhnya").click()
    assert page.evaluate("document.querySelector('.view').scrollWidth <= document.querySelector('.view').clientWidth")


def paths(archive):
    actor = archive.actor("Rusdi Hanafi")
    tie = archive.network(around=actor.id).bonds[0]
    return ["/network", f"/network?around={actor.id}&kind=leads", "/network?since=1990&before=1991", "/network?q=Badan",
            f"/network/ties/{tie.one}/{tie.other}", f"/actors/{actor.id}"]  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "language", "width"), [("light", "id-ID", 1280), ("dark", "en-GB", 1280), ("light", "en-GB", 360)]
)
def test_nothing_keeps_anybody_out(opened, archive, scheme, language, width):
    for path in paths(archive):
        page = opened(path, scheme=scheme, language=language, width=width)
        assert (path, unfolded_width(page)) == (path, width)
        if page.locator(".points a").count():
            page.locator(".points a").last.focus()
            page.keyboard.press("Enter")
        assert barriers(page) == []
