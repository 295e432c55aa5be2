"""When a page is first seen in a browser."""

import shutil
from collections.abc import Sequence

from playwright.sync_api import sync_playwright

_SEEN = """() => new Promise(found => new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') found(entry.startTime);
}).observe({type: 'paint', buffered: true}))"""


def paints(server: str, paths: Sequence[str]) -> list[float]:
    """The milliseconds from asking for each page until something of it is seen, with nothing kept from before."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        seen = []
        for path in paths:
            context = browser.new_context()
            page = context.new_page()
            page.goto(server + path)
            seen.append(float(page.evaluate(_SEEN)))
            context.close()
        browser.close()
    return seen
