"""Stores that released versions wrote, as SQL dumps: each is brought to the newest tables with nothing lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from regesta.query.check import check
from regesta.query.register import open_register
from regesta.query.search import search
from regesta.store.filters import StatementFilter
from regesta.store.matching import speaker_matches
from regesta.store.sql import tables
from regesta.store.store import open_store
from regesta.store.tolls import tolls_of

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"), key=lambda path: path.stem)
STATEMENTS = {
    "0.7.0": 14,
    "0.8.0": 17,
    "0.9.0": 16,
    "0.10.0": 16,
    "0.11.0": 16,
    "0.12.0": 16,
    "0.13.0": 16,
    "0.14.0": 16,
    "0.15.0": 16,
    "0.16.0": 16,
    "0.17.0": 16,
}  # in those of other versions there are 13


@pytest.fixture(params=RELEASED, ids=lambda dump: dump.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """A released version, and a store that it wrote."""
    path = tmp_path / "regesta.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
    return request.param.stem, path


def schema(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {(name, " ".join(sql.split())) for name, sql in rows}


def test_a_released_store_is_read_whole(released: tuple[str, Path]) -> None:
    version, path = released
    with open_store(str(path)) as store, store.view() as view:
        assert check(view) == []
        assert [run.settings.regesta_version for run in view.runs()] == [version]
        counts = view.counts()
        assert counts.articles == 2
        assert len(view.reports()) == counts.events > 5
        assert len(view.statements()) == counts.statements == STATEMENTS.get(version, 13)
        sure = [r.statement for r in view.statements() if r.statement.confidence >= 0.9]
        assert view.count(StatementFilter(min_confidence=0.9)) == len(sure) > 0
        for described in ("minister", "president", "foreign minister"):
            wanted = StatementFilter(described=described)
            assert view.count(wanted) == sum(speaker_matches(r.statement, wanted) for r in view.statements())
        assert view.count(StatementFilter(described="minister")) + view.count(StatementFilter(described="president"))
        assert [outline.tolls for outline in view.outlines()] == [tolls_of(report.event) for report in view.reports()]
        assert view.count(StatementFilter(speech_class="says")) == sum(
            r.statement.speech_class == "says" for r in view.statements()
        )
        speaker = next(said.speaker.actor.name for said in sure if said.speaker and said.speaker.actor)
        assert view.count(StatementFilter(speaker=speaker)) > 0
        joined = sum(judgement.verdict == "same" for judgement in view.judgements())
        assert open_register(view).count() == counts.events - joined
        assert search(view, "Medvedchuk").hits_total > 0


def test_a_released_store_has_the_tables_of_a_new_one(released: tuple[str, Path], tmp_path: Path) -> None:
    _, path = released
    open_store(str(path)).close()
    open_store(str(tmp_path / "new.db")).close()
    assert schema(path) == schema(tmp_path / "new.db")
    engine = sqlalchemy.create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        names = {"include_name": lambda name, *_: "_words" not in str(name)}
        assert compare_metadata(MigrationContext.configure(connection, opts=names), tables.metadata) == []
    engine.dispose()
