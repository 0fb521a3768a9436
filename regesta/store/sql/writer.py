"""Writes to an SQL database inside one transaction."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update

from regesta.errors import StoreError
from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.foreign import ForeignReport
from regesta.model.judgement import JudgedKind, Judgement
from regesta.model.office import OfficeSeen
from regesta.store.citing import evidence_text
from regesta.store.runs import RunSettings, version_of
from regesta.store.sql import rows, tables
from regesta.store.sql.blocks import BLOCKED
from regesta.store.sql.dialects import listed
from regesta.store.sql.foreign import add_foreign
from regesta.store.sql.judgements import add_decisions, add_judgements, remove_judgements
from regesta.store.sql.row_buffer import RowBuffer
from regesta.store.sql.runs import settings_of_run
from regesta.store.sql.state import note_judged
from regesta.store.sql.view import SqlView


@dataclass
class SqlWriter:
    """One transaction; see `regesta.store.writer.Writer`. Its owner begins it, calls `flush`, and ends it.

    Rows wait until there are enough of them: a statement for each row would take longer than SQLite needs to write.
    """

    connection: Connection
    now: datetime
    waiting: RowBuffer = field(init=False)
    settings: dict[int, RunSettings] = field(default_factory=dict)  # of the runs written to
    next_keys: dict[str, int] = field(default_factory=dict)  # the next free key, by table
    versions: dict[str, list[str]] = field(default_factory=dict)  # versions added, by article id
    texts: dict[str, int] = field(default_factory=dict)  # keys of texts added, by hash
    unblocked: dict[tuple[JudgedKind, str], int] = field(default_factory=dict)  # facts added, without block keys yet
    keys: dict[str, int] = field(default_factory=dict)  # keys of articles added that have no offices yet, by id

    def __post_init__(self) -> None:
        self.waiting = RowBuffer(self.connection)

    def flush(self) -> None:
        """Write the rows that wait."""
        self.waiting.flush()

    def view(self) -> SqlView:
        """Return a view of what the store holds together with what this transaction has written."""
        self.flush()
        return SqlView(self.connection)

    def start_run(self, settings: RunSettings, started: datetime) -> int:
        """Begin a run and return its number."""
        run = self._take_keys(tables.runs, tables.runs.c.id)
        row = {
            "id": run,
            "started": started.isoformat(),
            "config_hash": settings.config_hash,
            "ontology_version": settings.ontology_version,
            "regesta_version": settings.regesta_version,
            "config": settings.config,
            "summary": "{}",
        }
        self.connection.execute(insert(tables.runs), [row])
        return run

    def finish_run(self, run: int, finished: datetime, summary: Mapping[str, int]) -> None:
        """Note that a run has ended, and its counts."""
        values = {"finished": finished.isoformat(), "summary": json.dumps(dict(summary))}
        self.connection.execute(update(tables.runs).where(tables.runs.c.id == run).values(values))

    def add_article(self, run: int, article: Article) -> bool:
        """Store an article and what it reports; False when the store has this version."""
        version = version_of(article, self._settings(run))
        older = self._versions(article.id)
        if version in older:
            return False
        check_storable(article)
        if older:
            self._replace_current(article.id)
        self.versions.setdefault(article.id, []).append(version)
        self.waiting.add_names(tables.actors, rows.actors_of(article), rows.actor_row)
        self.waiting.add_names(tables.places, rows.places_of(article), rows.place_row)
        key = self._take_keys(tables.articles)
        row = rows.article_row(article) | {"key": key, "version": version, "is_current": True, "run": run}
        self.waiting.add(
            tables.articles, [row | {"text": self._add_text(article), "stored": rows.moment_text(self.now)}]
        )
        self.waiting.add(tables.article_words, [{"rowid": key, "title": article.title or "", "text": article.text}])
        self.keys[article.id] = key
        self.waiting.add(tables.faults, rows.fault_rows(key, article))
        self._add_events(key, article)
        self._add_statements(key, article)
        return True

    def set_blocks(self, keys: Mapping[str, Iterable[str]], kind: JudgedKind = "event") -> None:
        """Set the block keys of events or statements of current versions, in place of those they had."""
        blocks, column, facts, with_articles = BLOCKED[kind]
        fresh = {id: self.unblocked.pop((kind, id)) for id in keys if (kind, id) in self.unblocked}
        found = list(fresh.items())
        if older := [id for id in keys if id not in fresh]:
            self.flush()
            current = select(facts.c.id, facts.c.key).select_from(with_articles).where(tables.articles.c.is_current)
            stored = self.connection.execute(current.where(listed(facts.c.id, older))).all()
            self.connection.execute(delete(blocks).where(listed(column, [key for _, key in stored])))
            found += [(id, key) for id, key in stored]
        self.waiting.add(blocks, [{kind: key, "block": block} for id, key in found for block in sorted(set(keys[id]))])

    def set_offices(self, article_id: str, seen: Iterable[OfficeSeen]) -> None:
        """Set the offices that the current version of an article gives to people; see `Writer`."""
        key = self.keys.get(article_id)
        if key is None:
            self.flush()
            articles = tables.articles
            key = self.connection.scalar(
                select(articles.c.key).where(articles.c.id == article_id, articles.c.is_current)
            )
            if key is None:
                raise StoreError(f"no article {article_id!r} in the store: add it before its offices")
            sightings = tables.office_sightings
            self.connection.execute(delete(sightings).where(sightings.c.article == key))
        self.keys.pop(article_id, None)
        self.waiting.add(tables.office_sightings, rows.office_rows(key, seen))

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Store judgements, replacing older ones by the same author on the same pair; return how many were new."""
        return add_judgements(self.connection, judgements, self.now)

    def remove_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Remove judgements, found by kind, pair and author; return how many there were."""
        return remove_judgements(self.connection, judgements, self.now)

    def note_judged(self, since: datetime | None, until: datetime | None) -> bool:
        """Note until when events have been judged; False when that has changed since."""
        return note_judged(self.connection, since, until)

    def add_decisions(self, decisions: Iterable[Decision]) -> int:
        """Append decisions of persons; return how many were new."""
        return add_decisions(self.connection, decisions)

    def add_foreign(self, reports: Iterable[ForeignReport]) -> int:
        """Store rows of other data sets; return how many were new."""
        return add_foreign(self.connection, reports)

    def _settings(self, run: int) -> RunSettings:
        """Return the settings of a run."""
        if run not in self.settings:
            found = settings_of_run(self.connection, run)
            if found is None:
                raise StoreError(f"no run {run} in the store: call start_run first")
            self.settings[run] = found
        return self.settings[run]

    def _versions(self, article_id: str) -> list[str]:
        """Return the versions of an article that are stored or wait."""
        stored = self.connection.scalars(select(tables.articles.c.version).where(tables.articles.c.id == article_id))
        return [*stored, *self.versions.get(article_id, ())]

    def _replace_current(self, article_id: str) -> None:
        """Mark what is stored or waits of an article as replaced; what it reports is compared no more."""
        self.flush()
        articles = tables.articles
        self.connection.execute(update(articles).where(articles.c.id == article_id).values(is_current=False))
        for blocks, key, facts, _ in BLOCKED.values():
            mine = select(facts.c.key).where(facts.c.article == articles.c.key, articles.c.id == article_id)
            self.connection.execute(delete(blocks).where(key.in_(mine)))

    def _add_text(self, article: Article) -> int:
        """Return the key of an article's text, storing it when the store does not have it."""
        texts, sha256 = tables.texts, article.text_sha256
        key = self.texts.get(sha256) or self.connection.scalar(select(texts.c.key).where(texts.c.sha256 == sha256))
        if key is None:
            key = self.texts[sha256] = self._take_keys(texts)
            self.waiting.add(texts, [{"key": key, "sha256": sha256, "text": article.text}])
        return int(key)

    def _add_events(self, article_key: int, article: Article) -> None:
        first = self._take_keys(tables.events, count=len(article.events))
        numbered = list(enumerate(article.events, first))
        self.unblocked |= {("event", event.id): key for key, event in numbered}
        self.waiting.add(
            tables.events,
            [
                rows.event_row(event) | {"key": key, "article": article_key, "position": key - first}
                for key, event in numbered
            ],
        )
        self.waiting.add(tables.parties, [row for key, event in numbered for row in rows.party_rows(key, event)])
        self.waiting.add(tables.tolls, [row for key, event in numbered for row in rows.toll_rows(key, event)])
        contexts = [{"context": c, "event": key} for key, event in numbered for c in sorted(set(event.contexts))]
        self.waiting.add(tables.contexts, contexts)
        words = [{"rowid": key, "evidence": evidence_text(article, event)} for key, event in numbered]
        self.waiting.add(tables.event_words, words)

    def _add_statements(self, article_key: int, article: Article) -> None:
        first = self._take_keys(tables.statements, count=len(article.statements))
        numbered = list(enumerate(article.statements, first))
        self.unblocked |= {("statement", statement.id): key for key, statement in numbered}
        self.waiting.add(
            tables.statements,
            [
                rows.statement_row(statement) | {"key": key, "article": article_key, "position": key - first}
                for key, statement in numbered
            ],
        )
        self.waiting.add(tables.speakers, [row for key, said in numbered for row in rows.speaker_rows(key, said)])
        words = [{"rowid": key, "content": statement.content_text} for key, statement in numbered]
        self.waiting.add(tables.statement_words, words)
        self.waiting.add(tables.mentions, rows.mention_rows(article_key, article, numbered))

    def _take_keys(self, table: Table, key: ColumnElement[int] | None = None, count: int = 1) -> int:
        """Return the first of some free keys, 0 for none; safe because a writer holds the only write lock."""
        if not count:
            return 0
        if table.name not in self.next_keys:
            largest = self.connection.scalar(select(func.max(table.c.key if key is None else key)))
            self.next_keys[table.name] = int(largest or 0) + 1
        first = self.next_keys[table.name]
        self.next_keys[table.name] += count
        return first


def check_storable(article: Article) -> None:
    """Refuse text that is not Unicode.

    Raises:
        StoreError: A lone surrogate in id, headline or text; the reader should have replaced it.
    """
    for name, value in (("id", article.id), ("title", article.title or ""), ("text", article.text)):
        if "\x00" in value:
            raise StoreError(f"article {article.id!r}: its {name} has a NUL character; replace it when reading")
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise StoreError(
                f"article {article.id!r}: its {name} has half a surrogate pair at character {error.start}, which is no "
                "text; replace it when reading"
            ) from error
