"""A browser over the demo register; skipped, visibly, unless asked for (`make browse`) and a Chromium is installed.

The walk takes minutes, and on a busy machine a page can outlast its patience: it is not for every change.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from walker import Walker

from regesta.read.sources import read_sources
from regesta.run.config import Config
from regesta.run.ingest import ingest
from regesta.serve.app import app_over
from regesta.store.store import open_store

ASKED = "REGESTA_BROWSER"
PATIENCE_S = 180  # axe takes 40 s for a long page where the cores are shared
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def demo_store(browser: webdriver.Chrome, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The demo register, coded as `regesta demo` does."""
    path = str(tmp_path_factory.mktemp("demo") / "regesta.db")
    with open_store(path) as opened:
        ingest(read_sources([str(EXAMPLES)]), opened, Config(store=path), lambda report: None)
    return path


@pytest.fixture(scope="session")
def address(demo_store: str) -> Iterator[str]:
    """Address of a server over the demo register."""
    config = uvicorn.Config(app_over(open_store(demo_store)), port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
        assert thread.is_alive()
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    """A headless Chromium."""
    if not os.environ.get(ASKED):
        pytest.skip(f"walks through the pages only where {ASKED}=1 is set: make browse")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if not found or not driver:
        pytest.skip("needs Chromium and chromedriver (Debian: apt install chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = found
    for switch in ("--headless=new", "--no-sandbox", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage"):
        options.add_argument(switch)
    options.add_argument("--window-size=1280,900")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(options=options, service=Service(driver))
    opened.set_script_timeout(PATIENCE_S)
    yield opened
    opened.quit()


@pytest.fixture
def walker(browser: webdriver.Chrome, address: str) -> Walker:
    """A reader who begins at the register."""
    return Walker(browser, address)
