"""Take the pictures of the web pages that the documentation shows, over the demo register.

`make demo`, then `python scripts/build_screenshots.py`; needs Chromium and chromedriver (Debian: apt install chromium
chromium-driver).
"""

import base64
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from regesta.query.register import open_register
from regesta.serve.app import create_app
from regesta.store.store import open_store

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
STORE = ROOT / "demo" / "regesta.db"
QUALITY = 82
SWITCHES = ("--headless=new", "--no-sandbox", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage")
DRAWN = "return [...document.querySelectorAll('.canvas')].every((frame) => frame.dataset.ready)"
BELOW = "return document.querySelector('nav.take').getBoundingClientRect().top"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a page.

    Attributes:
        path: The page; {entry} stands for the id of the entry that most sources tell.
        height: Its height.
        width: Its width.
        is_dark: Whether the reader prefers dark colours.
        files_at: How far down the links to files are to stand; None for the top of the page.
    """

    path: str
    height: int
    width: int = 1280
    is_dark: bool = False
    files_at: int | None = None


PICTURES = {
    "register": Picture(path="/", height=1000),
    "entry": Picture(path="/entries/{entry}", height=1150),
    "dyad": Picture(path="/dyads?left=BLR&right=RUS", height=1150),
    "files": Picture(path="/meetings?dyad=RUS-BLR&on=2022", height=560, files_at=180),
    "histories": Picture(path="/histories/sanctions", height=1000),
    "map": Picture(path="/map", height=960),
    "meetings": Picture(path="/meetings?dyad=RUS-BLR&on=2022", height=900),
    "network": Picture(path="/network", height=900),
    "sources": Picture(path="/sources", height=760),
    "statements": Picture(path="/statements?contains=annexation", height=900),
    "actor": Picture(path="/actors/person%3Avladimir-putin", height=1000),
    "phone-dark": Picture(path="/actors/BLR", width=390, height=844, is_dark=True),
}


@contextmanager
def served() -> Iterator[str]:
    """Serve the demo register; give its address."""
    server = uvicorn.Server(uvicorn.Config(create_app(str(STORE)), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def most_told() -> str:
    """Return the id of the entry that most sources tell."""
    with open_store(str(STORE), create=False) as store, store.view() as view:
        return open_register(view).most_cited(1)[0].id


def take(browser: webdriver.Chrome, address: str, picture: Picture) -> bytes:
    """Return a picture as WebP."""
    size = {"width": picture.width, "height": picture.height, "deviceScaleFactor": 1, "mobile": picture.width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if picture.is_dark else "light"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    browser.get(address + picture.path.format(entry=most_told()))
    WebDriverWait(browser, 60).until(lambda page: page.execute_script(DRAWN))
    top = 0 if picture.files_at is None else browser.execute_script(BELOW) - picture.files_at
    clip = {"x": 0, "y": top, "width": picture.width, "height": picture.height, "scale": 1}
    wanted = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": top > 0, "clip": clip}
    return base64.b64decode(browser.execute_cdp_cmd("Page.captureScreenshot", wanted)["data"])


def main() -> None:
    """Take all pictures."""
    found, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not found or not driver:  # named outright: selenium would ask the web for them
        sys.exit("needs Chromium and chromedriver (Debian: apt install chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = found
    for switch in (*SWITCHES, "--hide-scrollbars"):
        options.add_argument(switch)
    browser = webdriver.Chrome(options=options, service=Service(driver))
    try:
        with served() as address:
            for name, picture in PICTURES.items():
                (IMAGES / f"{name}.webp").write_bytes(take(browser, address, picture))
    finally:
        browser.quit()


if __name__ == "__main__":
    main()
