"""Trains the network: `python training/train.py --gold ../shared/gold --out training/build/acts.pt`."""

import argparse
import json
import math
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch
from asked import heed
from batches import batches, encode, load_tokenizer
from corpora import everything, unread
from encoders import SIZES, checkpoint, pretrained
from every_telling import told_in_full
from lessons import Lesson, lesson_of
from losses import loss_of, states_of
from network import Network, load_network
from scores import evaluate
from teaching import Told, soft_loss_of, tell
from torch import Tensor, nn

from regesta.evaluate.held_out import fold, is_held_out

SEED = 20261125
SHARES = 1000  # parts that `--share` counts in
SOFT_EPOCHS = 0.5  # of all: as long, an unnamed trigger is sought in the whole sentence, then at the likeliest word


def groups(network: Network, rate: float) -> list[dict[str, object]]:
    """Return the parameters in groups: the encoder learns slower than the heads."""
    encoder = list(network.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in known]
    return [{"params": encoder, "lr": rate}, {"params": heads, "lr": 5 * rate}]


def parse_arguments() -> argparse.Namespace:
    """Return the command's options."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--gold", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--epochs", type=int, default=12)
    arguments.add_argument("--rate", type=float, default=3e-4)
    arguments.add_argument("--pieces", type=int, default=4000, help="word pieces in a batch")
    arguments.add_argument("--start", choices=SIZES, default="minilm", help="the encoder")
    arguments.add_argument("--encoder", type=Path, default=None, help="its weights, adapted to news by adapt.py")
    arguments.add_argument("--begin-with", type=Path, default=None, help="a whole network to begin with, by before.py")
    arguments.add_argument("--roles", type=float, default=1.0, help="times as much as usual that roles count")
    arguments.add_argument("--decoder-layers", type=int, default=2)
    arguments.add_argument(
        "--teachers", type=Path, nargs="*", default=[], help="networks to learn from beside the gold"
    )
    arguments.add_argument("--read-more", action="store_true", help="read headlines and old stories too")
    arguments.add_argument("--share", type=float, default=1.0, help="of what is annotated to learn from, for a curve")
    arguments.add_argument("--seed", type=int, default=SEED)
    arguments.add_argument("--device", default="cpu")
    return arguments.parse_args()


def fresh(options: argparse.Namespace) -> Network:
    """Return a network whose encoder is pretrained, or adapted, and whose heads are not; or one that is trained."""
    if options.begin_with:
        return load_network(options.begin_with, options.device)
    network = Network(SIZES[options.start], options.decoder_layers)
    weights = torch.load(options.encoder) if options.encoder else pretrained(options.start).state_dict()
    network.encoder.load_state_dict({name: value.float() for name, value in weights.items()})
    return network.to(options.device)


def main() -> None:
    """Train, printing the losses of each epoch and the held-out scores at the end."""
    options = parse_arguments()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_float32_matmul_precision("high")
    generator = torch.Generator().manual_seed(options.seed)
    tokenizer = load_tokenizer(checkpoint() / "tokenizer.json")
    network = fresh(options)
    passages = [*everything(options.gold), *unread(options.gold, options.read_more)]
    heed(passages)
    again = list(told_in_full(options.gold))
    read_again = {passage.text for passage in again}
    passages = [*(passage for passage in passages if passage.text not in read_again), *again]
    if not options.teachers:  # who else can tell of what nobody annotated or was asked about
        passages = [passage for passage in passages if passage.corpus != "unread"]
    items = [encode(tokenizer, passage) for passage in passages]
    items = [item for item in items if item.first]
    held_out = [item for item in items if is_held_out(item.passage.key)]
    learned = [
        item for item in items if not is_held_out(item.passage.key) and is_shared(item.passage.key, options.share)
    ]
    counted = Counter(i.passage.corpus for i in learned)
    print(f"{len(learned)} passages to learn, {len(held_out)} held out", counted, flush=True)
    lessons = [lesson_of(batch).to(options.device) for batch in batches(learned, options.pieces, generator)]
    for lesson in lessons:
        lesson.weights *= options.roles
    teachers = [load_network(path, options.device) for path in options.teachers]
    with autocast(options.device):
        told = [tell(teachers, lesson) if teachers else None for lesson in lessons]
    del teachers
    began = time.monotonic()
    for epoch, mean in enumerate(epochs(network, lessons, told, generator, options)):
        spent = time.monotonic() - began
        left = spent / (epoch + 1) * (options.epochs - epoch - 1)
        print(f"epoch {epoch + 1}/{options.epochs}: {mean}, {spent:.0f} s, {left:.0f} s left", flush=True)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        torch.save(network.state_dict(), options.out)
    print(json.dumps(evaluate(network, [i for i in held_out if i.passage.corpus != "unread"])), flush=True)


def is_shared(key: str, share: float) -> bool:
    """Tell whether a passage is among a share of them; a larger share holds every smaller one."""
    return fold(f"share {key}", SHARES) < share * SHARES


def autocast(device: str) -> torch.autocast:
    """Return the context in which a GPU computes in bfloat16."""
    return torch.autocast(device.split(":")[0], dtype=torch.bfloat16, enabled=device != "cpu")


def epochs(
    network: Network,
    lessons: list[Lesson],
    told: list[Told | None],
    generator: torch.Generator,
    options: argparse.Namespace,
) -> Iterator[dict[str, float]]:
    """Train epoch by epoch, yielding the mean of each part of the loss."""
    optimizer = torch.optim.AdamW(groups(network, options.rate), weight_decay=0.01, fused=True)
    steps = len(lessons) * options.epochs
    warmup = steps // 12
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / max(1, warmup), 0.5 * (1 + math.cos(math.pi * min(1.0, s / steps))))
    )
    for epoch in range(options.epochs):
        network.train()
        parts: dict[str, Tensor] = {}
        for number in torch.randperm(len(lessons), generator=generator).tolist():
            lesson, answers = lessons[number], told[number]
            with autocast(options.device):
                states = states_of(network, lesson)
                total, found = loss_of(network, lesson, states, soft=epoch < options.epochs * SOFT_EPOCHS)
                if answers is not None:
                    taught, more = soft_loss_of(network, lesson, answers, states)
                    total, found = total + taught, found | more
            optimizer.zero_grad()
            total.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            for name, value in found.items():
                parts[name] = parts[name] + value if name in parts else value
        yield {name: round(float(value) / len(lessons), 3) for name, value in parts.items()}


if __name__ == "__main__":
    main()
