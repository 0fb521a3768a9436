"""Articles whose words promise no political act are skipped when that is asked for, and say so."""

import pytest

from regesta.annotate.parse import UNPOLITICAL, ParseText
from regesta.annotate.relevance import is_political, load_words, words_of
from regesta.read.record import make_article

POLITICAL = [
    "The foreign ministers of Malta and Tunisia met in Valletta on Monday and signed a fishing agreement.",
    "Police arrested twenty protesters outside the parliament after clashes with supporters of the government.",
    "Rebels attacked an army base near the border, killing four soldiers, the defence ministry said.",
    "The president accused the neighbouring country of arming militias and threatened to close the embassy.",
]
OTHERS = [
    "The striker scored twice in the second half as the home side won 3-1 to go top of the league. They had lost four "
    "matches in a row this season and went behind after ten minutes, but equalised before the break.",
    "Shares closed 0.4 percent higher in quiet trading as buyers waited for results. The index rose 12 points. "
    "Rubber prices were steady, and dealers said the dollar fell against the yen to its lowest since March.",
]
BEFORE = "The weather in the valley stays dry. "


@pytest.mark.parametrize("text", POLITICAL)
def test_political_texts_are_read(text: str) -> None:
    assert is_political(text)
    assert is_political((BEFORE * 40) + "\n\n" + text), "one passage of many is enough"


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_are_skipped_when_that_is_asked_for(text: str) -> None:
    (skipped,) = ParseText(political_only=True)([make_article(text)])
    assert skipped.parse is None
    assert [(fault.stage, fault.reason) for fault in skipped.faults] == [("parse", UNPOLITICAL)]
    (read,) = ParseText()([make_article(text)])
    assert read.parse is not None, "by default every article is read"


def test_an_empty_text_is_not_political() -> None:
    assert not is_political("")


def test_words_count_once_and_without_case_or_numbers() -> None:
    assert words_of("Talks, talks: 25 TALKS x2") == {"talks", "x"}
    assert load_words().words["talks"] > 0 > load_words().words["percent"]
