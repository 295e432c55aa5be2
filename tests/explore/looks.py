"""What no page may do to whoever looks at it: keep somebody out, or be wider than the window."""

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def unfolded_width(page: "Page") -> int:
    """How wide the page is with all that can be unfolded on it, in pixels."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    return page.evaluate("document.documentElement.scrollWidth")


def barriers(page: "Page") -> list[tuple[str, str, str]]:
    """What axe-core finds on the page as it stands: its path, the rule, and a place that breaks it."""
    page.evaluate(_checker())
    found = page.evaluate("axe.run().then((result) => result.violations)")
    path = page.evaluate("location.pathname + location.search")
    return [(path, each["id"], node["html"][:200]) for each in found for node in each["nodes"][:3]]


@cache
def _checker() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
