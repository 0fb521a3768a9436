"""Tells articles of sport, markets and weather, whose attacks and retreats are no political acts."""

from regesta.model.parse import Parse
from regesta.ontology.domains import load_domains

CONTENT_TAGS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
LEAST_WORDS = 3  # fewer different ones tell nothing: a sentence on a "team" that was "set up" is no match report


def find_domain(parse: Parse) -> str | None:
    """Return the domain outside politics that an article belongs to; None for all others."""
    content = [lemma for lemma, tag in zip(parse.lemmas, parse.pos, strict=True) if tag in CONTENT_TAGS]
    for name, domain in load_domains().items():
        found = [lemma for lemma in content if lemma in domain.words]
        if len(set(found)) >= LEAST_WORDS and len(found) >= domain.share * len(content):
            return name
    return None
