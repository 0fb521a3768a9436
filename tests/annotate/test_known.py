"""What was read before is not read again, and says what reading it again would say."""

from dataclasses import replace

import pytest
from builders import an_article

from regesta.annotate.acts.acts import Acts, known_passages
from regesta.annotate.known import Known
from regesta.annotate.parse import ParseText, known_paragraphs
from regesta.model.article import Article

LEAD = "President Ilan Vorsk met Prime Minister Dara Lunt in Riga on Monday.\n\n"
STORY = (
    "Vorsk condemned the shelling of the port, in which two guards were killed.\n\n"
    'The two agreed to send engineers to the dam. "We will not wait for others," Lunt told reporters.\n\n'
)


def asked(known: Known[str], *texts: str) -> tuple[list[str], list[str]]:
    """The answers to texts, and which of them had to be answered."""
    fresh: list[str] = []

    def answer(questions: list[str]) -> list[str]:
        fresh.extend(questions)
        return [question.upper() for question in questions]

    return known.ask(texts, answer), fresh


def test_what_was_answered_is_not_answered_again() -> None:
    known: Known[str] = Known(10)
    assert asked(known, "a", "b", "a") == (["A", "B", "A"], ["a", "b"])
    assert asked(known, "c", "b") == (["C", "B"], ["c"])
    assert asked(known) == ([], [])


def test_no_more_is_kept_than_fits_and_what_is_asked_for_stays() -> None:
    known: Known[str] = Known(2)
    asked(known, "a", "b")
    asked(known, "a", "c")
    assert list(known.packed) == ["a", "c"]
    assert asked(known, "a", "b", "c", "d") == (["A", "B", "C", "D"], ["b", "d"])
    assert len(known.packed) == 2


def read(text: str) -> Article:
    [article] = Acts()(ParseText()([an_article(text)]))
    return article


def forget() -> None:
    known_passages.cache_clear()
    known_paragraphs.cache_clear()


@pytest.mark.model
@pytest.mark.parametrize("before", [STORY, LEAD + STORY, LEAD + STORY * 3], ids=["cut", "verbatim", "longer"])
def test_copy_reads_as_if_nothing_had_been_read_before(before: str) -> None:
    copy = LEAD + STORY + "Our correspondent in Riga contributed to this report, which was edited in Oslo."
    forget()
    afresh = read(copy)
    forget()
    read(before)
    known = read(copy)
    assert replace(known, parse=None) == replace(afresh, parse=None)
    assert known.parse is not None
    assert afresh.parse is not None
    assert [getattr(known.parse, name) for name in type(known.parse).__slots__] == [
        getattr(afresh.parse, name) for name in type(afresh.parse).__slots__
    ]
    assert afresh.acts
    assert afresh.sayings
