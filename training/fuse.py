"""Rewrites the attention of a quantised ONNX file as one operator each, which takes a third less time.

The numbers are the same but for rounding. The exporter spells attention out in some thirty nodes per layer, most of
which only move numbers about; ONNX Runtime's own fusion does not know that spelling.

    python training/fuse.py regesta/annotate/acts/weights/words.onnx --heads 12
"""

import argparse
from pathlib import Path

import onnx
from onnx import NodeProto, helper

CONTRIB = "com.microsoft"  # the operators of ONNX Runtime beyond the standard
MOVES = frozenset({"Mul", "Reshape", "Transpose"})  # scaling, cutting into heads, and back


def fuse(path: Path, heads: int) -> int:
    """Rewrite a file in place and return how many layers of attention were fused; none where all are already.

    Masks are dropped: a passage is read alone, so nothing is padding.

    Args:
        path: The ONNX file.
        heads: Heads of each of its layers.

    Raises:
        ValueError: A softmax in the file is no attention of the known form.
    """
    model = onnx.load(path)
    made = {output: node for node in model.graph.node for output in node.output}
    used = {name: node for node in model.graph.node for name in node.input}
    fused: dict[str, NodeProto] = {}
    for softmax in [node for node in model.graph.node if node.op_type == "Softmax"]:
        scores = made[softmax.input[0]]
        scores = made[scores.input[0]] if scores.op_type == "Add" else scores
        mixed = used[softmax.output[0]]
        joined = used[used[mixed.output[0]].output[0]]
        if (scores.op_type, mixed.op_type, joined.op_type) != ("MatMul", "MatMul", "Reshape"):
            raise ValueError(f"{path}: {softmax.name} is no attention of the form that is fused")
        inputs = [projection(made, name) for name in (*scores.input, mixed.input[1])]
        fused[joined.output[0]] = helper.make_node(
            "MultiHeadAttention", inputs, joined.output, f"attention_{len(fused)}", domain=CONTRIB, num_heads=heads
        )
    if fused:
        rewrite(model, fused)
        onnx.save(model, path)
    return len(fused)


def projection(made: dict[str, NodeProto], name: str) -> str:
    """Return the output of the projection that a query, key or value is cut from, shape (batch, words, width).

    Raises:
        ValueError: The graph has another form there.
    """
    while made[name].op_type in MOVES:
        name = made[name].input[0]
    if made[name].op_type != "Add":
        raise ValueError(f"{name}: no projection with a bias")
    return name


def rewrite(model: onnx.ModelProto, fused: dict[str, NodeProto]) -> None:
    """Put nodes in the place of those with their outputs, and drop what nothing uses any more."""
    nodes = [fused.get(node.output[0], node) for node in model.graph.node]
    needed, kept = {output.name for output in model.graph.output}, []
    for node in reversed(nodes):
        if needed.intersection(node.output):
            kept.append(node)
            needed.update(node.input)
    initializers = [tensor for tensor in model.graph.initializer if tensor.name in needed]
    for field, content in (("node", kept[::-1]), ("initializer", initializers), ("value_info", [])):
        del getattr(model.graph, field)[:]
        getattr(model.graph, field).extend(content)
    if all(opset.domain != CONTRIB for opset in model.opset_import):
        model.opset_import.append(helper.make_opsetid(CONTRIB, 1))


def main() -> None:
    """Fuse one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--heads", type=int, required=True)
    options = parser.parse_args()
    print(f"{options.file}: {fuse(options.file, options.heads)} layers of attention fused")


if __name__ == "__main__":
    main()
