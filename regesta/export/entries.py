"""The register in its own shape: JSON lines with everything, and tidy tables of entries, parties and citations."""

from regesta.export.columns.citations import CITATION_COLUMNS, citations_of
from regesta.export.columns.entries import ENTRY_COLUMNS
from regesta.export.columns.fields import columns_of
from regesta.export.columns.parties import PARTY_COLUMNS, parties_of
from regesta.export.exporter import Exporter
from regesta.export.files.encoders import csv_of, itself, json_lines_of, parquet_of
from regesta.export.records.entries import entry_record
from regesta.export.records.fields import RECORD_FIELDS
from regesta.model.entry import Entry

JSONL = Exporter[Entry](
    title="JSON lines with every report and citation",
    unit="one entry, with all its reports and the exact words of each",
    suffix=".jsonl",
    media_type="application/x-ndjson",
    fields=RECORD_FIELDS,
    encode=json_lines_of(entry_record),
)
CSV = Exporter[Entry](
    title="CSV of entries",
    unit="one entry, with its best values",
    suffix=".csv",
    media_type="text/csv; charset=utf-8; header=present",
    fields=columns_of(ENTRY_COLUMNS),
    encode=csv_of(ENTRY_COLUMNS, itself),
)
PARTIES_CSV = Exporter[Entry](
    title="CSV of parties, the long form",
    unit="one participant of one entry",
    suffix=".parties.csv",
    media_type=CSV.media_type,
    fields=columns_of(PARTY_COLUMNS),
    encode=csv_of(PARTY_COLUMNS, parties_of),
)
CITATIONS_CSV = Exporter[Entry](
    title="CSV of citations, the long form",
    unit="one cited passage of one report of one entry",
    suffix=".citations.csv",
    media_type=CSV.media_type,
    fields=columns_of(CITATION_COLUMNS),
    encode=csv_of(CITATION_COLUMNS, citations_of),
)
PARQUET = Exporter[Entry](
    title="Apache Parquet of entries",
    unit="one entry, with its best values; columns as in CSV, with real types and lists",
    suffix=".parquet",
    media_type="application/vnd.apache.parquet",
    fields=columns_of(ENTRY_COLUMNS),
    encode=parquet_of(ENTRY_COLUMNS),
    is_text=False,
)
