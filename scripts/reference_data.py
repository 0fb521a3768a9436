"""Reference pages of what the data files and the tables of the store hold, for `scripts/build_reference.py`."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from reference_markdown import code, page, table

from regesta import plugins
from regesta.coding.triggers.candidates import BLOCKING
from regesta.ontology.actor_sectors import SectorFile
from regesta.ontology.event_types import QUADS, EventType, load_cameo, load_ontology
from regesta.ontology.load import DATA, read_yaml
from regesta.ontology.load import version as ontology_version
from regesta.ontology.triggers import Trigger, TriggerFile
from regesta.query.views import load_views
from regesta.store.sql.tables import REVISION, metadata


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
        f"Entries of a confidence below {BLOCKING} only speak against a reading (\"killed in a crash\" is no attack).",
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
        f"The tables of a store, revision `{REVISION}`. Any program that reads SQLite or PostgreSQL can read them, for "
        "example R or DuckDB; write only through Regesta. An entry of the register is in no table: it is computed from "
        "events and judgements when it is read.",
        *parts,
    )


def exports_page() -> str:
    """Return the page of export formats: the data dictionary of each."""
    parts = []
    for name in plugins.names("exporters"):
        exporter = plugins.load("exporters", name)
        parts.append(f"## {exporter.title}")
        parts.append(
            f"`regesta export --format {name}`, file name `*{exporter.suffix}`, media type "
            f"`{exporter.media_type}`. One row or record is {exporter.unit}."
        )
        rows = [(f"`{f.name}`", f.kind, f.meaning, f.source or "always empty") for f in exporter.fields]
        parts.append(table(("name", "type", "meaning", "source"), rows))
    return page(
        "Exports",
        "Every format of `regesta export`, with what each column or key holds and what of an entry it is taken from. "
        "*Best report* is the article whose values the entry shows. `regesta export --dictionary FORMAT` prints the "
        "same as tab-separated columns. How to choose and load them: [Export](../guides/export.md).",
        *parts,
    )


def column_text(column: Any) -> str:
    """Return what a column holds: its comment, its key, the column it refers to."""
    refers = [f"`{key.target_fullname}`" for key in column.foreign_keys]
    parts = (column.comment, "Key." if column.primary_key else "", f"Refers to {refers[0]}." if refers else "",
             "May be null." if column.nullable and not column.primary_key else "")  # fmt: skip
    return " ".join(filter(None, parts))
