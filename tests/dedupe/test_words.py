import pytest

from regesta.dedupe.words import beginnings, key_of, keyed, likeness, rarity, squares
from regesta.model.letters import without_marks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lifted", "lifting"),
        ("Zelensky", "Zelenskiy"),
        ("Gaddafi", "Ghaddafy"),
        ("Lukashenko", "Loukashenka"),
        ("Guaidó", "Guaido"),
        ("thirteen", "13"),
        ("12,000", "12000"),
    ],
)
def test_forms_and_spellings_of_a_word_have_one_key(one: str, other: str) -> None:
    assert key_of(without_marks(one)) == key_of(without_marks(other))


@pytest.mark.parametrize(
    ("one", "other"), [("interest", "internal"), ("Poland", "Holland"), ("12", "13"), ("May", "may")]
)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_rare_words_say_more_than_common_ones() -> None:
    assert rarity(key_of("the")) < 0.1 < rarity(key_of("minister")) < rarity(key_of("lighthouse"))


def test_texts_are_alike_by_their_rare_words() -> None:
    one, two, report, rest = (
        squares(keyed(text))
        for text in (
            "the lighthouse at sea", "a lighthouse on the rock", "the report", "the rest",
        )
    )  # fmt: skip
    assert likeness(one, one) == pytest.approx(1)
    assert likeness(one, two) == likeness(two, one)
    assert likeness(one, two) > likeness(report, rest)
    assert likeness({}, one) == 0


def test_adjectives_of_a_country_begin_like_it() -> None:
    assert beginnings("Ecuador") & beginnings("the Ecuadorean envoy")
    assert not beginnings("a plain sentence")


def test_titles_are_no_names() -> None:
    assert beginnings("Danish Prime Minister Mette Frederiksen") == {"dani", "mett", "fred"}
    assert beginnings("Foreign Secretary and President") == frozenset()
