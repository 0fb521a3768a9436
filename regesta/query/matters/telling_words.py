"""Words of an evidence sentence that tell what an act is about."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from regesta.model.event import Role
from regesta.ontology.load import read_yaml
from regesta.query.matters.naming import cached_code
from regesta.store.words import folded_words

FILE = Path(str(files("regesta.query.matters") / "common_words.yaml"))
MIN_CHARS = 4


def telling_words(quote: str, roles: Iterable[Role]) -> frozenset[str]:
    """Return the words that may tell what an act is about: not short, not common, and no name of a party or state."""
    named = {word for role in roles for word in folded_words(f"{role.text} {role.actor.name if role.actor else ''}")}
    long = {word for word in folded_words(quote) if len(word) >= MIN_CHARS}
    return frozenset(word for word in long - named - common_words() if not cached_code(word.title()))


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Read `common_words.yaml`.

    Raises:
        OntologyError: The file does not validate.
    """
    return frozenset(word for group in read_yaml(FILE, list[list[str]]) for word in group)
