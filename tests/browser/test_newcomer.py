"""A newcomer answers questions from the pages alone, over the demo register."""

import re

import pytest
from walker import Walker

pytestmark = pytest.mark.model


def test_when_the_russian_president_last_visited_belarus(walker: Walker) -> None:
    walker.click("Meetings", "nav")
    walker.fill("Who", "Putin")
    walker.fill("Where", "Belarus")
    walker.send()
    walker.one(".chips")
    first = walker.one("table.stack tbody tr")
    assert "19 Dec 2022" in first.text
    assert "Vladimir Putin" in first.text
    walker.click("19 Dec 2022", "table.stack")
    walker.says("The reports", "19 December", "Minsk")


def test_how_often_the_two_leaders_met_in_2022_and_what_the_press_claims(walker: Walker) -> None:
    walker.click("Dyads", "nav")
    walker.fill("One party", "Putin")
    walker.fill("The other", "Belarus")
    walker.send()
    walker.says("Meetings and visits by year")
    counted = int(walker.one("#met ~ figure a[data-tip^='2022']").get_attribute("data-tip").split()[1])
    walker.one("#met ~ figure summary").click()
    row = walker.one("#met ~ figure tbody tr:last-child").text.split()
    assert row[:2] == ["2022", str(counted)]
    walker.script("document.querySelector(`#met ~ figure tbody tr:last-child a`).click()")
    walker.says("of", "meetings", "in 2022")
    listed = int(
        re.search(r"of (\d+) meeting", walker.text())[1]
    )  # a meeting of unknown day in these years is listed too
    assert listed >= counted

    walker.open("/dyads?left=Russia&right=Belarus")
    walker.click("what articles claim of them", "main")
    walker.says("on record", "this year")

    walker.fill("Search everything", "times this year Lukashenka")
    walker.send()
    walker.says("six times this year")


def test_who_said_what_about_grain(walker: Walker) -> None:
    walker.click("Statements", "nav")
    walker.fill("Words said", "grain")
    walker.send()
    walker.one(".chips")
    said = [statement.text for statement in walker.all("article.statement")]
    assert said
    assert all("grain" in words.lower() for words in said)
    assert walker.all("article.statement h3 a.party")


def test_words_that_nobody_said_are_not_found_and_the_page_says_what_to_do(walker: Walker) -> None:
    walker.fill("Search everything", "annexation")
    walker.send()
    walker.says("Nothing has these words", "let one go on")


def test_which_exercises_were_announced_or_held(walker: Walker) -> None:
    walker.script("document.querySelector('select[name=view]').value = 'exercises'")
    walker.script("document.querySelector('select[name=view]').dispatchEvent(new Event('change', {bubbles: true}))")
    walker.says("joint or alone")
    assert "exercise" in walker.one("ol.entries").text.lower()


def test_what_germany_said(walker: Walker) -> None:
    walker.fill("Search everything", "Germany")
    walker.send()
    walker.click("Germany", "main")
    walker.says("What it said", "We are following this meeting very closely")
    walker.click("in the article", "main")
    assert walker.one("#title").text
    assert re.search(r"mark", walker.browser.page_source)
