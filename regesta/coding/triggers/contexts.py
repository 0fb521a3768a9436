"""Finds the contexts of an event: from its trigger, its CAMEO code and the words of its sentence."""

from functools import lru_cache

from regesta.model.annotation import Sentence
from regesta.model.parse import Parse
from regesta.ontology.contexts import load_contexts
from regesta.ontology.event_types import load_cameo
from regesta.ontology.triggers import Trigger

MAX_PHRASE_TOKENS = 3
KEPT = 64  # sentences: several events of one come one after another


def find_contexts(parse: Parse, sentence: Sentence, trigger: Trigger | None, cameo: str) -> tuple[str, ...]:
    """Return the contexts of an event, sorted.

    Args:
        parse: Parse of the article.
        sentence: The sentence of the trigger.
        trigger: The trigger entry; contexts it implies are always given. None when the network alone reads the act.
        cameo: The event's CAMEO code; likewise.
    """
    found = set(trigger.contexts if trigger else ()) | set(load_cameo()[cameo].contexts)
    return tuple(sorted(found | indicated(parse.lemmas[sentence.first_token : sentence.end_token])))


@lru_cache(maxsize=KEPT)
def indicated(lemmas: tuple[str, ...]) -> frozenset[str]:
    """Return the contexts that words and phrases of a sentence indicate."""
    words = load_contexts()
    return frozenset(
        context
        for length in range(1, MAX_PHRASE_TOKENS + 1)
        for start in range(len(lemmas) - length + 1)
        for context in words.get(" ".join(lemmas[start : start + length]), ())
    )
