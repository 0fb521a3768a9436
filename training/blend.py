"""Averages networks that were trained from the same beginning, each with a share.

    python training/blend.py --weights student1.pt student2.pt before.pt --shares .25 .25 .5 --out acts.pt

What students learned alike stays in their mean, what chance gave them does not; with the network that they began with
it forgets less of what that one knew (`docs/adr/0025-asked-word-by-word.md`).
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Write the mean of some weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    parser.add_argument("--shares", type=float, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    if len(options.weights) != len(options.shares) or abs(sum(options.shares) - 1) > 1e-6:
        parser.error("one share for each network, 1 in all")
    states = [torch.load(path, map_location="cpu") for path in options.weights]
    mean = {
        name: sum(share * state[name].float() for share, state in zip(options.shares, states, strict=True))
        for name in states[0]
    }
    torch.save(mean, options.out)


if __name__ == "__main__":
    main()
