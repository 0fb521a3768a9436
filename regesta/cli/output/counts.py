"""What `regesta counts` writes."""

from pathlib import Path

from regesta.cli.output.files import text_to
from regesta.errors import ConfigError
from regesta.export.destination import whole_file
from regesta.export.files.table_arrow import parquet_pieces
from regesta.export.files.table_text import row_texts, write_csv, write_json
from regesta.model.display import table_text
from regesta.query.count_options import about
from regesta.query.counts.count_table import Counts

FORMATS = ("table", "csv", "json", "parquet")


def write_counts(found: Counts, chosen: str, out: Path | None) -> None:
    """Write counts in a format, to a file or to standard output.

    Raises:
        ConfigError: Parquet without a file, or without its library; the file's folder is missing, or it is a folder.
    """
    if chosen == "parquet":
        if out is None:
            raise ConfigError("parquet is no text: name a file with --output counts.parquet")
        with whole_file(out) as file:
            file.writelines(parquet_pieces(found.table))
        return
    with text_to(out) as stream:
        if chosen == "csv":
            write_csv(found.table, stream, for_spreadsheets=True)
        elif chosen == "json":
            write_json(about(found), found.table, stream)
        else:
            rows = [tuple(row_texts(row)) for row in found.table.rows]
            stream.write(table_text(found.table.names, rows) + "\n")
