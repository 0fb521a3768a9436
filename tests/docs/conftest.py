"""One demo register for all tests of the documentation."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from regesta.cli.app import app


@pytest.fixture(scope="session")
def demo_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make demo` makes."""
    store = tmp_path_factory.mktemp("demo") / "regesta.db"
    result = CliRunner().invoke(app, ["demo", "--store", str(store)])
    assert (result.exit_code, result.exception) == (0, None), result.output
    return store


@pytest.fixture(scope="session")
def workplace(demo_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give a folder like a fresh checkout after `make demo`: the examples, and the register in `demo`."""
    root = Path(__file__).parents[2]

    def made(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        (folder / "examples").symlink_to(root / "examples")
        (folder / "docs").symlink_to(root / "docs")
        (folder / "demo").mkdir()
        shutil.copy(demo_register, folder / "demo/regesta.db")
        return folder

    return made
