"""Refuse files over 8 MB: weights and gazetteers are compacted before they are committed."""

import sys
from pathlib import Path

LIMIT_BYTES = 8 * 1024 * 1024

if __name__ == "__main__":
    large = [name for name in sys.argv[1:] if Path(name).is_file() and Path(name).stat().st_size > LIMIT_BYTES]
    sys.exit("over 8 MB: " + ", ".join(large) if large else 0)
