import json
from typing import Any

from regesta.export.geojson import NOTE
from regesta.model.article import Article
from tests.export.export_scenes import a_visit, entries_of, somewhere, written


def collection(*articles: Article) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written("geojson", entries_of(*articles)))
    return found


def test_a_feature_is_a_point_east_then_north_with_its_precision() -> None:
    [feature] = collection(a_visit())["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [25.28, 54.69]}
    assert feature["properties"].items() >= {
        "title": "Poland (POL) -> Lithuania (LTU): CONSULT visit, Vilnius, 2022-12-19",
        "place": "Vilnius", "place_precision": "city", "place_basis": "expression", "place_iso3": "LTU",
        "actor_iso3": ["POL"], "start": "2022-12-19", "end": "2022-12-19", "support": 1,
    }.items()  # fmt: skip


def test_the_collection_says_what_points_and_names_mean() -> None:
    found = collection()
    assert (found["type"], found["note"], found["features"]) == ("FeatureCollection", NOTE, [])
    assert "no side on borders" in NOTE


def test_an_unknown_place_is_a_feature_without_geometry() -> None:
    [nowhere] = collection(a_visit(place=None))["features"]
    [unlocated] = collection(somewhere(a_visit(), lat=None, lon=None))["features"]
    assert (nowhere["geometry"], nowhere["properties"]["place"]) == (None, None)
    assert (unlocated["geometry"], unlocated["properties"]["place"]) == (None, "Vilnius")


def test_the_equator_is_a_place() -> None:
    [feature] = collection(somewhere(a_visit(), lat=0.0, lon=0.0))["features"]
    assert feature["geometry"]["coordinates"] == [0.0, 0.0]
