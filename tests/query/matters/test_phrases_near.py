from dataclasses import replace

import pytest
from builders import a_coded_article, an_article, an_event
from stores import a_register

from regesta.query.matters.phrases import REACH_WORDS, occurs, pattern_of, words_near
from regesta.store.words import folded_words


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("ratif*", "the treaty was ratified", True),
        ("ratify", "the treaty was ratified", False),
        ("call* _ off", "Syria called the visit off", True),
        ("call* _ off", "called off", True),
        ("call* _ off", "called it a day, then flew far away and got off", False),
        ("in force", "entered into force", False),
        ("in force", "is in force", True),
        ("cease-fire*", "a cease-fire held", True),
        ("eas*", "in the Near East", True),
        ("ease", "in the Near East", False),
    ],
)
def test_a_phrase_stands_among_words(phrase: str, text: str, found: bool) -> None:
    assert occurs([pattern_of(phrase)], folded_words(text)) is found


def test_only_words_near_the_trigger_count() -> None:
    before, after = " ".join(f"b{n}" for n in range(20)), " ".join(f"a{n}" for n in range(20))
    article = an_article(f"Poland {before} visited Lithuania {after}.")
    with a_register([replace(article, events=(an_event(article),))]) as register:
        [report] = register.view.reports()
        near = words_near(report)
    assert near.index("visited") == REACH_WORDS
    assert len(near) == 2 * REACH_WORDS + 1


def test_evidence_of_another_sentence_is_not_near() -> None:
    with a_register([a_coded_article()]) as register:
        [report] = register.view.reports()
        assert "talking" not in words_near(report)
