"""Writes trained weights as the quantised ONNX files that Regesta ships; see `training/README.md`."""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from encoders import checkpoint
from fuse import fuse
from labels import MODES, NAMES, ROLES, STATUSES, TYPES
from network import DISTANCE_EDGES, Network, Same, load_network
from onnxruntime.quantization import QuantType, quantize_dynamic
from split import SHARED_LAYERS, split
from torch import Tensor, nn
from windows import windowed

PACKAGE = Path(__file__).parents[1] / "regesta"
ACTS, ENCODER = PACKAGE / "annotate/acts/weights", PACKAGE / "encoder/weights"


class Words(nn.Module):
    """The part that runs once per passage."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return trigger, name and cue scores and states of the words."""
        states = self.network.states(pieces, first)
        return self.network.trigger(states), self.network.name(states), self.network.cue(states), states


class Arguments(nn.Module):
    """The part that runs once per passage with triggers or cues of speech."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, trigger: Tensor, words: Tensor, type_: Tensor, distance: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return role scores of words, and status and mode scores of triggers."""
        roles = self.network.decoder(trigger, words, type_, distance, None)
        return roles, self.network.status(trigger), self.network.mode(trigger)


def export(network: Network, same: Same, folder: Path) -> None:
    """Write the graphs in full precision."""
    network.eval()
    n = torch.export.Dim("pieces", min=2, max=512)
    w = torch.export.Dim("words", min=2, max=512)
    e = torch.export.Dim("events", min=1, max=512)
    whole = torch.long
    torch.onnx.export(
        Words(network), (torch.ones(1, 12, dtype=whole), torch.ones(1, 9, dtype=whole)), folder / "words.onnx",
        input_names=["pieces", "first"], output_names=["triggers", "names", "cues", "states"],
        dynamic_shapes={"pieces": {1: n}, "first": {1: w}}, dynamo=True, external_data=False,
    )  # fmt: skip
    torch.onnx.export(
        Arguments(network),
        (torch.rand(3, 384), torch.rand(1, 9, 384), torch.ones(3, dtype=whole), torch.ones(3, 9, dtype=whole)),
        folder / "arguments.onnx",
        input_names=["trigger", "words", "type", "distance"], output_names=["roles", "status", "mode"],
        dynamic_shapes={"trigger": {0: e}, "words": {1: w}, "type_": {0: e}, "distance": {0: e, 1: w}},
        dynamo=True, external_data=False,
    )  # fmt: skip
    p = torch.export.Dim("pairs", min=1, max=1_000_000)
    torch.onnx.export(
        same.eval(),
        (torch.rand(3, 384), torch.rand(3, 384), torch.ones(3, dtype=torch.long), torch.ones(3, dtype=torch.long)),
        folder / "same.onnx", input_names=["left", "right", "distance", "kind"], output_names=["odds"],
        dynamic_shapes={name: {0: p} for name in ("left", "right", "distance", "kind")}, dynamo=True,
        external_data=False,
    )  # fmt: skip


def main() -> None:
    """Export, quantise, and write the labels beside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--same", type=Path, required=True)
    options = parser.parse_args()
    network = load_network(options.weights)
    same = Same()
    same.load_state_dict(torch.load(options.same))
    with tempfile.TemporaryDirectory() as folder:
        export(network, same, Path(folder))
        for name in ("words", "arguments", "same"):
            # Weights in 7 bits: processors without VNNI overflow at 8 (ONNX Runtime, "Quantize ONNX models").
            quantize_dynamic(
                Path(folder) / f"{name}.onnx", ACTS / f"{name}.onnx", weight_type=QuantType.QInt8,
                per_channel=True, reduce_range=True,
            )  # fmt: skip
        fuse(ACTS / "words.onnx", network.encoder.layers[0].heads)
        fuse(ACTS / "arguments.onnx", network.decoder.layers[0].heads)
        windowed(ACTS / "arguments.onnx")
        split(ACTS / "words.onnx", ENCODER / "lower.onnx", ACTS / "words.onnx", SHARED_LAYERS)
    shutil.copy(checkpoint() / "tokenizer.json", ENCODER / "tokenizer.json")
    labels = {
        "types": TYPES,
        "statuses": STATUSES,
        "roles": ROLES,
        "names": NAMES,
        "modes": MODES,
        "distance_edges": DISTANCE_EDGES,
    }
    (ACTS / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")
    for path in sorted(path for folder in (ACTS, ENCODER) for path in folder.iterdir() if path.suffix != ".md"):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
