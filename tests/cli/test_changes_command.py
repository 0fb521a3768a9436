import json
from pathlib import Path

from command_line import Regesta


def test_changes_are_listed_with_ids_and_what_changed(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"query changes --store {store_path} --since 2020")
    assert ran.err == "2 of 2 entries changed since 2020-01-01 00:00 UTC\n"
    assert "CONSULT visit: Poland (POL) -> Lithuania (LTU)" in ran.out
    assert "    told by a1, a2\n" in ran.out
    [line] = regesta(
        f"query changes --store {store_path} --since 2020 --limit 1 --json --actor Sweden"
    ).out.splitlines()
    record = json.loads(line)
    assert (record["kinds"], record["added"], record["values"]) == (["new"], ["b1"], [])
    assert regesta(f"query changes --store {store_path} --since 2999").out == ""
    assert "did you mean 'merged'" in regesta(f"query changes --store {store_path} --what mergd").err
