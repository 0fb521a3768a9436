"""Whom pronouns stand for, as coreference links them."""

import pytest

from regesta.annotate.coreference import link_mentions
from regesta.read.record import make_article
from regesta.run.config import DEFAULT_STAGES, Config

pytestmark = pytest.mark.model
UP_TO_MENTIONS = DEFAULT_STAGES[: DEFAULT_STAGES.index("coreference")]


def meant_by(text: str, pronoun: str, nth: int = 0) -> str | None:
    """Return the words of the mention that an occurrence of a pronoun goes back to."""
    (article,) = Config(stages=UP_TO_MENTIONS).pipeline()([make_article(text)])
    linked = link_mentions(article)
    mention = [m for m in linked if m.span.of(text) == pronoun][nth]
    return None if mention.antecedent is None else linked[mention.antecedent].span.of(text)


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        (
            "Chancellor Ruth Holm flew to Oslo. On Monday King Harald received her at the palace.",
            "her",
            "Chancellor Ruth Holm",
        ),
        (
            "Bishop Pedro Lanza left his church in May. A week later the judge fined him.",
            "him",
            "Bishop Pedro Lanza",
        ),
        (
            "Minister Anton Berg came to Riga. On Friday Ivo Kalnins spoke to him about the port.",
            "him",
            "Minister Anton Berg",
        ),
        (
            "Minister Anton Berg left Riga on Friday. Mr. Kalnins said that he had warned Kalnins.",
            "he",
            "Minister Anton Berg",
        ),
        (
            "The settlers blocked the road near the village. Two soldiers drove them off.",
            "them",
            "settlers",
        ),
    ],
)
def test_a_pronoun_is_nobody_beside_it_under_its_verb(text: str, pronoun: str, meant: str) -> None:
    assert meant in (meant_by(text, pronoun) or "")


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("King Harald defended himself in Oslo.", "himself", "King Harald"),
        ("Anton Berg denied that as minister he had known of the loan.", "he", "Anton Berg"),
    ],
)
def test_reflexives_and_offices_held_are_those_beside_them(text: str, pronoun: str, meant: str) -> None:
    assert meant in (meant_by(text, pronoun) or "")


MANY_SAYINGS = (
    "President Olga Brandt spoke in Bern. The bank had lost money, she said. The rates would rise, she said. "
    "The loans were late, she said. The harvest was poor, she said. She demanded an answer."
)


def test_a_pronoun_far_from_the_name_goes_on_from_the_same_pronoun() -> None:
    assert meant_by(MANY_SAYINGS, "She") == "President Olga Brandt"


def test_a_pronoun_does_not_go_on_from_the_other_sex() -> None:
    assert meant_by(MANY_SAYINGS.replace("She demanded", "He demanded"), "He") is None
