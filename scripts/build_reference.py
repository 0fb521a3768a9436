"""Writes the reference pages of the documentation from the code and data they describe.

python scripts/build_reference.py            write docs/reference/*.md
python scripts/build_reference.py --check    exit 1 when a page is not what would be written
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import typer
from reference_data import event_types_page, exports_page, tables_page, triggers_page
from reference_markdown import attributes, code, default_text, first_line, page, returned, table

import regesta
from regesta import errors, plugins
from regesta.cli.app import app
from regesta.export.exporter import Exporter
from regesta.notebook.options import EventOptions, StatementOptions
from regesta.read.foreign.importer import Importer
from regesta.read.reader import Reader
from regesta.read.web.settings import FeedSource
from regesta.run.config import DEFAULT_STAGES, FILE_NAME, TABLES, Config

TARGET = Path(__file__).parent.parent / "docs" / "reference"
EXAMPLE = """store = "register.db"
processes = 2

[stage.parse]
max_chars = 100000

[stage.events]
min_confidence = 0.5"""


def cli_page() -> str:
    """Return the page of commands."""
    return page(
        "Commands",
        "Every command prints this help with `--help`. Results go to standard output, progress and remarks to standard "
        "error, so that commands pipe. Exit code 0 is success, 1 an error (one line on standard error says what and "
        "where), 2 wrong usage, 130 an interruption.",
        *commands(typer.main.get_command(app), "regesta"),
    )


def commands(group: Any, path: str) -> Iterator[str]:
    """Yield the sections of the commands of a group."""
    for name, command in group.commands.items():
        said, example = command.help or "", (command.epilog or "").removeprefix("Example: ")
        yield f"## {path} {name}"
        yield re.sub(r"\s*\n(?!\n)(?=\S)", " ", said.strip()) if "\n\n" not in said.strip() else said.strip()
        if example:
            yield f"```sh\n{example.strip()}\n```"
        if rows := list(parameters(command)):
            yield table(("option", "what it is", "default"), rows)
        if hasattr(command, "commands"):
            yield from commands(command, f"{path} {name}")


def parameters(command: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the arguments and options of a command: how they are written, what they are, their default."""
    for option in command.params:
        if option.name in {"help", "install_completion", "show_completion"}:
            continue
        is_argument = not option.opts[0].startswith("-")
        written = f"`{option.metavar or option.name.upper()}`" if is_argument else code(option.opts)
        said, _, default = (option.help or "").partition("[default:")
        shown = default.strip(" ]") or ("required" if option.required else default_text(option.default))
        yield written, said.strip(), shown


def settings_page() -> str:
    """Return the page of settings."""
    rows = [(f"`{f.name}`", f.metadata["help"], default_text(f.default) or "none") for f in fields(Config)]
    return page(
        "Settings",
        f"Settings stand in a TOML file: `{FILE_NAME}` in the current folder, or the file that `--config` names. "
        "Options of a command go before the file, the file before the defaults. An unknown key is an error that names "
        "the nearest known one. No setting is read from environment variables.",
        f"```toml\n{EXAMPLE}\n```",
        table(("setting", "what it is", "default"), rows),
        "The settings `stages` and `stage`, and the packs in the folder `knowledge`, decide what is coded: their hash "
        "is stored with each run, and articles that were coded under others are coded again. The settings of each "
        "stage:",
        table(("section", "setting", "what it is", "default"), stage_settings()),
        "The settings of fetching, of a translator and of each followed feed; "
        "see [Live feeds](../guides/live-feeds.md) and [Your own corpus](../guides/own-corpus.md):",
        table(("section", "setting", "what it is", "default"), table_settings()),
    )


def stage_settings() -> Iterator[tuple[str, str, str, str]]:
    """Yield the settings of the registered stages."""
    for name in stage_names():
        stage = plugins.load("stages", name)
        said = attributes(stage)
        for f in fields(stage):
            yield f"`[stage.{name}]`", f"`{f.name}`", said[f.name], default_text(f.default)


def table_settings() -> Iterator[tuple[str, str, str, str]]:
    """Yield the settings of the tables that are no stages."""
    for name, shape in {**TABLES, "sources.NAME": FeedSource}.items():
        said = attributes(shape)
        for f in fields(shape):
            shown = "required" if f.default is MISSING else default_text(f.default)
            yield f"`[{name}]`", f"`{f.name}`", said[f.name], shown


def stage_names() -> list[str]:
    """Return the names of the registered stages: those of the default order, then others."""
    return [*DEFAULT_STAGES, *(name for name in plugins.names("stages") if name not in DEFAULT_STAGES)]


