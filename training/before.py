"""Reads the weights of a network of an earlier version back out of the ONNX files that were shipped.

    python training/before.py --exported training/build/before --out training/build/before.pt

A student that begins with them learns more in as many epochs than one that begins with the encoder alone.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from network import Network
from onnx import numpy_helper
from torch import Tensor

MATRICES = ("query", "key", "value", "out", "up", "down")  # of a layer, in the order of the graph
PREFIX = "network."
Tables = dict[str, np.ndarray]


def tables(path: Path) -> Tables:
    """Return the constants of an exported graph by name."""
    return {one.name: numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer}


def whole(found: Tables, name: str) -> Tensor:
    """Return a quantised table in full precision."""
    value, zero = (found[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point"))
    return torch.from_numpy((value - zero) * found[f"{name}_scale"])


def unnamed(found: Tables) -> Iterator[Tensor]:
    """Yield the matrices that the export has turned and renamed, in the order of the graph."""
    for name in found:
        if name.startswith("val_") and name.endswith("_quantized"):
            yield whole(found, name.removesuffix("_quantized")).T.contiguous()


def layers(of: str, count: int, matrices: Iterator[Tensor]) -> dict[str, Tensor]:
    """Return the matrices of layers by the names that the network gives them."""
    return {f"{of}.layers.{n}.{part}.weight": next(matrices) for n in range(count) for part in MATRICES}


def read_back(folder: Path) -> dict[str, Tensor]:
    """Return the weights of a network that `export.py` wrote to a folder; of the segments only the one in use.

    Raises:
        SystemExit: The files are not there, or are those of another network.
    """
    if absent := [name for name in ("words.onnx", "arguments.onnx") if not (folder / name).exists()]:
        raise SystemExit(f"{folder} lacks {' and '.join(absent)}: training/README.md says where they are")
    words, arguments = tables(folder / "words.onnx"), tables(folder / "arguments.onnx")
    network = Network()
    known = network.state_dict()
    matrices = unnamed(words)
    found = layers("encoder", len(network.encoder.layers), matrices)
    found |= {f"{head}.weight": next(matrices) for head in ("trigger", "name", "cue")}
    found |= {f"encoder.{name}.weight": whole(words, f"{PREFIX}encoder.{name}.weight") for name in ("word", "position")}
    found["encoder.segment.weight"] = torch.zeros_like(known["encoder.segment.weight"])
    found["encoder.segment.weight"][0] = torch.from_numpy(words["select"].copy())
    matrices = unnamed(arguments)
    found |= {f"decoder.{name}.weight": next(matrices) for name in ("word", "product_word")}
    found |= layers("decoder", len(network.decoder.layers), matrices)
    found["decoder.role.weight"] = next(matrices)
    for name in ("decoder.trigger", "decoder.product", "status", "mode"):
        found[f"{name}.weight"] = whole(arguments, f"{PREFIX}{name}.weight_Transposed").T.contiguous()
    for name in ("decoder.kind", "decoder.distance"):
        found[f"{name}.weight"] = whole(arguments, f"{PREFIX}{name}.weight")
    plain = {name.removeprefix(PREFIX): value for name, value in (words | arguments).items()}
    found |= {name: torch.from_numpy(value.copy()) for name, value in plain.items() if name in known}
    if {name: value.shape for name, value in found.items()} != {name: value.shape for name, value in known.items()}:
        raise SystemExit(f"{folder} was exported from a network of another form")
    return found


def main() -> None:
    """Read back and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exported", type=Path, required=True, help="folder with words.onnx and arguments.onnx")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.save(read_back(options.exported), options.out)


if __name__ == "__main__":
    main()
