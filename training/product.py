"""Writes the ONNX file with which ONNX Runtime multiplies for the parse (`regesta/annotate/parsing/products.py`).

It holds one product of two matrices, the second of them transposed, and no weights.

    python training/product.py
    python scripts/build_manifest.py
"""

from pathlib import Path

import onnx
from onnx import TensorProto, helper

TARGET = Path(__file__).parents[1] / "regesta/annotate/data/product.onnx"
OPSET, IR = 17, 8  # any would do


def product() -> onnx.ModelProto:
    """Return a model that multiplies rows by the transposed other matrix."""
    shapes = {"rows": ["rows", "inner"], "others": ["others", "inner"], "product": ["rows", "others"]}
    rows, others, out = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()
    )
    node = helper.make_node("Gemm", ["rows", "others"], ["product"], transB=1)
    graph = helper.make_graph([node], "product", [rows, others], [out])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)


if __name__ == "__main__":
    onnx.save(product(), TARGET)
