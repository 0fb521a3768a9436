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
    scripts = {path.name.split(".")[0].removesuffix("-worker") for path in VENDOR.glob("*.*js")}
    assert scripts == {path.name.removesuffix(".LICENSE.txt") for path in VENDOR.glob("*.LICENSE.txt")}


def test_the_atlas_states_licence_and_makers() -> None:
    assert json.loads((VENDOR / "world-50m.package.json").read_text(encoding="utf-8"))["license"] == "BSD-3-Clause"
    assert "Natural Earth" in (VENDOR / "world-50m.README.md").read_text(encoding="utf-8")


def test_the_style_loads_nothing_from_elsewhere() -> None:
    style = (STATIC / "style.css").read_text(encoding="utf-8")
    assert "@import" not in style
    assert "url(" not in style
