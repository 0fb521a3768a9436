"""Offices that a spaCy parser cuts at their hyphen ("vice-president"), put under their last word."""

from spacy.language import Language
from spacy.tokens import Doc, Token

NAME = "hyphenated"
PREFIXES = frozenset({"vice", "ex", "deputy"})


@Language.component(NAME)
def hyphenated(doc: Doc) -> Doc:
    """Let "vice" and "-" hang on "president", and on that what hung on them: the parser takes the three for a list."""
    for token in list(doc)[:-2]:
        if token.lower_ not in PREFIXES:
            continue
        hyphen, office = token.nbor(1), token.nbor(2)
        is_glued = not token.whitespace_ and not hyphen.whitespace_
        if hyphen.text == "-" and is_glued and office.is_alpha:
            lift(office, (token, hyphen))
            for part, label in ((token, "compound"), (hyphen, "punct")):
                part.head, part.dep_ = office, label
    return doc


def lift(office: Token, parts: tuple[Token, ...]) -> None:
    """Put an office in the place of its parts where it hangs on them, and let their other dependents hang on it."""
    above = next((part for part in parts if part in office.ancestors and part.head not in parts), None)
    if above is not None and above.head == above:
        office.head, office.dep_ = office, above.dep_
    elif above is not None:
        office.head, office.dep_ = above.head, above.dep_
    for part in parts:
        for child in [child for child in part.children if child not in (*parts, office)]:
            child.head = office
