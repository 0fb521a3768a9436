"""Lists of two halves of one land, which a spaCy parser takes for one name: "North and South Korea" are two."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from regesta.model.written_names import OPPOSITE

NAME = "directions"


@Language.component(NAME)
def directions(doc: Doc) -> Doc:
    """Let "Korea" be coordinated with the direction that stands alone, where that only modifies it."""
    for first in list(doc)[:-3]:
        opposite = OPPOSITE.get(first.text)
        if opposite is None:
            continue
        joining, second, land = (first.nbor(step) for step in (1, 2, 3))
        is_pair = opposite == second.text and joining.lower_ in {"and", "or"}
        if is_pair and land.text.istitle() and land.tag_ == "NNP" and land in first.ancestors:
            coordinate(first, joining, second, land)
    return doc


def coordinate(first: Token, joining: Token, second: Token, land: Token) -> None:
    """Put the first direction in the place of the name, and the name behind it as its conjunct."""
    above, label = land.head, land.dep_
    first.head, first.dep_ = (first if above == land else above), label
    for token, head, dep in ((land, first, "conj"), (joining, first, "cc"), (second, land, "compound")):
        token.head, token.dep_ = head, dep
    for child in [child for child in land.children if child.i < first.i]:
        child.head = first  # "both", "the former"
