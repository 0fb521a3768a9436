"""Writes to an SQL database inside one transaction."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, TableClause, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from regesta.errors import StoreError
from regesta.model.article import Article
from regesta.model.entity import Actor, Place
from regesta.model.event import Event
from regesta.model.judgement import Judgement
from regesta.model.statement import Statement
from regesta.store import rows, tables
from regesta.store.rows import Row
from regesta.store.runs import RunSettings, version_of
from regesta.store.sql_runs import settings_of_run


@dataclass
class SqlWriter:
    """One transaction; see `regesta.store.store.Writer`. Its owner begins and ends the transaction."""

    connection: Connection
    settings: dict[int, RunSettings] = field(default_factory=dict)  # of the runs written to
    written: set[int] = field(default_factory=set)  # keys of the actors and places written or met

    def start_run(self, settings: RunSettings, started: datetime) -> int:
        """Begin a run and return its number."""
        run = self._next_key(tables.runs.c.id)
        row = {
            "id": run,
            "started": started.isoformat(),
            "config_hash": settings.config_hash,
            "ontology_version": settings.ontology_version,
            "regesta_version": settings.regesta_version,
            "config": settings.config,
            "summary": "{}",
        }
        self._insert(tables.runs, [row])
        return run

    def finish_run(self, run: int, finished: datetime, summary: Mapping[str, int]) -> None:
        """Note that a run has ended, and its counts."""
        values = {"finished": finished.isoformat(), "summary": json.dumps(dict(summary))}
        self.connection.execute(update(tables.runs).where(tables.runs.c.id == run).values(values))

    def add_article(self, run: int, article: Article) -> bool:
        """Store an article and what it reports; False when the store has this version."""
        version = version_of(article, self._settings(run))
        articles = tables.articles
        if self.connection.scalar(select(articles.c.key).where(articles.c.version == version)) is not None:
            return False
        check_storable(article)
        self.connection.execute(update(articles).where(articles.c.id == article.id).values(is_current=False))
        self._add_names(tables.actors, map(rows.actor_row, rows.actors_of(article)))
        self._add_names(tables.places, map(rows.place_row, rows.places_of(article)))
        key = self._next_key(articles.c.key)
        row = rows.article_row(article) | {"key": key, "version": version, "is_current": True, "run": run}
        self._insert(articles, [row | {"text": self._add_text(article)}])
        self._insert(tables.article_words, [{"rowid": key, "title": article.title or "", "text": article.text}])
        faults = [
            {"article": key, "position": i, "stage": fault.stage, "reason": fault.reason}
            for i, fault in enumerate(article.faults)
        ]
        self._insert(tables.faults, faults)
        self._add_events(key, article)
        self._add_statements(key, article)
        return True

    def set_blocks(self, keys: Mapping[str, Iterable[str]]) -> None:
        """Set the block keys of events, by event id, in place of those they had."""
        events = tables.events
        found = self.connection.execute(select(events.c.key, events.c.id).where(events.c.id.in_(keys))).all()
        self.connection.execute(delete(tables.blocks).where(tables.blocks.c.event.in_([key for key, _ in found])))
        block_rows = [{"event": key, "block": block} for key, event_id in found for block in set(keys[event_id])]
        self._insert(tables.blocks, block_rows)

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Store judgements, replacing older ones by the same author on the same pair; return how many were new."""
        new_rows = [rows.judgement_row(judgement) for judgement in judgements]
        for row in new_rows:
            if row["left"] >= row["right"]:
                raise StoreError(f"judgement on {row['left']} and {row['right']}: `left` must be the smaller id")
        statement = upsert(tables.judgements)
        replaced = {name: statement.excluded[name] for name in ("verdict", "score", "reasons")}
        before = self._count(tables.judgements)
        if new_rows:
            self.connection.execute(statement.on_conflict_do_update(set_=replaced), new_rows)
        return self._count(tables.judgements) - before

    def remove_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Remove judgements, found by kind, pair and author; return how many there were."""
        columns = [column for column in tables.judgements.primary_key]
        removal = delete(tables.judgements).where(*(column == bindparam(f"b_{column.name}") for column in columns))
        keys = [{f"b_{column.name}": getattr(j, column.name) for column in columns} for j in judgements]
        before = self._count(tables.judgements)
        if keys:
            self.connection.execute(removal, keys)
        return before - self._count(tables.judgements)

    def _settings(self, run: int) -> RunSettings:
        """Return the settings of a run."""
        if run not in self.settings:
            found = settings_of_run(self.connection, run)
            if found is None:
                raise StoreError(f"no run {run} in the store: call start_run first")
            self.settings[run] = found
        return self.settings[run]

    def _add_text(self, article: Article) -> int:
        """Return the key of an article's text, storing it when the store does not have it."""
        texts, sha256 = tables.texts, article.text_sha256
        key = self.connection.scalar(select(texts.c.key).where(texts.c.sha256 == sha256))
        if key is None:
            key = self._next_key(texts.c.key)
            self._insert(texts, [{"key": key, "sha256": sha256, "text": article.text}])
        return int(key)

    def _add_names(self, table: Table, named: Iterable[Row]) -> None:
        """Store actors or places that the store does not have."""
        fresh = {row["key"]: row for row in named if row["key"] not in self.written}
        if fresh:
            self.connection.execute(upsert(table).on_conflict_do_nothing(), list(fresh.values()))
        self.written.update(fresh)

    def _add_events(self, article_key: int, article: Article) -> None:
        first = self._next_key(tables.events.c.key)
        numbered = list(enumerate(article.events, first))
        self._insert(
            tables.events,
            [
                rows.event_row(event) | {"key": key, "article": article_key, "position": key - first}
                for key, event in numbered
            ],
        )
        self._insert(tables.parties, [row for key, event in numbered for row in party_rows(key, event)])
        self._insert(tables.contexts, [{"context": c, "event": key} for key, e in numbered for c in set(e.contexts)])
        words = [{"rowid": key, "evidence": rows.evidence_text(article, event)} for key, event in numbered]
        self._insert(tables.event_words, words)

    def _add_statements(self, article_key: int, article: Article) -> None:
        first = self._next_key(tables.statements.c.key)
        numbered = list(enumerate(article.statements, first))
        self._insert(
            tables.statements,
            [
                rows.statement_row(statement) | {"key": key, "article": article_key, "position": key - first}
                for key, statement in numbered
            ],
        )
        words = [{"rowid": key, "content": statement.content_text} for key, statement in numbered]
        self._insert(tables.statement_words, words)
        self._insert(tables.mentions, mention_rows(article_key, article, numbered))

    def _insert(self, table: Table | TableClause, new_rows: Sequence[Row]) -> None:
        if new_rows:
            self.connection.execute(insert(table), new_rows)

    def _next_key(self, column: Any) -> int:
        """Return the next free key; safe because a writer holds the only write lock."""
        return int(self.connection.scalar(select(func.coalesce(func.max(column), 0))) or 0) + 1

    def _count(self, table: Table) -> int:
        return int(self.connection.scalar(select(func.count()).select_from(table)) or 0)


