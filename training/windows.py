"""Lets the decoder of an exported file read, for each trigger, only the words around it.

Three words of four that fill a role stand within sixteen words of the trigger, and nineteen of twenty within forty; the
decoder takes a time that grows faster than the number of words it reads. It learns from whole passages.

    python training/windows.py regesta/annotate/acts/weights/arguments.onnx
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

WORDS, WINDOW = "words", "window"
PROJECTIONS = 2  # of the words: one to be added to the trigger's, one to be multiplied


def windowed(path: Path) -> bool:
    """Give a file an input `window`, indices of the words to read for each trigger, and tell whether it had none.

    The words of the passage are projected once, then gathered per trigger; `distance` has the window's shape.

    Raises:
        ValueError: The file does not project its words as the decoder does.
    """
    model = onnx.load(path)
    graph = model.graph
    if any(given.name == WINDOW for given in graph.input):
        return False
    found = projections(list(graph.node))
    if len(found) != PROJECTIONS:
        raise ValueError(f"{path}: {len(found)} projections of the words, not {PROJECTIONS}")
    nodes: list[NodeProto] = []
    for node in graph.node:
        nodes.append(node)
        if node.output[0] in found:
            whole, flat, near = node.output[0], f"{node.output[0]}_flat", f"{node.output[0]}_near"
            for other in graph.node:
                other.input[:] = [near if name == whole else name for name in other.input]
            nodes.append(helper.make_node("Squeeze", [whole, "first_axis"], [flat], f"{flat}_node"))
            nodes.append(helper.make_node("Gather", [flat, WINDOW], [near], f"{near}_node", axis=0))
    del graph.node[:]
    graph.node.extend(nodes)
    graph.initializer.append(numpy_helper.from_array(np.array([0]), "first_axis"))
    distance = next(given for given in graph.input if given.name == "distance")
    distance.type.CopyFrom(helper.make_tensor_type_proto(TensorProto.INT64, ["events", "near"]))
    graph.input.append(helper.make_tensor_value_info(WINDOW, TensorProto.INT64, ["events", "near"]))
    roles = next(given for given in graph.output if given.name == "roles")
    roles.type.tensor_type.shape.dim[1].dim_param = "near"
    onnx.save(model, path)
    return True


def projections(nodes: list[NodeProto]) -> set[str]:
    """Return the first sums that come of the words: their projections with a bias."""
    follows, found = {WORDS}, set()
    for node in nodes:
        if follows.intersection(node.input) and node.op_type != "Shape":
            if node.op_type == "Add":
                found.update(node.output)
            else:
                follows.update(node.output)
    return found


def main() -> None:
    """Rewrite one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    file = parser.parse_args().file
    print(f"{file}: {'reads windows now' if windowed(file) else 'read windows already'}")


if __name__ == "__main__":
    main()
