"""`regesta release` as its users call it."""

import json
from pathlib import Path

from command_line import Regesta


def test_a_release_is_made_and_told(regesta: Regesta, store_path: Path, folder: Path) -> None:
    ran = regesta(f"release 2026-11 --no-parquet --author 'A. Author' --store {store_path}")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "regesta-2026-11: 2 entries, 3 events, 3 statements, 4 articles\n"
    package = json.loads((folder / "regesta-2026-11/datapackage.json").read_text("utf-8"))
    assert package["contributors"] == [{"title": "A. Author", "roles": ["author"]}]
    again = regesta(f"release 2026-12 --no-parquet --since regesta-2026-11 --output next --store {store_path}")
    assert again.err.endswith("regesta: no author is named; --author puts names into the citation\n")
    assert (folder / "next/CHANGES.csv").read_bytes() == b"table,id,change,into\r\n"


def test_an_earlier_moment_shows_what_was_there(regesta: Regesta, store_path: Path, folder: Path) -> None:
    ran = regesta(f"release old --no-parquet --as-of 2001-01-01 --store {store_path}")
    assert ran.err.startswith("regesta-old: 0 entries, 0 events, 0 statements, 0 articles\n")


def test_what_cannot_be_released_is_one_line(regesta: Regesta, store_path: Path, folder: Path) -> None:
    for line, message in [
        ("release ../x", "'../x' is no name of a release"),
        ("release x --author ''", "an author is empty; write a name, or leave it out"),
        ("release x --author A --author ' '", "an author is empty"),
        ("release x --title ''", "the title is empty"),
        ("release x --license nonsense", "'nonsense' is no SPDX identifier of a licence; write one such as CC-BY-4.0"),
        ("release x --license ''", "'' is no SPDX identifier"),
        (
            "release x --license 'CC BY 4.0'",
            "'CC BY 4.0' is no SPDX identifier of a licence; did you mean 'CC-BY-4.0'?",
        ),
        ("release x --license 'MIT OR Apache-2.0'", "'MIT OR Apache-2.0' is no SPDX identifier"),
        ("release x --license LicenseRef-ours", "'LicenseRef-ours' is no SPDX identifier"),
        ("release x --as-of soon", "'soon' is no moment"),
        ("release x --no-parquet --since .", ".: holds no release; --since takes the folder of an earlier one"),
        ("release x --no-parquet --output regesta.toml", "regesta.toml: is there already"),
    ]:
        ran = regesta(f"{line} --store {store_path}")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"regesta: {message}")
        assert len(ran.err.splitlines()) == 1
    assert [path.name for path in folder.iterdir()] == ["regesta.toml"]
