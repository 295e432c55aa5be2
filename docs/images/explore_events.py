"""Makes `explore-counts.png` and `explore-map.png`, pages of events: python docs/images/explore_events.py.

It needs Chromium and '.[test]'.
"""

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
    flood = archive.events("type:DISASTER after:2024-09").items[0].event
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, path, height in (("counts", f"/events/{flood}", 960), ("map", "/events/places", 1110)):
            page = browser.new_page(viewport={"width": 1280, "height": height}, locale="en-GB")
            page.goto(f"http://127.0.0.1:{listening.getsockname()[1]}{path}")
            page.screenshot(path=Path(__file__).with_name(f"explore-{name}.png"))
        browser.close()
    server.should_exit = True
    running.join()
