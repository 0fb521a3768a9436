"""Adapts a pretrained encoder to news, by masked words.

    python training/adapt.py --gold ../shared/gold --out training/build/encoder.pt

The checkpoints were trained to compare sentences, which blurs what they know of single words. Nothing here is labelled;
held-out articles are left out all the same.
"""

import argparse
import math
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from batches import load_tokenizer
from corpora import lines, reuters_texts
from encoders import BEGIN, BERT_PIECES, END, LAST_SPECIAL, MASK, SIZES, Encoder, checkpoint, pretrained
from torch import Tensor, nn
from train import SEED

from regesta.evaluate.held_out import is_held_out
from regesta.model.plain import plain

LENGTH = 192  # word pieces at once: about a passage
MASKED = 0.2


def texts(gold: Path) -> Iterator[str]:
    """Yield every news text at hand, but for what Regesta is measured on."""
    articles = gold.parent / "articles"
    measured = {str(item["id"]) for item in lines(gold / "articles.jsonl")}
    for item in lines(articles / "newswire.jsonl"):
        if str(item["id"]) not in measured and not is_held_out(str(item["id"])):
            yield item["text"]
    for item in lines(articles / "headlines.jsonl"):
        yield f"{item['title']}. {item['lead']}"
    yield from reuters_texts(gold).values()
    for item in lines(gold / "polnear_train.jsonl"):
        if not is_held_out(item["doc"]):
            yield item["text"]


def rows_of(gold: Path) -> Tensor:
    """Return all texts as rows of word pieces, shape (rows, LENGTH)."""
    tokenizer = load_tokenizer(checkpoint() / "tokenizer.json")
    encoded = tokenizer.encode_batch([plain(text) for text in texts(gold)], add_special_tokens=False)
    pieces = [piece for one in encoded for piece in [*one.ids, END]]
    body = LENGTH - 2
    count = len(pieces) // body
    inner = torch.tensor(pieces[: count * body]).view(count, body)
    return torch.cat([torch.full((count, 1), BEGIN), inner, torch.full((count, 1), END)], 1)


class Guess(nn.Module):
    """Says which piece a state stands for."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.size.hidden
        self.dense, self.norm = nn.Linear(hidden, hidden), nn.LayerNorm(hidden)
        self.bias = nn.Parameter(torch.zeros(encoder.word.num_embeddings))

    def forward(self, pieces: Tensor, masked: Tensor) -> Tensor:
        """Return the scores of every piece of the vocabulary at the masked places."""
        states = self.encoder(pieces)[masked]
        return self.norm(nn.functional.gelu(self.dense(states))) @ self.encoder.word.weight.T + self.bias


def hide(rows: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Return rows with some pieces masked, replaced or left (8 : 1 : 1, as BERT), and which ones."""
    chance = torch.rand(rows.shape, generator=generator, device=rows.device)
    masked = (chance < MASKED) & (rows > LAST_SPECIAL)
    fate = torch.rand(rows.shape, generator=generator, device=rows.device)
    others = torch.randint(LAST_SPECIAL + 1, BERT_PIECES, rows.shape, generator=generator, device=rows.device)
    shown = torch.where(masked & (fate < 0.8), MASK, rows)
    return torch.where(masked & (fate >= 0.9), others, shown), masked


def main() -> None:
    """Train for so many epochs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", choices=SIZES, default="minilm", help="the pretrained encoder")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--rows", type=int, default=128, help="rows in a batch")
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    encoder = pretrained(options.start)
    network = Guess(encoder).to(options.device)
    rows = rows_of(options.gold).to(options.device)
    generator = torch.Generator(device=options.device).manual_seed(SEED)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01, fused=True)
    steps = options.epochs * (len(rows) // options.rows)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (steps * 0.06), 0.5 * (1 + math.cos(math.pi * min(1.0, s / steps))))
    )
    print(f"{rows.numel() / 1e6:.1f} million pieces, {steps} steps", flush=True)
    began = time.monotonic()
    for epoch in range(options.epochs):
        total = torch.zeros((), device=options.device)
        order = torch.randperm(len(rows), generator=generator, device=options.device)
        for at in range(0, len(rows) - options.rows + 1, options.rows):
            batch = rows[order[at : at + options.rows]]
            shown, masked = hide(batch, generator)
            with torch.autocast(options.device.split(":")[0], dtype=torch.bfloat16):
                loss = nn.functional.cross_entropy(network(shown, masked).float(), encoder.numbered(batch[masked]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.detach()
        mean = float(total) / (len(rows) // options.rows)
        print(f"epoch {epoch + 1}/{options.epochs}: {mean:.3f}, {time.monotonic() - began:.0f} s", flush=True)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(encoder.state_dict(), options.out)


if __name__ == "__main__":
    main()
