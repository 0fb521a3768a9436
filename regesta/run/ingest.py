"""Reads, codes and stores articles, then judges which events are one happening and which statements one utterance."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from functools import partial
from itertools import islice

from regesta.dedupe.block import blocks_of
from regesta.dedupe.block_statements import statement_block_keys
from regesta.model.article import Article
from regesta.ontology.load import version as ontology_version
from regesta.query.clusters.corrected import corrected_article, read_corrections
from regesta.resolve.persons.learning import offices_seen
from regesta.run.config import Config
from regesta.run.judge_fresh import judge_fresh
from regesta.run.kept import Kept
from regesta.run.learned import learned_by_now
from regesta.run.pipeline import Pipeline
from regesta.run.processes import Processes
from regesta.run.report import RunReport
from regesta.run.runner import Runner
from regesta.run.serial import Serial
from regesta.store.runs import RunSettings
from regesta.store.store import Store, shown_address
from regesta.store.view import View
from regesta.version import __version__

BATCH_ARTICLES = 64  # articles per transaction: what a killed run loses at most
LOOKED_UP = 32  # articles looked up at a time: as many as are coded at a time
NOT_KEPT = frozenset({"fetch", "sources", "translate"})  # code nothing, and may name keys of services
Progress = Callable[[RunReport], None]
Unseen = Callable[[Iterable[Article]], Iterator[Article]]
Coding = Callable[[Pipeline, Unseen], Iterable[Article]]


def runner_for(processes: int) -> Runner:
    """Return the runner for a number of worker processes."""
    return Serial() if processes <= 1 else Processes(processes)


def settings_of(config: Config) -> RunSettings:
    """Return what decides how articles are coded: configuration, ontology and program. No password is kept."""
    told = asdict(replace(config, store=shown_address(config.store)))
    kept = {name: value for name, value in told.items() if name not in NOT_KEPT}
    return RunSettings(
        config_hash=config.digest(),
        ontology_version=ontology_version(),
        regesta_version=__version__,
        config=json.dumps(kept, sort_keys=True, default=str),
    )


def ingest(
    articles: Iterable[Article], store: Store, config: Config, on_progress: Progress, kept: Kept | None = None
) -> RunReport:
    """Code articles that the store does not have, store them, and judge what they report against all others.

    Articles are stored in batches of one transaction each, so a killed run keeps what it had stored; the next run skips
    those and judges, once, what the killed one left unjudged.

    Args:
        articles: What `read` yields.
        store: Where they go.
        config: Settings of the coder.
        on_progress: Called with the running counts after every batch.
        kept: What earlier runs of this program saw of the store, brought up to date; None for nothing.

    Raises:
        ConfigError: The settings describe no pipeline.
        StoreError: The store cannot be written.
    """
    runner = runner_for(config.processes)

    def coding(pipeline: Pipeline, unseen: Unseen) -> Iterator[Article]:
        return runner.map(pipeline, unseen(articles))

    return take_in(store, config, on_progress, coding, kept)


def take_in(store: Store, config: Config, on_progress: Progress, code: Coding, kept: Kept | None = None) -> RunReport:
    """Store what is coded and judge it; see `ingest`.

    Args:
        store: Where articles go.
        config: Settings of the coder.
        on_progress: Called with the running counts after every batch.
        code: Given a pipeline, and a function that counts articles and leaves out those that the store has, yields
            coded articles that it has not.
        kept: What earlier runs of this program saw of the store; None for nothing.
    """
    report, began, kept = RunReport(), time.monotonic(), kept or Kept()
    with store.view() as view:  # a wrong setting is told before anything is written
        settings, pipeline = settings_of(config), config.pipeline(learned=learned_by_now(view, kept))
    with store.writer() as writer:
        run = writer.start_run(settings, writer.now)
    coded = iter(code(pipeline, partial(unseen, store=store, settings=settings, report=report)))
    while batch := list(islice(coded, BATCH_ARTICLES)):
        store_batch(store, run, batch, report)
        report.seconds = time.monotonic() - began
        on_progress(report)
    with store.view() as view:
        report.clashes = {id: origins_of(id, view) for id in report.clashes}
    judge_fresh(store, report, kept)
    report.seconds = time.monotonic() - began
    with store.writer() as writer:
        writer.finish_run(run, writer.now, report.summary())
    on_progress(report)
    return report


def unseen(articles: Iterable[Article], store: Store, settings: RunSettings, report: RunReport) -> Iterator[Article]:
    """Yield the articles that the store does not have under these settings, and count all.

    Each few are looked up in a view of their own: under one that is open as long as a run SQLite cannot use its
    write-ahead log anew, and a run of 180,000 articles made one of 47 GB.
    """
    rest = iter(articles)
    while batch := list(islice(rest, LOOKED_UP)):
        with store.view() as view:
            held = [view.holds(settings, article) for article in batch]
        report.read += len(batch)
        for article in batch:
            report.meet(article)
        report.skipped += sum(held)
        yield from (article for article, is_held in zip(batch, held, strict=True) if not is_held)


def origins_of(article_id: str, view: View) -> tuple[str, ...]:
    """Return where the versions of an article come from, the oldest first."""
    return tuple(dict.fromkeys(version.source.origin or "unknown" for version in view.versions(article_id)))


def store_batch(store: Store, run: int, batch: list[Article], report: RunReport) -> None:
    """Store coded articles with the block keys of their events and statements in one transaction."""
    with store.writer() as writer:
        told = {event.id for article in batch for event in article.events}
        corrections = read_corrections(writer.view(), told)  # where an earlier version has the same event
        for article in batch:
            if writer.add_article(run, article):
                report.count(article)
                writer.set_offices(article.id, offices_seen(article))
                writer.set_blocks(blocks_of(corrected_article(article, corrections)))
                day = article.source.day
                said = {statement.id: statement_block_keys(statement, day) for statement in article.statements}
                writer.set_blocks(said, "statement")
            else:
                report.skipped += 1
        for article in read_at_last(writer.view(), run, batch):
            writer.add_article(run, article)


def read_at_last(view: View, run: int, batch: list[Article]) -> list[Article]:
    """Return, without their faults, what earlier runs could not read where an article of the batch was read from."""
    origins = {article.source.origin for article in batch if article.text and article.source.origin != article.id}
    last = [version for origin in sorted(filter(None, origins)) for version in view.versions(origin)[-1:]]
    stored = [view.article(version.id) for version in last if version.faults and version.run != run]
    return [replace(article, faults=()) for article in stored if article and not article.text]
