"""A reader in a browser: clicks links, fills fields, reads the page."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

PATIENCE_S = 20
T = TypeVar("T")


class Walker:
    """Walks through the pages; waits for what it looks for."""

    def __init__(self, browser: webdriver.Chrome, address: str) -> None:
        self.browser, self.address = browser, address
        self.open("/")

    def open(self, path: str) -> None:
        """Open a page by its path."""
        self.browser.get(self.address + path)

    def text(self) -> str:
        """What stands on the page, white space made one."""
        return " ".join(self.one("main").text.split())

    def one(self, selector: str) -> WebElement:
        """The first element that a selector finds; waits for it."""
        return self.wait(lambda: next(iter(self.all(selector)), None), selector)

    def all(self, selector: str) -> list[WebElement]:
        """All elements that a selector finds."""
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def click(self, words: str, within: str = "body") -> None:
        """Click the first link with these words."""
        links = lambda: [a for a in self.all(f"{within} a") if words in " ".join(a.text.split())]  # noqa: E731
        self.wait(lambda: next(iter(links()), None), f"link {words!r}").click()

    def fill(self, label: str, words: str) -> None:
        """Write into a field found by its label."""
        xpath = f"//main//label[span[normalize-space()='{label}']]/input | //input[@placeholder='{label}']"
        field = self.wait(lambda: next(iter(self.browser.find_elements(By.XPATH, xpath)), None), label)
        field.clear()
        field.send_keys(words)

    def send(self) -> None:
        """Press Enter where the cursor stands, and wait for the answer."""
        before = self.browser.current_url
        self.browser.switch_to.active_element.send_keys(Keys.ENTER)
        self.wait(lambda: self.browser.current_url != before or None, "another address")

    def says(self, *words: str) -> None:
        """Wait until all these words stand on the page."""
        self.wait(lambda: all(word in self.text() for word in words) or None, f"the words {words}")

    def script(self, source: str, *values: object) -> Any:
        """Run a script in the page."""
        return self.browser.execute_script(source, *values)

    def complaints(self) -> list[str]:
        """What the browser complains of since it was last asked: errors of scripts, refused files."""
        return [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]

    def wait(self, look: Callable[[], T | None], what: str) -> T:
        """Look again until something is found."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            try:
                if (found := look()) is not None:
                    return found
            except StaleElementReferenceException:
                pass
            time.sleep(0.05)
        raise AssertionError(f"no {what} on {self.browser.current_url}: {self.text()[:400]}")
