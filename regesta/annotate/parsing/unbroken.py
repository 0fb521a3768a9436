"""Sentences that a spaCy parser cut inside a word ("al-" "Rashid") or before a comma, joined again."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

NAME = "unbroken"
LABEL = "dep"  # what spaCy calls a dependency of no known kind
# A hyphen at a word, whether or not a line of the wire ended behind it. A dash may end what stands before it:
# "PARIS, May 3 (AFP) -- Talks began".
WORD_HYPHEN = re.compile(r"\w-\s?$")
DASH = re.compile(r"[-–—]\s?$")


@Language.component(NAME)
def unbroken(doc: Doc) -> Doc:
    """Let no sentence end at the hyphen of a word, at a dash before a small letter, or before a comma."""
    for token in list(doc)[1:]:
        if token.is_sent_start and is_inside(token):
            join(token.nbor(-1), token)
    return doc


def is_inside(token: Token) -> bool:
    """Tell whether no sentence can begin at a token."""
    if token.text == ",":
        return True
    before = token.doc[max(0, token.i - 2) : token.i].text_with_ws
    return bool(WORD_HYPHEN.search(before) or (token.text[0].islower() and DASH.search(before)))


def join(before: Token, token: Token) -> None:
    """Make two sentences one tree: the latter hangs on the former's last word, unless it alone has a verb on top."""
    first, second = before.sent.root, token.sent.root
    if second.tag_.startswith("VB") and not first.tag_.startswith("VB"):
        first.head, first.dep_ = second, LABEL
    else:
        second.head, second.dep_ = before, LABEL
