"""What a spaCy attribute ruler sets on tokens, looked up instead of matched: a third of the time of a parse is saved.

The ruler of the English models has some 180 patterns, which spaCy tries at every token, although nearly all of them ask
one token for its tag and its word. Those are answered once per tag and word here; the few others are left to spaCy.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

NAME, REPLACED = "attribute_rules", "attribute_ruler"
ASKED = {"TAG": TAG, "LOWER": LOWER, "DEP": DEP, "IS_SPACE": IS_SPACE}
SET = (POS, MORPH, LEMMA)  # on most tokens; a few patterns for white space set others
Token = tuple[int, int, int, int]  # the numbers of what is asked
Pattern = Mapping[str, Any]


class AttributeRules:
    """The patterns of an attribute ruler, by what they ask of a token."""

    def __init__(self, ruler: Any) -> None:
        """Index the patterns of spaCy's component."""
        self.strings = ruler.vocab.strings
        self.sets: list[dict[int, int]] = ruler.attrs  # what each pattern sets; of two, the later wins
        self.indices: list[int] = ruler.indices
        self.single: list[tuple[int, Pattern]] = []
        self.others = Matcher(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            for pattern in rule["patterns"]:
                if len(pattern) == 1 and is_plain(pattern[0]):
                    self.single.append((number, pattern[0]))
                else:
                    self.others.add(str(number), [pattern])
        self.words = self.named("LOWER")
        self.labels = self.named("DEP")
        self.known: dict[Token, tuple[int, ...]] = {}
        self.merged: dict[tuple[int, ...], dict[int, int]] = {}

    def named(self, field: str) -> frozenset[int]:
        """Return the numbers of the texts that patterns of one token name in a field."""
        return frozenset(self.strings.add(text) for _, asked in self.single for text in texts_of(asked.get(field)))

    def __call__(self, doc: Doc) -> Doc:
        """Set on a document what the ruler would set."""
        rows = doc.to_array(list(ASKED.values())).tolist()
        numbers = [self.numbers(tag, word, label, space) for tag, word, label, space in rows]
        for match, start, end in self.others(doc, allow_missing=True):
            number = int(self.strings[match])
            at = range(start, end)[self.indices[number]]
            numbers[at] = tuple(sorted({*numbers[at], number}))
        found = [self.attributes(each) for each in numbers]
        columns: Any = np.array([[each.get(a, 0) for a in SET] for each in found], dtype=np.uint64)
        doc.from_array(list(SET), columns.reshape(len(doc), len(SET)))
        for token, each in zip(doc, found, strict=True):
            if TAG in each or DEP in each:
                token.tag, token.dep = each.get(TAG, token.tag), each.get(DEP, token.dep)
        return doc

    def numbers(self, tag: int, word: int, label: int, space: int) -> tuple[int, ...]:
        """Return the numbers of the patterns of one token that fit, in order."""
        token = (tag, word if word in self.words else 0, label if label in self.labels or not label else -1, space)
        if token not in self.known:
            self.known[token] = tuple(number for number, asked in self.single if self.fits(asked, token))
        return self.known[token]

    def fits(self, asked: Pattern, token: Token) -> bool:
        """Tell whether a pattern fits a token."""
        return all(self.holds(asked[field], value) for field, value in zip(ASKED, token, strict=True) if field in asked)

    def holds(self, wanted: Any, value: int) -> bool:
        """Tell whether a field of a token is as a pattern wants it."""
        if isinstance(wanted, bool):
            return wanted == bool(value)
        among = value in [self.strings.add(text) for text in texts_of(wanted)]
        return among != (isinstance(wanted, dict) and "NOT_IN" in wanted)

    def attributes(self, numbers: tuple[int, ...]) -> dict[int, int]:
        """Return what patterns set together."""
        if numbers not in self.merged:
            self.merged[numbers] = {a: value for number in numbers for a, value in self.sets[number].items()}
        return self.merged[numbers]


def is_plain(asked: Pattern) -> bool:
    """Tell whether a pattern of one token asks only for given texts, or for none of them, and for white space."""
    return asked.keys() <= ASKED.keys() and all(
        isinstance(wanted, str | bool) or (isinstance(wanted, dict) and wanted.keys() in ({"IN"}, {"NOT_IN"}))
        for wanted in asked.values()
    )


def texts_of(wanted: Any) -> Iterator[str]:
    """Yield the texts that a field of a pattern names."""
    if isinstance(wanted, str):
        yield wanted
    elif isinstance(wanted, dict):
        for texts in wanted.values():
            yield from texts


@Language.factory(NAME)
def attribute_rules(nlp: Language, name: str) -> AttributeRules:
    """Build the component from the model's own ruler."""
    return AttributeRules(nlp.get_pipe(REPLACED))
