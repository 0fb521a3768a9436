"""Refuse files over 8 MB, and the network over 30: weights and gazetteers are compacted before they are committed."""

import sys
from pathlib import Path

LIMIT_BYTES = 8 * 1024 * 1024
WEIGHTS_LIMIT_BYTES = 30 * 1024 * 1024


def limit_of(name: str) -> int:
    """Return the limit of a file in bytes."""
    return WEIGHTS_LIMIT_BYTES if name.endswith(".onnx") else LIMIT_BYTES


if __name__ == "__main__":
    large = [name for name in sys.argv[1:] if Path(name).is_file() and Path(name).stat().st_size > limit_of(name)]
    sys.exit("too large: " + ", ".join(large) if large else 0)
