"""Every command's help ends with an example that can be copied: its commands, options, files and ids exist."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from command_line import Regesta

from regesta.cli.app import app

ROOT = typer.main.get_command(app)


def commands(command: Any = ROOT, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    if path:
        yield " ".join(path), command
    for name, sub in getattr(command, "commands", {}).items():
        yield from commands(sub, (*path, name))


COMMANDS = dict(commands())


def example_of(command: Any) -> str:
    assert command.epilog.startswith("Example: ")
    return str(command.epilog.removeprefix("Example: "))


def calls(example: str) -> Iterator[list[str]]:
    for part in example.split("|"):
        words = shlex.split(part.partition(" > ")[0])
        if words[0] == "xargs":  # it puts ids where "@" stands, or behind
            called = words[words.index("regesta") :]
            passed = 0 if "@" in called else 2 if called[2] in {"same", "different"} else 1
            words = [*called, *["ID"] * passed]
        if words[0] == "regesta":
            yield words[1:]


def find(words: list[str]) -> tuple[Any, list[str]]:
    command = ROOT
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    return command, words


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_runs_the_command_with_options_it_has(name: str) -> None:
    parsed = [find(words) for words in calls(example_of(COMMANDS[name]))]
    assert any(command is COMMANDS[name] or getattr(COMMANDS[name], "commands", None) for command, _ in parsed)
    for command, words in parsed:
        command.make_context("regesta", list(words))  # raises on a wrong option, value or missing argument


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_ends_with_the_example_in_lines_that_can_be_copied(name: str, regesta: Regesta) -> None:
    shown = regesta(f"{name} --help")
    assert (shown.code, shown.err) == (0, "")
    ending = [line.strip() for line in COMMANDS[name].epilog.splitlines()]
    assert [line.strip() for line in shown.out.rstrip().splitlines()][-len(ending) :] == ending


def test_the_files_and_ids_of_examples_are_in_the_repository(root: Path) -> None:
    lines = [example_of(command) for command in COMMANDS.values()]
    paths = {path for line in lines for path in re.findall(r"\bexamples\b[\w./-]*", line)}
    assert paths
    assert [path for path in paths if not (root / path).exists()] == []
    records = [line for path in (root / "examples").glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    shown = next(words[1] for line in lines for words in calls(line) if words[0] == "show")
    assert shown in {json.loads(record).get("id") for record in records}


def test_help_is_shown_without_a_command_and_for_the_short_option(regesta: Regesta) -> None:
    assert all(f" {name} " in regesta("-h").out for name in COMMANDS if " " not in name)
    assert "Usage: regesta" in regesta("").out


def test_the_version_is_told(regesta: Regesta) -> None:
    assert re.fullmatch(r"regesta \d+\.\d+\.\d+\n", regesta("--version").out)


@pytest.mark.parametrize(
    "line", ["foo", "--foo", "run", "query entries --limit 0", "serve --port 70000", "code -p 0 x"]
)
def test_wrong_usage_is_exit_code_2(line: str, regesta: Regesta) -> None:
    ran = regesta(line)
    assert (ran.code, ran.out) == (2, "")
    assert "Usage: regesta" in ran.err
