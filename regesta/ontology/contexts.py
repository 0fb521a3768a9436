"""Words that indicate the context of an event."""

from functools import lru_cache

from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.ontology.event_types import STRICT, load_ontology
from regesta.ontology.load import DATA, read_yaml


@dataclass(frozen=True, config=STRICT)
class ContextWords:
    """The words and phrases, lower-case lemmas, that indicate one context."""

    words: tuple[str, ...]


@dataclass(frozen=True, config=STRICT)
class ContextFile:
    """The contents of `contexts.yaml`."""

    contexts: dict[str, ContextWords]


@lru_cache(maxsize=1)
def load_contexts() -> dict[str, tuple[str, ...]]:
    """Return, for every word or phrase, the contexts it indicates.

    Raises:
        OntologyError: The file does not validate or names an unknown context.
    """
    content = read_yaml(DATA / "contexts.yaml", ContextFile)
    if unknown := set(content.contexts) - set(load_ontology().contexts):
        raise OntologyError(f"contexts.yaml: unknown contexts {sorted(unknown)}")
    found: dict[str, list[str]] = {}
    for context, entry in sorted(content.contexts.items()):
        for word in entry.words:
            found.setdefault(word, []).append(context)
    return {word: tuple(contexts) for word, contexts in found.items()}
