"""The filters in force as a reader reads them: what an address calls "min_support" is "sources, at least"."""

from collections.abc import Callable

from regesta.ontology.event_types import mode_text
from regesta.serve.wording import quad_text, type_label

NAMES = {
    "contains": "words",
    "dyad": "both of",
    "faulty": "faults",
    "left": "one party",
    "min_confidence": "confidence, at least",
    "differing": "sources differ on",
    "min_abducted": "abducted, at least",
    "min_deported": "deported, at least",
    "min_detained": "detained, at least",
    "min_killed": "killed, at least",
    "min_size": "taking part, at least",
    "min_wounded": "wounded, at least",
    "min_steps": "steps, at least",
    "min_support": "sources, at least",
    "nodes": "at most",
    "on": "in",
    "outcome": "what was due",
    "party": "who",
    "quad": "quad class",
    "right": "the other",
    "since": "from",
    "speech_class": "how",
    "state": "has reached",
    "until": "to",
}
"""What the chips call a filter; another one is called by its own name, underscores read as spaces."""

WORDS: dict[str, Callable[[str], str]] = {
    "mode": mode_text,
    "context": mode_text,
    "quad": lambda value: quad_text(int(value)) if value.isdecimal() and value.isascii() else value,
    "type": type_label,
}
"""How the value of a filter reads, where it is a code."""


def option_name(name: str) -> str:
    """Return what a filter is called on a page."""
    return NAMES.get(name, name.replace("_", " "))


def option_words(value: str, name: str) -> str:
    """Return how the value of a filter reads on a page: "meet or talk (CONSULT)" for the type CONSULT."""
    return WORDS[name](value) if name in WORDS else value
