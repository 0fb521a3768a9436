"""Words whose type a rule of the manual settles, and the words that the entry of such a rule takes along."""

from collections.abc import Iterable

from regesta.coding.triggers.arguments import MODIFIER_DEPS, counted, fill_slot
from regesta.coding.triggers.triggers import Found
from regesta.model.parse import Parse

BLOCKING = 0.1  # an entry below it only speaks against others: "killed in a crash" is no attack


def settling(entries: Iterable[Found]) -> Found | None:
    """Return the most specific entry that settles a word's type; None where none does, or one says it is no act."""
    fitting = list(entries)
    if not fitting or fitting[0].typed.trigger.confidence < BLOCKING:
        return None
    return next((found for found in fitting if found.typed.trigger.settles), None)


def homes_of(parse: Parse, settled: Iterable[Found]) -> dict[int, int]:
    """Return the word that tells the act for each word that its settling entry takes along.

    In "issued a warrant for the arrest of" neither the warrant nor the arrest tells another act.
    """
    return {taken: found.token for found in settled for taken in taken_along(parse, found)}


def taken_along(parse: Parse, found: Found) -> frozenset[int]:
    """Return the words by which an entry fits: its object, modifiers, clause and noun under a preposition."""
    trigger, carried = found.typed.trigger, found.carried
    noun = found.token if carried is None else counted(parse, carried)
    taken = {noun} if carried is None else {noun, carried}
    taken |= {at for at in parse.governed(noun, *MODIFIER_DEPS) if parse.lemmas[at] in trigger.modifiers}
    for preposition in trigger.prep if trigger.prep_object else ():
        nouns = fill_slot(parse, found.token, f"prep:{preposition}", carried)
        taken |= {at for at in nouns if parse.lemmas[at] in trigger.prep_object}
    taken |= {at for at in parse.children[found.token] if parse.lemmas[at] in trigger.clause_verbs}
    return frozenset(taken - {found.token})
