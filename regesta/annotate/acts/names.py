"""Names of people, bodies and places as the network reads them, laid onto the tokens of the parse."""

from collections.abc import Iterable, Iterator

from regesta.annotate.acts.network import Scored
from regesta.model.parse import Parse
from regesta.model.span import Span


def names_of(kinds: list[str], scored: Scored) -> Iterator[tuple[str, Span]]:
    """Yield the names of a passage with their kinds, in text order.

    Args:
        kinds: Names of the kinds.
        scored: What the network says of the passage.
    """
    labels = scored.names.argmax(-1)
    first = 0
    while first < len(labels):
        end = first + 1
        if labels[first]:
            inside = 2 + 2 * ((labels[first] - 1) // 2)
            while end < len(labels) and labels[end] == inside:
                end += 1
            yield kinds[(labels[first] - 1) // 2], Span(scored.words[first].start, scored.words[end - 1].end)
        first = end


def entity_column(parse: Parse, names: Iterable[tuple[str, Span]]) -> tuple[str, ...]:
    """Return the entity label of every token, with IOB prefix; "" outside names."""
    found = [""] * len(parse)
    for kind, span in names:
        for number, token in enumerate(parse.tokens_in(span)):
            found[token] = f"{'I' if number else 'B'}-{kind}"
    return tuple(found)
