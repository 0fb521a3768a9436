"""The register in its own shape: JSON lines with everything, and tidy tables of entries, parties and citations."""

from regesta.export.citation_columns import CITATION_COLUMNS, citations_of
from regesta.export.entry_columns import ENTRY_COLUMNS
from regesta.export.exporter import Exporter, fields_of
from regesta.export.party_columns import PARTY_COLUMNS, parties_of
from regesta.export.record_fields import RECORD_FIELDS
from regesta.export.records import entry_record
from regesta.export.separated import Table, csv_of, json_lines_of

JSONL = Exporter(
    title="JSON lines with every report and citation",
    unit="one entry, with all its reports and the exact words of each",
    suffix=".jsonl",
    media_type="application/x-ndjson",
    fields=RECORD_FIELDS,
    encode=json_lines_of(lambda entry: (entry_record(entry),)),
)
CSV = Exporter(
    title="CSV of entries",
    unit="one entry, with its best values",
    suffix=".csv",
    media_type="text/csv; charset=utf-8; header=present",
    fields=fields_of(ENTRY_COLUMNS),
    encode=csv_of(Table(ENTRY_COLUMNS, lambda entry: (entry,))),
)
PARTIES_CSV = Exporter(
    title="CSV of parties, the long form",
    unit="one participant of one entry",
    suffix=".parties.csv",
    media_type=CSV.media_type,
    fields=fields_of(PARTY_COLUMNS),
    encode=csv_of(Table(PARTY_COLUMNS, parties_of)),
)
CITATIONS_CSV = Exporter(
    title="CSV of citations, the long form",
    unit="one cited passage of one report of one entry",
    suffix=".citations.csv",
    media_type=CSV.media_type,
    fields=fields_of(CITATION_COLUMNS),
    encode=csv_of(Table(CITATION_COLUMNS, citations_of)),
)
