"""Cuts the file that reads words in two, between two layers: what comes before serves other readers, too.

    python training/split.py WHOLE LOWER UPPER [--layers 3]

The lower part takes pieces and gives their states; the upper takes these. The numbers are the same as before.
"""

import argparse
from pathlib import Path

import onnx
from onnx import TensorProto, helper

SHARED_LAYERS = 3  # of the encoder's six: half of the time, and what they read is not yet of acts alone
NORMS_PER_LAYER = 2
STATES = "lower"  # what the two parts meet in


def split(whole: Path, lower: Path, upper: Path, layers: int) -> None:
    """Write the two parts of a file.

    Args:
        whole: The ONNX file, with the input "pieces".
        lower: Where the part goes that ends with the states after a layer.
        upper: Where the rest goes.
        layers: How many layers belong to the lower part.
    """
    model = onnx.load(whole)
    norms = [node.output[0] for node in model.graph.node if node.op_type == "LayerNormalization"]
    at = norms[NORMS_PER_LAYER * layers]  # the first norm is of the embeddings
    width = next(t.dims[0] for t in model.graph.initializer if t.name.endswith("norm.weight"))
    for node in model.graph.node:
        node.input[:] = [STATES if name == at else name for name in node.input]
        node.output[:] = [STATES if name == at else name for name in node.output]
    between = helper.make_tensor_value_info(STATES, TensorProto.FLOAT, [1, "pieces", width])
    inputs, outputs = list(model.graph.input), list(model.graph.output)
    onnx.save(part(model, inputs[:1], [between]), lower)
    onnx.save(part(model, [between, *inputs[1:]], outputs), upper)


def part(
    model: onnx.ModelProto, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
) -> onnx.ModelProto:
    """Return the part of a model that makes outputs out of inputs."""
    given = {value.name for value in inputs}
    needed, nodes = {value.name for value in outputs}, []
    for node in reversed(model.graph.node):
        if needed.intersection(node.output) and not given.intersection(node.output):
            nodes.append(node)
            needed.update(node.input)
    weights = [tensor for tensor in model.graph.initializer if tensor.name in needed]
    graph = helper.make_graph(nodes[::-1], model.graph.name, inputs, outputs, weights)
    return helper.make_model(
        graph,
        opset_imports=model.opset_import,
        ir_version=model.ir_version,
        producer_name=model.producer_name,
    )


def main() -> None:
    """Split one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("whole", "lower", "upper"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--layers", type=int, default=SHARED_LAYERS)
    options = parser.parse_args()
    split(options.whole, options.lower, options.upper, options.layers)
    for path in (options.lower, options.upper):
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
