"""Reads the numbers that count acts, and how they are meant."""

from collections.abc import Iterator
from dataclasses import dataclass

from regesta.coding.roles.roles import Scene
from regesta.model.annotation import Amount
from regesta.model.claim import Bound
from regesta.ontology.counting import Hedge, load_counting

HEDGE_CHARS = 24
TIME = "time"
BOUNDS: dict[Hedge | None, tuple[Bound, int]] = {
    None: ("exactly", 0), "at least": ("at least", 0), "at most": ("at most", 0), "over": ("at least", 1),
    "under": ("at most", -1), "about": ("about", 0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts.

    Attributes:
        value: The number; "more than five" is at least six.
        bound: How it is meant.
        noun: Lemma of the noun counted; "time" for repetitions.
        tokens: Number and noun, ascending; the noun is the last.
    """

    value: int
    bound: Bound
    noun: str
    tokens: tuple[int, ...]


def counts_in(scene: Scene) -> Iterator[Count]:
    """Yield the whole numbers of an article with the noun each counts, and adverbs such as "twice"."""
    parse = scene.parse
    for amount in scene.article.amounts:
        tokens = tuple(parse.tokens_in(amount.span))
        is_whole = amount.value == amount.value.to_integral_value() and amount.upper is None
        if is_whole and tokens and parse.lemmas[tokens[-1]] == amount.unit:
            yield hedged(scene, amount, tokens)
    for token, word in enumerate(parse.lemmas):
        value = load_counting().adverbs.get(word)
        if value and parse.deps[token] == "advmod" and (value > 1 or is_restricted(scene, token)):
            bound, step = bound_before(scene, parse.starts[token])
            yield Count(value + step, bound, TIME, (token,))


def hedged(scene: Scene, amount: Amount, tokens: tuple[int, ...]) -> Count:
    """Return a number with what its hedge makes of it."""
    bound, step = bound_before(scene, amount.span.start)
    return Count(int(amount.value) + step, bound, amount.unit, tokens)


def bound_before(scene: Scene, start: int) -> tuple[Bound, int]:
    """Return how a number that starts at an offset is bounded, and what its hedge adds."""
    return BOUNDS[load_counting().hedge(scene.article.text[max(0, start - HEDGE_CHARS) : start])]


def is_restricted(scene: Scene, token: int) -> bool:
    """Tell whether "once" counts: "only once", "more than once"."""
    before = scene.parse.words[max(0, token - 1)].lower()
    return before in load_counting().restricting or bound_before(scene, scene.parse.starts[token])[0] != "exactly"
