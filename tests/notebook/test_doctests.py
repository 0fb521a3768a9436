"""Examples in docstrings and in the guide do what they say, over the small register."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import regesta
import regesta.notebook

MODULES = [f"regesta.notebook.{found.name}" for found in pkgutil.iter_modules(regesta.notebook.__path__)]
NAMES = {"regesta": regesta}


def test_there_are_examples() -> None:
    found = [test for name in MODULES for test in doctest.DocTestFinder().find(importlib.import_module(name))]
    assert sum(len(test.examples) for test in found) > 10


@pytest.mark.parametrize("name", MODULES)
@pytest.mark.usefixtures("register")
def test_docstrings_say_what_happens(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name), extraglobs=NAMES, raise_on_error=False).failed == 0


@pytest.mark.usefixtures("register")
def test_the_guide_says_what_happens(root: Path) -> None:
    for extra in ("pandas", "polars", "pyarrow"):
        pytest.importorskip(extra, reason=f"the guide shows {extra}")
    blocks = re.findall(r"^```pycon\n(.*?)^```", (root / "docs/guides/notebooks.md").read_text("utf-8"), re.M | re.S)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), dict(NAMES), "notebooks.md", None, 0)
    assert len(test.examples) > 10
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed == 0
