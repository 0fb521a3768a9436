"""Learns which words tell acts alike (`regesta/dedupe/trigger_words.json`), from what the network makes of them.

    python training/trigger_words.py --gold ../shared/gold

Needs Regesta's own environment. The network's last head tells whether two triggers of one article are one happening. A
register compares triggers of different articles, whose words alone it keeps: so each word stands here for the mean of
the states that the network gave it wherever it was a likely trigger, and every two words are asked of that head, of any
type, as if they stood far apart.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from corpora import lines, newswire_texts
from fitted import ship

from regesta.annotate.acts.acts import ACT_FLOOR, read_passage
from regesta.annotate.acts.network import Network, load_network, score_same
from regesta.annotate.acts.passages import passages
from regesta.dedupe.trigger_words import FLOOR, PATH, trigger_key

LIKELY = 0.5  # of the readings of a word as an act
OFTEN = 2  # times; of a word read once its one sentence says too much
FAR = 400  # words between the two: more than nearly all articles have
OWN = Path("evaluation/gold/happenings")


def texts(gold: Path) -> Iterator[str]:
    """Yield the newswire articles and our own that tell happenings; of what is annotated or judged in them, nothing."""
    yield from newswire_texts(gold).values()
    for file in sorted(OWN.glob("articles_*")):
        yield from (row["text"] for row in lines(file))


def states_of(gold: Path) -> dict[str, np.ndarray]:
    """Return the mean state of every trigger word, by its key; float32, shape (hidden,)."""
    found: dict[str, list[np.ndarray]] = defaultdict(list)
    for text in texts(gold):
        for span in passages(text):
            passage = span.of(text)
            reading = read_passage(passage, ACT_FLOOR)
            for act, state in zip(reading.acts, reading.states, strict=True):
                if act.probability >= LIKELY:
                    found[trigger_key(act.trigger.of(passage))].append(state)
    return {key: np.mean(states, axis=0) for key, states in sorted(found.items()) if key and len(states) >= OFTEN}


def likeness(network: Network, states: np.ndarray) -> np.ndarray:
    """Return the log-odds that triggers of two words are one happening; shape (words, words), symmetric."""
    words, kinds = len(states), len(network.labels["types"])
    chances = np.zeros((words, words))
    far = np.full(words, FAR)
    for row in range(words):
        one = np.repeat(states[row : row + 1], words, axis=0)
        for kind in range(kinds):
            chances[row] += score_same(network, one, states, far, np.full(words, kind)) / kinds
    mean = (chances + chances.T) / 2
    return np.log(mean / (1 - mean))


def main() -> None:
    """Read the articles, and write the pairs of words that are likelier than most."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    states = states_of(parser.parse_args().gold)
    keys = list(states)
    odds = np.round(likeness(load_network(), np.array(list(states.values()), dtype=np.float32)), 1)
    table = {
        key: {keys[at]: float(odds[row, at]) for at in range(row, len(keys)) if odds[row, at] > FLOOR}
        for row, key in enumerate(keys)
    }
    ship(PATH, {key: others for key, others in table.items() if others}, indent=0)
    print(f"{len(keys)} words, {sum(map(len, table.values()))} pairs from {FLOOR} on")


if __name__ == "__main__":
    main()
