"""Which acts of an article tell again what an earlier one told, by what the network remembers of each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from regesta.annotate.acts.network import Network, score_same
from regesta.model.act import Act

MAX_EARLIER = 40  # acts of one type that a later one is held against; more than any news article has
CHARS_PER_WORD = 6  # as the head that pairs triggers was trained


def with_earlier(
    network: Network, acts: Sequence[Act], remembered: Sequence[np.ndarray], passages: Sequence[int]
) -> tuple[Act, ...]:
    """Return the acts of an article, each with the earlier ones of its type that it may tell again.

    Args:
        network: The network.
        acts: The acts, in text order.
        remembered: What it remembers of each.
        passages: Number of the passage that each stands in.
    """
    before: defaultdict[str, list[int]] = defaultdict(list)
    pairs = []
    for j, act in enumerate(acts):
        kind = act.types[0][0]
        pairs += [(i, j) for i in before[kind][-MAX_EARLIER:]]
        before[kind].append(j)
    if not pairs:
        return tuple(acts)
    left, right = (np.array([remembered[pair[side]] for pair in pairs]) for side in (0, 1))
    words = np.array([(acts[j].trigger.start - acts[i].trigger.start) // CHARS_PER_WORD for i, j in pairs])
    together = np.array([passages[i] == passages[j] for i, j in pairs], dtype=np.int64)
    earlier: dict[int, list[tuple[int, float]]] = {}
    for (i, j), chance in zip(pairs, score_same(network, left, right, words, together), strict=True):
        earlier.setdefault(j, []).append((i, round(float(chance), 4)))
    return tuple(replace(act, earlier=tuple(earlier.get(j, ()))) for j, act in enumerate(acts))
