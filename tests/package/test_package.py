"""What is released: the metadata agree, and the wheel works where there is no repository (`make package`)."""

import ast
import os
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest
import yaml

import regesta
from regesta.version import __version__

ROOT = Path(__file__).parents[2]
PACKAGES = os.environ.get("REGESTA_PACKAGE")
MODULES = sorted(Path(regesta.__file__).parent.rglob("*.py"))
POSIX_ONLY = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
POSIX_NAMES = {"fork", "getuid", "geteuid", "mkfifo", "setsid", "killpg", "SIGKILL", "SIGHUP", "SIGUSR1", "SIGALRM"}


def test_the_citation_is_of_this_version() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert cited["version"] == __version__
    assert f"## [{__version__}] - {cited['date-released']}" in changelog
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (cited["license"], cited["keywords"]) == (project["license"], project["keywords"])


def test_what_trafilatura_asks_of_an_extra_of_lxml_is_named_itself() -> None:
    """Because pip before 23.3 does not know lxml's `html-clean` for the `html_clean` that is asked for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [library for library in project["dependencies"] if library.startswith("lxml-html-clean")] != []


def test_a_dump_of_every_released_store_is_kept() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = [line.split("]")[0].removeprefix("## [") for line in changelog.splitlines() if line.startswith("## [")]
    kept = {path.stem for path in (ROOT / "tests/store/released").glob("*.sql")}
    assert {version for version in released if version != "Unreleased"} == kept


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_needs_one_operating_system(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:  # an import in a function, or tried, has a way around it
        if isinstance(node, ast.Import):
            assert not {name.name for name in node.names} & POSIX_ONLY
        if isinstance(node, ast.ImportFrom):
            assert node.module not in POSIX_ONLY
    named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert named & POSIX_NAMES == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_text_is_read_and_written_as_utf_8_wherever_it_runs(path: Path) -> None:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        on_path = isinstance(call.func, ast.Attribute)
        if name in {"read_text", "write_text"} and on_path:
            assert any(keyword.arg == "encoding" for keyword in call.keywords), f"line {call.lineno}"
        if name == "open" and not on_path and "devnull" not in ast.unparse(call):
            mode = ast.unparse(call.args[1]) if len(call.args) > 1 else ""
            assert "b" in mode or any(keyword.arg == "encoding" for keyword in call.keywords), f"line {call.lineno}"


@pytest.mark.skipif(PACKAGES is None, reason="builds and installs for minutes: make package")
def test_the_wheel_works_without_the_repository(tmp_path: Path) -> None:
    (wheel,) = (ROOT / str(PACKAGES)).glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")

    def run(*words: str, given: str | None = None) -> str:
        clean = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "REGESTA_STORE"}}
        done = subprocess.run(words, cwd=tmp_path, env=clean, input=given, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run(str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel))
    program = str(programs / "regesta")
    assert run(program, "--version").strip().endswith(__version__)
    told = run(program, "demo", "--store", "demo/regesta.db")
    assert str(ROOT) not in told, "the examples are those in the wheel"
    assert "The 5 most-cited entries" in told
    assert ", 0 faults," in told
    assert run(program, "check", "--store", "demo/regesta.db").rstrip().endswith("0 problems")
    article = '{"id": "1", "published": "2022-12-20", "text": "Kenya accused Uganda of spying."}\n'
    assert '"type": "ACCUSE"' in run(program, "code", "-", given=article)
    assert "jsonl" in run(program, "plugins")


@pytest.mark.skipif(PACKAGES is None, reason="builds and installs for minutes: make package")
def test_the_source_archive_is_there_too() -> None:
    assert [path.name for path in (ROOT / str(PACKAGES)).glob("*.tar.gz")] == [f"regesta-{__version__}.tar.gz"]
