"""Benchmarks end in one line where what they are to measure is not there, as the command line does."""

import runpy
from pathlib import Path

import pytest

WANTING = {
    "bench_adding": "--store {absent}/filled.db",
    "bench_end_to_end": "{absent}",
    "bench_load": "--store {absent}",
    "bench_memory": "{absent}",
    "bench_pages": "--sizes 10 --folder {absent}",
    "bench_pipeline": "{absent}",
    "bench_processes": "{absent}",
    "bench_register": "--sizes 10 --store {absent}/filled.db",
    "plot_end_to_end": "{absent} drawing.svg",
    "plot_times": "pages drawing.svg {absent}",
}


def test_every_program_beside_the_package_is_tried(root: Path) -> None:
    assert {path.stem for path in (root / "benchmarks").glob("*.py") if "__main__" in path.read_text("utf-8")} == {
        *WANTING
    }


@pytest.mark.parametrize("name", WANTING)
def test_what_is_missing_is_told_in_one_line_with_what_to_do(
    name: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(root / "benchmarks")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [name, *WANTING[name].format(absent="absent").split()])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(root / "benchmarks" / f"{name}.py"), run_name="__main__")
    out, err = capsys.readouterr()
    assert (ended.value.code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"{name}: absent")
    assert err.partition("; ")[2].startswith(("give the path", "make it first"))
