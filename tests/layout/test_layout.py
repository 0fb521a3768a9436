"""The shape of the house: file sizes, names, docstrings, and what is public."""

import ast
import pkgutil
from pathlib import Path

import pytest

import regesta

ROOT = Path(regesta.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
BANNED = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler", "base", "core"}
MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 50
MAX_PARAMETERS = 5
ids = [str(path.relative_to(ROOT)) for path in MODULES]


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_every_file_is_small_named_well_and_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= MAX_FILE_LINES, "split the file"
    assert path.stem not in BANNED, "the concept has no name yet: find it"
    assert ast.get_docstring(tree), "the first line says what the file is for"


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_every_function_is_short_and_takes_few_parameters(path: Path) -> None:
    in_cli_or_serve = {"cli", "serve"} & set(path.relative_to(ROOT).parts)  # there, parameters are options of a command
    for function in functions(ast.parse(path.read_text(encoding="utf-8"))):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= MAX_FUNCTION_LINES, f"{function.name} has {length} lines"
        parameters = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
        count = len([name for name in parameters if name not in {"self", "cls"}])
        assert in_cli_or_serve or count <= MAX_PARAMETERS, f"{function.name} has {count} parameters"


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_every_public_function_and_class_has_a_docstring(path: Path) -> None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} says nothing"


def test_only_the_command_line_prints() -> None:
    for path in MODULES:
        if "cli" in path.parts:
            continue
        calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
        assert not [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"], path


def test_whether_a_word_governs_another_is_not_asked_of_the_tokens_themselves() -> None:
    """The first token of a text is 0, and `any` of it is false; `Parse.governs` is right."""
    for path in MODULES:
        for call in (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)):
            inner = [arg.func for arg in call.args if isinstance(arg, ast.Call)]
            if isinstance(call.func, ast.Name) and call.func.id == "any":
                assert not [f for f in inner if isinstance(f, ast.Attribute) and f.attr == "governed"], path


def test_public_names_are_sorted_and_importable() -> None:
    assert regesta.__all__ == sorted(regesta.__all__)
    for name in regesta.__all__:
        assert getattr(regesta, name) is not None


def test_nothing_else_is_public() -> None:
    packages = {module.name for module in pkgutil.iter_modules(regesta.__path__)}
    public = {name for name in vars(regesta) if not name.startswith("_")} - packages
    assert public <= set(regesta.__all__)