def stages_page() -> str:
    """Return the page of stages and other plugins."""
    rows = []
    for name in stage_names():
        stage = plugins.load("stages", name)
        rows.append((f"`{name}`", first_line(stage), code(sorted(stage.requires)), code(sorted(stage.assigns))))
    others = [
        (group, f"`{name}`", plugin_text(plugins.load(group, name)))
        for group in plugins.GROUPS if group != "stages" for name in plugins.names(group)
    ]  # fmt: skip
    return page(
        "Stages and other plugins",
        "The stages in their default order. A stage reads the layers it needs and writes the layers it assigns; an "
        "order in which a layer is needed before it is assigned is refused before any article is read.",
        table(("stage", "what it does", "needs", "assigns"), rows),
        "See [Add a stage](../guides/add-a-stage.md) for your own, and [Settings](settings.md) for theirs.",
        "## Readers, stores, runners, exporters, importers",
        "All are registered through entry points of the group `regesta.<kind>`, ours and those of others alike; "
        "`regesta plugins` lists what is installed.",
        table(("kind", "name", "what it is"), others),
    )


def plugin_text(plugin: Any) -> str:
    """Return what a plugin is; of a reader also the extensions it serves, of an exporter what a row is."""
    if isinstance(plugin, Importer):
        return f"{plugin.title}."
    if isinstance(plugin, Exporter):
        return f"{plugin.title}: {plugin.unit}. See [Exports](exports.md#{plugin_anchor(plugin.title)})."
    if isinstance(plugin, Reader):
        return f"{first_line(plugin.read)} Extensions: {code(filter(None, plugin.extensions))}."
    return first_line(plugin)


def plugin_anchor(title: str) -> str:
    """Return the anchor of a heading, as Markdown renderers make it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def errors_page() -> str:
    """Return the page of errors."""
    classes = [c for c in vars(errors).values() if inspect.isclass(c) and issubclass(c, errors.RegestaError)]
    tree = (errors.__doc__ or "").split("::\n")[1].split("\n\nTrouble")[0].strip("\n")
    return page(
        "Errors",
        "Trouble with the whole run (a setting, a data file, the store) raises an exception early; on the command line "
        "it is one line on standard error and exit code 1. Trouble with one article never raises: it becomes a "
        "*fault*, stored with the article, counted after each run and listed by `regesta query faults`. With "
        "`--strict` the first fault is raised as an `ArticleError`.",
        f"```text\n{inspect.cleandoc(tree)}\n```",
        table(("exception", "meaning"), [(f"`{c.__name__}`", first_line(c)) for c in classes]),
    )


def python_page() -> str:
    """Return the page of public names."""
    parts = [part for name in regesta.__all__ for part in name_parts(name, getattr(regesta, name))]
    return page(
        "Python",
        "The public names of the package `regesta`. Everything else may change without notice; plugins also use "
        "`regesta.model` and `regesta.errors`.",
        *parts,
        *filters_parts(),
    )


def name_parts(name: str, thing: object) -> Iterator[str]:
    """Yield the section of one public name."""
    yield f"## {name}"
    if isinstance(thing, str):
        yield "The version of the installed package, a string."
        return
    if inspect.isfunction(thing):
        yield f"```text\n{name}{inspect.signature(thing)}\n```"
    yield first_line(thing)
    section = "Args" if inspect.isfunction(thing) else "Attributes"
    if said := attributes(thing, section):
        yield table(
            ("argument" if section == "Args" else "attribute", "what it is"), [(f"`{k}`", v) for k, v in said.items()]
        )
    if given := returned(thing):
        yield f"Returns: {given}"
    if inspect.isclass(thing) and (methods := list(methods_of(thing))):
        yield table(("method", "what it does"), methods)


def methods_of(thing: type) -> Iterator[tuple[str, str]]:
    """Yield the public methods of a class with what they do."""
    for name, method in vars(thing).items():
        if inspect.isfunction(method) and not name.startswith("_") and method.__doc__:
            yield f"`{name}`", first_line(method)


def filters_parts() -> Iterator[str]:
    """Yield the sections of the filters that questions take."""
    for title, options in (
        ("Filters of entries and events", EventOptions),
        ("Filters of statements", StatementOptions),
    ):
        yield f"## {title}"
        yield table(("filter", "what it is"), [(f"`{k}`", v) for k, v in attributes(options).items()])


PAGES: Mapping[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "settings.md": settings_page,
    "stages.md": stages_page,
    "event-types.md": event_types_page,
    "triggers.md": triggers_page,
    "tables.md": tables_page,
    "exports.md": exports_page,
    "errors.md": errors_page,
    "python.md": python_page,
}


def check(target: Path = TARGET) -> list[str]:
    """Return the names of the pages that are not what would be written now."""
    return [name for name, make in PAGES.items() if not (target / name).is_file() or read(target / name) != make()]


def read(path: Path) -> str:
    """Return the text of a file."""
    return path.read_text(encoding="utf-8")


def build(target: Path = TARGET) -> None:
    """Write all pages."""
    target.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (target / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    if not sys.argv[1:]:
        build()
    elif stale := check():
        sys.exit(f"not current: {', '.join(stale)}; run `make docs`")
