"""The documentation holds: links lead somewhere, commands exist, examples do what they say, nothing is left out."""

import importlib
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest
import typer
import yaml

import regesta
from regesta import plugins
from regesta.cli.app import app
from regesta.ontology.event_types import load_ontology
from regesta.ontology.load import DATA
from regesta.run.config import Config

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md"))])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("http://", "https://", "mailto:")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def snippets(language: str) -> Iterator[tuple[Path, str]]:
    """Yield the code of each snippet in a language, with its page."""
    for page in PAGES:
        for _, tag, code in FENCE.findall(text_of(page)):
            if tag == language:
                yield page, dedent(code)


def regesta_commands(code: str) -> Iterator[list[str]]:
    """Yield the words after `regesta` of each call in a shell snippet, redirections left out."""
    without_heredoc = re.sub(r"^cat > .*?^END\n", "", code, flags=re.MULTILINE | re.DOTALL)
    for line in without_heredoc.splitlines():
        for part in re.split(r"\s(?:\||&&|;)\s", re.sub(r"\s>\s*\S+", "", line)):
            words = shlex.split(part, comments=True)
            if words and words[0] == "regesta":
                yield words[1:]


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as Markdown renderers make them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.fixture
def reference(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Give the script that writes the reference."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    yield importlib.import_module("build_reference")
    for name in ("build_reference", "reference_data", "reference_markdown"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(FENCE.sub("", text_of(page))):
        if target.startswith(ELSEWHERE):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=name_of)
def test_pages_link_only_to_what_the_site_holds(page: Path) -> None:
    for target in LINK.findall(FENCE.sub("", text_of(page))):
        if not target.startswith((*ELSEWHERE, "#")):
            assert (page.parent / target.partition("#")[0]).resolve().is_relative_to(DOCS), target


def test_the_navigation_lists_every_page_once() -> None:
    def listed(item: Any) -> Iterator[str]:
        if isinstance(item, str):
            yield item
        else:
            for inner in item.values() if isinstance(item, dict) else item:
                yield from listed(inner)

    pages = sorted(listed(yaml.safe_load(text_of(ROOT / "mkdocs.yml"))["nav"]))
    assert pages == sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))


def test_the_generated_reference_is_current(reference: ModuleType) -> None:
    assert reference.check() == [], "run `make docs`"


def test_a_changed_page_is_found_out(reference: ModuleType, tmp_path: Path) -> None:
    reference.build(tmp_path)
    assert reference.check(tmp_path) == []
    (tmp_path / "cli.md").write_text("something else", encoding="utf-8")
    (tmp_path / "errors.md").unlink()
    assert reference.check(tmp_path) == ["cli.md", "errors.md"]


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, command in group.commands.items():
        yield (*path, name), command
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))


COMMANDS = dict(commands(typer.main.get_command(app)))


def test_every_command_and_option_is_documented() -> None:
    sections = re.split(r"^## regesta ", text_of(DOCS / "reference/cli.md"), flags=re.MULTILINE)
    by_command = {tuple(section.split("\n", 1)[0].split()): section for section in sections[1:]}
    for path, command in COMMANDS.items():
        for option in command.params:
            if option.name != "help" and option.opts[0].startswith("-"):
                assert all(f"`{written}`" in by_command[path] for written in option.opts), (path, option.opts)


def test_every_setting_is_documented() -> None:
    text = text_of(DOCS / "reference/settings.md")
    assert [f.name for f in fields(Config) if f"| `{f.name}` |" not in text] == []
    stages = {name: fields(plugins.load("stages", name)) for name in plugins.names("stages")}
    wanted = [f"| `[stage.{name}]` | `{f.name}` |" for name, found in stages.items() for f in found]
    assert [row for row in wanted if row not in text] == []


def test_every_plugin_is_documented() -> None:
    text = text_of(DOCS / "reference/stages.md")
    assert [name for group in plugins.GROUPS for name in plugins.names(group) if f"| `{name}` |" not in text] == []


def test_every_event_type_mode_and_context_is_documented_and_explained() -> None:
    text, explained = text_of(DOCS / "reference/event-types.md"), text_of(DOCS / "concepts/events.md")
    ontology = load_ontology()
    for name, event_type in ontology.event_types.items():
        section = text.split(f"### {name}\n")[1].split("###")[0]
        assert [mode for mode in event_type.modes if f"`{mode}`" not in section] == []
        assert f"| `{name}` |" in explained
    assert [context for context in ontology.contexts if f"`{context}`" not in text] == []


