"""Writes the reference pages of the documentation from the code and data they describe.

python scripts/build_reference.py            write docs/reference/*.md
python scripts/build_reference.py --check    exit 1 when a page is not what would be written
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from statistics import median
from typing import Any

import typer
from reference_markdown import attributes, code, default_text, first_line, page, returned, table

import regesta
from regesta import errors, plugins
from regesta.cli.main import app
from regesta.ontology.actor_sectors import SectorFile
from regesta.ontology.event_types import EventType, load_cameo, load_ontology
from regesta.ontology.load import DATA, read_yaml
from regesta.ontology.load import version as ontology_version
from regesta.ontology.triggers import Trigger, TriggerFile
from regesta.query.views import load_views
from regesta.read.reader import Reader
from regesta.run.config import DEFAULT_STAGES, FILE_NAME, Config
from regesta.store.tables import REVISION, metadata

TARGET = Path(__file__).parent.parent / "docs" / "reference"
BLOCKING = 0.1  # entries below it only keep others off their word; as in regesta.coding.events
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


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
        said, _, example = (command.help or "").partition("Example: ")
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
    example = 'store = "register.db"\nprocesses = 2\n\n[stage.parse]\nmax_chars = 100000\n\n[stage.events]\nmin_confidence = 0.5'
    return page(
        "Settings",
        f"Settings stand in a TOML file: `{FILE_NAME}` in the current folder, or the file that `--config` names. Options "
        "of a command go before the file, the file before the defaults. An unknown key is an error that names the "
        "nearest known one. No setting is read from environment variables.",
        f"```toml\n{example}\n```",
        table(("setting", "what it is", "default"), rows),
        "The settings `stages` and `stage` decide what is coded: their hash is stored with each run, and articles that "
        "were coded under other settings are coded again. The settings of each stage:",
        table(("section", "setting", "what it is", "default"), stage_settings()),
    )


def stage_settings() -> Iterator[tuple[str, str, str, str]]:
    """Yield the settings of the registered stages."""
    for name in stage_names():
        stage = plugins.load("stages", name)
        said = attributes(stage)
        for f in fields(stage):
            yield f"`[stage.{name}]`", f"`{f.name}`", said[f.name], default_text(f.default)


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
        "The stages in their default order. A stage reads the layers it needs and writes the layers it assigns; an order "
        "in which a layer is needed before it is assigned is refused before any article is read.",
        table(("stage", "what it does", "needs", "assigns"), rows),
        "See [Add a stage](../guides/add-a-stage.md) for your own, and [Settings](settings.md) for theirs.",
        "## Readers, stores, runners, exporters",
        "All are registered through entry points of the group `regesta.<kind>`, ours and those of others alike; "
        "`regesta plugins` lists what is installed.",
        table(("kind", "name", "what it is"), others),
    )


def plugin_text(plugin: Any) -> str:
    """Return what a plugin is; of a reader also the extensions it serves."""
    if isinstance(plugin, Reader):
        return f"{first_line(plugin.read)} Extensions: {code(plugin.extensions)}."
    return first_line(plugin)


def event_types_page() -> str:
    """Return the page of event types, contexts, sectors and named views."""
    ontology = load_ontology()
    sectors = read_yaml(DATA / "sectors.yaml", SectorFile).sectors
    parts = [part for name, event_type in ontology.event_types.items() for part in event_type_parts(name, event_type)]
    views = [(f"`{name}`", view.title, view.description) for name, view in load_views().items()]
    return page(
        "Event types",
        f"Version {ontology_version()} of the ontology: {len(ontology.event_types)} event types after PLOVER, with "
        "their modes, and the CAMEO codes that lead to each. What they mean in practice: "
        "[Events](../concepts/events.md).",
        table(
            ("type", "quad class", "intensity", "recipient required", "default CAMEO code"),
            [
                (f"[{name}](#{name.lower()})", f"{t.quad}, {QUADS[t.quad - 1]}", t.intensity,
                 "yes" if t.recipient_required else "no", f"`{t.cameo}`")
                for name, t in ontology.event_types.items()
            ],
        ),
        *parts,
        "## Contexts",
        "What an event is about, beside its type; an event has any number of them: " + code(ontology.contexts) + ".",
        "## Sectors",
        table(("sector", "meaning"), [(f"`{key}`", meaning) for key, meaning in sectors.items()]),
        "## Named views",
        "Kinds of event that `regesta query entries --view` takes by name.",
        table(("view", "title", "what belongs to it"), views),
    )  # fmt: skip


def event_type_parts(name: str, event_type: EventType) -> Iterator[str]:
    """Yield the section of one event type."""
    yield f"### {name}"
    yield event_type.description
    yield f"- modes: {code(event_type.modes)}\n- roles declared beside actor and recipient: {code(event_type.roles)}"
    codes = [c for c in load_cameo().values() if c.event_type == name]
    yield table(
        ("CAMEO", "its name there", "mode", "contexts"),
        [(f"`{c.code}`", c.description, c.mode or "", ", ".join(c.contexts)) for c in codes],
    )


def triggers_page() -> str:
    """Return the page of counts of trigger entries."""
    by_type = {name: read_yaml(DATA / "triggers" / f"{name}.yaml", TriggerFile) for name in load_ontology().event_types}
    rows = [
        (f"[{name}](event-types.md#{name.lower()})", *trigger_counts(file.triggers)) for name, file in by_type.items()
    ]
    total = trigger_counts([trigger for file in by_type.values() for trigger in file.triggers])
    return page(
        "Triggers",
        "How many trigger entries each event type has. An entry is a group of words that behave alike; the files are "
        "`regesta/ontology/data/triggers/<TYPE>.yaml`, and [Add a trigger](../guides/add-a-trigger.md) explains them. "
        f"Entries of a confidence below {BLOCKING} only block a reading (\"killed in a crash\" is no attack).",
        table(
            ("type", "entries", "of them blocking", "verbs", "nouns", "adjectives", "with a CAMEO code of their own",
             "median confidence"),
            [*rows, ("**all**", *total)],
        ),
        "Verbs, nouns and adjectives count distinct head words; one word may have several entries, told apart by what "
        "stands around it.",
    )  # fmt: skip


def trigger_counts(triggers: Sequence[Trigger]) -> tuple[object, ...]:
    """Return the counts of some trigger entries."""
    firing = [trigger for trigger in triggers if trigger.confidence >= BLOCKING]
    words = [
        len({lemma for t in firing if t.pos == pos for lemma in t.lemmas}) for pos in ("verb", "noun", "adjective")
    ]
    coded = sum(trigger.cameo is not None for trigger in firing)
    return len(triggers), len(triggers) - len(firing), *words, coded, f"{median(t.confidence for t in firing):.2f}"


def tables_page() -> str:
    """Return the page of the tables of the store."""
    parts = []
    for name, stored in metadata.tables.items():
        parts.append(f"## {name}")
        rows = [(f"`{c.name}`", str(c.type).lower(), column_text(c)) for c in stored.columns]
        parts.append(table(("column", "type", "what it is"), rows))
    return page(
        "Tables of the store",
        f"The tables of a store, revision `{REVISION}`. Read them with any program that reads SQLite, for example R or "
        "DuckDB; write only through Regesta. An entry of the register is in no table: it is computed from events and "
        "judgements when it is read.",
        *parts,
    )


def column_text(column: Any) -> str:
    """Return what a column holds: its comment, its key, the column it refers to."""
    refers = [f"`{key.target_fullname}`" for key in column.foreign_keys]
    parts = (column.comment, "Key." if column.primary_key else "", f"Refers to {refers[0]}." if refers else "",
             "May be null." if column.nullable and not column.primary_key else "")  # fmt: skip
    return " ".join(filter(None, parts))


def errors_page() -> str:
    """Return the page of errors."""
    classes = [c for c in vars(errors).values() if inspect.isclass(c) and issubclass(c, errors.RegestaError)]
    tree = (errors.__doc__ or "").split("::\n")[1].split("\n\nTrouble")[0].strip("\n")
    return page(
        "Errors",
        "Trouble with the whole run (a setting, a data file, the store) raises an exception early; on the command line it "
        "is one line on standard error and exit code 1. Trouble with one article never raises: it becomes a *fault*, "
        "which is stored with the article, counted after each run and listed by `regesta query faults`. `--strict` turns "
        "the first fault into an `ArticleError`.",
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


PAGES: Mapping[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "settings.md": settings_page,
    "stages.md": stages_page,
    "event-types.md": event_types_page,
    "triggers.md": triggers_page,
    "tables.md": tables_page,
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
