"""Draws the README's picture anew: `python docs/images/view.py`, with the extra `test` and Chromium installed."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import konon
from konon.examples import REPORT
from konon.export import export

PICTURE = Path(__file__).with_name("view.png")


def draw() -> None:
    """Write the picture of the example's page, with the statement from the letter lit."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        file = Path(folder) / "view.html"
        file.write_text("".join(export([konon.read(konon.load(REPORT))], "html")), encoding="utf-8")
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        page = browser.new_page(viewport={"width": 1160, "height": 700}, reduced_motion="reduce")
        page.goto(file.as_uri())
        page.hover(".text .content >> text=Kami tidak pernah menembaki")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    draw()
