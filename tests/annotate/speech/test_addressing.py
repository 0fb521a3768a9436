from collections.abc import Callable

import pytest

from regesta.annotate.parse import ParseText
from regesta.model.article import Article
from tests.annotate.parses import of_syntax

Parsed = Callable[[str], Article]


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    stage = ParseText()
    return lambda text: next(stage([Article(id="a", text=text)]))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "addressee", "channel"),
    [
        ('"The locks are shut," the warden told reporters in Varna.', "reporters", None),
        ("The warden told the three captains that the locks were shut.", "the three captains", None),
        (
            "The warden said in an interview with the Canal Post that the locks were shut.",
            None,
            "an interview with the Canal Post",
        ),
        ("In a letter to the king, the warden wrote that the locks were shut.", "the king", "a letter"),
        ('"The locks are shut," the warden wrote on X.', None, "X"),
        ("The warden said on Telegram that the locks were shut.", None, "Telegram"),
        ("The warden said on Monday that the locks were shut.", None, None),
        ("The warden urged both crews to wait.", "both crews", None),
        ("Speaking to farmers in Varna, the warden said the locks were shut.", "farmers", None),
        ("According to the warden, the locks are shut.", None, None),
        ("The warden denied the story, which said that the locks were shut.", None, None),
    ],
)
def test_who_is_spoken_to_and_by_what_means(
    parsed: Parsed, text: str, addressee: str | None, channel: str | None
) -> None:
    found = [(quote.addressee, quote.channel) for quote in of_syntax(parsed(text))]
    words = [tuple(span.of(text) if span else None for span in pair) for pair in found]
    assert (addressee, channel) in words
