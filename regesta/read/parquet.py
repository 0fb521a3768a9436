"""Parquet tables to articles, a few rows at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from regesta.model.article import Article
from regesta.read import record
from regesta.read.bounded import seekable
from regesta.read.reader import Document, reads
from regesta.read.record import article_of_record, unreadable, with_columns
from regesta.read.tables import folded, header_trouble

BATCH_ROWS = 64
MAX_GROUP_BYTES = 4 * 1024**3  # of one row group, unpacked; writers make 128 MiB
MAX_COPIED_BYTES = 8 * 1024**3  # of a table in an archive or a pipe, which is copied to be searched
FIELDS = frozenset(
    {
        *record.TEXT_FIELDS, *record.SUMMARY_FIELDS, *record.TITLE_FIELDS, *record.PUBLISHED_FIELDS,
        *record.PUBLISHER_FIELDS, *record.URL_FIELDS, *record.ID_FIELDS, *record.BYLINE_FIELDS,
        *record.RETRIEVED_FIELDS, *record.RAW_HASH_FIELDS, "published_basis",
    }
)  # fmt: skip


@reads(".parquet", ".pq")
def read_parquet(document: Document) -> Iterator[Article]:
    """Yield one article per row of a Parquet table."""
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415 - an optional library of 170 MB
    except ImportError:
        yield unreadable(document.source(None), "Parquet needs pyarrow: pip install 'regesta[parquet]'")
        return
    with seekable(document.stream, MAX_COPIED_BYTES) as stream:
        if stream is None:
            over = f"over {MAX_COPIED_BYTES >> 30} GiB in an archive or pipe: not read"
            yield unreadable(document.source(None), over)
            return
        with pq.ParquetFile(stream) as table:
            if trouble := table_trouble(table, document.columns):
                yield unreadable(document.source(None), trouble)
            else:
                yield from read_rows(table, document)


def table_trouble(table: Any, columns: Mapping[str, str]) -> str | None:
    """Return why no articles can be made of a table; None when they can."""
    groups = [table.metadata.row_group(number).total_byte_size for number in range(table.num_row_groups)]
    if max(groups, default=0) > MAX_GROUP_BYTES:
        return f"has a row group of over {MAX_GROUP_BYTES >> 30} GiB: write the table in smaller ones"
    return header_trouble(table.schema_arrow.names, columns)


def read_rows(table: Any, document: Document) -> Iterator[Article]:
    """Yield one article per row; columns that no field is made of are not read."""
    columns = document.columns
    wanted = [name for name in table.schema_arrow.names if name.lower() in FIELDS or name in columns.values()]
    number = 0
    for batch in table.iter_batches(BATCH_ROWS, columns=wanted, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            source = replace(document.source(None), origin=f"{document.name}:{number}")
            yield article_of_record(with_columns(folded(row), columns, document.order), source)
