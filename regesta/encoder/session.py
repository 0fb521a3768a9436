"""Networks as they were shipped, ready to run."""

from pathlib import Path
from typing import Any

from regesta.errors import ConfigError
from regesta.shipped import read_shipped

# ONNX Runtime 1.32 adds up this one word by word: with it a passage takes a third longer, its roles a half.
SLOW_FUSIONS = ["SkipLayerNormFusion"]


def load_session(path: Path) -> Any:
    """Return a session of ONNX Runtime that runs a shipped network on one core; parallel work is for processes.

    Raises:
        ConfigError: The file is missing, or is not the one that was shipped.
    """
    import onnxruntime  # noqa: PLC0415 - 0.3 s of import, paid only when text is read

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        content = read_shipped(path)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); install Regesta again") from error
    return onnxruntime.InferenceSession(
        content, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
    )
