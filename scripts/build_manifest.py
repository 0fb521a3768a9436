"""Writes `regesta/sha256.json`, the hashes against which data files are checked when they are read."""

import hashlib
import json
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "regesta"
DATA = frozenset({".yaml", ".json", ".csv", ".gz", ".onnx"})
OTHERS = ("static", "examples")  # pages have a manifest of their own
MANIFEST = PACKAGE / "sha256.json"


def data_files() -> list[Path]:
    """Return the data files that the package reads."""
    found = (path for path in PACKAGE.rglob("*") if path.suffix in DATA or path.name == "VERSION")
    return sorted(path for path in found if path != MANIFEST and not set(OTHERS).intersection(path.parts))


def manifest() -> str:
    """Return the content that the manifest should have."""
    hashes = {
        path.relative_to(PACKAGE).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in data_files()
    }
    return json.dumps(hashes, indent=1) + "\n"


if __name__ == "__main__":
    MANIFEST.write_text(manifest(), encoding="utf-8")
    print(f"{MANIFEST.name}: {len(data_files())} files")
