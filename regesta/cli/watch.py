"""`regesta watch` and `regesta status`: follow feeds, and tell how that goes."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from regesta.cli.options import ConfigOption, StoreOption, file_beside

if TYPE_CHECKING:
    from regesta.run.watch.status import SourceStatus

MOST_REASONS = 10  # told of each source
StateOption = Annotated[
    Path | None, typer.Option("--state", help="File in which a watch remembers; else beside the store, .watch added.")
]


def watch(
    feeds: Annotated[
        list[str] | None,
        typer.Argument(help="Addresses of feeds or news sitemaps; else the sources of the settings."),
    ] = None,
    store: StoreOption = None,
    state: StateOption = None,
    config: ConfigOption = None,
    once: Annotated[bool, typer.Option("--once", help="Read what is due and stop, as for cron.")] = False,
) -> None:
    """Follow feeds: what they list is fetched, coded, stored and joined, until you stop it.

    Stop or kill it at any time: the same command goes on where it stopped, and nothing is lost or stored twice. With
    --once the exit code is 1 when sources were asked and none answered.

    Example: regesta watch https://example.org/feed.xml --once
    """
    from dataclasses import replace

    from regesta.cli.clock import tell_if_behind
    from regesta.errors import ConfigError
    from regesta.read.web.fetcher import Fetcher
    from regesta.read.web.settings import FeedSource
    from regesta.run.config import load_config
    from regesta.run.watch.state import WatchState
    from regesta.run.watch.watch import Watch
    from regesta.store.store import open_store

    settings = load_config(config)
    settings = replace(settings, store=store or settings.store)
    sources = {url: FeedSource(url=url) for url in feeds or []} or dict(settings.sources)
    if not sources:
        raise ConfigError("no feeds: give their addresses, or name them in regesta.toml as [sources.NAME] with a url")
    with (
        open_store(settings.store) as opened,
        WatchState(state or file_beside(settings.store, "watch")) as remembered,
        Fetcher(settings.fetch) as fetcher,
    ):
        tell_if_behind(opened)
        remembered.set_sources(sources, datetime.now(UTC))
        watching = Watch(remembered, fetcher, opened, settings, on_round=tell)
        try:
            watching.run(once=once)
        except KeyboardInterrupt:
            print("regesta: stopped; the same command goes on from there", file=sys.stderr)
            raise
        if watching.answered is False:
            raise typer.Exit(1)


def tell(done: Any) -> None:
    """Print what a round of `regesta.run.watch` did, and why sources did not answer."""
    for name, trouble in done.troubles.items():
        print(f"regesta: {name}: {trouble}", file=sys.stderr)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    print(
        f"{now} {done.asked} feeds asked, {done.failed} failed, {done.listed} new pages, {done.stored} stored, "
        f"{done.known} already stored, {done.faults} without an article",
        file=sys.stderr,
        flush=True,
    )


def status(
    store: StoreOption = None,
    state: StateOption = None,
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object per source.")] = False,
) -> None:
    """Tell how a watch is doing: per source the lag, the rate, what waits, and faults by cause in the last day.

    Example: regesta status --store regesta.db
    """
    import json
    from dataclasses import asdict

    from regesta.run.config import load_config
    from regesta.run.watch.state import WatchState
    from regesta.run.watch.status import read_status

    settings = load_config(config)
    path = state or file_beside(store or settings.store, "watch")
    now = datetime.now(UTC)
    with WatchState(path, create=False) as remembered:
        found = read_status(remembered, now)
    if as_json:
        for each in found:
            print(json.dumps(asdict(each), default=datetime.isoformat))
        return
    for each in found:
        print(*status_lines(each, now), sep="\n")
    read, waiting = sum(each.read for each in found), sum(each.waiting for each in found)
    failing, failed = sum(bool(each.trouble) for each in found), sum(sum(each.retrying.values()) for each in found)
    more = f", {failed} of them after a failure" if failed else ""
    print(f"{len(found)} sources, {failing} failing, {read} read in a day, {waiting} waiting{more}")


def status_lines(source: "SourceStatus", now: datetime) -> Iterator[str]:
    """Yield the lines that tell how a source is doing."""
    from regesta.model.display import counted

    lag = span(source.lag_s) if source.lag_s is not None else "unknown"
    answered = f"answered {span((now - source.answered).total_seconds())} ago" if source.answered else "never answered"
    paused = "" if source.is_watched else " (not watched now)"
    rate = f"{source.per_hour:g}/h over the {span(source.watched_s)} watched" if source.per_hour is not None else ""
    read = f"{source.read} read in a day" + (
        f" ({rate or f'watched for {span(source.watched_s)}'})" if source.read else ""
    )
    yield f"{source.name}{paused}: {read}, lag {lag}, {answered}"
    if source.waiting and source.oldest_waiting:
        longest = span((now - source.oldest_waiting).total_seconds())
        yield f"  {source.waiting} waiting, the longest for {longest}"
    for reason, count in list(source.retrying.items())[:MOST_REASONS]:
        yield f"  {counted(count, 'page')} to be tried again: {reason}"
    if source.trouble:
        yield f"  failed {source.failures} times in a row: {source.trouble}; next try {source.due.isoformat()}"
    for reason, count in list(source.reasons.items())[:MOST_REASONS]:
        told = reason.removeprefix("coding: ")
        yield f"  {counted(count, 'page')} {'without an article' if told == reason else 'read, but'}: {told}"


def span(seconds: float) -> str:
    """Return a time span in its largest unit: "3 min"."""
    for unit, size in (("d", 86_400), ("h", 3600), ("min", 60)):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"
