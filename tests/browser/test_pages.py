"""Every page in a browser: nothing refused, nothing in the way of readers who cannot see or use a mouse."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from walker import Walker

pytestmark = pytest.mark.model
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
PAGES = [
    "/?as_of=2999-12-31",
    "/",
    "/?view=meetings&party=Belarus",
    "/?actor=Nobody",
    "/actors",
    "/actors/RUS",
    "/actors/person%3Avladimir-putin",
    "/dyads",
    "/dyads?left=Russia&right=Belarus",
    "/dyads?left=Putin&right=Lukashenko",
    "/meetings",
    "/changes",
    "/?differing=any&type=CONSULT",
    "/histories/agreements",
    "/histories/sanctions",
    "/histories/exercises",
    "/histories/warnings",
    "/statements",
    "/claims",
    "/said",
    "/map",
    "/network",
    "/search",
    "/search?q=Belarus",
    "/articles",
    "/sources",
    "/review",
    "/review/log",
    "/faults",
    "/status",
    "/nowhere",
]
WCAG_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: arguments[0], resultTypes: ["violations"]})
   .then((found) => done(found.violations.map((v) => [v.impact, v.id, v.nodes[0].html.slice(0, 200)])));
"""


def violations(walker: Walker, rules: Sequence[str] = WCAG_AA) -> list[list[str]]:
    walker.script(AXE)
    found = walker.browser.execute_async_script(RUN_AXE, list(rules))
    return [violation for violation in found if violation[0] in ("serious", "critical")]


def colours(walker: Walker, scheme: str) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    walker.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious_in_light_and_dark(walker: Walker, path: str) -> None:
    walker.open(path)
    assert violations(walker) == []
    colours(walker, "dark")
    assert violations(walker, ["color-contrast"]) == []
    colours(walker, "light")


def test_axe_finds_nothing_serious_in_an_entry_and_a_document(walker: Walker) -> None:
    walker.open("/?sort=support")
    walker.click("words and sources")
    assert violations(walker) == []
    walker.click("in the article")
    assert violations(walker) == []


