import pytest
from markupsafe import Markup

from regesta.serve.visible_text import path_part, visible, web_link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("a\x1bb", "a␛b"),
        ("a\u202eb", "a\ufffdb"),
        ("a\u2066b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("line\r\nline\tcell", "line \nline\tcell"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("Erdoğan 🕊", "Erdoğan 🕊"),
    ],
)
def test_what_is_invisible_or_turns_the_page_round_becomes_one_sign(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert len(text) == len(shown)


def test_numbers_and_finished_markup_stay_as_they_are() -> None:
    assert visible(3) == 3
    assert visible(Markup("<b>")) == Markup("<b>")


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://example.org"])
def test_web_addresses_are_links(url: str) -> None:
    assert web_link(url) == url


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "JaVaScRiPt://x", "data:text/html,x", "//evil.example", "http:", "http://[x"],
)
def test_other_addresses_are_not(url: str | None) -> None:
    assert web_link(url) is None


def test_a_path_part_has_no_character_that_means_something_in_an_address() -> None:
    assert path_part("a/b?c#d e\ud800") == "a%2Fb%3Fc%23d%20e%3F"
