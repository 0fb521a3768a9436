"""The register as files: JSON lines with everything, CSV with one row per entry."""

import csv
import json
from collections.abc import Iterable
from typing import TextIO

from regesta.export.records import entry_record
from regesta.model.entry import Entry
from regesta.model.event import Role

CSV_COLUMNS = (
    "id", "start", "end", "type", "mode", "cameo", "quad", "intensity", "actors", "actor_iso3", "recipients",
    "recipient_iso3", "place", "place_iso3", "lat", "lon", "status", "confidence", "support", "publishers", "quote",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def export_jsonl(entries: Iterable[Entry], out: TextIO) -> int:
    """Write entries as JSON lines; return how many."""
    count = 0
    for entry in entries:
        out.write(json.dumps(entry_record(entry), ensure_ascii=False) + "\n")
        count += 1
    return count


def export_csv(entries: Iterable[Entry], out: TextIO) -> int:
    """Write entries as RFC 4180 CSV with a header; several values in a cell are joined by "; ". Return how many."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    count = 0
    for entry in entries:
        writer.writerow([safe(cell) for cell in row(entry)])
        count += 1
    return count


def row(entry: Entry) -> list[object]:
    """Return an entry as the cells of one row."""
    record, best = entry_record(entry), entry.best
    date, place = record["date"] or {}, record["place"] or {}
    quote = next(r.citations[0].quote for r in entry.reports if r.event.id == best.id)
    return [
        entry.id, date.get("start"), date.get("end"), best.type, best.mode, best.cameo, best.quad, best.intensity,
        names(best.actors), codes(best.actors), names(best.recipients), codes(best.recipients), place.get("name"),
        place.get("iso3"), place.get("lat"), place.get("lon"), best.status, best.confidence, entry.support,
        "; ".join(entry.publishers), quote,
    ]  # fmt: skip


def names(roles: Iterable[Role]) -> str:
    """Return the names of participants."""
    return "; ".join(role.actor.name if role.actor else role.text for role in roles)


def codes(roles: Iterable[Role]) -> str:
    """Return the states of participants, "" for each unknown one."""
    return "; ".join((role.actor.iso3 or "") if role.actor else "" for role in roles)


def safe(cell: object) -> object:
    """Return a cell that spreadsheets do not take for a formula: text that begins like one gets an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
