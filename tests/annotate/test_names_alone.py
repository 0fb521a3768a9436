"""A word that cannot be a name is none, whatever the network reads it as."""

from dataclasses import replace

import pytest

from regesta.annotate.mentions import name_heads
from tests.annotate.parses import a_parse


@pytest.mark.parametrize(("pos", "found"), [("DET", {}), ("PUNCT", {}), ("PROPN", {0: (0, 0, "ORG")})])
def test_an_article_or_a_mark_alone_is_no_name(pos: str, found: dict[int, tuple[int, int, str]]) -> None:
    parse = a_parse("The ministry said", [("The", "the", "DT", 1, "det"), ("ministry", "ministry", "NN", 2, "nsubj"),
                                          ("said", "say", "VBD", 2, "ROOT")])  # fmt: skip
    assert name_heads(replace(parse, pos=(pos, "NOUN", "VERB"), entities=("B-ORG", "", ""))) == found


def test_a_name_keeps_the_article_that_it_begins_with() -> None:
    parse = a_parse("The Hague", [("The", "the", "DT", 1, "det"), ("Hague", "hague", "NNP", 1, "ROOT")])
    assert name_heads(replace(parse, pos=("DET", "PROPN"), entities=("B-GPE", "I-GPE"))) == {1: (1, 1, "GPE")}
