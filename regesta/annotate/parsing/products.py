"""Products of matrices for a spaCy model by ONNX Runtime, of which a parse consists for the most part.

BLIS, with which spaCy multiplies, takes its slowest code where it does not know the processor: six times as long on a
processor of 2024. How one row is multiplied does not depend on the rows beside it, as with BLIS: what a paragraph says
must not depend on what is parsed with it. Of the products here that holds from two rows on.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from thinc.api import NumpyOps

from regesta.encoder.session import load_session

PRODUCT = Path(__file__).parents[1] / "data" / "product.onnx"  # `training/product.py` writes it


@lru_cache(maxsize=1)
def load_product() -> Any:
    """Load the session that multiplies once per process."""
    return load_session(PRODUCT)


class Products(NumpyOps):  # type: ignore[misc]  # thinc has no types
    """What spaCy computes with on a CPU, but for products of rows with a transposed matrix."""

    def gemm(
        self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:  # fmt: skip
        """Return the product of two matrices, the first or second of them transposed."""
        if trans1 or not trans2 or not len(x) or x.dtype != np.float32 or y.dtype != np.float32:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        rows = x if len(x) > 1 else np.repeat(x, 2, axis=0)
        (found,) = load_product().run(None, {"rows": rows, "others": y})
        if out is None:
            return found[: len(x)]
        out[...] = found[: len(x)]
        return out


def multiply_quickly(model: Any) -> None:
    """Let every layer of a model that computes on a CPU multiply with ONNX Runtime."""
    quick = Products()
    for _, pipe in model.pipeline:
        for layer in pipe.model.walk() if getattr(pipe, "model", None) else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = quick