def check_storable(article: Article) -> None:
    """Refuse text that is not Unicode.

    Raises:
        StoreError: A lone surrogate in id, headline or text; the reader should have replaced it.
    """
    for name, value in (("id", article.id), ("title", article.title or ""), ("text", article.text)):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise StoreError(
                f"article {article.id!r}: its {name} has half a surrogate pair at character {error.start}, which is no "
                "text; replace it when reading"
            ) from error


def party_rows(event_key: int, event: Event) -> list[Row]:
    """Return the rows that find an event by its parties."""
    return [{"actor": key, "role": role, "event": event_key} for key, role in sorted(rows.party_pairs(event))]


def mention_rows(article_key: int, article: Article, numbered: Iterable[tuple[int, Statement]]) -> list[Row]:
    """Return the rows that find an article, and its statements, by the actors and places mentioned; each once."""
    everywhere = [named for mention in article.mentions for named in (mention.actor, mention.place) if named]
    found: dict[tuple[int | None, int | None, int | None], None] = {}
    found |= dict.fromkeys((None, *named_key(named)) for named in everywhere)
    for key, statement in numbered:
        found |= dict.fromkeys((key, *named_key(named)) for named in rows.named_in(article, statement.content))
    return [
        {"article": article_key, "statement": statement, "actor": actor, "place": place}
        for statement, actor, place in found
    ]


def named_key(named: Actor | Place) -> tuple[int | None, int | None]:
    """Return the key of an actor and the key of a place; the one that it is not is None."""
    return (rows.actor_key(named), None) if isinstance(named, Actor) else (None, rows.place_key(named))
