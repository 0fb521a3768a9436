import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from builders import a_coded_article, a_judgement, an_article
from killed_writer import write_and_be_killed

from regesta.errors import StoreError
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.span import Span
from regesta.store import sqlite
from regesta.store.filters import EVERY_ARTICLE, ArticleFilter
from regesta.store.runs import RunSettings
from regesta.store.sql import tables
from regesta.store.sql.encoding import pack_layers
from regesta.store.sql.upgrade import alembic_config
from regesta.store.store import Store, open_store

SETTINGS = RunSettings(config_hash="c", ontology_version="1", regesta_version="0.1.0")
NOW = datetime(2023, 1, 1, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "regesta.db"


@pytest.fixture
def filled(path: Path) -> Path:
    with open_store(str(path)) as store:
        write(store)
    return path


@pytest.fixture
def raw(filled: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(filled)
    yield connection
    connection.close()


def write(store: Store, article_id: str = "a1") -> None:
    with store.writer() as writer:
        writer.add_article(writer.start_run(SETTINGS, NOW), a_coded_article(id=article_id))


# Schema


def test_migrations_lead_to_the_tables_as_declared(filled: Path) -> None:
    engine = sqlalchemy.create_engine(f"sqlite:///{filled}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, *_: "_words" not in str(name)}
        )
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_revision_the_tables_name() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == tables.REVISION


def test_an_opened_store_is_in_wal_mode_and_enforces_foreign_keys(path: Path) -> None:
    with open_store(str(path)) as store, store.engine.connect() as connection:
        for pragma, value in (("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2)):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_opening_again_keeps_everything(filled: Path) -> None:
    with open_store(f"sqlite:///{filled}") as store, store.view() as view:
        assert view.article("a1") == a_coded_article()


def test_the_text_of_an_article_is_stored_once(path: Path) -> None:
    with open_store(str(path)) as store, store.writer() as writer:
        for version in ("0.1.0", "0.2.0"):
            run = writer.start_run(replace(SETTINGS, regesta_version=version), NOW)
            writer.add_article(run, a_coded_article())
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM texts").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    connection.close()


def test_sqlite_cuts_the_same_words_out_of_the_text(path: Path) -> None:
    article = an_article("Мінск 🕊 зустріч in Minsk.", id="a9")
    with open_store(str(path)) as store, store.writer() as writer:
        writer.add_article(writer.start_run(SETTINGS, NOW), article)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT substr(text, 8 + 1, 7) FROM texts").fetchone() == (article.text[8:15],)
    connection.close()


# What can go wrong


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"folder .*absent does not exist"):
        open_store(str(tmp_path / "absent" / "regesta.db"))


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(str(tmp_path))


def test_a_missing_store_is_not_made_for_readers(path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store; make one with `regesta run"):
        open_store(str(path), create=False)
    assert not path.exists()


def test_a_text_file_is_no_store(path: Path) -> None:
    path.write_text("Dear diary, " * 200)
    with pytest.raises(StoreError, match="is not an SQLite database; give another path"):
        open_store(str(path))


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="database of another program"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_a_store_of_a_newer_version_is_refused(raw: sqlite3.Connection, filled: Path) -> None:
    raw.execute("UPDATE alembic_version SET version_num = 'r9999'")
    raw.commit()
    with pytest.raises(StoreError, match=r"newer Regesta.*r9999.*upgrade Regesta"):
        open_store(str(filled))


def test_a_malformed_address_is_refused() -> None:
    with pytest.raises(StoreError, match="no address of a store"):
        open_store("sqlite:regesta.db")


def test_a_read_only_store_can_be_read_but_not_written(filled: Path) -> None:
    with open_store(f"sqlite:///file:{filled}?mode=ro&uri=true") as store:
        with store.view() as view:
            assert view.counts().articles == 1
        with pytest.raises(StoreError, match=r"read-only; change that, or use a copy"):
            write(store, "a2")


def test_a_second_writer_gives_up_with_advice(filled: Path) -> None:
    with open_store(f"sqlite:///{filled}?timeout=0.1") as impatient, open_store(str(filled)) as store, store.writer():
        with pytest.raises(StoreError, match="another process is writing to it; wait"):
            write(impatient, "a2")
        with impatient.view() as view:
            assert view.counts().articles == 1


def test_a_full_disk_undoes_the_transaction_and_keeps_the_rest(filled: Path) -> None:
    with open_store(str(filled)) as store:
        engine = store.engine
        engine.dispose()
        sqlalchemy.event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 1"))
        with pytest.raises(StoreError, match="the disk is full; free some space"):
            write_much(store)
    with open_store(str(filled)) as store, store.view() as view:
        assert view.counts().articles == 1
        assert view.integrity() == []


def write_much(store: Store) -> None:
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        for number in range(200):
            writer.add_article(run, an_article(f"{number} " * 2000, id=f"much{number}"))


def test_half_a_surrogate_pair_is_refused_with_the_article(path: Path) -> None:
    with open_store(str(path)) as store, store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        with pytest.raises(StoreError, match=r"article 'a1': its text has half a surrogate pair at character 4"):
            writer.add_article(run, an_article("Text\ud83d", sentences=()))


def test_missing_full_text_search_is_explained() -> None:
    from regesta.store.sql.sqlite_errors import meaning

    assert "no full-text search" in meaning(sqlite3.OperationalError("no such module: fts5"))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows cannot kill this way")
def test_a_killed_writer_leaves_a_sound_store_without_the_unfinished_batch(path: Path) -> None:
    write_and_be_killed(str(path))
    with open_store(str(path)) as store:
        with store.view() as view:
            assert [article.id for article in view.articles()] == ["kept"]
            assert view.runs()[0].finished is None
            assert view.integrity() == []
        write(store, "after")


# Damage


@pytest.mark.parametrize(
    ("change", "damage"),
    [
        ("UPDATE texts SET text = replace(text, 'Lithuania', 'Leutenia!')", "SHA-256"),
        ("UPDATE events SET type = 'ASSAULT'", "column type differs from its body"),
        ("UPDATE events SET body = '{'", "its body cannot be read"),
        ("UPDATE statements SET speaker = NULL", "column speaker differs from its body"),
        ("DELETE FROM runs", "row 1 of articles points at a row of runs that is not there"),
    ],
)
def test_damage_is_found(raw: sqlite3.Connection, filled: Path, change: str, damage: str) -> None:
    raw.execute(change)
    raw.commit()
    with open_store(str(filled)) as store, store.view() as view:
        assert any(damage in found for found in view.integrity())


def test_two_processes_may_make_the_same_store_at_once(path: Path) -> None:
    code = f"from regesta.store.store import open_store; open_store({str(path)!r}).close()"
    makers = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    assert [maker.wait() for maker in makers] == [0, 0]
    with open_store(str(path)) as store, store.view() as view:
        assert view.counts().articles == 0


def test_making_a_store_waits_for_a_process_that_makes_it_too(path: Path) -> None:
    """SQLite itself refuses the change of mode at once while another process is about to write."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.3, other.execute, ["COMMIT"]).start()
    open_store(str(path)).close()
    other.close()


def test_the_application_id_spells_the_name() -> None:
    assert sqlite.APPLICATION_ID.to_bytes(4, "big") == b"REGE"


# Upgrading


def make_first_revision(path: Path, article: Article) -> None:
    """Make a store as the first revision of the tables has it: one run, one article, one judgement."""
    engine = sqlite.make_engine(sqlite.parse_address(str(path)))
    with sqlite.writing(engine) as connection:
        command.upgrade(alembic_config(connection), "r0001")
        connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        connection.exec_driver_sql(
            "INSERT INTO runs VALUES (1, '2022-01-01T00:00:00+00:00', '2022-01-02T00:00:00+00:00', '', '', '', '', '')"
        )
        connection.exec_driver_sql("INSERT INTO texts VALUES (1, 'x', ?)", (article.text,))
        row = "(1, 'v1', 'a1', 1, 1, 1, NULL, NULL, NULL, NULL, '{}', ?)"
        connection.exec_driver_sql(f"INSERT INTO articles VALUES {row}", (pack_layers(article),))
        connection.exec_driver_sql("INSERT INTO judgements VALUES ('event', 'e1', 'e2', 'Ann', 'same', 1.0, '[]')")
    engine.dispose()


def test_a_store_of_the_first_revision_keeps_what_it_holds_and_knows_when_it_came(path: Path) -> None:
    make_first_revision(path, an_article())
    with open_store(str(path)) as store, store.view() as view:
        assert [article.id for article in view.articles()] == ["a1"]
        assert [judgement.author for judgement in view.judgements()] == ["Ann"]
        assert view.decisions() == []
        counts = [view.at(datetime(2022, 1, day, 12, tzinfo=UTC)).count(EVERY_ARTICLE) for day in (1, 2)]
        assert counts == [0, 1]


def test_a_store_without_offices_gets_those_its_articles_tell(path: Path) -> None:
    text = "Czech President Jan Novotal met Ana Orhan."
    told = Actor(name="Jan Novotal", iso3="CZE", sector="GOV", office="President", basis="demonym")
    guessed = replace(told, name="Ana Orhan", basis="surroundings")
    mentions = tuple(
        Mention(span=span, head=0, form="name", kind="actor", label="PERSON", actor=actor)
        for span, actor in ((Span(0, 27), told), (Span(32, 41), guessed))
    )
    make_first_revision(path, an_article(text, mentions=mentions))
    with open_store(str(path)) as store, store.view() as view:
        [seen] = view.offices_seen()
    assert (seen.person, seen.office, seen.iso3, seen.span.of(text)) == (
        "Jan Novotal", "President", "CZE", "Czech President Jan Novotal",
    )  # fmt: skip


def test_what_earlier_versions_had_not_judged_for_good_is_judged_once_more(path: Path) -> None:
    """They judged what a killed run had stored with every later run; what was stored before it is judged."""
    engine = sqlite.make_engine(sqlite.parse_address(str(path)))
    with sqlite.writing(engine) as connection:
        command.upgrade(alembic_config(connection), "r0005")
        connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        connection.exec_driver_sql("INSERT INTO texts VALUES (1, 'x', 'Talks.')")
        for run, finished in ((1, "'2022-01-01T02:00:00+00:00'"), (2, "NULL"), (3, "'2022-01-03T02:00:00+00:00'")):
            started = f"2022-01-0{run}T00:00:00+00:00"
            connection.exec_driver_sql(
                f"INSERT INTO runs VALUES ({run}, '{started}', {finished}, '', '', '', '', '{{}}')"
            )
            connection.exec_driver_sql(
                "INSERT INTO articles (key, version, id, is_current, run, text, source, stored, layers) "
                f"VALUES ({run}, 'v{run}', 'a{run}', 1, {run}, 1, '{{}}', '2022-01-0{run}T01:00:00.000000+00:00', ?)",
                (pack_layers(an_article("Talks.", sentences=())),),
            )
    engine.dispose()
    with open_store(str(path)) as store, store.view() as view:
        assert view.state.judged == datetime(2022, 1, 1, 1, tzinfo=UTC)
        assert view.state.moment == datetime(2022, 1, 3, 2, tzinfo=UTC)
        unjudged = ArticleFilter(stored_after=view.state.judged)
        assert [article.id for article in view.articles(unjudged)] == ["a2", "a3"]


def test_judgements_share_the_words_that_are_equal(path: Path) -> None:
    """Copies of one story are judged pair by pair: ids, reasons and author of each would be kept once a pair."""
    ids = [f"e{number}" for number in range(8)]
    pairs = [a_judgement(left, right) for left in ids for right in ids if left < right]
    with open_store(str(path)) as store:
        with store.writer() as writer:
            writer.add_judgements(pairs)
        with store.view() as view:
            found = view.judgements("event")
    assert found == sorted(pairs, key=lambda judgement: judgement.pair)
    words = [(j.left, j.right, j.kind, j.verdict, j.author, j.reasons) for j in found]
    kept = {id(word) for said in words for word in said}
    assert len(kept) == len(ids) + len(("kind", "verdict", "author", "reasons"))
