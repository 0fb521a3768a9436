"""Chains of antecedents are followed to their end, however long, and out of circles."""

from regesta.annotate.coreference import roots_of


def test_a_chain_ends_in_the_mention_that_stands_for_itself() -> None:
    assert roots_of([None, 0, 1, None, 3]) == [None, 0, 0, None, 3]
    assert roots_of([2, None, 1]) == [1, None, 1]


def test_a_circle_ends_in_the_mention_that_leads_back() -> None:
    assert roots_of([1, 2, 0, 1]) == [2, 0, 1, 0]
    assert roots_of([0]) == [None]


def test_a_chain_of_all_mentions_of_a_long_article_is_followed_once() -> None:
    length = 200_000
    assert set(roots_of([None, *range(length)])[1:]) == {0}
