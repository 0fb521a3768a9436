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
    assert mentions != article.mentions
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
