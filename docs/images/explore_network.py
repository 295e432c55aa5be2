"""Makes `network.png`, the network of an invented archive: python docs/images/explore_network.py FOLDER/network.db.

The archive is made by `python benchmarks/network.py --statements 0 --keep FOLDER`. It needs Chromium and '.[test]'.
"""

import io
import shutil
import sys
import threading
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import sync_playwright

from konon.archive import Archive
from konon.explore.app import explorer
from konon.explore.serve import bound

with Archive(sys.argv[1]) as archive, bound("127.0.0.1", 0) as listening:
    server = uvicorn.Server(uvicorn.Config(explorer(archive), log_level="warning"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    running.start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1150}, locale="en-GB")
        page.goto(f"http://127.0.0.1:{listening.getsockname()[1]}/network?size=500")
        drawn = Image.open(io.BytesIO(page.locator("figure.net").screenshot())).convert("RGB")
        # Few colours are a third of the bytes.
        drawn.quantize(128, dither=Image.Dither.NONE).save(Path(__file__).with_name("network.png"), optimize=True)
        browser.close()
    server.should_exit = True
    running.join()
