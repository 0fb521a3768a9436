"""`regesta read`: files in, articles out, without coding them."""

import json
import sys

from regesta.cli.options import ColumnOption, ConfigOption, DateOrderOption, SourcesArgument, columns_of


def read(
    sources: SourcesArgument,
    config: ConfigOption = None,
    column: ColumnOption = None,
    date_order: DateOrderOption = None,
) -> None:
    """Read articles and write them as JSON lines, to be piped into `regesta code -`.

    The last line on standard error counts what was found, read and not read; each line above it says why.

    Example: regesta read examples/rhine-post | regesta code - > coded.jsonl
    """
    from regesta.read.record import record_of
    from regesta.read.sources import read_sources
    from regesta.run.config import load_config

    found = written = 0
    settings = load_config(config)
    columns = columns_of(column, settings.columns)
    for article in read_sources(sources, columns, order=date_order or settings.date_order):
        found += 1
        for fault in article.faults:
            print(f"regesta: {fault.reason}", file=sys.stderr)
        if article.text:
            written += 1
            print(json.dumps(record_of(article), ensure_ascii=False))
    print(f"regesta: {found} found, {written} read, {found - written} not read", file=sys.stderr)
