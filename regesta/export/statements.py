"""Who said what, for other programs: tables with the article of each statement, and JSON lines with everything."""

from regesta.export.columns.fields import columns_of
from regesta.export.columns.register_tables import STATEMENT_FIELDS
from regesta.export.entries import CSV, JSONL, PARQUET
from regesta.export.exporter import Exporter
from regesta.export.files.encoders import csv_of, itself, json_lines_of, parquet_of
from regesta.export.records.entries import statement_record
from regesta.export.records.fields import STATEMENT_RECORD_FIELDS
from regesta.model.entry import StatementReport

STATEMENTS_CSV = Exporter[StatementReport](
    title="CSV of statements",
    unit="one statement, with its speaker, words and article",
    suffix=".statements.csv",
    media_type=CSV.media_type,
    fields=columns_of(STATEMENT_FIELDS),
    encode=csv_of(STATEMENT_FIELDS, itself),
    of="statements",
)
STATEMENTS_PARQUET = Exporter[StatementReport](
    title="Apache Parquet of statements",
    unit="one statement; columns as in CSV, with real types",
    suffix=".statements.parquet",
    media_type=PARQUET.media_type,
    fields=columns_of(STATEMENT_FIELDS),
    encode=parquet_of(STATEMENT_FIELDS),
    is_text=False,
    of="statements",
)
STATEMENTS_JSONL = Exporter[StatementReport](
    title="JSON lines of statements",
    unit="one statement, with the spans of its words, speaker and cue",
    suffix=".statements.jsonl",
    media_type=JSONL.media_type,
    fields=STATEMENT_RECORD_FIELDS,
    encode=json_lines_of(statement_record),
    of="statements",
)
