"""Makes `explore.png`, a picture of the explorer: python docs/images/explore.py (needs Chromium and '.[test]')."""

import shutil
import threading
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from konon.archive import Archive
from konon.cli.explore import examples
from konon.explore.app import explorer
from konon.explore.serve import bound

with Archive(examples()) as archive, bound("127.0.0.1", 0) as listening:
    server = uvicorn.Server(uvicorn.Config(explorer(archive, demo=True), log_level="warning"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    running.start()
    report, _, statement = archive.search('"truk makanan" outlet:KabarTeluk').items[0].statement.partition("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 720}, locale="id-ID")
        page.goto(f"http://127.0.0.1:{listening.getsockname()[1]}/reports/{report}?statement={statement}")
        page.screenshot(path=Path(__file__).with_name("explore.png"))
        browser.close()
    server.should_exit = True
    running.join()
