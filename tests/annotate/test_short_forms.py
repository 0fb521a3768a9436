"""Bodies named again by a part of their name, as coreference links them."""

from dataclasses import replace

import pytest

from regesta.annotate.coreference import link_mentions
from regesta.model.article import Article
from regesta.read.record import make_article
from regesta.run.config import DEFAULT_STAGES, Config

UP_TO_MENTIONS = DEFAULT_STAGES[: DEFAULT_STAGES.index("coreference")]


def taken_for_a_name(text: str, words: str) -> Article:
    """Return a text with its mentions, of which one is labelled as a body's name."""
    (article,) = Config(stages=UP_TO_MENTIONS).pipeline()([make_article(text)])
    mentions = tuple(
        replace(mention, form="name", label="ORG") if mention.span.of(text) == words else mention
        for mention in article.mentions
    )
    assert words in {mention.span.of(text) for mention in mentions}
    return replace(article, mentions=mentions)


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("The UN Security Council met on Monday. Later the council thanked Uganda.", "the council", "Security Council"),
        ("The European Commission warned Malta. Later the commission sued Malta.", "the commission", "Commission"),
    ],
)
def test_a_body_named_again_without_capitals_is_the_one_named_before(text: str, words: str, body: str) -> None:
    article = taken_for_a_name(text, words)
    linked = next(mention for mention in link_mentions(article) if mention.span.of(text) == words)
    assert linked.antecedent is not None
    assert body in article.mentions[linked.antecedent].span.of(text)


def test_a_name_without_capitals_and_without_a_body_before_it_stays_itself() -> None:
    text = "Uganda met rebels on Monday. Later the council thanked Uganda."
    linked = next(m for m in link_mentions(taken_for_a_name(text, "the council")) if m.span.of(text) == "the council")
    assert linked.antecedent is None


def full_names(text: str, words: str) -> list[str]:
    """Return the fullest name of each mention that is written in these words."""
    (article,) = Config(stages=UP_TO_MENTIONS).pipeline()([make_article(text)])
    linked = link_mentions(article)
    at = [i if m.antecedent is None else m.antecedent for i, m in enumerate(linked) if m.span.of(text) == words]
    return [linked[i].span.of(text) for i in at]


@pytest.mark.parametrize(
    "text",
    [
        "President Jonas Berg arrived with Berg's wife Anna Berg on Monday. Berg later met the Swedish king.",
        "Prime Minister Jonas Berg thanked Malta. Mr. Berg and Anna Berg then flew home. Berg rested.",
    ],
)
def test_a_surname_is_that_of_the_official_not_of_a_relative_named_beside_him(text: str) -> None:
    assert "Jonas Berg" in full_names(text, "Berg")[-1]


@pytest.mark.parametrize(
    "text",
    [
        "President Okoro Dan Bello spoke. Okoro's son, Major Okoro Bassey, led the guard. Okoro met the envoy.",
        "President Okoro Dan Bello spoke. Major Okoro Bassey and Ade Okoro left. Then President Okoro met the envoy.",
        "President Okoro Dan Bello spoke. Major Okoro Bassey left Uganda. Later Okoro met the envoy.",
    ],
)
def test_a_bare_name_is_that_of_the_office_or_of_who_is_named_first(text: str) -> None:
    spoken = "President Okoro" if "Then President" in text else "Okoro"
    assert "Dan Bello" in full_names(text, spoken)[-1]
