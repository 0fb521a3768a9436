"""No sentence ends inside a word, whatever the parser cut."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from regesta.annotate.parsing.unbroken import unbroken


def read(*sentences: str, verbs: frozenset[str] = frozenset({"met", "sagged"})) -> Doc:
    """Return a document of sentences cut as given; each hangs on its first verb, else on its first word."""
    words: list[str] = []
    heads: list[int] = []
    for sentence in sentences:
        own = sentence.split(" ")
        root = next((at for at, word in enumerate(own) if word in verbs), 0)
        heads += [len(words) + root] * len(own)
        words += own
    deps = ["ROOT" if head == at else "dep" for at, head in enumerate(heads)]
    return Doc(Vocab(), words=words, heads=heads, deps=deps, tags=["VBD" if word in verbs else "NN" for word in words])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They met Omar al-", "Karim on Monday"),
        ("They met the Franco-", "German staff"),
        ("They met for a while -", "a short one"),
        ("They met", ", he said"),
        ("Ties of the Franco-", "German kind sagged"),
    ],
)
def test_a_sentence_cut_inside_is_joined_again(first: str, second: str) -> None:
    doc = unbroken(read(first, second))
    assert [sentence.text for sentence in doc.sents] == [f"{first} {second}"]
    assert next(doc.sents).root.text in ("met", "sagged")


@pytest.mark.parametrize(("first", "second"), [("PARIS --", "They met"), ("They met .", "Karim sagged")])
def test_a_dash_behind_a_space_and_a_full_stop_end_a_sentence(first: str, second: str) -> None:
    assert len(list(unbroken(read(first, second)).sents)) == 2
