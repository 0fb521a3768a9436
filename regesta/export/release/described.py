"""Describes a release for people and programs: data package, dictionary, citation, licence note."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from regesta.export.release.plan import Plan
from regesta.export.release.sheets import Sheet, csv_path, parquet_path
from regesta.version import __version__

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
TYPES = {"text": "string", "integer": "integer", "number": "number", "day": "date", "yes or no": "boolean"}
LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
}


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pretty(value: object) -> str:
    """Return JSON for people."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def data_package(plan: Plan, created: datetime, resources: list[dict[str, Any]]) -> str:
    """Return `datapackage.json`, after version 2.0 of the Data Package standard."""
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": f"regesta-{plan.name.lower()}",
        "title": plan.title,
        "version": plan.name,
        "created": moment_text(created),
        "description": "Events and statements coded from news by Regesta, each with the words it rests on.",
        "keywords": ["event data", "international relations", "PLOVER", "CAMEO"],
        "contributors": [{"title": name, "roles": ["author"]} for name in plan.compilers],
        "resources": resources,
        "regesta_version": __version__,
    }
    if plan.licence:
        known = {"path": LICENCES[plan.licence]} if plan.licence in LICENCES else {}
        package["licenses"] = [{"name": plan.licence, **known}]
    return pretty(package)


def resources_of(sheet: Sheet[Any], folder: Path, plan: Plan, rows: int) -> Iterator[dict[str, Any]]:
    """Yield the resources of a data package that a table is: CSV with its schema, and Parquet."""
    path = csv_path(folder, sheet.name)
    yield {
        "name": sheet.name,
        "title": sheet.meaning,
        "type": "table",
        "path": path.relative_to(folder).as_posix(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **measured(path),
        "rows": rows,
        "schema": schema_of(sheet),
    }
    if plan.parquet:
        path = parquet_path(folder, sheet.name)
        yield {
            "name": f"{sheet.name}-parquet",
            "title": f"The same as Parquet: {sheet.meaning}",
            "path": path.relative_to(folder).as_posix(),
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            **measured(path),
        }


def measured(path: Path) -> dict[str, Any]:
    """Return size and hash of a file."""
    return {"bytes": path.stat().st_size, "hash": f"sha256:{sha256_of(path)}"}


def schema_of(sheet: Sheet[Any]) -> dict[str, Any]:
    """Return a table schema."""
    keys: dict[str, Any] = {"primaryKey": list(sheet.key)} if sheet.key else {}
    foreign = [
        {"fields": [column], "reference": {"resource": table, "fields": [other]}}
        for column, table, other in sheet.refers
    ]
    return {
        "$schema": SCHEMA,
        "fields": [{"name": c.name, "type": TYPES[c.kind], "description": c.meaning} for c in sheet.columns],
        **keys,
        **({"foreignKeys": foreign} if foreign else {}),
        "missingValues": [""],
    }


def dictionary(plan: Plan, sheets: tuple[Sheet[Any], ...], counts: Mapping[str, int]) -> str:
    """Return the data dictionary: every table and column with its meaning."""
    lines = [f"# Data dictionary of {plan.title}, {plan.name}", ""]
    lines += [
        "Every table is in `csv/` (RFC 4180, UTF-8, cells verbatim, empty for null)"
        + (" and in `parquet/` (typed, null for null)." if plan.parquet else "."),
        "Offsets are Unicode code points from 0, the end not included; days are UTC, last days included.",
        "",
    ]
    for sheet in sheets:
        lines += [f"## {sheet.name}", "", f"{sheet.meaning} {counts[sheet.name]:,} rows.", ""]
        lines += ["| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{c.name}` | {TYPES[c.kind]} | {c.meaning} |" for c in sheet.columns]
        for column, table, other in sheet.refers:
            lines += ["", f"`{column}` refers to `{other}` of `{table}`."]
        lines.append("")
    return "\n".join(lines)


def citation_file(plan: Plan, created: datetime) -> str:
    """Return `CITATION.cff`, after version 1.2.0 of the Citation File Format; JSON strings are YAML strings too."""
    lines = [
        "cff-version: 1.2.0",
        f"message: {quoted('Please cite this data set as below, with its version.')}",
        "type: dataset",
        f"title: {quoted(plan.title)}",
        f"version: {quoted(plan.name)}",
        f"date-released: {quoted(created.date().isoformat())}",
        *([f"license: {quoted(plan.licence)}"] if plan.licence else []),
        "authors:",
        *(f"  - name: {quoted(name)}" for name in plan.compilers),
        "references:",
        "  - type: software",
        '    title: "Regesta"',
        f"    version: {quoted(__version__)}",
        "    authors:",
        '      - name: "The Regesta authors"',
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return text as a double-quoted scalar of YAML."""
    return json.dumps(text, ensure_ascii=False)


def licence_note(plan: Plan) -> str:
    """Return the note on whose this is."""
    given = (
        f"The compilers give the coded data (types, parties, dates, places, judgements) under {plan.licence}."
        if plan.licence
        else "The compilers have named no licence for the coded data; ask them before you pass it on."
    )
    texts = (
        "This release holds the full texts of articles. They belong to their publishers; do not pass them on without "
        "their leave."
        if plan.texts
        else "The texts of the articles are not in this release."
    )
    return (
        f"# Whose this is\n\n{given}\n\n"
        "Headlines and the words in `quote`, `words`, `trigger`, `text` and `cue` belong to the publishers of the "
        "articles. They are quoted so that every value can be checked.\n\n"
        f"{texts}\n\n"
        "Names and coordinates of places: GeoNames, https://www.geonames.org, CC BY 4.0. Event types, modes and "
        "intensity: PLOVER, Open Event Data Alliance, CC BY-SA 4.0.\n"
    )


def read_me(plan: Plan, created: datetime, counts: Mapping[str, int]) -> str:
    """Return the first file to read."""
    rows = "".join(f"- `{name}`: {count:,} rows\n" for name, count in counts.items())
    return (
        f"# {plan.title}, {plan.name}\n\n"
        f"The register as of {moment_text(created)}, coded by Regesta {__version__}.\n\n{rows}\n"
        "`DICTIONARY.md` explains every column, `datapackage.json` says the same to programs, `CITATION.cff` how to "
        "cite, `LICENSE.md` whose the words are, `CHANGES.md` what changed. `sha256sum -c SHA256SUMS` checks the "
        "files.\n\nCounts follow attention: a rise may be a war or a new source. `articles` lists everything that was "
        "read, those articles too in which nothing was found.\n"
    )


def moment_text(moment: datetime) -> str:
    """Return a UTC time as ISO 8601 with a Z."""
    return moment.isoformat().replace("+00:00", "Z")