@pytest.mark.parametrize("path", [path for path in PAGES if path not in ("/nowhere", "/?actor=Nobody")])
def test_nothing_is_refused_and_a_phone_needs_no_sideways_scrolling(walker: Walker, path: str) -> None:
    walker.complaints()
    size = {"width": 375, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    walker.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    walker.open(path)
    assert walker.script("return document.documentElement.scrollWidth") <= 375
    walker.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert walker.complaints() == []


@pytest.mark.parametrize("path", ["/map", "/network"])
def test_map_and_network_are_drawn_from_our_own_files(walker: Walker, path: str) -> None:
    walker.open(path)
    walker.one(".canvas[data-ready] canvas")
    loaded = walker.script("return performance.getEntriesByType('resource').map((file) => file.name)")
    assert loaded
    assert all(name.startswith((walker.address, "blob:", "data:")) for name in loaded)
    assert walker.complaints() == []


def test_a_circle_of_the_map_leads_to_its_entries(walker: Walker) -> None:
    walker.open("/map?place=Beijing")
    frame = walker.one(".canvas[data-ready] canvas")
    walker.script("arguments[0].scrollIntoView({block: 'center'})", frame)
    frame.click()  # one place only: it stands in the middle
    link = walker.one(".maplibregl-popup a")
    assert "Beijing" in link.text
    assert "place=Beijing" in (link.get_attribute("href") or "")


def test_a_chart_tells_what_a_bar_is_when_it_has_the_focus_and_leads_on(walker: Walker) -> None:
    bar = walker.one("svg.chart a[data-tip]")
    walker.script("arguments[0].focus()", bar)
    tip = walker.one(".tip:not([hidden])")
    assert tip.text == bar.get_attribute("data-tip")
    period = tip.text.partition(":")[0]
    walker.browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not walker.all(".tip:not([hidden])")
    walker.send()
    assert f"on={period}" in walker.browser.current_url


def test_a_chart_is_to_be_had_as_a_picture(walker: Walker) -> None:
    walker.script("URL.createObjectURL = (blob) => { window.made = blob.type + ' ' + blob.size; return 'data:,'; }")
    walker.one("[data-png]:not([hidden])").click()
    made = walker.wait(lambda: walker.script("return window.made"), "picture")
    assert made.startswith("image/png ")
    assert int(made.split()[1]) > 5000


def test_a_filter_changes_page_and_address_without_loading_anew(walker: Walker) -> None:
    walker.script("window.same = true")
    choice = walker.browser.find_element(By.CSS_SELECTOR, "select[name=view] option[value=sanctions]")
    choice.click()
    walker.says("Sanctions, embargoes and boycotts")
    assert "view=sanctions" in walker.browser.current_url
    assert walker.script("return window.same") is True
    walker.browser.back()
    walker.says("The register")


def test_a_search_in_a_form_keeps_the_cursor_and_changes_the_list(walker: Walker) -> None:
    walker.open("/statements")
    walker.fill("Words said", "grain")
    walker.send()
    walker.one(".chips")
    assert walker.browser.switch_to.active_element.get_attribute("name") == "contains"
    assert walker.complaints() == []


def test_the_first_key_press_offers_to_skip_to_the_content(walker: Walker) -> None:
    walker.browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert walker.browser.switch_to.active_element.text == "Skip to the content"


def test_a_list_names_its_feed_to_the_browser_and_offers_its_files(walker: Walker) -> None:
    walker.open("/meetings?party=Belarus")
    feed = walker.one("head link[type='application/atom+xml']").get_attribute("href")
    assert feed == f"{walker.address}/meetings.atom?party=Belarus"
    walker.one("nav.take summary").click()
    shown = {link.text for link in walker.all("nav.take a")}
    assert {"Feed", "CSV", "JSON lines", "Calendar", "Planned, as a calendar", "gdelt-events"} <= shown
    walker.open(feed.removeprefix(walker.address))
    walker.wait(lambda: "http://www.w3.org/2005/Atom" in walker.browser.page_source or None, "a feed")
    assert walker.complaints() == []


def test_every_choice_of_the_register_s_form_is_reached_by_the_keyboard(walker: Walker) -> None:
    names = [field.get_attribute("name") for field in walker.all("#filter-form [name]:not([type=hidden])")]
    assert {"view", "mode", "actor", "recipient", "dyad", "place", "since", "until", "min_support"} <= set(names)
    walker.one("#filter-form [name]").send_keys("")
    reached = []
    for _ in range(len(names)):
        reached.append(walker.browser.switch_to.active_element.get_attribute("name"))
        walker.browser.switch_to.active_element.send_keys(Keys.TAB)
    assert reached == names


def test_only_what_several_tell_is_left_by_the_choice_of_sources(walker: Walker) -> None:
    walker.browser.find_element(By.CSS_SELECTOR, "select[name=min_support] option[value='2']").click()
    walker.one(".chips .all")
    assert "min_support=2" in walker.browser.current_url
    assert all("1 source" not in row.text.split("\n")[-1] for row in walker.all("ol.entries > li"))


def tab_to(walker: Walker, words: str) -> str:
    """Press Tab until a link with these words has the focus; return how its outline is drawn."""
    for _ in range(200):
        focused = walker.browser.switch_to.active_element
        if focused.tag_name == "a" and words in focused.text:
            return str(walker.script("return getComputedStyle(arguments[0]).outlineStyle", focused))
        focused.send_keys(Keys.TAB)
    raise AssertionError(f"no link {words!r} is reached by the keyboard on {walker.browser.current_url}")


def test_the_keyboard_leads_from_the_register_to_an_entry_and_to_its_source(walker: Walker) -> None:
    for words in ("words and sources", "in the article"):
        assert tab_to(walker, words) == "solid"
        walker.send()
    assert walker.one("article, .text").text
    assert "focus=" in walker.browser.current_url


def test_motion_is_left_out_for_those_who_ask(walker: Walker) -> None:
    walker.script("document.querySelector('main').classList.add('htmx-request')")
    lasts = "return getComputedStyle(document.querySelector('main')).transitionDuration"
    for choice, duration in (("no-preference", "0.2s"), ("reduce", "0s")):
        media = {"features": [{"name": "prefers-reduced-motion", "value": choice}]}
        walker.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        assert walker.script(lasts) == duration
    walker.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_an_entry_prints_as_a_sheet_to_cite(walker: Walker) -> None:
    walker.open("/?sort=support")
    walker.click("words and sources")
    walker.one(".citation")
    walker.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = lambda selector: [part.is_displayed() for part in walker.all(selector)]  # noqa: E731
    assert shown(".citation") == [True]
    assert not any(shown("nav, .everywhere, .decisions"))
    walker.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
