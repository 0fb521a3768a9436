"""Data files are those that were shipped; nothing that is read can run code."""

import ast
import runpy
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import regesta
from regesta import shipped
from regesta.errors import ConfigError
from regesta.resolve.toponyms.gazetteer import Table
from regesta.shipped import MANIFEST, PACKAGE, manifest, read_shipped

ROOT = Path(regesta.__file__).parent
RUNS_CODE = {"eval", "exec", "compile", "__import__"}
UNPACKS_CODE = {"pickle", "marshal", "shelve", "dill", "joblib", "cloudpickle"}


def test_the_hashes_are_those_of_the_files(root: Path) -> None:
    built = runpy.run_path(str(root / "scripts" / "build_manifest.py"))
    assert MANIFEST.read_text(encoding="utf-8") == built["manifest"](), "run `make data`"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of some of the package's data that takes the place of the package."""
    shutil.copytree(PACKAGE / "ontology" / "data", tmp_path / "ontology" / "data")
    monkeypatch.setattr(shipped, "PACKAGE", tmp_path)
    return tmp_path


def test_a_changed_file_is_named_with_what_to_do(package: Path) -> None:
    path = package / "ontology" / "data" / "status.yaml"
    assert read_shipped(path) == path.read_bytes()
    path.write_bytes(path.read_bytes() + b"# changed\n")
    with pytest.raises(ConfigError, match=r"status\.yaml: is not the file that was shipped; install Regesta again"):
        read_shipped(path)


def test_a_file_put_beside_the_others_is_not_read(package: Path) -> None:
    path = package / "ontology" / "data" / "triggers" / "OTHER.yaml"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"OTHER\.yaml: is no file that Regesta ships"):
        read_shipped(path)


def test_a_file_of_the_user_is_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("a: 1", encoding="utf-8")
    assert read_shipped(path) == b"a: 1"


def test_without_hashes_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "MANIFEST", tmp_path / "none.json")
    with pytest.raises(ConfigError, match=r"none\.json: cannot be read .*; install Regesta again"):
        manifest.__wrapped__()


def test_checking_costs_little_beside_reading() -> None:
    path = PACKAGE / "resolve" / "data" / "names.tsv.gz"

    def least_s(work: Callable[[], object]) -> float:
        times = []
        for _ in range(3):
            began = time.process_time()
            work()
            times.append(time.process_time() - began)
        return min(times)

    assert least_s(lambda: read_shipped(path)) < least_s(lambda: Table(path)) / 2


def test_nothing_runs_code_from_data() -> None:
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in RUNS_CODE, path
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert UNPACKS_CODE.isdisjoint(name.partition(".")[0] for name in names), path
            is_shell = isinstance(node, ast.keyword) and node.arg == "shell"
            assert not is_shell, f"{path}: arguments are passed as a list, never through a shell"
