"""Makes `ways.png` and `beside.png`, pictures of the explorer: python docs/images/explore_copies.py."""

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
    spread = archive.search('"tiga kali melaporkan" outlet:Gambut').items[0].statement
    first = archive.reprinted().items[0].report.report
    copy = next(one for one in archive.lineage(first).down if one.report.outlet == "LensaKota").report.report
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 720}, locale="en-GB")
        for name, path in (("ways", f"/ways/{spread}"), ("beside", f"/lineage/{first}/{copy}")):
            page.goto(f"http://127.0.0.1:{listening.getsockname()[1]}{path}")
            page.screenshot(path=Path(__file__).with_name(f"{name}.png"))
        browser.close()
    server.should_exit = True
    running.join()
