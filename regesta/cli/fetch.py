"""`regesta fetch`: pages, feeds and sitemaps from the web, as articles in JSON lines."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.options import ConfigOption


def fetch(
    urls: Annotated[
        list[str] | None, typer.Argument(help="Addresses of pages, feeds (RSS, Atom) and sitemaps.")
    ] = None,
    listed: Annotated[
        list[Path] | None,
        typer.Option(
            "--list", help="List of addresses: lines, JSON, a table with a column url, GDELT's files; also zipped."
        ),
    ] = None,
    limit: int | None = typer.Option(None, "--limit", min=1, help="Most pages to fetch; all if not given."),
    config: ConfigOption = None,
) -> None:
    """Fetch articles from the web and write them as JSON lines, to be piped into `regesta run -`.

    Hosts are asked politely: robots.txt is obeyed, a second lies between two requests to one host, and private
    networks are never asked. This is the only command besides `regesta watch` that goes to the network.

    Example: regesta fetch https://example.org/feed.xml | regesta run -
    """
    from regesta.read.record import record_of
    from regesta.read.web.collect import collect
    from regesta.read.web.feeds import Listed
    from regesta.read.web.fetcher import Fetcher
    from regesta.read.web.url_lists import read_url_list
    from regesta.run.config import load_config

    wanted: list[str | Listed] = [*(urls or []), *(page for path in listed or [] for page in read_url_list(path))]
    if not wanted:
        raise typer.BadParameter("give addresses, or --list FILE")
    found = written = 0
    with Fetcher(load_config(config).fetch) as fetcher:
        for article in collect(wanted, fetcher, limit):
            found += 1
            for fault in article.faults:
                print(f"regesta: {fault.reason}", file=sys.stderr)
            if article.text:
                written += 1
                print(json.dumps(record_of(article), ensure_ascii=False), flush=True)
    print(f"regesta: {found} found, {written} read, {found - written} not read", file=sys.stderr)
