"""Trains the head that tells whether two triggers of an article are one happening, on the states of a trained network.

    python training/same.py --gold ../shared/gold --weights training/build/acts.pt --out training/build/same.pt

The annotations name, for each event, the other words of the article that tell it again: those pairs are the same; pairs
of different events of one type are not.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import torch
from batches import encode, load_tokenizer
from corpora import TEXTS_OF, stood_off, written
from encoders import checkpoint
from every_telling import told_in_full
from labelled import Passage
from labels import TYPES
from network import Network, Same, bucket, load_network
from scores import predict
from torch import Tensor, nn
from train import SEED

from regesta.evaluate.held_out import is_held_out

EPOCHS = 20
Pair = tuple[Tensor, Tensor, int, int, float]


def mentions(network: Network, passages: list[Passage]) -> dict[str, list[tuple[int, str, int, Tensor]]]:
    """Return, per article, the offset, type, event number and state of every annotated trigger."""
    tokenizer = load_tokenizer(checkpoint() / "tokenizer.json")
    found: dict[str, list[tuple[int, str, int, Tensor]]] = defaultdict(list)
    for item, _, states in predict(network, [encode(tokenizer, passage) for passage in passages]):
        passage = item.passage
        for event in passage.events:
            if event.trigger is not None and event.number is not None:
                start = passage.words[event.trigger].start
                found[passage.key].append((start, event.types[0], event.number, states[event.trigger]))
    return found


def pairs(found: dict[str, list[tuple[int, str, int, Tensor]]], held_out: bool) -> list[Pair]:
    """Return the pairs of triggers of one type, of the held-out articles or of the others."""
    result = []
    for key, triggers in found.items():
        if is_held_out(key) != held_out:
            continue
        ordered = sorted(triggers, key=lambda t: t[:3])
        for index, (start, type_, number, state) in enumerate(ordered):
            for later, other_type, other_number, other_state in ordered[index + 1 :]:
                if other_type == type_:
                    far = (later - start) // 6  # words, near enough
                    result.append((state, other_state, far, TYPES.index(type_), float(number == other_number)))
    return result


def tensors(some: list[Pair]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Return pairs as columns."""
    left, right, far, types, same = zip(*some, strict=True)
    return torch.stack(left), torch.stack(right), bucket(torch.tensor(far)), torch.tensor(types), torch.tensor(same)


def main() -> None:
    """Train and report precision and recall on held-out articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    network = load_network(options.weights)
    articles = [passage for kind in TEXTS_OF for passage in stood_off(options.gold, kind)]
    found = mentions(network, [*articles, *written(), *told_in_full(options.gold)])
    learned, held_out = pairs(found, held_out=False), pairs(found, held_out=True)
    print(f"{len(learned)} pairs to learn, {sum(p[4] for p in learned):.0f} the same; {len(held_out)} held out")
    head = Same()
    left, right, far, types, same = tensors(learned)
    optimizer = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS * (len(learned) // 256 + 1))
    generator = torch.Generator().manual_seed(SEED)
    for epoch in range(EPOCHS):
        head.train()
        for rows in torch.randperm(len(learned), generator=generator).split(256):
            scores = head(left[rows], right[rows], far[rows], types[rows])
            loss = nn.functional.binary_cross_entropy_with_logits(scores, same[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
        if epoch % 4 == 3:
            report(head, held_out, epoch + 1, float(loss.detach()))
    torch.save(head.state_dict(), options.out)


@torch.no_grad()
def report(head: Same, held_out: list[Pair], epoch: int, loss: float) -> None:
    """Print precision and recall on held-out pairs at a few thresholds."""
    head.eval()
    left, right, far, types, same = tensors(held_out)
    scores = head(left, right, far, types).sigmoid()
    for threshold in (0.3, 0.5, 0.7):
        said = scores > threshold
        hits = float((said & (same > 0)).sum())
        precision, recall = hits / max(1, int(said.sum())), hits / float(same.sum())
        print(f"epoch {epoch}, loss {loss:.3f}, from {threshold}: P {precision:.3f} R {recall:.3f}")


if __name__ == "__main__":
    main()
