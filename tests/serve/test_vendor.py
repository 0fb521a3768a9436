import hashlib
import json

from regesta.serve.app import STATIC

VENDOR = STATIC / "vendor"


def test_third_party_files_are_those_of_the_manifest() -> None:
    manifest = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    present = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.iterdir()}
    del present["manifest.json"]
    assert present == {name: entry["sha256"] for name, entry in manifest.items()}


def test_every_third_party_script_has_its_licence_beside_it() -> None:
    assert {path.name for path in VENDOR.glob("*.js")} == {
        path.name.replace(".LICENSE.txt", ".min.js") for path in VENDOR.glob("*.LICENSE.txt")
    }


def test_the_style_loads_nothing_from_elsewhere() -> None:
    style = (STATIC / "style.css").read_text(encoding="utf-8")
    assert "@import" not in style
    assert "url(" not in style
