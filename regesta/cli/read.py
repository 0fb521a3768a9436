"""`regesta read`: files in, articles out, without coding them."""

import json
import sys

import typer

from regesta.cli.options import SourcesArgument


def read(sources: SourcesArgument) -> None:
    """Read articles and write them as JSON lines, to be piped into `regesta code -`.

    Example: regesta read examples/rhine-post | regesta code - > coded.jsonl
    """
    from regesta.read.sources import read_sources

    for article in read_sources(sources):
        source = article.source
        row = {
            "id": article.id,
            "title": article.title,
            "published": source.published.isoformat() if source.published else None,
            "publisher": source.publisher,
            "url": source.url,
            "text": article.text,
        }
        for fault in article.faults:
            print(f"regesta: {fault.reason}", file=sys.stderr)
        if article.text:
            print(json.dumps({key: value for key, value in row.items() if value is not None}, ensure_ascii=False))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(read)