def test_every_data_file_of_the_ontology_is_named() -> None:
    text = text_of(DOCS / "concepts/ontology.md")
    names = sorted(path.name for path in DATA.iterdir() if path.is_file())
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_public_name_is_documented() -> None:
    text = text_of(DOCS / "reference/python.md")
    assert [name for name in regesta.__all__ if f"## {name}\n" not in text] == []


SHELL = [pytest.param(code, id=f"{name_of(page)}-{n}") for n, (page, code) in enumerate(snippets("sh"))]


@pytest.mark.parametrize("code", SHELL)
def test_commands_in_shell_snippets_exist_with_their_options(code: str) -> None:
    for words in regesta_commands(code):
        path: tuple[str, ...] = ()
        while words and (*path, words[0]) in COMMANDS:
            path = (*path, words.pop(0))
        assert path or words in (["--help"], ["--version"]), words
        known = {written for option in COMMANDS[path].params for written in option.opts} if path else set()
        used = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert used <= known | {"--help", "--version"}, (path, used - known)


PYTHON = [
    pytest.param(code, id=f"{name_of(page)}-{n}", marks=[pytest.mark.model] if "regesta.code(" in code else [])
    for n, (page, code) in enumerate(snippets("python"))
]


@pytest.mark.parametrize("code", PYTHON)
def test_python_snippets_run(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    module = ModuleType("snippet")
    monkeypatch.setitem(sys.modules, "snippet", module)  # dataclasses look their module up
    exec(compile(code, "snippet", "exec"), module.__dict__)


def coded_examples() -> Iterator[tuple[str, list[str]]]:
    """Yield the sentences of the coding rules with the events that the page promises for them."""
    for _, code in snippets("coded"):
        for block in re.findall(r"^\S.*\n(?: +.*\n)*", code, re.MULTILINE):
            sentence, *events = block.splitlines()
            yield sentence, [event.strip() for event in events]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "promised"), list(coded_examples()))
def test_the_coding_rules_code_as_the_page_says(sentence: str, promised: list[str]) -> None:
    def states(roles: Any) -> str:
        return ", ".join(role.actor.iso3 or role.text for role in roles)

    found = []
    for event in regesta.code(sentence, published="2022-12-19").events:
        act = f"{event.type} {event.mode}" if event.mode else event.type
        to = f" -> {states(event.recipients)}" if event.recipients else ""
        status = "" if event.status == "happened" else f" [{event.status}]"
        found.append(f"{act}: {states(event.actors)}{to}{status}")
    assert found == promised


@pytest.mark.model
def test_every_field_of_a_coded_article_is_documented() -> None:
    from regesta.export.jsonl import coded_article

    def keys(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from value
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from keys(inner)

    text = 'Poland gave Ukraine 20 million euros in Lviv on Monday, an envoy told reporters. "It is enough," he said.'
    page = text_of(DOCS / "reference/coded-article.md")
    coded = coded_article(regesta.code(text, published="2022-12-19"))
    assert sorted({key for key in keys(coded) if f"`{key}`" not in page}) == []


@pytest.mark.model
def test_the_tutorial_can_be_followed(workplace: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    folder = workplace("tutorial")
    monkeypatch.chdir(folder)
    page = text_of(DOCS / "tutorial.md")
    article = re.search(r"cat > demo/own.jsonl <<'END'\n(.*?)END\n", page, re.DOTALL)
    assert article
    (folder / "demo/own.jsonl").write_text(article[1], encoding="utf-8")
    calls = [words for found in FENCE.finditer(page) if found[2] == "sh" for words in regesta_commands(found[3])]
    printed = ""
    for words in calls:
        if words[0] != "serve" and "ID" not in words:
            result = CliRunner().invoke(app, words)
            assert (result.exit_code, result.exception) == (0, None), words
            printed += f"$ {' '.join(words)}\n{result.output}"
    own = printed.partition("$ query entries --publisher Own notes")[2].partition("$ ")[0]
    assert "CONSULT visit: Vladimir Putin (RUS) -> Belarus (BLR)" in own
    assert "(1 source)" not in own, "the reader's article joins what the examples tell"
    assert ": 0 problems" in printed
